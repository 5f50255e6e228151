/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the plan: papers handed in, texts, order. */
#include "steward-adjustments.h"
#include "steward-day-ask.h"
#include "steward-error.h"
#include "steward-papers.h"
#include "steward-plan-item-row.h"
#include "steward-plan-missing.h"
#include "steward-plan-row.h"
#include "steward-plan-text.h"
#include "steward-receipt.h"
#include "ui-plan.h"

#define SAMPLE "jincheng-factory"

static void
test_a_paper_is_handed_in_by_one_key (Desk          *desk,
                                      gconstpointer  data)
{
  StewardSession *session;
  GtkWidget *row, *missing;
  g_autofree char *first = NULL;
  g_autofree char *next = NULL;

  desk_import_sample (desk, SAMPLE);
  session = desk_get_session (desk);
  plan_show_view (desk, "missing");
  missing = plan_find (desk, STEWARD_TYPE_PLAN_MISSING);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_test_find (missing, GTK_TYPE_LIST_BOX)), 1));
  next = g_strdup (steward_plan_row_get_key (row));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_test_find (missing, GTK_TYPE_LIST_BOX)), 0));
  first = g_strdup (steward_plan_row_get_key (row));
  gtk_widget_grab_focus (row);
  g_assert_true (steward_receipt_handle_key (session, first, GDK_KEY_period));
  ui_test_settle ();
  g_assert_cmpuint (ui_test_count (missing, GTK_TYPE_LIST_BOX_ROW), ==, 25);
  g_assert_cmpint (steward_project_get_receipt (desk_get_project (desk), first)->day, ==, steward_day_today ());
  /* The next one takes its place under the keyboard. */
  g_assert_true (gtk_widget_has_focus (plan_get_row (desk, next)));

  plan_undo (desk);
  g_assert_null (steward_project_get_receipt (desk_get_project (desk), first));
  g_assert_cmpuint (ui_test_count (missing, GTK_TYPE_LIST_BOX_ROW), ==, 26);
  g_assert_false (steward_receipt_handle_key (session, first, GDK_KEY_a));
}

static void
test_the_day_is_typed_as_in_a_case (Desk          *desk,
                                    gconstpointer  data)
{
  const struct { const char *typed; int year, month, day; } good[] = {
    { "", 2026, 8, 12 }, { ".", 2026, 8, 12 }, { "8-10", 2026, 8, 10 }, { "-1", 2026, 8, 11 },
  };
  StewardCalendar *calendar;
  StewardDay day;

  desk_import_sample (desk, SAMPLE);
  calendar = steward_session_get_calendar (desk_get_session (desk));
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (steward_day_ask_read (good[i].typed, calendar, &day, NULL));
      g_assert_cmpint (day, ==, steward_day_from_ymd (good[i].year, good[i].month, good[i].day));
    }
  for (const char **typed = (const char *[]) { "+3", "8-13", "gestern", NULL }; *typed != NULL; typed++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (steward_day_ask_read (*typed, calendar, &day, &error));
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
}

