/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-rules-save.h"

G_BEGIN_DECLS

/* Asks whose rules @base shall become, of a county, a zone or another city, and
 * on which document that rests; saves a pack that starts from @base and differs
 * in nothing yet, so that projects can use it at once. @made gets it; refusals
 * are said and asked again. */
void steward_rules_new_ask (GtkWindow         *parent,
                            StewardPack       *base,
                            StewardRulesSaved  made,
                            gpointer           user_data);

G_END_DECLS
