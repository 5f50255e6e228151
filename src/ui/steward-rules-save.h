/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-pack-draft.h"

G_BEGIN_DECLS

/* Called when a version was saved. */
typedef void (*StewardRulesSaved) (StewardPack *pack,
                                   gpointer     user_data);

/* Asks for the version and the document it rests on, and saves @draft, until
 * it is saved or the user gives up. @draft outlives it. */
void steward_rules_save_ask (GtkWindow         *parent,
                             StewardPackDraft  *draft,
                             StewardRulesSaved  saved,
                             gpointer           user_data);

G_END_DECLS
