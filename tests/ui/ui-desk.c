/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-desk.h"

#include <glib/gstdio.h>

#include "steward-project-file.h"

static gboolean
has_answer (gpointer data)
{
  Desk *desk = data;

  return steward_application_get_store (desk->application) != NULL
         || steward_application_get_store_error (desk->application) != NULL;
}

void
desk_start (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  desk->application = steward_application_new ();
  /* Never the session's instance: a test is alone. */
  g_application_set_flags (G_APPLICATION (desk->application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  steward_application_set_database (desk->application, desk->database);
  g_assert_true (g_application_register (G_APPLICATION (desk->application), NULL, &error));
  g_assert_no_error (error);
  desk->window = steward_window_new (desk->application);
  gtk_window_present (GTK_WINDOW (desk->window));
  ui_test_wait (has_answer, desk);
  ui_test_settle ();
}

static gboolean
has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (((Desk *) data)->application)) == NULL;
}

void
desk_stop (Desk *desk)
{
  StewardStore *store = steward_application_get_store (desk->application);

  if (desk->window != NULL)
    gtk_window_close (GTK_WINDOW (desk->window));
  ui_test_wait (has_no_window, desk);
  if (store != NULL)
    steward_store_close (store);
  ui_test_settle ();
  g_object_unref (desk->application);
}

void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  desk->folder = g_dir_make_tmp ("steward-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (desk->folder, "steward.db", NULL);
  desk->database = g_file_new_for_path (path);
  if (data == NULL)
    desk_start (desk);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  desk_stop (desk);
  g_object_unref (desk->database);
  remove_folder (desk->folder);
  g_free (desk->folder);
}

StewardSession *
desk_get_session (Desk *desk)
{
  return steward_window_get_session (desk->window);
}

StewardProject *
desk_get_project (Desk *desk)
{
  return steward_session_get_project (desk_get_session (desk));
}

StewardKeeper *
desk_get_keeper (Desk *desk)
{
  return steward_session_get_keeper (desk_get_session (desk));
}

gboolean
desk_has_session (gpointer data)
{
  return desk_get_session (data) != NULL;
}

gboolean
desk_has_no_session (gpointer data)
{
  return desk_get_session (data) == NULL;
}

gboolean
desk_is_settled (gpointer data)
{
  return steward_keeper_is_settled (desk_get_keeper (data));
}

const char *
desk_get_state (Desk *desk)
{
  return gtk_stack_get_visible_child_name (desk->window->states);
}

/* What a test waits for. */
typedef struct
{
  Desk       *desk;
  const char *text;
  guint       number;
} Wish;

static gboolean
has_state (gpointer data)
{
  const Wish *wish = data;

  return g_strcmp0 (desk_get_state (wish->desk), wish->text) == 0;
}

void
desk_assert_state (Desk       *desk,
                   const char *state)
{
  ui_test_wait (has_state, &(Wish) { desk, state, 0 });
}

void
desk_activate (Desk       *desk,
               const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), action, NULL));
}

void
desk_import_sample (Desk       *desk,
                    const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.import-sample", "s", id);
  ui_test_wait (desk_has_session, desk);
  ui_test_settle ();
}

const StewardScheduleRow *
desk_find_untouched (Desk *desk)
{
  const StewardSchedule *schedule = steward_session_get_schedule (desk_get_session (desk));

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_ITEM && row->status == 0 && row->limit >= 3)
        return row;
    }

  g_assert_not_reached ();
}

StewardProject *
desk_load_stored (Desk       *desk,
                  const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (desk->database, STEWARD_OPEN_READ_ONLY, &error);
  StewardProject *project;

  g_assert_no_error (error);
  project = steward_database_load_project (database, id, NULL, &error);
  g_assert_no_error (error);

  return project;
}

char *
desk_save (Desk *desk)
{
  g_autoptr (StewardProject) stored = desk_load_stored (desk, steward_project_get_id (desk_get_project (desk)));
  g_autoptr (GBytes) bytes = steward_project_file_write (stored);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GRegex) times = g_regex_new ("T\\d\\d:\\d\\d:\\d\\d", 0, 0, NULL);

  return g_regex_replace_literal (times, text, -1, 0, "T", 0, NULL);
}

static guint
count_projects (Desk *desk)
{
  const StewardListQuery query = { .today = steward_day_today () };
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (desk->database, STEWARD_OPEN_READ_ONLY, &error);
  g_autoptr (GArray) numbers = NULL;

  g_assert_no_error (error);
  numbers = steward_database_find (database, &query, &error);
  g_assert_no_error (error);

  return numbers->len;
}

static gboolean
has_projects (gpointer data)
{
  const Wish *wish = data;

  return count_projects (wish->desk) == wish->number;
}

void
desk_assert_projects (Desk  *desk,
                      guint  n_projects)
{
  ui_test_wait (has_projects, &(Wish) { desk, NULL, n_projects });
}

GtkWindow *
desk_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

gboolean
desk_has_dialog (gpointer data)
{
  return desk_find_dialog () != NULL;
}

void
desk_answer (const char *response)
{
  g_autoptr (GtkWindow) dialog = NULL;

  ui_test_wait (desk_has_dialog, NULL);
  dialog = g_object_ref (desk_find_dialog ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  /* A click on the button would have closed it. It must not outlive its
   * parent, which the answer may have closed. */
  gtk_window_destroy (dialog);
  g_clear_object (&dialog);
  ui_test_settle ();
}

void
desk_set_note (Desk       *desk,
               const char *note)
{
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, note);
  steward_keeper_flush (desk_get_keeper (desk));
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

static gboolean
has_note (gpointer data)
{
  const Wish *wish = data;

  return g_str_equal (steward_project_get_fact (desk_get_project (wish->desk), STEWARD_FACT_NOTE), wish->text);
}

void
desk_assert_note (Desk       *desk,
                  const char *note)
{
  ui_test_settle ();
  ui_test_wait (has_note, &(Wish) { desk, note, 0 });
}
