/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that are taken out of the plan and added to it in the flowchart. */
#include <string.h>

#include "steward-decisions.h"
#include "steward-edition.h"
#include "steward-item-choice.h"
#include "steward-item-picker.h"
#include "ui-flowchart.h"

static const StewardPlanItem *
find_item (Chart      *chart,
           const char *id)
{
  return steward_plan_find_item (steward_session_get_schedule (desk_get_session (&chart->desk))->plan, id);
}

static void
press_on (Chart      *chart,
          const char *id,
          guint       key)
{
  g_assert_true (steward_flowchart_view_focus (chart->view, id));
  chart_press (chart, key);
}

static void
test_delete_is_as_clearing_the_box (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *id = NULL, *before = NULL, *deleted = NULL, *after = NULL, *cleared = NULL;
  const char *box;

  id = g_strdup (desk_find_untouched (&chart->desk)->id);
  before = chart_save (chart);
  /* Not before it is edited. */
  g_assert_true (steward_flowchart_view_focus (chart->view, id));
  g_assert_false (steward_flowchart_view_remove (chart->view));
  chart_edit (chart);
  press_on (chart, id, GDK_KEY_Delete);
  g_assert_null (find_item (chart, id));
  g_assert_null (chart_find_box (chart, id));
  /* The keyboard goes on from a box beside it. */
  g_assert_nonnull (chart_get_focus (chart));
  deleted = chart_save (chart);
  chart_undo (chart);
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (chart_find_box (chart, id));

  box = steward_pack_find_item_box (steward_project_get_pack (desk_get_project (&chart->desk)), id)->id;
  steward_project_set_tick (desk_get_project (&chart->desk), box, FALSE,
                            steward_session_get_actor (desk_get_session (&chart->desk)), NULL);
  chart_settle (chart);
  cleared = chart_save (chart);
  g_assert_cmpstr (deleted, ==, cleared);
  chart_undo (chart);
}

static void
test_what_has_begun_or_follows_from_the_rules_stays (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  GPtrArray *rows = steward_session_get_schedule (desk_get_session (&chart->desk))->rows;
  g_autofree char *before = chart_save (chart), *after = NULL;
  guint n_begun = 0, n_others = 0;

  chart_edit (chart);
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (rows, i);

      if (chart_find_box (chart, row->id) == NULL || (row->item != NULL && row->status == 0))
        continue;
      press_on (chart, row->id, GDK_KEY_Delete);
      g_assert_nonnull (chart->told);
      g_assert_nonnull (strstr (chart->told, row->item != NULL ? "what happened stays" : "no item of the list"));
      *(row->item != NULL ? &n_begun : &n_others) += 1;
    }
  g_assert_cmpuint (n_begun, >, 0);
  g_assert_cmpuint (n_others, >, 0);
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_typed_row_goes_and_comes_back (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *id = g_strdup (steward_project_add_rows (desk_get_project (&chart->desk), "jc.s1.box.item.county-blank",
                                                            "虚构事项", "测试"));

  chart_settle (chart);
  chart_edit (chart);
  press_on (chart, id, GDK_KEY_Delete);
  g_assert_null (steward_project_find_row (desk_get_project (&chart->desk), id));
  chart_undo (chart);
  g_assert_nonnull (steward_project_find_row (desk_get_project (&chart->desk), id));
  chart_undo (chart);
  g_assert_null (steward_project_find_row (desk_get_project (&chart->desk), id));
}

static StewardItemPicker *
open_picker (Chart *chart)
{
  StewardItemPicker *picker;

  ui_test_press (GTK_WIDGET (chart->page), GDK_KEY_Insert, 0);
  chart_settle (chart);
  picker = STEWARD_ITEM_PICKER (ui_test_find (GTK_WIDGET (chart->page), STEWARD_TYPE_ITEM_PICKER));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (picker)));

  return picker;
}

/* Types @text and presses Enter at once. */
static void
pick (Chart      *chart,
      const char *text)
{
  StewardItemPicker *picker = open_picker (chart);
  GtkWidget *entry = ui_test_find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  chart_settle (chart);
}

