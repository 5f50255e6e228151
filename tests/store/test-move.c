/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

#include <glib/gstdio.h>

#include "steward-error.h"
#include "steward-pack-draft.h"
#include "user-packs.h"

#define PACK "datong-2025"

static StewardDatabase *
start (StoreFixture *fixture)
{
  user_packs_clear ();
  return database_create (fixture);
}

/* The item of the first case of @project. */
static const char *
get_case_item (StewardProject *project)
{
  GPtrArray *cases = steward_project_get_cases (project);

  g_assert_cmpuint (cases->len, >, 0);
  return ((const StewardCase *) cases->pdata[0])->item;
}

/* Saves a version in which @item has a limit of 2 days, or is gone. */
static StewardPack *
save_version (const char *version,
              const char *item,
              gboolean    remove)
{
  static const StewardPackDraftBasis basis = { "测发〔2026〕9号", "", "", "2026-11-20", "" };
  g_autoptr(StewardPack) pack = steward_pack_library_load (PACK, NULL);
  g_autoptr(StewardPackDraft) draft = steward_pack_draft_new (pack);
  g_autoptr(GError) error = NULL;
  StewardPack *saved;

  if (remove)
    steward_pack_draft_remove (draft, "items", item, &error);
  else
    steward_pack_draft_set_text (draft, "items", item, "limit", "2", &error);
  g_assert_no_error (error);
  saved = steward_pack_draft_save (draft, version, &basis, &error);
  g_assert_no_error (error);
  return saved;
}

static void
assert_version (StewardDatabase *database,
                const char      *id,
                const char      *version)
{
  g_autoptr(StewardProject) project = database_load (database, id, NULL);

  g_assert_cmpstr (steward_pack_get_version (steward_project_get_pack (project)), ==, version);
}

/* The set that moves the stored project to @pack. */
static StewardChangeSet *
new_set (StewardDatabase *database,
         const char      *id,
         StewardPack     *pack)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardMove) move = steward_move_new (project, pack);

  g_assert_true (steward_move_is_possible (move));
  return steward_change_set_new_move (move, "管理员", version);
}

static void
test_a_project_keeps_its_rules (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = start (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "datong-complex");
  const char *id = steward_project_get_id (sample);
  g_autofree char *text = database_get_text (database, id);
  g_autoptr(StewardPack) saved = save_version ("2026.1", get_case_item (sample), FALSE);
  g_autoptr(StewardProject) other = steward_project_new (saved);
  g_autoptr(StewardChangeSet) set = NULL;

  database_assert_text (database, id, text);
  assert_version (database, id, "2025.1");
  /* Also a change leaves them, and another desk sees the same. */
  steward_project_set_fact (sample, STEWARD_FACT_NAME, "新名");
  set = steward_change_set_new (id, "", "", 1);
  {
    g_autoptr(StewardProject) now = database_load (database, id, NULL);
    g_autoptr(GVariant) before = steward_project_get_piece (now, STEWARD_PIECE_FACT, "name");

    steward_change_set_add (set, STEWARD_PIECE_FACT, "name", before, g_variant_new_string ("新名"));
  }
  database_apply (database, set);
  {
    g_autoptr(StewardDatabase) desk = database_open (fixture);

    assert_version (desk, id, "2025.1");
  }
  /* A new project has the new ones. */
  g_assert_cmpint (steward_database_import (database, other, TRUE, "", NULL, NULL), >, 0);
  assert_version (database, steward_project_get_id (other), "2026.1");
  database_assert_sound (database);
}

