/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-label-private.h"

/* The bars: counted days are solid, days on which nothing counts only a thin
 * connector, the day of acceptance an open cell, pauses hatched. So the
 * number of solid cells is the number the label says.
 *
 * Rows do not overlap, so all bars are painted layer by layer: one colour is
 * set and one path is filled for a layer, not for every row. On a PDF of
 * many rows that is half of the work. */

typedef struct
{
  const StewardTimelineLine *line;
  const StewardScheduleRow  *row;
  double                     middle;
  GArray                    *spans;   /* NULL when the row has no days in sight */
} Bar;

typedef struct
{
  const StewardTimeline *timeline;
  StewardInk            *ink;
  cairo_t               *cr;
  const StewardStyle    *style;
  double                 u;
  double                 left, right;
  GArray                *bars;        /* of Bar */
} Bars;

typedef void (*AddShape) (const Bars *self,
                          const Bar  *bar);

static void
clear_bar (gpointer data)
{
  g_clear_pointer (&((Bar *) data)->spans, g_array_unref);
}

static double
day_x (const Bars *self,
       StewardDay  day)
{
  return steward_timeline_day_to_x (self->timeline, day);
}

static gboolean
is_started (const Bar *bar)
{
  return bar->row->accepted != STEWARD_DAY_NONE;
}

static gboolean
is_plain (const Bars *self)
{
  return steward_timeline_is_plain (self->timeline);
}

static void
fill_layer (const Bars         *self,
            const StewardColor *color,
            AddShape            add)
{
  for (guint i = 0; i < self->bars->len; i++)
    add (self, &g_array_index (self->bars, Bar, i));
  steward_ink_color (self->ink, color);
  cairo_fill (self->cr);
}

static void
each_bar (const Bars *self,
          AddShape    paint)
{
  for (guint i = 0; i < self->bars->len; i++)
    paint (self, &g_array_index (self->bars, Bar, i));
}

static void
paint_cell (const Bars         *self,
            const Bar          *bar,
            double              x,
            double              width,
            const StewardColor *fill,
            const StewardColor *stroke)
{
  double u = self->u, height = TIMELINE_BAR * u, radius = MIN (0.18 * u, width / 3);
  double inset = stroke != NULL ? 0.05 * u : 0;

  steward_ink_round_rect (self->ink, x + inset, bar->middle - height / 2 + inset, MAX (width - 2 * inset, 0.3),
                          height - 2 * inset, radius);
  steward_ink_color (self->ink, fill);
  if (stroke == NULL)
    {
      cairo_fill (self->cr);
      return;
    }
  cairo_fill_preserve (self->cr);
  steward_ink_color (self->ink, stroke);
  steward_ink_stroke (self->ink, 0.1 * u);
}

/* Adds a solid cell to the path; small ones need no round corners. */
static void
add_cell (const Bars *self,
          const Bar  *bar,
          double      x,
          double      width)
{
  double height = TIMELINE_BAR * self->u;

  if (width < 1.2 * self->u)
    cairo_rectangle (self->cr, x, bar->middle - height / 2, width, height);
  else
    steward_ink_round_rect (self->ink, x, bar->middle - height / 2, width, height, 0.18 * self->u);
}

static void
add_connector (const Bars *self,
               const Bar  *bar,
               StewardDay  from,
               StewardDay  to)
{
  if (from != STEWARD_DAY_NONE)
    steward_ink_add_line (self->ink, 0.16 * self->u, day_x (self, from), bar->middle, day_x (self, to + 1), bar->middle);
}

/* Solid cells, and one connector behind them for each stretch that no open
 * cell and no pause interrupts. Planned cells are pale with an outline, through
 * which a connector would be seen: it ends where they begin. */
static void
add_solid (const Bars      *self,
           const Bar       *bar,
           StewardSpanKind  start,
           StewardSpanKind  solid,
           StewardSpanKind  rest)
{
  StewardDay from = STEWARD_DAY_NONE, to = STEWARD_DAY_NONE;

  for (guint i = 0; bar->spans != NULL && i < bar->spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (bar->spans, StewardSpan, i);
      double x = day_x (self, span->from), width = day_x (self, span->to + 1) - x;

      if (span->kind == solid)
        {
          add_cell (self, bar, x, width);
          if (solid != STEWARD_SPAN_PLANNED)
            continue;
          add_connector (self, bar, from, to);
          from = STEWARD_DAY_NONE;
        }
      else if (span->kind == rest || (span->kind == start && width < 0.4 * self->u))
        {
          from = from == STEWARD_DAY_NONE ? span->from : from;
          to = span->to;
        }
      else
        {
          add_connector (self, bar, from, to);
          from = STEWARD_DAY_NONE;
        }
    }
  add_connector (self, bar, from, to);
}

