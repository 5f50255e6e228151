/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-words-private.h"

#define TITLE    1.85   /* size of the name of the project, in units of the chrome */
#define SUBTITLE 0.95

typedef struct
{
  const StewardFlowchart  *chart;
  StewardInk              *ink;
  cairo_t                 *cr;
  const StewardStyle      *style;
  double                   u;
  const cairo_rectangle_t *clip;
  const char              *focus;
  const StewardFlowLit    *lit;      /* NULL: nothing fades */
} Painter;

static gboolean
is_visible (const Painter *painter,
            double         x,
            double         y,
            double         width,
            double         height)
{
  const cairo_rectangle_t *clip = painter->clip;

  return clip == NULL || (x < clip->x + clip->width && x + width > clip->x
                          && y < clip->y + clip->height && y + height > clip->y);
}

static void
paint_title_text (StewardInk      *ink,
                  const char      *tag,
                  StewardTextSpec  spec,
                  const char      *text)
{
  const StewardStyle *style = steward_ink_get_style (ink);

  spec.color = spec.weight == STEWARD_WEIGHT_BOLD ? &style->text : &style->dim;
  steward_ink_begin_tag (ink, tag);
  steward_ink_text (ink, &spec, text);
  steward_ink_end_tag (ink, tag);
}

static double
right_width (const StewardFlowchart *self,
             StewardInk             *ink)
{
  double total = steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, self->total) * TITLE;
  double summary = steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, self->summary) * SUBTITLE;

  return (MAX (total, summary) + 0.3) * self->chrome;
}

/* A long name is written smaller before it is cut. */
void
steward_flowchart_paint_title (const StewardFlowchart *self,
                               StewardInk             *ink,
                               double                  width)
{
  double u = self->chrome, m = self->margin;
  double right = MIN (right_width (self, ink), width / 2 - m);
  double left = MAX (4 * u, width - 2 * m - right - u);
  double name = steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, self->title) + 0.1;
  StewardTextSpec spec = { .x = m, .y = m + 1.25 * u, .width = left, .size = CLAMP (left / name, 1.2 * u, TITLE * u),
                           .weight = STEWARD_WEIGHT_BOLD };
  StewardTextSpec small = { .x = m, .y = m + 3.25 * u, .width = left, .size = SUBTITLE * u };

  paint_title_text (ink, "H1", spec, self->title);
  paint_title_text (ink, "P", small, self->subtitle);
  spec.size = TITLE * u;
  spec.x = small.x = width - m - right;
  spec.width = small.width = right;
  spec.align = small.align = STEWARD_ALIGN_RIGHT;
  paint_title_text (ink, "P", spec, self->total);
  paint_title_text (ink, "P", small, self->summary);
}

static void
paint_stage (const Painter          *painter,
             const StewardFlowStage *stage)
{
  const StewardFlowchart *chart = painter->chart;
  double u = painter->u, top = chart->heads_y, foot = top + chart->head_height;
  double bottom = chart->body_bottom;
  double track = 0.10 * u, share = 0.30 * u;

  cairo_save (painter->cr);
  steward_ink_round_rect (painter->ink, stage->x, top, stage->width, bottom - top, 0.8 * u);
  /* Rows of bureaus show through. */
  if (chart->lanes->len == 0)
    {
      steward_ink_color (painter->ink, &painter->style->card);
      cairo_fill_preserve (painter->cr);
    }
  cairo_clip (painter->cr);
  steward_ink_fill_rect (painter->ink, &painter->style->band, stage->x, top, stage->width, chart->head_height);
  /* What is used is told from what is left by its height as well. */
  steward_ink_fill_rect (painter->ink, &painter->style->line, stage->x, foot - track, stage->width, track);
  steward_ink_fill_rect (painter->ink, &painter->style->lights[stage->stage_light], stage->x, foot - share,
                         stage->width * stage->share, share);
  cairo_restore (painter->cr);
  steward_ink_round_rect (painter->ink, stage->x, top, stage->width, bottom - top, 0.8 * u);
  steward_ink_color (painter->ink, &painter->style->line);
  cairo_set_line_width (painter->cr, 0.06 * u);
  cairo_stroke (painter->cr);
  steward_ink_begin_tag (painter->ink, "H2");
  steward_flowchart_paint_head (chart, painter->ink, stage);
  steward_ink_end_tag (painter->ink, "H2");
  /* A screen of a projector may have the tray alone. */
  if (stage->segments->len == 0 && chart->lanes->len == 0
      && (chart->options.screen == 0 || stage->pills->len == 0))
    steward_ink_text (painter->ink,
                      &(StewardTextSpec) { .x = stage->x + stage->lead, .y = chart->line_y - 1.1 * u,
                                           .width = stage->width - stage->lead,
                                           .size = u, .align = STEWARD_ALIGN_CENTER, .color = &painter->style->dim },
                      W_NO_ITEMS);
  if (stage->tray_title != NULL && chart->lanes->len == 0)
    steward_ink_text (painter->ink,
                      &(StewardTextSpec) { .x = stage->x + 0.65 * u, .y = stage->tray_y + FLOW_TITLE / 2 * u,
                                           .width = stage->width - 1.3 * u, .size = FLOW_SMALL * u,
                                           .color = &painter->style->dim },
                      stage->tray_title);
}