static void
test_a_text_is_worded_in_place (Desk          *desk,
                                gconstpointer  data)
{
  StewardProject *project;
  GtkWidget *row, *view;

  desk_import_sample (desk, SAMPLE);
  project = desk_get_project (desk);
  plan_show_view (desk, "stages");
  row = plan_get_row (desk, "text fees jc.s1");
  steward_plan_text_edit (STEWARD_PLAN_TEXT (row));
  view = ui_test_find (row, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "虚构收费说明", -1);
  /* What comes from elsewhere waits until the typing ends. */
  desk_set_note (desk, "虚构备注");
  ui_test_settle ();
  g_assert_true (plan_get_row (desk, "text fees jc.s1") == row);
  steward_plan_text_finish (STEWARD_PLAN_TEXT (row), FALSE);
  ui_test_settle ();
  g_assert_cmpstr (steward_project_get_edit (project, "jc.s1", STEWARD_EDIT_FEES)->text, ==, "虚构收费说明");
  g_assert_true (plan_get_row (desk, "text fees jc.s1") != row);

  /* Given up: nothing is changed. */
  row = plan_get_row (desk, "text fees jc.s1");
  steward_plan_text_edit (STEWARD_PLAN_TEXT (row));
  view = ui_test_find (row, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "别的", -1);
  steward_plan_text_finish (STEWARD_PLAN_TEXT (row), TRUE);
  g_assert_cmpstr (steward_project_get_edit (project, "jc.s1", STEWARD_EDIT_FEES)->text, ==, "虚构收费说明");

  g_signal_emit_by_name (row, "reset");
  ui_test_settle ();
  g_assert_null (steward_project_get_edit (project, "jc.s1", STEWARD_EDIT_FEES));
  plan_undo (desk);
  g_assert_cmpstr (steward_project_get_edit (project, "jc.s1", STEWARD_EDIT_FEES)->text, ==, "虚构收费说明");
  plan_undo (desk);
  g_assert_null (steward_project_get_edit (project, "jc.s1", STEWARD_EDIT_FEES));
}

static void
test_an_item_moves_in_its_stage (Desk          *desk,
                                 gconstpointer  data)
{
  StewardSession *session;
  g_autoptr (GError) error = NULL;
  const char * const *order;

  desk_import_sample (desk, SAMPLE);
  session = desk_get_session (desk);
  plan_show_view (desk, "stages");
  g_assert_true (steward_plan_item_move (session, "jc.s2.item.eia", 0, &error));
  g_assert_no_error (error);
  order = steward_project_get_order (desk_get_project (desk), "jc.s2");
  g_assert_cmpstr (order[0], ==, "jc.s2.item.eia");
  g_assert_false (steward_plan_item_move (session, "jc.s2.item.construction-planning-permit", 0, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  plan_undo (desk);
  g_assert_null (steward_project_get_order (desk_get_project (desk), "jc.s2"));
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

static void
test_a_drop_and_keys_move_the_same (Desk          *desk,
                                    gconstpointer  data)
{
  const char *item = "jc.s2.item.eia";
  g_autofree char *before = NULL, *dropped = NULL, *typed = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean done = FALSE;
  GtkWidget *row, *above;

  desk_import_sample (desk, SAMPLE);
  plan_show_view (desk, "stages");
  before = desk_save (desk);
  row = plan_get_row (desk, "item jc.s2.item.eia");
  above = gtk_widget_get_prev_sibling (row);
  g_assert_nonnull (above);
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, item);
  g_signal_emit_by_name (find_controller (above, GTK_TYPE_DROP_TARGET), "drop", &value, 1.0, 1.0, &done);
  g_assert_true (done);
  ui_test_settle ();
  ui_test_wait (desk_is_settled, desk);
  dropped = desk_save (desk);
  g_assert_cmpstr (dropped, !=, before);
  plan_undo (desk);

  g_signal_emit_by_name (find_controller (plan_get_row (desk, "item jc.s2.item.eia"), GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         GDK_KEY_Up, 0, GDK_ALT_MASK, &done);
  g_assert_true (done);
  ui_test_settle ();
  ui_test_wait (desk_is_settled, desk);
  typed = desk_save (desk);
  g_assert_cmpstr (typed, ==, dropped);
}

int
main (int   argc,
      char *argv[])
{
  const struct { const char *path; void (*run) (Desk *desk, gconstpointer data); } tests[] = {
    { "/plan-edit/a-paper-is-handed-in-by-one-key", test_a_paper_is_handed_in_by_one_key },
    { "/plan-edit/the-day-is-typed-as-in-a-case", test_the_day_is_typed_as_in_a_case },
    { "/plan-edit/a-text-is-worded-in-place", test_a_text_is_worded_in_place },
    { "/plan-edit/an-item-moves-in-its-stage", test_an_item_moves_in_its_stage },
    { "/plan-edit/a-drop-and-keys-move-the-same", test_a_drop_and_keys_move_the_same },
  };

  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, desk_set_up, tests[i].run, desk_tear_down);

  return g_test_run ();
}
