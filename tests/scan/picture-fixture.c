/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-fixture.h"

#include <stdio.h>
#include <string.h>

#include <cairo-pdf.h>
#include <jpeglib.h>
#include <png.h>

static void
get_colour (guint   columns,
            guint   rows,
            guint   x,
            guint   y,
            guint8 *rgb)
{
  gboolean left = x < columns / 3, right = x >= columns - columns / 3;
  gboolean upper = y < rows / 3, lower = y >= rows - rows / 3;

  memset (rgb, 255, 3);
  if (upper && left)
    rgb[1] = rgb[2] = 0;
  else if (upper && right)
    rgb[0] = rgb[2] = 0;
  else if (lower && left)
    rgb[0] = rgb[1] = 0;
}

/* Where pixel @x, @y of the kept picture is looked at. */
static void
turn (guint  orientation,
      guint  columns,
      guint  rows,
      guint *x,
      guint *y)
{
  guint u = *x, v = *y;

  switch (orientation)
    {
    case 2: *x = columns - 1 - u; break;
    case 3: *x = columns - 1 - u; *y = rows - 1 - v; break;
    case 4: *y = rows - 1 - v; break;
    case 5: *x = v; *y = u; break;
    case 6: *x = columns - 1 - v; *y = u; break;
    case 7: *x = columns - 1 - v; *y = rows - 1 - u; break;
    case 8: *x = v; *y = rows - 1 - u; break;
    default: break;
    }
}

static void
write_exif (struct jpeg_compress_struct *cinfo,
            guint                        orientation)
{
  guint8 exif[] = "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\0\0\0\0\0\0";

  exif[6 + 8 + 2 + 9] = orientation;
  jpeg_write_marker (cinfo, JPEG_APP0 + 1, exif, sizeof exif);
}

GBytes *
test_jpeg (guint    columns,
           guint    rows,
           guint    orientation,
           guint    dpi,
           gboolean progressive)
{
  struct jpeg_compress_struct cinfo;
  struct jpeg_error_mgr errors;
  gboolean lies = orientation >= 5;
  g_autofree guint8 *row = g_malloc (3 * (gsize) MAX (columns, rows));
  unsigned char *data = NULL;
  unsigned long size = 0;
  GBytes *result;

  cinfo.err = jpeg_std_error (&errors);
  jpeg_create_compress (&cinfo);
  jpeg_mem_dest (&cinfo, &data, &size);
  cinfo.image_width = lies ? rows : columns;
  cinfo.image_height = lies ? columns : rows;
  cinfo.input_components = 3;
  cinfo.in_color_space = JCS_RGB;
  jpeg_set_defaults (&cinfo);
  if (progressive)
    jpeg_simple_progression (&cinfo);
  cinfo.density_unit = dpi > 0;
  cinfo.X_density = cinfo.Y_density = MAX (dpi, 1);
  jpeg_start_compress (&cinfo, TRUE);
  if (orientation > 0)
    write_exif (&cinfo, orientation);
  while (cinfo.next_scanline < cinfo.image_height)
    {
      for (guint i = 0; i < cinfo.image_width; i++)
        {
          guint x = i, y = cinfo.next_scanline;

          turn (orientation, columns, rows, &x, &y);
          get_colour (columns, rows, x, y, row + 3 * i);
        }
      jpeg_write_scanlines (&cinfo, (JSAMPARRAY) &row, 1);
    }
  jpeg_finish_compress (&cinfo);
  jpeg_destroy_compress (&cinfo);
  result = g_bytes_new (data, size);
  free (data);
  return result;
}

static void
append (png_structp png,
        png_bytep   data,
        size_t      length)
{
  g_byte_array_append (png_get_io_ptr (png), data, length);
}

static void
flush (png_structp png)
{
}

