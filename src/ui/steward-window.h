/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-application.h"
#include "steward-page.h"
#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardWindow:
 *
 * The main window: projects at the side, one project as pages.
 */
#define STEWARD_TYPE_WINDOW (steward_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardWindow, steward_window, STEWARD, WINDOW, AdwApplicationWindow)

StewardWindow  *steward_window_new           (StewardApplication *application);
/* Reads @file off the main thread and shows it; a file that is already open
 * is shown as it is. */
void            steward_window_open_file     (StewardWindow      *self,
                                              GFile              *file);
StewardSession *steward_window_get_session   (StewardWindow      *self);
void            steward_window_show_session  (StewardWindow      *self,
                                              StewardSession     *session);
/* @page: "overview", "assessment", "plan", "flowchart", "timeline", "documents". */
void            steward_window_show_page     (StewardWindow      *self,
                                              const char         *page);
StewardPage    *steward_window_get_page      (StewardWindow      *self,
                                              const char         *page);
void            steward_window_toast         (StewardWindow      *self,
                                              const char         *text);

G_END_DECLS
