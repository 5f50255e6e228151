/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "flowchart-checks.h"
#include "pixels.h"
#include "steward-project-file.h"
#include "steward-schedule-link.h"
#include "steward-timeline-private.h"

#define EIA    "dt.s1.eia"
#define ENERGY "dt.s1.energy-review"

static const struct { double width, height; StewardFlowchartArrangement arrangement; } looks[] = {
  { 1587, 842, STEWARD_ARRANGE_STAGES }, { 1024, 768, STEWARD_ARRANGE_STAGES }, { 320, 240, STEWARD_ARRANGE_STAGES },
  { 1587, 842, STEWARD_ARRANGE_LANES }, { 1024, 768, STEWARD_ARRANGE_LANES },
};

/* All items of a city, and nothing has happened yet. */
static StewardProject *
new_project (void)
{
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", NULL);
  StewardProject *project = steward_project_new (pack);
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; i < items->len; i++)
    steward_project_set_tick (project, steward_pack_find_item_box (pack, ((StewardItem *) items->pdata[i])->id)->id, TRUE,
                              "", "");
  steward_project_set_fact (project, STEWARD_FACT_START, "2026-03-02");
  return project;
}

static StewardSchedule *
make_schedule (StewardProject *project)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GError) error = NULL;
  StewardSchedule *schedule = steward_schedule_new (project, calendar, steward_day_from_ymd (2026, 3, 2), &error);

  g_assert_no_error (error);
  return schedule;
}

static const StewardPoint *
get_point (const StewardOwnLine *line,
           guint                 i)
{
  return &g_array_index (line->points, StewardPoint, i);
}

/* It begins and ends at the edge of its boxes, and meets no box on its way. */
static void
check_line (const StewardFlowchart *chart,
            const StewardOwnLine   *line)
{
  const StewardFlowchartBox *from = get_box (chart, line->from), *to = get_box (chart, line->to);
  const StewardPoint *first, *last;

  g_assert_cmpuint (line->points->len, >, 1);
  first = get_point (line, 0);
  last = get_point (line, line->points->len - 1);
  g_assert_true (overlap (from, first->x - 0.1, first->y - 0.1, 0.2, 0.2));
  g_assert_true (overlap (to, last->x - 0.1, last->y - 0.1, 0.2, 0.2));
  for (guint i = 1; i < line->points->len; i++)
    {
      const StewardPoint *a = get_point (line, i - 1), *b = get_point (line, i);

      g_assert_true (fabs (a->x - b->x) < SLACK || fabs (a->y - b->y) < SLACK);
      for (guint j = 0; j < chart->boxes->len; j++)
        g_assert_false (overlap (get_box (chart, j), MIN (a->x, b->x) + SLACK, MIN (a->y, b->y) + SLACK,
                                 MAX (0, fabs (a->x - b->x) - 2 * SLACK), MAX (0, fabs (a->y - b->y) - 2 * SLACK)));
    }
}

static void
test_lines_lead_between_boxes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (StewardProject) project = new_project ();
      g_autoptr (StewardSchedule) bare = make_schedule (project), schedule = NULL;
      guint n = 0;

      for (guint i = 0; i < 12; i++)
        {
          int from = g_rand_int_range (random, 0, bare->rows->len);
          int to = g_rand_int_range (random, 0, bare->rows->len);
          const char *from_id = ((StewardScheduleRow *) bare->rows->pdata[from])->id;
          const char *to_id = ((StewardScheduleRow *) bare->rows->pdata[to])->id;

          if (steward_schedule_check_link (bare, from_id, to_id, NULL))
            g_assert_true (steward_project_put_own_link (project, from_id, to_id, "", "", "", NULL));
        }
      schedule = make_schedule (project);
      for (guint i = 0; i < schedule->own_links->len; i++)
        n += !((StewardScheduleLink *) schedule->own_links->pdata[i])->rests;
      for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
        {
          g_autoptr (StewardFlowchart) chart =
            steward_flowchart_layout (schedule, &(StewardFlowchartOptions) { looks[i].width, looks[i].height, 0, 1,
                                                                             looks[i].arrangement });

          check_boxes (chart);
          check_edges (chart);
          g_assert_cmpuint (chart->own->len, ==, n);
          for (guint j = 0; j < chart->own->len; j++)
            check_line (chart, chart->own->pdata[j]);
        }
    }
}

