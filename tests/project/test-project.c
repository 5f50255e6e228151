/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include <string.h>

#define SLOT "jc.s1.box.item.county-blank"

typedef struct
{
  guint count;
  guint last;
} Heard;

static void
changed_cb (StewardProject *project,
            guint           change,
            Heard          *heard)
{
  heard->count++;
  heard->last = change;
}

static StewardProject *
new_heard_project (Heard *heard)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  *heard = (Heard) { 0, 0 };
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), heard);
  return project;
}

static void
assert_heard (Heard         *heard,
              guint          count,
              StewardChange  change)
{
  g_assert_cmpuint (heard->count, ==, count);
  if (count > 0)
    g_assert_cmpuint (heard->last, ==, change);
  *heard = (Heard) { 0, 0 };
}

static void
test_setters_tell_a_change_once (void)
{
  Heard heard;
  g_autoptr (StewardProject) project = new_heard_project (&heard);
  StewardLedgerEntry entry = { fixture_day ("2026-03-02"), NULL, (char *) "x", NULL };

  for (int i = 0; i < 2; i++)
    steward_project_set_fact (project, STEWARD_FACT_NAME, " 虚构 ");
  assert_heard (&heard, 1, STEWARD_CHANGE_FACTS);
  for (int i = 0; i < 2; i++)
    steward_project_set_answer (project, "jc.q.land", "transfer");
  assert_heard (&heard, 1, STEWARD_CHANGE_ANSWERS);
  for (int i = 0; i < 2; i++)
    fixture_tick (project, "jc.s1.box.item.filing");
  assert_heard (&heard, 1, STEWARD_CHANGE_TICKS);
  for (int i = 0; i < 2; i++)
    steward_project_clear_tick (project, "jc.s1.box.item.filing");
  assert_heard (&heard, 1, STEWARD_CHANGE_TICKS);
  for (int i = 0; i < 2; i++)
    steward_project_set_text (project, "jc.s1.text.key-points", "一\r\n二");
  assert_heard (&heard, 1, STEWARD_CHANGE_TEXTS);
  g_assert_cmpstr (steward_project_get_text (project, "jc.s1.text.key-points"), ==, "一\n二");
  for (int i = 0; i < 2; i++)
    steward_project_set_activity (project, "jc.construction", STEWARD_DAY_NONE, STEWARD_DAY_NONE, 200);
  assert_heard (&heard, 1, STEWARD_CHANGE_CASES);
  steward_project_add_ledger_entry (project, &entry);
  assert_heard (&heard, 1, STEWARD_CHANGE_PAPERS);
  for (int i = 0; i < 2; i++)
    steward_project_set_suggestion (project, "好");
  assert_heard (&heard, 1, STEWARD_CHANGE_PAPERS);
}

static void
test_a_tick_keeps_who_and_when (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  const StewardTick *tick;
  g_autofree char *first = NULL;

  g_assert_null (steward_project_get_tick (project, "jc.s1.box.item.filing"));
  steward_project_set_tick (project, "jc.s1.box.item.filing", TRUE, "投资科", NULL);
  tick = steward_project_get_tick (project, "jc.s1.box.item.filing");
  first = g_strdup (tick->at);
  g_assert_cmpstr (tick->by, ==, "投资科");
  g_assert_cmpuint (strlen (first), >=, 19);
  /* Saying the same again is no new decision. */
  steward_project_set_tick (project, "jc.s1.box.item.filing", TRUE, "投资科", NULL);
  g_assert_cmpstr (steward_project_get_tick (project, "jc.s1.box.item.filing")->at, ==, first);
  steward_project_set_tick (project, "jc.s1.box.item.filing", FALSE, "项目长", "2026-03-02");
  tick = steward_project_get_tick (project, "jc.s1.box.item.filing");
  g_assert_false (tick->on);
  g_assert_cmpstr (tick->at, ==, "2026-03-02");
}

static void
test_a_pasted_list_becomes_rows (void)
{
  Heard heard;
  g_autoptr (StewardProject) project = new_heard_project (&heard);
  GPtrArray *rows = steward_project_get_rows (project);

  g_assert_cmpstr (steward_project_add_rows (project, SLOT, "林地审核\r\n\n 取水、用水许可 \u2028\t\n", "县局"), ==, SLOT "#1");
  assert_heard (&heard, 1, STEWARD_CHANGE_TICKS);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((StewardRow *) rows->pdata[0])->text, ==, "林地审核");
  g_assert_cmpstr (((StewardRow *) rows->pdata[1])->text, ==, "取水、用水许可");
  g_assert_cmpstr (((StewardRow *) rows->pdata[1])->id, ==, SLOT "#2");
  g_assert_true (steward_project_is_ticked (project, SLOT));
  g_assert_null (steward_project_add_rows (project, SLOT, " \n ", "县局"));
  g_assert_null (steward_project_add_rows (project, SLOT, NULL, NULL));
  assert_heard (&heard, 0, 0);
}

