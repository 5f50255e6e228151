/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule-fixture.h"
#include "steward-adjustments.h"

#include <stdlib.h>
#include <string.h>

static const StewardScheduleRow *
find_row (const StewardSchedule *schedule,
          const char            *id)
{
  const StewardScheduleRow *row = steward_schedule_find_row (schedule, id);

  g_assert_nonnull (row);
  return row;
}

static void
test_all_items_of_datong_take_34_days (void)
{
  static const int budgets[] = { 8, 7, 6, 13 };
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  StewardDay from, upto;

  fixture_tick_all (project);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_cmpuint (schedule->plan->items->len, ==, 27);
  g_assert_cmpint (schedule->approval_days, ==, 34);
  for (guint i = 0; i < 4; i++)
    {
      const StewardScheduleStage *stage = schedule->stages->pdata[i];

      g_assert_cmpint (stage->budget, ==, budgets[i]);
      g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), stage->start, stage->finish), ==, budgets[i]);
    }
  from = schedule->start;
  upto = schedule->finish;
  fixture_assert_day (from, "2026-03-02");
  /* Construction has no days yet, so the span is the approval days. */
  g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), from, upto), ==, 34);
}

static void
test_construction_lengthens_the_span_only (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *row;

  fixture_tick_all (project);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  steward_project_set_activity (project, "dt.construction", STEWARD_DAY_NONE, STEWARD_DAY_NONE, 100);
  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_cmpint (schedule->approval_days, ==, 34);
  g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), schedule->start, schedule->finish), ==, 134);
  row = find_row (schedule, "dt.construction");
  g_assert_cmpint (row->kind, ==, STEWARD_ROW_ACTIVITY);
  g_assert_cmpint (steward_calendar_count (fixture_get_calendar (), row->start, row->finish), ==, 100);
  g_assert_true (schedule->provisional == FALSE);
}

