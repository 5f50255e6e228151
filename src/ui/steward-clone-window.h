/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-similar-list.h"

G_BEGIN_DECLS

/**
 * StewardCloneWindow:
 *
 * A new project like another: which one, what is taken from it and what is not,
 * and how the new one is called.
 *
 * #StewardCloneWindow::create is emitted with the new #StewardProject, which has
 * no id yet, and the name of the one it is like; the window is closed then.
 */
#define STEWARD_TYPE_CLONE_WINDOW (steward_clone_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardCloneWindow, steward_clone_window, STEWARD, CLONE_WINDOW, AdwWindow)

/* @like: (nullable): id of the project that similar ones are looked for;
 * @person: who decides what is taken over. */
GtkWindow          *steward_clone_window_new      (GtkWindow          *parent,
                                                   StewardStore       *store,
                                                   const char         *like,
                                                   const char         *person);
StewardSimilarList *steward_clone_window_get_list (StewardCloneWindow *self);
/* The row that takes that part along or not; NULL when the project that is
 * chosen has nothing of it. */
GtkWidget          *steward_clone_window_find_part(StewardCloneWindow *self,
                                                   guint               flag);
/* How the new project is to be called. */
GtkEditable        *steward_clone_window_get_name (StewardCloneWindow *self);

G_END_DECLS
