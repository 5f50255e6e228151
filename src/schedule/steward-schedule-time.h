/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardStageTime:
 * @from, @upto: the time of the stage so far, the days after @from up to and
 *   including @upto: from the end of the stage before it (or its own first
 *   receipt, if that was earlier or the stage before is not over) to its last
 *   decision, or to today; NONE when it has not come to it yet
 * @bureau: a bureau was working: the days of at least one accepted item,
 *   without the pauses; the same as what is used of the budget
 * @paused: a special procedure or a correction held the clock
 * @waiting: nothing of that, but something handed in waited for its acceptance
 * @unit: the rest: the unit had to hand in or to correct
 * @budget: of the stage, -1 when there is none
 *
 * Whose time it was, in working days. The four add up to the working days
 * from @from to @upto. Only what gates the stage counts (no utilities).
 */
typedef struct
{
  StewardDay from;
  StewardDay upto;
  int        bureau;
  int        paused;
  int        waiting;
  int        unit;
  int        budget;
} StewardStageTime;

/* @stage: of @self. */
StewardStageTime steward_schedule_split_time (const StewardSchedule      *self,
                                              const StewardScheduleStage *stage);

G_END_DECLS
