/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-database-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "steward-database.h"
#include "steward-error.h"
#include "steward-sqlite-private.h"
#include "steward-statements-private.h"

#define LIST_SCHEMA \
  "SELECT \"type\", \"name\", \"tbl_name\", coalesce(\"sql\", '') FROM sqlite_schema"

/* Tables that SQLite makes by itself when it is asked to look at how values
 * are distributed. */
static const char *const own_tables[] = {
  "table sqlite_stat1 sqlite_stat1 CREATE TABLE sqlite_stat1(tbl,idx,stat)",
  "table sqlite_stat4 sqlite_stat4 CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
};

/* White space is no difference between two layouts. */
static char *
normalise (const char *sql)
{
  GString *text = g_string_new (NULL);

  for (const char *c = sql; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (text, *c);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  return g_string_free (text, FALSE);
}

/* Every object of the database as one line, to its name. */
static GHashTable *
read_schema (StewardDriver  *driver,
             GError        **error)
{
  g_autoptr(GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  StewardStatement *statement = steward_driver_prepare (driver, LIST_SCHEMA, error);
  StewardStep step = STEWARD_STEP_FAILED;

  while (statement != NULL && (step = steward_statement_step (statement, error)) == STEWARD_STEP_ROW)
    {
      g_autofree char *sql = normalise (steward_statement_get_text (statement, 3));

      g_hash_table_insert (objects,
                           g_strdup_printf ("%s %s %s %s", steward_statement_get_text (statement, 0),
                                            steward_statement_get_text (statement, 1),
                                            steward_statement_get_text (statement, 2), sql),
                           g_strdup (steward_statement_get_text (statement, 1)));
    }
  return step == STEWARD_STEP_DONE ? g_steal_pointer (&objects) : NULL;
}

static gboolean
run_migrations (StewardDriver  *driver,
                guint           from,
                guint           to,
                GError        **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                           STEWARD_SQLITE_APPLICATION_ID, to);

  for (guint number = from + 1; number <= to; number++)
    {
      g_autofree char *sql = steward_statements_migration (number);

      g_assert (sql != NULL);
      if (!steward_driver_execute (driver, sql, error))
        return FALSE;
    }
  return steward_driver_execute (driver, mark, error);
}

/* What the migrations up to @version make, by making it. */
static GHashTable *
make_schema (guint    version,
             GError **error)
{
  g_autoptr(StewardSqliteDriver) memory = steward_sqlite_driver_open (NULL, STEWARD_OPEN_EXISTING, 0, error);

  if (memory == NULL || !run_migrations (STEWARD_DRIVER (memory), 0, version, error))
    return NULL;
  return read_schema (STEWARD_DRIVER (memory), error);
}

static const char *
find_stranger (GHashTable *objects,
               GHashTable *known)
{
  GHashTableIter iter;
  gpointer line, name;

  g_hash_table_iter_init (&iter, objects);
  while (g_hash_table_iter_next (&iter, &line, &name))
    {
      gboolean is_own = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (own_tables); i++)
        is_own = is_own || g_str_equal (own_tables[i], line);
      if (!is_own && !g_hash_table_contains (known, line))
        return name;
    }
  return NULL;
}

static gboolean
check_schema (StewardSqliteDriver  *driver,
              GHashTable           *objects,
              guint                 version,
              GError              **error)
{
  g_autoptr(GHashTable) known = make_schema (version, error);
  const char *name;

  if (known == NULL)
    return FALSE;
  name = find_stranger (objects, known);
  if (name != NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” holds “%s”, which this program did not make; it is not opened."), driver->name, name);
      return FALSE;
    }
  name = find_stranger (known, objects);
  if (name != NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” lacks “%s”, which this program makes; it is not opened."), driver->name, name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_version (StewardSqliteDriver  *driver,
              guint                *version,
              GError              **error)
{
  gint64 value;

  if (!steward_sqlite_driver_query (driver, "PRAGMA user_version", &value, error))
    return FALSE;
  if (value > STEWARD_DATABASE_VERSION)
    return steward_sqlite_fail_as_newer (driver->name, error);
  if (value < 0)
    return steward_sqlite_fail_as_foreign (driver->name, error);
  *version = value;
  return TRUE;
}

/* The layout must be ours to the letter. Nothing in the file is run or even
 * read before this is known. */
static gboolean
check_layout (StewardSqliteDriver  *driver,
              guint                *version,
              GError              **error)
{
  g_autoptr(GHashTable) objects = NULL;
  gint64 ignored;

  /* In a transaction: another process may be making the layout right now. */
  if (steward_sqlite_driver_query (driver, "BEGIN", &ignored, error) && read_version (driver, version, error))
    objects = read_schema (STEWARD_DRIVER (driver), error);
  steward_driver_rollback (STEWARD_DRIVER (driver));
  return objects != NULL && check_schema (driver, objects, *version, error);
}

/* Asks for the version once more under the lock: another process may have
 * been faster. */
static gboolean
migrate (StewardSqliteDriver  *self,
         GError              **error)
{
  StewardDriver *driver = STEWARD_DRIVER (self);
  guint version;

  if (!steward_driver_begin (driver, error))
    return FALSE;
  if (read_version (self, &version, error) &&
      (version == STEWARD_DATABASE_VERSION || run_migrations (driver, version, STEWARD_DATABASE_VERSION, error)))
    return steward_driver_commit (driver, error);
  steward_driver_rollback (driver);
  return FALSE;
}

StewardDriver *
steward_database_open_driver (GFile            *file,
                              StewardOpenMode   mode,
                              GError          **error)
{
  g_autoptr(StewardSqliteDriver) driver = NULL;
  guint version;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  driver = steward_sqlite_driver_open (file, mode, STEWARD_DATABASE_VERSION, error);
  if (driver == NULL || !check_layout (driver, &version, error))
    return NULL;
  if (version < STEWARD_DATABASE_VERSION && mode == STEWARD_OPEN_READ_ONLY)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("“%s” has to be opened for writing once before it can be read."), driver->name);
      return NULL;
    }
  if (!steward_sqlite_driver_settle (driver, error) ||
      (version < STEWARD_DATABASE_VERSION && !migrate (driver, error)))
    return NULL;
  driver->is_unfinished = FALSE;
  return STEWARD_DRIVER (g_steal_pointer (&driver));
}

StewardDriver *
steward_database_open_source (GFile   *file,
                              GError **error)
{
  g_autoptr(StewardSqliteDriver) driver =
    steward_sqlite_driver_open (file, STEWARD_OPEN_READ_ONLY, STEWARD_DATABASE_VERSION, error);
  guint version;

  if (driver == NULL || !check_layout (driver, &version, error))
    return NULL;
  if (version == 0)
    {
      steward_sqlite_fail_as_foreign (driver->name, error);
      return NULL;
    }
  return steward_sqlite_driver_settle (driver, error) ? STEWARD_DRIVER (g_steal_pointer (&driver)) : NULL;
}
