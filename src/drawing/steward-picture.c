/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "steward-error.h"
#include "steward-words-private.h"

#define MOST_MILLIONS 120     /* of pixels */
#define MOST_SIDE     32000.0

void
steward_picture_paint (const StewardPicture    *self,
                       StewardInk              *ink,
                       const cairo_rectangle_t *clip,
                       StewardTimelineParts     parts)
{
  if (self->flowchart == NULL)
    {
      /* Rows are painted layer by layer: they are one piece to a reader. */
      steward_ink_begin_tag (ink, "P");
      steward_timeline_paint_parts (self->timeline, ink, clip, NULL, parts);
      steward_ink_end_tag (ink, "P");
    }
  else if (parts & STEWARD_TIMELINE_CONTENT)
    steward_flowchart_paint_with (self->flowchart, ink, clip, NULL, NULL);
}

void
steward_picture_paint_ground (const StewardPicture *self,
                              cairo_t              *cr)
{
  const StewardColor *paper = &self->style->paper;

  cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
  cairo_paint (cr);
}

gboolean
steward_picture_has_frame (const StewardPicture *self)
{
  return self->flowchart == NULL || self->flowchart->options.screen == 0;
}

double
steward_picture_paint_signs (const StewardPicture *self,
                             StewardInk           *ink,
                             double                top,
                             double                width)
{
  if (self->timeline != NULL)
    return steward_timeline_paint_legend (self->timeline, ink, 0, top, width);
  if (!steward_picture_has_frame (self))
    return 0;
  return steward_flowchart_paint_legend (self->flowchart, ink, self->flowchart->margin, top,
                                         width - 2 * self->flowchart->margin);
}

void
steward_picture_paint_whole (const StewardPicture *self,
                             cairo_t              *cr,
                             gboolean              tagged)
{
  g_autoptr (StewardInk) ink = steward_ink_new (cr, self->style);

  steward_ink_set_tagged (ink, tagged);
  steward_picture_paint (self, ink, NULL, STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT);
}

