/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-assessment-page.h"
#include "steward-case-page.h"
#include "steward-documents-page.h"
#include "steward-findings-page.h"
#include "steward-flowchart-page.h"
#include "steward-overview-page.h"
#include "steward-plan-page.h"
#include "steward-timeline-page.h"
#include "ui-test.h"

/* Every page must survive: no session, an empty project, a full one, another
 * one, and none again. Warnings are fatal in these tests. */
static void
test_page_lives (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  g_autoptr (StewardSession) empty = ui_test_session ("datong-2025");
  g_autoptr (StewardSession) full = ui_test_session ("jincheng-2022");
  StewardPage *page = g_object_new (type, NULL);
  GtkWidget *window = gtk_window_new ();
  StewardSession *sessions[] = { empty, full, empty, NULL };

  steward_project_set_tick (steward_session_get_project (full), ui_test_item_box (full)->id, TRUE, "测试", NULL);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      steward_page_set_session (page, sessions[i]);
      g_assert_true (steward_page_get_session (page) == sessions[i]);
      ui_test_settle ();
    }

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static void
test_hidden_page_does_no_work (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("jincheng-2022");
  StewardPage *page = g_object_ref_sink (g_object_new (STEWARD_TYPE_ASSESSMENT_PAGE, NULL));

  steward_page_set_session (page, session);
  ui_test_settle ();
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (page), STEWARD_TYPE_BOX_ROW), ==, 0);
  g_object_unref (page);
}

static void
test_plan_lists_items (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardPage *page = g_object_new (STEWARD_TYPE_PLAN_PAGE, NULL);
  GtkWidget *window = gtk_window_new ();
  const StewardBox *box = ui_test_item_box (session);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  steward_page_set_session (page, session);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW), ==, 0);

  steward_project_set_tick (steward_session_get_project (session), box->id, TRUE, "测试", NULL);
  ui_test_settle ();
  /* The item, and the four texts of its stage. */
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW), ==, 5);

  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_fact_row (GtkWidget  *widget,
               const char *title)
{
  if (ADW_IS_ENTRY_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_fact_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Facts used to be lost when the user left a field without Enter. */
static void
test_typed_fact_is_kept (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  g_autoptr (StewardSession) other = ui_test_session ("datong-2025");
  StewardProject *project = steward_session_get_project (session);
  StewardPage *page = g_object_new (STEWARD_TYPE_OVERVIEW_PAGE, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  steward_page_set_session (page, session);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();

  row = find_fact_row (GTK_WIDGET (page), "Unified credit code");
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "91350100m000100y4z");
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_CREDIT_CODE), ==, "91350100M000100Y4Z");

  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "91350100M000100Y4Z");
  g_assert_true (gtk_widget_has_css_class (row, "warning"));

  steward_page_set_session (page, other);
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_false (gtk_widget_has_css_class (row, "warning"));
  g_assert_cmpstr (steward_project_get_fact (project, STEWARD_FACT_CREDIT_CODE), ==, "91350100M000100Y4Z");

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  const struct { const char *name; GType type; } pages[] = {
    { "overview", STEWARD_TYPE_OVERVIEW_PAGE },
    { "assessment", STEWARD_TYPE_ASSESSMENT_PAGE },
    { "plan", STEWARD_TYPE_PLAN_PAGE },
    { "case", STEWARD_TYPE_CASE_PAGE },
    { "checks", STEWARD_TYPE_FINDINGS_PAGE },
    { "flowchart", STEWARD_TYPE_FLOWCHART_PAGE },
    { "timeline", STEWARD_TYPE_TIMELINE_PAGE },
    { "documents", STEWARD_TYPE_DOCUMENTS_PAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/%s-lives-through-sessions", pages[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (pages[i].type), test_page_lives);
    }
  g_test_add_func ("/pages/a-hidden-page-does-no-work", test_hidden_page_does_no_work);
  g_test_add_func ("/pages/the-plan-lists-what-is-ticked", test_plan_lists_items);
  g_test_add_func ("/pages/a-typed-fact-is-kept-without-enter", test_typed_fact_is_kept);

  return g_test_run ();
}