static const struct
{
  int      bits;
  int      colour;
  guint    channels;
} kinds[] = {
  [TEST_PNG_GREY] = { 8, PNG_COLOR_TYPE_GRAY, 1 },
  [TEST_PNG_BITS] = { 1, PNG_COLOR_TYPE_GRAY, 1 },
  [TEST_PNG_RGB] = { 8, PNG_COLOR_TYPE_RGB, 3 },
  [TEST_PNG_PALETTE] = { 8, PNG_COLOR_TYPE_PALETTE, 1 },
  [TEST_PNG_ALPHA] = { 8, PNG_COLOR_TYPE_RGB_ALPHA, 4 },
  [TEST_PNG_INTERLACED] = { 8, PNG_COLOR_TYPE_RGB, 3 },
  [TEST_PNG_16] = { 16, PNG_COLOR_TYPE_RGB, 3 },
};

/* Of the picture with opacity the white is not there at all. */
static void
put_pixel (guint8  *row,
           guint    x,
           TestPng  kind,
           guint8   rgb[3])
{
  gboolean white = rgb[0] + rgb[1] + rgb[2] == 3 * 255;

  switch (kind)
    {
    case TEST_PNG_GREY:
      row[x] = white ? 255 : 100;
      break;
    case TEST_PNG_BITS:
      row[x / 8] |= white << (7 - x % 8);
      break;
    case TEST_PNG_PALETTE:
      row[x] = white ? 3 : rgb[0] != 0 ? 0 : rgb[1] != 0 ? 1 : 2;
      break;
    case TEST_PNG_ALPHA:
      memcpy (row + 4 * x, rgb, 3);
      row[4 * x + 3] = white ? 0 : 255;
      break;
    case TEST_PNG_16:
      for (guint i = 0; i < 3; i++)
        row[6 * x + 2 * i] = row[6 * x + 2 * i + 1] = rgb[i];
      break;
    default:
      memcpy (row + 3 * x, rgb, 3);
      break;
    }
}

GBytes *
test_png (guint   columns,
          guint   rows,
          TestPng kind)
{
  static const png_color palette[] = { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 } };
  GByteArray *out = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  gsize stride = ((gsize) columns * kinds[kind].channels * kinds[kind].bits + 7) / 8;
  g_autofree guint8 *pixels = g_malloc0 (stride * rows);
  g_autofree guint8 **lines = g_new (guint8 *, rows);

  for (guint y = 0; y < rows; y++)
    {
      lines[y] = pixels + y * stride;
      for (guint x = 0; x < columns; x++)
        {
          guint8 rgb[3];

          get_colour (columns, rows, x, y, rgb);
          put_pixel (lines[y], x, kind, rgb);
        }
    }
  png_set_write_fn (png, out, append, flush);
  png_set_IHDR (png, info, columns, rows, kinds[kind].bits, kinds[kind].colour,
                kind == TEST_PNG_INTERLACED ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, 0, 0);
  if (kind == TEST_PNG_PALETTE)
    png_set_PLTE (png, info, palette, G_N_ELEMENTS (palette));
  png_set_rows (png, info, lines);
  png_write_png (png, info, PNG_TRANSFORM_IDENTITY, NULL);
  png_destroy_write_struct (&png, &info);
  return g_byte_array_free_to_bytes (out);
}

static cairo_status_t
write_some (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
test_blank_pdf (void)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_some, out, 300, 400);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 10, 10, 100, 100);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (out);
}

GBytes *
test_patch (GBytes     *bytes,
            gsize       at,
            const void *with,
            gsize       n)
{
  gsize size = 0;
  guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  size = g_bytes_get_size (bytes);
  g_assert_cmpuint (at + n, <=, size);
  memcpy (copy + at, with, n);
  return g_bytes_new_take (copy, size);
}

GBytes *
test_cut (GBytes *bytes,
          gsize   length)
{
  return g_bytes_new (g_bytes_get_data (bytes, NULL), MIN (length, g_bytes_get_size (bytes)));
}

gsize
test_find_bytes (GBytes *bytes,
                 GBytes *needle)
{
  gsize size = 0, length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size), *wanted = g_bytes_get_data (needle, &length);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, wanted, length) == 0)
      return i;
  return G_MAXSIZE;
}
