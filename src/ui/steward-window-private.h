/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-window.h"

G_BEGIN_DECLS

/* The parts of the window's class: the window itself, its files. */

struct _StewardWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay      *toasts;
  AdwLeaflet           *leaflet;
  GtkWidget            *sidebar;
  GtkWidget            *content;
  GtkListBox           *projects;
  GtkStack             *states;
  AdwStatusPage        *failure;
  AdwViewStack         *pages;
  AdwViewSwitcherTitle *switcher_title;
  GtkWidget            *save_button;
  GtkMenuButton        *new_button;

  GListStore           *sessions;   /* StewardSession, opened ones first, then samples */
  StewardSession       *session;
  GSignalGroup         *session_signals;
  guint                 load_idle;
  gboolean              closing;    /* everything unsaved was asked about */
};

/* Puts a session into the list: opened projects stand above the samples. */
void steward_window_add_session    (StewardWindow  *self,
                                    StewardSession *session);
void steward_window_remove_session (StewardWindow  *self,
                                    StewardSession *session);
void steward_window_update_actions (StewardWindow  *self);
/* Takes over what is typed but not entered yet: before saving and closing. */
void steward_window_commit         (StewardWindow  *self);

/* steward-window-files.c */
void steward_window_files_class_init (GtkWidgetClass *widget_class);
void steward_window_files_init       (StewardWindow  *self);
/* Asks about each unsaved project in turn, then closes the window. */
void steward_window_close_unsaved    (StewardWindow  *self);

G_END_DECLS
