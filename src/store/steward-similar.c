/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-similar.h"

#include <string.h>

#include "steward-listing-private.h"
#include "steward-pinyin.h"

/* Projects that are compared with the one asked about: a few milliseconds for
 * each hundred. */
#define MAX_COMPARED 1000

static const StewardFact general[] = { STEWARD_FACT_TYPE, STEWARD_FACT_FUNDING, STEWARD_FACT_LAND };

/* One that may be shown, at its place in the order of change. */
typedef struct
{
  gint64  number;
  guint   place;
  guint   n_same;
  char   *type;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->type);
}

void
steward_similar_free (StewardSimilar *self)
{
  if (self == NULL)
    return;
  steward_project_line_unref (self->line);
  g_free (self->type);
  g_free (self);
}

static gboolean
is_general (const char *key)
{
  StewardFact fact;

  if (!steward_fact_from_key (key, &fact))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (general); i++)
    if (general[i] == fact)
      return TRUE;
  return FALSE;
}

/* What the row of @statement says of the kind of project, as one text to be
 * compared; NULL when it says nothing of it. (transfer full) */
static char *
read_trait (StewardStatement *statement,
            gboolean          facts)
{
  const char *key = steward_statement_get_text (statement, 0);
  const char *value = steward_statement_get_text (statement, 1);

  if (*value == '\0' || (facts && !is_general (key)))
    return NULL;
  return g_strconcat (facts ? "fact " : "answer ", key, "\n", value, NULL);
}

/* Reads the facts, or the answers, of @candidate: what is the same in @traits
 * is counted. With @add they are put there instead. */
static gboolean
read_table (StewardDatabase  *self,
            gboolean          facts,
            GHashTable       *traits,
            gboolean          add,
            Candidate        *candidate,
            GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, facts ? "facts" : "answers", "read", error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, candidate->number);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      g_autofree char *trait = read_trait (statement, facts);

      if (facts && candidate->type == NULL
          && g_strcmp0 (steward_statement_get_text (statement, 0), steward_fact_get_key (STEWARD_FACT_TYPE)) == 0)
        candidate->type = g_strdup (steward_statement_get_text (statement, 1));
      if (trait != NULL && add)
        g_hash_table_add (traits, g_steal_pointer (&trait));
      else if (trait != NULL)
        candidate->n_same += g_hash_table_contains (traits, trait);
    }
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

/* What @id says of its kind; of none nothing. (transfer full) */
static GHashTable *
read_traits (StewardDatabase  *self,
             const char       *id,
             GError          **error)
{
  g_autoptr (GHashTable) traits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Candidate candidate = { 0 };
  gboolean good = TRUE;

  if (id != NULL)
    candidate.number = steward_database_get_number (self, id, error);
  if (candidate.number > 0)
    good = read_table (self, TRUE, traits, TRUE, &candidate, error)
           && read_table (self, FALSE, traits, TRUE, &candidate, error);
  g_free (candidate.type);

  return good && candidate.number >= 0 ? g_steal_pointer (&traits) : NULL;
}

/* Every word of @needle is in @type. */
static gboolean
has_words (const char *type,
           const char *text)
{
  g_autofree char *folded = steward_search_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint start, length;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !steward_search_find (type, words[i], &start, &length))
      return FALSE;
  return TRUE;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a, *other = b;

  if (one->n_same != other->n_same)
    return one->n_same < other->n_same ? 1 : -1;
  return one->place < other->place ? -1 : one->place > other->place;
}

/* Of the projects changed last, those that @found has (NULL: all), and those
 * whose kind has the words. */
static GArray *
list_candidates (StewardDatabase         *self,
                 GHashTable              *traits,
                 const StewardListQuery  *query,
                 StewardNumberSet        *found,
                 GArray                  *numbers,
                 GCancellable            *cancellable,
                 GError                 **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < MIN (numbers->len, MAX_COMPARED); i++)
    {
      Candidate candidate = { g_array_index (numbers, gint64, i), i, 0, NULL };
      gboolean wanted;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !read_table (self, TRUE, traits, FALSE, &candidate, error)
          || (g_hash_table_size (traits) > 0 && !read_table (self, FALSE, traits, FALSE, &candidate, error)))
        {
          g_free (candidate.type);
          return NULL;
        }
      wanted = found == NULL || steward_number_set_contains (found, candidate.number)
               || (candidate.type != NULL && has_words (candidate.type, query->text));
      if (wanted)
        g_array_append_val (candidates, candidate);
      else
        g_free (candidate.type);
    }
  g_array_sort (candidates, compare_candidates);

  return g_steal_pointer (&candidates);
}

/* What was not changed lately is found by its text all the same. */
static void
add_others (GArray *candidates,
            GArray *numbers)
{
  g_autoptr (StewardNumberSet) known = steward_number_set_new ();
  guint n = candidates->len;

  for (guint i = 0; i < n; i++)
    steward_number_set_add (known, g_array_index (candidates, Candidate, i).number);
  for (guint i = 0; i < numbers->len; i++)
    {
      Candidate candidate = { g_array_index (numbers, gint64, i), i, 0, NULL };

      if (!steward_number_set_contains (known, candidate.number))
        g_array_append_val (candidates, candidate);
    }
}

static GPtrArray *
read_lines (StewardDatabase  *self,
            GArray           *candidates,
            guint             max,
            StewardDay        today,
            GError          **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_similar_free);

  for (guint i = 0; i < MIN (candidates->len, max); i++)
    g_array_append_val (numbers, g_array_index (candidates, Candidate, i).number);
  lines = steward_database_read_lines (self, (const gint64 *) (gpointer) numbers->data, numbers->len, today, error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      StewardSimilar *similar;

      if (lines->pdata[i] == NULL)
        continue;
      similar = g_new0 (StewardSimilar, 1);
      similar->line = steward_project_line_ref (lines->pdata[i]);
      similar->type = candidate->type != NULL ? g_steal_pointer (&candidate->type) : g_strdup ("");
      similar->n_same = candidate->n_same;
      g_ptr_array_add (all, similar);
    }
  return g_steal_pointer (&all);
}

GPtrArray *
steward_database_find_similar (StewardDatabase         *self,
                               const char              *project,
                               const StewardListQuery  *query,
                               guint                    max,
                               guint                   *n_compared,
                               GCancellable            *cancellable,
                               GError                 **error)
{
  g_autoptr (GArray) all = NULL, by_text = NULL, candidates = NULL;
  g_autoptr (GHashTable) traits = NULL;
  g_autoptr (StewardNumberSet) found = NULL;
  StewardListQuery every;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  traits = read_traits (self, project, error);
  if (traits == NULL)
    return NULL;
  if (n_compared != NULL)
    *n_compared = g_hash_table_size (traits);
  every = *query;
  every.text = NULL;
  every.sort = STEWARD_SORT_RECENT;
  all = steward_database_find (self, &every, error);
  if (all == NULL)
    return NULL;
  if (steward_search_has_words (query->text))
    {
      every.text = query->text;
      by_text = steward_database_find (self, &every, error);
      if (by_text == NULL)
        return NULL;
      found = steward_number_set_new ();
      for (guint i = 0; i < by_text->len; i++)
        steward_number_set_add (found, g_array_index (by_text, gint64, i));
    }
  candidates = list_candidates (self, traits, query, found, all, cancellable, error);
  if (candidates == NULL)
    return NULL;
  add_others (candidates, by_text != NULL ? by_text : all);

  return read_lines (self, candidates, max, query->today, error);
}
