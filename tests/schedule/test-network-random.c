/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-network.h"

/* Random networks, held against longest paths found by repetition, and their
 * floats against what floats mean. */

#define MAX_TASKS 24
#define ROUNDS    600

typedef struct
{
  int            n;
  int            days[MAX_TASKS];
  gboolean       links[MAX_TASKS][MAX_TASKS];
  int            not_before[MAX_TASKS];     /* offset, 0: none */
  int            deadline[MAX_TASKS];       /* offset, 0: none */
  StewardDay     start;
} Plan;

/* Links run along a random order that has nothing to do with the numbers. */
static void
make_plan (Plan     *plan,
           gboolean  with_dates)
{
  int place[MAX_TASKS];

  memset (plan, 0, sizeof *plan);
  plan->n = g_test_rand_int_range (1, MAX_TASKS + 1);
  plan->start = steward_day_from_ymd (2026, 1, 5);
  for (int i = 0; i < plan->n; i++)
    {
      int other = g_test_rand_int_range (0, i + 1);

      place[i] = place[other];
      place[other] = i;
      plan->days[i] = g_test_rand_int_range (0, 9);
      if (with_dates && g_test_rand_int_range (0, 5) == 0)
        plan->not_before[i] = g_test_rand_int_range (1, 40);
      if (with_dates && g_test_rand_int_range (0, 5) == 0)
        plan->deadline[i] = g_test_rand_int_range (1, 40);
    }
  for (int i = 0; i < plan->n; i++)
    for (int j = 0; j < plan->n; j++)
      plan->links[i][j] = place[i] < place[j] && g_test_rand_int_range (0, 5) == 0;
}

static StewardNetwork *
build (const Plan *plan)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_weekdays ();
  StewardNetwork *network = steward_network_new (calendar, plan->start);
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < plan->n; i++)
    {
      char id[] = { 'a' + i, '\0' };

      g_assert_cmpint (steward_network_add (network, id, plan->days[i], NULL), ==, i);
      if (plan->not_before[i] > 0)
        steward_network_set_not_before (network, i,
                                        steward_calendar_add (calendar, plan->start,
                                                              plan->not_before[i]));
      if (plan->deadline[i] > 0)
        steward_network_set_deadline (network, i,
                                      steward_calendar_add (calendar, plan->start,
                                                            plan->deadline[i]));
    }
  for (int i = 0; i < plan->n; i++)
    for (int j = 0; j < plan->n; j++)
      if (plan->links[i][j])
        steward_network_link (network, i, j);
  steward_network_solve (network, &error);
  g_assert_no_error (error);
  return network;
}

static void
test_agrees_with_repetition (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      Plan plan;
      g_autoptr(StewardNetwork) network = NULL;
      int early[MAX_TASKS], late[MAX_TASKS];
      int total = 0;

      make_plan (&plan, TRUE);
      network = build (&plan);
      memcpy (early, plan.not_before, sizeof early);
      for (int pass = 0; pass < plan.n; pass++)
        for (int i = 0; i < plan.n; i++)
          for (int j = 0; j < plan.n; j++)
            if (plan.links[i][j])
              early[j] = MAX (early[j], early[i] + plan.days[i]);
      for (int i = 0; i < plan.n; i++)
        total = MAX (total, early[i] + plan.days[i]);
      for (int i = 0; i < plan.n; i++)
        late[i] = plan.deadline[i] > 0 ? MIN (plan.deadline[i], total) : total;
      for (int pass = 0; pass < plan.n; pass++)
        for (int i = 0; i < plan.n; i++)
          for (int j = 0; j < plan.n; j++)
            if (plan.links[i][j])
              late[i] = MIN (late[i], late[j] - plan.days[j]);

      g_assert_cmpint (steward_network_get_total (network), ==, total);
      for (int i = 0; i < plan.n; i++)
        {
          const StewardTaskResult *result = steward_network_get_result (network, i);

          g_assert_cmpint (result->early_start, ==, early[i]);
          g_assert_cmpint (result->early_finish, ==, early[i] + plan.days[i]);
          g_assert_cmpint (result->late_finish, ==, late[i]);
          g_assert_cmpint (result->late_start, ==, late[i] - plan.days[i]);
          g_assert_cmpint (result->total_float, ==, late[i] - early[i] - plan.days[i]);
          g_assert_cmpint (result->critical, ==, result->total_float <= 0);
          if (result->binding >= 0)
            {
              g_assert_true (plan.links[result->binding][i]);
              g_assert_cmpint (early[result->binding] + plan.days[result->binding], ==, early[i]);
            }
        }
    }
}

