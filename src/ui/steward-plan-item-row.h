/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* The row of an item in the plan: level, bureau, lane, limit, mode and date.
 * Enter opens its case, F2 asks for another name and a note, Alt+Up and
 * Alt+Down move it, as dragging does; what precedence forbids is refused with
 * the reason. @schedule_row may be NULL. */
GtkWidget  *steward_plan_item_row_new (StewardSession           *session,
                                       const StewardPlanItem    *item,
                                       const StewardScheduleRow *schedule_row);
/* The id of the row in the plan, NULL for any other widget. */
const char *steward_plan_item_row_get_item (GtkWidget           *row);
/* Moves the item @base to @place among those of its stage, as one step that can
 * be undone. */
gboolean    steward_plan_item_move    (StewardSession           *session,
                                       const char               *base,
                                       guint                     place,
                                       GError                  **error);

G_END_DECLS
