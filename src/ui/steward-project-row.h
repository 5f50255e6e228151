/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardProjectRow:
 *
 * One project in the list: light, name, what is due next; what the search
 * found stands out.
 */
#define STEWARD_TYPE_PROJECT_ROW (steward_project_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardProjectRow, steward_project_row, STEWARD, PROJECT_ROW, GtkWidget)

GtkWidget *steward_project_row_new  (void);
/* Shows @item, and follows it, until the next call; NULL for none. */
void       steward_project_row_bind (StewardProjectRow  *self,
                                     StewardProjectItem *item);
/* The day that distances are shown for, the calendar they are counted by, and
 * what is searched for, as typed; may be NULL. */
void       steward_project_row_set_view (StewardProjectRow *self,
                                     StewardDay          today,
                                     StewardCalendar    *calendar,
                                     const char         *needle);

G_END_DECLS
