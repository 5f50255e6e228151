/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-answer-window.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-ui-text.h"

struct _StewardAnswerWindow
{
  AdwWindow            parent_instance;

  GtkWidget           *merge_button;
  GPtrArray           *choices;    /* check buttons, with the line and the choice they stand for */

  StewardStore        *store;
  StewardSectionForm  *answer;
  StewardProject      *project;
  StewardSectionMerge *merge;
  gint64               version;
  char                *actor;
};

G_DEFINE_FINAL_TYPE (StewardAnswerWindow, steward_answer_window, ADW_TYPE_WINDOW)

enum
{
  MERGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static StewardSectionLine *
line_of (gpointer button)
{
  return g_object_get_data (button, "line");
}

static StewardSectionChoice
choice_of (gpointer button)
{
  return GPOINTER_TO_UINT (g_object_get_data (button, "choice"));
}

static void
chosen_cb (GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    line_of (button)->choice = choice_of (button);
}

/* `We: ticked · 甲 · 2026-03-01 08:00` */
static char *
describe (const StewardSectionLine *line,
          StewardSectionChoice      choice)
{
  GVariant *value = choice == STEWARD_SECTION_OURS ? line->ours : line->theirs;
  g_autofree char *text = steward_section_value_text (line->kind, value);
  g_autofree char *author = steward_section_value_author (line->kind, value);
  g_autofree char *said = steward_ui_join (text, author, NULL);

  if (choice == STEWARD_SECTION_BOTH)
    return g_strdup (_("Both, one below the other"));
  /* Translators: what the project, or the section, has decided. */
  return g_strdup_printf (choice == STEWARD_SECTION_OURS ? _("Project: %s") : _("Section: %s"), said);
}

static void
add_choice (StewardAnswerWindow  *self,
            GtkBox               *box,
            StewardSectionLine   *line,
            StewardSectionChoice  choice,
            GtkCheckButton      **group)
{
  GtkWidget *button;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (!steward_section_line_allows (line, choice))
    return;
  text = describe (line, choice);
  name = g_strdup_printf (_("%s: %s"), line->label, text);
  button = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), steward_ui_label_new (text, NULL));
  steward_ui_set_label (button, name);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *group);
  if (*group == NULL)
    *group = GTK_CHECK_BUTTON (button);
  g_object_set_data (G_OBJECT (button), "line", line);
  g_object_set_data (G_OBJECT (button), "choice", GUINT_TO_POINTER (choice));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), line->choice == choice);
  g_signal_connect (button, "toggled", G_CALLBACK (chosen_cb), NULL);
  g_ptr_array_add (self->choices, button);
  gtk_box_append (box, button);
}

static GtkWidget *
build_line (StewardAnswerWindow *self,
            StewardSectionLine  *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkCheckButton *group = NULL;

  gtk_widget_add_css_class (box, "answer-line");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (line->label, "heading"));
  if (line->was != NULL)
    gtk_box_append (GTK_BOX (box), steward_ui_label_new (_("Another box of the form now, for the same thing"),
                                                         "caption"));
  if (steward_section_line_allows (line, STEWARD_SECTION_THEIRS))
    {
      add_choice (self, GTK_BOX (box), line, STEWARD_SECTION_OURS, &group);
      add_choice (self, GTK_BOX (box), line, STEWARD_SECTION_THEIRS, &group);
      add_choice (self, GTK_BOX (box), line, STEWARD_SECTION_BOTH, &group);
    }
  else
    {
      g_autofree char *text = describe (line, STEWARD_SECTION_THEIRS);

      gtk_box_append (GTK_BOX (box), steward_ui_label_new (text, NULL));
    }
  return box;
}

static void
add_lines (StewardAnswerWindow   *self,
           GtkBox                *content,
           StewardSectionVerdict  verdict,
           const char            *title,
           const char            *note)
{
  GtkWidget *list;

  if (steward_section_merge_count (self->merge, verdict) == 0)
    return;
  gtk_box_append (content, steward_ui_label_new (title, "title-4"));
  gtk_box_append (content, steward_ui_label_new (note, "dim-label"));
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  steward_ui_set_label (list, title);
  for (guint i = 0; i < self->merge->lines->len; i++)
    {
      StewardSectionLine *line = g_ptr_array_index (self->merge->lines, i);
      GtkWidget *row;

      if (line->verdict != verdict)
        continue;
      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), build_line (self, line));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_set_margin_bottom (list, 12);
  gtk_box_append (content, list);
}

static char *
summarise (StewardAnswerWindow *self)
{
  guint n_same = steward_section_merge_count (self->merge, STEWARD_SECTION_SAME);
  g_autofree char *at = g_strndup (self->answer->answered_at, 16);
  g_autofree char *same = NULL;

  g_strdelimit (at, "T", ' ');
  same = g_strdup_printf (ngettext ("%u place is the same on both sides", "%u places are the same on both sides",
                                    n_same), n_same);
  return steward_ui_join (self->answer->answered_by, at, same,
                          self->merge->other_form ? _("made with another version of the form") : "", NULL);
}

