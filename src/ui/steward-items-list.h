/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardItemsList:
 *
 * The items of one stage of the form, to be ticked while they are talked of,
 * with what was said of each. The item whose box has the keyboard is talked of.
 */
#define STEWARD_TYPE_ITEMS_LIST (steward_items_list_get_type ())

G_DECLARE_FINAL_TYPE (StewardItemsList, steward_items_list, STEWARD, ITEMS_LIST, AdwBin)

GtkWidget *steward_items_list_new (StewardPresentation *presentation,
                                   const StewardStage  *stage);
/* The keyboard to the next (1) or last (-1) item. FALSE at the ends, and when
 * it is not in the list. */
gboolean   steward_items_list_step (StewardItemsList   *self,
                                   int                  direction);

G_END_DECLS
