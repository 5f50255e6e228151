/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardEligibility:
 * @STEWARD_ELIGIBLE: nothing on record speaks against it; what the gate says
 *   in words is still for people to make sure of
 * @STEWARD_ELIGIBLE_OPEN: something has to be found out first
 * @STEWARD_NOT_ELIGIBLE: it may not, or cannot, be used
 *
 * Whether a lever may be used. The order is the order of worry.
 */
typedef enum
{
  STEWARD_ELIGIBLE,
  STEWARD_ELIGIBLE_OPEN,
  STEWARD_NOT_ELIGIBLE
} StewardEligibility;

/* "yes", "open", "no". */
const char *steward_eligibility_to_word (StewardEligibility eligibility);

/**
 * StewardLeverOffer:
 * @lever: of the pack, borrowed
 * @item: id of the item or row, NULL for the whole plan
 * @name: of the item, or of the lever, ready to show
 * @on: it is used in the scenario; for the plan: for all items not decided
 *   for themselves
 * @decided: somebody decided so, for exactly this
 * @n_items: how many items of the plan it could change (not yet accepted)
 * @eligibility, @reasons: whether it may be used, and a sentence for each
 *   doubt; empty when there is none
 * @gate, @agree: what people have to make sure of, and who must agree, in the
 *   words of the pack; borrowed. @bureaus: of the items it changes
 * @saved: working days by which the end of the plan comes earlier with it than
 *   without it, everything else being as in the scenario; actual dates count
 * @saved_approval: by how much the approval days are fewer
 * @finish_with, @finish_without: the ends of the plan
 * @provisional: one of these ends lies beyond the official calendar
 *
 * One lever, for the plan or for one item: what it would bring on this
 * project, and whether it may be used.
 */
typedef struct
{
  const StewardLever  *lever;
  char                *item;
  char                *name;
  gboolean             on;
  gboolean             decided;
  guint                n_items;
  StewardEligibility   eligibility;
  char               **reasons;
  const char * const  *gate;
  const char * const  *agree;
  char               **bureaus;
  int                  saved;
  int                  saved_approval;
  StewardDay           finish_with;
  StewardDay           finish_without;
  gboolean             provisional;
} StewardLeverOffer;

void       steward_lever_offer_free   (StewardLeverOffer      *self);

/* Every lever of the pack for the whole plan, in the order of the pack. Each
 * is computed by scheduling with and without it. @scenario NULL: what the
 * project has decided. @as_of NONE: today. Errors are those of
 * steward_schedule_new(). (transfer full) (element-type StewardLeverOffer) */
GPtrArray *steward_levers_list        (StewardProject         *project,
                                       StewardCalendar        *calendar,
                                       StewardDay              as_of,
                                       const StewardScenario  *scenario,
                                       GError                **error);
/* One lever for each item of the plan that it is about, in the order of the
 * plan. STEWARD_ERROR_UNKNOWN when the pack has no such lever.
 * (transfer full) (element-type StewardLeverOffer) */
GPtrArray *steward_levers_list_items  (StewardProject         *project,
                                       StewardCalendar        *calendar,
                                       StewardDay              as_of,
                                       const StewardScenario  *scenario,
                                       const char             *lever,
                                       GError                **error);

/**
 * StewardComparedRow:
 * @start_a … @finish_b: where the row lies in each scenario
 */
typedef struct
{
  char       *id;
  char       *name;
  StewardDay  start_a;
  StewardDay  finish_a;
  StewardDay  start_b;
  StewardDay  finish_b;
} StewardComparedRow;

/**
 * StewardComparison:
 * @saved: working days by which @b ends earlier than @a, negative: later
 * @saved_approval: by how much its approval days are fewer
 * @levers: (element-type utf8): names of the levers that differ, for the plan
 *   or for an item
 * @rows: (element-type StewardComparedRow): rows that lie elsewhere
 *
 * Two scenarios of one project side by side. Plain values; borrows nothing.
 */
typedef struct
{
  StewardDay  finish_a;
  StewardDay  finish_b;
  int         approval_a;
  int         approval_b;
  int         saved;
  int         saved_approval;
  gboolean    provisional;
  GPtrArray  *levers;
  GPtrArray  *rows;
} StewardComparison;

/* @b against @a: both are scheduled. Errors are those of
 * steward_schedule_new(). (transfer full) */
StewardComparison *steward_levers_compare  (StewardProject         *project,
                                            StewardCalendar        *calendar,
                                            StewardDay              as_of,
                                            const StewardScenario  *a,
                                            const StewardScenario  *b,
                                            GError                **error);
void               steward_comparison_free (StewardComparison      *self);

/* Sentences for the optimisation part of the plan (流程优化方案), in the words of
 * the pack, one line for each lever that is used in @scenario and saves
 * anything; "" when none does. (transfer full) */
char              *steward_levers_to_text  (StewardProject         *project,
                                            StewardCalendar        *calendar,
                                            StewardDay              as_of,
                                            const StewardScenario  *scenario,
                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardLeverOffer, steward_lever_offer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardComparison, steward_comparison_free)

G_END_DECLS