static void
add_planned_days (const Bars *self,
                  const Bar  *bar)
{
  add_solid (self, bar, STEWARD_SPAN_PLANNED_START, STEWARD_SPAN_PLANNED, STEWARD_SPAN_PLANNED_REST);
}

static void
add_plain (const Bars *self,
           const Bar  *bar)
{
  double x = day_x (self, bar->row->start), width = MAX (day_x (self, bar->row->finish + 1) - x, 1.5);
  double height = TIMELINE_BAR * self->u;

  steward_ink_round_rect (self->ink, x, bar->middle - height / 2, width, height, MIN (0.18 * self->u, width / 3));
}

static void
add_plain_planned (const Bars *self,
                   const Bar  *bar)
{
  if (!is_started (bar) && bar->row->kind == STEWARD_ROW_ITEM)
    add_plain (self, bar);
}

/* What has happened wears the colour of its light. */
static void
paint_actual (const Bars *self)
{
  for (StewardLight light = STEWARD_LIGHT_NOT_STARTED; light <= STEWARD_LIGHT_RED; light++)
    {
      for (guint i = 0; i < self->bars->len; i++)
        {
          const Bar *bar = &g_array_index (self->bars, Bar, i);

          if (bar->row->answer.light != light || bar->row->kind != STEWARD_ROW_ITEM)
            continue;
          if (is_plain (self) && is_started (bar))
            add_plain (self, bar);
          else
            add_solid (self, bar, STEWARD_SPAN_START, STEWARD_SPAN_COUNTED, STEWARD_SPAN_REST);
        }
      steward_ink_color (self->ink, &self->style->lights[light]);
      cairo_fill (self->cr);
    }
}

static void
paint_pause (const Bars *self,
             const Bar  *bar,
             double      x,
             double      width)
{
  double height = TIMELINE_BAR * self->u;

  steward_ink_fill_rect (self->ink, &self->style->card, x, bar->middle - height / 2, width, height);
  steward_ink_hatch (self->ink, &self->style->lights[STEWARD_LIGHT_PAUSED], x, bar->middle - height / 2, width, height);
  cairo_rectangle (self->cr, x, bar->middle - height / 2, width, height);
  steward_ink_color (self->ink, &self->style->lights[bar->row->answer.light]);
  steward_ink_stroke (self->ink, 0.07 * self->u);
}

/* On a plain bar only what is wide enough to be seen as hatched. */
static void
paint_plain_pauses (const Bars *self,
                    const Bar  *bar)
{
  for (gsize i = 0; i < bar->row->n_pauses; i++)
    {
      double x, width;

      if (steward_timeline_place_pause (self->timeline, bar->row, i, &x, &width))
        paint_pause (self, bar, x, width);
    }
}

static void
paint_open_cells (const Bars *self,
                  const Bar  *bar)
{
  const StewardColor *color = &self->style->lights[bar->row->answer.light];

  if (is_plain (self) && is_started (bar) && bar->row->kind == STEWARD_ROW_ITEM)
    paint_plain_pauses (self, bar);
  for (guint i = 0; bar->spans != NULL && i < bar->spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (bar->spans, StewardSpan, i);
      double x = day_x (self, span->from), width = day_x (self, span->to + 1) - x;

      if (span->kind == STEWARD_SPAN_PAUSED)
        paint_pause (self, bar, x, width);
      else if (span->kind == STEWARD_SPAN_START && width >= 0.4 * self->u)
        paint_cell (self, bar, x, width, &self->style->card, color);
      else if (span->kind == STEWARD_SPAN_PLANNED_START && width >= 0.4 * self->u)
        paint_cell (self, bar, x, width, &self->style->card, &self->style->plan_line);
    }
}

static void
paint_activity (const Bars *self,
                const Bar  *bar)
{
  double x = day_x (self, bar->row->start), width = day_x (self, bar->row->finish + 1) - x;
  StewardColor fill = steward_color_mix (&self->style->card, &self->style->deferral, 0.16);

  if (bar->row->kind == STEWARD_ROW_ACTIVITY)
    paint_cell (self, bar, x, width, &fill, &self->style->deferral);
}

static void
paint_node (const Bars *self,
            const Bar  *bar)
{
  if (bar->row->kind == STEWARD_ROW_NODE)
    steward_ink_diamond (self->ink, &self->style->commitment, day_x (self, bar->row->finish) + self->timeline->day_width / 2,
                         bar->middle, TIMELINE_NODE * self->u);
}

