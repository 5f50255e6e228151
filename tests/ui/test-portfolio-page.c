/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many projects at once, as the list beside them is filtered. */
#include "list-fixture.h"
#include "steward-portfolio-page.h"
#include "ui-desk.h"

static StewardPortfolioPage *
get_page (ListFixture *fixture)
{
  return STEWARD_PORTFOLIO_PAGE (gtk_window_get_child (fixture->window));
}

static StewardPortfolioReader *
get_reader (ListFixture *fixture)
{
  return steward_portfolio_page_get_reader (get_page (fixture));
}

static GPtrArray *
get_projects (ListFixture *fixture)
{
  return steward_portfolio_reader_get_projects (get_reader (fixture));
}

static StewardPortfolioView *
get_view (ListFixture *fixture)
{
  return steward_portfolio_page_get_view (get_page (fixture));
}

/* Everything the list has is on the page. */
static gboolean
is_read (gpointer data)
{
  guint wanted;

  return !steward_portfolio_reader_is_reading (get_reader (data))
         && steward_portfolio_reader_get_done (get_reader (data), &wanted, NULL) == wanted && wanted > 0;
}

static StewardProjectList *
show_page (ListFixture *fixture)
{
  StewardProjectList *list = steward_project_list_new (fixture->store);
  GtkWidget *page = g_object_new (STEWARD_TYPE_PORTFOLIO_PAGE, NULL);

  gtk_window_set_child (fixture->window, page);
  gtk_window_set_default_size (fixture->window, 1100, 700);
  gtk_window_present (fixture->window);
  steward_portfolio_page_set_today (STEWARD_PORTFOLIO_PAGE (page), list_fixture_today ());
  steward_portfolio_page_set_source (STEWARD_PORTFOLIO_PAGE (page), fixture->store, list);

  return list;
}

static void
search (StewardProjectList *list,
        const char         *text)
{
  steward_project_list_set_query (list, &(StewardListQuery) { .text = text, .today = list_fixture_today () });
}

static void
settle (ListFixture *fixture)
{
  list_fixture_drain (fixture);
  ui_test_wait (is_read, fixture);
  ui_test_settle ();
}

