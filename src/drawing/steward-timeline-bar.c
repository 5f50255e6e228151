/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-label-private.h"

/* One bar: counted days are solid, days on which nothing counts only a thin
 * connector, the day of acceptance an open cell, pauses hatched. So the
 * number of solid cells is the number the label says. */

typedef struct
{
  const StewardTimeline     *timeline;
  StewardInk                *ink;
  cairo_t                   *cr;
  const StewardStyle        *style;
  const StewardTimelineLine *line;
  double                     u;
  double                     middle;
  StewardColor               color;   /* of what has happened */
} Bar;

static void
paint_cell (const Bar    *bar,
            double        x,
            double        width,
            const StewardColor *fill,
            const StewardColor *stroke)
{
  double u = bar->u, height = TIMELINE_BAR * u, radius = MIN (0.18 * u, width / 3);
  double inset = stroke != NULL ? 0.05 * u : 0;

  steward_ink_round_rect (bar->ink, x + inset, bar->middle - height / 2 + inset, MAX (width - 2 * inset, 0.3),
                          height - 2 * inset, radius);
  if (fill != NULL)
    {
      steward_ink_color (bar->ink, fill);
      if (stroke != NULL)
        cairo_fill_preserve (bar->cr);
      else
        cairo_fill (bar->cr);
    }
  if (stroke != NULL)
    {
      steward_ink_color (bar->ink, stroke);
      cairo_set_line_width (bar->cr, 0.1 * u);
      cairo_stroke (bar->cr);
    }
}

/* Adds a solid cell to the path; small ones need no round corners. */
static void
add_cell (const Bar *bar,
          double     x,
          double     width)
{
  double height = TIMELINE_BAR * bar->u;

  if (width < 1.2 * bar->u)
    cairo_rectangle (bar->cr, x, bar->middle - height / 2, width, height);
  else
    steward_ink_round_rect (bar->ink, x, bar->middle - height / 2, width, height, 0.18 * bar->u);
}

/* All solid cells and connectors of one colour are one path. */
static void
paint_solid (const Bar          *bar,
             const GArray       *spans,
             StewardSpanKind     start,
             StewardSpanKind     solid,
             StewardSpanKind     rest,
             const StewardColor *color)
{
  const StewardTimeline *timeline = bar->timeline;

  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);
      double x = steward_timeline_day_to_x (timeline, span->from);
      double right = steward_timeline_day_to_x (timeline, span->to + 1);

      if (span->kind == solid)
        add_cell (bar, x, right - x);
      else if (span->kind == rest || (span->kind == start && right - x < 0.4 * bar->u))
        steward_ink_add_line (bar->ink, 0.16 * bar->u, x, bar->middle, right, bar->middle);
    }
  steward_ink_color (bar->ink, color);
  cairo_fill (bar->cr);
}

static void
paint_pause (const Bar *bar,
             double     x,
             double     width)
{
  double height = TIMELINE_BAR * bar->u;

  steward_ink_hatch (bar->ink, &bar->style->lights[STEWARD_LIGHT_PAUSED], x, bar->middle - height / 2, width, height);
  cairo_rectangle (bar->cr, x, bar->middle - height / 2, width, height);
  cairo_set_line_width (bar->cr, 0.07 * bar->u);
  cairo_stroke (bar->cr);
}

static void
paint_spans (const Bar    *bar,
             const GArray *spans)
{
  StewardColor deep = steward_color_mix (&bar->style->plan, &bar->style->dim, 0.45);

  paint_solid (bar, spans, STEWARD_SPAN_PLANNED_START, STEWARD_SPAN_PLANNED, STEWARD_SPAN_PLANNED_REST, &bar->style->plan);
  paint_solid (bar, spans, STEWARD_SPAN_START, STEWARD_SPAN_COUNTED, STEWARD_SPAN_REST, &bar->color);
  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);
      double x = steward_timeline_day_to_x (bar->timeline, span->from);
      double width = steward_timeline_day_to_x (bar->timeline, span->to + 1) - x;

      if (span->kind == STEWARD_SPAN_PAUSED)
        paint_pause (bar, x, width);
      else if (span->kind == STEWARD_SPAN_START && width >= 0.4 * bar->u)
        paint_cell (bar, x, width, &bar->style->card, &bar->color);
      else if (span->kind == STEWARD_SPAN_PLANNED_START && width >= 0.4 * bar->u)
        paint_cell (bar, x, width, &bar->style->card, &deep);
    }
}

