/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-canvas-node.h"
#include "steward-case-edit.h"
#include "steward-case-events.h"
#include "steward-case-experience.h"
#include "steward-case-facts.h"
#include "steward-case-page.h"
#include "steward-case-text.h"
#include "ui-desk.h"
#include "ui-test.h"

/* The fields of the entry in the order in which they stand in it. */
enum { DAY, PAUSE_KIND, WRITTEN, ACTOR, NOTE };

static StewardCasePage *
get_page (Desk *desk)
{
  return STEWARD_CASE_PAGE (steward_window_get_page (desk->window, "case"));
}

static StewardCaseEntry *
get_entry (Desk *desk)
{
  return steward_case_page_get_entry (get_page (desk));
}

/* The widgets of @type inside @widget, in order. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gpointer
nth (gpointer widget,
     GType    type,
     guint    index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);
  g_assert_cmpuint (index, <, found->len);

  return g_ptr_array_index (found, index);
}

static GtkEntry *
get_field (Desk  *desk,
           guint  field)
{
  return nth (get_entry (desk), GTK_TYPE_ENTRY, field);
}

static void
type_text (Desk       *desk,
           guint       field,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_field (desk, field)), text);
}

/* As a key pressed while the kind of event has the focus. */
static gboolean
press_letter (Desk *desk,
              char  letter)
{
  GtkWidget *kind = nth (get_entry (desk), GTK_TYPE_DROP_DOWN, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (kind);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (controller)) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", (guint) letter, 0, 0, &taken);
    }

  return taken;
}

