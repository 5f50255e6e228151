/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

/* The filters of a query, as the roll knows them. */
typedef struct
{
  guint   states;
  guint   lights;
  guint32 steward;
  guint32 stage;
  guint32 pack;
} Filter;

/* What a project may fail. */
enum
{
  MISSES_STEWARD = 1 << 0,
  MISSES_LIGHT   = 1 << 1,
  MISSES_STAGE   = 1 << 2,
  MISSES_PACK    = 1 << 3,
  MISSES_STATE   = 1 << 4
};

#define ANY_WORD (G_MAXUINT32 - 1)

static guint32
find_word (StewardRoll *roll,
           const char  *word)
{
  return word != NULL ? steward_roll_find_word (roll, word) : ANY_WORD;
}

static void
filter_init (Filter                 *filter,
             StewardRoll            *roll,
             const StewardListQuery *query)
{
  filter->states = query->states != 0 ? query->states : ~(1u << STEWARD_STATE_REMOVED);
  filter->lights = query->lights != 0 ? query->lights : ~0u;
  filter->steward = find_word (roll, query->steward);
  filter->stage = find_word (roll, query->stage);
  filter->pack = find_word (roll, query->pack);
}

static guint
filter_check (const Filter           *filter,
              const StewardRollEntry *entry)
{
  guint misses = 0;

  if (filter->steward != ANY_WORD && filter->steward != entry->steward)
    misses |= MISSES_STEWARD;
  if (((filter->lights >> entry->light) & 1) == 0)
    misses |= MISSES_LIGHT;
  if (filter->stage != ANY_WORD && filter->stage != entry->stage)
    misses |= MISSES_STAGE;
  if (filter->pack != ANY_WORD && filter->pack != entry->pack)
    misses |= MISSES_PACK;
  if (((filter->states >> entry->state) & 1) == 0)
    misses |= MISSES_STATE;
  return misses;
}

/* What both questions need: the roll, the filter, and the projects that the
 * text is found in, NULL when no text is asked for. */
static StewardRoll *
prepare (StewardDatabase         *self,
         const StewardListQuery  *query,
         Filter                  *filter,
         StewardNumberSet       **found,
         GError                 **error)
{
  StewardRoll *roll = steward_database_get_roll (self, query->today, error);

  if (roll == NULL)
    return NULL;
  filter_init (filter, roll, query);
  if (steward_search_has_words (query->text))
    {
      *found = steward_database_search (self, query->text, error);
      if (*found == NULL)
        return NULL;
    }
  return roll;
}

static GArray *
put_in_order (StewardDatabase  *self,
              StewardRoll      *roll,
              StewardListSort   sort,
              GArray           *numbers,
              GError          **error)
{
  g_autoptr(StewardNumberSet) wanted = steward_number_set_new ();
  GArray *order = steward_database_get_order (self, roll, sort, error);
  GArray *result;

  if (order == NULL)
    return NULL;
  for (guint i = 0; i < numbers->len; i++)
    steward_number_set_add (wanted, g_array_index (numbers, gint64, i));
  result = g_array_sized_new (FALSE, FALSE, sizeof (gint64), numbers->len);
  for (guint i = 0; i < order->len; i++)
    {
      gint64 number = g_array_index (order, gint64, i);

      if (steward_number_set_contains (wanted, number))
        g_array_append_val (result, number);
    }
  return result;
}

GArray *
steward_database_find (StewardDatabase         *self,
                       const StewardListQuery  *query,
                       GError                 **error)
{
  g_autoptr(StewardNumberSet) found = NULL;
  g_autoptr(GArray) numbers = NULL;
  Filter filter;
  StewardRoll *roll;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (query != NULL && query->sort <= STEWARD_SORT_RECENT, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  roll = prepare (self, query, &filter, &found, error);
  if (roll == NULL)
    return NULL;
  numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < roll->entries->len; i++)
    {
      const StewardRollEntry *entry = &g_array_index (roll->entries, StewardRollEntry, i);

      if (filter_check (&filter, entry) == 0
          && (found == NULL || steward_number_set_contains (found, entry->number)))
        g_array_append_val (numbers, entry->number);
    }
  if (query->sort == STEWARD_SORT_DUE)
    return g_steal_pointer (&numbers);
  return put_in_order (self, roll, query->sort, numbers, error);
}

void
steward_list_counts_free (StewardListCounts *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->stages);
  g_hash_table_unref (self->packs);
  g_free (self);
}

/* Numbers by word, of the words that were met. */
static GHashTable *
make_table (StewardRoll *roll,
            const guint *numbers)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < roll->words->len; i++)
    if (numbers[i] > 0)
      g_hash_table_insert (table, g_strdup (roll->words->pdata[i]), GUINT_TO_POINTER (numbers[i]));
  return table;
}

/* Counts @entry for each filter that alone keeps it from being shown, and for
 * all when none does. */
static void
count_entry (StewardListCounts      *counts,
             const StewardRollEntry *entry,
             guint                   misses,
             guint32                 me,
             guint                  *stages,
             guint                  *packs)
{
  if ((misses & ~MISSES_STEWARD) == 0)
    {
      counts->total++;
      counts->mine += entry->steward == me;
    }
  if ((misses & ~MISSES_LIGHT) == 0)
    counts->lights[entry->light]++;
  if ((misses & ~MISSES_STATE) == 0)
    counts->states[entry->state]++;
  if ((misses & ~MISSES_STAGE) == 0)
    stages[entry->stage]++;
  if ((misses & ~MISSES_PACK) == 0)
    packs[entry->pack]++;
}

StewardListCounts *
steward_database_count (StewardDatabase         *self,
                        const StewardListQuery  *query,
                        GError                 **error)
{
  g_autoptr(StewardNumberSet) found = NULL;
  g_autofree guint *stages = NULL;
  g_autofree guint *packs = NULL;
  StewardListCounts *counts;
  StewardRoll *roll;
  Filter filter;
  guint32 me;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  roll = prepare (self, query, &filter, &found, error);
  if (roll == NULL)
    return NULL;
  counts = g_new0 (StewardListCounts, 1);
  me = find_word (roll, query->me != NULL ? query->me : query->steward);
  stages = g_new0 (guint, roll->words->len);
  packs = g_new0 (guint, roll->words->len);
  for (guint i = 0; i < roll->entries->len; i++)
    {
      const StewardRollEntry *entry = &g_array_index (roll->entries, StewardRollEntry, i);

      if (found == NULL || steward_number_set_contains (found, entry->number))
        count_entry (counts, entry, filter_check (&filter, entry), me, stages, packs);
    }
  counts->stages = make_table (roll, stages);
  counts->packs = make_table (roll, packs);
  return counts;
}
