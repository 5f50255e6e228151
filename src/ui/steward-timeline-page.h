/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"
#include "steward-timeline-columns.h"

G_BEGIN_DECLS

/**
 * StewardTimelinePage:
 *
 * The timeline, and beside it, when it is asked for, a table with the same facts.
 */
#define STEWARD_TYPE_TIMELINE_PAGE (steward_timeline_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelinePage, steward_timeline_page, STEWARD, TIMELINE_PAGE, StewardPage)

/* Where one chooses an issued edition to compare with; hidden while there is
 * none. (transfer none) */
GtkWidget  *steward_timeline_page_get_baseline (StewardTimelinePage *self);

/* Selects a row of the schedule in drawing and table. */
void                    steward_timeline_page_select      (StewardTimelinePage *self,
                                                           const char          *row);
StewardTimelineView    *steward_timeline_page_get_view    (StewardTimelinePage *self);
StewardTimelineColumns *steward_timeline_page_get_columns (StewardTimelinePage *self);

G_END_DECLS
