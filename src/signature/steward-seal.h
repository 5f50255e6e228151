/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of a round official seal, when nothing else is said. */
#define STEWARD_SEAL_MM 40.0

/**
 * StewardStrokePoint:
 * @x, @y: millimetres from the upper left corner of the drawing
 * @width: of the line here, in millimetres; a pen gives more where it is
 *   pressed
 * @begins: a new stroke begins here
 *
 * One point of a signature drawn by hand.
 */
typedef struct
{
  double   x;
  double   y;
  double   width;
  gboolean begins;
} StewardStrokePoint;

/**
 * StewardSeal:
 * @png: (nullable): picture of a seal, transparent where it is not inked
 * @width_mm: how wide the picture is on paper, 0 for STEWARD_SEAL_MM
 * @strokes: (nullable): drawing by hand, of StewardStrokePoint; used when
 *   there is no picture
 * @caption: (nullable): lines of small print below, such as name and date
 *
 * What is seen in a signature field. It is centred in the field and made
 * smaller where the field is too small; nothing of it lies outside. With
 * neither picture nor drawing nor caption the field stays empty.
 */
typedef struct
{
  GBytes     *png;
  double      width_mm;
  GArray     *strokes;
  const char *caption;
} StewardSeal;

/* The largest picture of a seal that is read, and most points of a drawing. */
#define STEWARD_SEAL_MAX_BYTES (32 * 1024 * 1024)
#define STEWARD_SEAL_MAX_POINTS 100000

/* The picture of a seal as it will be seen on paper: read under the same
 * limits as when it is signed with, and made smaller as it will be there.
 * @columns × @rows pixels of CAIRO_FORMAT_ARGB32 without gaps. Works off the
 * main thread. STEWARD_ERROR_RENDER (transfer full) */
GBytes *steward_seal_read_picture (GBytes  *png,
                                   int     *columns,
                                   int     *rows,
                                   GError **error);

G_END_DECLS
