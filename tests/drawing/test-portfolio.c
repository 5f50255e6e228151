/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "golden.h"
#include "pixels.h"
#include "steward-picture.h"
#include "steward-timeline-private.h"

/* Many projects, and what they ask of the bureaus. */

static GPtrArray *
make_projects (guint n)
{
  GPtrArray *projects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_portfolio_project_unref);

  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autoptr (Fixture) fixture = seed == 0 ? fixture_new_complex () : fixture_new_random (seed, 7);
      g_autofree char *id = g_strdup_printf ("project-%u", seed);

      g_ptr_array_add (projects, steward_portfolio_project_new (fixture_get (fixture), id));
    }
  return projects;
}

/* Every project is freed with its fixture before this: nothing of a schedule
 * is needed any more. */
static StewardTimeline *
lay_out (GPtrArray   *projects,
         StewardZoom  zoom)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();

  return steward_portfolio_layout (projects, calendar, steward_day_from_ymd (2026, 8, 7),
                                   &(StewardTimelineOptions) { .width = 1587, .zoom = zoom });
}

static const StewardTimelineLine *
get_line (const StewardTimeline *timeline,
          guint                  i)
{
  return &g_array_index (timeline->lines, StewardTimelineLine, i);
}

/* What the weeks hold together are the days that the bars count. */
static void
test_load_is_what_is_counted (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 9);
      const StewardSchedule *schedule = fixture_get (fixture);
      g_autoptr (StewardPortfolioProject) project = steward_portfolio_project_new (schedule, "one");
      int days = 0, loads = 0;

      for (guint i = 0; i < schedule->rows->len; i++)
        {
          const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

          if (row->kind != STEWARD_ROW_ITEM || (row->limit < 0 && row->decided == STEWARD_DAY_NONE))
            continue;
          days += steward_calendar_count (schedule->calendar, row->start, row->finish);
          for (gsize j = 0; j < row->n_pauses; j++)
            days -= MAX (0, steward_calendar_count (schedule->calendar, MAX (row->pauses[j].start, row->start),
                                                    MIN (row->pauses[j].end, row->finish)));
        }
      for (guint i = 0; i < project->loads->len; i++)
        {
          const StewardPortfolioLoad *load = g_ptr_array_index (project->loads, i);

          g_assert_cmpint (steward_day_get_weekday (load->week), ==, 1);
          g_assert_cmpint (load->days, >, 0);
          loads += load->days;
        }
      g_assert_cmpint (loads, ==, days);
    }
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) projects = make_projects (12);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_FIT);
  int before = G_MAXINT;
  guint n_projects = 0, n_bureaus = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);
      int total = 0;

      n_projects += line->project != NULL;
      for (guint j = 0; line->loads != NULL && j < line->loads->len; j++)
        {
          const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, j);

          g_assert_cmpint (load->days, <=, timeline->most_load);
          if (j > 0)
            g_assert_cmpint (load->week, >, g_array_index (line->loads, StewardWeekLoad, j - 1).week);
          total += load->days;
        }
      if (line->loads == NULL)
        continue;
      /* The busiest first. */
      g_assert_cmpint (total, <=, before);
      before = total;
      n_bureaus++;
    }
  g_assert_cmpuint (n_projects, ==, 12);
  g_assert_cmpuint (n_bureaus, >, 4);
  g_assert_cmpstr (timeline->total, ==, "12 个项目");
}

/* Bars and their texts lie inside the drawing. */
static void
test_fits_the_width (void)
{
  for (guint n = 1; n < 20; n += 6)
    {
      g_autoptr (GPtrArray) projects = make_projects (n);

      for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_FIT; zoom++)
        {
          g_autoptr (StewardTimeline) timeline = lay_out (projects, zoom);

          for (guint i = 0; i < timeline->lines->len; i++)
            {
              const StewardTimelineLine *line = get_line (timeline, i);

              if (line->project == NULL)
                continue;
              g_assert_cmpint (line->project->start, >=, timeline->first);
              g_assert_cmpint (line->project->finish, <=, timeline->last);
              g_assert_cmpfloat (steward_timeline_label_x (timeline, line) + steward_timeline_label_width (timeline, line),
                                 <=, timeline->width + 2);
            }
        }
    }
}

