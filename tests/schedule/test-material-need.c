/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a paper that is still to be handed in. */
#include "random-project.h"
#include "schedule-fixture.h"
#include "steward-material-need.h"
#include "steward-papers.h"

#include <string.h>

#define FILING   "jc.s1.item.filing"
#define PLANNING "jc.s2.item.construction-planning-permit"
#define EIA      "jc.s2.item.eia"

#define FILING_FORM   "jc.s1.app.filing-form-jincheng"
#define PLANNING_FORM "jc.s2.app.construction-planning-form"
#define EIA_REPORT    "jc.s2.rep.eia"
/* The form does not say which item needs it. */
#define LAND_CONTRACT "jc.s1.land.transfer-contract"

static void
tick_material (StewardProject *project,
               const char     *material)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; k < group->boxes->len; k++)
            {
              const StewardBox *box = group->boxes->pdata[k];

              if (box->material && strcmp (box->material->id, material) == 0)
                steward_project_set_tick (project, box->id, TRUE, "科室", "");
            }
        }
    }
}

static void
put_limit (StewardProject *project,
           const char     *item,
           int             limit)
{
  g_autofree char *id = g_strconcat ("c.", item, NULL);
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  handled->limit = limit;
  steward_project_put_case (project, handled);
}

/* Filing takes 1 day, then the planning permit 5 beside the EIA with 3. */
static StewardProject *
new_story (void)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");
  const char * const materials[] = { EIA_REPORT, PLANNING_FORM, FILING_FORM };

  fixture_tick_item (project, FILING);
  fixture_tick_item (project, PLANNING);
  fixture_tick_item (project, EIA);
  put_limit (project, FILING, 1);
  put_limit (project, PLANNING, 5);
  put_limit (project, EIA, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (materials); i++)
    tick_material (project, materials[i]);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  return project;
}

static GPtrArray *
list_needs (const StewardSchedule *schedule)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *needs = steward_schedule_list_material_needs (schedule, &error);

  g_assert_no_error (error);
  return needs;
}

static void
assert_need (GPtrArray  *needs,
             guint       index,
             const char *material,
             const char *item,
             guint       n_behind,
             int         days,
             const char *wanted)
{
  const StewardMaterialNeed *need;

  g_assert_cmpuint (index, <, needs->len);
  need = needs->pdata[index];
  g_assert_cmpstr (need->material->id, ==, material);
  g_assert_cmpuint (need->items->len, ==, 1);
  g_assert_cmpstr (((StewardScheduleRow *) need->items->pdata[0])->id, ==, item);
  g_assert_cmpuint (need->n_behind, ==, n_behind);
  g_assert_cmpint (need->days, ==, days);
  fixture_assert_day (need->wanted, wanted);
}

static void
test_what_most_wait_for_comes_first (void)
{
  g_autoptr (StewardProject) project = new_story ();
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-02");
  g_autoptr (GPtrArray) needs = list_needs (schedule);

  g_assert_cmpuint (needs->len, ==, 3);
  assert_need (needs, 0, FILING_FORM, FILING, 2, 6, "2026-03-02");
  assert_need (needs, 1, PLANNING_FORM, PLANNING, 0, 5, "2026-03-03");
  /* It has two days to spare, and nothing comes after it. */
  assert_need (needs, 2, EIA_REPORT, EIA, 0, 0, "2026-03-03");
  g_assert_true (((StewardMaterialNeed *) needs->pdata[0])->holds);
  g_assert_false (((StewardMaterialNeed *) needs->pdata[1])->holds);
}

static void
test_what_is_accepted_has_its_papers (void)
{
  g_autoptr (StewardProject) project = new_story ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) needs = NULL;

  fixture_put_case (project, FILING, "1 2026-03-02", "3 2026-03-02", "11 2026-03-03", NULL);
  schedule = fixture_schedule (project, "2026-03-05");
  needs = list_needs (schedule);
  g_assert_cmpuint (needs->len, ==, 2);
  assert_need (needs, 0, PLANNING_FORM, PLANNING, 0, 5, "2026-03-05");
  g_assert_true (((StewardMaterialNeed *) needs->pdata[0])->holds);
}

