/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-material-use.h"

StewardMaterialUse
steward_plan_material_get_use (const StewardPlanMaterial *self,
                               const StewardPlanItem     *item)
{
  guint index;

  g_return_val_if_fail (self != NULL && item != NULL, STEWARD_USE_NONE);

  if (self->used_in->len == 0)
    return g_ptr_array_find (self->stages, item->stage, NULL) ? STEWARD_USE_STAGE : STEWARD_USE_NONE;
  if (!g_ptr_array_find (self->used_in, item, &index))
    return STEWARD_USE_NONE;
  return index == 0 ? STEWARD_USE_FIRST : STEWARD_USE_AGAIN;
}
