/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-due-text.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

char *
steward_due_describe (const StewardCalendar *calendar,
                      StewardDay             today,
                      StewardDay             due)
{
  int days;

  if (due == STEWARD_DAY_NONE)
    return g_strdup ("");
  if (due == today)
    return g_strdup (_("due today"));

  days = steward_calendar_count (calendar, today, due);
  if (due < today)
    return days == 0 ? g_strdup (_("overdue"))
                     : g_strdup_printf (ngettext ("%d working day late", "%d working days late", -days), -days);
  /* Only rest days lie between: it is due when work starts again. */
  if (days == 0)
    return g_strdup (_("due after the rest days"));
  return g_strdup_printf (ngettext ("%d working day left", "%d working days left", days), days);
}

char *
steward_due_date (StewardDay today,
                  StewardDay due,
                  gboolean   provisional)
{
  int year, month, mday, this_year, unused;
  g_autofree char *date = NULL;

  if (due == STEWARD_DAY_NONE)
    return g_strdup ("");
  steward_day_to_ymd (due, &year, &month, &mday);
  steward_day_to_ymd (today, &this_year, &unused, &unused);
  date = year == this_year ? g_strdup_printf ("%02d-%02d", month, mday)
                           : g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
  return g_strconcat (date, provisional ? "*" : "", NULL);
}

char *
steward_due_stale (const StewardCalendar *calendar,
                   StewardDay             today,
                   StewardDay             since)
{
  int days;

  g_return_val_if_fail (calendar != NULL, NULL);

  if (since == STEWARD_DAY_NONE)
    return g_strdup ("");
  days = steward_calendar_count (calendar, since, today);
  /* Translators: the mark of a status that nobody verified. */
  return g_strdup_printf (ngettext ("%s not verified for %d working day", "%s not verified for %d working days", days),
                          steward_ui_stale_glyph (), days);
}
