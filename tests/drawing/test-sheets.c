/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE   /* memmem() */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "fixture.h"
#include "pixels.h"
#include "steward-error.h"
#include "steward-picture.h"
#include "steward-sheets.h"

#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 4
#else
#define ROUNDS 30
#endif

static StewardTimeline *
timeline (Fixture     *fixture,
          StewardZoom  zoom)
{
  return steward_timeline_layout (fixture_get (fixture), &(StewardTimelineOptions) { 842, zoom, 1, NULL, 0, 0 });
}

/* The pages are a grid without gaps: none overlaps another, and together
 * they have the area of the rectangle around them, which is the drawing. */
static void
assert_covered_once (const StewardSheets *sheets,
                     double               right,
                     double               least_bottom,
                     double               bottom)
{
  cairo_rectangle_t first = steward_sheets_get_part (sheets, 0);
  double area = 0, end_x = 0, end_y = 0;
  guint n = steward_sheets_get_n_pages (sheets);

  for (guint i = 0; i < n; i++)
    {
      cairo_rectangle_t a = steward_sheets_get_part (sheets, i);

      g_assert_cmpfloat (a.width, >, 0);
      g_assert_cmpfloat (a.height, >, 0);
      g_assert_cmpfloat (a.x, >=, first.x);
      g_assert_cmpfloat (a.y, >=, first.y);
      area += a.width * a.height;
      end_x = MAX (end_x, a.x + a.width);
      end_y = MAX (end_y, a.y + a.height);
      for (guint k = 0; k < i; k++)
        {
          cairo_rectangle_t b = steward_sheets_get_part (sheets, k);
          double across = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
          double down = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

          g_assert_true (across < 0.001 || down < 0.001);
        }
    }
  g_assert_cmpfloat_with_epsilon (end_x, right, 0.001);
  g_assert_cmpfloat (end_y, >=, least_bottom);
  g_assert_cmpfloat (end_y, <=, bottom + 0.001);
  g_assert_cmpfloat_with_epsilon (area / ((end_x - first.x) * (end_y - first.y)), 1, 1e-6);
}

static double
find_lowest (const StewardFlowchart *chart)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (chart);
  double lowest = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);

      lowest = MAX (lowest, box->y + box->height);
    }
  return lowest;
}

/* Only the signs stand below, and each page has its own. */
static void
test_flowchart_is_covered_once (void)
{
  guint n_tiled = 0;

  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 10);
      StewardFlowchartOptions options = { 1190 + 40 * (seed % 7), 842, 0, 1 };
      g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardSheets) sheets = NULL;
      double width, height;

      sheets = steward_sheets_of_flowchart (chart, STEWARD_STYLE_GREY, 595, 420 + 30 * (seed % 5),
                                            STEWARD_SHEETS_READABLE + 0.1 * (seed % 4), &error);
      g_assert_no_error (error);
      steward_flowchart_get_size (chart, &width, &height);
      assert_covered_once (sheets, width, find_lowest (chart), height);
      n_tiled += steward_sheets_get_n_pages (sheets) > 1;
    }
  g_assert_cmpuint (n_tiled, >, ROUNDS / 2);
}

static void
test_timeline_is_covered_once (void)
{
  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 8);
      g_autoptr (StewardTimeline) gantt = timeline (fixture, seed % 4);
      g_autoptr (GError) error = NULL;
      g_autoptr (StewardSheets) sheets = NULL;
      double width, height, labels, head;

      sheets = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 595 + 50 * (seed % 3), 420 + 90 * (seed % 5),
                                           0.95, &error);
      g_assert_no_error (error);
      steward_timeline_get_size (gantt, &width, &height);
      steward_timeline_get_head (gantt, &labels, &head);
      if (steward_sheets_get_n_pages (sheets) == 1)
        continue;
      g_assert_cmpfloat_with_epsilon (steward_sheets_get_part (sheets, 0).x, labels, 0.001);
      g_assert_cmpfloat_with_epsilon (steward_sheets_get_part (sheets, 0).y, head, 0.001);
      /* Only the signs stand below the rows. */
      assert_covered_once (sheets, width, height - 120, height);
    }
}

