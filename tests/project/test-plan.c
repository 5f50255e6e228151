/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"
#include "steward-material-use.h"

#include <string.h>

#include "steward-party.h"

static const StewardPlanStage *
stage_of (const StewardPlan *plan,
          guint              number)
{
  return plan->stages->pdata[number - 1];
}

static const StewardPlanMaterial *
find_material (const StewardPlan *plan,
               const char        *name)
{
  const StewardPlanMaterial *found = NULL;

  for (guint i = 0; i < plan->materials->len; i++)
    {
      const StewardPlanMaterial *material = plan->materials->pdata[i];

      if (strcmp (material->name, name) == 0)
        {
          g_assert_null (found);
          found = material;
        }
    }
  return found;
}

static void
test_an_empty_assessment_has_an_empty_plan (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = steward_plan_new (project);

  g_assert_cmpuint (plan->stages->len, ==, 4);
  g_assert_cmpuint (plan->items->len, ==, 0);
  g_assert_cmpuint (plan->materials->len, ==, 0);
  g_assert_cmpint (plan->total_limit, ==, -1);
  g_assert_cmpstr (stage_of (plan, 1)->fees, ==, "");
}

static void
test_items_stand_in_their_stage (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = NULL;
  const StewardPlanItem *item;

  fixture_tick (project, "jc.s2.box.item.eia");
  fixture_tick (project, "jc.s1.box.item.filing");
  steward_project_set_tick (project, "jc.s1.box.item.approval", FALSE, "", "");
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "林地审核", "县局");
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->items->len, ==, 3);
  g_assert_cmpuint (stage_of (plan, 1)->items->len, ==, 2);
  g_assert_null (steward_plan_find_item (plan, "jc.s1.item.approval"));
  item = steward_plan_find_item (plan, "jc.s1.item.filing");
  g_assert_cmpint (item->level, ==, STEWARD_LEVEL_CITY);
  g_assert_cmpint (item->limit, ==, -1);
  g_assert_cmpstr (item->bureau, !=, "");
  g_assert_false (item->supplement);
  item = plan->items->pdata[1];
  g_assert_cmpstr (item->name, ==, "林地审核");
  g_assert_null (item->item);
  g_assert_nonnull (item->row);
  g_assert_cmpint (item->level, ==, STEWARD_LEVEL_COUNTY);
}

static void
test_limits_come_from_the_nearest_source (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardPlan) block = NULL, promised = NULL;
  g_autoptr (StewardCase) handled = steward_case_new ("c", "dt.s1.eia");

  fixture_tick (project, "dt.s1.box.eia");
  block = steward_plan_new (project);
  g_assert_cmpint (steward_plan_find_item (block, "dt.s1.eia")->limit, ==, 7);
  g_assert_true (steward_plan_find_item (block, "dt.s1.eia")->block_limit);
  g_assert_cmpint (block->total_limit, ==, 34);

  handled->limit = 3;
  handled->mode = STEWARD_MODE_COMMITMENT;
  handled->level = STEWARD_LEVEL_ZONE;
  steward_project_put_case (project, handled);
  promised = steward_plan_new (project);
  g_assert_cmpint (steward_plan_find_item (promised, "dt.s1.eia")->limit, ==, 3);
  g_assert_false (steward_plan_find_item (promised, "dt.s1.eia")->block_limit);
  g_assert_cmpint (steward_plan_find_item (promised, "dt.s1.eia")->mode, ==, STEWARD_MODE_COMMITMENT);
  g_assert_cmpint (steward_plan_find_item (promised, "dt.s1.eia")->level, ==, STEWARD_LEVEL_ZONE);
}

