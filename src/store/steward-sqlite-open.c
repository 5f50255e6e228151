/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "steward-error.h"

#define HEADER_SIZE 100
#define OPERATIONS_BETWEEN_CHECKS 2000
#define MAGIC "SQLite format 3"        /* with its NUL */
#define VERSION_OFFSET 60
#define APPLICATION_OFFSET 68

/* What a connection may do, each read back. Views and triggers are no part of
 * the layout: one that is there is a stranger's and is never run. */
static const struct { int option; int value; } switches[] = {
  { SQLITE_DBCONFIG_DEFENSIVE,             1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA,        0 },
  { SQLITE_DBCONFIG_WRITABLE_SCHEMA,       0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY,           1 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER,        0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW,           0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_DQS_DML,               0 },
  { SQLITE_DBCONFIG_DQS_DDL,               0 },
};

/* Far above what the store writes, far below what could hurt. */
static const struct { int limit; int value; } limits[] = {
  { SQLITE_LIMIT_LENGTH,              65 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH,          256 * 1024 },
  { SQLITE_LIMIT_COLUMN,              200 },
  { SQLITE_LIMIT_EXPR_DEPTH,          200 },
  { SQLITE_LIMIT_COMPOUND_SELECT,     32 },
  { SQLITE_LIMIT_VDBE_OP,             1000000 },
  { SQLITE_LIMIT_FUNCTION_ARG,        32 },
  { SQLITE_LIMIT_ATTACHED,            0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 4096 },
  { SQLITE_LIMIT_VARIABLE_NUMBER,     999 },
  { SQLITE_LIMIT_TRIGGER_DEPTH,       1 },
  { SQLITE_LIMIT_WORKER_THREADS,      0 },
};

typedef struct
{
  const char *set;
  const char *get;
  gint64      value;
} Pragma;

/* Temporary results stay in memory, where no full disk and no other user of
 * the computer can reach them. */
static const Pragma pragmas[] = {
  { "PRAGMA mmap_size = 0",         "PRAGMA mmap_size",       0 },
  { "PRAGMA cell_size_check = ON",  "PRAGMA cell_size_check", 1 },
  { "PRAGMA temp_store = MEMORY",   "PRAGMA temp_store",      2 },
  { "PRAGMA foreign_keys = ON",     "PRAGMA foreign_keys",    1 },
  { "PRAGMA synchronous = FULL",    "PRAGMA synchronous",     2 },
};

gboolean
steward_sqlite_create_file (const char  *path,
                            const char  *name,
                            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, errno, error);
  fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, errno, error);
  close (fd);
  return TRUE;
}

/* SQLite would block on a pipe, and open a file that it may not write for
 * reading only, so this is asked first. */
static gboolean
check_file (const char       *path,
            const char       *name,
            StewardOpenMode   mode,
            GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;

  if (g_stat (path, &info) != 0)
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_READ, errno, error);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ,
                   _("“%s” could not be read: %s"), name, _("it is not a regular file."));
      return FALSE;
    }
  /* To SQLite a file of one byte is an empty one. */
  if (info.st_size > 0 && info.st_size < HEADER_SIZE)
    return steward_sqlite_fail_as_foreign (name, error);
  if (g_access (path, R_OK) != 0)
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_READ, errno, error);
  if (mode != STEWARD_OPEN_READ_ONLY && (g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0))
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, errno, error);
  return TRUE;
}

static gboolean
has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

/* A reader that can write the folder opens as a writer that writes nothing:
 * only so can it tidy up the side files it had to make. Where it cannot, and
 * there is no log to be read with it, the file is taken as one that nobody
 * changes. */
