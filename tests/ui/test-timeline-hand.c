/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars that are moved: what the pointer does, the keyboard does too. */
#include <string.h>

#include "steward-schedule-link.h"
#include "steward-timeline-hand.h"
#include "steward-timeline-page.h"
#include "ui-desk.h"

typedef struct
{
  Desk                 desk;
  StewardTimelineView *view;
  StewardTimelineHand *hand;
  char                *row;
  char                *told;
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  return steward_timeline_view_get_timeline (((Fixture *) data)->view) != NULL;
}

static void
told_cb (Fixture    *fixture,
         const char *text)
{
  g_free (fixture->told);
  fixture->told = g_strdup (text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_set_up (&fixture->desk, NULL);
  desk_import_sample (&fixture->desk, "jincheng-factory");
  steward_window_show_page (fixture->desk.window, "timeline");
  ui_test_settle ();
  fixture->view = STEWARD_TIMELINE_VIEW (
                    ui_test_find (GTK_WIDGET (steward_window_get_page (fixture->desk.window, "timeline")),
                                  STEWARD_TYPE_TIMELINE_VIEW));
  steward_timeline_view_set_scale (fixture->view, STEWARD_ZOOM_DAY);
  ui_test_wait (is_laid_out, fixture);
  fixture->hand = steward_timeline_hand_new (fixture->view);
  g_signal_connect_swapped (fixture->view, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->hand, "told", G_CALLBACK (told_cb), fixture);
  fixture->row = g_strdup (desk_find_untouched (&fixture->desk)->id);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->view, fixture);
  desk_tear_down (&fixture->desk, NULL);
  g_object_unref (fixture->hand);
  g_free (fixture->row);
  g_free (fixture->told);
}

static const StewardScheduleRow *
get_row (Fixture *fixture)
{
  return steward_schedule_find_row (steward_session_get_schedule (desk_get_session (&fixture->desk)), fixture->row);
}

/* The pointer's own gesture of the view: the first, the last is of the hand of
 * the test. */
static GtkGesture *
find_gesture (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  GtkGesture *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        found = GTK_GESTURE (controller);
    }
  g_assert_nonnull (found);

  return found;
}

static void
settle (Fixture *fixture)
{
  ui_test_settle ();
  ui_test_wait (desk_is_settled, &fixture->desk);
  ui_test_settle ();
  ui_test_wait (is_laid_out, fixture);
}

static void
drag (Fixture *fixture,
      double   days)
{
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (fixture->view);
  const StewardScheduleRow *row = get_row (fixture);
  GtkGesture *gesture = find_gesture (fixture);
  cairo_rectangle_t place;
  double x, y, day;

  g_assert_true (steward_timeline_find_row (timeline, row->id, &place));
  day = steward_timeline_day_to_x (timeline, row->start + 1) - steward_timeline_day_to_x (timeline, row->start);
  /* With room on its right: near an edge the drawing would scroll on. */
  steward_canvas_reveal (STEWARD_CANVAS (fixture->view), place.x, place.y, days * day + 200, place.height);
  ui_test_settle ();
  for (y = place.y; y < place.y + place.height; y += 1)
    {
      StewardTimelineSpot spot;

      if (steward_timeline_find_spot (timeline, place.x + place.width / 2, y, &spot)
          && spot.handle == STEWARD_HANDLE_BODY)
        break;
    }
  steward_canvas_to_widget (STEWARD_CANVAS (fixture->view), place.x + place.width / 2, y + 2, &x, &y);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", days * day / 2 * steward_canvas_get_zoom (STEWARD_CANVAS (fixture->view)), 0.0);
  g_signal_emit_by_name (gesture, "drag-update", days * day * steward_canvas_get_zoom (STEWARD_CANVAS (fixture->view)), 0.0);
}

static void
test_keys_move_a_bar_as_one_change (Fixture       *fixture,
                                    gconstpointer  data)
{
  StewardDay before = get_row (fixture)->start;

  steward_timeline_hand_step (fixture->hand, fixture->row, STEWARD_HANDLE_BODY, 5);
  g_assert_nonnull (strstr (fixture->told, "everything"));
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, >=, before + 5);
  ui_test_wait (desk_is_settled, &fixture->desk);
  desk_activate (&fixture->desk, "win.undo");
  ui_test_settle ();
  ui_test_wait (desk_is_settled, &fixture->desk);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, ==, before);
}

