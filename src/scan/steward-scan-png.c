/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-scan-private.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "steward-error.h"
#include "steward-png-private.h"

#define CHUNK_HEAD 8
#define CHUNK_TAIL 4
#define HEAD_BYTES 13
#define COLOUR_GREY 0
#define COLOUR_RGB 2
#define COLOUR_PALETTE 3
/* Colours and opacity are unpacked to four bytes a pixel. */
#define MAX_UNPACKED_PIXELS (60 * 1000 * 1000)

/* What the chunks of a file say. */
typedef struct
{
  guint         columns;
  guint         rows;
  guint         bits;
  guint         colour;
  gboolean      interlaced;
  gboolean      has_opacity;
  gboolean      ends;
  const guint8 *palette;
  guint         n_palette;
  guint         orientation;
  double        dpi_x;
  double        dpi_y;
  GByteArray   *packed;
} Png;

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("The PNG picture is damaged or cut off."));
  return FALSE;
}

static guint32
read_word (const guint8 *data)
{
  return (guint32) data[0] << 24 | data[1] << 16 | data[2] << 8 | data[3];
}

static guint
count_channels (guint colour)
{
  static const guint channels[] = { 1, 0, 3, 1, 2, 0, 4 };

  return colour < G_N_ELEMENTS (channels) ? channels[colour] : 0;
}

/* Which depths go with which kind of colours. */
static gboolean
is_known_kind (guint bits,
               guint colour)
{
  switch (colour)
    {
    case COLOUR_GREY:
      return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    case COLOUR_PALETTE:
      return bits == 1 || bits == 2 || bits == 4 || bits == 8;
    default:
      return count_channels (colour) > 0 && (bits == 8 || bits == 16);
    }
}

static gboolean
read_head (Png           *png,
           const guint8  *data,
           gsize          length,
           GError       **error)
{
  if (length != HEAD_BYTES || png->columns != 0)
    return damaged (error);
  png->columns = read_word (data);
  png->rows = read_word (data + 4);
  png->bits = data[8];
  png->colour = data[9];
  png->interlaced = data[12] == 1;
  if (!steward_scan_check_size (png->columns, png->rows, error))
    return FALSE;
  if (!is_known_kind (png->bits, png->colour) || data[10] != 0 || data[11] != 0 || data[12] > 1)
    return damaged (error);
  png->has_opacity = png->colour > COLOUR_PALETTE;
  return TRUE;
}

static gboolean
read_chunk (Png           *png,
            const guint8  *kind,
            const guint8  *data,
            gsize          length,
            GError       **error)
{
  if (memcmp (kind, "IHDR", 4) == 0)
    return read_head (png, data, length, error);
  if (png->columns == 0)
    return damaged (error);
  if (memcmp (kind, "IDAT", 4) == 0)
    g_byte_array_append (png->packed, data, length);
  else if (memcmp (kind, "IEND", 4) == 0)
    png->ends = TRUE;
  else if (memcmp (kind, "PLTE", 4) == 0)
    {
      if (length == 0 || length % 3 != 0 || length > 3 * 256)
        return damaged (error);
      png->palette = data;
      png->n_palette = length / 3;
    }
  else if (memcmp (kind, "tRNS", 4) == 0)
    png->has_opacity = TRUE;
  else if (memcmp (kind, "eXIf", 4) == 0)
    png->orientation = steward_exif_orientation (data, length);
  else if (memcmp (kind, "pHYs", 4) == 0 && length == 9 && data[8] == 1)
    {
      png->dpi_x = read_word (data) * 0.0254;
      png->dpi_y = read_word (data + 4) * 0.0254;
    }
  return TRUE;
}

/* Each part of a PNG carries a sum of its bytes. */
static gboolean
read_chunks (Png           *png,
             const guint8  *data,
             gsize          size,
             GError       **error)
{
  gsize at = CHUNK_HEAD;

  while (!png->ends)
    {
      gsize length;

      if (size - at < CHUNK_HEAD + CHUNK_TAIL)
        return damaged (error);
      length = read_word (data + at);
      if (length > size - at - CHUNK_HEAD - CHUNK_TAIL)
        return damaged (error);
      if (crc32 (crc32 (0, NULL, 0), data + at + 4, length + 4) != read_word (data + at + CHUNK_HEAD + length)
          || (at == CHUNK_HEAD) != (memcmp (data + at + 4, "IHDR", 4) == 0))
        return damaged (error);
      if (!read_chunk (png, data + at + 4, data + at + CHUNK_HEAD, length, error))
        return FALSE;
      at += CHUNK_HEAD + length + CHUNK_TAIL;
    }
  if (png->packed->len == 0 || (png->colour == COLOUR_PALETTE && png->palette == NULL))
    return damaged (error);
  return TRUE;
}

