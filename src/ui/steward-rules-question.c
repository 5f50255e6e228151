/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-rules-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "steward-compat.h"

/* A question and what was typed, while it is asked and asked again. */
typedef struct
{
  gatomicrefcount        ref_count;
  GtkWindow             *parent;
  StewardRulesQuestion   question;
  char                 **texts;
  GPtrArray             *rows;       /* GtkEditable of the dialog that is shown, borrowed */
} Asking;

static void
asking_unref (gpointer data)
{
  Asking *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->question.destroy != NULL)
    self->question.destroy (self->question.user_data);
  g_free (self->question.body);
  g_strfreev (self->texts);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->parent);
  g_free (self);
}

static void ask (Asking     *self,
                 const char *problem);

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Asking *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "save"))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_free (self->texts[i]);
      self->texts[i] = g_strstrip (g_strdup (gtk_editable_get_text (self->rows->pdata[i])));
    }
  if (self->question.accept ((const char * const *) self->texts, self->question.user_data, &error))
    return;
  g_atomic_ref_count_inc (&self->ref_count);
  ask (self, error->message);
}

/* Takes a reference of @self. */
static void
ask (Asking     *self,
     const char *problem)
{
  const StewardRulesQuestion *question = &self->question;
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { "save", question->save }, { NULL } };
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *body = g_strdup_printf ("%s%s%s", problem != NULL ? problem : "", problem != NULL ? "\n\n" : "",
                                           question->body);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; question->labels[i] != NULL; i++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(question->labels[i]));
      gtk_editable_set_text (GTK_EDITABLE (row), self->texts[i]);
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      g_ptr_array_add (self->rows, row);
      if (i == 0 && question->extra != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), question->extra (question->user_data));
    }
  steward_compat_ask (self->parent, question->heading, body, list, responses, answered_cb, self, asking_unref);
}

void
steward_rules_ask (GtkWindow                  *parent,
                   const StewardRulesQuestion *question,
                   char                      **texts)
{
  Asking *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (question != NULL && question->accept != NULL);
  g_return_if_fail (texts != NULL && g_strv_length (texts) == g_strv_length ((char **) question->labels));

  self = g_new0 (Asking, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->parent = g_object_ref (parent);
  self->question = *question;
  self->texts = texts;
  self->rows = g_ptr_array_new ();
  ask (self, NULL);
}