/* Pale, since nothing of it has happened, with an outline that is seen. */
static void
paint_planned (const Bars *self)
{
  each_bar (self, is_plain (self) ? add_plain_planned : add_planned_days);
  steward_ink_color (self->ink, &self->style->plan);
  cairo_fill_preserve (self->cr);
  steward_ink_color (self->ink, &self->style->plan_line);
  steward_ink_stroke (self->ink, 0.06 * self->u);
}

static void
paint_days (const Bars *self)
{
  each_bar (self, paint_activity);
  paint_planned (self);
  paint_actual (self);
  each_bar (self, paint_open_cells);
  each_bar (self, paint_node);
}

static gboolean
is_critical (const Bar *bar)
{
  return bar->row->critical && bar->row->kind != STEWARD_ROW_NODE;
}

static void
add_outline (const Bars *self,
             const Bar  *bar)
{
  double u = self->u, pad = 0.15 * u, height = TIMELINE_BAR * u + 2 * pad;
  double x = day_x (self, bar->row->start) - pad, right = day_x (self, bar->row->finish + 1) + pad;

  if (is_critical (bar))
    steward_ink_round_rect (self->ink, x, bar->middle - height / 2, right - x, height, 0.28 * u);
}

static void
add_corner (const Bars *self,
            const Bar  *bar)
{
  double u = self->u, pad = 0.15 * u;

  if (is_critical (bar))
    steward_ink_add_corner (self->ink, day_x (self, bar->row->finish + 1) + pad,
                            bar->middle - TIMELINE_BAR / 2 * u - pad, 0.55 * u, 0.2 * u);
}

static void
paint_critical (const Bars *self)
{
  each_bar (self, add_outline);
  steward_ink_color (self->ink, &self->style->critical);
  steward_ink_stroke (self->ink, 0.14 * self->u);
  fill_layer (self, &self->style->critical, add_corner);
}

static void
add_thin (const Bars *self,
          const Bar  *bar,
          double      offset,
          StewardDay  from,
          StewardDay  to)
{
  double y = bar->line->y + offset * self->u;

  steward_ink_add_line (self->ink, 0.17 * self->u, day_x (self, from), y, day_x (self, to + 1), y);
}

static void
add_float (const Bars *self,
           const Bar  *bar)
{
  double u = self->u, y = bar->line->y + TIMELINE_FLOAT * u;
  double x0, x1;

  if (bar->line->float_end == STEWARD_DAY_NONE || bar->row->kind == STEWARD_ROW_NODE)
    return;
  x0 = day_x (self, bar->row->finish + 1);
  x1 = day_x (self, bar->line->float_end + 1);
  steward_ink_add_line (self->ink, 0.08 * u, x0, y, x1, y);
  /* Downwards: above it stands the label. */
  steward_ink_add_line (self->ink, 0.08 * u, x1, y - 0.04 * u, x1, y + 0.28 * u);
}

static void
add_planned (const Bars *self,
             const Bar  *bar)
{
  const StewardScheduleRow *row = bar->row;

  if (is_started (bar) && row->kind != STEWARD_ROW_NODE
      && (row->planned_start != row->start || row->planned_finish != row->finish))
    add_thin (self, bar, TIMELINE_PLANNED, row->planned_start, row->planned_finish);
}

static void
add_baseline (const Bars *self,
              const Bar  *bar)
{
  double u = self->u, x;

  if (bar->line->baseline_start == STEWARD_DAY_NONE || bar->row->kind == STEWARD_ROW_NODE)
    return;
  x = day_x (self, bar->line->baseline_start);
  cairo_rectangle (self->cr, x, bar->line->y + (TIMELINE_BASELINE - TIMELINE_GHOST / 2) * u,
                   day_x (self, bar->line->baseline_finish + 1) - x, TIMELINE_GHOST * u);
}

/* A low bar below the other, pale with an outline: a plan that was. */
static void
paint_baseline (const Bars *self)
{
  StewardColor line = steward_color_mix (&self->style->dim, &self->style->paper, 0.25);
  StewardColor fill = steward_color_mix (&self->style->dim, &self->style->paper, 0.7);

  each_bar (self, add_baseline);
  steward_ink_color (self->ink, &fill);
  cairo_fill_preserve (self->cr);
  steward_ink_color (self->ink, &line);
  steward_ink_stroke (self->ink, 0.07 * self->u);
}

/* A tick with a little flag: its shape, not only its colour, tells it from
 * the outline of the critical path and the line of today. The flag flies away
 * from the bar, which may be narrow. */
