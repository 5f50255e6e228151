/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock of the computer is wrong: what the store says about time stays in
 * order. This program brings its own clock, which GLib asks. */
#include <string.h>
#include <sys/time.h>
#include <time.h>

#include "database-fixture.h"
#include "steward-backup.h"

#define YEAR ((gint64) 365 * 24 * 60 * 60)

static gint64 shift;   /* seconds between the true time and what is told */

int
gettimeofday (struct timeval *restrict now,
              void           *restrict zone)
{
  struct timespec true_now;

  clock_gettime (CLOCK_REALTIME, &true_now);
  now->tv_sec = true_now.tv_sec + shift;
  now->tv_usec = true_now.tv_nsec / 1000;
  return 0;
}

static void
change_note (StewardDatabase *database,
             const char      *id,
             const char      *note)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
  g_autoptr(StewardChangeSet) set = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NOTE, note);
  set = steward_recorder_take (recorder, "tester", NULL);
  database_apply (database, set);
}

static void
test_this_clock_is_asked (void)
{
  gint64 before = g_get_real_time ();

  shift = YEAR;
  g_assert_cmpint (g_get_real_time (), >=, before + YEAR * G_USEC_PER_SEC);
  shift = 0;
}

static void
test_the_log_never_goes_back (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const gint64 shifts[] = { 0, YEAR, -YEAR, -1, 2 * YEAR, -10 * YEAR, 2 * YEAR + 60, 0 };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  g_autoptr(GPtrArray) log = NULL;
  g_autofree char *before = g_strdup ("");

  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autofree char *note = g_strdup_printf ("note %" G_GSIZE_FORMAT, i);

      shift = shifts[i];
      /* Another process may be the one whose clock is wrong. */
      if (i % 3 == 2)
        {
          g_clear_object (&database);
          database = database_open (fixture);
        }
      change_note (database, steward_project_get_id (project), note);
    }
  shift = 0;

  log = steward_database_read_log (database, NULL, 0, 100, NULL);
  g_assert_cmpuint (log->len, ==, G_N_ELEMENTS (shifts) + 1);
  for (guint i = 0; i < log->len; i++)
    {
      const StewardLogEntry *entry = log->pdata[i];

      g_assert_cmpstr (before, <=, entry->at);
      g_free (before);
      before = g_strdup (entry->at);
    }
  database_assert_sound (database);
}

static void
test_undo_goes_by_order_not_by_time (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-factory");
  const char *id = steward_project_get_id (project);
  g_autofree char *first = NULL;
  g_autoptr(StewardLogEntry) undone = NULL;
  g_autoptr(GError) error = NULL;

  change_note (database, id, "first");
  first = database_get_text (database, id);
  shift = -YEAR;
  change_note (database, id, "second");
  undone = steward_database_undo (database, id, FALSE, "tester", &error);
  shift = 0;
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  database_assert_text (database, id, first);
}

/* Backups made in a wrong future neither keep today's from being made nor
 * push those of today out. */
static void
test_backups_are_made_after_a_wrong_future (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gboolean made = FALSE;

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr(GFile) backup = NULL;

      shift = YEAR + i * 60 * 60;
      backup = steward_backup_make (database, NULL, NULL, NULL, NULL, NULL);
      g_assert_nonnull (backup);
    }
  shift = 0;
  g_assert_true (steward_backup_make_due (database, now, &made, NULL, NULL));
  g_assert_true (made);
  g_assert_true (steward_backup_make_due (database, now + 60, &made, NULL, NULL));
  g_assert_false (made);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock-set-back/this-clock-is-asked", test_this_clock_is_asked);
  store_add ("/clock-set-back/the-log-never-goes-back", test_the_log_never_goes_back);
  store_add ("/clock-set-back/undo-goes-by-order-not-by-time", test_undo_goes_by_order_not_by_time);
  store_add ("/clock-set-back/backups-are-made-after-a-wrong-future", test_backups_are_made_after_a_wrong_future);
  return g_test_run ();
}
