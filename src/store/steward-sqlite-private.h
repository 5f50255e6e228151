/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "steward-driver-private.h"

G_BEGIN_DECLS

/* Marks a file as one of this program ("Stew"), for `file` and for us. */
#define STEWARD_SQLITE_APPLICATION_ID 0x53746577
/* The same on every computer, so that any copy can be put back anywhere. */
#define STEWARD_SQLITE_PAGE_SIZE 4096

#define STEWARD_TYPE_SQLITE_DRIVER (steward_sqlite_driver_get_type ())

G_DECLARE_FINAL_TYPE (StewardSqliteDriver, steward_sqlite_driver, STEWARD, SQLITE_DRIVER, StewardDriver)

/**
 * StewardSqliteDriver:
 * @path, @name: of the file; the name is for messages
 * @statements: what was prepared, by its text
 * @waiting_since: monotonic time when waiting for a lock began
 * @data_version: what SQLite said when the caller last asked
 * @is_finishing: a transaction is being ended, which is never interrupted
 * @is_unfinished: the file was made by this connection and is removed with it
 */
struct _StewardSqliteDriver
{
  StewardDriver  parent_instance;

  sqlite3       *handle;
  char          *path;
  char          *name;
  gboolean       is_read_only;
  GHashTable    *statements;
  GCancellable  *cancellable;
  gint64         waiting_since;
  gint64         data_version;
  gboolean       is_finishing;
  gboolean       is_unfinished;
};

/* Opens without changing a byte of @file. It must be empty or one of this
 * program, not newer than @newest. With @file NULL a database in memory. */
StewardSqliteDriver *steward_sqlite_driver_open     (GFile                *file,
                                                     StewardOpenMode       mode,
                                                     int                   newest,
                                                     GError              **error);
/* Makes the file that was opened a working one: from here on it is written. */
gboolean             steward_sqlite_driver_settle   (StewardSqliteDriver  *self,
                                                     GError              **error);
/* The first value of the first row; 0 when there is none. */
gboolean             steward_sqlite_driver_query    (StewardSqliteDriver  *self,
                                                     const char           *sql,
                                                     gint64               *value,
                                                     GError              **error);
/* TRUE when the current work should stop. */
gboolean             steward_sqlite_driver_is_cancelled (StewardSqliteDriver *self);
/* What SQLite calls during long work, and while it waits for a lock. */
int                  steward_sqlite_driver_progress_cb  (gpointer             data);
int                  steward_sqlite_driver_busy_cb      (gpointer             data,
                                                         int                  n_calls);

/* Check and copies, for the class. */
gboolean             steward_sqlite_driver_check    (StewardDriver        *driver,
                                                     GPtrArray            *findings,
                                                     GError              **error);
gboolean             steward_sqlite_driver_copy_to  (StewardDriver        *driver,
                                                     GFile                *target,
                                                     StewardProgress       progress,
                                                     gpointer              user_data,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
gboolean             steward_sqlite_driver_copy_from (StewardDriver       *driver,
                                                     GFile                *source,
                                                     StewardProgress       progress,
                                                     gpointer              user_data,
                                                     GCancellable         *cancellable,
                                                     GError              **error);

/* Says what @result of @handle means for @name, as it is in the table of
 * steward-sqlite-error.c. Always FALSE. */
gboolean             steward_sqlite_fail            (sqlite3              *handle,
                                                     const char           *name,
                                                     int                   result,
                                                     GError              **error);
/* The same for files that are refused for what they are. */
gboolean             steward_sqlite_fail_as_foreign (const char           *name,
                                                     GError              **error);
gboolean             steward_sqlite_fail_as_newer   (const char           *name,
                                                     GError              **error);
/* The same for a system call that failed, @code being STEWARD_ERROR_READ or
 * _WRITE. */
gboolean             steward_sqlite_fail_by_errno   (const char           *name,
                                                     int                   code,
                                                     int                   number,
                                                     GError              **error);
/* Removes a file that nobody has open, and what SQLite keeps beside it. */
void                 steward_sqlite_remove          (const char           *path);
/* Waits until a file, or the names in a folder, are on the disk. */
gboolean             steward_sqlite_flush           (const char           *path,
                                                     const char           *name,
                                                     GError              **error);
/* A new empty file that only the user can read. */
gboolean             steward_sqlite_create_file     (const char           *path,
                                                     const char           *name,
                                                     GError              **error);

G_END_DECLS
