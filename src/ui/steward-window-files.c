/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-window-private.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-error.h"
#include "steward-file.h"
#include "steward-overview-page.h"
#include "steward-ui-text.h"

#define SUFFIX "steward"

/* Saving is asked for from the menu and from the dialogs before closing; those
 * go on closing when the file is safe. */
typedef enum { THEN_STAY, THEN_CLOSE_PROJECT, THEN_CLOSE_WINDOW } Then;

typedef struct
{
  StewardWindow  *window;
  StewardSession *session;
  Then            then;
} SaveRequest;

static void close_next (StewardWindow *self);

static SaveRequest *
save_request_new (StewardWindow  *window,
                  StewardSession *session,
                  Then            then)
{
  SaveRequest *request = g_new0 (SaveRequest, 1);

  request->window = g_object_ref (window);
  request->session = g_object_ref (session);
  request->then = then;

  return request;
}

static SaveRequest *
save_request_copy (const SaveRequest *request)
{
  return save_request_new (request->window, request->session, request->then);
}

static void
save_request_free (gpointer data)
{
  SaveRequest *request = data;

  g_clear_object (&request->window);
  g_clear_object (&request->session);
  g_free (request);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SaveRequest *request = user_data;
  g_autoptr (GError) error = NULL;

  if (!steward_session_save_finish (request->session, result, &error))
    {
      steward_compat_tell (GTK_WINDOW (request->window), _("The Project Was Not Saved"), error->message);
    }
  else
    {
      GtkListBox *projects = request->window->projects;

      gtk_list_box_invalidate_headers (projects);
      steward_window_update_actions (request->window);
      if (request->then == THEN_CLOSE_WINDOW)
        close_next (request->window);
      else if (request->then == THEN_CLOSE_PROJECT)
        steward_window_remove_session (request->window, request->session);
      else
        steward_window_toast (request->window, _("Project saved"));
    }

  save_request_free (request);
}

static void
save_target_cb (GFile    *file,
                gpointer  user_data)
{
  SaveRequest *request = user_data;
  g_autofree char *name = NULL;
  g_autoptr (GFile) parent = NULL;
  g_autoptr (GFile) target = NULL;

  if (file == NULL)
    return;

  name = g_file_get_basename (file);
  if (strchr (name, '.') == NULL)
    {
      g_autofree char *full = g_strconcat (name, "." SUFFIX, NULL);

      parent = g_file_get_parent (file);
      target = g_file_get_child (parent, full);
    }
  else
    {
      target = g_object_ref (file);
    }

  steward_session_save_async (request->session, target, NULL, saved_cb, save_request_copy (request));
}

static void
save (StewardWindow  *self,
      StewardSession *session,
      gboolean        ask,
      Then            then)
{
  GFile *file = steward_session_get_file (session);
  SaveRequest *request = save_request_new (self, session, then);
  g_autofree char *name = NULL;

  if (file != NULL && !ask)
    {
      steward_session_save_async (session, file, NULL, saved_cb, request);
      return;
    }

  name = file != NULL ? g_file_get_basename (file) : steward_ui_file_name (steward_session_get_title (session), NULL, SUFFIX);
  steward_compat_choose_file (GTK_WINDOW (self), _("Save Project"), name, _("Steward projects"), SUFFIX,
                              save_target_cb, request, save_request_free);
}

static void
unsaved_answer_cb (const char *response,
                   gpointer    user_data)
{
  SaveRequest *request = user_data;

  if (g_str_equal (response, "save"))
    {
      save (request->window, request->session, FALSE, request->then);
    }
  else if (g_str_equal (response, "discard"))
    {
      steward_session_discard (request->session);
      close_next (request->window);
    }
}

static void
ask_about (StewardWindow   *self,
           StewardSession  *session,
           Then             then,
           StewardAnswered  answered)
{
  g_autofree char *body = NULL;

  body = g_strdup_printf (_("“%s” has changes that are not saved. Discarded changes cannot be brought back."),
                          steward_session_get_title (session));
  steward_compat_ask_save (GTK_WINDOW (self), _("Save Changes?"), body,
                           answered, save_request_new (self, session, then), save_request_free);
}

static void
close_next (StewardWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StewardSession) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);

      if (steward_session_get_modified (session))
        {
          ask_about (self, session, THEN_CLOSE_WINDOW, unsaved_answer_cb);
          return;
        }
    }

  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

void
steward_window_close_unsaved (StewardWindow *self)
{
  close_next (self);
}

static void
close_project_answer_cb (const char *response,
                         gpointer    user_data)
{
  SaveRequest *request = user_data;

  if (g_str_equal (response, "save"))
    save (request->window, request->session, FALSE, request->then);
  else if (g_str_equal (response, "discard"))
    steward_window_remove_session (request->window, request->session);
}

static void
close_project_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  if (self->session == NULL || steward_session_is_sample (self->session))
    return;

  steward_window_commit (self);
  if (steward_session_get_modified (self->session))
    ask_about (self, self->session, THEN_CLOSE_PROJECT, close_project_answer_cb);
  else
    steward_window_remove_session (self, self->session);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);

  steward_window_commit (self);
  if (self->session != NULL && steward_session_get_project (self->session) != NULL)
    save (self, self->session, g_str_equal (action_name, "win.save-as"), THEN_STAY);
}

