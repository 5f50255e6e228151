/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/**
 * StewardParty:
 * @id: of a section or bureau of the pack
 * @name: never NULL
 * @items: (element-type StewardPlanItem): of the plan, that it decides; empty
 *   for a section of which the pack does not say what it is responsible for
 *
 * Somebody who has to be heard when a project is discussed.
 */
typedef struct
{
  const char *id;
  const char *name;
  GPtrArray  *items;
} StewardParty;

/* Who has to be heard about @plan: the sections of the pack, then the bureaus
 * that are competent for its items, in the order of the list; where one of
 * several is enough, or another one took it over, the one that the case names.
 * Borrows from @plan. (transfer full)
 * (element-type StewardParty) */
GPtrArray *steward_plan_list_parties (const StewardPlan *plan);

G_END_DECLS
