/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issued editions of the plan, and the list that was handed out with them. */
#include "steward-adjustments.h"
#include "steward-decisions.h"
#include "steward-documents-page-private.h"
#include "steward-edition-text.h"
#include "steward-error.h"
#include "steward-issue.h"
#include "steward-list-guard.h"
#include "steward-paper-window.h"
#include "steward-plan-editions.h"
#include "steward-timeline-page.h"
#include "ui-plan.h"

#include <string.h>

#define SAMPLE "jincheng-factory"
#define OTHER  "jc.s2.item.flood-impact"

/* An edition that is being issued. */
typedef struct
{
  gboolean  done;
  guint     number;
  GError   *error;
} Issued;

static void
issued_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Issued *issued = user_data;

  issued->number = steward_issue_finish (result, &issued->error);
  issued->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Issued *) data)->done;
}

static guint
issue (Desk       *desk,
       const char *reason)
{
  Issued issued = { FALSE, 0, NULL };

  steward_issue_async (desk_get_session (desk), steward_day_today (), reason, NULL, issued_cb, &issued);
  ui_test_wait (is_done, &issued);
  g_assert_no_error (issued.error);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();

  return issued.number;
}

typedef struct
{
  gboolean  done;
  GBytes   *bytes;
} Fetched;

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fetched *fetched = user_data;

  fetched->bytes = steward_store_get_file_finish (STEWARD_STORE (source), result, NULL);
  fetched->done = TRUE;
}

static gboolean
is_fetched (gpointer data)
{
  return ((Fetched *) data)->done;
}

static void
test_an_edition_keeps_its_paper (Desk          *desk,
                                 gconstpointer  data)
{
  Fetched fetched = { FALSE, NULL };
  const StewardEdition *edition;

  desk_import_sample (desk, SAMPLE);
  g_assert_cmpuint (issue (desk, ""), ==, 1);
  edition = steward_project_get_edition (desk_get_project (desk), 1);
  g_assert_cmpint (edition->day, ==, steward_day_today ());
  g_assert_cmpstr (edition->by, ==, steward_keeper_get_actor (desk_get_keeper (desk)));
  g_assert_cmpint (edition->notified, ==, STEWARD_DAY_NONE);
  steward_store_get_file_async (steward_keeper_get_store (desk_get_keeper (desk)), edition->paper, NULL, fetched_cb,
                                &fetched);
  ui_test_wait (is_fetched, &fetched);
  g_assert_nonnull (fetched.bytes);
  g_assert_cmpmem (g_bytes_get_data (fetched.bytes, NULL), 5, "%PDF-", 5);
  g_bytes_unref (fetched.bytes);
}

static void
test_another_edition_wants_a_reason (Desk          *desk,
                                     gconstpointer  data)
{
  Issued issued = { FALSE, 0, NULL };

  desk_import_sample (desk, SAMPLE);
  issue (desk, "");
  steward_issue_async (desk_get_session (desk), steward_day_today (), "", NULL, issued_cb, &issued);
  ui_test_wait (is_done, &issued);
  g_assert_cmpuint (issued.number, ==, 0);
  g_assert_error (issued.error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_clear_error (&issued.error);
  g_assert_cmpuint (issue (desk, "虚构的补充"), ==, 2);
  g_assert_cmpstr (steward_project_get_edition (desk_get_project (desk), 2)->reason, ==, "虚构的补充");
}

/* Content and paper are of one and the same plan. */
static void
test_a_plan_that_changes_meanwhile_is_not_issued (Desk          *desk,
                                                  gconstpointer  data)
{
  Issued issued = { FALSE, 0, NULL };

  desk_import_sample (desk, SAMPLE);
  steward_issue_async (desk_get_session (desk), steward_day_today (), "", NULL, issued_cb, &issued);
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "虚构备注");
  ui_test_wait (is_done, &issued);
  g_assert_error (issued.error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
  g_clear_error (&issued.error);
  g_assert_null (steward_project_get_newest_edition (desk_get_project (desk)));
}

static void
tick (Desk       *desk,
      const char *item)
{
  StewardProject *project = desk_get_project (desk);

  steward_project_set_tick (project, steward_pack_find_item_box (steward_project_get_pack (project), item)->id, TRUE,
                            "测试", NULL);
  ui_test_settle ();
}

/* (transfer none) */
static gpointer
find_paper_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (STEWARD_IS_PAPER_WINDOW (window))
        return window;
    }
  return NULL;
}

