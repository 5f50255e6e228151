/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-assessment-page.h"
#include "steward-blank-slot.h"
#include "steward-form-head.h"
#include "steward-text-field.h"
#include "ui-test.h"

/* The form on screen, held against the pack. */
typedef struct
{
  StewardSession        *session;
  GtkWidget             *window;
  StewardAssessmentPage *page;
  guint                  n_labelled;
  guint                  n_blank;
} Fixture;

static gboolean
is_built (gpointer data)
{
  Fixture *fixture = data;

  return ui_test_count (GTK_WIDGET (fixture->page), STEWARD_TYPE_BOX_ROW) == fixture->n_labelled
         && ui_test_count (GTK_WIDGET (fixture->page), STEWARD_TYPE_BLANK_SLOT) == fixture->n_blank;
}

static void
set_up (Fixture      *fixture,
        gconstpointer pack_id)
{
  GPtrArray *parts;

  fixture->session = ui_test_session (pack_id);
  parts = steward_pack_get_parts (steward_project_get_pack (steward_session_get_project (fixture->session)));
  for (guint p = 0; p < parts->len; p++)
    {
      const StewardPart *part = g_ptr_array_index (parts, p);

      for (guint g = 0; g < part->groups->len; g++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, g);

          for (guint b = 0; b < group->boxes->len; b++)
            {
              const StewardBox *box = g_ptr_array_index (group->boxes, b);

              if (box->kind == STEWARD_BOX_BLANK)
                fixture->n_blank++;
              else
                fixture->n_labelled++;
            }
        }
    }

  fixture->page = g_object_new (STEWARD_TYPE_ASSESSMENT_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  steward_page_set_session (STEWARD_PAGE (fixture->page), fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait (is_built, fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer pack_id)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_assert_finalize_object (fixture->session);
}

static StewardProject *
get_project (Fixture *fixture)
{
  return steward_session_get_project (fixture->session);
}

static GtkWidget *
get_check (Fixture    *fixture,
           const char *box)
{
  StewardBoxRow *row = steward_assessment_page_find_row (fixture->page, box);

  g_assert_nonnull (row);

  return ui_test_find (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON);
}

static void
assert_names (GtkWidget *widget)
{
  if (STEWARD_IS_BOX_ROW (widget))
    {
      GtkWidget *check = ui_test_find (widget, GTK_TYPE_CHECK_BUTTON);

      gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           steward_box_row_get_box (STEWARD_BOX_ROW (widget))->label);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_names (child);
}

static void
test_boxes_are_named (Fixture      *fixture,
                      gconstpointer pack_id)
{
  assert_names (GTK_WIDGET (fixture->page));
}

static void
test_tick (Fixture      *fixture,
           gconstpointer pack_id)
{
  const StewardBox *box = ui_test_item_box (fixture->session);
  GtkWidget *check = get_check (fixture, box->id);
  const StewardTick *tick;

  g_assert_null (steward_project_get_tick (get_project (fixture), box->id));
  g_assert_true (gtk_widget_activate (check));
  tick = steward_project_get_tick (get_project (fixture), box->id);
  g_assert_nonnull (tick);
  g_assert_true (tick->on);
  g_assert_cmpstr (tick->by, ==, steward_session_get_actor (fixture->session));
  g_assert_cmpuint (steward_session_get_schedule (fixture->session)->plan->items->len, ==, 1);

  g_assert_true (gtk_widget_activate (check));
  g_assert_cmpuint (steward_session_get_schedule (fixture->session)->plan->items->len, ==, 0);
}

static void
test_foreign_tick (Fixture      *fixture,
                   gconstpointer pack_id)
{
  const StewardBox *box = ui_test_item_box (fixture->session);
  guint generation;

  steward_project_set_tick (get_project (fixture), box->id, TRUE, "规划科", "2026-08-01T10:00:00");
  generation = steward_session_get_generation (fixture->session);
  ui_test_settle ();
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (fixture, box->id))));
  /* Showing a tick is not ticking: who and when stay. */
  g_assert_cmpuint (steward_session_get_generation (fixture->session), ==, generation);
  g_assert_cmpstr (steward_project_get_tick (get_project (fixture), box->id)->by, ==, "规划科");
}

