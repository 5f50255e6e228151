/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hands do on a drawing: scales, and what stays where it is. */
#include <math.h>
#include <string.h>

#include "steward-canvas-node.h"
#include "steward-flowchart-edit.h"
#include "steward-flowchart-page.h"
#include "steward-flowchart-walk.h"
#include "steward-timeline-page.h"
#include "ui-test.h"

/* Pixels: offsets are whole ones. */
#define EPSILON 1.01

typedef struct
{
  StewardSession *session;
  StewardPage    *page;
  StewardCanvas  *canvas;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  type)
{
  fixture->session = ui_test_session ("datong-2025");
  ui_test_tick_all (fixture->session);
  fixture->page = g_object_new ((GType) type, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  steward_page_set_session (fixture->page, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  fixture->canvas = STEWARD_CANVAS (ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_CANVAS));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  type)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
}

static GtkEventController *
find_controller (StewardCanvas *canvas,
                 GType          type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return GTK_EVENT_CONTROLLER (controller);
    }
  g_assert_not_reached ();
}

/* Where a box of the flowchart lies in the view, by its widget. */
static GtkAllocation
place_of (StewardCanvas *canvas,
          const char    *id)
{
  for (GtkWidget *node = gtk_widget_get_first_child (GTK_WIDGET (canvas)); node != NULL;
       node = gtk_widget_get_next_sibling (node))
    {
      GtkAllocation place;

      if (g_strcmp0 (steward_canvas_node_get_id (STEWARD_CANVAS_NODE (node)), id) != 0)
        continue;
      gtk_widget_get_allocation (node, &place);
      return place;
    }
  g_assert_not_reached ();
}

/* The box that lies nearest to the middle of the view. */
static const char *
find_middle_box (StewardCanvas *canvas)
{
  const char *found = NULL;
  double nearest = G_MAXDOUBLE;

  for (GtkWidget *node = gtk_widget_get_first_child (GTK_WIDGET (canvas)); node != NULL;
       node = gtk_widget_get_next_sibling (node))
    {
      GtkAllocation place;
      double distance;

      gtk_widget_get_allocation (node, &place);
      distance = ABS (place.x + place.width / 2 - gtk_widget_get_width (GTK_WIDGET (canvas)) / 2)
                 + ABS (place.y + place.height / 2 - gtk_widget_get_height (GTK_WIDGET (canvas)) / 2);
      if (distance < nearest)
        found = steward_canvas_node_get_id (STEWARD_CANVAS_NODE (node));
      nearest = MIN (nearest, distance);
    }
  g_assert_nonnull (found);

  return found;
}

static void
test_the_chosen_box_stays_while_zooming (Fixture       *fixture,
                                         gconstpointer  type)
{
  const char *id = find_middle_box (fixture->canvas);
  GtkAllocation before = place_of (fixture->canvas, id);
  double zoom = steward_canvas_get_zoom (fixture->canvas);

  steward_canvas_set_selected (fixture->canvas, id);
  for (int i = 1; i <= 5; i++)
    {
      GtkAllocation now;

      steward_page_zoom (fixture->page, 1);
      ui_test_settle ();
      now = place_of (fixture->canvas, id);
      zoom *= STEWARD_CANVAS_STEP;
      g_assert_cmpfloat_with_epsilon (steward_canvas_get_zoom (fixture->canvas), zoom, 1e-6);
      /* The drawing is the same one, only larger. */
      g_assert_cmpfloat_with_epsilon (now.width, before.width * pow (STEWARD_CANVAS_STEP, i), 2);
      g_assert_cmpfloat_with_epsilon (now.x + now.width / 2.0, before.x + before.width / 2.0, 1 + EPSILON);
      g_assert_cmpfloat_with_epsilon (now.y + now.height / 2.0, before.y + before.height / 2.0, 1 + EPSILON);
    }
}

