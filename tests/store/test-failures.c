/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unshare() is of Linux. */
#define _GNU_SOURCE

/* What the computer does to a database: no room, no permission, damage. Each
 * is said plainly, and nothing that was stored is lost. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "database-fixture.h"
#include "steward-backup.h"
#include "steward-error.h"

#define KIB 1024
#define NOBODY 65534

/* One more change of a project that is there, of about @size bytes. */
static gint64
write_one (StewardDatabase *database,
           const char      *id,
           guint            size,
           GError         **error)
{
  gint64 version;
  g_autoptr(StewardProject) project = steward_database_load_project (database, id, &version, error);
  g_autoptr(StewardRecorder) recorder = NULL;
  g_autoptr(StewardChangeSet) set = NULL;
  g_autofree char *text = g_strnfill (size, 'x');

  if (project == NULL)
    return 0;
  recorder = steward_recorder_new (project, version);
  text[g_test_rand_int_range (0, size)] = (char) g_test_rand_int_range ('0', '9');
  text[g_test_rand_int_range (0, size)] = (char) g_test_rand_int_range ('A', 'Z');
  steward_project_set_fact (project, STEWARD_FACT_NOTE, text);
  set = steward_recorder_take (recorder, "tester", NULL);
  return set != NULL ? steward_database_apply (database, set, error) : version;
}

static void
assert_sequence (StewardDatabase *database,
                 gint64           sequence)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (steward_database_get_sequence (database, &error), ==, sequence);
  g_assert_no_error (error);
}

/* The message has to say what is wrong and where, in words of the user. */
static void
assert_said (GError     *error,
             int         code,
             const char *word)
{
  g_assert_error (error, STEWARD_ERROR, code);
  if (strstr (error->message, word) == NULL || strstr (error->message, "“") == NULL)
    g_error ("“%s” does not say “%s”", error->message, word);
}

/* Writes until there is no room, then looks whether everything is there that
 * was said to be. The sequence reached. */
static gint64
write_until_full (StewardDatabase *database,
                  const char      *id)
{
  gint64 last = steward_database_get_sequence (database, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 5000 && error == NULL; i++)
    {
      gint64 sequence = write_one (database, id, 400 + i % 1500, &error);

      last = sequence > 0 ? sequence : last;
    }
  assert_said (error, STEWARD_ERROR_FULL, "no room left");
  assert_sequence (database, last);
  return last;
}

static void
set_limit (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static goffset
get_size (StoreFixture *fixture,
          const char   *name)
{
  g_autofree char *path = store_fixture_get_path (fixture, name);
  struct stat info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

/* No file of this process may grow beyond a limit, which is what a full disk
 * is to a file. Needs no rights. */
static void
test_a_file_cannot_grow (StoreFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);

  signal (SIGXFSZ, SIG_IGN);
  for (guint round = 0; round < 12; round++)
    {
      gint64 last;

      /* Anywhere in a page, and sometimes no room for the smallest change. */
      set_limit (get_size (fixture, "steward.db-wal") + g_test_rand_int_range (0, 64 * KIB));
      last = write_until_full (database, id);
      set_limit (RLIM_INFINITY);
      database_assert_sound (database);

      if (round % 3 == 0)
        {
          g_clear_object (&database);
          database = database_open (fixture);
        }
      assert_sequence (database, last);
      g_assert_cmpint (write_one (database, id, 1000, NULL), ==, last + 1);
    }
}

static void
test_a_backup_does_not_fit (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autoptr(GFile) folder = steward_backup_get_folder (database);
  g_autoptr(GFile) whole = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
  gint64 sequence = steward_database_get_sequence (database, NULL);

  g_assert_nonnull (whole);
  signal (SIGXFSZ, SIG_IGN);
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr(GError) error = NULL;

      set_limit (g_test_rand_int_range (0, 60) * KIB);
      g_assert_null (steward_backup_make (database, NULL, NULL, NULL, NULL, &error));
      assert_said (error, STEWARD_ERROR_FULL, "no room left");
      g_clear_error (&error);
      g_assert_false (steward_backup_restore (database, whole, NULL, NULL, NULL, &error));
      assert_said (error, STEWARD_ERROR_FULL, "no room left");
      set_limit (RLIM_INFINITY);
      g_assert_cmpuint (store_count_files (g_file_peek_path (folder)), ==, 1);
      assert_sequence (database, sequence);
    }
  database_assert_sound (database);
}

