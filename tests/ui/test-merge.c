/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-merge.h"
#include "steward-project-file.h"

#define MINE   "我写的"
#define THEIRS "别人写的"

static StewardProject *
load (void)
{
  g_autoptr (GError) error = NULL;
  StewardProject *project = steward_sample_load ("jincheng-factory", &error);

  g_assert_no_error (error);
  steward_project_set_id (project, "merge");

  return project;
}

/* What leads from the sample to @project. */
static StewardChangeSet *
changes_of (StewardProject *project)
{
  g_autoptr (StewardProject) sample = load ();

  return steward_change_set_compare (sample, project, "测试", "Change", 1);
}

static GPtrArray *
new_conflicts (void)
{
  return g_ptr_array_new_with_free_func (steward_conflict_free);
}

static void
test_only_ours_is_kept (void)
{
  g_autoptr (StewardProject) project = load (), stored = load ();
  g_autoptr (GPtrArray) conflicts = new_conflicts ();
  g_autoptr (StewardChangeSet) mine = NULL;
  const StewardPieceChange *change;

  steward_project_set_fact (project, STEWARD_FACT_NOTE, MINE);
  steward_project_set_fact (stored, STEWARD_FACT_NAME, THEIRS);
  mine = changes_of (project);
  steward_merge_sort (&mine, stored, 7, conflicts);
  g_assert_nonnull (mine);
  g_assert_cmpint (mine->base, ==, 7);
  g_assert_cmpuint (mine->changes->len, ==, 1);
  change = g_ptr_array_index (mine->changes, 0);
  g_assert_cmpstr (g_variant_get_string (change->after, NULL), ==, MINE);
  g_assert_cmpuint (conflicts->len, ==, 0);
}

static void
test_both_did_the_same (void)
{
  g_autoptr (StewardProject) project = load (), stored = load ();
  g_autoptr (GPtrArray) conflicts = new_conflicts ();
  g_autoptr (StewardChangeSet) mine = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NOTE, MINE);
  steward_project_set_fact (stored, STEWARD_FACT_NOTE, MINE);
  mine = changes_of (project);
  steward_merge_sort (&mine, stored, 7, conflicts);
  g_assert_null (mine);
  g_assert_cmpuint (conflicts->len, ==, 0);
}

static void
test_both_did_otherwise (void)
{
  g_autoptr (StewardProject) project = load (), stored = load ();
  g_autoptr (GPtrArray) conflicts = new_conflicts ();
  g_autoptr (StewardChangeSet) mine = NULL;
  const StewardConflict *conflict;

  steward_project_set_fact (project, STEWARD_FACT_NOTE, MINE);
  steward_project_set_fact (stored, STEWARD_FACT_NOTE, THEIRS);
  mine = changes_of (project);
  steward_merge_sort (&mine, stored, 7, conflicts);
  g_assert_null (mine);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpuint (conflict->kind, ==, STEWARD_PIECE_FACT);
  g_assert_cmpstr (g_variant_get_string (conflict->mine, NULL), ==, MINE);
  g_assert_cmpstr (g_variant_get_string (conflict->theirs, NULL), ==, THEIRS);
}

static void
test_pieces_collide (void)
{
  g_autoptr (StewardProject) project = load (), stored = load ();
  g_autoptr (StewardChangeSet) mine = NULL, theirs = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NOTE, MINE);
  mine = changes_of (project);
  steward_project_set_fact (stored, STEWARD_FACT_NAME, THEIRS);
  theirs = changes_of (stored);
  g_assert_false (steward_merge_collides (mine, theirs->changes));
  g_assert_false (steward_merge_collides (NULL, theirs->changes));
  steward_project_set_fact (stored, STEWARD_FACT_NOTE, MINE);
  g_clear_pointer (&theirs, steward_change_set_free);
  theirs = changes_of (stored);
  /* The same value is no quarrel, but somebody has to look. */
  g_assert_true (steward_merge_collides (mine, theirs->changes));
}

static void
test_taking_away_is_seen (void)
{
  g_autoptr (StewardProject) project = load ();
  g_autoptr (StewardChangeSet) made = steward_change_set_create (project, "测试", "New");
  g_autoptr (StewardChangeSet) taken = steward_change_set_new ("merge", "测试", "Gone", 1);

  g_assert_false (steward_merge_takes_away (made->changes));
  for (guint i = 0; i < made->changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (made->changes, i);

      steward_change_set_add (taken, change->kind, change->key, change->after, NULL);
    }
  g_assert_true (steward_merge_takes_away (taken->changes));
}

