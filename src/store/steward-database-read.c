/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

void
steward_stored_clear (StewardStored *self)
{
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->record, g_variant_unref);
}

static void
fill_stored (StewardStored    *stored,
             StewardStatement *statement)
{
  const char *parts[4];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    parts[i] = steward_statement_get_text (statement, 2 + i);
  stored->number = steward_statement_get_integer (statement, 0);
  stored->version = steward_statement_get_integer (statement, 1);
  stored->record = g_variant_ref_sink (g_variant_new ("(ssss)", parts[0], parts[1], parts[2], parts[3]));
  stored->hash = g_strdup (steward_statement_get_text (statement, 6));
}

gboolean
steward_database_find_stored (StewardDatabase  *self,
                              const char       *id,
                              StewardStored    *stored,
                              GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "projects", "find", error);
  StewardStep step;

  *stored = (StewardStored) { 0 };
  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, id);
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    fill_stored (stored, statement);
  steward_statement_reset (statement);
  return step != STEWARD_STEP_FAILED;
}

static gboolean
read_kind (StewardDatabase   *self,
           gint64             number,
           StewardPieceKind   kind,
           StewardProject    *project,
           GError           **error)
{
  g_autoptr(GPtrArray) pieces = steward_database_read_pieces (self, number, kind, error);

  for (guint i = 0; pieces && i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      if (!steward_project_set_piece (project, kind, piece->key, piece->value, error))
        return FALSE;
    }
  return pieces != NULL;
}

StewardProject *
steward_database_read_project (StewardDatabase      *self,
                               const char           *id,
                               const StewardStored  *stored,
                               GError              **error)
{
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(StewardPack) pack = NULL;
  const char *pack_id, *sha256, *word;
  StewardState state;

  g_variant_get (stored->record, "(&s&s&s&s)", &pack_id, NULL, &sha256, &word);
  pack = steward_database_load_pack (self, pack_id, sha256, error);
  if (pack == NULL)
    return NULL;
  project = steward_project_new (pack);
  if (!steward_project_set_id (project, id) || !steward_state_from_word (word, &state))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT,
                   _("The table “%s” holds a value for “%s” that this program never wrote."), "projects", id);
      return NULL;
    }
  steward_project_set_state (project, state);
  for (StewardPieceKind kind = STEWARD_PIECE_RECORD + 1; kind < STEWARD_N_PIECES; kind++)
    if (!read_kind (self, stored->number, kind, project, error))
      return NULL;
  return g_steal_pointer (&project);
}

static StewardProject *
find_project (StewardDatabase  *self,
              const char       *id,
              gint64           *version,
              GError          **error)
{
  g_auto(StewardStored) stored = { 0 };

  if (!steward_database_find_stored (self, id, &stored, error))
    return NULL;
  if (stored.number == 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no project “%s” in the database."), id);
      return NULL;
    }
  if (version)
    *version = stored.version;
  return steward_database_read_project (self, id, &stored, error);
}

/* All its tables as they are at one moment. */
StewardProject *
steward_database_load_project (StewardDatabase  *self,
                               const char       *id,
                               gint64           *version,
                               GError          **error)
{
  StewardProject *project;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!steward_driver_begin_reading (self->driver, error))
    return NULL;
  project = find_project (self, id, version, error);
  steward_driver_rollback (self->driver);
  return project;
}

gint64
steward_database_get_version (StewardDatabase  *self,
                              const char       *id,
                              GError          **error)
{
  g_auto(StewardStored) stored = { 0 };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  return steward_database_find_stored (self, id, &stored, error) ? stored.version : -1;
}
