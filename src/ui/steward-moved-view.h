/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-moved.h"

G_BEGIN_DECLS

/* A table of the dates that another calendar moves: project, what is due,
 * before, after. Takes @moved over. (element-type StewardMoved) */
GtkWidget *steward_moved_view_new (GPtrArray *moved);
/* How many dates move in how many projects, and which projects could not be
 * read. (transfer full) (element-type StewardMoved) (element-type utf8) */
char      *steward_moved_describe (GPtrArray *moved,
                                   GPtrArray *skipped);

G_END_DECLS
