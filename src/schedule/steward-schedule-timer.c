/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include <string.h>

#include "steward-adjustments.h"

static const StewardTimer *
find_timer (const StewardPack *pack,
            const char        *id)
{
  GPtrArray *timers = steward_pack_get_timers (pack);

  for (guint i = 0; i < timers->len; i++)
    {
      const StewardTimer *timer = timers->pdata[i];

      if (strcmp (timer->id, id) == 0)
        return timer;
    }
  return NULL;
}

/* The row that a timer is about, by its id or that of its case. */
static const StewardScheduleRow *
find_subject (const StewardSchedule *self,
              const char            *subject)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardScheduleRow *row = self->rows->pdata[i];

      if (strcmp (row->id, subject) == 0 ||
          (row->item && row->item->case_ && strcmp (row->item->case_->id, subject) == 0))
        return row;
    }
  return NULL;
}

/* Where it stands among the rows: with what it is about, else with the first
 * stage in which anything is open. */
static const StewardStage *
find_stage (const StewardSchedule     *self,
            const StewardScheduleRow  *row,
            const StewardStartedTimer *started)
{
  const StewardStage *named = steward_pack_find_stage (self->plan->pack, started->subject);

  if (named || (row && row->stage))
    return named ? named : row->stage;
  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardScheduleStage *stage = self->stages->pdata[i];

      for (guint j = 0; j < stage->rows->len; j++)
        {
          const StewardScheduleRow *other = stage->rows->pdata[j];

          if (steward_schedule_row_is_gating (other) && other->decided == STEWARD_DAY_NONE)
            return stage->stage;
        }
    }
  return ((StewardScheduleStage *) self->stages->pdata[self->stages->len - 1])->stage;
}

static char *
name_timer (const StewardSchedule     *self,
            const StewardScheduleRow  *row,
            const StewardTimer        *timer,
            const StewardStartedTimer *started)
{
  const StewardStage *stage = steward_pack_find_stage (self->plan->pack, started->subject);
  const char *name = timer ? timer->name : started->timer;
  const char *subject = stage ? stage->name : row ? row->name : started->subject;

  return *subject ? g_strdup_printf ("%s：%s", name, subject) : g_strdup (name);
}

/* Working days it has: up to the day set by hand, else those of the pack; -1
 * when there are none ("in time"). */
static int
find_days (const StewardSchedule     *self,
           const StewardTimer        *timer,
           const StewardStartedTimer *started)
{
  if (started->due != STEWARD_DAY_NONE)
    return CLAMP (steward_calendar_count (self->calendar, started->from, started->due), 0, STEWARD_MAX_DAYS);
  return timer ? timer->days : -1;
}

/* Its id begins as no other does. */
static void
add_timer (StewardSchedule           *self,
           const StewardStartedTimer *started)
{
  const StewardTimer *timer = find_timer (self->plan->pack, started->timer);
  const StewardScheduleRow *subject = find_subject (self, started->subject);
  g_autofree char *id = g_strdup_printf ("/timer/%u", started->number);
  g_autofree char *name = name_timer (self, subject, timer, started);
  StewardScheduleRow *row = steward_schedule_row_new (STEWARD_ROW_NODE, id, name);
  gboolean begun = started->from <= self->as_of;
  StewardClockQuestion question = {
    .finished = STEWARD_DAY_NONE,
    .as_of = self->as_of,
    .thresholds = steward_pack_get_thresholds (self->plan->pack),
  };

  row->limit = find_days (self, timer, started);
  question.from = begun ? started->from : STEWARD_DAY_NONE;
  question.days = MAX (row->limit, 0);
  row->stage = find_stage (self, subject, started);
  row->accepted = question.from;
  row->answer = steward_clock_ask (self->calendar, &question);
  if (row->limit < 0)
    {
      row->answer.due = STEWARD_DAY_NONE;
      row->answer.remaining = 0;
      row->answer.light = begun ? STEWARD_LIGHT_GREEN : STEWARD_LIGHT_NOT_STARTED;
    }
  row->start = row->planned_start = row->finish = started->from;
  if (row->answer.due != STEWARD_DAY_NONE)
    row->finish = row->answer.due;
  row->planned_finish = row->finish;
  row->why_text = started->note && *started->note ? g_strdup (started->note) : NULL;
  g_ptr_array_add (self->rows, row);
}

void
steward_schedule_add_timers (StewardSchedule *self)
{
  g_autoptr (GPtrArray) timers = steward_project_list_timers (self->plan->project);

  for (guint i = 0; self->stages->len > 0 && i < timers->len; i++)
    {
      const StewardStartedTimer *started = timers->pdata[i];

      if (started->done == STEWARD_DAY_NONE || started->done > self->as_of)
        add_timer (self, started);
    }
}
