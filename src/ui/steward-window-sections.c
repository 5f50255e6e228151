/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-answer-window.h"
#include "steward-compat.h"
#include "steward-list-guard.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-section-file.h"
#include "steward-section-window.h"

gboolean
steward_window_is_section_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, STEWARD_REQUEST_SUFFIX) || g_str_has_suffix (lower, STEWARD_ANSWER_SUFFIX);
}

/* A request or an answer on its way to whoever it is for. */
typedef struct
{
  StewardWindow      *window;
  StewardSectionForm *form;
  StewardProject     *project;   /* ours, that the answer is about */
  gint64              version;
} Arrival;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_clear_pointer (&arrival->form, steward_section_form_free);
  g_clear_object (&arrival->project);
  g_clear_object (&arrival->window);
  g_free (arrival);
}

static void
tell_not_opened (StewardWindow *self,
                 const GError  *error)
{
  steward_compat_tell (GTK_WINDOW (self), _("The File Was Not Opened"), error->message);
}

static gboolean
is_shown (StewardWindow *self,
          const char    *id)
{
  return self->session != NULL
         && g_strcmp0 (steward_project_get_id (steward_session_get_project (self->session)), id) == 0;
}

/* What a section ticked is asked of as what is ticked here: when the news of it
 * has come to the project that is shown, or with the project. */
static void
merged_cb (StewardWindow *self,
           const char    *id)
{
  g_free (self->merged);
  self->merged = g_strdup (id);
  self->merged_comes = is_shown (self, id);
  steward_window_toast (self, _("Answer merged"));
  steward_window_show_project (self, id, NULL);
}

static void
guard_cb (gpointer user_data)
{
  g_autoptr (StewardWindow) self = user_data;

  if (self->session != NULL && self->store != NULL)
    steward_list_guard_check (GTK_WIDGET (self), self->session);
}

void
steward_window_guard_merged (StewardWindow *self,
                             gboolean       news)
{
  if (self->merged == NULL || self->merged_comes != news || !is_shown (self, self->merged))
    return;
  g_clear_pointer (&self->merged, g_free);
  g_idle_add_once (guard_cb, g_object_ref (self));
}

/* On the desk of the section. */
static void
fill_in (StewardWindow *self,
         Arrival       *arrival)
{
  StewardApplication *application = STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardPack) pack = steward_pack_library_load (arrival->form->pack, &error);
  GtkWindow *window;

  if (pack == NULL)
    {
      tell_not_opened (self, error);
      return;
    }
  window = steward_section_window_new (GTK_WINDOW (self), steward_application_get_settings (application),
                                       g_steal_pointer (&arrival->form), pack);
  gtk_window_present (window);
}

/* On the desk that asked. */
static void
merge (StewardWindow *self,
       Arrival       *arrival)
{
  StewardApplication *application = STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *person = steward_application_dup_person (application);
  g_autoptr (GError) error = NULL;
  GtkWindow *window = steward_answer_window_new (GTK_WINDOW (self), self->store, person,
                                                 g_steal_pointer (&arrival->form), arrival->project,
                                                 arrival->version, &error);

  if (window == NULL)
    {
      tell_not_opened (self, error);
      return;
    }
  g_signal_connect_object (window, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/* What is typed here comes before: the answer is laid beside it. */
static gpointer
look_up_func (StewardDatabase  *database,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  Arrival *arrival = data;
  g_autoptr (GError) local = NULL;

  arrival->project = steward_database_load_project (database, arrival->form->project, &arrival->version, &local);
  if (arrival->project == NULL && !g_error_matches (local, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return arrival;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  Arrival *arrival = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (arrival == NULL)
    tell_not_opened (self, error);
  else if (arrival->project != NULL)
    merge (self, arrival);
  else
    fill_in (self, arrival);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  StewardSectionForm *form = steward_section_file_load (G_FILE (task_data), cancellable, &error);

  if (form != NULL)
    g_task_return_pointer (task, form, (GDestroyNotify) steward_section_form_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  StewardWindow *self = STEWARD_WINDOW (source);
  g_autoptr (GError) error = NULL;
  StewardSectionForm *form = g_task_propagate_pointer (G_TASK (result), &error);
  Arrival *arrival;

  if (form == NULL)
    {
      tell_not_opened (self, error);
      return;
    }
  arrival = g_new0 (Arrival, 1);
  arrival->window = g_object_ref (self);
  arrival->form = form;
  if (steward_section_form_is_answer (form) && self->store != NULL)
    {
      /* In its turn after what is not on the disk yet. */
      steward_window_commit (self);
      steward_window_settle (self);
      steward_store_run_async (self->store, STEWARD_STORE_WRITE, look_up_func, arrival, arrival_free, NULL, NULL,
                               looked_up_cb, g_object_ref (self));
      return;
    }
  fill_in (self, arrival);
  arrival_free (arrival);
}

void
steward_window_open_section_file (StewardWindow *self,
                                  GFile         *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, steward_window_open_section_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  if (file != NULL)
    steward_window_open_section_file (user_data, file);
}

static void
open_answer_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  steward_compat_choose_file (GTK_WINDOW (widget), _("Open a Request or an Answer"), NULL, NULL, NULL, chosen_cb,
                              g_object_ref (widget), g_object_unref);
}

void
steward_window_sections_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-answer", NULL, open_answer_action);
}
