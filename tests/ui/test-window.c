/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "steward-overview-page.h"
#include "ui-desk.h"

static const char * const pages[] = {
  "overview", "assessment", "plan", "flowchart", "timeline", "documents",
};

static void
test_first_start_offers_samples (Desk          *desk,
                                 gconstpointer  data)
{
  StewardSession *session;

  desk_assert_state (desk, "welcome");
  g_assert_null (desk_get_session (desk));
  desk_import_sample (desk, "datong-complex");
  session = desk_get_session (desk);
  desk_assert_state (desk, "project");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (steward_page_get_session (steward_window_get_page (desk->window, pages[i])) == session);
      steward_window_show_page (desk->window, pages[i]);
      ui_test_settle ();
    }
  desk_assert_projects (desk, 1);

  steward_window_show_today (desk->window);
  ui_test_settle ();
  desk_assert_state (desk, "today");
}

static gboolean
is_made (Desk       *desk,
         const char *page)
{
  return adw_bin_get_child (ADW_BIN (adw_view_stack_get_child_by_name (desk->window->pages, page))) != NULL;
}

static void
test_pages_are_made_when_looked_at (Desk          *desk,
                                    gconstpointer  data)
{
  const char *shown;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_false (is_made (desk, pages[i]));
  desk_import_sample (desk, "datong-complex");
  shown = adw_view_stack_get_visible_child_name (desk->window->pages);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpint (is_made (desk, pages[i]), ==, g_str_equal (pages[i], shown));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      StewardPage *page;

      /* As the switcher turns it. */
      adw_view_stack_set_visible_child_name (desk->window->pages, pages[i]);
      ui_test_settle ();
      g_assert_true (is_made (desk, pages[i]));
      page = steward_window_get_page (desk->window, pages[i]);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
      g_assert_true (steward_page_get_session (page) == desk_get_session (desk));
    }
  g_assert_false (is_made (desk, "case"));
}

static void
test_changes_are_kept (Desk          *desk,
                       gconstpointer  data)
{
  g_autoptr (StewardProject) stored = NULL;

  desk_import_sample (desk, "datong-complex");
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NAME, "虚构改名项目");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (desk->window)), ==, "虚构改名项目");
  ui_test_wait (desk_is_settled, desk);
  stored = desk_load_stored (desk, steward_project_get_id (desk_get_project (desk)));
  g_assert_cmpstr (steward_project_get_fact (stored, STEWARD_FACT_NAME), ==, "虚构改名项目");
}

static void
test_closing_waits (Desk          *desk,
                    gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (StewardProject) stored = NULL;

  desk_import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (desk_get_project (desk)));
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "最后一笔");
  /* At once, in the middle of typing: nothing is asked, nothing is lost. */
  desk_stop (desk);
  stored = desk_load_stored (desk, id);
  g_assert_cmpstr (steward_project_get_fact (stored, STEWARD_FACT_NOTE), ==, "最后一笔");

  /* On the same day the next start goes on there. */
  desk_start (desk);
  ui_test_wait (desk_has_session, desk);
  g_assert_cmpstr (steward_project_get_id (desk_get_project (desk)), ==, id);
}

static void
test_new_project_is_stored (Desk          *desk,
                            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-project", "s", "datong-2025");
  ui_test_wait (desk_has_session, desk);
  g_assert_cmpuint (steward_session_get_schedule (desk_get_session (desk))->plan->items->len, ==, 0);
  desk_assert_projects (desk, 1);
  ui_test_settle ();
}

static gint64
count_changes (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (desk->database, STEWARD_OPEN_READ_ONLY, &error);
  gint64 count;

  g_assert_no_error (error);
  count = steward_database_get_sequence (database, &error);
  g_assert_no_error (error);

  return count;
}

