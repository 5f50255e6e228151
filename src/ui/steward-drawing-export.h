/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-drawing.h"

G_BEGIN_DECLS

/* Answered once. @text, for a toast, is NULL when something went wrong, which
 * has been told, or when the user changed their mind. */
typedef void (*StewardDrawingDone) (GtkWindow  *parent,
                                    const char *text);

/* Asks in which format and where to, and writes @drawing (given over). What
 * was chosen last is kept in @settings, which may be NULL. */
void steward_drawing_export (StewardDrawing     *drawing,
                             GSettings          *settings,
                             GtkWindow          *parent,
                             StewardDrawingDone  done);
/* Puts @drawing (given over) on the clipboard as a picture. */
void steward_drawing_copy   (StewardDrawing     *drawing,
                             GtkWindow          *parent,
                             StewardDrawingDone  done);

G_END_DECLS
