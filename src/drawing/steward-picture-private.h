/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-private.h"
#include "steward-picture.h"
#include "steward-timeline-private.h"

G_BEGIN_DECLS

/**
 * StewardPicture:
 * @flowchart, @timeline: what is drawn, seen alike by the three formats; one
 *   of them is NULL
 * @frozen_width, @frozen_height: stay in sight on every page of a tiled
 *   drawing
 */
typedef struct
{
  const StewardFlowchart *flowchart;
  const StewardTimeline  *timeline;
  double                  width, height;
  double                  frozen_width, frozen_height;
  const StewardStyle     *style;
  char                   *title;
} StewardPicture;

void     steward_picture_paint        (const StewardPicture     *self,
                                       StewardInk               *ink,
                                       const cairo_rectangle_t  *clip,
                                       StewardTimelineParts      parts);
/* Covers the whole page with the colour of the paper. */
void     steward_picture_paint_ground (const StewardPicture     *self,
                                       cairo_t                  *cr);
/* The drawing over as many pages as it takes, scaled down to @least_scale at
 * most. */
gboolean steward_picture_paint_tiles  (const StewardPicture     *self,
                                       cairo_t                  *cr,
                                       double                    page_width,
                                       double                    page_height,
                                       double                    least_scale,
                                       GError                  **error);

G_END_DECLS
