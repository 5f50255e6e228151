/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule asked from its end, and whose time a stage was. */
#include "random-project.h"
#include "schedule-fixture.h"
#include "steward-backward.h"
#include "steward-project-file.h"
#include "steward-schedule-time.h"

#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 12
#else
#define N_ROUNDS 60
#endif

static StewardBackward *
plan_backward (const StewardSchedule *schedule,
               const char            *activity,
               const char            *wanted)
{
  g_autoptr (GError) error = NULL;
  StewardBackward *back = steward_schedule_plan_backward (schedule, activity, fixture_day (wanted), &error);

  g_assert_no_error (error);
  return back;
}

static void
assert_latest (const StewardBackward *back,
               const char            *id,
               const char            *start,
               const char            *finish)
{
  const StewardBackwardRow *row = steward_backward_find_row (back, id);

  g_assert_nonnull (row);
  fixture_assert_day (row->latest_start, start);
  fixture_assert_day (row->latest_finish, finish);
}

/* 8 + 7 + 6 working days before Friday the 8th of May 2026, over Labour Day (1
 * to 5 May) and the days of Qingming (4 to 6 April). */
static void
test_latest_days_are_counted_from_the_wish (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardBackward) back = NULL;

  fixture_tick_all (project);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  schedule = fixture_schedule (project, "2026-03-02");
  back = plan_backward (schedule, "dt.construction", "2026-05-08");
  g_assert_true (back->possible);
  g_assert_null (back->why_text);
  fixture_assert_day (back->forecast, "2026-03-31");
  assert_latest (back, "dt.s3.construction-permit", "2026-04-30", "2026-05-08");
  assert_latest (back, "dt.s3.fire-design", "2026-04-27", "2026-04-30");
  assert_latest (back, "dt.s1.filing", "2026-04-03", "2026-04-07");
  fixture_assert_day (back->start, "2026-04-03");
  /* What runs inside the stage has to be over with it, and holds nothing. */
  g_assert_true (steward_backward_find_row (back, "dt.s3.utility-water")->outside);
  fixture_assert_day (steward_backward_find_row (back, "dt.s3.utility-water")->latest_finish, "2026-05-08");
  /* Nothing after the construction is asked for. */
  g_assert_false (steward_backward_find_row (back, "dt.s4.fire-acceptance")->bound);
  fixture_assert_day (steward_backward_find_row (back, "dt.s4.fire-acceptance")->latest_start, "");
}

static void
test_a_wish_that_has_passed_says_why (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardBackward) back = NULL, next = NULL;
  const StewardBackwardRow *row;

  fixture_tick_all (project);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  schedule = fixture_schedule (project, "2026-03-02");
  back = plan_backward (schedule, "dt.construction", "2026-03-30");
  g_assert_false (back->possible);
  g_assert_cmpint (back->slack, ==, -1);
  row = steward_backward_find_row (back, "dt.s1.filing");
  g_assert_cmpint (row->slack, ==, -1);
  fixture_assert_day (row->latest_start, "2026-02-28");
  g_assert_nonnull (strstr (row->why_text, "2026-02-28"));
  g_assert_nonnull (strstr (back->why_text, row->why_text));
  g_assert_nonnull (strstr (back->why_text, "2026-03-31"));
  /* One day later it is just possible. */
  next = plan_backward (schedule, "dt.construction", "2026-03-31");
  g_assert_true (next->possible);
  g_assert_cmpint (next->slack, ==, 0);
  g_assert_null (steward_backward_find_row (next, "dt.s1.filing")->why_text);
}

