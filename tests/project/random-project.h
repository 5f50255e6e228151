/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-piece.h"

G_BEGIN_DECLS

/* One call of one setter, chosen by chance from all of them, with values that
 * it takes; removing and emptying are among them. */
void random_project_change (StewardProject *project,
                            GRand          *random);

/* The same with the records (steward-papers.h …) alone, and without issuing an
 * edition, which no store would take back. */
void random_record_change  (StewardProject *project,
                            GRand          *random);

G_END_DECLS
