/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The materials of the project as a list to tick off. */
#include "steward-letter-private.h"

#define HANDED_COLUMN 4

static const StewardTextStyle line_style = {
  .face = STEWARD_FACE_BODY, .size = 14, .pitch = 24,
};

static const StewardTextStyle box_style = {
  .face = STEWARD_FACE_BODY, .size = 14, .pitch = 20, .align = STEWARD_ALIGN_CENTER,
};

static void
add_head_line (StewardForm *self,
               const char  *label,
               StewardFact  fact)
{
  g_autoptr (StewardText) text = steward_text_new (&line_style);
  const char *value = steward_form_get_fact (self, fact);

  steward_text_add (text, steward_form_get_wording (self, label));
  if (*value == '\0')
    steward_text_add_blank (text, NULL, 16);
  else
    steward_text_add (text, value);
  steward_flow_add_text (self->flow, text);
}

static gboolean
add_material (StewardForm               *self,
              StewardTable              *table,
              guint                      number,
              const StewardPlanMaterial *material)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *used_in = steward_letter_join_items (material->used_in, NULL);
  const StewardReceipt *receipt = steward_project_get_receipt (self->project, material->id);
  g_autofree char *day = receipt != NULL ? steward_day_format (receipt->day) : g_strdup ("");
  const StewardTableRow *row;

  steward_letter_table_add (table, (const char *[]) { number_text, material->name,
                                                      steward_letter_get_material_form (self, material->form),
                                                      used_in, "", day }, 1 << 0 | 1 << 5);
  row = g_ptr_array_index (table->rows, table->rows->len - 1);
  steward_text_add_box (steward_cell_add (g_ptr_array_index (row->cells, HANDED_COLUMN), &box_style), receipt != NULL);
  return receipt != NULL;
}

/* Materials of all stages, or of the one that the list is for. */
static guint
add_stages (StewardForm  *self,
            StewardTable *table,
            guint        *n_handed)
{
  guint number = 0;

  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);

      if (stage->materials->len == 0 || (self->stage != NULL && !g_str_equal (stage->stage->id, self->stage)))
        continue;
      steward_letter_table_add_band (table, stage->stage->plan_name);
      for (guint j = 0; j < stage->materials->len; j++)
        *n_handed += add_material (self, table, ++number, g_ptr_array_index (stage->materials, j));
    }
  return number;
}

static void
add_count (StewardForm *self,
           guint        n,
           guint        n_handed)
{
  g_autofree char *total = g_strdup_printf ("%u", n);
  g_autofree char *handed = g_strdup_printf ("%u", n_handed);
  g_autofree char *missing = g_strdup_printf ("%u", n - n_handed);
  g_autofree char *line = NULL;

  steward_form_set_blank (self, "total", total);
  steward_form_set_blank (self, "handed", handed);
  steward_form_set_blank (self, "missing", missing);
  line = steward_form_expand (self, steward_form_get_wording (self, "count_line"));
  steward_flow_add_plain (self->flow, &line_style, line);
}

void
steward_form_write_materials (StewardForm *self)
{
  static const double shares[] = { 1.1, 5.4, 2.4, 3.2, 1.1, 2.5 };
  g_autoptr (StewardTable) table = steward_letter_table_new (self, "columns", shares, G_N_ELEMENTS (shares));
  guint n, n_handed = 0;

  steward_form_write_title (self, &steward_style_title);
  add_head_line (self, "project_name_label", STEWARD_FACT_NAME);
  add_head_line (self, "unit_label", STEWARD_FACT_UNIT);
  steward_flow_advance (self->flow, 6);
  n = add_stages (self, table, &n_handed);
  if (n > 0)
    {
      steward_letter_place_table (self, table);
      add_count (self, n, n_handed);
    }
  else
    steward_flow_add_plain (self->flow, &line_style, steward_form_get_wording (self, "none"));
  steward_form_write_footnote (self, &steward_style_note);
}
