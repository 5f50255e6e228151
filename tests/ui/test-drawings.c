/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-canvas-node.h"
#include "steward-flowchart-page.h"
#include "steward-timeline-page.h"
#include "steward-timeline-row.h"
#include "steward-ui-text.h"
#include "ui-test.h"

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

  ui_test_tick_all (session);
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

/* Names that are cut, and where the dates come from, are said at each box. */
static void
test_flowchart_has_a_tip_per_box (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardFlowchartPage *page = g_object_new (STEWARD_TYPE_FLOWCHART_PAGE, NULL);
  GtkWidget *view = GTK_WIDGET (steward_flowchart_page_get_view (page));
  g_autoptr (GtkTooltip) tooltip = NULL;
  GtkWidget *window;
  gboolean told;

  ui_test_tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  for (GtkWidget *node = gtk_widget_get_first_child (view); node != NULL; node = gtk_widget_get_next_sibling (node))
    {
      double x, y;

      g_assert_true (gtk_widget_translate_coordinates (node, view, gtk_widget_get_width (node) / 2.0,
                                                       gtk_widget_get_height (node) / 2.0, &x, &y));
      g_signal_emit_by_name (view, "query-tooltip", (int) x, (int) y, FALSE, tooltip, &told);
      g_assert_true (told);
    }
  g_signal_emit_by_name (view, "query-tooltip", 1, 1, FALSE, tooltip, &told);
  g_assert_false (told);
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

  ui_test_tick_all (session);
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

  ui_test_tick_all (session);
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

  ui_test_tick_all (session);
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

/* The button that shows the table; drop-down lists hold toggle buttons, too. */
static GtkWidget *
find_toggle (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Ta_ble") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toggle (child);

  return found;
}

static double
top_of (GtkWidget *widget,
        GtkWidget *page)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, page, &bounds));

  return bounds.origin.y;
}

/* Every line of the drawing that is in sight has one row of the table, at the
 * same height, that says what the line shows. How many. */
static guint
assert_aligned (StewardTimelinePage *page)
{
  StewardTimelineView *view = steward_timeline_page_get_view (page);
  GtkWidget *columns = GTK_WIDGET (steward_timeline_page_get_columns (page));
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (view);
  double zoom = steward_canvas_get_zoom (STEWARD_CANVAS (view)), head, x, y;
  g_autofree guint *n_rows = g_new0 (guint, steward_timeline_get_n_lines (timeline));
  StewardTimelineLineInfo info;
  guint n = 0;

  steward_timeline_get_head (timeline, NULL, &head);
  for (GtkWidget *child = gtk_widget_get_first_child (columns); child; child = gtk_widget_get_next_sibling (child))
    {
      StewardTimelineRow *row = STEWARD_TIMELINE_ROW (child);
      guint index = steward_timeline_row_get_index (row);

      if (!gtk_widget_get_child_visible (child))
        continue;
      steward_timeline_get_line (timeline, index, &info);
      steward_canvas_to_widget (STEWARD_CANVAS (view), 0, info.y, &x, &y);
      g_assert_cmpfloat_with_epsilon (top_of (child, GTK_WIDGET (page)), top_of (GTK_WIDGET (view), GTK_WIDGET (page)) + y, 1);
      g_assert_cmpfloat_with_epsilon (gtk_widget_get_height (child), info.height * zoom, 1.01);
      g_assert_cmpstr (steward_timeline_row_get_id (row), ==, info.id);
      g_assert_cmpstr (steward_timeline_row_get_text (row, STEWARD_COLUMN_NAME), ==, info.row ? info.row->name : info.name);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL));
      n_rows[index]++;
      n++;
    }
  for (guint i = 0; i < steward_timeline_get_n_lines (timeline); i++)
    {
      steward_timeline_get_line (timeline, i, &info);
      steward_canvas_to_widget (STEWARD_CANVAS (view), 0, info.y, &x, &y);
      g_assert_cmpuint (n_rows[i], ==, y + info.height * zoom > head * zoom && y < gtk_widget_get_height (columns));
    }

  return n;
}

static void
set_text_scale (int percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * percent / 100, NULL);
  ui_test_settle ();
}

static void
scroll_to (StewardTimelineView *view,
           double               share)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  gtk_adjustment_set_value (adjustment, share * (gtk_adjustment_get_upper (adjustment)
                                                 - gtk_adjustment_get_page_size (adjustment)));
  ui_test_settle ();
}

