/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-piece.h"

G_BEGIN_DECLS

/**
 * StewardMoveFate:
 * @STEWARD_MOVE_KEPT: what the new rules do not have is kept as a typed row
 * @STEWARD_MOVE_MOVED: it stands in another place of the form
 * @STEWARD_MOVE_DROPPED: it has no meaning any more and goes: an answer to a
 *   question that is not asked, a box somebody decided against, the decision
 *   about a lever that is gone. The log still has it, and undo brings it back
 * @STEWARD_MOVE_BLOCKED: there is no place for it, so the project stays where
 *   it is
 *
 * What becomes of a piece that does not fit the new rules as it is.
 */
typedef enum
{
  STEWARD_MOVE_KEPT,
  STEWARD_MOVE_MOVED,
  STEWARD_MOVE_DROPPED,
  STEWARD_MOVE_BLOCKED
} StewardMoveFate;

/**
 * StewardMoveNote:
 * @kind, @key: the piece of the project as it was
 * @text: a sentence in the user's language
 */
typedef struct
{
  StewardMoveFate   fate;
  StewardPieceKind  kind;
  char             *key;
  char             *text;
} StewardMoveNote;

/* A piece before and after the move, NULL when absent; never equal. */
typedef struct
{
  StewardPieceKind  kind;
  char             *key;
  GVariant         *before;
  GVariant         *after;
} StewardMoveChange;

/**
 * StewardMove:
 * @project: as it is, which is left alone
 * @moved: as it would be
 * @ids: items, rows and stages that have another id afterwards: old → new
 * @materials: materials that became rows: id → id of the row
 * @notes: (element-type StewardMoveNote): everything that does not stay as it
 *   is, for people to read before they decide
 * @changes: (element-type StewardMoveChange): the record first, then by kind
 *
 * What it would mean for a project to follow another version of its pack. What
 * still has its place stays; a ticked item, material or fee that the new rules
 * do not have becomes a typed row of its stage with its name, and so does an
 * item with a case, so that nothing people did is lost.
 */
typedef struct
{
  StewardProject *project;
  StewardProject *moved;
  GHashTable     *ids;
  GHashTable     *materials;
  GPtrArray      *notes;
  GPtrArray      *changes;
} StewardMove;

/* (transfer full) */
StewardMove *steward_move_new         (StewardProject        *project,
                                       StewardPack           *pack);
void         steward_move_free        (StewardMove           *self);
/* FALSE when something is blocked. */
gboolean     steward_move_is_possible (const StewardMove     *self);
/* "kept", "moved", "dropped", "blocked": the word of files. */
const char  *steward_move_fate_to_word (StewardMoveFate       fate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardMove, steward_move_free)

G_END_DECLS