/* Answers every question of choice with its first value, which suggests
 * something by the rules of every pack with a form. */
static void
answer_all (Fixture *fixture)
{
  StewardProject *project = get_project (fixture);
  GPtrArray *questions = steward_pack_get_questions (steward_project_get_pack (project));

  for (guint i = 0; i < questions->len; i++)
    {
      const StewardQuestion *question = g_ptr_array_index (questions, i);

      if (question->kind == STEWARD_QUESTION_CHOICE)
        steward_project_set_answer (project, question->id,
                                    ((StewardChoice *) g_ptr_array_index (question->choices, 0))->value);
    }
  ui_test_settle ();
}

static void
test_hint (Fixture      *fixture,
           gconstpointer pack_id)
{
  g_autoptr (GPtrArray) hints = NULL;
  const StewardHint *hint;
  StewardBoxRow *row;

  answer_all (fixture);
  hints = steward_project_get_hints (get_project (fixture));
  g_assert_cmpuint (hints->len, >, 0);
  hint = g_ptr_array_index (hints, 0);
  row = steward_assessment_page_find_row (fixture->page, hint->box->id);
  g_assert_true (steward_box_row_is_hinted (row));
  g_assert_false (steward_project_is_ticked (get_project (fixture), hint->box->id));

  steward_box_row_accept (row);
  ui_test_settle ();
  g_assert_true (steward_project_is_ticked (get_project (fixture), hint->box->id));
  g_assert_false (steward_box_row_is_hinted (row));
}

/* Whoever answers differently later is shown what nothing calls for any more. */
static void
test_doubt (Fixture      *fixture,
            gconstpointer pack_id)
{
  StewardProject *project = get_project (fixture);
  StewardBoxRow *row = steward_assessment_page_find_row (fixture->page, "jc.s1.box.item.filing");

  steward_project_set_answer (project, "jc.q.investment", "filing");
  ui_test_settle ();
  steward_box_row_accept (row);
  ui_test_settle ();
  g_assert_true (steward_project_is_ticked (project, "jc.s1.box.item.filing"));
  g_assert_false (steward_box_row_is_hinted (row));

  steward_project_set_answer (project, "jc.q.investment", "government");
  ui_test_settle ();
  g_assert_true (steward_box_row_is_hinted (row));
  g_assert_true (steward_project_is_ticked (project, "jc.s1.box.item.filing"));
  steward_box_row_accept (row);
  ui_test_settle ();
  g_assert_false (steward_project_is_ticked (project, "jc.s1.box.item.filing"));
  g_assert_false (steward_box_row_is_hinted (row));
}

static void
test_left_out_hint (Fixture      *fixture,
                    gconstpointer pack_id)
{
  g_autoptr (GPtrArray) hints = NULL;
  const StewardHint *hint;

  answer_all (fixture);
  hints = steward_project_get_hints (get_project (fixture));
  hint = g_ptr_array_index (hints, 0);
  steward_project_set_tick (get_project (fixture), hint->box->id, FALSE, "测试", NULL);
  ui_test_settle ();
  g_assert_false (steward_box_row_is_hinted (steward_assessment_page_find_row (fixture->page, hint->box->id)));
}

