/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ledger-box.h"

#include <glib/gi18n-lib.h>

#include "steward-ledger-dialog.h"
#include "steward-ledger.h"
#include "steward-ui-text.h"

static void
edit_cb (GtkButton *button,
         gpointer   number)
{
  StewardSession *session = g_object_get_data (G_OBJECT (button), "session");
  const char *source = g_object_get_data (G_OBJECT (button), "source");
  GtkWindow *dialog = steward_ledger_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), session);
  StewardLedgerDialog *self = STEWARD_LEDGER_DIALOG (dialog);

  /* Somebody else may have taken the line away meanwhile. */
  if (source != NULL ? steward_ledger_dialog_reword (self, source)
                     : steward_ledger_dialog_edit (self, GPOINTER_TO_UINT (number)))
    gtk_window_present (dialog);
  else
    gtk_window_destroy (dialog);
}

static GtkWidget *
line_new (StewardSession          *session,
          const StewardLedgerLine *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *day = steward_day_format (line->day);
  gboolean automatic = *line->source != '\0';
  g_autofree char *head = steward_ui_join (day, automatic ? _("Automatic") : line->kind, NULL);
  g_autofree char *text = steward_ui_join (line->text, line->result, NULL);
  g_autofree char *name = g_strdup_printf (_("Change the line of %s"), head);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (head, "dim-label"));
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (text, NULL));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  steward_ui_set_label (button, name);
  steward_ui_set_tooltip (button, _("Change this line"));
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  if (automatic)
    g_object_set_data_full (G_OBJECT (button), "source", g_strdup (line->source), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (edit_cb), GUINT_TO_POINTER (line->number));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
activate_cb (GtkWidget  *button,
             const char *action)
{
  gtk_widget_activate_action (button, action, NULL);
}

static void
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect (button, "clicked", G_CALLBACK (activate_cb), (gpointer) action);
  gtk_box_append (GTK_BOX (box), button);
}

GtkWidget *
steward_ledger_box_new (StewardSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GPtrArray) ledger = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), box);

  ledger = steward_ledger_new (steward_session_get_project (session));
  text = g_strdup_printf (ngettext ("%u line was written", "%u lines were written", ledger->len), ledger->len);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "verdict-details");
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (text, "heading"));
  add_button (buttons, _("_New Line…"), "win.ledger-entry");
  add_button (buttons, _("_Spreadsheet…"), "papers.spreadsheet");
  gtk_box_append (GTK_BOX (box), buttons);
  for (guint i = ledger->len; i-- > 0 && ledger->len - i <= STEWARD_LEDGER_BOX_LINES;)
    gtk_box_append (GTK_BOX (box), line_new (session, ledger->pdata[i]));
  steward_ui_set_label (box, text);
  return box;
}