static void
test_fitting_shows_what_is_chosen (Fixture       *fixture,
                                   gconstpointer  type)
{
  StewardCanvas *canvas = fixture->canvas;
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (canvas));
  const char *id = steward_canvas_node_get_id (STEWARD_CANVAS_NODE (last));
  double fit = steward_canvas_get_zoom (canvas);
  GtkAllocation place;

  steward_canvas_magnify (canvas, 3);
  ui_test_settle ();
  steward_canvas_set_selected (canvas, id);
  steward_page_zoom (fixture->page, 0);
  ui_test_settle ();
  g_assert_cmpfloat (steward_canvas_get_zoom (canvas), ==, fit);
  place = place_of (canvas, id);
  g_assert_cmpint (place.x, >=, 0);
  g_assert_cmpint (place.y, >=, 0);
  g_assert_cmpint (place.x + place.width, <=, gtk_widget_get_width (GTK_WIDGET (canvas)));
  g_assert_cmpint (place.y + place.height, <=, gtk_widget_get_height (GTK_WIDGET (canvas)));
}

static void
pinch_to (StewardCanvas *canvas,
          double         scale)
{
  g_signal_emit_by_name (find_controller (canvas, GTK_TYPE_GESTURE_ZOOM), "scale-changed", scale);
  ui_test_settle ();
}

/* There are no fingers here, so that the middle is what they hold. */
static void
test_a_pinch_goes_and_comes_back (Fixture       *fixture,
                                  gconstpointer  type)
{
  StewardCanvas *canvas = fixture->canvas;
  const char *id = find_middle_box (canvas);
  double begin, x, y, held_x, held_y;
  GtkAllocation before, now;

  steward_canvas_magnify (canvas, 2);
  ui_test_settle ();
  begin = steward_canvas_get_zoom (canvas);
  before = place_of (canvas, id);
  g_assert_false (steward_canvas_get_zoom_point (canvas, &x, &y));
  steward_canvas_to_drawing (canvas, x, y, &held_x, &held_y);
  g_signal_emit_by_name (find_controller (canvas, GTK_TYPE_GESTURE_ZOOM), "begin", NULL);
  for (double scale = 1.1; scale < 1.7; scale += 0.1)
    {
      double now_x, now_y;

      pinch_to (canvas, scale);
      g_assert_cmpfloat_with_epsilon (steward_canvas_get_zoom (canvas), begin * scale, 1e-6);
      steward_canvas_to_widget (canvas, held_x, held_y, &now_x, &now_y);
      g_assert_cmpfloat_with_epsilon (now_x, x, EPSILON);
      g_assert_cmpfloat_with_epsilon (now_y, y, EPSILON);
    }
  pinch_to (canvas, 1);
  now = place_of (canvas, id);
  g_assert_cmpfloat_with_epsilon (now.x, before.x, EPSILON);
  g_assert_cmpfloat_with_epsilon (now.y, before.y, EPSILON);

  /* It ends somewhere. */
  pinch_to (canvas, 100);
  g_assert_cmpfloat (steward_canvas_get_zoom (canvas), <=, 4);
  pinch_to (canvas, 0.001);
  g_assert_cmpfloat (steward_canvas_get_zoom (canvas), >=, 0.4);
}

/* Smaller than the view, the drawing stands in its middle, and what is hit is
 * what is seen there. */
static void
test_a_small_drawing_stands_in_the_middle (Fixture       *fixture,
                                           gconstpointer  type)
{
  StewardCanvas *canvas = fixture->canvas;
  int left = G_MAXINT, right = 0;

  steward_canvas_magnify (canvas, 0.01);
  ui_test_settle ();
  for (GtkWidget *node = gtk_widget_get_first_child (GTK_WIDGET (canvas)); node != NULL;
       node = gtk_widget_get_next_sibling (node))
    {
      const char *id = steward_canvas_node_get_id (STEWARD_CANVAS_NODE (node));
      GtkAllocation place;
      double x, y;

      gtk_widget_get_allocation (node, &place);
      left = MIN (left, place.x);
      right = MAX (right, place.x + place.width);
      steward_canvas_to_drawing (canvas, place.x + place.width / 2, place.y + place.height / 2, &x, &y);
      g_assert_cmpstr (STEWARD_CANVAS_GET_CLASS (canvas)->hit (canvas, x, y), ==, id);
    }
  right = gtk_widget_get_width (GTK_WIDGET (canvas)) - right;
  g_assert_cmpint (left, >, 100);
  g_assert_cmpint (ABS (left - right), <, 40);
}

