/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-pack-draft.h"

G_BEGIN_DECLS

/**
 * StewardRulesWindow:
 *
 * The rules of a city as a form, for the administrator of the catalogue: on the
 * left what they consist of, on the right the fields of one entry with what is
 * wrong below them. Nothing is written before it is saved as a new version.
 * #StewardRulesWindow::saved is emitted then.
 */
#define STEWARD_TYPE_RULES_WINDOW (steward_rules_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardRulesWindow, steward_rules_window, STEWARD, RULES_WINDOW, AdwWindow)

/* Of @pack, or of the first one at hand when it is NULL. */
StewardRulesWindow *steward_rules_window_new       (GtkWindow          *parent,
                                                    StewardPack        *pack);
/* Shows an entry; a box of the form is an item or a material. */
void                steward_rules_window_show      (StewardRulesWindow *self,
                                                    const char         *list,
                                                    const char         *id);
/* What is being edited, or NULL. */
StewardPackDraft   *steward_rules_window_get_draft (StewardRulesWindow *self);

G_END_DECLS
