/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"
#include "steward-style.h"

G_BEGIN_DECLS

/**
 * StewardCanvas:
 *
 * A scrollable, zoomable drawing painted by the same painter as the papers.
 * It knows nothing of what is drawn: a subclass lays out, paints and says
 * what lies at a point. Only the visible part is painted. Rows and columns of
 * a head stay in sight while the rest scrolls.
 */
#define STEWARD_TYPE_CANVAS (steward_canvas_get_type ())

G_DECLARE_DERIVABLE_TYPE (StewardCanvas, steward_canvas, STEWARD, CANVAS, GtkWidget)

/**
 * StewardCanvasClass:
 * @layout: lays the drawing out for a view of @width × @height points and
 *   returns the size it really has
 * @paint: paints what intersects @clip, in points
 * @hit: id of what lies at a point, or NULL. (transfer none)
 * @head: size of the part that stays in sight; NULL when there is none
 * @placed: what the view shows moved: children have to be placed again
 * @activate: Enter or a double click; by default #StewardCanvas::activated
 * @find: place of the thing with an id, in points; FALSE when it is not drawn
 * @zoom_by: the wheel was turned with Ctrl, up is more, or two fingers went
 *   apart; by default as the keys do it, in whole steps
 */
struct _StewardCanvasClass
{
  GtkWidgetClass parent_class;

  void        (*layout) (StewardCanvas           *self,
                         double                   width,
                         double                   height,
                         double                   text_scale,
                         double                  *content_width,
                         double                  *content_height);
  void        (*paint)  (StewardCanvas           *self,
                         cairo_t                 *cr,
                         const StewardStyle      *style,
                         const cairo_rectangle_t *clip,
                         const char              *focus);
  const char *(*hit)    (StewardCanvas           *self,
                         double                   x,
                         double                   y);
  void        (*head)   (StewardCanvas           *self,
                         double                  *width,
                         double                  *height);
  void        (*placed) (StewardCanvas           *self);
  void        (*activate) (StewardCanvas         *self);
  gboolean    (*find)   (StewardCanvas           *self,
                         const char              *id,
                         cairo_rectangle_t       *place);
  void        (*zoom_by) (StewardCanvas          *self,
                         double                   steps);
};

/* What one turn of the wheel or press of a key makes larger. */
#define STEWARD_CANVAS_STEP 1.2

/* Lays the drawing out for a scale, 1 is normal. 0 fits the drawing to the width
 * of the view: at most 1, and never so small that it cannot be read. */
void        steward_canvas_set_zoom     (StewardCanvas *self,
                                         double         zoom);
/* The scale it is drawn at now. */
double      steward_canvas_get_zoom     (StewardCanvas *self);
/* Shows the drawing as it is laid out, so many times larger than now; the point
 * of steward_canvas_get_zoom_point() stays where it is. */
void        steward_canvas_magnify      (StewardCanvas *self,
                                         double         factor);
/* Pixel of the widget that zooming leaves where it is: the pointer while it
 * zooms, else the middle of what is selected if that is in sight, else the
 * middle of the view: then FALSE. */
gboolean    steward_canvas_get_zoom_point (StewardCanvas *self,
                                         double        *widget_x,
                                         double        *widget_y);
/* The id that is selected and lit up, or NULL; #StewardCanvas::selected says
 * when the user changed it. */
void        steward_canvas_set_selected (StewardCanvas *self,
                                         const char    *id);
const char *steward_canvas_get_selected (StewardCanvas *self);
/* As Enter or a double click on what is selected: #StewardCanvas::activated. */
void        steward_canvas_activate     (StewardCanvas *self);
/* Lays out again before the next frame. */
void        steward_canvas_queue_layout (StewardCanvas *self);
/* From points of the drawing to pixels of the widget. */
void        steward_canvas_to_widget    (StewardCanvas *self,
                                         double         x,
                                         double         y,
                                         double        *widget_x,
                                         double        *widget_y);
/* The other way round; what is not scrolled stays where it is seen. */
void        steward_canvas_to_drawing   (StewardCanvas *self,
                                         double         widget_x,
                                         double         widget_y,
                                         double        *x,
                                         double        *y);
/* Something is dragged and is at this pixel now, perhaps outside: near an edge
 * the drawing scrolls on by itself, as long as it does not end, and says so with
 * #StewardCanvas::drag-scrolled each time, when other things lie below. */
void        steward_canvas_drag_to      (StewardCanvas *self,
                                         double         widget_x,
                                         double         widget_y);
/* It was let go, in whatever way. */
void        steward_canvas_drag_end     (StewardCanvas *self);
/* Scrolls until the rectangle, in points of the drawing, is in sight. */
void        steward_canvas_reveal       (StewardCanvas *self,
                                         double         x,
                                         double         y,
                                         double         width,
                                         double         height);

G_END_DECLS
