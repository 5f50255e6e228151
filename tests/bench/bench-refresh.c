/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "bench.h"
#include "steward-listing.h"
#include "story.h"

/* Digests of 1,000 projects computed again on the disk, against a floor
 * measured in the same run: computing them in memory. */

#define N_PROJECTS 1000
#define SLICE      500

/* A year without any day off. */
#define WORKED_2026 \
  "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2026, " \
  "\"notice\": \"n\", \"date\": \"2026-01-01\", \"holidays\": [], \"work\": []}]}"

typedef struct
{
  StewardDatabase *database;
  GPtrArray       *projects;
  StewardCalendar *calendar;
  guint            round;
  StewardDay       today;
  int              n_refreshed;
} Bench;

static gint64
compute (gpointer data)
{
  Bench *bench = data;
  gint64 sum = 0;

  for (guint i = 0; i < bench->projects->len; i++)
    {
      g_autoptr(StewardDigest) digest = steward_digest_new (bench->projects->pdata[i], bench->calendar, bench->today);

      sum += digest->agenda->len + 1;
    }
  return sum;
}

static gint64
refresh (gpointer data)
{
  Bench *bench = data;
  int n;

  bench->n_refreshed = 0;
  while ((n = steward_database_refresh (bench->database, bench->today, SLICE, NULL)) > 0)
    bench->n_refreshed += n;
  g_assert_cmpint (n, ==, 0);
  return bench->n_refreshed + 1;
}

static gint64
change_calendar (gpointer data)
{
  Bench *bench = data;

  if (!steward_database_set_years (bench->database, NULL, ++bench->round % 2 ? WORKED_2026 : "", "科", NULL))
    return 0;
  return refresh (data);
}

static gint64
pass_a_day (gpointer data)
{
  Bench *bench = data;

  bench->today++;
  return refresh (data);
}

static GPtrArray *
load_all (StewardDatabase *database,
          StewardDay       today)
{
  StewardListQuery query = { .today = today, .states = ~0u };
  g_autoptr(GArray) numbers = steward_database_find (database, &query, NULL);
  g_autoptr(GPtrArray) lines = steward_database_read_lines (database, (gint64 *) (gpointer) numbers->data,
                                                            numbers->len, today, NULL);
  GPtrArray *projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      const StewardProjectLine *line = lines->pdata[i];

      g_ptr_array_add (projects, steward_database_load_project (database, line->id, NULL, NULL));
    }
  return projects;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-refresh-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "steward.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  Bench bench = { .today = steward_day_today () };
  double floor_seconds;
  gboolean good;

  bench.database = steward_database_open (file, STEWARD_OPEN_CREATE, NULL);
  bench.calendar = steward_calendar_new_official ();
  story_add_projects (bench.database, random, N_PROJECTS, bench.today);
  bench.projects = load_all (bench.database, bench.today);

  floor_seconds = bench_measure (compute, &bench, 3);
  g_print ("%-40s %10.3f ms\n", "floor: 1,000 digests in memory", floor_seconds * 1e3);
  good = bench_report ("another calendar: 1,000 again", bench_measure (change_calendar, &bench, 3), floor_seconds, 25);
  good &= bench_report ("nothing to do", bench_measure (refresh, &bench, 5), floor_seconds, 1);
  good &= bench_report ("a day passes", bench_measure (pass_a_day, &bench, 3), floor_seconds, 8);
  g_print ("of 1,000 projects %d had to be computed again on the last day\n", bench.n_refreshed);

  g_ptr_array_unref (bench.projects);
  steward_calendar_unref (bench.calendar);
  g_object_unref (bench.database);
  g_remove (path);
  g_rmdir (folder);
  return good ? 0 : 1;
}
