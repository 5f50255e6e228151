/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "pixels.h"
#include "steward-flowchart-private.h"
#include "steward-timeline-drag.h"
#include "steward-timeline-private.h"

/* What a click meets is what is painted there. */

#define WIDTH  1190
#define HEIGHT 842

/* Each box in a colour of its own: its place among the boxes and one. */
static cairo_surface_t *
paint_mask (const StewardFlowchart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, chart->width, chart->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (StewardInk) ink = steward_ink_new (cr, steward_style_get (STEWARD_STYLE_LIGHT));

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      steward_flowchart_box_trace (g_ptr_array_index (chart->boxes, i), ink, chart->unit);
      cairo_set_source_rgb (cr, 0, (i + 1) / 256 / 255.0, (i + 1) % 256 / 255.0);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  return surface;
}

/* Whether the edge of a shape runs by. */
static gboolean
is_edge (cairo_surface_t *mask,
         int              x,
         int              y)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        if (get_pixel (mask, x + dx, y + dy) != get_pixel (mask, x, y))
          return TRUE;
      }
  return FALSE;
}

static void
check_flowchart (const StewardSchedule       *schedule,
                 StewardFlowchartArrangement  arrangement,
                 int                          stage,
                 int                          screen)
{
  StewardFlowchartOptions options = { WIDTH, HEIGHT, stage, 1, arrangement, screen };
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (schedule, &options);
  cairo_surface_t *mask = paint_mask (chart);
  guint n_hit = 0;

  for (int y = 1; y < (int) chart->height - 1; y += 3)
    for (int x = 1; x < (int) chart->width - 1; x += 2)
      {
        const StewardFlowchartBox *box = steward_flowchart_hit (chart, x + 0.5, y + 0.5);
        guint index = box != NULL ? ((const StewardFlowBox *) box)->index + 1 : 0;

        if (is_edge (mask, x, y))
          continue;
        g_assert_cmpuint (get_pixel (mask, x, y), ==, index);
        n_hit += index > 0;
      }
  g_assert_cmpuint (n_hit > 0, ==, chart->boxes->len > 0);
  cairo_surface_destroy (mask);
}

static void
test_flowchart (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();

  for (int stage = 0; stage <= 4; stage++)
    {
      check_flowchart (fixture_get (complex), STEWARD_ARRANGE_STAGES, stage, 0);
      check_flowchart (fixture_get (complex), STEWARD_ARRANGE_LANES, stage, 0);
    }
  for (guint32 seed = 0; seed < 4; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 9);

      check_flowchart (fixture_get (fixture), STEWARD_ARRANGE_STAGES, 0, 0);
      check_flowchart (fixture_get (fixture), STEWARD_ARRANGE_LANES, 0, 0);
    }
}

static void
test_screens (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  guint n_screens = 0;

  for (int stage = 1; stage <= 4; stage++)
    {
      StewardFlowchartOptions options = { WIDTH, HEIGHT, stage, 1, STEWARD_ARRANGE_STAGES, 1 };
      int n = steward_flowchart_count_screens (fixture_get (complex), &options);

      for (int screen = 1; screen <= n; screen++, n_screens++)
        check_flowchart (fixture_get (complex), STEWARD_ARRANGE_STAGES, stage, screen);
    }
  g_assert_cmpuint (n_screens, >, 4);
}

static cairo_surface_t *
paint_timeline (const StewardTimeline *timeline)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, timeline->width, timeline->height);
  cairo_t *cr = cairo_create (surface);

  steward_timeline_paint (timeline, cr, steward_style_get (STEWARD_STYLE_LIGHT), NULL, NULL);
  cairo_destroy (cr);
  return surface;
}

/* The bar is taken out of the picture: along its middle exactly those pixels
 * change where a click would have met it, but for the edges that can be taken
 * hold of a little outside, its outline and its label. */
static void
check_bar (const StewardTimeline    *timeline,
           StewardScheduleRow       *row,
           cairo_surface_t          *with,
           guint                    *n_checked)
{
  const StewardTimelineLine *line = steward_timeline_find_line (timeline, row->id);
  double y = line->y + TIMELINE_MIDDLE * timeline->unit, u = timeline->unit;
  double left = steward_timeline_day_to_x (timeline, row->start), right = steward_timeline_day_to_x (timeline, row->finish + 1);
  StewardDay start = row->start, finish = row->finish;
  cairo_surface_t *without;

  row->start = row->finish = timeline->last - 1;
  without = paint_timeline (timeline);
  row->start = start;
  row->finish = finish;
  for (int x = timeline->label_width + 2; x < timeline->width - 4 * u; x++)
    {
      gboolean changed = get_pixel (with, x, y) != get_pixel (without, x, y);
      StewardTimelineSpot spot;

      steward_timeline_find_spot (timeline, x + 0.5, y, &spot);
      if (x > left + 1 && x < right - 2)
        {
          g_assert_true (changed);
          g_assert_cmpint (spot.handle, !=, STEWARD_HANDLE_NONE);
          *n_checked += 1;
        }
      else if (x < left - 0.5 * u - 1)
        {
          g_assert_false (changed);
          g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_NONE);
        }
      else if (x > right + 0.5 * u + 1)
        g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_NONE);
    }
  cairo_surface_destroy (without);
}

/* Bars without a pause, whose hatch has gaps, and without the line of today
 * running over them, in every grouping. */
static void
test_timeline (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  const StewardSchedule *schedule = fixture_get (fixture);
  guint n_checked = 0;

  for (int i = 0; i < 2 * 3; i++)
    {
      const StewardTimelineOptions options = { .width = WIDTH, .zoom = i % 2 == 0 ? STEWARD_ZOOM_WEEK : STEWARD_ZOOM_MONTH,
                                               .group = i / 2 };
      g_autoptr (StewardTimeline) timeline = steward_timeline_layout (schedule, &options);
      cairo_surface_t *with = paint_timeline (timeline);

      for (guint j = i / 2; j < schedule->rows->len; j += 6)
        {
          StewardScheduleRow *row = g_ptr_array_index (schedule->rows, j);

          if (row->kind == STEWARD_ROW_ITEM && row->n_pauses == 0
              && (row->finish < schedule->as_of || row->start > schedule->as_of))
            check_bar (timeline, row, with, &n_checked);
        }
      cairo_surface_destroy (with);
    }
  g_assert_cmpuint (n_checked, >, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hit/flowchart", test_flowchart);
  g_test_add_func ("/hit/flowchart-screens", test_screens);
  g_test_add_func ("/hit/timeline", test_timeline);
  return g_test_run ();
}
