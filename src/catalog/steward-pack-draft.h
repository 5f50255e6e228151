/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "steward-pack.h"

G_BEGIN_DECLS

/**
 * StewardPackDraft:
 *
 * A pack that is being changed: what its own file says, without what it
 * extends or takes from supplements. Every change is judged at once by the
 * reader of packs itself, so a draft without problems is a pack that can be
 * read. A draft may hold mistakes between two changes that belong together
 * (the days of a block and of its stage); it can only be saved without.
 */
typedef struct _StewardPackDraft StewardPackDraft;

/**
 * StewardPackDraftOrigin:
 * @STEWARD_DRAFT_OWN: the pack itself says it
 * @STEWARD_DRAFT_REPLACED: it says it instead of the pack it extends
 * @STEWARD_DRAFT_INHERITED: the pack it extends says it; changing it makes it
 *   REPLACED
 * @STEWARD_DRAFT_SUPPLEMENT: a supplement says it; it cannot be changed here
 * @STEWARD_DRAFT_BELOW: the pack it extends says it, and gives it no id that
 *   could be named here: it can only be changed there
 * @STEWARD_DRAFT_PROGRAM: no pack says it: what the program does by itself.
 *   Changing it makes it OWN
 *
 * Where an entry of a draft stands.
 */
typedef enum
{
  STEWARD_DRAFT_OWN,
  STEWARD_DRAFT_REPLACED,
  STEWARD_DRAFT_INHERITED,
  STEWARD_DRAFT_SUPPLEMENT,
  STEWARD_DRAFT_BELOW,
  STEWARD_DRAFT_PROGRAM
} StewardPackDraftOrigin;

/**
 * StewardPackDraftProblem:
 * @list, @id, @field: the place that is wrong, such as `items`, `permit`,
 *   `limit`; `source.clause` for what stands inside; "" where it is not known
 * @message: a sentence in the user's language
 *
 * Why a draft cannot be saved.
 */
typedef struct
{
  char *list;
  char *id;
  char *field;
  char *message;
} StewardPackDraftProblem;

/**
 * StewardPackDraftBasis:
 * @document: official number, required; @date: day of the document, required,
 *   YYYY-MM-DD
 * @title, @issuer, @clause: "" when not known
 *
 * What a new version rests on (动态调整): becomes an entry of `basis`.
 */
typedef struct
{
  const char *document;
  const char *title;
  const char *issuer;
  const char *date;
  const char *clause;
} StewardPackDraftBasis;

/* A draft of the next version of @pack. (transfer full) */
StewardPackDraft *steward_pack_draft_new          (StewardPack             *pack);
/* A draft of a new pack that starts from @base and says only what differs
 * (`extends`), such as that of a county. STEWARD_ERROR_INVALID when the id is
 * none or taken, or the region code is wrong; @region_code may be "".
 * (transfer full) */
StewardPackDraft *steward_pack_draft_new_based_on (StewardPack             *base,
                                                   const char              *id,
                                                   const char              *title,
                                                   const char              *region,
                                                   const char              *region_code,
                                                   GError                 **error);
void              steward_pack_draft_free         (StewardPackDraft        *self);
const char       *steward_pack_draft_get_id       (const StewardPackDraft  *self);
/* The version it was begun from; "" for a new pack. */
const char       *steward_pack_draft_get_version  (const StewardPackDraft  *self);
/* The file as it would be now. (transfer full) */
GBytes           *steward_pack_draft_to_bytes     (const StewardPackDraft  *self);
/* The draft as a pack; while it has problems, as it was without. */
StewardPack      *steward_pack_draft_get_pack     (const StewardPackDraft  *self);
/* The pack it was begun from. */
StewardPack      *steward_pack_draft_get_original (const StewardPackDraft  *self);
/* (element-type StewardPackDraftProblem) */
GPtrArray        *steward_pack_draft_get_problems (const StewardPackDraft  *self);
/* TRUE when it says something else than the pack it was begun from. */
gboolean          steward_pack_draft_is_changed   (const StewardPackDraft  *self);

/* Ids of the entries of @list (`items`, `materials` …) as they count, in their
 * order. `suggestions`, which have no ids, are named by their places; `checks`
 * are all that the program does; `forms` are those that have a wording, with
 * its keys as their fields. (transfer full) */
char            **steward_pack_draft_list         (const StewardPackDraft  *self,
                                                   const char              *list);
/* The entry as it counts, or NULL. The caller must not change it.
 * (transfer full) (nullable) */
JsonObject       *steward_pack_draft_get          (const StewardPackDraft  *self,
                                                   const char              *list,
                                                   const char              *id);
