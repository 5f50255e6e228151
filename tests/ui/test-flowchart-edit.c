/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flowchart while it is edited: what the pointer does, the keyboard does too. */
#include <string.h>

#include "steward-error.h"
#include "steward-flowchart-edit.h"
#include "steward-schedule-link.h"
#include "ui-flowchart.h"

static GtkGesture *
find_gesture (Chart *chart)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (chart->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && g_strcmp0 (gtk_event_controller_get_name (GTK_EVENT_CONTROLLER (controller)), "link") == 0)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* From the middle of one box to that of another. */
static void
drag (Chart      *chart,
      const char *from,
      const char *to)
{
  StewardCanvas *canvas = STEWARD_CANVAS (chart->view);
  const StewardFlowchartBox *begin = chart_find_box (chart, from), *end = chart_find_box (chart, to);
  GtkGesture *gesture = find_gesture (chart);
  double x0, y0, x, y;

  steward_canvas_to_widget (canvas, begin->x + begin->width / 2, begin->y + begin->height / 2, &x0, &y0);
  steward_canvas_to_widget (canvas, end->x + end->width / 2, end->y + end->height / 2, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x0, y0);
  g_signal_emit_by_name (gesture, "drag-update", (x - x0) / 2, (y - y0) / 2);
  g_signal_emit_by_name (gesture, "drag-update", x - x0, y - y0);
}

static void
drop (Chart *chart)
{
  g_signal_emit_by_name (find_gesture (chart), "drag-end", 0.0, 0.0);
  chart_settle (chart);
}

static void
move_focus (Chart            *chart,
            GtkDirectionType  direction)
{
  g_signal_emit_by_name (chart->desk.window, "move-focus", direction);
}

/* The link is led with Tab, forward or, where @to is not there, backward. */
static void
lead_by_keys (Chart      *chart,
              const char *from,
              const char *to)
{
  g_assert_true (steward_flowchart_view_focus (chart->view, from));
  ui_test_press (GTK_WIDGET (chart->view), GDK_KEY_l, 0);
  while (chart_get_focus (chart) != NULL && g_strcmp0 (chart_get_focus (chart), to) != 0)
    move_focus (chart, GTK_DIR_TAB_FORWARD);
  if (chart_get_focus (chart) == NULL)
    steward_flowchart_view_focus (chart->view, from);
  while (chart_get_focus (chart) != NULL && g_strcmp0 (chart_get_focus (chart), to) != 0)
    move_focus (chart, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (chart_get_focus (chart), ==, to);
}

/* Two boxes of which the second may wait for the first, or (with @refused) may
 * not. */
static void
find_pair (Chart     *chart,
           gboolean   refused,
           int        code,
           char     **from,
           char     **to)
{
  const StewardSchedule *schedule = steward_session_get_schedule (desk_get_session (&chart->desk));
  GPtrArray *boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (chart->view));

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < boxes->len; j++)
      {
        const StewardFlowchartBox *first = boxes->pdata[i], *second = boxes->pdata[j];
        g_autoptr (GError) error = NULL;

        if (i == j || steward_schedule_check_link (schedule, first->id, second->id, &error) == refused
            || (refused && error->code != code))
          continue;
        *from = g_strdup (first->id);
        *to = g_strdup (second->id);
        return;
      }
  g_assert_not_reached ();
}

static gboolean
is_linked (Chart      *chart,
           const char *from,
           const char *to)
{
  return steward_project_get_own_link (desk_get_project (&chart->desk), from, to) != NULL;
}

static void
test_nothing_is_linked_unless_it_is_edited (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *from = NULL, *to = NULL;

  g_assert_false (steward_flowchart_view_get_editing (chart->view));
  find_pair (chart, FALSE, 0, &from, &to);
  drag (chart, from, to);
  drop (chart);
  g_assert_null (chart->told);
  g_assert_false (is_linked (chart, from, to));

  chart_edit (chart);
  /* The keyboard is where its keys mean something. */
  g_assert_nonnull (chart_get_focus (chart));
  ui_test_press (GTK_WIDGET (chart->page), GDK_KEY_e, GDK_CONTROL_MASK);
  g_assert_false (steward_flowchart_view_get_editing (chart->view));
  drag (chart, from, to);
  drop (chart);
  g_assert_false (is_linked (chart, from, to));
}

static void
test_a_drag_and_keys_make_the_same_link (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *from = NULL, *to = NULL, *before = NULL, *dragged = NULL, *typed = NULL, *after = NULL;

  chart_edit (chart);
  find_pair (chart, FALSE, 0, &from, &to);
  before = chart_save (chart);
  drag (chart, from, to);
  while (chart->told == NULL || strstr (chart->told, "everything") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (chart->told, "waits for"));
  /* Nothing of it is in the project while it is held. */
  g_assert_false (is_linked (chart, from, to));
  drop (chart);
  g_assert_true (is_linked (chart, from, to));
  dragged = chart_save (chart);
  g_assert_cmpstr (dragged, !=, before);
  chart_undo (chart);
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);

  lead_by_keys (chart, from, to);
  g_assert_nonnull (strstr (chart->told, "waits for"));
  chart_press (chart, GDK_KEY_Return);
  typed = chart_save (chart);
  g_assert_cmpstr (typed, ==, dragged);

  /* Once more takes it away, by drag as by keys. */
  drag (chart, from, to);
  g_assert_nonnull (strstr (chart->told, "no longer waits for"));
  drop (chart);
  g_assert_false (is_linked (chart, from, to));
  chart_undo (chart);
  g_assert_true (is_linked (chart, from, to));
  lead_by_keys (chart, from, to);
  chart_press (chart, GDK_KEY_Return);
  g_clear_pointer (&after, g_free);
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);
}

