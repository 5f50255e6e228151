/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-clone.h"

G_BEGIN_DECLS

/* What is taken from a similar project, and what is not, in the language of the
 * user. */

/**
 * StewardClonePart:
 * @flag: what takes it along
 * @kind: of its pieces
 *
 * A part of a project that can be taken, in the order in which it is told.
 */
typedef struct
{
  StewardCloneFlags flag;
  StewardPieceKind  kind;
} StewardClonePart;

/* @n_parts (out). Borrowed. */
const StewardClonePart *steward_clone_list_parts     (gsize                  *n_parts);
/* "Ticks of the form". Borrowed. */
const char             *steward_clone_part_name      (const StewardClonePart *part);
/* One piece of @project that can be taken: "Kind of project: 工业".
 * (transfer full) */
char                   *steward_clone_describe_piece (const StewardPiece     *piece,
                                                      StewardProject         *project);
/* What is left of one @kind, "3 cases", with the names of the facts; NULL when
 * nothing is. @left: (element-type StewardPiece). (transfer full) */
char                   *steward_clone_describe_left  (GPtrArray              *left,
                                                      StewardPieceKind        kind);

G_END_DECLS
