/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sqlite-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-error.h"

#define PATIENCE (8 * G_TIME_SPAN_SECOND)

/**
 * SqliteStatement:
 * @parameters: index of SQLite for our parameter, which is a number to us but
 *   a name to SQLite
 * @bind_result: of the first value that could not be bound
 */
typedef struct
{
  StewardStatement  parent;
  sqlite3_stmt     *handle;
  GArray           *parameters;
  int               bind_result;
} SqliteStatement;

G_DEFINE_FINAL_TYPE (StewardSqliteDriver, steward_sqlite_driver, STEWARD_TYPE_DRIVER)

static void
sqlite_statement_free (gpointer data)
{
  SqliteStatement *self = data;

  sqlite3_finalize (self->handle);
  g_array_unref (self->parameters);
  g_free (self);
}

gboolean
steward_sqlite_driver_is_cancelled (StewardSqliteDriver *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

int
steward_sqlite_driver_progress_cb (gpointer data)
{
  StewardSqliteDriver *self = data;

  return !self->is_finishing && steward_sqlite_driver_is_cancelled (self);
}

/* Short waits that differ: whoever waits must now and then hit the moment
 * between two transactions of a busy writer. */
int
steward_sqlite_driver_busy_cb (gpointer data,
                               int      n_calls)
{
  StewardSqliteDriver *self = data;
  gint64 now = g_get_monotonic_time ();

  if (n_calls == 0)
    self->waiting_since = now;
  if (steward_sqlite_driver_is_cancelled (self) || now - self->waiting_since > PATIENCE)
    return 0;
  g_usleep (g_random_int_range (300, n_calls < 20 ? 1500 : 5000));
  return 1;
}

static gboolean
fail (StewardSqliteDriver  *self,
      int                   result,
      GError              **error)
{
  if ((result & 0xff) == SQLITE_BUSY && steward_sqlite_driver_is_cancelled (self))
    result = SQLITE_INTERRUPT;
  return steward_sqlite_fail (self->handle, self->name, result, error);
}

static gboolean
run (StewardSqliteDriver  *self,
     const char           *sql,
     GError              **error)
{
  int result;

  if (!self->is_finishing && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || fail (self, result, error);
}

/* A file that was removed or replaced would take what is written with it. */
static gboolean
check_place (StewardSqliteDriver  *self,
             GError              **error)
{
  int has_moved = 0;

  if (self->path != NULL)
    sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (!has_moved)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, _("“%s” could not be written: %s"),
               self->name, _("it was moved, removed or replaced."));
  return FALSE;
}

static gboolean
sqlite_driver_begin (StewardDriver  *driver,
                     GError        **error)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);

  return check_place (self, error) && run (self, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_driver_begin_reading (StewardDriver  *driver,
                             GError        **error)
{
  return run (STEWARD_SQLITE_DRIVER (driver), "BEGIN", error);
}

static void
sqlite_driver_rollback (StewardDriver *driver)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);

  /* A failed statement may have ended the transaction already. */
  if (sqlite3_get_autocommit (self->handle))
    return;
  self->is_finishing = TRUE;
  run (self, "ROLLBACK", NULL);
  self->is_finishing = FALSE;
}

static gboolean
sqlite_driver_commit (StewardDriver  *driver,
                      GError        **error)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);
  gboolean good;

  self->is_finishing = TRUE;
  good = run (self, "COMMIT", error);
  self->is_finishing = FALSE;
  if (!good)
    sqlite_driver_rollback (driver);
  return good;
}

static gboolean
sqlite_driver_execute (StewardDriver  *driver,
                       const char     *sql,
                       GError        **error)
{
  return run (STEWARD_SQLITE_DRIVER (driver), sql, error);
}

static gboolean
fail_as_text (StewardSqliteDriver  *self,
              const char           *sql,
              GError              **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” did not accept this: %s"), self->name, sql);
  return FALSE;
}

/* `$2` is a name to SQLite, which numbers names in the order it meets them. */
static gboolean
map_parameters (SqliteStatement *statement)
{
  for (int i = 1; i <= sqlite3_bind_parameter_count (statement->handle); i++)
    {
      const char *name = sqlite3_bind_parameter_name (statement->handle, i);
      guint64 number;

      if (name == NULL || name[0] != '$' || !g_ascii_string_to_unsigned (name + 1, 10, 1, 999, &number, NULL))
        return FALSE;
      if (number >= statement->parameters->len)
        g_array_set_size (statement->parameters, number + 1);
      g_array_index (statement->parameters, int, number) = i;
    }
  return TRUE;
}

