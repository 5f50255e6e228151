/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-canvas-node.h"
#include "steward-flowchart-page.h"
#include "steward-schedule-entry.h"
#include "steward-timeline-page.h"
#include "ui-test.h"

static void
tick_all (StewardSession *session)
{
  StewardProject *project = steward_session_get_project (session);
  StewardPack *pack = steward_project_get_pack (project);
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = g_ptr_array_index (items, i);
      const StewardBox *box = steward_pack_find_item_box (pack, item->id);

      if (box != NULL)
        steward_project_set_tick (project, box->id, TRUE, "测试", NULL);
    }
}

static GtkWidget *
present (StewardPage    *page,
         StewardSession *session)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  steward_page_set_session (page, session);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();

  return window;
}

static void
test_flowchart_has_a_node_per_item (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardFlowchartPage *page = g_object_new (STEWARD_TYPE_FLOWCHART_PAGE, NULL);
  StewardFlowchartView *view = steward_flowchart_page_get_view (page);
  GtkWidget *window;
  guint n_items;

  tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  n_items = steward_session_get_schedule (session)->plan->items->len;
  g_assert_cmpuint (n_items, ==, 27);
  g_assert_cmpuint (steward_flowchart_view_get_n_boxes (view), >=, n_items);

  for (GtkWidget *node = gtk_widget_get_first_child (GTK_WIDGET (view)); node != NULL;
       node = gtk_widget_get_next_sibling (node))
    {
      gtk_test_accessible_assert_role (node, GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_widget_get_focusable (node));
      g_assert_cmpint (gtk_widget_get_width (node), >, 0);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_flowchart_follows_a_tick (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardFlowchartPage *page = g_object_new (STEWARD_TYPE_FLOWCHART_PAGE, NULL);
  StewardFlowchartView *view = steward_flowchart_page_get_view (page);
  GtkWidget *window;
  guint before;

  tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  before = steward_flowchart_view_get_n_boxes (view);
  steward_project_set_tick (steward_session_get_project (session), ui_test_item_box (session)->id, FALSE,
                            "测试", NULL);
  ui_test_settle ();
  g_assert_cmpuint (steward_flowchart_view_get_n_boxes (view), ==, before - 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_focus_survives_a_tick (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardFlowchartPage *page = g_object_new (STEWARD_TYPE_FLOWCHART_PAGE, NULL);
  StewardFlowchartView *view = steward_flowchart_page_get_view (page);
  GtkWidget *window;
  GtkWidget *node;
  g_autofree char *id = NULL;

  tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  node = gtk_widget_get_last_child (GTK_WIDGET (view));
  id = g_strdup (steward_canvas_node_get_id (STEWARD_CANVAS_NODE (node)));
  g_assert_true (gtk_widget_grab_focus (node));
  ui_test_settle ();
  g_assert_cmpstr (steward_canvas_get_selected (STEWARD_CANVAS (view)), ==, id);

  steward_project_set_tick (steward_session_get_project (session), ui_test_item_box (session)->id, FALSE,
                            "测试", NULL);
  ui_test_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == node);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_zoom_makes_room_to_scroll (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardFlowchartPage *page = g_object_new (STEWARD_TYPE_FLOWCHART_PAGE, NULL);
  StewardFlowchartView *view = steward_flowchart_page_get_view (page);
  g_autoptr (GtkAdjustment) adjustment = NULL;
  GtkWidget *window;
  double before;

  tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  g_object_get (view, "hadjustment", &adjustment, NULL);
  before = gtk_adjustment_get_upper (adjustment);
  for (int i = 0; i < 8; i++)
    steward_page_zoom (STEWARD_PAGE (page), 1);
  ui_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, before);
  steward_page_zoom (STEWARD_PAGE (page), 0);
  ui_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), ==, before);
  g_assert_cmpfloat (steward_canvas_get_zoom (STEWARD_CANVAS (view)), <=, 1.0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table_says_what_the_timeline_shows (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardTimelinePage *page = g_object_new (STEWARD_TYPE_TIMELINE_PAGE, NULL);
  const StewardSchedule *schedule;
  GListModel *entries;
  GtkWidget *window;

  tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  schedule = steward_session_get_schedule (session);
  entries = steward_timeline_page_get_entries (page);
  g_assert_cmpuint (g_list_model_get_n_items (entries), ==, schedule->rows->len);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
      g_autoptr (StewardScheduleEntry) entry = g_list_model_get_item (entries, i);
      g_autofree char *start = steward_day_format (row->start);

      g_assert_cmpstr (steward_schedule_entry_get_id (entry), ==, row->id);
      g_assert_cmpstr (steward_schedule_entry_get_text (entry, STEWARD_COLUMN_NAME), ==, row->name);
      g_assert_cmpstr (steward_schedule_entry_get_text (entry, STEWARD_COLUMN_START), ==, start);
      g_assert_cmpint (steward_schedule_entry_get_light (entry), ==, row->answer.light);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/drawings/the-flowchart-has-a-node-per-item", test_flowchart_has_a_node_per_item);
  g_test_add_func ("/drawings/the-flowchart-follows-a-tick", test_flowchart_follows_a_tick);
  g_test_add_func ("/drawings/focus-survives-a-tick-elsewhere", test_focus_survives_a_tick);
  g_test_add_func ("/drawings/zooming-in-makes-room-to-scroll", test_zoom_makes_room_to_scroll);
  g_test_add_func ("/drawings/the-table-says-what-the-timeline-shows", test_table_says_what_the_timeline_shows);

  return g_test_run ();
}
