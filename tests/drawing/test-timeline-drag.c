/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "steward-timeline-drag.h"
#include "steward-timeline-private.h"

/* A bar that is dragged, and one that is moved with the keyboard. */

static StewardTimeline *
lay_out (Fixture     *fixture,
         StewardZoom  zoom)
{
  return steward_timeline_layout (fixture_get (fixture), &(StewardTimelineOptions) { .width = 1587, .zoom = zoom });
}

static double
middle_of (const StewardTimeline *timeline,
           StewardDay             day)
{
  return (steward_timeline_day_to_x (timeline, day) + steward_timeline_day_to_x (timeline, day + 1)) / 2;
}

static void
assert_same (const StewardTimelineMove *a,
             const StewardTimelineMove *b)
{
  g_assert_cmpint (a->refusal, ==, b->refusal);
  g_assert_cmpint (a->changes, ==, b->changes);
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->finish, ==, b->finish);
  g_assert_cmpint (a->planned_start, ==, b->planned_start);
  g_assert_cmpint (a->limit, ==, b->limit);
}

/* To the place of the day that the key leads to. */
static guint
compare_with_keys (const StewardTimeline    *timeline,
                   const StewardSchedule    *schedule,
                   const StewardScheduleRow *row,
                   StewardTimelineHandle     handle,
                   int                       steps)
{
  StewardDay day = handle == STEWARD_HANDLE_FINISH ? row->finish : row->start;
  StewardDay goal = steward_calendar_add (schedule->calendar, day, steps);
  StewardTimelineMove key, drag;

  steward_timeline_step (timeline, row->id, handle, steps, &key);
  if (goal < timeline->first || goal > timeline->last || steward_timeline_is_folded (timeline, goal)
      || steward_timeline_is_folded (timeline, day))
    return 0;
  steward_timeline_drag (timeline, row->id, handle, middle_of (timeline, day), middle_of (timeline, goal), &drag);
  assert_same (&key, &drag);
  return key.changes;
}

static void
test_keys_and_pointer_agree (void)
{
  guint n_moved = 0;

  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 8);
      const StewardSchedule *schedule = fixture_get (fixture);

      for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_FIT; zoom++)
        {
          g_autoptr (StewardTimeline) timeline = lay_out (fixture, zoom);

          for (guint i = 0; i < schedule->rows->len; i++)
            for (StewardTimelineHandle handle = STEWARD_HANDLE_BODY; handle <= STEWARD_HANDLE_FINISH; handle++)
              for (int steps = -3; steps <= 3; steps++)
                n_moved += compare_with_keys (timeline, schedule, g_ptr_array_index (schedule->rows, i), handle, steps);
        }
    }
  g_assert_cmpuint (n_moved, >, 1000);
}

/* Wherever it is dropped: on a working day, whole days, no negative limit. */
static void
test_drops_on_working_days (void)
{
  guint n_moved = 0;

  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 8);
      const StewardSchedule *schedule = fixture_get (fixture);
      g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_WEEK);

      for (guint i = 0; i < schedule->rows->len; i++)
        for (StewardTimelineHandle handle = STEWARD_HANDLE_BODY; handle <= STEWARD_HANDLE_FINISH; handle++)
          for (double x = timeline->label_width; x < timeline->width; x += 41)
            {
              const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
              double from = middle_of (timeline, handle == STEWARD_HANDLE_FINISH ? row->finish : row->start);
              StewardTimelineMove move;

              steward_timeline_drag (timeline, row->id, handle, from, x, &move);
              g_assert_cmpint (move.start, <=, move.finish);
              if (move.refusal != STEWARD_MOVE_ALLOWED || !move.changes)
                {
                  g_assert_cmpint (move.start, ==, row->start);
                  g_assert_cmpint (move.finish, ==, row->finish);
                  g_assert_cmpint (move.limit, ==, -1);
                  g_assert_cmpint (move.planned_start, ==, STEWARD_DAY_NONE);
                  continue;
                }
              n_moved++;
              g_assert_cmpint (move.limit, >=, -1);
              if (handle == STEWARD_HANDLE_BODY)
                g_assert_cmpint (steward_calendar_count (schedule->calendar, move.start, move.finish), ==,
                                 steward_calendar_count (schedule->calendar, row->start, row->finish));
              else
                g_assert_cmpint (move.limit, >=, 0);
              if (handle == STEWARD_HANDLE_FINISH)
                g_assert_cmpint (move.start, ==, row->start);
              if (handle == STEWARD_HANDLE_START)
                g_assert_cmpint (move.finish, ==, row->finish);
              if (move.start != row->start && !move.held && move.start != move.finish)
                g_assert_true (steward_calendar_is_working (schedule->calendar, move.start));
            }
    }
  g_assert_cmpuint (n_moved, >, 1000);
}

static const StewardScheduleRow *
find_row (Fixture    *fixture,
          const char *name)
{
  const StewardSchedule *schedule = fixture_get (fixture);

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (g_str_equal (row->name, name))
        return row;
    }
  g_assert_not_reached ();
}

