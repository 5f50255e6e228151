/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-case-edit.h"
#include "steward-case-events.h"
#include "steward-case-facts.h"
#include "ui-case.h"

static AdwEntryRow *
get_fact (Desk  *desk,
          guint  index)
{
  return case_nth (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0), ADW_TYPE_ENTRY_ROW, index);
}

static void
type_fact (Desk       *desk,
           guint       index,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_fact (desk, index)), text);
  g_signal_emit_by_name (get_fact (desk, index), "apply");
}

static void
test_fact_survives_an_event (Desk          *desk,
                             gconstpointer  data)
{
  g_autoptr (StewardCase) handled = NULL;
  StewardEvent *event;

  case_open_untouched (desk);
  case_record (desk, 'r', "-3");
  type_fact (desk, 0, "虚构-12");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  /* Nor does one that another desk typed into an event get lost. */
  handled = steward_case_edit_begin (desk_get_session (desk), steward_case_page_get_item (case_get_page (desk)));
  event = g_ptr_array_index (handled->events, 0);
  g_free (event->proof);
  event->proof = g_strdup ("虚构凭证.pdf");
  steward_case_edit_end (desk_get_session (desk), handled);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  /* The page has no time to be filled in between. */
  type_fact (desk, 1, "9");
  case_record (desk, 'a', "-2");

  g_assert_cmpuint (case_count_events (desk), ==, 2);
  g_assert_cmpstr (case_get_case (desk)->number, ==, "虚构-12");
  g_assert_cmpint (case_get_case (desk)->limit, ==, 9);
  g_assert_cmpstr (((StewardEvent *) case_get_case (desk)->events->pdata[0])->proof, ==, "虚构凭证.pdf");

  g_signal_emit_by_name (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_EVENTS, 0), "edit", 1);
  type_fact (desk, 1, "8");
  case_record (desk, 'a', "-1");
  g_assert_cmpuint (case_count_events (desk), ==, 2);
  case_assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-11");
  g_assert_cmpint (case_get_case (desk)->limit, ==, 8);
}

/* A row that somebody is in, and typed nothing into, follows the project. */
static void
test_left_row_commits_nothing (Desk          *desk,
                               gconstpointer  data)
{
  g_autoptr (StewardCase) handled = NULL;
  AdwEntryRow *number;

  case_open_untouched (desk);
  case_record (desk, 'r', "-3");
  number = get_fact (desk, 0);
  gtk_widget_grab_focus (GTK_WIDGET (number));
  g_assert_true ((gtk_widget_get_state_flags (GTK_WIDGET (number)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0);
  type_fact (desk, 0, "虚构-1");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpstr (case_get_case (desk)->number, ==, "虚构-1");
  case_undo (desk);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "");
  steward_case_facts_commit (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0));
  g_assert_cmpstr (case_get_case (desk)->number, ==, "");

  handled = steward_case_edit_begin (desk_get_session (desk), steward_case_page_get_item (case_get_page (desk)));
  g_free (handled->number);
  handled->number = g_strdup ("虚构-2");
  handled->limit = 7;
  steward_case_edit_end (desk_get_session (desk), handled);
  steward_case_facts_commit (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0));
  g_assert_cmpstr (case_get_case (desk)->number, ==, "虚构-2");
  g_assert_cmpint (case_get_case (desk)->limit, ==, 7);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "虚构-2");
}

static void
assert_limit_title (Desk       *desk,
                    const char *title)
{
  AdwEntryRow *limit = get_fact (desk, 1);

  g_assert_true (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (limit)), title));
  gtk_test_accessible_assert_property (gtk_editable_get_delegate (GTK_EDITABLE (limit)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (limit)));
}

/* The row is read out as it is titled, also when that has changed. */
static void
test_limit_is_named (Desk          *desk,
                     gconstpointer  data)
{
  case_open_untouched (desk);
  assert_limit_title (desk, "Promised working days (empty:");
  type_fact (desk, 1, "9");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_fact (desk, 1))), ==, "Promised working days");
  assert_limit_title (desk, "Promised working days");
}

