/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

/* Lists of spans of days, each the days after one up to and including
 * another, as the legal clock counts. */
typedef struct
{
  StewardDay after;
  StewardDay upto;
} StewardSpan;

GArray *steward_span_new_list     (void);
/* Nothing is added when no day lies between. */
void    steward_span_add          (GArray                *spans,
                                   StewardDay             after,
                                   StewardDay             upto);
/* Sorts and joins the spans, so that no day is in two of them. */
void    steward_span_unite        (GArray                *spans);
/* Takes the days of the united @taken out of the united @spans. */
void    steward_span_subtract     (GArray                *spans,
                                   const GArray          *taken);
/* Working days of a united list. */
int     steward_span_count        (const StewardCalendar *calendar,
                                   const GArray          *spans);
/* Working days that are in both of two united lists. */
int     steward_span_count_common (const StewardCalendar *calendar,
                                   const GArray          *a,
                                   const GArray          *b);

G_END_DECLS
