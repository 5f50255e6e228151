/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "steward-session-row.h"
#include "steward-window.h"
#include "ui-test.h"

static const char * const pages[] = {
  "overview", "assessment", "plan", "flowchart", "timeline", "documents",
};

static StewardApplication *
application_new (void)
{
  StewardApplication *application = steward_application_new ();
  g_autoptr (GError) error = NULL;

  /* Never the session's instance: a test is alone. */
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

  return application;
}

static void
close_window (StewardWindow *window)
{
  steward_session_discard (steward_window_get_session (window));
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
}

static void
test_sample_is_shown (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  StewardSession *session = steward_window_get_session (window);

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_nonnull (session);
  g_assert_true (steward_session_is_sample (session));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (steward_page_get_session (steward_window_get_page (window, pages[i])) == session);
      steward_window_show_page (window, pages[i]);
      ui_test_settle ();
    }
  close_window (window);
}

static void
test_title_marks_changes (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  StewardProject *project;

  gtk_window_present (GTK_WINDOW (window));
  project = steward_session_get_project (steward_window_get_session (window));
  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构标记项目");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• 虚构标记项目");
  steward_session_discard (steward_window_get_session (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "虚构标记项目");
  close_window (window);
}

static gboolean
has_file (gpointer data)
{
  return steward_session_get_file (steward_window_get_session (data)) != NULL;
}

static void
test_file_opens_once (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  g_autofree char *folder = g_dir_make_tmp ("steward-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.steward", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (StewardSession) written = ui_test_session ("datong-2025");
  g_autoptr (GError) error = NULL;
  StewardSession *opened;

  g_assert_true (steward_project_file_save (steward_session_get_project (written), file, NULL, &error));
  g_assert_no_error (error);

  gtk_window_present (GTK_WINDOW (window));
  steward_window_open_file (window, file);
  ui_test_wait (has_file, window);
  opened = steward_window_get_session (window);
  g_assert_cmpstr (steward_session_get_title (opened), ==, "虚构测试项目");
  g_assert_false (steward_session_get_modified (opened));

  steward_window_open_file (window, file);
  ui_test_settle ();
  g_assert_true (steward_window_get_session (window) == opened);

  close_window (window);
  g_unlink (path);
  g_rmdir (folder);
}

static GtkWindow *
find_dialog (void)
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

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static void
test_bad_file_is_told (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  StewardSession *before = steward_window_get_session (window);
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent-folder/none.steward");
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (window));
  steward_window_open_file (window, file);
  ui_test_wait (has_dialog, NULL);
  dialog = find_dialog ();
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "none.steward"));
  g_assert_true (steward_window_get_session (window) == before);

  gtk_window_close (dialog);
  ui_test_settle ();
  close_window (window);
}

static void
test_closing_asks_about_changes (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  StewardSession *session = steward_window_get_session (window);
  GtkWindow *dialog;

  gtk_window_present (GTK_WINDOW (window));
  steward_project_set_fact (steward_session_get_project (session), STEWARD_FACT_NOTE, "改过");
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (has_dialog, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));

  /* Cancelling keeps window and changes. */
  dialog = find_dialog ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (steward_session_get_modified (session));

  /* Discarding closes. */
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (has_dialog, NULL);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog ()), "discard");
  ui_test_settle ();
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));
  if (window != NULL)
    g_object_remove_weak_pointer (G_OBJECT (window), (gpointer *) &window);
}

static void
test_new_project_is_unsaved (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  StewardSession *session;

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-project", "s", "datong-2025");
  session = steward_window_get_session (window);
  g_assert_false (steward_session_is_sample (session));
  g_assert_null (steward_session_get_file (session));
  g_assert_cmpuint (steward_session_get_schedule (session)->plan->items->len, ==, 0);
  ui_test_settle ();
  close_window (window);
}

/* GTK selects a row when Tab passes through it, so that the sidebar once
 * showed another project as selected than the pages showed. */
static void
test_passing_focus_selects_nothing (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);
  GtkWidget *row = ui_test_find (GTK_WIDGET (window), STEWARD_TYPE_SESSION_ROW);
  GtkListBox *projects = GTK_LIST_BOX (gtk_widget_get_parent (row));
  GtkListBoxRow *selected;

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  selected = gtk_list_box_get_selected_row (projects);
  g_assert_nonnull (selected);
  gtk_widget_grab_focus (GTK_WIDGET (selected));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (projects), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_list_box_get_selected_row (projects) != selected);
  gtk_widget_grab_focus (ui_test_find (GTK_WIDGET (window), GTK_TYPE_BUTTON));
  ui_test_settle ();
  g_assert_true (gtk_list_box_get_selected_row (projects) == selected);
  close_window (window);
}

static void
test_zoom_is_for_drawings_and_papers (gconstpointer data)
{
  StewardApplication *application = (gpointer) data;
  StewardWindow *window = steward_window_new (application);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      StewardPage *page = steward_window_get_page (window, pages[i]);

      g_assert_cmpint (steward_page_can_zoom (page), ==, i >= 3);
      g_assert_cmpint (steward_page_can_find (page), ==, i == 1);
    }
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (StewardApplication) application = NULL;

  ui_test_init (&argc, &argv);
  application = application_new ();

  g_test_add_data_func ("/window/a-sample-is-shown-at-once", application, test_sample_is_shown);
  g_test_add_data_func ("/window/the-title-marks-changes", application, test_title_marks_changes);
  g_test_add_data_func ("/window/a-file-is-opened-once", application, test_file_opens_once);
  g_test_add_data_func ("/window/a-bad-file-is-told", application, test_bad_file_is_told);
  g_test_add_data_func ("/window/closing-asks-about-changes", application, test_closing_asks_about_changes);
  g_test_add_data_func ("/window/a-new-project-is-unsaved", application, test_new_project_is_unsaved);
  g_test_add_data_func ("/window/focus-passing-by-selects-nothing", application, test_passing_focus_selects_nothing);
  g_test_add_data_func ("/window/zoom-is-for-drawings-and-papers", application, test_zoom_is_for_drawings_and_papers);

  return g_test_run ();
}
