/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-canvas-node.h"
#include "steward-case-edit.h"
#include "steward-case-events.h"
#include "steward-case-experience.h"
#include "steward-case-text.h"
#include "ui-case.h"

/* Today is Wednesday, 2026-08-12. */
static void
test_life_is_typed_and_undone (Desk          *desk,
                               gconstpointer  data)
{
  static const StewardCaseStatus statuses[] = {
    STEWARD_CASE_RECEIVED, STEWARD_CASE_ACCEPTED, STEWARD_CASE_PROCEDURE_STARTS, STEWARD_CASE_PROCEDURE_ENDS,
    STEWARD_CASE_GRANTED,
  };
  const StewardScheduleRow *row;

  case_open_untouched (desk);
  case_record (desk, 'r', "-3");
  case_record (desk, 'a', "-2");
  g_assert_true (case_press_letter (desk, 'P'));
  case_type_text (desk, PAUSE_KIND, "听证");
  case_type_text (desk, WRITTEN, "昨天");
  case_record (desk, 'p', "8-11");
  row = steward_schedule_find_row (steward_session_get_schedule (desk_get_session (desk)),
                                   steward_case_page_get_item (case_get_page (desk)));
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_PAUSED);
  /* What is open is offered to be closed. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_get_field (desk, PAUSE_KIND))), ==, "听证");
  case_record (desk, 'u', ".");
  case_type_text (desk, NOTE, "虚构批复");
  case_record (desk, 'g', ".");

  g_assert_cmpuint (case_count_events (desk), ==, 5);
  case_assert_event (desk, 0, STEWARD_CASE_RECEIVED, "2026-08-07");
  case_assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-10");
  case_assert_event (desk, 2, STEWARD_CASE_PROCEDURE_STARTS, "2026-08-11");
  case_assert_event (desk, 3, STEWARD_CASE_PROCEDURE_ENDS, "2026-08-12");
  case_assert_event (desk, 4, STEWARD_CASE_GRANTED, "2026-08-12");
  g_assert_cmpstr (((StewardEvent *) case_get_case (desk)->events->pdata[2])->kind, ==, "听证");
  g_assert_cmpint (((StewardEvent *) case_get_case (desk)->events->pdata[2])->written, ==,
                   steward_day_from_ymd (2026, 8, 11));
  g_assert_cmpstr (((StewardEvent *) case_get_case (desk)->events->pdata[4])->note, ==, "虚构批复");

  for (guint i = G_N_ELEMENTS (statuses); i > 0; i--)
    {
      g_assert_cmpuint (case_count_events (desk), ==, i);
      g_assert_cmpint (((StewardEvent *) case_get_case (desk)->events->pdata[i - 1])->status, ==, statuses[i - 1]);
      case_undo (desk);
    }
  g_assert_cmpuint (case_count_events (desk), ==, 0);
}

static void
test_impossible_is_refused (Desk          *desk,
                            gconstpointer  data)
{
  case_open_untouched (desk);
  case_record (desk, 'g', ".");
  g_assert_cmpuint (case_count_events (desk), ==, 0);
  g_assert_cmpstr (steward_case_entry_get_message (case_get_entry (desk)), !=, "");
  /* Not even when one insists. */
  g_assert_false (steward_case_entry_record (case_get_entry (desk), TRUE));
  g_assert_cmpuint (case_count_events (desk), ==, 0);
  /* What was typed stays, to be put right. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_get_field (desk, DAY))), ==, ".");

  case_record (desk, 'r', "8-32");
  g_assert_cmpuint (case_count_events (desk), ==, 0);
  case_record (desk, 'r', "");
  g_assert_cmpuint (case_count_events (desk), ==, 0);
  g_assert_cmpstr (steward_case_entry_get_message (case_get_entry (desk)), !=, "");
}

static void
test_unlikely_is_asked (Desk          *desk,
                        gconstpointer  data)
{
  case_open_untouched (desk);
  case_record (desk, 'r', "8-3");
  /* Nobody works on a Sunday. */
  case_record (desk, 'a', "8-9");
  g_assert_cmpuint (case_count_events (desk), ==, 1);
  g_assert_cmpstr (steward_case_entry_get_message (case_get_entry (desk)), !=, "");
  g_assert_true (steward_case_entry_record (case_get_entry (desk), TRUE));
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  case_assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-09");
}

