/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section is asked, fills in its part, and its answer is merged, all through
 * the windows. */
#include "steward-adjustments.h"
#include "steward-answer-window.h"
#include "steward-assessment-page.h"
#include "steward-decisions.h"
#include "steward-edition.h"
#include "steward-gates-box.h"
#include "steward-section-file.h"
#include "steward-section-window.h"
#include "steward-sections-dialog.h"
#include "steward-sections-menu.h"
#include "ui-desk.h"

#define SECTION   "jc.sec.approval-1"
#define GROUP     "jc.s1.items.city"
#define FILING    "jc.s1.box.item.filing"
#define PROPOSAL  "jc.s1.box.item.proposal"
#define PAPER     "jc.s1.box.app.filing-request"
#define ELSEWHERE "jc.s2.box.item.eia"

static GFile *
file_in (Desk       *desk,
         const char *name)
{
  return g_file_new_build_filename (desk->folder, name, NULL);
}

static StewardAssessmentPage *
assessment (Desk *desk)
{
  return STEWARD_ASSESSMENT_PAGE (steward_window_get_page (desk->window, "assessment"));
}

static StewardSectionsMenu *
menu_of (Desk *desk)
{
  return STEWARD_SECTIONS_MENU (ui_test_find (GTK_WIDGET (assessment (desk)), STEWARD_TYPE_SECTIONS_MENU));
}

static gboolean
has_sections (gpointer desk)
{
  return steward_sections_menu_get_sections (menu_of (desk)) != NULL;
}

static gboolean
is_assigned (gpointer desk)
{
  return has_sections (desk)
         && steward_sections_get_assigned (steward_sections_menu_get_sections (menu_of (desk)), GROUP) != NULL;
}

static gboolean
has_last_row (gpointer desk)
{
  return steward_assessment_page_find_row (assessment (desk), ELSEWHERE) != NULL;
}

/* The window of @type that is open, or NULL. */
static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
has_window (gpointer type)
{
  return find_window (*(GType *) type) != NULL;
}

static gboolean
has_no_window (gpointer type)
{
  return !has_window (type);
}

static void
open_project (Desk *desk)
{
  desk_import_sample (desk, "jincheng-factory");
  steward_window_show_page (desk->window, "assessment");
  ui_test_wait (has_sections, desk);
  ui_test_wait (has_last_row, desk);
}

/* By the dialog, as the administrator of the form would. */
static void
assign (Desk *desk)
{
  GType type = STEWARD_TYPE_SECTIONS_DIALOG;
  StewardSectionsMenu *menu = menu_of (desk);
  GtkWindow *dialog = steward_sections_dialog_new (GTK_WINDOW (desk->window), desk->window->store,
                                                   steward_sections_menu_get_sections (menu));
  GtkDropDown *choice = steward_sections_dialog_find (STEWARD_SECTIONS_DIALOG (dialog), GROUP);

  g_assert_nonnull (choice);
  gtk_window_present (dialog);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 0);
  gtk_drop_down_set_selected (choice, 3);
  g_assert_cmpstr (steward_sections_get_assigned (steward_sections_dialog_get_sections (STEWARD_SECTIONS_DIALOG (dialog)),
                                                  GROUP), ==, SECTION);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "sections.save", NULL);
  ui_test_wait (has_no_window, &type);
  steward_sections_menu_set_session (menu, NULL);
  steward_sections_menu_set_session (menu, desk_get_session (desk));
  ui_test_wait (is_assigned, desk);
}

static StewardSectionForm *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  StewardSectionForm *form = steward_section_file_load (file, NULL, &error);

  g_assert_no_error (error);
  return form;
}

static void
click (GtkWidget *check)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

static GtkWidget *
check_of (StewardBoxRow *row)
{
  g_assert_nonnull (row);
  return ui_test_find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON);
}

