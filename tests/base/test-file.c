/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "steward-error.h"
#include "steward-file.h"

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("steward-file-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static void
write_text (GFile      *file,
            const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;

  steward_file_write (file, bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_text (GFile      *file,
             const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = steward_file_read (file, 1000, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   text, strlen (text));
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_written_is_read (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GFile) file = get_file (fixture, "项目 (拟).json");

  write_text (file, "one");
  assert_text (file, "one");
  write_text (file, "");
  assert_text (file, "");
  write_text (file, "three");
  assert_text (file, "three");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_limit_is_exact (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GFile) file = get_file (fixture, "a");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) exact = NULL;

  write_text (file, "12345");
  exact = steward_file_read (file, 5, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (exact), ==, 5);
  g_assert_null (steward_file_read (file, 4, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
}

/* Its size is 0 until it is read, so only what is read can be measured. */
static void
test_limit_holds_for_files_without_size (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/proc/self/maps");
  g_autoptr(GError) error = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("no such file on this system");
      return;
    }
  g_assert_null (steward_file_read (file, 10, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
}

static void
test_what_is_no_file_is_refused (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  const char *paths[] = { fixture->folder, "/dev/zero", "/nowhere/at/all", pipe_path };

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
      g_autoptr(GError) read_error = NULL;
      g_autoptr(GError) write_error = NULL;

      g_assert_null (steward_file_read (file, 10, NULL, &read_error));
      g_assert_error (read_error, STEWARD_ERROR, STEWARD_ERROR_READ);
      g_assert_false (steward_file_write (file, bytes, NULL, &write_error));
      g_assert_error (write_error, STEWARD_ERROR, STEWARD_ERROR_WRITE);
    }
}

static void
test_cancelled_leaves_the_old_file (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(GFile) file = get_file (fixture, "a");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  write_text (file, "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (steward_file_write (file, bytes, cancellable, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE);
  assert_text (file, "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_mode_and_link_survive (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a", NULL);
  g_autofree char *link_path = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr(GFile) link = g_file_new_for_path (link_path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  struct stat status;

  write_text (file, "old");
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("a", link_path), ==, 0);
  write_text (link, "new");
  assert_text (file, "new");
  g_assert_cmpint (g_lstat (link_path, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/file/written-is-read", test_written_is_read },
    { "/file/limit-is-exact", test_limit_is_exact },
    { "/file/limit-holds-for-files-without-size", test_limit_holds_for_files_without_size },
    { "/file/what-is-no-file-is-refused", test_what_is_no_file_is_refused },
    { "/file/cancelled-leaves-the-old-file", test_cancelled_leaves_the_old_file },
    { "/file/mode-and-link-survive", test_mode_and_link_survive },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