static GtkWidget *
build_content (StewardAnswerWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *summary = summarise (self);

  gtk_box_append (GTK_BOX (box), steward_ui_label_new (summary, "dim-label"));
  if (*self->answer->note != '\0')
    gtk_box_append (GTK_BOX (box), steward_ui_label_new (self->answer->note, NULL));
  add_lines (self, GTK_BOX (box), STEWARD_SECTION_CONFLICT, _("Decided on Both Sides"),
             _("The project stays as it is unless you choose the section’s decision."));
  add_lines (self, GTK_BOX (box), STEWARD_SECTION_CHANGE, _("Taken Over from the Section"),
             _("Nobody decided about these in the project since the section was asked."));
  add_lines (self, GTK_BOX (box), STEWARD_SECTION_HELD, _("Kept in the Project"),
             _("The section took these rows away, but they have a case or are entrusted."));
  add_lines (self, GTK_BOX (box), STEWARD_SECTION_UNKNOWN, _("Not in This Form"),
             _("The form of the project has no such place. Nothing is done with these."));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build (StewardAnswerWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  g_autofree char *title = g_strdup_printf (_("Answer of %s"), self->answer->section_name);

  self->merge_button = gtk_button_new_with_mnemonic (_("_Merge"));
  gtk_widget_add_css_class (self->merge_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->merge_button), "answer.merge");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->merge_button);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (title, self->answer->name));
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_box_append (GTK_BOX (all), bar);
  gtk_box_append (GTK_BOX (all), build_content (self));
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_focus (GTK_WINDOW (self), self->merge_button);
}

static gpointer
merge_func (StewardDatabase  *database,
            gpointer          data,
            GCancellable     *cancellable,
            GError          **error)
{
  StewardAnswerWindow *self = data;

  if (steward_database_merge_answer (database, self->project, self->version, self->merge, self->answer, self->actor,
                                     error) <= 0)
    return NULL;
  return g_strdup (self->answer->project);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardAnswerWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (id == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      steward_compat_tell (GTK_WINDOW (self), _("The Answer Was Not Merged"), error->message);
      return;
    }
  g_signal_emit (self, signals[MERGED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* While the database works with the choices, nobody changes them. */
static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  StewardAnswerWindow *self = STEWARD_ANSWER_WINDOW (widget);

  gtk_widget_set_sensitive (widget, FALSE);
  steward_store_run_async (self->store, STEWARD_STORE_WRITE, merge_func, g_object_ref (self), g_object_unref, g_free,
                           NULL, merged_cb, g_object_ref (self));
}

static void
steward_answer_window_finalize (GObject *object)
{
  StewardAnswerWindow *self = STEWARD_ANSWER_WINDOW (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->merge, steward_section_merge_free);
  g_clear_pointer (&self->answer, steward_section_form_free);
  g_clear_object (&self->project);
  g_clear_object (&self->store);
  g_free (self->actor);

  G_OBJECT_CLASS (steward_answer_window_parent_class)->finalize (object);
}

static void
steward_answer_window_class_init (StewardAnswerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steward_answer_window_finalize;
  signals[MERGED] = g_signal_new ("merged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "answer.merge", NULL, merge_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_answer_window_init (StewardAnswerWindow *self)
{
  self->choices = g_ptr_array_new ();
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 640);
}

GtkWindow *
steward_answer_window_new (GtkWindow           *parent,
                           StewardStore        *store,
                           const char          *actor,
                           StewardSectionForm  *answer,
                           StewardProject      *project,
                           gint64               version,
                           GError             **error)
{
  StewardAnswerWindow *self;
  StewardSectionMerge *merge;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);
  g_return_val_if_fail (actor != NULL && answer != NULL, NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  merge = steward_section_merge_new (project, answer, error);
  if (merge == NULL)
    {
      steward_section_form_free (answer);
      return NULL;
    }
  self = g_object_new (STEWARD_TYPE_ANSWER_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->store = g_object_ref (store);
  self->actor = g_strdup (actor);
  self->answer = answer;
  self->project = g_object_ref (project);
  self->version = version;
  self->merge = merge;
  build (self);

  return GTK_WINDOW (self);
}

const StewardSectionMerge *
steward_answer_window_get_merge (StewardAnswerWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_ANSWER_WINDOW (self), NULL);

  return self->merge;
}

GtkCheckButton *
steward_answer_window_find (StewardAnswerWindow  *self,
                            const char           *key,
                            StewardSectionChoice  choice)
{
  g_return_val_if_fail (STEWARD_IS_ANSWER_WINDOW (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (self->choices, i);

      if (choice_of (button) == choice && g_str_equal (line_of (button)->key, key))
        return button;
    }

  return NULL;
}
