/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"
#include "flowchart-checks.h"

/* Where the lines of names and bureaus end. */

static void
test_where_a_reader_would (void)
{
  static const struct { const char *text; double width; int lines; const char *broken; } cases[] = {
    { "竣工验收备案", 4.3, 2, "竣工验收\n备案" },
    { "施工许可证", 4.3, 2, "施工\n许可证" },
    { "水保自主验收报备", 6.3, 2, "水保自主\n验收报备" },
    { "占道挖掘、绿地、树木", 6.3, 2, "占道挖掘、\n绿地、树木" },
    { "属地住建、行政审批", 7.2, 2, "属地住建、\n行政审批" },
    { "住建或行政审批", 5.3, 2, "住建\n或行政审批" },
    { "人防（国动）主管或行政审批", 8.3, 2, "人防（国动）主管\n或行政审批" },
    /* One character is never left alone where that can be helped. */
    { "节能审查表", 4.3, 2, "节能\n审查表" },
    /* It fits, or may have one line only, or would need more than it may. */
    { "竣工验收备案", 6.3, 2, "竣工验收备案" },
    { "竣工验收备案", 4.3, 1, "竣工验收备案" },
    { "牵头部门（住建或行政审批）或综合窗口", 8.0, 2, "牵头部门（住建或行政审批）或综合窗口" },
    { "", 4, 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = steward_flowchart_break (cases[i].text, cases[i].width, cases[i].lines);

      g_assert_cmpstr (got, ==, cases[i].broken);
    }
}

/* Whatever the text: nothing is lost, no line is too wide or too many, none
 * begins with a comma and none ends with an opening bracket. */
static void
check_broken (const char *text,
              double      width,
              int         lines)
{
  g_autofree char *got = steward_flowchart_break (text, width, lines);
  g_auto (GStrv) parts = g_strsplit (got, "\n", -1);

  check_lines (got, text, width, lines);
  for (guint i = 1; i < g_strv_length (parts); i++)
    {
      g_assert_false (g_str_has_prefix (parts[i], "、") || g_str_has_prefix (parts[i], "）"));
      g_assert_false (g_str_has_suffix (parts[i - 1], "（"));
    }
}

static void
test_any_text (void)
{
  static const char * const syllables[] = { "审", "批", "（", "）", "、", "或", "A", "7", "局", "建设", "证", "，" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_rand_int_range (rand, 0, 24);
      double width = g_rand_double_range (rand, 0.5, 12);

      for (int j = 0; j < n; j++)
        g_string_append (text, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);
      check_broken (text->str, width, g_rand_int_range (rand, 0, 5));
    }
}

/* Boxes use it. */
static void
test_boxes (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture),
                                                                &(StewardFlowchartOptions) { 1024, 768, 0, 1 });
  guint n_broken = 0;

  check_all (chart);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);

      n_broken += box->kind == STEWARD_FLOW_CARD && strchr (box->name_text, '\n') != NULL;
    }
  g_assert_cmpuint (n_broken, >, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowchart-break/where-a-reader-would", test_where_a_reader_would);
  g_test_add_func ("/flowchart-break/any-text", test_any_text);
  g_test_add_func ("/flowchart-break/boxes", test_boxes);
  return g_test_run ();
}
