/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

#include <string.h>

#include "steward-backup.h"
#include "steward-error.h"
#include "steward-listing.h"
#include "steward-shared-credit.h"

/* The change of one fact of the stored project, seen at @base. (transfer full) */
static StewardChangeSet *
new_fact_set (StewardProject *project,
              gint64          base,
              const char     *actor,
              StewardFact     fact,
              const char     *value)
{
  StewardChangeSet *set = steward_change_set_new (steward_project_get_id (project), actor, "Change it", base);
  g_autoptr(GVariant) before = steward_project_get_piece (project, STEWARD_PIECE_FACT, steward_fact_get_key (fact));

  steward_change_set_add (set, STEWARD_PIECE_FACT, steward_fact_get_key (fact), before, g_variant_new_string (value));
  return set;
}

static gint64
count (StewardDatabase *database,
       const char      *sql)
{
  return store_query (steward_database_get_driver (database), sql);
}

static void
assert_fact (StewardDatabase *database,
             StewardProject  *project,
             StewardFact      fact,
             const char      *value)
{
  g_autoptr(StewardProject) stored = database_load (database, steward_project_get_id (project), NULL);

  g_assert_cmpstr (steward_project_get_fact (stored, fact), ==, value);
}

static void
test_samples_come_back_as_they_were (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);

  for (const StewardSample *sample = steward_samples_list (); sample->id; sample++)
    {
      g_autoptr(StewardProject) project = database_add_sample (database, sample->id);
      g_autofree char *text = database_to_text (project);

      g_assert_true (g_uuid_string_is_valid (steward_project_get_id (project)));
      database_assert_text (database, steward_project_get_id (project), text);
    }
  database_assert_sound (database);
}

/* File, store, file again, with whatever may stand in a project. */
static void
test_import_and_export_are_exact (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 40; i++)
    {
      g_autoptr(StewardProject) project = database_load_sample (i % 2 ? "jincheng-factory" : "datong-complex");
      g_autoptr(StewardProject) read = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(StewardProblems) problems = steward_problems_new ();
      g_autofree char *text = NULL;
      gboolean pack_changed;
      gint64 version;

      for (int n = 0; n < 60; n++)
        random_change (project, random);
      version = steward_database_import (database, project, TRUE, "王", NULL, NULL);
      g_assert_cmpint (version, >, 0);
      text = database_to_text (project);
      database_assert_text (database, steward_project_get_id (project), text);

      bytes = g_bytes_new (text, strlen (text));
      read = steward_project_file_read (bytes, "export", &pack_changed, problems);
      g_assert_nonnull (read);
      /* What rows that are gone leave between the positions is no difference. */
      g_assert_cmpint (steward_database_import (database, read, FALSE, "王", NULL, NULL), ==, version);
      database_assert_text (database, steward_project_get_id (read), text);
    }
  database_assert_sound (database);
}

static void
test_import_again_is_one_change (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  const char *id = steward_project_get_id (project);
  g_autofree char *before = database_get_text (database, id), *after = NULL, *old_id = g_strdup (id);
  g_autoptr(StewardLogEntry) entry = NULL;
  gint64 version;

  for (int i = 0; i < 50; i++)
    random_change (project, random);
  after = database_to_text (project);
  version = steward_database_import (database, project, FALSE, "王", "Import it", NULL);
  g_assert_cmpint (version, ==, 2);
  database_assert_text (database, id, after);
  entry = steward_database_undo (database, id, FALSE, "王", NULL);
  g_assert_cmpstr (entry->label, ==, "Import it");
  database_assert_text (database, id, before);

  g_assert_cmpint (steward_database_import (database, project, TRUE, "王", NULL, NULL), ==, 4);
  g_assert_cmpstr (steward_project_get_id (project), !=, old_id);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM projects"), ==, 2);
  database_assert_sound (database);
}

static void
test_another_pack_is_refused (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardPack) pack = steward_pack_library_load ("datong-2025", NULL);
  g_autoptr(StewardProject) other = steward_project_new (pack);
  g_autoptr(GError) error = NULL;

  steward_project_set_id (other, steward_project_get_id (project));
  g_assert_cmpint (steward_database_import (database, other, FALSE, "王", NULL, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "jincheng-2022"));
  g_assert_nonnull (strstr (error->message, "datong-2025"));
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 1);
}

