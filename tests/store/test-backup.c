/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "database-fixture.h"
#include "steward-backup-private.h"
#include "steward-error.h"

#define DAY (24 * 60 * 60)

static gint64
to_unix (const char *at)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) date = g_date_time_new_from_iso8601 (at, zone);

  return g_date_time_to_unix (date);
}

static void
write_file (StoreFixture *fixture,
            const char   *name,
            const char   *content)
{
  g_autofree char *path = store_fixture_get_path (fixture, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static char *
list_names (GFile *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) backups = steward_backup_list (folder, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < backups->len; i++)
    {
      const StewardBackup *backup = backups->pdata[i];
      g_autofree char *name = g_file_get_basename (backup->file);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
test_the_list_knows_its_own (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) none = store_fixture_get_file (fixture, "none");
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "notes.txt");
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GPtrArray) empty = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *names = NULL;
  g_autofree char *link = store_fixture_get_path (fixture, "link-2026-08-12-143005.db");

  write_file (fixture, "steward-2026-08-12-143005.db", "12345");
  write_file (fixture, "steward-2026-08-12-143005-2.db", "");
  write_file (fixture, "steward-2026-08-12-143005-10.db", "");
  write_file (fixture, "my-own-project-2025-12-31-235959.db", "");
  write_file (fixture, "steward.db", "");
  write_file (fixture, "steward-2026-13-12-143005.db", "");
  write_file (fixture, "steward-2026-08-12-250000.db", "");
  write_file (fixture, "steward-2026-08-12-143005.db-wal", "");
  write_file (fixture, "steward-2026-08-12-14300.db", "");
  write_file (fixture, "-.db", "");
  write_file (fixture, "notes.txt", "");
  g_assert_cmpint (symlink ("notes.txt", link), ==, 0);

  names = list_names (folder);
  g_assert_cmpstr (names, ==, "steward-2026-08-12-143005-10.db steward-2026-08-12-143005-2.db "
                              "steward-2026-08-12-143005.db my-own-project-2025-12-31-235959.db");
  backups = steward_backup_list (folder, NULL);
  g_assert_cmpstr (((StewardBackup *) backups->pdata[2])->at, ==, "2026-08-12T14:30:05");
  g_assert_cmpint (((StewardBackup *) backups->pdata[2])->size, ==, 5);

  empty = steward_backup_list (none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_null (steward_backup_list (file, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_READ);
}

static const struct
{
  const char *now;
  const char *before;
  const char *after;
} rotations[] = {
  /* Seven are never too many. */
  { "2026-08-12T12:00:00",
    "2026-08-12 2026-08-11 2026-08-10 2026-08-09 2026-08-08 2026-08-07 2026-08-06",
    "2026-08-12 2026-08-11 2026-08-10 2026-08-09 2026-08-08 2026-08-07 2026-08-06" },
  { "2026-08-12T12:00:00",
    "2026-08-12 2026-08-11 2026-08-10 2026-08-09 2026-08-08 2026-08-07 2026-08-06 2026-08-05 2026-08-04",
    "2026-08-12 2026-08-11 2026-08-10 2026-08-09 2026-08-08 2026-08-07 2026-08-06" },
  /* The last of a month before, not the first. */
  { "2026-08-12T12:00:00",
    "2026-08-12 2026-08-11 2026-08-10 2026-08-09 2026-08-08 2026-08-07 2026-08-06 2026-08-05"
    " 2026-07-31 2026-07-30 2026-07-01 2026-06-15",
    "2026-08-12 2026-08-11 2026-08-10 2026-08-09 2026-08-08 2026-08-07 2026-08-06"
    " 2026-07-31 2026-06-15" },
  /* The last of July is one of the seven already. */
  { "2026-08-03T12:00:00",
    "2026-08-03 2026-08-02 2026-08-01 2026-07-31 2026-07-30 2026-07-29 2026-07-28 2026-07-27 2026-06-30",
    "2026-08-03 2026-08-02 2026-08-01 2026-07-31 2026-07-30 2026-07-29 2026-07-28 2026-06-30" },
  /* Twelve months, across a year, not thirteen. */
  { "2026-02-10T12:00:00",
    "2026-02-10 2026-02-09 2026-02-08 2026-02-07 2026-02-06 2026-02-05 2026-02-04 2026-01-31 2025-12-31"
    " 2025-03-31 2025-02-28 2025-01-31 2024-02-29",
    "2026-02-10 2026-02-09 2026-02-08 2026-02-07 2026-02-06 2026-02-05 2026-02-04 2026-01-31 2025-12-31"
    " 2025-03-31 2025-02-28" },
  /* Those of tomorrow push nothing out and are not thrown away. */
  { "2026-08-12T12:00:00",
    "2031-01-01 2031-01-02 2031-01-03 2031-01-04 2031-01-05 2031-01-06 2031-01-07 2031-01-08 2026-08-12 2026-08-11",
    "2031-01-08 2031-01-07 2031-01-06 2031-01-05 2031-01-04 2031-01-03 2031-01-02 2031-01-01 2026-08-12 2026-08-11" },
};

static char *
join_names (const char *days)
{
  g_auto(GStrv) parts = g_strsplit (days, " ", -1);
  g_autoptr(GString) names = g_string_new (NULL);

  for (char **day = parts; *day != NULL; day++)
    g_string_append_printf (names, "%ssteward-%s-100000.db", names->len > 0 ? " " : "", *day);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
test_old_ones_are_removed (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) database = store_fixture_get_file (fixture, "steward.db");

  for (gsize i = 0; i < G_N_ELEMENTS (rotations); i++)
    {
      g_autofree char *before = join_names (rotations[i].before);
      g_autofree char *expected = join_names (rotations[i].after);
      g_autofree char *after = NULL;
      g_auto(GStrv) names = g_strsplit (before, " ", -1);
      g_autoptr(GError) error = NULL;

      for (char **name = names; *name != NULL; name++)
        write_file (fixture, *name, "");
      steward_backup_rotate (folder, database, to_unix (rotations[i].now), &error);
      g_assert_no_error (error);
      after = list_names (folder);
      g_assert_cmpstr (after, ==, expected);
      store_remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
    }
}

/* Whatever was there: the newest is kept, nothing that counts as newest of
 * its month is lost, and doing it again changes nothing. */
static void
test_rotation_holds_for_any_dates (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) database = store_fixture_get_file (fixture, "steward.db");
  gint64 now = to_unix ("2026-08-12T12:00:00");

  for (guint round = 0; round < 40; round++)
    {
      guint n = g_test_rand_int_range (0, 60);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autofree char *before = NULL;
      guint n_kept, n_before;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(GFile) file =
            steward_backup_choose_file (folder, database, now - g_test_rand_int_range (0, 700) * (gint64) DAY / 2);

          g_assert_true (g_file_replace_contents (file, "", 0, NULL, FALSE, 0, NULL, NULL, NULL));
        }
      write_file (fixture, "other-2020-01-01-000000.db", "");
      before = list_names (folder);
      n_before = store_count_files (fixture->folder) - 1;
      g_assert_true (steward_backup_rotate (folder, database, now, NULL));
      first = list_names (folder);
      g_assert_true (steward_backup_rotate (folder, database, now, NULL));
      second = list_names (folder);
      g_assert_cmpstr (first, ==, second);
      n_kept = store_count_files (fixture->folder) - 1;
      g_assert_cmpuint (n_kept, >=, MIN (n_before, 7));
      g_assert_cmpuint (n_kept, <=, 7 + 13);
      /* The seven newest are what the list begins with. */
      {
        g_auto(GStrv) all = g_strsplit (before, " ", -1);

        for (guint i = 0; i < MIN (n_before, 7); i++)
          g_assert_nonnull (strstr (first, all[i]));
      }
      g_assert_nonnull (strstr (first, "other-2020-01-01-000000.db"));
      store_remove_folder (fixture->folder);
      g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
    }
}

