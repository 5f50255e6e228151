/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-adjustments.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* Asks beside @widget how an item of the plan is to be called and what is to
 * be noted about it; @id: of the item or typed row, @computed: its name without
 * the steward's wording. Each answer is one step that can be undone. */
void steward_plan_item_edit_ask (GtkWidget      *widget,
                                 StewardSession *session,
                                 const char     *id,
                                 const char     *computed);
/* Words a field of a stage or item otherwise; a @text of NULL, or the one that
 * is computed, takes the wording out again. */
void steward_plan_edit_put      (StewardSession  *session,
                                 const char      *id,
                                 StewardEditField field,
                                 const char      *text);

G_END_DECLS
