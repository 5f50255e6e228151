/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pen-layer.h"

/* Of the height of the sheet, so that it is seen from the last row. */
#define PEN_WIDTH 0.03
#define PEN_ALPHA 0.55
/* Of libadwaita: no state has this yellow. */
#define PEN_COLOR "yellow_3"

/* From 0 to 1 over the width and height of the sheet. */
typedef struct { double x, y; } Point;

struct _StewardPenLayer
{
  GtkWidget   parent_instance;

  GtkGesture *drag;
  GPtrArray  *strokes;     /* of GArray of Point */
  double      start_x;
  double      start_y;
};

G_DEFINE_FINAL_TYPE (StewardPenLayer, steward_pen_layer, GTK_TYPE_WIDGET)

static void
add_point (StewardPenLayer *self,
           double           x,
           double           y)
{
  GArray *stroke = g_ptr_array_index (self->strokes, self->strokes->len - 1);
  Point point = { x / MAX (1, gtk_widget_get_width (GTK_WIDGET (self))),
                  y / MAX (1, gtk_widget_get_height (GTK_WIDGET (self))) };

  g_array_append_val (stroke, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (StewardPenLayer *self,
               double           x,
               double           y)
{
  self->start_x = x;
  self->start_y = y;
  g_ptr_array_add (self->strokes, g_array_new (FALSE, FALSE, sizeof (Point)));
  add_point (self, x, y);
}

static void
drag_update_cb (StewardPenLayer *self,
                double           x,
                double           y)
{
  if (self->strokes->len > 0)
    add_point (self, self->start_x + x, self->start_y + y);
}

static void
draw_stroke (cairo_t      *cr,
             const GArray *stroke,
             double        width,
             double        height)
{
  for (guint i = 0; i < stroke->len; i++)
    {
      const Point *point = &g_array_index (stroke, Point, i);

      cairo_line_to (cr, point->x * width, point->y * height);
      /* A touch without a movement is a dot. */
      if (stroke->len == 1)
        cairo_line_to (cr, point->x * width, point->y * height);
    }
  cairo_stroke (cr);
}

static void
steward_pen_layer_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  StewardPenLayer *self = STEWARD_PEN_LAYER (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA ink = { 1, 1, 0, 1 };
  cairo_t *cr;

  if (self->strokes->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), PEN_COLOR, &ink);
  ink.alpha = PEN_ALPHA;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, PEN_WIDTH * height);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->strokes->len; i++)
    draw_stroke (cr, g_ptr_array_index (self->strokes, i), width, height);
  cairo_destroy (cr);
}

static void
steward_pen_layer_finalize (GObject *object)
{
  g_ptr_array_unref (STEWARD_PEN_LAYER (object)->strokes);

  G_OBJECT_CLASS (steward_pen_layer_parent_class)->finalize (object);
}

static void
steward_pen_layer_class_init (StewardPenLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_pen_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = steward_pen_layer_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
free_stroke (gpointer data)
{
  g_array_unref (data);
}

static void
steward_pen_layer_init (StewardPenLayer *self)
{
  self->strokes = g_ptr_array_new_with_free_func (free_stroke);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  steward_pen_layer_set_active (self, FALSE);
}

GtkWidget *
steward_pen_layer_new (void)
{
  return g_object_new (STEWARD_TYPE_PEN_LAYER, NULL);
}

void
steward_pen_layer_set_active (StewardPenLayer *self,
                              gboolean         active)
{
  g_return_if_fail (STEWARD_IS_PEN_LAYER (self));

  gtk_widget_set_can_target (GTK_WIDGET (self), active);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), active ? "crosshair" : NULL);
}

void
steward_pen_layer_clear (StewardPenLayer *self)
{
  g_return_if_fail (STEWARD_IS_PEN_LAYER (self));

  g_ptr_array_set_size (self->strokes, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
steward_pen_layer_get_n_strokes (StewardPenLayer *self)
{
  g_return_val_if_fail (STEWARD_IS_PEN_LAYER (self), 0);

  return self->strokes->len;
}
