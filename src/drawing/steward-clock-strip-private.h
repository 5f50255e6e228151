/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-clock-strip.h"
#include "steward-legend-private.h"

G_BEGIN_DECLS

/* Sizes in units (about one line of text). */
#define STRIP_UNIT        13.0
#define STRIP_TITLE       1.15
#define STRIP_TEXT        0.92
#define STRIP_SMALL       0.84
#define STRIP_COUNT       1.25
#define STRIP_CELL_HEIGHT 4.0
#define STRIP_INSET       0.3
#define STRIP_NOTE_LINE   1.25

typedef enum
{
  STEWARD_STRIP_KEY_START,
  STEWARD_STRIP_KEY_COUNTED,
  STEWARD_STRIP_KEY_PAUSED,
  STEWARD_STRIP_KEY_REST,
  STEWARD_STRIP_KEY_HOLIDAY,
  STEWARD_STRIP_KEY_MAKE_UP,
  STEWARD_STRIP_KEY_DUE,
  STEWARD_STRIP_KEY_TODAY,
  STEWARD_STRIP_KEY_PROVISIONAL,
  STEWARD_N_STRIP_KEYS
} StewardStripKey;

/**
 * StewardStripNote:
 * @first, @last: the days it is about
 * @lines: of @text in the width there is
 *
 * Why days are counted or not, with the notice that says so.
 */
typedef struct
{
  StewardDay  first;
  StewardDay  last;
  char       *text;
  int         lines;
  double      y;      /* top */
} StewardStripNote;

struct _StewardClockStrip
{
  GArray             *days;       /* StewardClockStripDay */
  GArray             *notes;      /* StewardStripNote */
  GArray             *keys;       /* StewardKey */
  StewardClockAnswer  answer;
  char               *title;      /* "" for none */
  char               *summary;
  int                 summary_lines;
  char               *totals;
  double              unit;
  double              width;
  double              height;
  double              margin;
  double              grid_x;
  double              grid_y;
  double              cell_width;
  double              cell_height;
  int                 rows;
  double              notes_x;
  double              notes_width;
  double              totals_y;   /* middle */
  double              legend_y;   /* top */
  int                 legend_rows;
};

/* Adds the notes of the days, in order of their first day. */
void steward_clock_strip_add_notes (StewardClockStrip     *self,
                                    const StewardCalendar *calendar);

G_END_DECLS
