/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-parts-private.h"

#include "steward-pack-version.h"

G_DEFINE_FINAL_TYPE (StewardDatabase, steward_database, G_TYPE_OBJECT)

static void
steward_database_finalize (GObject *object)
{
  StewardDatabase *self = STEWARD_DATABASE (object);

  steward_database_forget_kept (self);
  g_hash_table_unref (self->packs);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_free (self->fingerprint);
  g_free (self->years);
  g_free (self->calendar_problem);
  g_clear_object (&self->driver);
  g_clear_pointer (&self->statements, steward_statements_free);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (steward_database_parent_class)->finalize (object);
}

static void
steward_database_class_init (StewardDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_database_finalize;
}

static void
steward_database_init (StewardDatabase *self)
{
  self->packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) steward_pack_unref);
  g_queue_init (&self->kept);
}

GFile *
steward_database_get_default_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "steward", "steward.db", NULL);
}

StewardDatabase *
steward_database_open (GFile            *file,
                       StewardOpenMode   mode,
                       GError          **error)
{
  g_autoptr(StewardDriver) driver = NULL;
  StewardDatabase *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  driver = steward_database_open_driver (file, mode, error);
  if (driver == NULL)
    return NULL;
  self = g_object_new (STEWARD_TYPE_DATABASE, NULL);
  self->file = g_object_ref (file);
  self->driver = g_steal_pointer (&driver);
  self->statements = steward_statements_new ();
  return self;
}

GFile *
steward_database_get_file (StewardDatabase *self)
{
  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  return self->file;
}

StewardDriver *
steward_database_get_driver (StewardDatabase *self)
{
  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);

  return self->driver;
}

StewardStatement *
steward_database_prepare (StewardDatabase  *self,
                          const char       *table,
                          const char       *name,
                          GError          **error)
{
  return steward_driver_prepare (self->driver, steward_statements_get (self->statements, table, name), error);
}

gboolean
steward_database_transact (StewardDatabase     *self,
                           StewardTransaction   func,
                           gpointer             data,
                           GError             **error)
{
  if (!steward_driver_begin (self->driver, error))
    return FALSE;
  if (func (self, data, error) && steward_driver_commit (self->driver, error))
    return TRUE;
  steward_driver_rollback (self->driver);
  return FALSE;
}

/* A pack is read once, so that loading many projects does not read it over
 * and over. Whoever asks for a version that is not at hand gets the newest one,
 * each time the same. */
StewardPack *
steward_database_load_pack (StewardDatabase  *self,
                            const char       *id,
                            const char       *sha256,
                            GError          **error)
{
  g_autofree char *key = g_strconcat (id, " ", sha256, NULL);
  StewardPack *pack = g_hash_table_lookup (self->packs, key);

  if (pack == NULL)
    {
      pack = steward_pack_library_load_version (id, sha256, NULL, error);
      if (pack == NULL)
        return NULL;
      g_hash_table_insert (self->packs, g_steal_pointer (&key), pack);
    }
  return steward_pack_ref (pack);
}

void
steward_database_take_pack (StewardDatabase *self,
                            StewardPack     *pack)
{
  char *key = g_strconcat (steward_pack_get_id (pack), " ", steward_pack_get_sha256 (pack), NULL);

  g_hash_table_insert (self->packs, key, steward_pack_ref (pack));
}

static gboolean
read_setting (StewardDatabase  *self,
              const char       *key,
              char            **value,
              GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "settings", "get", error);
  StewardStep step;

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, key);
  step = steward_statement_step (statement, error);
  if (step == STEWARD_STEP_ROW)
    *value = g_strdup (steward_statement_get_text (statement, 0));
  else if (step == STEWARD_STEP_DONE)
    *value = g_strdup ("");
  steward_statement_reset (statement);
  return step != STEWARD_STEP_FAILED;
}

char *
steward_database_get_setting (StewardDatabase  *self,
                              const char       *key,
                              GError          **error)
{
  char *value = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return read_setting (self, key, &value, error) ? value : NULL;
}

gboolean
steward_database_write_setting (StewardDatabase  *self,
                                const char       *key,
                                const char       *value,
                                GError          **error)
{
  StewardStatement *statement = steward_database_prepare (self, "settings", "set", error);

  if (statement == NULL)
    return FALSE;
  steward_statement_bind_text (statement, 1, key);
  steward_statement_bind_text (statement, 2, value);
  return steward_statement_run (statement, error);
}

static gboolean
write_setting (StewardDatabase  *self,
               gpointer          data,
               GError          **error)
{
  const char * const *setting = data;

  return steward_database_write_setting (self, setting[0], setting[1], error);
}

gboolean
steward_database_set_setting (StewardDatabase  *self,
                              const char       *key,
                              const char       *value,
                              GError          **error)
{
  const char *setting[] = { key, value };

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), FALSE);
  g_return_val_if_fail (key != NULL && value != NULL, FALSE);

  return steward_database_transact (self, write_setting, setting, error);
}
