/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-handwriting-pad.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

#define PIXELS_PER_MM 6.0
#define WIDTH_MM 80
#define HEIGHT_MM 40

struct _StewardHandwritingPad
{
  GtkWidget  parent_instance;

  GArray    *samples;    /* StewardInkSample */
  GArray    *strokes;    /* of them; NULL when they have to be smoothed again */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardHandwritingPad, steward_handwriting_pad, GTK_TYPE_WIDGET)

static void
changed (StewardHandwritingPad *self)
{
  g_clear_pointer (&self->strokes, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_sample (StewardHandwritingPad *self,
            double                 x,
            double                 y,
            double                 pressure,
            gboolean               begins)
{
  const StewardInkSample sample = {
    CLAMP (x / PIXELS_PER_MM, 0, WIDTH_MM), CLAMP (y / PIXELS_PER_MM, 0, HEIGHT_MM),
    MIN (pressure, 1), g_get_monotonic_time () / 1000.0, begins,
  };

  if (self->samples->len >= STEWARD_HANDWRITING_MAX_SAMPLES)
    return;
  g_array_append_val (self->samples, sample);
  changed (self);
}

void
steward_handwriting_pad_begin (StewardHandwritingPad *self,
                               double                 x,
                               double                 y,
                               double                 pressure)
{
  g_return_if_fail (STEWARD_IS_HANDWRITING_PAD (self));

  add_sample (self, x, y, pressure, TRUE);
}

void
steward_handwriting_pad_move (StewardHandwritingPad *self,
                              double                 x,
                              double                 y,
                              double                 pressure)
{
  g_return_if_fail (STEWARD_IS_HANDWRITING_PAD (self));

  add_sample (self, x, y, pressure, FALSE);
}

void
steward_handwriting_pad_undo (StewardHandwritingPad *self)
{
  g_return_if_fail (STEWARD_IS_HANDWRITING_PAD (self));

  while (self->samples->len > 0)
    {
      gboolean begins = g_array_index (self->samples, StewardInkSample, self->samples->len - 1).begins;

      g_array_set_size (self->samples, self->samples->len - 1);
      if (begins)
        break;
    }
  changed (self);
}

void
steward_handwriting_pad_clear (StewardHandwritingPad *self)
{
  g_return_if_fail (STEWARD_IS_HANDWRITING_PAD (self));

  g_array_set_size (self->samples, 0);
  changed (self);
}

static const GArray *
get_smooth (StewardHandwritingPad *self)
{
  if (self->strokes == NULL)
    self->strokes = steward_handwriting_smooth (self->samples);
  return self->strokes;
}

GArray *
steward_handwriting_pad_get_strokes (StewardHandwritingPad *self)
{
  g_return_val_if_fail (STEWARD_IS_HANDWRITING_PAD (self), NULL);

  return get_smooth (self)->len > 0 ? g_array_ref (self->strokes) : NULL;
}

static void
draw (cairo_t      *cr,
      const GArray *strokes)
{
  cairo_set_source_rgb (cr, 0.05, 0.05, 0.1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < strokes->len; i++)
    {
      const StewardStrokePoint *to = &g_array_index (strokes, StewardStrokePoint, i);
      const StewardStrokePoint *from = to->begins ? to : to - 1;

      cairo_set_line_width (cr, (from->width + to->width) / 2);
      cairo_move_to (cr, from->x, from->y);
      cairo_line_to (cr, to->x, to->y);
      cairo_stroke (cr);
    }
}

GdkPaintable *
steward_handwriting_to_picture (const GArray *strokes,
                                int           side)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double scale = MIN (side / (double) WIDTH_MM, side / (double) HEIGHT_MM);
  const graphene_size_t size = GRAPHENE_SIZE_INIT (WIDTH_MM * scale, HEIGHT_MM * scale);
  cairo_t *cr;

  g_return_val_if_fail (strokes != NULL && side > 0, NULL);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, size.width, size.height));
  cairo_scale (cr, scale, scale);
  draw (cr, strokes);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_paintable (snapshot, &size);
}

static void
steward_handwriting_pad_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  StewardHandwritingPad *self = STEWARD_HANDWRITING_PAD (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                   gtk_widget_get_height (widget));
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, PIXELS_PER_MM, PIXELS_PER_MM);
  /* The line to sign on. */
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_set_line_width (cr, 0.2);
  cairo_move_to (cr, 5, HEIGHT_MM * 0.75);
  cairo_line_to (cr, WIDTH_MM - 5, HEIGHT_MM * 0.75);
  cairo_stroke (cr);
  draw (cr, get_smooth (self));
  cairo_destroy (cr);
}

static void
steward_handwriting_pad_measure (GtkWidget      *widget,
                                 GtkOrientation  orientation,
                                 int             for_size,
                                 int            *minimum,
                                 int            *natural,
                                 int            *minimum_baseline,
                                 int            *natural_baseline)
{
  *minimum = *natural = PIXELS_PER_MM * (orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_MM : HEIGHT_MM);
  *minimum_baseline = *natural_baseline = -1;
}

static double
get_pressure (GtkGestureStylus *gesture)
{
  double pressure;

  return gtk_gesture_stylus_get_axis (gesture, GDK_AXIS_PRESSURE, &pressure) ? pressure : -1;
}

static void
stylus_down_cb (StewardHandwritingPad *self,
                double                 x,
                double                 y,
                GtkGestureStylus      *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  steward_handwriting_pad_begin (self, x, y, get_pressure (gesture));
}