/* The sums of chains: each subset of blocks and the days it must take. */
static void
test_the_chain_is_the_sum_of_its_limits (void)
{
  static const struct { const char *items[5]; int days; } cases[] = {
    { { "dt.s1.filing" }, 1 },
    { { "dt.s1.filing", "dt.s1.eia" }, 8 },
    { { "dt.s1.eia", "dt.s1.water-soil" }, 7 },
    { { "dt.s1.filing", "dt.s2.construction-planning-permit" }, 4 },
    { { "dt.s4.fire-acceptance", "dt.s4.energy-acceptance" }, 12 },
    { { "dt.s4.energy-acceptance", "dt.s4.completion-filing" }, 9 },
    { { "dt.s3.utility-water", "dt.s3.construction-permit" }, 3 },
    { { "dt.s3.utility-water" }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
      g_autoptr (StewardSchedule) schedule = NULL;

      for (guint j = 0; cases[i].items[j]; j++)
        fixture_tick_item (project, cases[i].items[j]);
      schedule = fixture_schedule (project, "2026-03-02");
      g_assert_cmpint (schedule->approval_days, ==, cases[i].days);
    }
}

static void
test_an_empty_project_has_an_empty_schedule (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-01");

  g_assert_cmpuint (schedule->rows->len, ==, 0);
  g_assert_cmpint (schedule->approval_days, ==, 0);
  g_assert_cmpint (schedule->light, ==, STEWARD_LIGHT_NOT_STARTED);
  /* A Sunday: the first working day after it. */
  fixture_assert_day (schedule->start, "2026-03-02");
  fixture_assert_day (schedule->finish, "2026-03-02");
}

static void
test_parallel_items_share_the_limit_of_their_block (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *eia, *soil;

  fixture_tick_all (project);
  schedule = fixture_schedule (project, "2026-03-02");
  eia = find_row (schedule, "dt.s1.eia");
  soil = find_row (schedule, "dt.s1.water-soil");
  g_assert_cmpint (eia->start, ==, soil->start);
  g_assert_cmpint (eia->finish, ==, soil->finish);
  g_assert_cmpint (eia->limit, ==, 7);
  g_assert_true (eia->item->block_limit);
  g_assert_cmpstr (eia->why, ==, "dt.s1.filing");
  g_assert_nonnull (strstr (eia->why_text, find_row (schedule, "dt.s1.filing")->name));
  g_assert_nonnull (strstr (eia->why_text, "2026-03-03"));
}

static void
test_utilities_fill_their_stage_and_gate_nothing (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *water;
  const StewardScheduleStage *stage;

  fixture_tick_all (project);
  schedule = fixture_schedule (project, "2026-03-02");
  water = find_row (schedule, "dt.s3.utility-water");
  stage = schedule->stages->pdata[2];
  g_assert_cmpint (water->start, ==, stage->start);
  g_assert_cmpint (water->finish, ==, stage->finish);
  g_assert_cmpint (water->planned_finish, ==, stage->finish);
  g_assert_cmpint (water->limit, ==, -1);
  g_assert_false (water->limit_unknown);
  g_assert_false (water->critical);
  g_assert_cmpint (water->total_float, ==, 0);
}

static void
test_actual_dates_win (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *filing, *eia, *soil;

  fixture_tick_all (project);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  fixture_put_case (project, "dt.s1.filing", "1 2026-03-04", "3 2026-03-04", "11 2026-03-06", NULL);
  fixture_put_case (project, "dt.s1.eia", "3 2026-03-10", NULL);
  schedule = fixture_schedule (project, "2026-03-12");
  filing = find_row (schedule, "dt.s1.filing");
  fixture_assert_day (filing->start, "2026-03-04");
  fixture_assert_day (filing->finish, "2026-03-06");
  fixture_assert_day (filing->planned_start, "2026-03-02");
  fixture_assert_day (filing->planned_finish, "2026-03-03");
  g_assert_cmpint (filing->answer.light, ==, STEWARD_LIGHT_DONE_LATE);
  eia = find_row (schedule, "dt.s1.eia");
  fixture_assert_day (eia->start, "2026-03-10");
  fixture_assert_day (eia->finish, "2026-03-19");
  fixture_assert_day (eia->answer.due, "2026-03-19");
  g_assert_null (eia->why);
  g_assert_nonnull (strstr (eia->why_text, "2026-03-10"));
  /* Not begun: not before today, though its predecessor ended earlier. */
  soil = find_row (schedule, "dt.s1.water-soil");
  fixture_assert_day (soil->start, "2026-03-12");
  fixture_assert_day (soil->finish, "2026-03-23");
  fixture_assert_day (soil->planned_start, "2026-03-03");
  g_assert_null (soil->why);
  g_assert_nonnull (strstr (soil->why_text, "2026-03-12"));
}

static void
test_a_pause_moves_the_due_day_and_what_follows (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) open = NULL, ended = NULL;
  const StewardScheduleRow *row;

  fixture_tick_item (project, "dt.s1.eia");
  fixture_tick_item (project, "dt.s2.civil-air-defence");
  fixture_put_case (project, "dt.s1.eia", "3 2026-03-02", "9 2026-03-04", NULL);
  open = fixture_schedule (project, "2026-03-10");
  row = find_row (open, "dt.s1.eia");
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_PAUSED);
  g_assert_cmpint (row->answer.due, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (row->answer.used, ==, 2);
  /* Ends today at the earliest, then five days are left. */
  fixture_assert_day (row->finish, "2026-03-17");
  g_assert_cmpint (((StewardScheduleStage *) open->stages->pdata[0])->used, ==, 2);

  fixture_put_case (project, "dt.s1.eia", "3 2026-03-02", "9 2026-03-04", "10 2026-03-09", NULL);
  ended = fixture_schedule (project, "2026-03-10");
  row = find_row (ended, "dt.s1.eia");
  fixture_assert_day (row->answer.due, "2026-03-16");
  fixture_assert_day (row->finish, "2026-03-16");
  fixture_assert_day (find_row (ended, "dt.s2.civil-air-defence")->start, "2026-03-16");
}

