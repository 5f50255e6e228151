/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-project.h"
#include "schedule-fixture.h"
#include "steward-check.h"
#include "steward-error.h"
#include "steward-levers.h"
#include "steward-project-file.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 6
#else
#define N_ROUNDS 30
#endif

static StewardDay
first_day (void)
{
  return fixture_day ("2026-03-02");
}

static void
set_credit (StewardProject  *project,
            StewardStanding  standing)
{
  const StewardCredit credit = { standing, fixture_day ("2025-12-01"), NULL, NULL };

  steward_project_set_credit (project, &credit);
}

static StewardProject *
new_project (const char *pack)
{
  StewardProject *project = fixture_new_project (pack);

  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  set_credit (project, STEWARD_STANDING_GOOD);
  return project;
}

static void
put_limit (StewardProject *project,
           const char     *item,
           int             days)
{
  g_autofree char *id = g_strconcat ("c.", item, NULL);
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  fixture_tick_item (project, item);
  handled->limit = days;
  steward_project_put_case (project, handled);
}

static GPtrArray *
list (StewardProject        *project,
      const StewardScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *offers = steward_levers_list (project, fixture_get_calendar (), first_day (), scenario, &error);

  g_assert_no_error (error);
  return offers;
}

static GPtrArray *
list_items (StewardProject *project,
            const char     *lever)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *offers = steward_levers_list_items (project, fixture_get_calendar (), first_day (), NULL, lever, &error);

  g_assert_no_error (error);
  return offers;
}

static const StewardLeverOffer *
find (GPtrArray  *offers,
      const char *id)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const StewardLeverOffer *offer = offers->pdata[i];

      if (strcmp (offer->item ? offer->item : offer->lever->id, id) == 0)
        return offer;
    }
  g_assert_not_reached ();
}

static gboolean
gives_reason (const StewardLeverOffer *offer,
              const char              *part)
{
  for (guint i = 0; offer->reasons[i]; i++)
    {
      if (strstr (offer->reasons[i], part))
        return TRUE;
    }
  return FALSE;
}

/* All 27 items of this city take 34 days: 8 + 7 + 6 + 13. Beside what precedes
 * it in its stage, each last block saves the shorter of both: 1 + 3 + 3 + 1. */
static void
test_each_lever_saves_its_days (void)
{
  g_autoptr (StewardProject) project = new_project ("datong-2025");
  g_autoptr (GPtrArray) offers = NULL;
  const StewardLeverOffer *offer;

  fixture_tick_all (project);
  offers = list (project, NULL);
  g_assert_cmpuint (offers->len, ==, 3);
  offer = find (offers, "deferral");
  g_assert_false (offer->on);
  g_assert_cmpint (offer->saved, ==, 8);
  g_assert_cmpint (offer->saved_approval, ==, 8);
  g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), offer->finish_with, offer->finish_without), ==, 8);
  g_assert_cmpint (offer->eligibility, ==, STEWARD_ELIGIBLE);
  g_assert_cmpstr (offer->gate[0], ==, "具备主审材料");
  g_assert_nonnull (offer->agree[0]);
  /* One after the other: 4 × 7 + 1 × 4 + 1 × 3 + 2 × 3 + 4 × 12 more. */
  offer = find (offers, "parallel");
  g_assert_true (offer->on);
  g_assert_false (offer->decided);
  g_assert_cmpint (offer->saved, ==, 28 + 4 + 3 + 6 + 48);
  /* Three of five items in parallel still take their days, but the planning
   * permit stands alone. */
  offer = find (offers, "commitment");
  g_assert_cmpint (offer->saved, ==, 2);
  g_assert_cmpuint (offer->n_items, ==, 7);
}