/* A key is handled within a frame, which is painted before anything idle: it must
 * not show what is gone. */
static void
test_nothing_is_painted_of_what_is_gone (Fixture       *fixture,
                                         gconstpointer  data)
{
  for (int i = 0; i < 3; i++)
    {
      steward_timeline_hand_step (fixture->hand, fixture->row, STEWARD_HANDLE_BODY, 1);
      g_assert_null (steward_timeline_view_get_timeline (fixture->view));
      ui_test_wait (is_laid_out, fixture);
    }
}

/* However far keys move it. */
static void
test_a_moved_bar_stays_in_sight (Fixture       *fixture,
                                 gconstpointer  data)
{
  StewardCanvas *canvas = STEWARD_CANVAS (fixture->view);
  StewardDay before = get_row (fixture)->start;
  cairo_rectangle_t place;
  double left, right, y;

  steward_canvas_set_selected (canvas, fixture->row);
  steward_timeline_hand_step (fixture->hand, fixture->row, STEWARD_HANDLE_BODY, 90);
  ui_test_settle ();
  ui_test_press (GTK_WIDGET (canvas), GDK_KEY_Right, GDK_ALT_MASK);
  ui_test_wait (is_laid_out, fixture);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, >, before + 90);
  g_assert_true (steward_timeline_find_row (steward_timeline_view_get_timeline (fixture->view), fixture->row, &place));
  steward_canvas_to_widget (canvas, place.x, place.y, &left, &y);
  steward_canvas_to_widget (canvas, place.x + place.width, place.y, &right, &y);
  g_assert_cmpfloat (left, >, 0);
  g_assert_cmpfloat (right, <, gtk_widget_get_width (GTK_WIDGET (canvas)));
}

static void
test_the_pointer_does_what_keys_do (Fixture       *fixture,
                                    gconstpointer  data)
{
  StewardDay wanted, before = get_row (fixture)->start;

  drag (fixture, 14);
  ui_test_settle ();
  while (fixture->told == NULL || strstr (fixture->told, "everything") == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* Nothing of it is in the project while it is held. */
  g_assert_cmpint (get_row (fixture)->start, ==, before);
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  ui_test_settle ();
  wanted = get_row (fixture)->start;
  /* Two weeks: the same weekday, so that only a holiday pushes it on. */
  g_assert_cmpint (wanted, >=, before + 14);
  ui_test_wait (is_laid_out, fixture);
  steward_timeline_hand_step (fixture->hand, fixture->row, STEWARD_HANDLE_BODY, -10);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, ==, before);
}

/* Takes the bar where @handle is, and leads that to its place @steps working days
 * on. */
static void
drag_handle (Fixture               *fixture,
             StewardTimelineHandle  handle,
             int                    steps)
{
  StewardCanvas *canvas = STEWARD_CANVAS (fixture->view);
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (fixture->view);
  const StewardSchedule *schedule = steward_session_get_schedule (desk_get_session (&fixture->desk));
  const StewardScheduleRow *row = get_row (fixture);
  StewardDay day = handle == STEWARD_HANDLE_FINISH ? row->finish : row->start;
  StewardDay goal = steward_calendar_add (schedule->calendar, day, steps);
  GtkGesture *gesture = find_gesture (fixture);
  StewardTimelineSpot spot = { NULL };
  cairo_rectangle_t place;
  double x, y, wx, wy;

  g_assert_true (steward_timeline_find_row (timeline, row->id, &place));
  steward_canvas_reveal (canvas, place.x - 200, place.y, place.width + 400, place.height);
  ui_test_settle ();
  x = handle == STEWARD_HANDLE_FINISH ? place.x + place.width - 1 : handle == STEWARD_HANDLE_START ? place.x + 1
      : place.x + place.width / 2;
  for (y = place.y; y < place.y + place.height && spot.handle != handle; y += 1)
    steward_timeline_find_spot (timeline, x, y, &spot);
  g_assert_cmpint (spot.handle, ==, handle);
  steward_canvas_to_widget (canvas, x, y, &wx, &wy);
  x = (steward_timeline_day_to_x (timeline, goal) - steward_timeline_day_to_x (timeline, day))
      * steward_canvas_get_zoom (canvas);
  g_signal_emit_by_name (gesture, "drag-begin", wx, wy);
  g_signal_emit_by_name (gesture, "drag-update", x / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", x, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", x, 0.0);
}