static void
test_an_overdue_case_is_not_expected_in_the_past (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *row;

  fixture_tick_item (project, "dt.s1.filing");
  fixture_put_case (project, "dt.s1.filing", "3 2026-03-02", NULL);
  schedule = fixture_schedule (project, "2026-03-12");
  row = find_row (schedule, "dt.s1.filing");
  fixture_assert_day (row->answer.due, "2026-03-03");
  fixture_assert_day (row->finish, "2026-03-12");
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_RED);
  g_assert_cmpint (schedule->light, ==, STEWARD_LIGHT_RED);
  g_assert_cmpint (schedule->used, ==, 8);
}

/* Two items of one stage: together the days are counted once, and pauses
 * that overlap are taken off once. */
static void
test_the_days_of_a_stage_are_a_union (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;

  fixture_tick_item (project, "dt.s1.eia");
  fixture_tick_item (project, "dt.s1.water-soil");
  fixture_put_case (project, "dt.s1.eia", "3 2026-03-02", "9 2026-03-04", "10 2026-03-06", "11 2026-03-11", NULL);
  fixture_put_case (project, "dt.s1.water-soil", "3 2026-03-03", "9 2026-03-05", "10 2026-03-09", "11 2026-03-12", NULL);
  schedule = fixture_schedule (project, "2026-06-01");
  /* (2, 12] March has 8 working days; the pauses (4, 9] take 3 of them. */
  g_assert_cmpint (schedule->used, ==, 5);
  g_assert_cmpint (schedule->light, ==, STEWARD_LIGHT_DONE);
}

static void
test_typed_rows_and_wishes_are_scheduled (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardCase) wish = NULL;
  g_autofree char *id = NULL;
  const StewardScheduleRow *row;

  id = g_strdup (steward_project_add_rows (project, "dt.s1.box.county-blank", "林地审核\n取水许可", "林业科"));
  wish = steward_case_new ("w", id);
  wish->limit = 6;
  wish->planned_start = fixture_day ("2026-04-01");
  steward_project_put_case (project, wish);
  schedule = fixture_schedule (project, "2026-03-02");
  row = find_row (schedule, id);
  fixture_assert_day (row->start, "2026-04-01");
  fixture_assert_day (row->finish, "2026-04-10");
  g_assert_nonnull (strstr (row->why_text, "2026-04-01"));
  g_assert_false (row->limit_unknown);
  row = schedule->rows->pdata[1];
  g_assert_cmpstr (row->name, ==, "取水许可");
  g_assert_true (row->limit_unknown);
  g_assert_cmpint (row->start, ==, row->finish);
}

/* Random projects: whatever the dates are, these always hold. */
static void
put_random_case (StewardProject    *project,
                 const StewardItem *item,
                 GRand             *random)
{
  g_autofree char *id = g_strconcat ("c.", item->id, NULL);
  g_autoptr (StewardCase) handled = steward_case_new (id, item->id);
  StewardDay at = fixture_day ("2026-02-02") + g_rand_int_range (random, 0, 90);

  if (g_rand_boolean (random))
    handled->extension = g_rand_int_range (random, 0, 5);
  if (g_rand_boolean (random))
    steward_case_add_event (handled, STEWARD_CASE_RECEIVED, at, "", "", "");
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, at += g_rand_int_range (random, 0, 9), "", "", "");
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    {
      steward_case_add_event (handled, STEWARD_CASE_PROCEDURE_STARTS, at += g_rand_int_range (random, 0, 5), "", "", "");
      if (g_rand_boolean (random))
        steward_case_add_event (handled, STEWARD_CASE_PROCEDURE_ENDS, at += g_rand_int_range (random, 0, 9), "", "", "");
    }
  if (g_rand_boolean (random))
    steward_case_add_event (handled, STEWARD_CASE_GRANTED, at + g_rand_int_range (random, 0, 9), "", "", "");
  steward_project_put_case (project, handled);
}

