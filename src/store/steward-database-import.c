/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

typedef struct
{
  StewardProject *project;
  const char     *id;
  const char     *actor;
  const char     *label;
  gint64          version;
} ImportJob;

/* @value with another position, its first member. (transfer full) */
static GVariant *
move (GVariant *value,
      guint32   position)
{
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (g_variant_get_type (value));

  g_variant_builder_add (&builder, "u", position);
  for (gsize i = 1; i < g_variant_n_children (value); i++)
    {
      g_autoptr(GVariant) member = g_variant_get_child_value (value, i);

      g_variant_builder_add_value (&builder, member);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* What was taken out leaves gaps between the positions in the store, while a
 * file counts them anew: the same order is no difference. Gives the pieces of
 * @kind the stored positions of their keys, and new ones the next; a
 * piece that stands elsewhere in the store follows the one before it. */
static void
fit_positions (StewardProject   *now,
               GPtrArray        *pieces,
               StewardPieceKind  kind)
{
  guint32 last = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      StewardPiece *piece = pieces->pdata[i];
      g_autoptr(GVariant) stored = NULL;
      GVariant *moved;
      guint32 position = last + 1;

      if (piece->kind != kind)
        continue;
      stored = steward_project_get_piece (now, kind, piece->key);
      if (stored)
        g_variant_get_child (stored, 0, "u", &position);
      if (position <= last)
        position = last + 1;
      moved = move (piece->value, position);
      g_variant_unref (piece->value);
      piece->value = moved;
      last = position;
    }
}

/* The project that is imported, as it would stand in the store. NULL with an
 * error. (transfer full) */
static StewardProject *
fit_to_stored (StewardProject  *project,
               StewardProject  *now,
               GError         **error)
{
  g_autoptr(StewardProject) fitted = steward_project_new (steward_project_get_pack (project));
  g_autoptr(GPtrArray) pieces = steward_project_list_pieces (project);

  fit_positions (now, pieces, STEWARD_PIECE_ROW);
  fit_positions (now, pieces, STEWARD_PIECE_CASE);
  fit_positions (now, pieces, STEWARD_PIECE_CLOSING);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      if (!steward_project_set_piece (fitted, piece->kind, piece->key, piece->value, error))
        return NULL;
    }
  if (!steward_database_keep_editions (now, fitted, error))
    return NULL;
  return g_steal_pointer (&fitted);
}

/* What makes the stored project equal to the one that is imported. NULL with
 * an error. (transfer full) */
static StewardChangeSet *
compare_with_stored (StewardDatabase      *self,
                     const ImportJob      *job,
                     const StewardStored  *stored,
                     GError              **error)
{
  g_autoptr(StewardProject) now = NULL, wanted = NULL;
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
  wanted = fit_to_stored (job->project, now, error);
  if (wanted == NULL)
    return NULL;
  compared = steward_change_set_compare (now, wanted, job->actor, job->label, stored->version);
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

  /* The project may have been read with a pack newer than the one at hand. */
  steward_database_take_pack (self, steward_project_get_pack (job->project));
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
