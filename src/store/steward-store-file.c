/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-store.h"

/* The calls of a store that concern the files of documents. */

static gpointer
put_func (StewardDatabase  *database,
          gpointer          data,
          GCancellable     *cancellable,
          GError          **error)
{
  return steward_database_put_file (database, data, error);
}

void
steward_store_put_file_async (StewardStore        *self,
                              GBytes              *bytes,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (STEWARD_IS_STORE (self));
  g_return_if_fail (bytes != NULL);

  steward_store_run_async (self, STEWARD_STORE_WRITE, put_func, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref,
                           g_free, cancellable, callback, user_data);
}

char *
steward_store_put_file_finish (StewardStore  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return steward_store_run_finish (self, result, error);
}

static gpointer
get_func (StewardDatabase  *database,
          gpointer          data,
          GCancellable     *cancellable,
          GError          **error)
{
  return steward_database_read_file (database, data, error);
}

void
steward_store_get_file_async (StewardStore        *self,
                              const char          *sha256,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (STEWARD_IS_STORE (self));
  g_return_if_fail (sha256 != NULL);

  steward_store_run_async (self, STEWARD_STORE_READ, get_func, g_strdup (sha256), g_free,
                           (GDestroyNotify) g_bytes_unref, cancellable, callback, user_data);
}

GBytes *
steward_store_get_file_finish (StewardStore  *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return steward_store_run_finish (self, result, error);
}
