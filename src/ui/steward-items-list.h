/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardItemsList:
 *
 * The items of one stage of the form, to be ticked while they are talked of.
 */
#define STEWARD_TYPE_ITEMS_LIST (steward_items_list_get_type ())

G_DECLARE_FINAL_TYPE (StewardItemsList, steward_items_list, STEWARD, ITEMS_LIST, AdwBin)

GtkWidget *steward_items_list_new (StewardPresentation *presentation,
                                   const StewardStage  *stage);

G_END_DECLS
