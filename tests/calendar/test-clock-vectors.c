/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "official-days.h"
#include "steward-clock.h"

/* The table that walk-clock.py wrote, each line one question and its answer. */

#define MAX_PAUSES 4

enum { FROM, DAYS, EXTENSION, FROM_COUNTS, PAUSES, FINISHED, AS_OF, DUE, USED, REMAINING, LIGHT, PROVISIONAL,
       N_COLUMNS };

static StewardDay
parse (const char *text)
{
  return strcmp (text, "-") == 0 ? STEWARD_DAY_NONE : official_days_parse (text);
}

static gsize
parse_pauses (const char   *text,
              StewardPause *pauses)
{
  g_auto(GStrv) spans = g_strsplit (strcmp (text, "-") == 0 ? "" : text, " ", -1);
  gsize n = 0;

  for (char **span = spans; *span; span++)
    {
      g_auto(GStrv) ends = g_strsplit (*span, "..", 2);

      g_assert_cmpuint (n, <, MAX_PAUSES);
      pauses[n++] = (StewardPause) { parse (ends[0]), parse (ends[1]), NULL };
    }
  return n;
}

static void
check_line (StewardCalendar *calendar,
            const char      *line)
{
  g_auto(GStrv) words = g_strsplit (line, "\t", -1);
  StewardPause pauses[MAX_PAUSES];
  StewardClockQuestion question = { .pauses = pauses, .thresholds = STEWARD_THRESHOLDS_DEFAULT };
  StewardClockAnswer answer;

  g_test_message ("%s", line);
  g_assert_cmpuint (g_strv_length (words), ==, N_COLUMNS);
  question.from = parse (words[FROM]);
  question.days = atoi (words[DAYS]);
  question.extension = atoi (words[EXTENSION]);
  question.from_counts = atoi (words[FROM_COUNTS]);
  question.n_pauses = parse_pauses (words[PAUSES], pauses);
  question.finished = parse (words[FINISHED]);
  question.as_of = parse (words[AS_OF]);
  answer = steward_clock_ask (calendar, &question);
  g_assert_cmpint (answer.due, ==, parse (words[DUE]));
  g_assert_cmpint (answer.used, ==, atoi (words[USED]));
  g_assert_cmpint (answer.remaining, ==, atoi (words[REMAINING]));
  g_assert_cmpstr (steward_light_to_word (answer.light), ==, words[LIGHT]);
  g_assert_cmpint (answer.provisional, ==, atoi (words[PROVISIONAL]));
}

static void
test_agrees_with_the_table (void)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "calendar", "clock-vectors.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line && **line != '#')
      {
        check_line (calendar, *line);
        n++;
      }
  g_assert_cmpuint (n, >=, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/agrees-with-the-table", test_agrees_with_the_table);
  return g_test_run ();
}
