/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-item-private.h"

static gint64
number_at (GArray *numbers,
           guint   i)
{
  return g_array_index (numbers, gint64, i);
}

/* Where each number of the middle of @after was in the middle of @before, -1
 * for a new one. */
static int *
find_places (GArray *before,
             GArray *after,
             guint   start,
             guint   n_before,
             guint   n_after)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  int *found = g_new (int, n_after + 1);

  for (guint i = 0; i < n_before; i++)
    g_hash_table_insert (places, &g_array_index (before, gint64, start + i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < n_after; i++)
    {
      gpointer place;

      found[i] = g_hash_table_lookup_extended (places, &g_array_index (after, gint64, start + i), NULL, &place)
                 ? (int) GPOINTER_TO_UINT (place) : -1;
    }
  return found;
}

/* Leaves in @places only those of a longest rising run, so that the fewest
 * numbers move; the others become -1. */
static void
keep_longest_run (int   *places,
                  guint  n)
{
  g_autofree int *tails = g_new (int, n + 1);     /* index of the smallest end of a run of each length */
  g_autofree int *previous = g_new (int, n + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, n + 1);
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = longest;

      if (places[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[tails[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = (int) i;
      longest = MAX (longest, low + 1);
    }
  for (int i = longest > 0 ? tails[longest - 1] : -1; i >= 0; i = previous[i])
    kept[i] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!kept[i])
      places[i] = -1;
}

/* Turns the runs between kept numbers into steps. */
static GArray *
make_steps (const int *places,
            guint      start,
            guint      n_before,
            guint      n_after)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (StewardListStep));
  guint old = 0;

  for (guint i = 0; i <= n_after;)
    {
      guint begin = i;
      StewardListStep step;

      while (i < n_after && places[i] < 0)
        i++;
      step.position = start + begin;
      step.removed = (i < n_after ? (guint) places[i] : n_before) - old;
      step.added = i - begin;
      step.from = start + begin;
      if (step.removed > 0 || step.added > 0)
        g_array_append_val (steps, step);
      old = i < n_after ? (guint) places[i] + 1 : n_before;
      i++;
    }
  return steps;
}

GArray *
steward_list_steps_new (GArray *before,
                        GArray *after,
                        guint   max)
{
  guint start = 0, end = 0;
  guint shorter = MIN (before->len, after->len);
  g_autofree int *places = NULL;
  GArray *steps;

  while (start < shorter && number_at (before, start) == number_at (after, start))
    start++;
  while (end < shorter - start
         && number_at (before, before->len - 1 - end) == number_at (after, after->len - 1 - end))
    end++;

  places = find_places (before, after, start, before->len - start - end, after->len - start - end);
  keep_longest_run (places, after->len - start - end);
  steps = make_steps (places, start, before->len - start - end, after->len - start - end);
  if (steps->len > max)
    {
      StewardListStep all = { start, before->len - start - end, after->len - start - end, start };

      g_array_set_size (steps, 0);
      g_array_append_val (steps, all);
    }
  return steps;
}
