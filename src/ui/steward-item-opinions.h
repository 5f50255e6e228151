/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-meeting.h"
#include "steward-plan.h"

G_BEGIN_DECLS

/* What the parties of a meeting say of single items: a list of StewardOpinion,
 * of which each has a bureau and an item. */

/* (transfer full) (element-type StewardOpinion) */
GPtrArray             *steward_item_opinions_new  (void);
/* NULL when @bureau said nothing of @item. */
const StewardOpinion  *steward_item_opinions_find (GPtrArray              *opinions,
                                                   const char             *bureau,
                                                   const char             *item);
/* Neither a verdict nor words: it said nothing. FALSE when that changes
 * nothing. */
gboolean               steward_item_opinions_put  (GPtrArray              *opinions,
                                                   const char             *bureau,
                                                   const char             *item,
                                                   StewardOpinionVerdict   verdict,
                                                   const char             *text);
/* Adds borrowed copies to @all, in the order of the items of @plan; those of
 * items that are in it no more come last. */
void                   steward_item_opinions_list (GPtrArray              *opinions,
                                                   const StewardPlan      *plan,
                                                   GPtrArray              *all);

G_END_DECLS
