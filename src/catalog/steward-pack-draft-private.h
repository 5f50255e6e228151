/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack-draft.h"
#include "steward-pack-json-private.h"

G_BEGIN_DECLS

/* So many changes can be taken back. */
#define STEWARD_DRAFT_MAX_UNDO 100

/* How the step of adding an entry begins; its id follows. */
#define STEWARD_DRAFT_ADD "add "

/**
 * StewardPackDraft:
 * @root: what the file says, a tree that is changed in place
 * @pack: the last good reading; @original: what it was begun from
 * @undo, @redo: whole earlier texts, newest last (element-type GBytes)
 */
struct _StewardPackDraft
{
  JsonNode    *root;
  GBytes      *bytes;
  GBytes      *first;      /* what it was begun from, written like @bytes */
  StewardPack *pack;
  StewardPack *original;
  char        *id;
  GPtrArray   *problems;
  char        *step;       /* the field that was set last, while it is one step */
  GPtrArray   *undo;
  GPtrArray   *redo;
};

/* The array of @list in the own file, made when @make. (nullable) */
JsonArray  *steward_pack_draft_get_array (const StewardPackDraft  *self,
                                          const char              *list,
                                          gboolean                 make);
/* The own entry of @list, or NULL; @index may be NULL. */
JsonObject *steward_pack_draft_find      (const StewardPackDraft  *self,
                                          const char              *list,
                                          const char              *id,
                                          guint                   *index);
/* The own entry, copied from what it is inherited from when needed. */
JsonObject *steward_pack_draft_own       (StewardPackDraft        *self,
                                          const char              *list,
                                          const char              *id,
                                          GError                 **error);
/* Keeps the new tree as a change that can be undone, and judges it. FALSE, and
 * the tree as it was before, when no file can be like that. */
gboolean    steward_pack_draft_commit    (StewardPackDraft        *self,
                                          GError                 **error);
/* Goes back to the text of the last commit. */
void        steward_pack_draft_revert    (StewardPackDraft        *self);
/* Goes on from the pack that was saved; nothing before it can be undone. */
void        steward_pack_draft_begin_from (StewardPackDraft       *self,
                                          StewardPack             *pack);
/* TRUE when the format has lists of that name with ids. */
gboolean    steward_pack_draft_is_list   (const char              *list);
/* Takes out of the file what names the entry @id of @list: its place in lists
 * of ids, members that are this id, its box; and what is empty without it. */
void        steward_pack_draft_forget    (JsonNode                *root,
                                          const char              *list,
                                          const char              *id);
/* (transfer full) */
StewardPackDraftProblem *steward_pack_draft_problem_new (const StewardPackDraft *self,
                                                         const StewardProblem   *problem);

G_END_DECLS