static void
paint_frame (const Painter          *painter,
             const StewardFlowGroup *group)
{
  double u = painter->u;
  gboolean main = group->lane == STEWARD_LANE_MAIN;
  StewardColor fill = steward_color_mix (&painter->style->card, &painter->style->accent, main ? 0.06 : 0);

  if (!group->framed)
    return;
  steward_ink_round_rect (painter->ink, group->frame_x, group->frame_y, group->frame_width, group->frame_height, 0.65 * u);
  steward_ink_color (painter->ink, &fill);
  cairo_fill_preserve (painter->cr);
  steward_ink_color (painter->ink, main ? &painter->style->accent : &painter->style->line);
  cairo_set_line_width (painter->cr, (main ? 0.11 : 0.07) * u);
  cairo_stroke (painter->cr);
}

static void
paint_group (const Painter            *painter,
             const StewardFlowSegment *segment,
             const StewardFlowGroup   *group)
{
  double u = painter->u;
  gboolean main = group->lane == STEWARD_LANE_MAIN;

  paint_frame (painter, group);
  if (group->title != NULL)
    steward_ink_text (painter->ink,
                      &(StewardTextSpec) { .x = segment->x - 0.4 * u, .y = group->title_y, .width = segment->width + 0.8 * u,
                                           .size = FLOW_SMALL * u, .align = STEWARD_ALIGN_CENTER,
                                           .color = main ? &painter->style->accent : &painter->style->dim },
                      group->title);
}

static void
paint_begin (const Painter *painter)
{
  const StewardFlowchart *chart = painter->chart;
  double u = painter->u, width = 3.5 * FLOW_SMALL * u;

  if (chart->begin == NULL)
    return;
  steward_ink_color (painter->ink, &painter->style->text);
  cairo_arc (painter->cr, chart->begin_x, chart->line_y, 0.45 * u, 0, 2 * G_PI);
  cairo_fill (painter->cr);
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = chart->begin_x - width / 2, .y = chart->line_y - 2.6 * u, .width = width,
                                         .size = FLOW_SMALL * u, .align = STEWARD_ALIGN_CENTER, .lines = 3,
                                         .color = &painter->style->dim },
                    chart->begin);
}

/* Level, mode and supplement, left to right from @x. */
static double
paint_marks (const Painter        *painter,
             const StewardFlowBox *box,
             double                x,
             double                y)
{
  double size = FLOW_MARK * painter->u, step = (FLOW_MARK + FLOW_MARK_GAP) * painter->u;

  if (*box->box.level != '\0')
    {
      steward_ink_chip (painter->ink, box->box.level, NULL, FALSE, x + size / 2, y, size);
      x += step;
    }
  if (box->box.mode != STEWARD_MODE_NORMAL)
    {
      gboolean commitment = box->box.mode == STEWARD_MODE_COMMITMENT;

      steward_ink_chip (painter->ink, commitment ? W_COMMITMENT : W_DEFERRAL,
                        commitment ? &painter->style->commitment : &painter->style->deferral,
                        FALSE, x + size / 2, y, size);
      x += step;
    }
  if (box->box.supplement)
    {
      steward_ink_chip (painter->ink, W_SUPPLEMENT, NULL, TRUE, x + size / 2, y, size);
      x += step;
    }
  return x;
}

