/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-decisions.h"
#include "database-fixture.h"

#include <string.h>

#include "steward-error.h"
#include "steward-gate.h"

#define FACT_NAME STEWARD_PIECE_FACT, "name"

static GVariant *
text (const char *value)
{
  return value ? g_variant_new_string (value) : NULL;
}

static void
test_changes_of_one_piece_are_folded (void)
{
  static const struct { const char *first, *second, *third, *before, *after; guint n; } cases[] = {
    { NULL, "a", "b", NULL, "b", 1 },
    { "a", "b", "c", "a", "c", 1 },
    { "a", "b", "a", NULL, NULL, 0 },
    { NULL, "a", NULL, NULL, NULL, 0 },
    { "a", "a", "b", "a", "b", 1 },
    { "a", "b", NULL, "a", NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(StewardChangeSet) set = steward_change_set_new ("id", "王", "x", 3);
      const StewardPieceChange *change;

      steward_change_set_add (set, FACT_NAME, text (cases[i].first), text (cases[i].second));
      steward_change_set_add (set, FACT_NAME, text (cases[i].second), text (cases[i].third));
      g_assert_cmpuint (set->changes->len, ==, cases[i].n);
      if (cases[i].n == 0)
        continue;
      change = set->changes->pdata[0];
      g_assert_cmpstr (change->before ? g_variant_get_string (change->before, NULL) : NULL, ==, cases[i].before);
      g_assert_cmpstr (change->after ? g_variant_get_string (change->after, NULL) : NULL, ==, cases[i].after);
    }
}

static void
test_text_gives_the_same_changes (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(StewardProject) project = database_load_sample ("jincheng-factory");

  for (int i = 0; i < 60; i++)
    {
      g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, 1);
      g_autoptr(StewardChangeSet) set = NULL;
      g_autoptr(GPtrArray) again = NULL;
      g_autofree char *written = NULL, *rewritten = NULL;
      g_autoptr(GError) error = NULL;

      for (int n = 0; n < 4; n++)
        random_change (project, random);
      set = steward_recorder_take (recorder, "王", NULL);
      if (set == NULL)
        continue;
      written = steward_changes_to_text (set->changes);
      again = steward_changes_from_text (written, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (again->len, ==, set->changes->len);
      rewritten = steward_changes_to_text (again);
      g_assert_cmpstr (rewritten, ==, written);
    }
}

static void
test_text_that_is_none_is_refused (void)
{
  static const char *const wrong[] = {
    "", "null", "{}", "[1]", "[{}]", "[[]]", "[{\"kind\":\"fact\"}]", "[", "[]]",
    "[{\"kind\":\"fact\",\"key\":\"name\",\"before\":null}]",
    "[{\"kind\":\"fact\",\"key\":\"name\",\"before\":null,\"after\":null}]",
    "[{\"kind\":\"fact\",\"key\":\"name\",\"before\":\"a\",\"after\":\"a\"}]",
    "[{\"kind\":\"fact\",\"key\":\"name\",\"before\":null,\"after\":1}]",
    "[{\"kind\":\"fact\",\"key\":1,\"before\":null,\"after\":\"a\"}]",
    "[{\"kind\":\"facts\",\"key\":\"name\",\"before\":null,\"after\":\"a\"}]",
    "[{\"kind\":\"tick\",\"key\":\"b\",\"before\":null,\"after\":{\"on\":true}}]",
    "[{\"kind\":\"fact\",\"key\":\"name\",\"before\":null,\"after\":\"a\",\"more\":1}]",
    "[{\"kind\":\"fact\",\"key\":\"name\",\"before\":null,\"after\":\"\xff\"}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (steward_changes_from_text (wrong[i], &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
}

static void
test_comparing_gives_what_is_between (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 30; i++)
    {
      g_autoptr(StewardProject) before = database_load_sample ("datong-complex");
      g_autoptr(StewardProject) after = database_load_sample ("datong-complex");
      g_autoptr(StewardChangeSet) set = NULL;
      g_autofree char *first = database_to_text (before), *wanted = NULL, *forth = NULL, *back = NULL;
      g_autoptr(GError) error = NULL;

      for (int n = 0; n < 20; n++)
        random_change (after, random);
      wanted = database_to_text (after);
      set = steward_change_set_compare (before, after, "王", "x", 1);
      g_assert_true (steward_changes_apply (set->changes, FALSE, before, &error));
      forth = database_to_text (before);
      g_assert_cmpstr (forth, ==, wanted);
      g_assert_true (steward_changes_apply (set->changes, TRUE, before, &error));
      back = database_to_text (before);
      g_assert_cmpstr (back, ==, first);
    }
}

static void
assert_label (StewardRecorder *recorder,
              const char      *label)
{
  g_autoptr(StewardChangeSet) set = steward_recorder_take (recorder, "王", NULL);

  g_assert_nonnull (set);
  g_assert_cmpstr (set->label, ==, label);
  g_assert_null (steward_recorder_take (recorder, "王", NULL));
}

static void
test_labels_name_what_was_done (void)
{
  g_autoptr(StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr(StewardProject) project = steward_project_new (pack);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, 0);
  const StewardItem *item = steward_pack_find_box (pack, "jc.s1.box.item.filing")->item;
  g_autofree char *tick = g_strdup_printf ("Tick %s", item->short_name);
  g_autofree char *untick = g_strdup_printf ("Untick %s", item->short_name);
  g_autofree char *record = g_strdup_printf ("Record “accepted” for %s", item->short_name);
  g_autoptr(StewardCase) handled = steward_case_new ("c1", item->id);
  g_autofree char *row = NULL;

  steward_project_set_tick (project, "jc.s1.box.item.filing", TRUE, "王", NULL);
  assert_label (recorder, tick);
  steward_project_set_tick (project, "jc.s1.box.item.filing", FALSE, "王", NULL);
  assert_label (recorder, untick);
  steward_project_set_fact (project, STEWARD_FACT_PLACE, "虚构路");
  assert_label (recorder, "Change Building site");
  steward_project_set_text (project, "jc.s1.text.key-points", "先办");
  assert_label (recorder, "Change 要点提示");
  row = g_strdup (steward_project_add_rows (project, "jc.s1.box.item.county-blank", "虚构事项", "王"));
  assert_label (recorder, "Type “虚构事项”");
  steward_project_set_row_text (project, row, "这一行的文字很长很长很长很长很长很长很长很长很长很长");
  assert_label (recorder, "Change “这一行的文字很长很长很长很长很长很长很长很长很…”");
  steward_project_set_row_text (project, row, "");
  assert_label (recorder, "Remove “这一行的文字很长很长很长很长很长很长很长很长很…”");
  steward_case_add_event (handled, STEWARD_CASE_ACCEPTED, steward_day_from_ymd (2026, 3, 2), "", "", "");
  steward_project_put_case (project, handled);
  assert_label (recorder, record);
  steward_project_set_state (project, STEWARD_STATE_REMOVED);
  assert_label (recorder, "Remove project");
  steward_project_set_state (project, STEWARD_STATE_OPEN);
  assert_label (recorder, "Bring project back");
  steward_project_set_suggestion (project, "好");
  steward_project_set_fact (project, STEWARD_FACT_PLACE, "");
  assert_label (recorder, "2 changes");
}

static void
test_labels_name_decisions (void)
{
  g_autoptr(StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr(StewardProject) project = steward_project_new (pack);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, 0);
  g_autoptr(GHashTable) decided = g_hash_table_new (g_str_hash, g_str_equal);
  const StewardItem *item = steward_pack_find_box (pack, "jc.s1.box.item.filing")->item;
  const StewardCheck *check = g_ptr_array_index (steward_pack_get_checks (pack), 0);
  const StewardCredit credit = { STEWARD_STANDING_GOOD, STEWARD_DAY_NONE, NULL, NULL };
  g_autofree char *known = g_strdup_printf ("Acknowledge %s of %s", check->name, item->short_name);
  g_autofree char *back = g_strdup_printf ("Take back the acknowledgement of %s of %s", check->name, item->short_name);
  g_autofree char *used = g_strdup_printf ("Use the lever 模拟审批 for %s", item->short_name);

  steward_project_acknowledge (project, check->id, item->id, "知道", "王", NULL);
  assert_label (recorder, known);
  steward_project_withdraw_acknowledgement (project, check->id, item->id);
  assert_label (recorder, back);
  steward_project_acknowledge (project, "new-check", NULL, "知道", "王", NULL);
  assert_label (recorder, "Acknowledge new-check");
  g_assert_true (steward_gate_override (project, STEWARD_GATE_START, "领导要求", "王"));
  assert_label (recorder, "Go on with open conditions: Start of the assessment");
  steward_project_set_lever (project, "simulated", item->id, TRUE, "王", NULL);
  assert_label (recorder, used);
  steward_project_set_lever (project, "parallel", NULL, FALSE, "王", NULL);
  assert_label (recorder, "Do not use the lever 并联审批");
  steward_project_clear_lever (project, "parallel", NULL);
  assert_label (recorder, "Leave the lever 并联审批 undecided");
  steward_project_set_credit (project, &credit);
  assert_label (recorder, "Change the credit record of the enterprise");
  /* A scenario is adopted in one go, and so is undone in one go. */
  g_hash_table_insert (decided, (gpointer) "merge", GINT_TO_POINTER (TRUE));
  g_hash_table_insert (decided, (gpointer) "land", GINT_TO_POINTER (TRUE));
  steward_project_replace_levers (project, decided, "王", NULL);
  assert_label (recorder, "Adopt a scenario of levers");
}

static void
test_a_removed_row_is_one_deed (void)
{
  g_autoptr(StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr(StewardProject) project = steward_project_new (pack);
  g_autofree char *row = g_strdup (steward_project_add_rows (project, "jc.s1.box.item.county-blank", "虚构事项", "王"));
  g_autoptr(StewardCase) handled = steward_case_new ("c1", row);
  char *items[] = { row, NULL }, *stages[] = { NULL };
  const StewardEntrustment entrustment = { stages, items, STEWARD_DAY_NONE };
  g_autoptr(StewardRecorder) recorder = NULL;

  steward_project_put_case (project, handled);
  steward_project_set_entrustment (project, &entrustment);
  recorder = steward_recorder_new (project, 1);
  steward_project_set_row_text (project, row, "");
  assert_label (recorder, "Remove “虚构事项”");
}

static void
test_the_recorder_keeps_own_changes (void)
{
  g_autoptr(StewardProject) mine = database_load_sample ("jincheng-school");
  g_autoptr(StewardProject) theirs = database_load_sample ("jincheng-school");
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (mine, 5);
  g_autoptr(StewardChangeSet) other = NULL, own = NULL;
  g_autofree char *name = g_strdup (steward_project_get_fact (mine, STEWARD_FACT_NAME));
  g_autofree char *place = g_strdup (steward_project_get_fact (mine, STEWARD_FACT_PLACE));
  const StewardPieceChange *change;

  g_assert_false (steward_recorder_has_changes (recorder));
  steward_project_set_fact (mine, STEWARD_FACT_NAME, "我的名称");
  steward_project_set_fact (mine, STEWARD_FACT_NOTE, "去");
  steward_project_set_fact (mine, STEWARD_FACT_NOTE, steward_project_get_fact (theirs, STEWARD_FACT_NOTE));
  g_assert_true (steward_recorder_has_changes (recorder));
  {
    g_autoptr(StewardRecorder) their_recorder = steward_recorder_new (theirs, 5);

    steward_project_set_fact (theirs, STEWARD_FACT_NAME, "他的名称");
    steward_project_set_fact (theirs, STEWARD_FACT_PLACE, "他的地点");
    other = steward_recorder_take (their_recorder, "李", NULL);
  }
  g_assert_false (steward_recorder_receive (recorder, other->changes, 6));
  g_assert_cmpstr (steward_project_get_fact (mine, STEWARD_FACT_NAME), ==, "我的名称");
  g_assert_cmpstr (steward_project_get_fact (mine, STEWARD_FACT_PLACE), ==, "他的地点");
  g_assert_cmpint (steward_recorder_get_version (recorder), ==, 6);

  own = steward_recorder_take (recorder, "王", NULL);
  g_assert_cmpint (own->base, ==, 6);
  g_assert_cmpuint (own->changes->len, ==, 1);
  change = own->changes->pdata[0];
  g_assert_cmpstr (g_variant_get_string (change->before, NULL), ==, name);
  g_assert_cmpstr (g_variant_get_string (change->after, NULL), ==, "我的名称");
  g_assert_false (steward_recorder_has_changes (recorder));
  g_assert_cmpstr (place, !=, "他的地点");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-set/changes-of-one-piece-are-folded", test_changes_of_one_piece_are_folded);
  g_test_add_func ("/change-set/text-gives-the-same-changes", test_text_gives_the_same_changes);
  g_test_add_func ("/change-set/text-that-is-none-is-refused", test_text_that_is_none_is_refused);
  g_test_add_func ("/change-set/comparing-gives-what-is-between", test_comparing_gives_what_is_between);
  g_test_add_func ("/change-set/labels-name-what-was-done", test_labels_name_what_was_done);
  g_test_add_func ("/change-set/labels-name-decisions", test_labels_name_decisions);
  g_test_add_func ("/change-set/a-removed-row-is-one-deed", test_a_removed_row_is_one_deed);
  g_test_add_func ("/recorder/keeps-own-changes", test_the_recorder_keeps_own_changes);

  return g_test_run ();
}