/* Whether the packed rows are all there, each with a filter that exists. */
static gboolean
check_rows (const Png     *png,
            GCancellable  *cancellable,
            GError       **error)
{
  const gsize row = 1 + ((gsize) png->columns * count_channels (png->colour) * png->bits + 7) / 8;
  const guint64 expected = (guint64) row * png->rows;
  z_stream stream = { .next_in = png->packed->data, .avail_in = png->packed->len };
  guint8 buffer[32 * 1024] = { 0 };
  guint64 n = 0;
  int status = Z_OK;

  if (inflateInit (&stream) != Z_OK)
    return damaged (error);
  while (status == Z_OK && n <= expected && !g_cancellable_is_cancelled (cancellable))
    {
      gsize got;

      stream.next_out = buffer;
      stream.avail_out = sizeof buffer;
      status = inflate (&stream, Z_NO_FLUSH);
      got = sizeof buffer - stream.avail_out;
      for (guint64 i = (row - n % row) % row; i < got; i += row)
        if (buffer[i] > 4)
          status = Z_DATA_ERROR;
      n += got;
    }
  inflateEnd (&stream);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return (status == Z_STREAM_END && n == expected) || damaged (error);
}

/* PDF knows the same packing, rows and filters: the pixels need not be touched. */
static StewardScanPicture *
take_as_is (Png *png)
{
  StewardScanPicture *picture = g_new0 (StewardScanPicture, 1);

  picture->bits = png->bits;
  picture->data = g_bytes_new (png->packed->data, png->packed->len);
  picture->more = g_strdup_printf (" /DecodeParms <</Predictor 15 /Colors %u /BitsPerComponent %u /Columns %u>>",
                                   count_channels (png->colour), png->bits, png->columns);
  if (png->colour == COLOUR_PALETTE)
    {
      GString *space = g_string_new (NULL);

      g_string_append_printf (space, "[/Indexed /DeviceRGB %u <", png->n_palette - 1);
      for (guint i = 0; i < 3 * png->n_palette; i++)
        g_string_append_printf (space, "%02x", png->palette[i]);
      g_string_append (space, ">]");
      picture->space = g_string_free (space, FALSE);
    }
  else
    {
      picture->space = g_strdup (png->colour == COLOUR_GREY ? "/DeviceGray" : "/DeviceRGB");
    }
  return picture;
}

static void
pack_row (z_stream     *stream,
          const guint8 *row,
          gsize         length,
          int           flush,
          GByteArray   *packed)
{
  guint8 buffer[32 * 1024] = { 0 };

  stream->next_in = (guint8 *) row;
  stream->avail_in = length;
  do
    {
      stream->next_out = buffer;
      stream->avail_out = sizeof buffer;
      deflate (stream, flush);
      g_byte_array_append (packed, buffer, sizeof buffer - stream->avail_out);
    }
  while (stream->avail_out == 0);
}

/* As it is seen on white paper. */
static GBytes *
pack_on_white (cairo_surface_t *surface)
{
  int columns = cairo_image_surface_get_width (surface), rows = cairo_image_surface_get_height (surface);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  gboolean opaque = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24;
  g_autofree guint8 *row = g_malloc (3 * (gsize) columns);
  GByteArray *packed = g_byte_array_new ();
  z_stream stream = { 0 };

  deflateInit (&stream, Z_DEFAULT_COMPRESSION);
  for (int y = 0; y < rows; y++, pixels += cairo_image_surface_get_stride (surface))
    {
      for (int x = 0; x < columns; x++)
        {
          guint32 pixel = ((const guint32 *) (gconstpointer) pixels)[x];
          guint white = opaque ? 0 : 255 - (pixel >> 24);

          for (guint i = 0; i < 3; i++)
            row[3 * x + i] = MIN (255, (pixel >> (16 - 8 * i) & 255) + white);
        }
      pack_row (&stream, row, 3 * (gsize) columns, y == rows - 1 ? Z_FINISH : Z_NO_FLUSH, packed);
    }
  deflateEnd (&stream);
  return g_byte_array_free_to_bytes (packed);
}

static StewardScanPicture *
unpack (const Png  *png,
        GBytes     *file,
        GError    **error)
{
  StewardScanPicture *picture;
  cairo_surface_t *surface;

  if ((guint64) png->columns * png->rows > MAX_UNPACKED_PIXELS)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                           _("A PNG picture of that size must not have transparent or interlaced pixels."));
      return NULL;
    }
  surface = steward_png_unpack (file);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      damaged (error);
      return NULL;
    }
  picture = g_new0 (StewardScanPicture, 1);
  picture->bits = 8;
  picture->space = g_strdup ("/DeviceRGB");
  picture->more = g_strdup ("");
  picture->data = pack_on_white (surface);
  cairo_surface_destroy (surface);
  return picture;
}

StewardScanPicture *
steward_scan_read_png (GBytes        *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  Png png = { .orientation = 1, .packed = packed };
  StewardScanPicture *picture = NULL;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (file, &size);
  gboolean as_is;

  if (!read_chunks (&png, data, size, error))
    return NULL;
  as_is = !png.interlaced && !png.has_opacity;
  if (as_is)
    picture = check_rows (&png, cancellable, error) ? take_as_is (&png) : NULL;
  else
    picture = unpack (&png, file, error);
  if (picture == NULL)
    return NULL;
  picture->columns = png.columns;
  picture->rows = png.rows;
  picture->orientation = png.orientation;
  picture->dpi_x = png.dpi_x;
  picture->dpi_y = png.dpi_y;
  picture->filter = "FlateDecode";
  return picture;
}
