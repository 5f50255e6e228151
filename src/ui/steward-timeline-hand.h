/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-timeline-drag.h"
#include "steward-timeline-view.h"

G_BEGIN_DECLS

/**
 * StewardTimelineHand:
 *
 * Moves the bars of a timeline, by the pointer or by keys, and links them: the
 * end of a bar that is dragged to another row lets that wait for it. While a bar is held,
 * what would follow is computed with a copy of the project and drawn as
 * outlines; letting go makes it one change of the project, Escape nothing.
 * #StewardTimelineHand::told says in words what follows or why a bar stays.
 */
#define STEWARD_TYPE_TIMELINE_HAND (steward_timeline_hand_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelineHand, steward_timeline_hand, STEWARD, TIMELINE_HAND, GObject)

/* @view keeps it and is not kept by it. */
StewardTimelineHand *steward_timeline_hand_new    (StewardTimelineView   *view);
/* Lets go without a change: somebody thought again, or the schedule is another
 * one. FALSE when nothing was held. */
gboolean             steward_timeline_hand_cancel (StewardTimelineHand   *self);
/* Moves the row @id by @steps working days at once. */
void                 steward_timeline_hand_step   (StewardTimelineHand   *self,
                                                   const char            *id,
                                                   StewardTimelineHandle  handle,
                                                   int                    steps);
/* By keys: begins a link at the row @id; leads it to the row @to, which says
 * what would follow; and makes it, or takes away one that is there. FALSE when
 * there was nothing to do. */
void                 steward_timeline_hand_link_begin (StewardTimelineHand *self,
                                                   const char            *id);
gboolean             steward_timeline_hand_link_to (StewardTimelineHand  *self,
                                                   const char            *to);
gboolean             steward_timeline_hand_link_end (StewardTimelineHand *self);
/* While keys lead a link: the row it is led to, or else begins at; else NULL. */
const char          *steward_timeline_hand_get_link (StewardTimelineHand *self);
/* Where the bars would lie, over the timeline. */
void                 steward_timeline_hand_paint  (StewardTimelineHand   *self,
                                                   cairo_t               *cr,
                                                   const StewardStyle    *style);

G_END_DECLS
