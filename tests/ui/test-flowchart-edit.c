/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flowchart while it is edited: what the pointer does, the keyboard does too. */
#include <string.h>

#include "steward-canvas-node.h"
#include "steward-error.h"
#include "steward-flowchart-edit.h"
#include "steward-flowchart-page.h"
#include "steward-project-file.h"
#include "steward-schedule-link.h"
#include "ui-desk.h"

typedef struct
{
  Desk                  desk;
  StewardPage          *page;
  StewardFlowchartView *view;
  char                 *told;
} Fixture;

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
settle (Fixture *fixture)
{
  ui_test_settle ();
  ui_test_wait (desk_is_settled, &fixture->desk);
  ui_test_settle ();
}

static void
set_up (Fixture *fixture)
{
  desk_set_up (&fixture->desk, NULL);
  desk_import_sample (&fixture->desk, "jincheng-factory");
  steward_window_show_page (fixture->desk.window, "flowchart");
  settle (fixture);
  fixture->page = steward_window_get_page (fixture->desk.window, "flowchart");
  fixture->view = steward_flowchart_page_get_view (STEWARD_FLOWCHART_PAGE (fixture->page));
  g_signal_connect_swapped (fixture->view, "told", G_CALLBACK (told_cb), fixture);
}

static void
tear_down (Fixture *fixture)
{
  g_signal_handlers_disconnect_by_data (fixture->view, fixture);
  desk_tear_down (&fixture->desk, NULL);
  g_free (fixture->told);
}

static void
edit (Fixture *fixture)
{
  if (steward_flowchart_view_get_editing (fixture->view))
    return;
  ui_test_press (GTK_WIDGET (fixture->page), GDK_KEY_e, GDK_CONTROL_MASK);
  settle (fixture);
  g_assert_true (steward_flowchart_view_get_editing (fixture->view));
}

static const StewardFlowchartBox *
find_box (Fixture    *fixture,
          const char *id)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (fixture->view));

  for (guint i = 0; i < boxes->len; i++)
    if (g_str_equal (((const StewardFlowchartBox *) boxes->pdata[i])->id, id))
      return boxes->pdata[i];
  return NULL;
}

static GtkGesture *
find_gesture (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && g_strcmp0 (gtk_event_controller_get_name (GTK_EVENT_CONTROLLER (controller)), "link") == 0)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* From the middle of one box to that of another, or 40 points past it. */
static void
drag (Fixture    *fixture,
      const char *from,
      const char *to)
{
  StewardCanvas *canvas = STEWARD_CANVAS (fixture->view);
  const StewardFlowchartBox *begin = find_box (fixture, from), *end = find_box (fixture, to);
  GtkGesture *gesture = find_gesture (fixture);
  double x0, y0, x, y;

  steward_canvas_to_widget (canvas, begin->x + begin->width / 2, begin->y + begin->height / 2, &x0, &y0);
  steward_canvas_to_widget (canvas, end->x + end->width / 2, end->y + end->height / 2, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x0, y0);
  g_signal_emit_by_name (gesture, "drag-update", (x - x0) / 2, (y - y0) / 2);
  g_signal_emit_by_name (gesture, "drag-update", x - x0, y - y0);
}

static void
drop (Fixture *fixture)
{
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  settle (fixture);
}

static void
move_focus (Fixture          *fixture,
            GtkDirectionType  direction)
{
  g_signal_emit_by_name (fixture->desk.window, "move-focus", direction);
}

static const char *
get_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->desk.window));

  return STEWARD_IS_CANVAS_NODE (focus) ? steward_canvas_node_get_id (STEWARD_CANVAS_NODE (focus)) : NULL;
}

/* The link is led with Tab, forward or, where @to is not there, backward. */
static void
lead_by_keys (Fixture    *fixture,
              const char *from,
              const char *to)
{
  g_assert_true (steward_flowchart_view_focus (fixture->view, from));
  ui_test_press (GTK_WIDGET (fixture->view), GDK_KEY_l, 0);
  while (get_focus (fixture) != NULL && g_strcmp0 (get_focus (fixture), to) != 0)
    move_focus (fixture, GTK_DIR_TAB_FORWARD);
  if (get_focus (fixture) == NULL)
    steward_flowchart_view_focus (fixture->view, from);
  while (get_focus (fixture) != NULL && g_strcmp0 (get_focus (fixture), to) != 0)
    move_focus (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (get_focus (fixture), ==, to);
}

static void
press (Fixture *fixture,
       guint    key)
{
  ui_test_press (GTK_WIDGET (fixture->view), key, 0);
  settle (fixture);
}

static void
undo (Fixture *fixture)
{
  desk_activate (&fixture->desk, "win.undo");
  settle (fixture);
}

/* Two boxes of which the second may wait for the first, or (with @refused) may
 * not. */
static void
find_pair (Fixture   *fixture,
           gboolean   refused,
           int        code,
           char     **from,
           char     **to)
{
  const StewardSchedule *schedule = steward_session_get_schedule (desk_get_session (&fixture->desk));
  GPtrArray *boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (fixture->view));

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
is_linked (Fixture    *fixture,
           const char *from,
           const char *to)
{
  return steward_project_get_own_link (desk_get_project (&fixture->desk), from, to) != NULL;
}

/* The project as a file; the times of day apart, at which links are made. */
static char *
save (Fixture *fixture)
{
  g_autoptr (StewardProject) stored =
    desk_load_stored (&fixture->desk, steward_project_get_id (desk_get_project (&fixture->desk)));
  g_autoptr (GBytes) bytes = steward_project_file_write (stored);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GRegex) times = g_regex_new ("T\\d\\d:\\d\\d:\\d\\d", 0, 0, NULL);

  return g_regex_replace_literal (times, text, -1, 0, "T", 0, NULL);
}

