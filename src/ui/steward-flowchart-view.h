/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"
#include "steward-flowchart.h"

G_BEGIN_DECLS

/**
 * StewardFlowchartView:
 *
 * The flowchart on screen. Each box of the drawing is covered by a small
 * focusable widget with the box's description, so that Tab, arrow keys and
 * screen readers find what the painter painted.
 *
 * While it may be edited, a box that is dragged to another, or the key L, lets
 * that wait for it; #StewardFlowchartView::told says in words what would follow
 * or why it cannot be, and NULL when there is nothing to say any more.
 * #StewardFlowchartView::remove asks for the item of a box to be taken out.
 */
#define STEWARD_TYPE_FLOWCHART_VIEW (steward_flowchart_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardFlowchartView, steward_flowchart_view, STEWARD, FLOWCHART_VIEW, StewardCanvas)

void  steward_flowchart_view_set_session (StewardFlowchartView *self,
                                          StewardSession       *session);
StewardSession *
      steward_flowchart_view_get_session (StewardFlowchartView *self);
/* Whether its links and items can be changed in it; at first they cannot. */
void  steward_flowchart_view_set_editing (StewardFlowchartView *self,
                                          gboolean              editing);
gboolean
      steward_flowchart_view_get_editing (StewardFlowchartView *self);
/* Moves the keyboard to the box @id, which is then selected and in sight. FALSE
 * when it is not drawn. */
gboolean
      steward_flowchart_view_focus       (StewardFlowchartView *self,
                                          const char           *id);
/* Moves it to the selected box, or else to the first. */
void  steward_flowchart_view_enter       (StewardFlowchartView *self);
/* To the box @id as soon as it is drawn: it was added a moment ago. */
void  steward_flowchart_view_want        (StewardFlowchartView *self,
                                          const char           *id);
/* While it may be edited: takes away the line that is chosen, or else asks for the
 * selected box to be taken out. FALSE when there is neither. */
gboolean
      steward_flowchart_view_remove      (StewardFlowchartView *self);
/* Says @text of what is edited: #StewardFlowchartView::told. */
void  steward_flowchart_view_tell        (StewardFlowchartView *self,
                                          const char           *text);
/* What is drawn now, until the next layout; NULL without a schedule. */
const StewardFlowchart *
      steward_flowchart_view_get_flowchart (StewardFlowchartView *self);
/* Number of the only stage shown, 0 for all. */
void  steward_flowchart_view_set_stage   (StewardFlowchartView *self,
                                          int                   stage);
int   steward_flowchart_view_get_stage   (StewardFlowchartView *self);
/* Stages as columns, crossed by a row for each bureau or not. */
void  steward_flowchart_view_set_arrangement (StewardFlowchartView        *self,
                                              StewardFlowchartArrangement  arrangement);
StewardFlowchartArrangement
      steward_flowchart_view_get_arrangement (StewardFlowchartView        *self);
/* For a projector: shows @screen (from 1) of those that the stage takes in
 * letters that are read from the back of the room; 0 for a desk. */
void  steward_flowchart_view_set_screen  (StewardFlowchartView *self,
                                          int                   screen);
int   steward_flowchart_view_get_screen  (StewardFlowchartView *self);
/* How many screens the stage takes at the size of the view, at least 1. */
int   steward_flowchart_view_count_screens (StewardFlowchartView *self);
/* Height of the smallest letters on a projector, in pixels; 0: a part of that
 * of the view. */
void  steward_flowchart_view_set_letters (StewardFlowchartView *self,
                                          double                letters);
/* Whether the box is drawn, on this screen of the stage. */
gboolean steward_flowchart_view_shows    (StewardFlowchartView *self,
                                          const char           *id);
/* To the screen of the stage where the box is. FALSE when it is on none. */
gboolean steward_flowchart_view_turn_to  (StewardFlowchartView *self,
                                          const char           *id);
/**
 * StewardFlowchartPaintFunc:
 * @letters: height of the smallest letters, in points; 0 on a desk
 *
 * Paints over one box, in points of the drawing.
 */
typedef void (*StewardFlowchartPaintFunc) (StewardFlowchartView      *self,
                                           cairo_t                   *cr,
                                           const StewardStyle        *style,
                                           const StewardFlowchartBox *box,
                                           double                     letters,
                                           gpointer                   user_data);
/* Calls @func for each box after it is painted; NULL: nobody. */
void  steward_flowchart_view_set_painter (StewardFlowchartView      *self,
                                          StewardFlowchartPaintFunc  func,
                                          gpointer                   user_data);
/* The schedule changed and the drawing is in sight. */
void  steward_flowchart_view_refresh     (StewardFlowchartView *self);
/* Number of boxes drawn. */
guint steward_flowchart_view_get_n_boxes (StewardFlowchartView *self);

G_END_DECLS
