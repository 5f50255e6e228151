/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardBlankSlot:
 *
 * A blank slot of the assessment form: what is typed into it becomes a row on
 * Enter, or when the focus leaves it; a pasted list becomes a row for each
 * line.
 */
#define STEWARD_TYPE_BLANK_SLOT (steward_blank_slot_get_type ())

G_DECLARE_FINAL_TYPE (StewardBlankSlot, steward_blank_slot, STEWARD, BLANK_SLOT, GtkWidget)

GtkWidget *steward_blank_slot_new    (StewardSession   *session,
                                      const StewardBox *box);
/* Shows the rows the project has now. */
void       steward_blank_slot_update (StewardBlankSlot *self);
/* Whether a row typed into it has @needle (as of steward_search_fold()) in it, by
 * itself or by its pinyin initials; with "" whether there is a row at all. */
gboolean   steward_blank_slot_matches (StewardBlankSlot *self,
                                       const char       *needle);
/* Takes over what is typed but not entered yet. */
void       steward_blank_slot_commit (StewardBlankSlot *self);
/* What it stands for. */
const StewardBox *steward_blank_slot_get_box (StewardBlankSlot *self);

G_END_DECLS