/* The same paper ticked in both stages is asked for in the first only. */
static void
test_a_paper_is_asked_for_once (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = NULL;
  const StewardPlanMaterial *conditions;

  fixture_tick (project, "jc.s2.box.land.planning-conditions");
  fixture_tick (project, "jc.s1.box.land.planning-conditions");
  fixture_tick (project, "jc.s2.box.item.land-use-planning-permit");
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->materials->len, ==, 1);
  conditions = plan->materials->pdata[0];
  g_assert_cmpint (conditions->first_stage->number, ==, 1);
  g_assert_cmpuint (conditions->stages->len, ==, 2);
  g_assert_cmpuint (stage_of (plan, 1)->materials->len, ==, 1);
  g_assert_cmpuint (stage_of (plan, 2)->materials->len, ==, 0);
  g_assert_cmpuint (conditions->used_in->len, ==, 1);
  g_assert_cmpstr (((StewardPlanItem *) conditions->used_in->pdata[0])->id, ==, "jc.s2.item.land-use-planning-permit");
}

static void
test_every_paper_named_twice_is_asked_for_once (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (project));
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (StewardPlan) plan = NULL;
  guint n_boxes = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      GPtrArray *groups = ((StewardPart *) parts->pdata[i])->groups;

      for (guint j = 0; j < groups->len; j++)
        {
          GPtrArray *boxes = ((StewardGroup *) groups->pdata[j])->boxes;

          for (guint k = 0; k < boxes->len; k++)
            {
              const StewardBox *box = boxes->pdata[k];

              if (box->kind != STEWARD_BOX_MATERIAL)
                continue;
              n_boxes++;
              fixture_tick (project, box->id);
              g_hash_table_add (keys, box->material->same_as);
            }
        }
    }
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->materials->len, ==, g_hash_table_size (keys));
  g_assert_cmpuint (plan->materials->len, <, n_boxes);
}

static void
test_a_typed_paper_of_the_same_name_is_the_same (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = NULL;
  const StewardPlanMaterial *material;

  fixture_tick (project, "jc.s1.box.rep.energy");
  steward_project_add_rows (project, "jc.s1.box.app.blank", "节能报告\n地灾评估", "");
  steward_project_add_rows (project, "jc.s2.box.app.blank", "地灾评估", "");
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->materials->len, ==, 2);
  material = find_material (plan, "节能报告");
  g_assert_nonnull (material->material);
  g_assert_null (material->row);
  /* A sealed original is asked for in one place, an original in the other. */
  g_assert_cmpint (material->form, ==, STEWARD_FORM_ORIGINAL_SEALED);
  material = find_material (plan, "地灾评估");
  g_assert_null (material->material);
  g_assert_cmpuint (material->stages->len, ==, 2);
}

static void
test_fees_are_boxes_then_text (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = NULL;

  fixture_tick (project, "jc.s2.box.fee.infrastructure");
  steward_project_set_text (project, "jc.s2.text.fees", "以缴费通知为准");
  steward_project_set_text (project, "jc.s2.text.special-steps", "专家评审");
  steward_project_set_text (project, "jc.s2.text.key-points", "要点");
  steward_project_set_text (project, "jc.s2.text.optimisation", "优化");
  plan = steward_plan_new (project);
  g_assert_cmpstr (stage_of (plan, 2)->fees, ==, "基础设施配套费\n以缴费通知为准");
  g_assert_cmpstr (stage_of (plan, 2)->special_steps, ==, "专家评审");
  g_assert_cmpstr (stage_of (plan, 2)->key_points, ==, "要点");
  g_assert_cmpstr (stage_of (plan, 2)->optimisation, ==, "优化");
  g_assert_cmpstr (stage_of (plan, 1)->fees, ==, "");
}

static void
test_parts_of_a_supplement_behave_the_same (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  StewardPack *pack = steward_project_get_pack (project);
  const StewardBox *permit = steward_pack_find_item_box (pack, "nat.s3.item.construction-permit");
  g_autoptr (StewardPlan) plan = NULL;
  const StewardPlanItem *item;

  g_assert_nonnull (permit);
  fixture_tick (project, permit->id);
  steward_project_set_text (project, "nat.s3.text.key-points", "补充要点");
  plan = steward_plan_new (project);
  item = plan->items->pdata[0];
  g_assert_true (item->supplement);
  g_assert_cmpint (item->stage->number, ==, 3);
  g_assert_cmpuint (stage_of (plan, 3)->items->len, ==, 1);
  g_assert_cmpstr (stage_of (plan, 3)->key_points, ==, "补充要点");
}

