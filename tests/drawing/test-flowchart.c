/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"
#include "flowchart-checks.h"
#include "golden.h"
#include "pixels.h"

static const struct { double width, height; } sizes[] = {
  { 1024, 768 }, { 1190, 842 }, { 1587, 842 }, { 1920, 1080 }, { 3840, 2160 }, { 595, 842 }, { 320, 240 },
};

static StewardFlowchart *
lay_out (Fixture *fixture,
         double   width,
         double   height,
         int      stage)
{
  return steward_flowchart_layout (fixture_get (fixture), &(StewardFlowchartOptions) { width, height, stage, 1 });
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, seed % 5 == 0 ? 40 : 9);

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          g_autoptr (StewardFlowchart) all = lay_out (fixture, sizes[i].width, sizes[i].height, 0);
          g_autoptr (StewardFlowchart) one = lay_out (fixture, sizes[i].width, sizes[i].height, 1);

          check_all (all);
          check_all (one);
          g_assert_cmpfloat (all->width, >=, sizes[i].width);
          g_assert_cmpfloat (all->height, >=, sizes[i].height);
          g_assert_cmpfloat (all->unit, >=, 12);
        }
    }
}

static void
test_fills_the_size (void)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Fixture) fixture = fixture_new_complex ();
      g_autoptr (StewardFlowchart) chart = lay_out (fixture, sizes[i].width, sizes[i].height, 0);
      double top = G_MAXDOUBLE, bottom = 0;

      g_assert_cmpfloat (chart->width, ==, sizes[i].width);
      g_assert_cmpfloat (chart->height, ==, sizes[i].height);
      for (guint j = 0; j < steward_flowchart_get_boxes (chart)->len; j++)
        {
          top = MIN (top, get_box (chart, j)->y);
          bottom = MAX (bottom, get_box (chart, j)->y + get_box (chart, j)->height);
        }
      g_assert_cmpfloat (bottom - top, >, 0.85 * (chart->body_bottom - chart->body_y));
    }
}

static void
test_grows_when_illegible (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) small = lay_out (fixture, 320, 240, 0);
  g_autoptr (StewardFlowchart) large = steward_flowchart_layout (fixture_get (fixture),
                                                                &(StewardFlowchartOptions) { 1587, 842, 0, 2 });

  g_assert_cmpfloat (small->unit, ==, 12);
  g_assert_cmpfloat (small->width, >, 320);
  g_assert_cmpfloat (large->unit, >=, 24);
  check_all (large);
}

static void
test_one_stage_is_larger (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) all = lay_out (fixture, 1024, 768, 0);

  for (int stage = 1; stage <= 4; stage++)
    {
      g_autoptr (StewardFlowchart) one = lay_out (fixture, 1024, 768, stage);

      g_assert_cmpuint (one->stages->len, ==, 1);
      g_assert_cmpfloat (one->unit, >=, 20);
      g_assert_cmpfloat (one->unit, >, all->unit);
    }
}

static void
test_one_centre_line (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1587, 842, 0);
  guint alone = 0;

  for (guint i = 0; i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);
          const StewardFlowGroup *group = g_ptr_array_index (segment->groups, 0);
          const StewardFlowBox *box = g_ptr_array_index (group->boxes, 0);

          g_assert_cmpfloat (segment->top, <, chart->line_y);
          g_assert_cmpfloat (segment->bottom, >, chart->line_y);
          if (segment->n_boxes > 1)
            continue;
          g_assert_cmpfloat (fabs (box->box.y + box->box.height / 2 - chart->line_y), <, SLACK);
          alone++;
        }
    }
  g_assert_cmpuint (alone, ==, 3);
}

static void
test_structure (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1587, 842, 0);
  const StewardFlowStage *third = g_ptr_array_index (chart->stages, 2);
  const StewardFlowStage *fourth = g_ptr_array_index (chart->stages, 3);
  const StewardFlowSegment *joint = g_ptr_array_index (fourth->segments, 0);
  const StewardFlowSegment *main = g_ptr_array_index (third->segments, 1);

  g_assert_cmpuint (third->pills->len, ==, 5);
  g_assert_nonnull (third->activity);
  g_assert_null (fourth->activity);
  g_assert_cmpuint (joint->groups->len, ==, 2);
  g_assert_true (joint->barred);
  g_assert_false (main->barred);
  g_assert_true (((StewardFlowGroup *) g_ptr_array_index (main->groups, 0))->framed);
  g_assert_cmpstr (((StewardFlowGroup *) g_ptr_array_index (joint->groups, 0))->title, ==, "联合验收 · 12 天");
  g_assert_cmpstr (chart->total, ==, "34 工作日");
}

/* The notice gives the block a deadline, not the item: an item that has not
 * begun says nothing of days, unless it is alone in its block. */
static void
test_no_invented_limits (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1587, 842, 0);

  for (guint i = 0; i < steward_flowchart_get_boxes (chart)->len; i++)
    {
      const StewardFlowchartBox *box = get_box (chart, i);

      if (box->lane == STEWARD_LANE_JOINT)
        g_assert_cmpstr (box->limit, ==, "");
      if (g_str_equal (box->name, "竣工验收备案"))
        g_assert_cmpstr (box->limit, ==, "1 天");
      if (g_str_equal (box->name, "用地规划许可证"))
        g_assert_cmpstr (box->limit, ==, "用 5 天");
    }
}

static void
test_without_blocks (void)
{
  g_autoptr (Fixture) fixture = fixture_new_factory ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1366, 768, 0);
  const StewardFlowchartBox *unknown = get_box (chart, steward_flowchart_get_boxes (chart)->len - 1);

  check_all (chart);
  g_assert_cmpuint (chart->stages->len, ==, 4);
  g_assert_cmpstr (unknown->limit, ==, "时限待填");
  g_assert_true (unknown->supplement);
  g_assert_cmpstr (unknown->level, ==, "区");
}

