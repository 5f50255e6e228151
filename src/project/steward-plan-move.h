/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/* Whether @before has to come before @after, which both stand in one stage of
 * the plan: the pack says so of the items, or of their blocks and those that
 * lie between. */
gboolean   steward_plan_item_precedes (const StewardPlan      *self,
                                       const StewardPlanItem  *before,
                                       const StewardPlanItem  *after);
/* The ids of items and rows of the stage of @base in the order they would have
 * with @base moved to the @place (from 0) among them; places beyond the end are
 * the end. NULL with STEWARD_ERROR_UNKNOWN when the plan does not have it, and
 * with STEWARD_ERROR_INVALID and a sentence for the user when it is there
 * already or when it would pass what it comes before or after.
 * (transfer full) (array zero-terminated=1) */
char     **steward_plan_move_item     (const StewardPlan      *self,
                                       const char             *base,
                                       guint                   place,
                                       GError                **error);
/* The place of @base among the items and rows of its stage, -1: not there. */
int        steward_plan_get_place     (const StewardPlan      *self,
                                       const char             *base);

G_END_DECLS