/* On the desk of the section: @box is decided otherwise than it came. */
static GFile *
answer (Desk       *desk,
        GFile      *request,
        const char *box)
{
  StewardSectionForm *form = load (request);
  g_autoptr (StewardPack) pack = steward_pack_library_load (form->pack, NULL);
  GtkWindow *window = steward_section_window_new (NULL, NULL, form, pack);
  StewardSectionWindow *self = STEWARD_SECTION_WINDOW (window);
  GFile *file = file_in (desk, "a.steward-answer");
  g_autoptr (GError) error = NULL;

  gtk_window_present (window);
  g_assert_null (steward_section_window_find_row (self, ELSEWHERE));
  steward_section_window_set_officer (self, "");
  click (check_of (steward_section_window_find_row (self, box)));
  g_assert_false (steward_section_window_save (self, file, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  steward_section_window_set_officer (self, "虚构·乙");
  click (check_of (steward_section_window_find_row (self, box)));
  click (check_of (steward_section_window_find_row (self, box)));
  g_assert_nonnull (steward_section_window_find_row (self, PAPER));
  g_assert_true (steward_section_window_save (self, file, &error));
  g_assert_no_error (error);
  gtk_window_destroy (window);
  return file;
}

static GFile *
ask (Desk *desk)
{
  GFile *file = file_in (desk, "a.steward-request");
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_sections_menu_ask (menu_of (desk), SECTION, file, &error));
  g_assert_no_error (error);
  g_assert_nonnull (steward_project_get_request (desk_get_project (desk), SECTION));
  return file;
}

static gboolean
is_proposal_on (gpointer desk)
{
  return steward_project_is_ticked (desk_get_project (desk), PROPOSAL);
}

static gboolean
is_proposal_off (gpointer desk)
{
  return !is_proposal_on (desk);
}

static void
test_an_answer_comes_back (Desk          *desk,
                           gconstpointer  data)
{
  GType type = STEWARD_TYPE_ANSWER_WINDOW;
  g_autoptr (GFile) request = NULL, reply = NULL;
  GtkWidget *window;
  const StewardRequest *asked;

  open_project (desk);
  assign (desk);
  g_assert_false (steward_project_is_ticked (desk_get_project (desk), PROPOSAL));
  request = ask (desk);
  reply = answer (desk, request, PROPOSAL);

  steward_window_open_file (desk->window, reply);
  ui_test_wait (has_window, &type);
  window = find_window (type);
  g_assert_cmpuint (steward_section_merge_count (steward_answer_window_get_merge (STEWARD_ANSWER_WINDOW (window)),
                                                 STEWARD_SECTION_CHANGE), ==, 1);
  gtk_widget_activate_action (window, "answer.merge", NULL);
  ui_test_wait (has_no_window, &type);
  ui_test_wait (is_proposal_on, desk);
  g_assert_cmpstr (steward_project_get_tick (desk_get_project (desk), PROPOSAL)->by, ==, "虚构·乙");
  asked = steward_project_get_request (desk_get_project (desk), SECTION);
  g_assert_cmpint (asked->answered, !=, STEWARD_DAY_NONE);
  g_assert_cmpstr (asked->answered_by, ==, "虚构·乙");

  /* One step back takes all of it back. */
  desk_activate (desk, "win.undo");
  ui_test_wait (is_proposal_off, desk);
  g_assert_cmpint (steward_project_get_request (desk_get_project (desk), SECTION)->answered, ==, STEWARD_DAY_NONE);
}

static void
issue (Desk *desk)
{
  StewardProject *project = desk_get_project (desk);
  g_autofree char *content = steward_plan_freeze (steward_session_get_schedule (desk_get_session (desk))->plan);
  StewardEdition edition = { .day = steward_day_today (), .content = content, .notified = STEWARD_DAY_NONE };
  g_autoptr (GError) error = NULL;

  steward_session_flush (desk_get_session (desk));
  g_assert_cmpuint (steward_project_add_edition (project, &edition, &error), ==, 1);
  g_assert_no_error (error);
  steward_session_flush (desk_get_session (desk));
  ui_test_wait (desk_is_settled, desk);
}

/* What is added to the list of the unit wants a reason, whoever ticked it. */
static void
test_what_a_section_adds_wants_a_reason (Desk          *desk,
                                         gconstpointer  data)
{
  GType type = STEWARD_TYPE_ANSWER_WINDOW;
  g_autoptr (GFile) request = NULL, reply = NULL;

  open_project (desk);
  assign (desk);
  issue (desk);
  request = ask (desk);
  reply = answer (desk, request, PROPOSAL);
  steward_window_open_file (desk->window, reply);
  ui_test_wait (has_window, &type);
  gtk_widget_activate_action (find_window (type), "answer.merge", NULL);
  ui_test_wait (is_proposal_on, desk);
  ui_test_wait (desk_has_dialog, NULL);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (GTK_WIDGET (desk_find_dialog ()), GTK_TYPE_ENTRY)), "科室补充");
  desk_answer ("add");
  ui_test_settle ();
  g_assert_cmpstr (steward_project_find_acknowledgement (desk_get_project (desk), "outside-list",
                                                         "jc.s1.item.proposal")->reason, ==, "科室补充");
  ui_test_wait (desk_is_settled, desk);
}