static void
check_row (const StewardSchedule    *schedule,
           const StewardScheduleRow *row)
{
  StewardPack *pack = schedule->plan->pack;
  StewardClockQuestion question = {
    .from = row->accepted, .days = row->limit, .pauses = row->pauses, .n_pauses = row->n_pauses,
    .extension = row->item && row->item->case_ ? row->item->case_->extension : 0,
    .finished = row->decided, .as_of = schedule->as_of, .thresholds = steward_pack_get_thresholds (pack),
  };
  StewardClockAnswer answer;

  g_assert_cmpint (row->start, !=, STEWARD_DAY_NONE);
  g_assert_cmpint (row->finish, >=, row->start);
  g_assert_cmpint (row->planned_finish, >=, row->planned_start);
  g_assert_nonnull (row->why_text);
  if (row->accepted != STEWARD_DAY_NONE)
    g_assert_cmpint (row->start, ==, row->accepted);
  else
    g_assert_cmpint (row->start, >=, schedule->as_of);
  if (row->decided != STEWARD_DAY_NONE)
    g_assert_cmpint (row->finish, ==, MAX (row->decided, row->accepted));
  else
    g_assert_cmpint (row->finish, >=, schedule->as_of);
  if (row->kind != STEWARD_ROW_ITEM || row->limit < 0)
    return;
  answer = steward_clock_ask (schedule->calendar, &question);
  g_assert_cmpint (row->answer.due, ==, answer.due);
  g_assert_cmpint (row->answer.used, ==, answer.used);
  g_assert_cmpint (row->answer.remaining, ==, answer.remaining);
  g_assert_cmpint (row->answer.light, ==, answer.light);
}

static void
check_stages (const StewardSchedule *schedule)
{
  StewardDay gate = STEWARD_DAY_NONE;

  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = schedule->stages->pdata[i];
      StewardDay finish = gate;

      for (guint j = 0; j < stage->rows->len; j++)
        {
          const StewardScheduleRow *row = stage->rows->pdata[j];

          /* What has not begun waits for the whole stage before. */
          if (row->kind == STEWARD_ROW_ITEM && row->accepted == STEWARD_DAY_NONE)
            g_assert_cmpint (row->start, >=, gate);
          if (row->kind == STEWARD_ROW_ITEM && row->item->lane != STEWARD_LANE_UTILITY)
            finish = MAX (finish, row->finish);
        }
      gate = finish;
    }
}

static void
test_random_projects_keep_the_rules (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260812);

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (StewardProject) project = fixture_new_project (round % 2 ? "datong-2025" : "jincheng-2022");
      GPtrArray *items = steward_pack_get_items (steward_project_get_pack (project));
      g_autoptr (StewardSchedule) schedule = NULL;

      for (guint i = 0; i < items->len; i++)
        {
          const StewardItem *item = items->pdata[i];

          if (g_rand_boolean (random))
            continue;
          fixture_tick_item (project, item->id);
          if (g_rand_boolean (random))
            put_random_case (project, item, random);
        }
      schedule = fixture_schedule (project, "2026-04-15");
      for (guint i = 0; i < schedule->rows->len; i++)
        check_row (schedule, schedule->rows->pdata[i]);
      check_stages (schedule);
      g_assert_cmpint (schedule->used, >=, 0);
    }
}

static void
test_the_push_to_another_level_has_a_day (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) without = NULL, with = NULL;
  const StewardScheduleRow *push;

  fixture_tick_item (project, "jc.s1.item.filing");
  fixture_put_case (project, "jc.s1.item.filing", "3 2026-03-02", "11 2026-03-06", NULL);
  without = fixture_schedule (project, "2026-03-06");
  g_assert_null (steward_schedule_find_row (without, "jc.timer.push@jc.s1"));

  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "林地审核", "县局");
  with = fixture_schedule (project, "2026-03-06");
  push = find_row (with, "jc.timer.push@jc.s1");
  g_assert_cmpint (push->kind, ==, STEWARD_ROW_NODE);
  fixture_assert_day (push->start, "2026-03-06");
  fixture_assert_day (push->answer.due, "2026-03-09");
  g_assert_cmpstr (push->why, ==, "jc.s1.item.filing");
  g_assert_nonnull (strstr (push->why_text, "2026-03-06"));
}

