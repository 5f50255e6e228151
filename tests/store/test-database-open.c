/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "steward-database.h"
#include "steward-database-private.h"
#include "steward-error.h"

#define LAYOUT "SELECT count(*) FROM sqlite_schema"
#define SETTING "INSERT INTO \"settings\" VALUES ('a', 'b')"

/* A whole database that nobody has open. */
static GFile *
make_database (StoreFixture *fixture)
{
  GFile *file = store_fixture_get_file (fixture, "a.db");
  g_autoptr(StewardDriver) driver = store_open (file, STEWARD_OPEN_CREATE);

  store_execute (driver, SETTING);
  return file;
}

static void
assert_refused (GFile           *file,
                StewardOpenMode  mode,
                int              code,
                const char      *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_database_open_driver (file, mode, &error));
  g_assert_error (error, STEWARD_ERROR, code);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” does not name “%s”", error->message, word);
}

/* Refused in every mode, and not a byte has changed nor a file come beside it. */
static void
assert_refused_untouched (GFile      *file,
                          int         code,
                          const char *word)
{
  g_autofree char *before = store_hash_file (file);
  g_autofree char *after = NULL;

  assert_refused (file, STEWARD_OPEN_EXISTING, code, word);
  assert_refused (file, STEWARD_OPEN_READ_ONLY, code, word);
  after = store_hash_file (file);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (store_has_side_file (file, "-wal"));
  g_assert_false (store_has_side_file (file, "-shm"));
  g_assert_false (store_has_side_file (file, "-journal"));
}

static void
test_modes_say_what_is_there (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(GFile) missing = store_fixture_get_file (fixture, "none.db");
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) elsewhere = g_file_new_for_uri ("sftp://example.invalid/a.db");
  g_autoptr(StewardDriver) reader = NULL;

  assert_refused (missing, STEWARD_OPEN_EXISTING, STEWARD_ERROR_READ, "none.db");
  assert_refused (missing, STEWARD_OPEN_READ_ONLY, STEWARD_ERROR_READ, "none.db");
  g_assert_false (g_file_query_exists (missing, NULL));
  assert_refused (folder, STEWARD_OPEN_EXISTING, STEWARD_ERROR_READ, "regular file");
  assert_refused (elsewhere, STEWARD_OPEN_EXISTING, STEWARD_ERROR_READ, "a.db");

  file = make_database (fixture);
  assert_refused (file, STEWARD_OPEN_CREATE, STEWARD_ERROR_WRITE, "a.db");
  reader = store_open (file, STEWARD_OPEN_READ_ONLY);
  g_assert_cmpint (store_query (reader, "SELECT count(*) FROM \"settings\""), ==, 1);
}

static void
test_a_pipe_is_not_waited_for (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autofree char *path = store_fixture_get_path (fixture, "pipe");
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (file, STEWARD_OPEN_EXISTING, STEWARD_ERROR_READ, "regular file");
}

/* The first start may have been ended before it wrote anything. */
static void
test_an_empty_file_is_filled (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "empty.db");
  g_autoptr(StewardDriver) driver = NULL;

  g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
  assert_refused (file, STEWARD_OPEN_READ_ONLY, STEWARD_ERROR_INVALID, "empty.db");
  driver = store_open (file, STEWARD_OPEN_EXISTING);
  g_assert_cmpint (store_query (driver, "PRAGMA user_version"), ==, STEWARD_DATABASE_VERSION);
  g_assert_cmpint (store_query (driver, LAYOUT), >, 10);
}

/* The same, ended after the journal was chosen and before the layout. */
static void
test_a_file_begun_is_filled (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "begun.db");
  g_autoptr(StewardDriver) driver = NULL;

  store_run_as_stranger (file, "PRAGMA journal_mode = WAL");
  driver = store_open (file, STEWARD_OPEN_EXISTING);
  g_assert_cmpint (store_query (driver, "PRAGMA user_version"), ==, STEWARD_DATABASE_VERSION);
}