static void
test_leavings_are_swept (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr(GFile) database = store_fixture_get_file (fixture, "steward.db");
  g_autofree char *old = store_fixture_get_path (fixture, ".steward-1.partial-wal");
  g_autofree char *young = store_fixture_get_path (fixture, ".steward-2.partial");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct utimbuf times = { now - 2 * DAY, now - 2 * DAY };

  write_file (fixture, ".steward-1.partial-wal", "");
  write_file (fixture, ".steward-2.partial", "");
  g_assert_cmpint (utime (old, &times), ==, 0);
  g_assert_true (steward_backup_rotate (folder, database, now, NULL));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
}

static void
test_one_is_made_each_day (StoreFixture  *fixture,
                           gconstpointer  data)
{
  static const struct { const char *now; gboolean made; } times[] = {
    { "2026-08-12T09:00:00", TRUE },
    { "2026-08-12T18:00:00", FALSE },
    { "2026-08-13T08:59:59", FALSE },
    { "2026-08-13T09:00:01", TRUE },
    { "2031-01-01T00:00:00", TRUE },
    { "2026-08-13T10:00:00", FALSE },
    { "2026-08-20T10:00:00", TRUE },
  };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GFile) folder = steward_backup_get_folder (database);
  g_autofree char *path = g_file_get_path (folder);
  struct stat info;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean made = !times[i].made;

      steward_backup_make_due (database, to_unix (times[i].now), &made, NULL, &error);
      g_assert_no_error (error);
      if (made != times[i].made)
        g_error ("wrong at %s", times[i].now);
    }
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0700);
  g_assert_cmpuint (store_count_files (path), ==, 4);
}

