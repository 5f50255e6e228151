/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "pack-fixture.h"
#include "steward-pack-diff.h"

/* The differences as one text each: `changed items permit limit 5>6`. */
static char *
describe (GPtrArray *differences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const StewardPackDiff *diff = differences->pdata[i];

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", steward_pack_diff_kind_to_word (diff->kind),
                              diff->list, strcmp (diff->list, "suggestions") == 0 ? "…" : diff->id);
      for (guint j = 0; j < diff->fields->len; j++)
        {
          const StewardPackDiffField *field = diff->fields->pdata[j];

          g_string_append_printf (text, " %s %s>%s", field->field, field->before ? field->before : "-",
                                  field->after ? field->after : "-");
        }
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *find;
  const char *replacement;
  const char *there;
  const char *back;
} cases[] = {
  { "limit", "\"limit\": 5,", "\"limit\": 6,", "changed items permit limit 5>6", "changed items permit limit 6>5" },
  { "nothing-left", "\"limit\": 5,", "", "changed items permit limit 5>-", "changed items permit limit ->5" },
  { "list", "[\"form\", \"report\"]", "[\"report\"]", "changed items filing materials form、report>report",
    "changed items filing materials report>form、report" },
  { "clause", "二（一）", "三", "changed items filing source.clause 二（一）>三", "changed items filing source.clause 三>二（一）" },
  { "material", "{ \"id\": \"report-again\"", "{ \"id\": \"copy\"", "added materials copy; dropped materials report-again",
    "added materials report-again; dropped materials copy" },
  { "box", "{ \"id\": \"b.permit\", \"item\": \"permit\", \"label\": \"用地规划许可证核发\" },", "",
    "dropped boxes b.permit", "added boxes b.permit" },
  { "group", "\"title\": \"各类申请\"", "\"title\": \"申请\"", "changed groups g.papers title 各类申请>申请",
    "changed groups g.papers title 申请>各类申请" },
  { "timer", "\"days\": 1, \"from\"", "\"days\": 2, \"from\"", "changed timers handed-on days 1>2",
    "changed timers handed-on days 2>1" },
  { "check", "\"severity\": \"warning\"", "\"severity\": \"error\"", "changed checks event-order severity warning>error",
    "changed checks event-order severity error>warning" },
  { "setting", "\"yellow-days\": 2", "\"yellow-days\": 3", "changed setting yellow-days  2>3", "changed setting yellow-days  3>2" },
  { "wording", "已办结\"", "办结了\"", "changed form closing.text  {project_name} 已办结>{project_name} 办结了",
    "changed form closing.text  {project_name} 办结了>{project_name} 已办结" },
  { "suggestion", "\"应缴费\"", "\"须缴费\"", "added suggestions …; dropped suggestions …", "added suggestions …; dropped suggestions …" },
  { "condition", "\"value\": 2500", "\"value\": 3000",
    "changed suggestions … all 用途 = 厂房；建筑面积 > 2500>用途 = 厂房；建筑面积 > 3000",
    "changed suggestions … all 用途 = 厂房；建筑面积 > 3000>用途 = 厂房；建筑面积 > 2500" },
  { "effect", "\"waits\": [\"item\", \"stage\"]", "\"waits\": [\"item\"]",
    "changed levers early effects overlap permit item、stage；limit s2 1>overlap permit item；limit s2 1",
    "changed levers early effects overlap permit item；limit s2 1>overlap permit item、stage；limit s2 1" },
  { "title", "测试市 示例规则", "测试市规则", "changed pack title  测试市 示例规则>测试市规则",
    "changed pack title  测试市规则>测试市 示例规则" },
  { "null-says-nothing", "\"short_name\": \"备案\",", "\"short_name\": \"备案\", \"note\": null,", "", "" },
  { "version-is-no-difference", "\"version\": \"1\"", "\"version\": \"2\"", "", "" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = fixture_good_text ();
  g_autofree char *changed = fixture_replace (text, cases[i].find, cases[i].replacement);
  g_autoptr(StewardPack) before = fixture_read_good (text, NULL, NULL);
  g_autoptr(StewardPack) after = fixture_read_good (changed, NULL, NULL);
  g_autoptr(GPtrArray) there = steward_pack_diff_new (before, after);
  g_autoptr(GPtrArray) back = steward_pack_diff_new (after, before);
  g_autofree char *there_text = describe (there);
  g_autofree char *back_text = describe (back);

  g_assert_cmpstr (there_text, ==, cases[i].there);
  g_assert_cmpstr (back_text, ==, cases[i].back);
}

static StewardPackDiffKind
turn_round (StewardPackDiffKind kind)
{
  if (kind == STEWARD_PACK_CHANGED)
    return kind;
  return kind == STEWARD_PACK_ADDED ? STEWARD_PACK_DROPPED : STEWARD_PACK_ADDED;
}

static gboolean
has (GPtrArray             *differences,
     const StewardPackDiff *wanted)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const StewardPackDiff *diff = differences->pdata[i];

      if (diff->kind == turn_round (wanted->kind) && strcmp (diff->list, wanted->list) == 0 &&
          strcmp (diff->id, wanted->id) == 0 && diff->fields->len == wanted->fields->len)
        return TRUE;
    }
  return FALSE;
}

