/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-session.h"

static StewardSession *
new_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", &error);
  g_autoptr (StewardProject) project = NULL;

  g_assert_no_error (error);
  project = steward_project_new (pack);
  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构测试项目");
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-08-12");

  return steward_session_new (NULL, project, 0);
}

static void
tick_items (StewardSession *session,
            guint           most)
{
  StewardProject *project = steward_session_get_project (session);
  GPtrArray *items = steward_pack_get_items (steward_project_get_pack (project));

  for (guint i = 0; i < items->len && i < most; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);
      const StewardBox *box = steward_pack_find_item_box (steward_project_get_pack (project), item->id);

      if (box != NULL)
        steward_project_set_tick (project, box->id, TRUE, "测试", "2026-08-12T09:00:00");
    }
}

static void
count_cb (StewardSession *session,
          guint          *count)
{
  (*count)++;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_burst_is_one_schedule (void)
{
  g_autoptr (StewardSession) session = new_session ();
  guint count = 0;

  iterate ();
  g_signal_connect (session, "schedule-changed", G_CALLBACK (count_cb), &count);
  tick_items (session, 5);
  g_assert_cmpuint (count, ==, 0);
  iterate ();
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (steward_session_get_schedule (session)->plan->items->len, ==, 5);
}

static void
test_schedule_is_current_before_the_idle (void)
{
  g_autoptr (StewardSession) session = new_session ();
  const StewardSchedule *before = steward_session_get_schedule (session);

  g_assert_nonnull (before);
  g_assert_cmpuint (before->plan->items->len, ==, 0);
  tick_items (session, 1);
  g_assert_cmpuint (steward_session_get_schedule (session)->plan->items->len, ==, 1);
  /* Views may still point into the one before. */
  g_assert_cmpuint (before->plan->items->len, ==, 0);
  iterate ();
}

static void
test_change_grows_the_generation (void)
{
  g_autoptr (StewardSession) session = new_session ();
  guint before = steward_session_get_generation (session);

  tick_items (session, 1);
  g_assert_cmpuint (steward_session_get_generation (session), >, before);
}

static void
test_title_follows_the_name (void)
{
  g_autoptr (StewardSession) session = new_session ();

  g_assert_cmpstr (steward_session_get_title (session), ==, "虚构测试项目");
  steward_project_set_fact (steward_session_get_project (session), STEWARD_FACT_NAME, "虚构改名项目");
  g_assert_cmpstr (steward_session_get_title (session), ==, "虚构改名项目");
}

static void
test_actor_is_who_fills_the_form (void)
{
  g_autoptr (StewardSession) session = new_session ();
  StewardProject *project = steward_session_get_project (session);

  g_assert_cmpstr (steward_session_get_actor (session), ==, g_get_user_name ());
  steward_project_set_fact (project, STEWARD_FACT_STEWARD, "周示例");
  g_assert_cmpstr (steward_session_get_actor (session), ==, "周示例");
  steward_project_set_fact (project, STEWARD_FACT_FILLED_BY, "综合窗口");
  g_assert_cmpstr (steward_session_get_actor (session), ==, "综合窗口");
}

static void
test_next_due_is_the_first_undecided (void)
{
  g_autoptr (StewardSession) session = new_session ();
  const StewardSchedule *schedule;
  const StewardScheduleRow *next;

  g_assert_null (steward_session_get_next_due (session));
  tick_items (session, 27);
  schedule = steward_session_get_schedule (session);
  next = steward_session_get_next_due (session);
  g_assert_nonnull (next);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_ITEM && row->decided == STEWARD_DAY_NONE
          && row->answer.due == STEWARD_DAY_NONE)
        g_assert_cmpint (next->finish, <=, row->finish);
    }
}

/* Pages ask again and again; the findings are those of the schedule. */
static void
test_findings_are_those_of_the_schedule (void)
{
  g_autoptr (StewardSession) session = new_session ();
  GPtrArray *findings = steward_session_get_findings (session);

  g_assert_nonnull (findings);
  g_assert_cmpuint (findings->len, ==, 0);
  iterate ();
  g_assert_true (steward_session_get_findings (session) == findings);
  steward_project_set_fact (steward_session_get_project (session), STEWARD_FACT_CODE, "2026-140200-47-01-00000X");
  g_assert_cmpuint (steward_session_get_findings (session)->len, ==, 1);
  steward_project_set_fact (steward_session_get_project (session), STEWARD_FACT_CODE, "");
  g_assert_cmpuint (steward_session_get_findings (session)->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/a-burst-of-changes-is-one-schedule", test_burst_is_one_schedule);
  g_test_add_func ("/session/the-schedule-is-current-when-asked", test_schedule_is_current_before_the_idle);
  g_test_add_func ("/session/a-change-grows-the-generation", test_change_grows_the_generation);
  g_test_add_func ("/session/the-title-follows-the-name", test_title_follows_the_name);
  g_test_add_func ("/session/the-actor-is-who-fills-the-form", test_actor_is_who_fills_the_form);
  g_test_add_func ("/session/findings-are-those-of-the-schedule", test_findings_are_those_of_the_schedule);
  g_test_add_func ("/session/next-due-is-the-first-undecided", test_next_due_is_the_first_undecided);

  return g_test_run ();
}
