/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

#include <string.h>

/* More changed projects than this are not worth to be put in place one by
 * one. */
#define MAX_CHANGED 64

/* The changed projects, NULL for too many. (element-type utf8) */
static GPtrArray *
list_changed (StewardDatabase  *self,
              gint64            sequence,
              GError          **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  StewardStatement *statement = steward_database_prepare (self, "log", "projects-after", error);
  StewardStep step;

  if (statement == NULL)
    return NULL;
  steward_statement_bind_integer (statement, 1, sequence);
  steward_statement_bind_integer (statement, 2, MAX_CHANGED + 1);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (steward_statement_get_text (statement, 0)));
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE && ids->len <= MAX_CHANGED ? g_steal_pointer (&ids) : NULL;
}

/* An entry and what it is ordered by. */
typedef struct
{
  StewardRollEntry  entry;
  char             *due;
  char             *initials;
} Placed;

static void
placed_clear (gpointer data)
{
  Placed *placed = data;

  g_free (placed->due);
  g_free (placed->initials);
}

/* FALSE without an error for a project that is gone. */
static gboolean
read_placed (StewardDatabase  *self,
             StewardRoll      *roll,
             const char       *id,
             GArray           *all,
             GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "digests", "entry", error);
  g_autofree char *day = steward_day_format (roll->today);
  gboolean good;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, day);
  steward_statement_bind_text (statement, 2, id);
  good = steward_statement_step (statement, error) == STEWARD_STEP_ROW;
  if (good)
    {
      Placed placed = {
        steward_roll_read_entry (roll, statement),
        g_strdup (steward_statement_get_text (statement, 6)),
        g_strdup (steward_statement_get_text (statement, 7))
      };

      g_array_append_val (all, placed);
    }
  steward_statement_reset (statement);
  return good;
}

/* Takes all entries that changed out of the roll. */
static void
take_out (StewardRoll *roll,
          GArray      *all)
{
  g_autoptr(StewardNumberSet) numbers = steward_number_set_new ();
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    steward_number_set_add (numbers, g_array_index (all, Placed, i).entry.number);
  for (guint i = 0; i < roll->entries->len; i++)
    {
      StewardRollEntry entry = g_array_index (roll->entries, StewardRollEntry, i);

      if (!steward_number_set_contains (numbers, entry.number))
        g_array_index (roll->entries, StewardRollEntry, kept++) = entry;
    }
  g_array_set_size (roll->entries, kept);
}

/* As the index by due has it, with those without a day last. */
static int
compare_place (const Placed *placed,
               const char   *due,
               const char   *initials,
               gint64        number)
{
  int order;

  if (*placed->due == '\0' || *due == '\0')
    order = (*placed->due == '\0') - (*due == '\0');
  else
    order = strcmp (placed->due, due);
  if (order == 0)
    order = strcmp (placed->initials, initials);
  return order != 0 ? order : placed->entry.number < number ? -1 : 1;
}

/* Puts @placed where it belongs; only as many others are read as halving
 * takes. */
static gboolean
put_in (StewardDatabase  *self,
        StewardRoll      *roll,
        const Placed     *placed,
        GError          **error)
{
  guint low = 0, high = roll->entries->len;

  while (low < high)
    {
      StewardStatement *statement = steward_database_prepare (self, "digests", "place", error);
      guint middle = low + (high - low) / 2;
      gint64 number = g_array_index (roll->entries, StewardRollEntry, middle).number;
      gboolean found;

      if (statement == NULL)
        return FALSE;
      steward_statement_bind_integer (statement, 1, number);
      found = steward_statement_step (statement, error) == STEWARD_STEP_ROW;
      if (found && compare_place (placed, steward_statement_get_text (statement, 0),
                                  steward_statement_get_text (statement, 1), number) > 0)
        low = middle + 1;
      else
        high = middle;
      steward_statement_reset (statement);
      if (!found)
        return FALSE;
    }
  g_array_insert_val (roll->entries, low, placed->entry);
  return TRUE;
}

/* Whether the roll was made from an earlier moment of the same history, and
 * only projects were changed since. */
static gboolean
is_earlier (StewardDatabase     *self,
            const StewardStamp  *before,
            const StewardStamp  *after,
            GError             **error)
{
  g_autoptr(StewardLogEntry) entry = NULL;

  if (before->sequence >= after->sequence || !g_str_equal (before->refreshed, after->refreshed))
    return FALSE;
  entry = steward_database_find_log (self, before->sequence, error);
  return entry != NULL && g_str_equal (entry->hash, before->hash);
}

gboolean
steward_database_update_roll (StewardDatabase     *self,
                              StewardRoll         *roll,
                              const StewardStamp  *stamp,
                              GError             **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr(GPtrArray) ids = NULL;
  g_auto(StewardStamp) now = { 0 };

  g_array_set_clear_func (all, placed_clear);
  if (!is_earlier (self, &roll->stamp, stamp, error))
    return FALSE;
  ids = list_changed (self, roll->stamp.sequence, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!read_placed (self, roll, ids->pdata[i], all, error))
      return FALSE;
  if (ids == NULL)
    return FALSE;
  take_out (roll, all);
  for (guint i = 0; i < all->len; i++)
    if (!put_in (self, roll, &g_array_index (all, Placed, i), error))
      return FALSE;

  /* Halving is only right when nothing moved meanwhile. */
  if (!steward_database_read_stamp (self, &now, error) || !steward_stamp_equal (&now, stamp))
    return FALSE;
  steward_stamp_clear (&roll->stamp);
  roll->stamp = (StewardStamp) { now.sequence, g_steal_pointer (&now.hash), g_steal_pointer (&now.refreshed) };
  for (guint i = 0; i < G_N_ELEMENTS (roll->orders); i++)
    g_clear_pointer (&roll->orders[i], g_array_unref);
  return TRUE;
}
