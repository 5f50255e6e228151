/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-canvas-node.h"

struct _StewardCanvasNode
{
  GtkWidget  parent_instance;

  char      *id;
};

enum
{
  FOCUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardCanvasNode, steward_canvas_node, GTK_TYPE_WIDGET)

static void
enter_cb (StewardCanvasNode *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  g_signal_emit (widget, signals[FOCUSED], 0);

  return TRUE;
}

static void
steward_canvas_node_finalize (GObject *object)
{
  g_free (STEWARD_CANVAS_NODE (object)->id);

  G_OBJECT_CLASS (steward_canvas_node_parent_class)->finalize (object);
}

static void
steward_canvas_node_class_init (StewardCanvasNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steward_canvas_node_finalize;
  gtk_widget_class_set_css_name (widget_class, "canvasnode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, NULL);

  /* The thing below has the keyboard focus, or was activated. */
  signals[FOCUSED] =
    g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_canvas_node_init (StewardCanvasNode *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer belongs to the canvas, which knows shapes and not only
   * rectangles. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
steward_canvas_node_new (const char *id)
{
  StewardCanvasNode *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_CANVAS_NODE, NULL);
  self->id = g_strdup (id);

  return GTK_WIDGET (self);
}

const char *
steward_canvas_node_get_id (StewardCanvasNode *self)
{
  g_return_val_if_fail (STEWARD_IS_CANVAS_NODE (self), NULL);

  return self->id;
}
