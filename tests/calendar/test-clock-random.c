/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "official-days.h"
#include "steward-clock.h"

/* Random questions, held against a clock that walks from day to day and asks
 * of each whether it is worked and in no pause. */

#define MAX_PAUSES 12

typedef struct
{
  StewardCalendar *calendar;
  OfficialDays     days;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->calendar = steward_calendar_new_official ();
  fixture->days = official_days_load ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  steward_calendar_unref (fixture->calendar);
  official_days_clear (&fixture->days);
}

static StewardClockQuestion
make_question (StewardPause *pauses,
               gboolean      may_stay_open)
{
  StewardDay from = g_test_rand_int_range (official_days_parse ("2019-10-01"),
                                           official_days_parse ("2027-03-31"));
  StewardClockQuestion question = {
    .from = from,
    .days = g_test_rand_int_range (0, 60),
    .extension = g_test_rand_bit () ? g_test_rand_int_range (0, 20) : 0,
    .from_counts = g_test_rand_bit (),
    .pauses = pauses,
    .n_pauses = g_test_rand_int_range (0, MAX_PAUSES + 1),
    .finished = STEWARD_DAY_NONE,
    .as_of = from + g_test_rand_int_range (-5, 200),
    .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };

  for (gsize i = 0; i < question.n_pauses; i++)
    {
      pauses[i].start = from + g_test_rand_int_range (-10, 120);
      pauses[i].end = pauses[i].start + g_test_rand_int_range (-2, 30);
      pauses[i].kind = NULL;
      if (may_stay_open && g_test_rand_int_range (0, 20) == 0)
        pauses[i].end = STEWARD_DAY_NONE;
    }
  return question;
}

static gboolean
is_counted (const OfficialDays         *days,
            const StewardClockQuestion *question,
            StewardDay                  day)
{
  gboolean from_counts = question->from_counts && question->days + question->extension > 0;

  if (day < question->from || (day == question->from && !from_counts) ||
      !official_days_is_working (days, day))
    return FALSE;
  for (gsize i = 0; i < question->n_pauses; i++)
    if (day > question->pauses[i].start &&
        (question->pauses[i].end == STEWARD_DAY_NONE || day <= question->pauses[i].end))
      return FALSE;
  return TRUE;
}

static int
walk_used (const OfficialDays         *days,
           const StewardClockQuestion *question,
           StewardDay                  stop)
{
  int used = 0;

  for (StewardDay day = question->from; day <= stop; day++)
    used += is_counted (days, question, day);
  return used;
}

/* A thousand days are more than any limit and all pauses together. */
static StewardDay
walk_due (const OfficialDays         *days,
          const StewardClockQuestion *question)
{
  int left = question->days + question->extension;
  StewardDay day = question->from;

  if (left == 0)
    return day;
  for (; day < question->from + 1000; day++)
    if (is_counted (days, question, day) && --left == 0)
      return day;
  return STEWARD_DAY_NONE;
}

static void
test_agrees_with_walking (Fixture       *fixture,
                          gconstpointer  data)
{
  StewardPause pauses[MAX_PAUSES];

  for (int i = 0; i < 20000; i++)
    {
      StewardClockQuestion question = make_question (pauses, TRUE);
      StewardClockAnswer answer = steward_clock_ask (fixture->calendar, &question);

      g_assert_cmpint (answer.due, ==, walk_due (&fixture->days, &question));
      g_assert_cmpint (answer.used, ==, walk_used (&fixture->days, &question, question.as_of));
      g_assert_cmpint (answer.remaining, ==,
                       question.days + question.extension - answer.used);
      if (answer.due != STEWARD_DAY_NONE && question.as_of >= question.from)
        g_assert_cmpint (answer.light == STEWARD_LIGHT_RED, ==, question.as_of > answer.due);
      if (question.as_of <= answer.due)
        g_assert_cmpint (answer.remaining, >=, 0);
    }
}

