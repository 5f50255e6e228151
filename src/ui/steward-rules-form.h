/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-rules-field.h"

G_BEGIN_DECLS

/* The lists that can be edited, in the order in which they are offered,
 * NULL-terminated. */
const char * const *steward_rules_form_get_lists (void);
/* The fields of entries of @list, "" for the pack itself, ended by one without
 * a field. */
const StewardRulesFieldSpec *steward_rules_form_get_fields (const char       *list);
/* An entry for @list that can be added: with an id of its own, a name, and the
 * place of the entry @like, an id of the same list or NULL. (transfer full) */
JsonObject *steward_rules_form_new_entry         (const StewardPackDraft *draft,
                                                  const char             *list,
                                                  const char             *like);
/* How the text @key of the form @form is typed in; @spec borrows @key. */
void        steward_rules_form_describe_wording (const StewardPackDraft *draft,
                                                 const char             *form,
                                                 const char             *key,
                                                 StewardRulesFieldSpec  *spec);
/* What is added to the list @field inside an entry: an effect, a choice or a
 * condition. (transfer full) */
JsonNode   *steward_rules_form_new_part          (const StewardPackDraft *draft,
                                                  const char             *field);
/* The group of the form that a new item or material has its box in: that of
 * @like, else the first one of its stage; NULL when there is none. It is valid
 * until the draft changes. */
const char *steward_rules_form_find_group        (const StewardPackDraft *draft,
                                                  const char             *list,
                                                  const char             *like);

G_END_DECLS
