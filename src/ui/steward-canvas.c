/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-canvas-private.h"

#include <math.h>

#include "steward-ui-text.h"

/* Smallest scale chosen by itself; below it one has to scroll. */
#define ZOOM_FIT 0.72

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (StewardCanvas, steward_canvas, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (StewardCanvas)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

StewardCanvasPrivate *
steward_canvas_get_private (StewardCanvas *self)
{
  return steward_canvas_get_instance_private (self);
}

static double
text_scale (StewardCanvas *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024.0), 0.5, 3.0) : 1.0;
}

static const StewardStyle *
current_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return steward_style_get (STEWARD_STYLE_CONTRAST);
  if (adw_style_manager_get_dark (manager))
    return steward_style_get (STEWARD_STYLE_DARK);

  return steward_style_get (STEWARD_STYLE_LIGHT);
}

/* A drawing without a head that is smaller than the view stands in its middle. */
void
steward_canvas_get_offset (StewardCanvas *self,
                           double        *x,
                           double        *y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - ceil (priv->content_width * priv->zoom);

  *x = priv->hadjustment != NULL ? round (gtk_adjustment_get_value (priv->hadjustment)) : 0;
  *y = priv->vadjustment != NULL ? round (gtk_adjustment_get_value (priv->vadjustment)) : 0;
  if (room > 1 && STEWARD_CANVAS_GET_CLASS (self)->head == NULL)
    *x = -floor (room / 2);
}

/* On a narrow window the labels would leave no room for the drawing, so they
 * scroll with it. */
void
steward_canvas_get_head (StewardCanvas *self,
                         double        *width,
                         double        *height)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  *width = *height = 0;
  if (STEWARD_CANVAS_GET_CLASS (self)->head != NULL)
    STEWARD_CANVAS_GET_CLASS (self)->head (self, width, height);

  *width *= priv->zoom;
  *height *= priv->zoom;
  if (*width > gtk_widget_get_width (GTK_WIDGET (self)) * 0.55)
    *width = 0;
  if (*height > gtk_widget_get_height (GTK_WIDGET (self)) * 0.5)
    *height = 0;
}

static void
placed (StewardCanvas *self)
{
  if (STEWARD_CANVAS_GET_CLASS (self)->placed != NULL)
    STEWARD_CANVAS_GET_CLASS (self)->placed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure_adjustment (GtkAdjustment *adjustment,
                      double         content,
                      double         view)
{
  if (adjustment == NULL)
    return;

  content = MAX (content, view);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, content - view),
                            0, content, view * 0.1, view * 0.9, view);
}

void
steward_canvas_fit_scroll (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  configure_adjustment (priv->hadjustment, ceil (priv->content_width * priv->zoom),
                        gtk_widget_get_width (GTK_WIDGET (self)));
  configure_adjustment (priv->vadjustment, ceil (priv->content_height * priv->zoom),
                        gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
lay_out (StewardCanvas *self,
         int            width,
         int            height)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  STEWARD_CANVAS_GET_CLASS (self)->layout (self, width / priv->base, height / priv->base, text_scale (self),
                                           &priv->content_width, &priv->content_height);
}

/* A drawing that is given more room may use it in another way, so that fitting
 * takes a second look. */
static void
lay_out_to_width (StewardCanvas *self,
                  int            width,
                  int            height)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  priv->base = 1.0;
  lay_out (self, width, height);
  for (int i = 0; i < 3 && priv->base > ZOOM_FIT; i++)
    {
      double scale = width / (priv->content_width * priv->base);

      if (scale > 0.999)
        return;
      priv->base = MAX (ZOOM_FIT, priv->base * scale);
      lay_out (self, width, height);
    }
}

gboolean
steward_canvas_find_selected (StewardCanvas     *self,
                              cairo_rectangle_t *place)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  return priv->selected != NULL && STEWARD_CANVAS_GET_CLASS (self)->find != NULL
         && STEWARD_CANVAS_GET_CLASS (self)->find (self, priv->selected, place);
}

static void
steward_canvas_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  StewardCanvas *self = STEWARD_CANVAS (widget);
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  cairo_rectangle_t place;

  if (priv->stale || width != priv->laid_width || height != priv->laid_height)
    {
      priv->stale = FALSE;
      priv->laid_width = width;
      priv->laid_height = height;
      if (priv->fit)
        lay_out_to_width (self, width, height);
      else
        lay_out (self, width, height);
      if (!priv->magnified)
        priv->zoom = priv->base;
    }

  steward_canvas_fit_scroll (self);
  if (priv->reveal && steward_canvas_find_selected (self, &place))
    steward_canvas_reveal (self, place.x, place.y, place.width, place.height);
  priv->reveal = FALSE;
  placed (self);
}

static void
steward_canvas_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 160;
}

