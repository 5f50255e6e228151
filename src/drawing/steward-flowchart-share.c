/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-segment-private.h"

/* Who gets what is left of the width. */

#define WISHES        5
#define ROOM_STEP     0.3   /* wider with each further wish */
#define MOST_FOR_TRAY 6

/* The narrowest width at which nothing is cut. */
static double
whole_width (const StewardFlowSegment *segment,
             double                    unit)
{
  double narrow, wide;

  steward_flowchart_box_widths_of (segment->groups, unit, &narrow, &wide);
  for (int i = 0; i < FLOW_WIDTHS; i++)
    {
      double width = narrow + (wide - narrow) * i / FLOW_WIDTHS;

      if (steward_flow_segment_need (segment, width, unit, TRUE) <= segment->room)
        return width;
    }
  return wide;
}

static double
line_width (const StewardFlowSegment *segment,
            double                    unit)
{
  double width = 0;

  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      for (guint j = 0; j < group->boxes->len; j++)
        width = MAX (width, steward_flowchart_box_line (g_ptr_array_index (group->boxes, j), unit));
    }
  return width;
}

/* What the boxes of a segment would like: that nothing is cut, then names on
 * one line, then everything on as few lines as can be, then room around it. */
static double
wish (const StewardFlowSegment *segment,
      double                    unit,
      int                       round)
{
  double narrow, wide;

  if (round == 0)
    return whole_width (segment, unit);
  if (round == 1)
    return line_width (segment, unit);
  steward_flowchart_box_widths_of (segment->groups, unit, &narrow, &wide);
  return wide * (1 + ROOM_STEP * (round - 2));
}

/* Brings all segments nearer to their wishes by the same part; returns what it
 * takes of the width. */
static double
grant (StewardFlowchart *self,
       double            unit,
       double            spare,
       int               round)
{
  double wanted = 0, factor = 0;

  for (int apply = FALSE; apply <= TRUE; apply++)
    {
      factor = apply && wanted > 0 ? MIN (1, spare / wanted) : 0;
      for (guint i = 0; i < self->stages->len; i++)
        {
          StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

          for (guint j = 0; j < stage->segments->len; j++)
            {
              StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);
              double room = MAX (0, wish (segment, unit, round) - segment->box_width);

              segment->box_width += room * factor;
              wanted += apply ? 0 : room * segment->columns;
            }
        }
    }
  return wanted * factor;
}

/* Widens a stage a little when its tray then has a row less. */
static double
widen_for_tray (StewardFlowStage *stage,
                double            unit,
                double            spare)
{
  double inner = steward_flow_stage_width (stage, unit) - 2 * FLOW_STAGE_PAD * unit;
  double height = steward_flowchart_tray (stage, 0, 0, inner, unit, FALSE);
  int columns = 0;

  for (guint i = 0; i < stage->segments->len; i++)
    columns += ((StewardFlowSegment *) g_ptr_array_index (stage->segments, i))->columns;
  for (double more = 0.25 * unit; columns > 0 && height > 0 && more <= MIN (spare, MOST_FOR_TRAY * unit); more += 0.25 * unit)
    {
      if (steward_flowchart_tray (stage, 0, 0, inner + more, unit, FALSE) >= height)
        continue;
      for (guint i = 0; i < stage->segments->len; i++)
        ((StewardFlowSegment *) g_ptr_array_index (stage->segments, i))->box_width += more / columns;
      return more;
    }
  return 0;
}

void
steward_flowchart_share_width (StewardFlowchart *self,
                               double            unit,
                               double            spare)
{
  for (guint i = 0; i < self->stages->len; i++)
    spare -= widen_for_tray (g_ptr_array_index (self->stages, i), unit, spare);
  for (int round = 0; round < WISHES && spare > 1; round++)
    spare -= grant (self, unit, spare, round);
  for (guint i = 0; i < self->stages->len && spare > 1; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      int gaps = stage->segments->len > 0 ? stage->segments->len - 1 : 0;
      double more = gaps > 0 ? MIN (2.5 * unit, spare / self->stages->len / gaps) : 0;

      stage->gap += more;
    }
}
