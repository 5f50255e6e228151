/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-desk.h"
#include "steward-project-file.h"
#include "ui-desk.h"

#define FILE_ID "11111111-1111-4111-8111-111111111111"

static GFile *
write_file (Desk           *desk,
            StewardProject *project)
{
  g_autofree char *path = g_build_filename (desk->folder, "a.steward", NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_project_file_save (project, file, NULL, &error));
  g_assert_no_error (error);

  return file;
}

static gboolean
is_another (gpointer data)
{
  return !g_str_equal (steward_project_get_id (desk_get_project (data)), FILE_ID);
}

static void
test_file_is_taken_in (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (StewardSession) written = ui_test_session ("datong-2025");
  StewardProject *project = steward_session_get_project (written);
  g_autoptr (GFile) file = NULL;

  steward_project_set_id (project, FILE_ID);
  file = write_file (desk, project);
  steward_window_open_file (desk->window, file);
  ui_test_wait (desk_has_session, desk);
  g_assert_cmpstr (steward_project_get_id (desk_get_project (desk)), ==, FILE_ID);

  /* The same again is only shown. */
  steward_window_show_today (desk->window);
  steward_window_open_file (desk->window, file);
  ui_test_wait (desk_has_session, desk);
  ui_test_settle ();
  g_assert_null (desk_find_dialog ());
  desk_assert_projects (desk, 1);

  /* Another content is asked about. */
  steward_project_set_fact (project, STEWARD_FACT_NOTE, "文件里的");
  g_object_unref (file);
  file = write_file (desk, project);
  steward_window_open_file (desk->window, file);
  desk_answer ("cancel");
  desk_assert_note (desk, "");
  steward_window_open_file (desk->window, file);
  desk_answer ("update");
  desk_assert_note (desk, "文件里的");
  desk_assert_projects (desk, 1);
  desk_set_note (desk, "窗口里的");
  steward_window_open_file (desk->window, file);
  desk_answer ("new");
  desk_assert_projects (desk, 2);
  ui_test_wait (is_another, desk);
}

static void
test_bad_file_is_told (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent-folder/none.steward");

  steward_window_open_file (desk->window, file);
  ui_test_wait (desk_has_dialog, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (desk_find_dialog ())), "none.steward"));
  desk_answer ("close");
  desk_assert_projects (desk, 0);
}

static gboolean
has_done (gpointer data)
{
  return *(gboolean *) data;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) made = steward_desk_back_up_finish (result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (made);
  *(gboolean *) user_data = TRUE;
}

static void
back_up (Desk *desk)
{
  gboolean done = FALSE;

  steward_desk_back_up_async (desk->database, NULL, NULL, made_cb, &done);
  ui_test_wait (has_done, &done);
}

/* Chooses the newest backup in the list of the dialog. */
static void
choose_newest (void)
{
  GtkWidget *list;

  ui_test_wait (desk_has_dialog, NULL);
  ui_test_settle ();
  list = ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  ui_test_settle ();
}

static gboolean
has_old_note (gpointer data)
{
  return desk_get_session (data) != NULL
         && g_str_equal (steward_project_get_fact (desk_get_project (data), STEWARD_FACT_NOTE), "存档时");
}

static void
test_backup_is_restored (Desk          *desk,
                         gconstpointer  data)
{
  desk_import_sample (desk, "datong-complex");
  desk_set_note (desk, "存档时");
  back_up (desk);
  desk_set_note (desk, "后来");
  desk_activate (desk, "win.restore");
  choose_newest ();
  desk_answer ("restore");
  ui_test_wait (has_old_note, desk);
  g_assert_true (desk_is_settled (desk));

  /* And work goes on. */
  desk_set_note (desk, "再后来");
}

static gboolean
has_bar (gpointer data)
{
  return gtk_revealer_get_reveal_child (((Desk *) data)->window->bar);
}

/* The file is damaged under the open window. What was changed since is not in
 * the backup, and is not lost. */
static void
test_damage_is_survived (Desk          *desk,
                         gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (desk->database);
  g_autofree char *garbage = g_strnfill (1 << 20, 'x');
  FILE *file;

  desk_start (desk);
  desk_import_sample (desk, "datong-complex");
  back_up (desk);
  desk_stop (desk);

  /* Started anew, it has next to nothing in its memory. */
  desk_start (desk);
  ui_test_wait (desk_has_session, desk);
  file = fopen (path, "r+b");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 8192, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (garbage, 1, 1 << 20, file), ==, 1 << 20);
  g_assert_cmpint (fclose (file), ==, 0);
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "坏了以后");
  steward_keeper_flush (desk_get_keeper (desk));
  ui_test_wait (has_bar, desk);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (desk->window->bar_button)), ==, "win.restore");

  desk_activate (desk, "win.restore");
  choose_newest ();
  desk_answer ("restore");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_false (has_bar (desk));
  desk_assert_note (desk, "坏了以后");
}

static void
test_lost_project_is_closed (Desk          *desk,
                             gconstpointer  data)
{
  back_up (desk);
  desk_import_sample (desk, "datong-complex");
  desk_activate (desk, "win.restore");
  choose_newest ();
  desk_answer ("restore");
  ui_test_wait (desk_has_no_session, desk);
  ui_test_settle ();
  desk_assert_projects (desk, 0);
}

static gboolean
has_store (gpointer data)
{
  return steward_application_get_store (((Desk *) data)->application) != NULL;
}

static void
test_broken_database_is_replaced (Desk          *desk,
                                  gconstpointer  data)
{
  g_autofree char *path = g_file_get_path (desk->database);
  g_autoptr (GError) error = NULL;
  g_autofree char *garbage = g_strnfill (8192, 'x');

  desk_start (desk);
  desk_import_sample (desk, "datong-complex");
  desk_set_note (desk, "存档时");
  back_up (desk);
  desk_stop (desk);

  g_assert_true (g_file_set_contents (path, garbage, 8192, &error));
  desk_start (desk);
  desk_assert_state (desk, "failure");
  /* Without a database nothing is begun that could not be kept. */
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-project", "s", "datong-2025");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.import-sample", "s", "datong-complex");
  ui_test_settle ();
  g_assert_null (desk_get_session (desk));
  /* Trying again says the same, and the window lives. */
  desk_activate (desk, "win.open-again");
  ui_test_settle ();
  desk_assert_state (desk, "failure");

  desk_activate (desk, "win.restore");
  choose_newest ();
  ui_test_wait (has_store, desk);
  ui_test_settle ();
  desk_assert_projects (desk, 1);
}

#define desk_add(path, data, test) g_test_add (path, Desk, data, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/files/a-file-is-taken-in", NULL, test_file_is_taken_in);
  desk_add ("/files/a-bad-file-is-told", NULL, test_bad_file_is_told);
  desk_add ("/files/a-backup-is-restored", NULL, test_backup_is_restored);
  desk_add ("/files/a-project-lost-by-restoring-is-closed", NULL, test_lost_project_is_closed);
  desk_add ("/files/damage-under-the-window-is-survived", "later", test_damage_is_survived);
  desk_add ("/files/a-broken-database-is-replaced", "later", test_broken_database_is_replaced);

  return g_test_run ();
}
