/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-clock.h"
#include "steward-style.h"

G_BEGIN_DECLS

/**
 * StewardClockStripDay:
 * @x, @y, @width, @height: in points, origin top left
 * @kind, @day_kind, @number, @provisional: as the clock explains the day
 * @due: the last day in time; @late: counted, but after it
 * @today: the day the question was asked; @finished: the day of the decision
 * @head: the day of the month, with the month where one begins
 * @mark: 休, 班 or ""
 * @count: which counted day it is, the word for the acceptance, or ""
 * @word: what happens on it, or why it is not counted; "" for most days
 * @reason: as the clock explains it
 *
 * One day of the strip; everything it says is resolved text.
 */
typedef struct
{
  StewardDay           day;
  StewardClockDayKind  kind;
  StewardDayKind       day_kind;
  int                  number;
  gboolean             provisional;
  gboolean             due;
  gboolean             late;
  gboolean             today;
  gboolean             finished;
  double               x, y, width, height;
  char                *head;
  char                *mark;
  char                *count;
  char                *word;
  char                *reason;
} StewardClockStripDay;

/**
 * StewardClockStripOptions:
 * @title: what the strip is about, or NULL
 * @limitless: nobody gave a limit, so that nothing is due
 * @width: to fill, in points; where it is narrow the notes stand below the
 *   days instead of beside them
 * @text_scale: 1.0 is normal
 */
typedef struct
{
  const char *title;
  gboolean    limitless;
  double      width;
  double      text_scale;
} StewardClockStripOptions;

/**
 * StewardClockStrip:
 *
 * The answer of the legal clock day by day: a week in a row, every day
 * counted, skipped or paused with its number, and beside it the notices and
 * procedures that say why. Pure data, independent of any surface. It says
 * what steward_clock_explain() says and nothing else.
 */
typedef struct _StewardClockStrip StewardClockStrip;

StewardClockStrip          *steward_clock_strip_layout   (const StewardCalendar          *calendar,
                                                          const StewardClockQuestion     *question,
                                                          const StewardClockStripOptions *options);
void                        steward_clock_strip_free     (StewardClockStrip              *self);
/* The size really needed, at least the width asked for. */
void                        steward_clock_strip_get_size (const StewardClockStrip        *self,
                                                          double                         *width,
                                                          double                         *height);
/* Height of the head, which stays in sight. */
double                      steward_clock_strip_get_head (const StewardClockStrip        *self);
/* In order, without a gap; none when the clock has not started. */
guint                       steward_clock_strip_get_n_days (const StewardClockStrip      *self);
const StewardClockStripDay *steward_clock_strip_get_day  (const StewardClockStrip        *self,
                                                          guint                           index);
/* NULL when the strip does not reach @day. */
const StewardClockStripDay *steward_clock_strip_find     (const StewardClockStrip        *self,
                                                          StewardDay                      day);
const StewardClockStripDay *steward_clock_strip_hit      (const StewardClockStrip        *self,
                                                          double                          x,
                                                          double                          y);
/* Paints what intersects @clip (NULL: everything). @focus: the day drawn with
 * a focus ring, or %STEWARD_DAY_NONE. */
void                        steward_clock_strip_paint    (const StewardClockStrip        *self,
                                                          cairo_t                        *cr,
                                                          const StewardStyle             *style,
                                                          const cairo_rectangle_t        *clip,
                                                          StewardDay                      focus);
/* The layout as JSON text, for golden tests. (transfer full) */
char                       *steward_clock_strip_dump     (const StewardClockStrip        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardClockStrip, steward_clock_strip_free)

G_END_DECLS
