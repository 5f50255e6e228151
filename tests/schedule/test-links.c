/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-project.h"
#include "schedule-fixture.h"
#include "steward-backward.h"
#include "steward-error.h"
#include "steward-project-file.h"
#include "steward-schedule-link.h"

#include <string.h>

#define EIA     "dt.s1.eia"
#define ENERGY  "dt.s1.energy-review"
#define SOIL    "dt.s1.water-soil"
#define FILING  "dt.s1.filing"
#define PERMIT  "dt.s2.construction-planning-permit"
#define DEFENCE "dt.s2.civil-air-defence"
#define WATER   "dt.s3.utility-water"
#define POWER   "dt.s3.utility-power"
#define FIRE    "dt.s3.fire-design"

#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 15
#else
#define N_ROUNDS 60
#endif

static StewardProject *
new_project (void)
{
  StewardProject *project = fixture_new_project ("datong-2025");

  fixture_tick_all (project);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  return project;
}

static void
put_link (StewardProject *project,
          const char     *from,
          const char     *to,
          const char     *at)
{
  g_autoptr (GError) error = NULL;

  steward_project_put_own_link (project, from, to, "先环评", "王", at, &error);
  g_assert_no_error (error);
}

static const StewardScheduleRow *
find_row (const StewardSchedule *schedule,
          const char            *id)
{
  const StewardScheduleRow *row = steward_schedule_find_row (schedule, id);

  g_assert_nonnull (row);
  return row;
}

static void
test_what_waits_begins_when_the_other_is_decided (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) before = fixture_schedule (project, "2026-03-02"), after = NULL;
  const StewardScheduleRow *eia, *energy;

  g_assert_cmpint (find_row (before, EIA)->start, ==, find_row (before, ENERGY)->start);
  put_link (project, EIA, ENERGY, "2026-03-01T09:00:00+08:00");
  after = fixture_schedule (project, "2026-03-02");
  eia = find_row (after, EIA);
  energy = find_row (after, ENERGY);
  g_assert_cmpint (energy->start, ==, eia->finish);
  g_assert_cmpint (energy->planned_start, ==, eia->planned_finish);
  g_assert_cmpint (after->approval_days, ==, before->approval_days + 7);
  g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), before->finish, after->finish), ==, 7);
  /* Both are critical now, what stood beside them is not. */
  g_assert_true (eia->critical && energy->critical);
  g_assert_false (find_row (after, SOIL)->critical);
  g_assert_cmpint (find_row (after, SOIL)->total_float, ==, 7);
  g_assert_cmpint (eia->free_float, ==, 0);
  g_assert_cmpstr (energy->why, ==, EIA);
  g_assert_nonnull (strstr (energy->why_text, eia->name));
  g_assert_nonnull (strstr (energy->why_text, "王"));
  g_assert_nonnull (strstr (energy->why_text, "2026-03-01"));
  g_assert_nonnull (strstr (energy->why_text, "先环评"));
  /* What the pack says has no author. */
  g_assert_null (strstr (eia->why_text, "王"));
  /* Nobody can hand it in while the other is open. */
  g_assert_cmpint (energy->ready_since, ==, STEWARD_DAY_NONE);
}

static void
test_what_has_begun_is_held_by_nothing (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;

  put_link (project, EIA, ENERGY, NULL);
  fixture_put_case (project, FILING, "3 2026-03-02", "11 2026-03-03", NULL);
  fixture_put_case (project, ENERGY, "3 2026-03-04", NULL);
  schedule = fixture_schedule (project, "2026-03-05");
  fixture_assert_day (find_row (schedule, ENERGY)->start, "2026-03-04");
  g_assert_cmpint (find_row (schedule, EIA)->start, >=, fixture_day ("2026-03-05"));
}

static void
test_backward_the_one_before_has_to_be_earlier (void)
{
  g_autoptr (StewardProject) project = new_project ();
  StewardDay latest[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-02");
      g_autoptr (StewardBackward) backward = NULL;
      g_autoptr (GError) error = NULL;

      backward = steward_schedule_plan_backward (schedule, NULL, fixture_day ("2026-09-30"), &error);
      g_assert_no_error (error);
      latest[i] = steward_backward_find_row (backward, EIA)->latest_start;
      put_link (project, EIA, ENERGY, NULL);
    }
  g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), latest[1], latest[0]), ==, 7);
}