static void
test_blank_slot (Fixture      *fixture,
                 gconstpointer pack_id)
{
  GtkWidget *slot = ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_BLANK_SLOT);
  GtkWidget *entry = ui_test_find (slot, GTK_TYPE_ENTRY);
  GPtrArray *rows = steward_project_get_rows (get_project (fixture));

  g_assert_cmpuint (rows->len, ==, 0);
  entry = gtk_widget_get_last_child (slot);
  gtk_editable_set_text (GTK_EDITABLE (entry), "虚构的补充事项");
  g_signal_emit_by_name (entry, "activate");
  ui_test_settle ();
  rows = steward_project_get_rows (get_project (fixture));
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpstr (((StewardRow *) g_ptr_array_index (rows, 0))->text, ==, "虚构的补充事项");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (ui_test_find (slot, GTK_TYPE_ENTRY))), ==, "虚构的补充事项");

  /* White space alone is no row. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (steward_project_get_rows (get_project (fixture))->len, ==, 1);
}

/* The edited text used to reach the project as nothing, with warnings. */
static void
test_row_is_edited (Fixture      *fixture,
                    gconstpointer pack_id)
{
  GtkWidget *slot = ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_BLANK_SLOT);
  GtkWidget *text;
  const StewardRow *row;

  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_last_child (slot)), "占用绿地审批");
  g_signal_emit_by_name (gtk_widget_get_last_child (slot), "activate");
  ui_test_settle ();

  text = ui_test_find (slot, GTK_TYPE_ENTRY);
  g_assert_true (text != gtk_widget_get_last_child (slot));
  gtk_editable_set_text (GTK_EDITABLE (text), "占用城市绿地审批");
  row = g_ptr_array_index (steward_project_get_rows (get_project (fixture)), 0);
  g_assert_cmpstr (row->text, ==, "占用城市绿地审批");

  gtk_editable_set_text (GTK_EDITABLE (text), "");
  steward_blank_slot_commit (STEWARD_BLANK_SLOT (slot));
  ui_test_settle ();
  g_assert_cmpuint (steward_project_get_rows (get_project (fixture))->len, ==, 0);
}

/* What was typed without Enter used to go with the form. */
static void
test_typed_row_is_kept (Fixture      *fixture,
                        gconstpointer pack_id)
{
  GtkWidget *slot = ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_BLANK_SLOT);
  GtkWidget *entry = gtk_widget_get_last_child (slot);
  const StewardRow *row;

  gtk_editable_set_text (GTK_EDITABLE (entry), "占用绿地审批");
  steward_page_set_session (STEWARD_PAGE (fixture->page), NULL);
  g_assert_cmpuint (steward_project_get_rows (get_project (fixture))->len, ==, 1);
  row = g_ptr_array_index (steward_project_get_rows (get_project (fixture)), 0);
  g_assert_cmpstr (row->text, ==, "占用绿地审批");
}

static void
test_text_limit (Fixture      *fixture,
                 gconstpointer pack_id)
{
  GtkWidget *field = ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_TEXT_FIELD);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find (field, GTK_TYPE_TEXT_VIEW)));
  g_autofree char *most = g_strnfill (STEWARD_TEXT_MAX_CHARS - 1, 'x');

  gtk_text_buffer_set_text (buffer, most, -1);
  gtk_text_buffer_insert_at_cursor (buffer, "中文", -1);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, STEWARD_TEXT_MAX_CHARS);
}

static void
add (const char *name,
     const char *pack,
     void      (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/form/%s/%s", pack, name);

  g_test_add (path, Fixture, pack, set_up, test, tear_down);
}

/* Labels of the form, in its order. (element-type StewardBox) */
static GPtrArray *
list_boxes (Fixture *fixture)
{
  GPtrArray *boxes = g_ptr_array_new ();
  GPtrArray *parts = steward_pack_get_parts (steward_project_get_pack (steward_session_get_project (fixture->session)));

  for (guint p = 0; p < parts->len; p++)
    {
      const StewardPart *part = g_ptr_array_index (parts, p);

      for (guint g = 0; g < part->groups->len; g++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, g);

          for (guint b = 0; b < group->boxes->len; b++)
            if (((StewardBox *) group->boxes->pdata[b])->kind != STEWARD_BOX_BLANK)
              g_ptr_array_add (boxes, group->boxes->pdata[b]);
        }
    }
  return boxes;
}

