/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

static StewardPack *
read_fixture (void)
{
  g_autofree char *text = fixture_good_text ();

  return fixture_read_good (text, NULL, NULL);
}

static void
test_head_is_read (void)
{
  g_autofree char *text = fixture_good_text ();
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr(StewardPack) pack = fixture_read_good (text, NULL, NULL);
  StewardThresholds thresholds = steward_pack_get_thresholds (pack);
  const StewardBasis *basis = g_ptr_array_index (steward_pack_get_bases (pack), 0);

  g_assert_cmpstr (steward_pack_get_id (pack), ==, "testcity-2026");
  g_assert_cmpstr (steward_pack_get_version (pack), ==, "1");
  g_assert_cmpstr (steward_pack_get_title (pack), ==, "测试市 示例规则");
  g_assert_cmpstr (steward_pack_get_region (pack), ==, "测试市");
  g_assert_cmpstr (steward_pack_get_sha256 (pack), ==, sum);
  g_assert_null (steward_pack_get_banner (pack));
  g_assert_cmpint (steward_pack_get_total_limit (pack), ==, 21);
  g_assert_cmpint (thresholds.yellow_days, ==, 2);
  g_assert_cmpint (thresholds.yellow_percent, ==, 20);
  g_assert_cmpint (steward_pack_get_setting (pack, "acceptance-day-counts", 7), ==, 0);
  g_assert_cmpint (steward_pack_get_setting (pack, "notice-days", 5), ==, 5);
  g_assert_cmpstr (basis->document, ==, "测发〔2026〕1号");
  g_assert_cmpstr (basis->verified, ==, "text");
  g_assert_cmpstr (steward_pack_get_ambiguities (pack)[0], ==, "通知没有写明归档期限");
}

static void
test_process_is_read (void)
{
  g_autoptr(StewardPack) pack = read_fixture ();
  const StewardStage *stage = steward_pack_find_stage (pack, "s1");
  const StewardBlock *block = steward_pack_find_block (pack, "s1.utility");
  const StewardItem *filing = steward_pack_find_item (pack, "filing");
  const StewardItem *permit = steward_pack_find_item (pack, "permit");
  const StewardItem *water = steward_pack_find_item (pack, "water");

  g_assert_cmpstr (stage->form_name, ==, "一、立项阶段");
  g_assert_cmpstr (stage->plan_name, ==, "立项阶段");
  g_assert_cmpint (block->limit, ==, -1);
  g_assert_true (block->within_stage);
  g_assert_true (block->stage == stage);

  g_assert_cmpstr (filing->short_name, ==, "备案");
  g_assert_cmpint (filing->kind, ==, STEWARD_ITEM_FILING);
  g_assert_cmpint (filing->limit, ==, -1);
  g_assert_true (filing->any_bureau);
  g_assert_cmpuint (filing->materials->len, ==, 2);
  g_assert_cmpstr (filing->source->quote, ==, "办理项目备案手续");
  g_assert_cmpstr (filing->source->basis->id, ==, "notice");
  g_assert_cmpstr (steward_pack_get_bureau_name (pack, filing->bureau_ids[1]), ==, "开发区审批局");

  g_assert_cmpint (permit->limit, ==, 5);
  g_assert_cmpint (permit->lane, ==, STEWARD_LANE_PARALLEL);
  g_assert_cmpstr (permit->short_name, ==, permit->name);
  g_assert_true (permit->commitment->listed);
  g_assert_cmpstr (permit->after[1], ==, "contract");
  g_assert_true (permit->default_on);
  g_assert_false (water->default_on);
  g_assert_null (water->commitment);
}

static void
test_form_is_read (void)
{
  g_autoptr(StewardPack) pack = read_fixture ();
  const StewardPart *part = g_ptr_array_index (steward_pack_get_parts (pack), 0);
  const StewardGroup *papers = steward_pack_find_group (pack, "g.papers");
  const StewardBox *permit = steward_pack_find_item_box (pack, "permit");

  g_assert_cmpuint (part->groups->len, ==, 4);
  g_assert_false (part->supplement);
  g_assert_cmpstr (permit->label, ==, "用地规划许可证核发");
  g_assert_cmpstr (steward_pack_find_box (pack, "b.filing")->label, ==, "项目备案");
  g_assert_cmpstr (steward_pack_find_box (pack, "b.blank")->label, ==, "");
  g_assert_cmpstr (steward_pack_find_box (pack, "b.fee")->label, ==, "配套费");
  g_assert_true (steward_pack_find_box (pack, "b.form")->right);
  g_assert_false (steward_pack_find_box (pack, "b.report")->right);
  g_assert_true (steward_pack_find_box (pack, "b.form")->group == papers);
  g_assert_cmpint (steward_pack_find_group (pack, "g.points")->role, ==, STEWARD_ROLE_KEY_POINTS);
  g_assert_true (steward_pack_find_group (pack, "g.points")->text);
  g_assert_false (papers->text);
  g_assert_null (steward_pack_find_item_box (pack, "water"));
}

