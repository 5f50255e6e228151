/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-poppler-private.h"

#include <math.h>

static GMutex one_at_a_time;

GMutexLocker *
steward_pdf_lock (void)
{
  return g_mutex_locker_new (&one_at_a_time);
}

cairo_surface_t *
steward_pdf_page_draw (PopplerPage *page,
                       double       scale,
                       int          max_pixels)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  width = CLAMP (width, 1, 1e6);
  height = CLAMP (height, 1, 1e6);
  scale = MIN (scale, max_pixels / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, ceil (width * scale)),
                                        MAX (1, ceil (height * scale)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}