/* Due and used are inverse: decided on the due day, all days are used and none
 * too many; on the next day it is late, and on the next counted day by one. */
static void
test_due_and_used_are_inverse (Fixture       *fixture,
                               gconstpointer  data)
{
  StewardPause pauses[MAX_PAUSES];

  for (int i = 0; i < 5000; i++)
    {
      StewardClockQuestion question = make_question (pauses, FALSE);
      StewardClockAnswer answer = steward_clock_ask (fixture->calendar, &question);
      StewardDay next = answer.due + 1;

      if (question.days + question.extension == 0)
        continue;
      question.as_of = question.finished = answer.due;
      answer = steward_clock_ask (fixture->calendar, &question);
      g_assert_cmpint (answer.remaining, ==, 0);
      g_assert_cmpint (answer.light, ==, STEWARD_LIGHT_DONE);

      question.as_of = question.finished = next;
      answer = steward_clock_ask (fixture->calendar, &question);
      g_assert_cmpint (answer.remaining, <=, 0);
      g_assert_cmpint (answer.light, ==, STEWARD_LIGHT_DONE_LATE);

      while (!is_counted (&fixture->days, &question, next))
        next++;
      question.as_of = question.finished = next;
      answer = steward_clock_ask (fixture->calendar, &question);
      g_assert_cmpint (answer.remaining, ==, -1);
      g_assert_cmpint (answer.light, ==, STEWARD_LIGHT_DONE_LATE);
    }
}

static void
test_order_of_pauses_does_not_matter (Fixture       *fixture,
                                      gconstpointer  data)
{
  StewardPause pauses[2 * MAX_PAUSES];

  for (int i = 0; i < 5000; i++)
    {
      StewardClockQuestion question = make_question (pauses, TRUE);
      StewardClockAnswer answer = steward_clock_ask (fixture->calendar, &question);
      StewardClockAnswer again;
      gsize n = question.n_pauses;

      /* Every pause twice, the second time backwards. */
      for (gsize j = 0; j < n; j++)
        pauses[2 * n - 1 - j] = pauses[j];
      question.n_pauses = 2 * n;
      again = steward_clock_ask (fixture->calendar, &question);
      g_assert_cmpint (again.due, ==, answer.due);
      g_assert_cmpint (again.used, ==, answer.used);
      g_assert_cmpint (again.light, ==, answer.light);
    }
}

static void
test_explanation_agrees (Fixture       *fixture,
                         gconstpointer  data)
{
  StewardPause pauses[MAX_PAUSES];

  for (int i = 0; i < 2000; i++)
    {
      StewardClockQuestion question = make_question (pauses, TRUE);
      StewardClockAnswer answer = steward_clock_ask (fixture->calendar, &question);
      g_autoptr(GArray) lines = steward_clock_explain (fixture->calendar, &question);
      int used = 0;

      for (guint j = 0; j < lines->len; j++)
        {
          const StewardClockDay *line = &g_array_index (lines, StewardClockDay, j);
          gboolean counted = line->kind == STEWARD_CLOCK_COUNTED;

          g_assert_cmpint (line->day, ==, question.from + (StewardDay) j);
          g_assert_cmpint (counted, ==, is_counted (&fixture->days, &question, line->day));
          g_assert_nonnull (line->reason);
          if (line->day <= question.as_of)
            used += counted;
          if (line->day == answer.due)
            g_assert_cmpint (line->number, ==, question.days + question.extension);
        }
      g_assert_cmpint (used, ==, answer.used);
      g_assert_cmpint (question.from + (StewardDay) lines->len - 1, >=, answer.due);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/clock/agrees-with-walking", test_agrees_with_walking },
    { "/clock/due-and-used-are-inverse", test_due_and_used_are_inverse },
    { "/clock/order-of-pauses-does-not-matter", test_order_of_pauses_does_not_matter },
    { "/clock/explanation-agrees", test_explanation_agrees },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