/* Status text keeps the colour of text: yellow words on white are not read. */
static void
paint_status (const Painter        *painter,
              const StewardFlowBox *box,
              double                right,
              double                y)
{
  double u = painter->u, text = (box->limit_em + 0.05) * FLOW_STATUS * u;
  gboolean waiting = box->box.light == STEWARD_LIGHT_NOT_STARTED;

  if (box->limit_em > 0)
    {
      steward_ink_text (painter->ink,
                        &(StewardTextSpec) { .x = right - text, .y = y, .width = text + u, .size = FLOW_STATUS * u,
                                             .weight = waiting ? STEWARD_WEIGHT_NORMAL : STEWARD_WEIGHT_BOLD,
                                             .color = waiting ? &painter->style->dim : &painter->style->text },
                        box->box.limit);
      right -= text + FLOW_MARK_GAP * u;
    }
  steward_ink_light (painter->ink, box->box.light, right - FLOW_GLYPH / 2 * u, y, FLOW_GLYPH * u);
}

static void
paint_card_texts (const Painter        *painter,
                  const StewardFlowBox *box)
{
  double u = painter->u;
  double left = box->box.x + (FLOW_STRIP + FLOW_PAD) * u;
  double right = box->box.x + box->box.width - FLOW_PAD * u;
  double bureau = steward_flowchart_box_below_width (box, u);
  StewardTextSpec spec = { .x = left, .y = box->name_y, .width = right - left - 0.2 * u, .size = u,
                           .weight = STEWARD_WEIGHT_BOLD, .lines = box->name_lines, .color = &painter->style->text };

  steward_ink_text (painter->ink, &spec, box->name_text);
  spec = (StewardTextSpec) { .x = left, .y = box->bureau_y, .width = bureau, .size = FLOW_SMALL * u,
                             .lines = box->bureau_lines,
                             .color = &painter->style->dim };
  steward_ink_text (painter->ink, &spec, box->below_text);
  if (box->marks_below)
    paint_marks (painter, box, left, box->status_y);
  else
    {
      double used = MIN (bureau, (box->bureau_em * FLOW_SMALL + 0.05) * u);

      paint_marks (painter, box, left + used + (used > 0.1 * u ? 0.4 * u : 0), box->bureau_y);
    }
  if (box->dates_y > 0)
    {
      spec.y = box->dates_y;
      spec.width = right - left;
      spec.size = FLOW_DATES * u;
      spec.lines = 1;
      steward_ink_text (painter->ink, &spec, box->dates_em * FLOW_DATES * u <= right - left ? box->dates : box->until);
    }
  paint_status (painter, box, right, box->status_y);
}

static void
paint_card (const Painter        *painter,
            const StewardFlowBox *box)
{
  const StewardFlowchartBox *b = &box->box;
  double u = painter->u, radius = FLOW_RADIUS * u;
  const double dash[] = { 0.5 * u, 0.3 * u };
  StewardColor fill = steward_color_mix (&painter->style->card, &painter->style->accent, box->main ? 0.05 : 0);

  cairo_save (painter->cr);
  steward_flowchart_box_trace (box, painter->ink, u);
  steward_ink_color (painter->ink, &fill);
  cairo_fill_preserve (painter->cr);
  cairo_clip (painter->cr);
  steward_ink_fill_rect (painter->ink, &painter->style->lights[b->light], b->x, b->y, FLOW_STRIP * u, b->height);
  cairo_restore (painter->cr);
  cairo_save (painter->cr);
  steward_flowchart_box_trace (box, painter->ink, u);
  steward_ink_color (painter->ink, box->main ? &painter->style->accent : &painter->style->line);
  cairo_set_line_width (painter->cr, (box->main ? 0.11 : 0.08) * u);
  if (b->supplement)
    cairo_set_dash (painter->cr, dash, 2, 0);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
  if (b->critical)
    steward_ink_corner (painter->ink, b->x + b->width, b->y, 0.72 * u, radius);
  paint_card_texts (painter, box);
}

