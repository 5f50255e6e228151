/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-save.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "steward-compat.h"

typedef enum { VERSION, DOCUMENT, TITLE, ISSUER, DATE, CLAUSE, N_ROWS } Row;

/* What is asked, which survives a refusal. */
typedef struct
{
  GtkWindow         *parent;
  StewardPackDraft  *draft;
  StewardRulesSaved  saved;
  gpointer           user_data;
  char              *texts[N_ROWS];
  GtkEditable       *rows[N_ROWS];
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  for (guint i = 0; i < N_ROWS; i++)
    g_free (self->texts[i]);
  g_object_unref (self->parent);
  g_free (self);
}

static void ask (Question   *self,
                 const char *problem);

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Question *self = user_data;
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  StewardPackDraftBasis basis;
  Question *again;

  if (!g_str_equal (response, "save"))
    return;
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_free (self->texts[i]);
      self->texts[i] = g_strstrip (g_strdup (gtk_editable_get_text (self->rows[i])));
    }
  basis = (StewardPackDraftBasis) { self->texts[DOCUMENT], self->texts[TITLE], self->texts[ISSUER], self->texts[DATE],
                                    self->texts[CLAUSE] };
  pack = steward_pack_draft_save (self->draft, self->texts[VERSION], &basis, &error);
  if (pack != NULL)
    {
      self->saved (pack, self->user_data);
      return;
    }
  again = g_new0 (Question, 1);
  *again = *self;
  g_object_ref (again->parent);
  memset (self->texts, 0, sizeof self->texts);
  ask (again, error->message);
}

static void
ask (Question   *self,
     const char *problem)
{
  static const char * const labels[N_ROWS] = {
    N_("Version"), N_("Document number"), N_("Title of the document"), N_("Issuer"), N_("Date (YYYY-MM-DD)"), N_("Clause")
  };
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { "save", _("_Save") }, { NULL } };
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *body = NULL;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(labels[i]));
      gtk_editable_set_text (GTK_EDITABLE (row), self->texts[i]);
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      self->rows[i] = GTK_EDITABLE (row);
    }
  body = g_strdup_printf ("%s%s%s", problem != NULL ? problem : "", problem != NULL ? "\n\n" : "",
                          _("Earlier versions stay. Projects keep their version and are offered this one. What was changed rests on this document."));
  steward_compat_ask (self->parent, _("Save as New Version"), body, list, responses, answered_cb, self, question_free);
}

void
steward_rules_save_ask (GtkWindow         *parent,
                        StewardPackDraft  *draft,
                        StewardRulesSaved  saved,
                        gpointer           user_data)
{
  Question *self = g_new0 (Question, 1);

  self->parent = g_object_ref (parent);
  self->draft = draft;
  self->saved = saved;
  self->user_data = user_data;
  for (guint i = 0; i < N_ROWS; i++)
    self->texts[i] = g_strdup ("");
  g_free (self->texts[VERSION]);
  self->texts[VERSION] = steward_pack_draft_suggest_version (draft, steward_day_today ());
  ask (self, NULL);
}
