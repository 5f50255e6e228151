/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "golden.h"
#include "steward-clock-strip.h"

static StewardDay
read_iso (const char *text)
{
  StewardDay day;

  g_assert_true (steward_day_parse (text, &day));
  return day;
}

/* Across the national holiday of 2026 with a made-up day, an expert review
 * and an extension. */
static StewardClockQuestion
autumn_question (StewardPause *pauses)
{
  pauses[0] = (StewardPause) { read_iso ("2026-09-22"), read_iso ("2026-09-28"), "专家评审" };

  return (StewardClockQuestion) {
    .from = read_iso ("2026-09-18"), .days = 7, .extension = 3, .pauses = pauses, .n_pauses = 1,
    .finished = STEWARD_DAY_NONE, .as_of = read_iso ("2026-10-12"), .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
}

static void
test_golden (gconstpointer data)
{
  gboolean narrow = GPOINTER_TO_INT (data);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardPause pauses[1];
  StewardClockQuestion question = autumn_question (pauses);
  StewardClockStripOptions options = { "建设项目环境影响评价文件审批", FALSE, narrow ? 420 : 980, 1.0 };
  g_autoptr (StewardClockStrip) strip = steward_clock_strip_layout (calendar, &question, &options);
  g_autofree char *text = steward_clock_strip_dump (strip);

  golden_compare (narrow ? "clock-strip-narrow.json" : "clock-strip-wide.json", text);
}

static void
test_year_without_notice_is_marked (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardClockQuestion question = {
    .from = read_iso ("2026-12-28"), .days = 5, .finished = STEWARD_DAY_NONE, .as_of = read_iso ("2026-12-29"),
    .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
  StewardClockStripOptions options = { NULL, FALSE, 980, 1.0 };
  g_autoptr (StewardClockStrip) strip = steward_clock_strip_layout (calendar, &question, &options);
  g_autofree char *text = steward_clock_strip_dump (strip);

  g_assert_false (steward_clock_strip_find (strip, read_iso ("2026-12-31"))->provisional);
  g_assert_true (steward_clock_strip_find (strip, read_iso ("2027-01-01"))->provisional);
  g_assert_nonnull (strstr (text, "日期暂定"));
  g_assert_nonnull (strstr (text, "（暂定）"));
}

static void
test_before_the_acceptance (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardClockQuestion question = { .from = STEWARD_DAY_NONE, .days = 5, .finished = STEWARD_DAY_NONE,
                                    .as_of = read_iso ("2026-08-12"), .thresholds = STEWARD_THRESHOLDS_DEFAULT };
  StewardClockStripOptions options = { "事项", FALSE, 600, 1.0 };
  g_autoptr (StewardClockStrip) strip = steward_clock_strip_layout (calendar, &question, &options);
  double width, height;

  g_assert_cmpuint (steward_clock_strip_get_n_days (strip), ==, 0);
  g_assert_null (steward_clock_strip_find (strip, question.as_of));
  g_assert_null (steward_clock_strip_hit (strip, 100, 100));
  steward_clock_strip_get_size (strip, &width, &height);
  g_assert_cmpfloat (width, ==, 600);
  g_assert_cmpfloat (height, >, 20);
}

static void
test_decision_closes_the_pause (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardPause pause = { read_iso ("2026-08-12"), read_iso ("2026-08-14"), NULL };
  StewardClockQuestion question = {
    .from = read_iso ("2026-08-10"), .days = 7, .pauses = &pause, .n_pauses = 1, .finished = read_iso ("2026-08-14"),
    .as_of = read_iso ("2026-09-01"), .thresholds = STEWARD_THRESHOLDS_DEFAULT,
  };
  StewardClockStripOptions options = { "事项", FALSE, 980, 1.0 };
  g_autoptr (StewardClockStrip) strip = steward_clock_strip_layout (calendar, &question, &options);
  g_autofree char *text = steward_clock_strip_dump (strip);

  g_assert_cmpstr (steward_clock_strip_find (strip, question.finished)->word, ==, "办结");
  g_assert_nonnull (strstr (text, "特别程序，暂停 2 工作日"));
  g_assert_null (strstr (text, "special"));
}

static void
check_strip (const StewardCalendar          *calendar,
             const StewardClockQuestion     *question,
             const StewardClockStripOptions *options)
{
  g_autoptr (StewardClockStrip) strip = steward_clock_strip_layout (calendar, question, options);
  g_autoptr (GArray) lines = steward_clock_explain (calendar, question);
  StewardClockAnswer answer = steward_clock_ask (calendar, question);
  double width, height;
  int counted = 0;

  steward_clock_strip_get_size (strip, &width, &height);
  g_assert_cmpuint (steward_clock_strip_get_n_days (strip), ==, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardClockStripDay *day = steward_clock_strip_get_day (strip, i);
      const StewardClockDay *line = &g_array_index (lines, StewardClockDay, i);

      /* It says what the clock says … */
      g_assert_cmpint (day->day, ==, line->day);
      g_assert_cmpint (day->kind, ==, line->kind);
      g_assert_cmpint (day->number, ==, line->number);
      g_assert_cmpint (day->provisional, ==, line->provisional);
      g_assert_cmpint (day->due, ==, !options->limitless && line->day == answer.due);
      counted += line->kind == STEWARD_CLOCK_COUNTED && line->day <= question->as_of
                 && (question->finished == STEWARD_DAY_NONE || line->day <= question->finished);
      /* … and each day has a place of its own under its weekday. */
      g_assert_true (steward_clock_strip_hit (strip, day->x + day->width / 2, day->y + day->height / 2) == day);
      g_assert_true (steward_clock_strip_find (strip, day->day) == day);
      g_assert_cmpfloat (day->x, >=, 0);
      g_assert_cmpfloat (day->x + day->width, <=, width);
      g_assert_cmpfloat (day->y + day->height, <=, height);
      g_assert_cmpfloat (day->y, >=, steward_clock_strip_get_head (strip));
    }
  g_assert_cmpint (counted, ==, answer.used);
}

static void
test_random (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260812);

  for (int i = 0; i < 400; i++)
    {
      StewardDay from = read_iso ("2024-01-01") + g_rand_int_range (rand, 0, 1400);
      StewardPause pauses[3];
      StewardClockQuestion question = {
        .from = from, .days = g_rand_int_range (rand, 0, 40), .extension = g_rand_int_range (rand, 0, 2) * 5,
        .from_counts = g_rand_boolean (rand), .pauses = pauses, .n_pauses = g_rand_int_range (rand, 0, 4),
        .finished = g_rand_boolean (rand) ? STEWARD_DAY_NONE : from + g_rand_int_range (rand, 0, 90),
        .as_of = from + g_rand_int_range (rand, 0, 120), .thresholds = STEWARD_THRESHOLDS_DEFAULT,
      };
      StewardClockStripOptions options = { i % 3 ? "事项" : NULL, i % 7 == 0, g_rand_double_range (rand, 100, 1600),
                                           g_rand_double_range (rand, 0.5, 3) };

      for (gsize p = 0; p < question.n_pauses; p++)
        {
          pauses[p].start = from + g_rand_int_range (rand, 0, 40);
          pauses[p].end = g_rand_int_range (rand, 0, 5) ? pauses[p].start + g_rand_int_range (rand, 0, 20)
                                                        : STEWARD_DAY_NONE;
          pauses[p].kind = p % 2 ? "听证" : NULL;
        }
      check_strip (calendar, &question, &options);
    }
}

static void
paint (const StewardClockStrip *strip,
       cairo_surface_t         *surface,
       StewardStyleKind         style,
       const cairo_rectangle_t *clip)
{
  cairo_t *cr = cairo_create (surface);
  const StewardColor *paper = &steward_style_get (style)->paper;

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
  if (clip != NULL)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->width, clip->height);
      cairo_clip (cr);
    }
  steward_clock_strip_paint (strip, cr, steward_style_get (style), clip, read_iso ("2026-09-24"));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/* Edges that the clip cuts may be smoothed a little otherwise, and letters may
 * lie a part of a pixel aside where Cairo can do so. */
