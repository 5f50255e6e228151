/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-workbook-private.h"

#include "steward-ledger.h"

#define FORM "ledger"

enum { COLUMN_NUMBER, COLUMN_DAY, COLUMN_TEXT, COLUMN_RESULT, N_COLUMNS };

static const double widths[N_COLUMNS] = { 6, 12, 56, 26 };

static void
put_line (StewardWorkbook         *book,
          lxw_worksheet           *sheet,
          guint                    index,
          const StewardLedgerLine *line)
{
  gboolean has_kind = *line->kind != '\0';
  g_autofree char *text = g_strconcat (has_kind ? line->kind : "", has_kind ? "　" : "", line->text, NULL);
  guint row = STEWARD_WORKBOOK_FIRST_ROW + index;

  steward_workbook_put_number (book, sheet, row, COLUMN_NUMBER, index + 1);
  steward_workbook_put_day (book, sheet, row, COLUMN_DAY, line->day, FALSE);
  steward_workbook_put_text (book, sheet, row, COLUMN_TEXT, STEWARD_CELL_TEXT, text);
  steward_workbook_put_text (book, sheet, row, COLUMN_RESULT, STEWARD_CELL_TEXT, line->result);
}

GBytes *
steward_workbook_of_ledger (const StewardSchedule  *schedule,
                            GError                **error)
{
  StewardProject *project;
  StewardPack *pack;
  g_autoptr (GPtrArray) lines = NULL;
  StewardWorkbook book;
  lxw_worksheet *sheet;
  StewardColumn columns[N_COLUMNS];
  const char *title;
  g_autofree char *note = NULL;

  g_return_val_if_fail (schedule != NULL, NULL);

  project = schedule->plan->project;
  pack = schedule->plan->pack;
  lines = steward_ledger_new (project);
  title = steward_workbook_word (pack, FORM, "title");
  note = g_strdup_printf ("%s%s\n%s%s", steward_workbook_word (pack, FORM, "project_name_label"),
                          steward_project_get_fact (project, STEWARD_FACT_NAME),
                          steward_workbook_word (pack, FORM, "steward_label"),
                          steward_project_get_fact (project, STEWARD_FACT_STEWARD));
  if (!steward_workbook_open (&book, title, schedule->as_of, error))
    return NULL;
  for (guint i = 0; i < N_COLUMNS; i++)
    columns[i] = (StewardColumn) { steward_workbook_heading (pack, FORM, i), widths[i] };
  sheet = steward_workbook_add_sheet (&book, title, title, note, columns, N_COLUMNS, FALSE);
  for (guint i = 0; i < lines->len; i++)
    put_line (&book, sheet, i, g_ptr_array_index (lines, i));
  return steward_workbook_finish (&book, error);
}
