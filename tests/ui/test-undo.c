/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-overview-page.h"
#include "ui-desk.h"

static gboolean
can_undo (gpointer data)
{
  return steward_history_get_label (((Desk *) data)->window->history, FALSE) != NULL;
}

static gboolean
can_redo (gpointer data)
{
  return steward_history_get_label (((Desk *) data)->window->history, TRUE) != NULL;
}

static gboolean
cannot_redo (gpointer data)
{
  return !can_redo (data);
}

static void
test_undo_lasts (Desk          *desk,
                 gconstpointer  data)
{
  g_autofree char *id = NULL;

  desk_import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (desk_get_project (desk)));
  desk_set_note (desk, "一");
  desk_set_note (desk, "二");
  desk_set_note (desk, "三");
  steward_window_show_page (desk->window, "plan");
  desk_activate (desk, "win.undo");
  desk_assert_note (desk, "二");
  desk_activate (desk, "win.undo");
  desk_assert_note (desk, "一");

  desk_stop (desk);
  desk_start (desk);
  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (desk_has_session, desk);
  ui_test_wait (can_redo, desk);
  desk_assert_note (desk, "一");
  desk_activate (desk, "win.redo");
  desk_assert_note (desk, "二");
  desk_activate (desk, "win.redo");
  desk_assert_note (desk, "三");
  ui_test_wait (cannot_redo, desk);
  g_assert_true (can_undo (desk));
}

/**
 * Offer:
 *
 * What undo and redo are called in the menu.
 */
typedef struct
{
  Desk       *desk;
  const char *undo;
  const char *redo;
} Offer;

static gboolean
is_offered (gpointer data)
{
  const Offer *offer = data;
  GMenuModel *menu = G_MENU_MODEL (offer->desk->window->history_menu);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 2);
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &undo);
  g_menu_model_get_item_attribute (menu, 1, G_MENU_ATTRIBUTE_LABEL, "s", &redo);

  return g_strcmp0 (undo, offer->undo) == 0 && g_strcmp0 (redo, offer->redo) == 0;
}

static void
assert_offers (Desk       *desk,
               const char *undo,
               const char *redo)
{
  ui_test_wait (is_offered, &(Offer) { desk, undo, redo });
  /* The description is the tooltip, too. */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (desk->window->undo_button),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, undo);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (desk->window->redo_button),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, redo);
}

static gboolean
has_toast (gpointer data)
{
  return ((Desk *) data)->window->history_toast != NULL;
}

static void
test_undo_says_what (Desk          *desk,
                     gconstpointer  data)
{
  const StewardBox *box;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  assert_offers (desk, "Undo", "Redo");
  desk_import_sample (desk, "datong-complex");
  assert_offers (desk, "Undo Import 虚构云冈广场商业综合体项目", "Redo");
  box = ui_test_item_box (desk_get_session (desk));
  g_assert_true (steward_project_is_ticked (desk_get_project (desk), box->id));
  steward_project_set_tick (desk_get_project (desk), box->id, FALSE, "测试", NULL);
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  undo = g_strdup_printf ("Undo Untick %s", box->label);
  redo = g_strdup_printf ("Redo Untick %s", box->label);
  assert_offers (desk, undo, "Redo");

  desk_activate (desk, "win.undo");
  ui_test_wait (can_redo, desk);
  ui_test_settle ();
  g_assert_true (steward_project_is_ticked (desk_get_project (desk), box->id));
  assert_offers (desk, "Undo Import 虚构云冈广场商业综合体项目", redo);
  ui_test_wait (has_toast, desk);
}

static gboolean
has_no_toast (gpointer data)
{
  return !has_toast (data);
}

