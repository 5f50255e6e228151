/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "steward-error.h"
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

  return steward_session_new (project, NULL);
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
test_change_is_unsaved_work (void)
{
  g_autoptr (StewardSession) session = new_session ();
  guint before = steward_session_get_generation (session);

  g_assert_false (steward_session_get_modified (session));
  tick_items (session, 1);
  g_assert_true (steward_session_get_modified (session));
  g_assert_cmpuint (steward_session_get_generation (session), >, before);
  steward_session_discard (session);
  g_assert_false (steward_session_get_modified (session));
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

typedef struct
{
  GMainLoop *loop;
  GError    *error;
  gboolean   saved;
} SaveResult;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SaveResult *save = user_data;

  save->saved = steward_session_save_finish (STEWARD_SESSION (source), result, &save->error);
  g_main_loop_quit (save->loop);
}

static SaveResult
save_to (StewardSession *session,
         GFile          *file,
         gboolean        change_meanwhile)
{
  SaveResult save = { g_main_loop_new (NULL, FALSE), NULL, FALSE };

  steward_session_save_async (session, file, NULL, saved_cb, &save);
  if (change_meanwhile)
    tick_items (session, 3);
  g_main_loop_run (save.loop);
  g_main_loop_unref (save.loop);

  return save;
}

static void
test_saving_gives_the_same_project (void)
{
  g_autoptr (StewardSession) session = new_session ();
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.steward", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (StewardProject) again = NULL;
  g_autoptr (GBytes) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  SaveResult save;

  tick_items (session, 2);
  save = save_to (session, file, FALSE);
  g_assert_no_error (save.error);
  g_assert_true (save.saved);
  g_assert_false (steward_session_get_modified (session));
  g_assert_true (g_file_equal (steward_session_get_file (session), file));

  again = steward_project_file_load (file, NULL, &error);
  g_assert_no_error (error);
  first = steward_project_file_write (steward_session_get_project (session));
  second = steward_project_file_write (again);
  g_assert_true (g_bytes_equal (first, second));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_change_while_saving_stays_unsaved (void)
{
  g_autoptr (StewardSession) session = new_session ();
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.steward", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SaveResult save;

  tick_items (session, 1);
  save = save_to (session, file, TRUE);
  g_assert_no_error (save.error);
  g_assert_true (steward_session_get_modified (session));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_failed_saving_keeps_the_mark (void)
{
  g_autoptr (StewardSession) session = new_session ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent-folder/a.steward");
  g_autoptr (GError) error = NULL;
  SaveResult save;

  tick_items (session, 1);
  save = save_to (session, file, FALSE);
  error = save.error;
  g_assert_false (save.saved);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE);
  g_assert_true (steward_session_get_modified (session));
  g_assert_null (steward_session_get_file (session));
}

static void
test_samples_load_unsaved (void)
{
  guint n = 0;

  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++, n++)
    {
      g_autoptr (StewardSession) session = steward_session_new_for_sample (sample);
      g_autoptr (GError) error = NULL;

      g_assert_null (steward_session_get_project (session));
      g_assert_null (steward_session_get_schedule (session));
      g_assert_true (steward_session_load (session, &error));
      g_assert_no_error (error);
      g_assert_nonnull (steward_session_get_schedule (session));
      g_assert_true (steward_session_is_sample (session));
      g_assert_false (steward_session_get_modified (session));
    }
  g_assert_cmpuint (n, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/a-burst-of-changes-is-one-schedule", test_burst_is_one_schedule);
  g_test_add_func ("/session/the-schedule-is-current-when-asked", test_schedule_is_current_before_the_idle);
  g_test_add_func ("/session/a-change-is-unsaved-work", test_change_is_unsaved_work);
  g_test_add_func ("/session/the-title-follows-the-name", test_title_follows_the_name);
  g_test_add_func ("/session/the-actor-is-who-fills-the-form", test_actor_is_who_fills_the_form);
  g_test_add_func ("/session/next-due-is-the-first-undecided", test_next_due_is_the_first_undecided);
  g_test_add_func ("/session/saving-gives-the-same-project", test_saving_gives_the_same_project);
  g_test_add_func ("/session/a-change-while-saving-stays-unsaved", test_change_while_saving_stays_unsaved);
  g_test_add_func ("/session/failed-saving-keeps-the-mark", test_failed_saving_keeps_the_mark);
  g_test_add_func ("/session/samples-load-and-are-unsaved", test_samples_load_unsaved);

  return g_test_run ();
}
