/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardProjectorWindow:
 *
 * What the room sees: one slide of a presentation over a whole monitor.
 * #StewardProjectorWindow::end-wanted is emitted when somebody there wants to
 * end the meeting. The actions "present.…" are those of its keys, for the
 * window on the desk as well.
 */
#define STEWARD_TYPE_PROJECTOR_WINDOW (steward_projector_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardProjectorWindow, steward_projector_window, STEWARD, PROJECTOR_WINDOW, GtkWindow)

GtkWidget     *steward_projector_window_new         (StewardPresentation    *presentation);
/* Covers a monitor other than the one of @desk, if there is one. */
void           steward_projector_window_show        (StewardProjectorWindow *self,
                                                     GtkWindow              *desk);
/* What a person calls a monitor, with its pixels. (transfer full) */
char          *steward_projector_window_name_monitor (GdkMonitor        *monitor);
/* What is typed of the minutes, for another view of the same text. */
GtkTextBuffer *steward_projector_window_get_minutes (StewardProjectorWindow *self);
GActionGroup  *steward_projector_window_get_actions (StewardProjectorWindow *self);
/* What is shown, to be seen in small on the desk. */
GtkWidget     *steward_projector_window_get_content (StewardProjectorWindow *self);

G_END_DECLS
