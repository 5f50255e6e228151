/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-segment-private.h"

/* What a segment, the boxes between one fork and one join, needs of the width
 * and the height. */

gboolean
steward_flow_group_is_framed (const StewardFlowSegment *segment,
                              const StewardFlowGroup   *group)
{
  return group->boxes->len > 1 && (group->framed || segment->columns > 1);
}

int
steward_flow_group_rows (const StewardFlowSegment *segment,
                         const StewardFlowGroup   *group)
{
  return (group->boxes->len + segment->columns - 1) / segment->columns;
}

/* The boxes of a group fill its width: fewer of them are wider. */
static double
group_box_width (const StewardFlowSegment *segment,
                 const StewardFlowGroup   *group,
                 double                    width,
                 double                    unit)
{
  int rows = steward_flow_group_rows (segment, group), columns = (group->boxes->len + rows - 1) / rows;

  return (segment->columns * width + (segment->columns - columns) * FLOW_BOX_GAP * unit) / columns;
}

double
steward_flow_group_need (const StewardFlowSegment *segment,
                         const StewardFlowGroup   *group,
                         double                    width,
                         double                    unit,
                         gboolean                  whole)
{
  double need = 0;

  width = group_box_width (segment, group, width, unit);
  for (guint i = 0; i < group->boxes->len; i++)
    need = MAX (need, steward_flowchart_box_need (g_ptr_array_index (group->boxes, i), width, unit, whole));
  return need;
}

double
steward_flow_segment_fixed (const StewardFlowSegment *segment,
                            double                    unit,
                            int                      *n_rows,
                            int                      *n_gaps)
{
  double fixed = 0;

  *n_rows = *n_gaps = 0;
  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);
      int rows = steward_flow_group_rows (segment, group);

      *n_rows += rows;
      *n_gaps += rows - 1;
      fixed += i > 0 ? FLOW_GROUP_GAP * unit : 0;
      fixed += group->title != NULL ? FLOW_TITLE * unit : 0;
      fixed += steward_flow_group_is_framed (segment, group) ? 2 * FLOW_FRAME_PAD * unit : 0;
    }
  return fixed;
}

double
steward_flow_segment_need (const StewardFlowSegment *segment,
                           double                    width,
                           double                    unit,
                           gboolean                  whole)
{
  int n_rows, n_gaps;
  double need = steward_flow_segment_fixed (segment, unit, &n_rows, &n_gaps);

  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      need += steward_flow_group_rows (segment, group) * steward_flow_group_need (segment, group, width, unit, whole);
    }
  return need + n_gaps * FLOW_BOX_GAP * unit;
}

/* What stands beside the boxes of a segment. */
static double
segment_sides (const StewardFlowSegment *segment,
               double                    unit)
{
  gboolean framed = segment->columns > 1;

  for (guint i = 0; i < segment->groups->len; i++)
    framed |= steward_flow_group_is_framed (segment, g_ptr_array_index (segment->groups, i));
  return (segment->barred ? 2 * (FLOW_BAR + FLOW_BAR_GAP) * unit : 0)
         + (framed ? 2 * FLOW_FRAME_PAD * unit : 0)
         + (segment->columns - 1) * FLOW_BOX_GAP * unit;
}

double
steward_flow_segment_width (const StewardFlowSegment *segment,
                            double                    unit)
{
  return segment->columns * segment->box_width + segment_sides (segment, unit);
}

double
steward_flow_stage_width (const StewardFlowStage *stage,
                          double                  unit)
{
  double width = 2 * FLOW_STAGE_PAD * unit + stage->lead;

  if (stage->segments->len == 0)
    return MAX (width + FLOW_EMPTY_STAGE * unit, stage->least * unit);
  for (guint i = 0; i < stage->segments->len; i++)
    width += steward_flow_segment_width (g_ptr_array_index (stage->segments, i), unit) + (i > 0 ? stage->gap : 0);
  return MAX (width, stage->least * unit);
}