static void
test_a_new_one_does_not_fit (StoreFixture  *fixture,
                             gconstpointer  data)
{
  signal (SIGXFSZ, SIG_IGN);
  for (guint size = 0; size < 120; size += 7)
    {
      g_autoptr(GFile) file = store_fixture_get_file (fixture, "new.db");
      g_autoptr(GError) error = NULL;

      set_limit (size * KIB);
      g_assert_null (steward_database_open (file, STEWARD_OPEN_CREATE, &error));
      assert_said (error, STEWARD_ERROR_FULL, "no room left");
      set_limit (RLIM_INFINITY);
      g_assert_cmpuint (store_count_files (fixture->folder), ==, 0);
    }
}

static gboolean
write_to (const char *path,
          const char *text)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean good = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return good;
}

/* A disk of our own, which only this process sees. FALSE when the system does
 * not allow that even to the owner of a name space. */
static gboolean
mount_small_disk (const char *folder,
                  const char *options)
{
  if (unshare (CLONE_NEWNS) != 0)
    {
      g_autofree char *users = g_strdup_printf ("0 %u 1", (guint) getuid ());
      g_autofree char *groups = g_strdup_printf ("0 %u 1", (guint) getgid ());

      if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0 ||
          !write_to ("/proc/self/uid_map", users) || !write_to ("/proc/self/setgroups", "deny") ||
          !write_to ("/proc/self/gid_map", groups))
        return FALSE;
    }
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("tmpfs", folder, "tmpfs", 0, options) == 0;
}

static void
test_a_small_disk_is_full (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = NULL;
  g_autoptr(StewardProject) project = NULL;
  g_autofree char *filler = store_fixture_get_path (fixture, "filler");
  const char *id;
  gint64 last;

  g_assert_true (mount_small_disk (fixture->folder, "size=2m"));
  database = database_create (fixture);
  project = database_add_sample (database, "jincheng-factory");
  id = steward_project_get_id (project);
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *rest = g_strnfill (2 * KIB * KIB, 'f');

      /* Something else takes all but a little of what is left. */
      g_assert_false (g_file_set_contents_full (filler, rest, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      last = write_until_full (database, id);
      g_assert_null (steward_backup_make (database, NULL, NULL, NULL, NULL, &error));
      assert_said (error, STEWARD_ERROR_FULL, "no room left");
      g_clear_object (&database);
      database = database_open (fixture);
      assert_sequence (database, last);
      database_assert_sound (database);
      g_remove (filler);
    }
  g_clear_object (&database);
  g_assert_cmpint (umount (fixture->folder), ==, 0);
}

/* Permissions mean nothing to root. */
static void
become_ordinary (StoreFixture *fixture)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
  /* The leak checker looks at its own process. */
  prctl (PR_SET_DUMPABLE, 1);
}

static void
allow (StoreFixture *fixture,
       const char   *name,
       mode_t        mode)
{
  g_autofree char *path = store_fixture_get_path (fixture, name);

  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
assert_not_opened (StoreFixture   *fixture,
                   const char     *name,
                   StewardOpenMode mode,
                   int             code)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, name);
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_database_open (file, mode, &error));
  assert_said (error, code, g_strerror (EACCES));
}

static void
assert_readable (StoreFixture *fixture,
                 gint64        sequence)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardDatabase) reader = steward_database_open (file, STEWARD_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  assert_sequence (reader, sequence);
  database_assert_sound (reader);
}

