/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-seal-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "steward-error.h"
#include "steward-pdf-flate-private.h"
#include "steward-png-private.h"

#define MAX_PIXELS (25 * 1000 * 1000)
/* 600 dots per inch at 40 mm; more only makes the file larger. */
#define MAX_SIDE 960
#define MAX_CAPTION_BYTES 1000
#define CAPTION_POINTS 8
#define POINTS_PER_MM (72 / 25.4)
#define MAX_MM 1000.0

/* Where the seal goes: what the caption leaves. */
typedef struct
{
  double left;
  double bottom;
  double width;
  double height;
} Box;

void
steward_seal_ink_clear (StewardSealInk *ink)
{
  g_clear_pointer (&ink->content, g_byte_array_unref);
  g_clear_pointer (&ink->colour, g_byte_array_unref);
  g_clear_pointer (&ink->alpha, g_byte_array_unref);
}

static gboolean
fail (GError     **error,
      const char  *problem)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, "%s", problem);
  return FALSE;
}

/* Numbers in a PDF have a point whatever the locale. */
static void
append (GByteArray   *content,
        const char   *operator,
        const double *numbers,
        guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text, sizeof text, "%.3f", numbers[i]);
      g_byte_array_append (content, (const guint8 *) text, strlen (text));
      g_byte_array_append (content, (const guint8 *) " ", 1);
    }
  g_byte_array_append (content, (const guint8 *) operator, strlen (operator));
  g_byte_array_append (content, (const guint8 *) "\n", 1);
}

#define append_operator(content, operator, ...) \
  append (content, operator, (const double[]) { __VA_ARGS__ }, sizeof (double[]) { __VA_ARGS__ } / sizeof (double))

static guint32
read_word (const guint8 *data)
{
  return (guint32) data[0] << 24 | data[1] << 16 | data[2] << 8 | data[3];
}

/* The size stands at the start of the file: a picture that would fill the
 * memory is refused before any of it is unpacked. */
static gboolean
check_head (const guint8  *data,
            gsize          size,
            GError       **error)
{
  static const guint8 start[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R' };
  guint64 columns, rows;

  if (size < 24 || memcmp (data, start, sizeof start) != 0)
    return fail (error, _("The seal is not a PNG picture."));
  columns = read_word (data + 16);
  rows = read_word (data + 20);
  if (size > STEWARD_SEAL_MAX_BYTES || columns * rows > MAX_PIXELS || columns == 0 || rows == 0)
    return fail (error, _("The picture of the seal is too large."));
  return TRUE;
}

static cairo_surface_t *
shrink (cairo_surface_t *picture)
{
  int columns = cairo_image_surface_get_width (picture), rows = cairo_image_surface_get_height (picture);
  double scale = MIN (1.0, (double) MAX_SIDE / MAX (columns, rows));
  int new_columns = MAX (1, (int) (columns * scale)), new_rows = MAX (1, (int) (rows * scale));
  cairo_surface_t *result = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, new_columns, new_rows);
  cairo_t *cr = cairo_create (result);

  cairo_scale (cr, (double) new_columns / columns, (double) new_rows / rows);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), scale < 1 ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (result);
  return result;
}

static cairo_surface_t *
read_picture (GBytes  *png,
              GError **error)
{
  cairo_surface_t *picture, *result = NULL;

  if (!check_head (g_bytes_get_data (png, NULL), g_bytes_get_size (png), error))
    return NULL;
  picture = steward_png_unpack (png);
  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    result = shrink (picture);
  cairo_surface_destroy (picture);
  if (result == NULL || cairo_surface_status (result) != CAIRO_STATUS_SUCCESS)
    {
      g_clear_pointer (&result, cairo_surface_destroy);
      fail (error, _("The picture of the seal is damaged."));
    }
  return result;
}

