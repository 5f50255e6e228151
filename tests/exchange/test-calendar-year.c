/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-year.h"

#include <string.h>

#include "steward-calendar.h"
#include "steward-error.h"

/* A year that is typed by hand, or taken from a calendar file. */

/* The official calendar file. */
static const char *official_path;

static StewardCalendarYear *
new_year (void)
{
  return steward_calendar_year_new (2027, "虚构〔2026〕1号", steward_day_from_ymd (2026, 11, 1));
}

static void
test_lines (void)
{
  /* As typed, and as told again. */
  static const struct { const char *typed; const char *told; } table[] = {
    { "2027-01-01 元旦", "2027-01-01 元旦\n" },
    { "2027-01-01..2027-01-03 元旦\n2027-01-09 班\n", "2027-01-01..2027-01-03 元旦\n2027-01-09 班\n" },
    { "\n  2027-02-20\t调休上班  \n\n2027-01-01..2027-01-03   元旦 \r\n", "2027-01-01..2027-01-03 元旦\n2027-02-20 班\n" },
    { "2027年2月6日至2027年2月8日　春节", "2027-02-06..2027-02-08 春节\n" },
    { "2027/2/6~2027.2.7 春 节", "2027-02-06..2027-02-07 春 节\n" },
    { "2027-05-01 劳动节\n2027-05-02 劳动节\n2027-05-03 青年节", "2027-05-01..2027-05-02 劳动节\n2027-05-03 青年节\n" },
    { "2027-01-09..2027-01-10 Work", "2027-01-09..2027-01-10 班\n" },
    { "2027-12-31 元旦", "2027-12-31 元旦\n" },
    { "　2027-01-01 元旦", "2027-01-01 元旦\n" },
    { "　　2027-01-01　 元旦　\n　\n", "2027-01-01 元旦\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (StewardCalendarYear) year = new_year ();
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;

      g_assert_true (steward_calendar_year_read_lines (year, table[i].typed, &error));
      g_assert_no_error (error);
      told = steward_calendar_year_to_lines (year);
      g_assert_cmpstr (told, ==, table[i].told);
    }
}

static void
test_wrong_lines (void)
{
  static const struct { const char *typed; const char *complaint; } table[] = {
    { "", "No day off is named." },
    { " \n\n", "No day off is named." },
    { "　", "No day off is named." },
    { "=", "Line 1: “=” is not a date." },
    { "..", "Line 1: “..” is not a date." },
    { "　..2027-01-03 元旦", "Line 1: “..2027-01-03” is not a date." },
    { "2027-01-01.. 元旦", "Line 1: “2027-01-01..” is not a date." },
    { "2027-01-01　", "Line 1: After the date the name of the holiday is missing, or 班 for worked days." },
    { "元旦", "Line 1: “元旦” is not a date." },
    { "2027-01-01..元旦 元旦", "Line 1: “元旦” is not a date." },
    { "2027-01-01..2027-01-02..2027-01-03 元旦", "Line 1: “2027-01-02..2027-01-03” is not a date." },
    { "2027-02-30 春节", "Line 1: “2027-02-30” is not a date." },
    { "2027-01-01 元旦\n\n2026-12-31..2027-01-02 元旦", "Line 3: The date is not in the year 2027." },
    { "2027-12-31..2028-01-01 元旦", "Line 1: The date is not in the year 2027." },
    { "2027-01-03..2027-01-01 元旦", "Line 1: “2027-01-03..2027-01-01” ends before it begins." },
    { "2027-01-01", "Line 1: After the date the name of the holiday is missing, or 班 for worked days." },
    { "2027-01-01..2027-01-03 元旦\n2027-01-03 班", "Line 2: 2027-01-03 is named twice." },
    { "2027-01-09 班\n2027-01-09 元旦", "Line 2: 2027-01-09 is named twice." },
    { "2027-01-11 班", "Line 1: 2027-01-11 is no weekend day: only those can be worked days." },
    { "x y\n2027-13-01 z", "Line 1: “x” is not a date.\nLine 2: “2027-13-01” is not a date." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (StewardCalendarYear) year = new_year ();
      g_autoptr (GError) error = NULL;

      g_assert_false (steward_calendar_year_read_lines (year, table[i].typed, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, table[i].complaint);
    }
}

/* Every official year says the same days when it is typed. */
static void
test_official_years (void)
{
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int first, last;

  g_assert_true (g_file_get_contents (official_path, &text, &length, &error));
  bytes = g_bytes_new (text, length);
  steward_calendar_get_years (official, &first, &last);
  for (int number = first; number <= last; number++)
    {
      g_autoptr (StewardCalendarYear) year = steward_calendar_year_new_from_file (bytes, "official.json", number, &error);
      g_autoptr (StewardCalendarYear) typed = NULL;
      g_autoptr (StewardCalendar) calendar = NULL;
      g_autoptr (GBytes) written = NULL;
      g_autofree char *lines = NULL;
      char *file;

      g_assert_no_error (error);
      g_assert_cmpint (steward_calendar_year_get_year (year), ==, number);
      g_assert_cmpint (steward_calendar_year_get_date (year), <, steward_day_from_ymd (number, 12, 31));
      typed = steward_calendar_year_new (number, steward_calendar_year_get_notice (year),
                                         steward_calendar_year_get_date (year));
      lines = steward_calendar_year_to_lines (year);
      g_assert_true (steward_calendar_year_read_lines (typed, lines, &error));
      file = steward_calendar_year_to_file (typed, NULL, &error);
      g_assert_no_error (error);
      written = g_bytes_new_take (file, strlen (file));
      calendar = steward_calendar_new_from_bytes (written, "typed", &error);
      g_assert_no_error (error);
      for (StewardDay day = steward_day_from_ymd (number, 1, 1); day <= steward_day_from_ymd (number, 12, 31); day++)
        g_assert_cmpint (steward_calendar_describe (calendar, day, NULL, NULL), ==,
                         steward_calendar_describe (official, day, NULL, NULL));
    }
}

#define YEAR(number) \
  "{\"year\": " number ", \"notice\": \"虚构\", \"date\": \"2026-11-01\", \"holidays\": [], \"work\": []}"
#define FILE_OF(years) "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [" years "]}"

static void
test_the_year_of_a_file (void)
{
  static const struct { const char *file; int asked; int got; const char *complaint; } table[] = {
    { FILE_OF (YEAR ("2027")), 2027, 2027, NULL },
    { FILE_OF (YEAR ("2028")), 2027, 2028, NULL },
    { FILE_OF (YEAR ("2027") "," YEAR ("2028")), 2028, 2028, NULL },
    { FILE_OF (YEAR ("2027") "," YEAR ("2028")), 2029, 0, "a.json has the years 2027, 2028, but not 2029." },
    { FILE_OF (""), 2027, 0, "a.json: there is no year in it." },
    { "{}", 2027, 0, NULL },
    { "[", 2027, 0, NULL },
    { "", 2027, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].file, strlen (table[i].file));
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardCalendarYear) year = NULL;

      year = steward_calendar_year_new_from_file (bytes, "a.json", table[i].asked, &error);
      g_assert_true ((year != NULL) == (table[i].got != 0) && (year != NULL) == (error == NULL));
      if (year != NULL)
        g_assert_cmpint (steward_calendar_year_get_year (year), ==, table[i].got);
      else if (table[i].complaint != NULL)
        g_assert_cmpstr (error->message, ==, table[i].complaint);
    }
}

/* A year is taken out again, and no other. */
static void
test_a_year_is_taken_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardCalendarYear) first = steward_calendar_year_new (2027, "一", steward_day_from_ymd (2026, 11, 1));
  g_autoptr (StewardCalendarYear) second = steward_calendar_year_new (2028, "二", steward_day_from_ymd (2027, 11, 1));
  g_autofree char *one = NULL, *both = NULL, *left = NULL, *none = NULL, *unknown = NULL;
  g_autoptr (GBytes) file = NULL, two = NULL;

  steward_calendar_year_take_off (first, "元旦", steward_day_from_ymd (2027, 1, 1), steward_day_from_ymd (2027, 1, 1));
  steward_calendar_year_take_off (second, "元旦", steward_day_from_ymd (2028, 1, 3), steward_day_from_ymd (2028, 1, 3));
  one = steward_calendar_year_to_file (second, NULL, &error);
  file = g_bytes_new (one, strlen (one));
  both = steward_calendar_year_to_file (first, file, &error);
  g_assert_no_error (error);
  two = g_bytes_new (both, strlen (both));
  left = steward_calendar_year_remove (two, 2027, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (left, ==, one);
  none = steward_calendar_year_remove (file, 2028, &error);
  g_assert_cmpstr (none, ==, "");
  unknown = steward_calendar_year_remove (file, 2027, &error);
  g_assert_null (unknown);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  official_path = argv[1];
  g_test_add_func ("/calendar-year/lines-are-read-and-told", test_lines);
  g_test_add_func ("/calendar-year/a-wrong-line-is-named", test_wrong_lines);
  g_test_add_func ("/calendar-year/official-years-can-be-typed", test_official_years);
  g_test_add_func ("/calendar-year/a-year-is-taken-out", test_a_year_is_taken_out);
  g_test_add_func ("/calendar-year/the-year-of-a-file", test_the_year_of_a_file);
  return g_test_run ();
}