static void
assert_shows (ListFixture        *fixture,
              StewardProjectList *list)
{
  GPtrArray *projects = get_projects (fixture);

  g_assert_cmpuint (projects->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  for (guint i = 0; i < projects->len; i++)
    {
      const StewardPortfolioProject *project = g_ptr_array_index (projects, i);
      g_autoptr (GArray) numbers = steward_project_list_get_numbers (list, i + 1);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (numbers->len, ==, i + 1);
      g_assert_cmpint (steward_database_get_number (fixture->other, project->id, &error), ==,
                       g_array_index (numbers, gint64, i));
    }
}

static void
test_follows_the_list (ListFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  g_autofree char *late = NULL;
  const StewardTimeline *timeline;
  guint n;

  search (list, NULL);
  settle (fixture);
  n = get_projects (fixture)->len;
  /* All but those that were removed. */
  g_assert_cmpuint (n, >, LIST_FIXTURE_PROJECTS / 2);
  assert_shows (fixture, list);
  timeline = steward_portfolio_view_get_timeline (get_view (fixture));
  g_assert_cmpuint (steward_timeline_get_n_lines (timeline), >, n + 2);

  late = list_fixture_add_late (fixture, "虚构迟到工程");
  search (list, "虚构迟到工程");
  settle (fixture);
  g_assert_cmpuint (get_projects (fixture)->len, ==, 1);
  g_assert_nonnull (steward_portfolio_view_find_project (get_view (fixture), late));
  search (list, NULL);
  settle (fixture);
  assert_shows (fixture, list);
  g_assert_cmpuint (get_projects (fixture)->len, ==, n + 1);
}

/* What did not change is the same as before, not another one that is equal. */
static void
test_reads_only_what_changed (ListFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  g_autoptr (GPtrArray) before = NULL;
  g_autofree char *id = NULL;
  guint n_others = 0;

  search (list, NULL);
  settle (fixture);
  before = g_ptr_array_ref (get_projects (fixture));
  id = g_strdup (((StewardPortfolioProject *) before->pdata[7])->id);
  list_fixture_set_fact (fixture, id, STEWARD_FACT_NAME, "虚构改名工程");
  while (!g_str_equal (steward_portfolio_view_find_project (get_view (fixture), id)->name, "虚构改名工程"))
    settle (fixture);
  for (guint i = 0; i < before->len; i++)
    {
      const StewardPortfolioProject *project = g_ptr_array_index (before, i);

      if (g_str_equal (project->id, id))
        g_assert_true (steward_portfolio_view_find_project (get_view (fixture), id) != project);
      else
        n_others += steward_portfolio_view_find_project (get_view (fixture), project->id) == project;
    }
  g_assert_cmpuint (n_others, ==, before->len - 1);
}

static void
activated_cb (char       **opened,
              const char  *id)
{
  g_assert_null (*opened);
  *opened = g_strdup (id);
}

static void
test_keys (ListFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  const StewardPortfolioProject *second;
  g_autofree char *opened = NULL;
  g_autofree char *text = NULL;

  search (list, NULL);
  settle (fixture);
  second = g_ptr_array_index (get_projects (fixture), 1);
  g_signal_connect_swapped (get_page (fixture), "activate-project", G_CALLBACK (activated_cb), &opened);
  ui_test_press (view, GDK_KEY_Down, 0);
  ui_test_press (view, GDK_KEY_Down, 0);
  g_assert_cmpstr (steward_canvas_get_selected (STEWARD_CANVAS (view)), ==, second->id);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  text = ui_test_text (GTK_WIDGET (get_page (fixture)));
  g_assert_nonnull (strstr (text, second->name));
  ui_test_press (view, GDK_KEY_Return, 0);
  g_assert_cmpstr (opened, ==, second->id);

  /* The last line is a bureau, which is no project to be opened; it is scrolled to. */
  ui_test_press (view, GDK_KEY_End, 0);
  g_assert_null (steward_portfolio_view_find_project (get_view (fixture), steward_canvas_get_selected (STEWARD_CANVAS (view))));
  ui_test_press (view, GDK_KEY_Return, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view))), >, 0);
  ui_test_press (view, GDK_KEY_Home, 0);
  g_assert_cmpstr (steward_canvas_get_selected (STEWARD_CANVAS (view)), ==,
                   ((StewardPortfolioProject *) get_projects (fixture)->pdata[0])->id);
}

/* Who goes through the projects stays where he is when others change theirs. */
static void
test_selection_stays (ListFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  StewardCanvas *view = STEWARD_CANVAS (get_view (fixture));
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  search (list, NULL);
  settle (fixture);
  for (int i = 0; i < 5; i++)
    ui_test_press (GTK_WIDGET (view), GDK_KEY_Down, 0);
  id = g_strdup (steward_canvas_get_selected (view));
  list_fixture_set_fact (fixture, id, STEWARD_FACT_NAME, "虚构改名工程");
  while (!g_str_equal (steward_portfolio_view_find_project (get_view (fixture), id)->name, "虚构改名工程"))
    settle (fixture);
  ui_test_settle ();
  g_assert_cmpstr (steward_canvas_get_selected (view), ==, id);
  /* What is told of it is what it is now. */
  text = ui_test_text (GTK_WIDGET (get_page (fixture)));
  g_assert_nonnull (strstr (text, "虚构改名工程"));

  search (list, "虚构改名工程");
  settle (fixture);
  g_assert_cmpstr (steward_canvas_get_selected (view), ==, id);
  g_free (list_fixture_add_late (fixture, "虚构迟到工程"));
  search (list, "虚构迟到工程");
  settle (fixture);
  g_assert_null (steward_canvas_get_selected (view));
}

/* Far below hundreds of projects stand the bureaus: one button leads there and
 * back, and going through the lines moves no days. */
static void
test_to_the_load_and_back (ListFixture   *fixture,
                           gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  GtkWidget *button;
  double before;

  search (list, NULL);
  settle (fixture);
  steward_portfolio_view_set_scale (get_view (fixture), STEWARD_ZOOM_WEEK);
  ui_test_settle ();
  button = ui_test_find_button (GTK_WIDGET (get_page (fixture)), "_Load");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, get_projects (fixture)->len * 10);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);

  before = gtk_adjustment_get_value (sideways);
  g_assert_cmpfloat (before, >, 0);
  ui_test_press (view, GDK_KEY_Down, 0);
  ui_test_press (view, GDK_KEY_End, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), ==, before);
}

