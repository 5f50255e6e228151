/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-section-window.h"

#include <glib/gi18n-lib.h>

#include "steward-assessment-form.h"
#include "steward-compat.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-section-file.h"
#include "steward-ui-text.h"

struct _StewardSectionWindow
{
  AdwWindow            parent_instance;

  AdwToastOverlay     *toasts;
  GtkWidget           *officer;
  GtkWidget           *parts;
  GtkWidget           *note;

  GSettings           *settings;
  StewardSectionForm  *form;
  StewardSession      *session;
  StewardFormWidgets   widgets;
  gboolean             changed;    /* since it was opened or saved */
};

G_DEFINE_FINAL_TYPE (StewardSectionWindow, steward_section_window, ADW_TYPE_WINDOW)

static StewardProject *
get_project (StewardSectionWindow *self)
{
  return steward_session_get_project (self->session);
}

static void
schedule_changed_cb (StewardSectionWindow *self)
{
  steward_form_widgets_update (&self->widgets, self->session, NULL);
}

static void
project_changed_cb (StewardSectionWindow *self)
{
  self->changed = TRUE;
}

/* Ticks are signed with this name. */
static void
officer_changed_cb (StewardSectionWindow *self)
{
  steward_project_set_fact (get_project (self), STEWARD_FACT_FILLED_BY,
                            gtk_editable_get_text (GTK_EDITABLE (self->officer)));
}

static void
saved_cb (GFile    *file,
          gpointer  user_data)
{
  StewardSectionWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (steward_section_window_save (self, file, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Answer saved. Send the file back to the steward.")));
  else
    steward_compat_tell (GTK_WINDOW (self), _("The Answer Was Not Saved"), error->message);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardSectionWindow *self = STEWARD_SECTION_WINDOW (widget);
  g_autofree char *request = steward_section_file_name (self->form);
  g_autofree char *name = NULL;
  char *end = strrchr (request, '.');

  if (*steward_project_get_fact (get_project (self), STEWARD_FACT_FILLED_BY) == '\0')
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Enter your name first")));
      gtk_widget_grab_focus (self->officer);
      return;
    }
  *end = '\0';
  name = g_strconcat (request, STEWARD_ANSWER_SUFFIX, NULL);
  steward_compat_choose_file (GTK_WINDOW (self), _("Save Answer"), name, _("Answers of sections"),
                              STEWARD_ANSWER_SUFFIX + 1, saved_cb, g_object_ref (self), g_object_unref);
}

static void
leave_cb (const char *response,
          gpointer    user_data)
{
  StewardSectionWindow *self = user_data;

  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_str_equal (response, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "section.save", NULL);
}

static gboolean
steward_section_window_close_request (GtkWindow *window)
{
  StewardSectionWindow *self = STEWARD_SECTION_WINDOW (window);
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "discard", _("_Discard"), TRUE },
    { "save", _("_Save Answer…") },
    { NULL }
  };

  steward_form_widgets_commit (&self->widgets);
  if (!self->changed)
    return GTK_WINDOW_CLASS (steward_section_window_parent_class)->close_request (window);
  steward_compat_ask (window, _("Save the Answer?"), _("What you filled in is in no file yet."), NULL, responses,
                      leave_cb, g_object_ref (self), g_object_unref);
  return TRUE;
}

/* Folded, so that the form is seen first. */
static GtkWidget *
build_facts (StewardSectionWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *all = adw_expander_row_new ();
  g_autofree char *name = g_markup_escape_text (self->form->name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (all), _("The Project"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (all), name);
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    {
      const char *value = steward_project_get_fact (get_project (self), i);
      g_autofree char *markup = NULL;
      GtkWidget *row;

      if (*value == '\0' || i == STEWARD_FACT_FILLED_BY)
        continue;
      row = adw_action_row_new ();
      markup = g_markup_escape_text (value, -1);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), steward_ui_fact_label (i));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (all), row);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), all);
  return group;
}

/* Places that the form on this desk lacks are handed back as they came. */
static guint
count_unseen (StewardSectionWindow *self)
{
  StewardPack *pack = steward_project_get_pack (get_project (self));
  guint n = 0;

  for (guint i = 0; i < self->form->places->len; i++)
    {
      const StewardSectionPlace *place = g_ptr_array_index (self->form->places, i);
      const char *here = steward_section_place_locate (place, pack);

      if (here != NULL && g_str_equal (here, place->id))
        g_hash_table_add (self->widgets.only, g_strdup (place->id));
      else
        n++;
    }
  return n;
}

static void
build_parts (StewardSectionWindow *self)
{
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (get_project (self)));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      if (steward_assessment_form_has_part (&self->widgets, part))
        gtk_box_append (GTK_BOX (self->parts), steward_assessment_form_build_part (self->session, part, &self->widgets));
    }
}

static GtkWidget *
build_people (StewardSectionWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->officer = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->officer), _("Your name"));
  steward_ui_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->officer))), _("Your name"));
  g_signal_connect_swapped (self->officer, "changed", G_CALLBACK (officer_changed_cb), self);
  self->note = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _("Note to the steward"));
  steward_ui_set_label (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->note))), _("Note to the steward"));
  gtk_editable_set_text (GTK_EDITABLE (self->note), self->form->note);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (project_changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->officer);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->note);
  return group;
}

