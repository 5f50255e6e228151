/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-session.h"

G_BEGIN_DECLS

/* How the case page changes a case: a copy is taken, changed and put back, as
 * one change that can be undone. */

/* The case of the item or typed row @item, or of the row of a segment, as it is,
 * or a new one. (transfer full) */
StewardCase *steward_case_edit_begin (StewardSession    *session,
                                      const char        *item);
/* Puts @handled into the project and has it kept at once. */
void         steward_case_edit_end   (StewardSession    *session,
                                      const StewardCase *handled);
/* Adds a case of the item or typed row @item for the segment @name. Returns the
 * id of the row that it makes. (transfer full) */
char        *steward_case_edit_add_segment (StewardSession *session,
                                      const char        *item,
                                      const char        *name);
/* Records @day as the day on which the result of the case of the row @item was
 * delivered; NONE takes it back. */
void         steward_case_edit_deliver (StewardSession  *session,
                                      const char        *item,
                                      StewardDay         day);
/* Records that the status of the case of the row @item was compared with the
 * official system on @day; of all cases under way when @item is NULL. Returns
 * how many cases that were; they are one change. */
guint        steward_case_edit_verify (StewardSession   *session,
                                      const char        *item,
                                      StewardDay         day);
/* Takes the case @id out. */
void         steward_case_edit_remove (StewardSession   *session,
                                      const char        *id);

G_END_DECLS
