/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include <math.h>

/* Zoom levels: a table, as every planner that is easy to change has one. */
static const StewardZoomLevel levels[] = {
  [STEWARD_ZOOM_DAY] = { 1.90, 1.25, STEWARD_UNIT_MONTH, STEWARD_UNIT_DAY },
  [STEWARD_ZOOM_WEEK] = { 0.66, 0.40, STEWARD_UNIT_MONTH, STEWARD_UNIT_WEEK },
  [STEWARD_ZOOM_MONTH] = { 0.24, 0.10, STEWARD_UNIT_YEAR, STEWARD_UNIT_MONTH },
  [STEWARD_ZOOM_QUARTER] = { 0.085, 0, STEWARD_UNIT_YEAR, STEWARD_UNIT_QUARTER },
};

#define WIDEST_DAY 2.4
#define NARROWEST_DAY 0.004

/* Days without approvals that are worth a fold, and those left in sight
 * before the next approval. */
#define FOLD_LEAST  45
#define FOLD_BEFORE  4

StewardDay
steward_unit_begin (StewardUnit unit,
                    StewardDay  day)
{
  int year, month, mday;

  steward_day_to_ymd (day, &year, &month, &mday);
  switch (unit)
    {
    case STEWARD_UNIT_WEEK:
      return day - (steward_day_get_weekday (day) - 1);
    case STEWARD_UNIT_MONTH:
      return steward_day_from_ymd (year, month, 1);
    case STEWARD_UNIT_QUARTER:
      return steward_day_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
    case STEWARD_UNIT_YEAR:
      return steward_day_from_ymd (year, 1, 1);
    case STEWARD_UNIT_DAY:
    default:
      return day;
    }
}

StewardDay
steward_unit_next (StewardUnit unit,
                   StewardDay  day)
{
  static const int most[] = { 1, 7, 31, 92, 366 };
  StewardDay begin = steward_unit_begin (unit, day);

  /* A jump beyond the longest unit may pass one more border: of day and
   * week it does not, and of the others it lands in the next one. */
  if (unit == STEWARD_UNIT_DAY || unit == STEWARD_UNIT_WEEK)
    return begin + most[unit];
  return steward_unit_begin (unit, begin + most[unit]);
}

static double
fit_day (const StewardTimeline *self,
         double                 width,
         int                    days)
{
  double room = width - self->label_width - (self->label_room + 1.5) * self->unit;

  if (self->fold_from != STEWARD_DAY_NONE)
    {
      room -= TIMELINE_FOLD * self->unit;
      days -= self->fold_to - self->fold_from + 1;
    }
  return CLAMP (room / MAX (1, days), NARROWEST_DAY * self->unit, WIDEST_DAY * self->unit);
}

static void
choose_level (StewardTimeline *self,
              StewardZoom      zoom,
              double           width,
              int              days)
{
  /* Seen from afar a year is a year; only a close view folds time away. */
  if (zoom == STEWARD_ZOOM_MONTH || zoom == STEWARD_ZOOM_QUARTER)
    self->fold_from = self->fold_to = STEWARD_DAY_NONE;
  if (zoom == STEWARD_ZOOM_FIT)
    {
      self->day_width = fit_day (self, width, days);
      self->level = &levels[0];
      while (self->day_width < self->level->least * self->unit)
        self->level++;
    }
  else
    {
      self->level = &levels[zoom];
      self->day_width = self->level->day * self->unit;
    }
}

void
steward_timeline_scale (StewardTimeline *self,
                        StewardZoom      zoom,
                        double           width,
                        StewardDay       start,
                        StewardDay       finish)
{
  choose_level (self, zoom, width, finish - start + 1);
  self->first = start - MAX (1, (int) floor (1.5 * self->unit / self->day_width));
  self->last = finish + (int) ceil (self->label_room * self->unit / self->day_width);
  self->width = width;
  if (zoom == STEWARD_ZOOM_FIT)
    /* What rounding left over becomes days, so that the width is filled; where
     * labels are wide and the width is not, the drawing becomes wider. */
    self->last = MAX (steward_timeline_x_to_day (self, width) - 1,
                      finish + (int) floor (self->label_room * self->unit / self->day_width));
  self->width = steward_timeline_day_to_x (self, self->last + 1);
  if (zoom == STEWARD_ZOOM_FIT)
    self->width = MAX (self->width, width);
}

StewardZoom
steward_timeline_step_zoom (const StewardTimeline *self,
                            StewardZoom            zoom,
                            int                    direction)
{
  StewardZoom found = STEWARD_ZOOM_FIT;

  if (direction == 0)
    return STEWARD_ZOOM_FIT;
  if (zoom != STEWARD_ZOOM_FIT)
    return CLAMP ((int) zoom - direction, STEWARD_ZOOM_DAY, STEWARD_ZOOM_QUARTER);
  if (self == NULL)
    return direction > 0 ? STEWARD_ZOOM_DAY : STEWARD_ZOOM_QUARTER;
  for (int i = STEWARD_ZOOM_DAY; i <= STEWARD_ZOOM_QUARTER; i++)
    {
      double day = levels[i].day * self->unit;

      /* The last that is wider, the first that is narrower. */
      if (direction > 0 ? day > self->day_width * 1.05 : found == STEWARD_ZOOM_FIT && day < self->day_width / 1.05)
        found = i;
    }
  return found;
}

gboolean
steward_timeline_is_folded (const StewardTimeline *self,
                            StewardDay             day)
{
  return self->fold_from != STEWARD_DAY_NONE && day >= self->fold_from && day <= self->fold_to;
}

