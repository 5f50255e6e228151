/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"
#include "pixels.h"
#include "steward-timeline-private.h"

/* What can only be seen in the picture. */

static StewardTimeline *
lay_out (Fixture              *fixture,
         StewardZoom           zoom,
         StewardTimelineGroup  group)
{
  return steward_timeline_layout (fixture_get (fixture),
                                  &(StewardTimelineOptions) { .width = 1587, .zoom = zoom, .group = group });
}

static const StewardTimelineLine *
get_line (const StewardTimeline *timeline,
          guint                  i)
{
  return &g_array_index (timeline->lines, StewardTimelineLine, i);
}

static cairo_surface_t *
paint (const StewardTimeline *timeline,
       StewardStyleKind       style)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, timeline->width, timeline->height);
  cairo_t *cr = cairo_create (surface);

  steward_timeline_paint (timeline, cr, steward_style_get (style), NULL, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

/* Whether it is the line of today, but for the share of a pixel that its edge
 * leaves uncovered. */
static gboolean
is_today (cairo_surface_t    *surface,
          const StewardStyle *style,
          double              x,
          double              y)
{
  guint32 got = get_pixel (surface, x, y), want = to_pixel (&style->today);

  for (int shift = 0; shift <= 16; shift += 8)
    if (ABS ((int) (got >> shift & 255) - (int) (want >> shift & 255)) > 51)
      return FALSE;
  return TRUE;
}

/* Neither the bar, its outline, its tick, its float nor its label is at @x. */
static gboolean
is_free (const StewardTimeline     *timeline,
         const StewardTimelineLine *line,
         double                     label,
         double                     x)
{
  double u = timeline->unit, left = steward_timeline_label_x (timeline, line);
  StewardDay last = MAX (line->row->finish, MAX (line->row->answer.due, line->float_end)) + 1;

  return x < steward_timeline_day_to_x (timeline, line->row->start) - u
         || (x > steward_timeline_day_to_x (timeline, last) + u && (x < left - 0.3 * u || x > left + label + 0.3 * u));
}

/* The line of today runs down through every row but where it would strike out
 * words, and there it leaves out no more than these: nothing is laid below
 * them that would hide the days. */
static void
test_today_strikes_no_words (void)
{
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  g_autoptr (StewardInk) ink = steward_ink_new (NULL, style);
  guint n_left_out = 0, n_seen = 0;

  for (guint32 seed = 0; seed < 24; seed++)
    {
      g_autoptr (Fixture) fixture = seed == 0 ? fixture_new_complex () : fixture_new_random (seed, 9);
      g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_WEEK + seed % 3, seed % 3);
      double today = steward_timeline_day_to_x (timeline, timeline->as_of) + timeline->day_width / 2;
      cairo_surface_t *surface;

      if (timeline->as_of < timeline->first || timeline->as_of > timeline->last)
        continue;
      surface = paint (timeline, STEWARD_STYLE_LIGHT);
      for (guint i = 0; i < timeline->lines->len; i++)
        {
          const StewardTimelineLine *line = get_line (timeline, i);
          double x, width, y = line->y + TIMELINE_MIDDLE * timeline->unit;

          if (line->row == NULL)
            continue;
          x = steward_timeline_label_x (timeline, line);
          width = steward_timeline_measure_label (timeline, ink, line);
          g_assert_cmpfloat (width, <=, steward_timeline_label_width (timeline, line) + 0.01);
          if (today > x && today < x + width)
            {
              for (double at = y - 0.5 * timeline->unit; at < y + 0.5 * timeline->unit; at++)
                g_assert_false (is_today (surface, style, today, at));
              n_left_out++;
            }
          else if (is_free (timeline, line, width, today))
            {
              g_assert_true (is_today (surface, style, today, y));
              n_seen++;
            }
        }
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n_left_out, >, 5);
  g_assert_cmpuint (n_seen, >, 50);
}

/* A word stands on the days it stands on: they keep their colours around it. */
static void
test_words_hide_no_days (void)
{
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_DAY, STEWARD_GROUP_STAGE);
  cairo_surface_t *surface = paint (timeline, STEWARD_STYLE_LIGHT);
  guint n = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);
      double left, right, y = line->y + (TIMELINE_MIDDLE - 0.55) * timeline->unit;

      if (line->row == NULL || line->row->kind != STEWARD_ROW_ITEM)
        continue;
      left = steward_timeline_label_x (timeline, line) + timeline->unit;
      right = left + steward_timeline_label_width (timeline, line);
      for (StewardDay day = timeline->first; day <= timeline->last; day++)
        {
          double x = steward_timeline_day_to_x (timeline, day) + timeline->day_width / 2;

          if (x < left || x > right || steward_timeline_is_folded (timeline, day) || day == timeline->as_of)
            continue;
          if (steward_calendar_describe (timeline->calendar, day, NULL, NULL) != STEWARD_DAY_REST)
            continue;
          g_assert_cmphex (get_pixel (surface, x, y), ==, to_pixel (&style->rest));
          n++;
        }
    }
  g_assert_cmpuint (n, >, 3);
  cairo_surface_destroy (surface);
}