static void
test_a_newer_one_is_left_alone (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(GFile) file = make_database (fixture);

  store_run_as_stranger (file, "PRAGMA user_version = 9999; CREATE TABLE of_version_9999 (a TEXT) STRICT");
  assert_refused_untouched (file, STEWARD_ERROR_NEWER, "newer version");
}

/* Its program was killed: what makes it newer is only in the log yet. */
static void
test_a_newer_log_is_left_alone (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(GFile) file = make_database (fixture);
  g_autoptr(GFile) log = store_fixture_get_file (fixture, "a.db-wal");
  g_autoptr(GFile) saved = store_fixture_get_file (fixture, "saved");
  g_autoptr(GFile) saved_log = store_fixture_get_file (fixture, "saved-wal");
  g_autofree char *before = NULL, *after = NULL, *log_before = NULL, *log_after = NULL;

  {
    g_autoptr(StewardDriver) newer = store_open (file, STEWARD_OPEN_EXISTING);

    store_execute (newer, "PRAGMA user_version = 9999");
    g_assert_true (g_file_copy (file, saved, 0, NULL, NULL, NULL, NULL));
    g_assert_true (g_file_copy (log, saved_log, 0, NULL, NULL, NULL, NULL));
  }
  before = store_hash_file (saved);
  log_before = store_hash_file (saved_log);
  assert_refused (saved, STEWARD_OPEN_EXISTING, STEWARD_ERROR_NEWER, "newer version");
  assert_refused (saved, STEWARD_OPEN_READ_ONLY, STEWARD_ERROR_NEWER, "newer version");
  after = store_hash_file (saved);
  log_after = store_hash_file (saved_log);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (log_before, ==, log_after);
}

/* Each is done to a database of ours by somebody else. */
static const struct
{
  const char *sql;
  const char *word;
} strangers[] = {
  { "CREATE VIEW \"spy\" AS SELECT load_extension('x')", "spy" },
  { "CREATE TRIGGER \"spy\" AFTER INSERT ON \"settings\" BEGIN DELETE FROM \"log\"; END", "spy" },
  { "CREATE TABLE \"extra\" (a)", "extra" },
  { "CREATE TABLE \"extra\" (a, b AS (zeroblob(1000000000)))", "extra" },
  { "CREATE INDEX \"extra\" ON \"settings\" (\"value\")", "extra" },
  { "CREATE INDEX \"extra\" ON \"log\" (abs(-9223372036854775808))", "extra" },
  { "CREATE VIRTUAL TABLE \"words\" USING fts5 (a)", "words" },
  { "CREATE VIRTUAL TABLE \"place\" USING rtree (a, b, c)", "place" },
  { "ALTER TABLE \"facts\" ADD COLUMN \"more\" TEXT", "facts" },
  { "ALTER TABLE \"facts\" ADD COLUMN \"more\" TEXT AS (zeroblob(1000000000)) VIRTUAL", "facts" },
  { "ALTER TABLE \"facts\" RENAME COLUMN \"value\" TO \"worth\"", "facts" },
  { "DROP TABLE \"agenda\"", "agenda" },
  { "DROP INDEX \"log_by_project\"", "log_by_project" },
  { "DROP TABLE \"settings\"; CREATE VIEW \"settings\" AS SELECT 'a' AS \"key\", 'b' AS \"value\"", "settings" },
  { "DROP TABLE \"settings\"; CREATE TABLE \"settings\" (\"key\" TEXT NOT NULL PRIMARY KEY, \"value\")", "settings" },
  { "PRAGMA application_id = 252006673", "not a database of this program" },
  { "PRAGMA application_id = 0", "not a database of this program" },
  { "PRAGMA user_version = -1", "not a database of this program" },
  { "PRAGMA user_version = 0", "“" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE settings (a)'"
    " WHERE name = 'settings'", "settings" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE settings'"
    " WHERE name = 'settings'", "settings" },
  { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 999999 WHERE name = 'settings'", "damaged" },
  { "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_settings_1'", "settings" },
};

static void
test_strangers_are_refused_by_name (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autoptr(GFile) file = make_database (fixture);
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;

      store_run_as_stranger (file, strangers[i].sql);
      before = store_hash_file (file);
      g_assert_null (steward_database_open_driver (file, STEWARD_OPEN_EXISTING, &error));
      if (!(g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_INVALID) ||
            g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT)) ||
          strstr (error->message, strangers[i].word) == NULL)
        g_error ("after “%s”: %s", strangers[i].sql, error->message);
      after = store_hash_file (file);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (store_has_side_file (file, "-wal"));
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_foreign_databases_are_refused (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  static const char *const made[] = {
    "CREATE TABLE t (a)",
    "PRAGMA application_id = 1196444487",
    "PRAGMA user_version = 1",
    "PRAGMA encoding = 'UTF-16'; CREATE TABLE t (a)",
    "PRAGMA journal_mode = WAL; CREATE TABLE t (a)",
    "CREATE TABLE t (a); CREATE VIEW v AS SELECT * FROM t; CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      g_autofree char *name = g_strdup_printf ("foreign-%u.db", (guint) i);
      g_autoptr(GFile) file = store_fixture_get_file (fixture, name);

      store_run_as_stranger (file, made[i]);
      assert_refused_untouched (file, STEWARD_ERROR_INVALID, "not a database of this program");
    }
}

