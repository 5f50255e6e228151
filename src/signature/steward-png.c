/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-png-private.h"

#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize         left;
} Source;

static cairo_status_t
read_some (void          *closure,
           unsigned char *data,
           unsigned int   length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
steward_png_unpack (GBytes *png)
{
  Source source;

  source.data = g_bytes_get_data (png, &source.left);
  return cairo_image_surface_create_from_png_stream (read_some, &source);
}
