/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardItemPicker:
 *
 * The items of the pack that are not in the plan, to choose one from: those of
 * one stage first, and what is suggested before the rest of its stage. What is
 * typed is looked for in names, bureaus and their pinyin initials.
 *
 * #StewardItemPicker::chosen is emitted with the id of the item. Who adds it
 * closes the popover, too.
 */
#define STEWARD_TYPE_ITEM_PICKER (steward_item_picker_get_type ())

G_DECLARE_FINAL_TYPE (StewardItemPicker, steward_item_picker, STEWARD, ITEM_PICKER, GtkPopover)

GtkWidget *steward_item_picker_new  (void);
/* Lists the items of @session that can be added now; those of the stage number
 * @stage come first, 0 for none. */
void       steward_item_picker_fill (StewardItemPicker *self,
                                     StewardSession    *session,
                                     int                stage);

G_END_DECLS