static gboolean
has_paper_window (gpointer data)
{
  return find_paper_window () != NULL;
}

static void
test_what_changed_since_is_told (Desk          *desk,
                                 gconstpointer  data)
{
  StewardSession *session;
  StewardPlanEditions *editions;
  GtkWidget *paper;
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;
  g_autofree char *cut = NULL;

  desk_import_sample (desk, SAMPLE);
  session = desk_get_session (desk);
  none = steward_edition_describe_since (session, 8);
  g_assert_cmpstr (none, ==, "");
  issue (desk, "");
  tick (desk, OTHER);
  g_assert_true (steward_project_put_edit (desk_get_project (desk), "jc.s1", STEWARD_EDIT_FEES, "虚构收费", "测试", NULL,
                                           NULL));
  some = steward_edition_describe_since (session, 8);
  g_assert_nonnull (strstr (some, "Added item"));
  g_assert_nonnull (strstr (some, "→ 虚构收费"));
  cut = steward_edition_describe_since (session, 1);
  g_assert_nonnull (strstr (cut, "and 1 more"));

  plan_show_view (desk, "editions");
  editions = plan_find (desk, STEWARD_TYPE_PLAN_EDITIONS);
  /* One edition, and two differences. */
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (editions), GTK_TYPE_LIST_BOX_ROW), ==, 3);
  issue (desk, "虚构的补充");
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (editions), GTK_TYPE_LIST_BOX_ROW), ==, 2);
  /* The plan of now is not issued, and no paper tells of it. */
  paper = ui_test_find_button (GTK_WIDGET (editions), "On Pape_r");
  g_assert_false (gtk_widget_get_sensitive (paper));
  steward_plan_editions_compare (editions, 1, 2);
  g_assert_cmpuint (ui_test_count (GTK_WIDGET (editions), GTK_TYPE_LIST_BOX_ROW), ==, 4);
  g_assert_true (gtk_widget_get_sensitive (paper));
  g_signal_emit_by_name (paper, "clicked");
  ui_test_wait (has_paper_window, NULL);
  gtk_window_destroy (find_paper_window ());
  ui_test_settle ();
}

