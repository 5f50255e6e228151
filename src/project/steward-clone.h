/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-piece.h"

G_BEGIN_DECLS

/**
 * StewardCloneFlags:
 * @STEWARD_CLONE_FACTS: what kind of project it is: type, funding, land
 * @STEWARD_CLONE_ANSWERS: to the questions
 * @STEWARD_CLONE_TICKS: of the form
 * @STEWARD_CLONE_ROWS: typed into it
 * @STEWARD_CLONE_TEXTS: of its text boxes
 * @STEWARD_CLONE_EDITS: own wording of the plan
 * @STEWARD_CLONE_ORDER: own order of the plan
 * @STEWARD_CLONE_LEVERS: that somebody decided about
 * @STEWARD_CLONE_LINKS: of the steward's own, where both ends are in the new
 *   project too: not those of a single case
 *
 * What a new project takes from a similar one. Never taken are names, codes,
 * persons and places, dates, cases, papers, editions and all that happened.
 */
typedef enum
{
  STEWARD_CLONE_FACTS   = 1 << 0,
  STEWARD_CLONE_ANSWERS = 1 << 1,
  STEWARD_CLONE_TICKS   = 1 << 2,
  STEWARD_CLONE_ROWS    = 1 << 3,
  STEWARD_CLONE_TEXTS   = 1 << 4,
  STEWARD_CLONE_EDITS   = 1 << 5,
  STEWARD_CLONE_ORDER   = 1 << 6,
  STEWARD_CLONE_LEVERS  = 1 << 7,
  STEWARD_CLONE_LINKS   = 1 << 8,
  STEWARD_CLONE_ALL     = 0x1ff
} StewardCloneFlags;

/**
 * StewardClone:
 * @project: the new one, without an id
 * @carried: (element-type StewardPiece): as it stands in the new project
 * @left: (element-type StewardPiece): what the old one has besides; the record
 *   is in neither
 */
typedef struct
{
  StewardProject *project;
  GPtrArray      *carried;
  GPtrArray      *left;
} StewardClone;

/* A new project of the same pack like @self. What is taken is decided anew:
 * by @by, at @at (NULL: now). What is about a typed row is left when the rows
 * are. (transfer full) */
StewardClone *steward_project_clone (StewardProject     *self,
                                     StewardCloneFlags   flags,
                                     const char         *by,
                                     const char         *at);
void          steward_clone_free    (StewardClone       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardClone, steward_clone_free)

G_END_DECLS
