/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"
#include "steward-flowchart-private.h"
#include "steward-picture.h"
#include "steward-portfolio.h"
#include "steward-project-file.h"

#define A3_WIDTH      1190.55
#define A3_HEIGHT     841.89
#define LEAST_LETTERS 6.5      /* points */

/* The drawings of the bundled samples, on a fixed day. A changed pack or
 * sample changes these dumps; read the difference, then write them anew. */

static StewardSchedule *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardProject) project = steward_sample_load (id, &error);
  StewardSchedule *schedule;

  g_assert_no_error (error);
  schedule = steward_schedule_new (project, calendar, steward_day_from_ymd (2026, 8, 12), &error);
  g_assert_no_error (error);
  return schedule;
}

static void
test_sample (gconstpointer data)
{
  const StewardSample *sample = data;
  g_autoptr (StewardSchedule) schedule = load (sample->id);
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (schedule, &(StewardFlowchartOptions) { 1587, 842, 0, 1 });
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout (schedule,
                                                                 &(StewardTimelineOptions) { 1587, STEWARD_ZOOM_FIT, 1, NULL, 842 });
  g_autofree char *flow_dump = steward_flowchart_dump (chart);
  g_autofree char *time_dump = steward_timeline_dump (timeline);
  StewardFlowchartOptions lanes = { 1587, 842, 0, 1, STEWARD_ARRANGE_LANES };
  g_autoptr (StewardFlowchart) rows = steward_flowchart_layout (schedule, &lanes);
  g_autofree char *rows_dump = steward_flowchart_dump (rows);
  g_autofree char *rows_name = g_strdup_printf ("%s-lanes.json", sample->id);
  g_autofree char *flow_name = g_strdup_printf ("%s-flowchart.json", sample->id);
  g_autofree char *time_name = g_strdup_printf ("%s-timeline.json", sample->id);

  golden_compare (flow_name, flow_dump);
  golden_compare (time_name, time_dump);
  golden_compare (rows_name, rows_dump);
  g_assert_cmpuint (steward_flowchart_count_crossings (chart), ==, 0);
  g_assert_cmpuint (steward_flowchart_count_crossings (rows), ==, 0);
}

static void
test_portfolio (void)
{
  g_autoptr (GPtrArray) projects = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_portfolio_project_unref);
  g_autoptr (StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr (StewardTimeline) timeline = NULL;
  g_autofree char *dump = NULL;

  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++)
    {
      g_autoptr (StewardSchedule) schedule = load (sample->id);

      g_ptr_array_add (projects, steward_portfolio_project_new (schedule, sample->id));
    }
  timeline = steward_portfolio_layout (projects, calendar, steward_day_from_ymd (2026, 8, 12),
                                       &(StewardTimelineOptions) { .width = 1587, .zoom = STEWARD_ZOOM_FIT });
  dump = steward_timeline_dump (timeline);
  golden_compare ("samples-portfolio.json", dump);
}

/* On an A3 the smallest letters are legible, and nothing is cut. */
static void
test_legible_on_paper (gconstpointer data)
{
  const StewardSample *sample = data;
  g_autoptr (StewardSchedule) schedule = load (sample->id);

  for (int arrangement = STEWARD_ARRANGE_STAGES; arrangement <= STEWARD_ARRANGE_LANES; arrangement++)
    {
      StewardFlowchartOptions options = { A3_WIDTH, A3_HEIGHT, 0, 1, arrangement };
      g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (schedule, &options);
      double growth = MAX (chart->width / A3_WIDTH, chart->height / A3_HEIGHT);

      g_assert_cmpfloat (chart->unit * FLOW_DATES / growth, >=, LEAST_LETTERS);
      for (guint i = 0; i < chart->boxes->len; i++)
        {
          const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);

          if (box->kind == STEWARD_FLOW_CARD)
            g_assert_cmpfloat (box->box.height, >=,
                               steward_flowchart_box_need (box, box->box.width, chart->unit, TRUE) - 0.01);
        }
    }
}

/* Every item of the plan stands in both drawings. */
static void
test_nothing_is_lost (gconstpointer data)
{
  const StewardSample *sample = data;
  g_autoptr (StewardSchedule) schedule = load (sample->id);
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (schedule, &(StewardFlowchartOptions) { 1024, 768, 0, 1 });
  g_autoptr (StewardTimeline) timeline = steward_timeline_layout (schedule,
                                                                 &(StewardTimelineOptions) { 1366, STEWARD_ZOOM_WEEK, 1, NULL, 0 });
  g_autoptr (GHashTable) boxes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  double height;

  for (guint i = 0; i < steward_flowchart_get_boxes (chart)->len; i++)
    g_hash_table_add (boxes, ((StewardFlowchartBox *) g_ptr_array_index (steward_flowchart_get_boxes (chart), i))->id);
  steward_timeline_get_size (timeline, NULL, &height);
  for (double y = 0; y < height; y += 8)
    {
      const StewardScheduleRow *row = steward_timeline_hit (timeline, 10, y);

      if (row != NULL)
        g_hash_table_add (lines, row->id);
    }
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_ITEM)
        g_assert_true (g_hash_table_contains (boxes, row->id));
      g_assert_true (g_hash_table_contains (lines, row->id));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (const StewardSample *sample = steward_samples_list (); sample->id != NULL; sample++)
    {
      g_autofree char *golden = g_strdup_printf ("/samples/%s/golden", sample->id);
      g_autofree char *whole = g_strdup_printf ("/samples/%s/nothing-is-lost", sample->id);
      g_autofree char *legible = g_strdup_printf ("/samples/%s/legible-on-paper", sample->id);

      g_test_add_data_func (golden, sample, test_sample);
      g_test_add_data_func (whole, sample, test_nothing_is_lost);
      g_test_add_data_func (legible, sample, test_legible_on_paper);
    }
  g_test_add_func ("/samples/portfolio", test_portfolio);
  return g_test_run ();
}
