/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "steward-error.h"
#include "steward-file.h"

/* More than a project of the largest size needs. */
#define MAX_BYTES (256 * 1024 * 1024)
#define SECONDS_PER_DAY 86400
#define A4 9

static void
set_looks (StewardWorkbook *self)
{
  for (guint i = 0; i < STEWARD_N_CELLS; i++)
    {
      lxw_format *look = workbook_add_format (self->book);

      self->looks[i] = look;
      format_set_text_wrap (look);
      format_set_align (look, LXW_ALIGN_VERTICAL_CENTER);
      if (i != STEWARD_CELL_TEXT && i != STEWARD_CELL_NOTE)
        format_set_align (look, LXW_ALIGN_CENTER);
      if (i != STEWARD_CELL_TITLE && i != STEWARD_CELL_NOTE)
        format_set_border (look, LXW_BORDER_THIN);
    }
  format_set_bold (self->looks[STEWARD_CELL_TITLE]);
  format_set_font_size (self->looks[STEWARD_CELL_TITLE], 16);
  format_set_bold (self->looks[STEWARD_CELL_HEAD]);
  format_set_bg_color (self->looks[STEWARD_CELL_HEAD], 0xf0f0f0);
  format_set_num_format (self->looks[STEWARD_CELL_DATE], "yyyy-mm-dd");
  format_set_num_format (self->looks[STEWARD_CELL_PROVISIONAL], "yyyy-mm-dd\"*\"");
}

static void
drop_files (StewardWorkbook *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

gboolean
steward_workbook_open (StewardWorkbook  *self,
                       const char       *title,
                       StewardDay        made_on,
                       GError          **error)
{
  g_autoptr (GError) cause = NULL;
  lxw_doc_properties properties = { .title = (char *) title, .created = (time_t) made_on * SECONDS_PER_DAY };
  lxw_workbook_options options = { .use_zip64 = LXW_FALSE };

  memset (self, 0, sizeof *self);
  self->folder = g_dir_make_tmp ("steward-table-XXXXXX", &cause);
  if (self->folder == NULL)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, cause->message);
      return FALSE;
    }
  self->path = g_build_filename (self->folder, "table.xlsx", NULL);
  options.tmpdir = self->folder;
  self->book = workbook_new_opt (self->path, &options);
  workbook_set_properties (self->book, &properties);
  set_looks (self);
  return TRUE;
}

GBytes *
steward_workbook_finish (StewardWorkbook  *self,
                         GError          **error)
{
  lxw_error closed = workbook_close (self->book);
  lxw_error failure = self->failure != LXW_NO_ERROR ? self->failure : closed;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  GBytes *bytes = NULL;

  if (failure == LXW_NO_ERROR)
    bytes = steward_file_read (file, MAX_BYTES, NULL, error);
  else
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("The table could not be made: %s"),
                 lxw_strerror (failure));
  drop_files (self);
  return bytes;
}

static void
note_failure (StewardWorkbook *self,
              lxw_error        failure)
{
  if (self->failure == LXW_NO_ERROR)
    self->failure = failure;
}

/* Margins in inches: a binding edge at the left, as papers of files have. */
static void
set_up_page (lxw_worksheet *sheet,
             gboolean       across)
{
  worksheet_set_paper (sheet, A4);
  if (across)
    worksheet_set_landscape (sheet);
  worksheet_set_margins (sheet, 0.8, 0.5, 0.6, 0.6);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&C&P / &N");
  worksheet_repeat_rows (sheet, STEWARD_WORKBOOK_FIRST_ROW - 1, STEWARD_WORKBOOK_FIRST_ROW - 1);
  worksheet_freeze_panes (sheet, STEWARD_WORKBOOK_FIRST_ROW, 0);
}

lxw_worksheet *
steward_workbook_add_sheet (StewardWorkbook     *self,
                            const char          *name,
                            const char          *title,
                            const char          *note,
                            const StewardColumn *columns,
                            guint                n_columns,
                            gboolean             across)
{
  /* A name the format forbids must not lose the table. */
  gboolean named = workbook_validate_sheet_name (self->book, name) == LXW_NO_ERROR;
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, named ? name : NULL);

  set_up_page (sheet, across);
  worksheet_set_row (sheet, 0, 30, NULL);
  worksheet_set_row (sheet, 1, 34, NULL);
  note_failure (self, worksheet_merge_range (sheet, 0, 0, 0, n_columns - 1, title, self->looks[STEWARD_CELL_TITLE]));
  note_failure (self, worksheet_merge_range (sheet, 1, 0, 1, n_columns - 1, note, self->looks[STEWARD_CELL_NOTE]));
  for (guint i = 0; i < n_columns; i++)
    {
      worksheet_set_column (sheet, i, i, columns[i].width, NULL);
      steward_workbook_put_text (self, sheet, STEWARD_WORKBOOK_FIRST_ROW - 1, i, STEWARD_CELL_HEAD,
                                 columns[i].heading);
    }
  return sheet;
}

void
steward_workbook_put_text (StewardWorkbook *self,
                           lxw_worksheet   *sheet,
                           guint            row,
                           guint            column,
                           StewardCellLook  look,
                           const char      *text)
{
  note_failure (self, worksheet_write_string (sheet, row, column, text != NULL ? text : "", self->looks[look]));
}

void
steward_workbook_put_number (StewardWorkbook *self,
                             lxw_worksheet   *sheet,
                             guint            row,
                             guint            column,
                             int              number)
{
  note_failure (self, worksheet_write_number (sheet, row, column, number, self->looks[STEWARD_CELL_CENTER]));
}

void
steward_workbook_put_day (StewardWorkbook *self,
                          lxw_worksheet   *sheet,
                          guint            row,
                          guint            column,
                          StewardDay       day,
                          gboolean         provisional)
{
  StewardCellLook look = provisional ? STEWARD_CELL_PROVISIONAL : STEWARD_CELL_DATE;
  lxw_datetime date = { 0 };

  if (day == STEWARD_DAY_NONE)
    {
      steward_workbook_put_text (self, sheet, row, column, STEWARD_CELL_DATE, NULL);
      return;
    }
  steward_day_to_ymd (day, &date.year, &date.month, &date.day);
  note_failure (self, worksheet_write_datetime (sheet, row, column, &date, self->looks[look]));
}

void
steward_workbook_put_tall (StewardWorkbook *self,
                           lxw_worksheet   *sheet,
                           guint            row,
                           guint            n_rows,
                           guint            column,
                           const char      *text)
{
  if (n_rows < 2)
    steward_workbook_put_text (self, sheet, row, column, STEWARD_CELL_TEXT, text);
  else
    note_failure (self, worksheet_merge_range (sheet, row, column, row + n_rows - 1, column, text,
                                               self->looks[STEWARD_CELL_TEXT]));
}

const char *
steward_workbook_word (const StewardPack *pack,
                       const char        *form,
                       const char        *key)
{
  const char *wording = steward_pack_get_wording (pack, form, key);

  return wording != NULL ? wording : "";
}

const char *
steward_workbook_heading (const StewardPack *pack,
                          const char        *form,
                          guint              index)
{
  const char * const *columns = steward_pack_get_wordings (pack, form, "columns");

  return columns != NULL && index < g_strv_length ((char **) columns) ? columns[index] : "";
}
