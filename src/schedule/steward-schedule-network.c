/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <string.h>

/* Stages and blocks are two milestones each: their end bears their id, as
 * that is what the packs mean by "after", their start has this behind it. */
#define START_SUFFIX ":start"

typedef struct
{
  const StewardSchedule *schedule;
  StewardPass            pass;
  StewardNetwork        *network;
} Builder;

gboolean
steward_plan_item_is_outside (const StewardPlanItem *item)
{
  return item->lane == STEWARD_LANE_UTILITY || item->lane == STEWARD_LANE_AFTER ||
         (item->block && item->block->within_stage);
}

gboolean
steward_plan_item_fills_stage (const StewardPlanItem *item)
{
  return item->limit < 0 && item->lane != STEWARD_LANE_AFTER && steward_plan_item_is_outside (item);
}

static int
find_end (const Builder *self,
          const char    *id)
{
  return steward_network_find (self->network, id);
}

/* An item or activity starts itself; a stage or block has a milestone. */
static int
find_start (const Builder *self,
            const char    *id)
{
  g_autofree char *start = g_strconcat (id, START_SUFFIX, NULL);
  int task = steward_network_find (self->network, start);

  return task >= 0 ? task : find_end (self, id);
}

static gboolean
add_milestones (Builder     *self,
                const char  *id,
                gboolean     outside,
                GError     **error)
{
  g_autofree char *start_id = g_strconcat (id, START_SUFFIX, NULL);
  int start = steward_network_add (self->network, start_id, 0, error);
  int end = start >= 0 ? steward_network_add (self->network, id, 0, error) : -1;

  if (end < 0)
    return FALSE;
  steward_network_set_hammock (self->network, start, outside);
  steward_network_set_hammock (self->network, end, outside);
  steward_network_link (self->network, start, end);
  return TRUE;
}

/* What a pack names and the plan does not have (events, items nobody
 * ticked) holds nothing. */
static void
link_after (Builder    *self,
            char      **after,
            int         task)
{
  for (guint i = 0; after && after[i]; i++)
    {
      int before = find_end (self, after[i]);

      if (before >= 0)
        steward_network_link (self->network, before, task);
    }
}

static gboolean
block_is_outside (const StewardBlock *block)
{
  return block->within_stage || block->lane == STEWARD_LANE_UTILITY || block->lane == STEWARD_LANE_AFTER;
}

/* The duration of @row as the network counts it, where the day of acceptance
 * is day 0: in a city that counts that day, one less. */
static int
count_days (const Builder            *self,
            const StewardScheduleRow *row)
{
  int days = MAX (row->limit, 0);

  if (self->pass == STEWARD_PASS_APPROVAL)
    return row->kind == STEWARD_ROW_ITEM ? days : 0;
  if (row->kind != STEWARD_ROW_ITEM)
    return days;
  if (days > 0 && steward_pack_get_setting (self->schedule->plan->pack, "acceptance-day-counts", 0))
    days--;
  if (self->pass == STEWARD_PASS_FORECAST && row->item->case_)
    days += row->item->case_->extension;
  return MIN (days, STEWARD_NETWORK_MAX_DAYS);
}

static StewardDay
find_wish (const Builder            *self,
           const StewardScheduleRow *row)
{
  StewardDay start = STEWARD_DAY_NONE;

  if (row->kind == STEWARD_ROW_ITEM)
    return row->item->case_ ? row->item->case_->planned_start : STEWARD_DAY_NONE;
  steward_project_get_activity (self->schedule->plan->project, row->id, &start, NULL, NULL);
  return start;
}

static gboolean
add_row (Builder                   *self,
         const StewardScheduleRow  *row,
         GError                   **error)
{
  int task = steward_network_add (self->network, row->id, count_days (self, row), error);
  StewardDay not_before;

  if (task < 0)
    return FALSE;
  if (row->kind == STEWARD_ROW_ITEM)
    steward_network_set_hammock (self->network, task, steward_plan_item_is_outside (row->item));
  if (self->pass == STEWARD_PASS_APPROVAL)
    return TRUE;
  if (self->pass == STEWARD_PASS_FORECAST && row->accepted != STEWARD_DAY_NONE)
    {
      steward_network_set_actual (self->network, task,
                                  steward_network_day_to_offset (self->network, row->accepted),
                                  steward_network_day_to_offset (self->network, row->finish));
      return TRUE;
    }
  not_before = find_wish (self, row);
  /* What has not begun by now begins now at the earliest. */
  if (self->pass == STEWARD_PASS_FORECAST)
    not_before = MAX (not_before, self->schedule->as_of);
  if (not_before != STEWARD_DAY_NONE)
    steward_network_set_not_before (self->network, task, not_before);
  return TRUE;
}