static void
test_an_item_can_have_a_lever_for_itself (void)
{
  g_autoptr (StewardProject) project = new_project ("datong-2025");
  g_autoptr (GPtrArray) offers = NULL, together = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;

  fixture_tick_all (project);
  offers = list_items (project, "deferral");
  g_assert_cmpint (find (offers, "dt.s2.construction-planning-permit")->saved, ==, 3);
  g_assert_cmpint (find (offers, "dt.s4.completion-filing")->saved, ==, 1);
  /* Four others of its block wait all the same. */
  g_assert_cmpint (find (offers, "dt.s1.eia")->saved, ==, 0);
  together = list_items (project, "parallel");
  g_assert_cmpint (find (together, "dt.s2.lightning-design")->saved, ==, 4);

  steward_project_set_lever (project, "deferral", "dt.s2.construction-planning-permit", TRUE, "科", "");
  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_cmpint (schedule->approval_days, ==, 31);
  g_assert_cmpint (steward_schedule_find_row (schedule, "dt.s2.construction-planning-permit")->start, ==,
                   steward_schedule_find_row (schedule, "dt.s2.lightning-design")->start);
  /* It is decided with what it waited for, and marked as deferred. */
  g_assert_cmpint (steward_schedule_find_row (schedule, "dt.s2.construction-planning-permit")->finish, ==,
                   steward_schedule_find_row (schedule, "dt.s2.lightning-design")->finish);
  g_assert_cmpint (steward_plan_find_item (schedule->plan, "dt.s2.construction-planning-permit")->mode, ==,
                   STEWARD_MODE_DEFERRAL);
  g_assert_cmpint (steward_plan_find_item (schedule->plan, "dt.s1.eia")->mode, ==, STEWARD_MODE_NORMAL);
}

/* Stages, precedence and days of another city, from its pack alone. */
static void
test_another_city_needs_no_code (void)
{
  g_autoptr (StewardProject) project = new_project ("jincheng-2022");
  g_autoptr (GPtrArray) offers = NULL, each = NULL;

  put_limit (project, "jc.s1.item.filing", 3);
  put_limit (project, "jc.s2.item.land-use-planning-permit", 10);
  put_limit (project, "jc.s2.item.construction-planning-permit", 10);
  put_limit (project, "jc.s2.item.fire-design", 5);
  put_limit (project, "jc.s2.item.eia", 20);
  put_limit (project, "jc.s2.item.water-soil", 10);
  steward_project_set_answer (project, "jc.q.land", "transfer");
  offers = list (project, NULL);
  g_assert_cmpuint (offers->len, ==, 5);
  /* 3 + 10 + 10 + 5, of which the 3 + 20 of the assessment remain. */
  g_assert_cmpint (find (offers, "land")->saved, ==, 28 - 23);
  g_assert_cmpint (find (offers, "land")->eligibility, ==, STEWARD_ELIGIBLE);
  /* All overlap from the first day: the longest is left. */
  g_assert_cmpint (find (offers, "simulated")->saved, ==, 28 - 20);
  /* They stand beside each other anyway. */
  g_assert_cmpint (find (offers, "merge")->saved, ==, 0);
  /* 3 + 20 + 10 + 5 in the parallel lane by themselves, after the permits. */
  g_assert_cmpint (find (offers, "parallel")->saved, >, 0);
  /* The notice leaves it to people for which items. */
  g_assert_cmpint (find (offers, "commitment")->eligibility, ==, STEWARD_ELIGIBLE_OPEN);
  g_assert_false (find (offers, "commitment")->on);
  each = list_items (project, "commitment");
  g_assert_cmpint (find (each, "jc.s2.item.construction-planning-permit")->saved, ==, 28 - 23);
}

