/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardPlanMissing:
 *
 * The papers that are still to be handed in: what most waits for first.
 */
#define STEWARD_TYPE_PLAN_MISSING (steward_plan_missing_get_type ())

G_DECLARE_FINAL_TYPE (StewardPlanMissing, steward_plan_missing, STEWARD, PLAN_MISSING, AdwBin)

/* Shows what is missing in @session now; NULL: nothing. */
void steward_plan_missing_show  (StewardPlanMissing *self,
                                 StewardSession     *session);
/* Moves the keyboard to the first paper. */
void steward_plan_missing_focus (StewardPlanMissing *self);

G_END_DECLS
