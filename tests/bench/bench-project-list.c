/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "steward-store.h"

/* The list model over a database of 100,000 projects, given as argument, used
 * as a view uses it, against a floor measured in the same run: the same lines
 * read in one go by the thread that wants them. */

#define PAGE    30      /* rows that a window shows */
#define N_PAGES 300
#define N_JUMPS 200

typedef struct
{
  StewardStore       *store;
  StewardProjectList *list;
  StewardDatabase    *database;
  GArray             *numbers;
  StewardListQuery    query;
  guint               page;
} Bench;

static void
on_opened (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GError) error = NULL;
  StewardStore *store = steward_store_open_finish (result, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  *(StewardStore **) data = store;
}

static gint64
ask (gpointer data)
{
  Bench *bench = data;
  gboolean loading = TRUE;

  steward_project_list_set_query (bench->list, &bench->query);
  while (loading)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (bench->list, "loading", &loading, NULL);
    }
  return g_list_model_get_n_items (G_LIST_MODEL (bench->list));
}

/* Takes the items of one page and waits until every line is there. */
static gint64
show_page (Bench *bench,
           guint  first)
{
  StewardProjectItem *items[PAGE];
  gint64 sum = 0;

  for (guint i = 0; i < PAGE; i++)
    items[i] = g_list_model_get_item (G_LIST_MODEL (bench->list), first + i);
  for (guint i = 0; i < PAGE; i++)
    {
      while (steward_project_item_get_line (items[i]) == NULL)
        g_main_context_iteration (NULL, TRUE);
      sum += steward_project_item_get_line (items[i])->number;
      g_object_unref (items[i]);
    }
  return sum;
}

static gint64
scroll (gpointer data)
{
  Bench *bench = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (bench->list));
  gint64 sum = 0;

  for (guint i = 0; i < N_PAGES; i++)
    sum += show_page (bench, (++bench->page * PAGE) % (n - PAGE));
  return sum;
}

static gint64
jump (gpointer data)
{
  Bench *bench = data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (bench->list));
  gint64 sum = 0;

  for (guint i = 0; i < N_JUMPS; i++)
    sum += show_page (bench, (++bench->page * 7919) % (n - PAGE));
  return sum;
}

/* The longest time that asking for the items of a page holds up a frame. */
static double
measure_frame (Bench *bench)
{
  double longest = 0;

  for (guint i = 0; i < N_JUMPS; i++)
    {
      guint first = (++bench->page * 7919) % (bench->numbers->len - PAGE);
      gint64 begin = g_get_monotonic_time ();

      for (guint k = 0; k < PAGE; k++)
        g_object_unref (g_list_model_get_item (G_LIST_MODEL (bench->list), first + k));
      longest = MAX (longest, (g_get_monotonic_time () - begin) / 1e6);
      show_page (bench, first);
    }
  return longest;
}

static gint64
read_bare (gpointer data)
{
  Bench *bench = data;
  gint64 sum = 0;

  for (guint i = 0; i < N_PAGES; i++)
    {
      guint first = (++bench->page * PAGE) % (bench->numbers->len - PAGE);
      g_autoptr(GPtrArray) lines = steward_database_read_lines (bench->database,
                                                                &g_array_index (bench->numbers, gint64, first), PAGE,
                                                                bench->query.today, NULL);

      sum += lines->len;
    }
  return sum;
}

/* Memory that is in use now, in MB. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return pages * 4096 / 1e6;
}

static void
set_up (Bench      *bench,
        const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

  bench->query.today = steward_day_today ();
  steward_store_open_async (file, NULL, on_opened, &bench->store);
  while (bench->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench->list = steward_project_list_new (bench->store);
}

static void
tear_down (Bench *bench)
{
  g_object_unref (bench->list);
  steward_store_close (bench->store);
  g_object_unref (bench->store);
  g_object_unref (bench->database);
  g_array_unref (bench->numbers);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { NULL };
  double before = get_memory (), floor_seconds, frame, first;
  gint64 begin = g_get_monotonic_time ();
  gboolean good;

  set_up (&bench, argv[1]);
  ask (&bench);
  show_page (&bench, 0);
  first = (g_get_monotonic_time () - begin) / 1e6;
  g_print ("%-40s %10.3f ms, %.1f MB more memory\n", "store opened to the first page shown", first * 1e3,
           get_memory () - before);
  bench.database = steward_database_open (steward_store_get_file (bench.store), STEWARD_OPEN_READ_ONLY, NULL);
  bench.numbers = steward_database_find (bench.database, &bench.query, NULL);
  floor_seconds = bench_measure (read_bare, &bench, 5);
  g_print ("%-40s %10.3f ms, %.0f lines per ms\n", "floor: the lines of 300 pages, read at once",
           floor_seconds * 1e3, N_PAGES * PAGE / floor_seconds / 1e3);
  good = bench_report ("scrolling through 300 pages", bench_measure (scroll, &bench, 5), floor_seconds, 10);
  good &= bench_report ("200 jumps to a page", bench_measure (jump, &bench, 5), floor_seconds, 15);
  frame = measure_frame (&bench);
  good &= bench_report ("longest hold of a frame by a page", frame, floor_seconds, 1);
  bench.query.text = "污水";
  good &= bench_report ("a question through the store", bench_measure (ask, &bench, 10), floor_seconds, 5);
  g_print ("memory at the end: %.1f MB more; a frame has 16 ms\n", get_memory () - before);
  tear_down (&bench);
  return good ? 0 : 1;
}