static const StewardFlowchartBox *
find_box (const StewardFlowchart *flowchart,
          const char             *id)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (flowchart);

  for (guint i = 0; i < boxes->len; i++)
    if (g_str_equal (((StewardFlowchartBox *) g_ptr_array_index (boxes, i))->id, id))
      return g_ptr_array_index (boxes, i);
  g_assert_not_reached ();
}

/* From each box the arrows lead where they point, or nowhere; together they lead
 * from the first box to all. */
static void
assert_walkable (const StewardFlowchart *flowchart)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (flowchart);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GQueue) queue = g_queue_new ();
  const char *id = steward_flowchart_walk (flowchart, NULL, STEWARD_WALK_RIGHT);

  g_assert_cmpstr (id, ==, steward_flowchart_walk (flowchart, "?", STEWARD_WALK_FIRST));
  g_hash_table_add (seen, (gpointer) id);
  for (g_queue_push_tail (queue, (gpointer) id); (id = g_queue_pop_head (queue)) != NULL;)
    for (StewardWalk walk = STEWARD_WALK_RIGHT; walk <= STEWARD_WALK_LAST; walk++)
      {
        const char *next = steward_flowchart_walk (flowchart, id, walk);
        const StewardFlowchartBox *from = find_box (flowchart, id), *to = next != NULL ? find_box (flowchart, next) : NULL;

        if (to == NULL)
          continue;
        g_assert_true (walk != STEWARD_WALK_RIGHT || to->x >= from->x + from->width);
        g_assert_true (walk != STEWARD_WALK_LEFT || to->x + to->width <= from->x);
        g_assert_true (walk != STEWARD_WALK_DOWN || to->y + to->height / 2 > from->y + from->height / 2);
        g_assert_true (walk != STEWARD_WALK_UP || to->y + to->height / 2 < from->y + from->height / 2);
        if (g_hash_table_add (seen, (gpointer) next))
          g_queue_push_tail (queue, (gpointer) next);
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, boxes->len);
}

static void
test_arrows_lead_to_every_box (Fixture       *fixture,
                               gconstpointer  type)
{
  for (StewardFlowchartArrangement way = STEWARD_ARRANGE_STAGES; way <= STEWARD_ARRANGE_LANES; way++)
    for (int stage = 0; stage <= 4; stage++)
      {
        StewardFlowchartOptions options = { 1000, 600, stage, 1, way };
        g_autoptr (StewardFlowchart) flowchart =
          steward_flowchart_layout (steward_session_get_schedule (fixture->session), &options);

        assert_walkable (flowchart);
      }
}

static void
test_keys_walk_the_boxes (Fixture       *fixture,
                          gconstpointer  type)
{
  StewardCanvas *canvas = fixture->canvas;
  g_autofree char *first = NULL;

  /* Before a box is chosen, the drawing itself has the keyboard. */
  steward_page_enter (fixture->page);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (canvas)));
  g_assert_null (steward_canvas_get_selected (canvas));
  ui_test_press (GTK_WIDGET (canvas), GDK_KEY_Right, 0);
  first = g_strdup (steward_canvas_get_selected (canvas));
  g_assert_nonnull (first);
  ui_test_press (GTK_WIDGET (canvas), GDK_KEY_End, 0);
  g_assert_cmpstr (steward_canvas_get_selected (canvas), !=, first);
  ui_test_press (GTK_WIDGET (canvas), GDK_KEY_Right, 0);
  ui_test_press (GTK_WIDGET (canvas), GDK_KEY_Home, 0);
  g_assert_cmpstr (steward_canvas_get_selected (canvas), ==, first);
}

