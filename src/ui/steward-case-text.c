/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-text.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

static const struct { const char *name; char letter; } statuses[] = {
  [STEWARD_CASE_RECEIVED] = { N_("Received"), 'r' },
  [STEWARD_CASE_WITHDRAWN] = { N_("Withdrawn"), 'w' },
  [STEWARD_CASE_ACCEPTED] = { N_("Accepted"), 'a' },
  [STEWARD_CASE_NOT_ACCEPTED] = { N_("Not accepted"), 'n' },
  [STEWARD_CASE_REFUSED] = { N_("Sent back"), 'b' },
  [STEWARD_CASE_CORRECTION_STARTS] = { N_("Correction starts"), 'c' },
  [STEWARD_CASE_CORRECTION_ENDS] = { N_("Correction ends"), 'e' },
  [STEWARD_CASE_BUREAU_STARTS] = { N_("Bureau starts"), 's' },
  [STEWARD_CASE_PROCEDURE_STARTS] = { N_("Special procedure starts"), 'p' },
  [STEWARD_CASE_PROCEDURE_ENDS] = { N_("Special procedure ends"), 'u' },
  [STEWARD_CASE_GRANTED] = { N_("Granted"), 'g' },
  [STEWARD_CASE_GRANTED_DEFERRED] = { N_("Granted with deferral"), 'd' },
  [STEWARD_CASE_NOT_GRANTED] = { N_("Not granted"), 'x' },
  [STEWARD_CASE_REVOKED_APPLICATION] = { N_("Application withdrawn"), 'q' },
  [STEWARD_CASE_REVOKED] = { N_("Revoked"), 'k' },
};

const char *
steward_case_status_name (StewardCaseStatus status)
{
  g_return_val_if_fail (status >= STEWARD_CASE_RECEIVED && status <= STEWARD_CASE_REVOKED, "");

  return _(statuses[status].name);
}

char
steward_case_status_letter (StewardCaseStatus status)
{
  g_return_val_if_fail (status >= STEWARD_CASE_RECEIVED && status <= STEWARD_CASE_REVOKED, '?');

  return statuses[status].letter;
}

gboolean
steward_case_status_from_letter (gunichar           letter,
                                 StewardCaseStatus *status)
{
  g_return_val_if_fail (status != NULL, FALSE);

  for (guint i = STEWARD_CASE_RECEIVED; i < G_N_ELEMENTS (statuses); i++)
    {
      if (g_unichar_tolower (letter) != (gunichar) statuses[i].letter)
        continue;
      *status = i;
      return TRUE;
    }

  return FALSE;
}

StewardCaseStatus
steward_case_status_after (StewardCaseStatus last)
{
  switch (last)
    {
    case STEWARD_CASE_RECEIVED:
    case STEWARD_CASE_CORRECTION_ENDS:
      return STEWARD_CASE_ACCEPTED;
    case STEWARD_CASE_CORRECTION_STARTS:
      return STEWARD_CASE_CORRECTION_ENDS;
    case STEWARD_CASE_PROCEDURE_STARTS:
      return STEWARD_CASE_PROCEDURE_ENDS;
    case STEWARD_CASE_ACCEPTED:
    case STEWARD_CASE_BUREAU_STARTS:
    case STEWARD_CASE_PROCEDURE_ENDS:
      return STEWARD_CASE_GRANTED;
    default:
      return STEWARD_CASE_RECEIVED;
    }
}

gboolean
steward_case_status_begins (StewardCaseStatus status)
{
  return status == STEWARD_CASE_CORRECTION_STARTS || status == STEWARD_CASE_PROCEDURE_STARTS;
}

gboolean
steward_case_status_ends (StewardCaseStatus status)
{
  return status == STEWARD_CASE_CORRECTION_ENDS || status == STEWARD_CASE_PROCEDURE_ENDS;
}

gboolean
steward_case_status_of_unit (StewardCaseStatus status)
{
  return status == STEWARD_CASE_WITHDRAWN || status == STEWARD_CASE_CORRECTION_ENDS
         || status == STEWARD_CASE_REVOKED_APPLICATION;
}

char *
steward_case_day (StewardDay day)
{
  static const char * const weekdays[] = {
    "", N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };
  g_autofree char *date = steward_day_format (day);

  if (day == STEWARD_DAY_NONE)
    return g_strdup ("");

  return g_strdup_printf ("%s %s", date, _(weekdays[steward_day_get_weekday (day)]));
}

char *
steward_case_describe_day (StewardDay             day,
                           const StewardCalendar *calendar,
                           StewardDay             today)
{
  g_autofree char *date = steward_case_day (day);
  g_autofree char *distance = NULL;
  const char *name = NULL;
  int days;

  g_return_val_if_fail (calendar != NULL, NULL);

  days = steward_calendar_count (calendar, day, today);
  if (day == today)
    distance = g_strdup (_("today"));
  else if (days > 0)
    distance = g_strdup_printf (ngettext ("%d working day ago", "%d working days ago", days), days);
  else if (days < 0)
    distance = g_strdup_printf (ngettext ("in %d working day", "in %d working days", -days), -days);
  steward_calendar_describe (calendar, day, &name, NULL);
  if (name == NULL && !steward_calendar_is_working (calendar, day))
    name = _("weekend");

  return steward_ui_join (date, distance != NULL ? distance : "", name != NULL ? name : "", NULL);
}

char *
steward_case_explain_day (const StewardClockDay    *line,
                          const StewardClockAnswer *answer,
                          StewardDay                today)
{
  g_autofree char *date = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (line != NULL && answer != NULL, NULL);

  date = steward_case_day (line->day);
  switch (line->kind)
    {
    case STEWARD_CLOCK_COUNTED:
      what = g_strdup_printf (_("counted, day %d"), line->number);
      break;
    case STEWARD_CLOCK_SKIPPED:
      what = g_strdup (_("not counted"));
      break;
    case STEWARD_CLOCK_PAUSED:
      what = g_strdup (_("clock stopped"));
      break;
    case STEWARD_CLOCK_START:
    default:
      what = g_strdup ("");
      break;
    }

  return steward_ui_join (date, what, line->reason, line->day == answer->due ? _("due") : "",
                          line->day == today ? _("today") : "", line->provisional ? _("provisional") : "", NULL);
}