/* The version of the pack that a project was made with stays recorded until
 * somebody takes the project in anew; a change of state does not do it. */
static void
test_the_version_of_the_pack_stays (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  const char *id = steward_project_get_id (project);
  g_autoptr(GVariant) before = steward_project_get_piece (project, STEWARD_PIECE_RECORD, ""), after = NULL;
  g_autoptr(StewardChangeSet) set = steward_change_set_new (id, "王", "Close project", 1);
  const char *pack, *version, *sha256;

  g_variant_get (before, "(&s&s&s&s)", &pack, &version, &sha256, NULL);
  after = g_variant_ref_sink (g_variant_new ("(ssss)", pack, version, sha256, "closed"));
  steward_change_set_add (set, STEWARD_PIECE_RECORD, "", before, after);
  store_execute (steward_database_get_driver (database), "UPDATE projects SET pack_version = '0', pack_sha256 = 'old'");
  g_clear_object (&database);
  database = database_open (fixture);
  database_apply (database, set);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM projects WHERE pack_version = '0' AND pack_sha256 = 'old'"
                                    " AND state = 'closed'"), ==, 1);
  steward_project_set_state (project, STEWARD_STATE_CLOSED);
  g_assert_cmpint (steward_database_import (database, project, FALSE, "王", NULL, NULL), ==, 3);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM projects WHERE pack_sha256 = 'old'"), ==, 0);
}

static void
test_a_change_of_the_same_piece_is_a_conflict (StoreFixture  *fixture,
                                               gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture), other = database_open (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardChangeSet) mine = new_fact_set (project, 1, "王", STEWARD_FACT_PLACE, "甲");
  g_autoptr(StewardChangeSet) theirs = new_fact_set (project, 1, "李", STEWARD_FACT_PLACE, "乙");
  g_autoptr(StewardChangeSet) elsewhere = new_fact_set (project, 1, "王", STEWARD_FACT_NOTE, "丙");
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (database_apply (other, theirs), ==, 2);
  g_assert_cmpint (steward_database_apply (database, mine, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "李"));
  g_assert_nonnull (strstr (error->message, "Change it"));
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 2);
  assert_fact (database, project, STEWARD_FACT_PLACE, "乙");
  g_assert_cmpint (database_apply (database, elsewhere), ==, 3);
  assert_fact (other, project, STEWARD_FACT_NOTE, "丙");
  assert_fact (other, project, STEWARD_FACT_PLACE, "乙");
  database_assert_sound (database);
}

static StewardChangeSet *
remove_row (StewardProject *project,
            const char     *row,
            const char     *actor)
{
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, 1);

  steward_project_set_row_text (project, row, "");
  return steward_recorder_take (recorder, actor, "Remove it");
}

static StewardChangeSet *
refer_to_row (StewardProject *project,
              const char     *row,
              const char     *actor,
              gboolean        entrusts)
{
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, 1);
  g_autoptr(StewardCase) handled = steward_case_new ("new", row);
  const char *const items[] = { row, NULL };
  StewardEntrustment entrustment = { NULL, (char **) items, STEWARD_DAY_NONE };

  if (entrusts)
    steward_project_set_entrustment (project, &entrustment);
  else
    steward_project_put_case (project, handled);
  return steward_recorder_take (recorder, actor, "Refer to it");
}

/* One removes a row, another gives it a case or entrusts it: different
 * pieces, yet with both the project could not be read from a file again. */
static void
test_what_is_referred_to_stays (StoreFixture  *fixture,
                                gconstpointer  data)
{
  for (int i = 0; i < 4; i++)
    {
      gboolean removes_first = i & 1;
      g_autoptr(StewardDatabase) database = database_create (fixture);
      g_autoptr(StewardProject) project = database_load_sample ("jincheng-factory");
      g_autofree char *row = g_strdup (steward_project_add_rows (project, "nat.s3.box.item.blank", "临时", "王"));
      g_autoptr(StewardProject) theirs = NULL, mine = NULL;
      g_autoptr(StewardChangeSet) first = NULL, second = NULL;
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      const char *id;

      g_assert_cmpint (steward_database_import (database, project, TRUE, "王", NULL, NULL), ==, 1);
      id = steward_project_get_id (project);
      theirs = database_load (database, id, NULL);
      mine = database_load (database, id, NULL);
      first = removes_first ? remove_row (theirs, row, "李") : refer_to_row (theirs, row, "李", i & 2);
      second = removes_first ? refer_to_row (mine, row, "王", i & 2) : remove_row (mine, row, "王");
      database_apply (database, first);
      text = database_get_text (database, id);
      g_assert_cmpint (steward_database_apply (database, second, &error), ==, 0);
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, "李"));
      g_assert_nonnull (strstr (error->message, removes_first ? "Remove it" : "Refer to it"));
      database_assert_text (database, id, text);
      database_assert_sound (database);
      g_clear_object (&database);
      store_fixture_tear_down (fixture, NULL);
      store_fixture_set_up (fixture, NULL);
    }
}

