/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-frozen-plan.h"
#include "steward-plan.h"

G_BEGIN_DECLS

/* Items that come into the plan and go out of it one at a time, as ticks of their
 * boxes on the assessment form do. */

/**
 * StewardItemOffer:
 * @item: not in the plan; @box: of it on the form
 * @reasons: what suggests it, even if somebody left it out, a line each; "" when
 *   nothing does
 *
 * An item that could be added.
 */
typedef struct
{
  const StewardItem *item;
  const StewardBox  *box;
  char              *reasons;
} StewardItemOffer;

/* Frees what is in a list of them; a list does it by itself. */
void               steward_item_offer_free         (StewardItemOffer         *self);
/* The items of the pack that are not in the plan of @project, in the order of the
 * form. (transfer full) (element-type StewardItemOffer) */
GPtrArray         *steward_item_choice_list_offers (StewardProject           *project);
/* Adds the item @id of the pack. STEWARD_ERROR_UNKNOWN when the form has no box for
 * it, STEWARD_ERROR_INVALID when it is there already. */
gboolean           steward_item_choice_add         (StewardProject           *project,
                                                    const char               *id,
                                                    const char               *by,
                                                    GError                  **error);
/* Whether the line @item of a plan could be taken out: of an item with several cases
 * only that case is meant. STEWARD_ERROR_INVALID when something has happened in
 * it, for what happened stays. */
gboolean           steward_item_choice_can_remove  (const StewardPlanItem    *item,
                                                    GError                  **error);
/* Takes it out of the plan of @project, which @item may not outlive. */
gboolean           steward_item_choice_remove      (StewardProject           *project,
                                                    const StewardPlanItem    *item,
                                                    const char               *by,
                                                    GError                  **error);
/* What suggests the item @id, were it not decided about, a line each; "" when nothing
 * does. (transfer full) */
char              *steward_item_choice_find_reasons (StewardProject          *project,
                                                    const char               *id);
/* The list that the unit was given last; NULL before the first. (transfer full) */
StewardFrozenPlan *steward_item_choice_read_list   (StewardProject           *project);
/* Whether the item or row @base wants a reason, as @list (NULL: none was given) does
 * not have it and nobody gave one yet: nothing is approved outside the list. */
gboolean           steward_item_choice_wants_reason (StewardProject          *project,
                                                    const StewardFrozenPlan  *list,
                                                    const char               *base);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardItemOffer, steward_item_offer_free)

G_END_DECLS
