/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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

G_END_DECLS
