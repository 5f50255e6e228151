/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-decisions.h"
#include "steward-levers-window.h"
#include "steward-ui-text.h"
#include "ui-desk.h"

#define TEXT "dt.s3.text.optimisation"

static StewardLeversWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (STEWARD_IS_LEVERS_WINDOW (window))
        return STEWARD_LEVERS_WINDOW (window);
    }

  return NULL;
}

static gboolean
is_answered (gpointer window)
{
  StewardLeversTrial *trial = steward_levers_window_get_trial (window);

  return !steward_levers_trial_is_busy (trial) && steward_levers_trial_get_answer (trial) != NULL;
}

static StewardLeversWindow *
open_window (Desk       *desk,
             const char *sample)
{
  StewardLeversWindow *window;

  desk_import_sample (desk, sample);
  desk_activate (desk, "win.levers");
  window = find_window ();
  g_assert_nonnull (window);
  ui_test_wait (is_answered, window);
  ui_test_settle ();

  return window;
}

static void
close_window (StewardLeversWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (find_window ());
}

static const StewardTrialAnswer *
get_answer (StewardLeversWindow *window)
{
  return steward_levers_trial_get_answer (steward_levers_window_get_trial (window));
}

static GtkToggleButton *
find_toggle (GtkWidget  *widget,
             const char *label)
{
  GtkToggleButton *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return GTK_TOGGLE_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toggle (child, label);

  return found;
}

/* What is tried is drawn while somebody wants to see it, and nothing else
 * follows it. */
static void
test_a_trial_is_shown_on_the_drawings (Desk          *desk,
                                       gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "datong-complex");
  StewardSession *session = desk_get_session (desk);
  StewardDay finish = steward_session_get_schedule (session)->finish;
  GtkToggleButton *toggle = find_toggle (GTK_WIDGET (window), "_Show on Drawings");

  g_assert_nonnull (toggle);
  steward_levers_trial_switch (steward_levers_window_get_trial (window), "parallel", NULL, FALSE);
  ui_test_wait (is_answered, window);
  g_assert_false (steward_session_has_trial (session));
  gtk_toggle_button_set_active (toggle, TRUE);
  ui_test_settle ();
  g_assert_true (steward_session_has_trial (session));
  g_assert_cmpint (steward_session_get_drawn (session)->finish, >, finish);
  g_assert_cmpint (steward_session_get_schedule (session)->finish, ==, finish);
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (window)));
  steward_window_show_page (desk->window, "timeline");
  ui_test_settle ();
  close_window (window);
  g_assert_false (steward_session_has_trial (session));
  g_assert_cmpint (steward_session_get_drawn (session)->finish, ==, finish);
}

static const StewardLeverOffer *
find_offer (GPtrArray  *offers,
            const char *lever,
            const char *item)
{
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    {
      const StewardLeverOffer *offer = g_ptr_array_index (offers, i);

      if (g_str_equal (offer->lever->id, lever) && g_strcmp0 (offer->item, item) == 0)
        return offer;
    }

  return NULL;
}

static GtkWidget *
get_switch (StewardLeversWindow *window,
            const char          *lever)
{
  return GTK_WIDGET (steward_levers_row_get_switch (steward_levers_window_find_row (window, lever)));
}