static void
test_actual_dates_count (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardBackward) back = NULL, begun = NULL;
  const StewardBackwardRow *row;

  fixture_tick_all (project);
  fixture_put_case (project, "dt.s1.filing", "3 2026-03-02", "11 2026-03-05", NULL);
  fixture_put_case (project, "dt.s1.eia", "3 2026-03-05", NULL);
  schedule = fixture_schedule (project, "2026-03-20");
  back = plan_backward (schedule, "dt.construction", "2026-03-30");
  g_assert_false (steward_backward_find_row (back, "dt.s1.filing")->bound);
  row = steward_backward_find_row (back, "dt.s1.eia");
  g_assert_true (row->bound);
  fixture_assert_day (row->latest_start, "");
  g_assert_cmpint (row->slack, <, 0);
  g_assert_nonnull (strstr (row->why_text, row->row->name));
  /* What has begun is not held back by anything. */
  steward_project_set_activity (project, "dt.construction", fixture_day ("2026-03-16"), STEWARD_DAY_NONE, 100);
  g_clear_pointer (&schedule, steward_schedule_free);
  schedule = fixture_schedule (project, "2026-03-20");
  begun = plan_backward (schedule, "dt.construction", "2026-03-30");
  g_assert_true (begun->possible);
  fixture_assert_day (begun->forecast, "2026-03-16");
  g_assert_false (steward_backward_find_row (begun, "dt.s1.eia")->bound);
}

static void
test_an_unknown_activity_is_refused (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-20");
  g_autoptr (StewardBackward) back = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (steward_schedule_plan_backward (schedule, "dancing", schedule->as_of, &error));
  g_assert_nonnull (error);
  /* Without anything to do, any day can be met. */
  back = plan_backward (schedule, NULL, "2026-03-20");
  g_assert_true (back->possible);
  g_assert_cmpuint (back->rows->len, ==, 0);
  fixture_assert_day (back->start, "");
}

/* A paper is due when the first row that needs it is. */
static void
check_materials (const StewardSchedule *schedule,
                 const StewardBackward *back)
{
  StewardDay last = STEWARD_DAY_NONE;

  for (guint i = 0; i < back->materials->len; i++)
    {
      const StewardBackwardMaterial *paper = back->materials->pdata[i];

      g_assert_cmpint (paper->latest, >=, last);
      last = paper->latest;
      g_assert_cmpint (paper->latest, ==, steward_backward_find_row (back, paper->row->id)->latest_start);
      g_assert_cmpint (paper->late, ==, paper->latest < schedule->as_of);
      for (guint j = 0; j < paper->material->used_in->len; j++)
        {
          const StewardPlanItem *item = paper->material->used_in->pdata[j];
          const StewardBackwardRow *row = steward_backward_find_row (back, item->id);

          g_assert_true (row->latest_start == STEWARD_DAY_NONE || row->latest_start >= paper->latest);
        }
    }
}

/* The forecast of the wish, when the item @id is wished to start on @day. A
 * schedule made before is of no use afterwards. */
static StewardDay
forecast_with (StewardProject *project,
               const char     *id,
               const char     *today,
               const char     *activity,
               StewardDay      day)
{
  const StewardCase *old = steward_project_find_case (project, id);
  g_autoptr (StewardCase) handled = old ? steward_case_copy (old) : steward_case_new ("moved", id);
  g_autoptr (GVariant) before = steward_project_get_piece (project, STEWARD_PIECE_CASE, handled->id);
  g_autoptr (StewardSchedule) moved = NULL;
  g_autoptr (StewardBackward) back = NULL;
  StewardDay forecast;

  handled->planned_start = day;
  steward_project_put_case (project, handled);
  moved = fixture_schedule (project, today);
  back = steward_schedule_plan_backward (moved, activity, moved->as_of, NULL);
  forecast = back->forecast;
  g_assert_true (steward_project_set_piece (project, STEWARD_PIECE_CASE, handled->id, before, NULL));
  return forecast;
}

/* Any row that has still to be handed in, NULL when there is none. */
static const StewardBackwardRow *
check_rows (const StewardSchedule *schedule,
            const StewardBackward *back,
            GRand                 *random)
{
  const StewardBackwardRow *movable = NULL;

  for (guint i = 0; i < back->rows->len; i++)
    {
      const StewardBackwardRow *row = back->rows->pdata[i];

      g_assert_cmpint (row->bound && row->slack < 0, ==, row->why_text != NULL);
      if (!row->bound || row->outside)
        continue;
      if (row->slack < 0)
        g_assert_false (back->possible);
      if (row->row->kind == STEWARD_ROW_ITEM && row->latest_start >= schedule->as_of &&
          (movable == NULL || g_rand_boolean (random)))
        movable = row;
    }
  return movable;
}