static void
test_own_changes_follow_each_other (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, 1);
  static const char *const values[] = { "甲", "乙", "甲" };

  /* The answers to the first ones are still on their way. */
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(StewardChangeSet) set = NULL;

      steward_project_set_suggestion (project, values[i]);
      set = steward_recorder_take (recorder, "王", NULL);
      g_assert_cmpint (set->base, ==, 1);
      g_assert_cmpint (database_apply (database, set), ==, 2 + i);
    }
  database_assert_sound (database);
}

static void
test_all_or_nothing (StoreFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autofree char *text = database_get_text (database, steward_project_get_id (project));
  g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_change_set_free);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (sets, new_fact_set (project, 1, "王", STEWARD_FACT_PLACE, "甲"));
  g_ptr_array_add (sets, new_fact_set (project, 1, "王", STEWARD_FACT_NOTE, "乙"));
  g_ptr_array_add (sets, new_fact_set (project, 1, "王", STEWARD_FACT_PLACE, "丙"));
  g_assert_cmpint (steward_database_apply_all (database, sets, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
  database_assert_text (database, steward_project_get_id (project), text);
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 1);
  g_ptr_array_remove_index (sets, 2);
  g_assert_cmpint (steward_database_apply_all (database, sets, NULL), ==, 3);
  assert_fact (database, project, STEWARD_FACT_NOTE, "乙");
  database_assert_sound (database);
}

/* As if its author had seen the project as it is. */
static void
add_change (StewardChangeSet *set,
            StewardProject   *project,
            StewardPieceKind  kind,
            const char       *key,
            GVariant         *after)
{
  g_autoptr(GVariant) before = NULL;

  if (strcmp (set->project, steward_project_get_id (project)) == 0)
    before = steward_project_get_piece (project, kind, key);
  steward_change_set_add (set, kind, key, before, after);
}

static void
test_what_does_not_fit_changes_nothing (StoreFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  const char *id = steward_project_get_id (project);
  g_autofree char *text = database_get_text (database, id), *unknown = g_uuid_string_random ();
  const struct { const char *id; StewardPieceKind kind; const char *key; GVariant *value; int code; } cases[] = {
    { id, STEWARD_PIECE_FACT, "no-such-fact", g_variant_new_string ("x"), STEWARD_ERROR_UNKNOWN },
    { id, STEWARD_PIECE_TICK, "no.such.box", g_variant_new ("(bss)", TRUE, "", ""), STEWARD_ERROR_UNKNOWN },
    { id, STEWARD_PIECE_SUGGESTION, "", g_variant_new ("(s)", "x"), STEWARD_ERROR_INVALID },
    { unknown, STEWARD_PIECE_SUGGESTION, "", g_variant_new_string ("x"), STEWARD_ERROR_UNKNOWN },
    { id, STEWARD_PIECE_RECORD, "", g_variant_new ("(ssss)", "x", "", "", "open"), STEWARD_ERROR_INVALID },
    { unknown, STEWARD_PIECE_RECORD, "", g_variant_new ("(ssss)", "x", "", "", "open"), STEWARD_ERROR_UNKNOWN },
    { unknown, STEWARD_PIECE_RECORD, "", g_variant_new ("(ssss)", "datong-2025", "", "", "x"), STEWARD_ERROR_INVALID },
    { "x", STEWARD_PIECE_RECORD, "", g_variant_new ("(ssss)", "datong-2025", "", "", "open"), STEWARD_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(StewardChangeSet) set = steward_change_set_new (cases[i].id, "王", "x", 0);
      g_autoptr(GError) error = NULL;

      add_change (set, project, STEWARD_PIECE_FACT, "note", g_variant_new_string ("x"));
      add_change (set, project, cases[i].kind, cases[i].key, cases[i].value);
      g_assert_cmpint (steward_database_apply (database, set, &error), ==, 0);
      g_assert_error (error, STEWARD_ERROR, cases[i].code);
      database_assert_text (database, id, text);
    }
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 1);
  database_assert_sound (database);
}

