/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-session.h"

G_BEGIN_DECLS

/* Links of the steward's own, as both drawings make them: between the same two
 * rows a second time, a link is taken away again. */

/**
 * StewardLinkOutcome:
 * @STEWARD_LINK_REFUSED: nothing: the two cannot be linked, or the rules link them
 * @STEWARD_LINK_ADDS: the second row will wait for the first
 * @STEWARD_LINK_REMOVES: it will no longer
 *
 * What linking two rows would do.
 */
typedef enum { STEWARD_LINK_REFUSED, STEWARD_LINK_ADDS, STEWARD_LINK_REMOVES } StewardLinkOutcome;

/* What it would do to let the row @to wait for the row @from; @text, unless NULL,
 * receives it in words, or why not. (transfer full) */
StewardLinkOutcome steward_link_edit_try    (StewardSession  *session,
                                             const char      *from,
                                             const char      *to,
                                             char           **text);
/* Does it, as one step that can be undone. FALSE when it is refused. */
gboolean           steward_link_edit_apply  (StewardSession  *session,
                                             const char      *from,
                                             const char      *to);
/* What links the two rows @from and @to in words: the rules, with where that is
 * written, or who did, and why. (transfer full) */
char              *steward_link_edit_describe (StewardSession *session,
                                             const char      *from,
                                             const char      *to);
/* Takes the link between them away, as one step that can be undone. FALSE when it
 * is none of the steward's own: @text, unless NULL, receives why it stays.
 * (transfer full) */
gboolean           steward_link_edit_remove (StewardSession  *session,
                                             const char      *from,
                                             const char      *to,
                                             char           **text);

G_END_DECLS
