/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-pack-draft.h"

G_BEGIN_DECLS

/**
 * StewardRulesEntry:
 *
 * One line of the list of rules: an entry of a list of a draft, or with the
 * list "" what the pack says of itself. A value: it is made anew when the draft
 * changes.
 */
#define STEWARD_TYPE_RULES_ENTRY (steward_rules_entry_get_type ())

G_DECLARE_FINAL_TYPE (StewardRulesEntry, steward_rules_entry, STEWARD, RULES_ENTRY, GObject)

StewardRulesEntry *steward_rules_entry_new       (const StewardPackDraft *draft,
                                                  const char             *list,
                                                  const char             *id);
const char        *steward_rules_entry_get_list  (StewardRulesEntry      *self);
const char        *steward_rules_entry_get_id    (StewardRulesEntry      *self);
const char        *steward_rules_entry_get_name  (StewardRulesEntry      *self);
/* What kind of entry it is, where it comes from, and whether it is wrong. */
const char        *steward_rules_entry_get_facts (StewardRulesEntry      *self);
gboolean           steward_rules_entry_is_wrong  (StewardRulesEntry      *self);
/* TRUE when the name or id has @text, also by the initials of its pinyin. */
gboolean           steward_rules_entry_matches   (StewardRulesEntry      *self,
                                                  const char             *text);

G_END_DECLS
