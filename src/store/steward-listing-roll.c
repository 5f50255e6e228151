/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-driver-private.h"
#include "steward-listing-private.h"

#define ROLL_KEY "steward-roll"

static void
roll_free (gpointer data)
{
  StewardRoll *roll = data;

  steward_stamp_clear (&roll->stamp);
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

void
steward_stamp_clear (StewardStamp *self)
{
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->refreshed, g_free);
}

gboolean
steward_stamp_equal (const StewardStamp *a,
                     const StewardStamp *b)
{
  return a->sequence == b->sequence && g_str_equal (a->hash, b->hash) && g_str_equal (a->refreshed, b->refreshed);
}

gboolean
steward_database_read_stamp (StewardDatabase  *self,
                             StewardStamp     *stamp,
                             GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "digests", "stamp", error);
  gboolean good;

  if (statement == NULL)
    return FALSE;
  good = steward_statement_step (statement, error) == STEWARD_STEP_ROW;
  if (good)
    {
      stamp->sequence = steward_statement_get_integer (statement, 0);
      stamp->hash = g_strdup (steward_statement_get_text (statement, 1));
      stamp->refreshed = g_strdup (steward_statement_get_text (statement, 2));
    }
  steward_statement_reset (statement);
  return good;
}

StewardRollEntry
steward_roll_read_entry (StewardRoll      *self,
                         StewardStatement *statement)
{
  return (StewardRollEntry) {
    .number = steward_statement_get_integer (statement, 0),
    .state = CLAMP (steward_statement_get_integer (statement, 1), 0, STEWARD_N_STATES - 1),
    .light = CLAMP (steward_statement_get_integer (statement, 2), 0, STEWARD_LIGHT_RED),
    .steward = intern (self, steward_statement_get_text (statement, 3)),
    .pack = intern (self, steward_statement_get_text (statement, 4)),
    .stage = intern (self, steward_statement_get_text (statement, 5)),
  };
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
      StewardRollEntry entry = steward_roll_read_entry (roll, statement);

      g_array_append_val (roll->entries, entry);
    }
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

static StewardRoll *
make_roll (StewardDatabase  *self,
           StewardDay        today,
           GError          **error)
{
  StewardRoll *roll = roll_new (today);
  g_autofree char *day = steward_day_format (today);

  /* The stamp is read first: what another process changes meanwhile is seen
   * the next time. */
  if (steward_database_read_stamp (self, &roll->stamp, error)
      && read_entries (self, roll, "dated", day, error) && read_entries (self, roll, "undated", day, error))
    return roll;
  roll_free (roll);
  return NULL;
}

StewardRoll *
steward_database_get_roll (StewardDatabase  *self,
                           StewardDay        today,
                           GError          **error)
{
  StewardRoll *roll = g_object_get_data (G_OBJECT (self), ROLL_KEY);
  g_auto(StewardStamp) stamp = { 0 };
  g_autoptr(GError) wrong = NULL;

  if (!steward_database_read_stamp (self, &stamp, error))
    return NULL;
  if (roll != NULL && roll->today == today
      && (steward_stamp_equal (&roll->stamp, &stamp) || steward_database_update_roll (self, roll, &stamp, &wrong)))
    return roll;

  g_object_set_data (G_OBJECT (self), ROLL_KEY, NULL);    /* it may be half changed */
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return NULL;
    }
  roll = make_roll (self, today, error);
  if (roll != NULL)
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