/* What a timer is for stands in its role; its id is the city's own affair. */
static void
test_a_city_may_call_its_timers_as_it_likes (void)
{
  static const char text[] = "{\"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"county\", \"version\": \"1\","
    "\"title\": \"虚构县\", \"extends\": \"jincheng-2022\", \"timers\": ["
    "{\"id\": \"jc.timer.push\", \"name\": \"推送\", \"days\": 1, \"from\": \"甲\", \"to\": \"乙\"},"
    "{\"id\": \"jc.timer.suggestion\", \"name\": \"建议\", \"role\": \"suggestion\", \"from\": \"甲\", \"to\": \"乙\"},"
    "{\"id\": \"handed-on\", \"name\": \"移交\", \"role\": \"push\", \"days\": 2, \"from\": \"甲\", \"to\": \"乙\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardPack) pack = steward_pack_read (bytes, "county", NULL, NULL, problems);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  StewardClosing closing = { (char *) "jc.s1", fixture_day ("2026-03-06"), NULL };

  g_assert_nonnull (pack);
  project = steward_project_new (pack);
  fixture_tick_item (project, "jc.s1.item.filing");
  fixture_put_case (project, "jc.s1.item.filing", "3 2026-03-02", "11 2026-03-06", NULL);
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "林地审核", "县局");
  steward_project_put_closing (project, &closing);
  schedule = fixture_schedule (project, "2026-03-06");
  g_assert_null (steward_schedule_find_row (schedule, "jc.timer.push@jc.s1"));
  fixture_assert_day (find_row (schedule, "handed-on@jc.s1")->answer.due, "2026-03-10");
  /* In time, so without a day. */
  g_assert_null (steward_schedule_find_row (schedule, "jc.timer.suggestion@jc.s1"));
}

static void
test_the_suggestion_form_follows_the_closing_form (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardClosing closing = { (char *) "jc.s1", fixture_day ("2026-03-06"), NULL };
  g_autoptr (StewardSchedule) due = NULL, done = NULL;

  steward_project_put_closing (project, &closing);
  due = fixture_schedule (project, "2026-03-10");
  fixture_assert_day (find_row (due, "jc.timer.suggestion@jc.s1")->answer.due, "2026-03-11");
  steward_project_set_suggestion (project, "多评合一");
  done = fixture_schedule (project, "2026-03-10");
  g_assert_null (steward_schedule_find_row (done, "jc.timer.suggestion@jc.s1"));
}

/* The permit for construction works comes after that for the use of the land,
 * here in two segments; the second takes longer. */
static StewardProject *
new_project_in_segments (gboolean pair)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"county\","
    "\"version\": \"1\", \"title\": \"虚构县\", \"extends\": \"jincheng-2022\", \"settings\": {\"segments-pair\": %s}}",
    pair ? "true" : "false");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardPack) pack = steward_pack_read (bytes, "county", NULL, NULL, problems);
  StewardProject *project;

  g_assert_nonnull (pack);
  project = steward_project_new (pack);
  fixture_tick_item (project, "jc.s2.item.land-use-planning-permit");
  fixture_tick_item (project, "jc.s2.item.construction-planning-permit");
  fixture_put_segment (project, "l1", "jc.s2.item.land-use-planning-permit", "一期", "2026-03-02", "2026-03-04");
  fixture_put_segment (project, "l2", "jc.s2.item.land-use-planning-permit", "二期", "2026-03-02", NULL);
  fixture_put_segment (project, "w1", "jc.s2.item.construction-planning-permit", "一期", NULL, NULL);
  fixture_put_segment (project, "w2", "jc.s2.item.construction-planning-permit", "二期", NULL, NULL);
  return project;
}