/* Each keeps projects in memory, and each has to see what the other wrote. */
static void
test_two_connections_take_turns (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(StewardDatabase) first = database_create (fixture), second = database_open (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (first, "jincheng-factory");
  const char *id = steward_project_get_id (sample);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 60; i++)
    {
      StewardDatabase *database = i % 2 ? first : second;
      gint64 version;
      g_autoptr(StewardProject) project = database_load (database, id, &version);
      g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
      g_autoptr(StewardChangeSet) set = NULL;
      g_autofree char *text = NULL;

      for (int n = 0; n < 3; n++)
        random_change (project, random);
      set = steward_recorder_take (recorder, i % 2 ? "王" : "李", NULL);
      if (set)
        database_apply (database, set);
      text = database_to_text (project);
      database_assert_text (i % 2 ? second : first, id, text);
    }
  database_assert_sound (second);
}

/* A change of a fact by somebody who looked at the project just before. */
static void
tell (StewardDatabase *database,
      const char      *id,
      StewardFact      fact,
      const char      *value)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardChangeSet) set = new_fact_set (project, version, "王", fact, value);

  database_apply (database, set);
}

/* The text of the only project and what the list says of it, as a connection
 * sees them that keeps nothing in memory. */
static void
check_only_project (StoreFixture *fixture,
                    const char   *id,
                    const char   *name,
                    const char   *unit)
{
  g_autoptr(StewardDatabase) fresh = database_open (fixture);
  g_autoptr(StewardProject) project = database_load (fresh, id, NULL);
  gint64 number = steward_database_get_number (fresh, id, NULL);
  g_autoptr(GPtrArray) lines = steward_database_read_lines (fresh, &number, 1, steward_day_today (), NULL);
  const StewardProjectLine *line = lines->pdata[0];

  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_NAME), ==, name);
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_UNIT), ==, unit);
  g_assert_cmpstr (line->name, ==, name);
  g_assert_cmpstr (line->unit, ==, unit);
  database_assert_sound (fresh);
}

/* Sequences are given anew after a restore: what a connection keeps of the
 * project at one of them is of another history. */
static void
test_restored_is_not_what_was_kept (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) first = database_create (fixture), second = database_open (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (first, "jincheng-factory");
  const char *id = steward_project_get_id (sample);
  StewardDatabase *restoring[] = { first, second };

  tell (first, id, STEWARD_FACT_NAME, "虚构甲");
  tell (second, id, STEWARD_FACT_UNIT, "虚构单位");
  for (guint i = 0; i < G_N_ELEMENTS (restoring); i++)
    {
      StewardDatabase *other = restoring[1 - i];
      g_autoptr(GFile) backup = steward_backup_make (first, NULL, NULL, NULL, NULL, NULL);
      g_autoptr(GError) error = NULL;

      tell (other, id, STEWARD_FACT_UNIT, "虚构单位一");
      tell (first, id, STEWARD_FACT_NAME, "虚构乙");
      steward_backup_restore (restoring[i], backup, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      check_only_project (fixture, id, "虚构甲", "虚构单位");

      /* The first has the sequence of what was taken away by the restore. */
      tell (other, id, STEWARD_FACT_NOTE, i == 0 ? "子" : "丑");
      tell (restoring[i], id, STEWARD_FACT_PLACE, i == 0 ? "虚构路 1 号" : "虚构路 2 号");
      check_only_project (fixture, id, "虚构甲", "虚构单位");
      tell (first, id, STEWARD_FACT_NAME, "虚构丙");
      check_only_project (fixture, id, "虚构丙", "虚构单位");
      tell (second, id, STEWARD_FACT_NAME, "虚构甲");
      check_only_project (fixture, id, "虚构甲", "虚构单位");
    }
}

static void
test_the_log_tells_in_both_directions (StoreFixture  *fixture,
                                       gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardProject) other = database_add_sample (database, "datong-complex");
  const char *id = steward_project_get_id (project);
  static const struct { gboolean one; gint64 after; int limit; gint64 first; guint n; } cases[] = {
    { FALSE, 0, 100, 1, 5 }, { FALSE, 0, -100, 5, 5 }, { FALSE, 3, 100, 4, 2 }, { FALSE, 0, 2, 1, 2 },
    { FALSE, 0, -2, 5, 2 }, { TRUE, 0, 100, 1, 4 }, { TRUE, 1, 100, 3, 3 }, { TRUE, 0, -1, 5, 1 },
    { FALSE, 5, 100, 0, 0 }, { TRUE, 0, G_MAXINT, 1, 4 }, { FALSE, 0, G_MININT, 5, 5 }, { FALSE, 0, 0, 0, 0 },
  };

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *value = g_strdup_printf ("%d", i);
      g_autoptr(StewardChangeSet) set = new_fact_set (project, 1, "王", STEWARD_FACT_NOTE, value);

      database_apply (database, set);
      steward_project_set_fact (project, STEWARD_FACT_NOTE, value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entries = steward_database_read_log (database, cases[i].one ? id : NULL, cases[i].after,
                                                                cases[i].limit, NULL);

      g_assert_cmpuint (entries->len, ==, cases[i].n);
      if (entries->len > 0)
        g_assert_cmpint (((StewardLogEntry *) entries->pdata[0])->sequence, ==, cases[i].first);
    }
}

