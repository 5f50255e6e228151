/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-network.h"

/* Networks of up to 100,000 tasks. Links run along a random order, so that
 * one walk in that order, and one back, is all that longest paths need. */

#define MAX_LINKS 3
#define EDITS 300

typedef struct
{
  guint n;
  int  *days;
  int  *not_before;            /* offset, 0: none */
  int  *order;                 /* tasks, predecessors before successors */
  int (*after)[MAX_LINKS];     /* predecessors of a task, -1: none */
} Plan;

static void
plan_init (Plan  *plan,
           guint  n)
{
  plan->n = n;
  plan->days = g_new (int, n);
  plan->not_before = g_new0 (int, n);
  plan->order = g_new (int, n);
  plan->after = g_malloc_n (n, sizeof *plan->after);
  for (guint i = 0; i < n; i++)
    {
      guint other = g_test_rand_int_range (0, i + 1);

      plan->order[i] = plan->order[other];
      plan->order[other] = i;
      plan->days[i] = g_test_rand_int_range (0, 61);
      if (g_test_rand_int_range (0, 10) == 0)
        plan->not_before[i] = g_test_rand_int_range (1, 1000);
    }
  for (guint place = 0; place < n; place++)
    for (guint l = 0; l < MAX_LINKS; l++)
      plan->after[plan->order[place]][l] =
        place > 0 && g_test_rand_bit () ? plan->order[g_test_rand_int_range (0, place)] : -1;
}

static void
plan_clear (Plan *plan)
{
  g_free (plan->days);
  g_free (plan->not_before);
  g_free (plan->order);
  g_free (plan->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static void
solve (StewardNetwork *network)
{
  g_autoptr(GError) error = NULL;

  steward_network_solve (network, &error);
  g_assert_no_error (error);
}

static StewardNetwork *
build (const Plan *plan)
{
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_weekdays ();
  StewardDay start = steward_day_from_ymd (2026, 1, 5);
  StewardNetwork *network = steward_network_new (calendar, start);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < plan->n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      g_assert_cmpint (steward_network_add (network, id, plan->days[i], &error), ==, i);
      if (plan->not_before[i])
        steward_network_set_not_before (network, i, steward_calendar_add (calendar, start, plan->not_before[i]));
    }
  for (guint i = 0; i < plan->n; i++)
    for (guint l = 0; l < MAX_LINKS; l++)
      if (plan->after[i][l] >= 0)
        steward_network_link (network, plan->after[i][l], i);
  solve (network);
  return network;
}

static int
walk_forward (const Plan *plan,
              int        *early)
{
  int total = 0;

  for (guint place = 0; place < plan->n; place++)
    {
      int task = plan->order[place];

      early[task] = plan->not_before[task];
      for (guint l = 0; l < MAX_LINKS; l++)
        if (plan->after[task][l] >= 0)
          early[task] = MAX (early[task], early[plan->after[task][l]] + plan->days[plan->after[task][l]]);
      total = MAX (total, early[task] + plan->days[task]);
    }
  return total;
}

static void
walk_back (const Plan *plan,
           int         total,
           int        *late)
{
  for (guint i = 0; i < plan->n; i++)
    late[i] = total;
  for (guint place = plan->n; place-- > 0;)
    {
      int task = plan->order[place];

      for (guint l = 0; l < MAX_LINKS; l++)
        if (plan->after[task][l] >= 0)
          late[plan->after[task][l]] = MIN (late[plan->after[task][l]], late[task] - plan->days[task]);
    }
}

static void
test_large_networks_have_longest_paths (void)
{
  const guint sizes[] = { 1, 100, 5000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_auto(Plan) plan = { 0 };
      g_autoptr(StewardNetwork) network = NULL;
      g_autofree int *early = g_new (int, sizes[i]);
      g_autofree int *late = g_new (int, sizes[i]);
      int total;

      plan_init (&plan, sizes[i]);
      network = build (&plan);
      total = walk_forward (&plan, early);
      walk_back (&plan, total, late);
      g_assert_cmpint (steward_network_get_total (network), ==, total);
      for (guint task = 0; task < plan.n; task++)
        {
          const StewardTaskResult *result = steward_network_get_result (network, task);

          g_assert_cmpint (result->early_start, ==, early[task]);
          g_assert_cmpint (result->late_finish, ==, late[task]);
          g_assert_cmpint (result->critical, ==, early[task] + plan.days[task] == late[task]);
        }
    }
}

static void
assert_same (const StewardNetwork *a,
             const StewardNetwork *b)
{
  g_assert_cmpuint (steward_network_get_length (a), ==, steward_network_get_length (b));
  g_assert_cmpint (steward_network_get_total (a), ==, steward_network_get_total (b));
  for (guint task = 0; task < steward_network_get_length (a); task++)
    {
      const StewardTaskResult *one = steward_network_get_result (a, task);
      const StewardTaskResult *other = steward_network_get_result (b, task);

      g_assert_cmpint (one->early_start, ==, other->early_start);
      g_assert_cmpint (one->early_finish, ==, other->early_finish);
      g_assert_cmpint (one->late_start, ==, other->late_start);
      g_assert_cmpint (one->late_finish, ==, other->late_finish);
      g_assert_cmpint (one->total_float, ==, other->total_float);
      g_assert_cmpint (one->free_float, ==, other->free_float);
      g_assert_cmpint (one->critical, ==, other->critical);
      g_assert_cmpint (one->bound, ==, other->bound);
      g_assert_cmpint (one->binding, ==, other->binding);
    }
}

/* One network that is edited again and again, and one made anew each time. */
static void
test_an_edited_network_equals_a_new_one (void)
{
  g_auto(Plan) plan = { 0 };
  g_autoptr(StewardNetwork) edited = NULL;

  plan_init (&plan, 150);
  edited = build (&plan);
  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr(StewardNetwork) fresh = NULL;
      int task = g_test_rand_int_range (0, plan.n);

      if (g_test_rand_bit ())
        {
          plan.days[task] = g_test_rand_int_range (0, 61);
          steward_network_set_days (edited, task, plan.days[task]);
        }
      else
        {
          StewardCalendar *calendar = steward_network_get_calendar (edited);

          plan.not_before[task] = g_test_rand_int_range (1, 1000);
          steward_network_set_not_before (edited, task,
                                          steward_calendar_add (calendar, steward_network_offset_to_day (edited, 0),
                                                                plan.not_before[task]));
        }
      solve (edited);
      fresh = build (&plan);
      assert_same (edited, fresh);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/large-networks-have-longest-paths", test_large_networks_have_longest_paths);
  g_test_add_func ("/network/an-edited-network-equals-a-new-one", test_an_edited_network_equals_a_new_one);
  return g_test_run ();
}
