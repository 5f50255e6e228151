/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* Items that are added to the plan and taken out of it in the flowchart, each as
 * one step that can be undone, told in the window of @widget. */

/* Adds the item @id of the pack, and asks for the reason where the list of the unit
 * does not have it. FALSE: @text receives why not. (transfer full) */
gboolean steward_flowchart_items_add    (GtkWidget       *widget,
                                         StewardSession  *session,
                                         const char      *id,
                                         char           **text);
/* Takes the row @id of the schedule out. FALSE: @text receives why it stays.
 * (transfer full) */
gboolean steward_flowchart_items_remove (GtkWidget       *widget,
                                         StewardSession  *session,
                                         const char      *id,
                                         char           **text);

G_END_DECLS