/* Silence makes the case accepted from its receipt: first counted down, then
 * said. */
static void
test_silence_is_told (Desk          *desk,
                      gconstpointer  data)
{
  const StewardScheduleRow *row;

  case_open_untouched (desk);
  case_record (desk, 'r', "-2");
  case_assert_told (desk, "3 working days left, until 2026-08-17 Mon");
  case_undo (desk);
  case_record (desk, 'r', "-6");
  case_assert_told (desk, "counts as accepted from 2026-08-04 Tue");
  row = steward_schedule_find_row (steward_session_get_schedule (desk_get_session (desk)),
                                   steward_case_page_get_item (case_get_page (desk)));
  g_assert_cmpint (row->accepted, ==, steward_day_from_ymd (2026, 8, 4));
}

static gboolean
has_outlook (gpointer desk)
{
  return *steward_case_entry_get_outlook (case_get_entry (desk)) != '\0';
}

/* Before an event is recorded, one reads what the checks will say of it. */
static void
test_findings_are_foreseen (Desk          *desk,
                            gconstpointer  data)
{
  case_open_untouched (desk);
  case_record (desk, 'r', "-9");
  case_record (desk, 'a', "-9");
  g_assert_true (case_press_letter (desk, 'p'));
  case_type_text (desk, PAUSE_KIND, "听证");
  case_type_text (desk, DAY, "-8");
  ui_test_wait (has_outlook, desk);
  g_assert_nonnull (strstr (steward_case_entry_get_outlook (case_get_entry (desk)), "written notice"));
  case_type_text (desk, WRITTEN, "-8");
  g_assert_false (has_outlook (desk));
  g_assert_cmpuint (case_count_events (desk), ==, 2);
}

static gboolean
has_experience (gpointer data)
{
  StewardCaseExperience *experience = case_nth (case_get_page (data), STEWARD_TYPE_CASE_EXPERIENCE, 0);

  return strstr (steward_case_experience_get_text (experience), "took 3 working days") != NULL;
}

/* Who opens the item again reads what its decided case took. */
static void
test_experience_is_told (Desk          *desk,
                         gconstpointer  data)
{
  StewardCaseExperience *experience;
  const StewardSchedule *schedule;
  g_autofree char *item = NULL;

  case_open_untouched (desk);
  item = g_strdup (steward_case_page_get_item (case_get_page (desk)));
  g_assert_cmpstr (steward_case_experience_get_text (case_nth (case_get_page (desk), STEWARD_TYPE_CASE_EXPERIENCE, 0)), ==, "");
  case_record (desk, 'r', "-5");
  case_record (desk, 'a', "-5");
  case_record (desk, 'g', "-2");
  steward_window_show_page (desk->window, "plan");
  steward_window_show_case (desk->window, item);
  ui_test_wait (has_experience, desk);

  /* They stay while the same item is asked about again, and no longer. */
  schedule = steward_session_get_schedule (desk_get_session (desk));
  experience = case_nth (case_get_page (desk), STEWARD_TYPE_CASE_EXPERIENCE, 0);
  steward_case_experience_show (experience, desk_get_session (desk), steward_schedule_find_row (schedule, item));
  g_assert_true (has_experience (desk));
  steward_case_experience_show (experience, desk_get_session (desk), desk_find_untouched (desk));
  g_assert_cmpstr (steward_case_experience_get_text (experience), ==, "");
}

/* What comes from another desk does not wipe out what is being typed here. */
static void
test_typing_survives_another_desk (Desk          *desk,
                                   gconstpointer  data)
{
  g_autoptr (StewardCase) handled = NULL;

  case_open_untouched (desk);
  case_type_text (desk, DAY, "-1");
  case_type_text (desk, NOTE, "正在输入");
  handled = steward_case_edit_begin (desk_get_session (desk), steward_case_page_get_item (case_get_page (desk)));
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, steward_day_from_ymd (2026, 8, 7), "", "", "");
  steward_case_edit_end (desk_get_session (desk), handled);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_get_field (desk, DAY))), ==, "-1");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_get_field (desk, NOTE))), ==, "正在输入");
  case_record (desk, 'a', "-1");
  g_assert_cmpuint (case_count_events (desk), ==, 2);
  case_assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-11");
}

