/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-label-private.h"

typedef struct
{
  const StewardTimeline *timeline;
  StewardInk            *ink;
  cairo_t               *cr;
  const StewardStyle    *style;
  double                 u;
  double                 left, top, right, bottom;   /* what is to be painted */
  guint                  first, end;                 /* lines in it */
  const char            *focus;
} Painter;

static const StewardTimelineLine *
get_line (const Painter *painter,
          guint          i)
{
  return &g_array_index (painter->timeline->lines, StewardTimelineLine, i);
}

static void
paint_bands (const Painter *painter)
{
  const StewardTimeline *timeline = painter->timeline;
  StewardColor thin = steward_color_mix (&painter->style->line, &painter->style->paper, 0.5);

  for (guint i = painter->first; i < painter->end; i++)
    {
      const StewardTimelineLine *line = get_line (painter, i);

      if (line->kind == STEWARD_LINE_STAGE || line->kind == STEWARD_LINE_GROUP || line->kind == STEWARD_LINE_HEAD)
        cairo_rectangle (painter->cr, 0, line->y, timeline->width, line->height);
    }
  steward_ink_color (painter->ink, &painter->style->band);
  cairo_fill (painter->cr);
  for (guint i = painter->first; i < painter->end; i++)
    {
      const StewardTimelineLine *line = get_line (painter, i);

      if (painter->focus != NULL && g_strcmp0 (steward_timeline_line_get_id (line), painter->focus) == 0)
        {
          StewardColor glow = painter->style->accent;

          glow.alpha = 0.14;
          steward_ink_fill_rect (painter->ink, &glow, 0, line->y, timeline->width, line->height);
        }
    }
  for (guint i = painter->first; i < painter->end; i++)
    {
      const StewardTimelineLine *line = get_line (painter, i);
      double y = line->y + line->height;

      steward_ink_add_line (painter->ink, 0.05 * painter->u, painter->left, y, painter->right, y);
    }
  steward_ink_color (painter->ink, &thin);
  cairo_fill (painter->cr);
}

/* A bracket over the stage's days, its used share thick; what it says stands
 * behind it. */
static void
paint_bracket (const Painter             *painter,
               const StewardTimelineLine *line)
{
  const StewardTimeline *timeline = painter->timeline;
  const StewardScheduleStage *stage = line->stage;
  double u = painter->u;
  double x0 = steward_timeline_day_to_x (timeline, stage->start);
  double x1 = steward_timeline_day_to_x (timeline, stage->finish + 1);
  double y = line->y + 0.95 * u, foot = line->y + 1.55 * u;
  const StewardColor *color = &painter->style->lights[stage->light];
  double used = stage->budget > 0 ? CLAMP (stage->used / (double) stage->budget, 0, 1) : 0;

  if (stage->rows->len == 0)
    return;
  cairo_move_to (painter->cr, x0, foot);
  cairo_line_to (painter->cr, x0, y);
  cairo_line_to (painter->cr, x1, y);
  cairo_line_to (painter->cr, x1, foot);
  steward_ink_color (painter->ink, &painter->style->dim);
  steward_ink_stroke (painter->ink, 0.11 * u);
  if (used > 0)
    steward_ink_line (painter->ink, color, 0.34 * u, x0, y, x0 + (x1 - x0) * used, y);
  steward_ink_fill_rect (painter->ink, &painter->style->band, x1 + 0.4 * u, line->y + 0.4 * u,
                         (1.5 + steward_lettering_estimate (line->label) * TIMELINE_SMALL) * u, line->height - 0.8 * u);
  steward_ink_light (painter->ink, stage->light, x1 + 1.0 * u, line->y + line->height / 2, 0.78 * u);
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = x1 + 1.75 * u, .y = line->y + line->height / 2,
                                         .size = TIMELINE_SMALL * u, .color = &painter->style->text },
                    line->label);
}

static void
paint_summary (const Painter             *painter,
               const StewardTimelineLine *line)
{
  double u = painter->u, x = painter->timeline->label_width + u, middle = line->y + line->height / 2;

  steward_timeline_paint_label_ground (painter->timeline, painter->ink, line->label, x, middle);
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = x, .y = middle, .size = TIMELINE_SMALL * u, .color = &painter->style->dim },
                    line->label);
}

static void
paint_days (const Painter *painter)
{
  steward_timeline_paint_bars (painter->timeline, painter->ink, painter->first, painter->end, painter->left,
                               painter->right);
  for (guint i = painter->first; i < painter->end; i++)
    {
      const StewardTimelineLine *line = get_line (painter, i);

      if (line->kind == STEWARD_LINE_STAGE)
        paint_bracket (painter, line);
      else if (line->project != NULL || line->loads != NULL)
        steward_timeline_paint_portfolio (painter->timeline, painter->ink, line, painter->left, painter->right);
      else if (line->kind == STEWARD_LINE_PROJECT)
        paint_summary (painter, line);
    }
}

