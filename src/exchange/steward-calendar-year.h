/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-day.h"

G_BEGIN_DECLS

/* Largest .ics file read, and most events in it. */
#define STEWARD_ICS_MAX_BYTES  (4 * 1024 * 1024)
#define STEWARD_ICS_MAX_EVENTS 20000

/**
 * StewardCalendarYear:
 *
 * One year of a calendar while it is put together, by hand or from an .ics
 * file; then written as a calendar file (data/calendar/README.md), which is
 * what the calendar itself reads and checks.
 */
typedef struct _StewardCalendarYear StewardCalendarYear;

/* @notice and @date: number and day of the notice. */
StewardCalendarYear *steward_calendar_year_new      (int                    year,
                                                     const char            *notice,
                                                     StewardDay             date);
/* A year of a calendar file: @year when it has that one, else its only one.
 * STEWARD_ERROR_INVALID names its years when it has several others.
 * (transfer full) */
StewardCalendarYear *steward_calendar_year_new_from_file
                                                    (GBytes                *bytes,
                                                     const char            *origin,
                                                     int                    year,
                                                     GError               **error);
void                 steward_calendar_year_free     (StewardCalendarYear   *self);
int                  steward_calendar_year_get_year (const StewardCalendarYear *self);
const char          *steward_calendar_year_get_notice
                                                    (const StewardCalendarYear *self);
StewardDay           steward_calendar_year_get_date (const StewardCalendarYear *self);
/* All days from @first to @last are off; those of another year are left out. */
void                 steward_calendar_year_take_off (StewardCalendarYear   *self,
                                                     const char            *name,
                                                     StewardDay             first,
                                                     StewardDay             last);
void                 steward_calendar_year_work     (StewardCalendarYear   *self,
                                                     StewardDay             day);
/* Adds the days of an iCalendar file (RFC 5545) that lie in the year. An event
 * is off when its summary says 休, 假 or “holiday”, worked when it says 班 or
 * “workday” (or by X-APPLE-SPECIAL-DAY), and else of no interest.
 * STEWARD_ERROR_SYNTAX when it is no such file, STEWARD_ERROR_INVALID when no
 * day of the year is in it, STEWARD_ERROR_LIMIT when it is too large. */
gboolean             steward_calendar_year_read_ics (StewardCalendarYear   *self,
                                                     GBytes                *bytes,
                                                     const char            *origin,
                                                     GError               **error);
/* Adds days as they are typed, one line each: `2027-01-01..2027-01-03 元旦` is
 * off, `2027-01-09 班` is a weekend day that is worked. STEWARD_ERROR_INVALID
 * says what is wrong in which line, or that there is none. */
gboolean             steward_calendar_year_read_lines
                                                    (StewardCalendarYear   *self,
                                                     const char            *text,
                                                     GError               **error);
/* The days in such lines, in their order. (transfer full) */
char                *steward_calendar_year_to_lines (StewardCalendarYear   *self);
/* A calendar file with this year and, when @others is not NULL, the other
 * years of that calendar file. (transfer full) */
char                *steward_calendar_year_to_file  (StewardCalendarYear   *self,
                                                     GBytes                *others,
                                                     GError               **error);
/* The calendar file @bytes without the days of @year; "" when it has no other
 * year. STEWARD_ERROR_UNKNOWN when it does not have that year. (transfer full) */
char                *steward_calendar_year_remove   (GBytes                *bytes,
                                                     int                    year,
                                                     GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardCalendarYear, steward_calendar_year_free)

G_END_DECLS
