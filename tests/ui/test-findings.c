/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-case-edit.h"
#include "steward-case-page.h"
#include "steward-decisions.h"
#include "steward-findings-card.h"
#include "steward-findings-page.h"
#include "steward-overview-page.h"
#include "ui-desk.h"

/* The sample has an error and a warning about two different items. */
#define SAMPLE "datong-complex"

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
  /* What is folded is not among the children. */
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    collect (gtk_expander_get_child (GTK_EXPANDER (widget)), type, found);
}

static GPtrArray *
list_rows (GtkWidget *widget)
{
  GPtrArray *rows = g_ptr_array_new ();

  collect (widget, STEWARD_TYPE_FINDING_ROW, rows);

  return rows;
}

static GtkWidget *
get_page (Desk       *desk,
          const char *page)
{
  return GTK_WIDGET (steward_window_get_page (desk->window, page));
}

static const char *
get_visible_page (Desk *desk)
{
  return adw_view_stack_get_visible_child_name (desk->window->pages);
}

/* The row of a finding of @severity, answered or not, or NULL. */
static StewardFindingRow *
find_row (Desk            *desk,
          const char      *page,
          StewardSeverity  severity,
          gboolean         answered)
{
  g_autoptr (GPtrArray) rows = list_rows (get_page (desk, page));

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardFinding *finding = steward_finding_row_get_finding (rows->pdata[i]);

      if (finding->severity == severity && (finding->reason != NULL) == answered)
        return rows->pdata[i];
    }

  return NULL;
}

static StewardFindingTally
count (Desk *desk)
{
  return steward_findings_count (steward_session_get_findings (desk_get_session (desk)));
}

static void
settle (Desk *desk)
{
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
}

static gboolean
is_unanswered (gpointer data)
{
  return count (data).acknowledged == 0;
}

static gboolean
is_answered (gpointer data)
{
  return count (data).acknowledged == 1;
}

static void
open_checks (Desk *desk)
{
  desk_import_sample (desk, SAMPLE);
  steward_window_show_page (desk->window, "checks");
  ui_test_settle ();
}

static void
click_answer (StewardFindingRow *row)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
}

static GtkEditable *
get_reason (void)
{
  ui_test_wait (desk_has_dialog, NULL);

  return GTK_EDITABLE (ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_ENTRY));
}

static void
acknowledge (Desk       *desk,
             const char *reason)
{
  click_answer (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE));
  gtk_editable_set_text (get_reason (), reason);
  desk_answer ("acknowledge");
  settle (desk);
}

static void
test_overview_counts (Desk          *desk,
                      gconstpointer  data)
{
  GtkWidget *card;
  GtkWidget *button;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  gboolean told = FALSE;

  desk_import_sample (desk, SAMPLE);
  steward_window_show_page (desk->window, "overview");
  ui_test_settle ();
  card = ui_test_find (get_page (desk, "overview"), STEWARD_TYPE_FINDINGS_CARD);
  g_assert_true (gtk_widget_get_mapped (card));
  collect (card, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    told = told || g_str_equal (gtk_label_get_text (labels->pdata[i]), "1 error · 1 warning");
  g_assert_true (told);

  button = ui_test_find (card, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "checks");
  g_assert_cmpuint (ui_test_count (get_page (desk, "checks"), STEWARD_TYPE_FINDING_ROW), ==, 2);
  /* The keyboard is where Enter leads on. */
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk->window))
                 == GTK_WIDGET (find_row (desk, "checks", STEWARD_SEVERITY_ERROR, FALSE)));
  gtk_widget_activate_action (GTK_WIDGET (find_row (desk, "checks", STEWARD_SEVERITY_ERROR, FALSE)), "checks.back",
                              NULL);
  g_assert_cmpstr (get_visible_page (desk), ==, "overview");
}

