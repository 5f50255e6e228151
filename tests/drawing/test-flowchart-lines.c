/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are met by a click are those that are painted there. */
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "pixels.h"
#include "steward-flowchart-edit.h"
#include "steward-flowchart-private.h"

#define WIDTH  1190
#define HEIGHT 842

static const StewardFlowchartArrangement arrangements[] = { STEWARD_ARRANGE_STAGES, STEWARD_ARRANGE_LANES };

static StewardFlowchart *
lay_out (Fixture                     *fixture,
         StewardFlowchartArrangement  arrangement)
{
  return steward_flowchart_layout (fixture_get (fixture),
                                   &(StewardFlowchartOptions) { WIDTH, HEIGHT, 0, 1, arrangement });
}

static cairo_surface_t *
new_surface (const StewardFlowchart  *chart,
             cairo_t                **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, chart->width, chart->height);

  *cr = cairo_create (surface);
  cairo_set_antialias (*cr, CAIRO_ANTIALIAS_NONE);
  return surface;
}

/* Whether something is painted where nothing was. */
static gboolean
is_painted (cairo_surface_t *surface,
            double           x,
            double           y)
{
  return get_pixel (surface, x, y) != 0;
}

static gboolean
line_passes (const StewardFlowchart     *chart,
             const StewardFlowchartLine *line,
             double                      x,
             double                      y)
{
  cairo_t *cr;
  cairo_surface_t *surface = new_surface (chart, &cr);
  gboolean painted;

  steward_flowchart_paint_line (chart, cr, steward_style_get (STEWARD_STYLE_LIGHT), line);
  painted = is_painted (surface, x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return painted;
}

/* Every piece is met in its middle, and what is met runs there. */
static guint
check_pieces (const StewardFlowchart *chart)
{
  guint n_met = 0;

  for (guint i = 0; i < chart->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (chart->edges, StewardFlowEdge, i);
      double x = edge->x0 + (edge->x1 - edge->x0) * 0.3, y = edge->y0 + (edge->y1 - edge->y0) * 0.3;
      g_autoptr (GPtrArray) lines = steward_flowchart_find_lines (chart, x, y);

      for (guint j = 0; j < lines->len; j++)
        {
          const StewardFlowchartLine *line = lines->pdata[j];

          g_assert_nonnull (steward_flowchart_find (chart, line->from));
          g_assert_nonnull (steward_flowchart_find (chart, line->to));
          if (line->key == NULL && (j == 0 || j + 1 == lines->len))
            g_assert_true (line_passes (chart, line, x, y));
        }
      n_met += lines->len > 0;
    }
  return n_met;
}

/* Beside the lines nothing is met. */
static void
check_rest (const StewardFlowchart *chart)
{
  cairo_t *cr;
  cairo_surface_t *mask = new_surface (chart, &cr);
  double reach = 0.45 * chart->unit;

  cairo_set_source_rgb (cr, 1, 1, 1);
  for (guint i = 0; i < chart->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (chart->edges, StewardFlowEdge, i);

      cairo_rectangle (cr, MIN (edge->x0, edge->x1) - reach - 1, MIN (edge->y0, edge->y1) - reach - 1,
                       fabs (edge->x1 - edge->x0) + 2 * reach + 2, fabs (edge->y1 - edge->y0) + 2 * reach + 2);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  for (int y = 1; y < (int) chart->height - 1; y += 5)
    for (int x = 1; x < (int) chart->width - 1; x += 5)
      {
        g_autoptr (GPtrArray) lines = NULL;

        if (is_painted (mask, x, y))
          continue;
        lines = steward_flowchart_find_lines (chart, x + 0.5, y + 0.5);
        g_assert_cmpuint (lines->len, ==, 0);
      }
  cairo_surface_destroy (mask);
}

static void
test_lines_are_met_where_they_are_painted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    {
      g_autoptr (Fixture) complex = fixture_new_complex ();
      g_autoptr (StewardFlowchart) chart = lay_out (complex, arrangements[i]);

      g_assert_cmpuint (check_pieces (chart), >, chart->edges->len / 2);
      check_rest (chart);
    }
}

static void
test_a_box_has_its_lines (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (complex, STEWARD_ARRANGE_STAGES);
  guint n_before = 0, n_after = 0;

  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowchartBox *box = chart->boxes->pdata[i];
      g_autoptr (GPtrArray) lines = steward_flowchart_list_lines (chart, box->id);
      gboolean after = FALSE;

      for (guint j = 0; j < lines->len; j++)
        {
          const StewardFlowchartLine *line = lines->pdata[j];
          gboolean leads_here = strcmp (line->to, box->id) == 0;

          /* Those it waits for come first, and none comes twice. */
          g_assert_true (leads_here != (strcmp (line->from, box->id) == 0));
          g_assert_false (after && leads_here);
          after = !leads_here;
          *(leads_here ? &n_before : &n_after) += 1;
          g_assert_cmpint (steward_flowchart_relate (chart, line->from, line->to), ==, STEWARD_RELATION_AFTER);
          for (guint k = 0; k < j; k++)
            {
              const StewardFlowchartLine *other = lines->pdata[k];

              g_assert_false (strcmp (line->from, other->from) == 0 && strcmp (line->to, other->to) == 0);
            }
        }
    }
  g_assert_cmpuint (n_before, ==, n_after);
  g_assert_cmpuint (n_before, >, 10);
}

/* The two of a link, and what is drawn while it is led there. */
static void
test_a_lead_is_painted_over_its_boxes (void)
{
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (StewardFlowchart) chart = lay_out (complex, STEWARD_ARRANGE_STAGES);
  const StewardFlowchartBox *from = chart->boxes->pdata[0], *to = chart->boxes->pdata[3];

  for (guint round = 0; round < 3; round++)
    {
      cairo_t *cr;
      cairo_surface_t *surface = new_surface (chart, &cr);
      double x = to->x + to->width / 2;

      if (round < 2)
        steward_flowchart_paint_lead (chart, cr, style, from->id, round == 0 ? to->id : NULL, x, to->y, TRUE);
      else
        steward_flowchart_paint_shifted (chart, cr, style, to->id, steward_day_from_ymd (2026, 8, 3),
                                         steward_day_from_ymd (2026, 8, 9));
      /* The ring around the box, beside it, is there in either case but that of
       * a link that leads to no box yet. */
      g_assert_true (is_painted (surface, to->x + to->width / 2, to->y - 0.22 * chart->unit) == (round != 1));
      g_assert_true (is_painted (surface, from->x + from->width / 2, from->y - 0.22 * chart->unit) == (round != 2));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowchart-lines/lines-are-met-where-they-are-painted", test_lines_are_met_where_they_are_painted);
  g_test_add_func ("/flowchart-lines/a-box-has-its-lines", test_a_box_has_its_lines);
  g_test_add_func ("/flowchart-lines/a-lead-is-painted-over-its-boxes", test_a_lead_is_painted_over_its_boxes);
  return g_test_run ();
}
