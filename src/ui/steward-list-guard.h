/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/* Nothing is approved outside the list that the unit was given: once a plan is
 * issued, an item that its newest edition does not have is only added with a
 * reason, which is recorded as an acknowledgement. */

/* Whether adding the item or row @base wants a reason now: there is an edition
 * without it, and nobody gave one yet. */
gboolean steward_list_guard_wants (StewardSession *session,
                                   const char     *base);
/* To be called when somebody just added the items and rows @bases: asks for the
 * reason of those that want one, and takes them out again when there is none. */
void     steward_list_guard_ask   (GtkWidget          *widget,
                                   StewardSession     *session,
                                   const char * const *bases);
/* The same after a change of many, such as a merged answer or the end of a
 * meeting: of all that is in the plan now. */
void     steward_list_guard_check (GtkWidget          *widget,
                                   StewardSession     *session);

G_END_DECLS
