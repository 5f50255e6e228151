/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-day.h"
#include "steward-json.h"

G_BEGIN_DECLS

/* The date written in @node as YYYY-MM-DD. Anything else is complained about
 * and gives %STEWARD_DAY_NONE. */
StewardDay steward_day_read_node (const StewardJsonNode *node,
                                  StewardProblems       *problems);
/* The same for the member @key of @object, which may be NULL. */
StewardDay steward_day_read      (const StewardJsonNode *object,
                                  const char            *key,
                                  StewardJsonNeed        need,
                                  StewardProblems       *problems);

G_END_DECLS
