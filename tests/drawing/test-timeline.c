/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fixture.h"
#include "golden.h"
#include "pixels.h"
#include "steward-timeline-private.h"

static StewardTimeline *
lay_out (Fixture     *fixture,
         StewardZoom  zoom)
{
  return steward_timeline_layout (fixture_get (fixture), &(StewardTimelineOptions) { 1587, zoom, 1, NULL, 0 });
}

static const StewardTimelineLine *
get_line (const StewardTimeline *timeline,
          guint                  i)
{
  return &g_array_index (timeline->lines, StewardTimelineLine, i);
}

static int
count_days (const StewardScheduleRow *row,
            const StewardSchedule    *schedule,
            StewardSpanKind           kind)
{
  g_autoptr (GArray) spans = steward_timeline_spans (row, schedule->calendar, schedule->as_of, row->start - 5,
                                                     row->finish + 5);
  int days = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);

      days += span->kind == kind ? span->to - span->from + 1 : 0;
    }
  return days;
}

/* The promise of the bars: the solid cells of a finished case are the days
 * that its clock counted. */
static void
test_solid_days_are_counted_days (void)
{
  guint checked = 0;

  for (guint32 seed = 0; seed < 80; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 12);
      const StewardSchedule *schedule = fixture_get (fixture);

      for (guint i = 0; i < schedule->rows->len; i++)
        {
          const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

          if (row->decided == STEWARD_DAY_NONE || row->decided > schedule->as_of)
            continue;
          g_assert_cmpint (count_days (row, schedule, STEWARD_SPAN_COUNTED), ==, row->answer.used);
          g_assert_cmpint (count_days (row, schedule, STEWARD_SPAN_START), ==, 1);
          g_assert_cmpint (count_days (row, schedule, STEWARD_SPAN_PLANNED), ==, 0);
          checked++;
        }
    }
  g_assert_cmpuint (checked, >, 50);
}

static void
test_planned_days_are_the_limit (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  const StewardSchedule *schedule = fixture_get (fixture);

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_ITEM && row->accepted == STEWARD_DAY_NONE && row->limit >= 0)
        g_assert_cmpint (count_days (row, schedule, STEWARD_SPAN_PLANNED), ==, row->limit);
    }
}

static void
test_spans_cover_every_day_once (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 12);
      const StewardSchedule *schedule = fixture_get (fixture);

      for (guint i = 0; i < schedule->rows->len; i++)
        {
          const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
          g_autoptr (GArray) spans = steward_timeline_spans (row, schedule->calendar, schedule->as_of, G_MININT32,
                                                             G_MAXINT32);
          StewardDay next = row->start;

          for (guint j = 0; j < spans->len; j++)
            {
              const StewardSpan *span = &g_array_index (spans, StewardSpan, j);

              g_assert_cmpint (span->from, ==, next);
              g_assert_cmpint (span->to, >=, span->from);
              next = span->to + 1;
            }
          g_assert_cmpint (next, ==, row->finish + 1);
        }
    }
}

static void
test_label_keeps_off_the_due_tick (void)
{
  for (guint32 seed = 0; seed < 80; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 12);

      for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_FIT; zoom++)
        {
          g_autoptr (StewardTimeline) timeline = lay_out (fixture, zoom);

          for (guint i = 0; i < timeline->lines->len; i++)
            {
              const StewardTimelineLine *line = get_line (timeline, i);
              double x, width, due;

              if (line->row == NULL || line->row->kind == STEWARD_ROW_NODE)
                continue;
              x = steward_timeline_label_x (timeline, line);
              g_assert_cmpfloat (x, >, steward_timeline_day_to_x (timeline, line->row->finish + 1));
              if (line->row->answer.due == STEWARD_DAY_NONE)
                continue;
              width = steward_lettering_estimate (line->label) * TIMELINE_SMALL * timeline->unit;
              due = steward_timeline_day_to_x (timeline, line->row->answer.due + 1);
              g_assert_true (due < x - 0.2 * timeline->unit || due > x + width);
            }
        }
    }
}

static void
test_days_and_places_are_inverse (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();

  for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_FIT; zoom++)
    {
      g_autoptr (StewardTimeline) timeline = lay_out (fixture, zoom);
      double before = -1;

      for (StewardDay day = timeline->first; day <= timeline->last; day++)
        {
          double x = steward_timeline_day_to_x (timeline, day);

          g_assert_cmpfloat (x, >, before);
          before = x;
          if (!steward_timeline_is_folded (timeline, day))
            {
              g_assert_cmpint (steward_timeline_x_to_day (timeline, x), ==, day);
              g_assert_cmpint (steward_timeline_x_to_day (timeline, x + timeline->day_width * 0.9), ==, day);
            }
        }
    }
}