static void
test_nothing_is_linked_unless_it_is_edited (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *from = NULL, *to = NULL;

  g_assert_false (steward_flowchart_view_get_editing (fixture->view));
  find_pair (fixture, FALSE, 0, &from, &to);
  drag (fixture, from, to);
  drop (fixture);
  g_assert_null (fixture->told);
  g_assert_false (is_linked (fixture, from, to));

  edit (fixture);
  ui_test_press (GTK_WIDGET (fixture->page), GDK_KEY_e, GDK_CONTROL_MASK);
  g_assert_false (steward_flowchart_view_get_editing (fixture->view));
  drag (fixture, from, to);
  drop (fixture);
  g_assert_false (is_linked (fixture, from, to));
}

static void
test_a_drag_and_keys_make_the_same_link (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *from = NULL, *to = NULL, *before = NULL, *dragged = NULL, *typed = NULL, *after = NULL;

  edit (fixture);
  find_pair (fixture, FALSE, 0, &from, &to);
  before = save (fixture);
  drag (fixture, from, to);
  while (fixture->told == NULL || strstr (fixture->told, "everything") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->told, "waits for"));
  /* Nothing of it is in the project while it is held. */
  g_assert_false (is_linked (fixture, from, to));
  drop (fixture);
  g_assert_true (is_linked (fixture, from, to));
  dragged = save (fixture);
  g_assert_cmpstr (dragged, !=, before);
  undo (fixture);
  after = save (fixture);
  g_assert_cmpstr (after, ==, before);

  lead_by_keys (fixture, from, to);
  g_assert_nonnull (strstr (fixture->told, "waits for"));
  press (fixture, GDK_KEY_Return);
  typed = save (fixture);
  g_assert_cmpstr (typed, ==, dragged);

  /* Once more takes it away, by drag as by keys. */
  drag (fixture, from, to);
  g_assert_nonnull (strstr (fixture->told, "no longer waits for"));
  drop (fixture);
  g_assert_false (is_linked (fixture, from, to));
  undo (fixture);
  g_assert_true (is_linked (fixture, from, to));
  lead_by_keys (fixture, from, to);
  press (fixture, GDK_KEY_Return);
  g_clear_pointer (&after, g_free);
  after = save (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_escape_lets_go (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *from = NULL, *to = NULL;

  edit (fixture);
  find_pair (fixture, FALSE, 0, &from, &to);
  drag (fixture, from, to);
  press (fixture, GDK_KEY_Escape);
  g_assert_null (fixture->told);
  drop (fixture);
  g_assert_false (is_linked (fixture, from, to));

  lead_by_keys (fixture, from, to);
  press (fixture, GDK_KEY_Escape);
  g_assert_null (fixture->told);
  g_assert_cmpstr (get_focus (fixture), ==, from);
  /* Enter goes into the case again: no link is led. */
  g_assert_false (is_linked (fixture, from, to));
}

static void
test_what_cannot_be_linked_says_why (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  const int codes[] = { STEWARD_ERROR_CYCLE, STEWARD_ERROR_INVALID };

  edit (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *from = NULL, *to = NULL;
      g_autoptr (GPtrArray) links = NULL;
      g_autoptr (GError) error = NULL;

      find_pair (fixture, TRUE, codes[i], &from, &to);
      steward_schedule_check_link (steward_session_get_schedule (desk_get_session (&fixture->desk)), from, to, &error);
      drag (fixture, from, to);
      g_assert_cmpstr (fixture->told, ==, error->message);
      drop (fixture);
      lead_by_keys (fixture, from, to);
      g_assert_cmpstr (fixture->told, ==, error->message);
      press (fixture, GDK_KEY_Return);
      /* Another box may be chosen. */
      press (fixture, GDK_KEY_Escape);
      links = steward_project_list_own_links (desk_get_project (&fixture->desk));
      g_assert_cmpuint (links->len, ==, 0);
    }
}

/* Where the line of the own link between the two passes: its key is found there. */
static void
find_own_line (Fixture    *fixture,
               const char *from,
               const char *to,
               double     *x,
               double     *y)
{
  const StewardFlowchart *flowchart = steward_flowchart_view_get_flowchart (fixture->view);
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
click (Fixture *fixture,
       double   x,
       double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  double wx, wy;

  steward_canvas_to_widget (STEWARD_CANVAS (fixture->view), x, y, &wx, &wy);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, wx, wy);
      g_signal_emit_by_name (controller, "released", 1, wx, wy);
    }
  settle (fixture);
}

