/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-hand.h"
#include "steward-flowchart-view.h"

G_BEGIN_DECLS

struct _StewardFlowchartView
{
  StewardCanvas     parent_instance;

  StewardSession   *session;
  StewardFlowchart *flowchart;
  GHashTable       *nodes;       /* box id → StewardCanvasNode, owned by the widget tree */
  int               stage;
  int               screen;
  double            letters;
  char             *wanted;      /* box that is kept in sight */
  guint             syncing;
  StewardFlowchartPaintFunc painter;
  gpointer          painter_data;
  StewardFlowchartArrangement arrangement;
  StewardFlowchartHand *hand;
  char             *expected;    /* box to be gone to when it is drawn, or NULL */
};

StewardFlowchartOptions steward_flowchart_view_get_options (StewardFlowchartView *self,
                                                            double                width,
                                                            double                height,
                                                            double                text_scale);
/* After a layout: another size may put other boxes on the screen of a
 * projector. */
void                    steward_flowchart_view_sync        (StewardFlowchartView *self);
void                    steward_flowchart_view_paint_over  (StewardFlowchartView *self,
                                                            cairo_t              *cr,
                                                            const StewardStyle   *style);

G_END_DECLS