static void
test_moving_is_one_change (StoreFixture  *fixture,
                           gconstpointer  data)
{
  static const gboolean removes[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (removes); i++)
    {
      g_autoptr(StewardDatabase) database = start (fixture);
      g_autoptr(StewardProject) sample = database_add_sample (database, "datong-complex");
      const char *id = steward_project_get_id (sample);
      g_autofree char *item = g_strdup (get_case_item (sample));
      g_autofree char *before = database_get_text (database, id), *after = NULL;
      g_autoptr(StewardPack) saved = save_version ("2026.1", item, removes[i]);
      g_autoptr(StewardChangeSet) set = new_set (database, id, saved);
      g_autoptr(StewardProject) moved = NULL;

      database_apply (database, set);
      moved = database_load (database, id, NULL);
      g_assert_cmpstr (steward_pack_get_version (steward_project_get_pack (moved)), ==, "2026.1");
      g_assert_cmpuint (steward_project_get_cases (moved)->len, ==, steward_project_get_cases (sample)->len);
      if (removes[i])
        {
          g_assert_null (steward_project_find_case (moved, item));
          g_assert_cmpuint (steward_project_get_rows (moved)->len, ==, steward_project_get_rows (sample)->len + 1);
        }
      else
        {
          g_assert_cmpint (steward_pack_find_item (steward_project_get_pack (moved), item)->limit, ==, 2);
        }
      after = database_get_text (database, id);
      database_assert_sound (database);

      database_undo (database, id, FALSE);
      database_assert_text (database, id, before);
      assert_version (database, id, "2025.1");
      database_undo (database, id, TRUE);
      database_assert_text (database, id, after);
      assert_version (database, id, "2026.1");
      database_assert_sound (database);
      g_clear_object (&database);
      {
        g_autofree char *path = store_fixture_get_path (fixture, "steward.db");
        g_autofree char *wal = g_strconcat (path, "-wal", NULL), *shared = g_strconcat (path, "-shm", NULL);

        g_remove (path);
        g_remove (wal);
        g_remove (shared);
      }
    }
}

static void
assert_refused (StewardDatabase        *database,
                const StewardChangeSet *set,
                int                     code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = database_get_text (database, set->project);

  g_assert_cmpint (steward_database_apply (database, set, &error), <=, 0);
  g_assert_error (error, STEWARD_ERROR, code);
  database_assert_text (database, set->project, before);
}

static void
test_two_movers (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = start (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "datong-complex");
  const char *id = steward_project_get_id (sample);
  g_autofree char *item = g_strdup (get_case_item (sample));
  g_autofree char *box = g_strdup (steward_pack_find_item_box (steward_project_get_pack (sample), item)->id);
  g_autoptr(StewardPack) first = save_version ("2026.1", item, FALSE);
  g_autoptr(StewardPack) second = save_version ("2026.2", item, TRUE);
  g_autoptr(StewardChangeSet) ours = new_set (database, id, second), theirs = new_set (database, id, first);
  g_autoptr(StewardChangeSet) late = NULL;
  g_autoptr(GVariant) tick = steward_project_get_piece (sample, STEWARD_PIECE_TICK, box);

  database_apply (database, theirs);
  assert_refused (database, ours, STEWARD_ERROR_CONFLICT);
  assert_version (database, id, "2026.1");

  /* Somebody who has not heard of the move can still change what has its place
   * in the new rules, and nothing else. */
  steward_change_set_free (g_steal_pointer (&ours));
  ours = new_set (database, id, second);
  database_apply (database, ours);
  late = steward_change_set_new (id, "王", "Tick", 1);
  steward_change_set_add (late, STEWARD_PIECE_TICK, box, tick, NULL);
  assert_refused (database, late, STEWARD_ERROR_CONFLICT);
  database_assert_sound (database);
}

static void
test_a_version_that_is_gone (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = start (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "datong-complex");
  const char *id = steward_project_get_id (sample);
  g_autoptr(StewardPack) saved = save_version ("2026.1", get_case_item (sample), FALSE);
  g_autoptr(StewardChangeSet) set = new_set (database, id, saved);

  database_apply (database, set);
  g_clear_object (&database);
  user_packs_clear ();
  /* The newest at hand reads it, as long as everything has its place there. */
  database = database_open (fixture);
  assert_version (database, id, "2025.1");
  database_assert_sound (database);
}

#define ADD(name, func) g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  user_packs_set_up ();
  g_test_init (&argc, &argv, NULL);
  ADD ("/move/a-project-keeps-its-rules", test_a_project_keeps_its_rules);
  ADD ("/move/is-one-change", test_moving_is_one_change);
  ADD ("/move/of-two-movers-one-is-refused", test_two_movers);
  ADD ("/move/a-version-that-is-gone", test_a_version_that_is_gone);
  status = g_test_run ();
  user_packs_tear_down ();
  return status;
}