/* While many are read there is something to look at. */
static void
note_first_cb (StewardPortfolioReader *reader,
               guint                  *first)
{
  guint wanted, done = steward_portfolio_reader_get_done (reader, &wanted, NULL);

  if (*first == 0 && done > 0 && done < wanted)
    *first = steward_portfolio_reader_get_projects (reader)->len;
}

static void
test_shows_the_first_at_once (ListFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  guint first = 0;

  list_fixture_add_many_late (fixture, 300);
  g_signal_connect (get_reader (fixture), "progress", G_CALLBACK (note_first_cb), &first);
  search (list, NULL);
  settle (fixture);
  g_assert_cmpuint (get_projects (fixture)->len, >, 300);
  g_assert_cmpuint (first, >, 0);
  assert_shows (fixture, list);
}

static void
test_stops_and_goes_on (ListFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  StewardPortfolioReader *reader = get_reader (fixture);
  g_autofree char *text = NULL;
  gulong handler;

  /* As soon as it begins. */
  handler = g_signal_connect (reader, "progress", G_CALLBACK (steward_portfolio_reader_stop), NULL);
  search (list, NULL);
  list_fixture_drain (fixture);
  g_assert_true (steward_portfolio_reader_is_stopped (reader));
  g_assert_false (steward_portfolio_reader_is_reading (reader));
  g_assert_cmpuint (get_projects (fixture)->len, ==, 0);
  text = ui_test_text (GTK_WIDGET (get_page (fixture)));
  g_assert_nonnull (strstr (text, "Stopped after 0 of "));

  /* Nothing goes on by itself, whatever changes. */
  g_signal_handler_disconnect (reader, handler);
  g_free (list_fixture_add_late (fixture, "虚构迟到工程"));
  list_fixture_drain (fixture);
  g_assert_cmpuint (get_projects (fixture)->len, ==, 0);

  steward_portfolio_reader_go_on (reader);
  settle (fixture);
  assert_shows (fixture, list);
  g_assert_false (steward_portfolio_reader_is_stopped (reader));
}

static void
test_rests_unseen (ListFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);

  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  search (list, NULL);
  list_fixture_drain (fixture);
  g_assert_cmpuint (get_projects (fixture)->len, ==, 0);
  gtk_window_present (fixture->window);
  settle (fixture);
  assert_shows (fixture, list);
}

static void
test_nothing (ListFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  g_autofree char *text = NULL;

  search (list, NULL);
  list_fixture_drain (fixture);
  ui_test_settle ();
  text = ui_test_text (GTK_WIDGET (get_page (fixture)));
  g_assert_nonnull (strstr (text, "There are none"));
}

static double
get_day_width (ListFixture *fixture)
{
  const StewardTimeline *timeline = steward_portfolio_view_get_timeline (get_view (fixture));

  return steward_timeline_day_to_x (timeline, list_fixture_today () + 1)
         - steward_timeline_day_to_x (timeline, list_fixture_today ());
}

static void
test_scales (ListFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  StewardPage *page = STEWARD_PAGE (get_page (fixture));
  double fit;

  search (list, NULL);
  settle (fixture);
  g_assert_cmpint (steward_portfolio_view_get_scale (get_view (fixture)), ==, STEWARD_ZOOM_FIT);
  fit = get_day_width (fixture);
  /* There is nothing smaller. */
  steward_page_zoom (page, -1);
  ui_test_settle ();
  g_assert_cmpfloat (get_day_width (fixture), ==, fit);
  steward_page_zoom (page, 1);
  ui_test_settle ();
  g_assert_cmpfloat (get_day_width (fixture), >, fit);
  /* Today is in sight. */
  steward_portfolio_view_show_day (get_view (fixture), list_fixture_today ());
  ui_test_settle ();
  {
    GtkWidget *view = GTK_WIDGET (get_view (fixture));
    double x, y;

    steward_canvas_to_widget (STEWARD_CANVAS (view),
                              steward_timeline_day_to_x (steward_portfolio_view_get_timeline (get_view (fixture)),
                                                         list_fixture_today ()), 0, &x, &y);
    g_assert_cmpfloat (x, >, 0);
    g_assert_cmpfloat (x, <, gtk_widget_get_width (view));
  }
  steward_page_zoom (page, 0);
  g_assert_cmpint (steward_portfolio_view_get_scale (get_view (fixture)), ==, STEWARD_ZOOM_FIT);
}

