/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-project.h"

G_BEGIN_DECLS

/**
 * StewardEventVerdict:
 * @STEWARD_EVENT_LIKELY: nothing speaks against it
 * @STEWARD_EVENT_UNLIKELY: it can be, but ask first
 * @STEWARD_EVENT_IMPOSSIBLE: it cannot have happened like that
 */
typedef enum
{
  STEWARD_EVENT_LIKELY,
  STEWARD_EVENT_UNLIKELY,
  STEWARD_EVENT_IMPOSSIBLE
} StewardEventVerdict;

/**
 * StewardEventReason:
 * @STEWARD_EVENT_ORDER: impossible after what came before; all others are
 *   unlikely
 * @STEWARD_EVENT_SEQUENCE: possible but unusual after what came before
 * @STEWARD_EVENT_LATE_NOTICE: a notice, or an acceptance without one, after
 *   the days within which the bureau has to speak
 * @STEWARD_EVENT_INSTANT: a promised-time case decided on the day of its
 *   acceptance
 * @STEWARD_EVENT_REST_DAY: an act of a bureau on a day that is not worked
 * @STEWARD_EVENT_FUTURE: on a day that has not come
 *
 * Why an event is not taken as it stands.
 */
typedef enum
{
  STEWARD_EVENT_ORDER,
  STEWARD_EVENT_SEQUENCE,
  STEWARD_EVENT_LATE_NOTICE,
  STEWARD_EVENT_INSTANT,
  STEWARD_EVENT_REST_DAY,
  STEWARD_EVENT_FUTURE
} StewardEventReason;

/**
 * StewardEventRule:
 * @calendar: borrowed
 * @notice_days: working days within which a bureau has to speak (5 by law)
 * @instant_limit: from this limit on a decision on the day of acceptance is
 *   doubtful
 * @limit: of the case in working days, -1 when nobody gave one
 * @today: what comes after it is still to come
 *
 * By what events are judged; plain values, made on the stack.
 */
typedef struct
{
  const StewardCalendar *calendar;
  int                    notice_days;
  int                    instant_limit;
  int                    limit;
  StewardDay             today;
} StewardEventRule;

/* The settings of @pack for a case with @limit. @today NONE: today. */
void                steward_event_rule_init    (StewardEventRule      *self,
                                                const StewardPack     *pack,
                                                const StewardCalendar *calendar,
                                                int                    limit,
                                                StewardDay             today);

/**
 * StewardEventRemark:
 * @index: of the event in the case
 * @why: a sentence for the user
 *
 * One thing that is wrong or unusual about an event of a case.
 */
typedef struct
{
  guint                index;
  StewardEventReason   reason;
  StewardEventVerdict  verdict;
  char                *why;
} StewardEventRemark;

/* All that is wrong or unusual about the events of @handled, in their order.
 * (transfer full) (element-type StewardEventRemark) */
GPtrArray          *steward_event_rule_judge   (const StewardEventRule *self,
                                                const StewardCase      *handled);
/* Whether an event may be added to @handled, which is not changed: the worst
 * that steward_event_rule_judge() would say with it and does not say without
 * it, of the new event or of one that follows it. @why (transfer full)
 * (nullable) gets the sentences of that verdict, one per line; NULL for LIKELY.
 * To ask about a changed event, take a copy of the case without it. */
StewardEventVerdict steward_event_rule_may_add (const StewardEventRule *self,
                                                const StewardCase      *handled,
                                                StewardCaseStatus       status,
                                                StewardDay              day,
                                                const char             *kind,
                                                char                  **why);
/* The special procedures whose time is not counted in the limit, as the law
 * names them (行政许可法第四十五条), ended by NULL: recorded as written,
 * whatever the language of the interface. What else an item knows stands in
 * its `special_steps`. */
const char * const *steward_event_rule_list_procedures (void);

G_END_DECLS