static void
put_segment (StewardProject *project,
             const char     *id,
             const char     *item,
             const char     *segment)
{
  g_autoptr (StewardCase) handled = steward_case_new (id, item);

  g_free (handled->segment);
  handled->segment = g_strdup (segment);
  steward_project_put_case (project, handled);
}

static void
test_every_case_of_an_item_is_a_row (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardPlan) plan = NULL;
  g_autofree char *all = NULL, *one = NULL;
  const GPtrArray *parts;
  const StewardPlanItem *item;

  fixture_tick (project, "dt.s4.box.fire-acceptance");
  fixture_tick (project, "dt.s4.box.completion-filing");
  put_segment (project, "c/1", "dt.s4.fire-acceptance", "一期");
  put_segment (project, "c/2", "dt.s4.fire-acceptance", "二期");
  put_segment (project, "c3", "dt.s4.fire-acceptance", "");
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->items->len, ==, 4);
  parts = steward_plan_get_parts (plan, "dt.s4.fire-acceptance");
  g_assert_cmpuint (parts->len, ==, 3);
  g_assert_null (steward_plan_get_parts (plan, "dt.s4.completion-filing"));
  item = parts->pdata[0];
  g_assert_cmpstr (item->id, ==, "dt.s4.fire-acceptance");
  g_assert_true (g_str_has_suffix (item->name, "（一期）"));
  item = steward_plan_find_item (plan, "dt.s4.fire-acceptance/c/2");
  g_assert_true (item == parts->pdata[1]);
  g_assert_cmpstr (item->base, ==, "dt.s4.fire-acceptance");
  g_assert_cmpstr (item->segment, ==, "二期");
  g_assert_cmpstr (item->case_->id, ==, "c/2");
  g_assert_true (item->case_ == steward_project_find_case (project, item->id));
  g_assert_cmpuint (item->part, ==, 1);
  g_assert_cmpuint (item->n_parts, ==, 3);
  g_assert_true (g_str_has_suffix (((StewardPlanItem *) parts->pdata[2])->name, "（3）"));
  all = steward_plan_name_item (plan, item);
  g_assert_true (g_str_has_prefix (all, item->base_name));
  g_assert_true (g_str_has_suffix (all, "（一期、二期）"));
  item = steward_plan_find_item (plan, "dt.s4.completion-filing");
  one = steward_plan_name_item (plan, item);
  g_assert_cmpstr (one, ==, item->name);
  g_assert_cmpuint (item->n_parts, ==, 1);
}

static void
test_the_id_of_a_row_finds_its_case (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autofree char *id = NULL;

  g_assert_null (steward_project_list_cases (project, "dt.s1.eia"));
  put_segment (project, "a", "dt.s1.eia", "");
  put_segment (project, "b", "dt.s1.eia", "二期");
  put_segment (project, "c", "dt.s1.filing", "");
  g_assert_cmpuint (steward_project_list_cases (project, "dt.s1.eia")->len, ==, 2);
  g_assert_cmpstr (steward_project_find_case (project, "dt.s1.eia")->id, ==, "a");
  id = steward_case_make_row_id (steward_project_find_case (project, "dt.s1.eia/b"));
  g_assert_cmpstr (id, ==, "dt.s1.eia/b");
  /* A case of another item, or none. */
  g_assert_null (steward_project_find_case (project, "dt.s1.eia/c"));
  g_assert_null (steward_project_find_case (project, "dt.s1.ei/b"));
  g_assert_null (steward_project_find_case (project, "dt.s1.eia/"));
  g_assert_null (steward_project_find_case (project, "dt.s1.eia/d"));
}

/* A typed row stays when any of its cases has a history. */
static void
test_a_row_stays_for_each_of_its_cases (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autofree char *row = g_strdup (steward_project_add_rows (project, "jc.s1.box.item.county-blank", "林地审核", "县局"));
  g_autoptr (StewardCase) begun = steward_case_new ("b", row);

  put_segment (project, "a", row, "一期");
  steward_case_add_event (begun, STEWARD_CASE_RECEIVED, fixture_day ("2026-03-02"), "", "", "");
  steward_project_put_case (project, begun);
  steward_project_set_row_text (project, row, "");
  g_assert_nonnull (steward_project_find_row (project, row));
  g_assert_cmpuint (steward_project_list_cases (project, row)->len, ==, 2);
  steward_project_remove_case (project, "b");
  put_segment (project, "c", row, "二期");
  steward_project_set_row_text (project, row, "");
  g_assert_null (steward_project_find_row (project, row));
  g_assert_cmpuint (steward_project_get_cases (project)->len, ==, 0);
}

