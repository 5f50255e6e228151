/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-drawing.h"

G_BEGIN_DECLS

/* Prints @drawing, which has been read and is given over. The page set-up and
 * the two choices of its own (one page, greys) are those of last time; they
 * are kept in @settings. What goes wrong is told over @parent. Both may be
 * NULL. (transfer full) */
GtkPrintOperation *steward_drawing_print_new (StewardDrawing *drawing,
                                              GSettings      *settings,
                                              GtkWindow      *parent);
/* Reads @drawing (given over) on another thread and then asks for a
 * printer. */
void               steward_drawing_print     (StewardDrawing *drawing,
                                              GSettings      *settings,
                                              GtkWindow      *parent);

G_END_DECLS