/* Only time in which nothing is decided may be folded away. */
static void
test_fold_hides_no_item (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (complex, STEWARD_ZOOM_FIT);
  g_autoptr (StewardTimeline) month = lay_out (complex, STEWARD_ZOOM_MONTH);

  g_assert_cmpint (timeline->fold_to - timeline->fold_from, >, 300);
  g_assert_cmpint (month->fold_from, ==, STEWARD_DAY_NONE);
  for (guint32 seed = 0; seed < 80; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 6);
      g_autoptr (StewardTimeline) random = lay_out (fixture, STEWARD_ZOOM_FIT);

      for (guint i = 0; i < random->lines->len; i++)
        {
          const StewardScheduleRow *row = get_line (random, i)->row;

          if (row == NULL || row->kind == STEWARD_ROW_ACTIVITY || random->fold_from == STEWARD_DAY_NONE)
            continue;
          g_assert_true (row->finish < random->fold_from || row->start > random->fold_to);
          g_assert_false (steward_timeline_is_folded (random, row->answer.due));
          /* Nor is the end of its label torn off. */
          if (row->finish < random->fold_from)
            g_assert_cmpfloat (steward_timeline_label_x (random, get_line (random, i))
                               + steward_timeline_label_width (random, get_line (random, i)), <=,
                               steward_timeline_day_to_x (random, random->fold_from));
        }
    }
}

static void
test_fits_the_width (void)
{
  static const double widths[] = { 800, 1024, 1190, 1587, 3840 };
  g_autoptr (Fixture) fixture = fixture_new_complex ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (StewardTimeline) timeline = steward_timeline_layout (fixture_get (fixture),
                                                                     &(StewardTimelineOptions) { widths[i], STEWARD_ZOOM_FIT, 1, NULL, 0 });
      double width, label;

      steward_timeline_get_size (timeline, &width, NULL);
      steward_timeline_get_head (timeline, &label, NULL);
      g_assert_cmpfloat (fabs (width - widths[i]), <, 1);
      g_assert_cmpfloat (label, <, widths[i] / 2);
      g_assert_cmpfloat (steward_timeline_day_to_x (timeline, fixture_get (fixture)->finish), <, widths[i]);
    }
}

static void
assert_stage_is_whole (const StewardSchedule *schedule,
                       StewardTimelineOptions options)
{
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout (schedule, &options);

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      if (options.stage != 0 && line->stage != NULL)
        g_assert_cmpint (line->stage->stage->number, ==, options.stage);
      if (line->row == NULL)
        continue;
      if (options.stage != 0)
        g_assert_cmpint (line->row->stage->number, ==, options.stage);
      g_assert_cmpint (timeline->first, <=, line->row->start);
      g_assert_cmpint (timeline->last, >=, line->row->finish);
      g_assert_false (steward_timeline_is_folded (timeline, line->row->start));
      g_assert_cmpfloat (steward_timeline_label_x (timeline, line) + steward_timeline_label_width (timeline, line), <=,
                         timeline->width + 2);
    }
}

static void
test_no_label_is_cut_in_any_stage (void)
{
  static const double widths[] = { 800, 1122, 1587, 3840 }, scales[] = { 1, 1.5, 2.5 };

  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (Fixture) fixture = seed == 0 ? fixture_new_complex () : fixture_new_random (seed, 6);
      const StewardSchedule *schedule = fixture_get (fixture);

      for (int stage = 0; stage <= (int) schedule->stages->len; stage++)
        for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
          for (guint t = 0; t < G_N_ELEMENTS (scales); t++)
            assert_stage_is_whole (schedule, (StewardTimelineOptions) {
              .width = widths[w], .zoom = STEWARD_ZOOM_FIT, .text_scale = scales[t], .stage = stage });
    }
}