/* The button of what was undone here would take back something there. */
static void
test_undo_is_not_offered_elsewhere (Desk          *desk,
                                    gconstpointer  data)
{
  desk_import_sample (desk, "datong-complex");
  desk_set_note (desk, "一");
  desk_activate (desk, "win.undo");
  ui_test_wait (has_toast, desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.import-sample", "s", "jincheng-factory");
  ui_test_wait (has_no_toast, desk);
}

static void
assert_actor (Desk       *desk,
              guint       i,
              const char *actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StewardDatabase) database = steward_database_open (desk->database, STEWARD_OPEN_READ_ONLY, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  entries = steward_database_read_log (database, NULL, 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, i + 1);
  g_assert_cmpstr (((const StewardLogEntry *) g_ptr_array_index (entries, i))->actor, ==, actor);
}

/* Who sits here wrote it, not who filled the form. */
static void
test_log_names_the_person (Desk          *desk,
                           gconstpointer  data)
{
  GSettings *settings = steward_application_get_settings (desk->application);
  g_autofree char *person = steward_application_dup_person (desk->application);

  g_assert_nonnull (settings);
  desk_import_sample (desk, "datong-complex");
  assert_actor (desk, 0, person);
  desk_set_note (desk, "一");
  assert_actor (desk, 1, person);
  g_settings_set_string (settings, "steward-name", "周示例");
  desk_set_note (desk, "二");
  assert_actor (desk, 2, "周示例");
  desk_activate (desk, "win.undo");
  ui_test_wait (can_redo, desk);
  assert_actor (desk, 3, "周示例");
  g_settings_reset (settings, "steward-name");
}

static GtkEditable *
focus_on (Desk        *desk,
          StewardFact  fact)
{
  StewardPage *overview = steward_window_get_page (desk->window, "overview");

  steward_window_show_page (desk->window, "overview");
  steward_overview_page_edit (STEWARD_OVERVIEW_PAGE (overview), fact);
  ui_test_settle ();

  return GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (desk->window)));
}

/* A field that was filled from the project would empty itself. */
static void
test_fields_have_no_undo (Desk          *desk,
                          gconstpointer  data)
{
  GtkEditable *field;

  desk_import_sample (desk, "datong-complex");
  field = focus_on (desk, STEWARD_FACT_NAME);
  g_assert_cmpstr (gtk_editable_get_text (field), ==, "虚构云冈广场商业综合体项目");
  g_assert_false (gtk_editable_get_enable_undo (field));
  gtk_widget_activate_action (GTK_WIDGET (field), "text.undo", NULL);
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (field), ==, "虚构云冈广场商业综合体项目");

  /* The search is no project. */
  desk_activate (desk, "win.find-project");
  ui_test_settle ();
  field = GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (desk->window)));
  g_assert_true (gtk_editable_get_enable_undo (field));
}

static void
test_undo_takes_what_is_typed (Desk          *desk,
                               gconstpointer  data)
{
  g_autofree char *before = NULL;

  desk_import_sample (desk, "datong-complex");
  before = g_strdup (steward_project_get_fact (desk_get_project (desk), STEWARD_FACT_NOTE));
  steward_project_set_fact (desk_get_project (desk), STEWARD_FACT_NOTE, "还没停手");
  desk_activate (desk, "win.undo");
  ui_test_wait (desk_is_settled, desk);
  desk_assert_note (desk, before);
}

static void
test_removed_comes_back (Desk          *desk,
                         gconstpointer  data)
{
  g_autofree char *id = NULL;

  desk_import_sample (desk, "datong-complex");
  id = g_strdup (steward_project_get_id (desk_get_project (desk)));
  desk_activate (desk, "win.remove-project");
  ui_test_settle ();
  g_assert_null (desk_get_session (desk));
  desk_assert_projects (desk, 0);

  /* In the list, undo is of any project. */
  ui_test_wait (can_undo, desk);
  desk_activate (desk, "win.undo");
  ui_test_settle ();
  desk_assert_projects (desk, 1);

  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (desk_has_session, desk);
  desk_activate (desk, "win.remove-project");
  ui_test_settle ();
  steward_window_show_project (desk->window, id, NULL);
  ui_test_wait (desk_has_session, desk);
  g_assert_true (gtk_revealer_get_reveal_child (desk->window->bar));
  desk_activate (desk, "win.bring-back");
  ui_test_wait (desk_is_settled, desk);
  ui_test_settle ();
  g_assert_false (gtk_revealer_get_reveal_child (desk->window->bar));
  desk_assert_projects (desk, 1);
}

#define desk_add(path, data, test) g_test_add (path, Desk, data, desk_set_up, test, desk_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  desk_add ("/undo/undo-lasts-over-pages-and-starts", NULL, test_undo_lasts);
  desk_add ("/undo/undo-says-what-it-takes-back", NULL, test_undo_says_what);
  desk_add ("/undo/undo-is-not-offered-elsewhere", NULL, test_undo_is_not_offered_elsewhere);
  desk_add ("/undo/the-log-names-the-person-at-the-desk", NULL, test_log_names_the_person);
  desk_add ("/undo/fields-have-no-undo-of-their-own", NULL, test_fields_have_no_undo);
  desk_add ("/undo/undo-takes-back-what-is-being-typed", NULL, test_undo_takes_what_is_typed);
  desk_add ("/undo/a-removed-project-comes-back", NULL, test_removed_comes_back);

  return g_test_run ();
}
