/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-error.h"
#include "steward-piece.h"

#include <string.h>

#define SLOT "jc.s1.box.item.county-blank"

static void
piece_changed_cb (StewardProject *project,
                  guint           kind,
                  const char     *key,
                  GString        *heard)
{
  g_string_append_printf (heard, "%s:%s ", steward_piece_kind_to_word (kind), key);
}

static void
changed_cb (StewardProject *project,
            guint           change,
            GString        *heard)
{
  g_string_append_printf (heard, "=%u ", change);
}

static StewardProject *
new_heard_project (GString *heard)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  g_signal_connect (project, "piece-changed", G_CALLBACK (piece_changed_cb), heard);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), heard);
  return project;
}

static void
assert_heard (GString    *heard,
              const char *expected)
{
  g_assert_cmpstr (g_strchomp (heard->str), ==, expected);
  g_string_truncate (heard, 0);
}

static void
add_case (StewardProject *project,
          const char     *id,
          const char     *item,
          gboolean        received)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  if (received)
    steward_case_add_event (handled, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "受理员", NULL, "备注");
  steward_project_put_case (project, handled);
}

static void
test_setters_name_the_pieces_they_touch (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  StewardClosing closing = { (char *) "jc.s1", fixture_day ("2026-03-06"), NULL };
  StewardLedgerEntry entry = { fixture_day ("2026-03-02"), NULL, (char *) "x", NULL };
  const char *const stages[] = { "jc.s1", NULL };
  StewardEntrustment entrustment = { (char **) stages, NULL, STEWARD_DAY_NONE };

  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构");
  assert_heard (heard, "fact:name =1");
  steward_project_set_answer (project, "jc.q.land", "transfer");
  assert_heard (heard, "answer:jc.q.land =8");
  fixture_tick (project, "jc.s1.box.item.filing");
  assert_heard (heard, "tick:jc.s1.box.item.filing =2");
  steward_project_clear_tick (project, "jc.s1.box.item.filing");
  assert_heard (heard, "tick:jc.s1.box.item.filing =2");
  steward_project_set_text (project, "jc.s1.text.key-points", "一");
  assert_heard (heard, "text:jc.s1.text.key-points =4");
  steward_project_set_activity (project, "jc.construction", STEWARD_DAY_NONE, STEWARD_DAY_NONE, 200);
  assert_heard (heard, "activity:jc.construction =16");
  steward_project_put_closing (project, &closing);
  assert_heard (heard, "closing:jc.s1 =32");
  steward_project_add_ledger_entry (project, &entry);
  assert_heard (heard, "ledger:1 =32");
  steward_project_set_entrustment (project, &entrustment);
  assert_heard (heard, "entrustment: =32");
  steward_project_set_suggestion (project, "好");
  assert_heard (heard, "suggestion: =32");
  steward_project_set_state (project, STEWARD_STATE_SUSPENDED);
  steward_project_set_state (project, STEWARD_STATE_SUSPENDED);
  assert_heard (heard, "record: =64");
  g_assert_true (steward_project_set_id (project, "0F8FAD5B-d9cb-469f-a165-70867728950e"));
  g_assert_cmpstr (steward_project_get_id (project), ==, "0f8fad5b-d9cb-469f-a165-70867728950e");
  assert_heard (heard, "=64");
  g_assert_false (steward_project_set_id (project, "none"));
  assert_heard (heard, "");
}

static void
test_removing_a_row_names_what_goes_with_it (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (StewardProject) project = new_heard_project (heard);
  const char *const items[] = { SLOT "#1", SLOT "#2", NULL };
  StewardEntrustment entrustment = { NULL, (char **) items, STEWARD_DAY_NONE };

  steward_project_add_rows (project, SLOT, "林地\n取水", "投资科");
  assert_heard (heard, "row:" SLOT "#1 row:" SLOT "#2 =2");
  steward_project_set_row_limit (project, SLOT "#1", 7);
  assert_heard (heard, "row:" SLOT "#1 =2");
  add_case (project, "c1", SLOT "#1", FALSE);
  assert_heard (heard, "case:c1 =16");
  add_case (project, "c2", SLOT "#2", TRUE);
  steward_project_set_entrustment (project, &entrustment);
  g_string_truncate (heard, 0);
  steward_project_set_row_text (project, SLOT "#1", "");
  assert_heard (heard, "case:c1 =16 entrustment: row:" SLOT "#1 =34");
  /* What happened stays, and no piece changed. */
  steward_project_set_row_text (project, SLOT "#2", "");
  assert_heard (heard, "=2");
}

static void
test_pieces_go_back_to_their_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (GVariant) row = NULL, handled = NULL;
  GPtrArray *rows = steward_project_get_rows (project), *cases = steward_project_get_cases (project);

  steward_project_add_rows (project, SLOT, "甲\n乙\n丙", "科");
  add_case (project, "a", SLOT "#1", TRUE);
  add_case (project, "b", SLOT "#1", FALSE);
  row = steward_project_get_piece (project, STEWARD_PIECE_ROW, SLOT "#2");
  handled = steward_project_get_piece (project, STEWARD_PIECE_CASE, "a");
  steward_project_set_row_text (project, SLOT "#2", "");
  steward_project_remove_case (project, "a");
  g_assert_cmpstr (steward_project_find_case (project, SLOT "#1")->id, ==, "b");
  steward_project_set_piece (project, STEWARD_PIECE_ROW, SLOT "#2", row, &error);
  g_assert_no_error (error);
  steward_project_set_piece (project, STEWARD_PIECE_CASE, "a", handled, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((StewardRow *) rows->pdata[1])->text, ==, "乙");
  g_assert_cmpstr (((StewardCase *) cases->pdata[0])->id, ==, "a");
  g_assert_cmpstr (steward_project_find_case (project, SLOT "#1")->id, ==, "a");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/piece/setters-name-the-pieces-they-touch", test_setters_name_the_pieces_they_touch);
  g_test_add_func ("/piece/removing-a-row-names-what-goes-with-it", test_removing_a_row_names_what_goes_with_it);
  g_test_add_func ("/piece/pieces-go-back-to-their-place", test_pieces_go_back_to_their_place);
  return g_test_run ();
}