/* The credentials of the agency are used in two stages. */
static void
test_a_paper_is_handed_in_where_it_is_needed_first (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = NULL;
  const StewardPlanMaterial *credentials, *contract;
  const StewardPlanItem *first, *again, *other;

  fixture_tick (project, "jc.s1.box.item.feasibility");
  fixture_tick (project, "jc.s2.box.item.tender-filing");
  fixture_tick (project, "jc.s2.box.item.eia");
  fixture_tick (project, "jc.s1.box.oth.agency-credentials");
  fixture_tick (project, "jc.s1.box.land.transfer-contract");
  plan = steward_plan_new (project);
  credentials = plan->materials->pdata[1];
  contract = plan->materials->pdata[0];
  g_assert_cmpstr (credentials->id, ==, "jc.s1.oth.agency-credentials");
  g_assert_cmpstr (contract->id, ==, "jc.s1.land.transfer-contract");
  first = steward_plan_find_item (plan, "jc.s1.item.feasibility");
  again = steward_plan_find_item (plan, "jc.s2.item.tender-filing");
  other = steward_plan_find_item (plan, "jc.s2.item.eia");

  g_assert_cmpint (steward_plan_material_get_use (credentials, first), ==, STEWARD_USE_FIRST);
  g_assert_cmpint (steward_plan_material_get_use (credentials, again), ==, STEWARD_USE_AGAIN);
  g_assert_cmpint (steward_plan_material_get_use (credentials, other), ==, STEWARD_USE_NONE);
  /* The form does not say which item of its stage needs the contract. */
  g_assert_cmpint (steward_plan_material_get_use (contract, first), ==, STEWARD_USE_STAGE);
  g_assert_cmpint (steward_plan_material_get_use (contract, other), ==, STEWARD_USE_NONE);
}

/* Either of two bureaus, until the case has chosen one. */
static void
test_a_case_chooses_between_bureaus (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardCase) handled = steward_case_new ("c", "dt.s1.land-use-planning-permit");
  g_autoptr (StewardPlan) open = NULL, chosen = NULL;
  const StewardPlanItem *item;

  fixture_tick (project, "dt.s1.box.land-use-planning-permit");
  fixture_tick (project, "dt.s1.box.eia");
  open = steward_plan_new (project);
  item = steward_plan_find_item (open, "dt.s1.land-use-planning-permit");
  g_assert_true (item->bureau_open);
  g_assert_nonnull (strstr (item->bureau, "或"));
  g_assert_false (steward_plan_find_item (open, "dt.s1.eia")->bureau_open);
  g_free (handled->bureau);
  handled->bureau = g_strdup ("dt.b.approval");
  steward_project_put_case (project, handled);
  chosen = steward_plan_new (project);
  item = steward_plan_find_item (chosen, "dt.s1.land-use-planning-permit");
  g_assert_false (item->bureau_open);
  g_assert_cmpstr (item->bureau, ==, steward_pack_get_bureau_name (chosen->pack, "dt.b.approval"));
}

static void
test_everybody_who_decides_an_item_is_heard_once (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
  g_autoptr (StewardCase) handled = steward_case_new ("c", "dt.s1.eia");
  g_autoptr (StewardPlan) plan = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  guint approval = 0, told = 0;

  fixture_tick (project, "dt.s1.box.filing");
  fixture_tick (project, "dt.s1.box.eia");
  g_free (handled->bureau);
  handled->bureau = g_strdup ("dt.b.approval");
  steward_project_put_case (project, handled);
  plan = steward_plan_new (project);
  parties = steward_plan_list_parties (plan);
  for (guint i = 0; i < parties->len; i++)
    {
      const StewardParty *party = parties->pdata[i];

      g_assert_cmpstr (party->name, !=, "");
      told += party->items->len;
      if (g_str_equal (party->id, "dt.b.approval"))
        approval += party->items->len;
    }
  /* The case says who handles the second item. */
  g_assert_cmpuint (approval, ==, 2);
  g_assert_cmpuint (told, ==, 2);
}