static void
test_many_items_stand_in_columns (void)
{
  g_autoptr (Fixture) fixture = fixture_new (20000, 20000);
  g_autoptr (StewardFlowchart) chart = NULL;
  const StewardFlowSegment *segment;

  fixture_add_stage (fixture, 1, "阶段", 5);
  for (int i = 0; i < 40; i++)
    fixture_add_item (fixture, &(FixtureItem) { .name = "一个名称很长很长很长很长很长很长很长很长的事项", .bureau = "部门",
                                                .limit = 1, .accepted = -1, .decided = -1 });
  chart = lay_out (fixture, 1024, 768, 0);
  check_all (chart);
  segment = g_ptr_array_index (((StewardFlowStage *) g_ptr_array_index (chart->stages, 0))->segments, 0);
  g_assert_cmpint (segment->columns, >, 1);
}

static void
test_nothing_at_all (void)
{
  g_autoptr (Fixture) fixture = fixture_new (20000, 20000);
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 800, 600, 0);
  g_autoptr (StewardFlowchart) stage = lay_out (fixture, 800, 600, 3);

  check_all (chart);
  check_all (stage);
  g_assert_cmpuint (steward_flowchart_get_boxes (chart)->len, ==, 0);
}

static void
test_hit (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1587, 842, 0);

  for (guint i = 0; i < steward_flowchart_get_boxes (chart)->len; i++)
    {
      const StewardFlowchartBox *box = get_box (chart, i);

      double x = box->x + box->width / 2, y = box->y + box->height / 2;

      g_assert_true (steward_flowchart_hit (chart, box->x, y) == box);
      g_assert_true (steward_flowchart_hit (chart, x, box->y + box->height - 0.1) == box);
      g_assert_true (steward_flowchart_hit (chart, box->x - 0.1, y) != box);
      g_assert_true (steward_flowchart_hit (chart, x, box->y + box->height) != box);
    }
  g_assert_null (steward_flowchart_hit (chart, 1, 1));
}

static void
test_paint (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture, 1024, 768, 0);

  for (int kind = STEWARD_STYLE_LIGHT; kind <= STEWARD_STYLE_GREY; kind++)
    {
      const StewardStyle *style = steward_style_get (kind);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1024, 768);
      cairo_t *cr = cairo_create (surface);
      cairo_rectangle_t clip = { 0, 0, 512, 768 };
      const StewardFlowchartBox *box = get_box (chart, 0);
      guint n = steward_flowchart_get_boxes (chart)->len;

      steward_flowchart_paint (chart, cr, style, &clip, box->id);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmphex (get_pixel (surface, 2, 2), ==, to_pixel (&style->paper));
      g_assert_cmphex (get_pixel (surface, box->x + 0.18 * chart->unit, box->y + box->height / 2), ==,
                       to_pixel (&style->lights[box->light]));
      /* Nothing is painted outside the clip. */
      for (guint i = 0; i < n; i++)
        {
          if (get_box (chart, i)->x > 520)
            g_assert_cmphex (get_pixel (surface, get_box (chart, i)->x + 2, get_box (chart, i)->y + 8), ==, 0);
        }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_golden (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (Fixture) factory = fixture_new_factory ();
  g_autoptr (StewardFlowchart) a = lay_out (complex, 1190, 842, 0);
  g_autoptr (StewardFlowchart) b = lay_out (factory, 1024, 768, 0);
  g_autofree char *dump_a = steward_flowchart_dump (a);
  g_autofree char *dump_b = steward_flowchart_dump (b);

  golden_compare ("flowchart-complex.json", dump_a);
  golden_compare ("flowchart-factory.json", dump_b);
}

static void
test_styles (void)
{
  static const char * const words[] = { "light", "dark", "contrast", "grey" };
  StewardStyleKind kind = STEWARD_STYLE_LIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const StewardStyle *style;

      g_assert_true (steward_style_from_word (words[i], &kind));
      g_assert_cmpint (kind, ==, i);
      style = steward_style_get (kind);
      g_assert_true (g_str_has_suffix (style->font, "Noto Sans CJK SC"));
      /* Deadline and critical path must not look alike. */
      if (kind != STEWARD_STYLE_GREY)
        g_assert_cmphex (to_pixel (&style->critical), !=, to_pixel (&style->due));
      g_assert_cmphex (to_pixel (&style->critical), !=, to_pixel (&style->lights[STEWARD_LIGHT_RED]) | (kind == STEWARD_STYLE_GREY));
    }
  g_assert_false (steward_style_from_word ("sepia", &kind));
  g_assert_false (steward_style_from_word (NULL, &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowchart/random-plans-never-collide", test_random);
  g_test_add_func ("/flowchart/fills-the-size", test_fills_the_size);
  g_test_add_func ("/flowchart/grows-when-illegible", test_grows_when_illegible);
  g_test_add_func ("/flowchart/one-stage-is-larger", test_one_stage_is_larger);
  g_test_add_func ("/flowchart/one-centre-line", test_one_centre_line);
  g_test_add_func ("/flowchart/structure", test_structure);
  g_test_add_func ("/flowchart/no-invented-limits", test_no_invented_limits);
  g_test_add_func ("/flowchart/without-blocks", test_without_blocks);
  g_test_add_func ("/flowchart/many-items-stand-in-columns", test_many_items_stand_in_columns);
  g_test_add_func ("/flowchart/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/flowchart/hit-is-the-box", test_hit);
  g_test_add_func ("/flowchart/paint", test_paint);
  g_test_add_func ("/flowchart/golden", test_golden);
  g_test_add_func ("/style/four-styles", test_styles);
  return g_test_run ();
}
