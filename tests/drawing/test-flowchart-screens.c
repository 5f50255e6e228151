/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "flowchart-checks.h"

/* A stage on a projector. */

static const struct { double width, height; } sizes[] = { { 1024, 768 }, { 1366, 768 }, { 1920, 1080 }, { 3840, 2160 } };

static StewardFlowchartOptions
options_of (guint i,
            int   stage,
            int   screen)
{
  return (StewardFlowchartOptions) { sizes[i].width, sizes[i].height, stage, 1, STEWARD_ARRANGE_STAGES, screen };
}

static guint
count_items (const StewardSchedule *schedule,
             int                    stage)
{
  guint n = 0;

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      n += row->kind == STEWARD_ROW_ITEM && row->stage->number == stage;
    }
  return n;
}

/* Adds the boxes of all screens of a stage; returns how many screens it takes. */
static int
look_at_screens (const StewardSchedule *schedule,
                 guint                  size,
                 int                    stage,
                 GHashTable            *seen)
{
  StewardFlowchartOptions options = options_of (size, stage, 0);
  int n = steward_flowchart_count_screens (schedule, &options);

  for (int screen = 1; screen <= n; screen++)
    {
      g_autoptr (StewardFlowchart) chart = NULL;

      options.screen = screen;
      chart = steward_flowchart_layout (schedule, &options);
      check_all (chart);
      g_assert_cmpfloat (chart->unit * FLOW_DATES, >=, sizes[size].height * STEWARD_PROJECTOR_TEXT - SLACK);
      for (guint i = 0; i < chart->boxes->len; i++)
        g_assert_true (g_hash_table_add (seen, g_strdup (get_box (chart, i)->id)));
      /* The drawing is the screen, unless a single box has no room there. */
      if (chart->boxes->len > 1)
        {
          g_assert_cmpfloat (chart->width, ==, sizes[size].width);
          g_assert_cmpfloat (chart->height, ==, sizes[size].height);
        }
    }
  return n;
}

static void
test_every_box_once (void)
{
  guint n_split = 0;

  for (guint32 seed = 0; seed < 9; seed++)
    {
      g_autoptr (Fixture) fixture = fixture_new_random (seed, 14);
      const StewardSchedule *schedule = fixture_get (fixture);

      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        for (int stage = 1; stage <= (int) schedule->stages->len; stage++)
          {
            g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

            n_split += look_at_screens (schedule, size, stage, seen) > 1;
            g_assert_cmpuint (g_hash_table_size (seen), ==, count_items (schedule, stage));
          }
    }
  g_assert_cmpuint (n_split, >, 15);
}

/* A higher resolution shows no more and no less: what counts is the distance. */
static void
test_resolution_does_not_matter (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardFlowchartOptions near = options_of (2, 4, 0), sharp = options_of (3, 4, 0);

  g_assert_cmpint (steward_flowchart_count_screens (fixture_get (fixture), &near), ==, 2);
  g_assert_cmpint (steward_flowchart_count_screens (fixture_get (fixture), &sharp), ==, 2);
}

/* What stands below the drawing takes room from it, and nothing from its letters. */
static void
test_letters_of_the_whole_screen (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardFlowchartOptions options = options_of (0, 4, 1);
  double letters = options.height * STEWARD_PROJECTOR_TEXT;
  int n = steward_flowchart_count_screens (fixture_get (fixture), &options);
  g_autoptr (StewardFlowchart) chart = NULL;

  options.height *= 0.6;
  chart = steward_flowchart_layout (fixture_get (fixture), &options);
  g_assert_cmpfloat (chart->unit * FLOW_DATES, <, letters - SLACK);
  steward_flowchart_free (g_steal_pointer (&chart));
  options.letters = letters;
  chart = steward_flowchart_layout (fixture_get (fixture), &options);
  g_assert_cmpfloat (chart->unit * FLOW_DATES, >=, letters - SLACK);
  check_all (chart);
  g_assert_cmpint (steward_flowchart_count_screens (fixture_get (fixture), &options), >, n);
}

