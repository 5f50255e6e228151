/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "steward-desk.h"
#include "steward-project-file.h"
#include "steward-window-private.h"
#include "ui-test.h"

static const char * const pages[] = {
  "overview", "assessment", "plan", "flowchart", "timeline", "documents",
};

/**
 * Desk:
 *
 * The program with a database of its own and one window.
 */
typedef struct
{
  char               *folder;
  GFile              *database;
  StewardApplication *application;
  StewardWindow      *window;
} Desk;

static gboolean
has_answer (gpointer data)
{
  Desk *desk = data;

  return steward_application_get_store (desk->application) != NULL
         || steward_application_get_store_error (desk->application) != NULL;
}

/* Starts the program, as it is started anew each day. */
static void
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

static void
desk_stop (Desk *desk)
{
  StewardStore *store = steward_application_get_store (desk->application);

  if (desk->window != NULL)
    gtk_window_close (GTK_WINDOW (desk->window));
  ui_test_settle ();
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (desk->application)));
  if (store != NULL)
    steward_store_close (store);
  ui_test_settle ();
  g_object_unref (desk->application);
}

static void
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

static void
desk_tear_down (Desk          *desk,
                gconstpointer  data)
{
  desk_stop (desk);
  g_object_unref (desk->database);
  remove_folder (desk->folder);
  g_free (desk->folder);
}

static StewardSession *
get_session (Desk *desk)
{
  return steward_window_get_session (desk->window);
}

static StewardProject *
get_project (Desk *desk)
{
  return steward_session_get_project (get_session (desk));
}

static StewardKeeper *
get_keeper (Desk *desk)
{
  return steward_session_get_keeper (get_session (desk));
}

static gboolean
has_session (gpointer data)
{
  return get_session (data) != NULL;
}

static gboolean
has_no_session (gpointer data)
{
  return get_session (data) == NULL;
}

static gboolean
is_settled (gpointer data)
{
  return steward_keeper_is_settled (get_keeper (data));
}

static const char *
get_state (Desk *desk)
{
  return gtk_stack_get_visible_child_name (desk->window->states);
}

static void
activate (Desk       *desk,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), action, NULL));
}

static void
import_sample (Desk       *desk,
               const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.import-sample", "s", id);
  ui_test_wait (has_session, desk);
  ui_test_settle ();
}

/* What somebody sees who opens the file by other means. */
static StewardProject *
load_stored (Desk       *desk,
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
answer (const char *response)
{
  g_autoptr (GtkWindow) dialog = NULL;

  ui_test_wait (has_dialog, NULL);
  dialog = g_object_ref (find_dialog ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  /* A click on the button would have closed it. */
  gtk_window_destroy (dialog);
  ui_test_settle ();
}

static void
test_first_start_offers_samples (Desk          *desk,
                                 gconstpointer  data)
{
  StewardSession *session;

  g_assert_cmpstr (get_state (desk), ==, "welcome");
  g_assert_null (get_session (desk));
  import_sample (desk, "datong-complex");
  session = get_session (desk);
  g_assert_cmpstr (get_state (desk), ==, "project");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (steward_page_get_session (steward_window_get_page (desk->window, pages[i])) == session);
      steward_window_show_page (desk->window, pages[i]);
      ui_test_settle ();
    }
  g_assert_cmpuint (count_projects (desk), ==, 1);

  steward_window_show_today (desk->window);
  ui_test_settle ();
  g_assert_cmpstr (get_state (desk), ==, "today");
}

static void
test_changes_are_kept (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (StewardProject) stored = NULL;

  import_sample (desk, "datong-complex");
  steward_project_set_fact (get_project (desk), STEWARD_FACT_NAME, "虚构改名项目");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk->window)), ==, "虚构改名项目");
  ui_test_wait (is_settled, desk);
  stored = load_stored (desk, steward_project_get_id (get_project (desk)));
  g_assert_cmpstr (steward_project_get_fact (stored, STEWARD_FACT_NAME), ==, "虚构改名项目");
}

