/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-projector-window.h"

G_BEGIN_DECLS

/**
 * StewardPresenterWindow:
 *
 * What the steward has on the desk during a meeting: what the room sees, what
 * comes next, own notes, the time, and everything that can be decided.
 */
#define STEWARD_TYPE_PRESENTER_WINDOW (steward_presenter_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardPresenterWindow, steward_presenter_window, STEWARD, PRESENTER_WINDOW, AdwWindow)

/* @parent: the window that the project belongs to. */
GtkWidget              *steward_presenter_window_new           (GtkWindow              *parent,
                                                                StewardPresentation    *presentation);
StewardPresentation    *steward_presenter_window_get_presentation (StewardPresenterWindow *self);
/* The window for the room, which belongs to this one. */
StewardProjectorWindow *steward_presenter_window_get_projector (StewardPresenterWindow *self);

G_END_DECLS
