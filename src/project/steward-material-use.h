/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/**
 * StewardMaterialUse:
 * @STEWARD_USE_NONE: the item does not need the paper
 * @STEWARD_USE_FIRST: the first item of the plan that needs it: handed in here
 * @STEWARD_USE_AGAIN: needs it too, but does not ask for it again
 * @STEWARD_USE_STAGE: the form asks for it in the stage of the item and does
 *   not say which item needs it
 *
 * What one paper is to one item: a cell of the table of materials and items.
 */
typedef enum
{
  STEWARD_USE_NONE,
  STEWARD_USE_FIRST,
  STEWARD_USE_AGAIN,
  STEWARD_USE_STAGE
} StewardMaterialUse;

/* Both of the same plan. */
StewardMaterialUse steward_plan_material_get_use (const StewardPlanMaterial *self,
                                                  const StewardPlanItem     *item);

G_END_DECLS
