/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <string.h>

void
steward_log_entry_free (StewardLogEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->at);
  g_free (self->project);
  g_free (self->actor);
  g_free (self->label);
  g_free (self->changes);
  g_free (self->hash);
  g_free (self);
}

StewardLogEntry *
steward_log_entry_read (StewardStatement *statement)
{
  StewardLogEntry *entry = g_new0 (StewardLogEntry, 1);

  entry->sequence = steward_statement_get_integer (statement, 0);
  entry->at = g_strdup (steward_statement_get_text (statement, 1));
  entry->project = g_strdup (steward_statement_get_text (statement, 2));
  entry->actor = g_strdup (steward_statement_get_text (statement, 3));
  entry->label = g_strdup (steward_statement_get_text (statement, 4));
  entry->undoes = steward_statement_get_integer (statement, 5);
  /* A written 0 is not the nothing that it looks like, and was never written. */
  if (entry->undoes == 0 && !steward_statement_is_null (statement, 5))
    entry->undoes = -1;
  entry->changes = g_strdup (steward_statement_get_text (statement, 6));
  entry->hash = g_strdup (steward_statement_get_text (statement, 7));
  return entry;
}

/* Every field goes in with its length before it, so that moving a character
 * from one field to the next gives another hash. */
static void
add_text (GChecksum  *sum,
          const char *text)
{
  gsize length = strlen (text);
  g_autofree char *head = g_strdup_printf ("%" G_GSIZE_FORMAT ":", length);

  g_checksum_update (sum, (const guchar *) head, -1);
  g_checksum_update (sum, (const guchar *) text, length);
}

static void
add_number (GChecksum *sum,
            gint64     number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_text (sum, text);
}

char *
steward_log_entry_compute_hash (const StewardLogEntry *entry,
                                const char            *before)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, before);
  add_number (sum, entry->sequence);
  add_text (sum, entry->at);
  add_text (sum, entry->project);
  add_text (sum, entry->actor);
  add_text (sum, entry->label);
  add_number (sum, entry->undoes);
  add_text (sum, entry->changes);
  return g_strdup (g_checksum_get_string (sum));
}

/* Where the log ends: sequence 0 when it is empty. */
static gboolean
read_end (StewardDatabase  *self,
          StewardLogEntry  *end,
          GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "log", "last", error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    {
      end->sequence = steward_statement_get_integer (statement, 0);
      end->at = g_strdup (steward_statement_get_text (statement, 1));
      end->hash = g_strdup (steward_statement_get_text (statement, 2));
    }
  else if (step == STEWARD_STEP_DONE)
    {
      end->at = g_strdup ("");
      end->hash = g_strdup (STEWARD_LOG_FIRST_HASH);
    }
  steward_statement_reset (statement);
  return step != STEWARD_STEP_FAILED;
}

/* Now, or the time of the entry before when the clock was set back since. */
static char *
get_time (const char *before)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");

  return strcmp (text, before) < 0 ? g_strdup (before) : g_steal_pointer (&text);
}

gboolean
steward_database_append_log (StewardDatabase  *self,
                             StewardLogEntry  *entry,
                             GError          **error)
{
  g_autoptr(StewardLogEntry) end = g_new0 (StewardLogEntry, 1);
  StewardStatement *statement;

  if (!read_end (self, end, error))
    return FALSE;
  entry->sequence = end->sequence + 1;
  g_free (entry->at);
  entry->at = get_time (end->at);
  g_free (entry->hash);
  entry->hash = steward_log_entry_compute_hash (entry, end->hash);

  statement = steward_database_prepare (self, "log", "add", error);
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, entry->sequence);
  steward_statement_bind_text (statement, 2, entry->at);
  steward_statement_bind_text (statement, 3, entry->project);
  steward_statement_bind_text (statement, 4, entry->actor);
  steward_statement_bind_text (statement, 5, entry->label);
  if (entry->undoes)
    steward_statement_bind_integer (statement, 6, entry->undoes);
  steward_statement_bind_text (statement, 7, entry->changes);
  steward_statement_bind_text (statement, 8, entry->hash);
  return steward_statement_run (statement, error);
}

StewardLogEntry *
steward_database_find_log (StewardDatabase  *self,
                           gint64            sequence,
                           GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "log", "get", error);
  StewardLogEntry *entry = NULL;

  if (statement == NULL)
    return NULL;
  steward_statement_bind_integer (statement, 1, sequence);
  if (steward_statement_step (statement, error) == STEWARD_STEP_ROW)
    entry = steward_log_entry_read (statement);
  steward_statement_reset (statement);
  return entry;
}

gint64
steward_database_get_sequence (StewardDatabase  *self,
                               GError          **error)
{
  g_autoptr(StewardLogEntry) end = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), -1);

  end = g_new0 (StewardLogEntry, 1);
  return read_end (self, end, error) ? end->sequence : -1;
}

GPtrArray *
steward_database_read_log (StewardDatabase  *self,
                           const char       *project,
                           gint64            after,
                           int               limit,
                           GError          **error)
{
  g_autoptr(GPtrArray) entries = NULL;
  StewardStatement *statement;
  const char *name;
  StewardStep step;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  if (project)
    name = limit < 0 ? "newest-of-project" : "oldest-of-project";
  else
    name = limit < 0 ? "newest" : "oldest";
  statement = steward_database_prepare (self, "log", name, error);
  if (statement == NULL)
    return NULL;
  steward_statement_bind_integer (statement, 1, after);
  if (project)
    steward_statement_bind_text (statement, 2, project);
  steward_statement_bind_integer (statement, project ? 3 : 2, ABS ((gint64) limit));
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_log_entry_free);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    g_ptr_array_add (entries, steward_log_entry_read (statement));
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}
