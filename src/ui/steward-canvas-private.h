/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-canvas.h"

G_BEGIN_DECLS

/* Smallest and largest scale of a drawing. */
#define STEWARD_CANVAS_ZOOM_MIN 0.4
#define STEWARD_CANVAS_ZOOM_MAX 4.0

/**
 * StewardCanvasPrivate:
 * @base: scale that the drawing is laid out for
 * @zoom: scale that it is shown at, the same unless it is @magnified
 * @fit: @base follows from the width of the view
 * @content_width, @content_height: in points
 * @laid_width, @laid_height: size of the view at the last layout
 * @zoom_x, @zoom_y: pixels of the view that stay where they are while
 *   somebody zooms with the pointer, if @pointed
 * @pointer_x, @pointer_y: where the pointer was last: a wheel does not tell
 * @held_x, @held_y: point of the drawing that two fingers hold
 * @pinched: scale when they were put down; with steps, how far they were taken
 * @pinching: they are down; the display's pointer goes along with one of them,
 *   but shows no tool tip, even if there is one at other times (@had_tooltip)
 * @wheel: what the wheel turned and was not yet a whole step
 * @dragging: something is, from @drag_from_x, @drag_from_y to @drag_x, @drag_y in
 *   pixels of the view; @drag_tick scrolls while that is near an edge, last at
 *   @drag_time
 * @reveal: what is selected comes into sight with the next layout
 */
typedef struct
{
  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  guint          hpolicy : 1;
  guint          vpolicy : 1;

  double         base;
  double         zoom;
  gboolean       fit;
  gboolean       magnified;
  double         content_width;
  double         content_height;
  gboolean       stale;
  int            laid_width;
  int            laid_height;

  gboolean       pointed;
  double         zoom_x, zoom_y;
  double         pointer_x, pointer_y;
  double         held_x, held_y;
  double         pinched;
  gboolean       pinching;
  gboolean       had_tooltip;
  double         wheel;
  gboolean       reveal;

  gboolean       dragging;
  guint          drag_tick;
  gint64         drag_time;
  double         drag_x, drag_y;
  double         drag_from_x, drag_from_y;

  char          *selected;
  char          *hovered;
} StewardCanvasPrivate;

StewardCanvasPrivate *steward_canvas_get_private  (StewardCanvas *self);
/* Makes pinch and wheel zoom; once for each canvas. */
void                  steward_canvas_init_zoom    (StewardCanvas *self);
/* The head in pixels: 0 where it would leave no room for the drawing. */
void                  steward_canvas_get_head     (StewardCanvas *self,
                                                   double        *width,
                                                   double        *height);
/* Pixels of the drawing left of and above the view. */
void                  steward_canvas_get_offset   (StewardCanvas *self,
                                                   double        *x,
                                                   double        *y);
/* Where what is selected lies; FALSE when nothing is, or nobody knows. */
gboolean              steward_canvas_find_selected (StewardCanvas    *self,
                                                   cairo_rectangle_t *place);
/* As the keys do it, when @steps of the wheel make a whole one. */
void                  steward_canvas_zoom_in_steps (StewardCanvas    *self,
                                                   double             steps);
/* How far can be scrolled follows from the size of drawing and view. */
void                  steward_canvas_fit_scroll   (StewardCanvas *self);

G_END_DECLS
