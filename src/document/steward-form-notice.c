/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One-time notice (一次性告知): all that one stage asks for, told once. */
#include "steward-letter-private.h"

const StewardPlanStage *
steward_form_get_plan_stage (const StewardForm *self)
{
  const StewardPlanStage *found = NULL;

  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);

      if (self->stage != NULL ? g_str_equal (stage->stage->id, self->stage) : stage->items->len > 0)
        return stage;
      if (found == NULL)
        found = stage;
    }
  return found;
}

static void
add_items (StewardForm            *self,
           const StewardPlanStage *stage)
{
  static const double shares[] = { 1.2, 5, 3.8, 3.7 };
  g_autoptr (StewardTable) table = NULL;
  guint n = 0;

  steward_letter_add_heading (self, "items_heading");
  if (stage == NULL || stage->items->len == 0)
    {
      steward_letter_add_all (self, "none");
      return;
    }
  table = steward_letter_table_new (self, "items_columns", shares, G_N_ELEMENTS (shares));
  for (guint i = 0; i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);
      g_autofree char *number = NULL, *name = NULL, *limit = NULL, *office = NULL;

      /* An item is told once, with all its segments. */
      if (item->part > 0)
        continue;
      number = g_strdup_printf ("%u", ++n);
      name = steward_plan_name_item (self->plan, item);
      limit = steward_letter_get_limit (self, item);
      office = steward_letter_get_office (self, item);
      steward_letter_table_add (table, (const char *[]) { number, name, office, limit }, 1 << 0 | 1 << 3);
    }
  steward_letter_place_table (self, table);
  steward_letter_add_block_note (self, stage->items);
}

static void
add_materials (StewardForm            *self,
               const StewardPlanStage *stage)
{
  static const double shares[] = { 1.2, 6, 3, 4 };
  g_autoptr (StewardTable) table = NULL;

  steward_letter_add_heading (self, "materials_heading");
  if (stage == NULL || stage->materials->len == 0)
    {
      steward_letter_add_all (self, "none");
      return;
    }
  table = steward_letter_table_new (self, "materials_columns", shares, G_N_ELEMENTS (shares));
  for (guint i = 0; i < stage->materials->len; i++)
    {
      const StewardPlanMaterial *material = g_ptr_array_index (stage->materials, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *used_in = steward_letter_join_items (material->used_in, NULL);

      steward_letter_table_add (table, (const char *[]) { number, material->name,
                                                          steward_letter_get_material_form (self, material->form),
                                                          used_in }, 1 << 0);
    }
  steward_letter_place_table (self, table);
}

static void
add_text (StewardForm *self,
          const char  *heading,
          const char  *text)
{
  steward_letter_add_heading (self, heading);
  if (text == NULL || *text == '\0')
    steward_letter_add_all (self, "none");
  else
    steward_letter_add_typed (self, text);
}

void
steward_form_write_notice (StewardForm *self)
{
  const StewardPlanStage *stage = steward_form_get_plan_stage (self);

  if (stage != NULL)
    steward_form_set_blank (self, "stage", stage->stage->plan_name);
  steward_form_set_date (self, self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  add_items (self, stage);
  add_materials (self, stage);
  add_text (self, "special_heading", stage != NULL ? stage->special_steps : NULL);
  add_text (self, "fees_heading", stage != NULL ? stage->fees : NULL);
  add_text (self, "key_points_heading", stage != NULL ? stage->key_points : NULL);
  steward_letter_add_close (self, "close");
  steward_letter_end (self);
}