static void
test_an_own_line_is_chosen_and_taken_away (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *from = NULL, *to = NULL, *before = NULL, *clicked = NULL, *typed = NULL;
  double x, y;

  find_pair (fixture, FALSE, 0, &from, &to);
  edit (fixture);
  before = save (fixture);
  drag (fixture, from, to);
  drop (fixture);
  find_own_line (fixture, from, to, &x, &y);
  click (fixture, x, y);
  g_assert_nonnull (strstr (fixture->told, "linked them on"));
  press (fixture, GDK_KEY_Delete);
  g_assert_nonnull (strstr (fixture->told, "no longer waits for"));
  clicked = save (fixture);
  g_assert_cmpstr (clicked, ==, before);
  undo (fixture);
  g_assert_true (is_linked (fixture, from, to));

  /* The same by keys: round the lines of the box, to the one of one's own. */
  g_assert_true (steward_flowchart_view_focus (fixture->view, from));
  do
    press (fixture, GDK_KEY_bracketright);
  while (strstr (fixture->told, "linked them on") == NULL);
  press (fixture, GDK_KEY_bracketleft);
  g_assert_null (strstr (fixture->told, "linked them on"));
  press (fixture, GDK_KEY_bracketright);
  g_assert_cmpstr (get_focus (fixture), ==, from);
  press (fixture, GDK_KEY_Delete);
  typed = save (fixture);
  g_assert_cmpstr (typed, ==, before);
}

static void
test_a_line_of_the_rules_stays (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *before = NULL, *after = NULL, *line = NULL;
  GPtrArray *boxes;
  const char *id;

  edit (fixture);
  before = save (fixture);
  boxes = steward_flowchart_get_boxes (steward_flowchart_view_get_flowchart (fixture->view));
  id = ((const StewardFlowchartBox *) g_ptr_array_index (boxes, 0))->id;
  g_assert_true (steward_flowchart_view_focus (fixture->view, id));
  press (fixture, GDK_KEY_bracketright);
  g_assert_nonnull (strstr (fixture->told, "by the rules"));
  line = g_strdup (fixture->told);
  press (fixture, GDK_KEY_Delete);
  g_assert_nonnull (strstr (fixture->told, "The rules demand"));
  /* With the clause. */
  g_assert_nonnull (strstr (fixture->told, "〔"));
  after = save (fixture);
  g_assert_cmpstr (after, ==, before);

  /* Escape, then there is no line to be deleted. */
  press (fixture, GDK_KEY_Escape);
  g_assert_null (fixture->told);
  press (fixture, GDK_KEY_bracketright);
  g_assert_cmpstr (fixture->told, ==, line);
}

static void
test_a_trial_of_levers_ends_it (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  StewardSession *session = desk_get_session (&fixture->desk);
  const StewardScenario *scenario = steward_session_get_schedule (session)->scenario;

  edit (fixture);
  steward_session_set_trial (session, scenario);
  settle (fixture);
  g_assert_false (steward_flowchart_view_get_editing (fixture->view));
  ui_test_press (GTK_WIDGET (fixture->page), GDK_KEY_e, GDK_CONTROL_MASK);
  g_assert_false (steward_flowchart_view_get_editing (fixture->view));
  steward_session_set_trial (session, NULL);
  settle (fixture);
  edit (fixture);
}

int
main (int    argc,
      char **argv)
{
  Fixture fixture = { { NULL } };
  int status;

  ui_test_init (&argc, &argv);
  /* One window for all: each test leaves the project as it was. */
  set_up (&fixture);
#define TEST(path, test) g_test_add_data_func (path, &fixture, test)
  TEST ("/flowchart-edit/nothing-is-linked-unless-it-is-edited", test_nothing_is_linked_unless_it_is_edited);
  TEST ("/flowchart-edit/a-drag-and-keys-make-the-same-link", test_a_drag_and_keys_make_the_same_link);
  TEST ("/flowchart-edit/escape-lets-go", test_escape_lets_go);
  TEST ("/flowchart-edit/what-cannot-be-linked-says-why", test_what_cannot_be_linked_says_why);
  TEST ("/flowchart-edit/an-own-line-is-chosen-and-taken-away", test_an_own_line_is_chosen_and_taken_away);
  TEST ("/flowchart-edit/a-line-of-the-rules-stays", test_a_line_of_the_rules_stays);
  TEST ("/flowchart-edit/a-trial-of-levers-ends-it", test_a_trial_of_levers_ends_it);
#undef TEST
  status = g_test_run ();
  tear_down (&fixture);

  return status;
}