static void
test_row_ids_are_not_used_twice (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");

  steward_project_add_rows (project, SLOT, "a\nb\nc", "");
  steward_project_set_row_text (project, SLOT "#2", "");
  g_assert_null (steward_project_find_row (project, SLOT "#2"));
  g_assert_cmpstr (steward_project_add_rows (project, SLOT, "d", ""), ==, SLOT "#4");
  steward_project_set_row_text (project, SLOT "#3", "  C ");
  g_assert_cmpstr (steward_project_find_row (project, SLOT "#3")->text, ==, "C");
  steward_project_set_row_limit (project, SLOT "#3", 7);
  g_assert_cmpint (steward_project_find_row (project, SLOT "#3")->limit, ==, 7);
}

static void
test_a_row_whose_case_has_events_stays (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardCase) empty = steward_case_new ("e", SLOT "#1");
  g_autoptr (StewardCase) begun = steward_case_new ("b", SLOT "#2");

  steward_project_add_rows (project, SLOT, "a\nb", "");
  steward_case_add_event (begun, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "", "", "");
  steward_project_put_case (project, empty);
  steward_project_put_case (project, begun);
  steward_project_set_row_text (project, SLOT "#1", "");
  steward_project_set_row_text (project, SLOT "#2", "");
  g_assert_null (steward_project_find_row (project, SLOT "#1"));
  g_assert_null (steward_project_find_case (project, SLOT "#1"));
  g_assert_cmpstr (steward_project_find_row (project, SLOT "#2")->text, ==, "b");
  g_assert_nonnull (steward_project_find_case (project, SLOT "#2"));
}

static void
test_the_first_case_of_an_item_is_found (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardCase) one = steward_case_new ("one", "jc.s1.item.filing");
  g_autoptr (StewardCase) two = steward_case_new ("two", "jc.s1.item.filing");
  g_autoptr (StewardCase) moved = steward_case_new ("one", "jc.s1.item.approval");

  steward_project_put_case (project, one);
  steward_project_put_case (project, two);
  g_assert_cmpstr (steward_project_find_case (project, "jc.s1.item.filing")->id, ==, "one");
  steward_project_put_case (project, moved);
  g_assert_cmpuint (steward_project_get_cases (project)->len, ==, 2);
  g_assert_cmpstr (steward_project_find_case (project, "jc.s1.item.filing")->id, ==, "two");
  g_assert_cmpstr (steward_project_find_case (project, "jc.s1.item.approval")->id, ==, "one");
  steward_project_remove_case (project, "two");
  g_assert_null (steward_project_find_case (project, "jc.s1.item.filing"));
  steward_project_remove_case (project, "two");
  g_assert_cmpuint (steward_project_get_cases (project)->len, ==, 1);
}

static char *
tell_ticks (StewardProject *project)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *groups = ((StewardPart *) parts->pdata[i])->groups;

      for (guint j = 0; j < groups->len; j++)
        {
          GPtrArray *boxes = ((StewardGroup *) groups->pdata[j])->boxes;

          for (guint k = 0; k < boxes->len; k++)
            {
              const StewardBox *box = boxes->pdata[k];
              const StewardTick *tick = steward_project_get_tick (project, box->id);

              if (tick)
                g_string_append_printf (text, "%s %d %s %s\n", box->id, tick->on, tick->by, tick->at);
            }
        }
    }
  return g_string_free (text, FALSE);
}

static const StewardHint *
find_hint (GPtrArray  *hints,
           const char *box)
{
  for (guint i = 0; i < hints->len; i++)
    {
      const StewardHint *hint = hints->pdata[i];

      if (strcmp (hint->box->id, box) == 0)
        return hint;
    }
  return NULL;
}

static void
test_hints_offer_and_never_tick (void)
{
  Heard heard;
  g_autoptr (StewardProject) project = new_heard_project (&heard);
  g_autoptr (GPtrArray) none = steward_project_get_hints (project), hints = NULL, decided = NULL;
  g_autofree char *before = NULL, *after = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  steward_project_set_answer (project, "jc.q.investment", "filing");
  fixture_tick (project, "jc.s1.box.item.approval");
  heard = (Heard) { 0, 0 };
  before = tell_ticks (project);
  hints = steward_project_get_hints (project);
  after = tell_ticks (project);
  g_assert_cmpstr (before, ==, after);
  assert_heard (&heard, 0, 0);
  g_assert_nonnull (find_hint (hints, "jc.s1.box.item.filing"));
  /* A paper of an item that is ticked, with the item's name as the reason. */
  g_assert_nonnull (strstr (find_hint (hints, "jc.s1.box.rep.application-report")->reasons,
                            steward_pack_find_item (steward_project_get_pack (project), "jc.s1.item.approval")->name));
  g_assert_null (find_hint (hints, "jc.s1.box.item.proposal"));

  /* Whoever said no has decided: it is not offered again. */
  steward_project_set_tick (project, "jc.s1.box.item.filing", FALSE, "", "");
  decided = steward_project_get_hints (project);
  g_assert_null (find_hint (decided, "jc.s1.box.item.filing"));
}

