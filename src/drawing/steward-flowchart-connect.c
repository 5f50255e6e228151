/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

/* Every line is horizontal and lies in a gap between what has been placed:
 * the main line on the one centre line, and short pieces between a bar and
 * each box of its block. So no line can cross a box. */

/* Where the main line has got to. */
typedef struct
{
  double    x;
  gboolean  open;       /* there is something to connect from */
  gboolean  critical;
} Pen;

static void
add_edge (StewardFlowchart      *self,
          const StewardFlowEdge *edge)
{
  if (edge->x1 - edge->x0 > 0.5)
    g_array_append_vals (self->edges, edge, 1);
}

static void
draw_to (StewardFlowchart *self,
         Pen              *pen,
         double            entry,
         double            exit,
         int               step,
         gboolean          arrow,
         gboolean          critical)
{
  if (pen->open)
    add_edge (self, &(StewardFlowEdge) { pen->x, self->line_y, entry, self->line_y, arrow, pen->critical && critical, step });
  pen->x = exit;
  pen->open = TRUE;
  pen->critical = critical;
}

static gboolean
is_critical (const StewardFlowGroup *group)
{
  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (group->boxes, i);

      if (box->box.critical)
        return TRUE;
    }
  return FALSE;
}

static void
add_bar (StewardFlowchart *self,
         int               step,
         double            x,
         double            top,
         double            bottom)
{
  double overhang = 0.35 * self->unit;
  StewardFlowBar bar = { x, top - overhang, FLOW_BAR * self->unit, bottom - top + 2 * overhang, step };

  /* The main line must meet the bar even when all boxes had to move. */
  if (self->line_y < bar.y)
    {
      bar.height += bar.y - self->line_y + overhang;
      bar.y = self->line_y - overhang;
    }
  bar.height = MAX (bar.height, self->line_y + overhang - bar.y);
  g_array_append_val (self->bars, bar);
}

/* From the bars to both sides of a box, or of the frame around a group. */
static void
add_stubs (StewardFlowchart         *self,
           const StewardFlowSegment *segment,
           const cairo_rectangle_t  *place,
           StewardFlowEdge           edge)
{
  edge.y0 = edge.y1 = place->y + place->height / 2;
  edge.step = segment->step;
  edge.x0 = segment->x + FLOW_BAR * self->unit;
  edge.x1 = place->x;
  add_edge (self, &edge);
  edge.x0 = place->x + place->width;
  edge.x1 = segment->x + segment->width - FLOW_BAR * self->unit;
  edge.outward = TRUE;
  add_edge (self, &edge);
}

void
steward_flowchart_connect_group (StewardFlowchart         *self,
                                 const StewardFlowSegment *segment,
                                 const StewardFlowGroup   *group)
{
  if (group->framed)
    {
      const cairo_rectangle_t frame = { group->frame_x, group->frame_y, group->frame_width, group->frame_height };
      const StewardFlowEdge edge = { .critical = is_critical (group), .group = group };

      add_stubs (self, segment, &frame, edge);
      return;
    }
  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (group->boxes, i);
      const cairo_rectangle_t place = { box->box.x, box->box.y, box->box.width, box->box.height };
      const StewardFlowEdge edge = { .critical = box->box.critical, .group = group, .box = box };

      add_stubs (self, segment, &place, edge);
    }
}

static void
connect_segment (StewardFlowchart   *self,
                 Pen                *pen,
                 StewardFlowSegment *segment)
{
  gboolean critical = FALSE;
  double bar = FLOW_BAR * self->unit;

  for (guint i = 0; i < segment->groups->len; i++)
    critical |= is_critical (g_ptr_array_index (segment->groups, i));
  segment->entry_x = segment->x;
  segment->exit_x = segment->x + segment->width;
  draw_to (self, pen, segment->entry_x, segment->exit_x, segment->step, !segment->barred, critical);
  if (!segment->barred)
    return;
  add_bar (self, segment->step, segment->x, segment->top, segment->bottom);
  add_bar (self, segment->step, segment->x + segment->width - bar, segment->top, segment->bottom);
  for (guint i = 0; i < segment->groups->len; i++)
    steward_flowchart_connect_group (self, segment, g_ptr_array_index (segment->groups, i));
}

void
steward_flowchart_connect (StewardFlowchart *self)
{
  Pen pen = { 0, FALSE, FALSE };

  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      if (i == 0 && self->begin != NULL)
        {
          const StewardFlowSegment *first = stage->segments->len > 0 ? g_ptr_array_index (stage->segments, 0) : NULL;

          self->begin_x = first != NULL ? first->x - stage->lead / 2 : stage->x + FLOW_STAGE_PAD * self->unit + stage->lead / 2;
          pen = (Pen) { self->begin_x + 0.45 * self->unit, TRUE, TRUE };
        }
      for (guint j = 0; j < stage->segments->len; j++)
        connect_segment (self, &pen, g_ptr_array_index (stage->segments, j));
      if (stage->activity != NULL)
        {
          const StewardFlowchartBox *box = &stage->activity->box;

          draw_to (self, &pen, box->x, box->x + box->width, stage->activity->step, TRUE, box->critical);
        }
    }
}
