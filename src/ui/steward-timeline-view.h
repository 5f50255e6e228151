/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"
#include "steward-timeline.h"

G_BEGIN_DECLS

/**
 * StewardTimelineView:
 *
 * The timeline on screen. Up and Down move from row to row; the table beside
 * it says the same to screen readers. Bars are moved by the pointer, or with
 * Alt and Left or Right; with Shift too, their end is. Dragging the end of a bar
 * to another row links them; so does L, Up or Down, and Enter. #StewardTimelineView::told
 * says what follows, or why a bar stays; #StewardTimelineView::placed that what
 * it shows lies elsewhere now.
 */
#define STEWARD_TYPE_TIMELINE_VIEW (steward_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelineView, steward_timeline_view, STEWARD, TIMELINE_VIEW, StewardCanvas)

void        steward_timeline_view_set_session (StewardTimelineView *self,
                                               StewardSession      *session);
/* NULL when it shows no project. */
StewardSession *steward_timeline_view_get_session (StewardTimelineView *self);
/* The layout that is seen, NULL before the first; valid until the next frame. */
const StewardTimeline *steward_timeline_view_get_timeline (StewardTimelineView *self);
/* Grows with every layout: what was made of another one is of no use. */
guint       steward_timeline_view_get_serial  (StewardTimelineView *self);
/* FALSE leaves out the column of labels, because a table stands beside it. */
void        steward_timeline_view_set_labels  (StewardTimelineView *self,
                                               gboolean             labels);
/* Shows @schedule with @baseline as low bars below its own, instead of a
 * session; both NULL: nothing. They are borrowed until the next call. */
void        steward_timeline_view_set_schedules (StewardTimelineView   *self,
                                                 const StewardSchedule *schedule,
                                                 const StewardSchedule *baseline);
void        steward_timeline_view_set_scale   (StewardTimelineView *self,
                                               StewardZoom          scale);
StewardZoom steward_timeline_view_get_scale   (StewardTimelineView *self);
/* What the rows stand below. */
void        steward_timeline_view_set_group   (StewardTimelineView *self,
                                               StewardTimelineGroup group);
/* Shows where the issued edition @number of the plan had the rows, as long as
 * the session does; 0: none. FALSE when it cannot be shown, as when there is no
 * such edition or it has no dates: then none is. */
gboolean    steward_timeline_view_set_baseline (StewardTimelineView *self,
                                               guint                number);
guint       steward_timeline_view_get_baseline (StewardTimelineView *self);
/* Selects the next unfinished row that is late, from the one selected on and
 * round. FALSE when there is none. */
gboolean    steward_timeline_view_next_late   (StewardTimelineView *self);
/* Scrolls until @day is in sight. */
void        steward_timeline_view_show_day    (StewardTimelineView *self,
                                               StewardDay           day);

G_END_DECLS