static gboolean
has_label (Desk       *desk,
           const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  case_collect (GTK_WIDGET (case_get_page (desk)), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      if (strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
set_up_in_december (Desk          *desk,
                    gconstpointer  data)
{
  g_setenv ("STEWARD_TODAY", "2026-12-31", TRUE);
  desk_set_up (desk, data);
}

static void
tear_down_december (Desk          *desk,
                    gconstpointer  data)
{
  desk_tear_down (desk, data);
  g_setenv ("STEWARD_TODAY", "2026-08-12", TRUE);
}

/* The days off of 2027 are not announced in 2026. */
static void
test_provisional_days_are_marked (Desk          *desk,
                                  gconstpointer  data)
{
  case_open_untouched (desk);
  type_fact (desk, 2, "2027-03-01");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_true (has_label (desk, "2027-03-01 (provisional)"));

  case_record (desk, 'r', ".");
  case_assert_told (desk, "(provisional), to accept");
}

static void
test_extension_needs_an_approver (Desk          *desk,
                                  gconstpointer  data)
{
  StewardCaseFacts *facts;
  AdwEntryRow *days, *by, *reason;

  case_open_untouched (desk);
  case_record (desk, 'r', "-3");
  facts = case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0);
  days = case_nth (facts, ADW_TYPE_ENTRY_ROW, 5);
  by = case_nth (facts, ADW_TYPE_ENTRY_ROW, 6);
  reason = case_nth (facts, ADW_TYPE_ENTRY_ROW, 7);

  gtk_editable_set_text (GTK_EDITABLE (days), "１０个工作日");
  g_signal_emit_by_name (days, "entry-activated");
  g_assert_cmpint (case_get_case (desk)->extension, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (by), "分管负责人（虚构）");
  gtk_editable_set_text (GTK_EDITABLE (reason), "需补充论证");
  g_signal_emit_by_name (reason, "entry-activated");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpint (case_get_case (desk)->extension, ==, 10);
  g_assert_cmpstr (case_get_case (desk)->extension_by, ==, "分管负责人（虚构）");
  g_assert_cmpstr (case_get_case (desk)->extension_reason, ==, "需补充论证");
  case_undo (desk);
  g_assert_cmpint (case_get_case (desk)->extension, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "");
}

/* A number half typed for one item must not land in the next one. */
static void
test_typed_number_stays_with_its_item (Desk          *desk,
                                       gconstpointer  data)
{
  g_autofree char *item = NULL;
  AdwEntryRow *number;

  case_open_untouched (desk);
  item = g_strdup (steward_case_page_get_item (case_get_page (desk)));
  number = case_nth (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FACTS, 0), ADW_TYPE_ENTRY_ROW, 0);
  gtk_widget_grab_focus (GTK_WIDGET (number));
  gtk_editable_set_text (GTK_EDITABLE (number), "虚构-77");
  gtk_widget_activate_action (GTK_WIDGET (number), "case.step", "i", 1);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();

  g_assert_cmpstr (steward_case_page_get_item (case_get_page (desk)), !=, item);
  g_assert_cmpstr (steward_project_find_case (desk_get_project (desk), item)->number, ==, "虚构-77");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), !=, "虚构-77");
}

#define desk_add(path, test) g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/case/an-extension-needs-an-approver", test_extension_needs_an_approver);
  desk_add ("/case/a-typed-number-stays-with-its-item", test_typed_number_stays_with_its_item);
  desk_add ("/case/a-fact-typed-before-an-event-survives-it", test_fact_survives_an_event);
  desk_add ("/case/leaving-a-row-commits-nothing-untyped", test_left_row_commits_nothing);
  desk_add ("/case/the-limit-is-named-as-it-is-titled", test_limit_is_named);
  g_test_add ("/case/provisional-days-are-marked", Desk, NULL, set_up_in_december, test_provisional_days_are_marked,
              tear_down_december);

  return g_test_run ();
}