static gboolean
holds (const cairo_rectangle_t   *shown,
       const StewardFlowchartBox *box)
{
  return box->x >= shown->x && box->x + box->width <= shown->x + shown->width + 0.01
         && box->y >= shown->y && box->y + box->height <= shown->y + shown->height + 0.01;
}

/* On the page on which it begins, a box is whole, wherever the cuts are. */
static void
test_boxes_are_whole (void)
{
  guint n_pages = 0, n_cut = 0;

  for (guint32 seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 10);
      StewardFlowchartOptions options = { 1587, 842, 0, 1, seed % 2 ? STEWARD_ARRANGE_LANES : STEWARD_ARRANGE_STAGES };
      g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);
      g_autoptr (StewardSheets) sheets = steward_sheets_of_flowchart (chart, STEWARD_STYLE_GREY, 842, 595, 0.9, NULL);
      GPtrArray *boxes = steward_flowchart_get_boxes (chart);
      guint n = sheets != NULL ? steward_sheets_get_n_pages (sheets) : 0;

      n_pages += n;
      for (guint i = 0; i < boxes->len && n > 0; i++)
        {
          const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
          guint n_shown = 0, n_whole = 0;
          double room_x = 0, room_y = 0;

          for (guint page = 0; page < n; page++)
            {
              cairo_rectangle_t part = steward_sheets_get_part (sheets, page);
              cairo_rectangle_t shown = steward_sheets_get_shown (sheets, page);

              room_x = MAX (room_x, shown.width);
              room_y = MAX (room_y, shown.height);
              n_shown += holds (&shown, box);
              n_whole += holds (&part, box);
            }
          if (box->width < room_x && box->height < room_y)
            g_assert_cmpuint (n_shown, >, 0);
          n_cut += n_whole == 0;
        }
    }
  g_assert_cmpuint (n_pages, >, ROUNDS);
  /* There are cuts through boxes, but few. */
  g_assert_cmpuint (n_cut, <, n_pages / 2);
}

/* What lies next to a cut is on both pages, and nothing that lies elsewhere. */
static void
test_pages_overlap (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_DAY);
  g_autoptr (StewardTimeline) narrow = timeline (fixture, STEWARD_ZOOM_FIT);
  g_autoptr (StewardSheets) sheets = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 842, 420, 0.9, NULL);
  g_autoptr (StewardSheets) list = steward_sheets_of_timeline (narrow, STEWARD_STYLE_LIGHT, 842, 420, 0.9, NULL);
  double width, least = 17 / steward_sheets_get_scale (sheets) - 0.01;

  steward_timeline_get_size (gantt, &width, NULL);
  g_assert_cmpuint (steward_sheets_get_n_pages (sheets), >, 3);
  for (guint i = 0; i < steward_sheets_get_n_pages (sheets); i++)
    {
      cairo_rectangle_t part = steward_sheets_get_part (sheets, i), shown = steward_sheets_get_shown (sheets, i);
      gboolean last = part.x + part.width >= width - 0.01;

      g_assert_cmpfloat (shown.x, ==, part.x);
      g_assert_cmpfloat (shown.y, ==, part.y);
      g_assert_cmpfloat (shown.width, >=, part.width + (last ? 0 : least));
      g_assert_cmpfloat (shown.width, <=, part.width + (last ? 0 : 2 * least));
    }
  /* Pages of whole lines are not glued. */
  g_assert_cmpuint (steward_sheets_get_n_pages (list), >, 1);
  for (guint i = 0; i < steward_sheets_get_n_pages (list); i++)
    g_assert_cmpfloat (steward_sheets_get_shown (list, i).height, ==, steward_sheets_get_part (list, i).height);
}