static void
assert_opens_with (GFile      *file,
                   const char *id,
                   const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardDatabase) copy = steward_database_open (file, STEWARD_OPEN_READ_ONLY, &error);
  struct stat info;
  g_autofree char *path = g_file_get_path (file);

  g_assert_no_error (error);
  database_assert_text (copy, id, text);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_clear_object (&copy);
  g_assert_false (store_has_side_file (file, "-wal"));
}

static void
test_a_backup_holds_everything (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autofree char *text = database_get_text (database, id);
  g_autoptr(GFile) target = store_fixture_get_file (fixture, "elsewhere/mine.db");
  g_autoptr(GFile) first = NULL;
  g_autoptr(GFile) second = NULL;
  g_autoptr(GError) error = NULL;

  first = steward_backup_make (database, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_opens_with (first, id, text);
  second = steward_backup_make (database, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (second, target));
  assert_opens_with (second, id, text);
}

static void
test_the_database_is_no_target (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  GFile *file = steward_database_get_file (database);
  g_autofree char *link = store_fixture_get_path (fixture, "link.db");
  g_autoptr(GFile) linked = g_file_new_for_path (link);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("steward.db", link), ==, 0);
  g_assert_null (steward_backup_make (database, file, NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (steward_backup_make (database, linked, NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (steward_backup_restore (database, linked, NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
}

static void
count_up (double   share,
          gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (share, >=, *last - 1e-9);
  g_assert_cmpfloat (share, <=, 1.0 + 1e-9);
  *last = share;
}

static void
change_name (StewardDatabase *database,
             const char      *id,
             const char      *name)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
  g_autoptr(StewardChangeSet) set = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NAME, name);
  set = steward_recorder_take (recorder, "tester", NULL);
  database_apply (database, set);
}

static void
test_a_restore_brings_everything_back (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autofree char *before = database_get_text (database, id);
  g_autofree char *after = NULL;
  g_autoptr(StewardDatabase) other = database_open (fixture);
  g_autoptr(GFile) folder = steward_backup_get_folder (database);
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GError) error = NULL;
  double share = 0.0;

  change_name (database, id, "虚构厂房改名");
  after = database_get_text (database, id);
  g_assert_cmpstr (after, !=, before);
  steward_driver_has_changed (steward_database_get_driver (other));

  steward_backup_restore (database, backup, count_up, &share, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (share, ==, 1.0);
  database_assert_text (database, id, before);
  g_assert_true (steward_driver_has_changed (steward_database_get_driver (other)));
  database_assert_text (other, id, before);
  database_assert_sound (database);

  /* Both work on, and what was there before can be had back. */
  change_name (other, id, "虚构厂房再改名");
  database_assert_sound (database);
  backups = steward_backup_list (folder, NULL);
  g_assert_cmpuint (backups->len, ==, 2);
  assert_opens_with (((StewardBackup *) backups->pdata[0])->file, id, after);
}

static void
assert_restore_fails (StewardDatabase *database,
                      GFile           *source,
                      int              code)
{
  g_autoptr(GFile) folder = steward_backup_get_folder (database);
  g_autofree char *path = g_file_get_path (folder);
  guint n = store_count_files (path);
  gint64 sequence = steward_database_get_sequence (database, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (steward_backup_restore (database, source, NULL, NULL, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, code);
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, sequence);
  g_assert_cmpuint (store_count_files (path), ==, n);
}

static void
test_what_is_no_backup_is_not_restored (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autoptr(GFile) missing = store_fixture_get_file (fixture, "missing.db");
  g_autoptr(GFile) text = store_fixture_get_file (fixture, "text.db");
  g_autoptr(GFile) empty = store_fixture_get_file (fixture, "empty.db");
  g_autoptr(GFile) stranger = store_fixture_get_file (fixture, "stranger.db");
  g_autoptr(GFile) newer = store_fixture_get_file (fixture, "newer.db");
  g_autoptr(GFile) forged = store_fixture_get_file (fixture, "forged.db");
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);

  write_file (fixture, "text.db", "no database at all, but long enough for the head of one: "
              "no database at all, but long enough for the head of one");
  write_file (fixture, "empty.db", "");
  g_assert_true (g_file_copy (backup, stranger, 0, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_copy (backup, newer, 0, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_copy (backup, forged, 0, NULL, NULL, NULL, NULL));
  store_run_as_stranger (stranger, "CREATE TRIGGER spy AFTER INSERT ON \"log\" BEGIN DELETE FROM \"facts\"; END");
  store_run_as_stranger (newer, "PRAGMA user_version = 99");
  store_run_as_stranger (forged, "UPDATE \"log\" SET \"actor\" = 'somebody else'");

  assert_restore_fails (database, missing, STEWARD_ERROR_READ);
  assert_restore_fails (database, text, STEWARD_ERROR_INVALID);
  assert_restore_fails (database, empty, STEWARD_ERROR_INVALID);
  assert_restore_fails (database, stranger, STEWARD_ERROR_INVALID);
  assert_restore_fails (database, newer, STEWARD_ERROR_NEWER);
  assert_restore_fails (database, forged, STEWARD_ERROR_CORRUPT);
  database_assert_sound (database);
}

static void
cancel_at_half (double   share,
                gpointer cancellable)
{
  if (share >= 0.2)
    g_cancellable_cancel (cancellable);
}

static void
test_cancelling_leaves_nothing (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GFile) folder = steward_backup_get_folder (database);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_backup_make (database, NULL, cancel_at_half, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (store_count_files (path), ==, 1);

  g_cancellable_reset (cancellable);
  change_name (database, steward_project_get_id (project), "虚构改名");
  g_assert_false (steward_backup_restore (database, backup, cancel_at_half, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (store_count_files (path), ==, 1);
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 2);
  database_assert_sound (database);
}

static void
test_a_ruined_database_is_replaced (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autofree char *text = database_get_text (database, id);
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GFile) file = g_object_ref (steward_database_get_file (database));
  g_autoptr(GFile) kept = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;

  g_clear_object (&database);
  g_assert_true (g_file_replace_contents (file, "ruined", 6, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_null (steward_database_open (file, STEWARD_OPEN_EXISTING, NULL));

  kept = steward_backup_recover (file, backup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_load_contents (kept, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "ruined");
  database = database_open (fixture);
  database_assert_text (database, id, text);
  database_assert_sound (database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/backup/the-list-knows-its-own", test_the_list_knows_its_own);
  store_add ("/backup/old-ones-are-removed", test_old_ones_are_removed);
  store_add ("/backup/rotation-holds-for-any-dates", test_rotation_holds_for_any_dates);
  store_add ("/backup/leavings-are-swept", test_leavings_are_swept);
  store_add ("/backup/one-is-made-each-day", test_one_is_made_each_day);
  store_add ("/backup/a-backup-holds-everything", test_a_backup_holds_everything);
  store_add ("/backup/the-database-is-no-target", test_the_database_is_no_target);
  store_add ("/backup/a-restore-brings-everything-back", test_a_restore_brings_everything_back);
  store_add ("/backup/what-is-no-backup-is-not-restored", test_what_is_no_backup_is_not_restored);
  store_add ("/backup/cancelling-leaves-nothing", test_cancelling_leaves_nothing);
  store_add ("/backup/a-ruined-database-is-replaced", test_a_ruined_database_is_replaced);
  return g_test_run ();
}
