/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "steward-error.h"
#include "steward-words-private.h"

#define LEAST_SCALE    0.6
#define MOST_PIXELS   (10000.0 * 12000.0)
#define MOST_SIDE     32000.0

void
steward_picture_paint (const StewardPicture    *self,
                       StewardInk              *ink,
                       const cairo_rectangle_t *clip,
                       StewardTimelineParts     parts)
{
  if (self->flowchart == NULL)
    steward_timeline_paint_parts (self->timeline, ink, clip, NULL, parts);
  else if (parts & STEWARD_TIMELINE_CONTENT)
    steward_flowchart_paint_with (self->flowchart, ink, clip, NULL);
}

void
steward_picture_paint_ground (const StewardPicture *self,
                              cairo_t              *cr)
{
  const StewardColor *paper = &self->style->paper;

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
}

static void
paint (const StewardPicture *self,
       cairo_t              *cr)
{
  g_autoptr (StewardInk) ink = steward_ink_new (cr, self->style);

  steward_picture_paint (self, ink, NULL, STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT);
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

static gboolean
paint_pages (const StewardPicture  *source,
             cairo_t               *cr,
             double                 page_width,
             double                 page_height,
             GError               **error)
{
  double scale = MIN (1, MIN (page_width / source->width, page_height / source->height));

  if (scale < LEAST_SCALE)
    return steward_picture_paint_tiles (source, cr, page_width, page_height, LEAST_SCALE, error);
  steward_picture_paint_ground (source, cr);
  cairo_translate (cr, (page_width - source->width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  paint (source, cr);
  cairo_show_page (cr);
  return TRUE;
}

static GBytes *
make_pdf (const StewardPicture  *source,
          double                 page_width,
          double                 page_height,
          GError               **error)
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

/* In the middle, as large as it can be there. */
static void
paint_fitted (const StewardPicture *source,
              cairo_t              *cr,
              double                width,
              double                height)
{
  double scale = MIN (width / source->width, height / source->height);

  steward_picture_paint_ground (source, cr);
  cairo_translate (cr, (width - source->width * scale) / 2, (height - source->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  paint (source, cr);
}

static GBytes *
make_svg (const StewardPicture  *source,
          double                 width,
          double                 height,
          GError               **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (collect_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean good;

  paint_fitted (source, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  good = check (surface, error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make_png (const StewardPicture  *source,
          double                 width,
          double                 height,
          GError               **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
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
  paint_fitted (source, cr, width, height);
  cairo_destroy (cr);
  good = check (surface, error);
  if (good)
    good = cairo_surface_write_to_png_stream (surface, collect_cb, bytes) == CAIRO_STATUS_SUCCESS
           && check (surface, error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make (const StewardPicture  *source,
      StewardPictureFormat   format,
      double                 page_width,
      double                 page_height,
      double                 scale,
      GError               **error)
{
  switch (format)
    {
    case STEWARD_PICTURE_SVG:
      return scale > 0 ? make_svg (source, source->width, source->height, error)
                       : make_svg (source, page_width, page_height, error);
    case STEWARD_PICTURE_PNG:
      return scale > 0 ? make_png (source, ceil (source->width * scale), ceil (source->height * scale), error)
                       : make_png (source, floor (page_width), floor (page_height), error);
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
  StewardPicture source = { .flowchart = flowchart, .style = steward_style_get (style) };
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
  StewardPicture source = { .timeline = timeline, .style = steward_style_get (style) };
  GBytes *bytes;

  g_return_val_if_fail (timeline != NULL, NULL);

  steward_timeline_get_size (timeline, &source.width, &source.height);
  steward_timeline_get_head (timeline, &source.frozen_width, &source.frozen_height);
  source.title = make_title (steward_timeline_get_title (timeline), W_TIMELINE);
  bytes = make (&source, format, page_width, page_height, scale, error);
  g_free (source.title);
  return bytes;
}
