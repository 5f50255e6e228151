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
  steward_ink_light (painter->ink, stage->light, x1 + TIMELINE_STAGE_SIGN * u, line->y + line->height / 2, 0.78 * u);
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = x1 + TIMELINE_STAGE_TEXT * u, .y = line->y + line->height / 2,
                                         .size = TIMELINE_SMALL * u, .color = &painter->style->text },
                    line->label);
}

static void
paint_summary (const Painter             *painter,
               const StewardTimelineLine *line)
{
  double u = painter->u, x = painter->timeline->label_width + TIMELINE_SUMMARY_TEXT * u, middle = line->y + line->height / 2;

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

/* Whether the line of today would run through the words of @line. */
static gboolean
is_struck (const Painter             *painter,
           const StewardTimelineLine *line,
           double                     today,
           double                    *middle)
{
  double u = painter->u, gap = 0.2 * u, x, left, width;

  if (line->loads != NULL)
    return steward_timeline_find_week_number (painter->timeline, line, &x, &width, middle)
           && today > x - gap && today < x + width + gap;
  *middle = line->row != NULL ? line->y + TIMELINE_MIDDLE * u : line->y + line->height / 2;
  if (!steward_timeline_find_text (painter->timeline, line, &x)
      || (line->row != NULL && painter->timeline->hints
          && steward_timeline_is_behind (painter->timeline, line, MAX (painter->left, painter->timeline->label_width))))
    return FALSE;
  left = line->kind == STEWARD_LINE_STAGE ? x - (TIMELINE_STAGE_TEXT - TIMELINE_STAGE_SIGN + 0.4) * u : x;
  return today > left - gap && today < x + steward_timeline_label_width (painter->timeline, line) + gap
         && today < x + steward_timeline_measure_label (painter->timeline, painter->ink, line) + gap;
}

/* The line of today leaves out what it would strike through. */
static void
paint_today (const Painter *painter)
{
  const StewardTimeline *timeline = painter->timeline;
  double x = steward_timeline_day_to_x (timeline, timeline->as_of) + timeline->day_width / 2;
  double top = MAX (painter->top, timeline->head_height), bottom = MIN (painter->bottom, timeline->rows_bottom);

  if (timeline->as_of < timeline->first || timeline->as_of > timeline->last)
    return;
  for (guint i = painter->first; i < painter->end; i++)
    {
      const StewardTimelineLine *line = get_line (painter, i);
      double middle, half = 0.64 * painter->u;

      if (!is_struck (painter, line, x, &middle))
        continue;
      if (middle - half > top)
        steward_ink_add_line (painter->ink, TIMELINE_TODAY * painter->u, x, top, x, middle - half);
      top = MAX (top, middle + half);
    }
  if (bottom > top)
    steward_ink_add_line (painter->ink, TIMELINE_TODAY * painter->u, x, top, x, bottom);
  steward_ink_color (painter->ink, &painter->style->today);
  cairo_fill (painter->cr);
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

/* Where the texts of a line stand in the column of labels. */
typedef struct
{
  double left, right;   /* of name and detail */
  double name;          /* room of the name */
  double detail;        /* and of the detail, which ends at @right */
} Shares;

static const char *
get_detail (const StewardTimelineLine *line)
{
  return line->bureau != NULL ? line->bureau : line->detail;
}

/* The name may take all but a little, the detail what is left; levels stand
 * below one another at the end. */
static Shares
share_column (const Painter             *painter,
              const StewardTimelineLine *line)
{
  double u = painter->u, name = steward_lettering_estimate (line->name) * u;
  Shares shares = { .left = (has_sign (line) ? 2.4 : 1.2) * u, .right = painter->timeline->label_width - 0.7 * u };
  double room;

  if (line->bureau != NULL && painter->timeline->levels)
    shares.right -= 1.3 * u;
  room = shares.right - shares.left;
  shares.detail = MIN (steward_lettering_estimate (get_detail (line)) * TIMELINE_SMALL * u,
                       MAX (room * 0.3, room - name - 0.6 * u));
  shares.name = room - shares.detail - 0.5 * u;
  return shares;
}

/* A name that has no room in its size becomes smaller, on two lines if need be;
 * a detail too. */
static void
paint_name (const Painter             *painter,
            const StewardTimelineLine *line)
{
  double u = painter->u;
  Shares shares = share_column (painter, line);
  gboolean row = is_plain (line);
  StewardTextSpec spec = { .x = shares.left, .y = line->y + line->height / 2, .size = row ? u : 1.05 * u,
                           .weight = row ? STEWARD_WEIGHT_NORMAL : STEWARD_WEIGHT_BOLD,
                           .color = line->faded ? &painter->style->dim : &painter->style->text };

  if (steward_lettering_estimate (line->name) * spec.size > shares.name)
    {
      spec.width = shares.name;
      spec.lines = 2;
      spec.size *= row ? TIMELINE_SMALL : 0.78;
    }
  steward_ink_text (painter->ink, &spec, line->name);
}

static void
paint_detail (const Painter             *painter,
              const StewardTimelineLine *line)
{
  Shares shares = share_column (painter, line);
  const char *text = get_detail (line);
  StewardTextSpec spec = { .x = shares.right - shares.detail, .y = line->y + line->height / 2, .width = shares.detail,
                           .size = TIMELINE_SMALL * painter->u, .align = STEWARD_ALIGN_RIGHT,
                           .color = &painter->style->dim };

  if (is_plain (line) && steward_lettering_estimate (text) * spec.size > shares.detail + 0.01)
    {
      spec.lines = 2;
      spec.size *= 0.88;
    }
  steward_ink_text (painter->ink, &spec, text);
}

static void
paint_level (const Painter             *painter,
             const StewardTimelineLine *line)
{
  double u = painter->u;

  if (line->level != NULL)
    steward_ink_text (painter->ink,
                      &(StewardTextSpec) { .x = painter->timeline->label_width - 1.7 * u, .width = u,
                                           .y = line->y + line->height / 2, .size = TIMELINE_SMALL * u,
                                           .align = STEWARD_ALIGN_RIGHT, .color = &painter->style->dim },
                      line->level);
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
    {
      paint_detail (painter, get_line (painter, i));
      paint_level (painter, get_line (painter, i));
    }
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

  ink = steward_ink_new_with (cr, style, self->lettering);
  steward_timeline_paint_parts (self, ink, clip, focus, STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT);
}
