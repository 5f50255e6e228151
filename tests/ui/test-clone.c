/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that makes a project like another. */
#include <string.h>

#include "steward-clone-text.h"
#include "steward-clone-window.h"
#include "ui-desk.h"

#define SAMPLE "jincheng-factory"

static StewardCloneWindow *
find_window (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (STEWARD_IS_CLONE_WINDOW (window))
        return STEWARD_CLONE_WINDOW (window);
    }
  return NULL;
}

static gboolean
has_source (gpointer unused)
{
  StewardCloneWindow *window = find_window ();

  return window != NULL && steward_clone_window_find_part (window, STEWARD_CLONE_TICKS) != NULL;
}

static gboolean
has_no_window (gpointer unused)
{
  return find_window () == NULL;
}

static StewardCloneWindow *
open_window (Desk *desk)
{
  desk_activate (desk, "win.new-like");
  ui_test_wait (has_source, NULL);
  ui_test_settle ();
  return find_window ();
}

static void
test_what_is_switched_off_is_left (Desk         *desk,
                                   gconstpointer data)
{
  g_autofree char *old = NULL;
  StewardCloneWindow *window;
  StewardProject *project;
  GtkWidget *texts;

  desk_import_sample (desk, SAMPLE);
  old = g_strdup (steward_project_get_id (desk_get_project (desk)));
  window = open_window (desk);
  g_assert_cmpstr (steward_similar_list_get_chosen (steward_clone_window_get_list (window)), ==, old);
  texts = steward_clone_window_find_part (window, STEWARD_CLONE_TEXTS);
  g_assert_nonnull (texts);
  g_assert_null (steward_clone_window_find_part (window, STEWARD_CLONE_EDITS));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (texts), FALSE);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (texts)), ==, "left behind");
  gtk_editable_set_text (steward_clone_window_get_name (window), " 新厂房 ");
  gtk_widget_activate_action (GTK_WIDGET (window), "clone.create", NULL);
  ui_test_wait (has_no_window, NULL);
  desk_assert_projects (desk, 2);
  ui_test_wait (desk_has_session, desk);
  ui_test_settle ();

  project = desk_get_project (desk);
  g_assert_cmpstr (steward_project_get_id (project), !=, old);
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_NAME), ==, "新厂房");
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_UNIT), ==, "");
  g_assert_cmpuint (steward_project_get_cases (project)->len, ==, 0);
  g_assert_cmpuint (steward_project_get_rows (project)->len, >, 0);
  g_assert_cmpstr (steward_project_get_text (project, "jc.s1.text.key-points"), ==, "");
}

static gboolean
has_none (gpointer window)
{
  return steward_similar_list_get_chosen (steward_clone_window_get_list (window)) == NULL;
}

static void
test_nothing_is_made_of_nothing (Desk         *desk,
                                 gconstpointer data)
{
  StewardCloneWindow *window;

  desk_import_sample (desk, SAMPLE);
  window = open_window (desk);
  steward_similar_list_search (steward_clone_window_get_list (window), "没有这样的项目");
  ui_test_wait (has_none, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "clone.create", NULL);
  ui_test_settle ();
  g_assert_true (find_window () == window);
  gtk_window_close (GTK_WINDOW (window));
  ui_test_wait (has_no_window, NULL);
  desk_assert_projects (desk, 1);
}

static void
test_parts_are_told (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("jincheng-2022");
  StewardProject *project = steward_session_get_project (session);
  g_autoptr (StewardClone) clone = NULL;
  gsize n_parts;
  const StewardClonePart *parts = steward_clone_list_parts (&n_parts);
  g_autofree char *facts = NULL, *cases = NULL;
  GString *told = g_string_new (NULL);
  guint all = 0;

  steward_project_set_fact (project, STEWARD_FACT_NAME, "旧");
  steward_project_set_fact (project, STEWARD_FACT_TYPE, "工业");
  steward_project_set_answer (project, "jc.q.land", "transfer");
  steward_project_set_tick (project, "jc.s1.box.item.filing", FALSE, "王", NULL);
  steward_project_add_rows (project, "jc.s1.box.item.county-blank", "取水", "王");
  steward_project_set_text (project, "jc.s1.text.key-points", "先办\n后办");
  clone = steward_project_clone (project, STEWARD_CLONE_ALL, "王", NULL);
  for (guint i = 0; i < clone->carried->len; i++)
    {
      g_autofree char *text = steward_clone_describe_piece (clone->carried->pdata[i], project);

      g_string_append_printf (told, "%s\n", text);
    }
  g_assert_nonnull (strstr (told->str, "Project type: 工业\n"));
  g_assert_nonnull (strstr (told->str, "☐ 企业投资项目备案 (left out)\n"));
  g_assert_nonnull (strstr (told->str, "取水\n"));
  g_assert_nonnull (strstr (told->str, ": 先办\n后办\n"));
  g_assert_null (strstr (told->str, "transfer"));
  g_string_free (told, TRUE);

  facts = steward_clone_describe_left (clone->left, STEWARD_PIECE_FACT);
  cases = steward_clone_describe_left (clone->left, STEWARD_PIECE_CASE);
  g_assert_cmpstr (facts, ==, "Project name, Planned start of the first stage");
  g_assert_null (cases);

  /* Each part has a name, and together they are everything. */
  for (gsize i = 0; i < n_parts; i++)
    {
      all |= parts[i].flag;
      g_assert_cmpstr (steward_clone_part_name (&parts[i]), !=, "");
    }
  g_assert_cmpuint (all, ==, STEWARD_CLONE_ALL);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/clone/what-is-switched-off-is-left", Desk, NULL, desk_set_up, test_what_is_switched_off_is_left,
              desk_tear_down);
  g_test_add ("/clone/nothing-is-made-of-nothing", Desk, NULL, desk_set_up, test_nothing_is_made_of_nothing,
              desk_tear_down);
  g_test_add_func ("/clone/parts-are-told", test_parts_are_told);
  return g_test_run ();
}
