/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

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

typedef struct
{
  StewardProject *project;
  const char     *id;
  const char     *actor;
  const char     *label;
  gint64          version;
} ImportJob;

/* The project may have been read with a pack newer than the one at hand. */
static void
take_pack (StewardDatabase *self,
           StewardPack     *pack)
{
  StewardPack *known = g_hash_table_lookup (self->packs, steward_pack_get_id (pack));

  if (known && strcmp (steward_pack_get_sha256 (known), steward_pack_get_sha256 (pack)) == 0)
    return;
  g_hash_table_insert (self->packs, g_strdup (steward_pack_get_id (pack)), steward_pack_ref (pack));
  steward_database_forget_kept (self);
}

/* What makes the stored project equal to the one that is imported. NULL with
 * an error. (transfer full) */
static StewardChangeSet *
compare_with_stored (StewardDatabase      *self,
                     const ImportJob      *job,
                     const StewardStored  *stored,
                     GError              **error)
{
  g_autoptr(StewardProject) now = NULL;
  g_autoptr(GVariant) record = steward_project_get_piece (job->project, STEWARD_PIECE_RECORD, "");
  g_autoptr(StewardChangeSet) compared = NULL, set = NULL;
  const char *theirs, *ours = steward_pack_get_id (steward_project_get_pack (job->project));

  g_variant_get_child (stored->record, 0, "&s", &theirs);
  if (strcmp (theirs, ours) != 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("The file holds a project that is stored with the pack “%s”, but the file names “%s”. "
                     "Import it as a new project instead."), theirs, ours);
      return NULL;
    }
  now = steward_database_read_project (self, job->id, stored, error);
  if (now == NULL)
    return NULL;
  compared = steward_change_set_compare (now, job->project, job->actor, job->label, stored->version);
  set = steward_change_set_new (job->id, job->actor, job->label, stored->version);
  steward_change_set_add (set, STEWARD_PIECE_RECORD, "", stored->record, record);
  for (guint i = 0; i < compared->changes->len; i++)
    {
      const StewardPieceChange *change = compared->changes->pdata[i];

      if (change->kind != STEWARD_PIECE_RECORD)
        steward_change_set_add (set, change->kind, change->key, change->before, change->after);
    }
  return g_steal_pointer (&set);
}

static char *
get_import_label (const ImportJob *job)
{
  const char *name = steward_project_get_fact (job->project, STEWARD_FACT_NAME);

  return job->label ? g_strdup (job->label) : g_strdup_printf (_("Import %s"), name);
}

static gboolean
write_import (StewardDatabase  *self,
              gpointer          data,
              GError          **error)
{
  ImportJob *job = data;
  g_auto(StewardStored) stored = { 0 };
  g_autoptr(StewardChangeSet) set = NULL;
  g_autoptr(StewardLogEntry) entry = NULL;

  take_pack (self, steward_project_get_pack (job->project));
  if (!steward_database_find_stored (self, job->id, &stored, error))
    return FALSE;
  if (stored.number)
    set = compare_with_stored (self, job, &stored, error);
  else
    set = steward_change_set_create (job->project, job->actor, job->label);
  if (set == NULL)
    return FALSE;
  job->version = stored.version;
  if (set->changes->len == 0)
    return TRUE;

  entry = g_new0 (StewardLogEntry, 1);
  entry->project = g_strdup (job->id);
  entry->actor = g_strdup (set->actor);
  entry->label = get_import_label (job);
  if (!steward_database_write_change (self, entry, set->changes, stored.version, error))
    return FALSE;
  job->version = entry->sequence;
  return TRUE;
}

gint64
steward_database_import (StewardDatabase  *self,
                         StewardProject   *project,
                         gboolean          as_new,
                         const char       *actor,
                         const char       *label,
                         GError          **error)
{
  g_autofree char *id = NULL;
  ImportJob job = { project, NULL, actor, label, 0 };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), 0);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), 0);

  id = g_strdup (steward_project_get_id (project));
  if (as_new || *id == '\0')
    {
      g_free (id);
      id = g_uuid_string_random ();
    }
  job.id = id;
  if (!steward_database_transact (self, write_import, &job, error))
    return 0;
  steward_project_set_id (project, id);
  return job.version;
}
