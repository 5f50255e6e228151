/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule.h"

#include "steward-frozen-plan.h"

char *
steward_schedule_freeze (const StewardSchedule *self)
{
  g_autoptr (StewardFrozenPlan) frozen = NULL;
  g_autoptr (GHashTable) rows = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  frozen = steward_frozen_plan_new (self->plan);
  rows = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM)
        g_hash_table_insert (rows, row->id, row);
    }
  for (guint i = 0; i < frozen->things->len; i++)
    {
      StewardFrozenThing *thing = frozen->things->pdata[i];
      const StewardScheduleRow *row = thing->kind == STEWARD_FROZEN_ITEM ? g_hash_table_lookup (rows, thing->id) : NULL;

      if (row)
        steward_frozen_plan_set_dates (frozen, thing, row->start, MAX (row->start, row->finish));
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardScheduleRow *row = self->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ACTIVITY)
        steward_frozen_plan_add_activity (frozen, row->id, row->name, row->start, MAX (row->start, row->finish));
    }
  return steward_frozen_plan_to_text (frozen);
}
