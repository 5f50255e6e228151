/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/**
 * StewardRoute:
 * @own: level of the authority whose rules the plan follows
 * @level: level that handles the item: that of its case, else its own
 * @pushed: handled at another level, so it has to be handed over
 * @rules: (element-type StewardNamed): what the pack says about the way to
 *   that level, in its order; each has its `source`; empty when it says nothing
 * @timer: in how many days it is handed over, or NULL when the pack says nothing
 * @bureaus: (element-type StewardNamed): who is competent
 * @partners: (element-type StewardNamed): the bureaus they are paired with:
 *   those of the development zones, and for a zone those that help it
 *
 * How one item of a plan reaches who decides it. Arrays are never NULL; what
 * is in them belongs to the pack, which the route holds.
 */
typedef struct
{
  StewardPack        *pack;
  StewardLevel        own;
  StewardLevel        level;
  gboolean            pushed;
  GPtrArray          *rules;
  const StewardTimer *timer;
  GPtrArray          *bureaus;
  GPtrArray          *partners;
} StewardRoute;

/* (transfer full) */
StewardRoute *steward_route_new        (const StewardPlan     *plan,
                                        const StewardPlanItem *item);
void          steward_route_free       (StewardRoute          *self);
/* TRUE when there is nothing to tell: own level, no rule and no partner. */
gboolean      steward_route_is_plain   (const StewardRoute    *self);
/* One line per rule, `name: note (document clause)`, and one for the partners
 * and one for the days of the hand-over; "" when it is plain. (transfer full) */
char         *steward_route_to_text    (const StewardRoute    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardRoute, steward_route_free)

G_END_DECLS
