/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-change-set.h"

G_BEGIN_DECLS

/* Takes floating values over. (transfer full) */
StewardPieceChange *steward_piece_change_new           (StewardPieceKind    kind,
                                                        const char         *key,
                                                        GVariant           *before,
                                                        GVariant           *after);
void                steward_piece_change_free          (StewardPieceChange *change);
/* For hash tables of changes by kind and key. */
guint               steward_piece_change_hash          (gconstpointer       data);
gboolean            steward_piece_change_is_same_piece (gconstpointer       a,
                                                        gconstpointer       b);
/* What to say of one of the pieces that are records, with one %s at most for
 * @subject, (transfer full); NULL for another kind. */
const char         *steward_changes_describe_record    (const StewardPieceChange  *change,
                                                        StewardProject            *project,
                                                        char                     **subject);
/* Either may be NULL. */
gboolean            steward_piece_values_equal         (GVariant           *a,
                                                        GVariant           *b);

G_END_DECLS
