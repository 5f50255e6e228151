/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "steward-style.h"

G_BEGIN_DECLS

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

/**
 * StewardLettering:
 *
 * Sets text with Pango the way paper wants it, and keeps what it has set:
 * the rows of a drawing repeat the words of one policy pack, and to shape a
 * word costs many times what it costs to draw its glyphs again.
 */
typedef struct _StewardLettering StewardLettering;

/* @cr NULL: only for measuring. What is drawn later must be scaled like @cr
 * is now. */
StewardLettering *steward_lettering_new      (cairo_t               *cr,
                                              const char            *families);
void              steward_lettering_free     (StewardLettering      *self);
/* Whether letters are drawn as shapes: see steward_run_draw_outlines(). */
void              steward_lettering_set_outlines (StewardLettering  *self,
                                              gboolean               outlines);
/* Width of @text in units of the size. */
double            steward_lettering_measure  (StewardLettering      *self,
                                              StewardWeight          weight,
                                              const char            *text);
/* Quick and safe upper estimate of the same, without Pango. */
double            steward_lettering_estimate (const char            *text);
/* Draws @text on @cr in the colour set there. */
void              steward_lettering_draw     (StewardLettering      *self,
                                              cairo_t               *cr,
                                              const StewardTextSpec *spec,
                                              const char            *text);

G_END_DECLS
