/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"
#include "steward-timeline.h"

G_BEGIN_DECLS

/**
 * StewardTimelineView:
 *
 * The timeline on screen. Up and Down move from row to row; the table beside
 * it says the same to screen readers.
 */
#define STEWARD_TYPE_TIMELINE_VIEW (steward_timeline_view_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelineView, steward_timeline_view, STEWARD, TIMELINE_VIEW, StewardCanvas)

void        steward_timeline_view_set_session (StewardTimelineView *self,
                                               StewardSession      *session);
/* Shows @schedule with @baseline as thin lines below its bars, instead of a
 * session; both NULL: nothing. They are borrowed until the next call. */
void        steward_timeline_view_set_schedules (StewardTimelineView   *self,
                                                 const StewardSchedule *schedule,
                                                 const StewardSchedule *baseline);
void        steward_timeline_view_set_scale   (StewardTimelineView *self,
                                               StewardZoom          scale);
StewardZoom steward_timeline_view_get_scale   (StewardTimelineView *self);
/* Scrolls until @day is in sight. */
void        steward_timeline_view_show_day    (StewardTimelineView *self,
                                               StewardDay           day);

G_END_DECLS
