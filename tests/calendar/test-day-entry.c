/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day-entry.h"

static StewardDay
read_iso (const char *text)
{
  StewardDay day;

  g_assert_true (steward_day_parse (text, &day));
  return day;
}

static const struct
{
  const char *today;
  const char *text;
  const char *date;     /* NULL: refused */
} cases[] = {
  /* A Wednesday. */
  { "2026-08-12", ".", "2026-08-12" },
  { "2026-08-12", " 。", "2026-08-12" },
  { "2026-08-12", "0", "2026-08-12" },
  { "2026-08-12", "今天", "2026-08-12" },
  { "2026-08-12", "今", "2026-08-12" },
  { "2026-08-12", "Today", "2026-08-12" },
  { "2026-08-12", "昨天", "2026-08-11" },
  { "2026-08-12", "前天", "2026-08-10" },
  { "2026-08-12", "明天", "2026-08-13" },
  { "2026-08-12", "后天", "2026-08-14" },
  /* Working days. */
  { "2026-08-12", "-0", "2026-08-12" },
  { "2026-08-12", "-2", "2026-08-10" },
  { "2026-08-12", "-3", "2026-08-07" },
  { "2026-08-12", "－３", "2026-08-07" },
  { "2026-08-12", "−1", "2026-08-11" },
  { "2026-08-12", "+3", "2026-08-17" },
  { "2026-08-12", "＋1", "2026-08-13" },
  { "2026-10-08", "-1", "2026-09-30" },      /* the first day after the national holiday */
  { "2026-09-30", "+1", "2026-10-08" },
  { "2026-08-16", "-1", "2026-08-14" },      /* from a Sunday */
  { "2026-08-12", "-1000", NULL },
  { "2026-08-12", "-", NULL },
  { "2026-08-12", "-2-3", NULL },
  { "2026-08-12", "--2", NULL },
  { "2026-08-12", "-x", NULL },
  /* Days without a year. */
  { "2026-08-12", "8-12", "2026-08-12" },
  { "2026-08-12", "8.10", "2026-08-10" },
  { "2026-08-12", "8/1", "2026-08-01" },
  { "2026-08-12", "８－１", "2026-08-01" },
  { "2026-08-12", "8月1日", "2026-08-01" },
  { "2026-08-12", "8月1", "2026-08-01" },
  { "2026-08-12", "0801", "2026-08-01" },
  { "2026-01-05", "12-28", "2025-12-28" },
  { "2026-12-28", "1-4", "2027-01-04" },
  { "2026-08-12", "2-29", "2028-02-29" },
  { "2026-01-12", "2-29", "2024-02-29" },
  { "2026-08-12", "2-30", NULL },
  { "2026-08-12", "13-1", NULL },
  { "2026-08-12", "8-", NULL },
  /* Days without a month. */
  { "2026-08-12", "12", "2026-08-12" },
  { "2026-08-12", "10日", "2026-08-10" },
  { "2026-08-02", "31", "2026-07-31" },
  { "2026-08-30", "2号", "2026-09-02" },
  { "2026-01-02", "30", "2025-12-30" },
  { "2026-08-12", "32", NULL },
  { "2026-08-12", "00", NULL },
  /* Full dates. */
  { "2026-08-12", "2026-03-05", "2026-03-05" },
  { "2026-08-12", "2026.3.5", "2026-03-05" },
  { "2026-08-12", "20260305", "2026-03-05" },
  { "2026-08-12", "2026年3月5日", "2026-03-05" },
  { "2026-08-12", "2026-02-30", NULL },
  /* The ends of what is a date. */
  { "2199-12-31", "明天", NULL },
  { "2199-12-31", "+1", NULL },
  { "1949-10-01", "昨天", NULL },
  /* Nothing of the kind. */
  { "2026-08-12", "", NULL },
  { "2026-08-12", " ", NULL },
  { "2026-08-12", "abc", NULL },
  { "2026-08-12", "8 12", NULL },
  { "2026-08-12", "123", NULL },
  { "2026-08-12", "\xff\xfe", NULL },
  { "2026-08-12", NULL, NULL },
};

static void
test_table (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StewardDay day = -7;
      gboolean read = steward_day_parse_entry (cases[i].text, calendar, read_iso (cases[i].today), &day);
      g_autofree char *got = read ? steward_day_format (day) : NULL;

      g_test_message ("line %" G_GSIZE_FORMAT " on %s", i, cases[i].today);
      g_assert_cmpstr (got, ==, cases[i].date);
      if (!read)
        g_assert_cmpint (day, ==, -7);
    }
}

/* What is typed without a year is never further away than another year would
 * bring it, and typing a day in full is always the same day. */
static void
test_nearest (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  StewardDay today = read_iso ("2025-12-20");
  StewardDay last = read_iso ("2027-03-05");

  for (; today <= last; today++)
    for (StewardDay meant = today - 170; meant <= today + 170; meant += 7)
      {
        int year, month, mday;
        StewardDay day;
        g_autofree char *full = steward_day_format (meant);
        g_autofree char *brief = NULL;

        steward_day_to_ymd (meant, &year, &month, &mday);
        brief = g_strdup_printf ("%d-%d", month, mday);
        g_assert_true (steward_day_parse_entry (brief, calendar, today, &day));
        g_assert_cmpint (day, ==, meant);
        g_assert_true (steward_day_parse_entry (full, calendar, today, &day));
        g_assert_cmpint (day, ==, meant);
      }
}

/* Counting back and forth agrees with the calendar. */
static void
test_distance (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  StewardDay today = read_iso ("2026-10-08");

  for (int days = -200; days <= 200; days++)
    {
      g_autofree char *text = g_strdup_printf ("%+d", days);
      StewardDay day;

      g_assert_true (steward_day_parse_entry (text, calendar, today, &day));
      g_assert_cmpint (day, ==, steward_calendar_add (calendar, today, days));
      if (days > 0)
        g_assert_cmpint (steward_calendar_count (calendar, today, day), ==, days);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-entry/what-is-typed-quickly-is-understood", test_table);
  g_test_add_func ("/day-entry/the-nearest-year-is-meant", test_nearest);
  g_test_add_func ("/day-entry/signs-count-working-days", test_distance);
  return g_test_run ();
}
