/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars that are moved: what the pointer does, the keyboard does too. */
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
  steward_canvas_reveal (STEWARD_CANVAS (fixture->view), place.x, place.y, 40, place.height);
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
  g_assert_nonnull (fixture->told);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, >=, before + 5);
  ui_test_wait (desk_is_settled, &fixture->desk);
  desk_activate (&fixture->desk, "win.undo");
  ui_test_settle ();
  ui_test_wait (desk_is_settled, &fixture->desk);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, ==, before);
}

static void
test_the_pointer_does_what_keys_do (Fixture       *fixture,
                                    gconstpointer  data)
{
  StewardDay wanted, before = get_row (fixture)->start;

  drag (fixture, 14);
  ui_test_settle ();
  g_assert_nonnull (fixture->told);
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

static void
test_escape_lets_go (Fixture       *fixture,
                     gconstpointer  data)
{
  StewardDay before = get_row (fixture)->start;

  drag (fixture, 7);
  ui_test_settle ();
  g_signal_emit_by_name (find_gesture (fixture), "cancel", NULL);
  g_signal_emit_by_name (find_gesture (fixture), "drag-end", 0.0, 0.0);
  ui_test_settle ();
  g_assert_cmpint (get_row (fixture)->start, ==, before);
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
  g_autofree char *first = NULL;

  g_assert_true (steward_timeline_view_next_late (fixture->view));
  first = g_strdup (steward_canvas_get_selected (STEWARD_CANVAS (fixture->view)));
  for (guint i = 0; i < 100; i++)
    {
      g_assert_true (steward_timeline_view_next_late (fixture->view));
      if (g_strcmp0 (steward_canvas_get_selected (STEWARD_CANVAS (fixture->view)), first) == 0)
        return;
    }
  g_assert_not_reached ();
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  TEST ("/timeline-hand/keys-move-a-bar-as-one-change", test_keys_move_a_bar_as_one_change);
  TEST ("/timeline-hand/the-pointer-does-what-keys-do", test_the_pointer_does_what_keys_do);
  TEST ("/timeline-hand/escape-lets-go", test_escape_lets_go);
  TEST ("/timeline-hand/what-has-happened-stays-and-says-why", test_what_has_happened_stays_and_says_why);
  TEST ("/timeline-hand/the-next-late-row-is-found-round-and-round",
        test_the_next_late_row_is_found_round_and_round);
#undef TEST

  return g_test_run ();
}