static void
test_units (void)
{
  static const struct { StewardUnit unit; int day[3], begin[3], next[3]; } cases[] = {
    { STEWARD_UNIT_DAY, { 2026, 2, 28 }, { 2026, 2, 28 }, { 2026, 3, 1 } },
    { STEWARD_UNIT_WEEK, { 2026, 1, 1 }, { 2025, 12, 29 }, { 2026, 1, 5 } },
    { STEWARD_UNIT_MONTH, { 2024, 2, 29 }, { 2024, 2, 1 }, { 2024, 3, 1 } },
    { STEWARD_UNIT_MONTH, { 2026, 12, 31 }, { 2026, 12, 1 }, { 2027, 1, 1 } },
    { STEWARD_UNIT_QUARTER, { 2026, 2, 1 }, { 2026, 1, 1 }, { 2026, 4, 1 } },
    { STEWARD_UNIT_QUARTER, { 2026, 12, 1 }, { 2026, 10, 1 }, { 2027, 1, 1 } },
    { STEWARD_UNIT_YEAR, { 2024, 7, 1 }, { 2024, 1, 1 }, { 2025, 1, 1 } },
    { STEWARD_UNIT_YEAR, { 2026, 7, 1 }, { 2026, 1, 1 }, { 2027, 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StewardDay day = steward_day_from_ymd (cases[i].day[0], cases[i].day[1], cases[i].day[2]);

      g_assert_cmpint (steward_unit_begin (cases[i].unit, day), ==,
                       steward_day_from_ymd (cases[i].begin[0], cases[i].begin[1], cases[i].begin[2]));
      g_assert_cmpint (steward_unit_next (cases[i].unit, day), ==,
                       steward_day_from_ymd (cases[i].next[0], cases[i].next[1], cases[i].next[2]));
    }
}

static StewardTimeline *
lay_out_many (GPtrArray *fixtures,
              int        n)
{
  g_autoptr (GPtrArray) schedules = g_ptr_array_new ();

  for (int i = 0; i < n; i++)
    {
      Fixture *fixture = fixture_new_complex ();

      g_ptr_array_add (fixtures, fixture);
      g_ptr_array_add (schedules, fixture_get (fixture));
    }
  return steward_timeline_layout_many (schedules, &(StewardTimelineOptions) { 1366, STEWARD_ZOOM_WEEK, 1, NULL, 0 });
}

static void
test_a_clip_sees_only_its_lines (void)
{
  g_autoptr (GPtrArray) fixtures = g_ptr_array_new_with_free_func ((GDestroyNotify) fixture_free);
  g_autoptr (StewardTimeline) timeline = lay_out_many (fixtures, 40);
  double height;

  steward_timeline_get_size (timeline, NULL, &height);
  g_assert_cmpuint (timeline->lines->len, >, 1000);
  for (double y = 0; y < height; y += 97)
    {
      cairo_rectangle_t clip = { 0, y, 500, 300 };
      guint first, end;

      steward_timeline_visible (timeline, &clip, &first, &end);
      g_assert_cmpuint (end - first, <=, 13);
      for (guint i = 0; i < timeline->lines->len; i++)
        {
          const StewardTimelineLine *line = get_line (timeline, i);
          gboolean meets = line->y < clip.y + clip.height && line->y + line->height > clip.y;

          g_assert_cmpint (meets, ==, i >= first && i < end);
        }
    }
}

static void
test_hit_is_the_line (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_FIT);
  double height;

  steward_timeline_get_size (timeline, NULL, &height);
  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      g_assert_true (steward_timeline_hit (timeline, 700, line->y + 0.1) == line->row);
      g_assert_true (steward_timeline_hit (timeline, 3, line->y + line->height - 0.1) == line->row);
    }
  g_assert_null (steward_timeline_hit (timeline, 700, 3));
  g_assert_null (steward_timeline_hit (timeline, 700, height - 1));
  g_assert_null (steward_timeline_hit (timeline, -1, height / 2));
}

static void
test_baseline (void)
{
  g_autoptr (Fixture) now = fixture_new_complex ();
  g_autoptr (Fixture) issued = fixture_new_complex ();
  StewardScheduleRow *row = g_ptr_array_index (fixture_get (issued)->rows, 3);
  g_autoptr (StewardTimeline) timeline = NULL;
  gboolean seen = FALSE;

  row->start -= 20;
  timeline = steward_timeline_layout (fixture_get (now), &(StewardTimelineOptions) { 1587, STEWARD_ZOOM_DAY, 1, fixture_get (issued), 0 });
  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      if (line->row == NULL)
        continue;
      g_assert_cmpint (line->baseline_start, !=, STEWARD_DAY_NONE);
      if (g_str_equal (line->row->id, row->id))
        {
          g_assert_cmpint (line->baseline_start, ==, row->start);
          seen = TRUE;
        }
    }
  g_assert_true (seen);
  g_assert_cmpint (timeline->first, <, row->start);
}

static void
test_reasons (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_FIT);
  guint with = 0;

  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = get_line (timeline, i);

      if (line->row == NULL || line->row->kind != STEWARD_ROW_ITEM)
        continue;
      g_assert_cmpint (line->reason != NULL, ==, line->row->critical && line->row->why != NULL
                                                 && line->row->decided == STEWARD_DAY_NONE);
      with += line->reason != NULL;
    }
  g_assert_cmpuint (with, >, 5);
}

