/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-scanner-private.h"

#include <glib/gi18n-lib.h>
#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "steward-error.h"

#define QUALITY 88
#define INCH_PER_METRE (1 / 0.0254)

typedef struct
{
  struct jpeg_error_mgr base;
  jmp_buf               jump;
} JpegErrors;

static void
jpeg_failed (j_common_ptr common)
{
  longjmp (((JpegErrors *) common->err)->jump, 1);
}

static void
jpeg_be_quiet (j_common_ptr common)
{
}

/* A row of 8 bits a channel, whatever the device gave. */
static void
read_row (const StewardScannerPage *self,
          guint                     row,
          guint8                   *out)
{
  const guint8 *in = self->data->data + (gsize) row * self->stride;
  gsize n = (gsize) self->columns * self->channels;

  if (self->depth == 16)
    for (gsize i = 0; i < n; i++)
      {
        guint16 value;

        memcpy (&value, in + 2 * i, 2);
        out[i] = value >> 8;
      }
  else
    memcpy (out, in, n);
}

static void
compress (const StewardScannerPage    *self,
          struct jpeg_compress_struct *cinfo,
          guint8                      *row)
{
  cinfo->image_width = self->columns;
  cinfo->image_height = self->rows;
  cinfo->input_components = self->channels;
  cinfo->in_color_space = self->channels == 3 ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_set_defaults (cinfo);
  jpeg_set_quality (cinfo, QUALITY, TRUE);
  cinfo->density_unit = 1;
  cinfo->X_density = self->dpi;
  cinfo->Y_density = self->dpi;
  jpeg_start_compress (cinfo, TRUE);
  while (cinfo->next_scanline < self->rows)
    {
      JSAMPROW rows[] = { row };

      read_row (self, cinfo->next_scanline, row);
      jpeg_write_scanlines (cinfo, rows, 1);
    }
  jpeg_finish_compress (cinfo);
}

static GBytes *
to_jpeg (const StewardScannerPage *self)
{
  struct jpeg_compress_struct cinfo = { 0 };
  JpegErrors errors;
  guint8 *row = g_malloc ((gsize) self->columns * self->channels);
  unsigned char *buffer = NULL;
  unsigned long size = 0;
  GBytes *volatile result = NULL;

  cinfo.err = jpeg_std_error (&errors.base);
  errors.base.error_exit = jpeg_failed;
  errors.base.output_message = jpeg_be_quiet;
  if (setjmp (errors.jump) == 0)
    {
      jpeg_create_compress (&cinfo);
      jpeg_mem_dest (&cinfo, &buffer, &size);
      compress (self, &cinfo, row);
      result = g_bytes_new (buffer, size);
    }
  jpeg_destroy_compress (&cinfo);
  free (buffer);
  g_free (row);
  return result;
}

static void
png_collect (png_structp png,
             png_bytep   data,
             size_t      size)
{
  g_byte_array_append (png_get_io_ptr (png), data, size);
}

static void
png_done (png_structp png)
{
}

static void
write_png (const StewardScannerPage *self,
           png_structp               png,
           png_infop                 info)
{
  png_uint_32 per_metre = (png_uint_32) (self->dpi * INCH_PER_METRE + 0.5);

  png_set_IHDR (png, info, self->columns, self->rows, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_write_info (png, info);
  /* A set bit is white in a PNG. */
  png_set_invert_mono (png);
  for (guint i = 0; i < self->rows; i++)
    png_write_row (png, self->data->data + (gsize) i * self->stride);
  png_write_end (png, info);
}

static GBytes *
to_png (const StewardScannerPage *self)
{
  GByteArray *bytes = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;
  volatile gboolean good = FALSE;

  if (info != NULL && setjmp (png_jmpbuf (png)) == 0)
    {
      png_set_write_fn (png, bytes, png_collect, png_done);
      write_png (self, png, info);
      good = TRUE;
    }
  png_destroy_write_struct (&png, &info);
  if (good)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}

GBytes *
steward_scanner_page_to_picture (const StewardScannerPage  *self,
                                 GError                   **error)
{
  GBytes *picture;

  g_return_val_if_fail (self != NULL && self->columns > 0 && self->rows > 0, NULL);
  g_return_val_if_fail ((gsize) self->rows * self->stride <= self->data->len, NULL);

  picture = self->depth == 1 ? to_png (self) : to_jpeg (self);
  if (picture == NULL)
    g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The page that was scanned cannot be made a picture."));
  return picture;
}
