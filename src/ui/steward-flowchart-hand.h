/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-view.h"

G_BEGIN_DECLS

/**
 * StewardFlowchartHand:
 *
 * Works on the links of a flowchart while it may be edited: a box that is
 * dragged to another lets that wait for it, and a line can be chosen and, when
 * it is the steward's own, taken away. Keys do the same. While the hand is off
 * it answers nothing.
 *
 * #StewardFlowchartHand::told says in words what would follow, what a line
 * stands for or why it stays; NULL when there is nothing to say.
 */
#define STEWARD_TYPE_FLOWCHART_HAND (steward_flowchart_hand_get_type ())

G_DECLARE_FINAL_TYPE (StewardFlowchartHand, steward_flowchart_hand, STEWARD, FLOWCHART_HAND, GObject)

/* @view keeps it and is not kept by it. */
StewardFlowchartHand *steward_flowchart_hand_new         (StewardFlowchartView *view);
void                  steward_flowchart_hand_set_active  (StewardFlowchartHand *self,
                                                          gboolean              active);
gboolean              steward_flowchart_hand_is_active   (StewardFlowchartHand *self);
/* Whether a link is being led, by the pointer or by keys. */
gboolean              steward_flowchart_hand_is_linking  (StewardFlowchartHand *self);
/* Whether a link is being led, or a line is chosen or pointed at. */
gboolean              steward_flowchart_hand_is_busy     (StewardFlowchartHand *self);
/* Lets go of what is held or chosen, without a change. FALSE when nothing was. */
gboolean              steward_flowchart_hand_cancel      (StewardFlowchartHand *self);
/* By keys: begins a link at the box @id. FALSE while the hand is off. */
gboolean              steward_flowchart_hand_link_begin  (StewardFlowchartHand *self,
                                                          const char           *id);
/* The keyboard went to the box @id: a link that keys lead goes there, a chosen
 * line of another box is chosen no more. */
void                  steward_flowchart_hand_go_to       (StewardFlowchartHand *self,
                                                          const char           *id);
/* Chooses the next line of the box @id (@step 1), or the one before (-1), round
 * and round, and says what it stands for. FALSE while the hand is off. */
gboolean              steward_flowchart_hand_step_line   (StewardFlowchartHand *self,
                                                          const char           *id,
                                                          int                   step);
/* Takes the link of the chosen line away, or says why it stays. FALSE when no line
 * is chosen. */
gboolean              steward_flowchart_hand_remove_line (StewardFlowchartHand *self);
/* What the lines at a point of the drawing stand for, a line each; NULL when there
 * are none, or the hand is off. (transfer full) */
char                 *steward_flowchart_hand_describe_at (StewardFlowchartHand *self,
                                                          double                x,
                                                          double                y);
/* Makes the link that keys lead. FALSE when they lead none. */
gboolean              steward_flowchart_hand_link_end    (StewardFlowchartHand *self);
/* Over the flowchart. */
void                  steward_flowchart_hand_paint       (StewardFlowchartHand *self,
                                                          cairo_t              *cr,
                                                          const StewardStyle   *style);

G_END_DECLS