static void
test_an_item_outside_the_list_wants_a_reason (Desk          *desk,
                                              gconstpointer  data)
{
  const char * const bases[] = { OTHER, NULL };
  StewardSession *session;
  StewardProject *project;

  desk_import_sample (desk, SAMPLE);
  session = desk_get_session (desk);
  project = desk_get_project (desk);
  g_assert_false (steward_list_guard_wants (session, OTHER));
  issue (desk, "");
  g_assert_false (steward_list_guard_wants (session, "jc.s1.item.filing"));
  tick (desk, OTHER);
  g_assert_true (steward_list_guard_wants (session, OTHER));

  /* Without a reason it is taken out again. */
  steward_list_guard_ask (GTK_WIDGET (desk->window), session, bases);
  desk_answer ("cancel");
  ui_test_settle ();
  g_assert_null (steward_plan_find_item (steward_session_get_schedule (session)->plan, OTHER));

  tick (desk, OTHER);
  steward_list_guard_ask (GTK_WIDGET (desk->window), session, bases);
  ui_test_wait (desk_has_dialog, NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_ENTRY)), "虚构理由");
  desk_answer ("add");
  ui_test_settle ();
  g_assert_nonnull (steward_plan_find_item (steward_session_get_schedule (session)->plan, OTHER));
  g_assert_cmpstr (steward_project_find_acknowledgement (project, "outside-list", OTHER)->reason, ==, "虚构理由");
  g_assert_false (steward_list_guard_wants (session, OTHER));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_the_unit_is_told_of_a_change (Desk          *desk,
                                   gconstpointer  data)
{
  StewardPlanEditions *editions;
  StewardDocumentsPage *page;

  desk_import_sample (desk, SAMPLE);
  issue (desk, "");
  plan_show_view (desk, "editions");
  editions = plan_find (desk, STEWARD_TYPE_PLAN_EDITIONS);
  g_assert_null (find_button (GTK_WIDGET (editions), "Notice of Change"));
  tick (desk, OTHER);
  issue (desk, "虚构的补充");
  /* Of the second edition, not of the first. */
  g_assert_nonnull (find_button (GTK_WIDGET (editions), "Notice of Change"));
  g_signal_emit_by_name (find_button (GTK_WIDGET (editions), "Notice of Change"), "clicked");
  ui_test_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (desk->window->pages), ==, "documents");
  page = STEWARD_DOCUMENTS_PAGE (steward_window_get_page (desk->window, "documents"));
  g_assert_cmpint (page->kind, ==, STEWARD_PAPER_CHANGE);
  g_assert_cmpstr (page->subject, ==, "2");
  /* The first one is no change. */
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.change-notice", "u", 1);
  g_assert_cmpstr (page->subject, ==, "2");
}

/* What is not known of the project is told with its clause. */
static void
test_a_plan_is_issued_early_with_a_reason (Desk          *desk,
                                           gconstpointer  data)
{
  StewardProject *project;
  GtkWidget *dialog;
  g_autofree char *text = NULL;

  desk_import_sample (desk, SAMPLE);
  project = desk_get_project (desk);
  steward_project_set_fact (project, STEWARD_FACT_SCALE, "");
  ui_test_settle ();
  steward_issue_ask (desk->window, desk_get_session (desk));
  ui_test_wait (desk_has_dialog, NULL);
  dialog = GTK_WIDGET (desk_find_dialog ());
  text = ui_test_text (dialog);
  g_assert_nonnull (strstr (text, "建设规模"));
  g_assert_nonnull (strstr (text, "一站式第五条"));
  g_assert_null (strstr (text, "建设地点 ·"));
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "issue"));
  /* Where the keyboard is: why all the same. */
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), GTK_TYPE_ENTRY)),
                         "规模待定");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "issue"));
  desk_answer ("issue");
  while (steward_project_get_newest_edition (project) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (steward_project_find_acknowledgement (project, "gate-start", "jc.start.scale")->reason, ==, "规模待定");
  g_assert_cmpstr (steward_project_get_newest_edition (project)->reason, ==, "");
  ui_test_wait (desk_is_settled, desk);
}

/* All suggestions at once add to the list as single ticks do. */
static void
test_accepting_all_wants_one_reason (Desk          *desk,
                                     gconstpointer  data)
{
  StewardProject *project;
  GtkWidget *page;
  g_autoptr (GPtrArray) hints = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  desk_import_sample (desk, SAMPLE);
  project = desk_get_project (desk);
  issue (desk, "");
  hints = steward_project_get_hints (project);
  for (guint i = 0; i < hints->len; i++)
    {
      const StewardHint *hint = hints->pdata[i];

      if (hint->box->item != NULL && steward_list_guard_wants (desk_get_session (desk), hint->box->item->id))
        g_ptr_array_add (items, hint->box->item->id);
    }
  g_assert_cmpuint (items->len, >, 0);
  steward_window_show_page (desk->window, "assessment");
  ui_test_settle ();
  page = GTK_WIDGET (steward_window_get_page (desk->window, "assessment"));
  g_signal_emit_by_name (find_button (page, "Accept _All"), "clicked");
  ui_test_wait (desk_has_dialog, NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_ENTRY)), "虚构理由");
  desk_answer ("add");
  ui_test_settle ();
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpstr (steward_project_find_acknowledgement (project, "outside-list", items->pdata[i])->reason, ==,
                     "虚构理由");
}