/* Letter, day, Enter. */
static void
record (Desk       *desk,
        char        letter,
        const char *day)
{
  g_assert_true (press_letter (desk, letter));
  type_text (desk, DAY, day);
  g_signal_emit_by_name (get_field (desk, DAY), "activate");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

static const StewardCase *
get_case (Desk *desk)
{
  return steward_project_find_case (desk_get_project (desk), steward_case_page_get_item (get_page (desk)));
}

static guint
count_events (Desk *desk)
{
  return get_case (desk) != NULL ? get_case (desk)->events->len : 0;
}

static void
assert_event (Desk              *desk,
              guint              index,
              StewardCaseStatus  status,
              const char        *day)
{
  const StewardEvent *event;
  g_autofree char *date = NULL;

  g_assert_cmpuint (index, <, count_events (desk));
  event = g_ptr_array_index (get_case (desk)->events, index);
  date = steward_day_format (event->day);
  g_assert_cmpint (event->status, ==, status);
  g_assert_cmpstr (date, ==, day);
}

static void
open_untouched (Desk *desk)
{
  desk_import_sample (desk, "datong-complex");
  steward_window_show_page (desk->window, "plan");
  steward_window_show_case (desk->window, desk_find_untouched (desk)->id);
  ui_test_settle ();
  g_assert_cmpuint (count_events (desk), ==, 0);
}

typedef struct
{
  StewardSession *session;
  guint           generation;
} Before;

static gboolean
has_changed (gpointer data)
{
  const Before *before = data;

  return steward_session_get_generation (before->session) != before->generation;
}

/* What is undone comes back through the store. */
static void
undo (Desk *desk)
{
  Before before = { desk_get_session (desk), steward_session_get_generation (desk_get_session (desk)) };

  desk_activate (desk, "win.undo");
  ui_test_wait (has_changed, &before);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

/* One of the messages of the page says so. */
static void
assert_told (Desk       *desk,
             const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  collect (GTK_WIDGET (get_page (desk)), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      if (gtk_widget_has_css_class (labels->pdata[i], "case-message")
          && strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
        return;
    }

  g_test_message ("nothing says “%s”", text);
  g_test_fail ();
}

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

  open_untouched (desk);
  record (desk, 'r', "-3");
  record (desk, 'a', "-2");
  g_assert_true (press_letter (desk, 'P'));
  type_text (desk, PAUSE_KIND, "听证");
  type_text (desk, WRITTEN, "昨天");
  record (desk, 'p', "8-11");
  row = steward_schedule_find_row (steward_session_get_schedule (desk_get_session (desk)),
                                   steward_case_page_get_item (get_page (desk)));
  g_assert_cmpint (row->answer.light, ==, STEWARD_LIGHT_PAUSED);
  /* What is open is offered to be closed. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (desk, PAUSE_KIND))), ==, "听证");
  record (desk, 'u', ".");
  type_text (desk, NOTE, "虚构批复");
  record (desk, 'g', ".");

  g_assert_cmpuint (count_events (desk), ==, 5);
  assert_event (desk, 0, STEWARD_CASE_RECEIVED, "2026-08-07");
  assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-10");
  assert_event (desk, 2, STEWARD_CASE_PROCEDURE_STARTS, "2026-08-11");
  assert_event (desk, 3, STEWARD_CASE_PROCEDURE_ENDS, "2026-08-12");
  assert_event (desk, 4, STEWARD_CASE_GRANTED, "2026-08-12");
  g_assert_cmpstr (((StewardEvent *) get_case (desk)->events->pdata[2])->kind, ==, "听证");
  g_assert_cmpint (((StewardEvent *) get_case (desk)->events->pdata[2])->written, ==,
                   steward_day_from_ymd (2026, 8, 11));
  g_assert_cmpstr (((StewardEvent *) get_case (desk)->events->pdata[4])->note, ==, "虚构批复");

  for (guint i = G_N_ELEMENTS (statuses); i > 0; i--)
    {
      g_assert_cmpuint (count_events (desk), ==, i);
      g_assert_cmpint (((StewardEvent *) get_case (desk)->events->pdata[i - 1])->status, ==, statuses[i - 1]);
      undo (desk);
    }
  g_assert_cmpuint (count_events (desk), ==, 0);
}

static void
test_impossible_is_refused (Desk          *desk,
                            gconstpointer  data)
{
  open_untouched (desk);
  record (desk, 'g', ".");
  g_assert_cmpuint (count_events (desk), ==, 0);
  g_assert_cmpstr (steward_case_entry_get_message (get_entry (desk)), !=, "");
  /* Not even when one insists. */
  g_assert_false (steward_case_entry_record (get_entry (desk), TRUE));
  g_assert_cmpuint (count_events (desk), ==, 0);
  /* What was typed stays, to be put right. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (desk, DAY))), ==, ".");

  record (desk, 'r', "8-32");
  g_assert_cmpuint (count_events (desk), ==, 0);
  record (desk, 'r', "");
  g_assert_cmpuint (count_events (desk), ==, 0);
  g_assert_cmpstr (steward_case_entry_get_message (get_entry (desk)), !=, "");
}

static void
test_unlikely_is_asked (Desk          *desk,
                        gconstpointer  data)
{
  open_untouched (desk);
  record (desk, 'r', "8-3");
  /* Nobody works on a Sunday. */
  record (desk, 'a', "8-9");
  g_assert_cmpuint (count_events (desk), ==, 1);
  g_assert_cmpstr (steward_case_entry_get_message (get_entry (desk)), !=, "");
  g_assert_true (steward_case_entry_record (get_entry (desk), TRUE));
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-09");
}

/* Silence makes the case accepted from its receipt: first counted down, then
 * said. */
static void
test_silence_is_told (Desk          *desk,
                      gconstpointer  data)
{
  const StewardScheduleRow *row;

  open_untouched (desk);
  record (desk, 'r', "-2");
  assert_told (desk, "3 working days left, until 2026-08-17 Mon");
  undo (desk);
  record (desk, 'r', "-6");
  assert_told (desk, "counts as accepted from 2026-08-04 Tue");
  row = steward_schedule_find_row (steward_session_get_schedule (desk_get_session (desk)),
                                   steward_case_page_get_item (get_page (desk)));
  g_assert_cmpint (row->accepted, ==, steward_day_from_ymd (2026, 8, 4));
}

static gboolean
has_experience (gpointer data)
{
  StewardCaseExperience *experience = nth (get_page (data), STEWARD_TYPE_CASE_EXPERIENCE, 0);

  return strstr (steward_case_experience_get_text (experience), "took 3 working days") != NULL;
}

/* Who opens the item again reads what its decided case took. */
static void
test_experience_is_told (Desk          *desk,
                         gconstpointer  data)
{
  g_autofree char *item = NULL;

  open_untouched (desk);
  item = g_strdup (steward_case_page_get_item (get_page (desk)));
  g_assert_cmpstr (steward_case_experience_get_text (nth (get_page (desk), STEWARD_TYPE_CASE_EXPERIENCE, 0)), ==, "");
  record (desk, 'r', "-5");
  record (desk, 'a', "-5");
  record (desk, 'g', "-2");
  steward_window_show_page (desk->window, "plan");
  steward_window_show_case (desk->window, item);
  ui_test_wait (has_experience, desk);
}

/* What comes from another desk does not wipe out what is being typed here. */
static void
test_typing_survives_another_desk (Desk          *desk,
                                   gconstpointer  data)
{
  g_autoptr (StewardCase) handled = NULL;

  open_untouched (desk);
  type_text (desk, DAY, "-1");
  type_text (desk, NOTE, "正在输入");
  handled = steward_case_edit_begin (desk_get_session (desk), steward_case_page_get_item (get_page (desk)));
  steward_case_add_event (handled, STEWARD_CASE_RECEIVED, steward_day_from_ymd (2026, 8, 7), "", "", "");
  steward_case_edit_end (desk_get_session (desk), handled);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (desk, DAY))), ==, "-1");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (desk, NOTE))), ==, "正在输入");
  record (desk, 'a', "-1");
  g_assert_cmpuint (count_events (desk), ==, 2);
  assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-11");
}

