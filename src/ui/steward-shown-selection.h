/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardShownSelection:
 *
 * A #GtkSelectionModel over the list of projects in which the one that is
 * shown beside the list is selected, and nothing else can be: pointing at a
 * row or walking past it with the keys does not change what is shown.
 */
#define STEWARD_TYPE_SHOWN_SELECTION (steward_shown_selection_get_type ())

G_DECLARE_FINAL_TYPE (StewardShownSelection, steward_shown_selection, STEWARD, SHOWN_SELECTION, GObject)

StewardShownSelection *steward_shown_selection_new        (void);
/* NULL for none. */
void                   steward_shown_selection_set_list   (StewardShownSelection *self,
                                                           StewardProjectList    *list);
/* The number of the project that is shown; 0 for none. */
void                   steward_shown_selection_set_number (StewardShownSelection *self,
                                                           gint64                 number);

G_END_DECLS
