/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "steward-error.h"
#include "steward-flowchart-private.h"
#include "steward-timeline-private.h"
#include "steward-words-private.h"

#define MARGIN        24.0
#define FOOTER        18.0
#define FOOTER_SIZE    8.0
#define LEAST_SCALE    0.6
#define MOST_PIXELS   (10000.0 * 12000.0)
#define MOST_SIDE     32000.0
#define MOST_PAGES    5000

/* What is drawn, seen alike by the three formats. @frozen_width and
 * @frozen_height stay in sight on every page of a tiled drawing. */
typedef struct
{
  const StewardFlowchart *flowchart;
  const StewardTimeline  *timeline;
  double                  width, height;
  double                  frozen_width, frozen_height;
  const StewardStyle     *style;
  char                   *title;
} Source;

static void
paint (const Source            *source,
       cairo_t                 *cr,
       const cairo_rectangle_t *clip)
{
  if (source->flowchart != NULL)
    steward_flowchart_paint (source->flowchart, cr, source->style, clip, NULL);
  else
    steward_timeline_paint (source->timeline, cr, source->style, clip, NULL);
}

static gboolean
check (cairo_surface_t  *surface,
       GError          **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The drawing could not be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
collect_cb (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The place moves left (or up) until it cuts no box. */
static double
clear_of_boxes (const StewardFlowchart *flowchart,
                gboolean                across,
                double                  at)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (flowchart);
  gboolean moved = TRUE;

  for (guint round = 0; moved && round <= boxes->len; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < boxes->len; i++)
        {
          const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
          double from = across ? box->x : box->y;
          double to = from + (across ? box->width : box->height);

          if (from < at && to > at)
            {
              at = from - 1;
              moved = TRUE;
            }
        }
    }
  return at;
}

/* Begin of the row or day that lies at @limit. */
static double
clear_of_cells (const StewardTimeline *timeline,
                gboolean               across,
                double                 limit)
{
  cairo_rectangle_t clip = { 0, limit - 0.5, timeline->width, 0.5 };
  guint first, end;

  if (across)
    return steward_timeline_day_to_x (timeline, steward_timeline_x_to_day (timeline, limit));
  steward_timeline_visible (timeline, &clip, &first, &end);
  if (first < end)
    return g_array_index (timeline->lines, StewardTimelineLine, first).y;
  return MIN (limit, timeline->rows_bottom);
}

/* Largest place up to @limit where a page may end without cutting a row, a
 * day or a box; @limit itself when everything there would be cut. */
static double
find_break (const Source *source,
            gboolean      across,
            double        start,
            double        limit)
{
  double at = source->timeline != NULL ? clear_of_cells (source->timeline, across, limit)
              : clear_of_boxes (source->flowchart, across, limit);

  return at > start + 1 ? at : limit;
}

/* Where pages begin, and the end of the drawing as the last element. */
static GArray *
find_breaks (const Source *source,
             gboolean      across,
             double        room)
{
  double end = across ? source->width : source->timeline != NULL ? source->timeline->rows_bottom : source->height;
  double at = across ? source->frozen_width : source->frozen_height;
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (breaks, at);
  while (at + room < end - 0.5 && breaks->len < MOST_PAGES)
    {
      at = find_break (source, across, at, at + room);
      g_array_append_val (breaks, at);
    }
  g_array_append_val (breaks, end);
  return breaks;
}

static void
paint_part (const Source *source,
            cairo_t      *cr,
            double        x,
            double        y,
            double        width,
            double        height,
            double        to_x,
            double        to_y)
{
  cairo_rectangle_t clip = { x, y, width, height };

  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, to_x - x, to_y - y);
  paint (source, cr, &clip);
  cairo_restore (cr);
}

static void
paint_footer (const Source *source,
              cairo_t      *cr,
              double        page_width,
              double        page_height,
              guint         page,
              guint         n_pages)
{
  g_autoptr (StewardInk) ink = steward_ink_new (cr, source->style);
  g_autofree char *number = g_strdup_printf (W_PAGE_F, (int) page, (int) n_pages);
  StewardTextSpec spec = { .x = MARGIN, .y = page_height - MARGIN - FOOTER / 2 + 4, .width = page_width - 2 * MARGIN,
                           .size = FOOTER_SIZE, .align = STEWARD_ALIGN_RIGHT, .color = &source->style->dim };

  steward_ink_text (ink, &spec, number);
  spec.align = STEWARD_ALIGN_LEFT;
  spec.width *= 0.7;
  steward_ink_text (ink, &spec, source->title);
}

static void
paint_page_ground (const Source *source,
                   cairo_t      *cr)
{
  const StewardColor *paper = &source->style->paper;

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
}

/* On a tiled drawing every page explains its signs. */
static void
paint_page_legend (const Source *source,
                   cairo_t      *cr,
                   double        top,
                   double        width)
{
  g_autoptr (StewardInk) ink = steward_ink_new (cr, source->style);

  steward_timeline_paint_legend (source->timeline, ink, 0, top, width);
}

