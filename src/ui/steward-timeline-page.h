/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"
#include "steward-timeline-view.h"

G_BEGIN_DECLS

/**
 * StewardTimelinePage:
 *
 * The timeline, and beside it a table with the same facts.
 */
#define STEWARD_TYPE_TIMELINE_PAGE (steward_timeline_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelinePage, steward_timeline_page, STEWARD, TIMELINE_PAGE, StewardPage)

/* (element-type StewardScheduleEntry) (transfer none) */
GListModel *steward_timeline_page_get_entries (StewardTimelinePage *self);

/* Selects a row of the schedule in drawing and table. */
void        steward_timeline_page_select      (StewardTimelinePage *self,
                                               const char          *row);

G_END_DECLS
