/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-levers.h"

G_BEGIN_DECLS

/* The first effect of @lever that is about @row and that no answer
 * contradicts, else the first that is about it, else NULL. */
const StewardEffect *steward_levers_find_effect (const StewardPlan         *plan,
                                                 const StewardLever        *lever,
                                                 const StewardScheduleRow  *row);
/* Whether the lever may be used for the plan, or for @item; @n_items: for how
 * many of the items it is about. (out: transfer full) for @reasons. */
StewardEligibility   steward_levers_judge       (const StewardSchedule     *schedule,
                                                 const StewardLever        *lever,
                                                 const char                *item,
                                                 guint                     *n_items,
                                                 char                    ***reasons);

G_END_DECLS