static void
test_closing_waits (Desk          *desk,
                    gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (StewardProject) stored = NULL;

  import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (get_project (desk)));
  steward_project_set_fact (get_project (desk), STEWARD_FACT_NOTE, "最后一笔");
  /* At once, in the middle of typing: nothing is asked, nothing is lost. */
  desk_stop (desk);
  stored = load_stored (desk, id);
  g_assert_cmpstr (steward_project_get_fact (stored, STEWARD_FACT_NOTE), ==, "最后一笔");

  /* On the same day the next start goes on there. */
  desk_start (desk);
  g_assert_nonnull (get_session (desk));
  g_assert_cmpstr (steward_project_get_id (get_project (desk)), ==, id);
}

static void
test_new_project_is_stored (Desk          *desk,
                            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-project", "s", "datong-2025");
  ui_test_wait (has_session, desk);
  g_assert_cmpuint (steward_session_get_schedule (get_session (desk))->plan->items->len, ==, 0);
  g_assert_cmpuint (count_projects (desk), ==, 1);
  ui_test_settle ();
}

static gboolean
can_undo (gpointer data)
{
  return steward_history_get_label (((Desk *) data)->window->history, FALSE) != NULL;
}

static gboolean
can_redo (gpointer data)
{
  return steward_history_get_label (((Desk *) data)->window->history, TRUE) != NULL;
}

static void
set_note (Desk       *desk,
          const char *note)
{
  steward_project_set_fact (get_project (desk), STEWARD_FACT_NOTE, note);
  steward_keeper_flush (get_keeper (desk));
  ui_test_wait (is_settled, desk);
  ui_test_settle ();
}

static void
assert_note (Desk       *desk,
             const char *note)
{
  ui_test_settle ();
  g_assert_cmpstr (steward_project_get_fact (get_project (desk), STEWARD_FACT_NOTE), ==, note);
}

static void
test_undo_lasts (Desk          *desk,
                 gconstpointer  data)
{
  g_autofree char *id = NULL;

  import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (get_project (desk)));
  set_note (desk, "一");
  set_note (desk, "二");
  set_note (desk, "三");
  steward_window_show_page (desk->window, "plan");
  activate (desk, "win.undo");
  assert_note (desk, "二");
  activate (desk, "win.undo");
  assert_note (desk, "一");

  desk_stop (desk);
  desk_start (desk);
  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (has_session, desk);
  ui_test_wait (can_redo, desk);
  assert_note (desk, "一");
  activate (desk, "win.redo");
  assert_note (desk, "二");
  activate (desk, "win.redo");
  assert_note (desk, "三");
  ui_test_settle ();
  g_assert_false (can_redo (desk));
  g_assert_true (can_undo (desk));
}

static void
test_undo_takes_what_is_typed (Desk          *desk,
                               gconstpointer  data)
{
  g_autofree char *before = NULL;

  import_sample (desk, "datong-complex");
  before = g_strdup (steward_project_get_fact (get_project (desk), STEWARD_FACT_NOTE));
  steward_project_set_fact (get_project (desk), STEWARD_FACT_NOTE, "还没停手");
  activate (desk, "win.undo");
  ui_test_wait (is_settled, desk);
  assert_note (desk, before);
}

static void
test_removed_comes_back (Desk          *desk,
                         gconstpointer  data)
{
  g_autofree char *id = NULL;

  import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (get_project (desk)));
  activate (desk, "win.remove-project");
  ui_test_settle ();
  g_assert_null (get_session (desk));
  g_assert_cmpuint (count_projects (desk), ==, 0);

  /* In the list, undo is of any project. */
  ui_test_wait (can_undo, desk);
  activate (desk, "win.undo");
  ui_test_settle ();
  g_assert_cmpuint (count_projects (desk), ==, 1);

  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (has_session, desk);
  activate (desk, "win.remove-project");
  ui_test_settle ();
  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (has_session, desk);
  g_assert_true (gtk_revealer_get_reveal_child (desk->window->bar));
  activate (desk, "win.bring-back");
  ui_test_wait (is_settled, desk);
  ui_test_settle ();
  g_assert_false (gtk_revealer_get_reveal_child (desk->window->bar));
  g_assert_cmpuint (count_projects (desk), ==, 1);
}

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

