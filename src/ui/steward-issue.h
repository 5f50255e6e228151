/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-window.h"

G_BEGIN_DECLS

/* Issuing a plan: it is frozen, numbered and dated, and its paper is made and
 * kept with it, as one change. */

/* Draws the service plan of @session as it is now on another thread, keeps its
 * bytes in the store, and adds the edition. @reason may be "" for the first. */
void  steward_issue_async  (StewardSession       *session,
                            StewardDay            day,
                            const char           *reason,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
/* The number of the new edition, 0 with an error: also when the project was
 * changed meanwhile. */
guint steward_issue_finish (GAsyncResult         *result,
                            GError              **error);

/* Asks for day and reason, shows what changed since the last edition and what
 * the checks say, and issues. Says in @window how it went. */
void  steward_issue_ask    (StewardWindow        *window,
                            StewardSession       *session);

G_END_DECLS
