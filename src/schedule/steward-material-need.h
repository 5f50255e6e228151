/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardMaterialNeed:
 * @material: borrowed from the plan
 * @items: (element-type StewardScheduleRow): items that need the paper and are
 *   not accepted yet, the first to begin before the others; never empty
 * @by_stage: the form does not say which item needs it; @items then is the
 *   first of its stage
 * @n_behind: further items that are not accepted yet and come after these
 * @days: working days of the critical path of approval that lie behind the
 *   first of these that is on it
 * @wanted: day on which the first of @items is to begin
 * @holds: nothing but papers holds the first of @items back
 *
 * What waits for one paper that is still to be handed in. Borrows from the
 * schedule and must not outlive it.
 */
typedef struct
{
  const StewardPlanMaterial *material;
  GPtrArray                 *items;
  gboolean                   by_stage;
  guint                      n_behind;
  int                        days;
  StewardDay                 wanted;
  gboolean                   holds;
} StewardMaterialNeed;

/* Papers that somebody still waits for: those that most items wait for first,
 * of these the one with most days behind it, then the one that is wanted
 * earliest. (transfer full) (element-type StewardMaterialNeed) */
GPtrArray *steward_schedule_list_material_needs (const StewardSchedule  *self,
                                                 GError                **error);

G_END_DECLS
