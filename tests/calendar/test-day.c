/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day.h"

/* GDate knows nothing of our arithmetic. */
static void
test_every_date_agrees_with_glib (void)
{
  g_autoptr(GDate) date = g_date_new_dmy (1, G_DATE_OCTOBER, 1949);
  StewardDay day = steward_day_from_ymd (1949, 10, 1);
  StewardDay last = steward_day_from_ymd (2199, 12, 31);

  g_assert_cmpint (steward_day_from_ymd (1970, 1, 1), ==, 0);
  for (; day <= last; day++, g_date_add_days (date, 1))
    {
      int year, month, mday;

      steward_day_to_ymd (day, &year, &month, &mday);
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, g_date_get_month (date));
      g_assert_cmpint (mday, ==, g_date_get_day (date));
      g_assert_cmpint (steward_day_from_ymd (year, month, mday), ==, day);
      g_assert_cmpint (steward_day_get_weekday (day), ==, g_date_get_weekday (date));
    }
  g_assert_cmpint (g_date_get_year (date), ==, 2200);
}

static void
test_written_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date;     /* NULL: refused */
  } cases[] = {
    { "2026-03-05", "2026-03-05" },
    { "2024-02-29", "2024-02-29" },
    { "1949-10-01", "1949-10-01" },
    { "2199-12-31", "2199-12-31" },
    { "2026-02-29", NULL },
    { "2100-02-29", NULL },
    { "2026-13-01", NULL },
    { "2026-00-10", NULL },
    { "2026-04-31", NULL },
    { "1949-09-30", NULL },
    { "2200-01-01", NULL },
    { "0000-00-00", NULL },
    { "2026-3-5", NULL },
    { "2026-03-05 ", NULL },
    { " 2026-03-05", NULL },
    { "2026-03-051", NULL },
    { "20260-3-05", NULL },
    { "2026.03.05", NULL },
    { "２０２６-03-05", NULL },
    { "2026-03", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StewardDay day = 12345;
      gboolean good = steward_day_parse (cases[i].text, &day);
      g_autofree char *date = steward_day_format (day);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].date != NULL);
      if (good)
        g_assert_cmpstr (date, ==, cases[i].date);
      else
        g_assert_cmpint (day, ==, 12345);
    }
}

static void
test_typed_dates (void)
{
  static const struct
  {
    const char *text;
    const char *date;
  } cases[] = {
    { "2026.3.5", "2026-03-05" },
    { "2026/03/5", "2026-03-05" },
    { "2026-3-05", "2026-03-05" },
    { "20260305", "2026-03-05" },
    { "2026年3月5日", "2026-03-05" },
    { "2026 年 3 月 5 号", "2026-03-05" },
    { "2026年3月5", "2026-03-05" },
    { "２０２６．３．５", "2026-03-05" },
    { "２０２６０３０５", "2026-03-05" },
    { "2026—12—31", "2026-12-31" },
    { "2026－12－31", "2026-12-31" },
    { "2026。3。5", "2026-03-05" },
    { "  2026-03-05\t", "2026-03-05" },
    { "　2026-03-05　", "2026-03-05" },
    { "2026年2月30日", NULL },
    { "2026.2.29", NULL },
    { "26.3.5", NULL },
    { "2026.3", NULL },
    { "2026.3.5.1", NULL },
    { "2026月3年5日", NULL },
    { "2026 03 05", NULL },
    { "2026030", NULL },
    { "202603051", NULL },
    { "5.3.2026", NULL },
    { "2026-03-05T00:00", NULL },
    { "昨天", NULL },
    { "2026-\xff-01", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StewardDay day = STEWARD_DAY_NONE;
      g_autofree char *date = NULL;

      g_assert_cmpint (steward_day_parse_typed (cases[i].text, &day), ==, cases[i].date != NULL);
      date = steward_day_format (day);
      g_assert_cmpstr (date, ==, cases[i].date != NULL ? cases[i].date : "");
    }
}

static void
test_formats (void)
{
  g_autofree char *none = steward_day_format (STEWARD_DAY_NONE);
  g_autofree char *none_long = steward_day_format_long (STEWARD_DAY_NONE);
  g_autofree char *day_long = steward_day_format_long (steward_day_from_ymd (2026, 3, 5));

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (none_long, ==, "");
  g_assert_cmpstr (day_long, ==, "2026年3月5日");
}

static void
test_today_can_be_rehearsed (void)
{
  g_autofree char *before = g_strdup (g_getenv ("STEWARD_TODAY"));

  g_setenv ("STEWARD_TODAY", "2031-01-02", TRUE);
  g_assert_cmpint (steward_day_today (), ==, steward_day_from_ymd (2031, 1, 2));
  g_setenv ("STEWARD_TODAY", "tomorrow", TRUE);
  g_assert_cmpint (steward_day_today (), >, steward_day_from_ymd (2022, 1, 1));
  if (before != NULL)
    g_setenv ("STEWARD_TODAY", before, TRUE);
  else
    g_unsetenv ("STEWARD_TODAY");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/every-date-agrees-with-glib", test_every_date_agrees_with_glib);
  g_test_add_func ("/day/written-dates", test_written_dates);
  g_test_add_func ("/day/typed-dates", test_typed_dates);
  g_test_add_func ("/day/formats", test_formats);
  g_test_add_func ("/day/today-can-be-rehearsed", test_today_can_be_rehearsed);
  return g_test_run ();
}