static void
test_event_is_changed_and_taken_out (Desk          *desk,
                                     gconstpointer  data)
{
  StewardCaseEvents *events;

  open_untouched (desk);
  record (desk, 'r', "-3");
  record (desk, 'a', "-2");
  events = nth (get_page (desk), STEWARD_TYPE_CASE_EVENTS, 0);

  g_signal_emit_by_name (events, "edit", 1);
  g_assert_true (steward_case_entry_is_editing (get_entry (desk)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (desk, DAY))), ==, "2026-08-10");
  record (desk, 'a', "-1");
  g_assert_false (steward_case_entry_is_editing (get_entry (desk)));
  g_assert_cmpuint (count_events (desk), ==, 2);
  assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-11");
  undo (desk);
  assert_event (desk, 1, STEWARD_CASE_ACCEPTED, "2026-08-10");

  /* Leaving a change leaves the event as it is. */
  g_signal_emit_by_name (events, "edit", 0);
  gtk_widget_activate_action (GTK_WIDGET (events), "case.back", NULL);
  g_assert_false (steward_case_entry_is_editing (get_entry (desk)));
  g_assert_cmpuint (count_events (desk), ==, 2);

  g_signal_emit_by_name (events, "remove", 1);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpuint (count_events (desk), ==, 1);
  undo (desk);
  g_assert_cmpuint (count_events (desk), ==, 2);
}

static void
test_extension_needs_an_approver (Desk          *desk,
                                  gconstpointer  data)
{
  StewardCaseFacts *facts;
  AdwEntryRow *days, *by, *reason;

  open_untouched (desk);
  record (desk, 'r', "-3");
  facts = nth (get_page (desk), STEWARD_TYPE_CASE_FACTS, 0);
  days = nth (facts, ADW_TYPE_ENTRY_ROW, 3);
  by = nth (facts, ADW_TYPE_ENTRY_ROW, 4);
  reason = nth (facts, ADW_TYPE_ENTRY_ROW, 5);

  gtk_editable_set_text (GTK_EDITABLE (days), "１０个工作日");
  g_signal_emit_by_name (days, "entry-activated");
  g_assert_cmpint (get_case (desk)->extension, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (by), "分管负责人（虚构）");
  gtk_editable_set_text (GTK_EDITABLE (reason), "需补充论证");
  g_signal_emit_by_name (reason, "entry-activated");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpint (get_case (desk)->extension, ==, 10);
  g_assert_cmpstr (get_case (desk)->extension_by, ==, "分管负责人（虚构）");
  g_assert_cmpstr (get_case (desk)->extension_reason, ==, "需补充论证");
  undo (desk);
  g_assert_cmpint (get_case (desk)->extension, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (days)), ==, "");
}