static int
open_handle (StewardSqliteDriver *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *address = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;

  if (!self->is_read_only || (g_access (self->path, W_OK) == 0 && g_access (folder, W_OK) == 0))
    return sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_READWRITE, NULL);
  if (has_wal (self->path))
    return sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_READONLY, NULL);

  address = g_filename_to_uri (self->path, NULL, NULL);
  g_return_val_if_fail (address != NULL, SQLITE_CANTOPEN);
  g_clear_pointer (&folder, g_free);
  folder = g_strconcat (address, "?immutable=1", NULL);
  return sqlite3_open_v2 (folder, &self->handle, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

static guint32
read_number (const guint8 *header,
             gsize         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* Looks at the file before SQLite does. It has to be read through the handle:
 * opening and closing the file once more would drop the locks that this
 * process holds on it. */
static gboolean
check_header (StewardSqliteDriver  *self,
              int                   newest,
              GError              **error)
{
  guint8 header[HEADER_SIZE] = { 0, };
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  guint32 application;
  int result = sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (result == SQLITE_OK)
    result = file->pMethods->xFileSize (file, &size);
  if (result == SQLITE_OK && size == 0)
    return TRUE;
  if (result == SQLITE_OK)
    result = file->pMethods->xRead (file, header, sizeof header, 0);
  if (result != SQLITE_OK)
    return steward_sqlite_fail (self->handle, self->name, result, error);

  application = read_number (header, APPLICATION_OFFSET);
  if (memcmp (header, MAGIC, sizeof MAGIC) != 0 ||
      (application != 0 && application != STEWARD_SQLITE_APPLICATION_ID))
    return steward_sqlite_fail_as_foreign (self->name, error);
  if ((gint32) read_number (header, VERSION_OFFSET) > newest)
    return steward_sqlite_fail_as_newer (self->name, error);
  return TRUE;
}

gboolean
steward_sqlite_driver_query (StewardSqliteDriver  *self,
                             const char           *sql,
                             gint64               *value,
                             GError              **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  *value = 0;
  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        *value = sqlite3_column_int64 (statement, 0);
    }
  if (result != SQLITE_DONE)
    steward_sqlite_fail (self->handle, self->name, result, error);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

static gboolean
fail_to_set (StewardSqliteDriver  *self,
             const char           *setting,
             GError              **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("“%s” cannot be opened safely: “%s” has no effect."), self->name, setting);
  return FALSE;
}

static gboolean
set_pragma (StewardSqliteDriver  *self,
            const Pragma         *pragma,
            GError              **error)
{
  gint64 value;

  if (!steward_sqlite_driver_query (self, pragma->set, &value, error) ||
      !steward_sqlite_driver_query (self, pragma->get, &value, error))
    return FALSE;
  return value == pragma->value || fail_to_set (self, pragma->set, error);
}

static gboolean
set_switches (StewardSqliteDriver  *self,
              GError              **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      int value = -1;
      int result = sqlite3_db_config (self->handle, switches[i].option, switches[i].value, &value);

      if (result != SQLITE_OK || value != switches[i].value)
        {
          g_autofree char *option = g_strdup_printf ("%d", switches[i].option);

          return fail_to_set (self, option, error);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      sqlite3_limit (self->handle, limits[i].limit, limits[i].value);
      if (sqlite3_limit (self->handle, limits[i].limit, -1) > limits[i].value)
        return fail_to_set (self, "sqlite3_limit", error);
    }
  return TRUE;
}

static gboolean
set_pragmas (StewardSqliteDriver  *self,
             GError              **error)
{
  const Pragma read_only = { "PRAGMA query_only = ON", "PRAGMA query_only", 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!set_pragma (self, &pragmas[i], error))
      return FALSE;
  return !self->is_read_only || set_pragma (self, &read_only, error);
}

/* Asked of SQLite and not of the header, because the newest header may still
 * be in the log. A file with nothing in it has no mark yet. In a transaction,
 * since another process may be about to fill it. */
static gboolean
check_application (StewardSqliteDriver  *self,
                   GError              **error)
{
  gint64 application, version, n_objects, page_size, is_utf8;

  if (!steward_sqlite_driver_query (self, "BEGIN", &application, error) ||
      !steward_sqlite_driver_query (self, "PRAGMA application_id", &application, error) ||
      !steward_sqlite_driver_query (self, "PRAGMA user_version", &version, error) ||
      !steward_sqlite_driver_query (self, "PRAGMA page_size", &page_size, error) ||
      !steward_sqlite_driver_query (self, "SELECT encoding = 'UTF-8' FROM pragma_encoding", &is_utf8, error) ||
      !steward_sqlite_driver_query (self, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;
  steward_driver_rollback (STEWARD_DRIVER (self));
  if (application == 0 && version == 0 && n_objects == 0)
    return TRUE;
  if (application != STEWARD_SQLITE_APPLICATION_ID || page_size != STEWARD_SQLITE_PAGE_SIZE || !is_utf8)
    return steward_sqlite_fail_as_foreign (self->name, error);
  return TRUE;
}

static gboolean
open_file (StewardSqliteDriver  *self,
           int                   newest,
           GError              **error)
{
  /* A log that is there when the file may yet be refused is left for whoever
   * wrote it. */
  gboolean keep_wal = self->path != NULL && has_wal (self->path);
  int result = self->path != NULL
    ? open_handle (self)
    : sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);

  if (result != SQLITE_OK)
    return steward_sqlite_fail (self->handle, self->name, result, error);
  if (self->path != NULL && !check_header (self, newest, error))
    return FALSE;
  sqlite3_busy_handler (self->handle, steward_sqlite_driver_busy_cb, self);
  sqlite3_progress_handler (self->handle, OPERATIONS_BETWEEN_CHECKS, steward_sqlite_driver_progress_cb, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep_wal, NULL);
  return set_switches (self, error) && set_pragmas (self, error) &&
         (self->path == NULL || check_application (self, error));
}

StewardSqliteDriver *
steward_sqlite_driver_open (GFile            *file,
                            StewardOpenMode   mode,
                            int               newest,
                            GError          **error)
{
  g_autoptr(StewardSqliteDriver) self = g_object_new (STEWARD_TYPE_SQLITE_DRIVER, NULL);

  self->is_read_only = mode == STEWARD_OPEN_READ_ONLY;
  self->name = file != NULL ? g_file_get_parse_name (file) : g_strdup (":memory:");
  self->path = file != NULL ? g_file_get_path (file) : NULL;
  if (file != NULL && self->path == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ, _("“%s” could not be read: %s"),
                   self->name, _("it is not on a disk of this computer."));
      return NULL;
    }
  if (file != NULL && mode == STEWARD_OPEN_CREATE)
    {
      if (!steward_sqlite_create_file (self->path, self->name, error))
        return NULL;
      self->is_unfinished = TRUE;
    }
  if (file != NULL && !check_file (self->path, self->name, mode, error))
    return NULL;
  return open_file (self, newest, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
steward_sqlite_driver_settle (StewardSqliteDriver  *self,
                              GError              **error)
{
  const Pragma page_size = { "PRAGMA page_size = " G_STRINGIFY (STEWARD_SQLITE_PAGE_SIZE),
                             "PRAGMA page_size", STEWARD_SQLITE_PAGE_SIZE };
  const Pragma journal = { "PRAGMA journal_mode = WAL",
                           "SELECT journal_mode = 'wal' FROM pragma_journal_mode", 1 };
  const Pragma size_limit = { "PRAGMA journal_size_limit = 16777216", "PRAGMA journal_size_limit", 16777216 };

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (self->path != NULL && !self->is_read_only)
    {
      if (!set_pragma (self, &page_size, error) || !set_pragma (self, &journal, error) ||
          !set_pragma (self, &size_limit, error))
        return FALSE;
    }
  return steward_sqlite_driver_query (self, "PRAGMA data_version", &self->data_version, error);
}

StewardDriver *
steward_sqlite_driver_new (GFile            *file,
                           StewardOpenMode   mode,
                           GError          **error)
{
  g_autoptr(StewardSqliteDriver) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = steward_sqlite_driver_open (file, mode, G_MAXINT32, error);
  if (self == NULL || !steward_sqlite_driver_settle (self, error))
    return NULL;
  self->is_unfinished = FALSE;
  return STEWARD_DRIVER (g_steal_pointer (&self));
}