static SqliteStatement *
compile (StewardSqliteDriver  *self,
         const char           *sql,
         GError              **error)
{
  SqliteStatement *statement;
  sqlite3_stmt *handle = NULL;
  const char *rest = NULL;
  int result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &rest);

  if (result != SQLITE_OK)
    {
      fail (self, result, error);
      return NULL;
    }
  statement = g_new0 (SqliteStatement, 1);
  statement->parent.driver = STEWARD_DRIVER (self);
  statement->handle = handle;
  statement->parameters = g_array_new (FALSE, TRUE, sizeof (int));
  if (handle == NULL || rest[strspn (rest, " \t\r\n;")] != '\0' || !map_parameters (statement))
    {
      fail_as_text (self, sql, error);
      g_clear_pointer (&statement, sqlite_statement_free);
    }
  return statement;
}

static void
sqlite_driver_reset (StewardStatement *statement)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_result = SQLITE_OK;
}

static StewardStatement *
sqlite_driver_prepare (StewardDriver  *driver,
                       const char     *sql,
                       GError        **error)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);
  SqliteStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = compile (self, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  else
    sqlite_driver_reset (&statement->parent);
  return (StewardStatement *) statement;
}

static int
find_parameter (SqliteStatement *self,
                int              parameter)
{
  g_return_val_if_fail (parameter > 0 && (guint) parameter < self->parameters->len, 0);

  return g_array_index (self->parameters, int, parameter);
}

static void
remember (SqliteStatement *self,
          int              result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

static void
sqlite_driver_bind_text (StewardStatement *statement,
                         int               parameter,
                         const char       *value)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  remember (self, sqlite3_bind_text64 (self->handle, find_parameter (self, parameter), value,
                                       value != NULL ? strlen (value) : 0, SQLITE_TRANSIENT, SQLITE_UTF8));
}

static void
sqlite_driver_bind_integer (StewardStatement *statement,
                            int               parameter,
                            gint64            value)
{
  SqliteStatement *self = (SqliteStatement *) statement;

  remember (self, sqlite3_bind_int64 (self->handle, find_parameter (self, parameter), value));
}

static void
sqlite_driver_bind_bytes (StewardStatement *statement,
                          int               parameter,
                          GBytes           *value)
{
  SqliteStatement *self = (SqliteStatement *) statement;
  gsize size;
  gconstpointer bytes = g_bytes_get_data (value, &size);

  /* Without bytes it would be NULL. */
  remember (self, sqlite3_bind_blob64 (self->handle, find_parameter (self, parameter), size > 0 ? bytes : "", size,
                                       SQLITE_STATIC));
}

/* Only where the layout has bytes: text that is none would go unseen. */
static gboolean
is_bytes (SqliteStatement *self,
          int              column)
{
  return g_strcmp0 (sqlite3_column_decltype (self->handle, column), "BLOB") == 0;
}

/* A file may hold what its layout does not allow, when it was written by
 * something else. Text that is none would fail far from here. */
static gboolean
check_row (SqliteStatement  *self,
           GError          **error)
{
  StewardSqliteDriver *driver = STEWARD_SQLITE_DRIVER (self->parent.driver);

  for (int column = 0; column < sqlite3_column_count (self->handle); column++)
    {
      int type = sqlite3_column_type (self->handle, column);
      const char *text;

      if (type == SQLITE_INTEGER || type == SQLITE_NULL || (type == SQLITE_BLOB && is_bytes (self, column)))
        continue;
      text = type == SQLITE_TEXT ? (const char *) sqlite3_column_text (self->handle, column) : NULL;
      if (text != NULL && self->parent.unchecked)
        continue;
      if (text != NULL && g_utf8_validate_len (text, sqlite3_column_bytes (self->handle, column), NULL))
        continue;
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT,
                   _("“%s” is damaged (%s). Please restore a backup."), driver->name,
                   _("a value is neither text nor a whole number"));
      return FALSE;
    }
  return TRUE;
}