static void
test_form_and_level_come_from_the_group (void)
{
  g_autoptr(StewardPack) pack = read_fixture ();

  g_assert_cmpint (steward_pack_find_material (pack, "form")->form, ==, STEWARD_FORM_ORIGINAL_SEALED);
  g_assert_cmpint (steward_pack_find_material (pack, "report")->form, ==, STEWARD_FORM_ORIGINAL);
  g_assert_cmpstr (steward_pack_find_material (pack, "report")->same_as, ==, "report");
  g_assert_cmpstr (steward_pack_find_material (pack, "report-again")->same_as, ==, "report");
  g_assert_cmpint (steward_pack_find_item (pack, "filing")->level, ==, STEWARD_LEVEL_CITY);
  g_assert_cmpint (steward_pack_find_item (pack, "fire")->level, ==, STEWARD_LEVEL_COUNTY);
  g_assert_cmpint (steward_pack_find_item (pack, "water")->level, ==, STEWARD_LEVEL_UNKNOWN);
}

static void
test_answers_are_worded_by_their_question (void)
{
  static StewardChoice filing = { (char *) "filing", (char *) "备案" };
  g_autoptr(GPtrArray) choices = g_ptr_array_new (), none = g_ptr_array_new ();
  const StewardQuestion choice = { .kind = STEWARD_QUESTION_CHOICE, .choices = choices };
  const StewardQuestion doubt = { .kind = STEWARD_QUESTION_YES_NO, .choices = none };
  const StewardQuestion number = { .kind = STEWARD_QUESTION_NUMBER, .choices = none };

  g_ptr_array_add (choices, &filing);
  g_assert_cmpstr (steward_question_get_answer_label (&choice, "filing"), ==, "备案");
  g_assert_cmpstr (steward_question_get_answer_label (&choice, "gone"), ==, "gone");
  g_assert_cmpstr (steward_question_get_answer_label (&doubt, "yes"), ==, "Yes");
  g_assert_cmpstr (steward_question_get_answer_label (&doubt, "no"), ==, "No");
  g_assert_cmpstr (steward_question_get_answer_label (&number, "2500"), ==, "2500");
}

static void
test_rules_are_read (void)
{
  g_autoptr(StewardPack) pack = read_fixture ();
  const StewardSuggestion *suggestion = g_ptr_array_index (steward_pack_get_suggestions (pack), 0);
  const StewardCondition *more = g_ptr_array_index (suggestion->all, 1);
  const StewardTimer *archive = g_ptr_array_index (steward_pack_get_timers (pack), 1);
  const StewardActivity *building = g_ptr_array_index (steward_pack_get_activities (pack), 0);
  const StewardNamed *scenario = g_ptr_array_index (steward_pack_get_list (pack, STEWARD_LIST_SCENARIOS), 0);
  const StewardNamed *section = g_ptr_array_index (steward_pack_get_sections (pack), 0);
  const StewardIndicator *indicator = g_ptr_array_index (steward_pack_get_indicators (pack), 0);

  g_assert_cmpint (more->op, ==, STEWARD_MORE_THAN);
  g_assert_cmpfloat (more->number, ==, 2500);
  g_assert_cmpstr (more->value, ==, "2500");
  g_assert_cmpstr (suggestion->boxes[1], ==, "b.form");
  g_assert_cmpint (archive->days, ==, -1);
  g_assert_cmpint (archive->role, ==, STEWARD_TIMER_REMINDER);
  g_assert_cmpstr (steward_pack_find_timer (pack, STEWARD_TIMER_PUSH)->id, ==, "handed-on");
  g_assert_null (steward_pack_find_timer (pack, STEWARD_TIMER_SUGGESTION));
  g_assert_cmpstr (building->before[0], ==, "s2");
  g_assert_cmpstr (steward_named_get (scenario, "steps"), ==, "10");
  g_assert_null (steward_named_get (scenario, "applies"));
  g_assert_null (steward_named_get (section, "steps"));
  g_assert_cmpstr (section->items[1], ==, "permit");
  g_assert_cmpfloat (indicator->target, ==, 0.85);
  g_assert_cmpstr (steward_pack_get_deferral (pack)->classes[0], ==, "第三方报告");
  g_assert_cmpint (steward_pack_get_deferral (pack)->supplement_days, ==, -1);
}