static void
test_a_breach_bars_what_rests_on_credit (void)
{
  static const struct { StewardStanding standing; StewardEligibility expected; } cases[] = {
    { STEWARD_STANDING_UNKNOWN, STEWARD_ELIGIBLE_OPEN },
    { STEWARD_STANDING_GOOD, STEWARD_ELIGIBLE },
    { STEWARD_STANDING_BREACH, STEWARD_NOT_ELIGIBLE },
    { STEWARD_STANDING_REPAIRED, STEWARD_ELIGIBLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = new_project ("datong-2025");
      g_autoptr (GPtrArray) offers = NULL;

      fixture_tick_all (project);
      set_credit (project, cases[i].standing);
      offers = list (project, NULL);
      g_assert_cmpint (find (offers, "deferral")->eligibility, ==, cases[i].expected);
      g_assert_cmpint (find (offers, "commitment")->eligibility, ==, cases[i].expected);
      g_assert_cmpint (find (offers, "parallel")->eligibility, ==, STEWARD_ELIGIBLE);
      /* The days are shown all the same. */
      g_assert_cmpint (find (offers, "deferral")->saved, ==, 8);
      if (cases[i].standing == STEWARD_STANDING_BREACH)
        g_assert_true (gives_reason (find (offers, "deferral"), "2025-12-01"));
    }
}

static void
test_answers_open_and_shut_a_lever (void)
{
  static const struct { const char *answer; StewardEligibility expected; int saved; } cases[] = {
    { NULL, STEWARD_ELIGIBLE_OPEN, 2 },
    { "yes", STEWARD_ELIGIBLE, 2 },
    { "no", STEWARD_NOT_ELIGIBLE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = new_project ("datong-2025");
      g_autoptr (GPtrArray) offers = NULL;
      g_autoptr (StewardSchedule) schedule = NULL;
      const StewardLeverOffer *offer;

      fixture_tick_item (project, "dt.s2.construction-planning-permit");
      if (cases[i].answer)
        steward_project_set_answer (project, "dt.q.small", cases[i].answer);
      offers = list_items (project, "commitment");
      offer = find (offers, "dt.s2.construction-planning-permit");
      g_assert_cmpint (offer->eligibility, ==, cases[i].expected);
      g_assert_cmpint (offer->saved, ==, cases[i].saved);
      g_assert_cmpint (g_strv_length (offer->reasons) > 0, ==, offer->eligibility != STEWARD_ELIGIBLE);
      schedule = fixture_schedule (project, "2026-03-02");
      g_assert_cmpstr (offer->bureaus[0], ==, steward_schedule_find_row (schedule, offer->item)->item->bureau);
    }
}

static void
test_what_has_happened_is_left_alone (void)
{
  g_autoptr (StewardProject) project = new_project ("datong-2025");
  g_autoptr (GPtrArray) offers = NULL, plan = NULL;
  const StewardLeverOffer *offer;

  fixture_tick_item (project, "dt.s2.construction-planning-permit");
  steward_project_set_answer (project, "dt.q.small", "yes");
  fixture_put_case (project, "dt.s2.construction-planning-permit", "3 2026-03-02", NULL);
  offers = list_items (project, "commitment");
  offer = find (offers, "dt.s2.construction-planning-permit");
  g_assert_cmpint (offer->eligibility, ==, STEWARD_NOT_ELIGIBLE);
  g_assert_cmpint (offer->saved, ==, 0);
  g_assert_cmpuint (offer->n_items, ==, 0);
  plan = list (project, NULL);
  g_assert_cmpint (find (plan, "commitment")->eligibility, ==, STEWARD_NOT_ELIGIBLE);
}

static guint
count_findings (StewardProject   *project,
                StewardCheckCode  code)
{
  g_autoptr (GPtrArray) findings = steward_check_project (project, fixture_get_calendar (),
                                                          fixture_day ("2026-03-20"), NULL);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((StewardFinding *) findings->pdata[i])->code == code;
  return n;
}

/* Levers plan, they do not change what has to be decided first. */
static void
test_the_order_is_checked_all_the_same (void)
{
  static const struct { const char *lever; gboolean on; } cases[] = {
    { "deferral", FALSE }, { "deferral", TRUE }, { "parallel", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = new_project ("datong-2025");

      fixture_tick_item (project, "dt.s2.construction-planning-permit");
      fixture_tick_item (project, "dt.s2.lightning-design");
      fixture_tick_item (project, "dt.s2.civil-air-defence");
      fixture_put_case (project, "dt.s2.lightning-design", "3 2026-03-02", "11 2026-03-05", NULL);
      fixture_put_case (project, "dt.s2.civil-air-defence", "3 2026-03-03", "11 2026-03-05", NULL);
      steward_project_set_lever (project, cases[i].lever, NULL, cases[i].on, "科", "");
      g_assert_cmpuint (count_findings (project, STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR), ==, 0);
      g_assert_cmpuint (count_findings (project, STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR), ==, 0);
      fixture_put_case (project, "dt.s2.construction-planning-permit", "3 2026-03-02", "11 2026-03-04", NULL);
      g_assert_cmpuint (count_findings (project, STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR), ==, 1);
    }
}

static void
test_nothing_to_speed_up_is_said (void)
{
  g_autoptr (StewardProject) project = new_project ("datong-2025");
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GError) error = NULL;

  fixture_tick_item (project, "dt.s1.filing");
  offers = list (project, NULL);
  g_assert_cmpint (find (offers, "deferral")->eligibility, ==, STEWARD_NOT_ELIGIBLE);
  g_assert_cmpint (g_strv_length (find (offers, "deferral")->reasons), ==, 1);
  g_assert_null (steward_levers_list_items (project, fixture_get_calendar (), first_day (), NULL, "dancing", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static void
test_scenarios_are_compared_and_adopted (void)
{
  g_autoptr (StewardProject) project = new_project ("datong-2025");
  g_autoptr (StewardScenario) now = steward_scenario_new (), then = NULL, kept = NULL;
  g_autoptr (StewardComparison) comparison = NULL, none = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autofree char *text = NULL, *before = NULL;

  fixture_tick_all (project);
  then = steward_scenario_copy (now);
  steward_scenario_set (then, "deferral", NULL, TRUE);
  steward_scenario_set (then, "deferral", "dt.s1.eia", FALSE);
  g_assert_false (steward_scenario_equal (now, then));
  comparison = steward_levers_compare (project, fixture_get_calendar (), first_day (), now, then, NULL);
  g_assert_cmpint (comparison->approval_a, ==, 34);
  g_assert_cmpint (comparison->approval_b, ==, 34 - 7);
  g_assert_cmpint (comparison->saved, ==, 7);
  g_assert_cmpint (comparison->saved_approval, ==, 7);
  g_assert_cmpuint (comparison->levers->len, ==, 1);
  g_assert_cmpstr (comparison->levers->pdata[0], ==, "容缺受理");
  g_assert_cmpuint (comparison->rows->len, >, 10);
  none = steward_levers_compare (project, fixture_get_calendar (), first_day (), then, then, NULL);
  g_assert_cmpuint (none->levers->len + none->rows->len, ==, 0);
  g_assert_cmpint (none->saved, ==, 0);

  /* Trying out has changed nothing. */
  g_assert_null (steward_project_get_lever (project, "deferral", NULL));
  before = steward_levers_to_text (project, fixture_get_calendar (), first_day (), NULL, NULL);
  g_assert_null (strstr (before, "容缺"));
  g_assert_nonnull (strstr (before, "并联"));
  g_assert_true (steward_scenario_adopt (then, project, "科"));
  g_assert_false (steward_scenario_adopt (then, project, "科"));
  kept = steward_scenario_new_from_project (project);
  g_assert_true (steward_scenario_equal (kept, then));
  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_cmpint (schedule->approval_days, ==, 27);
  text = steward_levers_to_text (project, fixture_get_calendar (), first_day (), NULL, NULL);
  g_assert_nonnull (strstr (text, "压缩7个工作日"));
  g_assert_nonnull (strstr (text, "容缺受理：前置"));
}

/* An item waits, overlapping, for one of its own block: by itself the other
 * cannot also wait for it. */
static void
test_by_itself_never_runs_in_a_circle (void)
{
  static const char text[] =
    "{\"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"county\", \"version\": \"1\", \"title\": \"测试县\","
    "\"basis\": [{\"id\": \"b\", \"document\": \"文\"}], \"forms\": {},"
    "\"stages\": [{\"id\": \"s1\", \"number\": 1, \"name\": \"一\"}],"
    "\"blocks\": [{\"id\": \"b1\", \"stage\": \"s1\", \"name\": \"块\", \"lane\": \"parallel\"}],"
    "\"items\": [{\"id\": \"x\", \"name\": \"甲\", \"stage\": \"s1\", \"block\": \"b1\", \"limit\": 5, \"after\": [\"y\"]},"
    "{\"id\": \"y\", \"name\": \"乙\", \"stage\": \"s1\", \"block\": \"b1\", \"limit\": 3},"
    "{\"id\": \"z\", \"name\": \"丙\", \"stage\": \"s1\", \"block\": \"b1\", \"limit\": 4}],"
    "\"assessment\": {\"parts\": [{\"stage\": \"s1\", \"title\": \"一\", \"groups\": [{\"id\": \"g\", \"kind\": \"items\", \"boxes\":"
    "[{\"id\": \"bx\", \"item\": \"x\"}, {\"id\": \"by\", \"item\": \"y\"}, {\"id\": \"bz\", \"item\": \"z\"}]}]}]},"
    "\"levers\": [{\"id\": \"together\", \"kind\": \"parallel\", \"name\": \"并\", \"in_force\": true,"
    "\"effects\": [{\"kind\": \"together\", \"blocks\": [\"b1\"]}]},"
    "{\"id\": \"early\", \"kind\": \"deferral\", \"name\": \"缺\", \"effects\": [{\"kind\": \"overlap\", \"items\": [\"x\"], \"waits\": [\"item\"]}]},"
    "{\"id\": \"one\", \"kind\": \"merge\", \"name\": \"合\", \"effects\": [{\"kind\": \"merge\", \"items\": [\"x\", \"y\"]}]}]}";
  static const struct { const char *off, *on; int days; } cases[] = {
    { NULL, NULL, 8 },              /* y 3, x 5 behind it, z 4 beside */
    { NULL, "early", 5 },           /* x beside y */
    { NULL, "one", 5 },
    { "together", NULL, 12 },       /* all one after the other */
    { "together", "early", 9 },     /* but x overlaps with y */
    { "together", "one", 12 },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardPack) pack = steward_pack_read (bytes, "county", NULL, NULL, problems);
  g_autofree char *told = steward_problems_to_string (problems);
  g_autoptr (StewardProject) project = NULL;

  g_assert_cmpstr (told, ==, "");
  project = steward_project_new (pack);
  fixture_tick_all (project);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardScenario) scenario = steward_scenario_new ();
      g_autoptr (StewardSchedule) schedule = NULL;
      g_autoptr (GError) error = NULL;

      if (cases[i].off)
        steward_scenario_set (scenario, cases[i].off, NULL, FALSE);
      if (cases[i].on)
        steward_scenario_set (scenario, cases[i].on, NULL, TRUE);
      schedule = steward_schedule_new_with (project, fixture_get_calendar (), first_day (), scenario, &error);
      g_assert_no_error (error);
      g_test_message ("case %u", i);
      g_assert_cmpint (schedule->approval_days, ==, cases[i].days);
    }
}

static const StewardLever *
pick_lever (StewardPack *pack,
            GRand       *random)
{
  GPtrArray *levers = steward_pack_get_levers (pack);

  return levers->pdata[g_rand_int_range (random, 0, levers->len)];
}

static StewardScenario *
random_scenario (StewardProject *project,
                 GRand          *random)
{
  StewardPack *pack = steward_project_get_pack (project);
  GPtrArray *items = steward_pack_get_items (pack);
  StewardScenario *scenario = steward_scenario_new ();

  for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
    {
      const StewardLever *lever = pick_lever (pack, random);
      const StewardItem *item = items->pdata[g_rand_int_range (random, 0, items->len)];

      /* One after the other: arguments are computed in any order. */
      gboolean on = g_rand_boolean (random);
      const char *id = lever->each || g_rand_boolean (random) ? item->id : NULL;

      steward_scenario_set (scenario, lever->id, id, on);
    }
  return scenario;
}

/* However levers are used, nothing is planned to be decided before what it
 * comes after, unless both are reviewed as one. */
static void
check_order (const StewardSchedule *schedule)
{
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      const StewardItem *item = row->kind == STEWARD_ROW_ITEM ? row->item->item : NULL;

      g_assert_cmpint (row->planned_start, <=, row->planned_finish);
      for (guint j = 0; item && item->after && item->after[j]; j++)
        {
          const StewardScheduleRow *before = steward_schedule_find_row (schedule, item->after[j]);

          if (before)
            g_assert_cmpint (before->planned_finish, <=, row->planned_finish);
        }
    }
}

/* A lever never makes anything later, for the plan as for one item, whatever
 * else is used. */
static void
check_offers (GPtrArray *offers)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const StewardLeverOffer *offer = offers->pdata[i];

      g_assert_cmpint (offer->saved, >=, 0);
      g_assert_cmpint (offer->saved_approval, >=, 0);
      g_assert_cmpint (g_strv_length (offer->reasons) > 0, ==, offer->eligibility != STEWARD_ELIGIBLE);
    }
}