static void
paint_pill (const Painter        *painter,
            const StewardFlowBox *box)
{
  const StewardFlowchartBox *b = &box->box;
  double u = painter->u, middle = b->y + b->height / 2, left = b->x + 0.65 * u;
  double right = b->x + b->width - 0.65 * u;
  const double dash[] = { 0.5 * u, 0.3 * u };
  double limit = box->limit_em > 0 && b->lane != STEWARD_LANE_UTILITY ? (0.4 + box->limit_em * FLOW_SMALL) * u : 0;

  cairo_save (painter->cr);
  steward_flowchart_box_trace (box, painter->ink, u);
  steward_ink_color (painter->ink, &painter->style->card);
  cairo_fill_preserve (painter->cr);
  steward_ink_color (painter->ink, &painter->style->line);
  cairo_set_line_width (painter->cr, 0.08 * u);
  if (b->supplement)
    cairo_set_dash (painter->cr, dash, 2, 0);
  cairo_stroke (painter->cr);
  cairo_restore (painter->cr);
  steward_ink_light (painter->ink, b->light, left + FLOW_GLYPH * 0.45 * u, middle, FLOW_GLYPH * 0.9 * u);
  left += (FLOW_GLYPH * 0.9 + 0.35) * u;
  if (limit > 0)
    steward_ink_text (painter->ink,
                      &(StewardTextSpec) { .x = right - limit, .y = middle, .width = limit, .size = FLOW_SMALL * u,
                                           .align = STEWARD_ALIGN_RIGHT, .color = &painter->style->dim },
                      b->limit);
  right -= limit;
  if (b->supplement)
    {
      right -= (FLOW_MARK + FLOW_MARK_GAP) * u;
      steward_ink_chip (painter->ink, W_SUPPLEMENT, NULL, TRUE, right + (FLOW_MARK_GAP + FLOW_MARK / 2) * u, middle,
                        FLOW_MARK * u);
    }
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = left, .y = middle, .width = right - left + 0.1 * u, .size = FLOW_STATUS * u,
                                         .color = &painter->style->text },
                    b->name);
}

/* The name of an activity stands upright, one character below the other. */
static void
paint_activity (const Painter        *painter,
                const StewardFlowBox *box)
{
  const StewardFlowchartBox *b = &box->box;
  double u = painter->u, step = 1.35 * u;
  glong length = MIN (g_utf8_strlen (b->name, -1), (glong) ((b->height - 0.8 * u) / step));
  double y = b->y + b->height / 2 - (length - 1) / 2.0 * step;
  const char *c = b->name;
  StewardColor fill = steward_color_mix (&painter->style->card, &painter->style->deferral, 0.14);

  steward_flowchart_box_trace (box, painter->ink, u);
  steward_ink_color (painter->ink, &fill);
  cairo_fill_preserve (painter->cr);
  steward_ink_color (painter->ink, &painter->style->deferral);
  cairo_set_line_width (painter->cr, 0.08 * u);
  cairo_stroke (painter->cr);
  for (glong i = 0; i < length; i++, c = g_utf8_next_char (c))
    {
      char letter[8] = { 0 };

      memcpy (letter, c, g_utf8_next_char (c) - c);
      steward_ink_text (painter->ink,
                        &(StewardTextSpec) { .x = b->x, .y = y + i * step, .width = b->width, .size = u,
                                             .weight = STEWARD_WEIGHT_BOLD, .align = STEWARD_ALIGN_CENTER,
                                             .color = &painter->style->text },
                        letter);
    }
  steward_ink_text (painter->ink,
                    &(StewardTextSpec) { .x = b->x - 0.4 * u, .y = b->y + b->height + FLOW_LENGTH / 2 * u,
                                         .width = b->width + 0.8 * u, .size = FLOW_DATES * u, .lines = 2,
                                         .align = STEWARD_ALIGN_CENTER, .color = &painter->style->dim },
                    box->dates);
}

