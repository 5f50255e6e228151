/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-listing-private.h"

#include "steward-error.h"

typedef struct
{
  StewardDay  today;
  int         max;
  GPtrArray  *ids;      /* of projects whose digest does not hold */
} Refresh;

/* Adds what the statement @name finds for @value, as far as there is room. */
static gboolean
list_ids (StewardDatabase  *self,
          Refresh          *refresh,
          const char       *name,
          const char       *value,
          GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "digests", name, error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, value);
  steward_statement_bind_integer (statement, 2, refresh->max - (int) refresh->ids->len);
  while ((step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    g_ptr_array_add (refresh->ids, g_strdup (steward_statement_get_text (statement, 0)));
  steward_statement_reset (statement);
  return step == STEWARD_STEP_DONE;
}

/* A project that cannot be read keeps the digest it has, marked as done: one
 * damaged project must not hold up all others. Opening it says what is wrong. */
static gboolean
pass_over (StewardDatabase  *self,
           gint64            number,
           GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "digests", "pass_over", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_integer (statement, 1, number);
  steward_statement_bind_text (statement, 2, self->fingerprint);
  return steward_statement_run (statement, error);
}

static gboolean
refresh_project (StewardDatabase  *self,
                 const char       *id,
                 StewardDay        today,
                 GError          **error)
{
  g_auto(StewardStored) stored = { 0 };
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GError) wrong = NULL;

  if (!steward_database_find_stored (self, id, &stored, error))
    return FALSE;
  project = steward_database_read_project (self, id, &stored, &wrong);
  if (project != NULL)
    return steward_database_write_digest (self, stored.number, project, today, error);
  if (g_error_matches (wrong, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (wrong, STEWARD_ERROR, STEWARD_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  return pass_over (self, stored.number, error);
}

/* So that rolls are made anew although no project was changed. */
static gboolean
count_refresh (StewardDatabase  *self,
               GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "settings", "count", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, "refreshed");
  return steward_statement_run (statement, error);
}

/* A digest that expired and was made with another calendar is found twice, and
 * is refreshed twice. Another calendar is asked for as two ranges, since
 * "different" follows no index. */
static gboolean
list_all (StewardDatabase  *self,
          Refresh          *refresh,
          GError          **error)
{
  g_autofree char *day = steward_day_format (refresh->today);

  return steward_database_sync_calendar (self, error)
         && list_ids (self, refresh, "expired", day, error)
         && list_ids (self, refresh, "calendar_before", self->fingerprint, error)
         && list_ids (self, refresh, "calendar_after", self->fingerprint, error);
}

/* What was listed before the transaction may have been refreshed by another
 * process meanwhile, so it is listed again inside it. */
static gboolean
refresh_all (StewardDatabase  *self,
             gpointer          data,
             GError          **error)
{
  Refresh *refresh = data;

  g_ptr_array_set_size (refresh->ids, 0);
  if (!list_all (self, refresh, error))
    return FALSE;
  for (guint i = 0; i < refresh->ids->len; i++)
    if (!refresh_project (self, refresh->ids->pdata[i], refresh->today, error))
      return FALSE;
  return count_refresh (self, error);
}

int
steward_database_refresh (StewardDatabase  *self,
                          StewardDay        today,
                          int               max,
                          GError          **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Refresh refresh = { today, max, ids };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), -1);
  g_return_val_if_fail (max > 0, -1);
  g_return_val_if_fail (error == NULL || *error == NULL, -1);

  if (!list_all (self, &refresh, error))
    return -1;
  if (ids->len == 0)
    return 0;
  if (!steward_database_transact (self, refresh_all, &refresh, error))
    return -1;
  return (int) ids->len;
}
