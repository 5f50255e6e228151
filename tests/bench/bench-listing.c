/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bench.h"
#include "steward-listing.h"

/* The project list over a database of 100,000 projects, given as argument,
 * against a floor measured in the same run: reading the numbers of all
 * projects with bare SQLite. */

#define ROUNDS 15

typedef struct
{
  StewardDatabase  *database;
  StewardListQuery  query;
  GArray           *numbers;
  guint             day;
} Bench;

static gint64
read_numbers (gpointer data)
{
  Bench *bench = data;
  StewardStatement *statement = steward_driver_prepare (steward_database_get_driver (bench->database),
                                                        "SELECT \"project\" FROM \"digests\" ORDER BY \"project\"",
                                                        NULL);
  gint64 sum = 0;

  while (steward_statement_step (statement, NULL) == STEWARD_STEP_ROW)
    sum += steward_statement_get_integer (statement, 0);
  steward_statement_reset (statement);
  return sum;
}

static gint64
find (gpointer data)
{
  Bench *bench = data;
  g_autoptr(GArray) numbers = steward_database_find (bench->database, &bench->query, NULL);

  return numbers->len + 1;
}

/* As after a change: nothing is remembered, another day is asked for. */
static gint64
find_anew (gpointer data)
{
  Bench *bench = data;

  bench->query.today++;
  return find (data);
}

static gint64
count (gpointer data)
{
  Bench *bench = data;
  g_autoptr(StewardListCounts) counts = steward_database_count (bench->database, &bench->query, NULL);

  return counts->total + 1;
}

static gint64
count_anew (gpointer data)
{
  Bench *bench = data;

  bench->query.today++;
  return count (data);
}

/* 100 lines from another place each time, as scrolling does. */
static gint64
read_page (gpointer data)
{
  Bench *bench = data;
  guint from = (++bench->day * 7919) % (bench->numbers->len - 100);
  g_autoptr(GPtrArray) lines = steward_database_read_lines (bench->database,
                                                            &g_array_index (bench->numbers, gint64, from), 100,
                                                            bench->query.today, NULL);

  return lines->len;
}

static gint64
read_agenda (gpointer data)
{
  Bench *bench = data;
  g_autoptr(GPtrArray) lines = steward_database_read_agenda (bench->database, bench->query.steward,
                                                             bench->query.today, bench->query.today + 7, 500, NULL);

  return lines->len + 1;
}

static gint64
search_as_typed (gpointer data)
{
  Bench *bench = data;
  static const char *const typed[] = { "污", "污水", "污水处", "污水处理" };
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      bench->query.text = typed[i];
      sum += find (data);
    }
  return sum;
}

static gboolean
bench_searches (Bench *bench,
                double floor_seconds)
{
  static const char *const needles[] = { "污水", "有限公司", "不会有", "xgyl", "sh", "990150", "厂房 城东区", "华" };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (needles); i++)
    {
      g_autofree char *what = g_strdup_printf ("search “%s”", needles[i]);

      bench->query.text = needles[i];
      good &= bench_report (what, bench_measure (find, bench, ROUNDS), floor_seconds, 6);
    }
  good &= bench_report ("four letters typed, one after the other", bench_measure (search_as_typed, bench, ROUNDS),
                        floor_seconds, 24);
  bench->query.text = NULL;
  return good;
}

static gboolean
bench_lists (Bench *bench,
             double floor_seconds)
{
  gboolean good = TRUE;

  good &= bench_report ("all by next due, nothing remembered", bench_measure (find_anew, bench, ROUNDS),
                        floor_seconds, 25);
  good &= bench_report ("all by next due", bench_measure (find, bench, ROUNDS), floor_seconds, 2);
  bench->query.sort = STEWARD_SORT_NAME;
  good &= bench_report ("all by name", bench_measure (find, bench, ROUNDS), floor_seconds, 4);
  bench->query.sort = STEWARD_SORT_DUE;
  good &= bench_report ("counts of all filters, nothing remembered", bench_measure (count_anew, bench, ROUNDS),
                        floor_seconds, 25);
  good &= bench_report ("counts of all filters", bench_measure (count, bench, ROUNDS), floor_seconds, 3);
  good &= bench_report ("100 lines anywhere", bench_measure (read_page, bench, ROUNDS * 10), floor_seconds, 2);
  good &= bench_report ("agenda of all, 500 lines", bench_measure (read_agenda, bench, ROUNDS), floor_seconds, 3);
  return good;
}

/* The steward of the first project stands for "me". */
static gboolean
bench_agenda_of_one (Bench *bench,
                     double floor_seconds)
{
  g_autoptr(GPtrArray) lines = steward_database_read_lines (bench->database, (gint64 *) (gpointer) bench->numbers->data,
                                                            1, bench->query.today, NULL);
  gboolean good;

  bench->query.steward = ((StewardProjectLine *) lines->pdata[0])->steward;
  good = bench_report ("agenda of one steward, 500 lines", bench_measure (read_agenda, bench, ROUNDS),
                       floor_seconds, 3);
  bench->query.steward = NULL;
  return good;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  Bench bench = { .query = { .today = steward_day_today () } };
  double opened, floor_seconds;
  gboolean good;

  bench.database = steward_database_open (file, STEWARD_OPEN_READ_ONLY, &error);
  if (bench.database == NULL)
    g_error ("%s", error->message);
  bench.numbers = steward_database_find (bench.database, &bench.query, &error);
  if (bench.numbers == NULL)
    g_error ("%s", error->message);
  read_page (&bench);
  opened = (g_get_monotonic_time () - begin) / 1e6;
  floor_seconds = bench_measure (read_numbers, &bench, ROUNDS);
  g_print ("%-40s %10.3f ms for %u projects\n", "floor: all numbers, bare statement", floor_seconds * 1e3,
           bench.numbers->len);
  good = bench_report ("opening to the first page, once", opened, floor_seconds, 60);
  good &= bench_lists (&bench, floor_seconds);
  good &= bench_searches (&bench, floor_seconds);
  good &= bench_agenda_of_one (&bench, floor_seconds);
  g_print ("targets: a search under 16 ms, counts under 50 ms\n");
  g_array_unref (bench.numbers);
  g_object_unref (bench.database);
  return good ? 0 : 1;
}
