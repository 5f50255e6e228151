/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-drag.h"

#include "steward-label-private.h"
#include "steward-timeline-private.h"

/* Moving a bar is arithmetic on days: a pointer and a key only differ in how
 * they say which day is meant. */

/* Half the width of an edge that can be taken hold of, in units. */
#define GRIP 0.45

static StewardTimelineHandle
find_handle (const StewardTimeline     *self,
             const StewardTimelineLine *line,
             double                     x,
             double                     y)
{
  double u = self->unit, grip = GRIP * u;
  double left = steward_timeline_day_to_x (self, line->row->start);
  double right = steward_timeline_day_to_x (self, line->row->finish + 1);
  double middle = line->y + TIMELINE_MIDDLE * u;

  if (line->row->kind == STEWARD_ROW_NODE)
    {
      left = steward_timeline_day_to_x (self, line->row->finish) + self->day_width / 2 - TIMELINE_NODE / 2 * u;
      right = left + TIMELINE_NODE * u;
      grip = 0;
    }
  if (ABS (y - middle) > TIMELINE_BAR / 2 * u || x < left - grip || x >= right + grip)
    return STEWARD_HANDLE_NONE;
  /* A narrow bar keeps a third of it to be moved by. */
  grip = MIN (grip, (right - left) / 3);
  if (line->row->kind != STEWARD_ROW_NODE && x < left + grip)
    return STEWARD_HANDLE_START;
  if (line->row->kind != STEWARD_ROW_NODE && x >= right - grip)
    return STEWARD_HANDLE_FINISH;
  return STEWARD_HANDLE_BODY;
}

gboolean
steward_timeline_find_spot (const StewardTimeline *self,
                            double                 x,
                            double                 y,
                            StewardTimelineSpot   *spot)
{
  const StewardTimelineLine *line;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (spot != NULL, FALSE);

  line = steward_timeline_line_at (self, x, y);
  *spot = (StewardTimelineSpot) { line != NULL ? line->row : NULL, STEWARD_HANDLE_NONE, STEWARD_DAY_NONE };
  if (spot->row == NULL)
    return FALSE;
  spot->day = steward_timeline_x_to_day (self, x);
  /* Below the names there may be bars that are scrolled out of sight. */
  if (x >= self->label_width)
    spot->handle = find_handle (self, line, x, y);
  return TRUE;
}

static StewardMoveRefusal
refuse (const StewardTimelineLine *line,
        StewardTimelineHandle      handle)
{
  if (line == NULL || handle == STEWARD_HANDLE_NONE)
    return STEWARD_MOVE_UNKNOWN;
  if (line->row->kind == STEWARD_ROW_NODE)
    return STEWARD_MOVE_FOLLOWS;
  if (line->row->accepted != STEWARD_DAY_NONE || line->row->decided != STEWARD_DAY_NONE)
    return STEWARD_MOVE_BEGUN;
  if (line->row->limit < 0 && !line->row->limit_unknown)
    return STEWARD_MOVE_FILLS_STAGE;
  return STEWARD_MOVE_ALLOWED;
}

/* What has not begun cannot begin before today, nor before what holds it. */
static StewardDay
find_earliest (const StewardTimelineLine *line)
{
  const StewardScheduleRow *why = NULL;

  for (guint i = 0; line->row->why != NULL && i < line->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (line->schedule->rows, i);

      if (g_str_equal (row->id, line->row->why))
        why = row;
    }
  return MAX (line->schedule->as_of, why != NULL ? why->finish : G_MININT32);
}

