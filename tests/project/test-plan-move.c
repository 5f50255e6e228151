/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items moved inside what precedence allows. */
#include "project-fixture.h"
#include "steward-error.h"
#include "steward-plan-move.h"

#include <string.h>

#define LAND     "jc.s2.item.land-use-planning-permit"
#define PLANNING "jc.s2.item.construction-planning-permit"
#define EIA      "jc.s2.item.eia"

/* Of its second stage: the land use permit, the planning permit after it, and
 * the EIA, in the order of the form. */
static StewardProject *
new_project (void)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  fixture_tick (project, "jc.s1.box.item.filing");
  fixture_tick (project, "jc.s2.box.item.land-use-planning-permit");
  fixture_tick (project, "jc.s2.box.item.construction-planning-permit");
  fixture_tick (project, "jc.s2.box.item.eia");
  return project;
}

static void
assert_moved (const StewardPlan *plan,
              const char        *base,
              guint              place,
              const char        *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) order = steward_plan_move_item (plan, base, place, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv (" ", order);
  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_refused (const StewardPlan *plan,
                const char        *base,
                guint              place,
                int                code,
                const char        *why)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_plan_move_item (plan, base, place, &error));
  g_assert_error (error, STEWARD_ERROR, code);
  g_assert_nonnull (strstr (error->message, why));
}

static void
test_an_item_moves_to_a_place (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardPlan) plan = steward_plan_new (project);

  g_assert_cmpint (steward_plan_get_place (plan, LAND), ==, 0);
  g_assert_cmpint (steward_plan_get_place (plan, EIA), ==, 2);
  g_assert_cmpint (steward_plan_get_place (plan, "jc.s1.item.filing"), ==, 0);
  g_assert_cmpint (steward_plan_get_place (plan, "jc.s2.item.water-soil"), ==, -1);
  assert_moved (plan, EIA, 0, EIA " " LAND " " PLANNING);
  assert_moved (plan, EIA, 1, LAND " " EIA " " PLANNING);
  assert_moved (plan, PLANNING, 99, LAND " " EIA " " PLANNING);
}

static void
test_what_precedence_forbids_says_why (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  const char *land = steward_plan_find_item (plan, LAND)->base_short_name;

  assert_refused (plan, PLANNING, 0, STEWARD_ERROR_INVALID, land);
  assert_refused (plan, LAND, 1, STEWARD_ERROR_INVALID, "rules of the pack");
  assert_refused (plan, LAND, 0, STEWARD_ERROR_INVALID, "there already");
  assert_refused (plan, EIA, 7, STEWARD_ERROR_INVALID, "there already");
  assert_refused (plan, "jc.s2.item.water-soil", 0, STEWARD_ERROR_UNKNOWN, "water-soil");
}

/* In Datong what comes first is said of the blocks. */
static void
test_blocks_precede_as_items_do (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardPlan) plan = NULL;
  const StewardPlanItem *filing, *eia, *energy;

  fixture_tick (project, "dt.s1.box.filing");
  fixture_tick (project, "dt.s1.box.eia");
  fixture_tick (project, "dt.s1.box.energy-review");
  plan = steward_plan_new (project);
  filing = steward_plan_find_item (plan, "dt.s1.filing");
  eia = steward_plan_find_item (plan, "dt.s1.eia");
  energy = steward_plan_find_item (plan, "dt.s1.energy-review");
  g_assert_true (steward_plan_item_precedes (plan, filing, eia));
  g_assert_false (steward_plan_item_precedes (plan, eia, filing));
  g_assert_false (steward_plan_item_precedes (plan, eia, energy));
  g_assert_false (steward_plan_item_precedes (plan, energy, eia));
}

/* The cases of one item are one thing to move. */
static void
test_segments_move_together (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardCase) first = steward_case_new ("c1", EIA), second = steward_case_new ("c2", EIA);
  g_autoptr (StewardPlan) plan = NULL;

  steward_project_put_case (project, first);
  steward_project_put_case (project, second);
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->items->len, ==, 5);
  assert_moved (plan, EIA, 0, EIA " " LAND " " PLANNING);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/move/an-item-moves-to-a-place", test_an_item_moves_to_a_place);
  g_test_add_func ("/move/what-precedence-forbids-says-why", test_what_precedence_forbids_says_why);
  g_test_add_func ("/move/blocks-precede-as-items-do", test_blocks_precede_as_items_do);
  g_test_add_func ("/move/segments-move-together", test_segments_move_together);
  return g_test_run ();
}
