/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar.h"

G_BEGIN_DECLS

#define STEWARD_CALENDAR_FIRST_YEAR 1949
#define STEWARD_CALENDAR_LAST_YEAR  2199

/* A calendar is filled while it has one owner, then sealed; only after that
 * may it answer or be shared. */
StewardCalendar *steward_calendar_new_blank          (gboolean               every_day);
/* A copy with one owner, to be filled further. */
StewardCalendar *steward_calendar_copy               (const StewardCalendar *self);
/* Takes every day off and every worked weekend out of @year. */
void             steward_calendar_clear_year         (StewardCalendar       *self,
                                                      int                    year);
/* Marks @year as known from an official notice. */
void             steward_calendar_set_official       (StewardCalendar       *self,
                                                      int                    year);
/* Number of a name and source for steward_calendar_set_day(). */
guint            steward_calendar_add_label          (StewardCalendar       *self,
                                                      const char            *name,
                                                      const char            *source);
/* Takes @day off, or makes it a worked day. */
void             steward_calendar_set_day            (StewardCalendar       *self,
                                                      StewardDay             day,
                                                      gboolean               working,
                                                      guint                  label);
void             steward_calendar_seal               (StewardCalendar       *self);
/* TRUE when any year from that of @first to that of @last is provisional. */
gboolean         steward_calendar_spans_provisional  (const StewardCalendar *self,
                                                      StewardDay             first,
                                                      StewardDay             last);

G_END_DECLS
