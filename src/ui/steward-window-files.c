/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-paper-window.h"
#include "steward-project-file.h"
#include "steward-ui-text.h"

#define SUFFIX "steward"

/**
 * Intake:
 * @file: where it comes from; NULL for a sample
 * @pack_changed: the policy pack is not the one the project was made with
 * @known: the store has a project of this id
 * @same: and it holds the same
 *
 * A project on its way into the store.
 */
typedef struct
{
  StewardWindow       *window;
  GFile               *file;
  const StewardSample *sample;
  StewardProject      *project;
  char                *person;
  gboolean             pack_changed;
  gboolean             known;
  gboolean             same;
  gboolean             as_new;
} Intake;

static StewardApplication *
get_application (StewardWindow *self)
{
  return STEWARD_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_clear_object (&intake->window);
  g_clear_object (&intake->file);
  g_clear_object (&intake->project);
  g_free (intake->person);
  g_free (intake);
}

/* The work on an intake is done in steps on other threads, one at a time. */
static Intake *
intake_copy (const Intake *intake)
{
  Intake *copy = g_memdup2 (intake, sizeof *intake);

  g_object_ref (copy->window);
  if (copy->file != NULL)
    g_object_ref (copy->file);
  if (copy->project != NULL)
    g_object_ref (copy->project);
  copy->person = g_strdup (copy->person);

  return copy;
}

/* The exact place helps who looks into the file; first of all people want to
 * know what to do. */
static void
tell_not_opened (StewardWindow *self,
                 const GError  *error)
{
  g_autofree char *body = NULL;

  if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_INVALID))
    body = g_strdup_printf ("%s\n\n%s", _("The file is damaged or no project file. It was left as it is; "
                                          "open a copy of it if you have one."), error->message);
  steward_compat_tell (GTK_WINDOW (self), _("The Project Was Not Opened"), body != NULL ? body : error->message);
}

static gpointer
import_func (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  Intake *intake = data;
  const char *name = steward_project_get_fact (intake->project, STEWARD_FACT_NAME);
  g_autofree char *label = g_strdup_printf (_("Import %s"), name);

  if (steward_database_import (database, intake->project, intake->as_new, intake->person, label, error) <= 0)
    return NULL;

  return g_strdup (steward_project_get_id (intake->project));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  const Intake *intake = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *id = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (id == NULL)
    {
      tell_not_opened (self, error);
      return;
    }

  steward_window_show_project (self, id, NULL);
  if (intake->pack_changed)
    steward_window_toast (self, _("The policy pack has changed since this project was saved"));
}

static void
import (const Intake *intake)
{
  steward_store_run_async (intake->window->store, STEWARD_STORE_WRITE, import_func, intake_copy (intake),
                           intake_free, g_free, NULL, imported_cb, g_object_ref (intake->window));
}

static void
known_answer_cb (const char *response,
                 gpointer    user_data)
{
  Intake *intake = user_data;

  if (g_str_equal (response, "cancel"))
    return;

  intake->as_new = g_str_equal (response, "new");
  import (intake);
}

static void
ask_known (const Intake *intake)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "new", _("As a _New Project") },
    { "update", _("_Update") },
    { NULL }
  };
  const char *name = steward_project_get_fact (intake->project, STEWARD_FACT_NAME);
  g_autofree char *body = NULL;

  body = g_strdup_printf (_("“%s” is in your database already, and the file is different. Updating makes it what "
                            "the file says; this can be undone."), name);
  steward_compat_ask (GTK_WINDOW (intake->window), _("Update This Project?"), body, NULL, responses,
                      known_answer_cb, intake_copy (intake), intake_free);
}

static gpointer
look_up_func (StewardDatabase  *database,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  Intake *intake = data;
  const char *id = steward_project_get_id (intake->project);
  g_autoptr (StewardProject) stored = NULL;
  g_autoptr (GError) local = NULL;

  if (*id != '\0')
    stored = steward_database_load_project (database, id, NULL, &local);
  if (local != NULL && !g_error_matches (local, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  if (stored != NULL)
    {
      g_autoptr (GBytes) one = steward_project_file_write (stored);
      g_autoptr (GBytes) other = steward_project_file_write (intake->project);

      intake->known = TRUE;
      intake->same = g_bytes_equal (one, other);
    }

  return intake;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (StewardWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  const Intake *intake = steward_store_run_finish (STEWARD_STORE (source), result, &error);

  if (intake == NULL)
    tell_not_opened (self, error);
  else if (intake->same)
    steward_window_show_project (self, steward_project_get_id (intake->project), NULL);
  else if (intake->known)
    ask_known (intake);
  else
    import (intake);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Intake *intake = task_data;
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  GError *error = NULL;

  if (intake->sample != NULL)
    {
      intake->project = steward_sample_load (intake->sample->id, &error);
    }
  else
    {
      g_autofree char *name = g_file_get_parse_name (intake->file);
      g_autoptr (GBytes) bytes = NULL;

      bytes = steward_file_read (intake->file, STEWARD_PROJECT_FILE_MAX_BYTES, cancellable, &error);
      if (bytes != NULL)
        intake->project = steward_project_file_read (bytes, name, &intake->pack_changed, problems);
      if (bytes != NULL && intake->project == NULL)
        steward_problems_to_error (problems, STEWARD_ERROR_INVALID, &error);
    }

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  StewardWindow *self = STEWARD_WINDOW (source);
  const Intake *intake = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    tell_not_opened (self, error);
  else
    steward_store_run_async (self->store, STEWARD_STORE_READ, look_up_func, intake_copy (intake), intake_free,
                             NULL, NULL, looked_up_cb, g_object_ref (self));
}

static void
take_in (StewardWindow       *self,
         GFile               *file,
         const StewardSample *sample)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  Intake *intake = g_new0 (Intake, 1);

  intake->window = g_object_ref (self);
  intake->person = steward_application_dup_person (get_application (self));
  g_set_object (&intake->file, file);
  intake->sample = sample;
  g_task_set_source_tag (task, take_in);
  g_task_set_task_data (task, intake, intake_free);
  g_task_run_in_thread (task, read_thread);
}

void
steward_window_open_file (StewardWindow *self,
                          GFile         *file)
{
  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->store != NULL && steward_window_is_section_file (file))
    steward_window_open_section_file (self, file);
  else if (self->store != NULL)
    take_in (self, file, NULL);
  else
    g_ptr_array_add (self->waiting, g_object_ref (file));
}

static void
sample_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++)
    {
      if (g_str_equal (sample->id, id))
        take_in (STEWARD_WINDOW (widget), NULL, sample);
    }
}

