/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "steward-move-dialog.h"
#include "steward-rules-entry.h"
#include "steward-rules-field.h"
#include "steward-rules-window.h"
#include "ui-desk.h"
#include "user-packs.h"

static const StewardPackDraftBasis basis = { "测发〔2026〕9号", "", "", "2026-11-20", "第二条" };

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static StewardRulesField *
find_field (GtkWidget  *widget,
            const char *field)
{
  if (STEWARD_IS_RULES_FIELD (widget) &&
      g_str_equal (steward_rules_field_get_field (STEWARD_RULES_FIELD (widget)), field))
    return STEWARD_RULES_FIELD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      StewardRulesField *found = find_field (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The label below a field, "" when it is not shown. */
static const char *
get_problem (StewardRulesField *field)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (field));

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : "";
}

static GtkEditable *
find_entry (StewardRulesWindow *window,
            const char         *field)
{
  return GTK_EDITABLE (ui_test_find (GTK_WIDGET (find_field (GTK_WIDGET (window), field)), GTK_TYPE_ENTRY));
}

static StewardRulesWindow *
open_rules (const char *id)
{
  g_autoptr (StewardPack) pack = steward_pack_library_load (id, NULL);
  StewardRulesWindow *window = steward_rules_window_new (NULL, pack);

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  return window;
}