/* FALSE when there is no such entry. */
gboolean          steward_pack_draft_get_origin   (const StewardPackDraft  *self,
                                                   const char              *list,
                                                   const char              *id,
                                                   StewardPackDraftOrigin  *origin);
/* A member as text: a text as it is, a number or `true`, a list of texts one
 * per line; "" when it is missing. With @list NULL a member of the pack itself,
 * such as `title` or `settings.yellow-days`. (transfer full) */
char             *steward_pack_draft_get_text     (const StewardPackDraft  *self,
                                                   const char              *list,
                                                   const char              *id,
                                                   const char              *field);

/* How many elements the list in @field has. */
guint             steward_pack_draft_count        (const StewardPackDraft  *self,
                                                   const char              *list,
                                                   const char              *id,
                                                   const char              *field);

/* Sets a member, or with NULL leaves it out; `source.clause` reaches into an
 * object and `effects.0` into a list, which are made or left out as needed. What is inherited is copied into
 * this pack first. STEWARD_ERROR_UNKNOWN when there is no such entry,
 * STEWARD_ERROR_INVALID for an entry of a supplement, for an id, and for what
 * no pack can hold. Takes @value. */
gboolean          steward_pack_draft_set          (StewardPackDraft        *self,
                                                   const char              *list,
                                                   const char              *id,
                                                   const char              *field,
                                                   JsonNode                *value,
                                                   GError                 **error);
/* The same with a text as get_text() gives it; what the format has as number,
 * boolean or list is made into one where the text is like that, so that the
 * reader complains about the rest. What is set in one field without anything
 * else between is one step of undo, until steward_pack_draft_end_step(). */
gboolean          steward_pack_draft_set_text     (StewardPackDraft        *self,
                                                   const char              *list,
                                                   const char              *id,
                                                   const char              *field,
                                                   const char              *text,
                                                   GError                 **error);
/* What follows is a step of its own: the typing paused or the focus left. */
void              steward_pack_draft_end_step     (StewardPackDraft        *self);
/* Adds an entry at the end; takes @entry, which has an id that is not used in
 * @list yet. A suggestion gets its place instead, the next `own/<number>`. */
gboolean          steward_pack_draft_add          (StewardPackDraft        *self,
                                                   const char              *list,
                                                   JsonObject              *entry,
                                                   GError                 **error);
/* Adds a box for an item or material to a group of the form, so that it can be
 * ticked; just after adding that, both are one step of undo. Returns its id.
 * (transfer full) */
char             *steward_pack_draft_add_box      (StewardPackDraft        *self,
                                                   const char              *group,
                                                   const char              *list,
                                                   const char              *id,
                                                   GError                 **error);
/* Takes an entry out, and with it what only names it: its box, its place in
 * lists of ids, suggestions and effects of levers that lose all they had; a
 * group of the form that loses its last box gets a blank slot. What
 * replaced something inherited gives way to that again; something inherited
 * cannot be taken out. */
gboolean          steward_pack_draft_remove       (StewardPackDraft        *self,
                                                   const char              *list,
                                                   const char              *id,
                                                   GError                 **error);
/* An id that is not used yet, `<prefix>` followed by a number. (transfer full) */
char             *steward_pack_draft_make_id      (const StewardPackDraft  *self,
                                                   const char              *prefix);

gboolean          steward_pack_draft_can_undo     (const StewardPackDraft  *self);
gboolean          steward_pack_draft_can_redo     (const StewardPackDraft  *self);
void              steward_pack_draft_undo         (StewardPackDraft        *self);
void              steward_pack_draft_redo         (StewardPackDraft        *self);

/* A version after all that are at hand: the year and a number. (transfer full) */
char             *steward_pack_draft_suggest_version (const StewardPackDraft *self,
                                                      StewardDay              today);
/* Writes the draft as a version of its own, `<id>@<version>.json` in the
 * user's folder; earlier versions stay. @basis is added to the documents, and
 * entries that were changed without a new source of their own rest on it.
 * Returns the pack as it was saved, from which the draft goes on.
 * STEWARD_ERROR_INVALID for problems, a version that is not plain or not newer
 * than all at hand, or a wrong basis; then nothing is written. (transfer full) */
StewardPack      *steward_pack_draft_save         (StewardPackDraft            *self,
                                                   const char                  *version,
                                                   const StewardPackDraftBasis *basis,
                                                   GError                     **error);

void              steward_pack_draft_problem_free (StewardPackDraftProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPackDraft, steward_pack_draft_free)

G_END_DECLS
