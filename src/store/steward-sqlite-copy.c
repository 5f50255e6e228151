/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "steward-error.h"

#define PAGES_AT_ONCE 256
#define PATIENCE (8 * G_TIME_SPAN_SECOND)
#define MOST_FINDINGS 100

typedef struct
{
  StewardProgress  progress;
  gpointer         user_data;
  GCancellable    *cancellable;
} Watch;

/* What is in the rows of @sql becomes sentences by @describe. That reading
 * fails because of damage is a finding too. */
static gboolean
add_findings (StewardSqliteDriver  *self,
              const char           *sql,
              char               *(*describe) (sqlite3_stmt *row),
              GPtrArray            *findings,
              GError              **error)
{
  g_autoptr(GError) local_error = NULL;
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        {
          char *finding = describe (statement);

          if (finding != NULL)
            g_ptr_array_add (findings, finding);
        }
    }
  if (result != SQLITE_DONE)
    steward_sqlite_fail (self->handle, self->name, result, &local_error);
  sqlite3_finalize (statement);
  if (local_error == NULL)
    return TRUE;
  if (!g_error_matches (local_error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (local_error->message));
  return TRUE;
}

static char *
get_column (sqlite3_stmt *row,
            int           column)
{
  return g_utf8_make_valid ((const char *) sqlite3_column_text (row, column),
                            sqlite3_column_bytes (row, column));
}

static char *
describe_damage (sqlite3_stmt *row)
{
  g_autofree char *text = get_column (row, 0);

  return g_str_equal (text, "ok") ? NULL : g_strdup_printf (_("The database file is damaged: %s"), text);
}

static char *
describe_orphans (sqlite3_stmt *row)
{
  g_autofree char *table = get_column (row, 0);
  g_autofree char *parent = get_column (row, 1);
  int n = sqlite3_column_int (row, 2);

  return g_strdup_printf (ngettext ("%d row of the table “%s” belongs to one of “%s” that is not there.",
                                    "%d rows of the table “%s” belong to some of “%s” that are not there.", n),
                          n, table, parent);
}

gboolean
steward_sqlite_driver_check (StewardDriver  *driver,
                             GPtrArray      *findings,
                             GError        **error)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);

  return add_findings (self, "PRAGMA integrity_check (" G_STRINGIFY (MOST_FINDINGS) ")",
                       describe_damage, findings, error) &&
         add_findings (self, "SELECT \"table\", \"parent\", count(*) FROM pragma_foreign_key_check"
                             " GROUP BY 1, 2 LIMIT " G_STRINGIFY (MOST_FINDINGS),
                       describe_orphans, findings, error);
}

static int
copy_pages (sqlite3     *to,
            sqlite3     *from,
            const Watch *watch)
{
  sqlite3_backup *copy = sqlite3_backup_init (to, "main", from, "main");
  gint64 since = g_get_monotonic_time ();
  int result = copy != NULL ? SQLITE_OK : sqlite3_extended_errcode (to);

  while (result == SQLITE_OK)
    {
      if (g_cancellable_is_cancelled (watch->cancellable))
        {
          result = SQLITE_INTERRUPT;
          break;
        }
      result = sqlite3_backup_step (copy, PAGES_AT_ONCE);
      if (result == SQLITE_OK || result == SQLITE_DONE)
        {
          double total = MAX (sqlite3_backup_pagecount (copy), 1);

          since = g_get_monotonic_time ();
          if (watch->progress != NULL)
            watch->progress (1.0 - sqlite3_backup_remaining (copy) / total, watch->user_data);
        }
      else if (((result & 0xff) == SQLITE_BUSY || (result & 0xff) == SQLITE_LOCKED) &&
               g_get_monotonic_time () - since < PATIENCE)
        {
          g_usleep (2000);
          result = SQLITE_OK;
        }
    }
  if (copy != NULL)
    sqlite3_backup_finish (copy);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

void
steward_sqlite_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *side = g_strconcat (path, suffixes[i], NULL);

      g_unlink (side);
    }
}

gboolean
steward_sqlite_flush (const char  *path,
                      const char  *name,
                      GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int result = fd >= 0 ? fsync (fd) : -1;
  int number = errno;

  if (fd >= 0)
    close (fd);
  return result == 0 || steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, number, error);
}

/* The copy has no log beside it: it is one file that can be carried away. */
static gboolean
write_copy (StewardSqliteDriver  *self,
            const char           *path,
            const char           *name,
            const Watch          *watch,
            GError              **error)
{
  sqlite3 *copy = NULL;
  int result = sqlite3_open_v2 (path, &copy,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE, NULL);

  if (result == SQLITE_OK)
    result = copy_pages (copy, self->handle, watch);
  if (result == SQLITE_OK)
    result = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (result != SQLITE_OK)
    steward_sqlite_fail (copy, name, result, error);
  sqlite3_close (copy);
  return result == SQLITE_OK && steward_sqlite_flush (path, name, error);
}

gboolean
steward_sqlite_driver_copy_to (StewardDriver    *driver,
                               GFile            *target,
                               StewardProgress   progress,
                               gpointer          user_data,
                               GCancellable     *cancellable,
                               GError          **error)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);
  const Watch watch = { progress, user_data, cancellable };
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *name = g_file_get_parse_name (target);
  gint64 ignored;
  gboolean good;

  if (path == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("“%s” could not be written: %s"),
                   name, _("it is not on a disk of this computer."));
      return FALSE;
    }
  if (!steward_sqlite_create_file (path, name, error))
    return FALSE;

  /* One state of the database from the first page to the last, however much
   * others write meanwhile: without it the copy would begin again each time. */
  good = steward_sqlite_driver_query (self, "BEGIN", &ignored, error) &&
         steward_sqlite_driver_query (self, "SELECT count(*) FROM sqlite_schema", &ignored, error) &&
         write_copy (self, path, name, &watch, error);
  steward_driver_rollback (driver);
  if (!good)
    steward_sqlite_remove (path);
  return good;
}

gboolean
steward_sqlite_driver_copy_from (StewardDriver    *driver,
                                 GFile            *source,
                                 StewardProgress   progress,
                                 gpointer          user_data,
                                 GCancellable     *cancellable,
                                 GError          **error)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);
  const Watch watch = { progress, user_data, cancellable };
  g_autoptr(StewardSqliteDriver) from = steward_sqlite_driver_open (source, STEWARD_OPEN_READ_ONLY, G_MAXINT32, error);
  int result;

  if (from == NULL)
    return FALSE;

  /* Nothing may be half read of what is replaced. */
  g_hash_table_remove_all (self->statements);
  result = copy_pages (self->handle, from->handle, &watch);
  if (result != SQLITE_OK)
    return steward_sqlite_fail (self->handle, self->name, result, error);

  /* So that the next question, whether something changed, is answered yes. */
  self->data_version = 0;
  return TRUE;
}