static void
test_a_folder_may_not_be_written (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = NULL;
  g_autoptr(StewardProject) project = NULL;

  become_ordinary (fixture);
  database = database_create (fixture);
  project = database_add_sample (database, "jincheng-factory");
  g_clear_object (&database);

  allow (fixture, "", 0500);
  assert_not_opened (fixture, "steward.db", STEWARD_OPEN_EXISTING, STEWARD_ERROR_WRITE);
  assert_not_opened (fixture, "new.db", STEWARD_OPEN_CREATE, STEWARD_ERROR_WRITE);
  assert_not_opened (fixture, "new/deep.db", STEWARD_OPEN_CREATE, STEWARD_ERROR_WRITE);
  assert_readable (fixture, 1);

  allow (fixture, "", 0700);
  allow (fixture, "steward.db", 0400);
  assert_not_opened (fixture, "steward.db", STEWARD_OPEN_EXISTING, STEWARD_ERROR_WRITE);
  assert_readable (fixture, 1);

  allow (fixture, "steward.db", 0000);
  assert_not_opened (fixture, "steward.db", STEWARD_OPEN_EXISTING, STEWARD_ERROR_READ);
  assert_not_opened (fixture, "steward.db", STEWARD_OPEN_READ_ONLY, STEWARD_ERROR_READ);

  allow (fixture, "steward.db", 0600);
  database = database_open (fixture);
  g_assert_cmpint (write_one (database, steward_project_get_id (project), 10, NULL), ==, 2);
}

static void
test_permission_is_lost_meanwhile (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = NULL;
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GError) error = NULL;
  gint64 last = 1;

  become_ordinary (fixture);
  database = database_create (fixture);
  project = database_add_sample (database, "jincheng-factory");

  /* What is open stays open: changes go on, and copies say why they cannot. */
  allow (fixture, "steward.db", 0400);
  allow (fixture, "", 0500);
  for (guint i = 0; i < 20; i++)
    {
      gint64 sequence = write_one (database, steward_project_get_id (project), 1000, &error);

      g_assert_no_error (error);
      last = sequence;
    }
  g_assert_cmpint (last, ==, 21);
  g_assert_null (steward_backup_make (database, NULL, NULL, NULL, NULL, &error));
  assert_said (error, STEWARD_ERROR_WRITE, g_strerror (EACCES));
  g_clear_object (&database);

  assert_not_opened (fixture, "steward.db", STEWARD_OPEN_EXISTING, STEWARD_ERROR_WRITE);
  assert_readable (fixture, last);
  allow (fixture, "", 0700);
  allow (fixture, "steward.db", 0600);
  database = database_open (fixture);
  assert_sequence (database, last);
  database_assert_sound (database);
}

