/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-private.h"

G_BEGIN_DECLS

/* Widths that are tried between the narrowest box and the widest. */
#define FLOW_WIDTHS 6

gboolean  steward_flow_group_is_framed  (const StewardFlowSegment *segment,
                                         const StewardFlowGroup   *group);
int       steward_flow_group_rows       (const StewardFlowSegment *segment,
                                         const StewardFlowGroup   *group);
/* Height that a box of @group needs, the highest of them, when the boxes of
 * full rows have @width. @whole: so that nothing is cut. */
double    steward_flow_group_need       (const StewardFlowSegment *segment,
                                         const StewardFlowGroup   *group,
                                         double                    width,
                                         double                    unit,
                                         gboolean                  whole);
/* Everything in a segment's height that is not box or gap between boxes;
 * @n_rows counts the rows of boxes, @n_gaps the gaps between them. */
double    steward_flow_segment_fixed    (const StewardFlowSegment *segment,
                                         double                    unit,
                                         int                      *n_rows,
                                         int                      *n_gaps);
double    steward_flow_segment_need     (const StewardFlowSegment *segment,
                                         double                    width,
                                         double                    unit,
                                         gboolean                  whole);
double    steward_flow_segment_width    (const StewardFlowSegment *segment,
                                         double                    unit);
double    steward_flow_stage_width      (const StewardFlowStage   *stage,
                                         double                    unit);
/* What is left of the width goes to the boxes, then to the gaps. */
void      steward_flowchart_share_width (StewardFlowchart         *self,
                                         double                    unit,
                                         double                    spare);

G_END_DECLS