/* Handling a case takes the say from nobody who is competent as well. */
static void
test_all_that_are_competent_are_heard (void)
{
  static const struct { const char *box; const char *item; guint heard; } cases[] = {
    { "dt.s3.box.construction-permit", "dt.s3.construction-permit", 2 },
    /* One of two is enough. */
    { "dt.s1.box.land-use-planning-permit", "dt.s1.land-use-planning-permit", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardProject) project = fixture_new_project ("datong-2025");
      g_autoptr (StewardCase) handled = steward_case_new ("c", cases[i].item);
      g_autoptr (StewardPlan) plan = NULL;
      g_autoptr (GPtrArray) parties = NULL;

      fixture_tick (project, cases[i].box);
      g_free (handled->bureau);
      handled->bureau = g_strdup ("dt.b.approval");
      steward_project_put_case (project, handled);
      plan = steward_plan_new (project);
      g_assert_cmpuint (plan->items->len, ==, 1);
      parties = steward_plan_list_parties (plan);
      g_assert_cmpuint (parties->len, ==, cases[i].heard);
      g_assert_cmpstr (((StewardParty *) parties->pdata[0])->id, ==, "dt.b.approval");
    }
}

static void
test_sections_are_heard_even_without_items (void)
{
  g_autoptr (StewardProject) project = fixture_new_project ("jincheng-2022");
  g_autoptr (StewardPlan) plan = steward_plan_new (project);
  g_autoptr (GPtrArray) parties = steward_plan_list_parties (plan);
  GPtrArray *sections = steward_pack_get_list (plan->pack, STEWARD_LIST_SECTIONS);

  g_assert_cmpuint (sections->len, >, 0);
  g_assert_cmpuint (parties->len, ==, sections->len);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/an-empty-assessment", test_an_empty_assessment_has_an_empty_plan);
  g_test_add_func ("/plan/items-stand-in-their-stage", test_items_stand_in_their_stage);
  g_test_add_func ("/plan/limits-come-from-the-nearest-source", test_limits_come_from_the_nearest_source);
  g_test_add_func ("/plan/all-that-are-competent-are-heard", test_all_that_are_competent_are_heard);
  g_test_add_func ("/plan/a-paper-is-asked-for-once", test_a_paper_is_asked_for_once);
  g_test_add_func ("/plan/every-paper-is-asked-for-once", test_every_paper_named_twice_is_asked_for_once);
  g_test_add_func ("/plan/a-typed-paper-of-the-same-name", test_a_typed_paper_of_the_same_name_is_the_same);
  g_test_add_func ("/plan/fees-are-boxes-then-text", test_fees_are_boxes_then_text);
  g_test_add_func ("/plan/a-case-chooses-between-bureaus", test_a_case_chooses_between_bureaus);
  g_test_add_func ("/plan/every-case-of-an-item-is-a-row", test_every_case_of_an_item_is_a_row);
  g_test_add_func ("/plan/the-id-of-a-row-finds-its-case", test_the_id_of_a_row_finds_its_case);
  g_test_add_func ("/plan/a-row-stays-for-each-of-its-cases", test_a_row_stays_for_each_of_its_cases);
  g_test_add_func ("/plan/parts-of-a-supplement", test_parts_of_a_supplement_behave_the_same);
  g_test_add_func ("/plan/a-paper-is-handed-in-where-it-is-needed-first",
                   test_a_paper_is_handed_in_where_it_is_needed_first);
  g_test_add_func ("/plan/everybody-who-decides-an-item-is-heard-once",
                   test_everybody_who_decides_an_item_is_heard_once);
  g_test_add_func ("/plan/sections-are-heard-even-without-items", test_sections_are_heard_even_without_items);
  return g_test_run ();
}