static void
test_what_moves (void)
{
  static const struct { const char *name; StewardMoveRefusal refusal; } cases[] = {
    { "项目备案", STEWARD_MOVE_BEGUN }, { "消防设计审查", STEWARD_MOVE_BEGUN }, { "供水", STEWARD_MOVE_FILLS_STAGE },
    { "办结单", STEWARD_MOVE_FOLLOWS }, { "施工许可", STEWARD_MOVE_ALLOWED }, { "施工", STEWARD_MOVE_ALLOWED },
  };
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_DAY);
  StewardTimelineMove move;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StewardScheduleRow *row = find_row (fixture, cases[i].name);

      steward_timeline_step (timeline, row->id, STEWARD_HANDLE_BODY, 1, &move);
      g_assert_cmpint (move.refusal, ==, cases[i].refusal);
      g_assert_cmpint (move.changes, ==, cases[i].refusal == STEWARD_MOVE_ALLOWED);
      steward_timeline_step (timeline, row->id, STEWARD_HANDLE_NONE, 1, &move);
      g_assert_cmpint (move.refusal, ==, STEWARD_MOVE_UNKNOWN);
    }
  steward_timeline_step (timeline, "nobody", STEWARD_HANDLE_BODY, 1, &move);
  g_assert_cmpint (move.refusal, ==, STEWARD_MOVE_UNKNOWN);
  g_assert_cmpint (move.start, ==, STEWARD_DAY_NONE);
}

/* 施工许可 waits for the review before it and takes three working days. */
static void
test_consequences (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_DAY);
  const StewardScheduleRow *row = find_row (fixture, "施工许可");
  const StewardCalendar *calendar = fixture_get (fixture)->calendar;
  StewardTimelineMove move;

  steward_timeline_step (timeline, row->id, STEWARD_HANDLE_BODY, 2, &move);
  g_assert_cmpint (move.planned_start, ==, steward_calendar_add (calendar, row->start, 2));
  g_assert_cmpint (move.finish, ==, steward_calendar_add (calendar, row->finish, 2));
  g_assert_cmpint (move.limit, ==, -1);
  g_assert_false (move.held);
  steward_timeline_step (timeline, row->id, STEWARD_HANDLE_FINISH, 2, &move);
  g_assert_cmpint (move.planned_start, ==, STEWARD_DAY_NONE);
  g_assert_cmpint (move.limit, ==, row->limit + 2);
  steward_timeline_step (timeline, row->id, STEWARD_HANDLE_START, 2, &move);
  g_assert_cmpint (move.limit, ==, row->limit - 2);
  g_assert_cmpint (move.finish, ==, row->finish);
  steward_timeline_step (timeline, row->id, STEWARD_HANDLE_FINISH, -50, &move);
  g_assert_cmpint (move.limit, ==, 0);
  g_assert_cmpint (move.finish, ==, row->start);
  /* It cannot be earlier than what it waits for. */
  steward_timeline_step (timeline, row->id, STEWARD_HANDLE_BODY, -5, &move);
  g_assert_true (move.held);
  g_assert_false (move.changes);
  g_assert_cmpint (move.planned_start, ==, STEWARD_DAY_NONE);
}

static void
test_handles (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();

  for (StewardZoom zoom = STEWARD_ZOOM_DAY; zoom <= STEWARD_ZOOM_FIT; zoom++)
    {
      g_autoptr (StewardTimeline) timeline = lay_out (fixture, zoom);
      const StewardScheduleRow *row = find_row (fixture, "施工许可");
      const StewardTimelineLine *line = steward_timeline_find_line (timeline, row->id);
      double y = line->y + TIMELINE_MIDDLE * timeline->unit;
      double left = steward_timeline_day_to_x (timeline, row->start);
      double right = steward_timeline_day_to_x (timeline, row->finish + 1);
      StewardTimelineSpot spot;

      g_assert_true (steward_timeline_find_spot (timeline, left, y, &spot));
      g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_START);
      g_assert_true (spot.row == row);
      g_assert_cmpint (spot.day, ==, row->start);
      steward_timeline_find_spot (timeline, right - 0.01, y, &spot);
      g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_FINISH);
      g_assert_cmpint (spot.day, ==, row->finish);
      steward_timeline_find_spot (timeline, (left + right) / 2, y, &spot);
      g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_BODY);
      g_assert_true (steward_timeline_find_spot (timeline, right + timeline->unit, y, &spot));
      g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_NONE);
      steward_timeline_find_spot (timeline, 5, y, &spot);
      g_assert_cmpint (spot.handle, ==, STEWARD_HANDLE_NONE);
      g_assert_false (steward_timeline_find_spot (timeline, left, 2, &spot));
      g_assert_null (spot.row);
    }
}

static void
test_preview (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  g_autoptr (StewardTimeline) timeline = lay_out (fixture, STEWARD_ZOOM_DAY);
  const StewardScheduleRow *row = find_row (fixture, "施工许可");
  const StewardStyle *style = steward_style_get (STEWARD_STYLE_LIGHT);
  cairo_rectangle_t place;
  StewardTimelineMove move;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n_painted = 0;

  g_assert_true (steward_timeline_find_row (timeline, row->id, &place));
  g_assert_false (steward_timeline_find_row (timeline, "nobody", &place));
  steward_timeline_step (timeline, row->id, STEWARD_HANDLE_BODY, 2, &move);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, place.width * 4 + 400, place.height);
  cr = cairo_create (surface);
  cairo_translate (cr, -place.x, -place.y);
  steward_timeline_paint_move (timeline, cr, style, row->id, &move);
  steward_timeline_paint_move (timeline, cr, style, "nobody", &move);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    n_painted += ((guint32 *) cairo_image_surface_get_data (surface))[(int) place.height / 2
                 * cairo_image_surface_get_stride (surface) / 4 + x] != 0;
  g_assert_cmpuint (n_painted, >, 40);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-drag/keys-and-pointer-agree", test_keys_and_pointer_agree);
  g_test_add_func ("/timeline-drag/drops-on-working-days", test_drops_on_working_days);
  g_test_add_func ("/timeline-drag/what-moves", test_what_moves);
  g_test_add_func ("/timeline-drag/consequences", test_consequences);
  g_test_add_func ("/timeline-drag/handles", test_handles);
  g_test_add_func ("/timeline-drag/preview", test_preview);
  return g_test_run ();
}
