/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"
#include "steward-standing.h"

G_BEGIN_DECLS

/* What the other projects of the enterprise with the unified credit code @code
 * say of its record: the latest of them, a breach before others of its day.
 * @project: id of the one that asks, which is left out, as removed ones are.
 * NULL without an error when none says anything. (transfer full) */
StewardSharedCredit *steward_database_find_credit (StewardDatabase  *self,
                                                   const char       *code,
                                                   const char       *project,
                                                   GError          **error);

G_END_DECLS