static void
test_other_files_are_refused (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const char text[] = "项目,阶段\n一期,立项用地规划许可\n一期,工程建设许可\n一期,施工许可\n一期,竣工验收\n";
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "other");
  g_autoptr(GFile) whole = make_database (fixture);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_replace_contents (file, text, sizeof text - 1, NULL, FALSE, 0, NULL, NULL, NULL));
  assert_refused_untouched (file, STEWARD_ERROR_INVALID, "not a database of this program");
  g_assert_true (g_file_replace_contents (file, text, 1, NULL, FALSE, 0, NULL, NULL, NULL));
  assert_refused_untouched (file, STEWARD_ERROR_INVALID, "not a database of this program");

  /* Cut off at every length of the header, and in the middle of a page. */
  g_assert_true (g_file_load_contents (whole, NULL, &content, &length, NULL, NULL));
  for (gsize n = 1; n < 100; n++)
    {
      g_assert_true (g_file_replace_contents (file, content, n, NULL, FALSE, 0, NULL, NULL, NULL));
      assert_refused (file, STEWARD_OPEN_EXISTING, STEWARD_ERROR_INVALID, "not a database of this program");
    }
  for (gsize n = 100; n < length; n += 1777)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(StewardDriver) driver = NULL;
      g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

      g_assert_true (g_file_replace_contents (file, content, n, NULL, FALSE, 0, NULL, NULL, NULL));
      driver = steward_database_open_driver (file, STEWARD_OPEN_EXISTING, &error);
      if (driver == NULL)
        {
          g_assert_true (error->domain == STEWARD_ERROR);
          continue;
        }
      g_assert_true (steward_driver_check (driver, findings, NULL));
      /* What is lacking of the last page may have been nothing but zeros. */
      g_assert_true (findings->len > 0 || n > length - 4096);
    }
}

/* Any byte of the file may be wrong; whatever comes of it, it is said. */
static void
test_flipped_bytes_do_no_harm (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr(GFile) whole = make_database (fixture);
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "flipped.db");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (whole, NULL, &content, &length, NULL, NULL));
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(StewardDriver) driver = NULL;
      gsize at = i < 100 ? i : (gsize) g_test_rand_int_range (100, MIN (length, 16384));
      char old = content[at];

      content[at] = (char) (old ^ (1 << g_test_rand_int_range (0, 8)));
      g_assert_true (g_file_replace_contents (file, content, length, NULL, FALSE, 0, NULL, NULL, NULL));
      content[at] = old;
      driver = steward_database_open_driver (file, STEWARD_OPEN_EXISTING, &error);
      if (driver == NULL)
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == STEWARD_ERROR);
        }
      else
        {
          g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

          g_assert_true (steward_driver_check (driver, findings, NULL));
        }
    }
}