static void
paint_today (const Painter *painter)
{
  const StewardTimeline *timeline = painter->timeline;
  double x = steward_timeline_day_to_x (timeline, timeline->as_of) + timeline->day_width / 2;

  if (timeline->as_of >= timeline->first && timeline->as_of <= timeline->last)
    steward_ink_line (painter->ink, &painter->style->today, 0.13 * painter->u, x,
                      MAX (painter->top, timeline->head_height), x, MIN (painter->bottom, timeline->rows_bottom));
}

/* Signs of one light after the other: that changes the colour less often. */
static void
paint_signs (const Painter *painter,
             StewardLight   light)
{
  double u = painter->u;

  for (guint i = painter->first; i < painter->end; i++)
    {
      const StewardTimelineLine *line = get_line (painter, i);
      double middle = line->y + line->height / 2;

      if ((line->kind == STEWARD_LINE_GROUP || line->kind == STEWARD_LINE_PORTFOLIO) && line->light == light)
        steward_ink_light (painter->ink, light, 1.55 * u, middle, 0.86 * u);
      if (line->kind != STEWARD_LINE_ROW || line->row->answer.light != light)
        continue;
      if (line->row->kind == STEWARD_ROW_ITEM)
        steward_ink_light (painter->ink, light, 1.55 * u, middle, 0.86 * u);
      else if (line->row->kind == STEWARD_ROW_NODE)
        steward_ink_diamond (painter->ink, &painter->style->commitment, 1.55 * u, middle, 0.8 * u);
    }
}

static gboolean
has_sign (const StewardTimelineLine *line)
{
  return line->kind == STEWARD_LINE_ROW || line->kind == STEWARD_LINE_GROUP || line->kind == STEWARD_LINE_PORTFOLIO;
}

/* Whether it is set like a row, not like a heading. */
static gboolean
is_plain (const StewardTimelineLine *line)
{
  return line->kind >= STEWARD_LINE_PORTFOLIO;
}

/* The span of the label column that @line has, and the share of it that is
 * its detail: the name may take all but a little, the detail what is left. */
static void
share_column (const Painter             *painter,
              const StewardTimelineLine *line,
              double                    *left,
              double                    *right,
              double                    *detail)
{
  double u = painter->u, name = steward_lettering_estimate (line->name) * u;

  *left = (has_sign (line) ? 2.4 : 1.2) * u;
  *right = painter->timeline->label_width - 0.7 * u;
  *detail = MIN (steward_lettering_estimate (line->detail) * TIMELINE_SMALL * u,
                 MAX ((*right - *left) * 0.3, *right - *left - name - 0.6 * u));
}

static void
paint_name (const Painter             *painter,
            const StewardTimelineLine *line)
{
  double u = painter->u, left, right, detail;
  gboolean row = is_plain (line);
  gboolean faded = line->row != NULL && steward_label_row_faded (line->row);
  StewardTextSpec spec = { .y = line->y + line->height / 2, .size = row ? u : 1.05 * u,
                           .weight = row ? STEWARD_WEIGHT_NORMAL : STEWARD_WEIGHT_BOLD,
                           .color = faded ? &painter->style->dim : &painter->style->text };

  share_column (painter, line, &left, &right, &detail);
  spec.x = left;
  if (steward_lettering_estimate (line->name) * u + 0.6 * u > right - left - detail)
    spec.width = right - left - detail - 0.5 * u;
  steward_ink_text (painter->ink, &spec, line->name);
}

static void
paint_detail (const Painter             *painter,
              const StewardTimelineLine *line)
{
  double u = painter->u, left, right, detail;

  share_column (painter, line, &left, &right, &detail);
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = right - detail, .y = line->y + line->height / 2, .width = detail,
                                         .size = TIMELINE_SMALL * u, .align = STEWARD_ALIGN_RIGHT,
                                         .color = &painter->style->dim },
                    line->detail);
}

/* Texts that look alike follow one another, so that a PDF names their font
 * and colour once. */
static void
paint_column (const Painter *painter)
{
  for (StewardLight light = STEWARD_LIGHT_NOT_STARTED; light <= STEWARD_LIGHT_RED; light++)
    paint_signs (painter, light);
  for (guint i = painter->first; i < painter->end; i++)
    {
      if (!is_plain (get_line (painter, i)))
        paint_name (painter, get_line (painter, i));
    }
  for (guint i = painter->first; i < painter->end; i++)
    {
      if (is_plain (get_line (painter, i)))
        paint_name (painter, get_line (painter, i));
    }
  for (guint i = painter->first; i < painter->end; i++)
    paint_detail (painter, get_line (painter, i));
}