static void
paint_region (StewardCanvas           *self,
              cairo_t                 *cr,
              const cairo_rectangle_t *region,
              double                   offset_x,
              double                   offset_y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  cairo_rectangle_t clip;

  if (region->width <= 0 || region->height <= 0)
    return;

  clip.x = (region->x + offset_x) / priv->zoom;
  clip.y = (region->y + offset_y) / priv->zoom;
  clip.width = region->width / priv->zoom;
  clip.height = region->height / priv->zoom;

  cairo_save (cr);
  cairo_rectangle (cr, region->x, region->y, region->width, region->height);
  cairo_clip (cr);
  cairo_translate (cr, -offset_x, -offset_y);
  cairo_scale (cr, priv->zoom, priv->zoom);
  STEWARD_CANVAS_GET_CLASS (self)->paint (self, cr, current_style (), &clip,
                                          priv->hovered != NULL ? priv->hovered : priv->selected);
  cairo_restore (cr);
}

static void
steward_canvas_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  StewardCanvas *self = STEWARD_CANVAS (widget);
  const StewardColor *paper = &current_style ()->paper;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double x, y, head_width, head_height;
  cairo_t *cr;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgba (cr, paper->red, paper->green, paper->blue, paper->alpha);
  cairo_paint (cr);

  steward_canvas_get_offset (self, &x, &y);
  steward_canvas_get_head (self, &head_width, &head_height);
  /* On a screen nobody sees the difference, and shapes take half the time. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  paint_region (self, cr, &(cairo_rectangle_t) { head_width, head_height,
                                                 width - head_width, height - head_height }, x, y);
  paint_region (self, cr, &(cairo_rectangle_t) { head_width, 0, width - head_width, head_height }, x, 0);
  paint_region (self, cr, &(cairo_rectangle_t) { 0, head_height, head_width, height - head_height }, 0, y);
  paint_region (self, cr, &(cairo_rectangle_t) { 0, 0, head_width, head_height }, 0, 0);
  cairo_destroy (cr);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
set_hovered (StewardCanvas *self,
             const char    *id)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  if (g_strcmp0 (id, priv->hovered) == 0)
    return;

  g_free (priv->hovered);
  priv->hovered = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (StewardCanvas      *self,
           double              widget_x,
           double              widget_y,
           GtkEventController *motion)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  GdkEvent *event = gtk_event_controller_get_current_event (motion);
  double x, y;

  /* A finger does not hover, and nothing tells when it has gone. */
  if (priv->pinching || (event != NULL && gdk_event_get_event_sequence (event) != NULL))
    return;
  /* A pointer that rests is told again after each layout; when the keyboard has
   * moved on from under it, that is no hovering. */
  if (priv->hovered == NULL && widget_x == priv->pointer_x && widget_y == priv->pointer_y)
    return;

  priv->pointer_x = widget_x;
  priv->pointer_y = widget_y;
  steward_canvas_to_drawing (self, widget_x, widget_y, &x, &y);
  set_hovered (self, STEWARD_CANVAS_GET_CLASS (self)->hit (self, x, y));
}

static void
leave_cb (StewardCanvas *self)
{
  set_hovered (self, NULL);
}

static void
choose (StewardCanvas *self,
        int            n_press,
        double         widget_x,
        double         widget_y)
{
  double x, y;
  g_autofree char *id = NULL;

  steward_canvas_to_drawing (self, widget_x, widget_y, &x, &y);
  id = g_strdup (STEWARD_CANVAS_GET_CLASS (self)->hit (self, x, y));
  steward_canvas_set_selected (self, id);
  g_signal_emit (self, signals[SELECTED], 0, id);
  if (n_press == 2)
    steward_canvas_activate (self);
}

/* A finger that is put down may be about to scroll or to pinch: it chooses when
 * it is lifted, the pointer at once. */
static gboolean
is_finger (GtkGesture *click)
{
  return gtk_gesture_get_last_updated_sequence (click) != NULL;
}

static void
pressed_cb (StewardCanvas *self,
            int            n_press,
            double         x,
            double         y,
            GtkGesture    *click)
{
  if (!is_finger (click))
    choose (self, n_press, x, y);
}

static void
released_cb (StewardCanvas *self,
             int            n_press,
             double         x,
             double         y,
             GtkGesture    *click)
{
  if (is_finger (click))
    choose (self, n_press, x, y);
}

static gboolean
enter_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  steward_canvas_activate (STEWARD_CANVAS (widget));

  return TRUE;
}

static void
style_changed_cb (StewardCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (StewardCanvas  *self,
                GtkAdjustment **field,
                GtkAdjustment  *adjustment)
{
  if (*field == adjustment)
    return;

  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, placed, self);
  g_set_object (field, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (placed), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
steward_canvas_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (STEWARD_CANVAS (object));

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_canvas_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  StewardCanvas *self = STEWARD_CANVAS (object);
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &priv->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &priv->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      priv->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      priv->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_canvas_realize (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  GTK_WIDGET_CLASS (steward_canvas_parent_class)->realize (widget);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_changed_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (steward_canvas_queue_layout), widget, G_CONNECT_SWAPPED);
}

static void
steward_canvas_unrealize (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_handlers_disconnect_by_func (manager, style_changed_cb, widget);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), steward_canvas_queue_layout, widget);

  GTK_WIDGET_CLASS (steward_canvas_parent_class)->unrealize (widget);
}