/* A task may take its total float longer, and not a day more, before the whole
 * does. This also tries that an edit recomputes like a new network. */
static void
test_total_float_is_what_it_means (void)
{
  for (int round = 0; round < ROUNDS / 4; round++)
    {
      Plan plan;
      g_autoptr(StewardNetwork) network = NULL;
      int total;

      make_plan (&plan, FALSE);
      network = build (&plan);
      total = steward_network_get_total (network);
      for (int i = 0; i < plan.n; i++)
        {
          int slack = steward_network_get_result (network, i)->total_float;

          for (int more = 0; more < 2; more++)
            {
              steward_network_set_days (network, i, plan.days[i] + slack + more);
              g_assert_true (steward_network_solve (network, NULL));
              g_assert_cmpint (steward_network_get_total (network), ==, total + more);
            }
          steward_network_set_days (network, i, plan.days[i]);
          g_assert_true (steward_network_solve (network, NULL));
          g_assert_cmpint (steward_network_get_total (network), ==, total);
        }
    }
}

/* Within its free float a task moves nobody; a day more moves somebody. */
static void
test_free_float_is_what_it_means (void)
{
  for (int round = 0; round < ROUNDS / 4; round++)
    {
      Plan plan;
      g_autoptr(StewardNetwork) before = NULL;

      make_plan (&plan, FALSE);
      before = build (&plan);
      for (int i = 0; i < plan.n; i++)
        for (int more = 0; more < 2; more++)
          {
            Plan later = plan;
            g_autoptr(StewardNetwork) after = NULL;
            gboolean moved;

            later.days[i] += steward_network_get_result (before, i)->free_float + more;
            after = build (&later);
            moved = steward_network_get_total (after) != steward_network_get_total (before);
            for (int j = 0; j < plan.n; j++)
              moved |= steward_network_get_result (after, j)->early_start !=
                       steward_network_get_result (before, j)->early_start;
            g_assert_cmpint (moved, ==, more == 1);
          }
    }
}

static void
test_order_of_tasks_does_not_matter (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      Plan plan, mirror;
      g_autoptr(StewardNetwork) one = NULL;
      g_autoptr(StewardNetwork) other = NULL;

      make_plan (&plan, TRUE);
      mirror = plan;
      for (int i = 0; i < plan.n; i++)
        {
          int m = plan.n - 1 - i;

          mirror.days[m] = plan.days[i];
          mirror.not_before[m] = plan.not_before[i];
          mirror.deadline[m] = plan.deadline[i];
          for (int j = 0; j < plan.n; j++)
            mirror.links[m][plan.n - 1 - j] = plan.links[i][j];
        }
      one = build (&plan);
      other = build (&mirror);
      for (int i = 0; i < plan.n; i++)
        {
          const StewardTaskResult *a = steward_network_get_result (one, i);
          const StewardTaskResult *b = steward_network_get_result (other, plan.n - 1 - i);

          g_assert_cmpint (a->early_start, ==, b->early_start);
          g_assert_cmpint (a->late_finish, ==, b->late_finish);
          g_assert_cmpint (a->free_float, ==, b->free_float);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/agrees-with-repetition", test_agrees_with_repetition);
  g_test_add_func ("/network/total-float-is-what-it-means", test_total_float_is_what_it_means);
  g_test_add_func ("/network/free-float-is-what-it-means", test_free_float_is_what_it_means);
  g_test_add_func ("/network/order-of-tasks-does-not-matter",
                   test_order_of_tasks_does_not_matter);
  return g_test_run ();
}