static void
paint_box (const Painter        *painter,
           const StewardFlowBox *box)
{
  const StewardFlowchartBox *b = &box->box;
  double u = painter->u, radius = box->kind == STEWARD_FLOW_PILL ? b->height / 2 : 0.5 * u;
  gboolean outside = painter->lit != NULL && painter->lit->relations[box->index] == STEWARD_RELATION_NONE;

  if (!is_visible (painter, b->x - u, b->y - u, b->width + 2 * u, b->height + 2 * u))
    return;
  steward_ink_begin_tag (painter->ink, "P");
  switch (box->kind)
    {
    case STEWARD_FLOW_PILL:
      paint_pill (painter, box);
      break;
    case STEWARD_FLOW_ACTIVITY:
      paint_activity (painter, box);
      break;
    case STEWARD_FLOW_CARD:
    default:
      paint_card (painter, box);
      break;
    }
  steward_ink_end_tag (painter->ink, "P");
  if (outside || b->faded)
    {
      StewardColor veil = painter->style->card;

      veil.alpha = outside ? FLOW_VEIL : FLOW_FADED;
      steward_ink_round_rect (painter->ink, b->x - 0.1 * u, b->y - 0.1 * u, b->width + 0.2 * u, b->height + 0.2 * u, radius);
      steward_ink_color (painter->ink, &veil);
      cairo_fill (painter->cr);
    }
  if (g_strcmp0 (painter->focus, b->id) == 0)
    {
      steward_ink_round_rect (painter->ink, b->x - 0.22 * u, b->y - 0.22 * u, b->width + 0.44 * u, b->height + 0.44 * u,
                              radius + 0.22 * u);
      steward_ink_color (painter->ink, &painter->style->accent);
      cairo_set_line_width (painter->cr, 0.2 * u);
      cairo_stroke (painter->cr);
    }
}

/* Empty when there is no such box. */
static void
light_up (const StewardFlowchart *chart,
          const char             *id,
          StewardFlowLit         *lit)
{
  const StewardFlowBox *box = steward_flowchart_find (chart, id);

  *lit = (StewardFlowLit) { NULL, G_MAXINT, -1 };
  if (box == NULL)
    return;
  lit->relations = steward_flowchart_relations (chart, box);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      box = g_ptr_array_index (chart->boxes, i);
      if (lit->relations[i] == STEWARD_RELATION_NONE || box->step < 0)
        continue;
      lit->first = MIN (lit->first, box->step);
      lit->last = MAX (lit->last, box->step);
    }
}

void
steward_flowchart_paint_with (const StewardFlowchart  *self,
                              StewardInk              *ink,
                              const cairo_rectangle_t *clip,
                              const char              *focus,
                              const char              *lit)
{
  cairo_t *cr = steward_ink_get_cairo (ink);
  const StewardStyle *style = steward_ink_get_style (ink);
  Painter painter = { self, ink, cr, style, self->unit, clip, focus, NULL };
  StewardFlowLit light;

  light_up (self, lit, &light);
  painter.lit = light.relations != NULL ? &light : NULL;
  cairo_save (cr);
  if (clip != NULL)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  steward_ink_fill_rect (painter.ink, &style->paper, 0, 0, self->width, self->height);
  if (self->options.screen == 0)
    steward_flowchart_paint_title (self, ink, self->width);
  if (self->lanes->len > 0)
    steward_flowchart_paint_lanes (self, ink);
  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      paint_stage (&painter, stage);
      for (guint j = 0; j < stage->segments->len; j++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          for (guint k = 0; k < segment->cells->len; k++)
            paint_frame (&painter, g_ptr_array_index (segment->cells, k));
          for (guint k = 0; k < segment->groups->len && self->lanes->len == 0; k++)
            paint_group (&painter, segment, g_ptr_array_index (segment->groups, k));
        }
    }
  steward_flowchart_paint_lines (self, ink, clip, painter.lit);
  steward_flowchart_paint_own (self, ink, clip, painter.lit);
  paint_begin (&painter);
  for (guint i = 0; i < self->boxes->len; i++)
    paint_box (&painter, g_ptr_array_index (self->boxes, i));
  if (self->options.screen == 0)
    {
      steward_ink_begin_tag (ink, "P");
      steward_flowchart_paint_legend (self, ink, self->margin, self->legend_y, self->width - 2 * self->margin);
      steward_ink_end_tag (ink, "P");
    }
  cairo_restore (cr);
  g_free (light.relations);
}

void
steward_flowchart_paint_lit (const StewardFlowchart  *self,
                             cairo_t                 *cr,
                             const StewardStyle      *style,
                             const cairo_rectangle_t *clip,
                             const char              *focus,
                             const char              *lit)
{
  g_autoptr (StewardInk) ink = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (style != NULL);

  ink = steward_ink_new_with (cr, style, self->lettering);
  steward_flowchart_paint_with (self, ink, clip, focus, lit);
}

void
steward_flowchart_paint (const StewardFlowchart  *self,
                         cairo_t                 *cr,
                         const StewardStyle      *style,
                         const cairo_rectangle_t *clip,
                         const char              *focus)
{
  steward_flowchart_paint_lit (self, cr, style, clip, focus, focus);
}