static void
test_a_paper_of_the_stage_is_wanted_by_its_first_item (void)
{
  g_autoptr (StewardProject) project = new_story ();
  g_autoptr (StewardSchedule) schedule = NULL, later = NULL;
  g_autoptr (GPtrArray) needs = NULL, none = NULL;

  tick_material (project, LAND_CONTRACT);
  schedule = fixture_schedule (project, "2026-03-02");
  needs = list_needs (schedule);
  g_assert_cmpuint (needs->len, ==, 4);
  g_assert_false (((StewardMaterialNeed *) needs->pdata[0])->by_stage);
  assert_need (needs, 1, LAND_CONTRACT, FILING, 2, 6, "2026-03-02");
  g_assert_true (((StewardMaterialNeed *) needs->pdata[1])->by_stage);

  fixture_put_case (project, FILING, "1 2026-03-02", "3 2026-03-02", NULL);
  later = fixture_schedule (project, "2026-03-02");
  none = list_needs (later);
  g_assert_cmpuint (none->len, ==, 2);
}

static void
test_what_is_handed_in_is_not_missing (void)
{
  g_autoptr (StewardProject) project = new_story ();
  const StewardReceipt receipt = { (char *) FILING_FORM, fixture_day ("2026-03-01"), (char *) "", (char *) "窗口" };
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) needs = NULL;

  g_assert_true (steward_project_put_receipt (project, &receipt, NULL));
  schedule = fixture_schedule (project, "2026-03-02");
  needs = list_needs (schedule);
  g_assert_cmpuint (needs->len, ==, 2);
  assert_need (needs, 0, PLANNING_FORM, PLANNING, 0, 5, "2026-03-03");
}

static void
test_nothing_waits_where_nothing_is_ticked (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-02");
  g_autoptr (GPtrArray) needs = list_needs (schedule);

  g_assert_cmpuint (needs->len, ==, 0);
}

/* Of any project: all that a need says fits the schedule it is taken from. */
static void
test_needs_of_random_projects_fit_their_schedule (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (StewardProject) project = new_story ();
      g_autoptr (StewardSchedule) schedule = NULL;
      g_autoptr (GPtrArray) needs = NULL;
      guint most = G_MAXUINT;

      for (guint i = 0; i < 60; i++)
        random_project_change (project, rand);
      schedule = fixture_schedule (project, "2026-08-12");
      needs = list_needs (schedule);

      for (guint i = 0; i < needs->len; i++)
        {
          const StewardMaterialNeed *need = needs->pdata[i];
          guint n = need->items->len + need->n_behind;

          g_assert_cmpuint (n, <=, most);
          most = n;
          g_assert_cmpuint (n, <=, schedule->plan->items->len);
          g_assert_cmpint (need->days, >=, 0);
          g_assert_cmpint (need->days, <=, schedule->approval_days);
          for (guint j = 0; j < need->items->len; j++)
            g_assert_cmpint (((StewardScheduleRow *) need->items->pdata[j])->accepted, ==, STEWARD_DAY_NONE);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/need/what-most-wait-for-comes-first", test_what_most_wait_for_comes_first);
  g_test_add_func ("/need/what-is-accepted-has-its-papers", test_what_is_accepted_has_its_papers);
  g_test_add_func ("/need/a-paper-of-the-stage-is-wanted-by-its-first-item",
                   test_a_paper_of_the_stage_is_wanted_by_its_first_item);
  g_test_add_func ("/need/what-is-handed-in-is-not-missing", test_what_is_handed_in_is_not_missing);
  g_test_add_func ("/need/nothing-waits-where-nothing-is-ticked", test_nothing_waits_where_nothing_is_ticked);
  g_test_add_func ("/need/needs-of-random-projects-fit-their-schedule",
                   test_needs_of_random_projects_fit_their_schedule);

  return g_test_run ();
}
