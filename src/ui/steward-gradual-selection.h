/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * StewardGradualSelection:
 *
 * A selection model of which a list view sees the first rows at once and the
 * others some frames later. A GtkListView makes 200 rows of whatever it is
 * given, seen or not, before it draws any; so a list, or the answer to a
 * search, is there as soon as a screenful is.
 */
#define STEWARD_TYPE_GRADUAL_SELECTION (steward_gradual_selection_get_type ())

G_DECLARE_FINAL_TYPE (StewardGradualSelection, steward_gradual_selection, STEWARD, GRADUAL_SELECTION, GObject)

/* Gives @view what is in @model, which is selected there. */
void steward_gradual_selection_show (GtkSelectionModel *model,
                                     GtkListView       *view);

G_END_DECLS
