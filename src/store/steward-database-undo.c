/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Of the entries that are no undo themselves, those that are taken back stand
 * in the table "undone" with the entry that took them back. What can be undone
 * is the newest one that does not stand there; what can be redone is the
 * newest undo, as long as nothing else was changed in its project after it. */

static gboolean
find_redo (StewardDatabase  *self,
           const char       *project,
           gint64           *sequence,
           GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "undone", project ? "redo-of-project" : "redo", error);
  StewardStep step;

  *sequence = 0;
  if (statement == NULL)
    return FALSE;
  if (project)
    steward_statement_bind_text (statement, 1, project);
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    *sequence = steward_statement_get_integer (statement, 0);
  steward_statement_reset (statement);
  return step != STEWARD_STEP_FAILED;
}

static StewardLogEntry *
peek_redo (StewardDatabase  *self,
           const char       *project,
           GError          **error)
{
  gint64 sequence;

  if (!find_redo (self, project, &sequence, error) || sequence == 0)
    return NULL;
  return steward_database_find_log (self, sequence, error);
}

StewardLogEntry *
steward_database_peek_undo (StewardDatabase  *self,
                            const char       *project,
                            gboolean          redo,
                            GError          **error)
{
  StewardStatement *statement;
  StewardLogEntry *entry = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  if (redo)
    return peek_redo (self, project, error);
  statement = steward_database_prepare (self, "log", project ? "undo-of-project" : "undo", error);
  if (statement == NULL)
    return NULL;
  if (project)
    steward_statement_bind_text (statement, 1, project);
  if (steward_statement_step (statement, error) == STEWARD_STEP_ROW)
    entry = steward_log_entry_read (statement);
  steward_statement_reset (statement);
  return entry;
}

static gboolean
note_undone (StewardDatabase        *self,
             const StewardLogEntry  *taken_back,
             const StewardLogEntry  *entry,
             gboolean                redo,
             GError                **error)
{
  StewardStatement *statement = steward_database_prepare (self, "undone", redo ? "remove" : "add", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, redo ? taken_back->undoes : taken_back->sequence);
  if (!redo)
    {
      steward_statement_bind_text (statement, 2, entry->project);
      steward_statement_bind_integer (statement, 3, entry->sequence);
    }
  return steward_statement_run (statement, error);
}

/* The changes of @entry the other way round. (transfer full) */
static GPtrArray *
turn_round (const StewardLogEntry  *entry,
            GError                **error)
{
  GPtrArray *changes = steward_changes_from_text (entry->changes, error);

  for (guint i = 0; changes && i < changes->len; i++)
    {
      StewardPieceChange *change = changes->pdata[i];
      GVariant *before = change->before;

      change->before = change->after;
      change->after = before;
    }
  return changes;
}

typedef struct
{
  const char      *project;
  gboolean         redo;
  const char      *actor;
  StewardLogEntry *entry;
} UndoJob;

static gboolean
write_undo (StewardDatabase  *self,
            gpointer          data,
            GError          **error)
{
  UndoJob *job = data;
  g_autoptr(GError) wrong = NULL;
  g_autoptr(StewardLogEntry) taken_back = steward_database_peek_undo (self, job->project, job->redo, &wrong);
  g_autoptr(StewardLogEntry) entry = NULL;
  g_autoptr(GPtrArray) changes = NULL;

  if (wrong)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (taken_back == NULL)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                           job->redo ? _("There is nothing to redo.") : _("There is nothing to undo."));
      return FALSE;
    }
  changes = turn_round (taken_back, error);
  if (changes == NULL)
    return FALSE;

  entry = g_new0 (StewardLogEntry, 1);
  entry->project = g_strdup (taken_back->project);
  entry->actor = g_utf8_make_valid (job->actor ? job->actor : "", -1);
  entry->label = g_strdup (taken_back->label);
  entry->undoes = taken_back->sequence;
  if (!steward_database_write_change (self, entry, changes, taken_back->sequence, error) ||
      !note_undone (self, taken_back, entry, job->redo, error))
    return FALSE;
  job->entry = g_steal_pointer (&entry);
  return TRUE;
}

StewardLogEntry *
steward_database_undo (StewardDatabase  *self,
                       const char       *project,
                       gboolean          redo,
                       const char       *actor,
                       GError          **error)
{
  UndoJob job = { project, redo, actor, NULL };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  if (steward_database_transact (self, write_undo, &job, error))
    return job.entry;
  steward_log_entry_free (job.entry);
  return NULL;
}