static void
check_backward (StewardProject *project,
                const char     *today,
                const char     *activity,
                int             shift,
                GRand          *random)
{
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, today);
  g_autoptr (StewardBackward) now = steward_schedule_plan_backward (schedule, activity, schedule->as_of, NULL);
  StewardDay wanted = now->forecast + shift, latest;
  g_autoptr (StewardBackward) back = steward_schedule_plan_backward (schedule, activity, wanted, NULL);
  const StewardBackwardRow *movable = check_rows (schedule, back, random);
  g_autofree char *id = NULL;

  g_assert_cmpint (back->forecast, ==, now->forecast);
  g_assert_cmpint (back->possible, ==, shift >= 0);
  g_assert_cmpint (back->possible, ==, back->why_text == NULL);
  check_materials (schedule, back);
  if (movable == NULL || !back->possible)
    return;
  /* To its latest day it may slip, and not a day more. */
  id = g_strdup (movable->row->id);
  latest = movable->latest_start;
  g_assert_cmpint (forecast_with (project, id, today, activity, latest), <=, wanted);
  latest = steward_calendar_add (fixture_get_calendar (), latest, 1);
  g_assert_cmpint (forecast_with (project, id, today, activity, latest), >, wanted);
}

static void
test_backward_agrees_with_forward (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);
      const StewardActivity *activity = steward_pack_get_activities (steward_project_get_pack (project))->pdata[0];

      for (int round = 0; round < N_ROUNDS; round++)
        {
          g_autofree char *today =
            steward_day_format (steward_day_from_ymd (2025, 6, 1) + g_rand_int_range (random, 0, 700));

          for (int n = 0; n < 20; n++)
            random_project_change (project, random);
          for (int shift = -20; shift <= 60; shift += 20)
            check_backward (project, today, round % 2 ? activity->id : NULL, shift + g_rand_int_range (random, 0, 5),
                            random);
        }
    }
}

static const struct
{
  const char *events[3][6];     /* of filing, eia, construction planning permit */
  const char *as_of;
  guint       stage;
  const char *from, *upto;
  int         bureau, paused, waiting, unit;
} times[] = {
  /* Nothing has happened. */
  { { { NULL } }, "2026-03-20", 0, "", "", 0, 0, 0, 0 },
  { { { "3 2026-03-02", "11 2026-03-04" } }, "2026-03-06", 0, "2026-03-02", "2026-03-06", 2, 0, 0, 2 },
  /* Handed in on Monday, accepted on Wednesday: two days of waiting. */
  { { { "1 2026-03-02", "3 2026-03-04", "11 2026-03-05" } }, "2026-03-05", 0, "2026-03-02", "2026-03-05", 1, 0, 2, 0 },
  /* Corrected before the acceptance: that is the unit's. */
  { { { "1 2026-03-02", "6 2026-03-03", "7 2026-03-06", "3 2026-03-09", "11 2026-03-10" } }, "2026-03-10", 0,
    "2026-03-02", "2026-03-10", 1, 0, 2, 3 },
  /* A hearing pauses one while the other runs: paused, as the budget counts. */
  { { { "3 2026-03-02", "11 2026-03-03" }, { "3 2026-03-03", "9 2026-03-04", "10 2026-03-09", "11 2026-03-11" } },
    "2026-03-20", 0, "2026-03-02", "2026-03-11", 4, 3, 0, 0 },
  /* Turned away: it waits for nobody but the unit. */
  { { { "1 2026-03-02", "4 2026-03-04" } }, "2026-03-06", 0, "2026-03-02", "2026-03-06", 0, 0, 0, 4 },
  /* The next stage has not come, as the first is not over. */
  { { { "3 2026-03-02", "11 2026-03-04" } }, "2026-03-06", 1, "", "", 0, 0, 0, 0 },
  /* It began early all the same. */
  { { { "3 2026-03-02" }, { NULL }, { "3 2026-03-05" } }, "2026-03-06", 1, "2026-03-05", "2026-03-06", 1, 0, 0, 0 },
  /* Between the stages it is the unit's time. */
  { { { "3 2026-03-02", "11 2026-03-03" }, { "3 2026-03-03", "11 2026-03-06" }, { "3 2026-03-10" } }, "2026-03-11", 1,
    "2026-03-06", "2026-03-11", 1, 0, 0, 2 },
};