static void
test_looking_is_no_change (Desk          *desk,
                           gconstpointer  data)
{
  g_autofree char *id = NULL;

  desk_import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (desk_get_project (desk)));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      steward_window_show_page (desk->window, pages[i]);
      ui_test_settle ();
    }
  steward_window_show_today (desk->window);
  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (desk_has_session, desk);
  desk_stop (desk);
  g_assert_cmpint (count_changes (desk), ==, 1);
  desk_start (desk);
  g_assert_cmpint (count_changes (desk), ==, 1);
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
  desk_import_sample (desk, "datong-complex");
  signal (SIGXFSZ, SIG_IGN);
  limit_files (512);
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "磁盘满了");
  steward_keeper_flush (desk_get_keeper (desk));
  ui_test_wait (has_bar, desk);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (desk->window->bar_button)), ==, "win.retry");

  /* Closing asks; staying keeps everything. */
  gtk_window_close (GTK_WINDOW (desk->window));
  desk_answer ("stay");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (desk->window)));
  desk_assert_note (desk, "磁盘满了");

  limit_files (RLIM_INFINITY);
  /* Nothing is undone behind the back of what is not kept. */
  desk_activate (desk, "win.undo");
  ui_test_settle ();
  desk_assert_note (desk, "磁盘满了");
  desk_activate (desk, "win.retry");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_false (has_bar (desk));
}

static void
test_closing_anyway (Desk          *desk,
                     gconstpointer  data)
{
  desk_import_sample (desk, "datong-complex");
  signal (SIGXFSZ, SIG_IGN);
  limit_files (512);
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "磁盘满了");
  gtk_window_close (GTK_WINDOW (desk->window));
  desk_answer ("close");
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
  project = steward_database_load_project (database, steward_project_get_id (desk_get_project (desk)), &version, &error);
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
  return g_str_equal (steward_project_get_fact (desk_get_project (data), STEWARD_FACT_NOTE), "别人写的");
}

static void
test_conflict_is_shown (Desk          *desk,
                        gconstpointer  data)
{
  StewardPage *overview = steward_window_get_page (desk->window, "overview");

  desk_import_sample (desk, "datong-complex");
  change_elsewhere (desk, "别人写的");
  ui_test_wait (has_their_note, desk);
  g_assert_false (has_bar (desk));

  steward_window_show_page (desk->window, "overview");
  steward_overview_page_edit (STEWARD_OVERVIEW_PAGE (overview), STEWARD_FACT_NOTE);
  ui_test_settle ();
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (desk->window))));
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "我写的");
  change_elsewhere (desk, "别人又写的");
  ui_test_wait (has_bar, desk);
  g_assert_nonnull (strstr (gtk_label_get_text (desk->window->bar_label), "李示例"));
  /* Nobody goes on typing into the text of the other. */
  g_assert_false (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (desk->window))));
  desk_activate (desk, "win.resolve");
  desk_answer ("later");
  g_assert_true (has_bar (desk));
  /* Closing leads to the choice as well. */
  gtk_window_close (GTK_WINDOW (desk->window));
  desk_answer ("choose");
  desk_answer ("later");
  g_assert_true (has_bar (desk));
  desk_activate (desk, "win.resolve");
  desk_answer ("mine");
  ui_test_wait (desk_is_settled, desk);
  desk_assert_note (desk, "我写的");
  g_assert_false (has_bar (desk));
}

static void
test_zoom_is_for_drawings_and_papers (Desk          *desk,
                                      gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      StewardPage *page = steward_window_get_page (desk->window, pages[i]);

      g_assert_cmpint (steward_page_can_zoom (page), ==, i >= 2);
      g_assert_cmpint (steward_page_can_find (page), ==, i == 1 || i == 5);
    }
}

#define desk_add(path, data, test) g_test_add (path, Desk, data, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/window/the-first-start-offers-samples", NULL, test_first_start_offers_samples);
  desk_add ("/window/pages-are-made-when-looked-at", NULL, test_pages_are_made_when_looked_at);
  desk_add ("/window/changes-are-kept-without-saving", NULL, test_changes_are_kept);
  desk_add ("/window/closing-waits-for-the-last-change", NULL, test_closing_waits);
  desk_add ("/window/a-new-project-is-stored-at-once", NULL, test_new_project_is_stored);
  desk_add ("/window/looking-around-is-no-change", NULL, test_looking_is_no_change);
  desk_add ("/window/a-full-disk-keeps-the-window-alive", NULL, test_full_disk_keeps_the_window);
  desk_add ("/window/closing-without-the-last-change-is-asked", NULL, test_closing_anyway);
  desk_add ("/window/a-conflict-is-shown-and-chosen", NULL, test_conflict_is_shown);
  desk_add ("/window/zoom-is-for-drawings-and-papers", NULL, test_zoom_is_for_drawings_and_papers);

  return g_test_run ();
}