static void
test_mistakes_stand_below (void)
{
  StewardRulesWindow *window = open_rules ("datong-2025");
  StewardPackDraft *draft = steward_rules_window_get_draft (window);
  g_auto (GStrv) ids = steward_pack_draft_list (draft, "items");
  StewardRulesField *field;

  steward_rules_window_show (window, "items", ids[1]);
  field = find_field (GTK_WIDGET (window), "limit");
  g_assert_cmpstr (get_problem (field), ==, "");
  gtk_editable_set_text (find_entry (window, "limit"), "soon");
  g_assert_nonnull (strstr (get_problem (field), "a number"));
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 1);
  /* The form stays as it is while somebody types into it. */
  g_assert_true (find_field (GTK_WIDGET (window), "limit") == field);
  gtk_editable_set_text (find_entry (window, "limit"), "3");
  g_assert_cmpstr (get_problem (field), ==, "");
  g_assert_cmpint (steward_pack_find_item (steward_pack_draft_get_pack (draft), ids[1])->limit, ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.undo", NULL);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window, "limit")), ==, "");
  g_assert_false (steward_pack_draft_is_changed (draft));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first of @type that is in no popover. */
static GtkWidget *
find_open (GtkWidget *widget,
           GType      type)
{
  if (GTK_IS_POPOVER (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_open (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_shown (StewardRulesWindow *window)
{
  GtkWidget *list = find_open (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
}

static gboolean
is_narrowed (gpointer data)
{
  return count_shown (data) < 10;
}

static void
test_search (void)
{
  StewardRulesWindow *window = open_rules ("datong-2025");
  GtkWidget *search = find_open (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = find_open (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  g_autoptr (StewardRulesEntry) entry = NULL;

  g_assert_cmpuint (count_shown (window), >, 50);
  gtk_editable_set_text (GTK_EDITABLE (search), "jsyd");
  ui_test_wait (is_narrowed, window);
  entry = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  g_assert_cmpstr (steward_rules_entry_get_name (entry), ==, "建设用地（含临时用地）规划许可证");
  g_assert_nonnull (strstr (steward_rules_entry_get_facts (entry), "Items"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_every_list_has_its_form (void)
{
  static const char * const lists[] = {
    "items", "materials", "stages", "blocks", "bureaus", "sections", "timers", "questions", "suggestions", "levers",
    "checks", "forms", "basis"
  };
  StewardRulesWindow *window = open_rules ("jincheng-2022");
  StewardPackDraft *draft = steward_rules_window_get_draft (window);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) ids = steward_pack_draft_list (draft, lists[i]);

      for (guint j = 0; ids[j] != NULL && j < 1; j++)
        {
          steward_rules_window_show (window, lists[i], ids[j]);
          ui_test_settle ();
          g_assert_cmpuint (ui_test_count (GTK_WIDGET (window), STEWARD_TYPE_RULES_FIELD), >=, 4);
        }
    }
  steward_rules_window_show (window, "", "");
  g_assert_nonnull (find_field (GTK_WIDGET (window), "settings.yellow-days"));
  /* Looking changes nothing. */
  g_assert_false (steward_pack_draft_is_changed (draft));
  g_assert_false (steward_pack_draft_can_undo (draft));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_add_and_remove (void)
{
  StewardRulesWindow *window = open_rules ("datong-2025");
  StewardPackDraft *draft = steward_rules_window_get_draft (window);
  g_auto (GStrv) ids = steward_pack_draft_list (draft, "items"), more = NULL, less = NULL;
  guint n = g_strv_length (ids);

  steward_rules_window_show (window, "items", ids[0]);
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.add", NULL);
  more = steward_pack_draft_list (draft, "items");
  g_assert_cmpuint (g_strv_length (more), ==, n + 1);
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
  g_assert_nonnull (steward_pack_find_item_box (steward_pack_draft_get_pack (draft), more[n]));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (window, "name")), ==, "New");
  gtk_editable_set_text (find_entry (window, "name"), "新增事项");
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.remove", NULL);
  less = steward_pack_draft_list (draft, "items");
  g_assert_cmpuint (g_strv_length (less), ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_field (gpointer data)
{
  const char *field = g_object_get_data (data, "expected");

  return find_field (data, field) != NULL;
}

static void
wait_for_field (StewardRulesWindow *window,
                const char         *field)
{
  g_object_set_data (G_OBJECT (window), "expected", (gpointer) field);
  ui_test_wait (has_field, window);
}

static void
choose (StewardRulesWindow *window,
        const char         *field,
        guint               index)
{
  GtkWidget *choice = ui_test_find (GTK_WIDGET (find_field (GTK_WIDGET (window), field)), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), index);
}

/* A suggestion is made from nothing: conditions, answers that fit the question,
 * boxes and the reason, judged while it is made. */
static void
test_suggestions (void)
{
  StewardRulesWindow *window = open_rules ("datong-2025");
  StewardPackDraft *draft = steward_rules_window_get_draft (window);
  g_auto (GStrv) ids = steward_pack_draft_list (draft, "suggestions");
  guint n = g_strv_length (ids);
  const StewardSuggestion *suggestion;
  const StewardCondition *condition;

  steward_rules_window_show (window, "suggestions", ids[0]);
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.add", NULL);
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
  g_assert_cmpuint (steward_pack_get_suggestions (steward_pack_draft_get_pack (draft))->len, ==, n + 1);
  g_signal_emit_by_name (ui_test_find_button (GTK_WIDGET (window), "Add a Condition"), "clicked");
  wait_for_field (window, "all.1.value");
  /* The second question is answered with yes or no, the third with one of its own. */
  choose (window, "all.1.question", 2);
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 1);
  ui_test_settle ();
  g_assert_nonnull (strstr (get_problem (find_field (GTK_WIDGET (window), "all.1.value")), "not an answer"));
  choose (window, "all.1.value", 2);
  g_assert_cmpstr (get_problem (find_field (GTK_WIDGET (window), "all.1.value")), ==, "");
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
  suggestion = steward_pack_get_suggestions (steward_pack_draft_get_pack (draft))->pdata[n];
  g_assert_cmpuint (suggestion->all->len, ==, 2);
  condition = suggestion->all->pdata[1];
  g_assert_cmpstr (condition->question, ==, "dt.q.building");
  g_assert_cmpstr (condition->value, ==, "no");
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.remove", NULL);
  g_assert_cmpuint (steward_pack_get_suggestions (steward_pack_draft_get_pack (draft))->len, ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_levers_checks_and_wording (void)
{
  StewardRulesWindow *window = open_rules ("datong-2025");
  StewardPackDraft *draft = steward_rules_window_get_draft (window);
  const StewardCheck *check;
  const StewardEffect *effect;
  GtkWidget *view;

  steward_rules_window_show (window, "levers", "commitment");
  ui_test_settle ();
  gtk_editable_set_text (find_entry (window, "effects.1.days"), "2");
  effect = steward_pack_find_lever (steward_pack_draft_get_pack (draft), "commitment")->effects->pdata[1];
  g_assert_cmpint (effect->days, ==, 2);
  g_assert_nonnull (find_field (GTK_WIDGET (window), "effects.2.when.0.value"));

  steward_rules_window_show (window, "checks", "over-limit");
  ui_test_settle ();
  choose (window, "severity", 3);
  check = steward_pack_find_check (steward_pack_draft_get_pack (draft), STEWARD_CHECK_OVER_LIMIT);
  g_assert_cmpint (check->severity, ==, STEWARD_SEVERITY_NOTE);

  steward_rules_window_show (window, "forms", "entrustment");
  ui_test_settle ();
  view = ui_test_find (GTK_WIDGET (find_field (GTK_WIDGET (window), "clauses")), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "一、甲\n\n二、乙", -1);
  g_assert_cmpstr (steward_pack_get_wordings (steward_pack_draft_get_pack (draft), "entrustment", "clauses")[1], ==,
                   "二、乙");
  g_assert_cmpuint (steward_pack_draft_get_problems (draft)->len, ==, 0);
  gtk_editable_set_text (find_entry (window, "title"), "");
  g_assert_nonnull (strstr (get_problem (find_field (GTK_WIDGET (window), "title")), "required"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The rows of the dialog that asks for the document, in their order. */
static void
collect_rows (GtkWidget *widget,
              GPtrArray *rows)
{
  if (ADW_IS_ENTRY_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_rows (child, rows);
}

static gboolean
is_saved (gpointer data)
{
  g_autoptr (GPtrArray) versions = steward_pack_library_get_versions ("datong-2025");

  return versions->len == 2;
}

static void
test_save (void)
{
  StewardRulesWindow *window;
  StewardPackDraft *draft;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (StewardPack) pack = NULL;
  g_auto (GStrv) ids = NULL;
  const StewardItem *item;

  user_packs_clear ();
  window = open_rules ("datong-2025");
  draft = steward_rules_window_get_draft (window);
  ids = steward_pack_draft_list (draft, "items");
  steward_rules_window_show (window, "items", ids[1]);
  gtk_editable_set_text (find_entry (window, "limit"), "3");
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.save", NULL);
  /* Refused without the number of a document, and asked again. */
  desk_answer ("save");
  ui_test_wait (desk_has_dialog, NULL);
  g_assert_false (is_saved (NULL));
  collect_rows (GTK_WIDGET (desk_find_dialog ()), rows);
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (gtk_editable_get_text (rows->pdata[0]), ==, "2026.1");
  gtk_editable_set_text (rows->pdata[1], basis.document);
  gtk_editable_set_text (rows->pdata[4], basis.date);
  gtk_editable_set_text (rows->pdata[5], basis.clause);
  desk_answer ("save");
  ui_test_wait (is_saved, NULL);
  pack = steward_pack_library_load ("datong-2025", NULL);
  g_assert_cmpstr (steward_pack_get_version (pack), ==, "2026.1");
  item = steward_pack_find_item (pack, ids[1]);
  g_assert_cmpint (item->limit, ==, 3);
  g_assert_cmpstr (item->source->basis->document, ==, basis.document);
  g_assert_cmpstr (item->source->clause, ==, basis.clause);
  g_assert_false (steward_pack_draft_is_changed (draft));
  gtk_window_destroy (GTK_WINDOW (window));
  user_packs_clear ();
}

static gboolean
has_county (gpointer data)
{
  g_autoptr (GPtrArray) versions = steward_pack_library_get_versions ("datong-2025-1");

  return versions->len == 1;
}

static void
fill (GPtrArray  *rows,
      const char *code)
{
  static const char * const texts[] = { "测试县", NULL, "测试县审批流程", NULL, "测发〔2026〕9号", "2026-11-20" };

  g_ptr_array_set_size (rows, 0);
  ui_test_wait (desk_has_dialog, NULL);
  collect_rows (GTK_WIDGET (desk_find_dialog ()), rows);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      gtk_editable_set_text (rows->pdata[i], texts[i]);
  gtk_editable_set_text (rows->pdata[1], code);
  g_assert_cmpstr (gtk_editable_get_text (rows->pdata[3]), ==, "datong-2025-1");
  desk_answer ("save");
}

/* The rules of a county, made in a dialog: a project follows them at once. */
static void
test_a_county (void)
{
  StewardRulesWindow *window;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (StewardProject) project = NULL;
  g_autoptr (StewardPlan) plan = NULL;
  const StewardBox *box;

  user_packs_clear ();
  window = open_rules ("datong-2025");
  gtk_widget_activate_action (GTK_WIDGET (window), "rules.new", NULL);
  /* The code of a city is not that of a county, and of six digits. */
  fill (rows, "140200");
  ui_test_settle ();
  fill (rows, "1402");
  ui_test_settle ();
  g_assert_false (has_county (NULL));
  fill (rows, "140299");
  ui_test_wait (has_county, NULL);
  g_assert_cmpstr (steward_pack_draft_get_id (steward_rules_window_get_draft (window)), ==, "datong-2025-1");
  g_assert_false (steward_pack_draft_is_changed (steward_rules_window_get_draft (window)));
  gtk_window_destroy (GTK_WINDOW (window));

  pack = steward_pack_library_load ("datong-2025-1", NULL);
  g_assert_cmpstr (steward_pack_get_region (pack), ==, "测试县");
  g_assert_cmpint (steward_pack_get_level (pack), ==, STEWARD_LEVEL_COUNTY);
  project = steward_project_new (pack);
  box = steward_pack_find_item_box (pack, ((const StewardItem *) steward_pack_get_items (pack)->pdata[0])->id);
  steward_project_set_tick (project, box->id, TRUE, "测试", "2026-11-21T10:00:00Z");
  plan = steward_plan_new (project);
  g_assert_cmpuint (plan->items->len, ==, 1);
  user_packs_clear ();
}

/* Copies the rules, changes the limit of the item, and saves them. */
static void
save_version (const char *item)
{
  g_autoptr (StewardPack) pack = steward_pack_library_load ("datong-2025", NULL), saved = NULL;
  g_autoptr (StewardPackDraft) draft = steward_pack_draft_new (pack);
  g_autoptr (GError) error = NULL;

  steward_pack_draft_set_text (draft, "items", item, "limit", "2", &error);
  g_assert_no_error (error);
  saved = steward_pack_draft_save (draft, "2026.1", &basis, &error);
  g_assert_no_error (error);
}

static const char *
get_version (Desk *desk)
{
  return steward_pack_get_version (steward_project_get_pack (desk_get_project (desk)));
}

static gboolean
is_new (gpointer data)
{
  return desk_has_session (data) && g_str_equal (get_version (data), "2026.1");
}

static gboolean
is_old (gpointer data)
{
  return desk_has_session (data) && g_str_equal (get_version (data), "2025.1");
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_window (STEWARD_TYPE_MOVE_DIALOG) == NULL;
}

/* The whole way: rules are changed and saved, the project is offered them,
 * moves, its limit is another one, and undo leads back. */
static void
test_a_project_is_moved (Desk          *desk,
                         gconstpointer  data)
{
  const StewardScheduleRow *row;
  g_autofree char *item = NULL;
  int limit;

  user_packs_clear ();
  desk_import_sample (desk, "datong-complex");
  g_assert_null (desk->window->newer);
  row = desk_find_untouched (desk);
  item = g_strdup (row->id);
  limit = row->limit;
  g_assert_cmpint (limit, !=, 2);
  save_version (item);
  steward_window_look_for_rules (desk->window);
  steward_window_update_bar (desk->window);
  g_assert_nonnull (desk->window->newer);
  g_assert_true (gtk_revealer_get_reveal_child (desk->window->bar));
  g_assert_nonnull (strstr (gtk_label_get_text (desk->window->bar_label), "2026.1"));

  desk_activate (desk, "win.move-rules");
  g_assert_nonnull (find_window (STEWARD_TYPE_MOVE_DIALOG));
  gtk_widget_activate_action (find_window (STEWARD_TYPE_MOVE_DIALOG), "move.move", NULL);
  ui_test_wait (is_new, desk);
  ui_test_wait (has_no_dialog, NULL);
  g_assert_cmpint (steward_plan_find_item (steward_session_get_schedule (desk_get_session (desk))->plan, item)->limit,
                   ==, 2);
  g_assert_null (desk->window->newer);

  desk_activate (desk, "win.undo");
  ui_test_wait (is_old, desk);
  g_assert_cmpint (steward_plan_find_item (steward_session_get_schedule (desk_get_session (desk))->plan, item)->limit,
                   ==, limit);
  g_assert_nonnull (desk->window->newer);
}

static void
test_not_now (Desk          *desk,
              gconstpointer  data)
{
  user_packs_clear ();
  desk_import_sample (desk, "datong-complex");
  save_version (desk_find_untouched (desk)->id);
  steward_window_look_for_rules (desk->window);
  g_assert_nonnull (desk->window->newer);
  desk_activate (desk, "win.move-rules");
  gtk_widget_activate_action (find_window (STEWARD_TYPE_MOVE_DIALOG), "move.pass-over", NULL);
  ui_test_wait (has_no_dialog, NULL);
  g_assert_null (desk->window->newer);
  g_assert_false (gtk_revealer_get_reveal_child (desk->window->bar));
  steward_window_look_for_rules (desk->window);
  g_assert_null (desk->window->newer);
  g_assert_cmpstr (get_version (desk), ==, "2025.1");
}

/* What is typed when the project is moved elsewhere is not lost. */
static void
test_typing_while_it_is_moved (Desk          *desk,
                               gconstpointer  data)
{
  g_autoptr (StewardPack) pack = NULL;
  g_autoptr (StewardMove) move = NULL;
  StewardStore *store;

  user_packs_clear ();
  desk_import_sample (desk, "datong-complex");
  save_version (desk_find_untouched (desk)->id);
  pack = steward_pack_library_load ("datong-2025", NULL);
  move = steward_move_new (desk_get_project (desk), pack);
  store = steward_keeper_get_store (desk_get_keeper (desk));
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "正在输入");
  steward_store_apply_async (store, steward_change_set_new_move (move, "别人", 0), NULL, NULL);
  ui_test_wait (is_new, desk);
  desk_assert_note (desk, "正在输入");
}

#define ADD(name, func) g_test_add (name, Desk, NULL, desk_set_up, func, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  user_packs_set_up ();
  ui_test_init (&argc, &argv);
  g_test_add_func ("/rules/mistakes-stand-below-their-field", test_mistakes_stand_below);
  g_test_add_func ("/rules/are-found-by-initials", test_search);
  g_test_add_func ("/rules/every-list-has-its-form", test_every_list_has_its_form);
  g_test_add_func ("/rules/add-and-remove", test_add_and_remove);
  g_test_add_func ("/rules/suggestions", test_suggestions);
  g_test_add_func ("/rules/levers-checks-and-wording", test_levers_checks_and_wording);
  g_test_add_func ("/rules/are-saved-with-their-document", test_save);
  g_test_add_func ("/rules/a-county-starts-from-its-city", test_a_county);
  ADD ("/rules/a-project-is-moved", test_a_project_is_moved);
  ADD ("/rules/not-now", test_not_now);
  ADD ("/rules/typing-while-it-is-moved", test_typing_while_it_is_moved);
  status = g_test_run ();
  user_packs_tear_down ();
  return status;
}