static void
test_what_follows_waits_for_all_segments (void)
{
  g_autoptr (StewardProject) project = new_project_in_segments (FALSE);
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-10");
  const StewardScheduleStage *stage = schedule->stages->pdata[1];

  g_assert_cmpuint (stage->rows->len, ==, 4);
  g_assert_cmpstr (find_row (schedule, "jc.s2.item.construction-planning-permit")->why, ==,
                   "jc.s2.item.land-use-planning-permit/l2");
  g_assert_cmpstr (find_row (schedule, "jc.s2.item.construction-planning-permit/w2")->why, ==,
                   "jc.s2.item.land-use-planning-permit/l2");
  g_assert_cmpint (find_row (schedule, "jc.s2.item.construction-planning-permit")->ready_since, ==, STEWARD_DAY_NONE);
  fixture_assert_day (find_row (schedule, "jc.s2.item.land-use-planning-permit")->decided, "2026-03-04");
  g_assert_cmpint (find_row (schedule, "jc.s2.item.land-use-planning-permit/l2")->decided, ==, STEWARD_DAY_NONE);
  /* Their days are united: from the 2nd to today one of them was at work. */
  g_assert_cmpint (stage->used, ==, 6);
}

static void
test_segments_may_go_in_pairs (void)
{
  g_autoptr (StewardProject) project = new_project_in_segments (TRUE);
  g_autoptr (StewardSchedule) schedule = fixture_schedule (project, "2026-03-10");
  g_autoptr (StewardSchedule) other = NULL;

  fixture_assert_day (find_row (schedule, "jc.s2.item.construction-planning-permit")->ready_since, "2026-03-04");
  g_assert_cmpint (find_row (schedule, "jc.s2.item.construction-planning-permit/w2")->ready_since, ==, STEWARD_DAY_NONE);
  /* A segment without a namesake waits for all. */
  fixture_put_segment (project, "w1", "jc.s2.item.construction-planning-permit", "地下室", NULL, NULL);
  other = fixture_schedule (project, "2026-03-10");
  g_assert_cmpint (find_row (other, "jc.s2.item.construction-planning-permit")->ready_since, ==, STEWARD_DAY_NONE);
}

/* A stage is over when every segment in it is, and an activity begins after
 * the last segment of what it follows. */
static void
test_a_stage_waits_for_every_segment (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) open = NULL, over = NULL;

  fixture_tick_item (project, "dt.s3.construction-permit");
  fixture_tick_item (project, "dt.s4.fire-acceptance");
  fixture_put_segment (project, "a", "dt.s3.construction-permit", "一标段", "2026-03-02", "2026-03-03");
  fixture_put_segment (project, "b", "dt.s3.construction-permit", "二标段", "2026-03-02", NULL);
  open = fixture_schedule (project, "2026-03-06");
  g_assert_cmpstr (find_row (open, "dt.construction")->why, ==, "dt.s3.construction-permit/b");
  g_assert_cmpint (((StewardScheduleStage *) open->stages->pdata[2])->light, ==, STEWARD_LIGHT_RED);
  g_assert_cmpint (find_row (open, "dt.s3.construction-permit")->answer.light, ==, STEWARD_LIGHT_DONE);
  fixture_put_segment (project, "b", "dt.s3.construction-permit", "二标段", "2026-03-02", "2026-03-05");
  over = fixture_schedule (project, "2026-03-06");
  g_assert_cmpint (((StewardScheduleStage *) over->stages->pdata[2])->light, ==, STEWARD_LIGHT_DONE);
  fixture_assert_day (((StewardScheduleStage *) over->stages->pdata[2])->finish, "2026-03-05");
}

static void
start_timer (StewardProject *project,
             const char     *timer,
             const char     *subject,
             const char     *from,
             const char     *due,
             const char     *done)
{
  StewardStartedTimer value = { NULL, 0, (char *) timer, (char *) subject, fixture_day (from),
                                due ? fixture_day (due) : STEWARD_DAY_NONE,
                                done ? fixture_day (done) : STEWARD_DAY_NONE, (char *) "" };
  g_autoptr (GError) error = NULL;

  steward_project_put_timer (project, &value, &error);
  g_assert_no_error (error);
}