static void
test_spots (void)
{
  g_autoptr (GPtrArray) projects = make_projects (6);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_WEEK);
  StewardPortfolioSpot spot;
  guint n_stages = 0, n_weeks = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);
      double y = line->y + line->height / 2;
      gboolean found = steward_portfolio_find_spot (timeline, 3, y, &spot);

      g_assert_cmpint (found, ==, line->project != NULL || line->loads != NULL);
      g_assert_true (spot.project == line->project);
      g_assert_null (spot.stage);
      for (guint j = 0; line->project != NULL && j < line->project->stages->len; j++, n_stages++)
        {
          const StewardPortfolioStage *stage = g_ptr_array_index (line->project->stages, j);

          steward_portfolio_find_spot (timeline, steward_timeline_day_to_x (timeline, stage->finish) + 1, y, &spot);
          g_assert_nonnull (spot.stage);
          g_assert_cmpint (spot.stage->finish, >=, stage->finish);
        }
      for (guint j = 0; line->loads != NULL && j < line->loads->len; j++, n_weeks++)
        {
          const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, j);

          steward_portfolio_find_spot (timeline, steward_timeline_day_to_x (timeline, load->week + 3), y, &spot);
          g_assert_cmpstr (spot.bureau, ==, line->name);
          g_assert_cmpint (spot.week, ==, load->week);
          g_assert_cmpint (spot.days, ==, load->days);
        }
    }
  g_assert_cmpuint (n_stages, >, 6);
  g_assert_cmpuint (n_weeks, >, 20);
  g_assert_false (steward_portfolio_find_spot (timeline, 3, 2, &spot));
}

/* From line to line one comes by every project and every bureau, and each has
 * something to say of itself and a place. */
static void
test_lines_tell (void)
{
  g_autoptr (GPtrArray) projects = make_projects (5);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_WEEK);
  const char *id = steward_timeline_step_line (timeline, NULL, 0);
  guint n = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);
      g_autofree char *text = steward_timeline_describe (timeline, id);
      cairo_rectangle_t place;

      if (line->kind == STEWARD_LINE_HEAD)
        continue;
      g_assert_cmpstr (id, ==, line->project != NULL ? line->project->id : line->name);
      g_assert_true (g_str_has_prefix (text, line->name));
      g_assert_true (steward_timeline_find_row (timeline, id, &place));
      g_assert_cmpfloat_with_epsilon (place.y, line->y, 0.001);
      g_assert_cmpfloat (place.width, >, 0);
      for (guint j = 0; line->project != NULL && j < line->project->stages->len; j++)
        g_assert_nonnull (strstr (text, ((StewardPortfolioStage *) line->project->stages->pdata[j])->name));
      id = steward_timeline_step_line (timeline, id, 1);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
  g_assert_null (steward_timeline_describe (timeline, "nobody"));
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) projects = make_projects (0);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_FIT);
  g_autoptr (GBytes) png = steward_picture_of_timeline (timeline, STEWARD_PICTURE_PNG, STEWARD_STYLE_DARK, 800, 600, 0, NULL);

  g_assert_nonnull (png);
  g_assert_cmpuint (timeline->lines->len, ==, 1);
}

/* The week that asks the most of any bureau is the highest bar, in the accent
 * colour, on every style. */
static void
test_paint (void)
{
  g_autoptr (GPtrArray) projects = make_projects (8);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_MONTH);

  for (int kind = STEWARD_STYLE_LIGHT; kind <= STEWARD_STYLE_GREY; kind++)
    {
      const StewardStyle *style = steward_style_get (kind);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, timeline->width, timeline->height);
      cairo_t *cr = cairo_create (surface);
      guint n_most = 0;

      steward_timeline_paint (timeline, cr, style, NULL, "project-1");
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      for (guint i = 0; i < timeline->lines->len; i++)
        {
          const StewardTimelineLine *line = get_line (timeline, i);

          for (guint j = 0; line->loads != NULL && j < line->loads->len; j++)
            {
              const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, j);
              double x = steward_timeline_day_to_x (timeline, load->week + 3);

              if (load->days != timeline->most_load || load->week + 6 < timeline->as_of)
                continue;
              g_assert_cmphex (get_pixel (surface, x, line->y + line->height - 4), ==, to_pixel (&style->accent));
              n_most++;
            }
        }
      g_assert_cmpuint (n_most, >, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static cairo_surface_t *
paint_clip (const StewardTimeline   *timeline,
            const cairo_rectangle_t *clip)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, timeline->width, timeline->height);
  cairo_t *cr = cairo_create (surface);

  steward_timeline_paint (timeline, cr, steward_style_get (STEWARD_STYLE_LIGHT), clip, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* Y of the topmost pixel at @x in the line that is not paper. */
static double
find_top (cairo_surface_t           *surface,
          const StewardTimelineLine *line,
          double                     x)
{
  double y = line->y + line->height - 3;

  while (get_pixel (surface, x, y - 1) == get_pixel (surface, x, line->y + line->height - 3))
    y--;
  return line->y + line->height - y;
}

static const StewardWeekLoad *
find_fullest (const GArray *loads)
{
  const StewardWeekLoad *most = &g_array_index (loads, StewardWeekLoad, 0);

  for (guint i = 1; i < loads->len; i++)
    if (g_array_index (loads, StewardWeekLoad, i).days > most->days)
      most = &g_array_index (loads, StewardWeekLoad, i);
  return most;
}

/* A small bureau's fullest week stands as high as a large one's, so that its
 * weeks can be told apart, in a weaker colour. */
static void
test_every_bureau_is_legible (void)
{
  g_autoptr (GPtrArray) projects = make_projects (8);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_WEEK);
  cairo_surface_t *surface = paint_clip (timeline, NULL);
  double height = 0;
  guint32 strongest = 0;
  guint n = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);
      const StewardWeekLoad *most = line->loads != NULL ? find_fullest (line->loads) : NULL;
      double x;

      if (most == NULL || most->week <= timeline->as_of)
        continue;
      x = steward_timeline_day_to_x (timeline, most->week + 1);
      height = height > 0 ? height : find_top (surface, line, x);
      g_assert_cmpfloat_with_epsilon (find_top (surface, line, x), height, 1.01);
      g_assert_cmpfloat (height, >, line->height / 2);
      if (most->days == timeline->most_load)
        strongest = get_pixel (surface, x, line->y + line->height - 4);
      else if (strongest != 0)
        g_assert_cmphex (get_pixel (surface, x, line->y + line->height - 4), !=, strongest);
      n++;
    }
  g_assert_cmpuint (n, >, 1);
  cairo_surface_destroy (surface);
}

