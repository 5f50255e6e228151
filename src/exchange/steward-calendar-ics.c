/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-year-private.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "steward-error.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

typedef enum { KIND_NONE, KIND_OFF, KIND_WORK } Kind;

/* Words that calendars of Chinese holidays use. Worked days first: “调休上班”. */
static const struct
{
  const char *word;
  Kind        kind;
} words[] = {
  { "班", KIND_WORK }, { "workday", KIND_WORK },
  { "休", KIND_OFF }, { "假", KIND_OFF }, { "holiday", KIND_OFF },
};

static Kind
find_kind_by_property (icalcomponent *event)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_X_PROPERTY); property;
       property = icalcomponent_get_next_property (event, ICAL_X_PROPERTY))
    {
      const char *name = icalproperty_get_x_name (property);
      const char *value = icalproperty_get_x (property);

      if (g_strcmp0 (name, "X-APPLE-SPECIAL-DAY") != 0)
        continue;
      if (g_strcmp0 (value, "WORK-HOLIDAY") == 0)
        return KIND_OFF;
      if (g_strcmp0 (value, "ALTERNATE-WORKDAY") == 0)
        return KIND_WORK;
    }
  return KIND_NONE;
}

static Kind
find_kind (icalcomponent *event,
           const char    *summary)
{
  Kind kind = find_kind_by_property (event);
  g_autofree char *small = g_utf8_strdown (summary, -1);

  for (guint i = 0; kind == KIND_NONE && i < G_N_ELEMENTS (words); i++)
    if (strstr (small, words[i].word))
      kind = words[i].kind;
  return kind;
}

static StewardDay
to_day (struct icaltimetype time)
{
  if (icaltime_is_null_time (time) || time.year < 1950 || time.year > 2199)
    return STEWARD_DAY_NONE;
  return steward_day_from_ymd (time.year, time.month, time.day);
}

/* “春节 假期 第1天/共9天” and “春节（休）” are about 春节. */
static char *
make_name (const char *summary)
{
  gsize length = strcspn (summary, " (\t");
  const char *bracket = strstr (summary, "（");

  if (bracket && (gsize) (bracket - summary) < length)
    length = bracket - summary;
  return length > 0 ? g_strndup (summary, length) : g_strdup (summary);
}

static void
take_event (StewardCalendarYear *self,
            icalcomponent       *event)
{
  const char *text = icalcomponent_get_summary (event);
  g_autofree char *summary = g_utf8_make_valid (text ? text : "", -1);
  g_autofree char *name = make_name (summary);
  Kind kind = find_kind (event, summary);
  struct icaltimetype end_time = icalcomponent_get_dtend (event);
  StewardDay first = to_day (icalcomponent_get_dtstart (event));
  StewardDay end = to_day (end_time);
  StewardDay last;

  if (kind == KIND_NONE || first == STEWARD_DAY_NONE)
    return;
  /* The end of an event of whole days is the day after it. */
  last = end != STEWARD_DAY_NONE && end > first ? end - (end_time.is_date ? 1 : 0) : first;
  if (kind == KIND_OFF)
    steward_calendar_year_take_off (self, name, first, last);
  else
    for (StewardDay day = first; day <= MIN (last, first + 31); day++)
      steward_calendar_year_work (self, day);
}

/* An .ics file may hold several calendars one after the other; libical puts
 * them into one component then. */
static gboolean
take_events (StewardCalendarYear  *self,
             icalcomponent        *component,
             guint                *n,
             const char           *origin,
             GError              **error)
{
  if (icalcomponent_isa (component) == ICAL_VEVENT_COMPONENT)
    {
      if (++*n > STEWARD_ICS_MAX_EVENTS)
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("%s: more than %d events."), origin,
                       STEWARD_ICS_MAX_EVENTS);
          return FALSE;
        }
      take_event (self, component);
      return TRUE;
    }
  if (icalcomponent_isa (component) != ICAL_VCALENDAR_COMPONENT &&
      icalcomponent_isa (component) != ICAL_XROOT_COMPONENT)
    return TRUE;
  for (icalcompiter at = icalcomponent_begin_component (component, ICAL_ANY_COMPONENT);
       icalcompiter_deref (&at); icalcompiter_next (&at))
    if (!take_events (self, icalcompiter_deref (&at), n, origin, error))
      return FALSE;
  return TRUE;
}

gboolean
steward_calendar_year_read_ics (StewardCalendarYear  *self,
                                GBytes               *bytes,
                                const char           *origin,
                                GError              **error)
{
  g_autoptr(icalcomponent) component = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_bytes_get_size (bytes) > STEWARD_ICS_MAX_BYTES)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("%s: larger than %d bytes."), origin,
                   STEWARD_ICS_MAX_BYTES);
      return FALSE;
    }
  /* An empty file has no data at all. */
  text = g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                                      : g_strdup ("");
  component = icalparser_parse_string (text);
  if (component == NULL || (icalcomponent_isa (component) != ICAL_VCALENDAR_COMPONENT &&
                            icalcomponent_isa (component) != ICAL_XROOT_COMPONENT))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("%s: no iCalendar file."), origin);
      return FALSE;
    }
  if (!take_events (self, component, &n, origin, error))
    return FALSE;
  if (!steward_calendar_year_is_empty (self))
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("%s: none of its %u events is a day off or a worked day of %d."), origin, n, self->year);
  return FALSE;
}