static void
add_due (const Bars *self,
         const Bar  *bar)
{
  double u = self->u, x, top = bar->line->y + 0.28 * u, bottom = bar->line->y + 2.05 * u;

  if (bar->row->answer.due == STEWARD_DAY_NONE || bar->row->kind != STEWARD_ROW_ITEM)
    return;
  x = day_x (self, bar->row->answer.due + 1);
  cairo_move_to (self->cr, x - 0.075 * u, top);
  cairo_line_to (self->cr, x + TIMELINE_FLAG * u, top);
  cairo_line_to (self->cr, x + 0.075 * u, top + 0.45 * u);
  cairo_line_to (self->cr, x + 0.075 * u, bottom);
  cairo_line_to (self->cr, x - 0.075 * u, bottom);
  cairo_close_path (self->cr);
}

static void
paint_marks (const Bars *self)
{
  paint_critical (self);
  fill_layer (self, &self->style->dim, add_float);
  fill_layer (self, &self->style->plan_line, add_planned);
  paint_baseline (self);
  /* With a rim: on a bar that is late both are red. */
  each_bar (self, add_due);
  steward_ink_color (self->ink, &self->style->paper);
  steward_ink_stroke (self->ink, 0.14 * self->u);
  fill_layer (self, &self->style->due, add_due);
}

static gboolean
is_labelled (const Bars *self,
             const Bar  *bar)
{
  const StewardTimeline *timeline = self->timeline;

  return steward_timeline_label_x (timeline, bar->line) < self->right
         && !(timeline->hints && steward_timeline_is_behind (timeline, bar->line, MAX (self->left, timeline->label_width)));
}

static StewardWeight
label_weight (const StewardScheduleRow *row)
{
  return row->answer.light == STEWARD_LIGHT_NOT_STARTED ? STEWARD_WEIGHT_NORMAL : STEWARD_WEIGHT_BOLD;
}

double
steward_timeline_measure_label (const StewardTimeline     *self,
                                StewardInk                *ink,
                                const StewardTimelineLine *line)
{
  double letters = steward_ink_measure (ink, line->row != NULL ? label_weight (line->row) : STEWARD_WEIGHT_NORMAL,
                                        line->label);

  if (line->reason != NULL)
    letters += steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, line->reason) + TIMELINE_REASON;
  return letters * TIMELINE_SMALL * self->unit;
}

static void
paint_labels (const Bars    *self,
              StewardWeight  weight)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);

      if (label_weight (bar->row) == weight && is_labelled (self, bar))
        steward_ink_text (self->ink,
                          &(StewardTextSpec) { .x = steward_timeline_label_x (self->timeline, bar->line), .y = bar->middle,
                                               .size = TIMELINE_SMALL * self->u, .weight = weight,
                                               .color = &self->style->text },
                          bar->line->label);
    }
}

static void
paint_reason (const Bars *self,
              const Bar  *bar)
{
  double size = TIMELINE_SMALL * self->u;
  double label;

  if (bar->line->reason == NULL || !is_labelled (self, bar))
    return;
  label = steward_ink_measure (self->ink, label_weight (bar->row), bar->line->label);
  steward_ink_text (self->ink,
                    &(StewardTextSpec) { .x = steward_timeline_label_x (self->timeline, bar->line) + (label + TIMELINE_REASON) * size,
                                         .y = bar->middle, .size = size, .color = &self->style->dim },
                    bar->line->reason);
}

static void
add_bar (Bars                      *self,
         const StewardTimelineLine *line)
{
  const StewardTimeline *timeline = self->timeline;
  Bar bar = { line, line->row, line->y + TIMELINE_MIDDLE * self->u, NULL };

  if (line->row->kind == STEWARD_ROW_ITEM && !is_plain (self))
    bar.spans = steward_timeline_spans (line->row, line->schedule->calendar, line->schedule->as_of,
                                        MAX (steward_timeline_x_to_day (timeline, self->left) - 1, timeline->first),
                                        MIN (steward_timeline_x_to_day (timeline, self->right) + 1, timeline->last));
  g_array_append_val (self->bars, bar);
}

void
steward_timeline_paint_bars (const StewardTimeline *self,
                             StewardInk            *ink,
                             guint                  first,
                             guint                  end,
                             double                 left,
                             double                 right)
{
  Bars bars = { self, ink, steward_ink_get_cairo (ink), steward_ink_get_style (ink), self->unit, left, right, NULL };

  bars.bars = g_array_sized_new (FALSE, FALSE, sizeof (Bar), end - first);
  g_array_set_clear_func (bars.bars, clear_bar);
  for (guint i = first; i < end; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);

      if (line->kind == STEWARD_LINE_ROW)
        add_bar (&bars, line);
    }
  paint_days (&bars);
  paint_marks (&bars);
  paint_labels (&bars, STEWARD_WEIGHT_BOLD);
  paint_labels (&bars, STEWARD_WEIGHT_NORMAL);
  each_bar (&bars, paint_reason);
  g_array_unref (bars.bars);
}