/* Nothing that is a little larger has room on as few pages. */
static void
test_letters_are_as_large_as_pages_allow (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  guint n_larger = 0;

  for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_MONTH; zoom++)
    for (int paper = 0; paper < 3; paper++)
      {
        double width = 595 + 123 * paper, height = 842 - 123 * paper;
        g_autoptr (StewardTimeline) gantt = timeline (fixture, zoom);
        g_autoptr (StewardSheets) sheets = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, width, height,
                                                                       STEWARD_SHEETS_READABLE, NULL);
        double scale = steward_sheets_get_scale (sheets);
        g_autoptr (StewardSheets) larger = NULL;

        g_assert_cmpfloat (scale, >=, STEWARD_SHEETS_READABLE - 0.001);
        g_assert_cmpfloat (scale, <=, 1);
        if (steward_sheets_get_n_pages (sheets) == 1 || scale > 0.95)
          continue;
        larger = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, width, height, scale + 0.05, NULL);
        g_assert_cmpuint (steward_sheets_get_n_pages (larger), >, steward_sheets_get_n_pages (sheets));
        n_larger += scale > STEWARD_SHEETS_READABLE + 0.05;
      }
  g_assert_cmpuint (n_larger, >, 0);
}

/* Nothing but paper along the edges, which is white. */
static void
assert_margins_are_empty (StewardSheets *sheets,
                          int            margin)
{
  for (guint page = 0; page < steward_sheets_get_n_pages (sheets); page++)
    {
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);
      cairo_t *cr = cairo_create (image);

      steward_sheets_paint (sheets, cr, page);
      cairo_destroy (cr);
      for (int y = 0; y < 595; y++)
        for (int x = 0; x < 842; x++)
          {
            if (x < margin || y < margin || x >= 842 - margin || y >= 595 - margin)
              g_assert_cmphex (get_pixel (image, x, y), ==, 0xffffff);
          }
      cairo_surface_destroy (image);
    }
}

static void
test_margins_are_empty (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_FIT);
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture),
                                                                 &(StewardFlowchartOptions) { 842, 595, 0, 1 });
  g_autoptr (StewardFlowchart) wide = steward_flowchart_layout (fixture_get (fixture),
                                                                &(StewardFlowchartOptions) { 2384, 1190, 0, 1 });
  const double scales[] = { 0, 0.9 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (StewardSheets) rows = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 842, 595, scales[i], NULL);
      g_autoptr (StewardSheets) boxes = steward_sheets_of_flowchart (chart, STEWARD_STYLE_LIGHT, 842, 595, scales[i], NULL);
      g_autoptr (StewardSheets) small = steward_sheets_of_flowchart (wide, STEWARD_STYLE_LIGHT, 842, 595, scales[i], NULL);

      g_assert_cmpint (steward_sheets_get_n_pages (small) > 1, ==, i == 1);
      assert_margins_are_empty (rows, 13);
      assert_margins_are_empty (boxes, 13);
      assert_margins_are_empty (small, 13);
    }
}

static gboolean
has_bytes (GBytes     *bytes,
           const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* The same with all objects as plain text, into which a newer Cairo does not
 * write them by itself. (transfer full) */
static GBytes *
unpack (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "drawing.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) qpdf = NULL;
  GBytes *unpacked = NULL;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  qpdf = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "qpdf", "--qdf", "--object-streams=disable", path,
                           "-", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (qpdf, NULL, NULL, &unpacked, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (qpdf));
  g_unlink (path);
  g_rmdir (folder);
  return unpacked;
}

/* A reader finds headings in the outline, and text in order. */
static void
test_pdf_is_tagged (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_DAY);
  StewardFlowchartOptions options = { 1190, 842, 0, 1 };
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);

  for (int i = 0; i < 4; i++)
    {
      double least = i % 2 ? 1 : 0;
      g_autoptr (StewardSheets) sheets = i < 2
        ? steward_sheets_of_flowchart (chart, STEWARD_STYLE_LIGHT, 842, 595, least, NULL)
        : steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 842, 595, least, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) packed = steward_sheets_make_pdf (sheets, &error);
      g_autoptr (GBytes) pdf = NULL;

      g_assert_no_error (error);
      pdf = unpack (packed);
      g_assert_true (has_bytes (pdf, "/StructTreeRoot"));
      g_assert_true (has_bytes (pdf, "/Marked true"));
      g_assert_true (has_bytes (pdf, "/Outlines"));
      g_assert_true (has_bytes (pdf, "/S /P"));
      if (i < 2)
        g_assert_true (has_bytes (pdf, "/S /H2") || i == 1);
    }
}

