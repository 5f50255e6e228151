/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-canvas-private.h"

#include <math.h>

/* Pixels of a touch pad that are worth one turn of a wheel. */
#define PIXELS_PER_TURN 60.0
/* How far two fingers move apart for a step of what has only steps. */
#define PINCH_STEP 1.6
/* Turns that are taken at once; a hand on a touch pad is fast. */
#define MOST_TURNS 3.0

/* Shows the drawing at a scale, so that its point @x, @y lies at a pixel of the
 * widget. */
static void
show_at (StewardCanvas *self,
         double         zoom,
         double         x,
         double         y,
         double         widget_x,
         double         widget_y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  priv->zoom = CLAMP (zoom, STEWARD_CANVAS_ZOOM_MIN, STEWARD_CANVAS_ZOOM_MAX);
  priv->magnified = TRUE;
  steward_canvas_fit_scroll (self);
  if (priv->hadjustment != NULL)
    gtk_adjustment_set_value (priv->hadjustment, x * priv->zoom - widget_x);
  if (priv->vadjustment != NULL)
    gtk_adjustment_set_value (priv->vadjustment, y * priv->zoom - widget_y);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What scrolls below a pixel; from where the head lies, the first that does. */
static void
find_point (StewardCanvas *self,
            double        *widget_x,
            double        *widget_y,
            double        *x,
            double        *y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double offset_x, offset_y, head_width, head_height;

  steward_canvas_get_head (self, &head_width, &head_height);
  steward_canvas_get_offset (self, &offset_x, &offset_y);
  *widget_x = MAX (*widget_x, head_width);
  *widget_y = MAX (*widget_y, head_height);
  *x = (*widget_x + offset_x) / priv->zoom;
  *y = (*widget_y + offset_y) / priv->zoom;
}

static gboolean
has_steps (StewardCanvas *self)
{
  return STEWARD_CANVAS_GET_CLASS (self)->zoom_by == steward_canvas_zoom_in_steps;
}

/* Zooms about a pixel of the view. */
static void
zoom_by (StewardCanvas *self,
         double         steps,
         double         widget_x,
         double         widget_y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  priv->zoom_x = widget_x;
  priv->zoom_y = widget_y;
  priv->pointed = TRUE;
  STEWARD_CANVAS_GET_CLASS (self)->zoom_by (self, steps);
  priv->pointed = FALSE;
}

/* The point between the fingers. */
static void
find_fingers (StewardCanvas *self,
              GtkGesture    *pinch,
              double        *x,
              double        *y)
{
  if (gtk_gesture_get_last_event (pinch, gtk_gesture_get_last_updated_sequence (pinch)) == NULL
      || !gtk_gesture_get_bounding_box_center (pinch, x, y))
    steward_canvas_get_zoom_point (self, x, y);
}

/* Two fingers hold what lies between them, wherever they go. */
static void
pinch_begin_cb (StewardCanvas    *self,
                GdkEventSequence *sequence,
                GtkGesture       *pinch)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double x, y;

  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!priv->pinching)
    priv->had_tooltip = gtk_widget_get_has_tooltip (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), FALSE);
  priv->pinching = TRUE;
  g_clear_pointer (&priv->hovered, g_free);
  priv->pinched = has_steps (self) ? 1 : priv->zoom;
  priv->wheel = 0;
  find_fingers (self, pinch, &x, &y);
  find_point (self, &x, &y, &priv->held_x, &priv->held_y);
}

static void
pinch_end_cb (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  priv->pinching = FALSE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), priv->had_tooltip);
}

static void
pinch_cb (StewardCanvas *self,
          double         scale,
          GtkGesture    *pinch)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double x, y;

  find_fingers (self, pinch, &x, &y);
  if (!has_steps (self))
    {
      show_at (self, priv->pinched * scale, priv->held_x, priv->held_y, x, y);
      return;
    }
  zoom_by (self, log (scale / priv->pinched) / log (PINCH_STEP), x, y);
  priv->pinched = scale;
}

/* Ctrl and the wheel zoom about the pointer. */
static gboolean
scroll_cb (StewardCanvas            *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  double turns = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_SURFACE ? dy / PIXELS_PER_TURN : dy;

  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  turns = CLAMP (-turns, -MOST_TURNS, MOST_TURNS);
  zoom_by (self, turns, priv->pointer_x, priv->pointer_y);

  return GDK_EVENT_STOP;
}

void
steward_canvas_zoom_in_steps (StewardCanvas *self,
                              double         steps)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  if (priv->wheel * steps < 0)
    priv->wheel = 0;
  for (priv->wheel += steps; fabs (priv->wheel) >= 1; priv->wheel -= copysign (1, priv->wheel))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.zoom", "i", priv->wheel > 0 ? 1 : -1);
}

void
steward_canvas_init_zoom (StewardCanvas *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "end", G_CALLBACK (pinch_end_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

void
steward_canvas_set_zoom (StewardCanvas *self,
                         double         zoom)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  g_return_if_fail (STEWARD_IS_CANVAS (self));

  priv->fit = zoom == 0;
  priv->magnified = FALSE;
  priv->reveal = TRUE;
  if (!priv->fit)
    priv->base = priv->zoom = CLAMP (zoom, STEWARD_CANVAS_ZOOM_MIN, STEWARD_CANVAS_ZOOM_MAX);
  steward_canvas_queue_layout (self);
}

double
steward_canvas_get_zoom (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  g_return_val_if_fail (STEWARD_IS_CANVAS (self), 1.0);

  return priv->zoom;
}

void
steward_canvas_magnify (StewardCanvas *self,
                        double         factor)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double widget_x, widget_y, x, y;

  g_return_if_fail (STEWARD_IS_CANVAS (self));
  g_return_if_fail (factor > 0);

  steward_canvas_get_zoom_point (self, &widget_x, &widget_y);
  find_point (self, &widget_x, &widget_y, &x, &y);
  show_at (self, priv->zoom * factor, x, y, widget_x, widget_y);
}

gboolean
steward_canvas_get_zoom_point (StewardCanvas *self,
                               double        *widget_x,
                               double        *widget_y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double width, height, head_width, head_height;
  cairo_rectangle_t place;

  g_return_val_if_fail (STEWARD_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (widget_x != NULL && widget_y != NULL, FALSE);

  *widget_x = priv->zoom_x;
  *widget_y = priv->zoom_y;
  if (priv->pointed)
    return TRUE;

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  steward_canvas_get_head (self, &head_width, &head_height);
  if (steward_canvas_find_selected (self, &place))
    {
      steward_canvas_to_widget (self, place.x + place.width / 2, place.y + place.height / 2, widget_x, widget_y);
      if (*widget_x >= head_width && *widget_x < width && *widget_y >= head_height && *widget_y < height)
        return TRUE;
    }
  *widget_x = (head_width + width) / 2;
  *widget_y = (head_height + height) / 2;

  return FALSE;
}
