/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"
#include "steward-network-private.h"
#include "steward-span-private.h"

gboolean
steward_schedule_row_is_gating (const StewardScheduleRow *row)
{
  return row->kind == STEWARD_ROW_ITEM && !steward_plan_item_is_outside (row->item);
}

void
steward_schedule_collect_spans (const StewardSchedule *self,
                                GPtrArray             *rows,
                                GArray                *busy,
                                GArray                *paused)
{
  int first = steward_pack_get_setting (self->plan->pack, "acceptance-day-counts", 0) ? 1 : 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];
      StewardDay stop = row->decided != STEWARD_DAY_NONE ? row->decided : self->as_of;

      if (!steward_schedule_row_is_gating (row) || row->accepted == STEWARD_DAY_NONE)
        continue;
      steward_span_add (busy, row->accepted - first, stop);
      for (gsize j = 0; j < row->n_pauses; j++)
        {
          const StewardPause *pause = &row->pauses[j];

          steward_span_add (paused, pause->start, pause->end != STEWARD_DAY_NONE ? MIN (pause->end, stop) : stop);
        }
    }
  steward_span_unite (busy);
  steward_span_unite (paused);
}

int
steward_schedule_count_used (const StewardSchedule *self,
                             GPtrArray             *rows)
{
  g_autoptr (GArray) busy = steward_span_new_list ();
  g_autoptr (GArray) paused = steward_span_new_list ();

  steward_schedule_collect_spans (self, rows, busy, paused);
  return steward_span_count (self->calendar, busy) - steward_span_count_common (self->calendar, busy, paused);
}

/* How far the gating items are. */
typedef struct
{
  guint        n;
  guint        n_begun;
  guint        n_done;
  StewardLight worst;
} Progress;

static Progress
measure_progress (GPtrArray *rows)
{
  Progress progress = { 0, 0, 0, STEWARD_LIGHT_NOT_STARTED };

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      progress.worst = steward_light_worse (progress.worst, row->answer.light);
      if (!steward_schedule_row_is_gating (row))
        continue;
      progress.n++;
      progress.n_begun += row->accepted != STEWARD_DAY_NONE;
      progress.n_done += row->decided != STEWARD_DAY_NONE;
    }
  return progress;
}

/* The worst of the items and of the budget. What is half done is under way
 * and not done, whatever its finished items say. */
static StewardLight
choose_light (const StewardSchedule *self,
              GPtrArray             *rows,
              int                    budget,
              int                    used)
{
  Progress progress = measure_progress (rows);
  StewardLight light = progress.worst;

  if (progress.n_begun == 0)
    return light;
  if (progress.n_done == progress.n)
    return steward_light_worse (light, budget >= 0 && used > budget ? STEWARD_LIGHT_DONE_LATE
                                                                    : STEWARD_LIGHT_DONE);
  if (budget < 0)
    return steward_light_worse (light, STEWARD_LIGHT_GREEN);
  return steward_light_worse (light, steward_light_for (budget, budget - used,
                                                        steward_pack_get_thresholds (self->plan->pack)));
}

static gboolean
row_is_provisional (const StewardSchedule    *self,
                    const StewardScheduleRow *row)
{
  return row->answer.provisional || steward_calendar_is_provisional (self->calendar, row->start) ||
         steward_calendar_is_provisional (self->calendar, row->finish);
}

/* From the first gating item to the last; a stage without any is a point. */
static void
find_dates (StewardScheduleStage *stage,
            StewardDay            milestone)
{
  stage->start = stage->finish = STEWARD_DAY_NONE;
  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = stage->rows->pdata[i];

      if (!steward_schedule_row_is_gating (row))
        continue;
      stage->start = stage->start == STEWARD_DAY_NONE ? row->start : MIN (stage->start, row->start);
      stage->finish = MAX (stage->finish, row->finish);
    }
  if (stage->start == STEWARD_DAY_NONE)
    stage->start = stage->finish = milestone;
}

/* What runs inside the stage without a limit of its own ends with it. The
 * network knows no end for what gates nothing; the stage is the end of what
 * has to be done inside it. */
static void
fill_stage (const StewardSchedule *self,
            StewardScheduleStage  *stage,
            const StewardNetwork  *network)
{
  for (guint i = 0; i < stage->rows->len; i++)
    {
      StewardScheduleRow *row = stage->rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM || steward_schedule_row_is_gating (row) || row->item->lane == STEWARD_LANE_AFTER)
        continue;
      if (steward_plan_item_fills_stage (row->item) && row->decided == STEWARD_DAY_NONE)
        row->finish = MAX (row->finish, stage->finish);
      /* What the steward made something wait for has a float of its own. */
      if (steward_network_gates (network, steward_network_find (network, row->id)))
        continue;
      row->total_float = row->free_float = steward_calendar_count (self->calendar, row->finish, stage->finish);
    }
}

static void
place_stage (StewardSchedule      *self,
             StewardScheduleStage *stage,
             const StewardNetwork *network)
{
  int task = steward_network_find (network, stage->stage->id);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];

      if (row->stage == stage->stage)
        g_ptr_array_add (stage->rows, row);
    }
  find_dates (stage, steward_network_offset_to_day (network,
                                                    steward_network_get_result (network, task)->early_finish));
  fill_stage (self, stage, network);
  stage->used = steward_schedule_count_used (self, stage->rows);
  stage->light = choose_light (self, stage->rows, stage->budget, stage->used);
}

void
steward_schedule_place_stages (StewardSchedule      *self,
                               const StewardNetwork *network)
{
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *planned = self->plan->stages->pdata[i];
      StewardScheduleStage *stage = g_new0 (StewardScheduleStage, 1);

      stage->stage = planned->stage;
      stage->budget = planned->limit;
      stage->rows = g_ptr_array_new ();
      g_ptr_array_add (self->stages, stage);
      place_stage (self, stage, network);
    }
}

void
steward_schedule_sum_up (StewardSchedule *self)
{
  int budget = self->plan->total_limit;
  StewardDay start = STEWARD_DAY_NONE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];

      row->provisional = row_is_provisional (self, row);
      self->provisional = self->provisional || row->provisional;
      if (row->kind == STEWARD_ROW_NODE)
        continue;
      start = start == STEWARD_DAY_NONE ? row->start : MIN (start, row->start);
      if (row->kind == STEWARD_ROW_ACTIVITY || steward_schedule_row_is_gating (row))
        self->finish = MAX (self->finish, row->finish);
    }
  if (start != STEWARD_DAY_NONE)
    self->start = start;
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardScheduleStage *stage = self->stages->pdata[i];

      stage->provisional = steward_calendar_is_provisional (self->calendar, stage->finish);
      for (guint j = 0; j < stage->rows->len; j++)
        stage->provisional |= ((StewardScheduleRow *) stage->rows->pdata[j])->provisional;
      self->used += stage->used;
    }
  self->light = choose_light (self, self->rows, budget, self->used);
}