/* What a screen reader hears names the boxes that the lines lead to. */
static void
test_neighbours_are_named (Fixture       *fixture,
                           gconstpointer  type)
{
  StewardFlowchartOptions options = { 1000, 600, 0, 1, STEWARD_ARRANGE_STAGES };
  g_autoptr (StewardFlowchart) flowchart =
    steward_flowchart_layout (steward_session_get_schedule (fixture->session), &options);
  GPtrArray *boxes = steward_flowchart_get_boxes (flowchart);
  guint n_named = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      g_autofree char *text = steward_flowchart_describe_neighbours (flowchart, box->id);
      g_autoptr (GPtrArray) lines = steward_flowchart_list_lines (flowchart, box->id);

      g_assert_cmpint (lines->len == 0, ==, *text == '\0');
      for (guint k = 0; k < lines->len; k++)
        {
          const StewardFlowchartLine *line = g_ptr_array_index (lines, k);
          const char *other = g_str_equal (line->from, box->id) ? line->to : line->from;

          g_assert_nonnull (strstr (text, find_box (flowchart, other)->name));
          n_named++;
        }
    }
  g_assert_cmpuint (n_named, >, 20);
}

/* Where the first day of the row is in the view. */
static double
left_of (StewardCanvas *canvas,
         const char    *id)
{
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (STEWARD_TIMELINE_VIEW (canvas));
  cairo_rectangle_t place;
  double x, y;

  g_assert_true (steward_timeline_find_row (timeline, id, &place));
  steward_canvas_to_widget (canvas, place.x + place.width / 2, place.y, &x, &y);

  return x;
}

static void
test_the_chosen_row_stays_in_another_scale (Fixture       *fixture,
                                            gconstpointer  type)
{
  static const StewardZoom scales[] = { STEWARD_ZOOM_WEEK, STEWARD_ZOOM_DAY, STEWARD_ZOOM_WEEK };
  StewardTimelineView *view = STEWARD_TIMELINE_VIEW (fixture->canvas);
  const StewardSchedule *schedule = steward_session_get_schedule (fixture->session);
  const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, schedule->rows->len / 2);
  cairo_rectangle_t place;
  double x;

  steward_timeline_view_set_scale (view, STEWARD_ZOOM_DAY);
  /* Large enough that it can be scrolled in either scale. */
  steward_canvas_set_zoom (fixture->canvas, 2);
  ui_test_settle ();
  steward_canvas_set_selected (fixture->canvas, row->id);
  g_assert_true (steward_timeline_find_row (steward_timeline_view_get_timeline (view), row->id, &place));
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)), place.x * 2 - 600);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), place.y * 2 - 200);
  ui_test_settle ();
  x = left_of (fixture->canvas, row->id);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      steward_timeline_view_set_scale (view, scales[i]);
      ui_test_settle ();
      /* Of a day, since days are what is kept. */
      g_assert_cmpfloat_with_epsilon (left_of (fixture->canvas, row->id), x, 80);
    }
  /* Two steps at once are as two one after the other. */
  steward_timeline_view_set_scale (view, STEWARD_ZOOM_MONTH);
  steward_timeline_view_set_scale (view, STEWARD_ZOOM_DAY);
  ui_test_settle ();
  g_assert_cmpfloat_with_epsilon (left_of (fixture->canvas, row->id), x, 80);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);
#define FLOWCHART(path, test) \
  g_test_add (path, Fixture, (gconstpointer) STEWARD_TYPE_FLOWCHART_PAGE, set_up, test, tear_down)
#define TIMELINE(path, test) \
  g_test_add (path, Fixture, (gconstpointer) STEWARD_TYPE_TIMELINE_PAGE, set_up, test, tear_down)
  FLOWCHART ("/canvas/the-chosen-box-stays-while-zooming", test_the_chosen_box_stays_while_zooming);
  FLOWCHART ("/canvas/fitting-shows-what-is-chosen", test_fitting_shows_what_is_chosen);
  FLOWCHART ("/canvas/a-pinch-goes-and-comes-back", test_a_pinch_goes_and_comes_back);
  FLOWCHART ("/canvas/a-small-drawing-stands-in-the-middle", test_a_small_drawing_stands_in_the_middle);
  FLOWCHART ("/canvas/arrows-lead-to-every-box", test_arrows_lead_to_every_box);
  FLOWCHART ("/canvas/keys-walk-the-boxes", test_keys_walk_the_boxes);
  FLOWCHART ("/canvas/neighbours-are-named", test_neighbours_are_named);
  TIMELINE ("/canvas/the-chosen-row-stays-in-another-scale", test_the_chosen_row_stays_in_another_scale);
#undef FLOWCHART
#undef TIMELINE

  return g_test_run ();
}