static void
test_a_stage_knows_whose_time_it_was (void)
{
  static const char *const items[] = { "dt.s1.filing", "dt.s1.eia", "dt.s2.construction-planning-permit" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
      g_autoptr (StewardSchedule) schedule = NULL;
      StewardStageTime time;

      g_test_message ("case %u", i);
      for (guint j = 0; j < G_N_ELEMENTS (items); j++)
        {
          fixture_tick_item (project, items[j]);
          if (times[i].events[j][0])
            fixture_put_case (project, items[j], times[i].events[j][0], times[i].events[j][1], times[i].events[j][2],
                              times[i].events[j][3], times[i].events[j][4], NULL);
        }
      schedule = fixture_schedule (project, times[i].as_of);
      time = steward_schedule_split_time (schedule, schedule->stages->pdata[times[i].stage]);
      fixture_assert_day (time.from, times[i].from);
      fixture_assert_day (time.upto, times[i].upto);
      g_assert_cmpint (time.bureau, ==, times[i].bureau);
      g_assert_cmpint (time.paused, ==, times[i].paused);
      g_assert_cmpint (time.waiting, ==, times[i].waiting);
      g_assert_cmpint (time.unit, ==, times[i].unit);
      g_assert_cmpint (time.budget, ==, ((StewardScheduleStage *) schedule->stages->pdata[times[i].stage])->budget);
    }
}

/* Whatever happened, the four parts are none negative, add up, and the
 * bureau's is what the stage says is used. */
static void
test_the_parts_of_the_time_add_up (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  StewardCalendar *calendar = fixture_get_calendar ();

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr (StewardProject) project = steward_sample_load (sample->id, NULL);

      for (int round = 0; round < 2 * N_ROUNDS; round++)
        {
          StewardDay as_of = steward_day_from_ymd (2025, 6, 1) + g_rand_int_range (random, 0, 700);
          g_autofree char *today = steward_day_format (as_of);
          g_autoptr (StewardSchedule) schedule = NULL;

          for (int n = 0; n < 10; n++)
            random_project_change (project, random);
          schedule = fixture_schedule (project, today);
          for (guint i = 0; i < schedule->stages->len; i++)
            {
              const StewardScheduleStage *stage = schedule->stages->pdata[i];
              StewardStageTime time = steward_schedule_split_time (schedule, stage);

              g_assert_cmpint (time.bureau, ==, stage->used);
              g_assert_cmpint (time.paused, >=, 0);
              g_assert_cmpint (time.waiting, >=, 0);
              g_assert_cmpint (time.unit, >=, 0);
              if (time.from != STEWARD_DAY_NONE)
                g_assert_cmpint (time.bureau + time.paused + time.waiting + time.unit, ==,
                                 steward_calendar_count (calendar, time.from, time.upto));
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backward/counted-from-the-wish", test_latest_days_are_counted_from_the_wish);
  g_test_add_func ("/backward/a-wish-that-has-passed", test_a_wish_that_has_passed_says_why);
  g_test_add_func ("/backward/actual-dates-count", test_actual_dates_count);
  g_test_add_func ("/backward/unknown-activity", test_an_unknown_activity_is_refused);
  g_test_add_func ("/backward/agrees-with-forward", test_backward_agrees_with_forward);
  g_test_add_func ("/backward/whose-time-it-was", test_a_stage_knows_whose_time_it_was);
  g_test_add_func ("/backward/the-parts-add-up", test_the_parts_of_the_time_add_up);
  return g_test_run ();
}