/* Between two frames a pen tells many points; all of them are ink. */
static void
stylus_motion_cb (StewardHandwritingPad *self,
                  double                 x,
                  double                 y,
                  GtkGestureStylus      *gesture)
{
  g_autofree GdkTimeCoord *backlog = NULL;
  guint n = 0;

  if (gtk_gesture_stylus_get_backlog (gesture, &backlog, &n))
    for (guint i = 0; i < n; i++)
      steward_handwriting_pad_move (self, backlog[i].axes[GDK_AXIS_X], backlog[i].axes[GDK_AXIS_Y],
                                    (backlog[i].flags & GDK_AXIS_FLAG_PRESSURE) != 0
                                    ? backlog[i].axes[GDK_AXIS_PRESSURE] : -1);
  steward_handwriting_pad_move (self, x, y, get_pressure (gesture));
}

/* A pen is told twice, by its own gesture and as if it were a mouse. */
static void
drag_begin_cb (StewardHandwritingPad *self,
               double                 x,
               double                 y,
               GtkGesture            *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, NULL);

  if (event != NULL && gdk_event_get_device_tool (event) != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  else
    steward_handwriting_pad_begin (self, x, y, -1);
}

static void
drag_update_cb (StewardHandwritingPad *self,
                double                 x,
                double                 y,
                GtkGestureDrag        *gesture)
{
  double from_x, from_y;

  if (gtk_gesture_drag_get_start_point (gesture, &from_x, &from_y))
    steward_handwriting_pad_move (self, from_x + x, from_y + y, -1);
}

static void
steward_handwriting_pad_finalize (GObject *object)
{
  StewardHandwritingPad *self = STEWARD_HANDWRITING_PAD (object);

  g_array_unref (self->samples);
  g_clear_pointer (&self->strokes, g_array_unref);

  G_OBJECT_CLASS (steward_handwriting_pad_parent_class)->finalize (object);
}

static void
steward_handwriting_pad_class_init (StewardHandwritingPadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steward_handwriting_pad_finalize;
  widget_class->snapshot = steward_handwriting_pad_snapshot;
  widget_class->measure = steward_handwriting_pad_measure;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
steward_handwriting_pad_init (StewardHandwritingPad *self)
{
  GtkGesture *stylus = gtk_gesture_stylus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->samples = g_array_new (FALSE, FALSE, sizeof (StewardInkSample));
  g_signal_connect_swapped (stylus, "down", G_CALLBACK (stylus_down_cb), self);
  g_signal_connect_swapped (stylus, "motion", G_CALLBACK (stylus_motion_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (stylus));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  steward_ui_set_label (GTK_WIDGET (self), _("Sheet to sign on by hand"));
}

GtkWidget *
steward_handwriting_pad_new (void)
{
  return g_object_new (STEWARD_TYPE_HANDWRITING_PAD, NULL);
}

/* A window of its own around the pad. */
typedef struct
{
  StewardHandwritingPad *pad;
  GtkWidget             *take;
  GtkWidget             *undo;
  StewardHandwritten     callback;
  gpointer               user_data;
  GDestroyNotify         destroy;
} Asking;

static void
asking_free (Asking *asking)
{
  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_free (asking);
}

static void
take_cb (Asking *asking)
{
  GArray *strokes = steward_handwriting_pad_get_strokes (asking->pad);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (asking->pad));

  asking->callback (strokes, asking->user_data);
  gtk_window_destroy (GTK_WINDOW (root));
}

static void
drawn_cb (Asking *asking)
{
  g_autoptr (GArray) strokes = steward_handwriting_pad_get_strokes (asking->pad);

  gtk_widget_set_sensitive (asking->take, strokes != NULL);
  gtk_widget_set_sensitive (asking->undo, strokes != NULL);
}

static GtkWidget *
header_new (Asking *asking)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  asking->undo = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  steward_ui_set_label (asking->undo, _("Wipe the last stroke"));
  steward_ui_set_tooltip (asking->undo, _("Wipe the last stroke"));
  asking->take = gtk_button_new_with_mnemonic (_("_Use"));
  gtk_widget_add_css_class (asking->take, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), asking->undo);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), asking->take);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  return header;
}

static GtkWidget *
content_new (Asking *asking)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = steward_ui_label_new (_("Sign with a pen, a finger or the mouse."), "dim-label");

  asking->pad = STEWARD_HANDWRITING_PAD (steward_handwriting_pad_new ());
  gtk_widget_set_margin_top (hint, 8);
  gtk_widget_set_margin_bottom (hint, 12);
  gtk_widget_set_margin_start (hint, 16);
  gtk_box_append (GTK_BOX (box), header_new (asking));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (asking->pad));
  gtk_box_append (GTK_BOX (box), hint);
  g_signal_connect_swapped (asking->pad, "changed", G_CALLBACK (drawn_cb), asking);
  g_signal_connect_swapped (asking->undo, "clicked", G_CALLBACK (steward_handwriting_pad_undo), asking->pad);
  g_signal_connect_swapped (asking->take, "clicked", G_CALLBACK (take_cb), asking);
  drawn_cb (asking);
  return box;
}

GtkWindow *
steward_handwriting_ask (GtkWindow          *parent,
                         StewardHandwritten  callback,
                         gpointer            user_data,
                         GDestroyNotify      destroy)
{
  GtkWidget *window;
  GtkEventController *keys;
  Asking *asking;

  g_return_val_if_fail (callback != NULL, NULL);

  asking = g_new0 (Asking, 1);
  asking->callback = callback;
  asking->user_data = user_data;
  asking->destroy = destroy;
  window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "resizable", FALSE,
                         "destroy-with-parent", TRUE, "title", _("Sign by Hand"), "content", content_new (asking),
                         NULL);
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_default_widget (GTK_WINDOW (window), asking->take);
  g_object_set_data_full (G_OBJECT (window), "asking", asking, (GDestroyNotify) asking_free);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}