/* Lays the row from @start to @finish, of which one has moved. */
static void
lay (const StewardTimelineLine *line,
     StewardTimelineHandle      handle,
     StewardDay                 start,
     StewardDay                 finish,
     StewardTimelineMove       *move)
{
  const StewardScheduleRow *row = line->row;
  const StewardCalendar *calendar = line->schedule->calendar;
  StewardDay earliest = find_earliest (line);
  int days = steward_calendar_count (calendar, row->start, row->finish);

  if (handle != STEWARD_HANDLE_FINISH && start < MIN (earliest, row->start))
    {
      move->held = TRUE;
      start = MIN (earliest, row->start);
    }
  if (handle == STEWARD_HANDLE_BODY)
    finish = steward_calendar_add (calendar, start, days);
  else if (handle == STEWARD_HANDLE_START)
    start = MIN (start, finish);
  else
    finish = MAX (start, finish);
  move->start = start;
  move->finish = finish;
  move->changes = start != row->start || finish != row->finish;
  if (start != row->start)
    move->planned_start = start;
  /* By the difference: some cities count the day of acceptance, too. */
  if (handle != STEWARD_HANDLE_BODY && move->changes)
    move->limit = MAX (0, MAX (row->limit, 0) + steward_calendar_count (calendar, start, finish) - days);
}

static const StewardTimelineLine *
begin_move (const StewardTimeline *self,
            const char            *id,
            StewardTimelineHandle  handle,
            StewardTimelineMove   *move)
{
  const StewardTimelineLine *line = steward_timeline_find_line (self, id);

  *move = (StewardTimelineMove) { .refusal = refuse (line, handle), .start = STEWARD_DAY_NONE,
                                  .finish = STEWARD_DAY_NONE, .planned_start = STEWARD_DAY_NONE, .limit = -1 };
  if (line == NULL)
    return NULL;
  move->start = line->row->start;
  move->finish = line->row->finish;
  return move->refusal == STEWARD_MOVE_ALLOWED ? line : NULL;
}

static StewardDay
snap (const StewardCalendar *calendar,
      StewardDay             day)
{
  StewardDay next = steward_calendar_next_working (calendar, day);
  StewardDay before = next != day ? steward_calendar_add (calendar, day, -1) : day;

  return before != STEWARD_DAY_NONE && day - before < next - day ? before : next;
}

void
steward_timeline_drag (const StewardTimeline *self,
                       const char            *id,
                       StewardTimelineHandle  handle,
                       double                 from_x,
                       double                 to_x,
                       StewardTimelineMove   *move)
{
  const StewardTimelineLine *line;
  StewardDay start, finish;
  int days;

  g_return_if_fail (self != NULL);
  g_return_if_fail (move != NULL);

  line = begin_move (self, id, handle, move);
  if (line == NULL)
    return;
  days = steward_timeline_x_to_day (self, to_x) - steward_timeline_x_to_day (self, from_x);
  start = line->row->start;
  finish = line->row->finish;
  if (days != 0 && handle != STEWARD_HANDLE_FINISH)
    start = snap (line->schedule->calendar, start + days);
  if (days != 0 && handle == STEWARD_HANDLE_FINISH)
    finish = snap (line->schedule->calendar, finish + days);
  lay (line, handle, start, finish, move);
}

void
steward_timeline_step (const StewardTimeline *self,
                       const char            *id,
                       StewardTimelineHandle  handle,
                       int                    steps,
                       StewardTimelineMove   *move)
{
  const StewardTimelineLine *line;
  StewardDay start, finish;

  g_return_if_fail (self != NULL);
  g_return_if_fail (move != NULL);

  line = begin_move (self, id, handle, move);
  if (line == NULL)
    return;
  start = line->row->start;
  finish = line->row->finish;
  if (handle == STEWARD_HANDLE_FINISH)
    finish = steward_calendar_add (line->schedule->calendar, finish, steps);
  else
    start = steward_calendar_add (line->schedule->calendar, start, steps);
  if (start != STEWARD_DAY_NONE && finish != STEWARD_DAY_NONE)
    lay (line, handle, start, finish, move);
}

