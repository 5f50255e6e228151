/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "steward-error.h"
#include "steward-sqlite-private.h"

#define INSERT "INSERT INTO \"settings\" (\"value\", \"key\") VALUES ($2, $1)"
#define COUNT "SELECT count(*) FROM \"settings\""
/* Counts to a hundred million: seconds of work. */
#define SLOW "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT count(*) FROM n"

static StewardDriver *
create (StoreFixture *fixture)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "a.db");

  return store_open (file, STEWARD_OPEN_CREATE);
}

static StewardDriver *
open_again (StoreFixture *fixture)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "a.db");

  return store_open (file, STEWARD_OPEN_EXISTING);
}

static void
insert (StewardDriver *driver,
        const char    *key,
        const char    *value)
{
  g_autoptr(GError) error = NULL;
  StewardStatement *statement = steward_driver_prepare (driver, INSERT, &error);

  g_assert_no_error (error);
  steward_statement_bind_text (statement, 1, key);
  steward_statement_bind_text (statement, 2, value);
  steward_statement_run (statement, &error);
  g_assert_no_error (error);
}

static void
test_settings_took (StoreFixture  *fixture,
                    gconstpointer  data)
{
  static const struct { const char *pragma; gint64 value; } settings[] = {
    { "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 },
    { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA temp_store", 2 },
    { "PRAGMA page_size", 4096 },
    { "PRAGMA application_id", STEWARD_SQLITE_APPLICATION_ID },
  };
  g_autoptr(StewardDriver) driver = create (fixture);
  sqlite3 *handle = STEWARD_SQLITE_DRIVER (driver)->handle;
  int value = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_cmpint (store_query (driver, settings[i].pragma), ==, settings[i].value);
  g_assert_cmpint (sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &value), ==, SQLITE_OK);
  g_assert_cmpint (value, ==, 1);
  g_assert_cmpint (sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, -1), ==, 0);
}

