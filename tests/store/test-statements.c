/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "steward-database.h"
#include "steward-statements-private.h"

static void
test_all_are_accepted_by_the_layout (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "a.db");
  g_autoptr(StewardDriver) driver = store_open (file, STEWARD_OPEN_CREATE);
  g_autoptr(StewardStatements) statements = steward_statements_new ();
  g_autoptr(GPtrArray) names = steward_statements_list (statements);

  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_auto(GStrv) parts = g_strsplit (names->pdata[i], "/", 2);
      g_autoptr(GError) error = NULL;

      g_assert_nonnull (steward_driver_prepare (driver, steward_statements_get (statements, parts[0], parts[1]), &error));
      g_assert_no_error (error);
    }
}

static void
test_comments_are_left_out (void)
{
  g_autoptr(StewardStatements) statements = steward_statements_new ();

  g_assert_cmpstr (steward_statements_get (statements, "settings", "get"), ==,
                   "SELECT \"value\" FROM \"settings\" WHERE \"key\" = $1;");
}

static void
test_migrations_have_no_gap (void)
{
  for (guint i = 1; i <= STEWARD_DATABASE_VERSION; i++)
    {
      g_autofree char *sql = steward_statements_migration (i);

      g_assert_nonnull (sql);
    }
  g_assert_null (steward_statements_migration (STEWARD_DATABASE_VERSION + 1));
  g_assert_null (steward_statements_migration (0));
}

static void
test_every_file_is_bundled (void)
{
  const char *folder = g_getenv ("STEWARD_STATEMENTS_DIR");
  g_autofree char *list_path = g_build_filename (folder, "store.gresource.xml", NULL);
  g_autofree char *list = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_true (g_file_get_contents (list_path, &list, NULL, NULL));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *line = g_strdup_printf ("<file>%s</file>", name);

      if (g_str_has_suffix (name, ".sql") && strstr (list, line) == NULL)
        g_error ("%s is not in store.gresource.xml", name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/statements/all-are-accepted-by-the-layout", test_all_are_accepted_by_the_layout);
  g_test_add_func ("/statements/comments-are-left-out", test_comments_are_left_out);
  g_test_add_func ("/statements/migrations-have-no-gap", test_migrations_have_no_gap);
  g_test_add_func ("/statements/every-file-is-bundled", test_every_file_is_bundled);
  return g_test_run ();
}