static StewardStep
sqlite_driver_step (StewardStatement  *statement,
                    GError           **error)
{
  SqliteStatement *self = (SqliteStatement *) statement;
  StewardSqliteDriver *driver = STEWARD_SQLITE_DRIVER (statement->driver);
  int result = self->bind_result;

  if (g_cancellable_set_error_if_cancelled (driver->cancellable, error))
    {
      sqlite3_reset (self->handle);
      return STEWARD_STEP_FAILED;
    }
  if (result == SQLITE_OK)
    result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW && check_row (self, error))
    return STEWARD_STEP_ROW;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    fail (driver, result, error);

  /* Left as it is, it would hold on to what it has read so far, and the log
   * could not be folded back into the file. */
  sqlite3_reset (self->handle);
  return result == SQLITE_DONE ? STEWARD_STEP_DONE : STEWARD_STEP_FAILED;
}

static const char *
sqlite_driver_get_text (StewardStatement *statement,
                        int               column)
{
  return (const char *) sqlite3_column_text (((SqliteStatement *) statement)->handle, column);
}

static gint64
sqlite_driver_get_integer (StewardStatement *statement,
                           int               column)
{
  return sqlite3_column_int64 (((SqliteStatement *) statement)->handle, column);
}

static GBytes *
sqlite_driver_get_bytes (StewardStatement *statement,
                         int               column)
{
  sqlite3_stmt *handle = ((SqliteStatement *) statement)->handle;
  gconstpointer bytes = sqlite3_column_blob (handle, column);

  return g_bytes_new (bytes, sqlite3_column_bytes (handle, column));
}

static gboolean
sqlite_driver_is_null (StewardStatement *statement,
                       int               column)
{
  return sqlite3_column_type (((SqliteStatement *) statement)->handle, column) == SQLITE_NULL;
}

static void
sqlite_driver_set_cancellable (StewardDriver *driver,
                               GCancellable  *cancellable)
{
  g_set_object (&STEWARD_SQLITE_DRIVER (driver)->cancellable, cancellable);
}

static gboolean
sqlite_driver_has_changed (StewardDriver *driver)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (driver);
  gint64 before = self->data_version;
  gint64 now;

  if (!steward_sqlite_driver_query (self, "PRAGMA data_version", &now, NULL))
    return FALSE;
  self->data_version = now;
  return now != before;
}

static void
steward_sqlite_driver_finalize (GObject *object)
{
  StewardSqliteDriver *self = STEWARD_SQLITE_DRIVER (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close (self->handle);
  if (self->is_unfinished)
    steward_sqlite_remove (self->path);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->name);
  G_OBJECT_CLASS (steward_sqlite_driver_parent_class)->finalize (object);
}

static void
steward_sqlite_driver_class_init (StewardSqliteDriverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  StewardDriverClass *driver_class = STEWARD_DRIVER_CLASS (klass);

  object_class->finalize = steward_sqlite_driver_finalize;
  driver_class->begin = sqlite_driver_begin;
  driver_class->begin_reading = sqlite_driver_begin_reading;
  driver_class->commit = sqlite_driver_commit;
  driver_class->rollback = sqlite_driver_rollback;
  driver_class->execute = sqlite_driver_execute;
  driver_class->prepare = sqlite_driver_prepare;
  driver_class->bind_text = sqlite_driver_bind_text;
  driver_class->bind_integer = sqlite_driver_bind_integer;
  driver_class->bind_bytes = sqlite_driver_bind_bytes;
  driver_class->step = sqlite_driver_step;
  driver_class->get_text = sqlite_driver_get_text;
  driver_class->get_integer = sqlite_driver_get_integer;
  driver_class->get_bytes = sqlite_driver_get_bytes;
  driver_class->is_null = sqlite_driver_is_null;
  driver_class->reset = sqlite_driver_reset;
  driver_class->set_cancellable = sqlite_driver_set_cancellable;
  driver_class->check = steward_sqlite_driver_check;
  driver_class->copy_to = steward_sqlite_driver_copy_to;
  driver_class->copy_from = steward_sqlite_driver_copy_from;
  driver_class->has_changed = sqlite_driver_has_changed;
}

static void
steward_sqlite_driver_init (StewardSqliteDriver *self)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sqlite_statement_free);
}
