/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-lever-effects-private.h"
#include "steward-network-private.h"

/* An order of the tasks in which every task comes after its predecessors, and
 * what is handled by itself as late as that allows: what can run beside each
 * other does so first. */
typedef struct
{
  const StewardNetwork *network;
  int                  *missing;   /* predecessors without a rank, by task */
  gboolean             *apart;
  GQueue                ready;
  GQueue                ready_apart;
  int                  *ranks;
} Ranking;

static void
add_ready (Ranking *self,
           int      task)
{
  g_queue_push_tail (self->apart[task] ? &self->ready_apart : &self->ready, GINT_TO_POINTER (task));
}

static void
rank_all (Ranking *self)
{
  const StewardNetwork *network = self->network;
  int n = steward_network_get_length (network);

  for (int i = 0; i < n; i++)
    {
      self->missing[i] = network->before_at[i + 1] - network->before_at[i];
      if (self->missing[i] == 0)
        add_ready (self, i);
    }
  for (int rank = 0; rank < n; rank++)
    {
      GQueue *queue = g_queue_is_empty (&self->ready) ? &self->ready_apart : &self->ready;
      int task = GPOINTER_TO_INT (g_queue_pop_head (queue));

      self->ranks[task] = rank;
      for (int link = network->after_at[task]; link < network->after_at[task + 1]; link++)
        {
          if (--self->missing[network->after[link]] == 0)
            add_ready (self, network->after[link]);
        }
    }
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      ranks)
{
  int x = ((int *) ranks)[*(const int *) a], y = ((int *) ranks)[*(const int *) b];

  return (x > y) - (x < y);
}

/* Links the ends of @waited to @task and takes them out. Where the decision of
 * one of them waits for @task itself, it cannot come first and stays: a link
 * that goes along the ranks never closes a circle. */
static void
link_ends (StewardNetwork *network,
           const Ranking  *ranking,
           GArray         *waited,
           int             task)
{
  guint kept = 0;

  for (guint i = 0; i < waited->len; i++)
    {
      int before = g_array_index (waited, int, i);
      int end = steward_schedule_find_end (network, steward_network_get_id (network, before));

      if (ranking->ranks[end] < ranking->ranks[task])
        steward_network_link (network, end, task);
      else
        g_array_index (waited, int, kept++) = before;
    }
  g_array_set_size (waited, kept);
}

/* What is handled by itself begins when all before it is finished, and holds
 * all behind it. */
static void
set_apart (StewardNetwork *network,
           GPtrArray      *group,
           const Ranking  *ranking)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) holding = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) beside = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < group->len; i++)
    {
      int task = steward_network_find (network, group->pdata[i]);

      g_array_append_val (tasks, task);
    }
  g_array_sort_with_data (tasks, compare_ranks, ranking->ranks);
  for (guint i = 0; i < tasks->len; i++)
    {
      int task = g_array_index (tasks, int, i);
      g_autoptr (GArray) held = g_array_copy (holding);

      link_ends (network, ranking, held, task);
      if (!ranking->apart[task])
        {
          g_array_append_val (beside, task);
          continue;
        }
      link_ends (network, ranking, beside, task);
      g_array_set_size (holding, 0);
      g_array_append_vals (holding, held->data, held->len);
      g_array_append_val (holding, task);
    }
}

gboolean
steward_lever_effects_link_apart (const StewardLeverEffects  *self,
                                  StewardNetwork             *network,
                                  GError                    **error)
{
  guint n = steward_network_get_length (network);
  g_autofree int *missing = NULL, *ranks = NULL;
  g_autofree gboolean *apart = NULL;
  Ranking ranking = { .network = network, .ready = G_QUEUE_INIT, .ready_apart = G_QUEUE_INIT };
  GHashTableIter iter;
  gpointer group;

  if (g_hash_table_size (self->apart) == 0)
    return TRUE;
  /* A circle is found here, so that everything gets a rank. */
  if (!steward_network_sort (network, error))
    return FALSE;
  ranking.missing = missing = g_new (int, n);
  ranking.ranks = ranks = g_new (int, n);
  ranking.apart = apart = g_new (gboolean, n);
  for (guint i = 0; i < n; i++)
    apart[i] = g_hash_table_contains (self->apart, steward_network_get_id (network, i));
  rank_all (&ranking);
  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    set_apart (network, group, &ranking);
  return TRUE;
}
