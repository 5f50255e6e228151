/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "steward-day.h"

/* The days of data/calendar/official.json read by another reader and kept in
 * another form than the calendar does, to hold the calendar against. */
typedef struct
{
  GHashTable *off;      /* day → name of the holiday */
  GHashTable *work;
} OfficialDays;

static inline StewardDay
official_days_parse (const char *text)
{
  StewardDay day;

  g_assert_true (steward_day_parse (text, &day));
  return day;
}

static inline OfficialDays
official_days_load (void)
{
  OfficialDays days = { g_hash_table_new_full (NULL, NULL, NULL, g_free),
                        g_hash_table_new (NULL, NULL) };
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "calendar",
                                                 "official.json", NULL);
  g_autoptr(GError) error = NULL;
  JsonArray *years;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  years = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                        "years");
  for (guint i = 0; i < json_array_get_length (years); i++)
    {
      JsonObject *year = json_array_get_object_element (years, i);
      JsonArray *work = json_object_get_array_member (year, "work");
      JsonArray *holidays = json_object_get_array_member (year, "holidays");

      for (guint j = 0; j < json_array_get_length (work); j++)
        g_hash_table_add (days.work, GINT_TO_POINTER (official_days_parse (
                                       json_array_get_string_element (work, j))));
      for (guint j = 0; j < json_array_get_length (holidays); j++)
        {
          JsonObject *holiday = json_array_get_object_element (holidays, j);
          JsonArray *off = json_object_get_array_member (holiday, "off");
          const char *name = json_object_get_string_member (holiday, "name");

          for (guint k = 0; k < json_array_get_length (off); k++)
            g_hash_table_insert (days.off,
                                 GINT_TO_POINTER (official_days_parse (
                                   json_array_get_string_element (off, k))),
                                 g_strdup (name));
        }
    }
  return days;
}

static inline void
official_days_clear (OfficialDays *days)
{
  g_hash_table_unref (days->off);
  g_hash_table_unref (days->work);
}

static inline gboolean
official_days_is_working (const OfficialDays *days,
                          StewardDay          day)
{
  gpointer key = GINT_TO_POINTER (day);

  if (g_hash_table_contains (days->work, key))
    return TRUE;
  return !g_hash_table_contains (days->off, key) && (day + 4) % 7 != 0 && (day + 4) % 7 != 6;
}
