/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-timeline-view.h"

G_BEGIN_DECLS

/**
 * StewardTimelineColumns:
 *
 * The lines of a timeline as a table beside it: each row lies where the drawing
 * has its line, however that is scrolled, zoomed or grouped, because it is
 * placed by the same layout. Rows are made for what is in sight only. Up and
 * Down move from row to row. #StewardTimelineColumns::selected and
 * #StewardTimelineColumns::activated tell the id of a row.
 */
#define STEWARD_TYPE_TIMELINE_COLUMNS (steward_timeline_columns_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimelineColumns, steward_timeline_columns, STEWARD, TIMELINE_COLUMNS, GtkWidget)

/* The drawing beside it, whose selection it shows; NULL for none. */
void        steward_timeline_columns_set_view  (StewardTimelineColumns *self,
                                                StewardTimelineView    *view);
/* Width of as many whole columns as have room in @most pixels; @most when not
 * even the first has. */
int         steward_timeline_columns_fit       (StewardTimelineColumns *self,
                                                int                     most);
/* The row with that id, NULL when it is not in sight. */
GtkWidget  *steward_timeline_columns_find_row  (StewardTimelineColumns *self,
                                                const char             *id);

G_END_DECLS
