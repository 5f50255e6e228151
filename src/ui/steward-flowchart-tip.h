/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-hand.h"

G_BEGIN_DECLS

/* Shows what there is to say of the box or line of @view at a point, in pixels of
 * the widget, or, for the @keyboard, of the selected box. FALSE when there is
 * nothing. */
gboolean steward_flowchart_tip_show (StewardFlowchartView *view,
                                     StewardFlowchartHand *hand,
                                     int                   x,
                                     int                   y,
                                     gboolean              keyboard,
                                     GtkTooltip           *tooltip);

G_END_DECLS
