/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-year-change.h"

#include <glib/gi18n-lib.h>

static gboolean
is_official (const StewardCalendar *calendar,
             int                    year)
{
  return !steward_calendar_is_provisional (calendar, steward_day_from_ymd (year, 1, 1));
}

gboolean
steward_year_is_equal (const StewardCalendar *a,
                       const StewardCalendar *b,
                       int                    year)
{
  StewardDay last = steward_day_from_ymd (year, 12, 31);

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!is_official (a, year) || !is_official (b, year))
    return FALSE;
  for (StewardDay day = steward_day_from_ymd (year, 1, 1); day <= last; day++)
    {
      if (steward_calendar_is_working (a, day) != steward_calendar_is_working (b, day))
        return FALSE;
    }
  return TRUE;
}

static void
compare_year (const StewardCalendar *before,
              const StewardCalendar *after,
              int                    year,
              GArray                *changes)
{
  gboolean was = is_official (before, year), is = is_official (after, year);
  StewardYearChange change = { year, STEWARD_YEAR_CHANGED, FALSE };

  if ((!was && !is) || steward_year_is_equal (before, after, year))
    return;
  if (was != is)
    change.kind = is ? STEWARD_YEAR_ADDED : STEWARD_YEAR_REMOVED;
  g_array_append_val (changes, change);
}

GArray *
steward_year_changes_compare (const StewardCalendar *before,
                              const StewardCalendar *after)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (StewardYearChange));
  int first_a, last_a, first_b, last_b;

  g_return_val_if_fail (before != NULL && after != NULL, changes);

  steward_calendar_get_years (before, &first_a, &last_a);
  steward_calendar_get_years (after, &first_b, &last_b);
  /* A calendar without any year says 0. */
  for (int year = first_a > 0 && first_b > 0 ? MIN (first_a, first_b) : MAX (first_a, first_b);
       year > 0 && year <= MAX (last_a, last_b); year++)
    compare_year (before, after, year, changes);
  return changes;
}

static const char *
find_notice (const StewardCalendar *calendar,
             int                    year)
{
  StewardDay last = steward_day_from_ymd (year, 12, 31);
  const char *notice = NULL;

  for (StewardDay day = steward_day_from_ymd (year, 1, 1); day <= last && notice == NULL; day++)
    steward_calendar_describe (calendar, day, NULL, &notice);
  return notice;
}

char *
steward_year_change_describe (const StewardYearChange *change,
                              const StewardCalendar   *after)
{
  const char *notice;

  g_return_val_if_fail (change != NULL && after != NULL, NULL);

  notice = find_notice (after, change->year);
  switch (change->kind)
    {
    case STEWARD_YEAR_REMOVED:
      return g_strdup_printf (_("The year %d is no longer in the calendar"), change->year);
    case STEWARD_YEAR_ADDED:
      return notice ? g_strdup_printf (_("The year %d is in the calendar now (%s)"), change->year, notice)
                    : g_strdup_printf (_("The year %d is in the calendar now"), change->year);
    case STEWARD_YEAR_CHANGED:
    default:
      return notice ? g_strdup_printf (_("The year %d of the calendar is another one now (%s)"), change->year, notice)
                    : g_strdup_printf (_("The year %d of the calendar is another one now"), change->year);
    }
}
