/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-error.h"
#include "steward-network.h"

typedef struct
{
  StewardNetwork *network;
} Fixture;

static StewardDay
parse_day (const char *text)
{
  StewardDay day;

  g_assert_true (steward_day_parse (text, &day));
  return day;
}

/* Offset 0 is a Thursday and New Year; the official calendar is in force. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();

  fixture->network = steward_network_new (calendar, parse_day ("2026-01-01"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  steward_network_free (fixture->network);
}

static int
add (Fixture    *fixture,
     const char *id,
     int         days)
{
  g_autoptr(GError) error = NULL;
  int task = steward_network_add (fixture->network, id, days, &error);

  g_assert_no_error (error);
  return task;
}

static void
solve (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  steward_network_solve (fixture->network, &error);
  g_assert_no_error (error);
}

static void
assert_task (Fixture      *fixture,
             int           task,
             const int     numbers[6],
             gboolean      critical,
             StewardBound  bound,
             int           binding)
{
  const StewardTaskResult *result = steward_network_get_result (fixture->network, task);

  g_assert_cmpint (result->early_start, ==, numbers[0]);
  g_assert_cmpint (result->early_finish, ==, numbers[1]);
  g_assert_cmpint (result->late_start, ==, numbers[2]);
  g_assert_cmpint (result->late_finish, ==, numbers[3]);
  g_assert_cmpint (result->total_float, ==, numbers[4]);
  g_assert_cmpint (result->free_float, ==, numbers[5]);
  g_assert_cmpint (result->critical, ==, critical);
  g_assert_cmpint (result->bound, ==, bound);
  g_assert_cmpint (result->binding, ==, binding);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 0);
  g_assert_cmpint (steward_network_find (fixture->network, "a"), ==, -1);
}

static void
test_chain_is_the_sum (Fixture       *fixture,
                       gconstpointer  data)
{
  static const int days[] = { 8, 7, 0, 6, 13 };
  int sum = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    {
      g_autofree char *id = g_strdup_printf ("阶段%d", i);
      int task = add (fixture, id, days[i]);

      sum += days[i];
      if (i > 0)
        steward_network_link (fixture->network, task - 1, task);
    }
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, sum);
  for (int i = 0; i < (int) G_N_ELEMENTS (days); i++)
    g_assert_true (steward_network_get_result (fixture->network, i)->critical);
}

static void
test_diamond (Fixture       *fixture,
              gconstpointer  data)
{
  int a = add (fixture, "a", 2);
  int b = add (fixture, "b", 5);
  int c = add (fixture, "c", 1);
  int d = add (fixture, "d", 0);

  steward_network_link (fixture->network, a, b);
  steward_network_link (fixture->network, a, c);
  steward_network_link (fixture->network, c, d);
  steward_network_link (fixture->network, b, d);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 7);
  assert_task (fixture, a, (int[]) { 0, 2, 0, 2, 0, 0 }, TRUE, STEWARD_BOUND_START, -1);
  assert_task (fixture, b, (int[]) { 2, 7, 2, 7, 0, 0 }, TRUE, STEWARD_BOUND_PREDECESSOR, a);
  assert_task (fixture, c, (int[]) { 2, 3, 6, 7, 4, 4 }, FALSE, STEWARD_BOUND_PREDECESSOR, a);
  assert_task (fixture, d, (int[]) { 7, 7, 7, 7, 0, 0 }, TRUE, STEWARD_BOUND_PREDECESSOR, b);
}

static void
test_offsets_are_working_days (Fixture       *fixture,
                               gconstpointer  data)
{
  static const struct
  {
    const char *day;
    int         offset;
    const char *back;
  } cases[] = {
    { "2025-06-01", 0, "2026-01-01" },
    { "2026-01-01", 0, "2026-01-01" },
    { "2026-01-02", 1, "2026-01-04" },   /* a day off; the Sunday is worked */
    { "2026-01-04", 1, "2026-01-04" },
    { "2026-01-05", 2, "2026-01-05" },
    { "2026-01-10", 7, "2026-01-12" },
    { "2026-01-12", 7, "2026-01-12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int offset = steward_network_day_to_offset (fixture->network, parse_day (cases[i].day));

      g_assert_cmpint (offset, ==, cases[i].offset);
      g_assert_cmpint (steward_network_offset_to_day (fixture->network, offset), ==,
                       parse_day (cases[i].back));
    }
}