/* As a user does, and until the figures are there. */
static void
press (StewardLeversWindow *window,
       GtkWidget           *toggle)
{
  g_assert_true (gtk_widget_activate (toggle));
  ui_test_wait (is_answered, window);
  ui_test_settle ();
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_adopt (StewardLeversWindow *window,
            const char          *text)
{
  GtkWidget *label = find_label (GTK_WIDGET (window), text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static void
assert_same (StewardProject *before,
             StewardProject *after)
{
  g_autoptr (StewardChangeSet) set = steward_change_set_compare (before, after, "", "", 0);

  g_assert_cmpuint (set->changes->len, ==, 0);
}

static StewardProject *
load_stored (Desk *desk)
{
  return desk_load_stored (desk, steward_project_get_id (desk_get_project (desk)));
}

static void
test_switch_says_days (Desk          *desk,
                       gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "datong-complex");
  g_autoptr (StewardProject) before = load_stored (desk);
  GtkWidget *figures = GTK_WIDGET (steward_levers_window_get_figures (window));
  const StewardTrialFigures *now, *a, *b;
  g_autofree char *sentence = NULL;
  g_autofree char *saved = NULL;
  int offered = find_offer (get_answer (window)->offers, "deferral", NULL)->saved;

  g_assert_cmpint (offered, >, 0);
  g_assert_false (gtk_widget_get_sensitive (find_adopt (window, "Adopt Scenario A")));
  g_assert_cmpuint (get_answer (window)->comparison->rows->len, ==, 0);

  press (window, get_switch (window, "deferral"));
  now = &get_answer (window)->figures[STEWARD_TRIAL_NOW];
  a = &get_answer (window)->figures[STEWARD_TRIAL_A];
  b = &get_answer (window)->figures[STEWARD_TRIAL_B];
  g_assert_cmpint (a->saved, ==, offered);
  g_assert_cmpint (a->schedule->finish, <, now->schedule->finish);
  g_assert_cmpint (b->saved, ==, 0);
  g_assert_cmpint (b->schedule->finish, ==, now->schedule->finish);
  g_assert_cmpuint (get_answer (window)->comparison->rows->len, >, 0);
  saved = steward_ui_date (a->schedule->finish, a->schedule->provisional);
  g_assert_nonnull (find_label (figures, saved));
  sentence = steward_levers_figures_describe (get_answer (window), STEWARD_TRIAL_A);
  g_assert_nonnull (strstr (sentence, saved));
  g_assert_true (gtk_widget_get_sensitive (find_adopt (window, "Adopt Scenario A")));

  /* Back again, and there is nothing to adopt. */
  press (window, get_switch (window, "deferral"));
  g_assert_cmpint (get_answer (window)->figures[STEWARD_TRIAL_A].saved, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (find_adopt (window, "Adopt Scenario A")));
  press (window, get_switch (window, "parallel"));
  g_assert_cmpint (get_answer (window)->figures[STEWARD_TRIAL_A].saved, <, 0);
  close_window (window);
  ui_test_wait (desk_is_settled, desk);
  assert_same (before, desk_get_project (desk));
}

static guint
count_log (Desk  *desk,
           char **label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (desk->database, STEWARD_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  entries = steward_database_read_log (database, NULL, 0, 100, &error);
  g_assert_no_error (error);
  g_free (*label);
  *label = g_strdup (((const StewardLogEntry *) g_ptr_array_index (entries, entries->len - 1))->label);

  return entries->len;
}

static gboolean
has_no_lever (gpointer desk)
{
  return steward_project_get_lever (desk_get_project (desk), "deferral", NULL) == NULL;
}

static void
test_adoption_is_one_change (Desk          *desk,
                             gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "datong-complex");
  StewardProject *project = desk_get_project (desk);
  g_autoptr (StewardProject) before = NULL;
  g_autoptr (StewardProject) stored = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  guint n_before;

  close_window (window);
  steward_project_set_text (project, TEXT, "已经写好的话");
  steward_keeper_flush (desk_get_keeper (desk));
  ui_test_wait (desk_is_settled, desk);
  before = load_stored (desk);
  n_before = count_log (desk, &label);

  desk_activate (desk, "win.levers");
  window = find_window ();
  ui_test_wait (is_answered, window);
  ui_test_settle ();
  press (window, get_switch (window, "deferral"));
  text = g_strdup (get_answer (window)->text);
  g_assert_cmpstr (text, !=, "");
  g_assert_nonnull (find_label (GTK_WIDGET (window), text));
  g_signal_emit_by_name (find_adopt (window, "Adopt Scenario A"), "clicked");
  ui_test_settle ();
  g_assert_null (find_window ());
  ui_test_wait (desk_is_settled, desk);

  g_assert_true (steward_project_get_lever (project, "deferral", NULL)->on);
  g_assert_true (g_str_has_prefix (steward_project_get_text (project, TEXT), "已经写好的话\n"));
  g_assert_true (g_str_has_suffix (steward_project_get_text (project, TEXT), text));
  g_assert_cmpuint (count_log (desk, &label), ==, n_before + 1);
  g_assert_cmpstr (label, ==, "Adopt a scenario of levers");
  stored = load_stored (desk);
  assert_same (stored, project);

  desk_activate (desk, "win.undo");
  ui_test_wait (has_no_lever, desk);
  ui_test_wait (desk_is_settled, desk);
  assert_same (before, project);
}

static void
test_ineligible_cannot_be_switched (Desk          *desk,
                                    gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "jincheng-school");
  const StewardLeverOffer *offer = find_offer (get_answer (window)->offers, "land", NULL);
  GtkWidget *toggle = get_switch (window, "land");
  g_autofree char *reasons = g_strjoinv ("\n", offer->reasons);

  g_assert_cmpint (offer->eligibility, ==, STEWARD_NOT_ELIGIBLE);
  g_assert_cmpstr (reasons, !=, "");
  g_assert_false (gtk_widget_is_sensitive (toggle));
  gtk_widget_activate (toggle);
  ui_test_settle ();
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_false (steward_levers_trial_is_changed (steward_levers_window_get_trial (window)));
  gtk_test_accessible_assert_property (toggle, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reasons);
  gtk_test_accessible_assert_property (steward_levers_window_find_row (window, "land"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reasons);
  g_assert_nonnull (find_label (GTK_WIDGET (window), reasons));
  close_window (window);
}

static gboolean
has_items (gpointer window)
{
  return is_answered (window) && g_hash_table_contains (get_answer (window)->items, "commitment");
}

/* The switch of the item in the row of its lever. */
static GtkWidget *
find_item_switch (GtkWidget               *widget,
                  const StewardLeverOffer *offer)
{
  if (STEWARD_IS_LEVERS_ROW (widget) && steward_levers_row_is_of (STEWARD_LEVERS_ROW (widget), offer))
    return GTK_WIDGET (steward_levers_row_get_switch (STEWARD_LEVERS_ROW (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_item_switch (child, offer);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The item for which the lever saves most. */
static const StewardLeverOffer *
find_best (StewardLeversWindow *window)
{
  GPtrArray *items = g_hash_table_lookup (get_answer (window)->items, "commitment");
  const StewardLeverOffer *best = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const StewardLeverOffer *offer = g_ptr_array_index (items, i);

      if (best == NULL || offer->saved > best->saved)
        best = offer;
    }
  g_assert_nonnull (best);
  g_assert_cmpint (best->saved, >, 0);

  return best;
}

static void
test_items_are_decided_one_by_one (Desk          *desk,
                                   gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "jincheng-school");
  GtkWidget *row = GTK_WIDGET (steward_levers_window_find_row (window, "commitment"));
  const StewardLeverOffer *best;
  g_autofree char *item = NULL;
  GtkWidget *toggle;
  int saved;

  g_assert_false (gtk_widget_get_visible (get_switch (window, "commitment")));
  gtk_expander_set_expanded (GTK_EXPANDER (steward_levers_row_get_items (STEWARD_LEVERS_ROW (row))), TRUE);
  ui_test_wait (has_items, window);
  ui_test_settle ();
  best = find_best (window);
  item = g_strdup (best->item);
  saved = best->saved;
  toggle = find_item_switch (row, best);
  g_assert_nonnull (toggle);
  press (window, toggle);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_cmpint (get_answer (window)->figures[STEWARD_TRIAL_A].saved, ==, saved);

  g_signal_emit_by_name (find_adopt (window, "Adopt Scenario A"), "clicked");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_null (steward_project_get_lever (desk_get_project (desk), "commitment", NULL));
  g_assert_true (steward_project_get_lever (desk_get_project (desk), "commitment", item)->on);
}

static void
test_scenarios_stand_side_by_side (Desk          *desk,
                                   gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "datong-complex");
  StewardLeversFigures *figures = steward_levers_window_get_figures (window);
  int saved_a, saved_b;

  press (window, get_switch (window, "deferral"));
  saved_a = get_answer (window)->figures[STEWARD_TRIAL_A].saved;

  steward_levers_figures_choose (figures, STEWARD_TRIAL_B);
  ui_test_wait (is_answered, window);
  ui_test_settle ();
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (get_switch (window, "deferral"))));
  g_assert_false (gtk_widget_get_sensitive (find_adopt (window, "Adopt Scenario B")));
  press (window, get_switch (window, "parallel"));
  saved_b = get_answer (window)->figures[STEWARD_TRIAL_B].saved;
  g_assert_cmpint (saved_b, <, 0);
  g_assert_cmpint (get_answer (window)->figures[STEWARD_TRIAL_A].saved, ==, saved_a);

  steward_levers_figures_choose (figures, STEWARD_TRIAL_A);
  ui_test_wait (is_answered, window);
  ui_test_settle ();
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_switch (window, "deferral"))));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_switch (window, "parallel"))));
  g_assert_cmpint (get_answer (window)->figures[STEWARD_TRIAL_A].saved, ==, saved_a);
  g_assert_cmpint (get_answer (window)->figures[STEWARD_TRIAL_B].saved, ==, saved_b);
  close_window (window);
}

