/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardTurnBar:
 *
 * Whose turn it is to say something of an item, what it says and why. It takes
 * the keyboard for its words. Invisible while no item is talked of.
 */
#define STEWARD_TYPE_TURN_BAR (steward_turn_bar_get_type ())

G_DECLARE_FINAL_TYPE (StewardTurnBar, steward_turn_bar, STEWARD, TURN_BAR, AdwBin)

/* @narrow: words have a line of their own. */
GtkWidget *steward_turn_bar_new (StewardPresentation *presentation,
                                 gboolean             narrow);

G_END_DECLS
