/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui-desk.h"

G_BEGIN_DECLS

/* What the tests of the plan page share. */

GtkWidget *plan_get_page  (Desk       *desk);
/* The first widget of @type in the page. */
gpointer   plan_find      (Desk       *desk,
                           GType       type);
/* Turns to the page and to one of its views. */
void       plan_show_view (Desk       *desk,
                           const char *view);
/* The row that is about @key. */
GtkWidget *plan_get_row   (Desk       *desk,
                           const char *key);
/* What is undone comes back through the store. */
void       plan_undo      (Desk       *desk);

G_END_DECLS
