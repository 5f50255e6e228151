/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "steward-project.h"

G_BEGIN_DECLS

/**
 * StewardPieceKind:
 * @STEWARD_PIECE_RECORD: the project itself; key "", value `(ssss)`: pack id,
 *   pack version, pack SHA-256, state word (see steward_state_from_word());
 *   absent means that the project does not exist
 * @STEWARD_PIECE_FACT: key: steward_fact_get_key(); `s`; absent when ""
 * @STEWARD_PIECE_ANSWER: key: question id; `s`
 * @STEWARD_PIECE_TICK: key: box id; `(bss)`: on, by, at
 * @STEWARD_PIECE_ROW: key: row id; `(ussssi)`: position, box, text, by, at,
 *   limit
 * @STEWARD_PIECE_TEXT: key: group id; `s`; absent when ""
 * @STEWARD_PIECE_CASE: key: case id; `(usssuusiisssa(ussssss)ss)`: position,
 *   item, segment, number, mode, level, bureau, limit, extension, its
 *   approver, its reason, planned start, events of status, day, actor, kind,
 *   note, day of the written notice, proof; then the days on which the result
 *   was delivered and the status last verified
 * @STEWARD_PIECE_ACTIVITY: key: activity id; `(ssi)`: start, finish, days
 * @STEWARD_PIECE_ENTRUSTMENT: key ""; `(asass)`: stages, items, signed on;
 *   absent when it says nothing
 * @STEWARD_PIECE_CLOSING: key: stage id; `(usas)`: position, finished on,
 *   handed over
 * @STEWARD_PIECE_LEDGER: key: number of the entry as text; `(ssss)`: day,
 *   kind, text, result
 * @STEWARD_PIECE_SUGGESTION: key ""; `s`; absent when ""
 * @STEWARD_PIECE_ACKNOWLEDGEMENT: key: code of the check, or code, space, id
 *   of the row; `(sss)`: reason, by, at
 * @STEWARD_PIECE_LEVER: key: lever id, or lever id, space, item id; `(bss)`: on,
 *   by, at
 * @STEWARD_PIECE_CREDIT: key ""; `(ssss)`: standing (steward_standing_to_word()),
 *   day, note, by; absent when not known
 * @STEWARD_PIECE_MATERIAL: key: id of a material or of a row of materials;
 *   `(sss)`: day it was handed in, note, by
 * @STEWARD_PIECE_ORDER: key: stage id; `as`: items as the steward wishes them
 * @STEWARD_PIECE_EDIT: key: id, space, field (steward-adjustments.h); `(sss)`:
 *   text, by, at
 * @STEWARD_PIECE_EDITION: key: number; `(sssssss)`: day, by, at, reason,
 *   content, paper, notified
 * @STEWARD_PIECE_REQUEST: key: section id; `(sssss)`: sent, by, answered,
 *   answered by, note
 * @STEWARD_PIECE_DOCUMENT: key: UUID; `(ssssssssssa(ssss))`: form, subject,
 *   title, state, day, SHA-256, name, document it is a copy of, by, at,
 *   signatures of field, signer, time, verdict
 * @STEWARD_PIECE_STEP: key: number; `(ssssss)`: day, kind, ground, note, by,
 *   document; of the entrustment
 * @STEWARD_PIECE_MEETING: key: number; `(sssa(sss)a(ssss)s)`: day, title,
 *   place, attendance of bureau, presence, person, opinions of bureau, about,
 *   verdict, text, then minutes
 * @STEWARD_PIECE_TIMER: key: number; `(ssssss)`: timer, subject, from, due,
 *   done, note
 * @STEWARD_PIECE_WORDING: key: source of an automatic entry of the ledger;
 *   `(ss)`: text, result
 * @STEWARD_PIECE_LINK: key: two ids with a space between, that of what comes
 *   first and that of what waits for it (steward-own-link.h); `(sss)`: by, at,
 *   note
 *
 * The smallest pieces of a project that change on their own. Each has an
 * address (kind and key) and an immutable value; everything a project holds
 * is in exactly one piece, so a change is a list of (address, old, new), and
 * undoing it is writing the old ones back. Days are ISO text, "" for none.
 */
typedef enum
{
  STEWARD_PIECE_RECORD,
  STEWARD_PIECE_FACT,
  STEWARD_PIECE_ANSWER,
  STEWARD_PIECE_TICK,
  STEWARD_PIECE_ROW,
  STEWARD_PIECE_TEXT,
  STEWARD_PIECE_CASE,
  STEWARD_PIECE_ACTIVITY,
  STEWARD_PIECE_ENTRUSTMENT,
  STEWARD_PIECE_CLOSING,
  STEWARD_PIECE_LEDGER,
  STEWARD_PIECE_SUGGESTION,
  STEWARD_PIECE_ACKNOWLEDGEMENT,
  STEWARD_PIECE_LEVER,
  STEWARD_PIECE_CREDIT,
  STEWARD_PIECE_MATERIAL,
  STEWARD_PIECE_ORDER,
  STEWARD_PIECE_EDIT,
  STEWARD_PIECE_EDITION,
  STEWARD_PIECE_REQUEST,
  STEWARD_PIECE_DOCUMENT,
  STEWARD_PIECE_STEP,
  STEWARD_PIECE_MEETING,
  STEWARD_PIECE_TIMER,
  STEWARD_PIECE_WORDING,
  STEWARD_PIECE_LINK,
  STEWARD_N_PIECES
} StewardPieceKind;