static void
test_checks_are_read (void)
{
  g_autoptr(StewardPack) pack = read_fixture ();
  const StewardCheck *check = steward_pack_find_check (pack, STEWARD_CHECK_EVENT_ORDER);
  const StewardItem *permit = steward_pack_find_item (pack, "permit");

  g_assert_cmpstr (check->id, ==, "event-order");
  g_assert_cmpstr (check->name, ==, "倒序");
  g_assert_cmpstr (check->remedy, ==, "按原件更正");
  g_assert_cmpint (check->severity, ==, STEWARD_SEVERITY_WARNING);
  g_assert_cmpint (steward_pack_get_severity (pack, STEWARD_CHECK_EVENT_ORDER), ==, STEWARD_SEVERITY_WARNING);
  g_assert_null (steward_pack_find_check (pack, STEWARD_CHECK_OVER_LIMIT));
  g_assert_cmpint (steward_pack_get_severity (pack, STEWARD_CHECK_OVER_LIMIT), ==, STEWARD_SEVERITY_ERROR);
  g_assert_cmpint (permit->validity->months, ==, 12);
  g_assert_cmpstr (permit->validity->until[0], ==, "building");
  g_assert_cmpstr (permit->validity->source->basis->id, ==, "notice");
  g_assert_null (steward_pack_find_item (pack, "filing")->validity);
}

static void
test_words_of_checks_and_codes_are_inverse (void)
{
  StewardCheckCode code;

  for (guint i = 0; i < STEWARD_N_CHECKS; i++)
    {
      g_assert_true (steward_check_code_from_word (steward_check_code_to_word (i), &code));
      g_assert_cmpint (code, ==, i);
      g_assert_cmpint (steward_check_code_get_severity (i), !=, STEWARD_SEVERITY_OFF);
    }
  g_assert_false (steward_check_code_from_word ("order", &code));
  g_assert_cmpstr (steward_severity_to_word (STEWARD_SEVERITY_NOTE), ==, "note");
}

static void
test_wording_is_read (void)
{
  g_autoptr(StewardPack) pack = read_fixture ();

  g_assert_cmpstr (steward_pack_get_wording (pack, "closing", "text"), ==, "{project_name} 已办结");
  g_assert_cmpstr (steward_pack_get_wordings (pack, "ledger", "columns")[1], ==, "时间");
  g_assert_null (steward_pack_get_wording (pack, "ledger", "columns"));
  g_assert_null (steward_pack_get_wordings (pack, "closing", "text"));
  g_assert_null (steward_pack_get_wording (pack, "closing", "no-such-key"));
}

static void
test_words_and_values_are_inverse (void)
{
  for (int i = STEWARD_LEVEL_UNKNOWN; i <= STEWARD_LEVEL_ZONE; i++)
    {
      StewardLevel level = STEWARD_LEVEL_ZONE + 1;

      g_assert_true (steward_level_from_word (steward_level_to_word (i), &level));
      g_assert_cmpint (level, ==, i);
    }
  g_assert_false (steward_level_from_word ("planet", NULL));
  g_assert_false (steward_level_from_word (NULL, NULL));
  g_assert_cmpstr (steward_lane_to_word (STEWARD_LANE_AFTER), ==, "after");
  g_assert_cmpstr (steward_item_kind_to_word (STEWARD_ITEM_PUBLIC_SERVICE), ==, "public-service");
  g_assert_cmpstr (steward_material_form_to_word (STEWARD_FORM_COPY_UNLESS_OURS), ==, "copy-unless-ours");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/head-is-read", test_head_is_read);
  g_test_add_func ("/pack/process-is-read", test_process_is_read);
  g_test_add_func ("/pack/form-is-read", test_form_is_read);
  g_test_add_func ("/pack/form-and-level-come-from-the-group", test_form_and_level_come_from_the_group);
  g_test_add_func ("/pack/answers-are-worded-by-their-question", test_answers_are_worded_by_their_question);
  g_test_add_func ("/pack/rules-are-read", test_rules_are_read);
  g_test_add_func ("/pack/checks-are-read", test_checks_are_read);
  g_test_add_func ("/pack/words-of-checks-and-codes-are-inverse", test_words_of_checks_and_codes_are_inverse);
  g_test_add_func ("/pack/wording-is-read", test_wording_is_read);
  g_test_add_func ("/pack/words-and-values-are-inverse", test_words_and_values_are_inverse);

  return g_test_run ();
}
