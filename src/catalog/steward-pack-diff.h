/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack.h"

G_BEGIN_DECLS

/* What became of an entry of a pack. */
typedef enum
{
  STEWARD_PACK_ADDED,
  STEWARD_PACK_DROPPED,
  STEWARD_PACK_CHANGED
} StewardPackDiffKind;

/**
 * StewardPackDiffField:
 * @field: key of the pack format; "" for an entry that is one value
 * @before, @after: the values as text, NULL when there is none
 */
typedef struct
{
  char *field;
  char *before;
  char *after;
} StewardPackDiffField;

/**
 * StewardPackDiff:
 * @list: key of the list it stands in; `boxes`, `groups` and `parts` for the
 *   form, `form` for a wording (then @id is `form.key`), `setting`, `pack` for
 *   what the pack says of itself
 * @id: of the entry; of suggestions, which have none, their own text
 * @name: to show; never NULL
 * @fields: (element-type StewardPackDiffField): those that differ, by key;
 *   empty for what was added or dropped
 *
 * One difference between two packs, or two versions of one.
 */
typedef struct
{
  StewardPackDiffKind  kind;
  char                *list;
  char                *id;
  char                *name;
  GPtrArray           *fields;
} StewardPackDiff;

/* What differs, list by list in the order of the pack format: first what both
 * have, in the order of @after, then what is new, then what is gone. Compares
 * what counts, with everything they extend and take from supplements, so that
 * it does not matter how a pack is split. (transfer full)
 * (element-type StewardPackDiff) */
GPtrArray  *steward_pack_diff_new          (const StewardPack   *before,
                                            const StewardPack   *after);
void        steward_pack_diff_free         (StewardPackDiff     *self);
/* "added", "dropped", "changed": the word of files. */
const char *steward_pack_diff_kind_to_word (StewardPackDiffKind  kind);
/* What a list or a field of it is called, in the user's language; the key
 * itself when it has no name. */
const char *steward_pack_get_list_label    (const char          *list);
const char *steward_pack_get_field_label   (const char          *field);
/* What kind of text the key of a form stands for, such as a heading. */
const char *steward_pack_get_wording_label (const char          *key);
/* One line per difference, with its fields below: for people. (transfer full) */
char       *steward_pack_diff_to_text      (GPtrArray           *differences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPackDiff, steward_pack_diff_free)

G_END_DECLS
