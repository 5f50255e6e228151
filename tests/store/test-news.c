/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others do to the file of an open store. */
#include "store-desk.h"

/* The program itself, which writes as a second process with --write. */
static const char *program;

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
  desk_wait_for (has_fifty, desk);
  desk_assert_in_order (desk->news, 50, desk->version + 1);
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
  desk_wait_for (desk_has_everything, desk);
  g_assert_cmpuint (desk->news->len, <, 600);

  /* And it goes on from there. */
  desk->n_news = 0;
  write_as_another (desk, 1);
  desk_wait_for (desk_has_news, desk);
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

  steward_store_run_async (desk->store, STEWARD_STORE_WRITE, func, file, NULL, NULL, NULL, desk_take_result, &result);
  desk_wait_for (desk_has_result, &result);
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
  desk_apply_many (desk, &applied, 2);
  desk_wait_for (desk_has_applied, &applied);
  g_array_unref (applied.versions);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (desk->n_everything, ==, 0);

  run_copy (desk, copy_from_func, copy);
  desk_wait_for (desk_has_everything, desk);
}

#define LONG_WEEK \
  "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2027, \"notice\": \"虚构\", " \
  "\"date\": \"2026-11-01\", \"holidays\": [{\"name\": \"虚构节\", \"off\": [\"2027-01-04\", \"2027-01-05\"]}], " \
  "\"work\": [\"2027-01-09\"]}]}"

static guint
has_the_year (gpointer data)
{
  StewardCalendar *calendar = steward_store_get_calendar (((Desk *) data)->store);

  return !steward_calendar_is_provisional (calendar, steward_day_from_ymd (2027, 1, 4));
}

static void
calendar_told_cb (StewardStore *store,
                  GPtrArray    *entries,
                  guint        *told)
{
  /* Whoever is told looks at the new one already. */
  if (entries == NULL && !steward_calendar_is_working (steward_store_get_calendar (store),
                                                       steward_day_from_ymd (2027, 1, 4)))
    (*told)++;
}

static guint
is_refreshed (gpointer data)
{
  return !steward_store_is_refreshing (((Desk *) data)->store);
}

static void
test_a_year_that_others_add (StoreFixture *fixture,
                             gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (fixture);
  g_autoptr (StewardCalendar) before = steward_calendar_ref (steward_store_get_calendar (desk->store));
  g_autofree char *fingerprint = NULL;
  g_autofree char *query = NULL;
  g_autoptr (StewardDatabase) other = NULL;
  g_autoptr (GError) error = NULL;
  guint told = 0;

  g_assert_false (has_the_year (desk));
  steward_store_set_today (desk->store, steward_day_from_ymd (2026, 8, 12));
  desk_wait_for (is_refreshed, desk);
  g_signal_connect (desk->store, "changed", G_CALLBACK (calendar_told_cb), &told);
  other = steward_database_open (steward_store_get_file (desk->store), STEWARD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_true (steward_database_set_years (other, NULL, LONG_WEEK, "科", &error));
  desk_wait_for (has_the_year, desk);
  g_assert_cmpuint (told, ==, 1);
  g_assert_false (steward_calendar_is_working (steward_store_get_calendar (desk->store),
                                               steward_day_from_ymd (2027, 1, 5)));

  /* Nobody has to ask for the digests to be made anew. Before the calendar stands
   * which edition of digests they are. */
  desk_wait_for (is_refreshed, desk);
  fingerprint = steward_calendar_get_fingerprint (steward_store_get_calendar (desk->store));
  query = g_strdup_printf ("SELECT count(*) FROM digests WHERE calendar NOT LIKE '%%%s'", fingerprint);
  g_assert_cmpint (store_query (steward_database_get_driver (other), query), ==, 0);

  /* What was asked for before is still what it was; a store that is opened
   * later begins with the year. */
  g_assert_true (steward_calendar_is_working (before, steward_day_from_ymd (2027, 1, 4)));
  g_signal_handlers_disconnect_by_data (desk->store, &told);
  {
    g_autoptr (StewardStore) later = desk_open_store (steward_store_get_file (desk->store), &error);

    g_assert_no_error (error);
    g_assert_false (steward_calendar_is_provisional (steward_store_get_calendar (later),
                                                     steward_day_from_ymd (2027, 1, 4)));
    steward_store_close (later);
  }
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

  store_add ("/news/another-process-is-seen", test_another_process_is_seen);
  store_add ("/news/too-much-news-is-everything", test_too_much_is_everything);
  store_add ("/news/a-restored-database-is-everything", test_restored_database_is_everything);
  store_add ("/news/a-year-that-others-add", test_a_year_that_others_add);

  return g_test_run ();
}
