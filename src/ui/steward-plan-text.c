/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-text.h"

#include <glib/gi18n-lib.h>

#include "steward-text-field.h"
#include "steward-ui-text.h"

struct _StewardPlanText
{
  GtkListBoxRow  parent_instance;

  char          *text;
  GtkStack      *stack;
  GtkTextView   *view;        /* made when somebody begins to type */
  gboolean       editing;
};

enum
{
  ENTERED,
  RESET,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardPlanText, steward_plan_text, GTK_TYPE_LIST_BOX_ROW)

static char *
get_typed (StewardPlanText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
key_cb (StewardPlanText *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval == GDK_KEY_Escape)
    steward_plan_text_finish (self, TRUE);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    steward_plan_text_finish (self, FALSE);
  else
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static void
leave_cb (StewardPlanText *self)
{
  steward_plan_text_finish (self, FALSE);
}

static void
make_view (StewardPlanText *self)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  steward_text_field_limit (gtk_text_view_get_buffer (self->view), GTK_WIDGET (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (frame, "text-field");
  gtk_stack_add_named (self->stack, frame, "edit");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

static void
reset_cb (StewardPlanText *self)
{
  g_signal_emit (self, signals[RESET], 0);
}

static GtkWidget *
button_new (StewardPlanText *self,
            const char      *icon,
            const char      *label,
            GCallback        callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  steward_ui_set_tooltip (button, label);
  steward_ui_set_label (button, label);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
head_new (const char *title,
          const char *edited_by)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = steward_ui_label_new (title, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (head), label);
  if (edited_by != NULL)
    gtk_box_append (GTK_BOX (head), steward_ui_chip_new (_("Edited"), "accent"));

  return head;
}

static void
steward_plan_text_finalize (GObject *object)
{
  g_free (STEWARD_PLAN_TEXT (object)->text);

  G_OBJECT_CLASS (steward_plan_text_parent_class)->finalize (object);
}

static void
steward_plan_text_class_init (StewardPlanTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_plan_text_finalize;

  signals[ENTERED] =
    g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RESET] =
    g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steward_plan_text_init (StewardPlanText *self)
{
}

GtkWidget *
steward_plan_text_new (const char *title,
                       const char *text,
                       const char *edited_by)
{
  StewardPlanText *self;
  GtkWidget *box, *texts, *label;
  g_autofree char *name = NULL;

  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_PLAN_TEXT, NULL);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  label = steward_ui_label_new (*text != '\0' ? text : _("Nothing"), NULL);
  self->text = g_strdup (text);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  if (*text == '\0')
    gtk_widget_add_css_class (label, "dim-label");
  gtk_stack_add_named (self->stack, label, "text");
  gtk_box_append (GTK_BOX (texts), head_new (title, edited_by));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->stack));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (edited_by != NULL)
    gtk_box_append (GTK_BOX (box), button_new (self, "edit-undo-symbolic", _("Back to the computed text"),
                                               G_CALLBACK (reset_cb)));
  gtk_box_append (GTK_BOX (box), button_new (self, "document-edit-symbolic", _("Word it otherwise"),
                                             G_CALLBACK (steward_plan_text_edit)));
  gtk_widget_add_css_class (box, "plan-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name = steward_ui_join (title, edited_by != NULL ? _("Edited") : "", *text != '\0' ? text : _("Nothing"),
                          edited_by != NULL ? edited_by : "", NULL);
  steward_ui_set_label (GTK_WIDGET (self), name);

  return GTK_WIDGET (self);
}

gboolean
steward_plan_text_is_editing (StewardPlanText *self)
{
  g_return_val_if_fail (STEWARD_IS_PLAN_TEXT (self), FALSE);

  return self->editing;
}

void
steward_plan_text_edit (StewardPlanText *self)
{
  g_return_if_fail (STEWARD_IS_PLAN_TEXT (self));

  if (self->editing)
    return;

  if (self->view == NULL)
    make_view (self);
  self->editing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->text, -1);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
steward_plan_text_finish (StewardPlanText *self,
                          gboolean         discard)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (STEWARD_IS_PLAN_TEXT (self));

  if (!self->editing)
    return;

  self->editing = FALSE;
  typed = get_typed (self);
  gtk_stack_set_visible_child_name (self->stack, "text");
  if (!discard && !g_str_equal (typed, self->text))
    g_signal_emit (self, signals[ENTERED], 0, typed);
  g_signal_emit (self, signals[DONE], 0);
}
