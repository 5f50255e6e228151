/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-day.h"

G_BEGIN_DECLS

/**
 * StewardCalendar:
 *
 * Which days are working days. Immutable and reference counted; every
 * question is answered in constant time from running sums. A day is a
 * working day if it is an official make-up day, or Monday to Friday and not
 * an official day off (State Council General Office notices 2020–2026).
 * Days outside the official years follow Monday–Friday and are provisional.
 */
typedef struct _StewardCalendar StewardCalendar;

/**
 * StewardDayKind:
 * @STEWARD_DAY_WORKING: an ordinary working day
 * @STEWARD_DAY_MAKE_UP: a weekend day that is worked (班)
 * @STEWARD_DAY_REST: an ordinary weekend
 * @STEWARD_DAY_HOLIDAY: an official day off (休)
 */
typedef enum
{
  STEWARD_DAY_WORKING,
  STEWARD_DAY_MAKE_UP,
  STEWARD_DAY_REST,
  STEWARD_DAY_HOLIDAY
} StewardDayKind;

/* The official calendar bundled with the program. (transfer full) */
StewardCalendar *steward_calendar_new_official  (void);
/* The calendar file that it is read from. (transfer full) */
GBytes          *steward_calendar_load_official (void);
/* Reads a calendar file in the bundled format. (transfer full) */
StewardCalendar *steward_calendar_new_from_bytes(GBytes                 *bytes,
                                                 const char             *origin,
                                                 GError                **error);
/* A copy of @self in which the years of a calendar file take the place of its
 * own: a year that was published since, or one that was amended. (transfer full) */
StewardCalendar *steward_calendar_extend        (const StewardCalendar  *self,
                                                 GBytes                 *bytes,
                                                 const char             *origin,
                                                 GError                **error);
/* Monday–Friday, and every day; never provisional: the user asked for them. */
StewardCalendar *steward_calendar_new_weekdays  (void);
StewardCalendar *steward_calendar_new_every_day (void);
/* A copy of @self with further days off and worked days (local days). A day
 * in both lists is worked. @name and @source describe them in explanations. */
StewardCalendar *steward_calendar_derive        (const StewardCalendar  *self,
                                                 const StewardDay       *off,
                                                 gsize                   n_off,
                                                 const StewardDay       *work,
                                                 gsize                   n_work,
                                                 const char             *name,
                                                 const char             *source);
StewardCalendar *steward_calendar_ref           (StewardCalendar        *self);
void             steward_calendar_unref         (StewardCalendar        *self);

gboolean         steward_calendar_is_working    (const StewardCalendar  *self,
                                                 StewardDay              day);
/* Kind of @day; @name (holiday name, or NULL) and @source (notice number, or
 * NULL) are owned by the calendar. Either may be NULL. */
StewardDayKind   steward_calendar_describe      (const StewardCalendar  *self,
                                                 StewardDay              day,
                                                 const char            **name,
                                                 const char            **source);
/* TRUE when no official calendar exists for the year of @day. */
gboolean         steward_calendar_is_provisional(const StewardCalendar  *self,
                                                 StewardDay              day);
/* First and last official year, 0 when there is none. */
void             steward_calendar_get_years     (const StewardCalendar  *self,
                                                 int                    *first,
                                                 int                    *last);
/* Working days in (@from, @to]: @from excluded, @to included; negative when
 * @to is before @from (then in (@to, @from]). */
int              steward_calendar_count         (const StewardCalendar  *self,
                                                 StewardDay              from,
                                                 StewardDay              to);
/* The @days-th working day after @from; @from itself when @days is 0. The
 * inverse of steward_calendar_count() for @days >= 0. A negative @days counts
 * back: the working days before @from. %STEWARD_DAY_NONE when the answer lies
 * outside the valid dates. */
StewardDay       steward_calendar_add           (const StewardCalendar  *self,
                                                 StewardDay              from,
                                                 int                     days);
/* @day if it is worked, else the next day that is. */
StewardDay       steward_calendar_next_working  (const StewardCalendar  *self,
                                                 StewardDay              day);
/* SHA-256 of all that answers depend on: which days are worked, and which
 * years are official. Calendars with the same fingerprint give the same dates;
 * names and sources of days do not count. (transfer full) */
char            *steward_calendar_get_fingerprint(const StewardCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardCalendar, steward_calendar_unref)

G_END_DECLS