/* However they came into the plan. */
static void
test_the_whole_plan_is_asked_of (Desk          *desk,
                                 gconstpointer  data)
{
  desk_import_sample (desk, SAMPLE);
  issue (desk, "");
  steward_list_guard_check (GTK_WIDGET (desk->window), desk_get_session (desk));
  g_assert_null (desk_find_dialog ());
  tick (desk, OTHER);
  steward_list_guard_check (GTK_WIDGET (desk->window), desk_get_session (desk));
  ui_test_wait (desk_has_dialog, NULL);
  desk_answer ("cancel");
  ui_test_settle ();
  g_assert_null (steward_plan_find_item (steward_session_get_schedule (desk_get_session (desk))->plan, OTHER));
}

/* Once there is an edition, the timeline offers to show it below the bars. */
static void
test_an_edition_is_a_baseline (Desk          *desk,
                               gconstpointer  data)
{
  GtkWidget *page, *choice;
  StewardTimelineView *view;
  g_autofree char *text = NULL;

  desk_import_sample (desk, "datong-complex");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "timeline");
  ui_test_settle ();
  page = ui_test_find_mapped (GTK_WIDGET (desk->window), STEWARD_TYPE_TIMELINE_PAGE);
  view = STEWARD_TIMELINE_VIEW (ui_test_find (page, STEWARD_TYPE_TIMELINE_VIEW));
  g_assert_cmpuint (steward_timeline_view_get_baseline (view), ==, 0);
  issue (desk, "");
  choice = steward_timeline_page_get_baseline (STEWARD_TIMELINE_PAGE (page));
  g_assert_true (gtk_widget_get_visible (choice));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), ==, 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  ui_test_settle ();
  g_assert_cmpuint (steward_timeline_view_get_baseline (view), ==, 1);
  text = steward_timeline_describe (steward_timeline_view_get_timeline (view), "dt.s4.completion-filing");
  g_assert_nonnull (strstr (text, "Baseline"));
  /* What changes keeps it. */
  desk_set_note (desk, "另记");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_cmpuint (steward_timeline_view_get_baseline (view), ==, 1);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  g_assert_cmpuint (steward_timeline_view_get_baseline (view), ==, 0);
  g_assert_false (steward_timeline_view_set_baseline (view, 7));
}

int
main (int   argc,
      char *argv[])
{
  const struct { const char *path; void (*run) (Desk *desk, gconstpointer data); } tests[] = {
    { "/editions/an-edition-keeps-its-paper", test_an_edition_keeps_its_paper },
    { "/editions/another-edition-wants-a-reason", test_another_edition_wants_a_reason },
    { "/editions/a-plan-that-changes-meanwhile-is-not-issued", test_a_plan_that_changes_meanwhile_is_not_issued },
    { "/editions/what-changed-since-is-told", test_what_changed_since_is_told },
    { "/editions/an-item-outside-the-list-wants-a-reason", test_an_item_outside_the_list_wants_a_reason },
    { "/editions/the-unit-is-told-of-a-change", test_the_unit_is_told_of_a_change },
    { "/editions/a-plan-is-issued-early-with-a-reason", test_a_plan_is_issued_early_with_a_reason },
    { "/editions/accepting-all-wants-one-reason", test_accepting_all_wants_one_reason },
    { "/editions/the-whole-plan-is-asked-of", test_the_whole_plan_is_asked_of },
    { "/editions/an-edition-is-a-baseline", test_an_edition_is_a_baseline },
  };

  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, desk_set_up, tests[i].run, desk_tear_down);

  return g_test_run ();
}
