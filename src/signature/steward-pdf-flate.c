/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pdf-flate-private.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE (32 * 1024)

static GByteArray *
convert (GConverter   *converter,
         const guint8 *data,
         gsize         length,
         gsize         max_bytes)
{
  g_autoptr (GByteArray) result = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);

  for (;;)
    {
      gsize read = 0, written = 0;
      GConverterResult state = g_converter_convert (converter, data, length, block, BLOCK_SIZE,
                                                    G_CONVERTER_INPUT_AT_END, &read, &written, NULL);

      if (state == G_CONVERTER_ERROR || result->len + written > max_bytes)
        return NULL;
      g_byte_array_append (result, block, written);
      data += read;
      length -= read;
      if (state == G_CONVERTER_FINISHED)
        return g_steal_pointer (&result);
    }
}

GByteArray *
steward_pdf_inflate (const guint8 *data,
                     gsize         length,
                     gsize         max_bytes)
{
  g_autoptr (GZlibDecompressor) converter = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  return convert (G_CONVERTER (converter), data, length, max_bytes);
}

GByteArray *
steward_pdf_deflate (const guint8 *data,
                     gsize         length)
{
  g_autoptr (GZlibCompressor) converter = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);

  return convert (G_CONVERTER (converter), data, length, G_MAXSIZE);
}

static guint8
predict_paeth (int left,
               int up,
               int corner)
{
  int guess = left + up - corner;
  int to_left = abs (guess - left), to_up = abs (guess - up), to_corner = abs (guess - corner);

  if (to_left <= to_up && to_left <= to_corner)
    return left;
  return to_up <= to_corner ? up : corner;
}

/* One byte per sample, as in cross-reference tables. */
static gboolean
unpredict_row (guint8        kind,
               guint8       *row,
               const guint8 *above,
               guint         columns)
{
  for (guint i = 0; i < columns; i++)
    {
      guint8 left = i > 0 ? row[i - 1] : 0;
      guint8 up = above != NULL ? above[i] : 0;
      guint8 corner = above != NULL && i > 0 ? above[i - 1] : 0;

      switch (kind)
        {
        case 0:
          break;
        case 1:
          row[i] += left;
          break;
        case 2:
          row[i] += up;
          break;
        case 3:
          row[i] += (left + up) / 2;
          break;
        case 4:
          row[i] += predict_paeth (left, up, corner);
          break;
        default:
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
steward_pdf_unpredict (GByteArray *bytes,
                       guint       columns)
{
  gsize n_rows;

  if (columns == 0 || columns > 1024 || bytes->len % (columns + 1) != 0)
    return FALSE;
  n_rows = bytes->len / (columns + 1);
  for (gsize i = 0; i < n_rows; i++)
    {
      guint8 kind = bytes->data[i * (columns + 1)];
      guint8 *row = bytes->data + i * columns;

      memmove (row, bytes->data + i * (columns + 1) + 1, columns);
      if (!unpredict_row (kind, row, i > 0 ? row - columns : NULL, columns))
        return FALSE;
    }
  g_byte_array_set_size (bytes, n_rows * columns);
  return TRUE;
}
