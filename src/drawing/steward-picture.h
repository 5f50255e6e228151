/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart.h"
#include "steward-timeline.h"

G_BEGIN_DECLS

/* Files a drawing can be written to. */
typedef enum { STEWARD_PICTURE_PDF, STEWARD_PICTURE_SVG, STEWARD_PICTURE_PNG } StewardPictureFormat;

/* The drawing as a file. PDF: pages of @page_width × @page_height points,
 * tiled with repeated head and labels when the drawing is larger than a
 * page (never smaller than 60 % before tiling); SVG and PNG: one picture,
 * PNG at @scale pixels per point. With a @scale of 0 both are exactly
 * @page_width × @page_height points or pixels, with the drawing fitted in.
 * (transfer full), STEWARD_ERROR_RENDER */
GBytes *steward_picture_of_flowchart (const StewardFlowchart *flowchart,
                                      StewardPictureFormat    format,
                                      StewardStyleKind        style,
                                      double                  page_width,
                                      double                  page_height,
                                      double                  scale,
                                      GError                **error);
GBytes *steward_picture_of_timeline  (const StewardTimeline  *timeline,
                                      StewardPictureFormat    format,
                                      StewardStyleKind        style,
                                      double                  page_width,
                                      double                  page_height,
                                      double                  scale,
                                      GError                **error);

G_END_DECLS
