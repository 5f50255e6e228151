/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-desk.h"

#include <string.h>

#include "steward-error.h"

static void
test_writes_are_done_in_order (StoreFixture *fixture,
                               gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  Applied applied;

  desk_apply_many (desk, &applied, 20);
  desk_wait_for (desk_has_applied, &applied);
  desk_assert_in_order (applied.versions, 20, desk->version + 1);
  g_array_unref (applied.versions);
}

static guint
has_last_of_twenty (gpointer data)
{
  Desk *desk = data;

  return desk->news->len > 0
         && g_array_index (desk->news, gint64, desk->news->len - 1) == desk->version + 20;
}

static void
test_own_commits_are_told (StoreFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  Applied applied;

  desk_apply_many (desk, &applied, 20);
  desk_wait_for (has_last_of_twenty, desk);
  desk_assert_in_order (desk->news, 20, desk->version + 1);
  g_assert_cmpuint (desk->n_everything, ==, 0);
  /* The result came before the news of it. */
  g_assert_cmpuint (applied.n_left, ==, 0);
  g_array_unref (applied.versions);
}

static void
test_keeps_files (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("paper", 5), found = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  steward_store_put_file_async (desk->store, bytes, NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  sha256 = steward_store_put_file_finish (desk->store, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  steward_store_get_file_async (desk->store, sha256, NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  found = steward_store_get_file_finish (desk->store, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));
  g_clear_object (&result);
  steward_store_get_file_async (desk->store, "none", NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  g_assert_null (steward_store_get_file_finish (desk->store, result, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static void
test_loads_with_version (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (StewardProject) project = NULL;
  g_autofree char *text = database_to_text (desk->project);
  g_autofree char *loaded = NULL;
  g_autoptr (GError) error = NULL;
  gint64 version = 0;

  steward_store_load_async (desk->store, steward_project_get_id (desk->project), NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  project = steward_store_load_finish (desk->store, result, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, desk->version);
  loaded = database_to_text (project);
  g_assert_cmpstr (loaded, ==, text);

  g_clear_object (&result);
  g_clear_object (&project);
  steward_store_load_async (desk->store, "00000000-0000-4000-8000-000000000000", NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  project = steward_store_load_finish (desk->store, result, NULL, &error);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_assert_null (project);
}

static void
test_undo_and_redo (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  const char *id = steward_project_get_id (desk->project);
  Applied applied;

  desk_apply_many (desk, &applied, 1);
  desk_wait_for (desk_has_applied, &applied);
  g_array_unref (applied.versions);
  for (int redo = FALSE; redo <= TRUE; redo++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (StewardLogEntry) entry = NULL;
      g_autoptr (GError) error = NULL;

      steward_store_undo_async (desk->store, id, redo, "测试", desk_take_result, &result);
      desk_wait_for (desk_has_result, &result);
      entry = steward_store_undo_finish (desk->store, result, &error);
      g_assert_no_error (error);
      g_assert_cmpint (entry->sequence, ==, desk->version + 2 + redo);
    }
}

static void
test_conflict_is_told (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Applied applied;

  desk_apply_many (desk, &applied, 1);
  desk_wait_for (desk_has_applied, &applied);
  g_array_unref (applied.versions);
  steward_store_apply_async (desk->store, desk_new_note (desk, desk_get_note (desk), "Other", desk->version),
                             desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
  g_assert_cmpint (steward_store_apply_finish (desk->store, result, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
}

/* What a job of a test waits for and leaves behind. */
typedef struct
{
  GThread *freed_on;
  gint     started;
  gint     freed;
} Probe;

static void
free_probe (gpointer data)
{
  Probe *probe = data;

  probe->freed_on = g_thread_self ();
  probe->freed++;
}

static gpointer
wait_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  Probe *probe = data;

  g_atomic_int_set (&probe->started, TRUE);
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);

  return NULL;
}

static gpointer
sleep_func (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  g_usleep (300 * 1000);

  return g_strdup ("slept");
}

static void
test_cancelled_work_stops (StoreFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) running = NULL;
  g_autoptr (GAsyncResult) queued = NULL;
  g_autoptr (GError) error = NULL;
  Probe first = { NULL, FALSE, 0 }, second = { NULL, FALSE, 0 };

  steward_store_run_async (desk->store, STEWARD_STORE_READ, wait_func, &first, free_probe, NULL,
                           cancellable, desk_take_result, &running);
  steward_store_run_async (desk->store, STEWARD_STORE_READ, wait_func, &second, free_probe, NULL,
                           cancellable, desk_take_result, &queued);
  while (!g_atomic_int_get (&first.started))
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  desk_wait_for (desk_has_result, &running);
  desk_wait_for (desk_has_result, &queued);

  g_assert_null (steward_store_run_finish (desk->store, running, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (steward_store_run_finish (desk->store, queued, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (second.started);

  g_clear_object (&running);
  g_clear_object (&queued);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (first.freed, ==, 1);
  g_assert_cmpint (second.freed, ==, 1);
  g_assert_true (first.freed_on == g_thread_self () && second.freed_on == g_thread_self ());
}

static gpointer
flag_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  g_atomic_int_set (&((Probe *) data)->started, TRUE);

  return g_strdup ("too late");
}

/* The answer is on its way when nobody wants it any more. */
static void
test_answer_can_come_too_late (StoreFixture *fixture,
                               gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);

  for (StewardStoreMode mode = STEWARD_STORE_READ; mode <= STEWARD_STORE_WRITE; mode++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *answer = NULL;
      Probe probe = { NULL, FALSE, 0 };

      steward_store_run_async (desk->store, mode, flag_func, &probe, NULL, g_free, cancellable,
                               desk_take_result, &result);
      while (!g_atomic_int_get (&probe.started))
        g_usleep (1000);
      g_usleep (20 * 1000);
      g_cancellable_cancel (cancellable);
      desk_wait_for (desk_has_result, &result);
      answer = steward_store_run_finish (desk->store, result, &error);
      if (mode == STEWARD_STORE_READ)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_no_error (error);
      g_assert_cmpstr (answer, ==, mode == STEWARD_STORE_READ ? NULL : "too late");
    }
}

static gboolean
count_cb (gpointer user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

static void
test_nobody_waits_for_the_workers (StoreFixture *fixture,
                                   gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autofree char *slept = NULL;
  guint n_frames = 0;
  guint frames = g_timeout_add (10, count_cb, &n_frames);
  gint64 start = g_get_monotonic_time ();

  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, sleep_func, NULL, NULL, g_free, NULL,
                           desk_take_result, &written);
  steward_store_run_async (desk->store, STEWARD_STORE_READ, sleep_func, NULL, NULL, g_free, NULL,
                           desk_take_result, &read);
  desk_wait_for (desk_has_result, &written);
  desk_wait_for (desk_has_result, &read);
  g_source_remove (frames);

  /* Both at the same time, and the main loop all the while. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 580 * 1000);
  g_assert_cmpuint (n_frames, >, 10);
  /* One result is taken, the other is left to be freed. */
  slept = steward_store_run_finish (desk->store, written, NULL);
  g_assert_cmpstr (slept, ==, "slept");
}

static void
test_closing_waits_for_writes (StoreFixture *fixture,
                               gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GAsyncResult) reading = NULL;
  g_autoptr (GAsyncResult) late = NULL;
  g_autoptr (GError) error = NULL;
  Probe probe = { NULL, FALSE, 0 };
  Applied applied;

  steward_store_run_async (desk->store, STEWARD_STORE_READ, wait_func, &probe, NULL, NULL, NULL,
                           desk_take_result, &reading);
  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, sleep_func, NULL, NULL, g_free, NULL, NULL, NULL);
  desk_apply_many (desk, &applied, 10);
  steward_store_close (desk->store);
  desk_wait_for (desk_has_applied, &applied);
  desk_assert_in_order (applied.versions, 10, desk->version + 1);
  g_array_unref (applied.versions);

  /* Reading is given up. */
  desk_wait_for (desk_has_result, &reading);
  g_assert_null (steward_store_run_finish (desk->store, reading, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  steward_store_load_async (desk->store, steward_project_get_id (desk->project), NULL, desk_take_result, &late);
  desk_wait_for (desk_has_result, &late);
  g_assert_null (steward_store_load_finish (desk->store, late, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static guint
is_fresh (gpointer data)
{
  return !steward_store_is_refreshing (data);
}

static void
test_new_day_is_refreshed (StoreFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  Applied applied;

  g_assert_false (steward_store_is_refreshing (desk->store));
  steward_store_set_today (desk->store, steward_day_from_ymd (2027, 12, 1));
  g_assert_true (steward_store_is_refreshing (desk->store));
  /* A write asked for meanwhile is done all the same. */
  desk_apply_many (desk, &applied, 3);
  desk_wait_for (desk_has_applied, &applied);
  g_array_unref (applied.versions);
  desk_wait_for (is_fresh, desk->store);
}

static void
test_bad_files_are_told (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (GFile) text = store_fixture_get_file (fixture, "text.db");
  g_autoptr (GFile) inside = g_file_get_child (text, "steward.db");
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (text, "Not a database, though long enough to be one.\n", 46, NULL, FALSE,
                           G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (desk_open_store (text, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == STEWARD_ERROR);
  g_clear_error (&error);

  g_assert_null (desk_open_store (inside, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == STEWARD_ERROR);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_add ("/store/writes-are-done-in-order", test_writes_are_done_in_order);
  store_add ("/store/own-commits-are-told-once", test_own_commits_are_told);
  store_add ("/store/keeps-files", test_keeps_files);
  store_add ("/store/a-project-comes-with-its-version", test_loads_with_version);
  store_add ("/store/undo-and-redo", test_undo_and_redo);
  store_add ("/store/a-conflict-is-told", test_conflict_is_told);
  store_add ("/store/cancelled-work-stops", test_cancelled_work_stops);
  store_add ("/store/an-answer-can-come-too-late", test_answer_can_come_too_late);
  store_add ("/store/nobody-waits-for-the-workers", test_nobody_waits_for_the_workers);
  store_add ("/store/closing-waits-for-writes", test_closing_waits_for_writes);
  store_add ("/store/a-new-day-is-refreshed", test_new_day_is_refreshed);
  store_add ("/store/bad-files-are-told", test_bad_files_are_told);

  return g_test_run ();
}