/* A timer that somebody started runs with the days of the pack, or to a day
 * set by hand, or without one; it goes when it is done. */
static void
test_started_timers_run_until_done (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *row;

  fixture_tick_item (project, "jc.s2.item.eia");
  start_timer (project, "jc.timer.answer", "施工用水", "2026-03-02", "2026-03-05", NULL);
  start_timer (project, "jc.timer.answer", "", "2026-03-02", NULL, NULL);
  start_timer (project, "jc.timer.push", "jc.s2.item.eia", "2026-03-05", NULL, NULL);
  start_timer (project, "jc.timer.archive", "jc.s1", "2026-03-02", "2026-03-03", "2026-03-04");
  schedule = fixture_schedule (project, "2026-03-04");
  row = find_row (schedule, "/timer/1");
  fixture_assert_day (row->answer.due, "2026-03-05");
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_YELLOW);
  g_assert_true (g_str_has_suffix (row->name, "：施工用水"));
  g_assert_cmpstr (row->stage->id, ==, "jc.s2");
  row = find_row (schedule, "/timer/2");
  g_assert_cmpint (row->answer.due, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_GREEN);
  /* Started tomorrow; it has the days of the pack. */
  row = find_row (schedule, "/timer/3");
  g_assert_cmpint (row->accepted, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_NOT_STARTED);
  g_assert_cmpint (row->limit, ==, 1);
  g_assert_true (g_str_has_suffix (row->name, find_row (schedule, "jc.s2.item.eia")->name));
  g_assert_null (steward_schedule_find_row (schedule, "/timer/4"));
}

/* The delivery has a day and a light of its own. */
static void
test_a_grant_is_to_be_delivered (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) open = NULL, done = NULL;
  g_autoptr (StewardCase) handled = NULL;
  const StewardScheduleRow *row;

  fixture_tick_item (project, "dt.s1.eia");
  fixture_put_case (project, "dt.s1.eia", "3 2026-03-02", "11 2026-03-03", NULL);
  open = fixture_schedule (project, "2026-03-16");
  row = find_row (open, "dt.s1.eia");
  fixture_assert_day (row->deliver_by, "2026-03-17");
  g_assert_cmpint (row->delivery, ==, STEWARD_LIGHT_YELLOW);
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_DONE);
  g_assert_cmpint (row->stale_since, ==, STEWARD_DAY_NONE);
  handled = steward_case_copy (steward_project_find_case (project, "dt.s1.eia"));
  handled->delivered = fixture_day ("2026-03-16");
  steward_project_put_case (project, handled);
  done = fixture_schedule (project, "2026-03-18");
  fixture_assert_day (find_row (done, "dt.s1.eia")->delivered, "2026-03-16");
  g_assert_cmpint (find_row (done, "dt.s1.eia")->delivery, ==, STEWARD_LIGHT_DONE);
}

/* A city that counts the day of acceptance: a day less from item to item,
 * the same approval days. */
static void
test_a_city_may_count_the_day_of_acceptance (void)
{
  static const char text[] = "{\"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"county\", \"version\": \"1\","
    "\"title\": \"虚构县\", \"extends\": \"datong-2025\", \"settings\": {\"acceptance-day-counts\": true}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (StewardPack) pack = steward_pack_read (bytes, "county", NULL, NULL, problems);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;
  const StewardScheduleRow *eia;

  g_assert_nonnull (pack);
  project = steward_project_new (pack);
  fixture_tick_item (project, "dt.s1.filing");
  fixture_tick_item (project, "dt.s1.eia");
  fixture_put_case (project, "dt.s1.eia", "3 2026-03-03", NULL);
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  schedule = fixture_schedule (project, "2026-03-04");
  g_assert_cmpint (schedule->approval_days, ==, 8);
  eia = find_row (schedule, "dt.s1.eia");
  fixture_assert_day (eia->answer.due, "2026-03-11");
  fixture_assert_day (eia->planned_start, "2026-03-02");
  fixture_assert_day (eia->planned_finish, "2026-03-10");
  g_assert_cmpint (eia->answer.used, ==, 2);
  g_assert_cmpint (schedule->used, ==, 2);
}

