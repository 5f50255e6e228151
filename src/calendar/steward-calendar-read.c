/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "steward-calendar-resources.h"
#include "steward-day-json.h"
#include "steward-error.h"

#define OFFICIAL "/io/github/xiangmuzhang/Steward/calendar/official.json"
#define MAX_CHARS 200
#define MAX_HOLIDAYS 100

typedef struct
{
  StewardCalendar *calendar;
  StewardProblems *problems;
  GHashTable      *seen;        /* days named so far */
  int              year;
} Reader;

static void
read_days (Reader                *self,
           const StewardJsonNode *array,
           gboolean               working,
           guint                  label)
{
  guint length = array != NULL ? steward_json_node_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      const StewardJsonNode *node = steward_json_node_get_element (array, i);
      StewardDay day = steward_day_read_node (node, self->problems);
      int year;

      if (day == STEWARD_DAY_NONE)
        continue;
      steward_day_to_ymd (day, &year, NULL, NULL);
      if (year != self->year)
        steward_json_node_complain (node, self->problems,
                                    _("The date is not in the year %d."), self->year);
      else if (!g_hash_table_add (self->seen, GINT_TO_POINTER (day)))
        steward_json_node_complain (node, self->problems, _("The date is named twice."));
      else
        steward_calendar_set_day (self->calendar, day, working, label);
    }
}

static void
read_holidays (Reader                *self,
               const StewardJsonNode *year,
               const char            *notice)
{
  static const char * const keys[] = { "name", "off", "source", NULL };
  const StewardJsonNode *holidays =
    steward_json_read_array (year, "holidays", STEWARD_JSON_REQUIRED, self->problems);
  guint length = holidays != NULL ? steward_json_node_get_length (holidays) : 0;

  if (length > MAX_HOLIDAYS)
    {
      steward_json_node_complain (holidays, self->problems,
                                  _("The list has %u entries; at most %u are allowed."),
                                  length, MAX_HOLIDAYS);
      return;
    }
  for (guint i = 0; i < length; i++)
    {
      const StewardJsonNode *holiday = steward_json_node_get_element (holidays, i);
      const StewardJsonNode *off;
      const char *name, *source;

      steward_json_check_keys (holiday, keys, self->problems);
      name = steward_json_read_string (holiday, "name", STEWARD_JSON_REQUIRED, MAX_CHARS,
                                       self->problems);
      source = steward_json_read_string (holiday, "source", STEWARD_JSON_OPTIONAL, MAX_CHARS,
                                         self->problems);
      off = steward_json_read_array (holiday, "off", STEWARD_JSON_REQUIRED, self->problems);
      read_days (self, off, FALSE,
                 steward_calendar_add_label (self->calendar, name,
                                             source != NULL ? source : notice));
    }
}

static void
check_amendment (Reader                *self,
                 const StewardJsonNode *year)
{
  static const char * const keys[] = { "notice", "date", "note", NULL };
  const StewardJsonNode *amendment =
    steward_json_read_object (year, "amended_by", STEWARD_JSON_OPTIONAL, self->problems);

  steward_json_check_keys (amendment, keys, self->problems);
  steward_json_read_string (amendment, "notice", STEWARD_JSON_REQUIRED, MAX_CHARS,
                            self->problems);
  steward_day_read (amendment, "date", STEWARD_JSON_OPTIONAL, self->problems);
  steward_json_read_string (amendment, "note", STEWARD_JSON_OPTIONAL, MAX_CHARS,
                            self->problems);
}

static void
check_sum (Reader                *self,
           const StewardJsonNode *year)
{
  int expected = steward_json_read_integer (year, "working_days", STEWARD_JSON_OPTIONAL,
                                            0, 366, -1, self->problems);
  StewardDay last = steward_day_from_ymd (self->year, 12, 31);
  int sum = 0;

  if (expected < 0)
    return;
  for (StewardDay day = steward_day_from_ymd (self->year, 1, 1); day <= last; day++)
    sum += steward_calendar_is_working (self->calendar, day);
  if (sum != expected)
    steward_json_node_complain (steward_json_node_get_member (year, "working_days"),
                                self->problems,
                                _("The lists yield %d working days, not %d."), sum, expected);
}

