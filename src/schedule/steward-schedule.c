/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <string.h>

#include "steward-lever-effects-private.h"

static void
stage_free (StewardScheduleStage *stage)
{
  g_ptr_array_unref (stage->rows);
  g_free (stage);
}

static StewardDay
earliest_actual (const StewardSchedule *self)
{
  StewardDay earliest = STEWARD_DAY_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardDay day = ((StewardScheduleRow *) self->rows->pdata[i])->accepted;

      if (day != STEWARD_DAY_NONE)
        earliest = earliest == STEWARD_DAY_NONE ? day : MIN (earliest, day);
    }
  return earliest;
}

/* The start on record, else the first thing that happened, else today; no
 * case is accepted on a rest day. */
static StewardDay
find_planned_start (const StewardSchedule *self)
{
  const char *typed = steward_project_get_fact (self->plan->project, STEWARD_FACT_START);
  StewardDay earliest = earliest_actual (self);
  StewardDay start, worked;

  if (!steward_day_parse (typed, &start))
    start = earliest != STEWARD_DAY_NONE ? earliest : self->as_of;
  worked = steward_calendar_next_working (self->calendar, start);
  return worked != STEWARD_DAY_NONE ? worked : start;
}

static StewardDay
find_end_day (const StewardNetwork *network,
              const char           *id)
{
  int task = steward_schedule_find_end (network, id);

  return steward_network_offset_to_day (network, steward_network_get_result (network, task)->early_finish);
}

static gboolean
place_planned (StewardSchedule  *self,
               StewardDay        start,
               GError          **error)
{
  g_autoptr (StewardNetwork) network = steward_schedule_build_network (self, STEWARD_PASS_PLANNED, start, error);

  if (network == NULL)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];
      const StewardTaskResult *result =
        steward_network_get_result (network, steward_network_find (network, row->id));

      row->planned_start = steward_network_offset_to_day (network, result->early_start);
      row->planned_finish = find_end_day (network, row->id);
      if (row->kind == STEWARD_ROW_ITEM && steward_plan_item_fills_stage (row->item))
        /* A wished start may lie behind the end of the stage. */
        row->planned_finish = MAX (row->planned_start, find_end_day (network, row->stage->id));
    }
  return TRUE;
}

static gboolean
count_approval_days (StewardSchedule  *self,
                     StewardDay        start,
                     GError          **error)
{
  g_autoptr (StewardNetwork) network = steward_schedule_build_network (self, STEWARD_PASS_APPROVAL, start, error);

  if (network == NULL)
    return FALSE;
  self->approval_days = steward_network_get_total (network);
  return TRUE;
}

static void
take_result (StewardScheduleRow   *row,
             const StewardNetwork *network)
{
  const StewardTaskResult *result =
    steward_network_get_result (network, steward_network_find (network, row->id));

  if (row->accepted != STEWARD_DAY_NONE)
    {
      row->start = row->accepted;
    }
  else
    {
      row->start = steward_network_offset_to_day (network, result->early_start);
      row->finish = find_end_day (network, row->id);
    }
  row->total_float = result->total_float;
  row->free_float = result->free_float;
  row->critical = result->critical;
}

static gboolean
place_forecast (StewardSchedule  *self,
                StewardDay        planned_start,
                GError          **error)
{
  StewardDay earliest = earliest_actual (self);
  g_autoptr (StewardNetwork) network = NULL;

  if (earliest != STEWARD_DAY_NONE)
    planned_start = MIN (planned_start, earliest);
  network = steward_schedule_build_network (self, STEWARD_PASS_FORECAST, planned_start, error);
  if (network == NULL)
    return FALSE;
  self->origin = self->start = planned_start;
  self->finish = steward_network_offset_to_day (network, steward_network_get_total (network));
  for (guint i = 0; i < self->rows->len; i++)
    take_result (self->rows->pdata[i], network);
  steward_schedule_find_ready (self, network);
  steward_schedule_explain_rows (self, network);
  steward_schedule_place_stages (self, network);
  return TRUE;
}

StewardSchedule *
steward_schedule_new (StewardProject   *project,
                      StewardCalendar  *calendar,
                      StewardDay        as_of,
                      GError          **error)
{
  g_autoptr (StewardScenario) scenario = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  scenario = steward_scenario_new_from_project (project);
  return steward_schedule_new_with (project, calendar, as_of, scenario, error);
}

StewardSchedule *
steward_schedule_new_with (StewardProject         *project,
                           StewardCalendar        *calendar,
                           StewardDay              as_of,
                           const StewardScenario  *scenario,
                           GError                **error)
{
  g_autoptr (StewardSchedule) self = NULL;
  StewardDay start;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL && scenario != NULL, NULL);

  self = g_new0 (StewardSchedule, 1);
  self->plan = steward_plan_new (project);
  self->scenario = steward_scenario_copy (scenario);
  self->calendar = steward_calendar_ref (calendar);
  self->as_of = as_of != STEWARD_DAY_NONE ? as_of : steward_day_today ();
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) stage_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_schedule_row_free);
  self->own_links = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_schedule_link_free);
  steward_schedule_mark_modes (self);
  steward_schedule_add_rows (self);
  if (!steward_schedule_judge_links (self, error))
    return NULL;
  start = find_planned_start (self);
  if (!place_planned (self, start, error) || !count_approval_days (self, start, error) ||
      !place_forecast (self, start, error))
    return NULL;
  steward_schedule_add_nodes (self);
  steward_schedule_sum_up (self);
  return g_steal_pointer (&self);
}

void
steward_schedule_free (StewardSchedule *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->own_links);
  steward_scenario_free (self->scenario);
  steward_calendar_unref (self->calendar);
  steward_plan_free (self->plan);
  g_free (self);
}

const StewardScheduleRow *
steward_schedule_find_row (const StewardSchedule *self,
                           const char            *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardScheduleRow *row = self->rows->pdata[i];

      if (strcmp (row->id, id) == 0)
        return row;
    }
  return NULL;
}