static void
test_escape_lets_go (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *from = NULL, *to = NULL;

  chart_edit (chart);
  find_pair (chart, FALSE, 0, &from, &to);
  drag (chart, from, to);
  chart_press (chart, GDK_KEY_Escape);
  g_assert_null (chart->told);
  drop (chart);
  g_assert_false (is_linked (chart, from, to));

  lead_by_keys (chart, from, to);
  chart_press (chart, GDK_KEY_Escape);
  g_assert_null (chart->told);
  g_assert_cmpstr (chart_get_focus (chart), ==, from);
  /* Enter goes into the case again: no link is led. */
  g_assert_false (is_linked (chart, from, to));
}

typedef struct
{
  GtkAdjustment *adjustment;
  double         from;
} Way;

static gboolean
is_scrolled (gpointer data)
{
  const Way *way = data;

  return gtk_adjustment_get_value (way->adjustment) > way->from;
}

/* What is out of sight can be reached, too. */
static void
test_the_edge_scrolls_what_is_dragged_there (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  StewardCanvas *canvas = STEWARD_CANVAS (chart->view);
  Way way = { gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas)), 0 };
  const StewardFlowchartBox *box;
  double x, y;

  chart_edit (chart);
  steward_canvas_set_zoom (canvas, 3);
  chart_settle (chart);
  box = g_ptr_array_index (steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (chart->view)), 0);
  gtk_adjustment_set_value (way.adjustment, 3 * box->y);
  chart_settle (chart);
  way.from = gtk_adjustment_get_value (way.adjustment);
  steward_canvas_to_widget (canvas, box->x + box->width / 2, box->y + 10, &x, &y);
  g_signal_emit_by_name (find_gesture (chart), "drag-begin", x, y);
  g_signal_emit_by_name (find_gesture (chart), "drag-update", 0.0, 10.0);
  g_signal_emit_by_name (find_gesture (chart), "drag-update", 0.0, gtk_widget_get_height (GTK_WIDGET (canvas)) - y);
  ui_test_wait (is_scrolled, &way);
  chart_press (chart, GDK_KEY_Escape);
  drop (chart);
  way.from = gtk_adjustment_get_value (way.adjustment);
  chart_settle (chart);
  g_assert_false (is_scrolled (&way));
  steward_canvas_set_zoom (canvas, 0.4);
  chart_settle (chart);
}

static void
test_what_cannot_be_linked_says_why (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  const int codes[] = { STEWARD_ERROR_CYCLE, STEWARD_ERROR_INVALID };

  chart_edit (chart);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *from = NULL, *to = NULL;
      g_autoptr (GPtrArray) links = NULL;
      g_autoptr (GError) error = NULL;

      find_pair (chart, TRUE, codes[i], &from, &to);
      steward_schedule_check_link (steward_session_get_schedule (desk_get_session (&chart->desk)), from, to, &error);
      drag (chart, from, to);
      g_assert_cmpstr (chart->told, ==, error->message);
      drop (chart);
      lead_by_keys (chart, from, to);
      g_assert_cmpstr (chart->told, ==, error->message);
      chart_press (chart, GDK_KEY_Return);
      /* Another box may be chosen. */
      chart_press (chart, GDK_KEY_Escape);
      links = steward_project_list_own_links (desk_get_project (&chart->desk));
      g_assert_cmpuint (links->len, ==, 0);
    }
}

/* Where the line of the own link between the two passes: its key is found there. */
static void
find_own_line (Chart      *chart,
               const char *from,
               const char *to,
               double     *x,
               double     *y)
{
  const StewardFlowchart *flowchart = steward_flowchart_view_get_flowchart (chart->view);
  g_autofree char *key = g_strconcat (from, " ", to, NULL);
  double width, height;

  steward_flowchart_get_size (flowchart, &width, &height);
  for (*y = 0; *y < height; *y += 2)
    for (*x = 0; *x < width; *x += 2)
      if (steward_flowchart_hit (flowchart, *x, *y) == NULL
          && g_strcmp0 (steward_flowchart_find_link (flowchart, *x, *y), key) == 0)
        return;
  g_assert_not_reached ();
}

static void
click (Chart  *chart,
       double  x,
       double  y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (chart->view));
  double wx, wy;

  steward_canvas_to_widget (STEWARD_CANVAS (chart->view), x, y, &wx, &wy);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, wx, wy);
      g_signal_emit_by_name (controller, "released", 1, wx, wy);
    }
  chart_settle (chart);
}