static void
test_the_file_is_removed_meanwhile (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autofree char *path = store_fixture_get_path (fixture, "steward.db");
  g_autoptr(GFile) target = store_fixture_get_file (fixture, "rescued.db");
  g_autoptr(GFile) made = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (write_one (database, steward_project_get_id (project), 10, &error), ==, 0);
  assert_said (error, STEWARD_ERROR_WRITE, "removed");
  g_clear_error (&error);

  /* It is still open, so it can still be saved. */
  made = steward_backup_make (database, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (made);
}

/* A stranger's program that keeps everybody out. */
static void
test_another_program_keeps_it (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  StewardDriver *driver = steward_database_get_driver (database);

  file = g_object_ref (steward_database_get_file (database));
  store_execute (driver, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_clear_object (&database);
  {
    g_autoptr(StewardDriver) holder = steward_sqlite_driver_new (file, STEWARD_OPEN_EXISTING, NULL);

    store_execute (holder, "PRAGMA locking_mode = EXCLUSIVE");
    g_assert_true (steward_driver_begin (holder, NULL));
    before = store_hash_file (file);
    g_assert_null (steward_database_open (file, STEWARD_OPEN_EXISTING, &error));
    assert_said (error, STEWARD_ERROR_BUSY, "Another program");
    after = store_hash_file (file);
    g_assert_cmpstr (before, ==, after);
    steward_driver_rollback (holder);
  }
  database = database_open (fixture);
  database_assert_sound (database);
}

typedef struct
{
  char  *content;
  gsize  length;
} Image;

static Image
load_image (GFile *file)
{
  Image image;

  g_assert_true (g_file_load_contents (file, NULL, &image.content, &image.length, NULL, NULL));
  return image;
}

static void
save_image (GFile       *file,
            const Image *image,
            gsize        length)
{
  g_autofree char *path = g_file_get_path (file);

  g_assert_true (g_file_set_contents_full (path, image->content, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Uses a database that may be damaged as a window would: whatever it is, it is
 * an error with a name. TRUE when somebody noticed. */
static gboolean
use_damaged (GFile      *file,
             const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardDatabase) database = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(StewardProject) project = NULL;

  if (database == NULL)
    {
      g_assert_true (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT) ||
                     g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_INVALID));
      return TRUE;
    }
  project = steward_database_load_project (database, id, NULL, &error);
  if (project == NULL)
    g_assert_true (error->domain == STEWARD_ERROR);
  g_clear_error (&error);
  write_one (database, id, 100, &error);
  if (error != NULL)
    g_assert_true (error->domain == STEWARD_ERROR);
  g_clear_error (&error);
  if (!steward_database_verify (database, findings, NULL, NULL, NULL, &error))
    g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT);
  return error != NULL || findings->len > 0;
}

static void
test_a_page_is_damaged (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autofree char *text = database_get_text (database, id);
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GFile) file = g_object_ref (steward_database_get_file (database));
  Image image;

  g_clear_object (&database);
  image = load_image (file);
  for (gsize page = 0; page < image.length / 4096; page++)
    {
      g_autofree char *saved = g_memdup2 (image.content + page * 4096, 4096);
      g_autoptr(GError) error = NULL;
      g_autoptr(GFile) kept = NULL;

      for (gsize i = 0; i < 4096; i++)
        image.content[page * 4096 + i] = (char) g_test_rand_int_range (0, 256);
      save_image (file, &image, image.length);
      memcpy (image.content + page * 4096, saved, 4096);
      if (!use_damaged (file, id))
        g_error ("nobody noticed that page %u is damaged", (guint) page + 1);
      if (page % 16 != 0)
        continue;
      kept = steward_backup_recover (file, backup, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      database = database_open (fixture);
      database_assert_text (database, id, text);
      database_assert_sound (database);
      g_clear_object (&database);
    }
  g_free (image.content);
}

/* Single bits, which may also fall on what nobody reads: never a crash. */
static void
test_bits_are_flipped (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autoptr(GFile) file = g_object_ref (steward_database_get_file (database));
  Image image;
  guint n_noticed = 0;

  g_clear_object (&database);
  image = load_image (file);
  for (guint round = 0; round < 30; round++)
    {
      gsize at = g_test_rand_int_range (0, image.length);
      char old = image.content[at];

      image.content[at] = (char) (old ^ (1 << g_test_rand_int_range (0, 8)));
      save_image (file, &image, image.length);
      image.content[at] = old;
      n_noticed += use_damaged (file, steward_project_get_id (project)) ? 1 : 0;
    }
  g_test_message ("%u of 30 flipped bits were noticed", n_noticed);
  g_free (image.content);
}

/* A restore of a database that is open but damaged keeps what was there. */
static void
test_a_damaged_one_is_restored (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autofree char *text = database_get_text (database, id);
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GFile) folder = steward_backup_get_folder (database);
  g_autoptr(GFile) file = g_object_ref (steward_database_get_file (database));
  g_autoptr(GError) error = NULL;
  Image image;

  g_clear_object (&database);
  image = load_image (file);
  memset (image.content + image.length - 2 * 4096, 0x5a, 2 * 4096);
  save_image (file, &image, image.length);
  g_free (image.content);
  database = database_open (fixture);

  steward_backup_restore (database, backup, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  database_assert_text (database, id, text);
  database_assert_sound (database);
  g_assert_cmpuint (store_count_files (g_file_peek_path (folder)), ==, 2);
}

/* A computer that lost power may have lost the end of the log: what is left
 * is a state that was, never a mixture. */
static void
test_a_log_is_cut_off (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GFile) wal = store_fixture_get_file (fixture, "steward.db-wal");
  g_autoptr(GFile) copy = store_fixture_get_file (fixture, "copy.db");
  g_autoptr(GFile) copy_wal = store_fixture_get_file (fixture, "copy.db-wal");
  Image image, log;
  gint64 before = 0;

  store_execute (steward_database_get_driver (database), "PRAGMA wal_checkpoint (TRUNCATE)");
  g_ptr_array_add (texts, database_get_text (database, id));
  for (guint i = 0; i < 12; i++)
    {
      g_assert_cmpint (write_one (database, id, 500 + 100 * i, NULL), ==, i + 2);
      g_ptr_array_add (texts, database_get_text (database, id));
    }
  image = load_image (steward_database_get_file (database));
  log = load_image (wal);
  for (guint round = 0; round <= 40; round++)
    {
      gsize length = log.length * round / 40;
      g_autoptr(StewardDatabase) opened = NULL;
      g_autoptr(GError) error = NULL;
      gint64 sequence;

      save_image (copy, &image, image.length);
      save_image (copy_wal, &log, length);
      opened = steward_database_open (copy, STEWARD_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      sequence = steward_database_get_sequence (opened, NULL);
      g_assert_cmpint (sequence, >=, before);
      database_assert_text (opened, id, texts->pdata[sequence - 1]);
      database_assert_sound (opened);
      before = sequence;
    }
  g_assert_cmpint (before, ==, 13);
  g_free (image.content);
  g_free (log.content);
}

/* Limits, rights and disks are changed in a process of its own. */
typedef struct
{
  const char *path;
  void      (*run) (StoreFixture  *fixture,
                    gconstpointer  data);
} Apart;

static const Apart apart[] = {
  { "/failures/a-file-cannot-grow", test_a_file_cannot_grow },
  { "/failures/a-backup-does-not-fit", test_a_backup_does_not_fit },
  { "/failures/a-new-one-does-not-fit", test_a_new_one_does_not_fit },
  { "/failures/a-small-disk-is-full", test_a_small_disk_is_full },
  { "/failures/a-folder-may-not-be-written", test_a_folder_may_not_be_written },
  { "/failures/permission-is-lost-meanwhile", test_permission_is_lost_meanwhile },
};

static gboolean
can_mount (StoreFixture *fixture)
{
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    _exit (mount_small_disk (fixture->folder, "size=64k") ? 0 : 1);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
run_apart (StoreFixture  *fixture,
           gconstpointer  data)
{
  const Apart *test = data;

  if (g_test_subprocess ())
    {
      test->run (fixture, NULL);
      return;
    }
  if (test->run == test_a_small_disk_is_full && !can_mount (fixture))
    {
      g_test_skip ("this system lets nobody mount a disk; a file that cannot grow is tested instead");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    g_test_add (apart[i].path, StoreFixture, &apart[i], store_fixture_set_up, run_apart, store_fixture_tear_down);
  store_add ("/failures/the-file-is-removed-meanwhile", test_the_file_is_removed_meanwhile);
  store_add ("/failures/another-program-keeps-it", test_another_program_keeps_it);
  store_add ("/failures/a-page-is-damaged", test_a_page_is_damaged);
  store_add ("/failures/bits-are-flipped", test_bits_are_flipped);
  store_add ("/failures/a-damaged-one-is-restored", test_a_damaged_one_is_restored);
  store_add ("/failures/a-log-is-cut-off", test_a_log_is_cut_off);
  return g_test_run ();
}
