/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in which a day is asked for from its end. */
#include "steward-backward-line.h"
#include "steward-backward-window.h"
#include "steward-project-file.h"
#include "ui-desk.h"

typedef struct
{
  StewardSession *session;
  GtkWidget      *window;
  GtkEntry       *day;
  GtkDropDown    *goal;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardProject) project = steward_sample_load ("jincheng-factory", &error);

  g_assert_no_error (error);
  fixture->session = steward_session_new (NULL, project, 0);
  fixture->window = steward_backward_window_new (NULL, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  fixture->day = GTK_ENTRY (ui_test_find (fixture->window, GTK_TYPE_ENTRY));
  fixture->goal = GTK_DROP_DOWN (ui_test_find (fixture->window, GTK_TYPE_DROP_DOWN));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
  ui_test_settle ();
}

static const StewardBackward *
ask (Fixture    *fixture,
     const char *day)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->day), day);
  ui_test_settle ();

  return steward_backward_window_get_answer (STEWARD_BACKWARD_WINDOW (fixture->window));
}

static GtkColumnView *
get_table (Fixture *fixture)
{
  return GTK_COLUMN_VIEW (ui_test_find (fixture->window, GTK_TYPE_COLUMN_VIEW));
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *start)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), start)
      && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, start);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_opens_with_the_forecast (Fixture       *fixture,
                              gconstpointer  data)
{
  const StewardBackward *answer = steward_backward_window_get_answer (STEWARD_BACKWARD_WINDOW (fixture->window));

  g_assert_nonnull (answer);
  g_assert_nonnull (answer->activity);
  g_assert_true (answer->possible);
  g_assert_cmpint (answer->wanted, ==, answer->forecast);
  g_assert_nonnull (find_label (fixture->window, "✓ Possible."));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL);
}

static void
test_says_at_once_what_is_too_late (Fixture       *fixture,
                                    gconstpointer  data)
{
  const StewardBackward *answer = ask (fixture, "+1");
  g_autoptr (GListModel) model = NULL;
  gboolean late = TRUE;
  guint n_late = 0;

  g_assert_nonnull (answer);
  g_assert_false (answer->possible);
  g_assert_nonnull (find_label (fixture->window, "✗ Already impossible."));

  model = g_object_ref (G_LIST_MODEL (gtk_column_view_get_model (get_table (fixture))));
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (StewardBackwardLine) line = g_list_model_get_item (model, i);

      /* What is too late stands before all the others, and says why. */
      g_assert_true (late || !steward_backward_line_is_late (line));
      late = steward_backward_line_is_late (line);
      n_late += late;
      if (late)
        g_assert_nonnull (steward_backward_line_get_why (line));
      g_assert_cmpstr (steward_backward_line_describe (line), !=, "");
    }
  g_assert_cmpuint (n_late, >, 0);

  g_assert_true (ask (fixture, "+500")->possible);
  g_assert_nonnull (find_label (fixture->window, "✓ Possible."));
}

static void
test_no_day_is_no_answer (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_null (ask (fixture, "soon"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->day), "error"));
  g_assert_nonnull (find_label (fixture->window, "not a day"));
  g_assert_null (find_label (fixture->window, "✓"));
  g_assert_nonnull (ask (fixture, "2027-09-01"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->day), "error"));
}

static void
test_another_goal_has_another_forecast (Fixture       *fixture,
                                        gconstpointer  data)
{
  StewardBackwardWindow *window = STEWARD_BACKWARD_WINDOW (fixture->window);
  StewardDay begins = steward_backward_window_get_answer (window)->forecast;
  const StewardBackward *answer;
  guint last = g_list_model_get_n_items (gtk_drop_down_get_model (fixture->goal)) - 1;

  gtk_drop_down_set_selected (fixture->goal, last);
  ui_test_settle ();
  answer = steward_backward_window_get_answer (window);
  g_assert_null (answer->activity);
  g_assert_cmpint (answer->forecast, >, begins);
  g_assert_cmpint (answer->wanted, ==, answer->forecast);

  /* A day that was typed stays. */
  ask (fixture, "2027-03-01");
  gtk_drop_down_set_selected (fixture->goal, 0);
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->day)), ==, "2027-03-01");
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_copied (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copies_text (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *text = NULL;

  ask (fixture, "+1");
  gtk_widget_activate_action (fixture->window, "backward.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, copied_cb, &text);
  ui_test_wait (is_copied, &text);
  g_assert_nonnull (strstr (text, "Already impossible."));
  g_assert_nonnull (strstr (text, "Latest start\tLatest end\tSlack\tItem\n"));
}

static void
test_follows_the_project (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("jincheng-2022");
  Fixture fixture = { session, steward_backward_window_new (NULL, session) };

  gtk_window_present (GTK_WINDOW (fixture.window));
  fixture.day = GTK_ENTRY (ui_test_find (fixture.window, GTK_TYPE_ENTRY));
  g_assert_null (ask (&fixture, "2027-03-01"));
  g_assert_nonnull (find_label (fixture.window, "Nothing is planned yet"));

  steward_project_set_tick (steward_session_get_project (session), ui_test_item_box (session)->id, TRUE, "测试", NULL);
  ui_test_settle ();
  g_assert_nonnull (steward_backward_window_get_answer (STEWARD_BACKWARD_WINDOW (fixture.window)));
  g_assert_nonnull (find_label (fixture.window, "✓ Possible."));

  gtk_window_destroy (GTK_WINDOW (fixture.window));
  ui_test_settle ();
}

static void
test_the_desk_opens_it (Desk          *desk,
                        gconstpointer  data)
{
  GtkWindow *shown = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  desk_import_sample (desk, "jincheng-factory");
  desk_activate (desk, "win.backward");
  ui_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (STEWARD_IS_BACKWARD_WINDOW (window))
        shown = window;
    }
  g_assert_nonnull (shown);
  g_assert_true (gtk_window_get_transient_for (shown) == GTK_WINDOW (desk->window));
  g_assert_nonnull (steward_backward_window_get_answer (STEWARD_BACKWARD_WINDOW (shown)));
  gtk_window_close (shown);
  ui_test_settle ();
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; void (*run) (Fixture *fixture, gconstpointer data); } tests[] = {
    { "/backward-window/opens-with-the-forecast", test_opens_with_the_forecast },
    { "/backward-window/says-at-once-what-is-too-late", test_says_at_once_what_is_too_late },
    { "/backward-window/no-day-is-no-answer", test_no_day_is_no_answer },
    { "/backward-window/another-goal-has-another-forecast", test_another_goal_has_another_forecast },
    { "/backward-window/copies-text", test_copies_text },
  };

  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/backward-window/follows-the-project", test_follows_the_project);
  g_test_add ("/backward-window/the-desk-opens-it", Desk, NULL, desk_set_up, test_the_desk_opens_it, desk_tear_down);

  return g_test_run ();
}