/* A number half typed for one item must not land in the next one. */
static void
test_typed_number_stays_with_its_item (Desk          *desk,
                                       gconstpointer  data)
{
  g_autofree char *item = NULL;
  AdwEntryRow *number;

  open_untouched (desk);
  item = g_strdup (steward_case_page_get_item (get_page (desk)));
  number = nth (nth (get_page (desk), STEWARD_TYPE_CASE_FACTS, 0), ADW_TYPE_ENTRY_ROW, 0);
  gtk_widget_grab_focus (GTK_WIDGET (number));
  gtk_editable_set_text (GTK_EDITABLE (number), "虚构-77");
  gtk_widget_activate_action (GTK_WIDGET (number), "case.step", "i", 1);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();

  g_assert_cmpstr (steward_case_page_get_item (get_page (desk)), !=, item);
  g_assert_cmpstr (steward_project_find_case (desk_get_project (desk), item)->number, ==, "虚构-77");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), !=, "虚构-77");
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
  g_assert_nonnull (steward_case_page_get_item (get_page (desk)));
  gtk_widget_activate_action (GTK_WIDGET (get_entry (desk)), "case.back", NULL);
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
  g_assert_cmpstr (steward_case_page_get_item (get_page (desk)), ==, item);
  gtk_widget_activate_action (GTK_WIDGET (get_entry (desk)), "case.back", NULL);
  g_assert_cmpstr (get_visible_page (desk), ==, "flowchart");

  /* From Today one goes into the case, and back to Today. */
  project = g_strdup (steward_project_get_id (desk_get_project (desk)));
  steward_window_show_today (desk->window);
  steward_window_show_project (desk->window, project, item);
  ui_test_wait (desk_has_session, desk);
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "case");
  g_assert_cmpstr (steward_case_page_get_item (get_page (desk)), ==, item);
  gtk_widget_activate_action (GTK_WIDGET (get_entry (desk)), "case.back", NULL);
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

  open_untouched (desk);
  item = g_strdup (steward_case_page_get_item (get_page (desk)));
  collect (GTK_WIDGET (get_page (desk)), GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    for (guint k = 0; k < buttons->len; k++)
      {
        if (g_strcmp0 (gtk_button_get_icon_name (buttons->pdata[k]), icons[i]) != 0)
          continue;
        g_assert_true (gtk_widget_is_sensitive (buttons->pdata[k]));
        g_signal_emit_by_name (buttons->pdata[k], "clicked");
        if (i == 0)
          g_assert_cmpstr (steward_case_page_get_item (get_page (desk)), !=, item);
        if (i == 1)
          g_assert_cmpstr (steward_case_page_get_item (get_page (desk)), ==, item);
      }
  g_assert_cmpstr (get_visible_page (desk), ==, "plan");
}

static void
test_days_are_said (Desk          *desk,
                    gconstpointer  data)
{
  StewardCaseStrip *strip;
  GtkWidget *node;

  open_untouched (desk);
  record (desk, 'r', "-3");
  record (desk, 'a', "-2");
  gtk_widget_activate_action (GTK_WIDGET (get_entry (desk)), "case.explain", NULL);
  ui_test_settle ();
  strip = steward_case_page_get_strip (get_page (desk));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (strip)));
  g_assert_cmpint (steward_case_strip_get_day (strip), ==, steward_day_from_ymd (2026, 8, 12));

  steward_case_strip_set_day (strip, steward_day_from_ymd (2026, 8, 11));
  node = nth (strip, STEWARD_TYPE_CANVAS_NODE, 0);
  if (!gtk_widget_get_focusable (node))
    node = nth (strip, STEWARD_TYPE_CANVAS_NODE, 1);
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

  desk_add ("/case/a-life-is-typed-and-undone-step-by-step", test_life_is_typed_and_undone);
  desk_add ("/case/the-impossible-is-refused", test_impossible_is_refused);
  desk_add ("/case/the-unlikely-is-asked", test_unlikely_is_asked);
  desk_add ("/case/silence-is-told", test_silence_is_told);
  desk_add ("/case/experience-is-told", test_experience_is_told);
  desk_add ("/case/typing-survives-another-desk", test_typing_survives_another_desk);
  desk_add ("/case/an-event-is-changed-and-taken-out", test_event_is_changed_and_taken_out);
  desk_add ("/case/an-extension-needs-an-approver", test_extension_needs_an_approver);
  desk_add ("/case/a-typed-number-stays-with-its-item", test_typed_number_stays_with_its_item);
  desk_add ("/case/ways-lead-there-and-back", test_ways_lead_there_and_back);
  desk_add ("/case/buttons-work", test_buttons_work);
  desk_add ("/case/days-are-said", test_days_are_said);
  g_test_add_func ("/case/every-event-has-its-letter", test_letters);

  return g_test_run ();
}