static void
test_a_link_is_found_and_told (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardFlowchart) chart = NULL, stage = NULL;
  g_autofree char *dump = NULL;
  const StewardOwnLine *line;
  const StewardPoint *a, *b;

  g_assert_true (steward_project_put_own_link (project, EIA, ENERGY, "先环评", "王", NULL, NULL));
  schedule = make_schedule (project);
  chart = steward_flowchart_layout (schedule, &(StewardFlowchartOptions) { 1587, 842, 0, 1 });
  g_assert_cmpuint (chart->own->len, ==, 1);
  line = chart->own->pdata[0];
  a = get_point (line, 0);
  b = get_point (line, 1);
  g_assert_cmpstr (steward_flowchart_find_link (chart, (a->x + b->x) / 2, (a->y + b->y) / 2), ==, EIA " " ENERGY);
  g_assert_null (steward_flowchart_find_link (chart, 1, 1));
  g_assert_nonnull (strstr (steward_flowchart_describe_link (chart, EIA " " ENERGY), "先环评"));
  g_assert_null (steward_flowchart_describe_link (chart, ENERGY " " EIA));
  g_assert_cmpint (steward_flowchart_relate (chart, EIA, ENERGY), ==, STEWARD_RELATION_AFTER);
  g_assert_cmpint (steward_flowchart_relate (chart, ENERGY, EIA), ==, STEWARD_RELATION_BEFORE);
  dump = steward_flowchart_dump (chart);
  g_assert_nonnull (strstr (dump, EIA " " ENERGY));
  /* Of another stage neither end is drawn. */
  stage = steward_flowchart_layout (schedule, &(StewardFlowchartOptions) { 1587, 842, 2, 1 });
  g_assert_cmpuint (stage->own->len, ==, 0);
}

static double
find_distance (const StewardOwnLine *line,
               double                x,
               double                y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 1; i < line->points->len; i++)
    {
      const StewardPoint *a = get_point (line, i - 1), *b = get_point (line, i);
      double dx = MAX (MAX (MIN (a->x, b->x) - x, x - MAX (a->x, b->x)), 0);
      double dy = MAX (MAX (MIN (a->y, b->y) - y, y - MAX (a->y, b->y)), 0);

      nearest = MIN (nearest, hypot (dx, dy));
    }
  return nearest;
}

/* Over a grid of points: where a link is painted, and a little beside it, one
 * is found that passes there; elsewhere none. */
static void
check_links (const StewardFlowchart *chart)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, chart->width, chart->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (StewardInk) ink = steward_ink_new (cr, steward_style_get (STEWARD_STYLE_LIGHT));
  const StewardColor white = { 1, 1, 1, 1 };
  guint n_painted = 0;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < chart->own->len; i++)
    steward_own_line_paint (chart->own->pdata[i], ink, chart->unit, &white, NULL);
  cairo_destroy (cr);
  for (int y = 1; y < (int) chart->height - 1; y += 2)
    for (int x = 1; x < (int) chart->width - 1; x += 2)
      {
        gboolean painted = get_pixel (surface, x, y) != 0;
        const char *key = steward_flowchart_find_link (chart, x + 0.5, y + 0.5);
        double nearest = G_MAXDOUBLE;

        n_painted += painted;
        if (!painted && key == NULL)
          continue;
        for (guint i = 0; i < chart->own->len; i++)
          {
            const StewardOwnLine *line = chart->own->pdata[i];

            if (key == NULL || g_str_equal (line->key, key))
              nearest = MIN (nearest, find_distance (line, x + 0.5, y + 0.5));
          }
        g_assert_nonnull (key);
        g_assert_cmpfloat (nearest, <=, 0.45 * chart->unit);
      }
  g_assert_cmpuint (n_painted, >, 20 * chart->own->len);
  cairo_surface_destroy (surface);
}

