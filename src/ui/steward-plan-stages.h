/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardPlanStages:
 *
 * The plan stage by stage: items, materials asked for once, and texts.
 */
#define STEWARD_TYPE_PLAN_STAGES (steward_plan_stages_get_type ())

G_DECLARE_FINAL_TYPE (StewardPlanStages, steward_plan_stages, STEWARD, PLAN_STAGES, AdwBin)

/* Shows the plan of @session as it is now; NULL: nothing. Waits while somebody
 * types. */
void steward_plan_stages_show (StewardPlanStages *self,
                               StewardSession    *session);
/* Takes over what is being typed. */
void steward_plan_stages_commit (StewardPlanStages *self);

G_END_DECLS