static void
test_an_item_is_picked (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autofree char *before = chart_save (chart), *picked = NULL, *after = NULL, *ticked = NULL, *id = NULL;
  g_autoptr (GPtrArray) offers = steward_item_choice_list_offers (desk_get_project (&chart->desk));
  const StewardItemOffer *offer = g_ptr_array_index (offers, offers->len - 1);
  StewardItemPicker *picker;

  id = g_strdup (offer->item->id);
  chart_edit (chart);
  picker = open_picker (chart);
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (picker), GTK_TYPE_LIST_BOX_ROW), ==, offers->len);
  gtk_popover_popdown (GTK_POPOVER (picker));
  chart_settle (chart);

  pick (chart, offer->item->name);
  g_assert_nonnull (find_item (chart, id));
  g_assert_cmpstr (chart_get_focus (chart), ==, id);
  g_assert_cmpstr (steward_canvas_get_selected (STEWARD_CANVAS (chart->view)), ==, id);
  picked = chart_save (chart);
  chart_undo (chart);
  g_assert_null (find_item (chart, id));
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);

  steward_project_set_tick (desk_get_project (&chart->desk), offer->box->id, TRUE,
                            steward_session_get_actor (desk_get_session (&chart->desk)), NULL);
  chart_settle (chart);
  ticked = chart_save (chart);
  g_assert_cmpstr (picked, ==, ticked);
  chart_undo (chart);

  /* Nothing is added when nothing is found. */
  pick (chart, "没有这样的事项");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (picker)));
  ui_test_press (ui_test_find (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY), GDK_KEY_Escape, 0);
  chart_settle (chart);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (picker)));
  g_assert_nonnull (chart_get_focus (chart));
  g_clear_pointer (&after, g_free);
  after = chart_save (chart);
  g_assert_cmpstr (after, ==, before);
}

/* The only stage shown is changed for that of the item, and that comes first. */
static void
test_the_stage_shown_comes_first (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  g_autoptr (GPtrArray) offers = steward_item_choice_list_offers (desk_get_project (&chart->desk));
  const StewardItemOffer *last = g_ptr_array_index (offers, offers->len - 1);
  const StewardItemOffer *first = g_ptr_array_index (offers, 0);
  StewardItemPicker *picker;
  g_autofree char *text = NULL;

  chart_edit (chart);
  g_assert_cmpint (last->item->stage->number, !=, first->item->stage->number);
  steward_flowchart_view_set_stage (chart->view, last->item->stage->number);
  chart_settle (chart);
  picker = open_picker (chart);
  text = ui_test_text (ui_test_find (GTK_WIDGET (picker), GTK_TYPE_LIST_BOX));
  g_assert_true (strstr (text, last->item->name) < strstr (text, first->item->name));
  gtk_popover_popdown (GTK_POPOVER (picker));
  chart_settle (chart);
  pick (chart, first->item->name);
  g_assert_cmpint (steward_flowchart_view_get_stage (chart->view), ==, first->item->stage->number);
  g_assert_cmpstr (chart_get_focus (chart), ==, first->item->id);
  chart_undo (chart);
  steward_flowchart_view_set_stage (chart->view, 0);
  chart_settle (chart);
}

/* The last, as the edition stays. */
static void
test_outside_the_list_a_reason_is_asked_for (gconstpointer data)
{
  Chart *chart = (Chart *) data;
  StewardProject *project = desk_get_project (&chart->desk);
  g_autoptr (GPtrArray) offers = steward_item_choice_list_offers (project);
  const StewardItemOffer *offer = g_ptr_array_index (offers, 0);
  g_autofree char *content = steward_schedule_freeze (steward_session_get_schedule (desk_get_session (&chart->desk)));
  StewardEdition edition = { .day = steward_day_today (), .reason = (char *) "", .content = content,
                             .notified = STEWARD_DAY_NONE };

  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), >, 0);
  chart_settle (chart);
  chart_edit (chart);
  pick (chart, offer->item->name);
  desk_answer ("cancel");
  chart_settle (chart);
  g_assert_null (find_item (chart, offer->item->id));
  g_assert_nonnull (chart_get_focus (chart));

  pick (chart, offer->item->name);
  ui_test_wait (desk_has_dialog, NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_ENTRY)), "虚构理由");
  desk_answer ("add");
  chart_settle (chart);
  g_assert_nonnull (find_item (chart, offer->item->id));
  g_assert_cmpstr (steward_project_find_acknowledgement (project, "outside-list", offer->item->id)->reason, ==, "虚构理由");
}

int
main (int    argc,
      char **argv)
{
  Chart chart = { { NULL } };
  int status;

  ui_test_init (&argc, &argv);
  /* One window for all: each test leaves the project as it was. */
  chart_set_up (&chart);
#define TEST(path, test) g_test_add_data_func (path, &chart, test)
  TEST ("/flowchart-items/delete-is-as-clearing-the-box", test_delete_is_as_clearing_the_box);
  TEST ("/flowchart-items/what-has-begun-or-follows-from-the-rules-stays",
        test_what_has_begun_or_follows_from_the_rules_stays);
  TEST ("/flowchart-items/a-typed-row-goes-and-comes-back", test_a_typed_row_goes_and_comes_back);
  TEST ("/flowchart-items/an-item-is-picked", test_an_item_is_picked);
  TEST ("/flowchart-items/the-stage-shown-comes-first", test_the_stage_shown_comes_first);
  TEST ("/flowchart-items/outside-the-list-a-reason-is-asked-for", test_outside_the_list_a_reason_is_asked_for);
#undef TEST
  status = g_test_run ();
  chart_tear_down (&chart);

  return status;
}