/* Errors are put right, not acknowledged. */
static void
test_error_has_no_button (Desk          *desk,
                          gconstpointer  data)
{
  open_checks (desk);
  g_assert_null (ui_test_find (GTK_WIDGET (find_row (desk, "checks", STEWARD_SEVERITY_ERROR, FALSE)),
                               GTK_TYPE_BUTTON));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE)),
                                  GTK_TYPE_BUTTON));
}

static void
test_reason_is_required (Desk          *desk,
                         gconstpointer  data)
{
  AdwMessageDialog *dialog;

  open_checks (desk);
  click_answer (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE));
  gtk_editable_set_text (get_reason (), "　 ");
  dialog = ADW_MESSAGE_DIALOG (desk_find_dialog ());
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "acknowledge"));
  gtk_editable_set_text (get_reason (), "已与窗口核对");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "acknowledge"));
  gtk_editable_set_text (get_reason (), "");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "acknowledge"));
  /* Not even when the answer comes by other ways. */
  desk_answer ("acknowledge");
  settle (desk);
  g_assert_cmpuint (count (desk).warnings, ==, 1);

  click_answer (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE));
  gtk_editable_set_text (get_reason (), "只是看看");
  desk_answer ("cancel");
  settle (desk);
  g_assert_cmpuint (count (desk).warnings, ==, 1);
}

static void
test_acknowledgement_is_logged_and_undone (Desk          *desk,
                                           gconstpointer  data)
{
  g_autoptr (StewardProject) stored = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const StewardFinding *finding;
  GtkWidget *fold;
  const char *label;

  open_checks (desk);
  acknowledge (desk, "  材料已在窗口补齐 ");
  g_assert_cmpuint (count (desk).warnings, ==, 0);
  g_assert_cmpuint (count (desk).errors, ==, 1);
  finding = steward_finding_row_get_finding (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, TRUE));
  g_assert_cmpstr (finding->reason, ==, "材料已在窗口补齐");
  g_assert_cmpstr (finding->by, ==, steward_keeper_get_actor (desk_get_keeper (desk)));
  g_assert_true (g_str_has_prefix (finding->at, "2026-08-12T"));
  /* Folded below the others. */
  fold = ui_test_find (get_page (desk, "checks"), GTK_TYPE_EXPANDER);
  g_assert_true (gtk_widget_get_mapped (fold));
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (fold)));
  gtk_expander_set_expanded (GTK_EXPANDER (fold), TRUE);
  ui_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, TRUE)), fold));

  stored = desk_load_stored (desk, steward_project_get_id (desk_get_project (desk)));
  list = steward_project_list_acknowledgements (stored);
  g_assert_cmpuint (list->len, ==, 1);
  label = steward_history_get_label (desk->window->history, FALSE);
  g_assert_nonnull (label);
  g_assert_nonnull (strstr (label, "Acknowledge"));

  desk_activate (desk, "win.undo");
  ui_test_wait (is_unanswered, desk);
  settle (desk);
  g_assert_nonnull (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE));
  g_assert_null (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, TRUE));
  desk_activate (desk, "win.redo");
  ui_test_wait (is_answered, desk);
  settle (desk);

  click_answer (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, TRUE));
  settle (desk);
  g_assert_cmpuint (count (desk).acknowledged, ==, 0);
  g_assert_nonnull (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE));
}

static void
test_row_leads_to_its_case (Desk          *desk,
                            gconstpointer  data)
{
  g_autofree char *item = NULL;
  StewardFindingRow *row;
  GtkWidget *list;

  open_checks (desk);
  row = find_row (desk, "checks", STEWARD_SEVERITY_ERROR, FALSE);
  item = g_strdup (steward_finding_row_get_finding (row)->row);
  list = gtk_widget_get_parent (GTK_WIDGET (row));
  g_signal_emit_by_name (list, "row-activated", row);
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "case");
  g_assert_cmpstr (steward_case_page_get_item (STEWARD_CASE_PAGE (get_page (desk, "case"))), ==, item);
  /* There stands what is wrong with it, and nothing of other cases. */
  g_assert_cmpuint (ui_test_count (get_page (desk, "case"), STEWARD_TYPE_FINDING_ROW), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (find_row (desk, "case", STEWARD_SEVERITY_ERROR, FALSE)), "case.back", NULL);
  g_assert_cmpstr (get_visible_page (desk), ==, "checks");
}