static void
test_a_conflict_is_chosen_by_a_person (Desk          *desk,
                                       gconstpointer  data)
{
  GType type = STEWARD_TYPE_ANSWER_WINDOW;
  g_autoptr (GFile) request = NULL, reply = NULL;
  StewardAnswerWindow *window;
  GtkCheckButton *theirs;

  open_project (desk);
  assign (desk);
  steward_project_clear_tick (desk_get_project (desk), PROPOSAL);
  request = ask (desk);
  reply = answer (desk, request, PROPOSAL);
  steward_project_set_tick (desk_get_project (desk), PROPOSAL, FALSE, "虚构·甲", NULL);

  steward_window_open_file (desk->window, reply);
  ui_test_wait (has_window, &type);
  window = STEWARD_ANSWER_WINDOW (find_window (type));
  g_assert_cmpuint (steward_section_merge_count (steward_answer_window_get_merge (window), STEWARD_SECTION_CONFLICT),
                    ==, 1);
  g_assert_true (gtk_check_button_get_active (steward_answer_window_find (window, PROPOSAL, STEWARD_SECTION_OURS)));
  g_assert_null (steward_answer_window_find (window, PROPOSAL, STEWARD_SECTION_BOTH));
  theirs = steward_answer_window_find (window, PROPOSAL, STEWARD_SECTION_THEIRS);
  gtk_check_button_set_active (theirs, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "answer.merge", NULL);
  ui_test_wait (has_no_window, &type);
  ui_test_wait (is_proposal_on, desk);
}

static void
test_the_form_shows_one_section (Desk          *desk,
                                 gconstpointer  data)
{
  g_autoptr (GFile) pdf = file_in (desk, "section.pdf");
  g_autoptr (GError) error = NULL;

  open_project (desk);
  assign (desk);
  steward_sections_menu_filter (menu_of (desk), SECTION);
  g_assert_nonnull (steward_sections_menu_get_part (menu_of (desk)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (steward_assessment_page_find_row (assessment (desk), FILING))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (steward_assessment_page_find_row (assessment (desk), ELSEWHERE))));
  g_assert_true (steward_sections_menu_print (menu_of (desk), SECTION, pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_query_exists (pdf, NULL));
  g_assert_false (steward_sections_menu_print (menu_of (desk), "jc.sec.review", pdf, &error));
  g_assert_nonnull (error);
  steward_sections_menu_filter (menu_of (desk), NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (steward_assessment_page_find_row (assessment (desk), ELSEWHERE))));
}

static void
test_a_stranger_opens_a_request (Desk          *desk,
                                 gconstpointer  data)
{
  GType type = STEWARD_TYPE_SECTION_WINDOW;
  g_autoptr (GFile) request = NULL, broken = file_in (desk, "b.steward-answer");
  GtkWidget *window;

  open_project (desk);
  assign (desk);
  request = ask (desk);
  steward_window_open_file (desk->window, request);
  ui_test_wait (has_window, &type);
  window = find_window (type);
  g_assert_nonnull (steward_section_window_find_row (STEWARD_SECTION_WINDOW (window), FILING));
  g_assert_nonnull (steward_section_window_get_session (STEWARD_SECTION_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_true (g_file_replace_contents (broken, "{\"format\": 1}", 13, NULL, FALSE, 0, NULL, NULL, NULL));
  steward_window_open_file (desk->window, broken);
  ui_test_wait (desk_has_dialog, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (desk_find_dialog ())), "b.steward-answer"));
  desk_answer ("close");
}

static void
test_a_condition_is_confirmed (Desk          *desk,
                               gconstpointer  data)
{
  StewardGatesBox *box;
  GtkWidget *button;

  desk_import_sample (desk, "jincheng-factory");
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_LAND, "尚在协商");
  steward_window_show_page (desk->window, "overview");
  ui_test_settle ();
  box = STEWARD_GATES_BOX (ui_test_find (GTK_WIDGET (steward_window_get_page (desk->window, "overview")),
                                         STEWARD_TYPE_GATES_BOX));
  g_assert_nonnull (box);
  button = steward_gates_box_find (box, "有唯一用地意向");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (steward_project_get_fact (desk_get_project (desk), STEWARD_FACT_LAND), ==, "有唯一用地意向；尚在协商");
  g_assert_null (steward_gates_box_find (box, "有唯一用地意向"));
  g_assert_null (steward_gates_box_find (box, "取得用地手续"));
}

static void
add (const char *name,
     void      (*func) (Desk *, gconstpointer))
{
  g_test_add (name, Desk, NULL, desk_set_up, func, desk_tear_down);
}

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  add ("/sections/an-answer-comes-back", test_an_answer_comes_back);
  add ("/sections/what-a-section-adds-wants-a-reason", test_what_a_section_adds_wants_a_reason);
  add ("/sections/a-conflict-is-chosen-by-a-person", test_a_conflict_is_chosen_by_a_person);
  add ("/sections/the-form-shows-one-section", test_the_form_shows_one_section);
  add ("/sections/a-stranger-opens-a-request", test_a_stranger_opens_a_request);
  add ("/sections/a-condition-is-confirmed", test_a_condition_is_confirmed);
  return g_test_run ();
}
