/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/* The stage of the plan that @stage belongs to; NULL when there is none. */
StewardPlanStage *steward_plan_find_stage        (const StewardPlan  *self,
                                                  const StewardStage *stage);
/* Fills the materials of @self and of its stages; items come first. */
void              steward_plan_collect_materials (StewardPlan        *self);
void              steward_plan_material_free     (StewardPlanMaterial *material);

G_END_DECLS