static char *
read_value (StewardDriver *driver,
            GError       **error)
{
  StewardStatement *statement = steward_driver_prepare (driver, "SELECT \"value\" FROM \"settings\"", error);
  char *value = NULL;

  if (statement != NULL && steward_statement_step (statement, error) == STEWARD_STEP_ROW)
    {
      value = g_strdup (steward_statement_get_text (statement, 0));
      steward_statement_reset (statement);
    }
  return value;
}

/* The layout is ours, but a value was forged past it: by changing the type of
 * a column, writing, and changing it back. */
static void
test_forged_values_are_not_read (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  static const struct { const char *value; int code; } values[] = {
    { "x'FFFE00'", STEWARD_ERROR_CORRUPT },
    { "1.5", STEWARD_ERROR_CORRUPT },
    { "CAST (x'FF' AS TEXT)", STEWARD_ERROR_CORRUPT },
    { "'a' || char(0) || 'b'", STEWARD_ERROR_CORRUPT },
    { "CAST (zeroblob(70000000) AS TEXT)", STEWARD_ERROR_LIMIT },
    { "zeroblob(70000000)", STEWARD_ERROR_LIMIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(GFile) file = make_database (fixture);
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *sql = g_strdup_printf (
        "PRAGMA writable_schema = ON; PRAGMA journal_mode = DELETE;"
        "CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = 'settings';"
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE \"settings\" (\"key\" PRIMARY KEY, \"value\")'"
        " WHERE name = 'settings'; PRAGMA schema_version = 1000; PRAGMA user_version;"
        "UPDATE \"settings\" SET \"value\" = %s;"
        "UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = 'settings'; DROP TABLE kept", values[i].value);
      g_autoptr(StewardDriver) driver = NULL;
      g_autoptr(GError) error = NULL;

      store_run_as_stranger (file, sql);
      driver = store_open (file, STEWARD_OPEN_EXISTING);
      g_assert_null (read_value (driver, &error));
      g_assert_error (error, STEWARD_ERROR, values[i].code);
      g_clear_object (&driver);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static gpointer
open_in_thread (gpointer data)
{
  return store_open (data, STEWARD_OPEN_EXISTING);
}

static void
test_the_layout_is_made_once (StoreFixture  *fixture,
                              gconstpointer  data)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", round);
      g_autoptr(GFile) file = store_fixture_get_file (fixture, name);
      GThread *threads[4];

      g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("open", open_in_thread, file);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          g_autoptr(StewardDriver) driver = g_thread_join (threads[i]);

          g_assert_cmpint (store_query (driver, "PRAGMA user_version"), ==, STEWARD_DATABASE_VERSION);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/open/modes-say-what-is-there", test_modes_say_what_is_there);
  store_add ("/open/a-pipe-is-not-waited-for", test_a_pipe_is_not_waited_for);
  store_add ("/open/an-empty-file-is-filled", test_an_empty_file_is_filled);
  store_add ("/open/a-file-begun-is-filled", test_a_file_begun_is_filled);
  store_add ("/open/the-layout-is-made-once", test_the_layout_is_made_once);
  store_add ("/open/a-newer-one-is-left-alone", test_a_newer_one_is_left_alone);
  store_add ("/open/a-newer-log-is-left-alone", test_a_newer_log_is_left_alone);
  store_add ("/open/strangers-are-refused-by-name", test_strangers_are_refused_by_name);
  store_add ("/open/foreign-databases-are-refused", test_foreign_databases_are_refused);
  store_add ("/open/other-files-are-refused", test_other_files_are_refused);
  store_add ("/open/flipped-bytes-do-no-harm", test_flipped_bytes_do_no_harm);
  store_add ("/open/forged-values-are-not-read", test_forged_values_are_not_read);
  return g_test_run ();
}