GBytes *
steward_seal_read_picture (GBytes  *png,
                           int     *columns,
                           int     *rows,
                           GError **error)
{
  cairo_surface_t *picture;
  GByteArray *pixels;

  g_return_val_if_fail (png != NULL && columns != NULL && rows != NULL, NULL);

  picture = read_picture (png, error);
  if (picture == NULL)
    return NULL;
  *columns = cairo_image_surface_get_width (picture);
  *rows = cairo_image_surface_get_height (picture);
  pixels = g_byte_array_sized_new (4 * *columns * *rows);
  for (int y = 0; y < *rows; y++)
    g_byte_array_append (pixels, cairo_image_surface_get_data (picture)
                                 + (gsize) y * cairo_image_surface_get_stride (picture), 4 * *columns);
  cairo_surface_destroy (picture);
  return g_byte_array_free_to_bytes (pixels);
}

/* Cairo keeps colours multiplied by the opacity, a PDF does not. */
static void
pack_picture (cairo_surface_t *picture,
              StewardSealInk  *ink)
{
  const guint8 *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  g_autofree guint8 *colour = NULL;
  g_autofree guint8 *alpha = NULL;
  gsize n = 0, size;
  gboolean opaque = TRUE;

  ink->columns = cairo_image_surface_get_width (picture);
  ink->rows = cairo_image_surface_get_height (picture);
  size = (gsize) ink->columns * ink->rows;
  colour = g_malloc (size * 3);
  alpha = g_malloc (size);
  for (int y = 0; y < ink->rows; y++)
    for (int x = 0; x < ink->columns; x++, n++)
      {
        guint32 pixel = ((const guint32 *) (gconstpointer) (data + (gsize) y * stride))[x];
        guint a = pixel >> 24;

        alpha[n] = a;
        opaque = opaque && a == 255;
        for (guint i = 0; i < 3; i++)
          colour[3 * n + i] = a == 0 ? 255 : MIN (255, ((pixel >> (16 - 8 * i) & 255) * 255 + a / 2) / a);
      }
  ink->colour = steward_pdf_deflate (colour, size * 3);
  ink->alpha = opaque ? NULL : steward_pdf_deflate (alpha, size);
}

static gboolean
draw_picture (const StewardSeal  *seal,
              const Box          *box,
              StewardSealInk     *ink,
              GError            **error)
{
  cairo_surface_t *picture = read_picture (seal->png, error);
  double mm = seal->width_mm > 0 ? MIN (seal->width_mm, MAX_MM) : STEWARD_SEAL_MM;
  double width, height, scale;

  if (picture == NULL)
    return FALSE;
  pack_picture (picture, ink);
  cairo_surface_destroy (picture);
  width = mm * POINTS_PER_MM;
  height = width * ink->rows / ink->columns;
  scale = MIN (1, MIN (box->width / width, box->height / height));
  width *= scale;
  height *= scale;
  append_operator (ink->content, "cm", width, 0, 0, height, box->left + (box->width - width) / 2,
                   box->bottom + (box->height - height) / 2);
  g_byte_array_append (ink->content, (const guint8 *) "/Seal Do\n", 9);
  return TRUE;
}

static gboolean
measure_strokes (const GArray *strokes,
                 Box          *bounds)
{
  double right = -G_MAXDOUBLE, lower = -G_MAXDOUBLE;

  bounds->left = bounds->bottom = G_MAXDOUBLE;
  for (guint i = 0; i < strokes->len; i++)
    {
      const StewardStrokePoint *point = &g_array_index (strokes, StewardStrokePoint, i);

      /* Not a number fails every comparison. */
      if (!(point->x > -MAX_MM && point->x < MAX_MM && point->y > -MAX_MM && point->y < MAX_MM &&
            point->width >= 0 && point->width < MAX_MM))
        return FALSE;
      bounds->left = MIN (bounds->left, point->x - point->width / 2);
      bounds->bottom = MIN (bounds->bottom, point->y - point->width / 2);
      right = MAX (right, point->x + point->width / 2);
      lower = MAX (lower, point->y + point->width / 2);
    }
  bounds->width = MAX (right - bounds->left, 0.1);
  bounds->height = MAX (lower - bounds->bottom, 0.1);
  return TRUE;
}

