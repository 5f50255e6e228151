/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bench.h"
#include "steward-network-file.h"

/* One edit in a network of 10,000 tasks, against a critical path over bare
 * arrays that are already in order. */

#define N       10000
#define N_LINKS 30000
#define ROUNDS  60

typedef struct
{
  StewardNetwork *network;
  GBytes         *file;
  int            *days;
  int            *from;             /* by successor, tasks in order */
  int            *at;
  int            *early;
  int            *late;
  int             edit;
} Bench;

static gint64
solve_arrays (gpointer data)
{
  Bench *bench = data;
  int total = 0;
  gint64 sum = 0;

  bench->days[bench->edit] ^= 1;
  for (int i = 0; i < N; i++)
    {
      bench->early[i] = 0;
      for (int link = bench->at[i]; link < bench->at[i + 1]; link++)
        bench->early[i] = MAX (bench->early[i],
                               bench->early[bench->from[link]] + bench->days[bench->from[link]]);
      total = MAX (total, bench->early[i] + bench->days[i]);
    }
  for (int i = 0; i < N; i++)
    bench->late[i] = total;
  for (int i = N - 1; i >= 0; i--)
    for (int link = bench->at[i]; link < bench->at[i + 1]; link++)
      bench->late[bench->from[link]] = MIN (bench->late[bench->from[link]],
                                            bench->late[i] - bench->days[i]);
  for (int i = 0; i < N; i++)
    sum += bench->late[i] - bench->days[i] - bench->early[i];
  return sum + total;
}

static gint64
solve_network (gpointer data)
{
  Bench *bench = data;
  gint64 sum = 0;

  steward_network_set_days (bench->network, bench->edit,
                            steward_network_get_days (bench->network, bench->edit) ^ 1);
  if (!steward_network_solve (bench->network, NULL))
    return 0;
  for (int i = 0; i < N; i++)
    {
      const StewardTaskResult *result = steward_network_get_result (bench->network, i);

      sum += steward_network_offset_to_day (bench->network, result->early_start);
      sum += steward_network_offset_to_day (bench->network, result->early_finish);
      sum += result->total_float + result->free_float;
    }
  return sum;
}

static gint64
file_to_csv (gpointer data)
{
  Bench *bench = data;
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  g_autoptr(StewardNetwork) network = steward_network_file_read (bench->file, "bench", problems);
  g_autofree char *csv = NULL;

  if (network == NULL || !steward_network_solve (network, NULL))
    return 0;
  csv = steward_network_file_to_csv (network);
  return strlen (csv);
}

/* The same network as arrays and as a file; links run from smaller to larger
 * numbers, mostly near ones, as in projects side by side. */
static void
set_up (Bench *bench)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  GString *text = g_string_new ("{\"start\":\"2026-01-05\",\"tasks\":[");
  int n_links = 0;

  bench->days = g_new (int, N);
  bench->at = g_new0 (int, N + 1);
  bench->from = g_new (int, N_LINKS);
  bench->early = g_new (int, N);
  bench->late = g_new (int, N);
  bench->edit = N / 2;
  for (int i = 0; i < N; i++)
    {
      bench->days[i] = g_rand_int_range (random, 0, 4);
      g_string_append_printf (text, "%s{\"id\":\"办件 %d\",\"days\":%d,\"after\":[",
                              i > 0 ? "," : "", i, bench->days[i]);
      for (int k = 0; k < MIN (i, 3) && n_links < N_LINKS; k++)
        {
          bench->from[n_links] = g_rand_int_range (random, MAX (0, i - 300), i);
          g_string_append_printf (text, "%s\"办件 %d\"", k > 0 ? "," : "",
                                  bench->from[n_links++]);
        }
      bench->at[i + 1] = n_links;
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  bench->file = g_string_free_to_bytes (text);
  bench->network = steward_network_file_read (bench->file, "bench", problems);
  g_assert_nonnull (bench->network);
}

static void
tear_down (Bench *bench)
{
  steward_network_free (bench->network);
  g_bytes_unref (bench->file);
  g_free (bench->days);
  g_free (bench->from);
  g_free (bench->at);
  g_free (bench->early);
  g_free (bench->late);
}

int
main (void)
{
  Bench bench = { NULL };
  double floor_seconds, edit, whole;
  gboolean good;

  set_up (&bench);
  floor_seconds = bench_measure (solve_arrays, &bench, ROUNDS);
  edit = bench_measure (solve_network, &bench, ROUNDS);
  whole = bench_measure (file_to_csv, &bench, ROUNDS / 10);
  g_print ("%-40s %10.3f ms\n", "floor: critical path over bare arrays", floor_seconds * 1e3);
  good = bench_report ("one edit: dates and floats of 10,000", edit, floor_seconds, 30);
  good &= bench_report ("10,000 tasks: file, schedule, CSV", whole, floor_seconds, 3000);
  g_print ("targets: an edit under 10 ms and 10 x floor\n");
  tear_down (&bench);
  return good ? 0 : 1;
}
