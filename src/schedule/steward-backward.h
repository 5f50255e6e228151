/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardBackwardRow:
 * @row: of the schedule, borrowed
 * @bound: the wish depends on it, and it is not over yet; only then do the
 *   dates and @slack say anything
 * @outside: it only has to be over when its stage is (utilities): the wish
 *   does not wait for it, and it never makes the wish impossible
 * @latest_start: last day on which it may be accepted; of what has begun, NONE
 * @latest_finish: last day on which it may be decided
 * @slack: working days left between where it lies in the schedule and the
 *   latest dates; negative: by so many days it is too late
 * @why_text: why the wish cannot be met here, NULL while it can
 *
 * How late one row may be.
 */
typedef struct
{
  const StewardScheduleRow *row;
  gboolean                  bound;
  gboolean                  outside;
  StewardDay                latest_start;
  StewardDay                latest_finish;
  int                       slack;
  char                     *why_text;
} StewardBackwardRow;

/**
 * StewardBackwardMaterial:
 * @latest: last day to hand it in
 * @row: the row that asks for it first, borrowed
 * @late: that day has passed
 *
 * How late one paper may be: as late as the first row that needs it may be
 * accepted. Papers whose rows are all accepted, or on which the wish does not
 * depend, are left out.
 */
typedef struct
{
  const StewardPlanMaterial *material;
  const StewardScheduleRow  *row;
  StewardDay                 latest;
  gboolean                   late;
} StewardBackwardMaterial;

/**
 * StewardBackward:
 * @activity: what shall begin then, borrowed from the pack; NULL for the
 *   whole plan
 * @wanted: the day wished for
 * @forecast: the day on which it comes as things stand
 * @slack: working days from @forecast to @wanted, negative: too late by that
 * @possible: @forecast is not after @wanted
 * @start: the first of the latest days: when the rest of the plan has to begin;
 *   NONE when nothing is left to begin
 * @why_text: why it is impossible already, NULL while it is possible
 * @rows: (element-type StewardBackwardRow): items and activities, in the order
 *   of the schedule
 * @materials: (element-type StewardBackwardMaterial): by day
 * @provisional: one of the days lies beyond the official calendar
 *
 * The schedule asked from the end: how late may everything be, if something
 * has to be reached on a day. Actual dates count; what has not begun begins
 * today at the earliest. Borrows from the schedule and must not outlive it.
 */
typedef struct
{
  const StewardActivity *activity;
  StewardDay             wanted;
  StewardDay             forecast;
  int                    slack;
  gboolean               possible;
  StewardDay             start;
  char                  *why_text;
  GPtrArray             *rows;
  GPtrArray             *materials;
  gboolean               provisional;
} StewardBackward;

/* @activity: id of an activity of the pack (construction), all that it comes
 * after must be finished on @wanted, so that it can start then; NULL: the whole
 * plan must be finished. STEWARD_ERROR_UNKNOWN when the pack has no such
 * activity. */
StewardBackward          *steward_schedule_plan_backward (const StewardSchedule *self,
                                                          const char            *activity,
                                                          StewardDay             wanted,
                                                          GError               **error);
void                      steward_backward_free          (StewardBackward       *self);
const StewardBackwardRow *steward_backward_find_row      (const StewardBackward *self,
                                                          const char            *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardBackward, steward_backward_free)

G_END_DECLS
