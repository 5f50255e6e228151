/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-clock.h"

G_BEGIN_DECLS

/* Most questions have none or few pauses, which then need no memory. */
#define STEWARD_CLOCK_FEW 8

/* Days after @start up to and including @end do not run the clock. */
typedef struct
{
  StewardDay start;
  StewardDay end;       /* G_MAXINT32 while open */
} StewardClockSpan;

/**
 * StewardClockSpans:
 *
 * The pauses of a question united: in order, apart from each other, none
 * before the clock starts. Both the answer and its explanation are made from
 * this, and from nothing else.
 */
typedef struct
{
  StewardDay        base;       /* the day before the first that may count */
  StewardDay        stop;       /* the last day of which something is known */
  gboolean          finished;
  int               limit;
  gsize             n;
  StewardClockSpan *spans;
  StewardClockSpan  few[STEWARD_CLOCK_FEW];
} StewardClockSpans;

/* @spans must not move between these two. */
void steward_clock_spans_init  (StewardClockSpans          *spans,
                                const StewardClockQuestion *question);
void steward_clock_spans_clear (StewardClockSpans          *spans);

G_END_DECLS
