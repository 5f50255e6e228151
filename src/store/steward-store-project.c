/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-store.h"

#include <string.h>

/* The calls of a store that concern one project, put together from the work
 * that its workers run. */

static gint64 *
number_new (gint64 value)
{
  gint64 *number = g_new (gint64, 1);

  *number = value;

  return number;
}

static gpointer
apply_func (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  gint64 version = steward_database_apply (database, data, error);

  return version > 0 ? number_new (version) : NULL;
}

void
steward_store_apply_async (StewardStore        *self,
                           StewardChangeSet    *set,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (STEWARD_IS_STORE (self));
  g_return_if_fail (set != NULL);

  steward_store_run_async (self, STEWARD_STORE_WRITE, apply_func,
                           set, (GDestroyNotify) steward_change_set_free, g_free,
                           NULL, callback, user_data);
}

gint64
steward_store_apply_finish (StewardStore  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_autofree gint64 *version = steward_store_run_finish (self, result, error);

  return version != NULL ? *version : 0;
}

typedef struct
{
  StewardProject *project;
  gint64          version;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->project);
  g_free (loaded);
}

static gpointer
load_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  gint64 version = 0;
  StewardProject *project = steward_database_load_project (database, data, &version, error);
  Loaded *loaded;

  if (project == NULL)
    return NULL;

  loaded = g_new0 (Loaded, 1);
  loaded->project = project;
  loaded->version = version;

  return loaded;
}

void
steward_store_load_async (StewardStore        *self,
                          const char          *project,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (STEWARD_IS_STORE (self));
  g_return_if_fail (project != NULL);

  steward_store_run_async (self, STEWARD_STORE_READ, load_func, g_strdup (project), g_free, loaded_free,
                           cancellable, callback, user_data);
}

StewardProject *
steward_store_load_finish (StewardStore  *self,
                           GAsyncResult  *result,
                           gint64        *version,
                           GError       **error)
{
  Loaded *loaded = steward_store_run_finish (self, result, error);
  StewardProject *project;

  if (loaded == NULL)
    return NULL;

  if (version != NULL)
    *version = loaded->version;
  project = g_steal_pointer (&loaded->project);
  loaded_free (loaded);

  return project;
}

typedef struct
{
  char     *project;
  char     *actor;
  gboolean  redo;
} UndoData;

static void
undo_data_free (gpointer data)
{
  UndoData *undo = data;

  g_free (undo->project);
  g_free (undo->actor);
  g_free (undo);
}

static gpointer
undo_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  const UndoData *undo = data;

  return steward_database_undo (database, undo->project, undo->redo, undo->actor, error);
}

void
steward_store_undo_async (StewardStore        *self,
                          const char          *project,
                          gboolean             redo,
                          const char          *actor,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  UndoData *undo;

  g_return_if_fail (STEWARD_IS_STORE (self));
  g_return_if_fail (actor != NULL);

  undo = g_new0 (UndoData, 1);
  undo->project = g_strdup (project);
  undo->actor = g_strdup (actor);
  undo->redo = redo;
  steward_store_run_async (self, STEWARD_STORE_WRITE, undo_func, undo, undo_data_free,
                           (GDestroyNotify) steward_log_entry_free, NULL, callback, user_data);
}

StewardLogEntry *
steward_store_undo_finish (StewardStore  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return steward_store_run_finish (self, result, error);
}
