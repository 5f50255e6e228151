/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-application.h"
#include "steward-page.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardWindow:
 *
 * The main window: the projects of the store at the side, and either what is
 * due today or one project as pages.
 */
#define STEWARD_TYPE_WINDOW (steward_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardWindow, steward_window, STEWARD, WINDOW, AdwApplicationWindow)

StewardWindow  *steward_window_new           (StewardApplication *application);
/* Takes a project file into the store and shows it. Asks first when the store
 * has that project already, and it is another one. */
void            steward_window_open_file     (StewardWindow      *self,
                                              GFile              *file);
/* The same; but a PDF is shown with what its signatures are worth, as anything
 * that is dropped on the window or opened from outside. */
void            steward_window_take_file     (StewardWindow      *self,
                                              GFile              *file);
/* Shows a project of the store and, when @row is not NULL, that row of its
 * schedule. */
void            steward_window_show_project  (StewardWindow      *self,
                                              const char         *id,
                                              const char         *row);
/* Shows what is due across projects; no project is open then. */
void            steward_window_show_today    (StewardWindow      *self);
/* The project that is shown, or NULL. */
StewardSession *steward_window_get_session   (StewardWindow      *self);
/* @page: "overview", "assessment", "plan", "flowchart", "timeline", "documents",
 * "case", "checks". */
void            steward_window_show_page     (StewardWindow      *self,
                                              const char         *page);
/* Shows the case of an item or typed row of the project; from there one goes
 * back to where it was called. */
void            steward_window_show_case     (StewardWindow      *self,
                                              const char         *item);
/* That page, made if nobody has looked at it yet. */
StewardPage    *steward_window_get_page      (StewardWindow      *self,
                                              const char         *page);
/* Shows a PDF of a file in a window of its own, with what its signatures are
 * worth. */
void            steward_window_show_paper    (StewardWindow      *self,
                                              GFile              *file);
void            steward_window_toast         (StewardWindow      *self,
                                              const char         *text);
/* The same with a button that does @action, with @target (floating) if any. */
void            steward_window_toast_action  (StewardWindow      *self,
                                              const char         *text,
                                              const char         *button,
                                              const char         *action,
                                              GVariant           *target);

G_END_DECLS
