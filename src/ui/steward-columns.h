/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardColumns:
 *
 * Two columns side by side where there is room for both, otherwise one below
 * the other: the assessment form on a desk and on a narrow window.
 */
#define STEWARD_TYPE_COLUMNS (steward_columns_get_type ())

G_DECLARE_FINAL_TYPE (StewardColumns, steward_columns, STEWARD, COLUMNS, GtkWidget)

/* Columns turn into one below @threshold pixels of width (at text scale 1). */
GtkWidget *steward_columns_new (GtkWidget *left,
                                GtkWidget *right,
                                int        threshold);

G_END_DECLS
