/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-findings-card.h"

#include <glib/gi18n-lib.h>

#include "steward-finding-text.h"
#include "steward-ui-text.h"

struct _StewardFindingsCard
{
  AdwBin     parent_instance;

  GtkWidget *button;
  AdwBin    *sign;
  GtkLabel  *summary;
  GtkLabel  *first;
};

G_DEFINE_FINAL_TYPE (StewardFindingsCard, steward_findings_card, ADW_TYPE_BIN)

static void
steward_findings_card_class_init (StewardFindingsCardClass *klass)
{
}

static GtkWidget *
build (StewardFindingsCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = steward_ui_label_new (_("Checks"), "heading");

  self->sign = ADW_BIN (adw_bin_new ());
  self->summary = GTK_LABEL (steward_ui_label_new ("", "numeric"));
  self->first = GTK_LABEL (steward_ui_label_new ("", "dim-label"));
  gtk_label_set_lines (self->first, 2);
  gtk_label_set_ellipsize (self->first, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (texts), head);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->first));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return line;
}

static void
steward_findings_card_init (StewardFindingsCard *self)
{
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), build (self));
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_add_css_class (self->button, "findings-card");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "checks");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.page");
  adw_bin_set_child (ADW_BIN (self), self->button);
}

void
steward_findings_card_show (StewardFindingsCard *self,
                            StewardSession      *session)
{
  const GPtrArray *findings;
  const StewardFinding *first;
  g_autofree char *summary = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (STEWARD_IS_FINDINGS_CARD (self));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  findings = steward_session_get_findings (session);
  gtk_widget_set_visible (GTK_WIDGET (self), findings != NULL);
  if (findings == NULL)
    return;

  first = findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
  summary = steward_findings_summarise (findings);
  /* Translators: what a finding is about, and what is wrong. */
  text = first != NULL ? g_strdup_printf (_("%s: %s"), first->name, first->text) : g_strdup ("");
  adw_bin_set_child (self->sign, first != NULL ? steward_finding_sign_new (first) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sign), first != NULL);
  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->first, text);
  gtk_widget_set_visible (GTK_WIDGET (self->first), first != NULL);
  spoken = steward_ui_join (_("Checks"), summary, text, NULL);
  steward_ui_set_label (self->button, spoken);
}
