/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StewardDay:
 *
 * A civil date as days since 1970-01-01 (proleptic Gregorian, no time
 * zone). A plain number, so that a million of them cost nothing; half the
 * arithmetic of the legal clock is subtraction. Valid dates are 1949-10-01
 * to 2199-12-31.
 */
typedef gint32 StewardDay;

#define STEWARD_DAY_NONE ((StewardDay) G_MININT32)

StewardDay     steward_day_from_ymd    (int          year,
                                        int          month,
                                        int          day);
void           steward_day_to_ymd      (StewardDay   day,
                                        int         *year,
                                        int         *month,
                                        int         *mday);
/* Exactly `YYYY-MM-DD`, an existing date in the valid range. */
gboolean       steward_day_parse       (const char  *text,
                                        StewardDay  *day);
/* What people type: also `2026.3.5`, `2026/3/5`, `20260305`, `2026年3月5日`,
 * full-width digits. Refuses 2月30日. */
gboolean       steward_day_parse_typed (const char  *text,
                                        StewardDay  *day);
/* `YYYY-MM-DD`, or "" for STEWARD_DAY_NONE. (transfer full) */
char          *steward_day_format      (StewardDay   day);
/* `2026年3月5日`, for papers. (transfer full) */
char          *steward_day_format_long (StewardDay   day);
/* 1 = Monday … 7 = Sunday. */
int            steward_day_get_weekday (StewardDay   day);
/* The local date now. STEWARD_TODAY=YYYY-MM-DD in the environment overrides
 * it, for tests and for rehearsals. */
StewardDay     steward_day_today       (void);

G_END_DECLS
