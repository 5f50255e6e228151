/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-edition.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* What is said of one difference between two editions: "Added item", "Limit"
 * … (transfer full) */
char *steward_edition_difference_head (const StewardPlanDifference *difference);
/* What was and what is, `7 working days → 5 working days`; "" where something
 * was added or dropped. (transfer full) */
char *steward_edition_difference_values (const StewardPack           *pack,
                                       const StewardPlanDifference *difference);
/* What the plan has that its last edition had not, a line each, @most at most;
 * "" when it is the same or was never issued. (transfer full) */
char *steward_edition_describe_since  (StewardSession              *session,
                                       guint                        most);

G_END_DECLS
