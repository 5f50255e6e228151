/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-writer FILE SEED [COUNT]: changes the database until it is killed (or
 * COUNT times), and says each change on its output once the database has
 * taken it: its sequence and its actor, which is a name that no other change
 * has.
 * store-writer FILE --hold: begins a transaction, says so and keeps it. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "database-fixture.h"
#include "steward-backup.h"
#include "steward-error.h"

typedef struct
{
  StewardDatabase *database;
  GRand           *random;
  char            *actor;
} Writer;

static void
say (const char *format,
     ...) G_GNUC_PRINTF (1, 2);

static void
say (const char *format,
     ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (write (STDOUT_FILENO, text, strlen (text)) < 0)
    exit (1);
}

/* Whoever comes first makes the file. */
static StewardDatabase *
open_or_create (GFile *file)
{
  g_autoptr(GError) error = NULL;
  StewardDatabase *database = NULL;

  for (guint i = 0; i < 100 && database == NULL; i++)
    {
      g_clear_error (&error);
      database = steward_database_open (file, i % 2 == 0 ? STEWARD_OPEN_EXISTING : STEWARD_OPEN_CREATE, &error);
    }
  if (database == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }
  return database;
}

static char *
choose_project (Writer *self)
{
  StewardDriver *driver = steward_database_get_driver (self->database);
  StewardStatement *statement = steward_driver_prepare (
    driver, "SELECT \"id\" FROM \"projects\" ORDER BY \"number\" LIMIT 1 OFFSET abs($1) % (SELECT max (1, count(*)) FROM \"projects\")", NULL);
  char *id = NULL;

  g_assert_nonnull (statement);
  steward_statement_bind_integer (statement, 1, g_rand_int_range (self->random, 0, 1000));
  if (steward_statement_step (statement, NULL) == STEWARD_STEP_ROW)
    id = g_strdup (steward_statement_get_text (statement, 0));
  steward_statement_reset (statement);
  return id;
}

static gint64
add_project (Writer  *self,
             GError **error)
{
  g_autoptr(StewardProject) project = database_load_sample ("jincheng-factory");

  return steward_database_import (self->database, project, TRUE, self->actor, NULL, error);
}

static gint64
change_project (Writer      *self,
                const char  *id,
                GError     **error)
{
  gint64 version;
  g_autoptr(StewardProject) project = steward_database_load_project (self->database, id, &version, error);
  g_autoptr(StewardRecorder) recorder = NULL;
  g_autoptr(StewardChangeSet) set = NULL;

  if (project == NULL)
    return 0;
  recorder = steward_recorder_new (project, version);
  random_change (project, self->random);
  set = steward_recorder_take (recorder, self->actor, NULL);
  return set != NULL ? steward_database_apply (self->database, set, error) : 0;
}

static gint64
take_back (Writer      *self,
           const char  *id,
           GError     **error)
{
  g_autoptr(StewardLogEntry) entry =
    steward_database_undo (self->database, id, g_rand_boolean (self->random), self->actor, error);

  return entry != NULL ? entry->sequence : 0;
}

static gint64
do_something (Writer  *self,
              GError **error)
{
  g_autofree char *id = choose_project (self);
  int dice = g_rand_int_range (self->random, 0, 40);

  if (dice == 0)
    {
      g_autoptr(GFile) backup = steward_backup_make (self->database, NULL, NULL, NULL, NULL, error);

      return 0;
    }
  if (id == NULL || dice == 1)
    return add_project (self, error);
  return dice < 10 ? take_back (self, id, error) : change_project (self, id, error);
}

/* Another writer may have been there first, and there may be nothing to take
 * back; anything else is a failure of the store. */
static void
write_changes (Writer     *self,
               const char *seed,
               guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 sequence;

      g_free (self->actor);
      self->actor = g_strdup_printf ("%s-%u", seed, i);
      sequence = do_something (self, &error);
      if (sequence > 0)
        say ("%" G_GINT64_FORMAT " %s\n", sequence, self->actor);
      else if (error != NULL && !g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT) &&
               !g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
        {
          g_printerr ("%s\n", error->message);
          exit (1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GFile) file = g_file_new_for_path (argv[1]);
  Writer writer = { NULL, NULL, NULL };

  writer.database = open_or_create (file);
  if (g_str_equal (argv[2], "--hold"))
    {
      g_assert_true (steward_driver_begin (steward_database_get_driver (writer.database), NULL));
      say ("ready\n");
      pause ();
    }
  writer.random = g_rand_new_with_seed (strtoul (argv[2], NULL, 10));
  say ("ready\n");
  write_changes (&writer, argv[2], argc > 3 ? strtoul (argv[3], NULL, 10) : G_MAXUINT);
  g_object_unref (writer.database);
  g_rand_free (writer.random);
  g_free (writer.actor);
  return 0;
}