static void
test_file_is_taken_in (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (StewardSession) written = ui_test_session ("datong-2025");
  StewardProject *project = steward_session_get_project (written);
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GFile) file = NULL;

  steward_project_set_id (project, id);
  file = write_file (desk, project);
  steward_window_open_file (desk->window, file);
  ui_test_wait (has_session, desk);
  g_assert_cmpstr (steward_project_get_id (get_project (desk)), ==, id);

  /* The same again is only shown. */
  steward_window_show_today (desk->window);
  steward_window_open_file (desk->window, file);
  ui_test_wait (has_session, desk);
  ui_test_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count_projects (desk), ==, 1);

  /* Another content is asked about. */
  steward_project_set_fact (project, STEWARD_FACT_NOTE, "文件里的");
  g_object_unref (file);
  file = write_file (desk, project);
  steward_window_open_file (desk->window, file);
  answer ("cancel");
  assert_note (desk, "");
  steward_window_open_file (desk->window, file);
  answer ("update");
  assert_note (desk, "文件里的");
  g_assert_cmpuint (count_projects (desk), ==, 1);
  set_note (desk, "窗口里的");
  steward_window_open_file (desk->window, file);
  answer ("new");
  g_assert_cmpuint (count_projects (desk), ==, 2);
  g_assert_cmpstr (steward_project_get_id (get_project (desk)), !=, id);
}

static void
test_bad_file_is_told (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent-folder/none.steward");

  steward_window_open_file (desk->window, file);
  ui_test_wait (has_dialog, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), "none.steward"));
  answer ("close");
  g_assert_cmpuint (count_projects (desk), ==, 0);
}

static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gboolean
has_bar (gpointer data)
{
  return gtk_revealer_get_reveal_child (((Desk *) data)->window->bar);
}

static void
test_full_disk_keeps_the_window (Desk          *desk,
                                 gconstpointer  data)
{
  import_sample (desk, "datong-complex");
  signal (SIGXFSZ, SIG_IGN);
  limit_files (512);
  steward_project_set_fact (get_project (desk), STEWARD_FACT_NOTE, "磁盘满了");
  steward_keeper_flush (get_keeper (desk));
  ui_test_wait (has_bar, desk);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (desk->window->bar_button)), ==, "win.retry");

  /* Closing asks; staying keeps everything. */
  gtk_window_close (GTK_WINDOW (desk->window));
  answer ("stay");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (desk->window)));
  assert_note (desk, "磁盘满了");

  limit_files (RLIM_INFINITY);
  activate (desk, "win.retry");
  ui_test_wait (is_settled, desk);
  ui_test_settle ();
  g_assert_false (has_bar (desk));
}

static void
test_closing_anyway (Desk          *desk,
                     gconstpointer  data)
{
  import_sample (desk, "datong-complex");
  signal (SIGXFSZ, SIG_IGN);
  limit_files (512);
  steward_project_set_fact (get_project (desk), STEWARD_FACT_NOTE, "磁盘满了");
  gtk_window_close (GTK_WINDOW (desk->window));
  answer ("close");
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (desk->application)));
  limit_files (RLIM_INFINITY);
  desk->window = NULL;
}

static void
change_elsewhere (Desk       *desk,
                  const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (desk->database, STEWARD_OPEN_EXISTING, &error);
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardRecorder) recorder = NULL;
  g_autoptr (StewardChangeSet) set = NULL;
  gint64 version = 0;

  g_assert_no_error (error);
  project = steward_database_load_project (database, steward_project_get_id (get_project (desk)), &version, &error);
  g_assert_no_error (error);
  recorder = steward_recorder_new (project, version);
  steward_project_set_fact (project, STEWARD_FACT_NOTE, note);
  set = steward_recorder_take (recorder, "李示例", NULL);
  steward_database_apply (database, set, &error);
  g_assert_no_error (error);
}

static gboolean
has_their_note (gpointer data)
{
  return g_str_equal (steward_project_get_fact (get_project (data), STEWARD_FACT_NOTE), "别人写的");
}

