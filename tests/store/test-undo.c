/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

#include "steward-error.h"

/* Checked for errors of memory, each round takes several times as long. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 40
#else
#define ROUNDS 120
#endif

/* Applies random changes through a recorder, as the window does, and keeps
 * what the project file was before each. */
static GPtrArray *
change_at_random (StewardDatabase *database,
                  const char      *id,
                  GRand           *random,
                  int              rounds)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);

  for (int i = 0; i < rounds; i++)
    {
      int n = g_rand_int_range (random, 1, 4);
      g_autofree char *before = database_get_text (database, id);
      g_autoptr(StewardChangeSet) set = NULL;
      g_autofree char *now = NULL;

      while (n-- > 0)
        random_change (project, random);
      set = steward_recorder_take (recorder, "王", NULL);
      if (set == NULL)
        continue;
      g_assert_cmpstr (set->label, !=, "");
      steward_recorder_set_version (recorder, database_apply (database, set));
      g_ptr_array_add (states, g_steal_pointer (&before));
      now = database_to_text (project);
      database_assert_text (database, id, now);
    }
  return states;
}

static void
undo (StewardDatabase *database,
      const char      *id,
      gboolean         redo)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardLogEntry) peeked = steward_database_peek_undo (database, id, redo, &error);
  g_autoptr(StewardLogEntry) entry = steward_database_undo (database, id, redo, "李", &error);

  g_assert_no_error (error);
  g_assert_nonnull (peeked);
  g_assert_cmpint (entry->undoes, ==, peeked->sequence);
  g_assert_cmpstr (entry->label, ==, peeked->label);
  g_assert_cmpint (entry->sequence, ==, steward_database_get_sequence (database, NULL));
}

static void
reopen (StoreFixture     *fixture,
        StewardDatabase **database)
{
  g_clear_object (database);
  *database = database_open (fixture);
}

static void
test_undo_and_redo_of_everything (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  static const char *const samples[] = { "jincheng-factory", "datong-complex", "jincheng-school" };

  g_autoptr(StewardDatabase) database = database_create (fixture);

  for (guint s = 0; s < G_N_ELEMENTS (samples); s++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
      g_autoptr(StewardProject) sample = database_add_sample (database, samples[s]);
      const char *id = steward_project_get_id (sample);
      g_autoptr(GPtrArray) states = change_at_random (database, id, random, ROUNDS);
      g_autofree char *end = database_get_text (database, id);

      g_assert_cmpuint (states->len, >, ROUNDS / 2);
      for (guint i = states->len; i-- > 0;)
        {
          undo (database, id, FALSE);
          database_assert_text (database, id, states->pdata[i]);
          if (i % 37 == 0)
            reopen (fixture, &database);
        }
      for (guint i = 0; i < states->len; i++)
        {
          database_assert_text (database, id, states->pdata[i]);
          undo (database, id, TRUE);
        }
      database_assert_text (database, id, end);
      g_assert_null (steward_database_peek_undo (database, id, TRUE, NULL));
    }
  database_assert_sound (database);
}

static void
test_any_way_back_and_forth (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "jincheng-school");
  const char *id = steward_project_get_id (sample);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GPtrArray) states = change_at_random (database, id, random, 20);
  guint at;

  g_ptr_array_add (states, database_get_text (database, id));
  at = states->len - 1;
  for (int i = 0; i < 300; i++)
    {
      gboolean redo = at == states->len - 1 ? FALSE : at == 0 ? TRUE : g_rand_boolean (random);

      if (g_rand_int_range (random, 0, 15) == 0)
        {
          g_autoptr(GPtrArray) more = change_at_random (database, id, random, 1);

          if (more->len == 0)
            continue;
          g_ptr_array_set_size (states, at + 1);
          g_ptr_array_add (states, database_get_text (database, id));
          g_assert_null (steward_database_peek_undo (database, id, TRUE, NULL));
          at++;
          continue;
        }
      undo (database, id, redo);
      at += redo ? 1 : -1;
      database_assert_text (database, id, states->pdata[at]);
    }
  database_assert_sound (database);
}

static void
test_the_beginning_can_be_taken_back (StoreFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "datong-complex");
  const char *id = steward_project_get_id (sample);
  g_autofree char *text = database_get_text (database, id);
  g_autoptr(GError) error = NULL;

  undo (database, id, FALSE);
  g_assert_cmpint (steward_database_get_version (database, id, NULL), ==, 0);
  g_assert_null (steward_database_load_project (database, id, NULL, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (steward_database_undo (database, id, FALSE, "李", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  database_assert_sound (database);
  reopen (fixture, &database);
  undo (database, id, TRUE);
  database_assert_text (database, id, text);
  database_assert_sound (database);
}

static void
test_undo_of_any_project_takes_the_newest (StoreFixture  *fixture,
                                           gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) first = database_add_sample (database, "datong-complex");
  g_autoptr(StewardProject) second = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (first, 1);
  g_autoptr(StewardChangeSet) set = NULL;
  g_autoptr(StewardLogEntry) entry = NULL, other = NULL;

  steward_project_set_suggestion (first, "好");
  set = steward_recorder_take (recorder, "王", NULL);
  database_apply (database, set);
  entry = steward_database_undo (database, NULL, FALSE, "王", NULL);
  g_assert_cmpstr (entry->project, ==, steward_project_get_id (first));
  other = steward_database_undo (database, NULL, FALSE, "王", NULL);
  g_assert_cmpstr (other->project, ==, steward_project_get_id (second));
  undo (database, NULL, TRUE);
  undo (database, NULL, TRUE);
  g_assert_null (steward_database_peek_undo (database, NULL, TRUE, NULL));
  database_assert_sound (database);
}

static void
test_undo_does_not_touch_what_it_does_not_know (StoreFixture  *fixture,
                                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "datong-complex");
  const char *id = steward_project_get_id (sample);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (sample, 1);
  g_autoptr(StewardChangeSet) set = NULL;
  g_autoptr(StewardLogEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  steward_project_set_suggestion (sample, "好");
  set = steward_recorder_take (recorder, "王", NULL);
  database_apply (database, set);
  store_run_as_stranger (steward_database_get_file (database), "UPDATE suggestions SET value = '坏'");
  reopen (fixture, &database);
  entry = steward_database_undo (database, id, FALSE, "王", &error);
  g_assert_null (entry);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_add ("/undo/undo-and-redo-of-everything-is-exact", test_undo_and_redo_of_everything);
  store_add ("/undo/any-way-back-and-forth", test_any_way_back_and_forth);
  store_add ("/undo/the-beginning-can-be-taken-back", test_the_beginning_can_be_taken_back);
  store_add ("/undo/of-any-project-takes-the-newest", test_undo_of_any_project_takes_the_newest);
  store_add ("/undo/does-not-touch-what-it-does-not-know", test_undo_does_not_touch_what_it_does_not_know);

  return g_test_run ();
}