static void
test_hit_is_paint (void)
{
  static const char * const links[][2] = {
    { EIA, ENERGY }, { "dt.s1.water-soil", "dt.s2.civil-air-defence" }, { "dt.s3.infrastructure-fee", "dt.s4.fire-acceptance" },
  };
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_true (steward_project_put_own_link (project, links[i][0], links[i][1], "", "", "", NULL));
  schedule = make_schedule (project);
  for (int arrangement = STEWARD_ARRANGE_STAGES; arrangement <= STEWARD_ARRANGE_LANES; arrangement++)
    for (int stage = 0; stage <= 1; stage++)
      {
        StewardFlowchartOptions options = { 1024, 768, stage, 1, arrangement };
        g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (schedule, &options);

        g_assert_cmpuint (chart->own->len, ==, stage == 0 ? 3 : 1);
        check_links (chart);
      }
}

static void
test_the_timeline_has_them_too (void)
{
  static const StewardZoom zooms[] = { STEWARD_ZOOM_DAY, STEWARD_ZOOM_MONTH, STEWARD_ZOOM_FIT };
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;

  g_assert_true (steward_project_put_own_link (project, EIA, ENERGY, "先环评", "王", NULL, NULL));
  g_assert_true (steward_project_put_own_link (project, "dt.s1.water-soil", EIA, "", "王", NULL, NULL));
  schedule = make_schedule (project);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (StewardTimeline) timeline =
        steward_timeline_layout (schedule, &(StewardTimelineOptions) { .width = 1200, .zoom = zooms[i] });
      g_autofree char *dump = steward_timeline_dump (timeline);

      g_assert_cmpuint (timeline->own->len, ==, 2);
      g_assert_nonnull (strstr (dump, EIA " " ENERGY));
      g_assert_nonnull (strstr (steward_timeline_describe_link (timeline, EIA " " ENERGY), "先环评"));
      g_assert_null (steward_timeline_describe_link (timeline, "x y"));
      for (guint j = 0; j < timeline->own->len; j++)
        {
          const StewardOwnLine *line = timeline->own->pdata[j];
          const StewardPoint *first = get_point (line, 0), *last = get_point (line, line->points->len - 1);
          const StewardTimelineLine *from = &g_array_index (timeline->lines, StewardTimelineLine, line->from);
          const StewardTimelineLine *to = &g_array_index (timeline->lines, StewardTimelineLine, line->to);

          /* From the last day of the one to the first of the other. */
          g_assert_cmpfloat (first->x, >=, steward_timeline_day_to_x (timeline, from->row->finish));
          g_assert_cmpfloat (first->x, <=, steward_timeline_day_to_x (timeline, from->row->finish + 1));
          g_assert_cmpfloat (last->x, >=, steward_timeline_day_to_x (timeline, to->row->start));
          g_assert_cmpfloat (last->x, <=, steward_timeline_day_to_x (timeline, to->row->start + 1));
          g_assert_true (first->y > from->y && first->y < from->y + from->height);
          g_assert_true (last->y > to->y && last->y < to->y + to->height);
          g_assert_cmpstr (steward_timeline_find_link (timeline, last->x, last->y), ==, line->key);
        }
      g_assert_null (steward_timeline_find_link (timeline, 1, 1));
    }
}

/* A link that rests is kept, and not drawn. */
static void
test_what_rests_is_not_drawn (void)
{
  g_autoptr (StewardProject) project = new_project ();
  g_autoptr (StewardSchedule) schedule = NULL;
  g_autoptr (StewardFlowchart) chart = NULL;
  g_autoptr (StewardTimeline) timeline = NULL;

  g_assert_true (steward_project_put_own_link (project, "dt.s4.fire-acceptance", EIA, "", "王", NULL, NULL));
  schedule = make_schedule (project);
  g_assert_cmpuint (schedule->own_links->len, ==, 1);
  chart = steward_flowchart_layout (schedule, &(StewardFlowchartOptions) { 1587, 842, 0, 1 });
  timeline = steward_timeline_layout (schedule, &(StewardTimelineOptions) { .width = 1200, .zoom = STEWARD_ZOOM_FIT });
  g_assert_cmpuint (chart->own->len, ==, 0);
  g_assert_cmpuint (timeline->own->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-links/between-boxes", test_lines_lead_between_boxes);
  g_test_add_func ("/own-links/found-and-told", test_a_link_is_found_and_told);
  g_test_add_func ("/own-links/hit-is-paint", test_hit_is_paint);
  g_test_add_func ("/own-links/timeline", test_the_timeline_has_them_too);
  g_test_add_func ("/own-links/what-rests", test_what_rests_is_not_drawn);
  return g_test_run ();
}
