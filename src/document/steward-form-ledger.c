/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

#include "steward-ledger.h"

#define N_COLUMNS 4
/* An empty ledger is printed to be written by hand. */
#define EMPTY_ROWS 18
#define ROW_HEIGHT 30.0

static const StewardTextStyle head_style = {
  .face = STEWARD_FACE_HEAD, .size = 12, .pitch = 19, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle center_style = {
  .face = STEWARD_FACE_FILLED, .size = 11, .pitch = 17, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle text_style = {
  .face = STEWARD_FACE_FILLED, .size = 11, .pitch = 17,
};

static void
write_head_lines (StewardForm *self)
{
  const StewardTextStyle style = { .face = STEWARD_FACE_BODY, .size = 14, .pitch = 24, .after = 2 };
  g_autoptr (StewardText) project = steward_text_new (&style);
  g_autoptr (StewardText) steward = steward_text_new (&style);

  steward_text_add (project, steward_form_get_wording (self, "project_name_label"));
  steward_text_add_styled (project, steward_form_get_fact (self, STEWARD_FACT_NAME),
                           STEWARD_FACE_FILLED, 0);
  steward_flow_add_text (self->flow, project);
  steward_text_add (steward, steward_form_get_wording (self, "steward_label"));
  steward_text_add_styled (steward, steward_form_get_fact (self, STEWARD_FACT_STEWARD),
                           STEWARD_FACE_FILLED, 0);
  steward_flow_add_text (self->flow, steward);
  steward_flow_advance (self->flow, 6);
}

static void
add_line (StewardTable            *table,
          guint                    number,
          const StewardLedgerLine *line)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *day = steward_day_format (line->day);
  StewardCell *cells[N_COLUMNS];
  StewardText *text;

  steward_table_add_row (table, ROW_HEIGHT);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      cells[i] = steward_table_add_cell (table, i, 1, 1);
      cells[i]->middle = TRUE;
    }
  steward_cell_add_plain (cells[0], &center_style, number_text);
  steward_cell_add_plain (cells[1], &center_style, day);
  text = steward_cell_add (cells[2], &text_style);
  if (*line->kind != '\0')
    {
      steward_text_add_styled (text, line->kind, STEWARD_FACE_HEAD, 0);
      steward_text_add (text, "　");
    }
  steward_text_add (text, line->text);
  steward_cell_add_plain (cells[3], &text_style, line->result);
}

void
steward_form_write_ledger (StewardForm *self)
{
  g_autoptr (GPtrArray) lines = steward_ledger_new (self->project);
  double width = steward_flow_get_width (self->flow);
  const double widths[N_COLUMNS] = { 36, 76, width - 36 - 76 - 112, 112 };
  g_autoptr (StewardTable) table = steward_table_new (widths, N_COLUMNS);

  steward_form_write_title (self, &steward_style_title);
  write_head_lines (self);
  steward_table_add_row (table, ROW_HEIGHT)->head = TRUE;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      StewardCell *cell = steward_table_add_cell (table, i, 1, 1);

      cell->head = TRUE;
      cell->middle = TRUE;
      steward_cell_add_plain (cell, &head_style, steward_form_get_line (self, "columns", i));
    }
  for (guint i = 0; i < lines->len; i++)
    add_line (table, i + 1, g_ptr_array_index (lines, i));
  for (guint i = 0; lines->len == 0 && i < EMPTY_ROWS; i++)
    {
      steward_table_add_row (table, ROW_HEIGHT);
      for (guint j = 0; j < N_COLUMNS; j++)
        steward_table_add_cell (table, j, 1, 1);
    }
  steward_flow_add_table (self->flow, table);
  steward_form_write_footnote (self, &steward_style_note);
}