/* Below this width of a day cells are dust: one bar from end to end. */
static void
paint_plain (const Bar *bar)
{
  const StewardScheduleRow *row = bar->line->row;
  double x = steward_timeline_day_to_x (bar->timeline, row->start);
  double width = steward_timeline_day_to_x (bar->timeline, row->finish + 1) - x;

  paint_cell (bar, x, MAX (width, 1.5), row->accepted != STEWARD_DAY_NONE ? &bar->color : &bar->style->plan, NULL);
}

static void
paint_activity (const Bar *bar)
{
  const StewardScheduleRow *row = bar->line->row;
  double x = steward_timeline_day_to_x (bar->timeline, row->start);
  double width = steward_timeline_day_to_x (bar->timeline, row->finish + 1) - x;
  StewardColor fill = steward_color_mix (&bar->style->card, &bar->style->deferral, 0.16);

  paint_cell (bar, x, width, &fill, &bar->style->deferral);
}

static void
paint_critical (const Bar *bar)
{
  const StewardScheduleRow *row = bar->line->row;
  double u = bar->u, pad = 0.15 * u, height = TIMELINE_BAR * u + 2 * pad;
  double x = steward_timeline_day_to_x (bar->timeline, row->start) - pad;
  double right = steward_timeline_day_to_x (bar->timeline, row->finish + 1) + pad;

  steward_ink_round_rect (bar->ink, x, bar->middle - height / 2, right - x, height, 0.28 * u);
  steward_ink_color (bar->ink, &bar->style->critical);
  cairo_set_line_width (bar->cr, 0.14 * u);
  cairo_stroke (bar->cr);
  steward_ink_corner (bar->ink, right, bar->middle - height / 2, 0.55 * u, 0.2 * u);
}

static void
paint_thin (const Bar          *bar,
            double              offset,
            StewardDay          from,
            StewardDay          to,
            const StewardColor *color)
{
  double y = bar->line->y + offset * bar->u;

  steward_ink_line (bar->ink, color, 0.17 * bar->u, steward_timeline_day_to_x (bar->timeline, from), y,
                    steward_timeline_day_to_x (bar->timeline, to + 1), y);
}

static void
paint_float (const Bar *bar)
{
  const StewardTimelineLine *line = bar->line;
  double u = bar->u, y = line->y + TIMELINE_FLOAT * u;
  double x0 = steward_timeline_day_to_x (bar->timeline, line->row->finish + 1);
  double x1 = steward_timeline_day_to_x (bar->timeline, line->float_end + 1);

  steward_ink_add_line (bar->ink, 0.08 * u, x0, y, x1, y);
  steward_ink_add_line (bar->ink, 0.08 * u, x1, y - 0.3 * u, x1, y + 0.04 * u);
  steward_ink_color (bar->ink, &bar->style->dim);
  cairo_fill (bar->cr);
}

/* A tick with a little flag: its shape, not only its colour, tells it from
 * the outline of the critical path and the line of today. */
static void
paint_due (const Bar *bar)
{
  double u = bar->u, x = steward_timeline_day_to_x (bar->timeline, bar->line->row->answer.due + 1);
  double top = bar->line->y + 0.28 * u, bottom = bar->line->y + 2.05 * u;

  cairo_move_to (bar->cr, x + 0.075 * u, top);
  cairo_line_to (bar->cr, x - 0.55 * u, top);
  cairo_line_to (bar->cr, x - 0.075 * u, top + 0.45 * u);
  cairo_line_to (bar->cr, x - 0.075 * u, bottom);
  cairo_line_to (bar->cr, x + 0.075 * u, bottom);
  cairo_close_path (bar->cr);
  steward_ink_color (bar->ink, &bar->style->due);
  cairo_fill (bar->cr);
}

