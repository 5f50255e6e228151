/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-network.h"
#include "steward-plan.h"
#include "steward-scenario.h"

G_BEGIN_DECLS

/* What a row of the schedule is about. */
typedef enum { STEWARD_ROW_ITEM, STEWARD_ROW_ACTIVITY, STEWARD_ROW_NODE } StewardScheduleRowKind;

/**
 * StewardScheduleRow:
 * @kind: an item of the plan, an activity between stages (construction), or
 *   a node: a time limit that is not an approval (push, closing form …)
 * @item: for %STEWARD_ROW_ITEM, else NULL
 * @id, @name: never NULL
 * @start, @finish: where it lies: actual dates where they exist, planned
 *   otherwise; never NONE
 * @planned_start, @planned_finish: without looking at actual dates
 * @accepted, @decided: actual, or NONE
 * @status: last event of its case up to today, 0 when there is none
 * @received: of a case that is or was waiting for acceptance, or NONE
 * @silent_until: last day of the bureau's silence that makes it accepted; NONE
 *   when that cannot come
 * @ready_since: of an item that nobody has handed in and that waits for
 *   nothing unfinished: the day from which that is so (later than today for a
 *   wished start). NONE too while nobody knows when the project starts
 * @deliver_by: last day to hand the result of a grant to the unit, NONE while
 *   nothing is granted; @delivered: the day it was, up to today, or NONE;
 *   @delivery: the light of that, of its own: it is not that of the case
 * @looked_at: the day on which the status of a case under way was last written
 *   down or verified, where the pack says after how many days it is stale
 * @stale_since: the day on which the status of a case under way was last
 *   recorded or compared with the official system, when that is more than the
 *   days of the pack (`stale-days`) ago; else NONE
 * @answer: the legal clock's word on it (due, used, remaining, light)
 * @pauses: (array length=n_pauses): owned
 * @why: id of the row that holds it where it is, NULL when nothing does;
 *   @why_text says it in a sentence
 * @total_float: working days it can slip without moving the end
 * @stage: of an item or node; NULL for an activity, which lies between two
 * @limit: working days; -1 with @limit_unknown, or when the row runs inside
 *   its stage without a limit of its own (utilities: it fills the stage)
 * @limit_unknown: nobody gave a limit: it is planned as 0 days, marked
 *
 * One line of the schedule.
 */
typedef struct
{
  StewardScheduleRowKind  kind;
  const StewardPlanItem  *item;
  const StewardStage     *stage;
  char                   *id;
  char                   *name;
  StewardDay              planned_start;
  StewardDay              planned_finish;
  StewardDay              start;
  StewardDay              finish;
  StewardDay              accepted;
  StewardDay              decided;
  StewardCaseStatus       status;
  StewardDay              received;
  StewardDay              silent_until;
  StewardDay              ready_since;
  StewardDay              deliver_by;
  StewardDay              delivered;
  StewardLight            delivery;
  StewardDay              looked_at;
  StewardDay              stale_since;
  StewardClockAnswer      answer;
  StewardPause           *pauses;
  gsize                   n_pauses;
  int                     limit;
  gboolean                limit_unknown;
  gboolean                provisional;
  gboolean                critical;
  int                     total_float;
  int                     free_float;
  char                   *why;
  char                   *why_text;
} StewardScheduleRow;

/**
 * StewardScheduleStage:
 * @budget: approval working days of the stage, -1 when the notice gives none
 * @used: bureau working days used so far: union of [accepted, decided or
 *   as-of] of its items without the union of pauses
 * @light: worst of its items, and of the budget
 */
typedef struct
{
  const StewardStage *stage;
  StewardDay          start;
  StewardDay          finish;
  int                 budget;
  int                 used;
  StewardLight        light;
  gboolean            provisional;
  GPtrArray          *rows;      /* StewardScheduleRow */
} StewardScheduleStage;

/**
 * StewardSchedule:
 *
 * @scenario: the levers it was computed with, owned
 * @origin: day 0 of its network
 *
 * The plan laid on the calendar. Immutable; holds a reference to what it
 * was computed from and copies nothing that changes with the project, so it
 * must be thrown away when the project changes.
 */
typedef struct
{
  StewardPlan     *plan;          /* owned */
  StewardScenario *scenario;
  StewardCalendar *calendar;
  StewardDay       as_of;
  StewardDay       origin;
  StewardDay       start;
  StewardDay       finish;
  int              approval_days; /* critical approval days: the budget used by the plan */
  int              used;          /* of them, used so far */
  gboolean         provisional;
  StewardLight     light;
  GPtrArray       *stages;        /* StewardScheduleStage, in order */
  GPtrArray       *rows;          /* StewardScheduleRow, all, in stage order */
  GPtrArray       *own_links;     /* StewardScheduleLink, see steward-schedule-link.h */
} StewardSchedule;

/* @as_of NONE: today. */
StewardSchedule          *steward_schedule_new      (StewardProject        *project,
                                                     StewardCalendar       *calendar,
                                                     StewardDay             as_of,
                                                     GError               **error);
/* The same with other levers than the project has decided. */
StewardSchedule          *steward_schedule_new_with (StewardProject        *project,
                                                     StewardCalendar       *calendar,
                                                     StewardDay             as_of,
                                                     const StewardScenario *scenario,
                                                     GError               **error);
void                      steward_schedule_free     (StewardSchedule       *self);
const StewardScheduleRow *steward_schedule_find_row (const StewardSchedule *self,
                                                     const char            *id);
/* The content of an edition that is issued now: the plan, with the days on
 * which its rows lie: those that were planned, or that have happened.
 * (transfer full) */
char                     *steward_schedule_freeze   (const StewardSchedule *self);
/* What the clock was asked to give the answer of @row, to be explained day by
 * day; it borrows the pauses of the row. Without a limit it asks for the same
 * day. */
void                      steward_schedule_get_question (const StewardSchedule    *self,
                                                         const StewardScheduleRow *row,
                                                         StewardClockQuestion     *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardSchedule, steward_schedule_free)

G_END_DECLS