void
steward_timeline_paint_move (const StewardTimeline     *self,
                             cairo_t                   *cr,
                             const StewardStyle        *style,
                             const char                *id,
                             const StewardTimelineMove *move)
{
  const StewardTimelineLine *line;
  g_autoptr (StewardInk) ink = NULL;
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;
  g_autofree char *text = NULL;
  double u, left, right, middle, width, chip, edge, far;
  StewardColor veil;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && style != NULL && move != NULL);

  veil = style->paper;

  line = steward_timeline_find_line (self, id);
  if (line == NULL || move->start == STEWARD_DAY_NONE)
    return;
  u = self->unit;
  ink = steward_ink_new_with (cr, style, self->lettering);
  left = steward_timeline_day_to_x (self, move->start);
  right = steward_timeline_day_to_x (self, move->finish + 1);
  middle = line->y + TIMELINE_MIDDLE * u;
  start = steward_label_day (move->start);
  finish = steward_label_day (move->finish);
  text = g_strconcat (start, " → ", finish, NULL);
  width = (steward_lettering_estimate (text) * TIMELINE_SMALL + 0.8) * u;
  chip = right + 0.5 * u;
  cairo_clip_extents (cr, &edge, NULL, &far, NULL);
  /* The dates stay in sight, left of the bar where there is no room right of it. */
  if (chip + width > far && left - 0.5 * u - width >= edge)
    chip = left - 0.5 * u - width;
  veil.alpha = 0.8;
  steward_ink_round_rect (ink, left - 0.25 * u, middle - 0.75 * u, right - left + 0.5 * u, 1.5 * u, 0.3 * u);
  steward_ink_color (ink, &veil);
  cairo_fill_preserve (cr);
  steward_ink_color (ink, &style->accent);
  steward_ink_stroke (ink, 0.2 * u);
  steward_ink_round_rect (ink, chip, middle - 0.75 * u, width, 1.5 * u, 0.3 * u);
  cairo_fill (cr);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = chip + 0.4 * u, .y = middle, .size = TIMELINE_SMALL * u,
                                         .weight = STEWARD_WEIGHT_BOLD, .color = &style->paper },
                    text);
}

static void
paint_target (const StewardTimeline     *self,
              StewardInk                *ink,
              const StewardTimelineLine *line,
              const StewardColor        *color)
{
  double u = self->unit, left = steward_timeline_day_to_x (self, line->row->start);
  double right = steward_timeline_day_to_x (self, line->row->finish + 1);
  StewardColor glow = *color;

  glow.alpha = 0.16;
  steward_ink_fill_rect (ink, &glow, 0, line->y, self->width, line->height);
  steward_ink_round_rect (ink, left - 0.25 * u, line->y + (TIMELINE_MIDDLE - 0.75) * u, right - left + 0.5 * u, 1.5 * u,
                          0.3 * u);
  steward_ink_color (ink, color);
  steward_ink_stroke (ink, 0.2 * u);
}

void
steward_timeline_paint_link (const StewardTimeline *self,
                             cairo_t               *cr,
                             const StewardStyle    *style,
                             const char            *from,
                             const char            *to,
                             double                 x,
                             double                 y,
                             gboolean               allowed)
{
  const StewardTimelineLine *begin, *end;
  const StewardColor *color;
  g_autoptr (StewardInk) ink = NULL;
  double u, x0, y0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && style != NULL);

  begin = steward_timeline_find_line (self, from);
  end = steward_timeline_find_line (self, to);
  if (begin == NULL || begin->row == NULL)
    return;
  u = self->unit;
  ink = steward_ink_new_with (cr, style, self->lettering);
  color = end != NULL && !allowed ? &style->lights[STEWARD_LIGHT_RED] : &style->accent;
  x0 = steward_timeline_day_to_x (self, begin->row->finish + 1);
  y0 = begin->y + TIMELINE_MIDDLE * u;
  if (end != NULL && end->row != NULL)
    {
      paint_target (self, ink, end, color);
      x = steward_timeline_day_to_x (self, end->row->start) - 0.4 * u;
      y = end->y + TIMELINE_MIDDLE * u;
    }
  steward_own_line_paint_lead (ink, u, color, x0, y0, x, y, end == NULL || allowed);
}
