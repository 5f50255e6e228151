/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pack-fixture.h"

static const char county[] =
  "{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"county\", \"version\": \"3\", \"title\": \"测试县\",\n"
  "  \"extends\": \"testcity-2026\",\n"
  "  \"settings\": { \"yellow-days\": 4 },\n"
  "  \"bureaus\": [ { \"id\": \"county-office\", \"name\": \"县审批局\" } ],\n"
  "  \"items\": [\n"
  "    { \"id\": \"permit\", \"name\": \"用地规划许可证（县）\", \"stage\": \"s1\", \"block\": \"s1.par\", \"limit\": 3,\n"
  "      \"bureaus\": [\"county-office\"], \"source\": { \"basis\": \"notice\" } },\n"
  "    { \"id\": \"survey\", \"name\": \"踏勘\", \"stage\": \"s1\" } ],\n"
  "  \"forms\": { \"closing\": { \"text\": \"县内办结\" } },\n"
  "  \"ambiguities\": [\"县里的补充\"] }\n";

static const char supplement[] =
  "{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"national\", \"version\": \"1\", \"title\": \"补充\",\n"
  "  \"banner\": \"不是本地文件\",\n"
  "  \"basis\": [ { \"id\": \"law\", \"document\": \"国家法律\" } ],\n"
  "  \"bureaus\": [ { \"id\": \"planning\", \"name\": \"住建部门\" }, { \"id\": \"fire\", \"name\": \"消防\" } ],\n"
  "  \"stages\": [ { \"id\": \"n2\", \"number\": 2, \"name\": \"国家验收\" } ],\n"
  "  \"materials\": [ { \"id\": \"n.paper\", \"name\": \"竣工图\" } ],\n"
  "  \"items\": [\n"
  "    { \"id\": \"n.first\", \"name\": \"国家一\", \"stage\": \"n2\", \"materials\": [\"n.paper\"], \"source\": { \"basis\": \"law\" } },\n"
  "    { \"id\": \"n.second\", \"name\": \"国家二\", \"stage\": \"n2\", \"after\": [\"n.first\"], \"bureaus\": [\"planning\", \"fire\"] } ],\n"
  "  \"assessment\": { \"parts\": [ { \"stage\": \"n2\", \"title\": \"补充\", \"groups\": [\n"
  "    { \"id\": \"n.group\", \"kind\": \"items\", \"boxes\": [ { \"id\": \"n.box\", \"item\": \"n.first\" } ] } ] } ] },\n"
  "  \"questions\": [ { \"id\": \"n.tall\", \"text\": \"高层\", \"kind\": \"yes-no\" } ],\n"
  "  \"suggestions\": [ { \"all\": [ { \"question\": \"n.tall\", \"op\": \"is\", \"value\": \"yes\" } ],\n"
  "    \"boxes\": [\"n.box\"], \"reason\": \"高层建筑\" } ],\n"
  "  \"timers\": [ { \"id\": \"n.timer\", \"name\": \"t\", \"from\": \"a\", \"to\": \"b\" } ] }\n";

/* Gives the good pack, the supplement, or the text in @user_data. */
static StewardPack *
resolve (const char      *id,
         gpointer         user_data,
         StewardProblems *problems)
{
  if (g_str_equal (id, "testcity-2026"))
    {
      g_autofree char *text = fixture_good_text ();

      return fixture_read (text, NULL, NULL, problems);
    }
  if (g_str_equal (id, "national"))
    return fixture_read (supplement, NULL, NULL, problems);
  if (g_str_equal (id, "county") && user_data != NULL)
    return fixture_read (user_data, resolve, NULL, problems);
  return NULL;
}

static void
test_a_county_extends_its_city (void)
{
  g_autoptr(StewardPack) pack = fixture_read_good (county, resolve, NULL);
  const StewardItem *permit = steward_pack_find_item (pack, "permit");

  g_assert_cmpstr (steward_pack_get_id (pack), ==, "county");
  g_assert_cmpstr (steward_pack_get_title (pack), ==, "测试县");
  g_assert_cmpstr (steward_pack_get_region (pack), ==, "测试市");
  g_assert_cmpuint (steward_pack_get_items (pack)->len, ==, 6);
  g_assert_true (g_ptr_array_index (steward_pack_get_items (pack), 1) == permit);
  g_assert_cmpint (permit->limit, ==, 3);
  g_assert_cmpstr (permit->bureau_ids[0], ==, "county-office");
  g_assert_cmpstr (permit->source->basis->document, ==, "测发〔2026〕1号");
  g_assert_cmpstr (steward_pack_find_item_box (pack, "permit")->label, ==, "用地规划许可证核发");
  g_assert_cmpint (steward_pack_get_thresholds (pack).yellow_days, ==, 4);
  g_assert_cmpint (steward_pack_get_thresholds (pack).yellow_percent, ==, 20);
  g_assert_cmpstr (steward_pack_get_wording (pack, "closing", "text"), ==, "县内办结");
  g_assert_cmpstr (steward_pack_get_wording (pack, "closing", "title"), ==, "办结单");
  g_assert_cmpuint (g_strv_length ((char **) steward_pack_get_ambiguities (pack)), ==, 3);
}