static void
test_one_page_if_wanted (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_DAY);
  g_autoptr (StewardSheets) one = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 842, 595, 0, NULL);
  g_autoptr (StewardSheets) many = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 842, 595,
                                                               STEWARD_SHEETS_READABLE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (steward_sheets_get_n_pages (one), ==, 1);
  g_assert_cmpuint (steward_sheets_get_n_pages (many), >, 2);
  g_assert_null (steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 90, 90, STEWARD_SHEETS_READABLE, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER);
}

static StewardTimeline *
lay_out (const StewardTimelineOptions *options,
         gpointer                      schedule)
{
  return steward_timeline_layout (schedule, options);
}

/* Larger paper takes larger letters, and they use its height; on a page that
 * is full already they stay as they are. */
static void
test_few_rows_fill_the_page (void)
{
  static const struct { double width, height; gboolean larger; } pages[] = {
    { 3370, 2384, TRUE }, { 2384, 3370, TRUE }, { 1190.55, 841.89, FALSE }, { 842, 595, FALSE }, { 842, 200, FALSE },
  };
  g_autoptr (Fixture) fixture = fixture_new_complex ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      StewardTimelineOptions options = { pages[i].width, STEWARD_ZOOM_FIT, 1, NULL, pages[i].height };
      g_autoptr (StewardTimeline) gantt = steward_sheets_fill_page (&options, lay_out, fixture_get (fixture));
      g_autoptr (StewardSheets) sheets = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, options.width,
                                                                     options.height, 0, NULL);
      cairo_rectangle_t part = steward_sheets_get_part (sheets, 0);
      double scale = steward_sheets_get_scale (sheets);

      g_assert_cmpuint (steward_sheets_get_n_pages (sheets), ==, 1);
      g_assert_cmpfloat (options.text_scale, >=, 1);
      g_assert_cmpint (options.text_scale * scale > 1.5, ==, pages[i].larger);
      if (pages[i].larger)
        g_assert_cmpfloat (part.height * scale, >, 0.75 * options.height);
      if (i == 4)
        g_assert_cmpfloat (options.text_scale, ==, 1);
    }
}

typedef struct
{
  GCancellable *cancellable;
  guint         cancel_at;
  guint         n_told;
  guint         last;
  guint         n_pages;
} Watch;

static void
made_cb (guint    n_made,
         guint    n_pages,
         gpointer data)
{
  Watch *watch = data;

  g_assert_cmpuint (n_made, ==, watch->n_told);
  watch->n_told++;
  watch->last = n_made;
  watch->n_pages = n_pages;
  if (n_made == watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

/* Who waits for many pages is told, and can have enough. */
static void
test_making_is_watched (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_DAY);
  g_autoptr (StewardSheets) sheets = steward_sheets_of_timeline (gantt, STEWARD_STYLE_LIGHT, 842, 595, 1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) whole = NULL;
  Watch watch = { cancellable, G_MAXUINT, 0, 0, 0 };
  guint n = steward_sheets_get_n_pages (sheets);

  g_assert_cmpuint (n, >, 4);
  steward_sheets_watch (sheets, cancellable, made_cb, &watch);
  whole = steward_sheets_make_pdf (sheets, &error);
  g_assert_no_error (error);
  g_assert_nonnull (whole);
  g_assert_cmpuint (watch.last, ==, n);
  g_assert_cmpuint (watch.n_pages, ==, n);

  watch = (Watch) { cancellable, 2, 0, 0, 0 };
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GBytes) part = NULL;

      if (i == 2)
        steward_sheets_watch (sheets, NULL, NULL, NULL);
      part = steward_sheets_make_pdf (sheets, i < 2 ? &error : NULL);
      if (i < 2)
        {
          g_assert_null (part);
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_clear_error (&error);
          watch = (Watch) { cancellable, G_MAXUINT, 0, 0, 0 };
        }
      else
        g_assert_cmpuint (g_bytes_get_size (part), >, g_bytes_get_size (whole) / 2);
    }
}