static guint
count_shown (Fixture *fixture)
{
  g_autoptr (GPtrArray) boxes = list_boxes (fixture);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardBox *box = g_ptr_array_index (boxes, i);

      n += gtk_widget_get_mapped (GTK_WIDGET (steward_assessment_page_find_row (fixture->page, box->id)));
    }
  return n;
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkWidget *entry = ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  steward_page_find (STEWARD_PAGE (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static GtkToggleButton *
find_only_ticked (Fixture *fixture)
{
  GObject *button = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STEWARD_TYPE_ASSESSMENT_PAGE,
                                                   "only_ticked");

  return GTK_TOGGLE_BUTTON (button);
}

static void
test_boxes_are_found_by_label_and_initials (Fixture      *fixture,
                                            gconstpointer data)
{
  const char *found[] = { "环境影响评价", "hjyxpj", "HJYXPJ", " 环境影响 " };
  guint all = count_shown (fixture);

  g_assert_cmpuint (all, ==, fixture->n_labelled);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      search (fixture, found[i]);
      g_assert_cmpuint (count_shown (fixture), >, 0);
      g_assert_cmpuint (count_shown (fixture), <, 10);
    }
  search (fixture, "没有这样的框");
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  search (fixture, "");
  g_assert_cmpuint (count_shown (fixture), ==, all);
}

static void
test_only_ticked_shows_what_is_decided (Fixture      *fixture,
                                        gconstpointer data)
{
  StewardProject *project = steward_session_get_project (fixture->session);
  GtkToggleButton *only = find_only_ticked (fixture);
  g_autoptr (GPtrArray) boxes = list_boxes (fixture);
  GtkWidget *expander = ui_test_find (GTK_WIDGET (fixture->page), GTK_TYPE_EXPANDER);
  guint before;

  for (guint i = 0; i < 3; i++)
    steward_project_set_tick (project, ((StewardBox *) boxes->pdata[i])->id, FALSE, "李", NULL);
  gtk_toggle_button_set_active (only, TRUE);
  before = count_shown (fixture);
  gtk_toggle_button_set_active (only, FALSE);
  for (guint i = 0; i < 2; i++)
    steward_project_set_tick (project, ((StewardBox *) boxes->pdata[i])->id, TRUE, "李", NULL);
  /* A folded group does not hide what is ticked. */
  gtk_expander_set_expanded (GTK_EXPANDER (expander), FALSE);
  g_assert_cmpuint (count_shown (fixture), <, fixture->n_labelled);
  gtk_toggle_button_set_active (only, TRUE);
  g_assert_cmpuint (count_shown (fixture), ==, before + 2);
  /* What is unticked now stays in sight until the filter changes. */
  steward_project_set_tick (project, ((StewardBox *) boxes->pdata[0])->id, FALSE, "李", NULL);
  g_assert_cmpuint (count_shown (fixture), ==, before + 2);
  gtk_toggle_button_set_active (only, FALSE);
  g_assert_cmpuint (count_shown (fixture), ==, fixture->n_labelled);
}

static void
test_the_head_says_who_and_when (Fixture      *fixture,
                                 gconstpointer data)
{
  StewardFormHead *head = STEWARD_FORM_HEAD (ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_FORM_HEAD));
  GtkEditable *day = steward_form_head_get_entry (head, STEWARD_FACT_FILLED_ON);

  g_assert_null (steward_form_head_get_entry (head, STEWARD_FACT_NOTE));
  gtk_editable_set_text (steward_form_head_get_entry (head, STEWARD_FACT_FILLED_BY), "虚构·甲");
  g_assert_cmpstr (steward_project_get_fact (get_project (fixture), STEWARD_FACT_FILLED_BY), ==, "虚构·甲");
  /* As it is typed, until one leaves. */
  gtk_widget_grab_focus (GTK_WIDGET (day));
  gtk_editable_set_text (day, "2026.8.5");
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (day), ==, "2026.8.5");
  g_assert_cmpstr (steward_project_get_fact (get_project (fixture), STEWARD_FACT_FILLED_ON), ==, "2026-08-05");
  gtk_widget_grab_focus (GTK_WIDGET (steward_form_head_get_entry (head, STEWARD_FACT_NAME)));
  g_assert_cmpstr (gtk_editable_get_text (day), ==, "2026-08-05");
  /* What somebody else writes is shown. */
  steward_project_set_fact (get_project (fixture), STEWARD_FACT_FILLED_BY, "虚构·乙");
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (steward_form_head_get_entry (head, STEWARD_FACT_FILLED_BY)), ==, "虚构·乙");
  /* Matches are looked at without it. */
  search (fixture, "环境");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (head)));
  search (fixture, "");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (head)));
}

