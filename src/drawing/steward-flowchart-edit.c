/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-edit.h"

#include <math.h>
#include <string.h>

#include "steward-flowchart-private.h"
#include "steward-label-private.h"

/* A line of the rules is drawn once for all links that it stands for: the main
 * line for everything that leads past it, a piece beside a box for all that the
 * box waits for, or that waits for it. Which those are follows from the steps
 * of the boxes. */

/* How far beside a line a point still means it, in units. */
#define REACH 0.4
/* Thickness of the ring around a box. */
#define RING  0.22

static const StewardFlowBox *
get_box (const StewardFlowchart *self,
         guint                   index)
{
  return g_ptr_array_index (self->boxes, index);
}

static const StewardOwnLine *
find_own (const StewardFlowchart *self,
          guint                   from,
          guint                   to)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      const StewardOwnLine *line = self->own->pdata[i];

      if (line->from == from && line->to == to)
        return line;
    }
  return NULL;
}

static void
add_line (const StewardFlowchart *self,
          GPtrArray              *lines,
          const StewardFlowLink  *link)
{
  const StewardFlowchartBox *from = &get_box (self, link->from)->box, *to = &get_box (self, link->to)->box;
  const StewardOwnLine *own = find_own (self, link->from, link->to);
  StewardFlowchartLine *line;

  for (guint i = 0; i < lines->len; i++)
    {
      line = lines->pdata[i];
      if (line->from == from->id && line->to == to->id)
        return;
    }
  line = g_new (StewardFlowchartLine, 1);
  *line = (StewardFlowchartLine) { from->id, to->id, own ? own->key : NULL };
  g_ptr_array_add (lines, line);
}

static gboolean
is_of (const StewardFlowEdge *edge,
       const StewardFlowBox  *box)
{
  return edge->box != NULL ? edge->box == box : g_ptr_array_find (edge->group->boxes, box, NULL);
}

/* Whether the line of a rule from one box to another runs along @edge. */
static gboolean
runs_along (const StewardFlowEdge *edge,
            const StewardFlowBox  *from,
            const StewardFlowBox  *to)
{
  if (edge->group != NULL)
    return is_of (edge, edge->outward ? from : to);
  return from->step >= 0 && from->step < edge->step && edge->step <= to->step;
}

static double
get_distance (const StewardFlowEdge *edge,
              double                 x,
              double                 y)
{
  return hypot (x - CLAMP (x, MIN (edge->x0, edge->x1), MAX (edge->x0, edge->x1)),
                y - CLAMP (y, MIN (edge->y0, edge->y1), MAX (edge->y0, edge->y1)));
}

/* The piece that is nearest, as lines lie close beside each other. */
static const StewardFlowEdge *
find_edge (const StewardFlowchart *self,
           double                  x,
           double                  y)
{
  const StewardFlowEdge *found = NULL;
  double least = REACH * self->unit;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (self->edges, StewardFlowEdge, i);
      double distance = get_distance (edge, x, y);

      if (distance > least)
        continue;
      found = edge;
      least = distance;
    }
  return found;
}

GPtrArray *
steward_flowchart_find_lines (const StewardFlowchart *self,
                              double                  x,
                              double                  y)
{
  GPtrArray *lines;
  const StewardOwnLine *own;
  const StewardFlowEdge *edge;

  g_return_val_if_fail (self != NULL, NULL);

  lines = g_ptr_array_new_with_free_func (g_free);
  own = steward_own_line_hit (self->own, x, y, REACH * self->unit);
  edge = own ? NULL : find_edge (self, x, y);
  if (own)
    {
      const StewardFlowLink link = { own->from, own->to };

      add_line (self, lines, &link);
    }
  for (guint i = 0; edge && i < self->links->len; i++)
    {
      const StewardFlowLink *link = &g_array_index (self->links, StewardFlowLink, i);

      if (find_own (self, link->from, link->to) == NULL
          && runs_along (edge, get_box (self, link->from), get_box (self, link->to)))
        add_line (self, lines, link);
    }
  return lines;
}

GPtrArray *
steward_flowchart_list_lines (const StewardFlowchart *self,
                              const char             *id)
{
  GPtrArray *lines;
  const StewardFlowBox *box;

  g_return_val_if_fail (self != NULL, NULL);

  lines = g_ptr_array_new_with_free_func (g_free);
  box = steward_flowchart_find (self, id);
  for (guint round = 0; box && round < 2; round++)
    {
      for (guint i = 0; i < self->links->len; i++)
        {
          const StewardFlowLink *link = &g_array_index (self->links, StewardFlowLink, i);

          if ((round == 0 ? link->to : link->from) == box->index)
            add_line (self, lines, link);
        }
    }
  return lines;
}