/* Planned cells are pale: no connector is seen through them. */
static void
test_planned_cells_are_whole (void)
{
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_DAY, STEWARD_GROUP_STAGE);
  cairo_surface_t *surface = paint (timeline, STEWARD_STYLE_LIGHT);
  guint n = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);
      g_autoptr (GArray) spans = NULL;

      if (line->row == NULL || line->row->kind != STEWARD_ROW_ITEM || line->row->accepted != STEWARD_DAY_NONE)
        continue;
      spans = steward_timeline_spans (line->row, timeline->calendar, timeline->as_of, timeline->first, timeline->last);
      for (guint j = 0; j < spans->len; j++)
        {
          const StewardSpan *span = &g_array_index (spans, StewardSpan, j);
          double x = (steward_timeline_day_to_x (timeline, span->from) + steward_timeline_day_to_x (timeline, span->to + 1)) / 2;

          if (span->kind != STEWARD_SPAN_PLANNED)
            continue;
          for (int dy = -3; dy <= 3; dy++)
            g_assert_cmphex (get_pixel (surface, x, line->y + TIMELINE_MIDDLE * timeline->unit + dy), ==,
                             to_pixel (&style->plan));
          n += j > 2;
        }
    }
  g_assert_cmpuint (n, >, 3);
  cairo_surface_destroy (surface);
}

/* Dark and grey, as words are, but neither lines nor bars. */
static gboolean
is_ink (guint32 pixel)
{
  int red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;

  return red + green + blue < 480 && MAX (red, MAX (green, blue)) - MIN (red, MIN (green, blue)) < 24;
}

/* How many pixels of its label are seen when all is painted right of @left. */
static guint
count_ink (const StewardTimeline     *timeline,
           const StewardTimelineLine *line,
           double                     left)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, timeline->width, timeline->height);
  cairo_t *cr = cairo_create (surface);
  double y = line->y + TIMELINE_MIDDLE * timeline->unit;
  double right = steward_timeline_label_x (timeline, line) + steward_timeline_label_width (timeline, line);
  guint n = 0;

  steward_timeline_paint (timeline, cr, steward_style_get (STEWARD_STYLE_LIGHT),
                          &(cairo_rectangle_t) { left, 0, timeline->width, timeline->height }, NULL);
  cairo_destroy (cr);
  for (int dy = -4; dy <= 4; dy++)
    for (double x = left; x < right; x++)
      n += is_ink (get_pixel (surface, x, y + dy));
  cairo_surface_destroy (surface);
  return n;
}

/* On a screen the last letters of a label whose bar is out of sight say nothing;
 * on the next sheet of paper they go on. */
static void
test_no_rest_of_a_label (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  guint n = 0;

  for (int hints = 0; hints <= 1; hints++)
    {
      g_autoptr (StewardTimeline) timeline = steward_timeline_layout (fixture_get (fixture),
                                                                     &(StewardTimelineOptions) { .width = 1587, .zoom = STEWARD_ZOOM_WEEK,
                                                                                                 .hints = hints });

      for (guint i = 0; i < timeline->lines->len && n < 12; i += 3)
        {
          const StewardTimelineLine *line = get_line (timeline, i);
          double left;

          if (line->row == NULL || line->row->kind != STEWARD_ROW_ITEM || line->float_end != STEWARD_DAY_NONE)
            continue;
          left = ceil (steward_timeline_label_x (timeline, line) + 0.5 * timeline->unit);
          if (hints)
            g_assert_cmpuint (count_ink (timeline, line, left), ==, 0);
          else
            g_assert_cmpuint (count_ink (timeline, line, left), >, 5);
          n += hints;
        }
    }
  g_assert_cmpuint (n, >, 4);
}

/* A case may be replaced between a layout and the next: what is painted then is
 * what the layout knew, and the case is not looked at. */
