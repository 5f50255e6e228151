/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "steward-pack-private.h"

G_BEGIN_DECLS

/* A copy that can be changed. (transfer full) */
JsonNode        *steward_pack_json_copy    (const StewardJsonNode *node);
/* The text of a pack file: two blanks per level, lists of texts in one line,
 * numbers as short as they can be read back. (transfer full) */
char            *steward_pack_json_to_text (JsonNode              *node);
/* The same without line breaks, with the members of objects in the order of
 * their names: equal values have equal texts. (transfer full) */
char            *steward_pack_json_to_line (const StewardJsonNode *node);

/* The entries of the list @key of @pack as they count: those of what it
 * extends, replaced where it says so; or with @supplements, those that are taken
 * over from its supplements. Of the form the list is `parts`.
 * (transfer container) (element-type StewardJsonNode) */
GPtrArray       *steward_pack_json_collect (const StewardPack     *pack,
                                            const char            *key,
                                            gboolean               supplements);
/* The id of an entry, or NULL. */
const char      *steward_pack_json_get_id  (const StewardJsonNode *entry);
/* Text member of an object, or NULL. */
const char      *steward_pack_json_get_text(const StewardJsonNode *object,
                                            const char            *key);

G_END_DECLS
