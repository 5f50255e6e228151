/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "bench.h"
#include "fixture.h"
#include "steward-picture.h"
#include "steward-portfolio.h"
#include "steward-timeline-private.h"

/* A timeline of 10,000 rows as PDF, against a bare loop that sets the same
 * texts with Pango on as many pages; and one frame of it on the screen,
 * against a frame of a timeline of one project. */

#define N_PROJECTS  350
#define LINES       30     /* on a page */
#define PAGE_WIDTH  1190.55
#define PAGE_HEIGHT 841.89
#define MOST_MEMORY 100.0  /* megabytes */

typedef struct
{
  StewardTimeline *large;
  StewardTimeline *small;
  cairo_surface_t *screen;
  guint            n_rows;
  gsize            pdf_bytes;
  GPtrArray       *projects;
  GPtrArray       *schedules;
} Bench;

static cairo_status_t
swallow_cb (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_text (cairo_t     *cr,
          PangoLayout *layout,
          const char  *text,
          double       x,
          double       y)
{
  if (text == NULL || *text == '\0')
    return;
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static PangoLayout *
make_layout (cairo_t *cr,
             double   size,
             gboolean bold)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (bold ? "Noto Sans CJK SC bold" : "Noto Sans CJK SC");

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* Words that stand on every page: legend, title, one number per month. */
static void
set_page_texts (const StewardTimeline *timeline,
                cairo_t               *cr,
                PangoLayout           *layout)
{
  set_text (cr, layout, timeline->title, 20, 10);
  set_text (cr, layout, timeline->subtitle, 20, 20);
  for (guint i = 0; i < timeline->keys->len; i++)
    set_text (cr, layout, g_array_index (timeline->keys, StewardKey, i).word, i * 50, 800);
  for (StewardDay day = timeline->first; day < timeline->last; day = steward_unit_next (timeline->level->minor, day))
    set_text (cr, layout, "12 月", 300 + (day - timeline->first), 10);
}

/* The floor: nothing but the words, on about as many pages. */
static gint64
set_bare_texts (gpointer data)
{
  Bench *bench = data;
  gsize bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (swallow_cb, &bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) normal = make_layout (cr, 13, FALSE);
  g_autoptr (PangoLayout) small = make_layout (cr, 13 * TIMELINE_SMALL, FALSE);
  g_autoptr (PangoLayout) bold = make_layout (cr, 13 * TIMELINE_SMALL, TRUE);

  for (guint i = 0; i < bench->large->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (bench->large->lines, StewardTimelineLine, i);
      double y = i % LINES * 20;

      if (i % LINES == 0)
        set_page_texts (bench->large, cr, small);
      set_text (cr, normal, line->name, 20, y);
      set_text (cr, small, line->detail, 200, y);
      set_text (cr, bold, line->label, 400, y);
      set_text (cr, small, line->reason, 600, y);
      if (i % LINES == LINES - 1)
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return bytes;
}

static gint64
make_pdf (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = steward_picture_of_timeline (bench->large, STEWARD_PICTURE_PDF, STEWARD_STYLE_LIGHT,
                                                        PAGE_WIDTH, PAGE_HEIGHT, 1, &error);

  g_assert_no_error (error);
  bench->pdf_bytes = g_bytes_get_size (pdf);
  return bench->pdf_bytes;
}

static gint64
paint_frame (Bench           *bench,
             StewardTimeline *timeline)
{
  cairo_t *cr = cairo_create (bench->screen);
  double height, y;

  steward_timeline_get_size (timeline, NULL, &height);
  y = height / 2;
  cairo_translate (cr, 0, -y);
  steward_timeline_paint (timeline, cr, steward_style_get (STEWARD_STYLE_LIGHT),
                          &(cairo_rectangle_t) { 0, y, 1366, 700 }, NULL);
  cairo_destroy (cr);
  return 1;
}

static gint64
paint_large (gpointer data)
{
  return paint_frame (data, ((Bench *) data)->large);
}

static gint64
paint_small (gpointer data)
{
  return paint_frame (data, ((Bench *) data)->small);
}

/* The same boxes around one line, and in rows of bureaus. */
static gint64
lay_out_and_paint (Bench                      *bench,
                   StewardFlowchartArrangement arrangement)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardFlowchartOptions options = { 1366, 768, 0, 1, arrangement };
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);
  cairo_t *cr = cairo_create (bench->screen);

  steward_flowchart_paint (chart, cr, steward_style_get (STEWARD_STYLE_LIGHT), NULL, NULL);
  cairo_destroy (cr);
  return 1;
}

static gint64
draw_stages (gpointer data)
{
  return lay_out_and_paint (data, STEWARD_ARRANGE_STAGES);
}

static gint64
draw_lanes (gpointer data)
{
  return lay_out_and_paint (data, STEWARD_ARRANGE_LANES);
}

/* So many projects with their load, laid out and the first frame painted. */
static gint64
draw_portfolio (gpointer data)
{
  Bench *bench = data;
  StewardTimelineOptions options = { .width = 1587, .zoom = STEWARD_ZOOM_FIT };
  g_autoptr (StewardTimeline) timeline = steward_portfolio_layout (bench->projects, bench->large->calendar,
                                                                   bench->large->as_of, &options);

  paint_frame (bench, timeline);
  return 1;
}

/* What it is made from: the projects of the large timeline. */
static gint64
lay_out_rows (gpointer data)
{
  Bench *bench = data;
  StewardTimelineOptions options = { .width = 1587, .zoom = STEWARD_ZOOM_FIT };
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout_many (bench->schedules, &options);

  paint_frame (bench, timeline);
  return 1;
}

int
main (void)
{
  g_autoptr (GPtrArray) fixtures = g_ptr_array_new_with_free_func ((GDestroyNotify) fixture_free);
  g_autoptr (GPtrArray) schedules = g_ptr_array_new ();
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  StewardTimelineOptions options = { 1587, STEWARD_ZOOM_FIT, 1, NULL, 0 };
  Bench bench = { 0 };
  double floor_seconds, seconds, memory;
  gint64 begin;
  gboolean good;

  for (int i = 0; i < N_PROJECTS; i++)
    {
      Fixture *fixture = fixture_new_complex ();

      g_ptr_array_add (fixtures, fixture);
      g_ptr_array_add (schedules, fixture_get (fixture));
      if (i < 2)
        g_ptr_array_add (some, fixture_get (fixture));
      bench.n_rows += fixture_get (fixture)->rows->len;
    }
  begin = g_get_monotonic_time ();
  bench.large = steward_timeline_layout_many (schedules, &options);
  g_print ("%u rows laid out in %.1f ms\n", bench.n_rows, (g_get_monotonic_time () - begin) / 1e3);
  bench.small = steward_timeline_layout_many (some, &options);
  bench.screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1366, 700);

  /* First, since a peak of memory is only seen once. */
  memory = bench_peak_memory ();
  make_pdf (&bench);
  memory = bench_peak_memory () - memory;
  floor_seconds = bench_measure (set_bare_texts, &bench, 5);
  seconds = bench_measure (make_pdf, &bench, 5);
  good = bench_report ("timeline of 10,000 rows as PDF", seconds, floor_seconds, 2.5);
  g_print ("  %.1f MB of file, %.1f MB of memory (bound %.0f MB)\n", bench.pdf_bytes / 1048576.0, memory, MOST_MEMORY);
  good &= memory < MOST_MEMORY;

  floor_seconds = bench_measure (paint_small, &bench, 40);
  seconds = bench_measure (paint_large, &bench, 40);
  good &= bench_report ("one frame of 10,000 rows", seconds, floor_seconds, 2);

  floor_seconds = bench_measure (draw_stages, &bench, 10);
  seconds = bench_measure (draw_lanes, &bench, 10);
  good &= bench_report ("flowchart in rows of bureaus", seconds, floor_seconds, 4);

  bench.schedules = schedules;
  bench.projects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_portfolio_project_unref);
  for (guint i = 0; i < schedules->len; i++)
    g_ptr_array_add (bench.projects, steward_portfolio_project_new (g_ptr_array_index (schedules, i), "project"));
  floor_seconds = bench_measure (lay_out_rows, &bench, 5);
  seconds = bench_measure (draw_portfolio, &bench, 5);
  good &= bench_report ("portfolio of 350 projects against their rows", seconds, floor_seconds, 1);

  g_ptr_array_unref (bench.projects);
  cairo_surface_destroy (bench.screen);
  steward_timeline_free (bench.large);
  steward_timeline_free (bench.small);
  return good ? 0 : 1;
}
