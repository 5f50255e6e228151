/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-private.h"

#define LABEL_WIDTH 92.0
#define PROJECT_HEIGHT 56.0
#define SUGGESTION_HEIGHT 320.0
#define NOTE_HEIGHT 110.0

static const StewardTextStyle label_style = {
  .face = STEWARD_FACE_BODY, .size = 14, .pitch = 24, .align = STEWARD_ALIGN_CENTER,
};

static const StewardTextStyle text_style = {
  .face = STEWARD_FACE_FILLED, .size = 14, .pitch = 24, .indent = 2,
};

static const StewardTextStyle name_style = {
  .face = STEWARD_FACE_FILLED, .size = 14, .pitch = 24, .align = STEWARD_ALIGN_CENTER,
};

static void
add_row (StewardForm            *self,
         StewardTable           *table,
         double                  height,
         const char             *label,
         const StewardTextStyle *style,
         const char             *text)
{
  StewardCell *head, *body;

  steward_table_add_row (table, height);
  head = steward_table_add_cell (table, 0, 1, 1);
  head->head = TRUE;
  head->middle = TRUE;
  steward_cell_add_plain (head, &label_style, steward_form_get_wording (self, label));
  body = steward_table_add_cell (table, 1, 1, 1);
  body->middle = style->align == STEWARD_ALIGN_CENTER;
  steward_cell_add_plain (body, style, text);
}

void
steward_form_write_suggestion (StewardForm *self)
{
  const double widths[] = { LABEL_WIDTH, steward_flow_get_width (self->flow) - LABEL_WIDTH };
  g_autoptr (StewardTable) table = steward_table_new (widths, G_N_ELEMENTS (widths));

  steward_form_write_title (self, &steward_style_title);
  table->padding_x = 8;
  table->padding_y = 6;
  add_row (self, table, PROJECT_HEIGHT, "project_label", &name_style,
           steward_form_get_fact (self, STEWARD_FACT_NAME));
  add_row (self, table, SUGGESTION_HEIGHT, "suggestion_label", &text_style,
           steward_project_get_suggestion (self->project));
  add_row (self, table, NOTE_HEIGHT, "note_label", &text_style, "");
  steward_flow_add_table (self->flow, table);
  steward_form_write_footnote (self, &steward_style_note);
}