static void
test_an_own_line_is_chosen_and_taken_away (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *from = NULL, *to = NULL, *before = NULL, *clicked = NULL, *typed = NULL;
  double x, y;

  find_pair (chart, FALSE, 0, &from, &to);
  chart_edit (chart);
  before = chart_save (chart);
  drag (chart, from, to);
  drop (chart);
  find_own_line (chart, from, to, &x, &y);
  click (chart, x, y);
  g_assert_nonnull (strstr (chart->told, "linked them on"));
  chart_press (chart, GDK_KEY_Delete);
  g_assert_nonnull (strstr (chart->told, "no longer waits for"));
  clicked = chart_save (chart);
  g_assert_cmpstr (clicked, ==, before);
  chart_undo (chart);
  g_assert_true (is_linked (chart, from, to));

  /* The same by keys: round the lines of the box, to the one of one's own. */
  g_assert_true (steward_flowchart_view_focus (chart->view, from));
  do
    chart_press (chart, GDK_KEY_bracketright);
  while (strstr (chart->told, "linked them on") == NULL);
  chart_press (chart, GDK_KEY_bracketleft);
  g_assert_null (strstr (chart->told, "linked them on"));
  chart_press (chart, GDK_KEY_bracketright);
  g_assert_cmpstr (chart_get_focus (chart), ==, from);
  chart_press (chart, GDK_KEY_Delete);
  typed = chart_save (chart);
  g_assert_cmpstr (typed, ==, before);
}

static void
test_a_line_of_the_rules_stays (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *before = NULL, *after = NULL, *line = NULL;
  GPtrArray *boxes;
  const char *id;

  chart_edit (chart);
  before = chart_save (chart);
  boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (chart->view));
  id = ((const StewardFlowchartBox *) g_ptr_array_index (boxes, 0))->id;
  g_assert_true (steward_flowchart_view_focus (chart->view, id));
  chart_press (chart, GDK_KEY_bracketright);
  g_assert_nonnull (strstr (chart->told, "by the rules"));
  line = g_strdup (chart->told);
  chart_press (chart, GDK_KEY_Delete);
  g_assert_nonnull (strstr (chart->told, "The rules demand"));
  /* With the clause. */
  g_assert_nonnull (strstr (chart->told, "〔"));
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);

  /* Escape, then there is no line to be deleted. */
  chart_press (chart, GDK_KEY_Escape);
  g_assert_null (chart->told);
  chart_press (chart, GDK_KEY_bracketright);
  g_assert_cmpstr (chart->told, ==, line);
}

static void
test_a_trial_of_levers_ends_it (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  StewardSession *session = desk_get_session (&chart->desk);
  const StewardScenario *scenario = steward_session_get_schedule (session)->scenario;

  chart_edit (chart);
  steward_session_set_trial (session, scenario);
  chart_settle (chart);
  g_assert_false (steward_flowchart_view_get_editing (chart->view));
  ui_test_press (GTK_WIDGET (chart->page), GDK_KEY_e, GDK_CONTROL_MASK);
  g_assert_false (steward_flowchart_view_get_editing (chart->view));
  steward_session_set_trial (session, NULL);
  chart_settle (chart);
  chart_edit (chart);
}

static void
test_leaving_the_project_ends_it (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autoptr (StewardSession) session = g_object_ref (desk_get_session (&chart->desk));
  StewardPage *page = STEWARD_PAGE (chart->page);

  chart_edit (chart);
  steward_page_set_session (page, NULL);
  g_assert_false (steward_flowchart_view_get_editing (chart->view));
  steward_page_set_session (page, session);
  chart_settle (chart);
  g_assert_false (steward_flowchart_view_get_editing (chart->view));
}

int
main (int    argc,
      char **argv)
{
  Chart chart = { { NULL } };
  int status;

  ui_test_init (&argc, &argv);
  /* One window for all: each test leaves the project as it was. */
  chart_set_up (&chart);
#define TEST(path, test) g_test_add_data_func (path, &chart, test)
  TEST ("/flowchart-edit/nothing-is-linked-unless-it-is-edited", test_nothing_is_linked_unless_it_is_edited);
  TEST ("/flowchart-edit/a-drag-and-keys-make-the-same-link", test_a_drag_and_keys_make_the_same_link);
  TEST ("/flowchart-edit/escape-lets-go", test_escape_lets_go);
  TEST ("/flowchart-edit/the-edge-scrolls-what-is-dragged-there", test_the_edge_scrolls_what_is_dragged_there);
  TEST ("/flowchart-edit/what-cannot-be-linked-says-why", test_what_cannot_be_linked_says_why);
  TEST ("/flowchart-edit/an-own-line-is-chosen-and-taken-away", test_an_own_line_is_chosen_and_taken_away);
  TEST ("/flowchart-edit/a-line-of-the-rules-stays", test_a_line_of_the_rules_stays);
  TEST ("/flowchart-edit/a-trial-of-levers-ends-it", test_a_trial_of_levers_ends_it);
  TEST ("/flowchart-edit/leaving-the-project-ends-it", test_leaving_the_project_ends_it);
#undef TEST
  status = g_test_run ();
  chart_tear_down (&chart);

  return status;
}
