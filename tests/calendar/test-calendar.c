/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "official-days.h"
#include "steward-calendar.h"
#include "steward-error.h"

#define DAY(text) official_days_parse (text)

static void
test_known_traps (void)
{
  static const struct
  {
    const char     *date;
    StewardDayKind  kind;
    const char     *name;
    const char     *source;
  } cases[] = {
    { "2022-12-31", STEWARD_DAY_HOLIDAY, "元旦", "国办发明电〔2022〕16号" },
    { "2024-02-09", STEWARD_DAY_WORKING, NULL, NULL },
    { "2026-01-04", STEWARD_DAY_MAKE_UP, NULL, "国办发明电〔2025〕7号" },
    { "2026-09-20", STEWARD_DAY_MAKE_UP, NULL, "国办发明电〔2025〕7号" },
    { "2020-01-30", STEWARD_DAY_HOLIDAY, "春节", "国办发明电〔2019〕16号" },
    { "2020-01-31", STEWARD_DAY_HOLIDAY, "春节", "国办发明电〔2020〕1号" },
    { "2020-02-01", STEWARD_DAY_HOLIDAY, "春节", "国办发明电〔2020〕1号" },
    { "2020-02-02", STEWARD_DAY_HOLIDAY, "春节", "国办发明电〔2020〕1号" },
    { "2020-02-03", STEWARD_DAY_WORKING, NULL, NULL },
    { "2021-02-20", STEWARD_DAY_MAKE_UP, NULL, "国办发明电〔2020〕27号" },
    { "2023-12-30", STEWARD_DAY_HOLIDAY, "元旦", "国办发明电〔2023〕7号" },
    { "2026-10-08", STEWARD_DAY_WORKING, NULL, NULL },
    { "2026-10-10", STEWARD_DAY_MAKE_UP, NULL, "国办发明电〔2025〕7号" },
    { "2026-10-11", STEWARD_DAY_REST, NULL, NULL },
    { "2027-10-01", STEWARD_DAY_WORKING, NULL, NULL },
  };
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *name, *source;
      StewardDay day = DAY (cases[i].date);

      g_test_message ("%s", cases[i].date);
      g_assert_cmpint (steward_calendar_describe (calendar, day, &name, &source), ==,
                       cases[i].kind);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (source, ==, cases[i].source);
      g_assert_cmpint (steward_calendar_is_working (calendar, day), ==,
                       cases[i].kind <= STEWARD_DAY_MAKE_UP);
    }
}

static void
test_every_official_day (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  OfficialDays days = official_days_load ();
  int first, last;

  steward_calendar_get_years (calendar, &first, &last);
  g_assert_cmpint (first, ==, 2020);
  g_assert_cmpint (last, ==, 2026);
  for (StewardDay day = DAY ("2019-06-01"); day <= DAY ("2027-12-31"); day++)
    {
      const char *name;

      g_assert_cmpint (steward_calendar_is_working (calendar, day), ==,
                       official_days_is_working (&days, day));
      steward_calendar_describe (calendar, day, &name, NULL);
      g_assert_cmpstr (name, ==, g_hash_table_lookup (days.off, GINT_TO_POINTER (day)));
    }
  official_days_clear (&days);
}

static void
test_sums_of_years (void)
{
  static const int sums[] = { 249, 250, 249, 249, 251, 248, 248 };
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();

  for (int i = 0; i < (int) G_N_ELEMENTS (sums); i++)
    g_assert_cmpint (steward_calendar_count (calendar, steward_day_from_ymd (2019 + i, 12, 31),
                                             steward_day_from_ymd (2020 + i, 12, 31)),
                     ==, sums[i]);
}