static gboolean
paint_tiles (const Source     *source,
             cairo_t          *cr,
             double            page_width,
             double            page_height,
             GError          **error)
{
  double scale = CLAMP ((page_width - 2 * MARGIN) / source->width, LEAST_SCALE, 1);
  double frozen_x = source->frozen_width, frozen_y = source->frozen_height;
  double room_x = (page_width - 2 * MARGIN) / scale - frozen_x;
  double legend = source->timeline != NULL
                  ? steward_timeline_paint_legend (source->timeline, NULL, 0, 0, (page_width - 2 * MARGIN) / scale) : 0;
  double room_y = (page_height - 2 * MARGIN - FOOTER) / scale - frozen_y - legend;
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) rows = NULL;
  guint n_columns, n_pages;

  if (room_x < 40 || room_y < 40)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The page is too small for the drawing."));
      return FALSE;
    }
  columns = find_breaks (source, TRUE, room_x);
  rows = find_breaks (source, FALSE, room_y);
  n_columns = columns->len - 1;
  n_pages = n_columns * (rows->len - 1);
  if (n_pages > MOST_PAGES)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The drawing would take %u pages; at most %d are made."),
                   n_pages, MOST_PAGES);
      return FALSE;
    }
  for (guint page = 0; page < n_pages; page++)
    {
      double x = g_array_index (columns, double, page % n_columns);
      double y = g_array_index (rows, double, page / n_columns);
      double width = g_array_index (columns, double, page % n_columns + 1) - x;
      double height = g_array_index (rows, double, page / n_columns + 1) - y;

      paint_page_ground (source, cr);
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      cairo_scale (cr, scale, scale);
      paint_part (source, cr, x, y, width, height, frozen_x, frozen_y);
      paint_part (source, cr, 0, y, frozen_x, height, 0, frozen_y);
      paint_part (source, cr, x, 0, width, frozen_y, frozen_x, 0);
      paint_part (source, cr, 0, 0, frozen_x, frozen_y, 0, 0);
      if (legend > 0)
        paint_page_legend (source, cr, frozen_y + room_y, (page_width - 2 * MARGIN) / scale);
      cairo_restore (cr);
      paint_footer (source, cr, page_width, page_height, page + 1, n_pages);
      cairo_show_page (cr);
    }
  return TRUE;
}

static gboolean
paint_pages (const Source  *source,
             cairo_t       *cr,
             double         page_width,
             double         page_height,
             GError       **error)
{
  double scale = MIN (1, MIN (page_width / source->width, page_height / source->height));

  if (scale < LEAST_SCALE)
    return paint_tiles (source, cr, page_width, page_height, error);
  paint_page_ground (source, cr);
  cairo_translate (cr, (page_width - source->width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  paint (source, cr, NULL);
  cairo_show_page (cr);
  return TRUE;
}

static GBytes *
make_pdf (const Source  *source,
          double         page_width,
          double         page_height,
          GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect_cb, bytes, page_width, page_height);
  cairo_t *cr = cairo_create (surface);
  gboolean good;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, source->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Steward " STEWARD_VERSION);
  good = paint_pages (source, cr, page_width, page_height, error);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  good = good && check (surface, error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make_svg (const Source  *source,
          GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (collect_cb, bytes, source->width, source->height);
  cairo_t *cr = cairo_create (surface);
  gboolean good;

  paint (source, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  good = check (surface, error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make_png (const Source  *source,
          double         scale,
          GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width = ceil (source->width * scale), height = ceil (source->height * scale);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean good;

  if (!(width >= 1 && height >= 1 && width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("A picture of %.0f × %.0f pixels is not made."),
                   width, height);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  paint_page_ground (source, cr);
  cairo_scale (cr, scale, scale);
  paint (source, cr, NULL);
  cairo_destroy (cr);
  good = check (surface, error);
  if (good)
    good = cairo_surface_write_to_png_stream (surface, collect_cb, bytes) == CAIRO_STATUS_SUCCESS
           && check (surface, error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make (const Source          *source,
      StewardPictureFormat   format,
      double                 page_width,
      double                 page_height,
      double                 scale,
      GError               **error)
{
  switch (format)
    {
    case STEWARD_PICTURE_SVG:
      return make_svg (source, error);
    case STEWARD_PICTURE_PNG:
      return make_png (source, scale > 0 ? scale : 1, error);
    case STEWARD_PICTURE_PDF:
    default:
      return make_pdf (source, page_width, page_height, error);
    }
}

static char *
make_title (const char *project,
            const char *kind)
{
  return *project != '\0' ? g_strconcat (project, W_SEPARATOR, kind, NULL) : g_strdup (kind);
}

GBytes *
steward_picture_of_flowchart (const StewardFlowchart  *flowchart,
                              StewardPictureFormat     format,
                              StewardStyleKind         style,
                              double                   page_width,
                              double                   page_height,
                              double                   scale,
                              GError                 **error)
{
  Source source = { .flowchart = flowchart, .style = steward_style_get (style) };
  GBytes *bytes;

  g_return_val_if_fail (flowchart != NULL, NULL);

  steward_flowchart_get_size (flowchart, &source.width, &source.height);
  /* The stage heads stay in sight when the drawing is tiled. */
  source.frozen_height = flowchart->body_y;
  source.title = make_title (flowchart->title, W_FLOWCHART);
  bytes = make (&source, format, page_width, page_height, scale, error);
  g_free (source.title);
  return bytes;
}

GBytes *
steward_picture_of_timeline (const StewardTimeline  *timeline,
                             StewardPictureFormat    format,
                             StewardStyleKind        style,
                             double                  page_width,
                             double                  page_height,
                             double                  scale,
                             GError                **error)
{
  Source source = { .timeline = timeline, .style = steward_style_get (style) };
  GBytes *bytes;

  g_return_val_if_fail (timeline != NULL, NULL);

  steward_timeline_get_size (timeline, &source.width, &source.height);
  steward_timeline_get_head (timeline, &source.frozen_width, &source.frozen_height);
  source.title = make_title (steward_timeline_get_title (timeline), W_TIMELINE);
  bytes = make (&source, format, page_width, page_height, scale, error);
  g_free (source.title);
  return bytes;
}