static void
paint_own (const Painter *painter)
{
  const cairo_rectangle_t clip = { painter->left, painter->top, painter->right - painter->left,
                                   painter->bottom - painter->top };

  steward_timeline_paint_own (painter->timeline, painter->ink, &clip);
}

static void
clip_to (const Painter *painter,
         double         x,
         double         y,
         double         width,
         double         height)
{
  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, x, y, width, height);
  cairo_clip (painter->cr);
}

static void
paint_rows (const Painter *painter,
            double         top,
            double         bottom)
{
  const StewardTimeline *timeline = painter->timeline;

  clip_to (painter, painter->left, top, painter->right - painter->left, bottom - top);
  paint_bands (painter);
  if (painter->right > timeline->label_width)
    {
      clip_to (painter, timeline->label_width, top, timeline->width, bottom - top);
      paint_today (painter);
      paint_days (painter);
      paint_own (painter);
      steward_timeline_paint_fold (timeline, painter->ink, top, bottom);
      cairo_restore (painter->cr);
    }
  if (painter->left < timeline->label_width)
    {
      paint_column (painter);
      steward_ink_line (painter->ink, &painter->style->line, 0.08 * painter->u, timeline->label_width, top,
                        timeline->label_width, bottom);
    }
  cairo_restore (painter->cr);
}

static void
paint_ground (const Painter *painter,
              double         top,
              double         bottom)
{
  const StewardTimeline *timeline = painter->timeline;

  steward_ink_fill_rect (painter->ink, &painter->style->paper, painter->left, painter->top,
                         painter->right - painter->left, painter->bottom - painter->top);
  if (bottom <= top || painter->right <= timeline->label_width)
    return;
  clip_to (painter, timeline->label_width, top, timeline->width, bottom - top);
  steward_timeline_paint_shade (timeline, painter->ink, painter->left, painter->right, top, bottom);
  cairo_restore (painter->cr);
}

static void
paint_content (const Painter *painter,
               double         top,
               double         bottom)
{
  const StewardTimeline *timeline = painter->timeline;

  if (bottom > top)
    paint_rows (painter, top, bottom);
  if (painter->top < timeline->head_height)
    {
      if (painter->right > timeline->label_width)
        steward_timeline_paint_head (timeline, painter->ink, MAX (painter->left, timeline->label_width), painter->right);
      if (painter->left < timeline->label_width)
        steward_timeline_paint_corner (timeline, painter->ink);
    }
  if (painter->bottom > timeline->legend_y)
    steward_timeline_paint_legend (timeline, painter->ink, 0, timeline->legend_y, timeline->width);
}

void
steward_timeline_paint_parts (const StewardTimeline   *self,
                              StewardInk              *ink,
                              const cairo_rectangle_t *clip,
                              const char              *focus,
                              StewardTimelineParts     parts)
{
  Painter painter = { self, ink, steward_ink_get_cairo (ink), steward_ink_get_style (ink), self->unit,
                      0, 0, self->width, self->height, 0, 0, focus };
  double top, bottom;

  if (clip != NULL)
    {
      painter.left = MAX (0, clip->x);
      painter.top = MAX (0, clip->y);
      painter.right = MIN (self->width, clip->x + clip->width);
      painter.bottom = MIN (self->height, clip->y + clip->height);
    }
  if (painter.right <= painter.left || painter.bottom <= painter.top)
    return;
  steward_timeline_visible (self, clip, &painter.first, &painter.end);
  top = MAX (painter.top, self->head_height);
  bottom = MIN (painter.bottom, self->rows_bottom);
  clip_to (&painter, painter.left, painter.top, painter.right - painter.left, painter.bottom - painter.top);
  if (parts & STEWARD_TIMELINE_GROUND)
    paint_ground (&painter, top, bottom);
  if (parts & STEWARD_TIMELINE_CONTENT)
    paint_content (&painter, top, bottom);
  cairo_restore (painter.cr);
}

void
steward_timeline_paint (const StewardTimeline   *self,
                        cairo_t                 *cr,
                        const StewardStyle      *style,
                        const cairo_rectangle_t *clip,
                        const char              *focus)
{
  g_autoptr (StewardInk) ink = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);

  ink = steward_ink_new (cr, style);
  steward_timeline_paint_parts (self, ink, clip, focus, STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT);
}