/* What is on the disk afterwards, and back to what was before. (transfer full) */
static char *
save_and_undo (Fixture *fixture)
{
  char *saved;

  ui_test_settle ();
  ui_test_wait (desk_is_settled, &fixture->desk);
  saved = desk_save (&fixture->desk);
  desk_activate (&fixture->desk, "win.undo");
  ui_test_settle ();
  ui_test_wait (desk_is_settled, &fixture->desk);
  ui_test_settle ();
  ui_test_wait (is_laid_out, fixture);

  return saved;
}

static void
test_a_drag_and_keys_write_the_same (Fixture       *fixture,
                                     gconstpointer  data)
{
  static const struct { StewardTimelineHandle handle; GdkModifierType modifiers; guint key; int steps; } cases[] = {
    { STEWARD_HANDLE_BODY, GDK_ALT_MASK, GDK_KEY_Right, 1 },
    { STEWARD_HANDLE_FINISH, GDK_ALT_MASK | GDK_SHIFT_MASK, GDK_KEY_Right, 1 },
    { STEWARD_HANDLE_START, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GDK_KEY_Right, 1 },
  };
  g_autofree char *before = desk_save (&fixture->desk);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dragged = NULL, *typed = NULL, *after = NULL;

      drag_handle (fixture, cases[i].handle, cases[i].steps);
      dragged = save_and_undo (fixture);
      g_assert_cmpstr (dragged, !=, before);
      steward_canvas_set_selected (STEWARD_CANVAS (fixture->view), fixture->row);
      ui_test_press (GTK_WIDGET (fixture->view), cases[i].key, cases[i].modifiers);
      typed = save_and_undo (fixture);
      g_assert_cmpstr (typed, ==, dragged);
      after = desk_save (&fixture->desk);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_escape_lets_go (Fixture       *fixture,
                     gconstpointer  data)
{
  StewardDay before = get_row (fixture)->start;

  drag (fixture, 7);
  ui_test_settle ();
  g_signal_emit_by_name (find_gesture (fixture), "cancel", NULL);
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  /* What would have followed is told no more. */
  g_assert_null (fixture->told);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, ==, before);
}

/* Somebody else changes the project while a bar is held. */
static void
test_a_change_beneath_lets_go (Fixture       *fixture,
                               gconstpointer  data)
{
  StewardDay before = get_row (fixture)->start;

  drag (fixture, 7);
  steward_project_set_fact (desk_get_project (&fixture->desk), STEWARD_FACT_NOTE, "虚构备注");
  g_assert_cmpstr (fixture->told, ==, "The project was changed meanwhile; what you held was let go.");
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  settle (fixture);
  g_assert_cmpint (get_row (fixture)->start, ==, before);
}

static void
test_bars_stay_while_levers_are_tried (Fixture       *fixture,
                                       gconstpointer  data)
{
  StewardSession *session = desk_get_session (&fixture->desk);
  g_autoptr (StewardScenario) scenario = steward_scenario_new ();
  StewardDay before = get_row (fixture)->start;
  guint64 changes;

  steward_session_set_trial (session, scenario);
  settle (fixture);
  changes = steward_session_get_generation (session);
  drag (fixture, 7);
  g_assert_nonnull (strstr (fixture->told, "trial"));
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  settle (fixture);
  g_clear_pointer (&fixture->told, g_free);
  steward_timeline_hand_step (fixture->hand, fixture->row, STEWARD_HANDLE_BODY, 1);
  g_assert_nonnull (strstr (fixture->told, "trial"));
  steward_timeline_hand_link_begin (fixture->hand, fixture->row);
  g_assert_null (steward_timeline_hand_get_link (fixture->hand));
  g_assert_cmpuint (steward_session_get_generation (session), ==, changes);

  steward_session_set_trial (session, NULL);
  settle (fixture);
  g_assert_cmpint (get_row (fixture)->start, ==, before);
  steward_timeline_hand_step (fixture->hand, fixture->row, STEWARD_HANDLE_BODY, 1);
  g_assert_null (strstr (fixture->told, "trial"));
}

