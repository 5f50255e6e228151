/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

/**
 * StewardLight:
 *
 * State of a limit on a given day. The order is the order of worry used for
 * stages and projects (see steward_light_worse()).
 */
typedef enum
{
  STEWARD_LIGHT_NOT_STARTED,
  STEWARD_LIGHT_DONE,
  STEWARD_LIGHT_DONE_LATE,
  STEWARD_LIGHT_GREEN,
  STEWARD_LIGHT_PAUSED,
  STEWARD_LIGHT_YELLOW,
  STEWARD_LIGHT_RED
} StewardLight;

/**
 * StewardPause:
 * @start: day the special procedure began; still counted
 * @end: its last excluded day, or %STEWARD_DAY_NONE while it is open
 * @kind: word for explanations (听证, 专家评审 …), may be NULL, borrowed
 *
 * Working days after @start up to and including @end do not count
 * (Administrative Licensing Law, art. 45; DESIGN). Overlapping pauses are
 * united, never subtracted twice.
 */
typedef struct
{
  StewardDay  start;
  StewardDay  end;
  const char *kind;
} StewardPause;

/**
 * StewardThresholds:
 * @yellow_days: yellow when this many days or fewer are left …
 * @yellow_percent: … or this share of the limit, rounded up, if larger
 *
 * When a light turns yellow; a setting of the pack. Green needs strictly
 * more than max(@yellow_days, ⌈limit × @yellow_percent / 100⌉) days left.
 */
typedef struct
{
  int yellow_days;
  int yellow_percent;
} StewardThresholds;

#define STEWARD_THRESHOLDS_DEFAULT ((StewardThresholds) { 1, 30 })

/**
 * StewardClockQuestion:
 * @from: acceptance day (day 0), or %STEWARD_DAY_NONE when not started
 * @days: the limit in working days; 0 means the same day
 * @extension: working days added by an approved extension
 * @from_counts: TRUE when the acceptance day is day 1 (a pack setting)
 * @pauses: (array length=n_pauses): in any order, may overlap
 * @finished: day of the decision, or %STEWARD_DAY_NONE; a pause that is open
 *   then ends with it. A decision after @as_of has not been made yet.
 * @as_of: the day the question is asked
 * @thresholds: when the light turns yellow
 */
typedef struct
{
  StewardDay          from;
  int                 days;
  int                 extension;
  gboolean            from_counts;
  const StewardPause *pauses;
  gsize               n_pauses;
  StewardDay          finished;
  StewardDay          as_of;
  StewardThresholds   thresholds;
} StewardClockQuestion;

/**
 * StewardClockAnswer:
 * @due: the last counted day of the limit; %STEWARD_DAY_NONE when not
 *   started, and while an open pause keeps it from being known (the countdown
 *   is frozen)
 * @provisional: @due, or a day counted on the way, lies in a year without an
 *   official calendar
 * @used: counted days up to @as_of (or the decision)
 * @remaining: limit + extension − @used, in working days; 0 on @due and on the
 *   rest days that follow it, negative from the next working day on
 * @light: late (red, done late) on every day after @due, rest days included:
 *   the limit ends with its last counted day. Never disagrees with @due: all
 *   four come from one count
 */
typedef struct
{
  StewardDay   due;
  gboolean     provisional;
  int          used;
  int          remaining;
  StewardLight light;
} StewardClockAnswer;

/**
 * StewardClockDayKind:
 * @STEWARD_CLOCK_START: the acceptance day, day 0
 * @STEWARD_CLOCK_COUNTED: a counted day
 * @STEWARD_CLOCK_SKIPPED: not a working day
 * @STEWARD_CLOCK_PAUSED: a working day inside a pause
 */
typedef enum
{
  STEWARD_CLOCK_START,
  STEWARD_CLOCK_COUNTED,
  STEWARD_CLOCK_SKIPPED,
  STEWARD_CLOCK_PAUSED
} StewardClockDayKind;

/**
 * StewardClockDay:
 * @day: the date
 * @kind: what the clock did with it
 * @number: how many days are counted up to and including this one
 * @day_kind: what the calendar says of it
 * @reason: holiday name, notice number or pause kind, ready to show.
 *   (transfer none), owned by the array element
 * @provisional: the year has no official calendar
 *
 * One line of an explanation.
 */
typedef struct
{
  StewardDay           day;
  StewardClockDayKind  kind;
  int                  number;
  StewardDayKind       day_kind;
  char                *reason;
  gboolean             provisional;
} StewardClockDay;

/* The one question of the legal clock. */
StewardClockAnswer steward_clock_ask     (const StewardCalendar      *calendar,
                                          const StewardClockQuestion *question);
/* Every day from the acceptance to the later of due day and @as_of (at most
 * ten years), each counted, skipped or paused and why. Agrees with
 * steward_clock_ask() by construction. (transfer full) (element-type StewardClockDay) */
GArray            *steward_clock_explain (const StewardCalendar      *calendar,
                                          const StewardClockQuestion *question);
/* A working-day light from numbers alone, for stages and blocks. */
StewardLight       steward_light_for     (int                         total,
                                          int                         remaining,
                                          StewardThresholds           thresholds);
StewardLight       steward_light_worse   (StewardLight                a,
                                          StewardLight                b);
/* "not-started", "done", "done-late", "green", "paused", "yellow", "red". */
const char        *steward_light_to_word (StewardLight                light);
/* Character that stands beside the colour: ○ ✓ ✓ ● ‖ ▲ ■. */
const char        *steward_light_to_glyph(StewardLight                light);

/**
 * StewardAcceptance:
 * @day: the day the case counts as accepted, or %STEWARD_DAY_NONE
 * @deemed: accepted by silence
 * @silent_until: last day on which the bureau may still give notice
 *
 * Administrative Licensing Law, art. 32: one notice of all corrections within
 * five working days of receipt, otherwise accepted from the receipt.
 */
typedef struct
{
  StewardDay day;
  gboolean   deemed;
  StewardDay silent_until;
} StewardAcceptance;

/* @notice: day of the correction notice; @accepted: day of acceptance; both
 * may be %STEWARD_DAY_NONE. @notice_days is 5 by law. */
StewardAcceptance  steward_clock_accept  (const StewardCalendar      *calendar,
                                          StewardDay                  received,
                                          StewardDay                  notice,
                                          StewardDay                  accepted,
                                          int                         notice_days,
                                          StewardDay                  as_of);

G_END_DECLS
