/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "steward-error.h"

/* Two processes write to one database, three threads read from it. Each
 * writer has a project of its own and one that both change; every change sets
 * two pieces to the same value, so that a reader who saw half a change would
 * see them differ. */

/* Checked for errors of memory, each change takes several times as long. */
#ifdef __SANITIZE_ADDRESS__
#define N_CHANGES 500
#else
#define N_CHANGES 10000
#endif
#define N_READERS 3
#define SHARED_OF 5       /* every fifth change is one of the shared project */

typedef struct
{
  StewardDatabase *database;
  const char      *actor;
  StewardRecorder *recorder;
  StewardProject  *project;
} Desk;

static void
desk_open (Desk            *self,
           StewardDatabase *database,
           const char      *actor,
           const char      *id)
{
  gint64 version;

  self->database = database;
  self->actor = actor;
  self->project = database_load (database, id, &version);
  self->recorder = steward_recorder_new (self->project, version);
}

static void
desk_close (Desk *self)
{
  g_clear_object (&self->recorder);
  g_clear_object (&self->project);
}

static StewardChangeSet *
change (Desk *self,
        int   number)
{
  g_autofree char *value = g_strdup_printf ("%s %d", self->actor, number);

  steward_project_set_fact (self->project, STEWARD_FACT_NOTE, value);
  steward_project_set_suggestion (self->project, value);
  return steward_recorder_take (self->recorder, self->actor, value);
}

/* Until it is taken, looking at the project anew after each conflict. How many
 * conflicts there were. */
static int
change_until_taken (Desk *self,
                    int   number)
{
  g_autofree char *id = g_strdup (steward_project_get_id (self->project));

  for (int conflicts = 0;; conflicts++)
    {
      g_autoptr(StewardChangeSet) set = change (self, number);
      g_autoptr(GError) error = NULL;
      gint64 version = steward_database_apply (self->database, set, &error);

      if (version > 0)
        {
          steward_recorder_set_version (self->recorder, version);
          printf ("%" G_GINT64_FORMAT " %s\n", version, set->label);
          return conflicts;
        }
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
      desk_close (self);
      desk_open (self, self->database, self->actor, id);
    }
}

/* The other process: says the sequence and label of every change that the
 * store acknowledged, and how many conflicts there were. */
static int
run_writer (char **arguments)
{
  g_autoptr(GFile) file = g_file_new_for_path (arguments[0]);
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardDatabase) database = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);
  Desk own, shared;
  int conflicts = 0;

  g_assert_no_error (error);
  desk_open (&own, database, arguments[1], arguments[2]);
  desk_open (&shared, database, arguments[1], arguments[3]);
  for (int i = 0; i < N_CHANGES; i++)
    conflicts += change_until_taken (i % SHARED_OF == 0 ? &shared : &own, i);
  printf ("conflicts %d\n", conflicts);
  desk_close (&own);
  desk_close (&shared);
  return 0;
}

typedef struct
{
  GFile      *file;
  char      **ids;
  gint        stop;     /* atomic */
  guint       n_reads;
} Reader;

static gpointer
read_on_and_on (gpointer data)
{
  Reader *reader = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardDatabase) database = steward_database_open (reader->file, STEWARD_OPEN_READ_ONLY, &error);
  gint64 last = 0;

  g_assert_no_error (error);
  while (!g_atomic_int_get (&reader->stop) || reader->n_reads < 3)
    {
      g_autoptr(StewardProject) project = steward_database_load_project (database, reader->ids[reader->n_reads % 3],
                                                                         NULL, &error);
      gint64 sequence;

      g_assert_no_error (error);
      g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_NOTE), ==,
                       steward_project_get_suggestion (project));
      sequence = steward_database_get_sequence (database, &error);
      g_assert_no_error (error);
      g_assert_cmpint (sequence, >=, last);
      last = sequence;
      reader->n_reads++;
      /* Without this they would take the machine from the writers. */
      g_usleep (2000);
    }
  return NULL;
}

