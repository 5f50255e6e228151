/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-moved.h"

G_BEGIN_DECLS

/* A table of the dates that another calendar moves: project, what is due,
 * before, after. Takes @moved over. (element-type StewardMoved) */
GtkWidget *steward_moved_view_new (GPtrArray *moved);

G_END_DECLS
