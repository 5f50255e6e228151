/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <string.h>

StewardScheduleRow *
steward_schedule_row_new (StewardScheduleRowKind  kind,
                          const char             *id,
                          const char             *name)
{
  StewardScheduleRow *row = g_new0 (StewardScheduleRow, 1);

  row->kind = kind;
  row->id = g_strdup (id);
  row->name = g_strdup (name);
  row->planned_start = row->planned_finish = STEWARD_DAY_NONE;
  row->start = row->finish = STEWARD_DAY_NONE;
  row->accepted = row->decided = STEWARD_DAY_NONE;
  row->received = row->silent_until = row->ready_since = STEWARD_DAY_NONE;
  row->deliver_by = row->delivered = row->looked_at = row->stale_since = STEWARD_DAY_NONE;
  row->answer.due = STEWARD_DAY_NONE;
  row->limit = -1;
  return row;
}

void
steward_schedule_row_free (StewardScheduleRow *row)
{
  g_free (row->id);
  g_free (row->name);
  g_free (row->pauses);
  g_free (row->why);
  g_free (row->why_text);
  g_free (row);
}

gboolean
steward_schedule_row_has_open_pause (const StewardScheduleRow *row)
{
  for (gsize i = 0; i < row->n_pauses; i++)
    {
      if (row->pauses[i].end == STEWARD_DAY_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Without a limit there is no due day and nothing to be late against; the
 * days used are counted all the same. */
static void
forget_limit (StewardScheduleRow *row)
{
  row->answer.due = STEWARD_DAY_NONE;
  row->answer.remaining = 0;
  if (row->accepted == STEWARD_DAY_NONE)
    row->answer.light = STEWARD_LIGHT_NOT_STARTED;
  else if (row->decided != STEWARD_DAY_NONE)
    row->answer.light = STEWARD_LIGHT_DONE;
  else
    row->answer.light = steward_schedule_row_has_open_pause (row) ? STEWARD_LIGHT_PAUSED : STEWARD_LIGHT_GREEN;
}

static StewardClockQuestion
make_question (const StewardSchedule    *self,
               const StewardScheduleRow *row)
{
  StewardPack *pack = self->plan->pack;

  return (StewardClockQuestion) {
    .from = row->accepted,
    .days = MAX (row->limit, 0),
    .extension = row->item != NULL && row->item->case_ != NULL ? row->item->case_->extension : 0,
    .from_counts = steward_pack_get_setting (pack, "acceptance-day-counts", 0) != 0,
    .pauses = row->pauses,
    .n_pauses = row->n_pauses,
    .finished = row->decided,
    .as_of = self->as_of,
    .thresholds = steward_pack_get_thresholds (pack),
  };
}

static void
ask_clock (const StewardSchedule *self,
           StewardScheduleRow    *row)
{
  StewardClockQuestion question = make_question (self, row);

  row->answer = steward_clock_ask (self->calendar, &question);
  if (row->limit < 0)
    forget_limit (row);
}

void
steward_schedule_get_question (const StewardSchedule    *self,
                               const StewardScheduleRow *row,
                               StewardClockQuestion     *question)
{
  g_return_if_fail (self != NULL && row != NULL && question != NULL);

  *question = make_question (self, row);
}

/* @days after @from; @from itself when that is beyond the calendar. */
static StewardDay
days_after (const StewardSchedule *self,
            StewardDay             from,
            int                    days)
{
  StewardDay day = steward_calendar_add (self->calendar, from, days);

  return day != STEWARD_DAY_NONE ? day : from;
}

/* When an accepted row is over: the decision, or the due day but not before
 * today; while it is paused, today and the days that are left. */
static StewardDay
find_finish (const StewardSchedule    *self,
             const StewardScheduleRow *row)
{
  if (row->decided != STEWARD_DAY_NONE)
    return MAX (row->decided, row->accepted);
  if (row->answer.due != STEWARD_DAY_NONE)
    return MAX (row->answer.due, self->as_of);
  if (row->limit >= 0)
    return days_after (self, MAX (self->as_of, row->accepted), MAX (row->answer.remaining, 0));
  return MAX (self->as_of, row->accepted);
}

static void
replay_case (const StewardSchedule *self,
             StewardScheduleRow    *row,
             const StewardCase     *handled)
{
  StewardCaseClock clock;

  steward_case_replay (handled, self->calendar, steward_pack_get_notice_days (self->plan->pack),
                       self->as_of, &clock);
  /* What was never accepted and came to an end has to be begun again. */
  row->accepted = clock.accepted;
  row->decided = clock.accepted != STEWARD_DAY_NONE ? clock.finished : STEWARD_DAY_NONE;
  row->status = clock.status;
  row->received = clock.received;
  row->silent_until = clock.silent_until;
  row->pauses = g_steal_pointer (&clock.pauses);
  row->n_pauses = clock.n_pauses;
  steward_case_clock_clear (&clock);
}

static void
add_item_row (StewardSchedule       *self,
              const StewardPlanItem *item)
{
  StewardScheduleRow *row = steward_schedule_row_new (STEWARD_ROW_ITEM, item->id, item->name);

  row->item = item;
  row->stage = item->stage;
  row->limit = item->limit;
  row->limit_unknown = item->limit < 0 && !steward_plan_item_fills_stage (item);
  if (item->case_)
    replay_case (self, row, item->case_);
  ask_clock (self, row);
  if (row->accepted != STEWARD_DAY_NONE)
    row->finish = find_finish (self, row);
  if (item->case_)
    steward_schedule_follow_up (self, row);
  g_ptr_array_add (self->rows, row);
}

/* Whether @id names a stage, block or item of the plan that has items. */
static gboolean
names_items (const StewardPlan *plan,
             const char        *id)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const StewardPlanItem *item = plan->items->pdata[i];

      if (strcmp (item->base, id) == 0 || strcmp (item->stage->id, id) == 0 ||
          (item->block && strcmp (item->block->id, id) == 0))
        return TRUE;
    }
  return FALSE;
}

/* An activity is a row when it holds something back, or is on record. */
static gboolean
is_wanted (const StewardPlan     *plan,
           const StewardActivity *activity)
{
  StewardDay start, finish;
  int days;

  for (guint i = 0; activity->before && activity->before[i]; i++)
    {
      if (names_items (plan, activity->before[i]))
        return TRUE;
    }
  steward_project_get_activity (plan->project, activity->id, &start, &finish, &days);
  return start != STEWARD_DAY_NONE || finish != STEWARD_DAY_NONE || days >= 0;
}

/* Finish and light of an activity whose actual dates are known; @planned is
 * the finish on record, past or not. */
static void
place_activity (const StewardSchedule *self,
                StewardScheduleRow    *row,
                StewardDay             planned)
{
  if (row->accepted == STEWARD_DAY_NONE)
    return;
  if (row->decided != STEWARD_DAY_NONE)
    row->finish = MAX (row->decided, row->accepted);
  else if (planned != STEWARD_DAY_NONE)
    row->finish = planned;
  else
    row->finish = MAX (self->as_of, days_after (self, row->accepted, MAX (row->limit, 0)));
  row->answer.light = row->decided != STEWARD_DAY_NONE ? STEWARD_LIGHT_DONE : STEWARD_LIGHT_GREEN;
}

static void
add_activity_row (StewardSchedule       *self,
                  const StewardActivity *activity)
{
  StewardScheduleRow *row;
  StewardDay start, finish;
  int days;

  steward_project_get_activity (self->plan->project, activity->id, &start, &finish, &days);
  row = steward_schedule_row_new (STEWARD_ROW_ACTIVITY, activity->id, activity->name);
  row->limit = days;
  if (days < 0 && start != STEWARD_DAY_NONE && finish != STEWARD_DAY_NONE)
    row->limit = CLAMP (steward_calendar_count (self->calendar, start, finish), 0, STEWARD_MAX_DAYS);
  row->limit_unknown = row->limit < 0;
  if (finish != STEWARD_DAY_NONE && finish <= self->as_of)
    row->decided = finish;
  if (start != STEWARD_DAY_NONE && start <= self->as_of)
    row->accepted = start;
  else if (row->decided != STEWARD_DAY_NONE)
    row->accepted = days_after (self, finish, -MAX (row->limit, 0));
  place_activity (self, row, finish);
  g_ptr_array_add (self->rows, row);
}

/* Whether @activity follows something of @stage, and so stands behind it. */
static gboolean
follows_stage (const StewardSchedule *self,
               const StewardActivity *activity,
               const StewardStage    *stage)
{
  for (guint i = 0; activity->after && activity->after[i]; i++)
    {
      const StewardStage *named = steward_pack_find_stage (self->plan->pack, activity->after[i]);
      const StewardBlock *block = steward_pack_find_block (self->plan->pack, activity->after[i]);
      const StewardItem *item = steward_pack_find_item (self->plan->pack, activity->after[i]);

      named = named ? named : block ? block->stage : item ? item->stage : NULL;
      if (named && named->number == stage->number)
        return TRUE;
    }
  return FALSE;
}

void
steward_schedule_add_rows (StewardSchedule *self)
{
  GPtrArray *activities = steward_pack_get_activities (self->plan->pack);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = self->plan->stages->pdata[i];

      for (guint j = 0; j < stage->items->len; j++)
        add_item_row (self, stage->items->pdata[j]);
      for (guint j = 0; j < activities->len; j++)
        {
          StewardActivity *activity = activities->pdata[j];

          if (follows_stage (self, activity, stage->stage) && is_wanted (self->plan, activity) &&
              g_hash_table_add (placed, activity))
            add_activity_row (self, activity);
        }
    }
}
