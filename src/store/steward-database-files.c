/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-verification-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Files of documents are named by their hash, so they never change, and what
 * was read is what was put in, or it is an error. */

typedef struct
{
  const char *sha256;
  GBytes     *bytes;
} PutJob;

static gboolean
write_file (StewardDatabase  *self,
            gpointer          data,
            GError          **error)
{
  const PutJob *job = data;
  StewardStatement *statement = steward_database_prepare (self, "files", "add", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, job->sha256);
  steward_statement_bind_integer (statement, 2, g_bytes_get_size (job->bytes));
  steward_statement_bind_bytes (statement, 3, job->bytes);
  return steward_statement_run (statement, error);
}

char *
steward_database_put_file (StewardDatabase  *self,
                           GBytes           *bytes,
                           GError          **error)
{
  g_autofree char *sha256 = NULL;
  PutJob job;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > STEWARD_FILE_MAX_BYTES)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                   _("The file is larger than %d bytes, the most that is kept."), STEWARD_FILE_MAX_BYTES);
      return NULL;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  job = (PutJob) { sha256, bytes };
  return steward_database_transact (self, write_file, &job, error) ? g_steal_pointer (&sha256) : NULL;
}

static GBytes *
damaged (const char  *sha256,
         GError     **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT,
               _("The file %s in the database is damaged: its bytes are others than those that were kept. Restore a "
                 "backup, or put the paper in again."), sha256);
  return NULL;
}

GBytes *
steward_database_read_file (StewardDatabase  *self,
                            const char       *sha256,
                            GError          **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  StewardStatement *statement;
  StewardStep step;
  gint64 size = -1;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  statement = steward_database_prepare (self, "files", "get", error);
  if (statement == NULL)
    return NULL;
  steward_statement_bind_text (statement, 1, sha256);
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    {
      size = steward_statement_get_integer (statement, 0);
      bytes = steward_statement_get_bytes (statement, 1);
    }
  steward_statement_reset (statement);
  if (step == STEWARD_STEP_DONE)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN,
                 _("The database does not hold the file %s. It may be in the database that the project came from."),
                 sha256);
  if (bytes == NULL)
    return NULL;
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (size != (gint64) g_bytes_get_size (bytes) || strcmp (found, sha256) != 0)
    return damaged (sha256, error);
  return g_steal_pointer (&bytes);
}

/* NULL without an error after the last one. (transfer full) */
static char *
find_next (StewardDatabase  *self,
           const char       *after,
           GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "files", "next", error);
  char *next = NULL;

  if (statement == NULL)
    return NULL;
  steward_statement_bind_text (statement, 1, after);
  if (steward_statement_step (statement, error) == STEWARD_STEP_ROW)
    next = g_strdup (steward_statement_get_text (statement, 0));
  steward_statement_reset (statement);
  return next;
}

gboolean
steward_verification_check_files (StewardVerification  *self,
                                  GError              **error)
{
  g_autofree char *last = g_strdup ("");
  g_autoptr(GError) wrong = NULL;

  for (;;)
    {
      g_autofree char *next = find_next (self->database, last, &wrong);
      g_autoptr(GBytes) bytes = next ? steward_database_read_file (self->database, next, &wrong) : NULL;

      if (wrong && !steward_verification_is_finding (self, &wrong))
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
      if (next == NULL)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      g_free (last);
      last = g_steal_pointer (&next);
    }
}