/* What a statement smuggled in must not be able to do. */
static void
test_dangerous_sql_is_refused (StoreFixture  *fixture,
                               gconstpointer  data)
{
  static const char *const texts[] = {
    "SELECT load_extension('x')",
    "ATTACH ':memory:' AS other",
    "SELECT \"no such column\"",
    "UPDATE sqlite_schema SET sql = ''",
    "SELECT * FROM",
  };
  g_autoptr(StewardDriver) driver = create (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (steward_driver_execute (driver, texts[i], &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
}

static void
test_the_file_is_private (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = store_fixture_get_path (fixture, "new");
  g_autofree char *path = store_fixture_get_path (fixture, "new/deep/a.db");
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(StewardDriver) driver = store_open (file, STEWARD_OPEN_CREATE);
  struct stat info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (wal, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0700);
}

static void
test_parameters_have_numbers (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GError) error = NULL;
  StewardStatement *statement;

  insert (driver, "键", "值");
  statement = steward_driver_prepare (driver,
                                      "SELECT \"value\", $3, $2, NULL FROM \"settings\""
                                      " WHERE \"key\" = $1 AND $1 = $1", &error);
  g_assert_no_error (error);
  steward_statement_bind_integer (statement, 3, G_MININT64);
  steward_statement_bind_integer (statement, 2, G_MAXINT64);
  steward_statement_bind_text (statement, 1, "键");
  g_assert_cmpint (steward_statement_step (statement, &error), ==, STEWARD_STEP_ROW);
  g_assert_cmpstr (steward_statement_get_text (statement, 0), ==, "值");
  g_assert_cmpint (steward_statement_get_integer (statement, 1), ==, G_MININT64);
  g_assert_cmpint (steward_statement_get_integer (statement, 2), ==, G_MAXINT64);
  g_assert_true (steward_statement_is_null (statement, 3));
  g_assert_cmpstr (steward_statement_get_text (statement, 3), ==, "");
  g_assert_cmpint (steward_statement_step (statement, &error), ==, STEWARD_STEP_DONE);
}

static void
test_a_statement_is_used_again (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GError) error = NULL;
  StewardStatement *first = steward_driver_prepare (driver, INSERT, NULL);

  steward_statement_bind_text (first, 1, "left over");
  g_assert_true (steward_driver_prepare (driver, INSERT, NULL) == first);

  /* Its parameters are NULL again, which the layout does not allow. */
  g_assert_false (steward_statement_run (first, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

static void
test_several_statements_are_not_one (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  static const char *const texts[] = { "", " -- nothing", COUNT "; " COUNT, "SELECT ?", "SELECT :name", "SELECT $0" };
  g_autoptr(StewardDriver) driver = create (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (steward_driver_prepare (driver, texts[i], &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
}

static void
test_constraints_are_kept (StoreFixture  *fixture,
                           gconstpointer  data)
{
  static const char *const texts[] = {
    "INSERT INTO \"settings\" VALUES ('a', 'again')",
    "INSERT INTO \"settings\" VALUES ('b', NULL)",
    "INSERT INTO \"settings\" VALUES ('b', x'00')",
    "INSERT INTO \"facts\" VALUES (1, 'name', 'no such project')",
    "INSERT INTO \"facts\" VALUES ('one', 'name', 'a text is no number')",
  };
  g_autoptr(StewardDriver) driver = create (fixture);

  insert (driver, "a", "b");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (steward_driver_execute (driver, texts[i], &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "a.db"));
    }
}

static void
test_a_transaction_is_whole_or_nothing (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(StewardDriver) other = open_again (fixture);

  g_assert_true (steward_driver_begin (driver, NULL));
  insert (driver, "a", "1");
  g_assert_cmpint (store_query (other, COUNT), ==, 0);
  steward_driver_rollback (driver);
  g_assert_cmpint (store_query (driver, COUNT), ==, 0);
  steward_driver_rollback (driver);

  g_assert_true (steward_driver_begin (driver, NULL));
  insert (driver, "a", "1");
  g_assert_true (steward_driver_commit (driver, NULL));
  g_assert_cmpint (store_query (other, COUNT), ==, 1);
}

/* Several questions get answers of one moment, while others go on. */
static void
test_a_reading_is_of_one_moment (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(StewardDriver) writer = create (fixture), reader = open_again (fixture);
  g_autoptr(GError) error = NULL;
  gint64 n = store_query (writer, COUNT);

  steward_driver_begin_reading (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_query (reader, COUNT), ==, n);
  steward_driver_begin (writer, &error);
  g_assert_no_error (error);
  insert (writer, "a", "1");
  g_assert_true (steward_driver_commit (writer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_query (writer, COUNT), ==, n + 1);
  g_assert_cmpint (store_query (reader, COUNT), ==, n);
  steward_driver_rollback (reader);
  g_assert_cmpint (store_query (reader, COUNT), ==, n + 1);
}

static void
test_changes_of_others_are_seen (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(StewardDriver) other = open_again (fixture);

  steward_driver_has_changed (driver);
  g_assert_false (steward_driver_has_changed (driver));
  insert (driver, "mine", "1");
  g_assert_false (steward_driver_has_changed (driver));
  insert (other, "theirs", "1");
  g_assert_true (steward_driver_has_changed (driver));
  g_assert_false (steward_driver_has_changed (driver));
}

static void
test_a_finished_statement_holds_nothing (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(StewardDriver) other = open_again (fixture);
  StewardStatement *statement = steward_driver_prepare (driver, COUNT, NULL);

  while (steward_statement_step (statement, NULL) == STEWARD_STEP_ROW)
    ;
  insert (other, "a", "1");
  g_assert_cmpint (store_query (other, "PRAGMA wal_checkpoint (TRUNCATE)"), ==, 0);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_work_can_be_cancelled (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) again = NULL;
  StewardStatement *statement = steward_driver_prepare (driver, SLOW, NULL);
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  steward_driver_set_cancellable (driver, cancellable);
  g_assert_cmpint (steward_statement_step (statement, &error), ==, STEWARD_STEP_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_false (steward_driver_begin (driver, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  steward_driver_set_cancellable (driver, NULL);
  g_assert_cmpint (store_query (driver, COUNT), ==, 0);
}

static void
test_waiting_can_be_cancelled (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(StewardDriver) other = open_again (fixture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread;

  g_assert_true (steward_driver_begin (other, NULL));
  steward_driver_set_cancellable (driver, cancellable);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (steward_driver_begin (driver, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  steward_driver_rollback (other);
}

static void
test_a_commit_is_not_cancelled (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  steward_driver_set_cancellable (driver, cancellable);
  g_assert_true (steward_driver_begin (driver, NULL));
  insert (driver, "a", "1");
  g_cancellable_cancel (cancellable);
  g_assert_true (steward_driver_commit (driver, &error));
  g_assert_no_error (error);
  steward_driver_set_cancellable (driver, NULL);
  g_assert_cmpint (store_query (driver, COUNT), ==, 1);
}

static void
test_a_lock_is_waited_for (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(StewardDriver) other = open_again (fixture);
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (steward_driver_begin (other, NULL));
  insert (other, "a", "1");
  g_assert_false (steward_driver_begin (driver, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "a.db"));
  g_assert_cmpint (g_get_monotonic_time () - start, >, 2 * G_TIME_SPAN_SECOND);

  /* Reading goes on meanwhile, and writing afterwards. */
  g_assert_cmpint (store_query (driver, COUNT), ==, 0);
  g_assert_true (steward_driver_commit (other, NULL));
  g_assert_true (steward_driver_begin (driver, NULL));
  g_assert_cmpint (store_query (driver, COUNT), ==, 1);
  steward_driver_rollback (driver);
}

static void
test_a_reader_writes_nothing (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "a.db");
  g_autoptr(StewardDriver) reader = store_open (file, STEWARD_OPEN_READ_ONLY);
  g_autoptr(GError) error = NULL;

  insert (driver, "a", "1");
  g_assert_cmpint (store_query (reader, COUNT), ==, 1);
  g_assert_false (steward_driver_execute (reader, "DELETE FROM \"settings\"", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE);

  /* Whoever is last tidies up. */
  g_clear_object (&driver);
  g_clear_object (&reader);
  g_assert_false (store_has_side_file (file, "-wal"));
  g_assert_false (store_has_side_file (file, "-shm"));
}

static void
test_a_file_that_went_is_not_written (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autofree char *path = store_fixture_get_path (fixture, "a.db");
  g_autofree char *moved = store_fixture_get_path (fixture, "b.db");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_rename (path, moved), ==, 0);
  g_assert_false (steward_driver_begin (driver, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE);
}

static void
test_large_values_are_refused (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autofree char *text = g_strnfill (65 * 1024 * 1024, 'x');
  g_autoptr(GError) error = NULL;
  StewardStatement *statement = steward_driver_prepare (driver, INSERT, NULL);

  steward_statement_bind_text (statement, 1, "a");
  steward_statement_bind_text (statement, 2, text);
  g_assert_false (steward_statement_run (statement, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
}

static void
count_progress (double   share,
                gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1.0);
  *last = share;
}

static void
fill (StewardDriver *driver,
      guint          n)
{
  g_autofree char *text = g_strnfill (20000, 'x');

  g_assert_true (steward_driver_begin (driver, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      insert (driver, key, text);
    }
  g_assert_true (steward_driver_commit (driver, NULL));
}

static void
test_copies_there_and_back (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(StewardDriver) other = open_again (fixture);
  g_autoptr(GFile) target = store_fixture_get_file (fixture, "copy.db");
  g_autoptr(GError) error = NULL;
  double share = 0.0;

  fill (driver, 300);
  steward_driver_copy_to (driver, target, count_progress, &share, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (share, ==, 1.0);
  g_assert_false (store_has_side_file (target, "-wal"));
  g_assert_false (store_has_side_file (target, "-journal"));

  store_execute (driver, "DELETE FROM \"settings\"");
  insert (driver, "new", "1");
  steward_driver_has_changed (other);
  share = 0.0;
  steward_driver_copy_from (driver, target, count_progress, &share, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (share, ==, 1.0);
  g_assert_cmpint (store_query (driver, COUNT), ==, 300);
  g_assert_cmpint (store_query (other, COUNT), ==, 300);
  g_assert_true (steward_driver_has_changed (other));
  g_assert_true (steward_driver_has_changed (driver));
  g_assert_cmpint (store_query (driver, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  insert (driver, "after", "1");
  g_assert_cmpint (store_query (other, COUNT), ==, 301);
}

static void
test_a_copy_replaces_nothing (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GFile) target = store_fixture_get_file (fixture, "copy.db");
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_replace_contents (target, "mine", 4, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (steward_driver_copy_to (driver, target, NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE);
  g_assert_true (g_file_load_contents (target, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

static void
cancel_at_half (double   share,
                gpointer cancellable)
{
  if (share >= 0.5)
    g_cancellable_cancel (cancellable);
}

static void
test_a_cancelled_copy_leaves_nothing (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GFile) target = store_fixture_get_file (fixture, "copy.db");
  g_autoptr(GFile) whole = store_fixture_get_file (fixture, "whole.db");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  fill (driver, 300);
  g_assert_false (steward_driver_copy_to (driver, target, cancel_at_half, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (target, NULL));
  g_clear_error (&error);

  /* Nor does one in the other direction change anything. */
  g_assert_true (steward_driver_copy_to (driver, whole, NULL, NULL, NULL, NULL));
  store_execute (driver, "DELETE FROM \"settings\" WHERE \"key\" <> '7'");
  g_cancellable_reset (cancellable);
  g_assert_false (steward_driver_copy_from (driver, whole, cancel_at_half, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (store_query (driver, COUNT), ==, 1);
  insert (driver, "after", "1");
}

static void
test_check_finds_orphans (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(StewardDriver) driver = create (fixture);
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "a.db");
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (steward_driver_check (driver, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 0);
  store_run_as_stranger (file, "INSERT INTO \"facts\" VALUES (7, 'name', 'orphan'), (8, 'name', 'orphan')");
  g_assert_true (steward_driver_check (driver, findings, NULL));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (findings->pdata[0], ==, "2 rows of the table “facts” belong to some of “projects” that are not there.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/driver/settings-took", test_settings_took);
  store_add ("/driver/dangerous-sql-is-refused", test_dangerous_sql_is_refused);
  store_add ("/driver/the-file-is-private", test_the_file_is_private);
  store_add ("/driver/parameters-have-numbers", test_parameters_have_numbers);
  store_add ("/driver/a-statement-is-used-again", test_a_statement_is_used_again);
  store_add ("/driver/several-statements-are-not-one", test_several_statements_are_not_one);
  store_add ("/driver/constraints-are-kept", test_constraints_are_kept);
  store_add ("/driver/a-transaction-is-whole-or-nothing", test_a_transaction_is_whole_or_nothing);
  store_add ("/driver/a-reading-is-of-one-moment", test_a_reading_is_of_one_moment);
  store_add ("/driver/changes-of-others-are-seen", test_changes_of_others_are_seen);
  store_add ("/driver/a-finished-statement-holds-nothing", test_a_finished_statement_holds_nothing);
  store_add ("/driver/work-can-be-cancelled", test_work_can_be_cancelled);
  store_add ("/driver/waiting-can-be-cancelled", test_waiting_can_be_cancelled);
  store_add ("/driver/a-commit-is-not-cancelled", test_a_commit_is_not_cancelled);
  store_add ("/driver/a-lock-is-waited-for", test_a_lock_is_waited_for);
  store_add ("/driver/a-reader-writes-nothing", test_a_reader_writes_nothing);
  store_add ("/driver/a-file-that-went-is-not-written", test_a_file_that_went_is_not_written);
  store_add ("/driver/large-values-are-refused", test_large_values_are_refused);
  store_add ("/driver/copies-there-and-back", test_copies_there_and_back);
  store_add ("/driver/a-copy-replaces-nothing", test_a_copy_replaces_nothing);
  store_add ("/driver/a-cancelled-copy-leaves-nothing", test_a_cancelled_copy_leaves_nothing);
  store_add ("/driver/check-finds-orphans", test_check_finds_orphans);
  return g_test_run ();
}
