/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "flowchart-checks.h"
#include "golden.h"

/* The flowchart with one row for each bureau. */

static const struct { double width, height; } sizes[] = {
  { 1024, 768 }, { 1587, 842 }, { 3840, 2160 }, { 595, 842 }, { 320, 240 },
};

static StewardFlowchart *
lay_out (Fixture *fixture,
         double   width,
         double   height,
         int      stage)
{
  return steward_flowchart_layout (fixture_get (fixture),
                                   &(StewardFlowchartOptions) { width, height, stage, 1, STEWARD_ARRANGE_LANES });
}

static const StewardFlowLane *
get_lane (const StewardFlowchart *chart,
          guint                   i)
{
  return g_ptr_array_index (chart->lanes, i);
}

/* Rows lie one below the other without a gap, and boxes inside theirs. */
static void
check_lanes (const StewardFlowchart *chart)
{
  double y = chart->body_y;

  for (guint i = 0; i < chart->lanes->len; i++)
    {
      g_assert_cmpfloat (fabs (get_lane (chart, i)->y - y), <, SLACK);
      g_assert_cmpuint (get_lane (chart, i)->n_boxes, >, 0);
      y += get_lane (chart, i)->height;
    }
  g_assert_cmpfloat (y, <=, chart->body_bottom + SLACK);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, box->box.stage);

      if (box->kind == STEWARD_FLOW_ACTIVITY)
        {
          g_assert_cmpint (box->lane, ==, -1);
          continue;
        }
      g_assert_cmpfloat (box->box.y, >=, get_lane (chart, box->lane)->y);
      g_assert_cmpfloat (box->box.y + box->box.height, <=,
                         get_lane (chart, box->lane)->y + get_lane (chart, box->lane)->height);
      g_assert_cmpfloat (box->box.x, >=, stage->x);
      g_assert_cmpfloat (box->box.x + box->box.width, <=, stage->x + stage->width);
      g_assert_cmpint (get_lane (chart, box->lane)->tray, ==, box->kind == STEWARD_FLOW_PILL);
    }
}

static void
test_random (void)
{
  guint n_columns = 0;

  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, seed % 5 == 0 ? 40 : 9);

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (int stage = 0; stage <= 1; stage++)
          {
            g_autoptr (StewardFlowchart) chart = lay_out (fixture, sizes[i].width, sizes[i].height, stage);

            check_all (chart);
            check_lanes (chart);
            for (guint s = 0; s < chart->stages->len; s++)
              {
                const StewardFlowStage *column = g_ptr_array_index (chart->stages, s);

                for (guint j = 0; j < column->segments->len; j++)
                  n_columns += ((StewardFlowSegment *) g_ptr_array_index (column->segments, j))->columns > 1;
              }
          }
    }
  g_assert_cmpuint (n_columns, >, 10);
}

static void
test_text_scale (void)
{
  static const double scales[] = { 0.8, 1.5, 2.5 };

  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 9);

      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        for (int arrangement = STEWARD_ARRANGE_STAGES; arrangement <= STEWARD_ARRANGE_LANES; arrangement++)
          {
            StewardFlowchartOptions options = { 1366, 768, 0, scales[i], arrangement };
            g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);

            check_all (chart);
            g_assert_cmpfloat (chart->unit, >=, FLOW_SMALLEST * scales[i] - SLACK);
          }
    }
}

/* The first bureau has the box; where several have a say it says so, else it
 * says in which block it stands. */
static void
test_rows_are_bureaus (void)
{
  static const struct { const char *name, *lane, *below; } cases[] = {
    { "项目备案", "行政审批", "主流程" },
    { "用地规划许可证", "规划", "规划、行政审批" },
    { "环境影响评价", "生态环境", "并联" },
    { "水保方案验收", "水务", "自主验收" },
    { "消防验收", "属地住建", "联合验收" },
    { "供水", "阶段内同步", "供水单位" },
  };
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1587, 842, 0);
  guint seen = 0;

  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          if (!g_str_equal (box->box.name, cases[j].name))
            continue;
          g_assert_cmpstr (get_lane (chart, box->lane)->title, ==, cases[j].lane);
          g_assert_cmpstr (box->below, ==, cases[j].below);
          seen++;
        }
    }
  g_assert_cmpuint (seen, ==, G_N_ELEMENTS (cases));
  g_assert_true (get_lane (chart, chart->lanes->len - 1)->tray);
}

