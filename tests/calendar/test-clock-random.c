/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "official-days.h"
#include "steward-clock.h"

/* Random questions, held against a clock that walks from day to day and asks
 * of each whether it is worked and in no pause. */

#define MAX_PAUSES 12
#define WALK 1000
#define FIRST "2019-10-01"
#define LAST "2027-03-31"

#ifdef __SANITIZE_ADDRESS__
#define N_QUESTIONS 100000
#else
#define N_QUESTIONS 1000000
#endif

typedef struct
{
  StewardCalendar *calendar;
  StewardDay       first;
  guint8          *works;       /* of each day from @first on, whether it is worked */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  OfficialDays days = official_days_load ();
  StewardDay n_days = official_days_parse (LAST) + WALK - official_days_parse (FIRST);

  fixture->calendar = steward_calendar_new_official ();
  fixture->first = official_days_parse (FIRST);
  fixture->works = g_new (guint8, n_days);
  for (StewardDay i = 0; i < n_days; i++)
    fixture->works[i] = official_days_is_working (&days, fixture->first + i);
  official_days_clear (&days);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  steward_calendar_unref (fixture->calendar);
  g_free (fixture->works);
}

static StewardClockQuestion
make_question (const Fixture *fixture,
               StewardPause  *pauses,
               gboolean       may_stay_open)
{
  StewardDay from = fixture->first + g_test_rand_int_range (0, official_days_parse (LAST) - fixture->first);
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

/* Which days from the acceptance on are counted: TRUE or FALSE of each. A
 * thousand days are more than any limit and all pauses together. */
static void
walk (const Fixture              *fixture,
      const StewardClockQuestion *question,
      guint8                      counted[WALK])
{
  gboolean from_counts = question->from_counts && question->days + question->extension > 0;

  memcpy (counted, fixture->works + (question->from - fixture->first), WALK);
  counted[0] &= from_counts;
  for (gsize i = 0; i < question->n_pauses; i++)
    {
      StewardDay start = question->pauses[i].start + 1 - question->from;
      StewardDay end = question->pauses[i].end == STEWARD_DAY_NONE
                       ? WALK - 1 : question->pauses[i].end - question->from;

      for (StewardDay day = MAX (start, 0); day <= end; day++)
        counted[day] = FALSE;
    }
}

static int
walk_used (const guint8 counted[WALK],
           StewardDay   n_days)
{
  int used = 0;

  for (StewardDay day = 0; day <= n_days; day++)
    used += counted[day];
  return used;
}

static StewardDay
walk_due (const guint8                counted[WALK],
          const StewardClockQuestion *question)
{
  int left = question->days + question->extension;

  if (left == 0)
    return question->from;
  for (StewardDay day = 0; day < WALK; day++)
    if (counted[day] && --left == 0)
      return question->from + day;
  return STEWARD_DAY_NONE;
}

static void
test_agrees_with_walking (Fixture       *fixture,
                          gconstpointer  data)
{
  StewardPause pauses[MAX_PAUSES];
  guint8 counted[WALK];

  for (int i = 0; i < N_QUESTIONS; i++)
    {
      StewardClockQuestion question = make_question (fixture, pauses, TRUE);
      StewardClockAnswer answer = steward_clock_ask (fixture->calendar, &question);

      walk (fixture, &question, counted);
      g_assert_cmpint (answer.due, ==, walk_due (counted, &question));
      g_assert_cmpint (answer.used, ==, walk_used (counted, question.as_of - question.from));
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
  guint8 counted[WALK];

  for (int i = 0; i < 5000; i++)
    {
      StewardClockQuestion question = make_question (fixture, pauses, FALSE);
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

      walk (fixture, &question, counted);
      while (!counted[next - question.from])
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
      StewardClockQuestion question = make_question (fixture, pauses, TRUE);
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
  guint8 days[WALK];

  for (int i = 0; i < 2000; i++)
    {
      StewardClockQuestion question = make_question (fixture, pauses, TRUE);
      StewardClockAnswer answer = steward_clock_ask (fixture->calendar, &question);
      g_autoptr(GArray) lines = steward_clock_explain (fixture->calendar, &question);
      int used = 0;

      walk (fixture, &question, days);
      for (guint j = 0; j < lines->len; j++)
        {
          const StewardClockDay *line = &g_array_index (lines, StewardClockDay, j);
          gboolean counted = line->kind == STEWARD_CLOCK_COUNTED;

          g_assert_cmpint (line->day, ==, question.from + (StewardDay) j);
          g_assert_cmpint (counted, ==, days[line->day - question.from]);
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