static gboolean
draw_strokes (const GArray    *strokes,
              const Box       *box,
              StewardSealInk  *ink,
              GError         **error)
{
  Box bounds;
  double scale, left, top;

  if (strokes->len > STEWARD_SEAL_MAX_POINTS || !measure_strokes (strokes, &bounds))
    return fail (error, _("The drawing has too many points, or points outside of any paper."));
  scale = MIN (POINTS_PER_MM, MIN (box->width / bounds.width, box->height / bounds.height));
  left = box->left + (box->width - bounds.width * scale) / 2 - bounds.left * scale;
  top = box->bottom + (box->height + bounds.height * scale) / 2 + bounds.bottom * scale;
  /* Round ends and joints. */
  append (ink->content, "1 J 1 j", NULL, 0);
  for (guint i = 0; i < strokes->len; i++)
    {
      const StewardStrokePoint *to = &g_array_index (strokes, StewardStrokePoint, i);
      const StewardStrokePoint *next = i + 1 < strokes->len ? to + 1 : NULL;
      /* A point alone is a dot: a line to itself with round ends. */
      const StewardStrokePoint *from = i > 0 && !to->begins ? to - 1 : to;

      if (from == to && next != NULL && !next->begins)
        continue;
      append_operator (ink->content, "w", (from->width + to->width) / 2 * scale);
      append_operator (ink->content, "m", left + from->x * scale, top - from->y * scale);
      append_operator (ink->content, "l", left + to->x * scale, top - to->y * scale);
      append (ink->content, "S", NULL, 0);
    }
  return TRUE;
}

static PangoLayout *
lay_caption (cairo_t    *cr,
             const char *caption,
             double      width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC, sans-serif");

  pango_font_description_set_absolute_size (font, CAPTION_POINTS * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, caption, -1);
  pango_font_description_free (font);
  return layout;
}

static void
append_path (GByteArray         *content,
             const cairo_path_t *path,
             double              left,
             double              top)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *p = &path->data[i];

      switch (p->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          append_operator (content, "m", left + p[1].point.x, top - p[1].point.y);
          break;
        case CAIRO_PATH_LINE_TO:
          append_operator (content, "l", left + p[1].point.x, top - p[1].point.y);
          break;
        case CAIRO_PATH_CURVE_TO:
          append_operator (content, "c", left + p[1].point.x, top - p[1].point.y,
                           left + p[2].point.x, top - p[2].point.y, left + p[3].point.x, top - p[3].point.y);
          break;
        case CAIRO_PATH_CLOSE_PATH:
        default:
          append (content, "h", NULL, 0);
          break;
        }
    }
  append (content, "f", NULL, 0);
}

/* Letters as outlines: a font would have to be embedded for some words. Gives
 * the height that is taken. */
static gboolean
draw_caption (const char      *caption,
              const Box       *box,
              StewardSealInk  *ink,
              double          *height,
              GError         **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoLayout *layout;
  cairo_path_t *path;
  int pixels;

  if (strlen (caption) > MAX_CAPTION_BYTES || !g_utf8_validate (caption, -1, NULL))
    return fail (error, _("The words below the seal are too long."));
  /* Without bounds: Cairo leaves out letters beyond those. */
  surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cr = cairo_create (surface);
  layout = lay_caption (cr, caption, box->width);
  pango_layout_get_pixel_size (layout, NULL, &pixels);
  *height = MIN (pixels, box->height);
  pango_cairo_layout_path (cr, layout);
  path = cairo_copy_path (cr);
  append_path (ink->content, path, box->left, box->bottom + *height);
  cairo_path_destroy (path);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

gboolean
steward_seal_draw (const StewardSeal  *seal,
                   double              width,
                   double              height,
                   StewardSealInk     *ink,
                   GError            **error)
{
  Box box = { 0, 0, width, height };
  double below = 0;
  gboolean good = TRUE;

  *ink = (StewardSealInk) { g_byte_array_new () };
  if (seal == NULL)
    return TRUE;
  if (seal->caption != NULL && *seal->caption != '\0')
    good = draw_caption (seal->caption, &box, ink, &below, error);
  box.bottom += below;
  box.height -= below;
  if (good && box.width > 0 && box.height > 0)
    {
      if (seal->png != NULL)
        good = draw_picture (seal, &box, ink, error);
      else if (seal->strokes != NULL && seal->strokes->len > 0)
        good = draw_strokes (seal->strokes, &box, ink, error);
    }
  if (!good)
    steward_seal_ink_clear (ink);
  return good;
}
