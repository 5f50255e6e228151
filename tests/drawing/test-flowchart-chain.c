/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "pixels.h"
#include "steward-flowchart-private.h"

/* What comes before and after a box, and how that is lit up. */

static StewardFlowchart *
lay_out (Fixture *fixture)
{
  return steward_flowchart_layout (fixture_get (fixture), &(StewardFlowchartOptions) { 1587, 842, 0, 1 });
}

static const char *
find_id (const StewardFlowchart *chart,
         const char             *name)
{
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (chart->boxes, i);

      if (g_str_equal (box->name, name))
        return box->id;
    }
  g_assert_not_reached ();
}

static void
test_before_and_after (void)
{
  static const struct { const char *box, *other; StewardFlowchartRelation relation; } cases[] = {
    { "项目备案", "项目备案", STEWARD_RELATION_SAME },
    { "项目备案", "节能审查", STEWARD_RELATION_AFTER },
    { "节能审查", "项目备案", STEWARD_RELATION_BEFORE },
    { "节能审查", "水土保持方案", STEWARD_RELATION_NONE },
    { "节能审查", "防雷设计审核", STEWARD_RELATION_AFTER },
    { "施工许可", "配套费", STEWARD_RELATION_BEFORE },
    { "施工许可", "质量监督注册", STEWARD_RELATION_NONE },
    { "施工许可", "施工", STEWARD_RELATION_AFTER },
    { "施工许可", "竣工验收备案", STEWARD_RELATION_AFTER },
    /* Utilities run inside their stage: they wait, and nothing waits for them. */
    { "供水", "工程规划许可证", STEWARD_RELATION_BEFORE },
    { "供水", "消防验收", STEWARD_RELATION_NONE },
    { "消防验收", "水保方案验收", STEWARD_RELATION_NONE },
    { "竣工验收备案", "水保方案验收", STEWARD_RELATION_BEFORE },
  };
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (steward_flowchart_relate (chart, find_id (chart, cases[i].box), find_id (chart, cases[i].other)), ==,
                     cases[i].relation);
  g_assert_cmpint (steward_flowchart_relate (chart, "nobody", find_id (chart, "项目备案")), ==, STEWARD_RELATION_NONE);
  g_assert_cmpint (steward_flowchart_relate (chart, find_id (chart, "项目备案"), NULL), ==, STEWARD_RELATION_NONE);
}

static void
test_related_boxes (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture);
  const char *id = find_id (chart, "工程规划许可证");
  g_autoptr (GPtrArray) before = steward_flowchart_find_related (chart, id, STEWARD_RELATION_BEFORE);
  g_autoptr (GPtrArray) same = steward_flowchart_find_related (chart, id, STEWARD_RELATION_SAME);
  g_autoptr (GPtrArray) none = steward_flowchart_find_related (chart, "nobody", STEWARD_RELATION_BEFORE);

  /* 备案 and its five, then two in parallel. */
  g_assert_cmpuint (before->len, ==, 8);
  g_assert_cmpuint (same->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Of any two boxes one is after the other exactly when the other is before the
 * one; a box is never both; what is before something before is before. */
static void
test_is_an_order (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 7);
      g_autoptr (StewardFlowchart) chart = lay_out (fixture);
      guint n = chart->boxes->len;
      g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (tables, steward_flowchart_relations (chart, g_ptr_array_index (chart->boxes, i)));
      for (guint i = 0; i < n; i++)
        {
          const guint8 *mine = g_ptr_array_index (tables, i);

          for (guint j = 0; j < n; j++)
            {
              const guint8 *other = g_ptr_array_index (tables, j);

              g_assert_cmpint (mine[j] == STEWARD_RELATION_SAME, ==, i == j);
              g_assert_cmpint (mine[j] == STEWARD_RELATION_BEFORE, ==, other[i] == STEWARD_RELATION_AFTER);
              for (guint k = 0; k < n && mine[j] == STEWARD_RELATION_BEFORE; k++)
                g_assert_true (other[k] != STEWARD_RELATION_BEFORE || mine[k] == STEWARD_RELATION_BEFORE);
            }
        }
    }
}

/* The strip of a box that is not lit has another colour than without a light;
 * that of a lit one has the same. The ring goes its own way. */
static void
test_the_rest_fades (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (fixture);
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  cairo_surface_t *plain = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1587, 842);
  cairo_surface_t *lit = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1587, 842);
  cairo_t *one = cairo_create (plain), *two = cairo_create (lit);
  const char *id = find_id (chart, "供水");
  guint n_faded = 0;

  steward_flowchart_paint (chart, one, style, NULL, NULL);
  steward_flowchart_paint_lit (chart, two, style, NULL, NULL, id);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);
      double x = box->box.x + 0.18 * chart->unit, y = box->box.y + box->box.height / 2;
      gboolean related = steward_flowchart_relate (chart, id, box->box.id) != STEWARD_RELATION_NONE;

      if (box->kind != STEWARD_FLOW_CARD)
        continue;
      g_assert_cmpint (get_pixel (plain, x, y) == get_pixel (lit, x, y), ==, related);
      n_faded += !related;
    }
  g_assert_cmpuint (n_faded, >, 10);
  cairo_destroy (one);
  cairo_destroy (two);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (lit);
}

static void
test_lines_do_not_cross (void)
{
  StewardFlowEdge edges[] = { { 0, 10, 100, 10 }, { 50, 0, 50, 40 }, { 90, 10, 90, 60 }, { 0, 20, 45, 20 } };
  StewardFlowchart chart = { .edges = g_array_new (FALSE, FALSE, sizeof (StewardFlowEdge)) };

  g_array_append_vals (chart.edges, edges, G_N_ELEMENTS (edges));
  /* The third begins on the first, and the fourth ends before the second. */
  g_assert_cmpuint (steward_flowchart_count_crossings (&chart), ==, 1);
  g_array_unref (chart.edges);
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 14);
      g_autoptr (StewardFlowchart) random = lay_out (fixture);

      g_assert_cmpuint (steward_flowchart_count_crossings (random), ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowchart-chain/before-and-after", test_before_and_after);
  g_test_add_func ("/flowchart-chain/related-boxes", test_related_boxes);
  g_test_add_func ("/flowchart-chain/is-an-order", test_is_an_order);
  g_test_add_func ("/flowchart-chain/the-rest-fades", test_the_rest_fades);
  g_test_add_func ("/flowchart-chain/lines-do-not-cross", test_lines_do_not_cross);
  return g_test_run ();
}
