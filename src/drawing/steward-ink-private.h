/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "steward-clock.h"
#include "steward-style.h"

G_BEGIN_DECLS

/**
 * StewardInk:
 *
 * What both painters draw with: text set by Pango the way paper wants it (so
 * that a drawing measures the same on every surface), and the few shapes
 * that say a state without relying on a glyph being in a font.
 */
typedef struct _StewardInk StewardInk;

typedef enum { STEWARD_ALIGN_LEFT, STEWARD_ALIGN_CENTER, STEWARD_ALIGN_RIGHT } StewardAlign;
typedef enum { STEWARD_WEIGHT_NORMAL, STEWARD_WEIGHT_BOLD } StewardWeight;

/**
 * StewardTextSpec:
 * @x, @width: the text is aligned in this span and ellipsised at its end;
 *   a @width of 0 means that the text surely fits
 * @y: vertical middle of the text
 * @size: in points
 * @lines: at most, 0 is the same as 1
 */
typedef struct
{
  double              x;
  double              y;
  double              width;
  double              size;
  StewardWeight       weight;
  StewardAlign        align;
  int                 lines;
  const StewardColor *color;
} StewardTextSpec;

/* Distance of two baselines of wrapped text, in units of the size. */
#define STEWARD_INK_LINE 1.26

/* @cr NULL: only for measuring. */
StewardInk         *steward_ink_new        (cairo_t               *cr,
                                            const StewardStyle    *style);
void                steward_ink_free       (StewardInk            *self);
cairo_t            *steward_ink_get_cairo  (StewardInk            *self);
const StewardStyle *steward_ink_get_style  (StewardInk            *self);

/* Width of @text in units of the size. */
double              steward_ink_measure    (StewardInk            *self,
                                            StewardWeight          weight,
                                            const char            *text);
/* Quick and safe upper estimate of the same, without Pango. */
double              steward_ink_estimate   (const char            *text);
void                steward_ink_text       (StewardInk            *self,
                                            const StewardTextSpec *spec,
                                            const char            *text);
StewardColor        steward_color_mix      (const StewardColor    *a,
                                            const StewardColor    *b,
                                            double                 share_of_b);
void                steward_ink_color      (StewardInk            *self,
                                            const StewardColor    *color);
void                steward_ink_round_rect (StewardInk            *self,
                                            double                 x,
                                            double                 y,
                                            double                 width,
                                            double                 height,
                                            double                 radius);
void                steward_ink_fill_rect  (StewardInk            *self,
                                            const StewardColor    *color,
                                            double                 x,
                                            double                 y,
                                            double                 width,
                                            double                 height);
/* A horizontal or vertical line as a rectangle in the current path: PDF
 * takes a fill at half the cost of a stroke, and a path of many lines at
 * little more than one. */
void                steward_ink_add_line   (StewardInk            *self,
                                            double                 thickness,
                                            double                 x0,
                                            double                 y0,
                                            double                 x1,
                                            double                 y1);
void                steward_ink_line       (StewardInk            *self,
                                            const StewardColor    *color,
                                            double                 thickness,
                                            double                 x0,
                                            double                 y0,
                                            double                 x1,
                                            double                 y1);
/* Shape of a light, @size high, centred. */
void                steward_ink_light      (StewardInk            *self,
                                            StewardLight           light,
                                            double                 x,
                                            double                 y,
                                            double                 size);
/* A character in a rounded square, @size high, centred; @fill NULL: only an
 * outline; @dashed: the outline is. */
void                steward_ink_chip       (StewardInk            *self,
                                            const char            *text,
                                            const StewardColor    *fill,
                                            gboolean               dashed,
                                            double                 x,
                                            double                 y,
                                            double                 size);
/* Corner mark of the critical path: a filled triangle whose right angle is
 * at (@x, @y), the top right corner. */
void                steward_ink_corner     (StewardInk            *self,
                                            double                 x,
                                            double                 y,
                                            double                 size,
                                            double                 radius);
void                steward_ink_diamond    (StewardInk            *self,
                                            const StewardColor    *color,
                                            double                 x,
                                            double                 y,
                                            double                 size);
void                steward_ink_hatch      (StewardInk            *self,
                                            const StewardColor    *color,
                                            double                 x,
                                            double                 y,
                                            double                 width,
                                            double                 height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardInk, steward_ink_free)

G_END_DECLS
