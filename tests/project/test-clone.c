/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-adjustments.h"
#include "steward-clone.h"
#include "steward-edition.h"
#include "steward-own-link.h"
#include "steward-papers.h"

#include <string.h>

#define ITEM "jc.s1.item.filing"
#define OTHER "jc.s1.item.approval"
#define ROW  "jc.s1.box.item.county-blank#1"

static StewardProject *
new_project (void)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");
  const char *const order[] = { ITEM, NULL };
  StewardEdition edition = { .day = fixture_day ("2026-03-02"), .content = (char *) "{}", .notified = STEWARD_DAY_NONE };
  StewardEntrustment entrustment = { NULL, NULL, fixture_day ("2026-03-02") };
  g_autoptr (StewardCase) handled = steward_case_new ("a", ROW);

  steward_project_set_fact (project, STEWARD_FACT_NAME, "旧厂房");
  steward_project_set_fact (project, STEWARD_FACT_CONTACT, "虚构人");
  steward_project_set_fact (project, STEWARD_FACT_TYPE, "工业");
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-01");
  steward_project_set_answer (project, "jc.q.land", "transfer");
  fixture_tick (project, "jc.s1.box.item.filing");
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "取水", "旧科");
  steward_project_set_row_limit (project, ROW, 7);
  steward_project_set_text (project, "jc.s1.text.key-points", "先办");
  steward_project_put_case (project, handled);
  g_assert_true (steward_project_put_edit (project, ITEM, STEWARD_EDIT_NAME, "改名", "旧人", NULL, NULL));
  g_assert_true (steward_project_put_edit (project, ROW, STEWARD_EDIT_NOTE, "注", "旧人", NULL, NULL));
  g_assert_true (steward_project_set_order (project, "jc.s1", order, NULL));
  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), ==, 1);
  steward_project_set_entrustment (project, &entrustment);
  g_assert_true (steward_project_put_own_link (project, ITEM, OTHER, "", "旧人", NULL, NULL));
  g_assert_true (steward_project_put_own_link (project, OTHER, ROW, "", "旧人", NULL, NULL));
  g_assert_true (steward_project_put_own_link (project, ITEM, ROW "/a", "", "旧人", NULL, NULL));
  return project;
}

/* "kind:key …" in the order of the pieces. */
static char *
list (GPtrArray *pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", steward_piece_kind_to_word (piece->kind), piece->key);
    }
  return g_string_free (text, FALSE);
}

static void
test_a_clone_is_a_project_that_nothing_happened_in (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardClone) clone = steward_project_clone (project, STEWARD_CLONE_ALL, "新人", "2026-08-12T10:00:00+08:00");
  g_autofree char *carried = list (clone->carried), *left = list (clone->left);
  const StewardTick *tick = steward_project_get_tick (clone->project, "jc.s1.box.item.filing");
  const StewardRow *row = steward_project_find_row (clone->project, ROW);

  g_assert_cmpstr (carried, ==, "fact:type answer:jc.q.land tick:jc.s1.box.item.filing row:" ROW
                   " text:jc.s1.text.key-points order:jc.s1 edit:" ROW " note edit:" ITEM " name link:" OTHER " " ROW
                   " link:" ITEM " " OTHER);
  g_assert_cmpstr (left, ==, "fact:name fact:contact fact:start case:a entrustment: edition:1 link:" ITEM " " ROW "/a");
  g_assert_cmpstr (steward_project_get_id (clone->project), ==, "");
  g_assert_cmpstr (steward_project_get_fact (clone->project, STEWARD_FACT_NAME), ==, "");
  g_assert_true (tick->on);
  g_assert_cmpstr (tick->by, ==, "新人");
  g_assert_cmpstr (tick->at, ==, "2026-08-12T10:00:00+08:00");
  g_assert_cmpstr (row->by, ==, "新人");
  g_assert_cmpint (row->limit, ==, 7);
  g_assert_cmpstr (steward_project_get_edit (clone->project, ITEM, STEWARD_EDIT_NAME)->by, ==, "新人");
  /* The old one is as it was. */
  g_assert_cmpstr (steward_project_get_tick (project, "jc.s1.box.item.filing")->by, ==, "投资科");
}

static void
test_each_flag_takes_its_part (void)
{
  static const struct
  {
    StewardCloneFlags  flags;
    const char        *carried;
  } parts[] = {
    { 0, "" },
    { STEWARD_CLONE_FACTS, "fact:type" },
    { STEWARD_CLONE_ANSWERS, "answer:jc.q.land" },
    { STEWARD_CLONE_TICKS, "tick:jc.s1.box.item.filing" },
    { STEWARD_CLONE_ROWS, "row:" ROW },
    { STEWARD_CLONE_TEXTS, "text:jc.s1.text.key-points" },
    { STEWARD_CLONE_EDITS, "edit:" ITEM " name" },
    { STEWARD_CLONE_EDITS | STEWARD_CLONE_ROWS, "row:" ROW " edit:" ROW " note edit:" ITEM " name" },
    { STEWARD_CLONE_ORDER, "order:jc.s1" },
    { STEWARD_CLONE_LEVERS, "" },
    { STEWARD_CLONE_LINKS, "link:" ITEM " " OTHER },
    { STEWARD_CLONE_LINKS | STEWARD_CLONE_ROWS, "row:" ROW " link:" OTHER " " ROW " link:" ITEM " " OTHER },
  };
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (GPtrArray) pieces = steward_project_list_pieces (project);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (StewardClone) clone = steward_project_clone (project, parts[i].flags, NULL, NULL);
      g_autofree char *carried = list (clone->carried);
      g_autoptr (GPtrArray) now = steward_project_list_pieces (clone->project);

      g_assert_cmpstr (carried, ==, parts[i].carried);
      g_assert_cmpuint (clone->carried->len + clone->left->len + 1, ==, pieces->len);
      g_assert_cmpuint (now->len, ==, clone->carried->len + 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clone/nothing-happened-in-it", test_a_clone_is_a_project_that_nothing_happened_in);
  g_test_add_func ("/clone/each-flag-takes-its-part", test_each_flag_takes_its_part);
  return g_test_run ();
}
