/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-lever-effects-private.h"
#include "steward-network-private.h"

/* The rows of a block or stage that would run beside each other, in the order
 * in which they are handled where they do not. */
typedef struct
{
  int      task;
  int      end;       /* its decision, where it has one */
  int      rank;
  int      place;     /* its task in the network without levers */
  gboolean apart;
  gboolean overlaps;  /* it need not wait for what it comes after */
} Member;

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  return GPOINTER_TO_INT (a) - GPOINTER_TO_INT (b);
}

/* The order of the list, where each task comes after its predecessors. */
static int *
rank_tasks (const StewardNetwork *network)
{
  int n = steward_network_get_length (network), rank = 0;
  g_autofree int *missing = g_new (int, n);
  g_autoptr (GSequence) ready = g_sequence_new (NULL);
  int *ranks = g_new0 (int, n);

  for (int i = 0; i < n; i++)
    {
      missing[i] = network->before_at[i + 1] - network->before_at[i];
      if (missing[i] == 0)
        g_sequence_append (ready, GINT_TO_POINTER (i));
    }
  while (!g_sequence_is_empty (ready))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (ready);
      int task = GPOINTER_TO_INT (g_sequence_get (first));

      g_sequence_remove (first);
      ranks[task] = rank++;
      for (int link = network->after_at[task]; link < network->after_at[task + 1]; link++)
        {
          int after = network->after[link];

          if (--missing[after] == 0)
            g_sequence_insert_sorted (ready, GINT_TO_POINTER (after), compare_places, NULL);
        }
    }
  return ranks;
}

static gboolean
comes_after (const StewardNetwork *untouched,
             const Member         *member,
             const Member         *before)
{
  for (int link = untouched->before_at[member->place]; link < untouched->before_at[member->place + 1]; link++)
    {
      if (untouched->before[link] == before->place)
        return TRUE;
    }
  return FALSE;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  return ((const Member *) a)->rank - ((const Member *) b)->rank;
}

static GArray *
list_members (const StewardLeverEffects *self,
              GPtrArray                 *group,
              const StewardNetwork      *network,
              const StewardNetwork      *untouched,
              const int                 *ranks)
{
  GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (Member), group->len);

  for (guint i = 0; i < group->len; i++)
    {
      const char *id = group->pdata[i];
      const StewardRowEffect *effect = steward_lever_effects_find (self, id);
      Member member = { 0 };

      member.task = steward_network_find (network, id);
      member.end = steward_schedule_find_end (network, id);
      member.place = steward_network_find (untouched, id);
      member.rank = ranks[member.place];
      member.apart = g_hash_table_contains (self->apart, id);
      member.overlaps = effect && (effect->waits & STEWARD_WAIT_ITEM);
      g_array_append_val (members, member);
    }
  g_array_sort (members, compare_ranks);
  return members;
}

static gboolean
is_hammock (const StewardNetwork *network,
            int                   task)
{
  return g_array_index (network->tasks, StewardTask, task).hammock;
}

/* What is handled by itself begins when all before it is finished, and holds
 * all behind it. Where a member may overlap with one it comes after, only its
 * decision waits. */
static void
link_member (const GArray         *members,
             guint                 index,
             StewardNetwork       *network,
             const StewardNetwork *untouched)
{
  const Member *member = &g_array_index (members, Member, index);

  for (guint i = index; i-- > 0;)
    {
      const Member *before = &g_array_index (members, Member, i);
      gboolean overlaps = member->overlaps && comes_after (untouched, member, before);

      if (!before->apart && !member->apart)
        continue;
      steward_network_link (network, before->end, overlaps ? member->end : member->task);
      /* Its end is behind all that is before it. */
      if (before->apart && !overlaps &&
          is_hammock (network, before->task) == is_hammock (network, member->task))
        break;
    }
}

gboolean
steward_lever_effects_link_apart (const StewardLeverEffects  *self,
                                  StewardNetwork             *network,
                                  StewardNetwork             *untouched,
                                  GError                    **error)
{
  g_autofree int *ranks = NULL;
  GHashTableIter iter;
  gpointer group;

  /* A circle is found here, so that everything gets a rank. */
  if (!steward_network_sort (untouched, error))
    return FALSE;
  ranks = rank_tasks (untouched);
  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      g_autoptr (GArray) members = list_members (self, group, network, untouched, ranks);

      for (guint i = 1; i < members->len; i++)
        link_member (members, i, network, untouched);
    }
  return TRUE;
}
