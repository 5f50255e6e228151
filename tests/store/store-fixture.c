/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "steward-database-private.h"

void
store_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("steward-store-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  store_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

GFile *
store_fixture_get_file (StoreFixture *fixture,
                        const char   *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

char *
store_fixture_get_path (StoreFixture *fixture,
                        const char   *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

StewardDriver *
store_open (GFile           *file,
            StewardOpenMode  mode)
{
  g_autoptr(GError) error = NULL;
  StewardDriver *driver = steward_database_open_driver (file, mode, &error);

  g_assert_no_error (error);
  return driver;
}

gint64
store_query (StewardDriver *driver,
             const char    *sql)
{
  g_autoptr(GError) error = NULL;
  StewardStatement *statement = steward_driver_prepare (driver, sql, &error);
  gint64 value;

  g_assert_no_error (error);
  g_assert_cmpint (steward_statement_step (statement, &error), ==, STEWARD_STEP_ROW);
  g_assert_no_error (error);
  value = steward_statement_get_integer (statement, 0);
  steward_statement_reset (statement);
  return value;
}

void
store_execute (StewardDriver *driver,
               const char    *sql)
{
  g_autoptr(GError) error = NULL;

  steward_driver_execute (driver, sql, &error);
  g_assert_no_error (error);
}

void
store_run_as_stranger (GFile      *file,
                       const char *sql)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *message = NULL;
  sqlite3 *handle = NULL;
  char *text = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &text);
  message = g_strdup (text);
  sqlite3_free (text);
  sqlite3_close (handle);
  g_assert_cmpstr (message, ==, NULL);
}

gboolean
store_has_side_file (GFile      *file,
                     const char *suffix)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *side = g_strconcat (path, suffix, NULL);

  return g_file_test (side, G_FILE_TEST_EXISTS);
}

char *
store_hash_file (GFile *file)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &content, &length, NULL, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

guint
store_count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