static void
assert_row (cairo_surface_t *one,
            cairo_surface_t *other,
            int              x,
            int              y,
            int              width)
{
  gsize at = y * cairo_image_surface_get_stride (one) + (gsize) x * 4;
  int sum = 0;

  for (int i = 0; i < width * 4; i++)
    {
      int difference = cairo_image_surface_get_data (one)[at + i] - cairo_image_surface_get_data (other)[at + i];

      g_assert_cmpint (ABS (difference), <=, 96);
      sum += ABS (difference);
    }
  g_assert_cmpint (sum, <=, width * 4);
}

/* What is painted of a part is what is painted of the whole there. With
 * STEWARD_KEEP_PICTURES set to a folder, the pictures are left there. */
static void
test_part_looks_like_the_whole (void)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  StewardPause pauses[1];
  StewardClockQuestion question = autumn_question (pauses);

  for (int style = STEWARD_STYLE_LIGHT; style <= STEWARD_STYLE_GREY; style++)
    {
      StewardClockStripOptions options = { "建设项目环境影响评价文件审批", FALSE, style % 2 ? 460 : 980, 1.0 };
      g_autoptr (StewardClockStrip) strip = steward_clock_strip_layout (calendar, &question, &options);
      cairo_rectangle_t clip = { 60, 120, 300, 90 };
      cairo_surface_t *whole, *part;
      double width, height;

      steward_clock_strip_get_size (strip, &width, &height);
      whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      part = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      paint (strip, whole, style, NULL);
      paint (strip, part, style, &clip);
      for (int y = clip.y; y < clip.y + clip.height; y++)
        assert_row (whole, part, clip.x, y, clip.width);
      if (g_getenv ("STEWARD_KEEP_PICTURES") != NULL)
        {
          g_autofree char *name = g_strdup_printf ("%s/clock-strip-%d.png", g_getenv ("STEWARD_KEEP_PICTURES"), style);

          cairo_surface_write_to_png (whole, name);
        }
      cairo_surface_destroy (whole);
      cairo_surface_destroy (part);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/clock-strip/notes-beside-the-days", GINT_TO_POINTER (FALSE), test_golden);
  g_test_add_data_func ("/clock-strip/notes-below-the-days", GINT_TO_POINTER (TRUE), test_golden);
  g_test_add_func ("/clock-strip/a-year-without-notice-is-marked", test_year_without_notice_is_marked);
  g_test_add_func ("/clock-strip/nothing-before-the-acceptance", test_before_the_acceptance);
  g_test_add_func ("/clock-strip/the-decision-closes-the-pause", test_decision_closes_the_pause);
  g_test_add_func ("/clock-strip/any-history-agrees-with-the-clock", test_random);
  g_test_add_func ("/clock-strip/a-part-looks-like-the-whole", test_part_looks_like_the_whole);
  return g_test_run ();
}
