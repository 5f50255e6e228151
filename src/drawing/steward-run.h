/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * StewardRun:
 * @font: of all glyphs; may be exchanged before the run is drawn
 * @text: what they stand for, so that it can be found and copied out of a PDF
 * @glyphs: those that leave a mark, placed around the point of drawing
 * @clusters: which bytes of @text each glyph stands for
 *
 * Glyphs of one font, taken out of a line that Pango has set, to be drawn
 * often or in another font than Pango would.
 */
typedef struct
{
  cairo_scaled_font_t        *font;
  char                       *text;
  cairo_glyph_t              *glyphs;
  cairo_text_cluster_t       *clusters;
  int                         n_glyphs;
  int                         n_clusters;
  cairo_text_cluster_flags_t  flags;
} StewardRun;

/* Takes the glyphs of @item, one of a line in the layout of @text, from @x
 * and @y on. Returns where the next item begins. */
double steward_run_init  (StewardRun       *self,
                          PangoGlyphItem   *item,
                          const char       *text,
                          double            x,
                          double            y);
void   steward_run_clear (StewardRun       *self);
/* Draws it at @x, @y in the colour set on @cr. */
void   steward_run_draw  (const StewardRun *self,
                          cairo_t          *cr,
                          double            x,
                          double            y);
/* The same as shapes, for pictures of pixels: Cairo before 1.18 puts each glyph
 * of a text on a whole pixel, which sets small letters unevenly. In a PDF or SVG
 * they would be no text any more. */
void   steward_run_draw_outlines (const StewardRun *self,
                                  cairo_t          *cr,
                                  double            x,
                                  double            y);

G_END_DECLS
