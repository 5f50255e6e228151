/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-seal.h"

G_BEGIN_DECLS

/* Most points that are drawn by hand in one signature; what comes after them
 * is not taken. */
#define STEWARD_HANDWRITING_MAX_SAMPLES 20000

/**
 * StewardInkSample:
 * @x, @y: millimetres from the upper left corner of the pad
 * @pressure: from 0 to 1; negative when the device does not tell
 * @time: milliseconds on any clock
 * @begins: the pen was put down here
 *
 * What a pen, a finger or a mouse told while somebody signed.
 */
typedef struct
{
  double   x;
  double   y;
  double   pressure;
  double   time;
  gboolean begins;
} StewardInkSample;

/* A line as ink would leave it, from @samples (element-type StewardInkSample):
 * rounded between the points that were told, wider where the pen was pressed
 * or, when that is not known, where it was slow. Samples that are no numbers
 * or come too many are left out. (transfer full)
 * (element-type StewardStrokePoint) */
GArray *steward_handwriting_smooth (const GArray *samples);

G_END_DECLS
