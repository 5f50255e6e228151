/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-driver-private.h"
#include "steward-listing-private.h"

#define ROLL_KEY "steward-roll"

static void
roll_free (gpointer data)
{
  StewardRoll *roll = data;

  g_free (roll->stamp);
  g_array_unref (roll->entries);
  g_hash_table_unref (roll->places);
  g_ptr_array_unref (roll->words);
  for (guint i = 0; i < G_N_ELEMENTS (roll->orders); i++)
    g_clear_pointer (&roll->orders[i], g_array_unref);
  g_free (roll);
}

static StewardRoll *
roll_new (StewardDay today)
{
  StewardRoll *roll = g_new0 (StewardRoll, 1);

  roll->today = today;
  roll->entries = g_array_new (FALSE, FALSE, sizeof (StewardRollEntry));
  roll->words = g_ptr_array_new_with_free_func (g_free);
  roll->places = g_hash_table_new (g_str_hash, g_str_equal);
  return roll;
}

guint32
steward_roll_find_word (StewardRoll *self,
                        const char  *word)
{
  gpointer place;

  return g_hash_table_lookup_extended (self->places, word, NULL, &place) ? GPOINTER_TO_UINT (place) : G_MAXUINT32;
}

static guint32
intern (StewardRoll *roll,
        const char  *word)
{
  guint32 place = steward_roll_find_word (roll, word);

  if (place == G_MAXUINT32)
    {
      char *copy = g_utf8_make_valid (word, -1);

      place = roll->words->len;
      g_ptr_array_add (roll->words, copy);
      g_hash_table_insert (roll->places, copy, GUINT_TO_POINTER (place));
    }
  return place;
}

/* What changes whenever a roll has to be made anew: the hash of the last change
 * of a project, and how often digests were only refreshed. */
static char *
read_stamp (StewardDatabase  *self,
            GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "digests", "stamp", error);
  char *stamp = NULL;

  if (statement == NULL)
    return NULL;
  if (steward_statement_step (statement, error) == STEWARD_STEP_ROW)
    stamp = g_strdup (steward_statement_get_text (statement, 0));
  steward_statement_reset (statement);
  return stamp;
}

static gboolean
read_entries (StewardDatabase  *self,
              StewardRoll      *roll,
              const char       *name,
              const char       *today,
              GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "digests", name, error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  statement->unchecked = TRUE;
  steward_statement_bind_text (statement, 1, today);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      StewardRollEntry entry = {
        .number = steward_statement_get_integer (statement, 0),
        .state = CLAMP (steward_statement_get_integer (statement, 1), 0, STEWARD_N_STATES - 1),
        .light = CLAMP (steward_statement_get_integer (statement, 2), 0, STEWARD_LIGHT_RED),
        .steward = intern (roll, steward_statement_get_text (statement, 3)),
        .pack = intern (roll, steward_statement_get_text (statement, 4)),
        .stage = intern (roll, steward_statement_get_text (statement, 5)),
      };

      g_array_append_val (roll->entries, entry);
    }
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

StewardRoll *
steward_database_get_roll (StewardDatabase  *self,
                           StewardDay        today,
                           GError          **error)
{
  StewardRoll *roll = g_object_get_data (G_OBJECT (self), ROLL_KEY);
  g_autofree char *stamp = read_stamp (self, error);
  g_autofree char *day = steward_day_format (today);

  if (stamp == NULL)
    return NULL;
  if (roll != NULL && roll->today == today && g_str_equal (roll->stamp, stamp))
    return roll;

  /* The stamp was read first: what another process changes meanwhile is seen
   * the next time. */
  roll = roll_new (today);
  if (!read_entries (self, roll, "dated", day, error) || !read_entries (self, roll, "undated", day, error))
    {
      roll_free (roll);
      return NULL;
    }
  roll->stamp = g_steal_pointer (&stamp);
  g_object_set_data_full (G_OBJECT (self), ROLL_KEY, roll, roll_free);
  return roll;
}

GArray *
steward_database_get_order (StewardDatabase  *self,
                            StewardRoll      *roll,
                            StewardListSort   sort,
                            GError          **error)
{
  const char *table = sort == STEWARD_SORT_NAME ? "digests" : "projects";
  g_autoptr(GArray) order = NULL;
  StewardStatement *statement;
  StewardStep step;

  if (roll->orders[sort] != NULL)
    return roll->orders[sort];

  statement = steward_database_prepare (self, table, sort == STEWARD_SORT_NAME ? "by_name" : "by_version", error);
  if (statement == NULL)
    return NULL;
  order = g_array_new (FALSE, FALSE, sizeof (gint64));
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      gint64 number = steward_statement_get_integer (statement, 0);

      g_array_append_val (order, number);
    }
  steward_statement_reset (statement);
  if (step != STEWARD_STEP_DONE)
    return NULL;
  return roll->orders[sort] = g_steal_pointer (&order);
}
