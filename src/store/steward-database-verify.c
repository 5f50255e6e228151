/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-verification-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "steward-error.h"

/* Log entries read at a time, so that nobody else waits for the end. */
#define PAGE 500

/* A ruined database is told by its first findings; nobody reads the rest. */
#define MAX_FINDINGS 200

/* How the time goes, roughly: the file, the chain, the tables. */
#define SHARE_OF_CHECK 0.1
#define SHARE_OF_CHAIN 0.3

void
steward_verification_add (StewardVerification *self,
                          const char          *format,
                          ...)
{
  va_list args;

  self->n_findings++;
  if (self->n_findings == MAX_FINDINGS + 1)
    g_ptr_array_add (self->findings, g_strdup (_("There are more findings.")));
  if (self->n_findings > MAX_FINDINGS)
    return;
  va_start (args, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, args));
  va_end (args);
}

gboolean
steward_verification_is_finding (StewardVerification  *self,
                                 GError              **error)
{
  if (!g_error_matches (*error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT))
    return FALSE;
  steward_verification_add (self, "%s", (*error)->message);
  g_clear_error (error);
  return TRUE;
}

gboolean
steward_verification_go_on (StewardVerification  *self,
                            double                share,
                            GError              **error)
{
  if (self->progress)
    self->progress (share, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

typedef struct
{
  gint64  sequence;
  char   *at;
  char   *hash;
} Link;

static void
link_clear (Link *link)
{
  g_free (link->at);
  g_free (link->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Link, link_clear)

/* FALSE when @entry does not follow @link: the chain says nothing about what
 * comes after that. */
static gboolean
follow (StewardVerification   *self,
        Link                  *link,
        const StewardLogEntry *entry)
{
  g_autofree char *hash = steward_log_entry_compute_hash (entry, link->hash);
  g_autoptr(GPtrArray) changes = NULL;

  link->sequence++;
  if (entry->sequence != link->sequence)
    steward_verification_add (self, _("Log entry %" PRId64 " is missing."), link->sequence);
  else if (strcmp (entry->hash, hash) != 0)
    steward_verification_add (self, _("Log entry %" PRId64 " is not as it was written: "
                                      "it does not fit its hash and the entry before."), entry->sequence);
  else if (strcmp (entry->at, link->at) < 0)
    steward_verification_add (self, _("Log entry %" PRId64 " is earlier than the one before it."),
                              entry->sequence);
  else if ((changes = steward_changes_from_text (entry->changes, NULL)) == NULL)
    steward_verification_add (self, _("Log entry %" PRId64 " holds changes that cannot be read."),
                              entry->sequence);
  if (changes == NULL)
    return FALSE;
  g_free (link->at);
  g_free (link->hash);
  link->at = g_strdup (entry->at);
  link->hash = g_strdup (entry->hash);
  return TRUE;
}

/* Takes @wrong. */
static gboolean
is_unreadable (StewardVerification  *self,
               gint64                sequence,
               GError               *wrong,
               GError              **error)
{
  if (!g_error_matches (wrong, STEWARD_ERROR, STEWARD_ERROR_CORRUPT))
    {
      g_propagate_error (error, wrong);
      return FALSE;
    }
  steward_verification_add (self, _("Log entry %" PRId64 " cannot be read: %s"), sequence, wrong->message);
  g_error_free (wrong);
  return TRUE;
}

static gboolean
check_chain (StewardVerification  *self,
             GError              **error)
{
  g_auto(Link) link = { 0, g_strdup (""), g_strdup (STEWARD_LOG_FIRST_HASH) };
  int size = PAGE;

  while (link.sequence < self->last)
    {
      g_autoptr(GError) wrong = NULL;
      g_autoptr(GPtrArray) page = steward_database_read_log (self->database, NULL, link.sequence, size, &wrong);

      /* Which one it was is found by reading them one by one. */
      if (size > 1 && g_error_matches (wrong, STEWARD_ERROR, STEWARD_ERROR_CORRUPT))
        {
          size = 1;
          continue;
        }
      if (page == NULL)
        return is_unreadable (self, link.sequence + 1, g_steal_pointer (&wrong), error);
      if (page->len == 0)
        {
          steward_verification_add (self, _("Log entry %" PRId64 " is missing."), link.sequence + 1);
          return TRUE;
        }
      for (guint i = 0; i < page->len; i++)
        if (!follow (self, &link, page->pdata[i]))
          return TRUE;
      if (!steward_verification_go_on (self, SHARE_OF_CHECK + SHARE_OF_CHAIN * link.sequence / self->last, error))
        return FALSE;
    }
  return TRUE;
}

/* The last entry that there has to be: the log may have been cut off. */
static gboolean
find_last (StewardVerification  *self,
           GError              **error)
{
  StewardStatement *statement = steward_database_prepare (self->database, "projects", "last", error);
  gint64 version = 0, sequence;
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    version = steward_statement_get_integer (statement, 0);
  steward_statement_reset (statement);
  if (step == STEWARD_STEP_FAILED)
    return FALSE;
  sequence = steward_database_get_sequence (self->database, error);
  self->last = MAX (version, sequence);
  return sequence >= 0;
}

/* The project after @after in one of the two tables that name projects. */
static gboolean
find_next (StewardVerification  *self,
           const char           *table,
           const char           *name,
           const char           *after,
           char                **next,
           GError              **error)
{
  StewardStatement *statement = steward_database_prepare (self->database, table, name, error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, after);
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    {
      const char *id = steward_statement_get_text (statement, 0);

      if (*next == NULL || strcmp (id, *next) < 0)
        {
          g_free (*next);
          *next = g_strdup (id);
        }
    }
  steward_statement_reset (statement);
  return step != STEWARD_STEP_FAILED;
}

static gboolean
check_projects (StewardVerification  *self,
                GError              **error)
{
  g_autofree char *id = g_strdup ("");
  const double before = SHARE_OF_CHECK + SHARE_OF_CHAIN;

  for (;;)
    {
      g_autofree char *next = NULL;
      double share;

      if (!find_next (self, "projects", "next", id, &next, error) ||
          !find_next (self, "log", "next-project", id, &next, error))
        return FALSE;
      if (next == NULL)
        return TRUE;
      if (!steward_verification_check_project (self, next, error))
        return FALSE;
      g_free (id);
      id = g_steal_pointer (&next);
      share = before + (1 - before) * MIN (self->n_read, self->last) / MAX (self->last, 1);
      if (!steward_verification_go_on (self, share, error))
        return FALSE;
    }
}

/* A damaged page ends a part of the work, not all of it. */
static gboolean
run (StewardVerification  *self,
     gboolean            (*part) (StewardVerification *, GError **),
     GError              **error)
{
  g_autoptr(GError) wrong = NULL;

  if (part (self, &wrong) || steward_verification_is_finding (self, &wrong))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static gboolean
check_calendar (StewardVerification  *self,
                GError              **error)
{
  const char *problem = steward_database_get_calendar_problem (self->database);

  if (problem)
    steward_verification_add (self, "%s", problem);
  return TRUE;
}

gboolean
steward_database_verify (StewardDatabase  *self,
                         GPtrArray        *findings,
                         StewardProgress   progress,
                         gpointer          user_data,
                         GCancellable     *cancellable,
                         GError          **error)
{
  StewardVerification verification = {
    .database = self,
    .findings = findings,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };
  gboolean done;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  steward_driver_set_cancellable (self->driver, cancellable);
  done = steward_verification_go_on (&verification, 0.0, error) &&
         steward_driver_check (self->driver, findings, error) &&
         steward_verification_go_on (&verification, SHARE_OF_CHECK, error) &&
         run (&verification, find_last, error) &&
         run (&verification, check_chain, error) &&
         run (&verification, check_projects, error) &&
         run (&verification, steward_verification_check_files, error) &&
         run (&verification, check_calendar, error) &&
         steward_verification_go_on (&verification, 1.0, error);
  steward_driver_set_cancellable (self->driver, NULL);
  return done;
}
