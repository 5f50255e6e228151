/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-levers.h"

G_BEGIN_DECLS

/**
 * StewardLeversRow:
 *
 * One lever, for the plan or for an item: its switch, what it saves on this
 * project, whether it may be used, and who must agree. The row of the plan has
 * the rows of the items in it. The switch of what may not be used is
 * insensitive, unless somebody has switched it on before.
 *
 * #StewardLeversRow::switched (lever, item or NULL, on) is emitted when the
 * user switched it, #StewardLeversRow::wanted (lever, wanted) when the items
 * are unfolded or folded.
 */
#define STEWARD_TYPE_LEVERS_ROW (steward_levers_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardLeversRow, steward_levers_row, STEWARD, LEVERS_ROW, GtkListBoxRow)

GtkWidget  *steward_levers_row_new        (const StewardLeverOffer *offer);
/* TRUE when @offer is about the same lever and item. */
gboolean    steward_levers_row_is_of      (StewardLeversRow        *self,
                                           const StewardLeverOffer *offer);
/* @items: (nullable) (element-type StewardLeverOffer): of the lever */
void        steward_levers_row_update     (StewardLeversRow        *self,
                                           const StewardLeverOffer *offer,
                                           GPtrArray               *items);
GtkSwitch  *steward_levers_row_get_switch (StewardLeversRow        *self);
/* What is unfolded to see the items, NULL in the row of an item. */
GtkWidget  *steward_levers_row_get_items  (StewardLeversRow        *self);

/* `saves 3 working days`, `saves nothing`. (transfer full) */
char       *steward_levers_saved_text     (int                      saved);
/* `3 approval days fewer`, "" for 0. (transfer full) */
char       *steward_levers_approval_text  (int                      saved);

G_END_DECLS