static void
test_paint (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_FIT);
  double width, height;

  steward_timeline_get_size (timeline, &width, &height);
  for (int kind = STEWARD_STYLE_LIGHT; kind <= STEWARD_STYLE_GREY; kind++)
    {
      const StewardStyle *style = steward_style_get (kind);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_t *cr = cairo_create (surface);
      const StewardTimelineLine *line = get_line (timeline, 1);
      double x = steward_timeline_day_to_x (timeline, line->row->start + 1) + timeline->day_width / 2;
      double y = line->y + TIMELINE_MIDDLE * timeline->unit;

      steward_timeline_paint (timeline, cr, style, &(cairo_rectangle_t) { 0, 0, width, line->y + line->height }, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      /* The first counted day is solid, the day before it (day 0) open. */
      g_assert_cmphex (get_pixel (surface, x, y), ==, to_pixel (&style->lights[line->row->answer.light]));
      g_assert_cmphex (get_pixel (surface, x - timeline->day_width, y), ==, to_pixel (&style->card));
      g_assert_cmphex (get_pixel (surface, x, line->y + line->height + 20), ==, 0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_nothing_at_all (void)
{
  g_autoptr (Fixture) fixture = fixture_new (20000, 20000);
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_FIT);

  g_assert_cmpuint (timeline->lines->len, ==, 0);
  g_assert_cmpfloat (timeline->height, >, timeline->head_height);
}

static void
test_golden (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (Fixture) factory = fixture_new_factory ();
  g_autoptr (StewardTimeline) a = lay_out (complex, STEWARD_ZOOM_FIT);
  g_autoptr (StewardTimeline) b = lay_out (factory, STEWARD_ZOOM_DAY);
  g_autofree char *dump_a = steward_timeline_dump (a);
  g_autofree char *dump_b = steward_timeline_dump (b);

  golden_compare ("timeline-complex.json", dump_a);
  golden_compare ("timeline-factory.json", dump_b);
}

/* On the rest days after the due day a case is late by no working day. */
static void
test_late_on_a_rest_day (void)
{
  StewardDay monday = steward_day_from_ymd (2026, 3, 2);
  g_autoptr (Fixture) fixture = fixture_new (monday, monday + 5);
  g_autoptr (StewardTimeline) timeline = NULL;
  g_autofree char *dump = NULL;

  fixture_add_stage (fixture, 1, "立项用地许可阶段", 8);
  fixture_add_item (fixture, &(FixtureItem) { .name = "甲", .bureau = "局", .limit = 4, .decided = 5 });
  fixture_add_item (fixture, &(FixtureItem) { .name = "乙", .bureau = "局", .limit = 4, .decided = -1 });
  timeline = lay_out (fixture, STEWARD_ZOOM_FIT);
  dump = steward_timeline_dump (timeline);
  g_assert_cmpint (get_line (timeline, 1)->row->answer.light, ==, STEWARD_LIGHT_DONE_LATE);
  g_assert_cmpint (get_line (timeline, 2)->row->answer.light, ==, STEWARD_LIGHT_RED);
  g_assert_cmpstr (get_line (timeline, 1)->label, ==, "超期");
  g_assert_cmpstr (get_line (timeline, 2)->label, ==, "超期");
  g_assert_null (strstr (dump, "0 天"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/solid-days-are-counted-days", test_solid_days_are_counted_days);
  g_test_add_func ("/timeline/planned-days-are-the-limit", test_planned_days_are_the_limit);
  g_test_add_func ("/timeline/spans-cover-every-day-once", test_spans_cover_every_day_once);
  g_test_add_func ("/timeline/label-keeps-off-the-due-tick", test_label_keeps_off_the_due_tick);
  g_test_add_func ("/timeline/days-and-places-are-inverse", test_days_and_places_are_inverse);
  g_test_add_func ("/timeline/fold-hides-no-item", test_fold_hides_no_item);
  g_test_add_func ("/timeline/fits-the-width", test_fits_the_width);
  g_test_add_func ("/timeline/no-label-is-cut-in-any-stage", test_no_label_is_cut_in_any_stage);
  g_test_add_func ("/timeline/units", test_units);
  g_test_add_func ("/timeline/a-clip-sees-only-its-lines", test_a_clip_sees_only_its_lines);
  g_test_add_func ("/timeline/hit-is-the-line", test_hit_is_the_line);
  g_test_add_func ("/timeline/baseline", test_baseline);
  g_test_add_func ("/timeline/critical-rows-say-why", test_reasons);
  g_test_add_func ("/timeline/paint", test_paint);
  g_test_add_func ("/timeline/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/timeline/late-on-a-rest-day", test_late_on_a_rest_day);
  g_test_add_func ("/timeline/golden", test_golden);
  return g_test_run ();
}