static void
test_not_before_and_deadline (Fixture       *fixture,
                              gconstpointer  data)
{
  int a = add (fixture, "a", 1);
  int b = add (fixture, "b", 3);
  int c = add (fixture, "c", 2);

  steward_network_link (fixture->network, a, b);
  steward_network_set_not_before (fixture->network, b, parse_day ("2026-01-10"));
  steward_network_set_deadline (fixture->network, b, parse_day ("2026-01-13"));
  steward_network_set_deadline (fixture->network, c, parse_day ("2026-01-11"));
  solve (fixture);
  assert_task (fixture, a, (int[]) { 0, 1, 4, 5, 4, 6 }, FALSE, STEWARD_BOUND_START, -1);
  assert_task (fixture, b, (int[]) { 7, 10, 5, 8, -2, 0 }, TRUE, STEWARD_BOUND_NOT_BEFORE, -1);
  assert_task (fixture, c, (int[]) { 0, 2, 4, 6, 4, 8 }, FALSE, STEWARD_BOUND_START, -1);

  steward_network_set_not_before (fixture->network, b, STEWARD_DAY_NONE);
  steward_network_set_deadline (fixture->network, b, STEWARD_DAY_NONE);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 4);
}

static void
test_actual_dates_win (Fixture       *fixture,
                       gconstpointer  data)
{
  int a = add (fixture, "a", 5);
  int b = add (fixture, "b", 5);
  int c = add (fixture, "c", 5);

  steward_network_link (fixture->network, a, b);
  steward_network_link (fixture->network, b, c);
  steward_network_set_actual (fixture->network, a, 1, 8);
  solve (fixture);
  assert_task (fixture, a, (int[]) { 1, 8, 1, 8, 0, 0 }, TRUE, STEWARD_BOUND_ACTUAL, -1);
  assert_task (fixture, c, (int[]) { 13, 18, 13, 18, 0, 0 }, TRUE, STEWARD_BOUND_PREDECESSOR, b);

  /* Accepted before its predecessor was decided: it stays where it was. */
  steward_network_set_actual (fixture->network, b, 4, -1);
  solve (fixture);
  assert_task (fixture, a, (int[]) { 1, 8, 7, 14, 6, 6 }, FALSE, STEWARD_BOUND_ACTUAL, -1);
  assert_task (fixture, b, (int[]) { 4, 9, 4, 9, 0, 0 }, TRUE, STEWARD_BOUND_ACTUAL, -1);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 14);

  /* Only the decision is known. */
  steward_network_set_actual (fixture->network, b, -1, 3);
  solve (fixture);
  assert_task (fixture, b, (int[]) { 3, 3, 3, 3, 0, 0 }, TRUE, STEWARD_BOUND_ACTUAL, -1);

  steward_network_set_actual (fixture->network, a, -1, -1);
  steward_network_set_actual (fixture->network, b, -1, -1);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 15);
}

static void
test_hammock_does_not_gate (Fixture       *fixture,
                            gconstpointer  data)
{
  int a = add (fixture, "a", 2);
  int utility = add (fixture, "utility", 20);
  int meter = add (fixture, "meter", 3);
  int b = add (fixture, "b", 2);

  steward_network_set_hammock (fixture->network, utility, TRUE);
  steward_network_set_hammock (fixture->network, meter, TRUE);
  steward_network_link (fixture->network, a, utility);
  steward_network_link (fixture->network, utility, meter);
  steward_network_link (fixture->network, utility, b);
  steward_network_link (fixture->network, a, b);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 4);
  assert_task (fixture, a, (int[]) { 0, 2, 0, 2, 0, 0 }, TRUE, STEWARD_BOUND_START, -1);
  assert_task (fixture, b, (int[]) { 2, 4, 2, 4, 0, 0 }, TRUE, STEWARD_BOUND_PREDECESSOR, a);
  assert_task (fixture, meter, (int[]) { 22, 25, 22, 25, 0, 0 }, FALSE,
               STEWARD_BOUND_PREDECESSOR, utility);

  steward_network_set_hammock (fixture->network, utility, FALSE);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 24);
}

/* A hammock gates what is linked to it firmly, and is critical over that alone:
 * what else comes after it, hammock or not, counts as before. */
static void
test_a_firm_link_makes_a_hammock_gate (Fixture       *fixture,
                                       gconstpointer  data)
{
  int a = add (fixture, "a", 2);
  int utility = add (fixture, "utility", 20);
  int meter = add (fixture, "meter", 30);
  int b = add (fixture, "b", 2);
  int c = add (fixture, "c", 4);

  steward_network_set_hammock (fixture->network, utility, TRUE);
  steward_network_set_hammock (fixture->network, meter, TRUE);
  steward_network_link (fixture->network, a, utility);
  steward_network_link (fixture->network, utility, meter);
  steward_network_link (fixture->network, utility, c);
  steward_network_link_firmly (fixture->network, utility, b);
  steward_network_link (fixture->network, a, c);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 24);
  assert_task (fixture, a, (int[]) { 0, 2, 0, 2, 0, 0 }, TRUE, STEWARD_BOUND_START, -1);
  assert_task (fixture, utility, (int[]) { 2, 22, 2, 22, 0, 0 }, TRUE, STEWARD_BOUND_PREDECESSOR, a);
  assert_task (fixture, b, (int[]) { 22, 24, 22, 24, 0, 0 }, TRUE, STEWARD_BOUND_PREDECESSOR, utility);
  assert_task (fixture, c, (int[]) { 2, 6, 20, 24, 18, 18 }, FALSE, STEWARD_BOUND_PREDECESSOR, a);
  g_assert_cmpint (steward_network_get_result (fixture->network, meter)->early_start, ==, 22);
  g_assert_false (steward_network_get_result (fixture->network, meter)->critical);
  /* What has begun is held by nothing, firm or not. */
  steward_network_set_actual (fixture->network, b, 3, -1);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 6);
  g_assert_false (steward_network_get_result (fixture->network, utility)->critical);
}