/* A notice has no wording for most letters: the program's own lies below
 * every pack, and each line of it can be replaced. */
static void
test_common_forms_lie_below_every_pack (void)
{
  g_autofree char *own = fixture_replace (county, "\"forms\": {",
                                          "\"forms\": { \"notice\": { \"title\": \"县告知单\", \"close\": \"一句\" },");
  g_autoptr(StewardPack) pack = fixture_read_good (county, resolve, NULL);
  g_autoptr(StewardPack) worded = fixture_read_good (own, resolve, NULL);

  g_assert_nonnull (steward_pack_get_wording (pack, "notice", "title"));
  g_assert_nonnull (steward_pack_get_wording (pack, "common", "date_line"));
  g_assert_nonnull (steward_pack_get_wordings (pack, "notice", "close"));
  g_assert_cmpstr (steward_pack_get_wording (worded, "notice", "title"), ==, "县告知单");
  g_assert_cmpstr (steward_pack_get_wording (worded, "notice", "close"), ==, "一句");
  g_assert_null (steward_pack_get_wordings (worded, "notice", "close"));
  g_assert_cmpstr (steward_pack_get_wording (worded, "notice", "items_heading"), ==,
                   steward_pack_get_wording (pack, "notice", "items_heading"));
  g_assert_null (steward_pack_get_wording (pack, "notice", "no_such_key"));
}

static void
test_extending_twice_keeps_every_layer (void)
{
  static const char town[] =
    "{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"town\", \"version\": \"1\", \"title\": \"镇\",\n"
    "  \"extends\": \"county\", \"items\": [ { \"id\": \"survey\", \"name\": \"镇踏勘\", \"stage\": \"s1\" } ] }";
  g_autoptr(StewardPack) pack = fixture_read_good (town, resolve, (gpointer) county);

  g_assert_cmpuint (steward_pack_get_items (pack)->len, ==, 6);
  g_assert_cmpstr (steward_pack_find_item (pack, "survey")->name, ==, "镇踏勘");
  g_assert_cmpint (steward_pack_find_item (pack, "permit")->limit, ==, 3);
}

static void
test_a_broken_override_points_into_its_own_file (void)
{
  g_autofree char *text = fixture_replace (county, "\"block\": \"s1.par\"", "\"block\": \"s9.par\"");
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  g_assert_null (fixture_read (text, resolve, NULL, problems));
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  g_assert_cmpuint (steward_problems_get (problems, 0)->line, ==, 6);
  g_assert_cmpstr (steward_problems_get (problems, 0)->path, ==, "items[0].block");
}

static void
test_an_override_that_breaks_the_base_is_noticed (void)
{
  g_autofree char *text = fixture_replace (county, "\"settings\":", "\"blocks\": [ { \"id\": \"s1.par\", \"stage\": \"s1\","
                                           " \"name\": \"x\", \"lane\": \"parallel\", \"limit\": 9 } ], \"settings\":");
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  g_assert_null (fixture_read (text, resolve, NULL, problems));
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  g_assert_nonnull (strstr (steward_problems_get (problems, 0)->message, "takes 9"));
}

static char *
supplemented (void)
{
  g_autofree char *good = fixture_good_text ();

  return fixture_replace (good, "\"region\":", "\"supplements\": [\"national\"], \"region\":");
}

static void
test_a_supplement_joins_our_stages (void)
{
  g_autofree char *text = supplemented ();
  g_autoptr(StewardPack) pack = fixture_read_good (text, resolve, NULL);
  const StewardItem *first = steward_pack_find_item (pack, "n.first");
  const StewardPart *part = g_ptr_array_index (steward_pack_get_parts (pack), 1);

  g_assert_cmpuint (steward_pack_get_stages (pack)->len, ==, 2);
  g_assert_true (first->stage == steward_pack_find_stage (pack, "s2"));
  g_assert_true (steward_pack_find_stage (pack, "n2") == first->stage);
  g_assert_cmpstr (first->stage->name, ==, "验收阶段");
  g_assert_true (first->supplement);
  g_assert_false (steward_pack_find_item (pack, "fire")->supplement);
  g_assert_true (steward_pack_find_material (pack, "n.paper")->supplement);
  g_assert_true (part->supplement);
  g_assert_cmpstr (part->banner, ==, "不是本地文件");
  g_assert_cmpstr (steward_pack_get_banner (pack), ==, "不是本地文件");
  g_assert_cmpint (steward_pack_get_total_limit (pack), ==, 21);
}

