/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-calendar-year.h"

G_BEGIN_DECLS

/* The trees are by ISO text of the day: off has its name too. */
struct _StewardCalendarYear
{
  int         year;
  char       *notice;
  StewardDay  date;
  GTree      *off;
  GTree      *work;
};

gboolean    steward_calendar_year_is_empty  (const StewardCalendarYear *self);
/* The name of the holiday of the day with the ISO text @date, or NULL. */
const char *steward_calendar_year_find_name (const StewardCalendarYear *self,
                                             const char                *date);

G_END_DECLS