/* On paper and as a picture it has a line for each project, too. */
static void
test_is_drawn_elsewhere (ListFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr (StewardProjectList) list = show_page (fixture);
  g_autoptr (StewardDrawing) drawing = NULL;
  g_autoptr (StewardSheets) one = NULL;
  g_autoptr (StewardSheets) many = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;

  search (list, NULL);
  settle (fixture);
  drawing = steward_page_draw (STEWARD_PAGE (get_page (fixture)));
  g_assert_cmpstr (steward_drawing_get_name (drawing), ==, "Overview of Projects");
  g_assert_true (steward_drawing_read (drawing, &error));
  one = steward_drawing_make_sheets (drawing, STEWARD_STYLE_LIGHT, 842, 595, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steward_sheets_get_n_pages (one), ==, 1);
  g_clear_pointer (&one, steward_sheets_free);
  many = steward_drawing_make_sheets (drawing, STEWARD_STYLE_GREY, 842, 595, FALSE, &error);
  g_assert_cmpuint (steward_sheets_get_n_pages (many), >, 1);
  g_clear_pointer (&many, steward_sheets_free);
  picture = steward_drawing_make_picture (drawing, STEWARD_PICTURE_PNG, STEWARD_STYLE_LIGHT, 1200, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (picture), >, 1000);
}

static gboolean
has_projects (gpointer data)
{
  StewardPortfolioPage *page = steward_window_get_portfolio (((Desk *) data)->window);

  return page != NULL && steward_portfolio_reader_get_projects (steward_portfolio_page_get_reader (page))->len == 1;
}

static gboolean
shows_portfolio (gpointer data)
{
  return steward_window_get_portfolio (((Desk *) data)->window) != NULL;
}

/* From a project to all of them, and by Enter back into it. */
static void
test_in_the_window (Desk          *desk,
                    gconstpointer  data)
{
  StewardPortfolioView *view;

  desk_import_sample (desk, "jincheng-school");
  desk_activate (desk, "win.portfolio");
  g_assert_true (shows_portfolio (desk));
  g_assert_null (desk_get_session (desk));
  g_assert_true (gtk_toggle_button_get_active (desk->window->portfolio_button));
  g_assert_false (gtk_toggle_button_get_active (desk->window->today_button));
  ui_test_wait (has_projects, desk);
  ui_test_settle ();

  view = steward_portfolio_page_get_view (steward_window_get_portfolio (desk->window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.zoom", "i", 1));
  g_assert_cmpint (steward_portfolio_view_get_scale (view), !=, STEWARD_ZOOM_FIT);
  ui_test_settle ();
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Home, 0);
  ui_test_press (GTK_WIDGET (view), GDK_KEY_Return, 0);
  ui_test_wait (desk_has_session, desk);
  desk_assert_state (desk, "project");
  g_assert_false (gtk_toggle_button_get_active (desk->window->portfolio_button));

  desk_activate (desk, "win.portfolio");
  ui_test_wait (has_projects, desk);
  desk_activate (desk, "win.today");
  desk_assert_state (desk, "today");
  g_assert_true (gtk_toggle_button_get_active (desk->window->today_button));
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  list_fixture_make_projects ();
  list_add ("/portfolio-page/follows-the-list", test_follows_the_list);
  list_add ("/portfolio-page/reads-only-what-changed", test_reads_only_what_changed);
  list_add ("/portfolio-page/keys", test_keys);
  list_add ("/portfolio-page/selection-stays", test_selection_stays);
  list_add ("/portfolio-page/to-the-load-and-back", test_to_the_load_and_back);
  list_add ("/portfolio-page/shows-the-first-at-once", test_shows_the_first_at_once);
  list_add ("/portfolio-page/stops-and-goes-on", test_stops_and_goes_on);
  list_add ("/portfolio-page/rests-unseen", test_rests_unseen);
  list_add_empty ("/portfolio-page/nothing", test_nothing);
  list_add ("/portfolio-page/scales", test_scales);
  list_add ("/portfolio-page/is-drawn-elsewhere", test_is_drawn_elsewhere);
  g_test_add ("/portfolio-page/in-the-window", Desk, NULL, desk_set_up, test_in_the_window, desk_tear_down);
  status = g_test_run ();
  list_fixture_drop_projects ();

  return status;
}
