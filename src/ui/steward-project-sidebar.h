/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardProjectSidebar:
 *
 * Every project of the store: search, filters, light and next due date.
 * #StewardProjectSidebar::activate-project is emitted with the UUID of the
 * project that was chosen and the id of a row of its schedule, or NULL.
 */
#define STEWARD_TYPE_PROJECT_SIDEBAR (steward_project_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (StewardProjectSidebar, steward_project_sidebar, STEWARD, PROJECT_SIDEBAR, GtkWidget)

/* Shows the projects of @store; NULL for none. */
void                steward_project_sidebar_set_store    (StewardProjectSidebar *self,
                                                          StewardStore          *store);
/* Marks the project that is shown beside the list; NULL for none. */
void                steward_project_sidebar_set_selected (StewardProjectSidebar *self,
                                                          const char            *id);
/* The name behind "only my projects". */
void                steward_project_sidebar_set_steward  (StewardProjectSidebar *self,
                                                          const char            *steward);
/* The day that lights and distances are shown for. */
void                steward_project_sidebar_set_today    (StewardProjectSidebar *self,
                                                          StewardDay             today);
/* Puts the cursor into the search. */
void                steward_project_sidebar_find         (StewardProjectSidebar *self);
/* Of the list as it is filtered now, for tests and counts. */
StewardProjectList *steward_project_sidebar_get_list     (StewardProjectSidebar *self);

G_END_DECLS
