/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers.h"

#include <string.h>

static void
row_free (StewardComparedRow *row)
{
  g_free (row->id);
  g_free (row->name);
  g_free (row);
}

void
steward_comparison_free (StewardComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->levers);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static gboolean
differs (const StewardLever    *lever,
         const StewardSchedule *a,
         const StewardSchedule *b)
{
  if (steward_scenario_is_on (a->scenario, lever, NULL) != steward_scenario_is_on (b->scenario, lever, NULL))
    return TRUE;
  for (guint i = 0; i < a->plan->items->len; i++)
    {
      const char *id = ((StewardPlanItem *) a->plan->items->pdata[i])->base;

      if (steward_scenario_is_on (a->scenario, lever, id) != steward_scenario_is_on (b->scenario, lever, id))
        return TRUE;
    }
  return FALSE;
}

static void
compare_rows (StewardComparison     *self,
              const StewardSchedule *a,
              const StewardSchedule *b)
{
  for (guint i = 0; i < a->rows->len; i++)
    {
      const StewardScheduleRow *old = a->rows->pdata[i];
      const StewardScheduleRow *new = i < b->rows->len ? b->rows->pdata[i] : NULL;
      StewardComparedRow *row;

      /* They stand in the same order, but for a node that only one has. */
      if (new == NULL || strcmp (new->id, old->id) != 0)
        new = steward_schedule_find_row (b, old->id);

      if (new == NULL || (old->start == new->start && old->finish == new->finish))
        continue;
      row = g_new0 (StewardComparedRow, 1);
      row->id = g_strdup (old->id);
      row->name = g_strdup (old->name);
      row->start_a = old->start;
      row->finish_a = old->finish;
      row->start_b = new->start;
      row->finish_b = new->finish;
      g_ptr_array_add (self->rows, row);
    }
}

StewardComparison *
steward_levers_compare (StewardProject         *project,
                        StewardCalendar        *calendar,
                        StewardDay              as_of,
                        const StewardScenario  *a,
                        const StewardScenario  *b,
                        GError                **error)
{
  g_autoptr (StewardSchedule) first = NULL, second = NULL;
  StewardComparison *self;
  GPtrArray *levers;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL && a != NULL && b != NULL, NULL);

  first = steward_schedule_new_with (project, calendar, as_of, a, error);
  second = first ? steward_schedule_new_with (project, calendar, as_of, b, error) : NULL;
  if (second == NULL)
    return NULL;
  self = g_new0 (StewardComparison, 1);
  self->levers = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->finish_a = first->finish;
  self->finish_b = second->finish;
  self->approval_a = first->approval_days;
  self->approval_b = second->approval_days;
  self->saved = steward_calendar_count (calendar, second->finish, first->finish);
  self->saved_approval = first->approval_days - second->approval_days;
  self->provisional = steward_calendar_is_provisional (calendar, first->finish) ||
                      steward_calendar_is_provisional (calendar, second->finish);
  levers = steward_pack_get_levers (steward_project_get_pack (project));
  for (guint i = 0; i < levers->len; i++)
    {
      const StewardLever *lever = levers->pdata[i];

      if (differs (lever, first, second))
        g_ptr_array_add (self->levers, g_strdup (lever->name));
    }
  compare_rows (self, first, second);
  return self;
}