static void
test_titles (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardFlowchartOptions second = options_of (0, 4, 2), beyond = options_of (0, 4, 9), small = options_of (0, 2, 1);
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &second);
  g_autoptr (StewardFlowchart) last = steward_flowchart_layout (fixture_get (fixture), &beyond);
  g_autoptr (StewardFlowchart) whole = steward_flowchart_layout (fixture_get (fixture), &small);
  int n = steward_flowchart_count_screens (fixture_get (fixture), &second);
  g_autofree char *title = g_strdup_printf ("四 竣工验收阶段（2/%d）", n);
  g_autofree char *end = g_strdup_printf ("四 竣工验收阶段（%d/%d）", n, n);

  g_assert_cmpint (n, >, 1);
  g_assert_cmpstr (((StewardFlowStage *) g_ptr_array_index (chart->stages, 0))->title, ==, title);
  g_assert_cmpstr (((StewardFlowStage *) g_ptr_array_index (last->stages, 0))->title, ==, end);
  g_assert_cmpstr (((StewardFlowStage *) g_ptr_array_index (whole->stages, 0))->title, ==, "二 工程建设许可阶段");
  g_assert_null (whole->begin);
  g_assert_cmpuint (whole->keys->len, ==, 0);
}

/* Nobody asks what was cut off when all are looking at the wall. */
static void
test_nothing_is_cut (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  guint n_cards = 0;

  for (int stage = 1; stage <= 4; stage++)
    {
      StewardFlowchartOptions options = options_of (0, stage, 0);
      int n = steward_flowchart_count_screens (fixture_get (fixture), &options);

      for (options.screen = 1; options.screen <= n; options.screen++)
        {
          g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);

          for (guint i = 0; i < chart->boxes->len; i++)
            {
              const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);

              if (box->kind != STEWARD_FLOW_CARD)
                continue;
              g_assert_cmpfloat (box->box.height, >=,
                                 steward_flowchart_box_need (box, box->box.width, chart->unit, TRUE) - SLACK);
              n_cards++;
            }
        }
    }
  g_assert_cmpuint (n_cards, ==, 22);
}

/* What runs inside a stage may have a screen of its own, and is in its middle. */
static void
test_tray_alone (void)
{
  g_autoptr (Fixture) fixture = fixture_new_complex ();
  StewardFlowchartOptions options = options_of (0, 3, 2);
  g_autoptr (StewardFlowchart) chart = steward_flowchart_layout (fixture_get (fixture), &options);
  double top = G_MAXDOUBLE, bottom = 0, title = ((StewardFlowStage *) g_ptr_array_index (chart->stages, 0))->tray_y;

  g_assert_cmpuint (chart->boxes->len, ==, 5);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      g_assert_cmpint (((StewardFlowBox *) g_ptr_array_index (chart->boxes, i))->kind, ==, STEWARD_FLOW_PILL);
      top = MIN (top, get_box (chart, i)->y);
      bottom = MAX (bottom, get_box (chart, i)->y + get_box (chart, i)->height);
    }
  g_assert_cmpfloat (title, <, top);
  g_assert_cmpfloat (fabs ((title + bottom) / 2 - (chart->body_y + chart->body_bottom) / 2), <, SLACK);
}

static void
test_without_boxes (void)
{
  g_autoptr (Fixture) fixture = fixture_new (20000, 20000);
  StewardFlowchartOptions none = options_of (0, 7, 1), empty = options_of (0, 1, 1);
  g_autoptr (StewardFlowchart) chart = NULL;
  g_autoptr (StewardFlowchart) stage = NULL;

  fixture_add_stage (fixture, 1, "阶段", 5);
  chart = steward_flowchart_layout (fixture_get (fixture), &none);
  stage = steward_flowchart_layout (fixture_get (fixture), &empty);
  g_assert_cmpint (steward_flowchart_count_screens (fixture_get (fixture), &none), ==, 1);
  g_assert_cmpint (steward_flowchart_count_screens (fixture_get (fixture), &empty), ==, 1);
  g_assert_cmpuint (chart->stages->len, ==, 0);
  g_assert_cmpuint (stage->stages->len, ==, 1);
  g_assert_cmpfloat (stage->height, ==, 768);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flowchart-screens/every-box-once", test_every_box_once);
  g_test_add_func ("/flowchart-screens/resolution-does-not-matter", test_resolution_does_not_matter);
  g_test_add_func ("/flowchart-screens/letters-of-the-whole-screen", test_letters_of_the_whole_screen);
  g_test_add_func ("/flowchart-screens/titles", test_titles);
  g_test_add_func ("/flowchart-screens/nothing-is-cut", test_nothing_is_cut);
  g_test_add_func ("/flowchart-screens/tray-alone", test_tray_alone);
  g_test_add_func ("/flowchart-screens/without-boxes", test_without_boxes);
  return g_test_run ();
}
