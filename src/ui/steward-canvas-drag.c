/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-canvas-private.h"

#include <math.h>

/* Pixels from an edge within which the drawing begins to scroll. */
#define MARGIN 32.0
/* Pixels a second at the edge, and at most: behind it it goes faster. */
#define SPEED      700.0
#define MOST_SPEED 2800.0
/* A pointer that was put down near an edge has to go nearer first. */
#define TOWARDS 8.0

/* How fast to go, in pixels a second, for a pointer at @at that was put down at
 * @from, between the edges @first and @last. */
static double
find_speed (double at,
            double from,
            double first,
            double last)
{
  double margin = MIN (MARGIN, (last - first) / 4);

  if (at < first + margin && at < from - TOWARDS)
    return MAX (-MOST_SPEED, -SPEED * (first + margin - at) / margin);
  if (at > last - margin && at > from + TOWARDS)
    return MIN (MOST_SPEED, SPEED * (at - last + margin) / margin);

  return 0;
}

/* FALSE at the end. */
static gboolean
scroll (GtkAdjustment *adjustment,
        double         pixels)
{
  double before;

  if (adjustment == NULL || pixels == 0)
    return FALSE;

  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + pixels);

  return gtk_adjustment_get_value (adjustment) != before;
}

/* How fast to go for where the pointer is now. */
static void
find_speeds (StewardCanvas *self,
             double        *across,
             double        *down)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double head_width, head_height;

  steward_canvas_get_head (self, &head_width, &head_height);
  *across = find_speed (priv->drag_x, priv->drag_from_x, head_width, gtk_widget_get_width (GTK_WIDGET (self)));
  *down = find_speed (priv->drag_y, priv->drag_from_y, head_height, gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  StewardCanvas *self = STEWARD_CANVAS (widget);
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = priv->drag_time > 0 ? MIN (0.1, (now - priv->drag_time) / (double) G_USEC_PER_SEC) : 0;
  double across, down;
  gboolean scrolled;

  priv->drag_time = now;
  find_speeds (self, &across, &down);
  scrolled = scroll (priv->hadjustment, across * seconds);
  scrolled |= scroll (priv->vadjustment, down * seconds);
  if (scrolled)
    g_signal_emit_by_name (self, "drag-scrolled");

  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);

  if (priv->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->drag_tick);
  priv->drag_tick = 0;
}

void
steward_canvas_drag_to (StewardCanvas *self,
                        double         widget_x,
                        double         widget_y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_private (self);
  double across, down;

  g_return_if_fail (STEWARD_IS_CANVAS (self));

  priv->drag_x = widget_x;
  priv->drag_y = widget_y;
  if (!priv->dragging)
    {
      priv->drag_from_x = widget_x;
      priv->drag_from_y = widget_y;
    }
  priv->dragging = TRUE;

  /* Frames run only while there is something to scroll. */
  find_speeds (self, &across, &down);
  if (across == 0 && down == 0)
    {
      stop_scrolling (self);
    }
  else if (priv->drag_tick == 0)
    {
      priv->drag_time = 0;
      priv->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
}

void
steward_canvas_drag_end (StewardCanvas *self)
{
  g_return_if_fail (STEWARD_IS_CANVAS (self));

  stop_scrolling (self);
  steward_canvas_get_private (self)->dragging = FALSE;
}
