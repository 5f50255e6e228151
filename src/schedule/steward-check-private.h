/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-check.h"

G_BEGIN_DECLS

/**
 * StewardCheckRun:
 * @rows: row id → StewardScheduleRow
 * @cases: case id → the row it stands in
 * @items: normalised name → GPtrArray of the items of the pack of that name
 *
 * What the checks share while they look at one schedule.
 */
typedef struct
{
  const StewardSchedule *schedule;
  StewardProject        *project;
  StewardPack           *pack;
  const StewardCheck    *checks[STEWARD_N_CHECKS];
  StewardSeverity        severities[STEWARD_N_CHECKS];
  GHashTable            *rows;
  GHashTable            *cases;
  GHashTable            *items;
  GPtrArray             *findings;
} StewardCheckRun;

/* Whether the pack wants to hear of @code at all: asked before work is done. */
gboolean        steward_check_is_wanted   (const StewardCheckRun    *run,
                                           StewardCheckCode          code);
/* Each adds a finding, or NULL where it is switched off. The text is that of
 * @format; the clause is that of the check until it is set. */
StewardFinding *steward_check_add         (StewardCheckRun          *run,
                                           StewardCheckCode          code,
                                           const char               *row,
                                           const char               *name,
                                           const StewardStage       *stage,
                                           StewardDay                day,
                                           const char               *format,
                                           ...) G_GNUC_PRINTF (7, 8);
/* About a row of the schedule, and its case. */
StewardFinding *steward_check_add_row     (StewardCheckRun          *run,
                                           StewardCheckCode          code,
                                           const StewardScheduleRow *row,
                                           StewardDay                day,
                                           const char               *format,
                                           ...) G_GNUC_PRINTF (5, 6);
/* About a case, also one that is not on the list. */
StewardFinding *steward_check_add_case    (StewardCheckRun          *run,
                                           StewardCheckCode          code,
                                           const StewardCase        *handled,
                                           StewardDay                day,
                                           const char               *format,
                                           ...) G_GNUC_PRINTF (5, 6);
/* Over, and not because the application was withdrawn or sent back. */
gboolean        steward_check_is_decided  (const StewardScheduleRow *row);
/* Name by which two spellings of one thing are found to be the same: without
 * what stands in brackets, and without signs. (transfer full) */
char           *steward_check_fold_name   (const char               *name);

/* The checks, by concern. */
void            steward_check_order       (StewardCheckRun          *run);
void            steward_check_validity    (StewardCheckRun          *run);
void            steward_check_limits      (StewardCheckRun          *run);
void            steward_check_list        (StewardCheckRun          *run);
void            steward_check_promises    (StewardCheckRun          *run);
void            steward_check_cases       (StewardCheckRun          *run);

/* What to do about a finding of @code, in the words of the program. */
const char     *steward_check_get_remedy  (StewardCheckCode          code);

G_END_DECLS