static void
steward_canvas_dispose (GObject *object)
{
  StewardCanvas *self = STEWARD_CANVAS (object);
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  set_adjustment (self, &priv->hadjustment, NULL);
  set_adjustment (self, &priv->vadjustment, NULL);
  g_clear_pointer (&priv->selected, g_free);
  g_clear_pointer (&priv->hovered, g_free);

  G_OBJECT_CLASS (steward_canvas_parent_class)->dispose (object);
}

static void steward_canvas_real_activate (StewardCanvas *self);

static void
steward_canvas_class_init (StewardCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steward_canvas_get_property;
  object_class->set_property = steward_canvas_set_property;
  object_class->dispose = steward_canvas_dispose;
  klass->activate = steward_canvas_real_activate;
  klass->zoom_by = steward_canvas_zoom_in_steps;
  widget_class->measure = steward_canvas_measure;
  widget_class->size_allocate = steward_canvas_size_allocate;
  widget_class->snapshot = steward_canvas_snapshot;
  widget_class->realize = steward_canvas_realize;
  widget_class->unrealize = steward_canvas_unrealize;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /* The user selected the thing with this id, or nothing (NULL). */
  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* The user wants to go into the thing with this id. */
  signals[ACTIVATED] =
    g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* See steward_canvas_drag_to(). */
  g_signal_new ("drag-scrolled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
}

static void
steward_canvas_init (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->base = priv->zoom = 1.0;
  priv->stale = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  steward_canvas_init_zoom (self);
}

void
steward_canvas_set_selected (StewardCanvas *self,
                             const char    *id)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  g_return_if_fail (STEWARD_IS_CANVAS (self));

  if (g_strcmp0 (id, priv->selected) == 0)
    return;

  g_free (priv->selected);
  priv->selected = g_strdup (id);
  /* The keyboard moved on from under a resting pointer. */
  g_clear_pointer (&priv->hovered, g_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
steward_canvas_get_selected (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  g_return_val_if_fail (STEWARD_IS_CANVAS (self), NULL);

  return priv->selected;
}

void
steward_canvas_activate (StewardCanvas *self)
{
  g_return_if_fail (STEWARD_IS_CANVAS (self));

  STEWARD_CANVAS_GET_CLASS (self)->activate (self);
}

static void
steward_canvas_real_activate (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  g_autofree char *id = NULL;

  if (priv->selected == NULL)
    return;

  id = g_strdup (priv->selected);
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

void
steward_canvas_queue_layout (StewardCanvas *self)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);

  g_return_if_fail (STEWARD_IS_CANVAS (self));

  priv->stale = TRUE;
  /* The new size may show or hide scroll bars, so that the scrolled window and
   * everything around it has to be asked too. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
steward_canvas_to_drawing (StewardCanvas *self,
                           double         widget_x,
                           double         widget_y,
                           double        *x,
                           double        *y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  double offset_x, offset_y, head_width, head_height;

  g_return_if_fail (STEWARD_IS_CANVAS (self));
  g_return_if_fail (x != NULL);
  g_return_if_fail (y != NULL);

  steward_canvas_get_offset (self, &offset_x, &offset_y);
  steward_canvas_get_head (self, &head_width, &head_height);
  *x = (widget_x + (widget_x >= head_width ? offset_x : 0)) / priv->zoom;
  *y = (widget_y + (widget_y >= head_height ? offset_y : 0)) / priv->zoom;
}

void
steward_canvas_to_widget (StewardCanvas *self,
                          double         x,
                          double         y,
                          double        *widget_x,
                          double        *widget_y)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  double offset_x, offset_y;

  g_return_if_fail (STEWARD_IS_CANVAS (self));

  steward_canvas_get_offset (self, &offset_x, &offset_y);
  *widget_x = x * priv->zoom - offset_x;
  *widget_y = y * priv->zoom - offset_y;
}

void
steward_canvas_reveal (StewardCanvas *self,
                       double         x,
                       double         y,
                       double         width,
                       double         height)
{
  StewardCanvasPrivate *priv = steward_canvas_get_instance_private (self);
  double head_width, head_height;

  g_return_if_fail (STEWARD_IS_CANVAS (self));

  steward_canvas_get_head (self, &head_width, &head_height);
  if (priv->hadjustment != NULL)
    gtk_adjustment_clamp_page (priv->hadjustment, x * priv->zoom - head_width, (x + width) * priv->zoom);
  if (priv->vadjustment != NULL)
    gtk_adjustment_clamp_page (priv->vadjustment, y * priv->zoom - head_height, (y + height) * priv->zoom);
}