/**
 * StewardState:
 *
 * What became of a project: 在办, 中止, 办结, 移除. A removed project stays in the
 * database and can be brought back.
 */
typedef enum
{
  STEWARD_STATE_OPEN,
  STEWARD_STATE_SUSPENDED,
  STEWARD_STATE_CLOSED,
  STEWARD_STATE_REMOVED,
  STEWARD_N_STATES
} StewardState;

/* "open", "suspended", "closed", "removed". */
const char         *steward_state_to_word      (StewardState      state);
gboolean            steward_state_from_word    (const char       *word,
                                                StewardState     *state);
StewardState        steward_project_get_state  (StewardProject   *self);
void                steward_project_set_state  (StewardProject   *self,
                                                StewardState      state);
/* A UUID in lower case that stays with the project wherever it is copied; a
 * new project has none ("") until it is stored or given one. Project files
 * carry it as `id`. FALSE when @id is no UUID. */
const char         *steward_project_get_id     (StewardProject   *self);
gboolean            steward_project_set_id     (StewardProject   *self,
                                                const char       *id);

/**
 * StewardPiece:
 * @key: never NULL
 * @value: of the type of @kind, never floating
 *
 * One piece with its value. Immutable.
 */
typedef struct
{
  StewardPieceKind  kind;
  char            *key;
  GVariant        *value;
} StewardPiece;

void                steward_piece_free          (StewardPiece      *self);
/* "record", "fact", "answer" …: the word used in the log and in messages. */
const char         *steward_piece_kind_to_word  (StewardPieceKind   kind);
gboolean            steward_piece_kind_from_word(const char       *word,
                                                StewardPieceKind  *kind);
const GVariantType *steward_piece_kind_get_type (StewardPieceKind   kind);
/* Names of the members of the tuple of @kind, NULL-terminated, in order; an
 * empty list for kinds that are one text or one list. These are also the
 * column names. */
const char * const *steward_piece_kind_get_names(StewardPieceKind   kind);
/* The same for what the list @member of a tuple holds ("events" …); NULL when
 * no tuple has such a list. */
const char * const *steward_piece_member_get_names (const char       *member);
/* The value as JSON: a string, or an object with the names above; `null` for
 * NULL. Reading it back gives an equal value. (transfer full) */
JsonNode           *steward_piece_to_json       (StewardPieceKind   kind,
                                                GVariant         *value);
/* STEWARD_ERROR_INVALID when @node has not the shape of @kind. NULL without
 * an error for `null`. Members that older versions did not know (approver and
 * reason of an extension, written notice and proof of an event, delivery and
 * verification of a case) may be missing: they are "" then. (transfer full)
 * (nullable) */
GVariant           *steward_piece_from_json     (StewardPieceKind   kind,
                                                JsonNode         *node,
                                                GError          **error);

/* The piece as it is now, NULL when it is absent. (transfer full) (nullable) */
GVariant           *steward_project_get_piece   (StewardProject   *self,
                                                StewardPieceKind   kind,
                                                const char       *key);
/* Puts @value there exactly as it is (no normalising, no side effects on
 * other pieces), or removes the piece when @value is NULL. Emits
 * #StewardProject::piece-changed and #StewardProject::changed when something
 * changed. Nothing is changed when FALSE: STEWARD_ERROR_UNKNOWN for a key that
 * the pack does not know, STEWARD_ERROR_INVALID for a value of the wrong type
 * or out of its limits (an empty text is none: it is absent). A record cannot
 * be removed, nor its pack changed; version and SHA-256 of its pack are always
 * those of the pack in use, whatever @value says. An item that is a row may be
 * named before the row is there. Floating values are taken. */
gboolean            steward_project_set_piece   (StewardProject   *self,
                                                StewardPieceKind   kind,
                                                const char       *key,
                                                GVariant         *value,
                                                GError          **error);
/* What no piece can know of another: FALSE when a case or the entrustment, the
 * piece of @kind with @key, names a @row that is not there. So it is after one
 * person removed a row and another, who still saw it, gave it a case; such a
 * project could be written to a file, but not be read again. To be asked when
 * all pieces of a change are in place. What is told is the project's own. */
gboolean            steward_project_check_references (StewardProject    *self,
                                                      StewardPieceKind  *kind,
                                                      const char       **key,
                                                      const char       **row);
/* Every piece that is there, record first, then by kind, within a kind in the
 * order of the project file. (transfer full) (element-type StewardPiece) */
GPtrArray          *steward_project_list_pieces (StewardProject   *self);
/* Another project with the same pack and the same pieces, which goes its own
 * way from then on. (transfer full) */
StewardProject     *steward_project_duplicate   (StewardProject   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardPiece, steward_piece_free)

G_END_DECLS