static void
test_circle_is_told_by_its_tasks (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  int root = add (fixture, "root", 1);
  int a = add (fixture, "甲", 1);
  int b = add (fixture, "乙", 1);
  int c = add (fixture, "丙", 1);
  int tail = add (fixture, "tail", 1);

  steward_network_link (fixture->network, root, a);
  steward_network_link (fixture->network, c, tail);
  steward_network_link (fixture->network, a, b);
  steward_network_link (fixture->network, b, c);
  solve (fixture);
  steward_network_link (fixture->network, c, a);
  g_assert_false (steward_network_solve (fixture->network, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE);
  g_assert_cmpstr (error->message, ==,
                   "The precedence of 3 tasks runs in a circle: 甲 → 乙 → 丙 → 甲");
}

static void
test_circle_of_one (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  int a = add (fixture, "a", 1);

  steward_network_link (fixture->network, a, a);
  g_assert_false (steward_network_solve (fixture->network, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE);
  g_assert_cmpstr (error->message, ==,
                   "The precedence of 1 task runs in a circle: a → a");
}

/* A walk that called itself would end the stack here. */
static void
test_long_chain_and_long_circle (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < STEWARD_NETWORK_MAX_TASKS; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      add (fixture, id, i % 10 == 0 ? 1 : 0);
      if (i > 0)
        steward_network_link (fixture->network, i, i - 1);
    }
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==,
                   STEWARD_NETWORK_MAX_TASKS / 10);
  g_assert_cmpint (steward_network_add (fixture->network, "one more", 1, &error), ==, -1);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
  g_clear_error (&error);

  steward_network_link (fixture->network, 0, STEWARD_NETWORK_MAX_TASKS - 1);
  g_assert_false (steward_network_solve (fixture->network, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "of 200000 tasks"));
  g_assert_cmpuint (strlen (error->message), <, 400);
}

static void
test_wrong_tasks (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *id;
    int         days;
  } tasks[] = { { "a", 1 }, { "", 1 }, { "b", -1 }, { "b", STEWARD_NETWORK_MAX_DAYS + 1 } };

  add (fixture, "a", 1);
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (steward_network_add (fixture->network, tasks[i].id, tasks[i].days, &error),
                       ==, -1);
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
  g_assert_cmpuint (steward_network_get_length (fixture->network), ==, 1);
}

static void
test_end_beyond_the_calendar (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 5; i++)
    {
      char id[] = { 'a' + i, '\0' };

      add (fixture, id, STEWARD_NETWORK_MAX_DAYS);
      if (i > 0)
        steward_network_link (fixture->network, i - 1, i);
    }
  g_assert_false (steward_network_solve (fixture->network, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
}

static void
test_too_many_links (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  int a = add (fixture, "a", 1);
  int b = add (fixture, "b", 1);

  for (int i = 0; i < STEWARD_NETWORK_MAX_LINKS; i++)
    steward_network_link (fixture->network, a, b);
  solve (fixture);
  g_assert_cmpint (steward_network_get_total (fixture->network), ==, 2);
  steward_network_link (fixture->network, a, b);
  g_assert_false (steward_network_solve (fixture->network, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
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
    { "/network/empty", test_empty },
    { "/network/chain-is-the-sum", test_chain_is_the_sum },
    { "/network/diamond", test_diamond },
    { "/network/offsets-are-working-days", test_offsets_are_working_days },
    { "/network/not-before-and-deadline", test_not_before_and_deadline },
    { "/network/actual-dates-win", test_actual_dates_win },
    { "/network/hammock-does-not-gate", test_hammock_does_not_gate },
    { "/network/a-firm-link-makes-it-gate", test_a_firm_link_makes_a_hammock_gate },
    { "/network/circle-is-told-by-its-tasks", test_circle_is_told_by_its_tasks },
    { "/network/circle-of-one", test_circle_of_one },
    { "/network/long-chain-and-long-circle", test_long_chain_and_long_circle },
    { "/network/wrong-tasks", test_wrong_tasks },
    { "/network/end-beyond-the-calendar", test_end_beyond_the_calendar },
    { "/network/too-many-links", test_too_many_links },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
