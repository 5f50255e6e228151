/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

/**
 * StewardYearChangeKind:
 * @STEWARD_YEAR_ADDED: it has an official calendar now
 * @STEWARD_YEAR_CHANGED: other days are worked than before
 * @STEWARD_YEAR_REMOVED: its dates are provisional now
 *
 * What became of a year.
 */
typedef enum
{
  STEWARD_YEAR_ADDED,
  STEWARD_YEAR_CHANGED,
  STEWARD_YEAR_REMOVED
} StewardYearChangeKind;

/**
 * StewardYearChange:
 * @year: its number
 * @kind: what became of it
 * @covered: a year that users added takes its place, so that nothing moves
 *
 * A year that two calendars do not have in common.
 */
typedef struct
{
  int                   year;
  StewardYearChangeKind kind;
  gboolean              covered;
} StewardYearChange;

/* The years in which @before and @after differ, oldest first.
 * (transfer full) (element-type StewardYearChange) */
GArray   *steward_year_changes_compare  (const StewardCalendar *before,
                                         const StewardCalendar *after);
/* Whether both are official in @year with the same days worked. */
gboolean  steward_year_is_equal         (const StewardCalendar *a,
                                         const StewardCalendar *b,
                                         int                    year);
/* A sentence about @change: the year, what became of it, and the notice that
 * @after has it from. (transfer full) */
char     *steward_year_change_describe  (const StewardYearChange *change,
                                         const StewardCalendar   *after);

G_END_DECLS