static char *
read_page (const char *path,
           guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  const char *argv[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };
  char *text = NULL;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  return text;
}

/* As a printer asks for them: in any order, each on a surface of its own. */
static void
assert_page_equal (StewardSheets *sheets,
                   const char    *pdf,
                   const char    *folder,
                   guint          page)
{
  g_autofree char *single = g_build_filename (folder, "page.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (single, 842, 595);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *expected = read_page (pdf, page);
  g_autofree char *text = NULL;

  steward_sheets_paint (sheets, cr, page);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  text = read_page (single, 0);
  g_assert_cmpuint (strlen (text), >, 40);
  g_assert_cmpstr (text, ==, expected);
  g_unlink (single);
}

static void
test_pages_are_those_of_the_pdf (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) gantt = timeline (fixture, STEWARD_ZOOM_WEEK);
  g_autoptr (StewardSheets) sheets = steward_sheets_of_timeline (gantt, STEWARD_STYLE_GREY, 842, 595,
                                                                 STEWARD_SHEETS_READABLE, NULL);
  g_autoptr (GBytes) pdf = steward_picture_of_timeline (gantt, STEWARD_PICTURE_PDF, STEWARD_STYLE_GREY, 842, 595, 1,
                                                        NULL);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *beyond = NULL;
  guint n = steward_sheets_get_n_pages (sheets);

  g_assert_cmpuint (n, >, 1);
  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  path = g_build_filename (folder, "all.pdf", NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  for (guint i = n; i > 0; i--)
    assert_page_equal (sheets, path, folder, i - 1);
  beyond = read_page (path, n);
  g_assert_cmpstr (beyond, ==, "");
  g_unlink (path);
  g_rmdir (folder);
}

/* Sum of what is darker than the paper. */
static double
paint_ink (StewardSheets *sheets,
           gboolean       turned)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, turned ? 595 : 842, turned ? 842 : 595);
  cairo_t *cr = cairo_create (image);
  double ink = 0;

  if (turned)
    {
      cairo_translate (cr, 595, 0);
      cairo_rotate (cr, G_PI / 2);
    }
  steward_sheets_paint (sheets, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image); x++)
      ink += 255 - cairo_image_surface_get_data (image)[y * cairo_image_surface_get_stride (image) + 4 * x + 1];
  cairo_surface_destroy (image);
  return ink;
}

/* Printers turn a page that lies across; lines and letters stay as thick. */
static void
test_turned_page_is_the_same (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardFlowchartOptions options = { 842, 595, 0, 1 };
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);
  g_autoptr (StewardSheets) sheets = steward_sheets_of_flowchart (chart, STEWARD_STYLE_LIGHT, 842, 595, 0, NULL);
  double upright = paint_ink (sheets, FALSE), turned = paint_ink (sheets, TRUE);

  g_assert_cmpfloat (upright, >, 100000);
  g_assert_cmpfloat_with_epsilon (turned / upright, 1, 0.02);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/flowchart-is-covered-once", test_flowchart_is_covered_once);
  g_test_add_func ("/sheets/timeline-is-covered-once", test_timeline_is_covered_once);
  g_test_add_func ("/sheets/boxes-are-whole", test_boxes_are_whole);
  g_test_add_func ("/sheets/pages-overlap", test_pages_overlap);
  g_test_add_func ("/sheets/letters-are-as-large-as-pages-allow", test_letters_are_as_large_as_pages_allow);
  g_test_add_func ("/sheets/margins-are-empty", test_margins_are_empty);
  g_test_add_func ("/sheets/pdf-is-tagged", test_pdf_is_tagged);
  g_test_add_func ("/sheets/one-page-if-wanted", test_one_page_if_wanted);
  g_test_add_func ("/sheets/few-rows-fill-the-page", test_few_rows_fill_the_page);
  g_test_add_func ("/sheets/making-is-watched", test_making_is_watched);
  g_test_add_func ("/sheets/pages-are-those-of-the-pdf", test_pages_are_those_of_the_pdf);
  g_test_add_func ("/sheets/turned-page-is-the-same", test_turned_page_is_the_same);
  return g_test_run ();
}