/* However it is scrolled, zoomed, grouped, and how large letters are. */
static void
test_table_is_aligned (void)
{
  static const int percents[] = { 100, 200, 130 };
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardTimelinePage *page = g_object_new (STEWARD_TYPE_TIMELINE_PAGE, NULL);
  StewardTimelineView *view = steward_timeline_page_get_view (page);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  GtkWidget *window;
  guint n_rows = 0;

  ui_test_tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (page))), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      set_text_scale (percents[i]);
      for (guint scale = STEWARD_ZOOM_DAY; scale <= STEWARD_ZOOM_FIT; scale++)
        {
          steward_timeline_view_set_group (view, (scale + i) % (STEWARD_GROUP_LIGHT + 1));
          steward_timeline_view_set_scale (view, scale);
          steward_canvas_set_zoom (STEWARD_CANVAS (view), scale % 2 == 1 ? g_rand_double_range (random, 0.5, 2) : 1);
          ui_test_settle ();
          n_rows += assert_aligned (page);
          for (guint k = 0; k < 4; k++)
            {
              scroll_to (view, g_rand_double (random));
              n_rows += assert_aligned (page);
            }
          scroll_to (view, 1);
          n_rows += assert_aligned (page);
        }
    }
  g_assert_cmpuint (n_rows, >, 300);
  set_text_scale (100);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table_says_what_the_timeline_shows (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardTimelinePage *page = g_object_new (STEWARD_TYPE_TIMELINE_PAGE, NULL);
  StewardTimelineView *view = steward_timeline_page_get_view (page);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const StewardSchedule *schedule;
  StewardTimelineColumns *columns;
  GtkWidget *window;

  ui_test_tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (page))), TRUE);
  ui_test_settle ();
  schedule = steward_session_get_schedule (session);
  columns = steward_timeline_page_get_columns (page);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row;
      g_autofree char *start = NULL;
      g_autofree char *state = NULL;
      StewardTimelineRow *shown;

      ui_test_press (GTK_WIDGET (columns), i == 0 ? GDK_KEY_Home : GDK_KEY_Down, 0);
      row = steward_schedule_find_row (schedule, steward_canvas_get_selected (STEWARD_CANVAS (view)));
      g_assert_true (g_hash_table_add (seen, (gpointer) row));
      start = steward_day_format (row->start);
      state = steward_ui_row_state (row);
      shown = STEWARD_TIMELINE_ROW (steward_timeline_columns_find_row (columns, row->id));
      g_assert_nonnull (shown);
      g_assert_true (gtk_widget_has_focus (GTK_WIDGET (shown)));
      g_assert_cmpstr (steward_timeline_row_get_text (shown, STEWARD_COLUMN_START), ==, start);
      g_assert_cmpstr (steward_timeline_row_get_text (shown, STEWARD_COLUMN_STATE), ==, state);
      ui_test_settle ();
      assert_aligned (page);
    }
  /* What is chosen elsewhere is marked here. */
  steward_timeline_page_select (page, ((StewardScheduleRow *) schedule->rows->pdata[0])->id);
  scroll_to (steward_timeline_page_get_view (page), 0);
  g_assert_true (gtk_widget_get_state_flags (steward_timeline_columns_find_row (
                                               columns, ((StewardScheduleRow *) schedule->rows->pdata[0])->id))
                 & GTK_STATE_FLAG_SELECTED);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Up and Down follow what is seen, also where rows stand below other heads. */
static void
test_keys_follow_the_groups (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardTimelinePage *page = g_object_new (STEWARD_TYPE_TIMELINE_PAGE, NULL);
  StewardTimelineView *view = steward_timeline_page_get_view (page);
  GtkWidget *window;

  ui_test_tick_all (session);
  window = present (STEWARD_PAGE (page), session);
  steward_timeline_view_set_group (view, STEWARD_GROUP_BUREAU);
  ui_test_settle ();
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Home, 0);
  for (guint i = 0, n = 0; i < steward_timeline_get_n_lines (steward_timeline_view_get_timeline (view)); i++)
    {
      StewardTimelineLineInfo info;

      steward_timeline_get_line (steward_timeline_view_get_timeline (view), i, &info);
      if (info.id == NULL)
        continue;
      if (n++ > 0)
        ui_test_press (GTK_WIDGET (view), GDK_KEY_Down, 0);
      g_assert_cmpstr (steward_canvas_get_selected (STEWARD_CANVAS (view)), ==, info.id);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/drawings/the-flowchart-has-a-node-per-item", test_flowchart_has_a_node_per_item);
  g_test_add_func ("/drawings/the-flowchart-has-a-tip-per-box", test_flowchart_has_a_tip_per_box);
  g_test_add_func ("/drawings/the-flowchart-follows-a-tick", test_flowchart_follows_a_tick);
  g_test_add_func ("/drawings/focus-survives-a-tick-elsewhere", test_focus_survives_a_tick);
  g_test_add_func ("/drawings/zooming-in-makes-room-to-scroll", test_zoom_makes_room_to_scroll);
  g_test_add_func ("/drawings/the-table-says-what-the-timeline-shows", test_table_says_what_the_timeline_shows);
  g_test_add_func ("/drawings/the-table-is-aligned", test_table_is_aligned);
  g_test_add_func ("/drawings/keys-follow-the-groups", test_keys_follow_the_groups);

  return g_test_run ();
}