/* A finding about what is no case leads to where it can be put right. */
static void
test_fact_leads_to_its_field (Desk          *desk,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = NULL;
  StewardFindingRow *row = NULL;
  GtkWidget *focus;

  open_checks (desk);
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_CODE, "2026-140200-47-01-00000X");
  settle (desk);
  rows = list_rows (get_page (desk, "checks"));
  for (guint i = 0; i < rows->len; i++)
    if (steward_finding_row_get_finding (rows->pdata[i])->code == STEWARD_CHECK_DATA_STANDARD)
      row = rows->pdata[i];
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  ui_test_settle ();
  g_assert_cmpstr (get_visible_page (desk), ==, "overview");
  focus = gtk_root_get_focus (GTK_ROOT (desk->window));
  g_assert_nonnull (focus);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW))), ==,
                   steward_project_get_fact (desk_get_project (desk), STEWARD_FACT_CODE));
}

static GtkEditable *
get_field (Desk  *desk,
           guint  index)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  collect (GTK_WIDGET (steward_case_page_get_entry (STEWARD_CASE_PAGE (get_page (desk, "case")))), GTK_TYPE_ENTRY,
           entries);
  g_assert_cmpuint (index, <, entries->len);

  return GTK_EDITABLE (entries->pdata[index]);
}

static gboolean
shows_check (Desk             *desk,
             StewardCheckCode  code)
{
  g_autoptr (GPtrArray) rows = list_rows (get_page (desk, "case"));

  for (guint i = 0; i < rows->len; i++)
    if (steward_finding_row_get_finding (rows->pdata[i])->code == code)
      return TRUE;

  return FALSE;
}

static void
test_finding_follows_an_event (Desk          *desk,
                               gconstpointer  data)
{
  g_autofree char *item = NULL;
  StewardCasePage *page;
  guint generation;

  desk_import_sample (desk, SAMPLE);
  item = g_strdup (desk_find_untouched (desk)->id);
  page = STEWARD_CASE_PAGE (get_page (desk, "case"));
  steward_window_show_case (desk->window, item);
  ui_test_settle ();
  g_assert_false (shows_check (desk, STEWARD_CHECK_STATUS_STALE));
  g_assert_false (shows_check (desk, STEWARD_CHECK_NOTICE_LATE));

  /* Received long ago, and nothing was said since: the law calls it accepted. */
  gtk_editable_set_text (get_field (desk, 0), "-20");
  g_assert_true (steward_case_entry_record (steward_case_page_get_entry (page), TRUE));
  settle (desk);
  g_assert_true (shows_check (desk, STEWARD_CHECK_STATUS_STALE) || shows_check (desk, STEWARD_CHECK_NOTICE_LATE));

  generation = steward_session_get_generation (desk_get_session (desk));
  desk_activate (desk, "win.undo");
  while (steward_session_get_generation (desk_get_session (desk)) == generation)
    g_main_context_iteration (NULL, TRUE);
  settle (desk);
  g_assert_false (shows_check (desk, STEWARD_CHECK_STATUS_STALE));
  g_assert_false (shows_check (desk, STEWARD_CHECK_NOTICE_LATE));
}

/* What does not change stays in its place, so that the keyboard stays, too. */
static void
test_rows_stay (Desk          *desk,
                gconstpointer  data)
{
  StewardFindingRow *row;

  open_checks (desk);
  row = find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  desk_set_note (desk, "另一处改动");
  g_assert_true (find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE) == row);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (row)));

  /* And it goes to the next one when its row goes. */
  acknowledge (desk, "已核对");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk->window))
                 == GTK_WIDGET (find_row (desk, "checks", STEWARD_SEVERITY_ERROR, FALSE)));
}