static void
test_event_is_changed_and_taken_out (Desk          *desk,
                                     gconstpointer  data)
{
  StewardCaseEvents *events;

  case_open_untouched (desk);
  case_record (desk, 'r', "-3");
  case_record (desk, 'a', "-2");
  events = case_nth (case_get_page (desk), STEWARD_TYPE_CASE_EVENTS, 0);

  g_signal_emit_by_name (events, "edit", 1);
  g_assert_true (steward_case_entry_is_editing (case_get_entry (desk)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_get_field (desk, DAY))), ==, "2026-08-10");
  case_record (desk, 'a', "-1");
  g_assert_false (steward_case_entry_is_editing (case_get_entry (desk)));
  g_assert_cmpuint (case_count_events (desk), ==, 2);
  case_assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-11");
  case_undo (desk);
  case_assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-10");

  /* Leaving a change leaves the event as it is. */
  g_signal_emit_by_name (events, "edit", 0);
  gtk_widget_activate_action (GTK_WIDGET (events), "case.back", NULL);
  g_assert_false (steward_case_entry_is_editing (case_get_entry (desk)));
  g_assert_cmpuint (case_count_events (desk), ==, 2);

  g_signal_emit_by_name (events, "remove", 1);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpuint (case_count_events (desk), ==, 1);
  case_undo (desk);
  g_assert_cmpuint (case_count_events (desk), ==, 2);
}

static const char *
get_visible_page (Desk *desk)
{
  return adw_view_stack_get_visible_child_name (desk->window->pages);
}

static void
test_ways_lead_there_and_back (Desk          *desk,
                               gconstpointer  data)
{
  g_autofree char *project = NULL;
  g_autofree char *item = NULL;
  StewardCanvas *canvas;
  GtkWidget *list;

  desk_import_sample (desk, "datong-complex");
  steward_window_show_page (desk->window, "plan");
  ui_test_settle ();
  list = ui_test_find (GTK_WIDGET (steward_window_get_page (desk->window, "plan")), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "case");
  g_assert_nonnull (steward_case_page_get_item (case_get_page (desk)));
  gtk_widget_activate_action (GTK_WIDGET (case_get_entry (desk)), "case.back", NULL);
  g_assert_cmpstr (get_visible_page (desk), ==, "plan");

  /* Enter or a double click on a box of the flowchart does the same. */
  item = g_strdup (desk_find_untouched (desk)->id);
  steward_window_show_page (desk->window, "flowchart");
  ui_test_settle ();
  canvas = STEWARD_CANVAS (ui_test_find (GTK_WIDGET (steward_window_get_page (desk->window, "flowchart")),
                                         STEWARD_TYPE_CANVAS));
  steward_canvas_set_selected (canvas, item);
  g_signal_emit_by_name (canvas, "selected", item);
  steward_canvas_activate (canvas);
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "case");
  g_assert_cmpstr (steward_case_page_get_item (case_get_page (desk)), ==, item);
  gtk_widget_activate_action (GTK_WIDGET (case_get_entry (desk)), "case.back", NULL);
  g_assert_cmpstr (get_visible_page (desk), ==, "flowchart");

  /* From Today one goes into the case, and back to Today. */
  project = g_strdup (steward_project_get_id (desk_get_project (desk)));
  steward_window_show_today (desk->window);
  steward_window_show_project (desk->window, project, item);
  ui_test_wait (desk_has_session, desk);
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "case");
  g_assert_cmpstr (steward_case_page_get_item (case_get_page (desk)), ==, item);
  gtk_widget_activate_action (GTK_WIDGET (case_get_entry (desk)), "case.back", NULL);
  ui_test_settle ();
  g_assert_cmpstr (desk_get_state (desk), ==, "today");

  /* A case belongs to its project: the next project begins with its plan. */
  steward_window_show_project (desk->window, project, NULL);
  ui_test_wait (desk_has_session, desk);
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "plan");
}

