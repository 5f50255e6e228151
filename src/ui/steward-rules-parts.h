/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-rules-field.h"

G_BEGIN_DECLS

/**
 * StewardRulesParts:
 *
 * The parts of an entry of a draft that stand in a list inside it: the effects
 * of a lever, the conditions of a suggestion, the answers to a question. Each
 * is a card with its fields; parts are added at the end and taken out.
 * #StewardRulesParts::edited is emitted when the user changed the draft.
 */
#define STEWARD_TYPE_RULES_PARTS (steward_rules_parts_get_type ())

G_DECLARE_FINAL_TYPE (StewardRulesParts, steward_rules_parts, STEWARD, RULES_PARTS, GtkBox)

/* @draft and @spec outlive it; @path is where the list stands in the entry. */
GtkWidget *steward_rules_parts_new    (StewardPackDraft            *draft,
                                       const char                  *list,
                                       const char                  *id,
                                       const char                  *path,
                                       const StewardRulesFieldSpec *spec);
/* Shows what the draft says now; cards come and go when the main loop is idle,
 * since the change may come from inside one of them. */
void       steward_rules_parts_update (StewardRulesParts           *self);

G_END_DECLS