static void
test_rows_are_spoken (Desk          *desk,
                      gconstpointer  data)
{
  StewardFindingRow *row;
  const StewardFinding *finding;
  g_autofree char *spoken = NULL;

  open_checks (desk);
  row = find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE);
  finding = steward_finding_row_get_finding (row);
  spoken = g_strdup_printf ("Acknowledge…: %s", finding->name);
  gtk_test_accessible_assert_property (ui_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_list_is_copied (Desk          *desk,
                     gconstpointer  data)
{
  g_autofree char *text = NULL;
  StewardFindingRow *row;

  open_checks (desk);
  row = find_row (desk, "checks", STEWARD_SEVERITY_WARNING, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (row), "checks.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (row)), NULL, copied_cb, &text);
  ui_test_wait (has_text, &text);
  g_assert_true (g_str_has_prefix (text, steward_session_get_title (desk_get_session (desk))));
  g_assert_nonnull (strstr (text, "Checks, 2026-08-12: 1 error · 1 warning"));
  g_assert_nonnull (strstr (text, "[over-limit]"));
  g_assert_nonnull (strstr (text, steward_finding_row_get_finding (row)->remedy));
}

/* A file may hold thousands of cases that nobody ticked. */
static void
test_long_list_is_cut (void)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardProject *project = steward_session_get_project (session);
  GtkWidget *box = g_object_ref_sink (g_object_new (STEWARD_TYPE_FINDINGS_BOX, NULL));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const StewardItem *item = g_ptr_array_index (steward_pack_get_items (steward_project_get_pack (project)), 0);
  gboolean told = FALSE;

  for (guint i = 0; i < 310; i++)
    {
      g_autofree char *id = g_strdup_printf ("case-%u", i);
      g_autoptr (StewardCase) handled = steward_case_new (id, item->id);

      steward_case_add_event (handled, STEWARD_CASE_RECEIVED, steward_day_from_ymd (2026, 8, 12), "", "", "");
      steward_project_put_case (project, handled);
    }
  steward_findings_box_show (STEWARD_FINDINGS_BOX (box), session, NULL);
  g_assert_cmpuint (steward_findings_box_get_n_shown (STEWARD_FINDINGS_BOX (box)), >=, 310);
  g_assert_cmpuint (ui_test_count (box, STEWARD_TYPE_FINDING_ROW), ==, 300);
  collect (box, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    told = told || g_str_has_suffix (gtk_label_get_text (labels->pdata[i]), "The copied text has all of them.");
  g_assert_true (told);
  g_object_unref (box);
}

#define desk_add(path, test) g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/findings/the-overview-counts-them-and-opens-them", test_overview_counts);
  desk_add ("/findings/an-error-cannot-be-acknowledged", test_error_has_no_button);
  desk_add ("/findings/a-reason-is-required", test_reason_is_required);
  desk_add ("/findings/an-acknowledgement-is-logged-and-undone", test_acknowledgement_is_logged_and_undone);
  desk_add ("/findings/a-row-leads-to-its-case-and-back", test_row_leads_to_its_case);
  desk_add ("/findings/a-fact-leads-to-its-field", test_fact_leads_to_its_field);
  desk_add ("/findings/a-finding-follows-an-event", test_finding_follows_an_event);
  desk_add ("/findings/what-does-not-change-stays", test_rows_stay);
  desk_add ("/findings/rows-and-buttons-say-what-they-are", test_rows_are_spoken);
  desk_add ("/findings/the-list-is-copied-as-text", test_list_is_copied);
  g_test_add_func ("/findings/a-long-list-is-cut", test_long_list_is_cut);

  return g_test_run ();
}