/* The line of today leaves the number of this week out, too. */
static void
test_today_strikes_no_number (void)
{
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  g_autoptr (GPtrArray) projects = make_projects (8);
  guint n = 0;

  for (StewardZoom zoom = STEWARD_ZOOM_WEEK; zoom <= STEWARD_ZOOM_QUARTER; zoom++)
    {
      g_autoptr (StewardTimeline) timeline = lay_out (projects, zoom);
      cairo_surface_t *surface = paint_clip (timeline, NULL);
      double today = steward_timeline_day_to_x (timeline, timeline->as_of) + timeline->day_width / 2;

      for (guint i = 0; i < timeline->lines->len; i++)
        {
          const StewardTimelineLine *line = get_line (timeline, i);
          double x, width, middle;

          if (line->loads == NULL || !steward_timeline_find_week_number (timeline, line, &x, &width, &middle)
              || today < x || today > x + width)
            continue;
          for (double y = middle - 0.4 * timeline->unit; y < middle + 0.4 * timeline->unit; y++)
            g_assert_cmphex (get_pixel (surface, today, y), !=, to_pixel (&style->today));
          n++;
        }
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n, >, 3);
}

/* A bar that begins left of what is seen still says which stage it is and how
 * it stands. */
static void
test_stage_says_itself_in_sight (void)
{
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  g_autoptr (GPtrArray) projects = make_projects (6);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_DAY);
  guint n = 0;

  for (guint i = 0; i < timeline->lines->len && n < 6; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      for (guint j = 0; line->project != NULL && j < line->project->stages->len; j++)
        {
          const StewardPortfolioStage *stage = g_ptr_array_index (line->project->stages, j);
          double left = steward_timeline_day_to_x (timeline, stage->start) + 6 * timeline->unit, u = timeline->unit;
          cairo_rectangle_t clip = { left - timeline->label_width, line->y, 600, line->height };
          cairo_surface_t *surface;
          guint inked = 0;

          if (steward_timeline_day_to_x (timeline, stage->finish + 1) < left + 12 * u || stage->light == STEWARD_LIGHT_NOT_STARTED)
            continue;
          clip.x = left;
          surface = paint_clip (timeline, &clip);
          for (double x = left + 0.2 * u; x < left + 1.2 * u; x++)
            for (double y = line->y + 0.8 * u; y < line->y + line->height - 0.9 * u; y++)
              inked += get_pixel (surface, x, y) == to_pixel (&style->lights[stage->light]);
          g_assert_cmpuint (inked, >, 4);
          cairo_surface_destroy (surface);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_golden (void)
{
  g_autoptr (GPtrArray) projects = make_projects (3);
  g_autoptr (StewardTimeline) timeline = lay_out (projects, STEWARD_ZOOM_FIT);
  g_autofree char *dump = steward_timeline_dump (timeline);

  golden_compare ("portfolio.json", dump);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portfolio/load-is-what-is-counted", test_load_is_what_is_counted);
  g_test_add_func ("/portfolio/lines", test_lines);
  g_test_add_func ("/portfolio/fits-the-width", test_fits_the_width);
  g_test_add_func ("/portfolio/spots", test_spots);
  g_test_add_func ("/portfolio/lines-tell", test_lines_tell);
  g_test_add_func ("/portfolio/none", test_none);
  g_test_add_func ("/portfolio/paint", test_paint);
  g_test_add_func ("/portfolio/every-bureau-is-legible", test_every_bureau_is_legible);
  g_test_add_func ("/portfolio/today-strikes-no-number", test_today_strikes_no_number);
  g_test_add_func ("/portfolio/stage-says-itself-in-sight", test_stage_says_itself_in_sight);
  g_test_add_func ("/portfolio/golden", test_golden);
  return g_test_run ();
}