static void
paint_ring (const StewardFlowchart *self,
            StewardInk             *ink,
            const StewardFlowBox   *box,
            const StewardColor     *color,
            double                  thickness)
{
  const StewardFlowchartBox *b = &box->box;
  double u = self->unit, radius = box->kind == STEWARD_FLOW_PILL ? b->height / 2 : FLOW_RADIUS * u;

  steward_ink_round_rect (ink, b->x - 0.22 * u, b->y - 0.22 * u, b->width + 0.44 * u, b->height + 0.44 * u,
                          radius + 0.22 * u);
  steward_ink_color (ink, color);
  steward_ink_stroke (ink, thickness * u);
}

/* Up to the head of the arrow, which stays as it is. */
static void
paint_rule (const StewardFlowchart *self,
            StewardInk             *ink,
            const StewardFlowBox   *from,
            const StewardFlowBox   *to)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (self->edges, StewardFlowEdge, i);

      if (runs_along (edge, from, to))
        steward_ink_line (ink, &style->accent, 0.26 * u, edge->x0, edge->y0,
                          edge->arrow ? edge->x1 - 0.45 * u : edge->x1, edge->y1);
    }
}

void
steward_flowchart_paint_line (const StewardFlowchart     *self,
                              cairo_t                    *cr,
                              const StewardStyle         *style,
                              const StewardFlowchartLine *line)
{
  const StewardFlowBox *from, *to;
  const StewardOwnLine *own;
  g_autoptr (StewardInk) ink = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && style != NULL && line != NULL);

  from = steward_flowchart_find (self, line->from);
  to = steward_flowchart_find (self, line->to);
  if (from == NULL || to == NULL)
    return;
  ink = steward_ink_new (cr, style);
  own = find_own (self, from->index, to->index);
  if (own)
    steward_own_line_paint (own, ink, 1.5 * self->unit, &style->accent, NULL);
  else
    paint_rule (self, ink, from, to);
  paint_ring (self, ink, from, &style->accent, RING);
  paint_ring (self, ink, to, &style->accent, RING);
}

void
steward_flowchart_paint_lead (const StewardFlowchart *self,
                              cairo_t                *cr,
                              const StewardStyle     *style,
                              const char             *from,
                              const char             *to,
                              double                  x,
                              double                  y,
                              gboolean                allowed)
{
  const StewardFlowBox *begin, *end;
  const StewardColor *color;
  g_autoptr (StewardInk) ink = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && style != NULL);

  begin = steward_flowchart_find (self, from);
  end = steward_flowchart_find (self, to);
  if (begin == NULL)
    return;
  ink = steward_ink_new (cr, style);
  color = end != NULL && !allowed ? &style->lights[STEWARD_LIGHT_RED] : &style->accent;
  if (end != NULL)
    {
      paint_ring (self, ink, end, color, RING);
      x = end->box.x - 0.3 * self->unit;
      y = end->box.y + end->box.height / 2;
    }
  paint_ring (self, ink, begin, &style->accent, RING);
  steward_own_line_paint_lead (ink, self->unit, color, begin->box.x + begin->box.width,
                               begin->box.y + begin->box.height / 2, x, y, end == NULL || allowed);
}

void
steward_flowchart_paint_shifted (const StewardFlowchart *self,
                                 cairo_t                *cr,
                                 const StewardStyle     *style,
                                 const char             *id,
                                 StewardDay              start,
                                 StewardDay              finish)
{
  const StewardFlowBox *box;
  g_autoptr (StewardInk) ink = NULL;
  g_autofree char *first = NULL, *last = NULL, *text = NULL;
  double u, width, x, y;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && style != NULL);

  box = steward_flowchart_find (self, id);
  if (box == NULL || start == STEWARD_DAY_NONE)
    return;
  u = self->unit;
  ink = steward_ink_new (cr, style);
  first = steward_label_day (start);
  last = steward_label_day (finish);
  text = g_strconcat (first, " → ", last, NULL);
  width = (steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, text) * FLOW_DATES + 0.8) * u;
  x = CLAMP (box->box.x + (box->box.width - width) / 2, 0, MAX (0, self->width - width));
  y = box->box.y + box->box.height;
  paint_ring (self, ink, box, &style->accent, 0.6 * RING);
  /* What runs inside its stage ends with it, which the other boxes tell. */
  if (box->kind == STEWARD_FLOW_PILL)
    return;
  steward_ink_round_rect (ink, x, y - 0.65 * u, width, 1.3 * u, 0.3 * u);
  cairo_fill (cr);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = x + 0.4 * u, .y = y, .width = width, .size = FLOW_DATES * u,
                                         .weight = STEWARD_WEIGHT_BOLD, .color = &style->paper },
                    text);
}
