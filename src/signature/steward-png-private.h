/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Unpacks a PNG whose size was checked; its status says whether that went well.
 * (transfer full) */
cairo_surface_t *steward_png_unpack (GBytes *png);

G_END_DECLS