static void
test_a_supplement_brings_what_its_rows_need (void)
{
  g_autofree char *text = supplemented ();
  g_autoptr(StewardPack) pack = fixture_read_good (text, resolve, NULL);
  const StewardItem *first = steward_pack_find_item (pack, "n.first");

  /* Both packs call a document "law"; each row keeps its own. */
  g_assert_cmpstr (first->source->basis->document, ==, "国家法律");
  g_assert_cmpuint (steward_pack_get_bases (pack)->len, ==, 3);
  /* The city's name of a bureau wins, the unknown one is added. */
  g_assert_cmpstr (steward_pack_get_bureau_name (pack, "planning"), ==, "规划部门");
  g_assert_cmpstr (steward_pack_get_bureau_name (pack, "fire"), ==, "消防");
  g_assert_cmpuint (steward_pack_get_questions (pack)->len, ==, 4);
  g_assert_cmpuint (steward_pack_get_suggestions (pack)->len, ==, 3);
  g_assert_cmpuint (steward_pack_get_timers (pack)->len, ==, 2);
}

static void
test_one_id_in_both_is_a_problem (void)
{
  g_autofree char *good = supplemented ();
  g_autofree char *text = fixture_replace (good, "\"id\": \"record\"", "\"id\": \"n.first\"");
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  g_assert_null (fixture_read (text, resolve, NULL, problems));
  g_assert_nonnull (strstr (steward_problems_get (problems, 0)->message, "“n.first” is used twice"));
}

static void
test_a_missing_pack_is_said_where_it_is_named (void)
{
  static const char * const keys[] = { "\"extends\": \"atlantis\"", "\"supplements\": [\"atlantis\"]" };
  static const char * const paths[] = { "extends", "supplements[0]" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *good = fixture_good_text ();
      g_autofree char *member = g_strconcat (keys[i], ", \"region\":", NULL);
      g_autofree char *text = fixture_replace (good, "\"region\":", member);
      g_autoptr(StewardProblems) problems = steward_problems_new ();

      g_assert_null (fixture_read (text, resolve, NULL, problems));
      g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
      g_assert_cmpstr (steward_problems_get (problems, 0)->path, ==, paths[i]);
      g_assert_nonnull (strstr (steward_problems_get (problems, 0)->message, "“atlantis”"));
    }
}

static void
test_a_pack_cannot_extend_itself (void)
{
  g_autofree char *text = fixture_replace (county, "\"extends\": \"testcity-2026\"", "\"extends\": \"county\"");
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  g_assert_null (fixture_read (text, resolve, NULL, problems));
  g_assert_cmpuint (steward_problems_get_count (problems), ==, 1);
  g_assert_nonnull (strstr (steward_problems_get (problems, 0)->message, "built on itself"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack-merge/a-county-extends-its-city", test_a_county_extends_its_city);
  g_test_add_func ("/pack-merge/common-forms-lie-below-every-pack", test_common_forms_lie_below_every_pack);
  g_test_add_func ("/pack-merge/extending-twice-keeps-every-layer", test_extending_twice_keeps_every_layer);
  g_test_add_func ("/pack-merge/a-broken-override-points-into-its-own-file", test_a_broken_override_points_into_its_own_file);
  g_test_add_func ("/pack-merge/an-override-that-breaks-the-base-is-noticed", test_an_override_that_breaks_the_base_is_noticed);
  g_test_add_func ("/pack-merge/a-supplement-joins-our-stages", test_a_supplement_joins_our_stages);
  g_test_add_func ("/pack-merge/a-supplement-brings-what-its-rows-need", test_a_supplement_brings_what_its_rows_need);
  g_test_add_func ("/pack-merge/one-id-in-both-is-a-problem", test_one_id_in_both_is_a_problem);
  g_test_add_func ("/pack-merge/a-missing-pack-is-said-where-it-is-named", test_a_missing_pack_is_said_where_it_is_named);
  g_test_add_func ("/pack-merge/a-pack-cannot-extend-itself", test_a_pack_cannot_extend_itself);

  return g_test_run ();
}
