/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-trial-bar.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardTrialBar
{
  GtkBox          parent_instance;

  StewardSession *session;
};

G_DEFINE_FINAL_TYPE (StewardTrialBar, steward_trial_bar, GTK_TYPE_BOX)

static void
end_cb (StewardTrialBar *self)
{
  if (self->session != NULL)
    steward_session_set_trial (self->session, NULL);
}

static void
steward_trial_bar_dispose (GObject *object)
{
  g_clear_object (&STEWARD_TRIAL_BAR (object)->session);

  G_OBJECT_CLASS (steward_trial_bar_parent_class)->dispose (object);
}

static void
steward_trial_bar_class_init (StewardTrialBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_trial_bar_dispose;
}

static void
steward_trial_bar_init (StewardTrialBar *self)
{
  GtkWidget *label = steward_ui_label_new (_("⚗ A trial: levers that nobody has decided to use. The plan is as it was."),
                                           NULL);
  GtkWidget *end = gtk_button_new_with_mnemonic (_("_End the Trial"));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "verdict-banner");
  gtk_widget_add_css_class (GTK_WIDGET (self), "doubtful");
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), end);
  g_signal_connect_object (end, "clicked", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
steward_trial_bar_show (StewardTrialBar *self,
                        StewardSession  *session)
{
  g_return_if_fail (STEWARD_IS_TRIAL_BAR (self));

  g_set_object (&self->session, session);
  gtk_widget_set_visible (GTK_WIDGET (self), session != NULL && steward_session_has_trial (session));
}
