/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-style.h"

/* What a picture has at a point, and what a colour looks like there, as
 * 0xRRGGBB. */

static inline guint32
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  cairo_surface_flush (surface);
  return ((guint32 *) (cairo_image_surface_get_data (surface)
                       + (int) y * cairo_image_surface_get_stride (surface)))[(int) x] & 0xffffff;
}

static inline guint32
to_pixel (const StewardColor *color)
{
  return (guint32) (color->red * 255 + 0.5) << 16 | (guint32) (color->green * 255 + 0.5) << 8
         | (guint32) (color->blue * 255 + 0.5);
}
