/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every database that a released version has made opens in this one. */
#include <string.h>

#include "database-fixture.h"
#include "steward-error.h"
#include "steward-statements-private.h"

/* The file that version @version has made: an empty one stands for none. See
 * record-version.py for how one is added. */
static GFile *
make_version (StoreFixture  *fixture,
              guint          version,
              char         **sql)
{
  g_autofree char *name = g_strdup_printf ("%04u.sql", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "store", "versions", name, NULL);
  g_autofree char *database = g_strdup_printf ("%u.db", version);
  GFile *file = store_fixture_get_file (fixture, database);
  g_autoptr(GError) error = NULL;

  if (version == 0)
    *sql = g_strdup ("");
  else
    g_file_get_contents (path, sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
  store_run_as_stranger (file, *sql);
  return file;
}

static guint
count_rows (const char *sql,
            const char *table)
{
  g_autofree char *start = g_strdup_printf ("INSERT INTO \"%s\" ", table);
  guint n = 0;

  for (const char *at = strstr (sql, start); at != NULL; at = strstr (at + 1, start))
    n++;
  return n;
}

static char *
read_layout (StewardDriver *driver)
{
  StewardStatement *statement =
    steward_driver_prepare (driver, "SELECT \"name\", \"sql\" FROM sqlite_schema ORDER BY \"name\"", NULL);
  GString *layout = g_string_new (NULL);

  g_assert_nonnull (statement);
  while (steward_statement_step (statement, NULL) == STEWARD_STEP_ROW)
    g_string_append_printf (layout, "%s: %s\n", steward_statement_get_text (statement, 0),
                            steward_statement_get_text (statement, 1));
  return g_string_free (layout, FALSE);
}

static void
test_from_every_version (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(StewardDatabase) fresh = database_create (fixture);
  g_autofree char *layout = read_layout (steward_database_get_driver (fresh));

  for (guint version = 0; version <= STEWARD_DATABASE_VERSION; version++)
    {
      g_autofree char *sql = NULL;
      g_autoptr(GFile) file = make_version (fixture, version, &sql);
      g_autoptr(GError) error = NULL;
      g_autoptr(StewardDatabase) database = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);
      g_autofree char *migrated = NULL;
      StewardDriver *driver;

      g_assert_no_error (error);
      driver = steward_database_get_driver (database);
      migrated = read_layout (driver);
      g_assert_cmpstr (migrated, ==, layout);
      g_assert_cmpint (store_query (driver, "PRAGMA user_version"), ==, STEWARD_DATABASE_VERSION);
      g_assert_cmpint (store_query (driver, "SELECT count(*) FROM \"log\""), ==, count_rows (sql, "log"));
      g_assert_cmpint (store_query (driver, "SELECT count(*) FROM \"projects\""), ==, count_rows (sql, "projects"));
      g_assert_true (version == 0 || count_rows (sql, "log") > 20);
      database_assert_sound (database);

      /* Work goes on in it. */
      g_object_unref (database_add_sample (database, "jincheng-school"));
      database_assert_sound (database);
    }
}

/* A layout that cannot be made leaves the file as it was. */
static void
test_all_or_nothing (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "a.db");
  g_autofree char *sql = steward_statements_migration (1);
  g_autoptr(StewardDriver) driver = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *broken = g_strconcat (sql, "CREATE TABLE \"log\" (\"again\" TEXT) STRICT;", NULL);

  driver = steward_sqlite_driver_new (file, STEWARD_OPEN_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (steward_driver_begin (driver, NULL));
  g_assert_false (steward_driver_execute (driver, broken, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  steward_driver_rollback (driver);
  g_assert_cmpint (store_query (driver, "SELECT count(*) FROM sqlite_schema"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/migrations/from-every-version", test_from_every_version);
  store_add ("/migrations/all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