/* Some facts, texts and ticks are other than in the sample. */
static void
change_some (StewardProject *project,
             const char     *value)
{
  static const StewardFact facts[] = {
    STEWARD_FACT_NAME, STEWARD_FACT_NOTE, STEWARD_FACT_UNIT, STEWARD_FACT_CONTACT, STEWARD_FACT_PLACE,
  };
  GPtrArray *items = steward_pack_get_items (steward_project_get_pack (project));

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        steward_project_set_fact (project, facts[i], value);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);
      const StewardBox *box = steward_pack_find_item_box (steward_project_get_pack (project), item->id);

      if (box != NULL && g_test_rand_int_range (0, 8) == 0)
        steward_project_set_tick (project, box->id, g_test_rand_bit (), value, "2026-08-12T09:00:00+08:00");
    }
}

/* The value that @set gives to a piece; TRUE when it says anything of it. */
static gboolean
says (const StewardChangeSet *set,
      StewardPieceKind        kind,
      const char             *key)
{
  for (guint i = 0; set != NULL && i < set->changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (set->changes, i);

      if (change->kind == kind && g_str_equal (change->key, key))
        return TRUE;
    }

  return FALSE;
}

static void
assert_same (StewardProject   *one,
             StewardProject   *other,
             StewardPieceKind  kind,
             const char       *key)
{
  g_autoptr (GVariant) value = steward_project_get_piece (one, kind, key);
  g_autoptr (GVariant) expected = steward_project_get_piece (other, kind, key);

  g_assert_true ((value == NULL) == (expected == NULL));
  g_assert_true (value == NULL || g_variant_equal (value, expected));
}

/* What is in the project in the end is theirs, but for what only we changed;
 * and what we both changed otherwise is a conflict, nothing else is. */
static void
test_any_two_sides_come_together (void)
{
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (StewardProject) project = load (), ours = load (), stored = load ();
      g_autoptr (GPtrArray) conflicts = new_conflicts ();
      g_autoptr (GPtrArray) way = NULL;
      g_autoptr (StewardChangeSet) all = NULL, mine = NULL, rest = NULL;
      g_autoptr (GError) error = NULL;

      change_some (project, MINE);
      change_some (stored, g_test_rand_bit () ? THEIRS : MINE);
      all = changes_of (project);
      mine = steward_merge_copy (all);
      for (guint i = 0; i < all->changes->len; i++)
        {
          const StewardPieceChange *change = g_ptr_array_index (all->changes, i);

          g_assert_true (steward_project_set_piece (ours, change->kind, change->key, change->after, &error));
          g_assert_no_error (error);
        }

      steward_merge_sort (&mine, stored, 7, conflicts);
      way = steward_merge_follow (project, stored, mine);
      for (guint i = 0; i < way->len; i++)
        {
          const StewardPieceChange *change = g_ptr_array_index (way, i);

          g_assert_true (steward_project_set_piece (project, change->kind, change->key, change->after, &error));
          g_assert_no_error (error);
        }

      rest = steward_change_set_compare (stored, project, "", "", 0);
      g_assert_cmpuint (rest->changes->len, ==, mine != NULL ? mine->changes->len : 0);
      for (guint i = 0; i < rest->changes->len; i++)
        {
          const StewardPieceChange *change = g_ptr_array_index (rest->changes, i);

          g_assert_true (says (mine, change->kind, change->key));
          assert_same (project, ours, change->kind, change->key);
        }
      for (guint i = 0; i < conflicts->len; i++)
        {
          const StewardConflict *conflict = g_ptr_array_index (conflicts, i);

          g_assert_true (says (all, conflict->kind, conflict->key));
          g_assert_false (says (mine, conflict->kind, conflict->key));
          assert_same (project, stored, conflict->kind, conflict->key);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/what-only-we-changed-is-kept", test_only_ours_is_kept);
  g_test_add_func ("/merge/the-same-of-both-is-done", test_both_did_the_same);
  g_test_add_func ("/merge/other-values-are-a-conflict", test_both_did_otherwise);
  g_test_add_func ("/merge/pieces-collide", test_pieces_collide);
  g_test_add_func ("/merge/taking-a-project-away-is-seen", test_taking_away_is_seen);
  g_test_add_func ("/merge/any-two-sides-come-together", test_any_two_sides_come_together);

  return g_test_run ();
}
