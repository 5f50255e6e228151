/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/* The stage of the plan that @stage belongs to; NULL when there is none. */
StewardPlanStage *steward_plan_find_stage        (const StewardPlan  *self,
                                                  const StewardStage *stage);
/* The order that the steward wishes, as far as precedence allows it; before
 * the items of the stages are joined. */
void              steward_plan_apply_order       (StewardPlan        *self);
/* Texts of stages in the wording of the steward, after they were computed. */
void              steward_plan_apply_edits       (StewardPlan        *self);
/* Name and note of an item or row, which is named by its id. */
void              steward_plan_edit_item         (const StewardPlan  *self,
                                                  StewardPlanItem    *item);
/* Fills the materials of @self and of its stages; items come first. */
void              steward_plan_collect_materials (StewardPlan        *self);
void              steward_plan_material_free     (StewardPlanMaterial *material);

G_END_DECLS