static gboolean
has_focus_within (Fixture *fixture,
                  GType    type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

/* Where the keyboard is, as a box. */
static StewardBoxRow *
get_focused_row (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL ? STEWARD_BOX_ROW (gtk_widget_get_ancestor (focus, STEWARD_TYPE_BOX_ROW)) : NULL;
}

static void
test_keyboard_lands_on_a_box (Fixture      *fixture,
                              gconstpointer data)
{
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (fixture->page), STEWARD_TYPE_ASSESSMENT_PAGE,
                                                  "search_entry");
  g_autoptr (GPtrArray) boxes = list_boxes (fixture);

  steward_page_enter (STEWARD_PAGE (fixture->page));
  g_assert_true (steward_box_row_get_box (get_focused_row (fixture)) == boxes->pdata[0]);

  /* Enter goes to the first match, even before the filter was drawn. */
  steward_page_find (STEWARD_PAGE (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (entry), "hjyxpj");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (get_focused_row (fixture));
  g_assert_true (steward_box_row_matches (get_focused_row (fixture), "hjyxpj"));

  /* Nothing to go to. */
  steward_page_find (STEWARD_PAGE (fixture->page));
  gtk_editable_set_text (GTK_EDITABLE (entry), "没有这样的框");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (has_focus_within (fixture, GTK_TYPE_SEARCH_ENTRY));
}

static void
press_arrow (GtkWidget *view,
             int        step)
{
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, step, FALSE);
}

static void
test_arrows_leave_a_text_at_its_edge (Fixture      *fixture,
                                      gconstpointer data)
{
  GtkWidget *view = ui_test_find (ui_test_find (GTK_WIDGET (fixture->page), STEWARD_TYPE_TEXT_FIELD),
                                  GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;

  gtk_widget_grab_focus (view);
  gtk_text_buffer_set_text (buffer, "一\n二\n", -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  ui_test_settle ();
  for (guint i = 0; i < 2; i++)
    {
      press_arrow (view, 1);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == view);
    }
  press_arrow (view, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != view);

  gtk_widget_grab_focus (view);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  press_arrow (view, -1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != view);
}

int
main (int   argc,
      char *argv[])
{
  static const char * const packs[] = { "jincheng-2022", "datong-2025" };

  ui_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      add ("every-box-is-named-as-on-paper", packs[i], test_boxes_are_named);
      add ("a-tick-says-who-and-changes-the-plan", packs[i], test_tick);
      add ("a-tick-of-somebody-else-is-only-shown", packs[i], test_foreign_tick);
      add ("a-suggestion-is-not-a-tick-until-accepted", packs[i], test_hint);
      add ("a-suggestion-left-out-is-gone", packs[i], test_left_out_hint);
      if (g_str_equal (packs[i], "jincheng-2022"))
        add ("a-tick-that-nothing-calls-for-is-shown", packs[i], test_doubt);
      add ("boxes-are-found-by-label-and-initials", packs[i], test_boxes_are_found_by_label_and_initials);
      add ("only-ticked-shows-what-is-decided", packs[i], test_only_ticked_shows_what_is_decided);
      add ("a-blank-slot-becomes-a-row", packs[i], test_blank_slot);
      add ("a-row-can-be-edited", packs[i], test_row_is_edited);
      add ("a-row-is-kept-without-enter", packs[i], test_typed_row_is_kept);
      add ("a-text-ends-at-its-limit", packs[i], test_text_limit);
      add ("the-head-says-who-and-when", packs[i], test_the_head_says_who_and_when);
      add ("the-keyboard-lands-on-a-box", packs[i], test_keyboard_lands_on_a_box);
      add ("arrows-leave-a-text-at-its-edge", packs[i], test_arrows_leave_a_text_at_its_edge);
    }

  return g_test_run ();
}
