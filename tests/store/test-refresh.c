/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"
#include "steward-store.h"
#include "story.h"

/* Digests that no longer hold are computed again by the store, beside what
 * else it does. */

#define N_PROJECTS 60

static StewardDay
get_day (void)
{
  return steward_day_from_ymd (2027, 12, 1);
}

/* How many digests do not hold on the day, or were made with the old calendar. */
static gint64
count_stale (StoreFixture *fixture)
{
  g_autoptr(StewardDatabase) database = database_open (fixture);

  return store_query (steward_database_get_driver (database),
                      "SELECT count(*) FROM digests WHERE calendar = 'old' "
                      "OR (valid_until > '' AND valid_until < '2027-12-01')");
}

/* A database in which every digest is of an older calendar. */
static StewardDatabase *
create_old (StoreFixture *fixture)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  StewardDatabase *database = database_create (fixture);

  story_add_projects (database, random, N_PROJECTS, steward_day_from_ymd (2026, 8, 12));
  store_execute (steward_database_get_driver (database), "UPDATE digests SET calendar = 'old'");
  g_assert_cmpint (count_stale (fixture), ==, N_PROJECTS);
  return database;
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static StewardStore *
open_store (StoreFixture *fixture)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  StewardStore *store;

  steward_store_open_async (file, NULL, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  store = steward_store_open_finish (result, &error);
  g_assert_no_error (error);
  return store;
}

static void
close_store (StewardStore *store)
{
  steward_store_close (store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (store);
}

/* Keeps the writer long enough for the store to be closed meanwhile. */
static gpointer
sleep_func (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  g_usleep (300 * 1000);
  return NULL;
}

static void
test_closing_breaks_it_off (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = create_old (fixture);
  StewardStore *store;

  /* Who closes the window at midnight does not wait for all projects. */
  store = open_store (fixture);
  steward_store_run_async (store, STEWARD_STORE_WRITE, sleep_func, NULL, NULL, NULL, NULL, NULL, NULL);
  steward_store_set_today (store, get_day ());
  close_store (store);
  g_assert_cmpint (count_stale (fixture), >, 0);

  /* The rest is done by whoever opens it next. */
  store = open_store (fixture);
  steward_store_set_today (store, get_day ());
  while (steward_store_is_refreshing (store))
    g_main_context_iteration (NULL, TRUE);
  close_store (store);
  g_assert_cmpint (count_stale (fixture), ==, 0);
  g_assert_cmpint (steward_database_refresh (database, get_day (), N_PROJECTS, NULL), ==, 0);
  database_assert_sound (database);
}

/* A day that is told while the one before is still being worked on is the one
 * that counts. */
static void
test_the_last_day_counts (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = create_old (fixture);
  StewardStore *store;

  store = open_store (fixture);
  for (int i = 30; i >= 0; i--)
    steward_store_set_today (store, get_day () - i);
  while (steward_store_is_refreshing (store))
    g_main_context_iteration (NULL, TRUE);
  close_store (store);
  g_assert_cmpint (count_stale (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/refresh/closing-breaks-it-off-and-it-goes-on", test_closing_breaks_it_off);
  store_add ("/refresh/the-last-day-counts", test_the_last_day_counts);
  return g_test_run ();
}