static void
paint_shape (const Bar *bar,
             double     left,
             double     right)
{
  const StewardTimeline *timeline = bar->timeline;
  const StewardScheduleRow *row = bar->line->row;
  StewardDay first = steward_timeline_x_to_day (timeline, left) - 1;
  StewardDay last = steward_timeline_x_to_day (timeline, right) + 1;
  StewardColor faint = steward_color_mix (&bar->style->dim, &bar->style->paper, 0.45);
  g_autoptr (GArray) spans = NULL;

  if (row->kind == STEWARD_ROW_ACTIVITY)
    paint_activity (bar);
  else if (timeline->day_width < 0.14 * bar->u)
    paint_plain (bar);
  else
    {
      spans = steward_timeline_spans (row, bar->line->schedule->calendar, bar->line->schedule->as_of,
                                      MAX (first, timeline->first), MIN (last, timeline->last));
      paint_spans (bar, spans);
    }
  if (row->critical)
    paint_critical (bar);
  if (bar->line->float_end != STEWARD_DAY_NONE)
    paint_float (bar);
  if (row->accepted != STEWARD_DAY_NONE
      && (row->planned_start != row->start || row->planned_finish != row->finish))
    paint_thin (bar, TIMELINE_PLANNED, row->planned_start, row->planned_finish, &bar->style->plan);
  if (bar->line->baseline_start != STEWARD_DAY_NONE)
    paint_thin (bar, TIMELINE_BASELINE, bar->line->baseline_start, bar->line->baseline_finish, &faint);
  if (row->answer.due != STEWARD_DAY_NONE && row->kind == STEWARD_ROW_ITEM)
    paint_due (bar);
}

static void
paint_label (const Bar *bar)
{
  const StewardTimelineLine *line = bar->line;
  double size = TIMELINE_SMALL * bar->u;
  double x = steward_timeline_label_x (bar->timeline, line);
  gboolean waiting = line->row->answer.light == STEWARD_LIGHT_NOT_STARTED;
  StewardTextSpec spec = { .x = x, .y = bar->middle, .size = size,
                           .weight = waiting ? STEWARD_WEIGHT_NORMAL : STEWARD_WEIGHT_BOLD,
                           .color = &bar->style->text };
  double width = steward_ink_estimate (line->label) * size;
  double today = steward_timeline_day_to_x (bar->timeline, line->schedule->as_of) + bar->timeline->day_width / 2;

  /* The line of today would run through the words. */
  if (today > x - 0.2 * bar->u && today < x + width + (line->reason != NULL ? steward_ink_estimate (line->reason) * size : 0))
    {
      steward_ink_color (bar->ink, &bar->style->paper);
      steward_ink_round_rect (bar->ink, x - 0.2 * bar->u, bar->middle - 0.62 * bar->u, width + 0.4 * bar->u, 1.24 * bar->u,
                              0.3 * bar->u);
      cairo_fill (bar->cr);
    }
  steward_ink_text (bar->ink, &spec, line->label);
  if (line->reason == NULL)
    return;
  spec.x += (steward_ink_measure (bar->ink, spec.weight, line->label) + 0.8) * size;
  spec.weight = STEWARD_WEIGHT_NORMAL;
  spec.color = &bar->style->dim;
  steward_ink_text (bar->ink, &spec, line->reason);
}

void
steward_timeline_paint_bar (const StewardTimeline     *self,
                            StewardInk                *ink,
                            const StewardTimelineLine *line,
                            double                     left,
                            double                     right)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  Bar bar = { self, ink, steward_ink_get_cairo (ink), style, line, self->unit,
              line->y + TIMELINE_MIDDLE * self->unit, style->lights[line->row->answer.light] };

  if (line->row->kind == STEWARD_ROW_NODE)
    {
      double x = steward_timeline_day_to_x (self, line->row->finish) + self->day_width / 2;

      steward_ink_diamond (ink, &style->commitment, x, bar.middle, 1.05 * self->unit);
    }
  else
    paint_shape (&bar, left, right);
  if (steward_timeline_label_x (self, line) < right)
    paint_label (&bar);
}
