/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardLinkHand:
 *
 * A link that is being led from one row to another, in whichever drawing, by
 * pointer or keys. What would follow is computed with a copy of the project;
 * only steward_link_hand_finish() changes the project itself.
 *
 * #StewardLinkHand::told says in words what would follow or why it cannot be;
 * #StewardLinkHand::changed, that there is something else to draw.
 */
#define STEWARD_TYPE_LINK_HAND (steward_link_hand_get_type ())

G_DECLARE_FINAL_TYPE (StewardLinkHand, steward_link_hand, STEWARD, LINK_HAND, GObject)

StewardLinkHand *steward_link_hand_new         (void);
/* Begins at the row @from. @prompt is said while it leads to no row. */
void             steward_link_hand_begin       (StewardLinkHand *self,
                                                StewardSession  *session,
                                                const char      *from,
                                                const char      *prompt);
/* Leads it to the row @to, or to none (NULL, or where it begins). */
void             steward_link_hand_lead        (StewardLinkHand *self,
                                                const char      *to);
/* Makes the link, or takes away one that is there, as one step that can be
 * undone, and lets go. FALSE, and nothing done, where it leads to no row or is
 * refused. With @tell what follows is told before, if it was not yet. */
gboolean         steward_link_hand_finish      (StewardLinkHand *self,
                                                gboolean         tell);
/* Lets go without a change; what was told last stands. FALSE when nothing was
 * held. */
gboolean         steward_link_hand_cancel      (StewardLinkHand *self);
gboolean         steward_link_hand_is_active   (StewardLinkHand *self);
/* Rows, or NULL. */
const char      *steward_link_hand_get_from    (StewardLinkHand *self);
const char      *steward_link_hand_get_to      (StewardLinkHand *self);
/* Whether there would be a change. */
gboolean         steward_link_hand_is_allowed  (StewardLinkHand *self);
/* The rows that would move, as far as that is known already. (transfer none)
 * (element-type StewardShiftedRow) */
GPtrArray       *steward_link_hand_get_shifted (StewardLinkHand *self);

G_END_DECLS
