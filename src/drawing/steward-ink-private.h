/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-clock.h"
#include "steward-lettering-private.h"
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

/* @cr NULL: only for measuring. */
StewardInk         *steward_ink_new        (cairo_t               *cr,
                                            const StewardStyle    *style);
/* The same with a lettering that outlives it, so that a frame need not set the
 * texts of the one before again. It may have been made for another scale:
 * Cairo looks for the font of the scale it draws at. */
StewardInk         *steward_ink_new_with   (cairo_t               *cr,
                                            const StewardStyle    *style,
                                            StewardLettering      *lettering);
void                steward_ink_free       (StewardInk            *self);
cairo_t            *steward_ink_get_cairo  (StewardInk            *self);
/* Draws on @cr from now on, which must have the scale of the first one. */
void                steward_ink_set_cairo  (StewardInk            *self,
                                            cairo_t               *cr);
const StewardStyle *steward_ink_get_style  (StewardInk            *self);
/* Whether the parts of the drawing are marked in the PDF that it is drawn
 * on: what is recorded, to be drawn often, cannot be. */
void                steward_ink_set_tagged (StewardInk            *self,
                                            gboolean               tagged);
/* Whether letters are drawn as shapes: see steward_run_draw_outlines(). */
void                steward_ink_set_outlines (StewardInk          *self,
                                            gboolean               outlines);
/* Around what is a heading ("H1", "H2") or a piece of text ("P"). */
void                steward_ink_begin_tag  (StewardInk            *self,
                                            const char            *tag);
void                steward_ink_end_tag    (StewardInk            *self,
                                            const char            *tag);

/* Width of @text in units of the size. */
double              steward_ink_measure    (StewardInk            *self,
                                            StewardWeight          weight,
                                            const char            *text);
void                steward_ink_text       (StewardInk            *self,
                                            const StewardTextSpec *spec,
                                            const char            *text);
StewardColor        steward_color_mix      (const StewardColor    *a,
                                            const StewardColor    *b,
                                            double                 share_of_b);
void                steward_ink_color      (StewardInk            *self,
                                            const StewardColor    *color);
/* Strokes the path, @thickness wide, and clears it. */
void                steward_ink_stroke     (StewardInk            *self,
                                            double                 thickness);
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
/* Only adds it to the path. */
void                steward_ink_add_corner (StewardInk            *self,
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