/* Between the milestones of its block, else of its stage; what is outside
 * the gate lets the stage end without it. */
static void
link_item (Builder                  *self,
           const StewardScheduleRow *row)
{
  const StewardPlanItem *item = row->item;
  const char *frame = item->block ? item->block->id : item->stage->id;
  int task = find_end (self, row->id);

  if (item->lane == STEWARD_LANE_AFTER && item->block == NULL)
    {
      steward_network_link (self->network, find_end (self, item->stage->id), task);
    }
  else
    {
      steward_network_link (self->network, find_start (self, frame), task);
      if (item->block || !steward_plan_item_is_outside (item))
        steward_network_link (self->network, task, find_end (self, frame));
    }
  if (item->item)
    link_after (self, item->item->after, task);
}

static void
link_blocks (Builder *self)
{
  GPtrArray *blocks = steward_pack_get_blocks (self->schedule->plan->pack);

  for (guint i = 0; i < blocks->len; i++)
    {
      const StewardBlock *block = blocks->pdata[i];
      int start = find_start (self, block->id);

      if (block->lane == STEWARD_LANE_AFTER)
        steward_network_link (self->network, find_end (self, block->stage->id), start);
      else
        steward_network_link (self->network, find_start (self, block->stage->id), start);
      if (!block_is_outside (block))
        steward_network_link (self->network, find_end (self, block->id), find_end (self, block->stage->id));
      link_after (self, block->after, start);
    }
}

static void
link_stages (Builder *self)
{
  GPtrArray *stages = self->schedule->plan->stages;

  for (guint i = 1; i < stages->len; i++)
    {
      const StewardPlanStage *before = stages->pdata[i - 1];
      const StewardPlanStage *stage = stages->pdata[i];

      steward_network_link (self->network, find_end (self, before->stage->id),
                            find_start (self, stage->stage->id));
    }
}

static void
link_activities (Builder *self)
{
  GPtrArray *activities = steward_pack_get_activities (self->schedule->plan->pack);

  for (guint i = 0; i < activities->len; i++)
    {
      const StewardActivity *activity = activities->pdata[i];
      int task = find_end (self, activity->id);

      if (task < 0)
        continue;
      link_after (self, activity->after, task);
      for (guint j = 0; activity->before && activity->before[j]; j++)
        {
          int next = find_start (self, activity->before[j]);

          if (next >= 0)
            steward_network_link (self->network, task, next);
        }
    }
}

static gboolean
add_tasks (Builder  *self,
           GError  **error)
{
  const StewardPlan *plan = self->schedule->plan;
  GPtrArray *blocks = steward_pack_get_blocks (plan->pack);

  for (guint i = 0; i < plan->stages->len; i++)
    {
      if (!add_milestones (self, ((StewardPlanStage *) plan->stages->pdata[i])->stage->id, FALSE, error))
        return FALSE;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      const StewardBlock *block = blocks->pdata[i];

      if (!add_milestones (self, block->id, block_is_outside (block), error))
        return FALSE;
    }
  for (guint i = 0; i < self->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = self->schedule->rows->pdata[i];

      /* Nodes follow from the rest; nothing waits for them. */
      if (row->kind != STEWARD_ROW_NODE && !add_row (self, row, error))
        return FALSE;
    }
  return TRUE;
}

StewardNetwork *
steward_schedule_build_network (const StewardSchedule *schedule,
                                StewardPass            pass,
                                StewardDay             start,
                                GError               **error)
{
  g_autoptr (StewardNetwork) network = steward_network_new (schedule->calendar, start);
  Builder self = { schedule, pass, network };

  if (!add_tasks (&self, error))
    return NULL;
  link_stages (&self);
  link_blocks (&self);
  link_activities (&self);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM)
        link_item (&self, row);
    }
  if (!steward_network_solve (network, error))
    return NULL;
  return g_steal_pointer (&network);
}