static void
read_year (Reader                *self,
           const StewardJsonNode *node,
           GHashTable            *years)
{
  static const char * const keys[] = { "year", "notice", "date", "urls", "amended_by", "note",
                                       "working_days", "holidays", "work", NULL };
  g_auto(GStrv) urls = NULL;
  const char *notice;

  steward_json_check_keys (node, keys, self->problems);
  self->year = steward_json_read_integer (node, "year", STEWARD_JSON_REQUIRED,
                                          STEWARD_CALENDAR_FIRST_YEAR + 1,
                                          STEWARD_CALENDAR_LAST_YEAR, 0, self->problems);
  if (self->year == 0)
    return;
  if (!g_hash_table_add (years, GINT_TO_POINTER (self->year)))
    {
      steward_json_node_complain (node, self->problems, _("The year %d is there twice."),
                                  self->year);
      return;
    }

  notice = steward_json_read_string (node, "notice", STEWARD_JSON_REQUIRED, MAX_CHARS,
                                     self->problems);
  steward_day_read (node, "date", STEWARD_JSON_REQUIRED, self->problems);
  steward_json_read_string (node, "note", STEWARD_JSON_OPTIONAL, 0, self->problems);
  urls = steward_json_read_strings (node, "urls", STEWARD_JSON_OPTIONAL, self->problems);
  check_amendment (self, node);

  steward_calendar_clear_year (self->calendar, self->year);
  steward_calendar_set_official (self->calendar, self->year);
  read_holidays (self, node, notice);
  read_days (self, steward_json_read_array (node, "work", STEWARD_JSON_REQUIRED, self->problems),
             TRUE, steward_calendar_add_label (self->calendar, NULL, notice));
  check_sum (self, node);
}

static void
read_document (Reader                *self,
               const StewardJsonNode *root)
{
  static const char * const keys[] = { "format", "format_version", "title", "years", NULL };
  static const char * const formats[] = { "steward-calendar", NULL };
  g_autoptr(GHashTable) years = g_hash_table_new (NULL, NULL);
  const StewardJsonNode *array;
  guint length;

  steward_json_check_keys (root, keys, self->problems);
  steward_json_read_word (root, "format", STEWARD_JSON_REQUIRED, formats, 0, self->problems);
  steward_json_read_integer (root, "format_version", STEWARD_JSON_REQUIRED, 1, 1, 1,
                             self->problems);
  steward_json_read_string (root, "title", STEWARD_JSON_OPTIONAL, MAX_CHARS, self->problems);
  array = steward_json_read_array (root, "years", STEWARD_JSON_REQUIRED, self->problems);
  length = array != NULL ? steward_json_node_get_length (array) : 0;
  for (guint i = 0; i < length; i++)
    read_year (self, steward_json_node_get_element (array, i), years);
}

/* Reads the years of a file into @calendar, and seals it. (transfer full) */
static StewardCalendar *
read_into (StewardCalendar  *calendar,
           GBytes           *bytes,
           const char       *origin,
           GError          **error)
{
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardCalendar) filled = calendar;
  g_autoptr(StewardJson) document = steward_json_parse (bytes, origin, problems);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (document == NULL)
    {
      steward_problems_to_error (problems, STEWARD_ERROR_SYNTAX, error);
      return NULL;
    }
  read_document (&(Reader) { calendar, problems, seen, 0 }, steward_json_get_root (document));
  if (!steward_problems_to_error (problems, STEWARD_ERROR_INVALID, error))
    return NULL;
  steward_calendar_seal (calendar);
  return g_steal_pointer (&filled);
}

StewardCalendar *
steward_calendar_new_from_bytes (GBytes      *bytes,
                                 const char  *origin,
                                 GError     **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_into (steward_calendar_new_blank (FALSE), bytes, origin, error);
}

StewardCalendar *
steward_calendar_extend (const StewardCalendar  *self,
                         GBytes                 *bytes,
                         const char             *origin,
                         GError                **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  return read_into (steward_calendar_copy (self), bytes, origin, error);
}

GBytes *
steward_calendar_load_official (void)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (steward_calendar_get_resource (), OFFICIAL, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                          &error);

  /* The file is part of the program. */
  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

StewardCalendar *
steward_calendar_new_official (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = steward_calendar_load_official ();
  StewardCalendar *calendar = steward_calendar_new_from_bytes (bytes, "official.json", &error);

  /* A test reads it. */
  if (calendar == NULL)
    g_error ("%s", error->message);
  return calendar;
}
