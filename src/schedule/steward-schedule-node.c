/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <glib/gi18n-lib.h>

/* A timer without days has no date, so it has no place either. */
static const StewardTimer *
find_timer (const StewardSchedule *self,
            StewardTimerRole       role)
{
  const StewardTimer *timer = steward_pack_find_timer (self->plan->pack, role);

  return timer != NULL && timer->days >= 0 ? timer : NULL;
}

/* The level whose rules the plan follows. */
static gboolean
is_own (const StewardSchedule *self,
        StewardLevel           level)
{
  return level == steward_pack_get_level (self->plan->pack);
}

/* Another level of government, to which something has to be handed over. */
static gboolean
is_other (const StewardSchedule *self,
          StewardLevel           level)
{
  return level != STEWARD_LEVEL_UNKNOWN && !is_own (self, level);
}

/* A node of @timer that runs from @from; @begun when that day is actual,
 * @met is the day it was seen to be done. */
static StewardScheduleRow *
add_node (StewardSchedule    *self,
          const StewardTimer *timer,
          const StewardStage *stage,
          StewardDay          from,
          gboolean            begun,
          StewardDay          met)
{
  g_autofree char *id = g_strconcat (timer->id, "@", stage->id, NULL);
  StewardScheduleRow *row = steward_schedule_row_new (STEWARD_ROW_NODE, id, timer->name);
  StewardClockQuestion question = {
    .from = begun ? from : STEWARD_DAY_NONE,
    .days = timer->days,
    .finished = met,
    .as_of = self->as_of,
    .thresholds = steward_pack_get_thresholds (self->plan->pack),
  };
  StewardDay due = steward_calendar_add (self->calendar, from, timer->days);

  row->stage = stage;
  row->limit = timer->days;
  row->accepted = question.from;
  row->decided = begun ? met : STEWARD_DAY_NONE;
  row->start = row->planned_start = from;
  row->finish = row->planned_finish = due != STEWARD_DAY_NONE ? due : from;
  row->answer = steward_clock_ask (self->calendar, &question);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* The first receipt or acceptance at another level from @stage on shows that
 * the push has happened. NONE while there is none; @wanted says whether any
 * item of another level is there to be pushed to. */
static StewardDay
find_arrival (const StewardSchedule *self,
              const StewardStage    *stage,
              gboolean              *wanted)
{
  StewardDay arrival = STEWARD_DAY_NONE;

  *wanted = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardScheduleRow *row = self->rows->pdata[i];
      StewardDay day;

      if (row->kind != STEWARD_ROW_ITEM || row->stage->number < stage->number || !is_other (self, row->item->level))
        continue;
      *wanted = TRUE;
      day = row->accepted;
      if (row->item->case_ && row->item->case_->events->len > 0)
        day = ((StewardEvent *) row->item->case_->events->pdata[0])->day;
      if (day != STEWARD_DAY_NONE && day <= self->as_of)
        arrival = arrival == STEWARD_DAY_NONE ? day : MIN (arrival, day);
    }
  return arrival;
}

static void
add_push (StewardSchedule            *self,
          const StewardScheduleStage *stage,
          const StewardTimer         *timer)
{
  const StewardScheduleRow *last = NULL;
  StewardScheduleRow *node;
  StewardDay arrival;
  gboolean all_done = TRUE, wanted;
  g_autofree char *day = NULL;

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = stage->rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM || !is_own (self, row->item->level) ||
          steward_plan_item_is_outside (row->item))
        continue;
      if (last == NULL || row->finish > last->finish)
        last = row;
      all_done = all_done && row->decided != STEWARD_DAY_NONE;
    }
  arrival = find_arrival (self, stage->stage, &wanted);
  if (last == NULL || !wanted)
    return;
  node = add_node (self, timer, stage->stage, last->finish, all_done,
                   arrival != STEWARD_DAY_NONE ? MAX (arrival, last->finish) : STEWARD_DAY_NONE);
  day = steward_day_format (last->finish);
  node->why = g_strdup (last->id);
  node->why_text = g_strdup_printf (_("It follows “%s”, the last item of this level, finished on %s."),
                                    last->name, day);
}

/* After the last closing form, until the suggestion form is filled in. */
static void
add_suggestion (StewardSchedule    *self,
                const StewardTimer *timer)
{
  GPtrArray *closings = steward_project_get_closings (self->plan->project);
  const StewardClosing *last = NULL;
  StewardScheduleRow *node;
  g_autofree char *day = NULL;

  for (guint i = 0; i < closings->len; i++)
    {
      const StewardClosing *closing = closings->pdata[i];

      if (closing->finished_on == STEWARD_DAY_NONE || closing->finished_on > self->as_of)
        continue;
      if (last == NULL || closing->finished_on > last->finished_on)
        last = closing;
    }
  if (last == NULL || *steward_project_get_suggestion (self->plan->project))
    return;
  node = add_node (self, timer, steward_pack_find_stage (self->plan->pack, last->stage), last->finished_on, TRUE,
                   STEWARD_DAY_NONE);
  day = steward_day_format (last->finished_on);
  node->why_text = g_strdup_printf (_("It follows the closing form of %s."), day);
}

/* Moves the nodes behind the rows of their stage, so that rows stay in the
 * order of the stages. */
static void
sort_rows (StewardSchedule *self,
           guint            n_without)
{
  GPtrArray *rows = self->rows;

  for (guint i = n_without; i < rows->len; i++)
    {
      StewardScheduleRow *node = rows->pdata[i];
      guint at = 0;

      for (guint j = 0; j < i; j++)
        {
          const StewardScheduleRow *row = rows->pdata[j];

          if (row->stage && row->stage->number <= node->stage->number)
            at = j + 1;
        }
      for (guint j = i; j > at; j--)
        rows->pdata[j] = rows->pdata[j - 1];
      rows->pdata[at] = node;
    }
}

/* Adds the nodes to the rows of their stages too. */
static void
share_nodes (StewardSchedule *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];

      for (guint j = 0; row->kind == STEWARD_ROW_NODE && j < self->stages->len; j++)
        {
          StewardScheduleStage *stage = self->stages->pdata[j];

          if (stage->stage == row->stage)
            g_ptr_array_add (stage->rows, row);
        }
    }
}

void
steward_schedule_add_nodes (StewardSchedule *self)
{
  const StewardTimer *push = find_timer (self, STEWARD_TIMER_PUSH);
  const StewardTimer *suggestion = find_timer (self, STEWARD_TIMER_SUGGESTION);
  guint n_without = self->rows->len;

  for (guint i = 0; push && i < self->stages->len; i++)
    add_push (self, self->stages->pdata[i], push);
  if (suggestion)
    add_suggestion (self, suggestion);
  steward_schedule_add_timers (self);
  sort_rows (self, n_without);
  share_nodes (self);
}
