/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-time.h"

#include "steward-schedule-private.h"
#include "steward-span-private.h"

/* How far the gating items of a stage have come. */
typedef struct
{
  StewardDay first;     /* first day on which anything was with the window */
  StewardDay last;      /* last decision */
  gboolean   over;      /* all are decided */
} Course;

static StewardDay
find_begin (const StewardScheduleRow *row)
{
  if (row->received == STEWARD_DAY_NONE || row->accepted == STEWARD_DAY_NONE)
    return MAX (row->received, row->accepted);
  return MIN (row->received, row->accepted);
}

static Course
follow (const StewardScheduleStage *stage,
        int                         first_counts)
{
  Course course = { STEWARD_DAY_NONE, STEWARD_DAY_NONE, TRUE };

  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = stage->rows->pdata[i];
      StewardDay begin;

      if (!steward_schedule_row_is_gating (row))
        continue;
      begin = find_begin (row);
      if (begin != STEWARD_DAY_NONE && begin == row->accepted)
        begin -= first_counts;
      if (begin != STEWARD_DAY_NONE)
        course.first = course.first == STEWARD_DAY_NONE ? begin : MIN (course.first, begin);
      course.last = MAX (course.last, row->decided);
      course.over = course.over && row->decided != STEWARD_DAY_NONE;
    }
  return course;
}

/* When the stages before @stage were over; NONE when one is not, or when
 * there is none that has anything to decide. */
static StewardDay
find_end_before (const StewardSchedule      *self,
                 const StewardScheduleStage *stage)
{
  StewardDay end = STEWARD_DAY_NONE;

  for (guint i = 0; i < self->stages->len && self->stages->pdata[i] != stage; i++)
    {
      Course course = follow (self->stages->pdata[i], 0);

      if (!course.over)
        return STEWARD_DAY_NONE;
      end = MAX (end, course.last);
    }
  return end;
}

/* Before the acceptance, a correction is the unit's: the days from its start
 * to its end are taken out of the waiting. */
static void
collect_waiting (const StewardSchedule    *self,
                 const StewardScheduleRow *row,
                 GArray                   *waiting)
{
  StewardDay stop = row->accepted != STEWARD_DAY_NONE ? row->accepted : self->as_of;
  StewardDay at = row->received;
  GPtrArray *events = row->item->case_ ? row->item->case_->events : NULL;
  gboolean with_unit = FALSE;

  for (guint i = 0; events && i < events->len && at != STEWARD_DAY_NONE; i++)
    {
      const StewardEvent *event = events->pdata[i];

      if (event->day < row->received || event->day > stop)
        continue;
      if (event->status == STEWARD_CASE_CORRECTION_STARTS && !with_unit)
        {
          steward_span_add (waiting, at, event->day);
          with_unit = TRUE;
        }
      else if (event->status == STEWARD_CASE_CORRECTION_ENDS)
        {
          at = event->day;
          with_unit = FALSE;
        }
    }
  if (at != STEWARD_DAY_NONE && !with_unit)
    steward_span_add (waiting, at, stop);
}

/* An application that was turned away waits for nobody. */
static gboolean
is_waiting (const StewardScheduleRow *row)
{
  if (row->received == STEWARD_DAY_NONE)
    return FALSE;
  return row->accepted != STEWARD_DAY_NONE || row->status == STEWARD_CASE_RECEIVED ||
         row->status == STEWARD_CASE_CORRECTION_STARTS || row->status == STEWARD_CASE_CORRECTION_ENDS ||
         row->status == STEWARD_CASE_BUREAU_STARTS;
}

StewardStageTime
steward_schedule_split_time (const StewardSchedule      *self,
                             const StewardScheduleStage *stage)
{
  StewardStageTime time = { STEWARD_DAY_NONE, STEWARD_DAY_NONE, 0, 0, 0, 0, -1 };
  g_autoptr (GArray) busy = steward_span_new_list ();
  g_autoptr (GArray) paused = steward_span_new_list ();
  g_autoptr (GArray) waiting = steward_span_new_list ();
  StewardDay before;
  Course course;

  g_return_val_if_fail (self != NULL && stage != NULL, time);

  time.budget = stage->budget;
  course = follow (stage, steward_pack_get_setting (self->plan->pack, "acceptance-day-counts", 0) ? 1 : 0);
  before = find_end_before (self, stage);
  if (before == STEWARD_DAY_NONE || course.first == STEWARD_DAY_NONE)
    time.from = MAX (before, course.first);
  else
    time.from = MIN (before, course.first);
  if (time.from == STEWARD_DAY_NONE)
    return time;
  /* A stage without anything to decide takes no time. */
  time.upto = !course.over ? self->as_of : MAX (course.last, time.from);
  time.upto = MAX (time.upto, time.from);

  steward_schedule_collect_spans (self, stage->rows, busy, paused);
  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = stage->rows->pdata[i];

      if (steward_schedule_row_is_gating (row) && is_waiting (row))
        collect_waiting (self, row, waiting);
    }
  steward_span_unite (waiting);
  steward_span_subtract (waiting, busy);
  time.paused = steward_span_count_common (self->calendar, busy, paused);
  time.bureau = steward_span_count (self->calendar, busy) - time.paused;
  time.waiting = steward_span_count (self->calendar, waiting);
  time.unit = steward_calendar_count (self->calendar, time.from, time.upto) - time.bureau - time.paused - time.waiting;
  return time;
}