static void
open_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  if (file != NULL)
    steward_window_open_file (user_data, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  steward_compat_choose_file (GTK_WINDOW (widget), _("Import Project"), NULL, _("Steward projects"), SUFFIX,
                              open_chosen_cb, g_object_ref (widget), g_object_unref);
}

static void
verify_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  if (file != NULL)
    steward_window_show_paper (user_data, file);
}

static void
verify_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  steward_compat_choose_file (GTK_WINDOW (widget), _("Verify a PDF"), NULL, _("PDF documents"), "pdf",
                              verify_chosen_cb, g_object_ref (widget), g_object_unref);
}

void
steward_window_show_paper (StewardWindow *self,
                           GFile         *file)
{
  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  gtk_window_present (steward_paper_window_new (GTK_WINDOW (self),
                                                steward_application_get_settings (get_application (self)),
                                                self->session, file));
}

static gboolean
is_pdf (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".pdf");
}

void
steward_window_take_file (StewardWindow *self,
                          GFile         *file)
{
  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (is_pdf (file))
    steward_window_show_paper (self, file);
  else
    steward_window_open_file (self, file);
}

static gboolean
drop_cb (StewardWindow *self,
         const GValue  *value)
{
  const GSList *files;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;

  files = g_value_get_boxed (value);
  for (const GSList *l = files; l != NULL; l = l->next)
    steward_window_take_file (self, l->data);

  return files != NULL;
}

/* A project on its way into a file. */
typedef struct
{
  GFile  *file;
  GBytes *bytes;
} Output;

static void
output_free (gpointer data)
{
  Output *output = data;

  g_clear_object (&output->file);
  g_clear_pointer (&output->bytes, g_bytes_unref);
  g_free (output);
}

static void
export_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const Output *output = task_data;
  GError *error = NULL;

  if (steward_file_write (output->file, output->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  StewardWindow *self = STEWARD_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    steward_window_toast (self, _("Project exported"));
  else
    steward_compat_tell (GTK_WINDOW (self), _("The Project Was Not Exported"), error->message);
}

static void
export_target_cb (GFile    *file,
                  gpointer  user_data)
{
  StewardWindow *self = user_data;
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  Output *output;

  if (file == NULL || self->session == NULL)
    return;

  name = g_file_get_basename (file);
  output = g_new0 (Output, 1);
  if (!g_str_has_suffix (name, "." SUFFIX))
    {
      g_autofree char *full = g_strconcat (name, "." SUFFIX, NULL);
      g_autoptr (GFile) parent = g_file_get_parent (file);
      g_autoptr (GFile) other = g_file_get_child (parent, full);

      /* Nobody was asked whether that may be replaced. */
      if (!g_file_query_exists (other, NULL))
        g_set_object (&output->file, other);
    }
  if (output->file == NULL)
    output->file = g_object_ref (file);
  output->bytes = steward_project_file_write (steward_session_get_project (self->session));

  task = g_task_new (self, NULL, exported_cb, NULL);
  g_task_set_source_tag (task, export_target_cb);
  g_task_set_task_data (task, output, output_free);
  g_task_run_in_thread (task, export_thread);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  g_autofree char *name = NULL;

  steward_window_commit (self);
  name = steward_ui_file_name (steward_session_get_title (self->session), NULL, SUFFIX);
  steward_compat_choose_file (GTK_WINDOW (self), _("Export Project"), name, _("Steward projects"), SUFFIX,
                              export_target_cb, g_object_ref (self), g_object_unref);
}

static void
add_samples (StewardWindow *self)
{
  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sample->title);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.import-sample");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", sample->id);
      gtk_list_box_append (self->samples, row);
    }
}

void
steward_window_files_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.import-sample", "s", sample_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.verify", NULL, verify_action);
}

void
steward_window_files_init (StewardWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  add_samples (self);
}
