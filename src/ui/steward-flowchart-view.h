/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"

G_BEGIN_DECLS

/**
 * StewardFlowchartView:
 *
 * The flowchart on screen. Each box of the drawing is covered by a small
 * focusable widget with the box's description, so that Tab, arrow keys and
 * screen readers find what the painter painted.
 */
#define STEWARD_TYPE_FLOWCHART_VIEW (steward_flowchart_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardFlowchartView, steward_flowchart_view, STEWARD, FLOWCHART_VIEW, StewardCanvas)

void  steward_flowchart_view_set_session (StewardFlowchartView *self,
                                          StewardSession       *session);
/* Number of the only stage shown, 0 for all. */
void  steward_flowchart_view_set_stage   (StewardFlowchartView *self,
                                          int                   stage);
int   steward_flowchart_view_get_stage   (StewardFlowchartView *self);
/* The schedule changed and the drawing is in sight. */
void  steward_flowchart_view_refresh     (StewardFlowchartView *self);
/* Number of boxes drawn. */
guint steward_flowchart_view_get_n_boxes (StewardFlowchartView *self);

G_END_DECLS
