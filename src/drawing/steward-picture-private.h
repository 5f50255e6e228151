/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-private.h"
#include "steward-picture.h"
#include "steward-sheets.h"
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

/* Frees nothing but the title: what is drawn is borrowed. */
void              steward_picture_init_flowchart (StewardPicture            *self,
                                                  const StewardFlowchart    *flowchart,
                                                  StewardStyleKind           style);
void              steward_picture_init_timeline  (StewardPicture            *self,
                                                  const StewardTimeline     *timeline,
                                                  StewardStyleKind           style);
void              steward_picture_clear          (StewardPicture            *self);
void              steward_picture_paint          (const StewardPicture      *self,
                                                  StewardInk                *ink,
                                                  const cairo_rectangle_t   *clip,
                                                  StewardTimelineParts       parts);
/* All of it, at the origin of @cr; @tagged: marked for readers of a PDF. */
void              steward_picture_paint_whole    (const StewardPicture      *self,
                                                  cairo_t                   *cr,
                                                  gboolean                   tagged);
/* Covers the whole page with the colour of the paper. */
void              steward_picture_paint_ground   (const StewardPicture      *self,
                                                  cairo_t                   *cr);
/* Turns what went wrong on @surface into an error. */
gboolean          steward_picture_check          (cairo_surface_t           *surface,
                                                  GError                   **error);
/* For cairo surfaces that are streams; @closure is a GByteArray. */
cairo_status_t    steward_picture_collect        (void                      *closure,
                                                  const unsigned char       *data,
                                                  unsigned int               length);

/* Whether title and signs are part of it: not of one screen of a stage. */
gboolean          steward_picture_has_frame      (const StewardPicture      *self);
/* Paints the signs at the foot of a page, @width wide, and returns their
 * height; with @ink NULL only the latter. */
double            steward_picture_paint_signs    (const StewardPicture      *self,
                                                  StewardInk                *ink,
                                                  double                     top,
                                                  double                     width);

/* What of one direction is on a page: @from to @to is on no other, up to @end
 * is on the next as well. */
typedef struct { double from, to, end; } StewardTileSpan;

/* Cuts the drawing into spans of @room at most that overlap by @overlap at
 * least, no more than @most and one. They may end early for the looks, but are
 * filled to @filling, a part of 1, at least: (element-type StewardTileSpan)
 * (transfer full) */
GArray           *steward_picture_find_spans     (const StewardPicture      *source,
                                                  gboolean                   across,
                                                  double                     room,
                                                  double                     overlap,
                                                  double                     filling,
                                                  guint                      most);

/**
 * StewardTiles:
 *
 * The drawing over as many pages as it takes, scaled down to a least scale
 * at most, and then as large as so many pages allow. What is next to a cut is
 * on both pages, paler on the first. @source has to live longer.
 */
typedef struct _StewardTiles StewardTiles;

StewardTiles     *steward_tiles_new              (const StewardPicture      *source,
                                                  double                     page_width,
                                                  double                     page_height,
                                                  double                     least_scale,
                                                  GError                   **error);
void              steward_tiles_free             (StewardTiles              *self);
guint             steward_tiles_get_n_pages      (const StewardTiles        *self);
double            steward_tiles_get_scale        (const StewardTiles        *self);
/* What of the drawing is on that page and on no other; and what is painted of
 * it there. */
cairo_rectangle_t steward_tiles_get_shown        (const StewardTiles        *self,
                                                  guint                      page);
cairo_rectangle_t steward_tiles_get_part         (const StewardTiles        *self,
                                                  guint                      page);
void              steward_tiles_paint            (StewardTiles              *self,
                                                  cairo_t                   *cr,
                                                  guint                      page,
                                                  gboolean                   tagged);
/* Page and place on it of a point of the drawing. */
guint             steward_tiles_find             (const StewardTiles        *self,
                                                  double                     x,
                                                  double                     y,
                                                  double                    *page_y);

/* The headings of the drawing in order, with their places: (element-type
 * StewardPictureMark) (transfer full) */
typedef struct
{
  const char *title;
  double      x, y;
} StewardPictureMark;

GArray           *steward_picture_find_marks     (const StewardPicture      *self);

/* @picture is given over. */
StewardSheets    *steward_sheets_of_picture      (StewardPicture            *picture,
                                                  double                     page_width,
                                                  double                     page_height,
                                                  double                     least_scale,
                                                  GError                   **error);

G_END_DECLS
