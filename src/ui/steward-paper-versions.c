/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-versions.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"
#include "steward-verdict.h"

const char *
steward_paper_state_name (StewardDocumentState state)
{
  static const char * const names[STEWARD_N_DOCUMENT_STATES] = {
    NC_("paper", "drawn"), NC_("paper", "printed"), NC_("paper", "sent"), NC_("paper", "signed"),
    NC_("paper", "scanned"), NC_("paper", "declined"), NC_("paper", "replaced"),
  };

  g_return_val_if_fail (state < STEWARD_N_DOCUMENT_STATES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "paper", names[state]);
}

GPtrArray *
steward_paper_list_versions (StewardProject *project,
                             const char     *form,
                             const char     *subject)
{
  GPtrArray *versions = g_ptr_array_new ();
  g_autoptr (GPtrArray) documents = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), versions);
  g_return_val_if_fail (form != NULL && subject != NULL, versions);

  documents = steward_project_list_documents (project);
  for (guint i = documents->len; i-- > 0;)
    {
      const StewardDocument *document = documents->pdata[i];

      if (g_str_equal (document->form, form) && g_str_equal (document->subject, subject))
        g_ptr_array_add (versions, (gpointer) document);
    }
  return versions;
}

const StewardDocument *
steward_paper_find_version (StewardProject *project,
                            const char     *form,
                            const char     *subject,
                            const char     *sha256)
{
  g_autoptr (GPtrArray) versions = steward_paper_list_versions (project, form, subject);

  g_return_val_if_fail (sha256 != NULL, NULL);

  for (guint i = 0; i < versions->len; i++)
    if (g_str_equal (((const StewardDocument *) versions->pdata[i])->sha256, sha256))
      return versions->pdata[i];
  return NULL;
}

static char *
describe_signers (const StewardDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < document->signatures->len; i++)
    {
      const StewardDocumentSignature *signature = document->signatures->pdata[i];
      g_autofree char *one = g_strdup_printf (_("%s: %s"), steward_verdict_get_party (signature->field),
                                              signature->signer);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
open_cb (GtkWidget  *button,
         const char *id)
{
  gtk_widget_activate_action (button, "papers.open", "s", id);
}

static void
mark_cb (GtkWidget  *button,
         const char *id)
{
  const char *word = steward_document_state_to_word (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button),
                                                                                          "state")));

  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  gtk_widget_activate_action (button, "papers.mark", "(ss)", id, word);
}

/* What a paper can still become by hand; a signed one stays signed unless
 * another takes its place. */
static GtkWidget *
menu_new (const StewardDocument *document)
{
  static const StewardDocumentState states[] = {
    STEWARD_DOCUMENT_PRINTED, STEWARD_DOCUMENT_SENT, STEWARD_DOCUMENT_DECLINED, STEWARD_DOCUMENT_REPLACED,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *menu = gtk_menu_button_new ();
  gboolean is_final = document->state == STEWARD_DOCUMENT_SIGNED || document->state == STEWARD_DOCUMENT_SCANNED;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *text = g_strdup_printf (_("Mark as “%s”"), steward_paper_state_name (states[i]));
      GtkWidget *button;

      if (states[i] == document->state || (is_final && states[i] != STEWARD_DOCUMENT_REPLACED))
        continue;
      button = gtk_button_new_with_label (text);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "state", GUINT_TO_POINTER (states[i]));
      g_signal_connect_data (button, "clicked", G_CALLBACK (mark_cb), g_strdup (document->id),
                             (GClosureNotify) (void (*) (void)) g_free, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (menu), FALSE);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  steward_ui_set_label (menu, _("Change the state of this paper"));
  steward_ui_set_tooltip (menu, _("Change the state of this paper"));
  return menu;
}

static GtkWidget *
row_new (const StewardDocument *document)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open"));
  g_autofree char *day = steward_ui_date (document->day, FALSE);
  g_autofree char *head = steward_ui_join (day, steward_paper_state_name (document->state), document->name, NULL);
  g_autofree char *signers = describe_signers (document);
  g_autofree char *below = steward_ui_join (signers, document->by, NULL);
  g_autofree char *name = g_strdup_printf (_("Open %s"), head);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), steward_ui_label_new (head, NULL));
  if (*below != '\0')
    gtk_box_append (GTK_BOX (texts), steward_ui_label_new (below, "dim-label"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, *document->sha256 != '\0');
  steward_ui_set_label (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), g_strdup (document->id),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (row), menu_new (document));
  return row;
}

GtkWidget *
steward_paper_versions_new (StewardSession *session,
                            const char     *form,
                            const char     *subject)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *text = NULL;
  GtkWidget *box;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  versions = steward_paper_list_versions (steward_session_get_project (session), form, subject);
  if (versions->len == 0)
    return NULL;
  text = g_strdup_printf (ngettext ("On record: %u version", "On record: %u versions", versions->len), versions->len);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "verdict-details");
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (text, "heading"));
  for (guint i = 0; i < versions->len; i++)
    gtk_box_append (GTK_BOX (box), row_new (versions->pdata[i]));
  steward_ui_set_label (box, text);
  return box;
}
