/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-questionnaire.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardQuestionnaire
{
  GtkWidget       parent_instance;

  GtkWidget      *box;
  StewardSession *session;
};

G_DEFINE_FINAL_TYPE (StewardQuestionnaire, steward_questionnaire, GTK_TYPE_WIDGET)

static const StewardQuestion *
widget_question (gpointer widget)
{
  return g_object_get_data (widget, "question");
}

static void
answer (StewardQuestionnaire *self,
        const char           *question,
        const char           *value)
{
  steward_project_set_answer (steward_session_get_project (self->session), question, value);
}

static void
selected_cb (StewardQuestionnaire *self,
             GParamSpec           *pspec,
             GtkDropDown          *drop_down)
{
  const StewardQuestion *question = widget_question (drop_down);
  guint selected = gtk_drop_down_get_selected (drop_down);

  /* The first entry takes the answer back. */
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    answer (self, question->id, NULL);
  else if (question->kind == STEWARD_QUESTION_YES_NO)
    answer (self, question->id, selected == 1 ? "yes" : "no");
  else
    answer (self, question->id, ((StewardChoice *) g_ptr_array_index (question->choices, selected - 1))->value);
}

static void
number_cb (StewardQuestionnaire *self,
           GtkEditable          *entry)
{
  const StewardQuestion *question = widget_question (entry);
  const char *text = gtk_editable_get_text (entry);
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);
  gboolean good = *text == '\0' || (end != text && *end == '\0' && number >= 0 && number < 1e12);

  if (good)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      answer (self, question->id, *text == '\0' ? NULL : text);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
    }
}

static GtkWidget *
choice_control (StewardQuestionnaire  *self,
                const StewardQuestion *question,
                const char            *value)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint selected = 0;

  gtk_string_list_append (labels, _("Not answered"));
  if (question->kind == STEWARD_QUESTION_YES_NO)
    {
      gtk_string_list_append (labels, _("Yes"));
      gtk_string_list_append (labels, _("No"));
      selected = g_strcmp0 (value, "yes") == 0 ? 1 : g_strcmp0 (value, "no") == 0 ? 2 : 0;
    }
  for (guint i = 0; question->kind == STEWARD_QUESTION_CHOICE && i < question->choices->len; i++)
    {
      const StewardChoice *choice = g_ptr_array_index (question->choices, i);

      gtk_string_list_append (labels, choice->label);
      if (g_strcmp0 (choice->value, value) == 0)
        selected = i + 1;
    }

  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  return drop_down;
}

static GtkWidget *
number_control (StewardQuestionnaire  *self,
                const StewardQuestion *question,
                const char            *value)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), question->unit);
  g_signal_connect_object (entry, "changed", G_CALLBACK (number_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static void
add_question (StewardQuestionnaire  *self,
              const StewardQuestion *question)
{
  const char *value = steward_project_get_answer (steward_session_get_project (self->session), question->id);
  GtkWidget *label = steward_ui_label_new (question->text, NULL);
  GtkWidget *control;

  if (question->kind == STEWARD_QUESTION_NUMBER)
    control = number_control (self, question, value);
  else
    control = choice_control (self, question, value);

  g_object_set_data (G_OBJECT (control), "question", (gpointer) question);
  steward_ui_set_label (control, question->text);
  gtk_widget_set_margin_top (label, 10);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), control);
}

static void
steward_questionnaire_dispose (GObject *object)
{
  StewardQuestionnaire *self = STEWARD_QUESTIONNAIRE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (steward_questionnaire_parent_class)->dispose (object);
}

static void
steward_questionnaire_class_init (StewardQuestionnaireClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_questionnaire_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
steward_questionnaire_init (StewardQuestionnaire *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
steward_questionnaire_set_session (StewardQuestionnaire *self,
                                   StewardSession       *session)
{
  GPtrArray *questions;

  g_return_if_fail (STEWARD_IS_QUESTIONNAIRE (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  steward_ui_clear (self->box);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  questions = steward_pack_get_questions (steward_project_get_pack (steward_session_get_project (session)));
  for (guint i = 0; i < questions->len; i++)
    add_question (self, g_ptr_array_index (questions, i));
  if (questions->len == 0)
    gtk_box_append (GTK_BOX (self->box),
                    steward_ui_label_new (_("The policy pack asks no questions."), "dim-label"));
}
