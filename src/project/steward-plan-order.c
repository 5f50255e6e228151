/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-private.h"

#include <string.h>

#include "steward-adjustments.h"
#include "steward-plan-move.h"

/* Those whose turn it is by the wish of the steward, then the others as they
 * were. The segments of an item stay together: each is found by its first. */
static GPtrArray *
list_as_wished (const GPtrArray     *items,
                const char * const  *order)
{
  GPtrArray *wished = g_ptr_array_new ();

  for (guint i = 0; order[i]; i++)
    {
      for (guint j = 0; j < items->len; j++)
        {
          StewardPlanItem *item = items->pdata[j];

          if (item->part == 0 && strcmp (item->base, order[i]) == 0)
            g_ptr_array_add (wished, item);
        }
    }
  for (guint j = 0; j < items->len; j++)
    {
      StewardPlanItem *item = items->pdata[j];

      if (item->part == 0 && !g_strv_contains (order, item->base))
        g_ptr_array_add (wished, item);
    }
  return wished;
}

/* The first that nothing which is left has to come before. */
static guint
find_ready (const StewardPlan *self,
            const GPtrArray   *left)
{
  for (guint i = 0; i < left->len; i++)
    {
      gboolean ready = TRUE;

      for (guint j = 0; ready && j < left->len; j++)
        ready = i == j || !steward_plan_item_precedes (self, left->pdata[j], left->pdata[i]);
      if (ready)
        return i;
    }
  return 0;
}

static void
order_stage (const StewardPlan  *self,
             GPtrArray          *items,
             const char * const *order)
{
  g_autoptr (GPtrArray) left = list_as_wished (items, order);
  g_autofree StewardPlanItem **all = g_memdup2 (items->pdata, items->len * sizeof (gpointer));
  guint place = 0;

  while (left->len > 0)
    {
      const StewardPlanItem *next = g_ptr_array_remove_index (left, find_ready (self, left));

      for (guint i = 0; i < items->len; i++)
        {
          if (strcmp (all[i]->base, next->base) == 0)
            items->pdata[place++] = all[i];
        }
    }
  g_assert (place == items->len);
}

void
steward_plan_apply_order (StewardPlan *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardPlanStage *stage = self->stages->pdata[i];
      const char * const *order = steward_project_get_order (self->project, stage->stage->id);

      if (order)
        order_stage (self, stage->items, order);
    }
}

static void
apply_edit (StewardPlan       *self,
            const char        *stage,
            StewardEditField   field,
            char             **text)
{
  const StewardEdit *edit = steward_project_get_edit (self->project, stage, field);

  if (edit == NULL)
    return;
  g_free (*text);
  *text = g_strdup (edit->text);
}

void
steward_plan_apply_edits (StewardPlan *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardPlanStage *stage = self->stages->pdata[i];

      apply_edit (self, stage->stage->id, STEWARD_EDIT_SPECIAL_STEPS, &stage->special_steps);
      apply_edit (self, stage->stage->id, STEWARD_EDIT_FEES, &stage->fees);
      apply_edit (self, stage->stage->id, STEWARD_EDIT_KEY_POINTS, &stage->key_points);
      apply_edit (self, stage->stage->id, STEWARD_EDIT_OPTIMISATION, &stage->optimisation);
    }
}

void
steward_plan_edit_item (const StewardPlan *self,
                        StewardPlanItem   *item)
{
  const StewardEdit *name = steward_project_get_edit (self->project, item->id, STEWARD_EDIT_NAME);
  const StewardEdit *note = steward_project_get_edit (self->project, item->id, STEWARD_EDIT_NOTE);

  if (name)
    item->name = item->short_name = name->text;
  item->note = note ? note->text : "";
}