static void
test_time_never_goes_back (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardChangeSet) set = new_fact_set (project, 1, "王", STEWARD_FACT_NOTE, "甲");
  g_autoptr(GPtrArray) entries = NULL;

  /* As if the clock had been right only after the first entry. */
  store_execute (steward_database_get_driver (database), "UPDATE log SET at = '2190-01-01T00:00:00.000000Z'");
  database_apply (database, set);
  entries = steward_database_read_log (database, NULL, 1, 1, NULL);
  g_assert_cmpstr (((StewardLogEntry *) entries->pdata[0])->at, ==, "2190-01-01T00:00:00.000000Z");
}

static void
test_settings (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autofree char *unset = steward_database_get_setting (database, "a", NULL), *set = NULL;

  g_assert_cmpstr (unset, ==, "");
  g_assert_true (steward_database_set_setting (database, "a", "甲", NULL));
  g_assert_true (steward_database_set_setting (database, "a", "乙", NULL));
  set = steward_database_get_setting (database, "a", NULL);
  g_assert_cmpstr (set, ==, "乙");
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 0);
}

static void
test_read_only_reads (StoreFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(StewardDatabase) writer = database_create (fixture), reader = NULL;
  g_autoptr(StewardProject) project = database_add_sample (writer, "jincheng-school");
  g_autoptr(StewardChangeSet) set = new_fact_set (project, 1, "王", STEWARD_FACT_NOTE, "甲");
  g_autofree char *text = database_to_text (project);
  g_autoptr(GError) error = NULL;

  reader = steward_database_open (steward_database_get_file (writer), STEWARD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  database_assert_text (reader, steward_project_get_id (project), text);
  database_assert_sound (reader);
  g_assert_cmpint (steward_database_apply (reader, set, &error), ==, 0);
  g_assert_nonnull (error);
}

static void
assert_found (StewardDatabase *database,
              const char      *text,
              guint            n)
{
  const StewardListQuery query = { .text = text, .today = steward_day_today () };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = steward_database_find (database, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (numbers->len, ==, n);
}

static void
test_lists_follow_the_project (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr(StewardChangeSet) set = new_fact_set (project, 1, "王", STEWARD_FACT_NAME, "大同虚构项目");

  database_apply (database, set);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM digests WHERE name = '大同虚构项目'"), ==, 1);
  assert_found (database, "大同虚构", 1);
  database_undo (database, NULL, FALSE);
  assert_found (database, "大同虚构", 0);
  assert_found (database, "", 1);
  database_undo (database, NULL, FALSE);
  assert_found (database, "", 0);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM digests"), ==, 0);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM search"), ==, 0);
  g_assert_cmpint (count (database, "SELECT COUNT(*) FROM agenda"), ==, 0);
}

