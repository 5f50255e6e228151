/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

/* Lines between rows of bureaus. A bar reaches from the first to the last box
 * of its block, each box is joined to it on its own height, and the main line
 * changes its height only between columns, where no box stands. */

/* Where a step can be entered or left: anywhere from @top to @bottom. */
typedef struct
{
  double    x;
  double    top, bottom;
  int       step;
  gboolean  open;
  gboolean  critical;
} End;

static void
add_edge (StewardFlowchart      *self,
          const StewardFlowEdge *edge)
{
  if (ABS (edge->x1 - edge->x0) + ABS (edge->y1 - edge->y0) > 0.5)
    g_array_append_vals (self->edges, edge, 1);
}

/* Straight where both ends reach the same height, else with one step in the
 * middle of the way. */
static void
join (StewardFlowchart *self,
      const End        *from,
      const End        *to,
      gboolean          arrow)
{
  double top = MAX (from->top, to->top), bottom = MIN (from->bottom, to->bottom);
  double y0 = (top + bottom) / 2, y1 = y0, middle;
  StewardFlowEdge edge = { .critical = from->critical && to->critical, .step = to->step };

  if (!from->open)
    return;
  if (top > bottom)
    {
      y0 = from->bottom < to->top ? from->bottom : from->top;
      y1 = from->bottom < to->top ? to->top : to->bottom;
    }
  middle = y0 == y1 ? from->x : to->x - MIN (0.8 * self->unit, (to->x - from->x) / 2);
  edge.x0 = from->x;
  edge.x1 = middle;
  edge.y0 = edge.y1 = y0;
  add_edge (self, &edge);
  edge.x0 = middle;
  edge.y1 = y1;
  add_edge (self, &edge);
  edge.x1 = to->x;
  edge.y0 = y1;
  edge.arrow = arrow;
  add_edge (self, &edge);
}

static void
add_bars (StewardFlowchart         *self,
          const StewardFlowSegment *segment)
{
  double width = FLOW_BAR * self->unit, over = 0.9 * self->unit;
  StewardFlowBar bar = { segment->x, segment->top - over, width, segment->bottom - segment->top + 2 * over, segment->step };

  g_array_append_val (self->bars, bar);
  bar.x = segment->x + segment->width - width;
  g_array_append_val (self->bars, bar);
}

static void
connect_segment (StewardFlowchart   *self,
                 End                *pen,
                 StewardFlowSegment *segment)
{
  End entry = { segment->x, segment->top, segment->bottom, segment->step, TRUE, FALSE };

  for (guint i = 0; i < segment->cells->len; i++)
    {
      const StewardFlowGroup *cell = g_ptr_array_index (segment->cells, i);

      for (guint j = 0; j < cell->boxes->len; j++)
        entry.critical |= ((const StewardFlowBox *) g_ptr_array_index (cell->boxes, j))->box.critical;
      if (segment->barred)
        steward_flowchart_connect_group (self, segment, cell);
    }
  if (segment->barred)
    add_bars (self, segment);
  join (self, pen, &entry, !segment->barred);
  *pen = entry;
  pen->x = segment->x + segment->width;
}

/* At the height that the line before it has, so that it bends only once. */
static void
connect_activity (StewardFlowchart       *self,
                  End                    *pen,
                  const StewardFlowStage *stage)
{
  double unit = self->unit, middle;
  StewardFlowchartBox *box = &stage->activity->box;
  double letters = MIN (g_utf8_strlen (box->name, -1), 10);

  box->width = FLOW_ACTIVITY * unit;
  box->height = MIN ((letters * 1.35 + 1.4) * unit, self->body_bottom - self->body_y);
  box->x = stage->x + stage->width + (FLOW_LANE_COLUMN_GAP) * unit;
  middle = pen->open ? (pen->top + pen->bottom) / 2 : self->line_y;
  /* How long it takes stands below it. */
  box->y = CLAMP (middle - box->height / 2, self->body_y, MAX (self->body_y, self->body_bottom - box->height - FLOW_LENGTH * unit));
  middle = box->y + box->height / 2;
  join (self, pen, &(End) { box->x, middle, middle, stage->activity->step, TRUE, box->critical }, TRUE);
  *pen = (End) { box->x + box->width, middle, middle, stage->activity->step, TRUE, box->critical };
}

static void
begin (StewardFlowchart *self,
       End              *pen)
{
  const StewardFlowStage *stage = g_ptr_array_index (self->stages, 0);
  const StewardFlowSegment *first = stage->segments->len > 0 ? g_ptr_array_index (stage->segments, 0) : NULL;

  if (first != NULL)
    self->line_y = (first->top + first->bottom) / 2;
  self->begin_x = (first != NULL ? first->x : stage->x + stage->lead) - stage->lead / 2;
  *pen = (End) { self->begin_x + 0.45 * self->unit, self->line_y, self->line_y, 0, TRUE, TRUE };
}

void
steward_flowchart_connect_lanes (StewardFlowchart *self)
{
  End pen = { 0 };

  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      if (i == 0 && self->begin != NULL)
        begin (self, &pen);
      for (guint j = 0; j < stage->segments->len; j++)
        connect_segment (self, &pen, g_ptr_array_index (stage->segments, j));
      if (stage->activity != NULL)
        connect_activity (self, &pen, stage);
    }
}
