/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens a popover with @child beside @widget, and ends it when it is closed. It
 * hangs on the page, because a row is made anew by the very change that the
 * popover makes. (transfer none) */
GtkWidget *steward_anchor_popover (GtkWidget *widget,
                                   GtkWidget *child);

G_END_DECLS