/* The buttons of the page once stood there grey: they named actions of its
 * class, which GTK lost. */
static void
test_buttons_work (Desk          *desk,
                   gconstpointer  data)
{
  static const char * const icons[] = { "go-up-symbolic", "go-down-symbolic", "go-previous-symbolic" };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  g_autofree char *item = NULL;

  case_open_untouched (desk);
  item = g_strdup (steward_case_page_get_item (case_get_page (desk)));
  case_collect (GTK_WIDGET (case_get_page (desk)), GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    for (guint k = 0; k < buttons->len; k++)
      {
        if (g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[k]), icons[i]) != 0)
          continue;
        g_assert_true (gtk_widget_is_sensitive (buttons->pdata[k]));
        g_signal_emit_by_name (buttons->pdata[k], "clicked");
        if (i == 0)
          g_assert_cmpstr (steward_case_page_get_item (case_get_page (desk)), !=, item);
        if (i == 1)
          g_assert_cmpstr (steward_case_page_get_item (case_get_page (desk)), ==, item);
      }
  g_assert_cmpstr (get_visible_page (desk), ==, "plan");
}

static void
test_days_are_said (Desk          *desk,
                    gconstpointer  data)
{
  StewardCaseStrip *strip;
  GtkWidget *node;

  case_open_untouched (desk);
  case_record (desk, 'r', "-3");
  case_record (desk, 'a', "-2");
  gtk_widget_activate_action (GTK_WIDGET (case_get_entry (desk)), "case.explain", NULL);
  ui_test_settle ();
  strip = steward_case_page_get_strip (case_get_page (desk));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (strip)));
  g_assert_cmpint (steward_case_strip_get_day (strip), ==, steward_day_from_ymd (2026, 8, 12));

  steward_case_strip_set_day (strip, steward_day_from_ymd (2026, 8, 11));
  node = case_nth (strip, STEWARD_TYPE_CANVAS_NODE, 0);
  if (!gtk_widget_get_focusable (node))
    node = case_nth (strip, STEWARD_TYPE_CANVAS_NODE, 1);
  g_assert_true (gtk_widget_get_focusable (node));
  gtk_test_accessible_assert_property (node, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2026-08-11 Tue · counted, day 1 · working day");
  steward_case_strip_set_day (strip, steward_day_from_ymd (2030, 1, 1));
  g_assert_cmpint (steward_case_strip_get_day (strip), ==, steward_day_from_ymd (2026, 8, 11));
}

static void
test_letters (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (StewardCaseStatus status = STEWARD_CASE_RECEIVED; status <= STEWARD_CASE_REVOKED; status++)
    {
      char letter = steward_case_status_letter (status);
      StewardCaseStatus found;

      g_assert_true (g_ascii_islower (letter));
      g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (letter)));
      g_assert_true (steward_case_status_from_letter (g_ascii_toupper (letter), &found));
      g_assert_cmpint (found, ==, status);
      g_assert_cmpstr (steward_case_status_name (status), !=, "");
    }
}

#define desk_add(path, test) g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/case/findings-are-foreseen", test_findings_are_foreseen);
  desk_add ("/case/a-life-is-typed-and-undone-step-by-step", test_life_is_typed_and_undone);
  desk_add ("/case/the-impossible-is-refused", test_impossible_is_refused);
  desk_add ("/case/the-unlikely-is-asked", test_unlikely_is_asked);
  desk_add ("/case/silence-is-told", test_silence_is_told);
  desk_add ("/case/experience-is-told", test_experience_is_told);
  desk_add ("/case/typing-survives-another-desk", test_typing_survives_another_desk);
  desk_add ("/case/an-event-is-changed-and-taken-out", test_event_is_changed_and_taken_out);
  desk_add ("/case/ways-lead-there-and-back", test_ways_lead_there_and_back);
  desk_add ("/case/buttons-work", test_buttons_work);
  desk_add ("/case/days-are-said", test_days_are_said);
  g_test_add_func ("/case/every-event-has-its-letter", test_letters);

  return g_test_run ();
}
