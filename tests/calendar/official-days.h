/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-day.h"

/* The days of notices.txt, read from the words of the notices and kept in
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

/* The dates of a sentence; what a date leaves out is that of the one before. */
static inline GArray *
official_days_read_dates (const char *text,
                          int         year)
{
  g_autoptr(GRegex) regex = g_regex_new ("(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (StewardDay));
  int month = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *y = g_match_info_fetch (match, 1);
      g_autofree char *m = g_match_info_fetch (match, 2);
      g_autofree char *d = g_match_info_fetch (match, 3);
      StewardDay day;

      if (*y)
        year = atoi (y);
      if (*m)
        month = atoi (m);
      day = steward_day_from_ymd (year, month, atoi (d));
      g_array_append_val (dates, day);
    }
  return dates;
}

static inline gboolean
official_days_is_weekend (StewardDay day)
{
  return (day + 4) % 7 == 0 || (day + 4) % 7 == 6;
}

static inline void
official_days_read_notice (OfficialDays *days,
                           const char   *line)
{
  g_auto(GStrv) parts = g_strsplit (strchr (line, ' ') + 1, "：", 2);
  const char *made_up = strstr (parts[1], "放假");
  g_autofree char *span = g_strndup (parts[1], made_up - parts[1]);
  g_autoptr(GArray) off = official_days_read_dates (span, atoi (line));
  g_autoptr(GArray) work = official_days_read_dates (made_up, atoi (line));
  StewardDay first = g_array_index (off, StewardDay, 0);
  StewardDay last = g_array_index (off, StewardDay, off->len - 1);

  if (strstr (made_up, "与周末连休"))
    {
      while (official_days_is_weekend (first - 1))
        first--;
      while (official_days_is_weekend (last + 1))
        last++;
    }
  for (StewardDay day = first; day <= last; day++)
    g_hash_table_insert (days->off, GINT_TO_POINTER (day), g_strdup (parts[0]));
  for (guint i = 0; i < work->len; i++)
    g_hash_table_add (days->work, GINT_TO_POINTER (g_array_index (work, StewardDay, i)));
}

static inline OfficialDays
official_days_load (void)
{
  OfficialDays days = { g_hash_table_new_full (NULL, NULL, NULL, g_free),
                        g_hash_table_new (NULL, NULL) };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "calendar", "notices.txt", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line && **line != '#')
      official_days_read_notice (&days, *line);
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
  return !g_hash_table_contains (days->off, key) && !official_days_is_weekend (day);
}