static void
test_sections_are_replaced_by_who_saw_them (StoreFixture  *fixture,
                                            gconstpointer  data)
{
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autoptr (StewardDatabase) other = database_open (fixture);
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardSections) seen = steward_database_load_sections (database, pack, &error);
  g_autoptr (StewardSections) mine = steward_sections_copy (seen);
  g_autoptr (StewardSections) stored = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (steward_sections_add (mine, "虚构科", ""));
  g_assert_true (steward_database_save_sections (database, seen, mine, &error));
  g_assert_no_error (error);

  g_assert_false (steward_database_save_sections (other, seen, seen, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
  g_clear_error (&error);
  stored = steward_database_load_sections (other, pack, &error);
  g_assert_nonnull (steward_sections_find (stored, "section.1"));
  g_assert_true (steward_database_save_sections (other, NULL, seen, &error));
  g_assert_true (steward_database_save_sections (other, seen, stored, &error));
  database_assert_sound (database);
}

static gint64
get_version (StewardDatabase *database,
             StewardProject  *project)
{
  gint64 version = 0;
  g_autoptr(StewardProject) stored = database_load (database, steward_project_get_id (project), &version);

  return version;
}

/* A record of one project is known to the others of the same enterprise, and to
 * nobody else. */
static void
test_one_enterprise_has_one_record (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  static const char code[] = "91350100M000100Y43";
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardSharedCredit) found = NULL;
  const char *ids[3];
  g_autoptr(GPtrArray) projects = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < 3; i++)
    {
      StewardProject *project = database_add_sample (database, "jincheng-factory");
      g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, get_version (database, project));
      const StewardCredit credit = { i == 0 ? STEWARD_STANDING_GOOD : STEWARD_STANDING_BREACH,
                                     steward_day_from_ymd (2026, 3, 2 + i), NULL, NULL };
      g_autoptr(StewardChangeSet) set = NULL;

      g_ptr_array_add (projects, project);
      ids[i] = steward_project_get_id (project);
      steward_project_set_fact (project, STEWARD_FACT_CREDIT_CODE, i < 2 ? code : "91140500MA0K0000XX");
      steward_project_set_credit (project, &credit);
      set = steward_recorder_take (recorder, "王", "Look it up");
      database_apply (database, set);
    }
  found = steward_database_find_credit (database, code, ids[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->project, ==, ids[1]);
  g_assert_cmpint (found->standing, ==, STEWARD_STANDING_BREACH);
  g_assert_cmpint (found->day, ==, steward_day_from_ymd (2026, 3, 3));
  g_assert_cmpstr (found->name, !=, "");
  g_clear_pointer (&found, steward_shared_credit_free);
  /* Not its own, and of nobody without a code. */
  found = steward_database_find_credit (database, code, ids[1], &error);
  g_assert_cmpint (found->standing, ==, STEWARD_STANDING_GOOD);
  g_assert_null (steward_database_find_credit (database, "", ids[0], &error));
  g_assert_null (steward_database_find_credit (database, "91140500MA0K0000XX", ids[2], &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_add ("/database/samples-come-back-as-they-were", test_samples_come_back_as_they_were);
  store_add ("/database/import-and-export-are-exact", test_import_and_export_are_exact);
  store_add ("/database/import-again-is-one-change", test_import_again_is_one_change);
  store_add ("/database/another-pack-is-refused", test_another_pack_is_refused);
  store_add ("/database/the-version-of-the-pack-stays", test_the_version_of_the_pack_stays);
  store_add ("/database/a-change-of-the-same-piece-is-a-conflict", test_a_change_of_the_same_piece_is_a_conflict);
  store_add ("/database/what-is-referred-to-stays", test_what_is_referred_to_stays);
  store_add ("/database/own-changes-follow-each-other", test_own_changes_follow_each_other);
  store_add ("/database/all-or-nothing", test_all_or_nothing);
  store_add ("/database/what-does-not-fit-changes-nothing", test_what_does_not_fit_changes_nothing);
  store_add ("/database/two-connections-take-turns", test_two_connections_take_turns);
  store_add ("/database/what-was-restored-is-not-what-was-kept", test_restored_is_not_what_was_kept);
  store_add ("/database/the-log-tells-in-both-directions", test_the_log_tells_in_both_directions);
  store_add ("/database/time-never-goes-back", test_time_never_goes_back);
  store_add ("/database/settings", test_settings);
  store_add ("/database/sections-are-replaced-by-who-saw-them", test_sections_are_replaced_by_who_saw_them);
  store_add ("/database/one-enterprise-has-one-record", test_one_enterprise_has_one_record);
  store_add ("/database/read-only-reads", test_read_only_reads);
  store_add ("/database/lists-follow-the-project", test_lists_follow_the_project);

  return g_test_run ();
}
