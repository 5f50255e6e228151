/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <string.h>

#include "steward-lever-effects-private.h"
#include "steward-network-private.h"

/* Stages and blocks are two milestones each: their end bears their id, as
 * that is what the packs mean by "after", their start has this behind it. */
#define START_SUFFIX ":start"

/* An item that may overlap with what it waits for has a second task, its
 * decision, which waits for it instead. */
#define DECISION_SUFFIX ":decision"

typedef struct
{
  const StewardSchedule     *schedule;
  StewardPass                pass;
  StewardNetwork            *network;
  const StewardLeverEffects *levers;
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

int
steward_schedule_find_end (const StewardNetwork *network,
                           const char           *id)
{
  g_autofree char *decision = g_strconcat (id, DECISION_SUFFIX, NULL);
  int task = steward_network_find (network, decision);

  return task >= 0 ? task : steward_network_find (network, id);
}

static int
find_end (const Builder *self,
          const char    *id)
{
  /* Only levers make decisions of their own. */
  if (g_hash_table_size (self->levers->rows) == 0)
    return steward_network_find (self->network, id);
  return steward_schedule_find_end (self->network, id);
}

/* An item or activity starts itself; a stage or block has a milestone. */
static int
find_start (const Builder *self,
            const char    *id)
{
  g_autofree char *start = g_strconcat (id, START_SUFFIX, NULL);
  int task = steward_network_find (self->network, start);

  return task >= 0 ? task : steward_network_find (self->network, id);
}

static guint
get_waits (const Builder            *self,
           const StewardScheduleRow *row)
{
  const StewardRowEffect *effect = steward_lever_effects_find (self->levers, row->id);

  return effect ? effect->waits : 0;
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
 * ticked) holds nothing; of an item in segments, all of them hold. */
static void
link_after (Builder    *self,
            char      **after,
            int         task)
{
  for (guint i = 0; after && after[i]; i++)
    {
      const GPtrArray *parts = steward_plan_get_parts (self->schedule->plan, after[i]);
      guint n = parts ? parts->len : 1;

      for (guint j = 0; j < n; j++)
        {
          int before = find_end (self, parts ? ((StewardPlanItem *) parts->pdata[j])->id : after[i]);

          if (before >= 0)
            steward_network_link (self->network, before, task);
        }
    }
}

/* Before @id, or all of its segments. */
static void
link_before (Builder    *self,
             int         task,
             const char *id)
{
  const GPtrArray *parts = steward_plan_get_parts (self->schedule->plan, id);
  guint n = parts ? parts->len : 1;

  for (guint i = 0; i < n; i++)
    {
      int next = find_start (self, parts ? ((StewardPlanItem *) parts->pdata[i])->id : id);

      if (next >= 0)
        steward_network_link (self->network, task, next);
    }
}

static gboolean
block_is_outside (const StewardBlock *block)
{
  return block->within_stage || block->lane == STEWARD_LANE_UTILITY || block->lane == STEWARD_LANE_AFTER;
}

static gboolean
knows_no_dates (const Builder *self)
{
  return self->pass != STEWARD_PASS_PLANNED && self->pass != STEWARD_PASS_FORECAST;
}

/* The duration of @row as the network counts it, where the day of acceptance
 * is day 0: in a city that counts that day, one less. */
static int
count_days (const Builder            *self,
            const StewardScheduleRow *row)
{
  const StewardRowEffect *effect = steward_lever_effects_find (self->levers, row->id);
  int days = MAX (row->limit, 0);

  if (effect && effect->days >= 0)
    days = MIN (days, effect->days);
  if (knows_no_dates (self))
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
add_decision (Builder                   *self,
              const StewardScheduleRow  *row,
              int                        task,
              GError                   **error)
{
  g_autofree char *id = NULL;
  int decision;

  if (get_waits (self, row) == 0)
    return TRUE;
  id = g_strconcat (row->id, DECISION_SUFFIX, NULL);
  decision = steward_network_add (self->network, id, 0, error);
  if (decision < 0)
    return FALSE;
  steward_network_set_hammock (self->network, decision, steward_plan_item_is_outside (row->item));
  steward_network_link (self->network, task, decision);
  return TRUE;
}

static gboolean
add_row (Builder                   *self,
         const StewardScheduleRow  *row,
         GError                   **error)
{
  int task = steward_network_add (self->network, row->id, count_days (self, row), error);
  StewardDay not_before;

  if (task < 0 || !add_decision (self, row, task, error))
    return FALSE;
  if (row->kind == STEWARD_ROW_ITEM)
    steward_network_set_hammock (self->network, task, steward_plan_item_is_outside (row->item));
  if (knows_no_dates (self))
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

static int
find_start_before (const Builder      *self,
                   const StewardStage *stage)
{
  GPtrArray *stages = self->schedule->plan->stages;

  for (guint i = 1; i < stages->len; i++)
    {
      if (((StewardPlanStage *) stages->pdata[i])->stage == stage)
        return find_start (self, ((StewardPlanStage *) stages->pdata[i - 1])->stage->id);
    }
  return -1;
}

/* Where an item may begin: with its frame, or already with the stage, or with
 * the stage before, when it need not wait for more. */
static void
link_start (Builder                  *self,
            const StewardScheduleRow *row,
            const char               *frame,
            int                       task)
{
  const StewardPlanItem *item = row->item;
  guint waits = get_waits (self, row);
  int before;

  if (waits & (STEWARD_WAIT_BLOCK | STEWARD_WAIT_STAGE))
    steward_network_link (self->network, find_start (self, frame), find_end (self, row->id));
  if (waits & STEWARD_WAIT_STAGE)
    {
      before = find_start_before (self, item->stage);
      if (before >= 0)
        steward_network_link (self->network, before, task);
      for (guint i = 0; !(waits & STEWARD_WAIT_BLOCK) && item->block && item->block->after[i]; i++)
        {
          if (steward_pack_find_block (self->schedule->plan->pack, item->block->after[i]))
            steward_network_link (self->network, find_end (self, item->block->after[i]), task);
        }
      return;
    }
  steward_network_link (self->network, find_start (self, waits & STEWARD_WAIT_BLOCK ? item->stage->id : frame), task);
}

/* Those that are reviewed as one do not wait for each other. */
static gboolean
is_merged (const Builder            *self,
           const StewardScheduleRow *row,
           const char               *id)
{
  const StewardRowEffect *mine = steward_lever_effects_find (self->levers, row->id);
  const StewardRowEffect *other = steward_lever_effects_find (self->levers, id);

  return mine && other && mine->merge && mine->merge == other->merge;
}

static void
link_after_row (Builder                  *self,
                const StewardScheduleRow *row,
                const char               *id,
                int                       task)
{
  int before = find_end (self, id);

  if (before >= 0 && !is_merged (self, row, id))
    steward_network_link (self->network, before,
                          get_waits (self, row) & STEWARD_WAIT_ITEM ? find_end (self, row->id) : task);
}

/* The segment of the same name among @parts, where the pack lets segments go
 * on by themselves; NULL when there is none. */
static const StewardPlanItem *
find_partner (const Builder            *self,
              const StewardScheduleRow *row,
              const GPtrArray          *parts)
{
  if (*row->item->segment == '\0' || !steward_pack_get_setting (self->schedule->plan->pack, "segments-pair", 0))
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPlanItem *part = parts->pdata[i];

      if (strcmp (part->segment, row->item->segment) == 0)
        return part;
    }
  return NULL;
}

/* It waits for all segments of what it is after, unless they go in pairs. */
static void
link_after_items (Builder                  *self,
                  const StewardScheduleRow *row,
                  int                       task)
{
  char **after = row->item->item ? row->item->item->after : NULL;

  for (guint i = 0; after && after[i]; i++)
    {
      const GPtrArray *parts = steward_plan_get_parts (self->schedule->plan, after[i]);
      const StewardPlanItem *partner = parts ? find_partner (self, row, parts) : NULL;

      if (parts == NULL)
        link_after_row (self, row, after[i], task);
      else if (partner)
        link_after_row (self, row, partner->id, task);
      for (guint j = 0; parts && partner == NULL && j < parts->len; j++)
        link_after_row (self, row, ((StewardPlanItem *) parts->pdata[j])->id, task);
    }
}

/* Between the milestones of its block, else of its stage; what is outside
 * the gate lets the stage end without it. */
static void
link_item (Builder                  *self,
           const StewardScheduleRow *row)
{
  const StewardPlanItem *item = row->item;
  const char *frame = item->block ? item->block->id : item->stage->id;
  int task = steward_network_find (self->network, row->id);

  if (item->lane == STEWARD_LANE_AFTER && item->block == NULL)
    {
      steward_network_link (self->network, find_end (self, item->stage->id), task);
    }
  else
    {
      link_start (self, row, frame, task);
      if (item->block || !steward_plan_item_is_outside (item))
        steward_network_link (self->network, find_end (self, row->id), find_end (self, frame));
    }
  link_after_items (self, row, task);
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
        link_before (self, task, activity->before[j]);
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

/* The decision of what comes first holds the beginning of what waits, whatever
 * levers say of what the pack links. */
static void
link_own (Builder *self)
{
  for (guint i = 0; i < self->schedule->own_links->len; i++)
    {
      const StewardScheduleLink *link = self->schedule->own_links->pdata[i];

      if (!link->rests)
        steward_network_link_firmly (self->network, find_end (self, link->from),
                                     steward_network_find (self->network, link->to));
    }
}

/* Without what is handled one after the other. */
static StewardNetwork *
build_unordered (const StewardSchedule      *schedule,
                 const StewardLeverEffects  *levers,
                 StewardPass                 pass,
                 StewardDay                  start,
                 GError                    **error)
{
  g_autoptr (StewardNetwork) network = steward_network_new (schedule->calendar, start);
  Builder self = { schedule, pass, network, levers };

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
  if (pass != STEWARD_PASS_ORDER && pass != STEWARD_PASS_RULES)
    link_own (&self);
  return g_steal_pointer (&network);
}

static gboolean
link_apart (const StewardSchedule      *schedule,
            const StewardLeverEffects  *levers,
            StewardPass                 pass,
            StewardNetwork             *network,
            GError                    **error)
{
  g_autoptr (StewardLeverEffects) none = NULL;
  g_autoptr (StewardNetwork) untouched = NULL;

  if (pass == STEWARD_PASS_ORDER || pass == STEWARD_PASS_RULES || g_hash_table_size (levers->apart) == 0)
    return TRUE;
  none = steward_lever_effects_new_none ();
  untouched = build_unordered (schedule, none, pass, steward_network_offset_to_day (network, 0), error);
  return untouched && steward_lever_effects_link_apart (levers, network, untouched, error);
}

StewardNetwork *
steward_schedule_build_network (const StewardSchedule *schedule,
                                StewardPass            pass,
                                StewardDay             start,
                                GError               **error)
{
  g_autoptr (StewardLeverEffects) levers = pass == STEWARD_PASS_RULES ? steward_lever_effects_new_none ()
                                                                      : steward_lever_effects_new (schedule, pass);
  g_autoptr (StewardNetwork) network = build_unordered (schedule, levers, pass, start, error);

  if (network == NULL || !link_apart (schedule, levers, pass, network, error))
    return NULL;
  /* Of the rules alone nobody wants dates. */
  if (pass == STEWARD_PASS_RULES ? !steward_network_sort (network, error) : !steward_network_solve (network, error))
    return NULL;
  return g_steal_pointer (&network);
}
