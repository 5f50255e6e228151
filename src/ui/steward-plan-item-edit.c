/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-item-edit.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "steward-anchor.h"
#include "steward-ui-text.h"

/* What is asked, until the popover is gone. */
typedef struct
{
  StewardSession *session;
  char           *id;
  char           *computed;
  GtkEditable    *name;
  GtkEditable    *note;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->session);
  g_free (question->id);
  g_free (question->computed);
  g_free (question);
}

static void
put (StewardSession   *session,
     const char       *id,
     StewardEditField  field,
     const char       *text)
{
  StewardProject *project = steward_session_get_project (session);
  const StewardEdit *edit = steward_project_get_edit (project, id, field);

  if (text == NULL)
    steward_project_remove_edit (project, id, field);
  else if (edit == NULL || !g_str_equal (edit->text, text))
    steward_project_put_edit (project, id, field, text, steward_session_get_person (session), NULL, NULL);
}

void
steward_plan_edit_put (StewardSession   *session,
                       const char       *id,
                       StewardEditField  field,
                       const char       *text)
{
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  /* What was typed elsewhere before is a step of its own. */
  steward_session_flush (session);
  put (session, id, field, text);
  steward_session_flush (session);
}

static void
take (Question *question)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (question->note)));

  steward_session_flush (question->session);
  put (question->session, question->id, STEWARD_EDIT_NAME,
       *name != '\0' && !g_str_equal (name, question->computed) ? name : NULL);
  put (question->session, question->id, STEWARD_EDIT_NOTE, *note != '\0' ? note : NULL);
  steward_session_flush (question->session);
}

static void
done_cb (GtkWidget *widget,
         Question  *question)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);

  take (question);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
reset_cb (GtkWidget *widget,
          Question  *question)
{
  gtk_editable_set_text (question->name, question->computed);
  gtk_editable_set_text (question->note, "");
  done_cb (widget, question);
}

static GtkEditable *
add_entry (Question   *question,
           GtkGrid    *grid,
           int         line,
           const char *caption,
           const char *text)
{
  GtkWidget *label = gtk_label_new (caption);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 34);
  steward_ui_set_label (entry, caption);
  g_signal_connect (entry, "activate", G_CALLBACK (done_cb), question);
  gtk_grid_attach (grid, label, 0, line, 1, 1);
  gtk_grid_attach (grid, entry, 1, line, 1, 1);

  return GTK_EDITABLE (entry);
}

static GtkWidget *
buttons_new (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *reset = gtk_button_new_with_mnemonic (_("_Back to the Form’s Wording"));
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Apply"));

  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  g_signal_connect (reset, "clicked", G_CALLBACK (reset_cb), question);
  g_signal_connect (done, "clicked", G_CALLBACK (done_cb), question);
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), done);

  return box;
}

void
steward_plan_item_edit_ask (GtkWidget      *widget,
                            StewardSession *session,
                            const char     *id,
                            const char     *computed)
{
  const StewardEdit *name, *note;
  StewardProject *project;
  Question *question;
  GtkWidget *grid;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (id != NULL && computed != NULL);

  project = steward_session_get_project (session);
  name = steward_project_get_edit (project, id, STEWARD_EDIT_NAME);
  note = steward_project_get_edit (project, id, STEWARD_EDIT_NOTE);
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->id = g_strdup (id);
  question->computed = g_strdup (computed);
  grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  g_object_set_data_full (G_OBJECT (grid), "question", question, question_free);
  question->name = add_entry (question, GTK_GRID (grid), 0, _("Name in the plan"), name != NULL ? name->text : computed);
  question->note = add_entry (question, GTK_GRID (grid), 1, _("Note"), note != NULL ? note->text : "");
  gtk_grid_attach (GTK_GRID (grid), buttons_new (question), 0, 2, 2, 1);
  steward_anchor_popover (widget, grid);
  gtk_widget_grab_focus (GTK_WIDGET (question->name));
}