double
steward_timeline_day_to_x (const StewardTimeline *self,
                           StewardDay             day)
{
  double x, fold;

  g_return_val_if_fail (self != NULL, 0);

  x = self->label_width + (day - self->first) * self->day_width;
  if (self->fold_from == STEWARD_DAY_NONE || day <= self->fold_from)
    return x;
  fold = TIMELINE_FOLD * self->unit;
  if (day > self->fold_to)
    return x - (self->fold_to - self->fold_from + 1) * self->day_width + fold;
  return self->label_width + (self->fold_from - self->first) * self->day_width
         + fold * (day - self->fold_from) / (self->fold_to - self->fold_from + 1);
}

StewardDay
steward_timeline_x_to_day (const StewardTimeline *self,
                           double                 x)
{
  double days = (x - self->label_width) / self->day_width;

  if (self->fold_from != STEWARD_DAY_NONE && x > steward_timeline_day_to_x (self, self->fold_from))
    {
      if (x < steward_timeline_day_to_x (self, self->fold_to + 1))
        return self->fold_from;
      days += self->fold_to - self->fold_from + 1 - TIMELINE_FOLD * self->unit / self->day_width;
    }
  return self->first + (StewardDay) floor (days + 1e-6);
}

typedef struct { StewardDay from, to; } Stretch;

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *left = a, *right = b;

  return left->from < right->from ? -1 : left->from > right->from;
}

static GArray *
collect_stretches (const StewardTimeline *self,
                   StewardDay             start,
                   StewardDay             finish)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  Stretch today = { CLAMP (self->as_of, start, finish), CLAMP (self->as_of, start, finish) };

  g_array_append_val (stretches, today);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);
      Stretch stretch;

      if (line->row == NULL || line->row->kind == STEWARD_ROW_ACTIVITY)
        continue;
      stretch = (Stretch) { line->row->start, line->row->finish };
      /* The line of the original plan is drawn only beside actual dates. */
      if (line->row->accepted != STEWARD_DAY_NONE)
        stretch = (Stretch) { MIN (stretch.from, line->row->planned_start), MAX (stretch.to, line->row->planned_finish) };
      stretch.to = MAX (stretch.to, line->row->answer.due);
      if (line->baseline_start != STEWARD_DAY_NONE)
        {
          stretch.from = MIN (stretch.from, line->baseline_start);
          stretch.to = MAX (stretch.to, line->baseline_finish);
        }
      g_array_append_val (stretches, stretch);
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

void
steward_timeline_fold (StewardTimeline *self,
                       StewardDay       start,
                       StewardDay       finish,
                       int              after)
{
  g_autoptr (GArray) stretches = collect_stretches (self, start, finish);
  StewardDay busy_until = g_array_index (stretches, Stretch, 0).to;
  int longest = FOLD_LEAST;

  self->fold_from = self->fold_to = STEWARD_DAY_NONE;
  for (guint i = 1; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      StewardDay from = busy_until + after, to = stretch->from - FOLD_BEFORE;

      if (to - from >= longest)
        {
          longest = to - from;
          self->fold_from = from;
          self->fold_to = to;
        }
      busy_until = MAX (busy_until, stretch->to);
    }
}

static gboolean
is_paused (const StewardScheduleRow *row,
           StewardDay                day)
{
  for (gsize i = 0; i < row->n_pauses; i++)
    {
      const StewardPause *pause = &row->pauses[i];

      if (day > pause->start && (pause->end == STEWARD_DAY_NONE || day <= pause->end))
        return TRUE;
    }
  return FALSE;
}

gboolean
steward_timeline_is_widest (const StewardTimeline *self)
{
  return self->day_width > (WIDEST_DAY - 0.001) * self->unit;
}

gboolean
steward_timeline_is_plain (const StewardTimeline *self)
{
  return self->day_width < 0.14 * self->unit;
}

gboolean
steward_timeline_place_pause (const StewardTimeline    *self,
                              const StewardScheduleRow *row,
                              gsize                     index,
                              double                   *x,
                              double                   *width)
{
  const StewardPause *pause = &row->pauses[index];
  StewardDay from = MAX (pause->start + 1, row->start);
  StewardDay to = pause->end == STEWARD_DAY_NONE ? row->finish : MIN (pause->end, row->finish);

  *x = steward_timeline_day_to_x (self, from);
  *width = steward_timeline_day_to_x (self, to + 1) - *x;
  return *width >= (steward_timeline_is_plain (self) ? 0.5 : 0) * self->unit && *width > 0;
}

static StewardSpanKind
classify (const StewardScheduleRow *row,
          const StewardCalendar    *calendar,
          StewardDay                as_of,
          StewardDay                day)
{
  gboolean actual = row->accepted != STEWARD_DAY_NONE && (row->decided != STEWARD_DAY_NONE || day <= as_of);

  if (day == row->start)
    return actual ? STEWARD_SPAN_START : STEWARD_SPAN_PLANNED_START;
  if (is_paused (row, day))
    return STEWARD_SPAN_PAUSED;
  if (!steward_calendar_is_working (calendar, day))
    return actual ? STEWARD_SPAN_REST : STEWARD_SPAN_PLANNED_REST;
  return actual ? STEWARD_SPAN_COUNTED : STEWARD_SPAN_PLANNED;
}

GArray *
steward_timeline_spans (const StewardScheduleRow *row,
                        const StewardCalendar    *calendar,
                        StewardDay                as_of,
                        StewardDay                first,
                        StewardDay                last)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StewardSpan));

  for (StewardDay day = MAX (first, row->start); day <= MIN (last, row->finish); day++)
    {
      StewardSpan span = { day, day, classify (row, calendar, as_of, day) };
      StewardSpan *before = spans->len > 0 ? &g_array_index (spans, StewardSpan, spans->len - 1) : NULL;

      if (before != NULL && before->kind == span.kind)
        before->to = day;
      else
        g_array_append_val (spans, span);
    }
  return spans;
}