static void
test_asks_no_case (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardScheduleRow *row = g_ptr_array_index (fixture_get (fixture)->rows, 3);
  StewardEvent withdrawn = { .status = STEWARD_CASE_WITHDRAWN };
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  StewardCase case_ = { .events = events };
  StewardPlanItem *item = (StewardPlanItem *) row->item;
  g_autoptr (StewardTimeline) timeline = NULL;
  const StewardTimelineLine *line;
  const StewardCase *before = item->case_;
  cairo_surface_t *surface;

  g_ptr_array_add (events, &withdrawn);
  item->case_ = &case_;
  timeline = lay_out (fixture, STEWARD_ZOOM_WEEK, STEWARD_GROUP_STAGE);
  line = steward_timeline_find_line (timeline, row->id);
  g_assert_true (line->faded);
  case_.events = GSIZE_TO_POINTER (1);
  surface = paint (timeline, STEWARD_STYLE_LIGHT);
  cairo_surface_destroy (surface);
  item->case_ = before;
}

static gboolean
has_key (const StewardTimeline *timeline,
         StewardTimelineSign    sign)
{
  for (guint i = 0; i < timeline->keys->len; i++)
    if (g_array_index (timeline->keys, StewardKey, i).kind == (int) sign)
      return TRUE;
  return FALSE;
}

/* The legend explains what is drawn and nothing else: seen from afar there is no
 * cell of a first day, and only a long pause is hatched. */
static void
test_legend_is_what_is_drawn (void)
{
  StewardDay monday = steward_day_from_ymd (2026, 3, 2);

  for (int days = 3; days < 60; days += 8)
    {
      g_autoptr (Fixture) fixture = fixture_new (monday, monday + 200);

      fixture_add_stage (fixture, 1, "立项用地许可阶段", 90);
      fixture_add_item (fixture, &(FixtureItem) { .name = "甲", .bureau = "局", .limit = 4, .decided = days + 9,
                                                  .pause_from = 1, .pause_to = 1 + days });
      for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_QUARTER; zoom++)
        {
          g_autoptr (StewardTimeline) timeline = lay_out (fixture, zoom, STEWARD_GROUP_STAGE);
          gboolean hatched = days * timeline->day_width >= 0.5 * timeline->unit;

          g_assert_cmpint (has_key (timeline, STEWARD_SIGN_START), ==, timeline->day_width >= 0.4 * timeline->unit);
          g_assert_cmpint (has_key (timeline, STEWARD_SIGN_PAUSE), ==, hatched || !steward_timeline_is_plain (timeline));
        }
    }
}

/* Dots of a made-up day on its shade, @top to 200 points down. */
static cairo_surface_t *
paint_made_up (StewardStyleKind style,
               double           top)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 200);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (StewardInk) ink = steward_ink_new (cr, steward_style_get (style));

  steward_ink_color (ink, &steward_style_get (style)->make_up);
  cairo_paint (cr);
  steward_timeline_paint_made_up (ink, 20, top, 200, 20);
  cairo_destroy (cr);
  return surface;
}

/* Without its colour a made-up day is told from a holiday by them; rows that are
 * painted later have them at the same places. */
static void
test_made_up_days_have_dots (void)
{
  for (StewardStyleKind style = STEWARD_STYLE_LIGHT; style <= STEWARD_STYLE_GREY; style++)
    {
      cairo_surface_t *whole = paint_made_up (style, 0), *part = paint_made_up (style, 31);
      guint n_dots = 0;

      for (int y = 40; y < 190; y++)
        {
          n_dots += get_pixel (whole, 20, y) == to_pixel (&steward_style_get (style)->dim);
          g_assert_cmphex (get_pixel (whole, 20, y), ==, get_pixel (part, 20, y));
          g_assert_cmphex (get_pixel (whole, 30, y), ==, to_pixel (&steward_style_get (style)->make_up));
        }
      g_assert_cmpuint (n_dots, >=, 16);
      cairo_surface_destroy (whole);
      cairo_surface_destroy (part);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-paint/today-strikes-no-words", test_today_strikes_no_words);
  g_test_add_func ("/timeline-paint/words-hide-no-days", test_words_hide_no_days);
  g_test_add_func ("/timeline-paint/planned-cells-are-whole", test_planned_cells_are_whole);
  g_test_add_func ("/timeline-paint/no-rest-of-a-label", test_no_rest_of_a_label);
  g_test_add_func ("/timeline-paint/asks-no-case", test_asks_no_case);
  g_test_add_func ("/timeline-paint/made-up-days-have-dots", test_made_up_days_have_dots);
  g_test_add_func ("/timeline-paint/legend-is-what-is-drawn", test_legend_is_what_is_drawn);
  return g_test_run ();
}
