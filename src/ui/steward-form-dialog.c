/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardFormDialog
{
  AdwWindow       parent_instance;

  AdwWindowTitle *title;
  GtkWidget      *accept;
  GtkSpinner     *spinner;
  GtkLabel       *message;
  GtkListBox     *rows;
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardFormDialog, steward_form_dialog, ADW_TYPE_WINDOW)

void
steward_form_dialog_accept (StewardFormDialog *self)
{
  g_return_if_fail (STEWARD_IS_FORM_DIALOG (self));

  if (gtk_widget_is_sensitive (self->accept))
    g_signal_emit (self, signals[ACCEPTED], 0);
}

GtkWidget *
steward_form_dialog_add (StewardFormDialog *self,
                         GtkWidget         *row)
{
  g_return_val_if_fail (STEWARD_IS_FORM_DIALOG (self), row);
  g_return_val_if_fail (GTK_IS_WIDGET (row), row);

  gtk_list_box_append (self->rows, row);
  return row;
}

GtkEditable *
steward_form_dialog_add_text (StewardFormDialog *self,
                              const char        *title,
                              const char        *text)
{
  GtkWidget *row = adw_entry_row_new ();

  g_return_val_if_fail (STEWARD_IS_FORM_DIALOG (self), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (steward_form_dialog_accept), self);
  return GTK_EDITABLE (steward_form_dialog_add (self, row));
}

GtkDropDown *
steward_form_dialog_add_choice (StewardFormDialog  *self,
                                const char         *title,
                                const char * const *names)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  g_return_val_if_fail (STEWARD_IS_FORM_DIALOG (self), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  steward_ui_set_label (choice, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  steward_form_dialog_add (self, row);
  return GTK_DROP_DOWN (choice);
}

void
steward_form_dialog_tell (StewardFormDialog *self,
                          const char        *text)
{
  g_return_if_fail (STEWARD_IS_FORM_DIALOG (self));

  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL && *text != '\0');
}

void
steward_form_dialog_set_ready (StewardFormDialog *self,
                               gboolean           ready)
{
  g_return_if_fail (STEWARD_IS_FORM_DIALOG (self));

  gtk_widget_set_sensitive (self->accept, ready);
}

void
steward_form_dialog_set_accept (StewardFormDialog *self,
                                const char        *accept)
{
  g_return_if_fail (STEWARD_IS_FORM_DIALOG (self));
  g_return_if_fail (accept != NULL);

  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
}

const char *
steward_form_dialog_get_message (StewardFormDialog *self)
{
  g_return_val_if_fail (STEWARD_IS_FORM_DIALOG (self), NULL);

  return gtk_label_get_text (self->message);
}

void
steward_form_dialog_set_busy (StewardFormDialog *self,
                              gboolean           busy)
{
  g_return_if_fail (STEWARD_IS_FORM_DIALOG (self));

  gtk_widget_set_sensitive (self->accept, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rows), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* Closing only drops a reference. Work under way may hold another one, longer
 * than the parent lives, which must not be pointed at then. */
static void
steward_form_dialog_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (steward_form_dialog_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
steward_form_dialog_class_init (StewardFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unrealize = steward_form_dialog_unrealize;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardFormDialog, title);
  gtk_widget_class_bind_template_child (widget_class, StewardFormDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, StewardFormDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, StewardFormDialog, message);
  gtk_widget_class_bind_template_child (widget_class, StewardFormDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, steward_form_dialog_accept);
}

static void
steward_form_dialog_init (StewardFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StewardFormDialog *
steward_form_dialog_new (GtkWindow  *parent,
                         const char *title,
                         const char *subtitle,
                         const char *accept)
{
  StewardFormDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (title != NULL && accept != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_FORM_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                       "title", title, NULL);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  steward_form_dialog_set_accept (self, accept);
  return self;
}