/* What every answer contradicts is doubted; what one answer leaves open is not. */
static void
test_ticks_that_answers_contradict_are_doubted (void)
{
  Heard heard;
  g_autoptr (StewardProject) project = new_heard_project (&heard);
  g_autoptr (GPtrArray) open = NULL, called = NULL, doubts = NULL, again = NULL;
  const StewardHint *doubt;
  g_autofree char *before = NULL, *after = NULL;

  fixture_tick (project, "jc.s1.box.item.filing");
  open = steward_project_get_doubts (project);
  g_assert_cmpuint (open->len, ==, 0);
  steward_project_set_answer (project, "jc.q.investment", "filing");
  called = steward_project_get_doubts (project);
  g_assert_null (find_hint (called, "jc.s1.box.item.filing"));

  steward_project_set_answer (project, "jc.q.investment", "government");
  before = tell_ticks (project);
  doubts = steward_project_get_doubts (project);
  after = tell_ticks (project);
  g_assert_cmpstr (before, ==, after);
  doubt = find_hint (doubts, "jc.s1.box.item.filing");
  g_assert_nonnull (doubt);
  g_assert_true (doubt->off);
  g_assert_nonnull (strstr (doubt->reasons,
                            steward_question_get_answer_label (
                              steward_pack_find_question (steward_project_get_pack (project), "jc.q.investment"),
                              "government")));

  /* It is about ticks: what is taken off is over. */
  steward_project_set_tick (project, "jc.s1.box.item.filing", FALSE, "", "");
  again = steward_project_get_doubts (project);
  g_assert_null (find_hint (again, "jc.s1.box.item.filing"));
}

static void
decide_all_needing (StewardProject        *project,
                    const StewardMaterial *material,
                    gboolean               on)
{
  StewardPack *pack = steward_project_get_pack (project);
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = items->pdata[i];
      const StewardBox *box = steward_pack_find_item_box (pack, item->id);

      if (box != NULL && g_ptr_array_find (item->materials, material, NULL))
        steward_project_set_tick (project, box->id, on, "", "");
    }
}

/* A paper is doubted when every item that needs it was left out by somebody. */
static void
test_papers_of_items_left_out_are_doubted (void)
{
  const char *paper = "jc.s1.box.rep.application-report";
  Heard heard;
  g_autoptr (StewardProject) project = new_heard_project (&heard);
  const StewardBox *box = steward_pack_find_box (steward_project_get_pack (project), paper);
  g_autoptr (GPtrArray) undecided = NULL, left_out = NULL, needed = NULL;

  fixture_tick (project, paper);
  undecided = steward_project_get_doubts (project);
  g_assert_null (find_hint (undecided, paper));
  decide_all_needing (project, box->material, FALSE);
  left_out = steward_project_get_doubts (project);
  g_assert_nonnull (find_hint (left_out, paper));
  decide_all_needing (project, box->material, TRUE);
  needed = steward_project_get_doubts (project);
  g_assert_null (find_hint (needed, paper));
}

static void
test_numbers_are_compared_as_numbers (void)
{
  static const struct { const char *area; gboolean offered; } cases[] = {
    { "9", FALSE }, { "1001", TRUE }, { "200000", TRUE }, { "many", FALSE }, { "", FALSE }, { "2000㎡", FALSE },
  };
  gboolean seen = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
      g_autoptr (GPtrArray) hints = NULL;
      const StewardHint *hint;

      steward_project_set_answer (project, "dt.q.use", "care");
      steward_project_set_answer (project, "dt.q.area", cases[i].area);
      hints = steward_project_get_hints (project);
      hint = find_hint (hints, "dt.s3.box.fire-design");
      g_assert_cmpint (hint != NULL, ==, cases[i].offered);
      seen = seen || hint;
    }
  g_assert_true (seen);
}

static void
test_projects_are_freed (void)
{
  StewardProject *project = fixture_new_project ("jincheng-2022");

  steward_project_add_rows (project, SLOT, "a", "b");
  fixture_tick (project, "jc.s1.box.item.filing");
  g_assert_finalize_object (project);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/setters-tell-a-change-once", test_setters_tell_a_change_once);
  g_test_add_func ("/project/a-tick-keeps-who-and-when", test_a_tick_keeps_who_and_when);
  g_test_add_func ("/project/a-pasted-list-becomes-rows", test_a_pasted_list_becomes_rows);
  g_test_add_func ("/project/row-ids-are-not-used-twice", test_row_ids_are_not_used_twice);
  g_test_add_func ("/project/a-row-whose-case-has-events-stays", test_a_row_whose_case_has_events_stays);
  g_test_add_func ("/project/the-first-case-is-found", test_the_first_case_of_an_item_is_found);
  g_test_add_func ("/project/hints-offer-and-never-tick", test_hints_offer_and_never_tick);
  g_test_add_func ("/project/ticks-that-answers-contradict-are-doubted", test_ticks_that_answers_contradict_are_doubted);
  g_test_add_func ("/project/papers-of-items-left-out-are-doubted", test_papers_of_items_left_out_are_doubted);
  g_test_add_func ("/project/numbers-are-compared-as-numbers", test_numbers_are_compared_as_numbers);
  g_test_add_func ("/project/projects-are-freed", test_projects_are_freed);
  return g_test_run ();
}
