/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "bench.h"
#include "fixture.h"
#include "steward-flowchart.h"

/* One frame of the flowchart as the window makes it while the pointer goes from
 * box to box: recorded, and played back on a screen. Against a bare loop that
 * fills and outlines as many boxes and shows words in them that were set before. */

#define MOST_ITEMS 112
#define FRAMES     20

typedef struct
{
  StewardFlowchart *chart;
  cairo_surface_t  *screen;
  double            scale;
  guint             lit;       /* another box in each frame */
  GPtrArray        *words;     /* PangoLayout, for the bare loop */
} Bench;

/* Four stages of as many items, in blocks of seven. */
static Fixture *
make_large (void)
{
  static const char * const names[] = { "一", "二", "三", "四" };
  Fixture *fixture = fixture_new (steward_day_from_ymd (2026, 7, 1), steward_day_from_ymd (2026, 8, 12));

  for (int s = 0; s < 4; s++)
    {
      fixture_add_stage (fixture, s + 1, names[s], 40);
      for (int i = 0; i < MOST_ITEMS / 4; i++)
        {
          FixtureItem item = { .name = "建设工程规划许可证核发", .bureau = "行政审批服务管理局", .limit = 5,
                               .accepted = -1, .decided = -1, .pause_from = -1, .pause_to = -1 };

          if (i % 7 == 0)
            fixture_add_block (fixture, STEWARD_LANE_PARALLEL, 5, TRUE);
          fixture_add_item (fixture, &item);
        }
    }
  return fixture;
}

static void
show (Bench           *bench,
      cairo_surface_t *recording)
{
  cairo_t *cr = cairo_create (bench->screen);

  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
}

static cairo_t *
begin_frame (Bench            *bench,
             cairo_surface_t **recording)
{
  cairo_t *cr;

  *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (*recording);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_scale (cr, bench->scale, bench->scale);
  return cr;
}

static gint64
paint_chart (gpointer data)
{
  Bench *bench = data;
  GPtrArray *boxes = steward_flowchart_get_boxes (bench->chart);

  for (int i = 0; i < FRAMES; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, bench->lit++ % boxes->len);
      cairo_rectangle_t clip = { 0, 0, cairo_image_surface_get_width (bench->screen) / bench->scale,
                                 cairo_image_surface_get_height (bench->screen) / bench->scale };
      cairo_surface_t *recording;
      cairo_t *cr = begin_frame (bench, &recording);

      steward_flowchart_paint (bench->chart, cr, steward_style_get (STEWARD_STYLE_LIGHT), &clip, box->id);
      cairo_destroy (cr);
      show (bench, recording);
    }
  return FRAMES;
}

static void
paint_bare_box (cairo_t                   *cr,
                const StewardFlowchartBox *box,
                GPtrArray                 *words,
                guint                      first)
{
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_stroke (cr);
  for (guint i = 0; i < 3; i++)
    {
      cairo_move_to (cr, box->x + 5, box->y + i * box->height / 3);
      pango_cairo_show_layout (cr, g_ptr_array_index (words, first + i));
    }
}

static gint64
paint_bare (gpointer data)
{
  Bench *bench = data;
  GPtrArray *boxes = steward_flowchart_get_boxes (bench->chart);

  for (int i = 0; i < FRAMES; i++)
    {
      cairo_surface_t *recording;
      cairo_t *cr = begin_frame (bench, &recording);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      for (guint k = 0; k < boxes->len; k++)
        paint_bare_box (cr, g_ptr_array_index (boxes, k), bench->words, 3 * k);
      cairo_destroy (cr);
      show (bench, recording);
    }
  return FRAMES;
}

static void
set_words (Bench *bench)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (bench->chart);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 8");

  bench->words = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      const char *texts[] = { box->name, box->bureau, box->limit };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        {
          PangoLayout *layout = pango_layout_new (context);

          pango_layout_set_font_description (layout, font);
          pango_layout_set_text (layout, texts[k], -1);
          g_ptr_array_add (bench->words, layout);
        }
    }
  pango_font_description_free (font);
  g_object_unref (context);
}

static gboolean
measure (Fixture    *fixture,
         const char *name,
         int         width,
         int         height,
         double      bound)
{
  StewardFlowchartOptions options = { width, height, 0, 1, STEWARD_ARRANGE_STAGES };
  Bench bench = { .scale = 1 };
  double floor_seconds, seconds, needed;
  gboolean good;

  bench.chart = steward_flowchart_layout (fixture_get (fixture), &options);
  steward_flowchart_get_size (bench.chart, &needed, NULL);
  bench.scale = CLAMP (width / needed, 0.72, 1);
  bench.screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  set_words (&bench);
  floor_seconds = bench_measure (paint_bare, &bench, 10);
  seconds = bench_measure (paint_chart, &bench, 10);
  good = bench_report (name, seconds / FRAMES, floor_seconds / FRAMES, bound);
  g_print ("  %.2f ms a frame\n", seconds / FRAMES * 1e3);
  g_ptr_array_unref (bench.words);
  cairo_surface_destroy (bench.screen);
  steward_flowchart_free (bench.chart);
  return good;
}

int
main (void)
{
  g_autoptr (Fixture) complex = fixture_new_complex ();
  g_autoptr (Fixture) large = make_large ();
  gboolean good = TRUE;

  good &= measure (complex, "flowchart of 27 items, 1366 x 768", 1366, 768, 6);
  good &= measure (large, "flowchart of 112 items, 1366 x 768", 1366, 768, 6);
  good &= measure (complex, "flowchart of 27 items, 3840 x 2160", 3840, 2160, 6);
  good &= measure (large, "flowchart of 112 items, 3840 x 2160", 3840, 2160, 6);
  return good ? 0 : 1;
}