/* A utility gates nothing, until somebody lets something wait for it. */
static void
test_a_utility_can_be_waited_for (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardBackward) backward = NULL;
  g_autoptr (StewardCase) handled = steward_case_new ("w", WATER);
  g_autoptr (GError) error = NULL;
  const StewardScheduleRow *water, *permit;

  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_false (steward_schedule_check_link (schedule, WATER, "dt.s3.construction-permit", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  handled->limit = 10;
  steward_project_put_case (project, handled);
  put_link (project, WATER, "dt.s3.construction-permit", NULL);
  g_clear_pointer (&schedule, steward_schedule_free);
  schedule = fixture_schedule (project, "2026-03-02");
  water = find_row (schedule, WATER);
  permit = find_row (schedule, "dt.s3.construction-permit");
  g_assert_cmpint (permit->start, ==, water->finish);
  g_assert_true (water->critical && permit->critical);
  backward = steward_schedule_plan_backward (schedule, NULL, schedule->finish, &error);
  g_assert_no_error (error);
  g_assert_false (steward_backward_find_row (backward, WATER)->outside);
  g_assert_cmpint (steward_backward_find_row (backward, WATER)->latest_start, ==, water->start);
  g_assert_true (steward_backward_find_row (backward, POWER)->outside);
  g_assert_cmpint (water->total_float, ==, 0);
  /* What does not wait for it goes on as before. */
  g_assert_cmpint (find_row (schedule, "dt.s3.quality-supervision")->start, <, water->finish);
  g_assert_true (find_row (schedule, PERMIT)->critical);
  g_assert_false (find_row (schedule, POWER)->critical);
}

static void
test_refusals_say_why (void)
{
  static const struct
  {
    const char *from, *to;
    int         code;
    const char *words[3];
  } cases[] = {
    { EIA, ENERGY, -1, { NULL } },
    { SOIL, EIA, -1, { NULL } },
    { "dt.s2.lightning-design", "dt.construction", STEWARD_ERROR_INVALID, { "“施工”", "→", NULL } },
    { FILING, EIA, STEWARD_ERROR_INVALID, { "环境影响", "→", NULL } },
    { FILING, PERMIT, STEWARD_ERROR_INVALID, { "建设工程规划", "→", NULL } },
    { PERMIT, EIA, STEWARD_ERROR_CYCLE, { "环境影响", "→", "建设工程规划" } },
    { EIA, EIA, STEWARD_ERROR_INVALID, { "环境影响", NULL } },
    { "dt.s9.none", EIA, STEWARD_ERROR_UNKNOWN, { "dt.s9.none", NULL } },
    { EIA, "dt.s9.none", STEWARD_ERROR_UNKNOWN, { "dt.s9.none", NULL } },
    { "dt.s1", EIA, STEWARD_ERROR_UNKNOWN, { "dt.s1", NULL } },
    { POWER, FIRE, STEWARD_ERROR_INVALID, { "供电", NULL } },
    { "dt.s2.lightning-design", DEFENCE, STEWARD_ERROR_INVALID, { "王", "2026-03-01", NULL } },
    /* Over the other link: defence waits for lightning already. */
    { DEFENCE, "dt.s2.lightning-design", STEWARD_ERROR_CYCLE, { "→", NULL } },
  };
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;

  put_link (project, "dt.s2.lightning-design", DEFENCE, "2026-03-01T09:00:00+08:00");
  schedule = fixture_schedule (project, "2026-03-02");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean allowed = steward_schedule_check_link (schedule, cases[i].from, cases[i].to, &error);

      g_test_message ("%s %s: %s", cases[i].from, cases[i].to, error ? error->message : "");
      g_assert_cmpint (allowed, ==, cases[i].code < 0);
      if (allowed)
        continue;
      g_assert_error (error, STEWARD_ERROR, cases[i].code);
      for (guint j = 0; j < 3 && cases[i].words[j]; j++)
        g_assert_nonnull (strstr (error->message, cases[i].words[j]));
    }
}