gboolean
steward_picture_check (cairo_surface_t  *surface,
                       GError          **error)
{
  cairo_status_t status = cairo_surface_status (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The drawing could not be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

cairo_status_t
steward_picture_collect (void                *closure,
                         const unsigned char *data,
                         unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* In the middle, as large as it can be there. */
static void
paint_fitted (const StewardPicture *source,
              cairo_t              *cr,
              double                width,
              double                height,
              gboolean              outlines)
{
  double scale = MIN (width / source->width, height / source->height);
  g_autoptr (StewardInk) ink = NULL;

  steward_picture_paint_ground (source, cr);
  cairo_translate (cr, (width - source->width * scale) / 2, (height - source->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  ink = steward_ink_new (cr, source->style);
  steward_ink_set_outlines (ink, outlines);
  steward_picture_paint (source, ink, NULL, STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT);
}

/* Cairo gives a picture no name, and its letters are outlines. */
static void
add_svg_title (GByteArray *bytes,
               const char *title)
{
  const char *data = (const char *) bytes->data;
  const char *root = g_strstr_len (data, bytes->len, "<svg ");
  const char *end = root != NULL ? memchr (root, '>', data + bytes->len - root) : NULL;
  g_autofree char *text = g_markup_printf_escaped (" xml:lang=\"zh-CN\" role=\"img\"><title>%s</title>", title);
  guint length = strlen (text), at;

  if (end == NULL)
    return;
  at = end - data;
  g_byte_array_set_size (bytes, bytes->len + length - 1);
  memmove (bytes->data + at + length, bytes->data + at + 1, bytes->len - at - length);
  memcpy (bytes->data + at, text, length);
}

static GBytes *
make_svg (const StewardPicture  *source,
          double                 width,
          double                 height,
          GError               **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (steward_picture_collect, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean good;

  paint_fitted (source, cr, width, height, FALSE);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  good = steward_picture_check (surface, error);
  cairo_surface_destroy (surface);
  add_svg_title (bytes, source->title);
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

  if (!(width >= 1 && height >= 1 && width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_MILLIONS * 1e6))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("A picture of %.0f × %.0f pixels is not made; it may have %d million pixels."),
                   width, height, MOST_MILLIONS);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  paint_fitted (source, cr, width, height, TRUE);
  cairo_destroy (cr);
  good = steward_picture_check (surface, error);
  if (good)
    good = cairo_surface_write_to_png_stream (surface, steward_picture_collect, bytes) == CAIRO_STATUS_SUCCESS
           && steward_picture_check (surface, error);
  cairo_surface_destroy (surface);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
make_pdf (StewardPicture  *source,
          double           page_width,
          double           page_height,
          GError         **error)
{
  g_autoptr (StewardSheets) sheets = steward_sheets_of_picture (source, page_width, page_height,
                                                                STEWARD_SHEETS_READABLE, error);

  return sheets != NULL ? steward_sheets_make_pdf (sheets, error) : NULL;
}

/* @source is given over. */
static GBytes *
make (StewardPicture        *source,
      StewardPictureFormat   format,
      double                 page_width,
      double                 page_height,
      double                 scale,
      GError               **error)
{
  double width = scale > 0 ? source->width : page_width, height = scale > 0 ? source->height : page_height;
  GBytes *bytes;

  if (format == STEWARD_PICTURE_PDF)
    return make_pdf (source, page_width, page_height, error);
  if (format == STEWARD_PICTURE_SVG)
    bytes = make_svg (source, width, height, error);
  else if (scale > 0)
    bytes = make_png (source, ceil (width * scale), ceil (height * scale), error);
  else
    bytes = make_png (source, floor (width), floor (height), error);
  steward_picture_clear (source);
  return bytes;
}

static char *
make_title (const char *project,
            const char *kind)
{
  /* Many projects are called what the drawing is called. */
  return *project != '\0' && !g_str_equal (project, kind) ? g_strconcat (project, W_SEPARATOR, kind, NULL) : g_strdup (kind);
}

void
steward_picture_init_flowchart (StewardPicture         *self,
                                const StewardFlowchart *flowchart,
                                StewardStyleKind        style)
{
  *self = (StewardPicture) { .flowchart = flowchart, .style = steward_style_get (style) };
  steward_flowchart_get_size (flowchart, &self->width, &self->height);
  /* The stage heads stay in sight when the drawing is tiled. */
  self->frozen_height = flowchart->body_y;
  if (flowchart->lanes->len > 0)
    self->frozen_width = flowchart->margin + flowchart->lane_width;
  self->title = make_title (flowchart->title, W_FLOWCHART);
}

void
steward_picture_init_timeline (StewardPicture        *self,
                               const StewardTimeline *timeline,
                               StewardStyleKind       style)
{
  *self = (StewardPicture) { .timeline = timeline, .style = steward_style_get (style) };
  steward_timeline_get_size (timeline, &self->width, &self->height);
  steward_timeline_get_head (timeline, &self->frozen_width, &self->frozen_height);
  self->title = make_title (steward_timeline_get_title (timeline), W_TIMELINE);
}

static void
add_mark (GArray     *marks,
          const char *title,
          double      x,
          double      y)
{
  StewardPictureMark mark = { title, x, y };

  g_array_append_val (marks, mark);
}

GArray *
steward_picture_find_marks (const StewardPicture *self)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (StewardPictureMark));

  for (guint i = 0; self->flowchart != NULL && i < self->flowchart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->flowchart->stages, i);

      add_mark (marks, stage->title, stage->x, self->flowchart->heads_y);
    }
  for (guint i = 0; self->timeline != NULL && i < self->timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->timeline->lines, StewardTimelineLine, i);

      if (line->kind <= STEWARD_LINE_HEAD)
        add_mark (marks, line->name, 0, line->y);
    }
  return marks;
}

void
steward_picture_clear (StewardPicture *self)
{
  g_clear_pointer (&self->title, g_free);
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
  StewardPicture source;

  g_return_val_if_fail (flowchart != NULL, NULL);

  steward_picture_init_flowchart (&source, flowchart, style);
  return make (&source, format, page_width, page_height, scale, error);
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
  StewardPicture source;

  g_return_val_if_fail (timeline != NULL, NULL);

  steward_picture_init_timeline (&source, timeline, style);
  return make (&source, format, page_width, page_height, scale, error);
}
