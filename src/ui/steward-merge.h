/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-change-set.h"

G_BEGIN_DECLS

/* Bringing together what we changed in an open project and what others changed
 * in the stored one, piece by piece. */

/**
 * StewardConflict:
 * @mine, @theirs: value of the piece, NULL when it is taken away
 *
 * A piece that both changed.
 */
typedef struct
{
  StewardPieceKind  kind;
  char             *key;
  GVariant         *mine;
  GVariant         *theirs;
} StewardConflict;

/* Takes a #StewardConflict, as an array's function to free. */
void              steward_conflict_free    (gpointer                conflict);
/* Adds all of @changes (element-type StewardPieceChange) to @set. */
void              steward_merge_add        (StewardChangeSet       *set,
                                            GPtrArray              *changes);
/* (transfer full) */
StewardChangeSet *steward_merge_copy       (const StewardChangeSet *set);
/* Whether one of @changes is of a piece that @mine (may be NULL) changes too. */
gboolean          steward_merge_collides   (const StewardChangeSet *mine,
                                            GPtrArray              *changes);
/* Whether @changes take the whole project away. */
gboolean          steward_merge_takes_away (GPtrArray              *changes);
/* Leaves in @mine only what nobody else changed, now on top of @stored at
 * @version (NULL when that is nothing), and adds what @stored has otherwise
 * than either of us knew it to @conflicts. */
void              steward_merge_sort       (StewardChangeSet      **mine,
                                            StewardProject         *stored,
                                            gint64                  version,
                                            GPtrArray              *conflicts);
/* What makes @project like @stored but for @mine (may be NULL).
 * (transfer full) (element-type StewardPieceChange) */
GPtrArray        *steward_merge_follow     (StewardProject         *project,
                                            StewardProject         *stored,
                                            const StewardChangeSet *mine);
/* Takes the change out of @mine (%NULL when that was all) that does not go
 * with what others did to other pieces, of a row and of what names it, and
 * adds it to @conflicts. @project has what others and we did. Returns what
 * takes it back, NULL when all goes together. (transfer full) (nullable)
 * (element-type StewardPieceChange) */
GPtrArray        *steward_merge_give_way   (StewardChangeSet      **mine,
                                            StewardProject         *project,
                                            GPtrArray              *conflicts);

G_END_DECLS
