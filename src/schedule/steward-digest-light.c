/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-digest-private.h"
#include "steward-adjustments.h"
#include "steward-schedule-private.h"

/* The first day with the light @wanted, or a worse one, for @remaining of
 * @total days of which @speed go by with each working day. */
static StewardDay
find_turn (const StewardSchedule *schedule,
           int                    total,
           int                    remaining,
           int                    speed,
           StewardLight           wanted)
{
  StewardThresholds thresholds = steward_pack_get_thresholds (schedule->plan->pack);
  int days = 0;

  while (steward_light_for (total, remaining, thresholds) < wanted)
    {
      if (speed == 0)
        return STEWARD_DAY_NONE;
      remaining -= speed;
      days++;
    }
  return days > 0 ? steward_calendar_add (schedule->calendar, schedule->as_of, days) : schedule->as_of;
}

StewardTurns
steward_turns_of_answer (const StewardSchedule    *schedule,
                         const StewardClockAnswer *answer)
{
  StewardTurns turns = STEWARD_TURNS_NONE;

  if (answer->due == STEWARD_DAY_NONE)
    return turns;
  turns.red = answer->due + 1;
  turns.yellow = find_turn (schedule, answer->used + answer->remaining, answer->remaining, 1, STEWARD_LIGHT_YELLOW);
  /* The last day of a pause still belongs to it; and so does a due day on
   * which a pause begins, but not the day after. */
  if (answer->light == STEWARD_LIGHT_PAUSED)
    turns.yellow = MAX (turns.yellow, schedule->as_of + 1);
  turns.yellow = MIN (turns.yellow, turns.red);
  return turns;
}

static void
keep_earlier (StewardDay *day,
              StewardDay  other)
{
  if (*day == STEWARD_DAY_NONE || (other != STEWARD_DAY_NONE && other < *day))
    *day = other;
}

static gboolean
is_running (const StewardScheduleRow *row)
{
  return row->accepted != STEWARD_DAY_NONE && row->decided == STEWARD_DAY_NONE;
}

/* Whether each working day that passes is one more used: something runs, and
 * nothing is paused, for a pause stops the count of the whole stage. */
static gboolean
stage_is_counting (const StewardScheduleStage *stage)
{
  gboolean running = FALSE;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = stage->rows->pdata[i];

      if (!steward_schedule_row_is_gating (row) || !is_running (row))
        continue;
      if (steward_schedule_row_has_open_pause (row))
        return FALSE;
      running = TRUE;
    }
  return running;
}

/* Of the days that all stages may take together; they say something only
 * while the project is under way. */
static StewardTurns
find_turns_of_budget (const StewardSchedule *schedule)
{
  StewardTurns turns = STEWARD_TURNS_NONE;
  int budget = schedule->plan->total_limit, left = budget - schedule->used, speed = 0;
  guint n = 0, n_begun = 0, n_done = 0;

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (!steward_schedule_row_is_gating (row))
        continue;
      n++;
      n_begun += row->accepted != STEWARD_DAY_NONE;
      n_done += row->decided != STEWARD_DAY_NONE;
    }
  if (budget < 0 || n_begun == 0 || n_done == n)
    return turns;
  for (guint i = 0; i < schedule->stages->len; i++)
    speed += stage_is_counting (schedule->stages->pdata[i]);
  turns.yellow = find_turn (schedule, budget, left, speed, STEWARD_LIGHT_YELLOW);
  turns.red = find_turn (schedule, budget, left, speed, STEWARD_LIGHT_RED);
  return turns;
}

StewardTurns
steward_turns_of_schedule (const StewardSchedule *schedule)
{
  StewardTurns turns = find_turns_of_budget (schedule);

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      StewardTurns own;

      if (row->kind != STEWARD_ROW_ITEM || !is_running (row))
        continue;
      own = steward_turns_of_answer (schedule, &row->answer);
      keep_earlier (&turns.yellow, own.yellow);
      keep_earlier (&turns.red, own.red);
    }
  return turns;
}

/* Before the first of the events after today. */
static StewardDay
find_end_of_case (const StewardSchedule *schedule,
                  const StewardCase     *handled)
{
  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      if (event->day > schedule->as_of)
        return event->day - 1;
    }
  return STEWARD_DAY_NONE;
}

static void
keep_day_before (const StewardSchedule *schedule,
                 StewardDay            *end,
                 StewardDay             day)
{
  if (day > schedule->as_of)
    keep_earlier (end, day - 1);
}

static StewardDay
find_end_of_row (const StewardSchedule    *schedule,
                 const StewardScheduleRow *row)
{
  StewardDay end = row->silent_until;

  if (row->item && row->item->case_)
    {
      keep_earlier (&end, find_end_of_case (schedule, row->item->case_));
      keep_day_before (schedule, &end, row->item->case_->delivered);
      keep_day_before (schedule, &end, row->item->case_->verified);
    }
  if (row->ready_since > schedule->as_of)
    keep_earlier (&end, row->ready_since - 1);
  /* The last day of a pause: tomorrow the days go on. */
  if (row->answer.light == STEWARD_LIGHT_PAUSED && !steward_schedule_row_has_open_pause (row))
    keep_earlier (&end, schedule->as_of);
  return end;
}

StewardDay
steward_digest_find_end (const StewardSchedule *schedule)
{
  StewardProject *project = schedule->plan->project;
  GPtrArray *activities = steward_pack_get_activities (schedule->plan->pack);
  GPtrArray *closings = steward_project_get_closings (project);
  g_autoptr (GPtrArray) timers = steward_project_list_timers (project);
  StewardDay end = STEWARD_DAY_NONE;

  for (guint i = 0; i < schedule->rows->len; i++)
    keep_earlier (&end, find_end_of_row (schedule, schedule->rows->pdata[i]));
  for (guint i = 0; i < activities->len; i++)
    {
      StewardDay start, finish;

      steward_project_get_activity (project, ((StewardActivity *) activities->pdata[i])->id, &start, &finish, NULL);
      keep_day_before (schedule, &end, start);
      keep_day_before (schedule, &end, finish);
    }
  for (guint i = 0; i < closings->len; i++)
    keep_day_before (schedule, &end, ((StewardClosing *) closings->pdata[i])->finished_on);
  for (guint i = 0; i < timers->len; i++)
    {
      keep_day_before (schedule, &end, ((StewardStartedTimer *) timers->pdata[i])->from);
      keep_day_before (schedule, &end, ((StewardStartedTimer *) timers->pdata[i])->done);
    }
  return end;
}