/* A click that comes before the answer to the one before. */
static void
test_fast_clicks_count (Desk          *desk,
                        gconstpointer  data)
{
  StewardLeversWindow *window = open_window (desk, "datong-complex");

  g_assert_true (gtk_widget_activate (get_switch (window, "deferral")));
  g_assert_true (gtk_widget_activate (get_switch (window, "commitment")));
  g_assert_true (gtk_widget_activate (get_switch (window, "parallel")));
  g_assert_false (gtk_widget_get_sensitive (find_adopt (window, "Adopt Scenario A")));
  ui_test_wait (is_answered, window);
  ui_test_settle ();
  g_assert_true (find_offer (get_answer (window)->offers, "deferral", NULL)->on);
  g_assert_true (find_offer (get_answer (window)->offers, "commitment", NULL)->on);
  g_assert_false (find_offer (get_answer (window)->offers, "parallel", NULL)->on);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (get_switch (window, "commitment"))));

  /* And closing does not wait. */
  g_assert_true (gtk_widget_activate (get_switch (window, "parallel")));
  close_window (window);
}

#define desk_add(path, test) g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/levers/a-trial-is-shown-on-the-drawings", test_a_trial_is_shown_on_the_drawings);
  desk_add ("/levers/a-switch-says-its-days-and-changes-nothing", test_switch_says_days);
  desk_add ("/levers/adoption-is-one-change-that-undo-takes-back", test_adoption_is_one_change);
  desk_add ("/levers/what-is-not-eligible-cannot-be-switched", test_ineligible_cannot_be_switched);
  desk_add ("/levers/items-are-decided-one-by-one", test_items_are_decided_one_by_one);
  desk_add ("/levers/scenarios-stand-side-by-side", test_scenarios_stand_side_by_side);
  desk_add ("/levers/fast-clicks-count", test_fast_clicks_count);

  return g_test_run ();
}
