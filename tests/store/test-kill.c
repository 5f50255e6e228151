/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writers are killed at any moment; what they had said is there afterwards. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "database-fixture.h"
#include "steward-error.h"

/* Checked for errors of memory, each program takes seconds to begin. */
#ifdef __SANITIZE_ADDRESS__
#define N_ROUNDS 20
#define ROUNDS_WITH_ONE_FILE 10
#else
#define N_ROUNDS 200
#define ROUNDS_WITH_ONE_FILE 20
#endif

/**
 * Child:
 * @said: sequence and actor of what it was told is stored, in lines
 */
typedef struct
{
  GSubprocess *process;
  GString     *said;
} Child;

static void
child_start (Child      *child,
             GFile      *file,
             const char *argument)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "store", "store-writer", NULL);
  g_autoptr(GError) error = NULL;

  child->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                                     g_file_peek_path (file), argument, NULL);
  g_assert_no_error (error);
  child->said = g_string_new (NULL);
}

static gboolean
child_read (Child *child)
{
  char buffer[4096];
  GInputStream *pipe = g_subprocess_get_stdout_pipe (child->process);
  gssize n = g_input_stream_read (pipe, buffer, sizeof buffer, NULL, NULL);

  if (n > 0)
    g_string_append_len (child->said, buffer, n);
  return n > 0;
}

static void
child_wait_for (Child      *child,
                const char *text)
{
  while (strstr (child->said->str, text) == NULL && child_read (child))
    ;
  g_assert_nonnull (strstr (child->said->str, text));
}

/* Each is a line with a sequence and an actor. */
static void
child_wait_for_changes (Child *child,
                        guint  n)
{
  for (;;)
    {
      guint said = 0;

      for (const char *at = child->said->str; (at = strchr (at, ' ')); at++)
        said++;
      if (said >= n)
        return;
      g_assert_true (child_read (child));
    }
}

/* It must have gone on until it was killed. */
static void
child_kill (Child *child)
{
  g_subprocess_send_signal (child->process, SIGKILL);
  while (child_read (child))
    ;
  g_assert_true (g_subprocess_wait (child->process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child->process));
  g_assert_cmpint (g_subprocess_get_term_sig (child->process), ==, SIGKILL);
  g_clear_object (&child->process);
}

/* Counts what it said and finds each in the log. A line that was cut off by
 * the end was not said. */
static guint
child_check (Child     *child,
             GPtrArray *log)
{
  g_auto(GStrv) lines = g_strsplit (child->said->str, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[0] != NULL && lines[i + 1] != NULL; i++)
    {
      gint64 sequence = g_ascii_strtoll (lines[i], NULL, 10);
      const char *actor = strchr (lines[i], ' ');
      const StewardLogEntry *entry;

      if (actor == NULL)
        continue;
      g_assert_cmpint (sequence, <=, log->len);
      entry = log->pdata[sequence - 1];
      g_assert_cmpstr (entry->actor, ==, actor + 1);
      n++;
    }
  g_string_free (child->said, TRUE);
  return n;
}

/* Kills one writer, or two at work together, at its first changes or later,
 * sometimes while the database is made, and looks at what they left. */
static guint
run_round (StoreFixture *fixture,
           guint         round)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(StewardDatabase) database = NULL;
  g_autoptr(GPtrArray) log = NULL;
  g_autoptr(GError) error = NULL;
  Child children[2];
  guint n_children = round % 4 == 3 ? 2 : 1;
  guint n_wanted = round % 5 == 0 ? 0 : g_test_rand_int_range (1, 6);
  guint n = 0;

  for (guint i = 0; i < n_children; i++)
    {
      g_autofree char *seed = g_strdup_printf ("%d", g_test_rand_int_range (1, G_MAXINT));

      child_start (&children[i], file, seed);
    }
  child_wait_for_changes (&children[0], n_wanted);
  g_usleep (g_test_rand_int_range (0, n_wanted ? 10000 : 60000));
  for (guint i = 0; i < n_children; i++)
    child_kill (&children[i]);

  database = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);
  if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_READ) && !g_file_query_exists (file, NULL))
    g_clear_error (&error);
  g_assert_no_error (error);
  if (database != NULL)
    {
      log = steward_database_read_log (database, NULL, 0, G_MAXINT, &error);
      g_assert_no_error (error);
      database_assert_sound (database);
    }
  else
    log = g_ptr_array_new ();
  for (guint i = 0; i < n_children; i++)
    n += child_check (&children[i], log);
  g_assert_cmpuint (n, >=, n_wanted);
  return n;
}

static void
test_nothing_said_is_lost (StoreFixture  *fixture,
                           gconstpointer  data)
{
  guint n = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      if (round % ROUNDS_WITH_ONE_FILE == 0)
        {
          store_fixture_tear_down (fixture, NULL);
          store_fixture_set_up (fixture, NULL);
        }
      n += run_round (fixture, round);
    }
  g_test_message ("%u changes were said to be stored", n);
}

static void
test_a_killed_holder_lets_go (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_load_sample ("jincheng-factory");
  g_autoptr(GError) error = NULL;
  Child child;

  child_start (&child, steward_database_get_file (database), "--hold");
  child_wait_for (&child, "ready");
  g_assert_cmpint (steward_database_import (database, project, TRUE, "王", NULL, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_BUSY);
  g_assert_cmpstr (error->message, !=, "");
  g_clear_error (&error);
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 0);

  child_kill (&child);
  g_string_free (child.said, TRUE);
  g_assert_cmpint (steward_database_import (database, project, TRUE, "王", NULL, &error), ==, 1);
  g_assert_no_error (error);
  database_assert_sound (database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/kill/nothing-said-is-lost", test_nothing_said_is_lost);
  store_add ("/kill/a-killed-holder-lets-go", test_a_killed_holder_lets_go);
  return g_test_run ();
}
