/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

#include <string.h>

#include "steward-error.h"
#include "steward-store.h"

/* The program itself, which writes as a second process with --write. */
static const char *program;

/**
 * Desk:
 * @news: every entry that ::changed told, in order
 * @n_news: how often it was emitted; @n_everything: how often with NULL
 *
 * An open store with a stored sample, and what it tells.
 */
typedef struct
{
  StewardStore   *store;
  StewardProject *project;
  gint64          version;
  GArray         *news;
  guint           n_news;
  guint           n_everything;
} Desk;

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
late_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

/* Runs the main loop until @done is not zero. */
static void
wait_for (guint (*done) (gpointer data),
          gpointer data)
{
  guint late = g_timeout_add_seconds (60, late_cb, NULL);

  while (done (data) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static guint
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
changed_cb (StewardStore *store,
            GPtrArray    *entries,
            Desk         *desk)
{
  desk->n_news++;
  desk->n_everything += entries == NULL;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_array_append_val (desk->news, ((StewardLogEntry *) g_ptr_array_index (entries, i))->sequence);
}

static StewardStore *
open_store (GFile   *file,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  steward_store_open_async (file, NULL, take_result, &result);
  wait_for (has_result, &result);

  return steward_store_open_finish (result, error);
}

static gpointer
import_func (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  return GINT_TO_POINTER ((int) steward_database_import (database, data, FALSE, "测试", "Import", error));
}

static guint
has_news (gpointer data)
{
  return ((Desk *) data)->n_news;
}

static Desk *
desk_new (StoreFixture *fixture)
{
  Desk *desk = g_new0 (Desk, 1);
  g_autoptr (GFile) file = store_fixture_get_file (fixture, "new-folder/steward.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk->store = open_store (file, &error);
  g_assert_no_error (error);
  desk->news = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (desk->store, "changed", G_CALLBACK (changed_cb), desk);
  desk->project = database_load_sample ("jincheng-factory");
  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, import_func, desk->project, NULL, NULL, NULL,
                           take_result, &result);
  wait_for (has_result, &result);
  desk->version = GPOINTER_TO_INT (steward_store_run_finish (desk->store, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (desk->version, ==, 1);

  /* The news of this come after the answer; the tests begin after them. */
  wait_for (has_news, desk);
  desk->n_news = 0;
  g_array_set_size (desk->news, 0);

  return desk;
}

static void
desk_free (Desk *desk)
{
  steward_store_close (desk->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_data (desk->store, desk);
  g_assert_finalize_object (desk->store);
  g_object_unref (desk->project);
  g_array_unref (desk->news);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static guint
has_everything (gpointer data)
{
  return ((Desk *) data)->n_everything;
}

/* A set that changes the note of the project of @desk. */
static StewardChangeSet *
note_set (Desk       *desk,
          const char *before,
          const char *after,
          gint64      base)
{
  StewardChangeSet *set = steward_change_set_new (steward_project_get_id (desk->project), "测试", "Note", base);

  steward_change_set_add (set, STEWARD_PIECE_FACT, "note",
                          *before != '\0' ? g_variant_new_string (before) : NULL, g_variant_new_string (after));

  return set;
}

static const char *
get_note (Desk *desk)
{
  return steward_project_get_fact (desk->project, STEWARD_FACT_NOTE);
}

typedef struct
{
  GArray *versions;
  guint   n_left;
} Applied;

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Applied *applied = user_data;
  g_autoptr (GError) error = NULL;
  gint64 version = steward_store_apply_finish (STEWARD_STORE (source), result, &error);

  g_assert_no_error (error);
  g_array_append_val (applied->versions, version);
  applied->n_left--;
}

static guint
all_applied (gpointer data)
{
  return ((Applied *) data)->n_left == 0;
}

/* Asks for @n changes of the note at once. */
static void
apply_many (Desk    *desk,
            Applied *applied,
            guint    n)
{
  g_autofree char *before = g_strdup (get_note (desk));

  applied->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  applied->n_left = n;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *after = g_strdup_printf ("Note %u", i);

      steward_store_apply_async (desk->store, note_set (desk, before, after, desk->version + i),
                                 applied_cb, applied);
      g_free (before);
      before = g_steal_pointer (&after);
    }
}

static void
assert_in_order (GArray *numbers,
                 guint   n,
                 gint64  first)
{
  g_assert_cmpuint (numbers->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (numbers, gint64, i), ==, first + i);
}

static void
test_writes_are_done_in_order (StoreFixture *fixture,
                               gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  Applied applied;

  apply_many (desk, &applied, 20);
  wait_for (all_applied, &applied);
  assert_in_order (applied.versions, 20, desk->version + 1);
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

  apply_many (desk, &applied, 20);
  wait_for (has_last_of_twenty, desk);
  assert_in_order (desk->news, 20, desk->version + 1);
  g_assert_cmpuint (desk->n_everything, ==, 0);
  /* The result came before the news of it. */
  g_assert_cmpuint (applied.n_left, ==, 0);
  g_array_unref (applied.versions);
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

  steward_store_load_async (desk->store, steward_project_get_id (desk->project), NULL, take_result, &result);
  wait_for (has_result, &result);
  project = steward_store_load_finish (desk->store, result, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, desk->version);
  loaded = database_to_text (project);
  g_assert_cmpstr (loaded, ==, text);

  g_clear_object (&result);
  g_clear_object (&project);
  steward_store_load_async (desk->store, "00000000-0000-4000-8000-000000000000", NULL, take_result, &result);
  wait_for (has_result, &result);
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

  apply_many (desk, &applied, 1);
  wait_for (all_applied, &applied);
  g_array_unref (applied.versions);
  for (int redo = FALSE; redo <= TRUE; redo++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (StewardLogEntry) entry = NULL;
      g_autoptr (GError) error = NULL;

      steward_store_undo_async (desk->store, id, redo, "测试", take_result, &result);
      wait_for (has_result, &result);
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

  apply_many (desk, &applied, 1);
  wait_for (all_applied, &applied);
  g_array_unref (applied.versions);
  steward_store_apply_async (desk->store, note_set (desk, get_note (desk), "Other", desk->version),
                             take_result, &result);
  wait_for (has_result, &result);
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
                           cancellable, take_result, &running);
  steward_store_run_async (desk->store, STEWARD_STORE_READ, wait_func, &second, free_probe, NULL,
                           cancellable, take_result, &queued);
  while (!g_atomic_int_get (&first.started))
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  wait_for (has_result, &running);
  wait_for (has_result, &queued);

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
                               take_result, &result);
      while (!g_atomic_int_get (&probe.started))
        g_usleep (1000);
      g_usleep (20 * 1000);
      g_cancellable_cancel (cancellable);
      wait_for (has_result, &result);
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
                           take_result, &written);
  steward_store_run_async (desk->store, STEWARD_STORE_READ, sleep_func, NULL, NULL, g_free, NULL,
                           take_result, &read);
  wait_for (has_result, &written);
  wait_for (has_result, &read);
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
                           take_result, &reading);
  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, sleep_func, NULL, NULL, g_free, NULL, NULL, NULL);
  apply_many (desk, &applied, 10);
  steward_store_close (desk->store);
  wait_for (all_applied, &applied);
  assert_in_order (applied.versions, 10, desk->version + 1);
  g_array_unref (applied.versions);

  /* Reading is given up. */
  wait_for (has_result, &reading);
  g_assert_null (steward_store_run_finish (desk->store, reading, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  steward_store_load_async (desk->store, steward_project_get_id (desk->project), NULL, take_result, &late);
  wait_for (has_result, &late);
  g_assert_null (steward_store_load_finish (desk->store, late, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
write_as_another (Desk *desk,
                  guint n)
{
  g_autofree char *path = g_file_get_path (steward_store_get_file (desk->store));
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "--write", path,
                              steward_project_get_id (desk->project), number, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static guint
has_fifty (gpointer data)
{
  return ((Desk *) data)->news->len >= 50;
}

static void
test_another_process_is_seen (StoreFixture *fixture,
                              gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);

  write_as_another (desk, 50);
  wait_for (has_fifty, desk);
  assert_in_order (desk->news, 50, desk->version + 1);
  g_assert_cmpuint (desk->n_everything, ==, 0);
  /* The loop stood still meanwhile, so that they came as few bursts. */
  g_assert_cmpuint (desk->n_news, <, 10);
}

static void
test_too_much_is_everything (StoreFixture *fixture,
                             gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);

  write_as_another (desk, 600);
  wait_for (has_everything, desk);
  g_assert_cmpuint (desk->news->len, <, 600);

  /* And it goes on from there. */
  desk->n_news = 0;
  write_as_another (desk, 1);
  wait_for (has_news, desk);
  g_assert_cmpint (g_array_index (desk->news, gint64, desk->news->len - 1), ==, desk->version + 601);
}

static gpointer
copy_to_func (StewardDatabase  *database,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  return GINT_TO_POINTER (steward_driver_copy_to (steward_database_get_driver (database), data, NULL, NULL,
                                                  NULL, error));
}

static gpointer
copy_from_func (StewardDatabase  *database,
                gpointer          data,
                GCancellable     *cancellable,
                GError          **error)
{
  return GINT_TO_POINTER (steward_driver_copy_from (steward_database_get_driver (database), data, NULL, NULL,
                                                    NULL, error));
}

static void
run_copy (Desk             *desk,
          StewardStoreFunc  func,
          GFile            *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, func, file, NULL, NULL, NULL, take_result, &result);
  wait_for (has_result, &result);
  steward_store_run_finish (desk->store, result, &error);
  g_assert_no_error (error);
}

/* The entry told of last is not there any more. */
static void
test_restored_database_is_everything (StoreFixture *fixture,
                                      gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (GFile) copy = store_fixture_get_file (fixture, "copy.db");
  Applied applied;

  run_copy (desk, copy_to_func, copy);
  apply_many (desk, &applied, 2);
  wait_for (all_applied, &applied);
  g_array_unref (applied.versions);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk->n_everything, ==, 0);

  run_copy (desk, copy_from_func, copy);
  wait_for (has_everything, desk);
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
  apply_many (desk, &applied, 3);
  wait_for (all_applied, &applied);
  g_array_unref (applied.versions);
  wait_for (is_fresh, desk->store);
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
  g_assert_null (open_store (text, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == STEWARD_ERROR);
  g_clear_error (&error);

  g_assert_null (open_store (inside, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == STEWARD_ERROR);
}

/* The second process: changes the note @n times. */
static int
write_notes (const char *path,
             const char *id,
             guint       n)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);

  for (guint i = 0; database != NULL && error == NULL && i < n; i++)
    {
      gint64 version = 0;
      g_autoptr (StewardProject) project = steward_database_load_project (database, id, &version, &error);
      g_autoptr (StewardRecorder) recorder = NULL;
      g_autoptr (StewardChangeSet) set = NULL;
      g_autofree char *note = g_strdup_printf ("From elsewhere %u", i);

      if (project == NULL)
        break;
      recorder = steward_recorder_new (project, version);
      steward_project_set_fact (project, STEWARD_FACT_NOTE, note);
      set = steward_recorder_take (recorder, "别处", NULL);
      steward_database_apply (database, set, &error);
    }
  if (error != NULL)
    g_printerr ("%s\n", error->message);

  return error != NULL ? 1 : 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "--write"))
    return write_notes (argv[2], argv[3], (guint) g_ascii_strtoull (argv[4], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  store_add ("/store/writes-are-done-in-order", test_writes_are_done_in_order);
  store_add ("/store/own-commits-are-told-once", test_own_commits_are_told);
  store_add ("/store/a-project-comes-with-its-version", test_loads_with_version);
  store_add ("/store/undo-and-redo", test_undo_and_redo);
  store_add ("/store/a-conflict-is-told", test_conflict_is_told);
  store_add ("/store/cancelled-work-stops", test_cancelled_work_stops);
  store_add ("/store/an-answer-can-come-too-late", test_answer_can_come_too_late);
  store_add ("/store/nobody-waits-for-the-workers", test_nobody_waits_for_the_workers);
  store_add ("/store/closing-waits-for-writes", test_closing_waits_for_writes);
  store_add ("/store/another-process-is-seen", test_another_process_is_seen);
  store_add ("/store/too-much-news-is-everything", test_too_much_is_everything);
  store_add ("/store/a-restored-database-is-everything", test_restored_database_is_everything);
  store_add ("/store/a-new-day-is-refreshed", test_new_day_is_refreshed);
  store_add ("/store/bad-files-are-told", test_bad_files_are_told);

  return g_test_run ();
}
