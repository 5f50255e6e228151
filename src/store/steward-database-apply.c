/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

/* A copy that may be adapted: the set is the caller's. */
static GPtrArray *
copy_changes (GPtrArray *changes)
{
  GPtrArray *copy = g_ptr_array_new_full (changes->len, (GDestroyNotify) steward_piece_change_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = changes->pdata[i];

      g_ptr_array_add (copy, steward_piece_change_new (change->kind, change->key, change->before, change->after));
    }
  return copy;
}

typedef struct
{
  GPtrArray *sets;
  gint64     sequence;
} ApplyJob;

static gboolean
write_sets (StewardDatabase  *self,
            gpointer          data,
            GError          **error)
{
  ApplyJob *job = data;

  for (guint i = 0; i < job->sets->len; i++)
    {
      const StewardChangeSet *set = job->sets->pdata[i];
      g_autoptr(StewardLogEntry) entry = g_new0 (StewardLogEntry, 1);
      g_autoptr(GPtrArray) changes = copy_changes (set->changes);

      entry->project = g_strdup (set->project);
      entry->actor = g_strdup (set->actor);
      entry->label = g_strdup (set->label);
      if (!steward_database_write_change (self, entry, changes, set->base, error))
        return FALSE;
      job->sequence = entry->sequence;
    }
  return TRUE;
}

gint64
steward_database_apply_all (StewardDatabase  *self,
                            GPtrArray        *sets,
                            GError          **error)
{
  ApplyJob job = { sets, 0 };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), 0);
  g_return_val_if_fail (sets != NULL && sets->len > 0, 0);
  for (guint i = 0; i < sets->len; i++)
    g_return_val_if_fail (((StewardChangeSet *) sets->pdata[i])->changes->len > 0, 0);

  return steward_database_transact (self, write_sets, &job, error) ? job.sequence : 0;
}

gint64
steward_database_apply (StewardDatabase         *self,
                        const StewardChangeSet  *set,
                        GError                 **error)
{
  g_autoptr(GPtrArray) sets = NULL;

  g_return_val_if_fail (set != NULL, 0);

  sets = g_ptr_array_new ();
  g_ptr_array_add (sets, (gpointer) set);
  return steward_database_apply_all (self, sets, error);
}
