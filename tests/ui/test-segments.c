/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-case-facts.h"
#include "steward-case-segments.h"
#include "ui-case.h"

static StewardCaseSegments *
get_segments (Desk *desk)
{
  return case_nth (case_get_page (desk), STEWARD_TYPE_CASE_SEGMENTS, 0);
}

static const char *
get_item (Desk *desk)
{
  return steward_case_page_get_item (case_get_page (desk));
}

static void
settle (Desk *desk)
{
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

static gboolean
is_filled (gpointer desk)
{
  return steward_case_segments_get_count (get_segments (desk)) == 2;
}

/* Asks for a name and gives it, as a person does. */
static void
add_segment (Desk       *desk,
             const char *name)
{
  GtkWidget *button = case_nth (get_segments (desk), GTK_TYPE_BUTTON, 2);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Add a _Segment…");
  g_signal_emit_by_name (button, "clicked");
  ui_test_wait (desk_has_dialog, NULL);
  gtk_editable_set_text (GTK_EDITABLE (case_nth (desk_find_dialog (), GTK_TYPE_ENTRY, 0)), name);
  desk_answer ("add");
  settle (desk);
}

static void
test_segments_live_side_by_side (Desk          *desk,
                                 gconstpointer  data)
{
  g_autofree char *item = NULL;
  g_autofree char *second = NULL;
  GtkDropDown *choice;

  case_open_untouched (desk);
  item = g_strdup (get_item (desk));
  g_assert_cmpuint (steward_case_segments_get_count (get_segments (desk)), ==, 0);
  case_record (desk, 'r', "-3");
  add_segment (desk, "二期");
  second = g_strdup (get_item (desk));
  g_assert_true (g_str_has_prefix (second, item));
  g_assert_cmpstr (second, !=, item);
  ui_test_wait (is_filled, desk);
  g_assert_cmpuint (case_count_events (desk), ==, 0);
  g_assert_cmpstr (case_get_case (desk)->segment, ==, "二期");
  case_record (desk, 'r', "-2");
  case_record (desk, 'a', "-1");
  g_assert_cmpuint (case_count_events (desk), ==, 2);

  /* The first one has what it had, and is come back to. */
  choice = case_nth (get_segments (desk), GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (choice, 0);
  settle (desk);
  g_assert_cmpstr (get_item (desk), ==, item);
  g_assert_cmpuint (case_count_events (desk), ==, 1);
  g_assert_false (gtk_widget_get_visible (case_nth (get_segments (desk), GTK_TYPE_BUTTON, 1)));
}

static void
test_a_segment_is_named_and_taken_out (Desk          *desk,
                                       gconstpointer  data)
{
  g_autofree char *item = NULL;
  AdwEntryRow *name;
  const StewardScheduleRow *row;

  case_open_untouched (desk);
  item = g_strdup (get_item (desk));
  case_record (desk, 'r', "-3");
  g_assert_false (steward_case_segments_add (get_segments (desk), "　"));
  g_assert_true (steward_case_segments_add (get_segments (desk), "二期"));
  settle (desk);
  g_assert_false (steward_case_segments_add (get_segments (desk), "二期"));
  name = case_nth (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0), ADW_TYPE_ENTRY_ROW, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "二期");
  gtk_editable_set_text (GTK_EDITABLE (name), "北区");
  g_signal_emit_by_name (name, "apply");
  settle (desk);
  row = steward_schedule_find_row (steward_session_get_schedule (desk_get_session (desk)), get_item (desk));
  g_assert_true (g_str_has_suffix (row->name, "（北区）"));

  /* Nothing has happened of it, so it may go; the first one stays. */
  g_signal_emit_by_name (case_nth (get_segments (desk), GTK_TYPE_BUTTON, 1), "clicked");
  settle (desk);
  g_assert_cmpstr (get_item (desk), ==, item);
  g_assert_cmpuint (case_count_events (desk), ==, 1);
  g_assert_cmpuint (steward_project_list_cases (desk_get_project (desk), item)->len, ==, 1);
  case_undo (desk);
  g_assert_cmpuint (steward_project_list_cases (desk_get_project (desk), item)->len, ==, 2);
}

/* A segment added to an item without a case is its first one. */
static void
test_the_first_segment_is_the_first_case (Desk          *desk,
                                          gconstpointer  data)
{
  g_autofree char *item = NULL;

  case_open_untouched (desk);
  item = g_strdup (get_item (desk));
  if (case_get_case (desk) != NULL)
    return;
  g_assert_true (steward_case_segments_add (get_segments (desk), "一期"));
  settle (desk);
  g_assert_cmpstr (get_item (desk), ==, item);
  g_assert_cmpstr (case_get_case (desk)->segment, ==, "一期");
  g_assert_true (steward_case_segments_add (get_segments (desk), "二期"));
  settle (desk);
  g_assert_cmpuint (steward_project_list_cases (desk_get_project (desk), item)->len, ==, 2);
}

/* Either of two bureaus: said until the case has chosen one. */
static void
test_one_of_several_bureaus_is_chosen (Desk          *desk,
                                       gconstpointer  data)
{
  const char *item = "dt.s1.land-use-planning-permit";
  const StewardBox *box;
  const StewardPlan *plan;
  AdwComboRow *bureau;

  desk_import_sample (desk, "datong-complex");
  box = steward_pack_find_item_box (steward_project_get_pack (desk_get_project (desk)), item);
  steward_project_set_tick (desk_get_project (desk), box->id, TRUE, "", NULL);
  if (steward_project_find_case (desk_get_project (desk), item) != NULL)
    steward_project_remove_case (desk_get_project (desk), steward_project_find_case (desk_get_project (desk), item)->id);
  settle (desk);
  steward_window_show_case (desk->window, item);
  ui_test_settle ();
  bureau = case_nth (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0), ADW_TYPE_COMBO_ROW, 2);
  case_assert_told (desk, "nobody has chosen yet");
  plan = steward_session_get_schedule (desk_get_session (desk))->plan;
  g_assert_true (steward_plan_find_item (plan, item)->bureau_open);

  adw_combo_row_set_selected (bureau, 2);
  settle (desk);
  g_assert_cmpstr (case_get_case (desk)->bureau, ==, "dt.b.approval");
  plan = steward_session_get_schedule (desk_get_session (desk))->plan;
  g_assert_false (steward_plan_find_item (plan, item)->bureau_open);
  g_assert_cmpstr (steward_plan_find_item (plan, item)->bureau, ==,
                   steward_pack_get_bureau_name (plan->pack, "dt.b.approval"));
}

#define desk_add(path, test) g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/case/segments-live-side-by-side", test_segments_live_side_by_side);
  desk_add ("/case/a-segment-is-named-and-taken-out", test_a_segment_is_named_and_taken_out);
  desk_add ("/case/the-first-segment-is-the-first-case", test_the_first_segment_is_the_first_case);
  desk_add ("/case/one-of-several-bureaus-is-chosen", test_one_of_several_bureaus_is_chosen);

  return g_test_run ();
}