static void
test_what_has_happened_stays_and_says_why (Fixture       *fixture,
                                           gconstpointer  data)
{
  const StewardSchedule *schedule = steward_session_get_schedule (desk_get_session (&fixture->desk));

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->decided == STEWARD_DAY_NONE || row->kind != STEWARD_ROW_ITEM)
        continue;
      steward_timeline_hand_step (fixture->hand, row->id, STEWARD_HANDLE_BODY, 1);
      g_assert_nonnull (fixture->told);
      g_assert_true (schedule == steward_session_get_schedule (desk_get_session (&fixture->desk)));
      return;
    }
  g_assert_not_reached ();
}

static void
test_the_next_late_row_is_found_round_and_round (Fixture       *fixture,
                                                 gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (steward_window_get_page (fixture->desk.window, "timeline"));
  g_autofree char *first = NULL;

  ui_test_press (page, GDK_KEY_F8, 0);
  first = g_strdup (steward_canvas_get_selected (STEWARD_CANVAS (fixture->view)));
  for (guint i = 0; i < 100; i++)
    {
      g_assert_true (steward_timeline_view_next_late (fixture->view));
      if (g_strcmp0 (steward_canvas_get_selected (STEWARD_CANVAS (fixture->view)), first) == 0)
        return;
    }
  g_assert_not_reached ();
}

/* Two rows of which the second may wait for the first, or (with @refused) may
 * not; neither is the other. */
static void
find_pair (Fixture   *fixture,
           gboolean   refused,
           char     **from,
           char     **to)
{
  const StewardSchedule *schedule = steward_session_get_schedule (desk_get_session (&fixture->desk));

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *first = g_ptr_array_index (schedule->rows, i);

      for (guint j = 0; j < schedule->rows->len; j++)
        {
          const StewardScheduleRow *second = g_ptr_array_index (schedule->rows, j);

          /* The end of what is a point or folded away is not the pointer's. */
          if (i == j || first->kind != STEWARD_ROW_ITEM || second->decided != STEWARD_DAY_NONE
              || first->finish <= first->start
              || steward_schedule_check_link (schedule, first->id, second->id, NULL) == refused)
            continue;
          *from = g_strdup (first->id);
          *to = g_strdup (second->id);
          return;
        }
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

/* Leads the end of the bar of @from to the row of @to. */
static void
drag_link (Fixture    *fixture,
           const char *from,
           const char *to)
{
  StewardCanvas *canvas = STEWARD_CANVAS (fixture->view);
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (fixture->view);
  GtkGesture *gesture = find_gesture (fixture);
  double zoom = steward_canvas_get_zoom (canvas), x, y, wx, wy;
  StewardTimelineSpot spot = { NULL };
  cairo_rectangle_t place, target;

  g_assert_true (steward_timeline_find_row (timeline, from, &place));
  g_assert_true (steward_timeline_find_row (timeline, to, &target));
  steward_canvas_reveal (canvas, place.x + place.width - 20, place.y, 40, place.height);
  ui_test_settle ();
  x = place.x + place.width - 1;
  for (y = place.y; y < place.y + place.height && spot.handle != STEWARD_HANDLE_FINISH; y += 1)
    steward_timeline_find_spot (timeline, x, y, &spot);
  g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_FINISH);
  steward_canvas_to_widget (canvas, x, y, &wx, &wy);
  g_signal_emit_by_name (gesture, "drag-begin", wx, wy);
  g_signal_emit_by_name (gesture, "drag-update", 2.0, (target.y + target.height / 2 - y) / 2 * zoom);
  g_signal_emit_by_name (gesture, "drag-update", 2.0, (target.y + target.height / 2 - y) * zoom);
}

/* Leads the link from row to row, until it is at @to. */
static void
lead_by_keys (Fixture    *fixture,
              const char *from,
              const char *to)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  const StewardTimeline *timeline = steward_timeline_view_get_timeline (fixture->view);
  cairo_rectangle_t begin, end;

  steward_canvas_set_selected (STEWARD_CANVAS (view), from);
  ui_test_press (view, GDK_KEY_l, 0);
  g_assert_true (steward_timeline_find_row (timeline, from, &begin) && steward_timeline_find_row (timeline, to, &end));
  for (const char *at = from; !g_str_equal (at, to); at = steward_timeline_step_line (timeline, at, end.y > begin.y ? 1 : -1))
    ui_test_press (view, end.y > begin.y ? GDK_KEY_Down : GDK_KEY_Up, 0);
}