/* Two bureaus that take turns stand beside each other, whatever came first. */
static void
test_order_keeps_lines_short (void)
{
  static const char * const bureaus[] = { "甲", "乙", "丙", "丁", "甲", "丁" };
  g_autoptr (Fixture) fixture = fixture_new (20000, 20000);
  g_autoptr (StewardFlowchart) chart = NULL;
  int first = -1, last = -1;

  fixture_add_stage (fixture, 1, "阶段", 5);
  for (guint i = 0; i < G_N_ELEMENTS (bureaus); i++)
    {
      fixture_add_block (fixture, STEWARD_LANE_PARALLEL, 2, i > 0);
      fixture_add_item (fixture, &(FixtureItem) { .name = "事项", .bureau = bureaus[i], .limit = 1, .accepted = -1, .decided = -1 });
    }
  chart = lay_out (fixture, 1024, 768, 0);
  check_all (chart);
  for (guint i = 0; i < chart->lanes->len; i++)
    {
      first = g_str_equal (get_lane (chart, i)->title, "甲") ? (int) i : first;
      last = g_str_equal (get_lane (chart, i)->title, "丁") ? (int) i : last;
    }
  g_assert_cmpint (ABS (first - last), ==, 1);
}

/* What a reader's eye has to go up and down, in rows: along the bars of each
 * step, and from one step to the next. */
static int
count_rows (const StewardFlowchart *chart,
            const int              *places)
{
  int least[64], most[64], length = 0, before = -1;

  for (int i = 0; i < 64; i++)
    {
      least[i] = G_MAXINT;
      most[i] = -1;
    }
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);

      if (box->kind != STEWARD_FLOW_CARD)
        continue;
      g_assert_cmpint (box->step, <, 64);
      least[box->step] = MIN (least[box->step], places[box->lane]);
      most[box->step] = MAX (most[box->step], places[box->lane]);
    }
  for (int i = 0; i < 64; i++)
    {
      if (most[i] < 0)
        continue;
      length += most[i] - least[i];
      if (before >= 0)
        length += MAX (0, MAX (least[i] - most[before], least[before] - most[i]));
      before = i;
    }
  return length;
}

/* The least of all orders of @n rows. */
static int
find_least (const StewardFlowchart *chart,
            int                    *places,
            int                     at,
            int                     n)
{
  int least = G_MAXINT;

  if (at == n)
    return count_rows (chart, places);
  for (int i = at; i < n; i++)
    {
      int kept = places[at];

      places[at] = places[i];
      places[i] = kept;
      least = MIN (least, find_least (chart, places, at + 1, n));
      places[i] = places[at];
      places[at] = kept;
    }
  return least;
}

/* Against all orders there are: hardly ever is there a better one. */
static void
test_order_is_nearly_the_best (void)
{
  int found = 0, least = 0;

  for (guint32 seed = 0; seed < 80; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 7);
      g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1366, 768, 0);
      int places[] = { 0, 1, 2, 3, 4, 5, 6, 7 }, n = 0;

      for (guint i = 0; i < chart->lanes->len; i++)
        n += !get_lane (chart, i)->tray;
      g_assert_cmpint (n, <, (int) G_N_ELEMENTS (places));
      found += count_rows (chart, places);
      least += find_least (chart, places, 0, n);
    }
  g_assert_cmpint (least, >, 100);
  g_assert_cmpint (found * 100, <=, least * 101);
}

static void
test_nothing_at_all (void)
{
  g_autoptr (Fixture) fixture = fixture_new (20000, 20000);
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 800, 600, 0);
  g_autoptr (StewardFlowchart) stage = lay_out (fixture, 800, 600, 3);

  check_all (chart);
  check_all (stage);
  g_assert_cmpuint (chart->lanes->len, ==, 0);
}

static void
test_golden (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (complex, 1587, 842, 0);
  g_autofree char *dump = steward_flowchart_dump (chart);

  golden_compare ("flowchart-lanes.json", dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowchart-lanes/random-plans-never-collide", test_random);
  g_test_add_func ("/flowchart-lanes/text-scale", test_text_scale);
  g_test_add_func ("/flowchart-lanes/rows-are-bureaus", test_rows_are_bureaus);
  g_test_add_func ("/flowchart-lanes/order-keeps-lines-short", test_order_keeps_lines_short);
  g_test_add_func ("/flowchart-lanes/order-is-nearly-the-best", test_order_is_nearly_the_best);
  g_test_add_func ("/flowchart-lanes/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/flowchart-lanes/golden", test_golden);
  return g_test_run ();
}
