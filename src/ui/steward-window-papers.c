/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-ledger-dialog.h"

static void
recorded_cb (StewardWindow *self)
{
  steward_window_toast (self, _("Recorded in the ledger"));
}

/* From anywhere: where no project is open, it is asked for first. */
static void
ledger_entry_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  GtkWindow *dialog;

  if (self->session == NULL)
    {
      gtk_widget_activate_action (widget, "win.find-project", NULL);
      steward_window_toast (self, _("Choose the project first"));
      return;
    }
  steward_window_commit (self);
  dialog = steward_ledger_dialog_new (GTK_WINDOW (self), self->session);
  g_signal_connect_object (dialog, "recorded", G_CALLBACK (recorded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

void
steward_window_papers_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.ledger-entry", NULL, ledger_entry_action);
}
