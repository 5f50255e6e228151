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

/* Where a suggestion stands, which has no id. */
typedef enum
{
  STEWARD_PLACE_OWN,
  STEWARD_PLACE_BELOW,
  STEWARD_PLACE_SUPPLEMENT
} StewardDraftPlace;

/* `own/2` for the second of the own file. (transfer full) */
char       *steward_pack_draft_make_place  (StewardDraftPlace  place,
                                            guint              index);
gboolean    steward_pack_draft_split_place (const char        *id,
                                            StewardDraftPlace *place,
                                            guint             *index);
/* TRUE for a check that the program does whether the pack names it or not. */
gboolean    steward_pack_draft_is_program_check (const char   *list,
                                                 const char   *id);
/* That check as an entry that says what counts without one. (transfer full) */
JsonNode   *steward_pack_draft_make_check  (const char        *id);
/* The wording of a form as it counts, without supplements; empty when there is
 * no such form. @origin may be NULL. (transfer full) */
JsonObject *steward_pack_draft_collect_form (const StewardPackDraft *self,
                                             const StewardPack      *base,
                                             const char             *form,
                                             StewardPackDraftOrigin *origin);

/* What stands at @field of @node, where a dot reaches into an object, and a
 * number into a list: `effects.0.days`. (transfer none) (nullable) */
JsonNode   *steward_pack_draft_path_find      (JsonNode   *node,
                                               const char *field);
/* Puts @value there, making what it stands in; or with NULL takes it out, and
 * with it what becomes empty. */
void        steward_pack_draft_path_set       (JsonNode   *node,
                                               const char *field,
                                               JsonNode   *value);
/* A text as it is, a list one per line, anything else as JSON. (transfer full) */
char       *steward_pack_draft_path_to_text   (JsonNode   *node);
/* The value that @text stands for in @field; NULL to leave it out. @is_list says
 * that it is a list of texts, if the name does not. (transfer full) (nullable) */
JsonNode   *steward_pack_draft_path_from_text (const char *list,
                                               const char *field,
                                               const char *text,
                                               gboolean    is_list);

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
