/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose time a stage was, as a bar. */
#include "steward-overview-page.h"
#include "steward-project-file.h"
#include "steward-time-bar.h"
#include "ui-test.h"

static GtkWidget *
find_part (GtkWidget  *bar,
           const char *css_class)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_has_css_class (child, css_class))
        return child;
    }

  g_assert_not_reached ();
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 480, 120);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();

  return window;
}

static void
test_parts_are_as_wide_as_their_days (void)
{
  StewardStageTime time = { .from = 20000, .upto = 20040, .bureau = 20, .paused = 0, .waiting = 1, .unit = 9,
                            .budget = -1 };
  GtkWidget *bar = steward_time_bar_new (&time);
  GtkWidget *window = present (bar);
  g_autofree char *text = steward_time_bar_describe (&time);
  int bureau = gtk_widget_get_width (find_part (bar, "time-bureau"));
  int unit = gtk_widget_get_width (find_part (bar, "time-unit"));
  int waiting = gtk_widget_get_width (find_part (bar, "time-waiting"));

  g_assert_false (gtk_widget_get_visible (find_part (bar, "time-paused")));
  g_assert_cmpint (waiting, >=, 6);
  g_assert_cmpint (bureau, >, unit + unit / 2);
  g_assert_cmpint (unit, >, 3 * waiting);
  /* Borders are not in the widths, and the last pixels are lost to rounding. */
  g_assert_cmpint (bureau + unit + waiting, <=, gtk_widget_get_width (bar));
  g_assert_cmpint (bureau + unit + waiting, >, gtk_widget_get_width (bar) - 12);
  g_assert_cmpstr (text, ==, "30 working days: bureaus 20 · project unit 9 · waiting for acceptance 1");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, text);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_no_day_is_no_bar (void)
{
  StewardStageTime time = { .from = STEWARD_DAY_NONE, .upto = STEWARD_DAY_NONE, .budget = 7 };
  g_autofree char *text = steward_time_bar_describe (&time);

  g_assert_null (steward_time_bar_new (&time));
  g_assert_cmpstr (text, ==, "");
}

/* The bars of the page are those of the stages that have begun, and say what
 * was computed. */
static void
test_the_overview_has_one_per_stage (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load ("datong-complex", &error);
  g_autoptr (StewardSession) session = NULL;
  GtkWidget *page = g_object_new (STEWARD_TYPE_OVERVIEW_PAGE, NULL);
  const StewardSchedule *schedule;
  StewardStageTime first;
  GtkWidget *window;
  guint n_begun = 0;

  g_assert_no_error (error);
  session = steward_session_new (NULL, project, 0);
  schedule = steward_session_get_schedule (session);
  for (guint i = 0; i < schedule->stages->len; i++)
    {
      StewardStageTime time = steward_schedule_split_time (schedule, schedule->stages->pdata[i]);

      if (n_begun == 0)
        first = time;
      n_begun += time.bureau + time.paused + time.waiting + time.unit > 0;
    }
  steward_page_set_session (STEWARD_PAGE (page), session);
  window = present (page);

  g_assert_cmpuint (n_begun, >, 0);
  g_assert_cmpuint (ui_test_count (page, STEWARD_TYPE_TIME_BAR), ==, n_begun);
  {
    g_autofree char *text = steward_time_bar_describe (&first);

    gtk_test_accessible_assert_property (ui_test_find (page, STEWARD_TYPE_TIME_BAR), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         text);
  }

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/time-bar/parts-are-as-wide-as-their-days", test_parts_are_as_wide_as_their_days);
  g_test_add_func ("/time-bar/no-day-is-no-bar", test_no_day_is_no_bar);
  g_test_add_func ("/time-bar/the-overview-has-one-per-stage", test_the_overview_has_one_per_stage);

  return g_test_run ();
}