static void
new_project_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  StewardWindow *self = STEWARD_WINDOW (widget);
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSession) session = NULL;
  g_autoptr (GError) error = NULL;

  pack = steward_pack_library_load (g_variant_get_string (parameter, NULL), &error);
  if (pack == NULL)
    {
      steward_compat_tell (GTK_WINDOW (self), _("The Policy Pack Cannot Be Read"), error->message);
      return;
    }

  project = steward_project_new (pack);
  session = steward_session_new (project, NULL);
  steward_window_add_session (self, session);
  steward_window_show_session (self, session);
  steward_window_show_page (self, "overview");
  /* The first thing to tell is the name. */
  steward_overview_page_edit (STEWARD_OVERVIEW_PAGE (steward_window_get_page (self, "overview")), STEWARD_FACT_NAME);
}

/* A project follows the rules of a city: packs that only supplement others
 * have no assessment form of their own. */
static gboolean
has_form (StewardPack *pack)
{
  GPtrArray *parts = steward_pack_get_parts (pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      if (!part->supplement)
        return TRUE;
    }

  return FALSE;
}

static void
create_pack_menu_cb (GtkMenuButton *button,
                     gpointer       user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_auto (GStrv) ids = steward_pack_library_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (StewardPack) pack = steward_pack_library_load (ids[i], NULL);
      g_autoptr (GMenuItem) item = NULL;

      if (pack == NULL || !has_form (pack))
        continue;
      item = g_menu_item_new (steward_pack_get_title (pack), NULL);
      g_menu_item_set_action_and_target (item, "win.new-project", "s", ids[i]);
      g_menu_append_item (section, item);
    }

  g_menu_append_section (menu, _("New Project by the Rules of"), G_MENU_MODEL (section));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
choose_pack_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  gtk_menu_button_popup (STEWARD_WINDOW (widget)->new_button);
}

/**
 * OpenRequest:
 * @pack_changed: set by the worker when the policy pack is not the one the
 *   project was made with
 */
typedef struct
{
  GFile    *file;
  gboolean  pack_changed;
} OpenRequest;

static void
open_request_free (gpointer data)
{
  OpenRequest *request = data;

  g_clear_object (&request->file);
  g_free (request);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  OpenRequest *request = task_data;
  g_autofree char *name = g_file_get_parse_name (request->file);
  g_autoptr (StewardProblems) problems = steward_problems_new ();
  g_autoptr (GBytes) bytes = NULL;
  StewardProject *project = NULL;
  GError *error = NULL;

  bytes = steward_file_read (request->file, STEWARD_PROJECT_FILE_MAX_BYTES, cancellable, &error);
  if (bytes != NULL)
    project = steward_project_file_read (bytes, name, &request->pack_changed, problems);
  if (bytes != NULL && project == NULL)
    steward_problems_to_error (problems, STEWARD_ERROR_INVALID, &error);

  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
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

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  StewardWindow *self = STEWARD_WINDOW (source);
  const OpenRequest *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardSession) session = NULL;
  g_autoptr (GError) error = NULL;

  project = g_task_propagate_pointer (G_TASK (result), &error);
  if (project == NULL)
    {
      tell_not_opened (self, error);
      return;
    }

  session = steward_session_new (project, request->file);
  steward_window_add_session (self, session);
  steward_window_show_session (self, session);
  if (request->pack_changed)
    steward_window_toast (self, _("The policy pack has changed since this project was saved"));
}

void
steward_window_open_file (StewardWindow *self,
                          GFile         *file)
{
  g_autoptr (GTask) task = NULL;
  OpenRequest *request;
  guint n;

  g_return_if_fail (STEWARD_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StewardSession) session = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);
      GFile *other = steward_session_get_file (session);

      if (other != NULL && g_file_equal (other, file))
        {
          steward_window_show_session (self, session);
          return;
        }
    }

  task = g_task_new (self, NULL, opened_cb, NULL);
  g_task_set_source_tag (task, steward_window_open_file);
  request = g_new0 (OpenRequest, 1);
  request->file = g_object_ref (file);
  g_task_set_task_data (task, request, open_request_free);
  g_task_run_in_thread (task, open_thread);
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
  steward_compat_choose_file (GTK_WINDOW (widget), _("Open Project"), NULL, _("Steward projects"), SUFFIX,
                              open_chosen_cb, g_object_ref (widget), g_object_unref);
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
    steward_window_open_file (self, l->data);

  return files != NULL;
}

void
steward_window_files_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-project", "s", new_project_action);
  gtk_widget_class_install_action (widget_class, "win.choose-pack", NULL, choose_pack_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.close-project", NULL, close_project_action);
}

void
steward_window_files_init (StewardWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_menu_button_set_create_popup_func (self->new_button, create_pack_menu_cb, NULL, NULL);
}