static void
test_other_years_are_provisional (void)
{
  g_autoptr(StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr(StewardCalendar) weekdays = steward_calendar_new_weekdays ();
  g_autoptr(StewardCalendar) every_day = steward_calendar_new_every_day ();
  g_autoptr(StewardCalendar) local =
    steward_calendar_derive (official, (StewardDay[]) { DAY ("2027-02-01") }, 1, NULL, 0,
                             "local", NULL);

  g_assert_true (steward_calendar_is_provisional (official, DAY ("2019-12-31")));
  g_assert_false (steward_calendar_is_provisional (official, DAY ("2020-01-01")));
  g_assert_false (steward_calendar_is_provisional (official, DAY ("2026-12-31")));
  g_assert_true (steward_calendar_is_provisional (official, DAY ("2027-01-01")));
  g_assert_true (steward_calendar_is_provisional (local, DAY ("2027-02-01")));
  g_assert_false (steward_calendar_is_provisional (weekdays, DAY ("2050-01-01")));
  g_assert_false (steward_calendar_is_provisional (every_day, DAY ("2050-01-01")));
}

/* The n-th working day is n working days away, and it is a working day. */
static void
test_add_and_count_are_inverse (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  OfficialDays days = official_days_load ();

  for (int i = 0; i < 20000; i++)
    {
      StewardDay from = g_test_rand_int_range (DAY ("2019-01-01"), DAY ("2028-12-31"));
      int n = g_test_rand_int_range (1, 500);
      StewardDay to = steward_calendar_add (calendar, from, n);
      StewardDay back = steward_calendar_add (calendar, from, -n);

      g_assert_cmpint (steward_calendar_count (calendar, from, to), ==, n);
      g_assert_cmpint (steward_calendar_count (calendar, to, from), ==, -n);
      g_assert_true (official_days_is_working (&days, to));
      g_assert_cmpint (steward_calendar_count (calendar, back - 1, from - 1), ==, n);
      g_assert_true (official_days_is_working (&days, back));
    }
  official_days_clear (&days);
}

static void
test_count_agrees_with_counting (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  OfficialDays days = official_days_load ();

  for (int i = 0; i < 2000; i++)
    {
      StewardDay from = g_test_rand_int_range (DAY ("2019-01-01"), DAY ("2027-12-31"));
      StewardDay to = from + g_test_rand_int_range (0, 400);
      int n = 0;

      for (StewardDay day = from + 1; day <= to; day++)
        n += official_days_is_working (&days, day);
      g_assert_cmpint (steward_calendar_count (calendar, from, to), ==, n);
    }
  official_days_clear (&days);
}

static void
test_next_working (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();

  g_assert_cmpint (steward_calendar_next_working (calendar, DAY ("2026-10-01")), ==,
                   DAY ("2026-10-08"));
  g_assert_cmpint (steward_calendar_next_working (calendar, DAY ("2026-10-08")), ==,
                   DAY ("2026-10-08"));
  g_assert_cmpint (steward_calendar_next_working (calendar, DAY ("2026-10-10")), ==,
                   DAY ("2026-10-10"));
}

static void
test_ends_of_time (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_every_day ();
  StewardDay first = DAY ("1949-10-01");
  StewardDay last = DAY ("2199-12-31");

  g_assert_cmpint (steward_calendar_add (calendar, last - 1, 1), ==, last);
  g_assert_cmpint (steward_calendar_add (calendar, last, 1), ==, STEWARD_DAY_NONE);
  g_assert_cmpint (steward_calendar_add (calendar, first, -1), ==, STEWARD_DAY_NONE);
  g_assert_cmpint (steward_calendar_add (calendar, first, G_MAXINT), ==, STEWARD_DAY_NONE);
  g_assert_cmpint (steward_calendar_add (calendar, last, G_MININT), ==, STEWARD_DAY_NONE);
  g_assert_cmpint (steward_calendar_count (calendar, first - 1000, last + 1000), ==,
                   last - first + 1);
  g_assert_false (steward_calendar_is_working (calendar, last + 1));
  g_assert_cmpint (steward_calendar_describe (calendar, first - 1, NULL, NULL), ==,
                   STEWARD_DAY_REST);
}

static void
test_local_days (void)
{
  g_autoptr(StewardCalendar) official = steward_calendar_new_official ();
  StewardDay off[] = { DAY ("2026-09-03"), DAY ("2026-09-05") };
  StewardDay work[] = { DAY ("2026-09-05"), DAY ("2026-10-02") };
  g_autoptr(StewardCalendar) local =
    steward_calendar_derive (official, off, G_N_ELEMENTS (off), work, G_N_ELEMENTS (work),
                             "庙会", "市政府");
  const char *name, *source;

  g_assert_cmpint (steward_calendar_describe (local, DAY ("2026-09-03"), &name, &source), ==,
                   STEWARD_DAY_HOLIDAY);
  g_assert_cmpstr (name, ==, "庙会");
  g_assert_cmpstr (source, ==, "市政府");
  g_assert_cmpint (steward_calendar_describe (local, DAY ("2026-09-05"), NULL, NULL), ==,
                   STEWARD_DAY_MAKE_UP);
  g_assert_cmpint (steward_calendar_describe (local, DAY ("2026-10-02"), NULL, NULL), ==,
                   STEWARD_DAY_WORKING);
  g_assert_cmpint (steward_calendar_count (local, DAY ("2026-08-31"), DAY ("2026-10-31")), ==,
                   steward_calendar_count (official, DAY ("2026-08-31"), DAY ("2026-10-31")) + 1);
  g_assert_true (steward_calendar_is_working (official, DAY ("2026-09-03")));
}

static void
test_wrong_files_are_told_in_one_pass (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *message;
  } cases[] = {
    { "{", STEWARD_ERROR_SYNTAX, "c:1:2:" },
    { "[]", STEWARD_ERROR_INVALID, "c:1:1: Expected an object, found a list." },
    { "{\"format\": \"steward-pack\", \"format_version\": 2, \"years\": [],\n\"x\": 1}",
      STEWARD_ERROR_INVALID,
      "c:2:6: x: The key “x” is not known here.\n"
      "c:1:12: format: “steward-pack” is none of: steward-calendar.\n"
      "c:1:46: format_version: Expected a whole number from 1 to 1." },
    { "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [\n"
      "{\"year\": 2027, \"notice\": \"n\", \"date\": \"2026-11-31\", \"working_days\": 3,\n"
      "\"holidays\": [{\"name\": \"h\", \"off\": [\"2027-01-01\",\n"
      "\"2026-12-31\", 7]}], \"work\": [\n"
      "\"2027-01-01\"]},\n"
      "{\"year\": 2027}]}",
      STEWARD_ERROR_INVALID,
      "c:2:39: years[0].date: Expected a date written as YYYY-MM-DD.\n"
      "c:4:1: years[0].holidays[0].off[1]: The date is not in the year 2027.\n"
      "c:4:15: years[0].holidays[0].off[2]: Expected a date written as YYYY-MM-DD.\n"
      "c:5:1: years[0].work[0]: The date is named twice.\n"
      "c:2:69: years[0].working_days: The lists yield 260 working days, not 3.\n"
      "c:6:1: years[1]: The year 2027 is there twice." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(GError) error = NULL;

      g_assert_null (steward_calendar_new_from_bytes (bytes, "c", &error));
      g_assert_error (error, STEWARD_ERROR, cases[i].code);
      if (cases[i].code == STEWARD_ERROR_INVALID)
        g_assert_cmpstr (error->message, ==, cases[i].message);
      else
        g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_own_year_is_official (void)
{
  static const char text[] =
    "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2027, "
    "\"notice\": \"n\", \"date\": \"2026-11-03\", \"holidays\": [{\"name\": \"h\", "
    "\"off\": [\"2027-01-01\"]}], \"work\": [\"2027-01-03\"]}]}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_from_bytes (bytes, "c", &error);

  g_assert_no_error (error);
  g_assert_false (steward_calendar_is_working (calendar, DAY ("2027-01-01")));
  g_assert_true (steward_calendar_is_working (calendar, DAY ("2027-01-03")));
  g_assert_false (steward_calendar_is_provisional (calendar, DAY ("2027-01-03")));
  g_assert_true (steward_calendar_is_provisional (calendar, DAY ("2026-01-03")));
}

static void
test_a_year_replaces_that_of_before (void)
{
  static const char text[] =
    "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2026, "
    "\"notice\": \"n\", \"date\": \"2026-11-03\", \"holidays\": [{\"name\": \"h\", "
    "\"off\": [\"2026-10-09\"]}], \"work\": [\"2026-10-03\"]}]}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardCalendar) calendar = steward_calendar_extend (official, bytes, "c", &error);
  const char *name;

  g_assert_no_error (error);
  g_assert_true (steward_calendar_is_working (calendar, DAY ("2026-10-01")));
  g_assert_true (steward_calendar_is_working (calendar, DAY ("2026-10-03")));
  g_assert_false (steward_calendar_is_working (calendar, DAY ("2026-10-04")));
  g_assert_false (steward_calendar_is_working (calendar, DAY ("2026-10-09")));
  g_assert_false (steward_calendar_is_working (calendar, DAY ("2026-10-10")));
  steward_calendar_describe (calendar, DAY ("2026-10-01"), &name, NULL);
  g_assert_null (name);
  g_assert_cmpint (steward_calendar_count (calendar, DAY ("2019-12-31"), DAY ("2025-12-31")), ==,
                   steward_calendar_count (official, DAY ("2019-12-31"), DAY ("2025-12-31")));
  g_assert_false (steward_calendar_is_working (official, DAY ("2026-10-01")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/known-traps", test_known_traps);
  g_test_add_func ("/calendar/every-official-day", test_every_official_day);
  g_test_add_func ("/calendar/sums-of-years", test_sums_of_years);
  g_test_add_func ("/calendar/other-years-are-provisional", test_other_years_are_provisional);
  g_test_add_func ("/calendar/add-and-count-are-inverse", test_add_and_count_are_inverse);
  g_test_add_func ("/calendar/count-agrees-with-counting", test_count_agrees_with_counting);
  g_test_add_func ("/calendar/next-working", test_next_working);
  g_test_add_func ("/calendar/ends-of-time", test_ends_of_time);
  g_test_add_func ("/calendar/local-days", test_local_days);
  g_test_add_func ("/calendar/wrong-files-are-told-in-one-pass",
                   test_wrong_files_are_told_in_one_pass);
  g_test_add_func ("/calendar/own-year-is-official", test_own_year_is_official);
  g_test_add_func ("/calendar/a-year-replaces-that-of-before", test_a_year_replaces_that_of_before);
  return g_test_run ();
}