/* What it says goes into a file, for no pipe holds it until it is read. */
static GSubprocess *
start_writer (StewardDatabase *database,
              const char      *output,
              const char      *actor,
              const char      *own,
              const char      *shared)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *path = g_file_get_path (steward_database_get_file (database));
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_stdout_file_path (launcher, output);
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--write", path, actor, own, shared, NULL);
  g_assert_no_error (error);
  return process;
}

/* The log holds what the writer was told, and nothing else of it. */
static int
check_writer (StewardDatabase *database,
              const char      *actor,
              const char      *output)
{
  g_autofree char *said = NULL;
  g_auto(GStrv) lines = g_file_get_contents (output, &said, NULL, NULL) ? g_strsplit (said, "\n", -1) : NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM log WHERE actor = '%s'", actor);
  int n_changes = 0, conflicts = -1;

  for (char **line = lines; *line; line++)
    {
      g_autoptr(GPtrArray) entries = NULL;
      const StewardLogEntry *entry;
      char *label = strchr (*line, ' ');

      if (label == NULL)
        continue;
      if (g_str_has_prefix (*line, "conflicts "))
        {
          conflicts = atoi (label);
          continue;
        }
      entries = steward_database_read_log (database, NULL, g_ascii_strtoll (*line, NULL, 10) - 1, 1, NULL);
      entry = entries->pdata[0];
      g_assert_cmpstr (entry->actor, ==, actor);
      g_assert_cmpstr (entry->label, ==, label + 1);
      n_changes++;
    }
  g_assert_cmpint (n_changes, ==, N_CHANGES);
  g_assert_cmpint (store_query (steward_database_get_driver (database), sql), ==, N_CHANGES);
  return conflicts;
}

static void
test_two_writers_and_three_readers (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardPack) pack = steward_pack_library_load ("datong-2025", NULL);
  g_autoptr(GSubprocess) first = NULL, second = NULL;
  g_autofree char *of_first = store_fixture_get_path (fixture, "first"), *of_second = store_fixture_get_path (fixture, "second");
  Reader readers[N_READERS] = { 0 };
  GThread *threads[N_READERS];
  char *ids[3];
  int conflicts;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr(StewardProject) project = steward_project_new (pack);

      steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构");
      g_assert_cmpint (steward_database_import (database, project, TRUE, "", NULL, NULL), >, 0);
      ids[i] = g_strdup (steward_project_get_id (project));
    }
  for (int i = 0; i < N_READERS; i++)
    {
      readers[i].file = steward_database_get_file (database);
      readers[i].ids = ids;
      threads[i] = g_thread_new ("reader", read_on_and_on, &readers[i]);
    }
  first = start_writer (database, of_first, "王", ids[0], ids[2]);
  second = start_writer (database, of_second, "李", ids[1], ids[2]);
  /* Nor does one who looks for damage take half a change for one. */
  for (int i = 0; i < 3; i++)
    database_assert_sound (database);
  g_assert_true (g_subprocess_wait_check (first, NULL, NULL));
  g_assert_true (g_subprocess_wait_check (second, NULL, NULL));
  for (int i = 0; i < N_READERS; i++)
    {
      g_atomic_int_set (&readers[i].stop, TRUE);
      g_thread_join (threads[i]);
      g_assert_cmpuint (readers[i].n_reads, >=, 3);
      g_test_message ("reader %d: %u projects", i + 1, readers[i].n_reads);
    }

  conflicts = check_writer (database, "王", of_first) + check_writer (database, "李", of_second);
  g_test_message ("%d conflicts", conflicts);
  g_assert_cmpint (conflicts, >, 0);
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 3 + 2 * N_CHANGES);
  database_assert_sound (database);
  for (int i = 0; i < 3; i++)
    g_free (ids[i]);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 6 && strcmp (argv[1], "--write") == 0)
    return run_writer (argv + 2);

  g_test_init (&argc, &argv, NULL);

  store_add ("/writers/two-writers-and-three-readers", test_two_writers_and_three_readers);

  return g_test_run ();
}
