/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be known and to hold before a project goes on. */
#include "project-fixture.h"
#include "steward-gate.h"
#include "steward-papers.h"

static char *
describe (StewardProject  *project,
          StewardGateKind  kind)
{
  g_autoptr (StewardGate) gate = steward_gate_new (project, kind);
  static const char letters[] = "+s?-";
  GString *text = g_string_new (NULL);

  g_assert_nonnull (gate);
  g_assert_cmpint (gate->kind, ==, kind);
  for (guint i = 0; i < gate->lines->len; i++)
    {
      const StewardGateLine *line = gate->lines->pdata[i];
      g_autofree char *remedy = steward_gate_get_remedy (line);

      g_string_append_c (text, letters[line->state]);
      g_assert_cmpint (*remedy == '\0', ==, line->state == STEWARD_GATE_MET || line->state == STEWARD_GATE_SPARED);
    }
  g_string_append (text, gate->passed ? " passed" : "");
  return g_string_free (text, FALSE);
}

/* One sign per line: met +, spared s, open ?, missing -. */
static void
assert_gate (StewardProject  *project,
             StewardGateKind  kind,
             const char      *expected)
{
  g_autofree char *text = describe (project, kind);

  g_assert_cmpstr (text, ==, expected);
}

static void
claim (StewardProject  *project,
       StewardGateKind  kind,
       guint            index)
{
  g_autoptr (StewardGate) gate = steward_gate_new (project, kind);

  g_assert_true (steward_gate_claim (project, gate->lines->pdata[index]));
}

static void
test_five_facts_and_land (void)
{
  static const StewardFact facts[] = { STEWARD_FACT_TYPE, STEWARD_FACT_PLACE, STEWARD_FACT_SCALE,
                                       STEWARD_FACT_CONTENT, STEWARD_FACT_FUNDING };
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");

  assert_gate (project, STEWARD_GATE_START, "-----??");
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    steward_project_set_fact (project, facts[i], "虚构");
  assert_gate (project, STEWARD_GATE_START, "+++++??");
  /* Words that say the contrary are no confirmation. */
  steward_project_set_fact (project, STEWARD_FACT_LAND, "未取得用地手续");
  assert_gate (project, STEWARD_GATE_START, "+++++??");
  claim (project, STEWARD_GATE_START, 6);
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_LAND), ==, "有唯一用地意向；未取得用地手续");
  assert_gate (project, STEWARD_GATE_START, "+++++s+ passed");
  claim (project, STEWARD_GATE_START, 6);
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_LAND), ==, "有唯一用地意向；未取得用地手续");
  steward_project_set_fact (project, STEWARD_FACT_LAND, "划拨，取得用地手续");
  assert_gate (project, STEWARD_GATE_START, "++++++s passed");
  steward_project_set_fact (project, STEWARD_FACT_SCALE, "");
  assert_gate (project, STEWARD_GATE_START, "++-+++s");
}

static void
test_one_kind_of_project_is_enough (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");

  assert_gate (project, STEWARD_GATE_ELIGIBILITY, "????");
  claim (project, STEWARD_GATE_ELIGIBILITY, 1);
  assert_gate (project, STEWARD_GATE_ELIGIBILITY, "s+ss passed");
  assert_gate (project, STEWARD_GATE_ENTRUSTMENT, "????");
  steward_project_set_fact (project, STEWARD_FACT_LAND, "国有建设用地使用权出让合同");
  assert_gate (project, STEWARD_GATE_ENTRUSTMENT, "s+ss passed");
}

static void
hand_in (StewardProject *project,
         const char     *material)
{
  StewardReceipt receipt = { (char *) material, fixture_day ("2026-03-02"), NULL, (char *) "王" };

  g_assert_true (steward_project_put_receipt (project, &receipt, NULL));
}

/* It may lie there for another stage. */
static void
test_a_paper_that_was_handed_in_shows_it (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardGate) gate = NULL;
  const StewardGateLine *line;

  hand_in (project, "jc.s1.app.land-preview-siting-form");
  assert_gate (project, STEWARD_GATE_ENTRUSTMENT, "????");
  hand_in (project, "jc.s2.land.transfer-contract");
  assert_gate (project, STEWARD_GATE_ENTRUSTMENT, "s+ss passed");
  assert_gate (project, STEWARD_GATE_START, "-----+s");
  gate = steward_gate_new (project, STEWARD_GATE_ENTRUSTMENT);
  line = gate->lines->pdata[1];
  g_assert_cmpint (line->handed_in, ==, fixture_day ("2026-03-02"));
  g_assert_cmpstr (line->materials, ==, "jc.s1.land.transfer-contract");
  line = gate->lines->pdata[0];
  g_assert_cmpint (line->handed_in, ==, STEWARD_DAY_NONE);
  steward_project_remove_receipt (project, "jc.s2.land.transfer-contract");
  assert_gate (project, STEWARD_GATE_ENTRUSTMENT, "????");
}

