/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-ink-private.h"

G_BEGIN_DECLS

/**
 * StewardKey:
 * @kind: a number of the drawing that owns the legend
 * @light: when the sign is a light
 * @x, @y: left end and middle, once placed
 *
 * One entry of a legend: a sign and its word.
 */
typedef struct
{
  int           kind;
  StewardLight  light;
  const char   *word;
  double        x;
  double        y;
} StewardKey;

/* Multiples of the unit: height of a row, room for the sign. */
#define STEWARD_LEGEND_ROW  1.75
#define STEWARD_LEGEND_SIGN 1.5
#define STEWARD_LEGEND_TEXT 0.84

/* Names every light (done late only with @late), in one order. */
void steward_legend_add_lights (GArray           *keys,
                                int               kind,
                                gboolean          late);
void steward_legend_add        (GArray           *keys,
                                int               kind,
                                const char       *word);
/* Breaks the entries (StewardKey) into rows of @width, leaving room for the
 * sentence at the end of the last row or below it; returns the number of
 * rows. */
int  steward_legend_place      (GArray           *keys,
                                double            unit,
                                double            left,
                                double            top,
                                double            width);
/* The words beside the signs, and the sentence that says who decides,
 * aligned right with its middle at @y. */
void steward_legend_paint      (StewardInk       *ink,
                                const GArray     *keys,
                                double            unit,
                                double            left,
                                double            y,
                                double            width);

G_END_DECLS
