/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-move.h"

G_BEGIN_DECLS

/* The rules before and after. */
StewardPack      *steward_move_get_old   (const StewardMove *self);
StewardPack      *steward_move_get_new   (const StewardMove *self);
/* Where the old stage is now: the same id, else the same number. (nullable) */
const char       *steward_move_map_stage (const StewardMove *self,
                                          const char        *stage);
/* The id that an item or row has now; @id itself when it stays. */
const char       *steward_move_map_id    (const StewardMove *self,
                                          const char        *id);
/* Takes @text. */
void              steward_move_note      (StewardMove       *self,
                                          StewardMoveFate    fate,
                                          StewardPieceKind   kind,
                                          const char        *key,
                                          char              *text);
/* FALSE when the new rules do not take it. Takes @value when it floats. */
gboolean          steward_move_put       (StewardMove       *self,
                                          StewardPieceKind   kind,
                                          const char        *key,
                                          GVariant          *value);
/* Makes a typed row of @group_kind in the old stage @stage. FALSE after a note
 * that it is blocked. The id of the row is remembered for @id, an item or a
 * material. */
gboolean          steward_move_keep      (StewardMove       *self,
                                          const StewardPiece *piece,
                                          StewardGroupKind   group_kind,
                                          const char        *stage,
                                          const char        *id,
                                          const char        *name,
                                          const char        *by,
                                          const char        *at,
                                          int                limit);
/* FALSE when the stage that @stage is now has no such blank slot. */
gboolean          steward_move_has_slot  (const StewardMove *self,
                                          StewardGroupKind   group_kind,
                                          const char        *stage);
/* Notes that @name is blocked; that @piece goes, with @text, which it takes. */
void              steward_move_block     (StewardMove        *self,
                                          const StewardPiece *piece,
                                          const char         *name);
void              steward_move_drop      (StewardMove        *self,
                                          const StewardPiece *piece,
                                          char               *text);
/* Member @index of the tuple @value replaced by @text. (transfer floating) */
GVariant         *steward_move_with_text (GVariant          *value,
                                          gsize              index,
                                          const char        *text);
/* FALSE for what stays as it is: pieces of other kinds. */
gboolean          steward_move_record    (StewardMove       *self,
                                          const StewardPiece *piece);
/* Each brings one piece to where it belongs. */
void              steward_move_tick      (StewardMove       *self,
                                          const StewardPiece *piece);
void              steward_move_row       (StewardMove       *self,
                                          const StewardPiece *piece);

G_END_DECLS