static void
check_scenario (StewardProject *project,
                GRand          *random)
{
  g_autoptr (StewardScenario) scenario = random_scenario (project, random), kept = NULL;
  const StewardLever *lever = pick_lever (steward_project_get_pack (project), random);
  g_autoptr (GPtrArray) offers = NULL, each = NULL;
  g_autoptr (StewardComparison) same = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  schedule = steward_schedule_new_with (project, fixture_get_calendar (), first_day (), scenario, &error);
  g_assert_no_error (error);
  check_order (schedule);
  g_clear_pointer (&schedule, steward_schedule_free);
  offers = list (project, scenario);
  check_offers (offers);
  each = steward_levers_list_items (project, fixture_get_calendar (), first_day (), scenario, lever->id, &error);
  g_assert_no_error (error);
  check_offers (each);
  steward_scenario_adopt (scenario, project, "科");
  kept = steward_scenario_new_from_project (project);
  g_assert_true (steward_scenario_equal (kept, scenario));
  same = steward_levers_compare (project, fixture_get_calendar (), first_day (), scenario, kept, NULL);
  g_assert_cmpuint (same->rows->len, ==, 0);
}

static void
test_levers_never_break_the_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);
      GPtrArray *items = steward_pack_get_items (steward_project_get_pack (project));

      for (int round = 0; round < N_ROUNDS; round++)
        {
          for (int n = 0; n < 10; n++)
            random_project_change (project, random);
          for (int n = 0; n < 5; n++)
            fixture_tick_item (project, ((StewardItem *) items->pdata[g_rand_int_range (random, 0, items->len)])->id);
          check_scenario (project, random);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/levers/each-saves-its-days", test_each_lever_saves_its_days);
  g_test_add_func ("/levers/for-one-item", test_an_item_can_have_a_lever_for_itself);
  g_test_add_func ("/levers/another-city", test_another_city_needs_no_code);
  g_test_add_func ("/levers/credit", test_a_breach_bars_what_rests_on_credit);
  g_test_add_func ("/levers/answers", test_answers_open_and_shut_a_lever);
  g_test_add_func ("/levers/what-has-happened", test_what_has_happened_is_left_alone);
  g_test_add_func ("/levers/the-order-is-checked", test_the_order_is_checked_all_the_same);
  g_test_add_func ("/levers/nothing-to-speed-up", test_nothing_to_speed_up_is_said);
  g_test_add_func ("/levers/compared-and-adopted", test_scenarios_are_compared_and_adopted);
  g_test_add_func ("/levers/by-itself-never-in-a-circle", test_by_itself_never_runs_in_a_circle);
  g_test_add_func ("/levers/never-break-the-order", test_levers_never_break_the_order);
  return g_test_run ();
}