static void
test_days_beyond_the_official_years_are_provisional (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardSchedule) schedule = NULL;

  fixture_tick_item (project, "dt.s1.eia");
  steward_project_set_fact (project, STEWARD_FACT_START, "2031-03-03");
  schedule = fixture_schedule (project, "2026-03-02");
  g_assert_true (schedule->provisional);
  g_assert_true (((StewardScheduleRow *) schedule->rows->pdata[0])->provisional);
}

static void
test_an_end_beyond_the_calendar_is_an_error (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSchedule) schedule = NULL;

  fixture_tick_item (project, "dt.s1.eia");
  steward_project_set_fact (project, STEWARD_FACT_START, "2199-12-30");
  schedule = steward_schedule_new (project, fixture_get_calendar (), fixture_day ("2026-03-02"), &error);
  g_assert_null (schedule);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/all-items-of-datong-take-34-days", test_all_items_of_datong_take_34_days);
  g_test_add_func ("/schedule/construction-lengthens-the-span-only", test_construction_lengthens_the_span_only);
  g_test_add_func ("/schedule/the-chain-is-the-sum-of-its-limits", test_the_chain_is_the_sum_of_its_limits);
  g_test_add_func ("/schedule/an-empty-project-has-an-empty-schedule", test_an_empty_project_has_an_empty_schedule);
  g_test_add_func ("/schedule/parallel-items-share-the-limit", test_parallel_items_share_the_limit_of_their_block);
  g_test_add_func ("/schedule/utilities-fill-their-stage", test_utilities_fill_their_stage_and_gate_nothing);
  g_test_add_func ("/schedule/actual-dates-win", test_actual_dates_win);
  g_test_add_func ("/schedule/a-pause-moves-the-due-day", test_a_pause_moves_the_due_day_and_what_follows);
  g_test_add_func ("/schedule/an-overdue-case-is-not-expected-in-the-past",
                   test_an_overdue_case_is_not_expected_in_the_past);
  g_test_add_func ("/schedule/the-days-of-a-stage-are-a-union", test_the_days_of_a_stage_are_a_union);
  g_test_add_func ("/schedule/typed-rows-and-wishes", test_typed_rows_and_wishes_are_scheduled);
  g_test_add_func ("/schedule/random-projects-keep-the-rules", test_random_projects_keep_the_rules);
  g_test_add_func ("/schedule/push-to-another-level", test_the_push_to_another_level_has_a_day);
  g_test_add_func ("/schedule/timers-are-called-as-the-city-likes", test_a_city_may_call_its_timers_as_it_likes);
  g_test_add_func ("/schedule/suggestion-form", test_the_suggestion_form_follows_the_closing_form);
  g_test_add_func ("/schedule/day-of-acceptance-counts", test_a_city_may_count_the_day_of_acceptance);
  g_test_add_func ("/schedule/what-follows-waits-for-all-segments", test_what_follows_waits_for_all_segments);
  g_test_add_func ("/schedule/segments-may-go-in-pairs", test_segments_may_go_in_pairs);
  g_test_add_func ("/schedule/a-stage-waits-for-every-segment", test_a_stage_waits_for_every_segment);
  g_test_add_func ("/schedule/started-timers-run-until-done", test_started_timers_run_until_done);
  g_test_add_func ("/schedule/a-grant-is-to-be-delivered", test_a_grant_is_to_be_delivered);
  g_test_add_func ("/schedule/provisional", test_days_beyond_the_official_years_are_provisional);
  g_test_add_func ("/schedule/end-beyond-the-calendar", test_an_end_beyond_the_calendar_is_an_error);
  status = g_test_run ();
  return status;
}