static GtkWidget *
build_content (StewardSectionWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  guint n_unseen = count_unseen (self);

  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  steward_assessment_form_add_keys (self->parts);
  gtk_box_append (GTK_BOX (box), build_people (self));
  if (n_unseen > 0)
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf (ngettext ("The form on this desk is another version: %u place that is asked for is not in "
                                        "it and goes back as it came.",
                                        "The form on this desk is another version: %u places that are asked for are "
                                        "not in it and go back as they came.", n_unseen), n_unseen);
      gtk_box_append (GTK_BOX (box), steward_ui_label_new (text, "supplement-banner"));
    }
  gtk_box_append (GTK_BOX (box), build_facts (self));
  gtk_box_append (GTK_BOX (box), self->parts);
  build_parts (self);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 960);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
build (StewardSectionWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save Answer…"));
  const char *name = *self->form->name != '\0' ? self->form->name : _("New project");

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (self->form->section_name, name));
  gtk_widget_add_css_class (save, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "section.save");
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), save);
  gtk_box_append (GTK_BOX (all), bar);
  gtk_box_append (GTK_BOX (all), build_content (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, all);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
}

static void
fill_officer (StewardSectionWindow *self)
{
  g_autofree char *known = self->settings != NULL ? g_settings_get_string (self->settings, "officer-name") : NULL;
  const char *name = *self->form->answered_by != '\0' ? self->form->answered_by
                     : known != NULL && *known != '\0' ? known : self->form->officer;

  gtk_editable_set_text (GTK_EDITABLE (self->officer), name);
  if (*name == '\0')
    gtk_window_set_focus (GTK_WINDOW (self), self->officer);
}

static void
steward_section_window_dispose (GObject *object)
{
  StewardSectionWindow *self = STEWARD_SECTION_WINDOW (object);

  steward_form_widgets_clear (&self->widgets);
  g_clear_pointer (&self->form, steward_section_form_free);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (steward_section_window_parent_class)->dispose (object);
}

static void
steward_section_window_class_init (StewardSectionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_section_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = steward_section_window_close_request;
  gtk_widget_class_install_action (widget_class, "section.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "section.save", NULL);
}

static void
steward_section_window_init (StewardSectionWindow *self)
{
  steward_form_widgets_init (&self->widgets);
  self->widgets.only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), 960, 680);
}

GtkWindow *
steward_section_window_new (GtkWindow          *parent,
                            GSettings          *settings,
                            StewardSectionForm *form,
                            StewardPack        *pack)
{
  StewardSectionWindow *self;
  g_autoptr (StewardProject) project = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (form != NULL && pack != NULL, NULL);

  self = g_object_new (STEWARD_TYPE_SECTION_WINDOW, "transient-for", parent, "title", form->section_name, NULL);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->form = form;
  project = steward_section_form_open (form, pack);
  self->session = steward_session_new (NULL, project, 0);
  build (self);
  fill_officer (self);
  steward_form_widgets_update (&self->widgets, self->session, NULL);
  g_signal_connect_object (self->session, "schedule-changed", G_CALLBACK (schedule_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed_cb), self, G_CONNECT_SWAPPED);
  self->changed = FALSE;

  return GTK_WINDOW (self);
}

StewardSession *
steward_section_window_get_session (StewardSectionWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_SECTION_WINDOW (self), NULL);

  return self->session;
}

StewardBoxRow *
steward_section_window_find_row (StewardSectionWindow *self,
                                 const char           *box)
{
  g_return_val_if_fail (STEWARD_IS_SECTION_WINDOW (self), NULL);
  g_return_val_if_fail (box != NULL, NULL);

  for (guint i = 0; i < self->widgets.rows->len; i++)
    if (g_str_equal (steward_box_row_get_box (g_ptr_array_index (self->widgets.rows, i))->id, box))
      return g_ptr_array_index (self->widgets.rows, i);

  return NULL;
}

void
steward_section_window_set_officer (StewardSectionWindow *self,
                                    const char           *name)
{
  g_return_if_fail (STEWARD_IS_SECTION_WINDOW (self));
  g_return_if_fail (name != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->officer), name);
}

static void
set_note (StewardSectionForm *form,
          const char         *text)
{
  g_free (form->note);
  form->note = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), STEWARD_TEXT_MAX_CHARS));
}

gboolean
steward_section_window_save (StewardSectionWindow  *self,
                             GFile                 *file,
                             GError               **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *name;

  g_return_val_if_fail (STEWARD_IS_SECTION_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  steward_form_widgets_commit (&self->widgets);
  name = steward_project_get_fact (get_project (self), STEWARD_FACT_FILLED_BY);
  if (*name == '\0')
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("Enter your name first"));
      return FALSE;
    }
  set_note (self->form, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  steward_section_form_answer (self->form, get_project (self), name, NULL);
  bytes = steward_section_file_write (self->form);
  if (!steward_file_write (file, bytes, NULL, error))
    return FALSE;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "officer-name", name);
  self->changed = FALSE;

  return TRUE;
}
