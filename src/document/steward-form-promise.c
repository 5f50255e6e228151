/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the unit promises in writing: papers that follow later (容缺受理承诺书), or
 * that it fulfils what it was told (告知承诺书). */
#include "steward-letter-private.h"

static gboolean
is_used (const StewardPlanMaterial *material,
         const StewardPlanItem     *item)
{
  for (guint i = 0; i < material->used_in->len; i++)
    if (g_str_equal (((const StewardPlanItem *) g_ptr_array_index (material->used_in, i))->base, item->base))
      return TRUE;
  return FALSE;
}

/* (element-type StewardPlanMaterial) */
static GPtrArray *
list_materials (const StewardForm *self)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; self->row != NULL && i < self->plan->materials->len; i++)
    if (is_used (g_ptr_array_index (self->plan->materials, i), self->row->item))
      g_ptr_array_add (found, g_ptr_array_index (self->plan->materials, i));
  return found;
}

/* What follows later is for the unit to say. Only when some of the papers of
 * the case are recorded as handed in is it clear which are not; a main one may
 * never follow later. */
static char **
list_missing (const StewardForm *self)
{
  g_autoptr (GPtrArray) materials = list_materials (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < materials->len; i++)
    any = any || steward_project_get_receipt (self->project, ((StewardPlanMaterial *) materials->pdata[i])->id) != NULL;
  for (guint i = 0; any && i < materials->len; i++)
    {
      const StewardPlanMaterial *material = g_ptr_array_index (materials, i);

      if ((material->material == NULL || !material->material->main)
          && steward_project_get_receipt (self->project, material->id) == NULL)
        g_strv_builder_add (builder, material->name);
    }
  return g_strv_builder_end (builder);
}

/* By when the promise is kept, as the notice says or the pack proposes, but
 * not after the decision. */
static void
set_due (StewardForm *self)
{
  const StewardDeferral *deferral = steward_pack_get_deferral (self->pack);
  int days = deferral != NULL && deferral->supplement_days >= 0
               ? deferral->supplement_days : steward_pack_get_setting (self->pack, "deferral-days", -1);
  StewardDay from, due;
  g_autofree char *text = NULL;

  if (self->row == NULL || days < 0)
    return;
  from = self->row->accepted != STEWARD_DAY_NONE ? self->row->accepted : self->schedule->as_of;
  due = steward_calendar_add (self->schedule->calendar, from, days);
  if (self->row->finish >= from)
    due = MIN (due, self->row->finish);
  text = steward_letter_format_day (due);
  steward_form_set_blank (self, "due", text);
}

/* A rule of the pack in the words of the letter, with one full stop. */
static gboolean
add_rule (StewardForm *self,
          const char  *key,
          const char  *rule)
{
  g_autofree char *chopped = rule != NULL ? steward_letter_chop (rule) : NULL;

  if (chopped == NULL || *chopped == '\0')
    return FALSE;
  steward_form_set_blank (self, "rule", chopped);
  steward_letter_add_all (self, key);
  return TRUE;
}

static void
add_rules (StewardForm *self)
{
  const StewardDeferral *deferral = steward_pack_get_deferral (self->pack);
  g_autofree char *broken = deferral != NULL && deferral->broken != NULL ? g_strjoinv ("；", deferral->broken) : NULL;
  gboolean any = FALSE;

  if (deferral != NULL)
    {
      any |= add_rule (self, "withdraw_line", deferral->withdraw);
      any |= add_rule (self, "overdue_line", deferral->overdue);
      any |= add_rule (self, "broken_line", broken);
    }
  if (!any)
    steward_letter_add_all (self, "own_rule");
}

static void
add_signatures (StewardForm *self)
{
  steward_letter_sign_pair (self, "sign_unit", "unit", "sign_bureau", "bureau");
  steward_form_write_footnote (self, &steward_style_note);
}

void
steward_form_write_deferral (StewardForm *self)
{
  g_auto (GStrv) missing = list_missing (self);

  steward_form_set_case (self);
  set_due (self);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  steward_letter_add_points (self, "material_line", "material", (const char *const *) missing, "least_lines");
  steward_letter_add_all (self, "promise");
  steward_letter_add_all (self, "clauses");
  steward_letter_add_all (self, "rules");
  add_rules (self);
  steward_letter_add_close (self, "close");
  add_signatures (self);
}

static void
add_materials (StewardForm *self)
{
  g_autoptr (GPtrArray) materials = list_materials (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < materials->len; i++)
    g_strv_builder_add (builder, ((const StewardPlanMaterial *) g_ptr_array_index (materials, i))->name);
  names = g_strv_builder_end (builder);
  steward_letter_add_points (self, "material_line", "material", (const char *const *) names, "materials_unknown");
}

void
steward_form_write_commitment (StewardForm *self)
{
  const StewardItem *item = self->row != NULL ? self->row->item->item : NULL;
  g_autofree char *condition = NULL;

  if (item != NULL && item->commitment != NULL && item->commitment->condition != NULL)
    condition = steward_letter_chop (item->commitment->condition);
  steward_form_set_blank (self, "condition", condition != NULL ? condition
                                               : steward_form_get_wording (self, "condition_unknown"));
  steward_form_set_case (self);
  set_due (self);
  steward_letter_begin (self);
  steward_letter_add_centered (self, "subtitle");
  steward_letter_add_heading (self, "inform_heading");
  steward_letter_add_all (self, "inform");
  steward_letter_add_all (self, "materials_line");
  add_materials (self);
  steward_letter_add_all (self, "rules_line");
  add_rules (self);
  steward_letter_add_heading (self, "promise_heading");
  steward_letter_add_close (self, "promise");
  add_signatures (self);
}