/* Of any two packs: nothing between a pack and itself, and the way back is the
 * way there turned round. */
static void
test_there_and_back (void)
{
  g_auto(GStrv) ids = steward_pack_library_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j <= i; j++)
      {
        g_autoptr(StewardPack) first = steward_pack_library_load (ids[i], NULL);
        g_autoptr(StewardPack) second = steward_pack_library_load (ids[j], NULL);
        g_autoptr(GPtrArray) there = steward_pack_diff_new (first, second);
        g_autoptr(GPtrArray) back = steward_pack_diff_new (second, first);

        g_assert_cmpint (there->len == 0, ==, i == j);
        g_assert_cmpuint (there->len, ==, back->len);
        for (guint k = 0; k < there->len; k++)
          g_assert_true (has (back, there->pdata[k]));
      }
}

static void
test_text (void)
{
  g_autofree char *text = fixture_good_text ();
  g_autofree char *changed = fixture_replace (text, "\"limit\": 5,", "");
  g_autofree char *renamed = fixture_replace (changed, "{ \"id\": \"report-again\"", "{ \"id\": \"copy\"");
  g_autoptr(StewardPack) before = fixture_read_good (text, NULL, NULL);
  g_autoptr(StewardPack) after = fixture_read_good (renamed, NULL, NULL);
  g_autoptr(GPtrArray) differences = steward_pack_diff_new (before, after);
  g_autofree char *shown = steward_pack_diff_to_text (differences);

  g_assert_cmpstr (shown, ==, "Items\n  * 用地规划许可证\n    Limit (working days): 5 → nothing\n"
                              "Materials\n  + 报告（复印件）\n  - 报告（复印件）\n");
}

static void
test_labels (void)
{
  g_assert_cmpstr (steward_pack_get_wording_label ("title"), ==, "Title");
  g_assert_cmpstr (steward_pack_get_wording_label ("items_heading"), ==, "Heading");
  g_assert_cmpstr (steward_pack_get_wording_label ("no_change"), ==, "When there is nothing");
  g_assert_cmpstr (steward_pack_get_wording_label ("receipt_date"), ==, "Line for the date");
  g_assert_cmpstr (steward_pack_get_wording_label ("whatever"), ==, "Text");
  g_assert_cmpstr (steward_pack_get_list_label ("timers"), ==, "Timers");
  g_assert_cmpstr (steward_pack_get_list_label ("surprise"), ==, "surprise");
  g_assert_cmpstr (steward_pack_get_field_label ("source.clause"), ==, "Clause");
  g_assert_cmpstr (steward_pack_get_field_label (""), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pack-diff/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/pack-diff/there-and-back", test_there_and_back);
  g_test_add_func ("/pack-diff/text", test_text);
  g_test_add_func ("/pack-diff/labels", test_labels);
  return g_test_run ();
}
