/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "project-fixture.h"
#include "steward-route.h"

typedef struct
{
  StewardProject *project;
  StewardPlan    *plan;
} Fixture;

static void
set_up (Fixture    *fixture,
        const char *box)
{
  fixture->project = fixture_new_project ("jincheng-2022");
  steward_project_set_tick (fixture->project, box, TRUE, "a", "2026-08-03T09:00:00");
}

static void
tear_down (Fixture *fixture)
{
  g_clear_pointer (&fixture->plan, steward_plan_free);
  g_clear_object (&fixture->project);
}

/* The first ticked item, handled by @bureau at @level. */
static StewardRoute *
find_route (Fixture      *fixture,
            StewardLevel  level,
            const char   *bureau)
{
  g_autoptr(StewardPlan) plan = steward_plan_new (fixture->project);
  const StewardPlanItem *item = plan->items->pdata[0];
  g_autoptr(StewardCase) handled = steward_case_new ("c1", item->id);

  handled->level = level;
  g_free (handled->bureau);
  handled->bureau = g_strdup (bureau);
  steward_project_put_case (fixture->project, handled);
  fixture->plan = steward_plan_new (fixture->project);
  return steward_route_new (fixture->plan, fixture->plan->items->pdata[0]);
}

static const char *
get_first_item_box (void)
{
  static char id[100];
  g_autoptr(StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardPack *pack = steward_project_get_pack (project);
  const StewardItem *item = g_ptr_array_index (steward_pack_get_items (pack), 0);

  g_strlcpy (id, steward_pack_find_item_box (pack, item->id)->id, sizeof id);
  return id;
}

static gboolean
has (GPtrArray  *named,
     const char *id)
{
  for (guint i = 0; i < named->len; i++)
    if (strcmp (((const StewardNamed *) named->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_own_level (void)
{
  Fixture fixture = { NULL, NULL };
  g_autoptr(StewardRoute) route = NULL;

  set_up (&fixture, get_first_item_box ());
  route = find_route (&fixture, STEWARD_LEVEL_UNKNOWN, "");
  g_assert_cmpint (route->own, ==, STEWARD_LEVEL_CITY);
  g_assert_cmpint (route->level, ==, STEWARD_LEVEL_CITY);
  g_assert_false (route->pushed);
  g_assert_null (route->timer);
  g_assert_cmpuint (route->rules->len, ==, 0);
  g_assert_true (has (route->bureaus, "jc.b.city"));
  g_assert_true (has (route->partners, "jc.b.zone-jincheng"));
  g_assert_false (steward_route_is_plain (route));
  tear_down (&fixture);
}

static void
test_levels (void)
{
  static const struct
  {
    StewardLevel  level;
    guint         n_rules;
    const char   *rule;
  } cases[] = {
    { STEWARD_LEVEL_NATION, 1, "jc.route.cross-level" },
    { STEWARD_LEVEL_PROVINCE, 1, "jc.route.cross-level" },
    { STEWARD_LEVEL_COUNTY, 2, "jc.route.county" },
    { STEWARD_LEVEL_TOWN, 1, "jc.route.cross-level" },
    { STEWARD_LEVEL_ZONE, 3, "jc.route.zone-help" },
  };
  const char *box = get_first_item_box ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { NULL, NULL };
      g_autoptr(StewardRoute) route = NULL;

      set_up (&fixture, box);
      route = find_route (&fixture, cases[i].level, "");
      g_assert_true (route->pushed);
      g_assert_cmpuint (route->rules->len, ==, cases[i].n_rules);
      g_assert_true (has (route->rules, cases[i].rule));
      g_assert_nonnull (route->timer);
      g_assert_cmpint (route->timer->days, ==, 1);
      tear_down (&fixture);
    }
}

/* A zone names the bureaus that help it, though the pack writes it at these. */
static void
test_pairs_both_ways (void)
{
  Fixture fixture = { NULL, NULL };
  g_autoptr(StewardRoute) route = NULL;

  set_up (&fixture, get_first_item_box ());
  route = find_route (&fixture, STEWARD_LEVEL_ZONE, "jc.b.zone-jincheng");
  g_assert_cmpuint (route->bureaus->len, ==, 1);
  g_assert_cmpuint (route->partners->len, ==, 2);
  g_assert_true (has (route->partners, "jc.b.city"));
  g_assert_true (has (route->partners, "jc.b.chengqu"));
  tear_down (&fixture);
}

static void
test_text (void)
{
  Fixture fixture = { NULL, NULL };
  g_autoptr(StewardRoute) route = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  set_up (&fixture, get_first_item_box ());
  route = find_route (&fixture, STEWARD_LEVEL_COUNTY, "jc.b.gaoping");
  text = steward_route_to_text (route);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_nonnull (strstr (lines[0], "跨层级项目: 完成本级审批职能后推送相应审批部门 (晋市审管发"));
  g_assert_nonnull (strstr (lines[0], "方案四（二）1)"));
  g_assert_nonnull (strstr (lines[1], "提前介入"));
  g_assert_cmpstr (lines[2], ==, "推送相应审批部门: within 1 working day");
  g_assert_cmpstr (lines[3], ==, "Paired with 高平经济技术开发区行政审批办公室");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/own-level", test_own_level);
  g_test_add_func ("/route/each-level-has-its-rules", test_levels);
  g_test_add_func ("/route/pairs-are-read-from-both-sides", test_pairs_both_ways);
  g_test_add_func ("/route/text-names-rule-clause-days-and-partner", test_text);
  return g_test_run ();
}