static void
test_who_goes_on_gives_a_reason (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardGate) gate = NULL, less = NULL, more = NULL;
  const StewardAcknowledgement *reason;

  steward_project_set_fact (project, STEWARD_FACT_PLACE, "虚构");
  gate = steward_gate_new (project, STEWARD_GATE_START);
  g_assert_true (steward_gate_wants_reason (project, gate));
  g_assert_false (steward_gate_override (project, STEWARD_GATE_START, " ", "王"));
  g_assert_true (steward_gate_wants_reason (project, gate));
  g_assert_true (steward_gate_override (project, STEWARD_GATE_START, "领导要求", "王"));
  g_assert_false (steward_gate_wants_reason (project, gate));
  for (guint i = 0; i < gate->lines->len; i++)
    {
      reason = steward_gate_find_reason (project, gate, gate->lines->pdata[i]);
      g_assert_cmpstr (reason != NULL ? reason->reason : "", ==,
                       steward_gate_line_fails (gate->lines->pdata[i]) ? "领导要求" : "");
    }
  /* It is not passed by that, and what opens later wants a reason of its own. */
  g_assert_false (gate->passed);
  steward_project_set_fact (project, STEWARD_FACT_SCALE, "虚构");
  less = steward_gate_new (project, STEWARD_GATE_START);
  g_assert_false (steward_gate_wants_reason (project, less));
  steward_project_set_fact (project, STEWARD_FACT_PLACE, "");
  more = steward_gate_new (project, STEWARD_GATE_START);
  g_assert_true (steward_gate_wants_reason (project, more));
}

static void
test_the_scope_follows_the_questionnaire (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardGate) gate = steward_gate_new (project, STEWARD_GATE_SCOPE);

  g_assert_cmpuint (gate->lines->len, ==, 3);
  g_assert_nonnull (gate->note);
  g_assert_false (((StewardGateLine *) gate->lines->pdata[0])->claimable);
  assert_gate (project, STEWARD_GATE_SCOPE, "???");
  steward_project_set_answer (project, "jc.q.construction", "rebuild");
  assert_gate (project, STEWARD_GATE_SCOPE, "s+s passed");
}

static void
test_a_pack_without_a_gate_has_none (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");

  g_assert_null (steward_gate_new (project, STEWARD_GATE_START));
  g_assert_null (steward_gate_new (project, STEWARD_GATE_ENTRUSTMENT));
}

static void
test_a_full_fact_takes_no_more (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardGate) gate = NULL;
  g_autofree char *text = g_strnfill (steward_fact_get_max (STEWARD_FACT_LAND), 'x');

  steward_project_set_fact (project, STEWARD_FACT_LAND, text);
  gate = steward_gate_new (project, STEWARD_GATE_START);
  g_assert_false (steward_gate_claim (project, gate->lines->pdata[5]));
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_LAND), ==, text);
}

static void
test_every_gate_has_a_name (void)
{
  for (guint i = 0; i < STEWARD_N_GATES; i++)
    {
      g_assert_cmpstr (steward_gate_get_title (i), !=, "");
      g_assert_cmpstr (steward_gate_state_to_word (i), !=, "");
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (steward_gate_kind_to_word (i), !=, steward_gate_kind_to_word (j));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/five-facts-and-land", test_five_facts_and_land);
  g_test_add_func ("/gate/one-kind-of-project-is-enough", test_one_kind_of_project_is_enough);
  g_test_add_func ("/gate/a-paper-that-was-handed-in-shows-it", test_a_paper_that_was_handed_in_shows_it);
  g_test_add_func ("/gate/who-goes-on-gives-a-reason", test_who_goes_on_gives_a_reason);
  g_test_add_func ("/gate/the-scope-follows-the-questionnaire", test_the_scope_follows_the_questionnaire);
  g_test_add_func ("/gate/a-pack-without-a-gate-has-none", test_a_pack_without_a_gate_has_none);
  g_test_add_func ("/gate/a-full-fact-takes-no-more", test_a_full_fact_takes_no_more);
  g_test_add_func ("/gate/every-gate-has-a-name", test_every_gate_has_a_name);
  return g_test_run ();
}
