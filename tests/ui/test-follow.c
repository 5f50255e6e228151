/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-adjustments.h"
#include "steward-case-edit.h"
#include "steward-case-follow.h"
#include "steward-standing.h"
#include "steward-timer-dialog.h"
#include "steward-timers-card.h"
#include "ui-case.h"

static StewardCaseFollow *
get_follow (Desk *desk)
{
  return case_nth (case_get_page (desk), STEWARD_TYPE_CASE_FOLLOW, 0);
}

static void
settle (Desk *desk)
{
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

/* Today is Wednesday, 2026-08-12. */
static void
test_a_result_is_delivered_by_one_key (Desk          *desk,
                                       gconstpointer  data)
{
  case_open_untouched (desk);
  g_assert_false (steward_case_follow_deliver (get_follow (desk)));
  case_record (desk, 'r', "-5");
  case_record (desk, 'a', "-5");
  case_record (desk, 'g', "-2");
  g_assert_nonnull (strstr (steward_case_follow_get_text (get_follow (desk)), "has to be delivered by 2026-08-24"));
  gtk_widget_activate_action (GTK_WIDGET (get_follow (desk)), "case.deliver", NULL);
  settle (desk);
  g_assert_cmpint (case_get_case (desk)->delivered, ==, steward_day_from_ymd (2026, 8, 12));
  g_assert_nonnull (strstr (steward_case_follow_get_text (get_follow (desk)), "was delivered on 2026-08-12"));
  g_assert_false (steward_case_follow_deliver (get_follow (desk)));
  case_undo (desk);
  g_assert_cmpint (case_get_case (desk)->delivered, ==, STEWARD_DAY_NONE);
  steward_case_edit_deliver (desk_get_session (desk), steward_case_page_get_item (case_get_page (desk)),
                             steward_day_from_ymd (2026, 8, 11));
  g_assert_cmpint (case_get_case (desk)->delivered, ==, steward_day_from_ymd (2026, 8, 11));
}

static void
test_a_stale_status_is_verified_by_one_key (Desk          *desk,
                                            gconstpointer  data)
{
  case_open_untouched (desk);
  case_record (desk, 'r', "-9");
  case_record (desk, 'a', "-8");
  g_assert_nonnull (strstr (steward_case_follow_get_text (get_follow (desk)), "8 working days ago"));
  g_assert_true (steward_case_follow_verify (get_follow (desk)));
  settle (desk);
  g_assert_cmpstr (steward_case_follow_get_text (get_follow (desk)), ==, "");
  g_assert_cmpint (case_get_case (desk)->verified, ==, steward_day_from_ymd (2026, 8, 12));
  g_assert_false (steward_case_follow_verify (get_follow (desk)));
  case_undo (desk);
  /* All of the project at once, and taken back at once. */
  g_assert_cmpuint (steward_case_edit_verify (desk_get_session (desk), NULL, steward_day_from_ymd (2026, 8, 12)), >, 1);
  settle (desk);
  g_assert_cmpint (case_get_case (desk)->verified, ==, steward_day_from_ymd (2026, 8, 12));
  g_assert_cmpuint (steward_case_edit_verify (desk_get_session (desk), NULL, steward_day_from_ymd (2026, 8, 12)), ==, 0);
  case_undo (desk);
  g_assert_cmpint (case_get_case (desk)->verified, ==, STEWARD_DAY_NONE);
}

static guint
count_timers (Desk *desk)
{
  g_autoptr (GPtrArray) timers = steward_project_list_timers (desk_get_project (desk));

  return timers->len;
}

static void
test_a_timer_is_started_and_done (Desk          *desk,
                                  gconstpointer  data)
{
  StewardTimersCard *card;
  GtkWindow *parent;
  guint before, number;

  desk_import_sample (desk, "jincheng-factory");
  steward_window_show_page (desk->window, "overview");
  ui_test_settle ();
  card = case_nth (steward_window_get_page (desk->window, "overview"), STEWARD_TYPE_TIMERS_CARD, 0);
  before = steward_timers_card_get_n_shown (card);
  parent = GTK_WINDOW (desk->window);

  steward_timer_dialog_ask (parent, desk_get_session (desk));
  ui_test_wait (desk_has_dialog, NULL);
  gtk_drop_down_set_selected (case_nth (desk_find_dialog (), GTK_TYPE_DROP_DOWN, 0), 8);
  gtk_editable_set_text (GTK_EDITABLE (case_nth (desk_find_dialog (), GTK_TYPE_ENTRY, 1)), "8-14");
  gtk_editable_set_text (GTK_EDITABLE (case_nth (desk_find_dialog (), GTK_TYPE_ENTRY, 2)), "施工用水从哪里接");
  desk_answer ("start");
  settle (desk);
  g_assert_cmpuint (count_timers (desk), ==, 1);
  g_assert_cmpuint (steward_timers_card_get_n_shown (card), ==, before + 1);

  /* Where the notice says “in time”, the day is a person's. */
  number = steward_timer_start (desk_get_session (desk), "jc.timer.answer", "", steward_day_from_ymd (2026, 8, 12),
                                STEWARD_DAY_NONE, "");
  settle (desk);
  g_assert_cmpuint (number, ==, 2);
  g_assert_cmpuint (steward_timers_card_get_n_shown (card), ==, before + 2);
  steward_timer_finish (desk_get_session (desk), number);
  settle (desk);
  g_assert_cmpint (steward_project_get_timer (desk_get_project (desk), number)->done, ==,
                   steward_day_from_ymd (2026, 8, 12));
  g_assert_cmpuint (steward_timers_card_get_n_shown (card), ==, before + 1);
  g_assert_cmpuint (steward_timer_start (desk_get_session (desk), "no-such-timer", "", steward_day_from_ymd (2026, 8, 12),
                                         STEWARD_DAY_NONE, ""), ==, 0);
}

static gboolean
has_shared_credit (gpointer desk)
{
  return steward_project_get_shared_credit (desk_get_project (desk)) != NULL;
}

/* What one project records of the enterprise, the others know. */
static void
test_a_breach_is_known_to_other_projects (Desk          *desk,
                                          gconstpointer  data)
{
  const StewardCredit breach = { STEWARD_STANDING_BREACH, steward_day_from_ymd (2026, 8, 3), NULL, NULL };
  const StewardSharedCredit *from;
  StewardDay since;

  desk_import_sample (desk, "jincheng-factory");
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_CREDIT_CODE, "91350100M000100Y43");
  steward_project_set_credit (desk_get_project (desk), &breach);
  steward_session_flush (desk_get_session (desk));
  settle (desk);
  desk_import_sample (desk, "datong-complex");
  g_assert_false (has_shared_credit (desk));
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_CREDIT_CODE, "91350100M000100Y43");
  ui_test_wait (has_shared_credit, desk);
  g_assert_cmpint (steward_project_find_standing (desk_get_project (desk), &since, &from), ==, STEWARD_STANDING_BREACH);
  g_assert_cmpint (since, ==, steward_day_from_ymd (2026, 8, 3));
  g_assert_cmpstr (from->name, !=, "");
  settle (desk);
  steward_window_show_page (desk->window, "overview");
  ui_test_settle ();
}

#define desk_add(path, test) g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/follow/a-result-is-delivered-by-one-key", test_a_result_is_delivered_by_one_key);
  desk_add ("/follow/a-stale-status-is-verified-by-one-key", test_a_stale_status_is_verified_by_one_key);
  desk_add ("/follow/a-breach-is-known-to-other-projects", test_a_breach_is_known_to_other_projects);
  desk_add ("/follow/a-timer-is-started-and-done", test_a_timer_is_started_and_done);

  return g_test_run ();
}