static void
test_conflict_is_shown (Desk          *desk,
                        gconstpointer  data)
{
  import_sample (desk, "datong-complex");
  change_elsewhere (desk, "别人写的");
  ui_test_wait (has_their_note, desk);
  g_assert_false (has_bar (desk));

  steward_project_set_fact (get_project (desk), STEWARD_FACT_NOTE, "我写的");
  change_elsewhere (desk, "别人又写的");
  ui_test_wait (has_bar, desk);
  g_assert_nonnull (strstr (gtk_label_get_text (desk->window->bar_label), "李示例"));
  activate (desk, "win.resolve");
  answer ("later");
  g_assert_true (has_bar (desk));
  activate (desk, "win.resolve");
  answer ("mine");
  ui_test_wait (is_settled, desk);
  assert_note (desk, "我写的");
  g_assert_false (has_bar (desk));
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

  ui_test_wait (has_dialog, NULL);
  ui_test_settle ();
  list = ui_test_find (GTK_WIDGET (find_dialog ()), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (list);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  ui_test_settle ();
}

static gboolean
has_old_note (gpointer data)
{
  return get_session (data) != NULL
         && g_str_equal (steward_project_get_fact (get_project (data), STEWARD_FACT_NOTE), "存档时");
}

static void
test_backup_is_restored (Desk          *desk,
                         gconstpointer  data)
{
  import_sample (desk, "datong-complex");
  set_note (desk, "存档时");
  back_up (desk);
  set_note (desk, "后来");
  activate (desk, "win.restore");
  choose_newest ();
  answer ("restore");
  ui_test_wait (has_old_note, desk);
  g_assert_true (is_settled (desk));

  /* And work goes on. */
  set_note (desk, "再后来");
}

static void
test_lost_project_is_closed (Desk          *desk,
                             gconstpointer  data)
{
  back_up (desk);
  import_sample (desk, "datong-complex");
  activate (desk, "win.restore");
  choose_newest ();
  answer ("restore");
  ui_test_wait (has_no_session, desk);
  ui_test_settle ();
  g_assert_cmpuint (count_projects (desk), ==, 0);
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
  import_sample (desk, "datong-complex");
  set_note (desk, "存档时");
  back_up (desk);
  desk_stop (desk);

  g_assert_true (g_file_set_contents (path, garbage, 8192, &error));
  desk_start (desk);
  g_assert_cmpstr (get_state (desk), ==, "failure");
  /* Trying again says the same, and the window lives. */
  activate (desk, "win.open-again");
  ui_test_settle ();
  g_assert_cmpstr (get_state (desk), ==, "failure");

  activate (desk, "win.restore");
  choose_newest ();
  ui_test_wait (has_store, desk);
  ui_test_settle ();
  g_assert_cmpuint (count_projects (desk), ==, 1);
}

static void
test_zoom_is_for_drawings_and_papers (Desk          *desk,
                                      gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      StewardPage *page = steward_window_get_page (desk->window, pages[i]);

      g_assert_cmpint (steward_page_can_zoom (page), ==, i >= 3);
      g_assert_cmpint (steward_page_can_find (page), ==, i == 1);
    }
}

#define desk_add(path, data, test) g_test_add (path, Desk, data, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/window/the-first-start-offers-samples", NULL, test_first_start_offers_samples);
  desk_add ("/window/changes-are-kept-without-saving", NULL, test_changes_are_kept);
  desk_add ("/window/closing-waits-for-the-last-change", NULL, test_closing_waits);
  desk_add ("/window/a-new-project-is-stored-at-once", NULL, test_new_project_is_stored);
  desk_add ("/window/undo-lasts-over-pages-and-starts", NULL, test_undo_lasts);
  desk_add ("/window/undo-takes-back-what-is-being-typed", NULL, test_undo_takes_what_is_typed);
  desk_add ("/window/a-removed-project-comes-back", NULL, test_removed_comes_back);
  desk_add ("/window/a-file-is-taken-in", NULL, test_file_is_taken_in);
  desk_add ("/window/a-bad-file-is-told", NULL, test_bad_file_is_told);
  desk_add ("/window/a-full-disk-keeps-the-window-alive", NULL, test_full_disk_keeps_the_window);
  desk_add ("/window/closing-without-the-last-change-is-asked", NULL, test_closing_anyway);
  desk_add ("/window/a-conflict-is-shown-and-chosen", NULL, test_conflict_is_shown);
  desk_add ("/window/a-backup-is-restored", NULL, test_backup_is_restored);
  desk_add ("/window/a-project-lost-by-restoring-is-closed", NULL, test_lost_project_is_closed);
  desk_add ("/window/a-broken-database-is-replaced", "later", test_broken_database_is_replaced);
  desk_add ("/window/zoom-is-for-drawings-and-papers", NULL, test_zoom_is_for_drawings_and_papers);

  return g_test_run ();
}
