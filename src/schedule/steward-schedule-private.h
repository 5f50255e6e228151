/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule-link.h"

G_BEGIN_DECLS

/**
 * StewardPass:
 * @STEWARD_PASS_PLANNED: limits and wishes only, as if nothing had happened
 * @STEWARD_PASS_FORECAST: with actual dates; what has not begun cannot begin
 *   before today
 * @STEWARD_PASS_APPROVAL: limits only, without activities and waiting: its
 *   length is the approval days
 * @STEWARD_PASS_ORDER: what has to come before what by the pack; not what is
 *   only handled one after the other because no lever lets it run beside each
 *   other, and no links of the steward's own
 * @STEWARD_PASS_RULES: the same as if no lever were used at all
 *
 * The same network, asked five questions.
 */
typedef enum
{
  STEWARD_PASS_PLANNED,
  STEWARD_PASS_FORECAST,
  STEWARD_PASS_APPROVAL,
  STEWARD_PASS_ORDER,
  STEWARD_PASS_RULES
} StewardPass;

/* Outside the gate of its stage: utilities, and what comes after it. */
gboolean            steward_plan_item_is_outside   (const StewardPlanItem *item);
/* Runs inside its stage without a limit of its own. */
gboolean            steward_plan_item_fills_stage  (const StewardPlanItem *item);

/* The network of the rows that stand in @self; the id of a row is the id of
 * its task. */
StewardNetwork     *steward_schedule_build_network (const StewardSchedule *self,
                                                    StewardPass            pass,
                                                    StewardDay             start,
                                                    GError               **error);

/* The task whose finish is the end of the row, stage or block @id: where an
 * item overlaps with what it waits for, that is its decision. */
int                 steward_schedule_find_end      (const StewardNetwork  *network,
                                                    const char            *id);

/* Judges the links of the steward's own, in the order they were made: fills
 * @own_links. To be called when the rows are there. */
gboolean            steward_schedule_judge_links   (StewardSchedule       *self,
                                                    GError               **error);
/* Rows of items and activities, with all that does not need the network.
 * The finish of an accepted row is known too: decided or expected. */
void                steward_schedule_add_rows      (StewardSchedule       *self);
void                steward_schedule_row_free      (StewardScheduleRow    *row);
StewardScheduleRow *steward_schedule_row_new       (StewardScheduleRowKind kind,
                                                    const char            *id,
                                                    const char            *name);

gboolean            steward_schedule_row_has_open_pause (const StewardScheduleRow *row);

/* Fills @deliver_by, @delivered, @delivery and @stale_since of a row whose
 * case was replayed. */
void                steward_schedule_follow_up     (const StewardSchedule *self,
                                                    StewardScheduleRow    *row);
/* When the result of @row was granted, up to today; NONE when it was not, or
 * the permit was taken back. */
StewardDay          steward_schedule_find_grant    (const StewardSchedule    *self,
                                                    const StewardScheduleRow *row);

/* Fills @ready_since, with the solved network of the forecast. */
void                steward_schedule_find_ready    (StewardSchedule       *self,
                                                    const StewardNetwork  *network);

/* Rows of the pack's timers, once the dates of the items are known. */
void                steward_schedule_add_nodes     (StewardSchedule       *self);
/* Rows of the timers that somebody started and that are not done. */
void                steward_schedule_add_timers    (StewardSchedule       *self);

/* Inside the gate: what the days of a stage are counted by. */
gboolean            steward_schedule_row_is_gating (const StewardScheduleRow *row);
/* Dates, days used and light of each stage and of the whole. */
void                steward_schedule_place_stages  (StewardSchedule       *self,
                                                    const StewardNetwork  *network);
void                steward_schedule_sum_up        (StewardSchedule       *self);
/* United spans in which the gating rows were with a bureau, and in which a
 * pause held one of them. */
void                steward_schedule_collect_spans (const StewardSchedule *self,
                                                    GPtrArray             *rows,
                                                    GArray                *busy,
                                                    GArray                *paused);
/* Counted working days of the rows: union of [accepted, decided or as-of]
 * without the union of their pauses. */
int                 steward_schedule_count_used    (const StewardSchedule *self,
                                                    GPtrArray             *rows);

/* Fills @why and @why_text of every row of the solved @network. */
void                steward_schedule_explain_rows  (StewardSchedule       *self,
                                                    const StewardNetwork  *network);

G_END_DECLS
