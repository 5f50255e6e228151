/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardFinding:
 * @row: what it is about, never NULL: id of an item or typed row, a stage or a
 *   material, key of a fact; with @code the key of an acknowledgement
 * @case_id: of the case, "" when it is about none
 * @name: of what it is about, ready to show
 * @stage: where that stands, or NULL
 * @day: when it happened, or %STEWARD_DAY_NONE
 * @text: what is wrong, a sentence; @remedy: what to do about it
 * @rule: name of the check, in the words of the pack if it has any
 * @source: the clause behind it, or NULL; borrowed from the pack
 * @reason, @by, @at: of its acknowledgement, NULL when nobody acknowledged it.
 *   An acknowledgement is for warnings, and only for what had happened by then
 * @pack: owned; @stage and @source live in it
 *
 * One thing an inspector would find.
 */
typedef struct
{
  StewardCheckCode     code;
  StewardSeverity      severity;
  char                *row;
  char                *case_id;
  char                *name;
  const StewardStage  *stage;
  StewardDay           day;
  char                *text;
  char                *rule;
  char                *remedy;
  const StewardSource *source;
  char                *reason;
  char                *by;
  char                *at;
  StewardPack         *pack;
} StewardFinding;

/* All findings on the day of @schedule: errors first, then warnings, those
 * that are acknowledged after the others, then notes; each in the order of the
 * plan. What the pack has switched off is left out.
 * (transfer full) (element-type StewardFinding) */
GPtrArray  *steward_check_schedule     (const StewardSchedule *schedule);
/* The same for a project on @as_of (NONE: today). NULL when it cannot be
 * scheduled. */
GPtrArray  *steward_check_project      (StewardProject        *project,
                                        StewardCalendar       *calendar,
                                        StewardDay             as_of,
                                        GError               **error);

/* The errors and warnings that @schedule does not have, and would have if the
 * case @changed stood in its project, which is not changed. @findings: those of
 * @schedule. Left out is what steward_event_rule_may_add() says of an event.
 * NULL when it could not be scheduled.
 * (transfer full) (element-type StewardFinding) */
GPtrArray  *steward_check_foresee      (const StewardSchedule *schedule,
                                        const GPtrArray       *findings,
                                        const StewardCase     *changed,
                                        GError               **error);

/**
 * StewardFindingTally:
 * @warnings: those that nobody has acknowledged
 *
 * How many findings there are of each kind.
 */
typedef struct
{
  guint errors;
  guint warnings;
  guint acknowledged;
  guint notes;
} StewardFindingTally;

/* Of @findings as the functions above give them. */
StewardFindingTally steward_findings_count (const GPtrArray *findings);
/* Name of a check in the words of @pack, else in those of the program. */
const char         *steward_check_get_name (const StewardPack  *pack,
                                            StewardCheckCode    code);

G_END_DECLS
