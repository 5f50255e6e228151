/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-baseline.h"
#include "steward-error.h"
#include "steward-project-file.h"
#include "steward-timeline-private.h"

static StewardSchedule *
make_schedule (StewardProject *project)
{
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (GError) error = NULL;
  StewardSchedule *schedule = steward_schedule_new (project, calendar, steward_day_from_ymd (2026, 8, 12), &error);

  g_assert_no_error (error);
  return schedule;
}

static void
issue (StewardProject *project,
       gboolean        dated)
{
  g_autoptr (StewardSchedule) schedule = make_schedule (project);
  g_autofree char *content = dated ? steward_schedule_freeze (schedule) : steward_plan_freeze (schedule->plan);
  const StewardEdition edition = { .day = schedule->as_of, .reason = (char *) "虚构", .content = content,
                                   .notified = STEWARD_DAY_NONE };

  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), >, 0);
}

static void
test_an_edition_keeps_where_rows_lay (void)
{
  g_autoptr (StewardProject) project = steward_sample_load ("datong-complex", NULL);
  g_autoptr (StewardSchedule) then = make_schedule (project), now = NULL;
  g_autoptr (StewardBaseline) baseline = NULL;
  g_autoptr (StewardTimeline) timeline = NULL;
  g_autoptr (GError) error = NULL;
  StewardTimelineOptions options = { .width = 1587, .zoom = STEWARD_ZOOM_FIT };
  g_autofree char *text = NULL;
  guint n = 0, n_moved = 0;

  issue (project, TRUE);
  /* Everything behind it moves. */
  steward_project_set_activity (project, "dt.construction", STEWARD_DAY_NONE, STEWARD_DAY_NONE, 400);
  now = make_schedule (project);
  baseline = steward_baseline_new (project, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (baseline->name, ==, "第 1 版");
  g_assert_cmpuint (baseline->n_rows, >, 20);
  steward_baseline_apply (baseline, &options);
  timeline = steward_timeline_layout (now, &options);
  for (guint i = 0; i < timeline->lines->len; i++)
    {
      const StewardTimelineLine *line = &g_array_index (timeline->lines, StewardTimelineLine, i);
      const StewardScheduleRow *before = line->row ? steward_schedule_find_row (then, line->row->id) : NULL;

      if (line->row == NULL || line->row->kind == STEWARD_ROW_NODE)
        continue;
      g_assert_cmpint (line->baseline_start, ==, before->start);
      g_assert_cmpint (line->baseline_finish, ==, before->finish);
      n_moved += before->finish != line->row->finish;
      n++;
    }
  g_assert_cmpuint (n, ==, baseline->n_rows);
  g_assert_cmpuint (n_moved, >, 3);
  text = steward_timeline_describe (timeline, "dt.s4.completion-filing");
  g_assert_nonnull (strstr (text, "working days later"));
  steward_baseline_apply (NULL, &options);
  g_assert_null (options.issued);
}

static void
test_what_has_no_dates_is_no_baseline (void)
{
  g_autoptr (StewardProject) project = steward_sample_load ("datong-complex", NULL);
  g_autoptr (GError) error = NULL;

  issue (project, FALSE);
  issue (project, TRUE);
  g_assert_false (steward_baseline_is_possible (steward_project_get_edition (project, 1)));
  g_assert_true (steward_baseline_is_possible (steward_project_get_edition (project, 2)));
  g_assert_null (steward_baseline_new (project, 1, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (steward_baseline_new (project, 3, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/baseline/where-rows-lay", test_an_edition_keeps_where_rows_lay);
  g_test_add_func ("/baseline/without-dates", test_what_has_no_dates_is_no_baseline);
  return g_test_run ();
}