static void
test_a_drag_links_two_rows (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *from = NULL, *to = NULL;

  find_pair (fixture, FALSE, &from, &to);
  drag_link (fixture, from, to);
  ui_test_settle ();
  /* Nothing of it is in the project while it is held. */
  g_assert_false (is_linked (fixture, from, to));
  g_assert_nonnull (strstr (fixture->told, "waits for"));
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  settle (fixture);
  g_assert_true (is_linked (fixture, from, to));
  desk_activate (&fixture->desk, "win.undo");
  settle (fixture);
  g_assert_false (is_linked (fixture, from, to));
}

static void
test_keys_link_as_a_drag_does (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *from = NULL, *to = NULL;

  find_pair (fixture, FALSE, &from, &to);
  lead_by_keys (fixture, from, to);
  g_assert_nonnull (strstr (fixture->told, "waits for"));
  ui_test_press (GTK_WIDGET (fixture->view), GDK_KEY_Escape, 0);
  settle (fixture);
  g_assert_false (is_linked (fixture, from, to));

  lead_by_keys (fixture, from, to);
  ui_test_press (GTK_WIDGET (fixture->view), GDK_KEY_Return, 0);
  settle (fixture);
  g_assert_true (is_linked (fixture, from, to));

  /* Once more takes it away, by key or by drag. */
  drag_link (fixture, from, to);
  g_assert_nonnull (strstr (fixture->told, "no longer waits for"));
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  settle (fixture);
  g_assert_false (is_linked (fixture, from, to));
  desk_activate (&fixture->desk, "win.undo");
  settle (fixture);
  g_assert_true (is_linked (fixture, from, to));
}

static void
test_what_cannot_be_linked_says_why (Fixture       *fixture,
                                     gconstpointer  data)
{
  StewardProject *project = desk_get_project (&fixture->desk);
  g_autofree char *from = NULL, *to = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GError) error = NULL;

  find_pair (fixture, TRUE, &from, &to);
  steward_schedule_check_link (steward_session_get_schedule (desk_get_session (&fixture->desk)), from, to, &error);
  drag_link (fixture, from, to);
  g_assert_cmpstr (fixture->told, ==, error->message);
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  settle (fixture);
  lead_by_keys (fixture, from, to);
  g_assert_cmpstr (fixture->told, ==, error->message);
  ui_test_press (GTK_WIDGET (fixture->view), GDK_KEY_Return, 0);
  settle (fixture);
  links = steward_project_list_own_links (project);
  g_assert_cmpuint (links->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/timeline-hand/keys-move-a-bar-as-one-change", test_keys_move_a_bar_as_one_change);
  TEST ("/timeline-hand/nothing-is-painted-of-what-is-gone", test_nothing_is_painted_of_what_is_gone);
  TEST ("/timeline-hand/a-moved-bar-stays-in-sight", test_a_moved_bar_stays_in_sight);
  TEST ("/timeline-hand/the-pointer-does-what-keys-do", test_the_pointer_does_what_keys_do);
  TEST ("/timeline-hand/a-drag-and-keys-write-the-same", test_a_drag_and_keys_write_the_same);
  TEST ("/timeline-hand/escape-lets-go", test_escape_lets_go);
  TEST ("/timeline-hand/a-change-beneath-lets-go", test_a_change_beneath_lets_go);
  TEST ("/timeline-hand/bars-stay-while-levers-are-tried", test_bars_stay_while_levers_are_tried);
  TEST ("/timeline-hand/what-has-happened-stays-and-says-why", test_what_has_happened_stays_and_says_why);
  TEST ("/timeline-hand/the-next-late-row-is-found-round-and-round",
        test_the_next_late_row_is_found_round_and_round);
  TEST ("/timeline-hand/a-drag-links-two-rows", test_a_drag_links_two_rows);
  TEST ("/timeline-hand/keys-link-as-a-drag-does", test_keys_link_as_a_drag_does);
  TEST ("/timeline-hand/what-cannot-be-linked-says-why", test_what_cannot_be_linked_says_why);
#undef TEST

  return g_test_run ();
}