static void
test_only_own_links_can_be_removed (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;

  put_link (project, EIA, ENERGY, NULL);
  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_cmpstr (steward_schedule_find_removable (schedule, EIA, ENERGY, &error)->id, ==, EIA " " ENERGY);
  g_assert_no_error (error);
  g_assert_null (steward_schedule_find_removable (schedule, FILING, EIA, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "→"));
  g_clear_error (&error);
  g_assert_null (steward_schedule_find_removable (schedule, ENERGY, EIA, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (steward_schedule_find_removable (schedule, "gone", EIA, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static const StewardScheduleLink *
find_listed (GPtrArray  *links,
             const char *from,
             const char *to)
{
  for (guint i = 0; i < links->len; i++)
    {
      const StewardScheduleLink *link = links->pdata[i];

      if (strcmp (link->from, from) == 0 && strcmp (link->to, to) == 0)
        return link;
    }
  return NULL;
}

static void
test_all_links_are_listed (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (GPtrArray) links = NULL;

  put_link (project, EIA, ENERGY, NULL);
  schedule = fixture_schedule (project, "2026-03-02");
  links = steward_schedule_list_links (schedule);
  g_assert_nonnull (find_listed (links, EIA, ENERGY)->own);
  g_assert_false (find_listed (links, EIA, ENERGY)->rests);
  /* A block after a block: each of its items after each of the other. */
  g_assert_null (find_listed (links, FILING, EIA)->own);
  g_assert_null (find_listed (links, DEFENCE, PERMIT)->own);
  g_assert_null (find_listed (links, PERMIT, FIRE));
  for (guint i = 0; i < links->len; i++)
    {
      const StewardScheduleLink *link = links->pdata[i];

      g_assert_true (find_listed (links, link->from, link->to) == link);
      g_assert_cmpint (find_row (schedule, link->from)->planned_finish, <=, find_row (schedule, link->to)->planned_start);
    }
}

static void
assert_rests (StewardProject *project,
              const char     *from,
              const char     *to,
              gboolean        rests)
{
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-02");
  g_autoptr (GPtrArray) links = steward_schedule_list_links (schedule);
  const StewardScheduleLink *link = find_listed (links, from, to);

  g_assert_nonnull (link->own);
  g_assert_cmpint (link->rests, ==, rests);
  g_assert_cmpstr (link->text, !=, "");
}

/* What leaves the plan takes no link with it, and finds it again. */
static void
test_a_link_rests_while_an_end_is_away (void)
{
  g_autoptr (StewardProject) project = new_project ();
  const StewardBox *box = steward_pack_find_item_box (steward_project_get_pack (project), EIA);

  put_link (project, EIA, ENERGY, NULL);
  assert_rests (project, EIA, ENERGY, FALSE);
  steward_project_set_tick (project, box->id, FALSE, "科室", "");
  assert_rests (project, EIA, ENERGY, TRUE);
  steward_project_set_tick (project, box->id, TRUE, "科室", "");
  assert_rests (project, EIA, ENERGY, FALSE);
}

/* Two people at once: both links are kept, the younger one has no effect. */
static void
test_of_links_that_close_a_circle_the_youngest_rests (void)
{
  g_autoptr (StewardProject) project = new_project ();

  put_link (project, EIA, ENERGY, "2026-03-01T11:00:00+08:00");
  put_link (project, ENERGY, SOIL, "2026-03-01T09:00:00+08:00");
  put_link (project, SOIL, EIA, "2026-03-01T10:00:00+08:00");
  assert_rests (project, EIA, ENERGY, TRUE);
  assert_rests (project, ENERGY, SOIL, FALSE);
  assert_rests (project, SOIL, EIA, FALSE);
  steward_project_remove_own_link (project, SOIL, EIA);
  assert_rests (project, EIA, ENERGY, FALSE);
}

static void
test_segments_wait_each_for_itself (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *second;

  fixture_put_segment (project, "a", EIA, "一期", NULL, NULL);
  fixture_put_segment (project, "b", EIA, "二期", NULL, NULL);
  /* The id of an item is all of its segments; of one, the id of its row. */
  put_link (project, EIA, ENERGY, NULL);
  put_link (project, EIA "/a", EIA "/b", NULL);
  schedule = fixture_schedule (project, "2026-03-02");
  second = find_row (schedule, EIA "/b");
  g_assert_cmpint (second->start, ==, find_row (schedule, EIA)->finish);
  g_assert_cmpint (find_row (schedule, ENERGY)->start, ==, second->finish);
  g_assert_false (steward_schedule_check_link (schedule, ENERGY, EIA "/b", NULL));
  g_assert_true (steward_schedule_check_link (schedule, SOIL, EIA "/b", NULL));
  g_assert_cmpstr (steward_schedule_find_removable (schedule, EIA "/b", ENERGY, NULL)->id, ==, EIA " " ENERGY);
}

static const char *
pick_row (const StewardSchedule *schedule,
          GRand                 *random)
{
  const StewardScheduleRow *row = schedule->rows->pdata[g_rand_int_range (random, 0, schedule->rows->len)];

  return row->id;
}

/* Whatever is linked, and by whomever: the plan can be computed, links that
 * do not rest hold, and what was allowed does not rest. */
static void
check_links (StewardProject *project,
             GRand          *random)
{
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-02"), linked = NULL;
  g_autoptr (GError) error = NULL;
  const char *from, *to;
  g_autofree char *key = NULL;
  gboolean allowed;

  for (guint i = 0; i < schedule->own_links->len; i++)
    {
      const StewardScheduleLink *link = schedule->own_links->pdata[i];

      if (!link->rests)
        g_assert_cmpint (find_row (schedule, link->from)->planned_finish, <=, find_row (schedule, link->to)->planned_start);
    }
  if (schedule->rows->len < 2)
    return;
  from = pick_row (schedule, random);
  to = pick_row (schedule, random);
  allowed = steward_schedule_check_link (schedule, from, to, &error);
  if (!allowed && !g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CYCLE))
    return;
  /* The youngest of all. */
  g_assert_true (steward_project_put_own_link (project, from, to, "", "", "2199-01-01T00:00:00+08:00", NULL));
  linked = fixture_schedule (project, "2026-03-02");
  for (guint i = 0; i < linked->own_links->len; i++)
    {
      const StewardScheduleLink *link = linked->own_links->pdata[i];

      key = steward_own_link_make_key (from, to);
      if (strcmp (link->own->id, key) == 0)
        g_assert_cmpint (link->rests, ==, !allowed);
      g_clear_pointer (&key, g_free);
    }
  g_assert_cmpint (linked->finish, >=, schedule->finish);
  steward_project_put_own_link (project, from, to, "", "", "2026-01-01T00:00:00+08:00", NULL);
}

static void
test_any_links_make_a_plan (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);
      GPtrArray *items = steward_pack_get_items (steward_project_get_pack (project));

      for (int round = 0; round < N_ROUNDS; round++)
        {
          for (int n = 0; n < 3; n++)
            fixture_tick_item (project, ((StewardItem *) items->pdata[g_rand_int_range (random, 0, items->len)])->id);
          random_project_change (project, random);
          check_links (project, random);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/what-waits-begins-afterwards", test_what_waits_begins_when_the_other_is_decided);
  g_test_add_func ("/links/what-has-begun", test_what_has_begun_is_held_by_nothing);
  g_test_add_func ("/links/backward", test_backward_the_one_before_has_to_be_earlier);
  g_test_add_func ("/links/utility", test_a_utility_can_be_waited_for);
  g_test_add_func ("/links/refusals-say-why", test_refusals_say_why);
  g_test_add_func ("/links/only-own-ones-are-removed", test_only_own_links_can_be_removed);
  g_test_add_func ("/links/list", test_all_links_are_listed);
  g_test_add_func ("/links/rest-while-an-end-is-away", test_a_link_rests_while_an_end_is_away);
  g_test_add_func ("/links/circle-of-several-people", test_of_links_that_close_a_circle_the_youngest_rests);
  g_test_add_func ("/links/segments", test_segments_wait_each_for_itself);
  g_test_add_func ("/links/any-links-make-a-plan", test_any_links_make_a_plan);
  return g_test_run ();
}
