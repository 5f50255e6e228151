/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-words.h"

#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-plan-text.h"
#include "steward-ui-text.h"

static const char *
get_text (StewardProject   *project,
          StewardPaperKind  kind)
{
  const StewardEdit *reasons;

  if (kind == STEWARD_PAPER_SUGGESTION)
    return steward_project_get_suggestion (project);
  reasons = steward_project_get_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS);
  return reasons != NULL ? reasons->text : "";
}

/* A reason that is taken away leaves none behind. */
static void
put_reasons (StewardSession *session,
             const char     *text)
{
  StewardProject *project = steward_session_get_project (session);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    steward_project_remove_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS);
  else
    steward_project_put_edit (project, STEWARD_EDIT_POLICY, STEWARD_EDIT_REASONS, text,
                              steward_session_get_actor (session), NULL, NULL);
}

static void
entered_cb (StewardPlanText *row,
            const char      *text,
            StewardSession  *session)
{
  gboolean suggests = g_object_get_data (G_OBJECT (row), "suggests") != NULL;

  steward_session_flush (session);
  if (suggests)
    steward_project_set_suggestion (steward_session_get_project (session), text);
  else
    put_reasons (session, text);
  steward_session_flush (session);
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row)
{
  steward_plan_text_edit (STEWARD_PLAN_TEXT (row));
}

GtkWidget *
steward_paper_words_new (StewardSession   *session,
                         StewardPaperKind  kind)
{
  GtkWidget *list, *row;
  gboolean suggests = kind == STEWARD_PAPER_SUGGESTION;
  const char *title = suggests ? _("Suggestion") : _("Reasons, a line for each");

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  if (!suggests && kind != STEWARD_PAPER_POLICY)
    return NULL;
  list = gtk_list_box_new ();
  row = steward_plan_text_new (title, get_text (steward_session_get_project (session), kind), NULL);
  g_object_set_data (G_OBJECT (row), "suggests", GINT_TO_POINTER (suggests));
  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), session, 0);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  steward_ui_set_label (list, title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return list;
}

gboolean
steward_paper_words_is_editing (GtkWidget *card)
{
  GtkWidget *row;

  g_return_val_if_fail (GTK_IS_LIST_BOX (card), FALSE);

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (card), 0));
  return STEWARD_IS_PLAN_TEXT (row) && steward_plan_text_is_editing (STEWARD_PLAN_TEXT (row));
}
