/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

/* The lines: how they look, which of them are lit, and how often they cross. */

static gboolean
is_lit_side (const StewardFlowEdge *edge,
             const StewardFlowLit  *lit)
{
  return edge->outward ? edge->step < lit->last : edge->step > lit->first || edge->step == 0;
}

static gboolean
is_lit (const StewardFlowEdge *edge,
        const StewardFlowLit  *lit)
{
  if (lit == NULL)
    return TRUE;
  if (edge->group == NULL)
    return edge->step == 0 ? lit->first == 0 : edge->step > lit->first && edge->step <= lit->last;
  if (edge->box != NULL)
    return lit->relations[edge->box->index] != STEWARD_RELATION_NONE && is_lit_side (edge, lit);
  for (guint i = 0; i < edge->group->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (edge->group->boxes, i);

      if (lit->relations[box->index] != STEWARD_RELATION_NONE)
        return is_lit_side (edge, lit);
    }
  return FALSE;
}

static gboolean
is_visible (const cairo_rectangle_t *clip,
            const StewardFlowEdge   *edge,
            double                   room)
{
  double left = MIN (edge->x0, edge->x1), top = MIN (edge->y0, edge->y1);

  return clip == NULL || (left - room < clip->x + clip->width && MAX (edge->x0, edge->x1) + room > clip->x
                          && top - room < clip->y + clip->height && MAX (edge->y0, edge->y1) + room > clip->y);
}

static void
paint_edge (const StewardFlowchart *self,
            StewardInk             *ink,
            const StewardFlowEdge  *edge,
            const StewardColor     *color)
{
  cairo_t *cr = steward_ink_get_cairo (ink);
  double u = self->unit, head = 0.55 * u;

  steward_ink_line (ink, color, (edge->critical ? 0.16 : 0.10) * u, edge->x0, edge->y0,
                    edge->arrow ? edge->x1 - head * 0.8 : edge->x1, edge->y1);
  if (!edge->arrow)
    return;
  cairo_move_to (cr, edge->x1, edge->y1);
  cairo_line_to (cr, edge->x1 - head, edge->y1 - 0.36 * u);
  cairo_line_to (cr, edge->x1 - head, edge->y1 + 0.36 * u);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
steward_flowchart_paint_lines (const StewardFlowchart  *self,
                               StewardInk              *ink,
                               const cairo_rectangle_t *clip,
                               const StewardFlowLit    *lit)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  StewardColor plain = steward_color_mix (&style->dim, &style->card, 0.25);

  /* The dark ones last, so that a faded line does not cut into them. */
  for (int round = 0; round < 2; round++)
    {
      for (guint i = 0; i < self->edges->len; i++)
        {
          const StewardFlowEdge *edge = &g_array_index (self->edges, StewardFlowEdge, i);
          gboolean bright = is_lit (edge, lit);
          StewardColor color = edge->critical ? style->critical : plain;

          if (bright != (round == 1) || !is_visible (clip, edge, self->unit))
            continue;
          if (!bright)
            color = steward_color_mix (&color, &style->card, 0.7);
          paint_edge (self, ink, edge, &color);
        }
    }
  for (guint i = 0; i < self->bars->len; i++)
    {
      const StewardFlowBar *bar = &g_array_index (self->bars, StewardFlowBar, i);
      gboolean bright = lit == NULL || (bar->step >= lit->first && bar->step <= lit->last);
      StewardColor faint = steward_color_mix (&style->text, &style->card, 0.7);

      steward_ink_color (ink, bright ? &style->text : &faint);
      steward_ink_round_rect (ink, bar->x, bar->y, bar->width, bar->height, bar->width / 2);
      cairo_fill (steward_ink_get_cairo (ink));
    }
}

static gboolean
crosses (const StewardFlowEdge *a,
         const StewardFlowEdge *b)
{
  const double slack = 0.5;
  gboolean level = a->y0 == a->y1;
  const StewardFlowEdge *across = level ? a : b, *down = level ? b : a;

  if (level == (b->y0 == b->y1))
    return FALSE;
  return down->x0 > MIN (across->x0, across->x1) + slack && down->x0 < MAX (across->x0, across->x1) - slack
         && across->y0 > MIN (down->y0, down->y1) + slack && across->y0 < MAX (down->y0, down->y1) - slack;
}

guint
steward_flowchart_count_crossings (const StewardFlowchart *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (self->edges, StewardFlowEdge, i);

      for (guint j = 0; j < i; j++)
        n += crosses (edge, &g_array_index (self->edges, StewardFlowEdge, j));
    }
  return n;
}
