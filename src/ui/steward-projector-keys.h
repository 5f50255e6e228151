/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of a meeting for @window, which has the actions "present.…": before
 * any widget in it, so that what turns slides (a clicker too) turns them wherever
 * the keyboard is, but not while somebody types. */
void steward_projector_keys_add (GtkWidget *window);

G_END_DECLS
