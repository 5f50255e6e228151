/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-plan.h"

G_BEGIN_DECLS

/* The rows that all views of the plan page are made of: a sign, a title with a
 * smaller line below it, and what stands at the end. */

/* A list with a frame, called @label by screen readers. */
GtkWidget *steward_plan_list_new     (const char *label);
/* @light may be NULL. Not activatable. */
GtkWidget *steward_plan_row_new      (GtkWidget  *light,
                                      const char *title,
                                      const char *subtitle);
/* Adds @suffix to the end of @row. */
void       steward_plan_row_append   (GtkWidget  *row,
                                      GtkWidget  *suffix);
/* Two lines at the end, the second smaller; it is left out when empty. */
GtkWidget *steward_plan_figures_new  (const char *first,
                                      const char *second);
/* A label aligned to the right, with style @css_class (may be NULL). */
GtkWidget *steward_plan_figure_new   (const char *text,
                                      const char *css_class);
/* What a row is about, so that it is found again when the rows are made anew. */
void       steward_plan_row_set_key  (GtkWidget  *row,
                                      const char *key);
const char *steward_plan_row_get_key (GtkWidget  *row);
/* The key of the row inside @container that has the focus and its place among
 * all rows, NULL when none has. (transfer full) */
char      *steward_plan_rows_find_focus (GtkWidget *container,
                                      guint      *place);
/* Gives the focus to the row with @key, or to the one at @place when there is
 * none any more. */
void       steward_plan_rows_focus   (GtkWidget  *container,
                                      const char *key,
                                      guint       place);
/* The items that need @material, "" when nobody says. (transfer full) */
char      *steward_plan_used_text    (const StewardPlanMaterial *material);

G_END_DECLS
