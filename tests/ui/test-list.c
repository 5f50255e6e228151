/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "list-fixture.h"
#include "steward-pinyin.h"
#include "steward-project-filter.h"
#include "steward-project-row.h"
#include "steward-project-sidebar.h"
#include "steward-ui-text.h"

/* The list beside the project, driven by its own widgets. */

static StewardProjectSidebar *
get_sidebar (ListFixture *fixture)
{
  return STEWARD_PROJECT_SIDEBAR (gtk_window_get_child (fixture->window));
}

static StewardProjectList *
get_list (ListFixture *fixture)
{
  return steward_project_sidebar_get_list (get_sidebar (fixture));
}

static GListModel *
get_model (ListFixture *fixture)
{
  return G_LIST_MODEL (get_list (fixture));
}

static guint
get_n (ListFixture *fixture)
{
  return g_list_model_get_n_items (get_model (fixture));
}

static gboolean
is_answered (gpointer data)
{
  gboolean loading;

  g_object_get (get_list (data), "loading", &loading, NULL);
  return !loading;
}

static void
settle (ListFixture *fixture)
{
  ui_test_wait (is_answered, fixture);
  ui_test_settle ();
}

static void
show_sidebar (ListFixture *fixture)
{
  GtkWidget *sidebar = g_object_new (STEWARD_TYPE_PROJECT_SIDEBAR, NULL);

  gtk_window_set_child (fixture->window, sidebar);
  gtk_window_present (fixture->window);
  steward_project_sidebar_set_steward (STEWARD_PROJECT_SIDEBAR (sidebar), "甲示例");
  steward_project_sidebar_set_today (STEWARD_PROJECT_SIDEBAR (sidebar), list_fixture_today ());
  steward_project_sidebar_set_store (STEWARD_PROJECT_SIDEBAR (sidebar), fixture->store);
  settle (fixture);
}

static GtkEditable *
get_search (ListFixture *fixture)
{
  return GTK_EDITABLE (ui_test_find (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_SEARCH_ENTRY));
}

static GtkWidget *
get_view (ListFixture *fixture)
{
  return ui_test_find (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_LIST_VIEW);
}

static const char *
get_state (ListFixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (ui_test_find (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_STACK)));
}

static gboolean
waited (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

/* The entry waits a moment for the next letter. */
static void
type (ListFixture *fixture,
      const char  *text)
{
  gint64 end = g_get_monotonic_time () + 80 * 1000;

  gtk_editable_set_text (get_search (fixture), text);
  ui_test_wait (waited, &end);
  settle (fixture);
}

static const StewardProjectLine *
get_line (ListFixture *fixture,
          guint        position)
{
  g_autoptr (StewardProjectItem) item = g_list_model_get_item (get_model (fixture), position);

  g_assert_nonnull (item);
  return steward_project_item_get_line (item);
}

/* The label that says @text, or NULL. */
static GtkLabel *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_filter (ListFixture *fixture)
{
  GtkWidget *button = ui_test_find (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_MENU_BUTTON);

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

/* Every check button of the filter in the order they stand. */
static void
collect_checks (GtkWidget *widget,
                GPtrArray *checks)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (checks, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_checks (child, checks);
}

static GtkCheckButton *
find_check (ListFixture *fixture,
            const char  *ending)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();

  collect_checks (get_filter (fixture), checks);
  for (guint i = 0; i < checks->len; i++)
    if (g_str_has_suffix (gtk_check_button_get_label (checks->pdata[i]), ending))
      return checks->pdata[i];
  g_error ("the filter has no %s", ending);
}

/* What stands behind a check button; -1 where nothing does. */
static int
get_count (GtkCheckButton *button)
{
  const char *text = gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (GTK_WIDGET (button))));

  return *text != '\0' ? atoi (text) : -1;
}

static void
test_shows_every_project (ListFixture   *fixture,
                          gconstpointer  data)
{
  GtkWidget *row;
  const StewardProjectLine *line;

  show_sidebar (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "list");
  g_assert_cmpuint (get_n (fixture), >, LIST_FIXTURE_PROJECTS / 2);
  for (guint i = 1; i < get_n (fixture); i++)
    {
      StewardDay before = get_line (fixture, i - 1)->next_due, due = get_line (fixture, i)->next_due;

      /* Next due first, those without a day last. */
      g_assert_true (due == STEWARD_DAY_NONE || (before != STEWARD_DAY_NONE && before <= due));
    }

  line = get_line (fixture, 0);
  row = gtk_widget_get_ancestor (GTK_WIDGET (find_label (get_view (fixture), line->name)), STEWARD_TYPE_PROJECT_ROW);
  g_assert_nonnull (find_label (row, steward_ui_light_glyph (line->light)));
  /* A screen reader says name, light and what is due, in words. */
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_widget_get_has_tooltip (row));
}

static void
test_empty (ListFixture   *fixture,
            gconstpointer  data)
{
  g_autofree char *id = NULL;

  show_sidebar (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  type (fixture, "医院");
  g_assert_cmpstr (get_state (fixture), ==, "not-found");
  type (fixture, "");
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  /* The first one comes from another program. */
  id = list_fixture_add_late (fixture, "虚构人民医院");
  while (get_n (fixture) == 0)
    settle (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "list");
}

/* Each hit has the word in one of its texts, and what is seen is marked. */
static void
test_search (ListFixture   *fixture,
             gconstpointer  data)
{
  static const char *const words[] = { "虚构", "项目", "有限公司", "xgx", "XMX", "城东", "99", "医院" };
  guint all;

  show_sidebar (fixture);
  all = get_n (fixture);
  for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
    {
      type (fixture, words[w]);
      for (guint i = 0; i < get_n (fixture); i++)
        {
          const StewardProjectLine *line = get_line (fixture, i);
          guint start, length;

          g_assert_true (steward_search_find (line->name, words[w], &start, &length)
                         || steward_search_find (line->unit, words[w], &start, &length)
                         || steward_search_find (line->code, words[w], &start, &length)
                         || steward_search_find (line->place, words[w], &start, &length));
        }
    }
  type (fixture, "虚构");
  g_assert_cmpuint (get_n (fixture), ==, all);
  /* One character would find nearly everything. */
  type (fixture, "虚");
  g_assert_cmpuint (get_n (fixture), ==, all);
  type (fixture, "没有这样的工程");
  g_assert_cmpuint (get_n (fixture), ==, 0);
  g_assert_cmpstr (get_state (fixture), ==, "not-found");
  g_signal_emit_by_name (ui_test_find (ui_test_find (GTK_WIDGET (get_sidebar (fixture)), GTK_TYPE_STACK),
                                       GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (get_search (fixture)), ==, "");
  g_assert_cmpuint (get_n (fixture), ==, all);
}

/* Fails unless @label marks exactly what stands between the two bytes. */
static void
assert_marked (GtkLabel   *label,
               const char *part)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  const char *text = gtk_label_get_text (label);
  PangoAttrIterator *iter;
  gboolean found = FALSE;

  g_assert_nonnull (attributes);
  iter = pango_attr_list_get_iterator (attributes);
  do
    {
      int start, end;

      if (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) == NULL)
        continue;
      pango_attr_iterator_range (iter, &start, &end);
      g_assert_cmpint (end - start, ==, strlen (part));
      g_assert_true (strncmp (text + start, part, end - start) == 0);
      found = TRUE;
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);
  g_assert_true (found);
}

static void
test_hits_are_marked (ListFixture   *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = list_fixture_add_late (fixture, "虚构云岭市经济技术开发区八十八号人民医院门诊楼");
  GtkLabel *label;

  list_fixture_set_fact (fixture, id, STEWARD_FACT_UNIT, "虚构 <b>&晟 有限公司");
  show_sidebar (fixture);
  type (fixture, "rmyy");
  g_assert_cmpuint (get_n (fixture), >=, 1);
  /* It stands near the end, which a narrow list would cut off. */
  label = find_label (get_view (fixture), "…八十八号人民医院门诊楼");
  assert_marked (label, "人民医院");

  type (fixture, "云岭市经");
  label = find_label (get_view (fixture), "虚构云岭市经济技术开发区八十八号人民医院门诊楼");
  assert_marked (label, "云岭市经");

  /* Two words, whatever space is between them. */
  type (fixture, "yls　rmyy");
  g_assert_cmpuint (get_n (fixture), >=, 1);
  label = find_label (get_view (fixture), "虚构云岭市经济技术开发区八十八号人民医院门诊楼");
  g_assert_nonnull (label);
  g_assert_nonnull (gtk_label_get_attributes (label));

  /* Found by something that is not seen otherwise: then that is shown. */
  type (fixture, "&晟");
  g_assert_cmpuint (get_n (fixture), ==, 1);
  assert_marked (find_label (get_view (fixture), "虚构 <b>&晟 有限公司"), "&晟");
  type (fixture, "");
  g_assert_null (find_label (get_view (fixture), "虚构 <b>&晟 有限公司"));
}

static void
opened_cb (StewardProjectSidebar *sidebar,
           const char            *id,
           const char            *row,
           GPtrArray             *opened)
{
  g_assert_null (row);
  g_ptr_array_add (opened, g_strdup (id));
}

static gboolean
is_opened (gpointer data)
{
  return ((GPtrArray *) data)->len > 0;
}

/* Enter pressed before the list has caught up opens what the letters mean. */
static void
test_enter_opens_the_first_hit (ListFixture   *fixture,
                                gconstpointer  data)
{
  g_autofree char *id = list_fixture_add_late (fixture, "虚构珠穆朗玛观测站");
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_free);

  show_sidebar (fixture);
  g_signal_connect (get_sidebar (fixture), "activate-project", G_CALLBACK (opened_cb), opened);
  gtk_editable_set_text (get_search (fixture), "zmlm");
  g_signal_emit_by_name (get_search (fixture), "activate");
  ui_test_wait (is_opened, opened);
  settle (fixture);
  g_assert_cmpuint (opened->len, ==, 1);
  g_assert_cmpstr (opened->pdata[0], ==, id);

  /* A click on a row. */
  gtk_widget_activate_action (get_view (fixture), "list.activate-item", "u", 0);
  g_assert_cmpuint (opened->len, ==, 2);
  g_assert_cmpstr (opened->pdata[1], ==, id);

  /* Nothing found: nothing opened. */
  gtk_editable_set_text (get_search (fixture), "没有这样的工程");
  g_signal_emit_by_name (get_search (fixture), "activate");
  settle (fixture);
  g_assert_cmpuint (opened->len, ==, 2);
}

/* Each number says how many projects the choice shows. */
static void
test_filters_show_what_they_count (ListFixture   *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) checks = g_ptr_array_new ();
  guint all, chosen = 0;

  show_sidebar (fixture);
  all = get_n (fixture);
  collect_checks (get_filter (fixture), checks);
  g_assert_cmpuint (checks->len, >, 1 + 7 + 4 + 4);
  for (guint i = 0; i < checks->len; i++)
    {
      int count = get_count (checks->pdata[i]);

      if (count < 0)
        continue;               /* an order */
      gtk_check_button_set_active (checks->pdata[i], TRUE);
      ui_test_wait (is_answered, fixture);
      g_assert_cmpuint (get_n (fixture), ==, count);
      g_assert_cmpstr (get_state (fixture), ==, count > 0 ? "list" : "not-found");
      chosen += count > 0;
      gtk_check_button_set_active (checks->pdata[i], FALSE);
      ui_test_wait (is_answered, fixture);
      g_assert_cmpuint (get_n (fixture), ==, all);
    }
  g_assert_cmpuint (chosen, >, 8);
}

static void
test_mine (ListFixture   *fixture,
           gconstpointer  data)
{
  GtkCheckButton *mine;
  guint n = 0;

  show_sidebar (fixture);
  for (guint i = 0; i < get_n (fixture); i++)
    n += g_str_equal (get_line (fixture, i)->steward, "甲示例");
  mine = find_check (fixture, "Only my projects");
  g_assert_cmpint (get_count (mine), ==, n);
  gtk_check_button_set_active (mine, TRUE);
  settle (fixture);
  for (guint i = 0; i < get_n (fixture); i++)
    g_assert_cmpstr (get_line (fixture, i)->steward, ==, "甲示例");
  /* Another name is another "mine". */
  steward_project_sidebar_set_steward (get_sidebar (fixture), "没有此人");
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 0);
}

/* Stages exclude each other, lights add up, and what is chosen is said. */
static void
test_filters_together (ListFixture   *fixture,
                       gconstpointer  data)
{
  GtkCheckButton *red, *green;
  int n_red, n_green;
  char *summary;

  show_sidebar (fixture);
  red = find_check (fixture, "Overdue");
  green = find_check (fixture, "In time");
  n_red = get_count (red);
  n_green = get_count (green);
  gtk_check_button_set_active (red, TRUE);
  gtk_check_button_set_active (green, TRUE);
  settle (fixture);
  g_assert_cmpuint (get_n (fixture), ==, n_red + n_green);
  summary = g_strdup_printf ("%u projects · %s · %s", get_n (fixture), gtk_check_button_get_label (red),
                             gtk_check_button_get_label (green));
  g_assert_nonnull (find_label (GTK_WIDGET (get_sidebar (fixture)), summary));
  g_free (summary);

  type (fixture, "没有这样的工程");
  g_assert_cmpuint (get_n (fixture), ==, 0);
  g_signal_emit_by_name (get_search (fixture), "stop-search");
  settle (fixture);
  g_assert_false (gtk_check_button_get_active (red));
  g_assert_false (gtk_check_button_get_active (green));
  g_assert_cmpuint (get_n (fixture), >, n_red + n_green);
}

static void
test_orders (ListFixture   *fixture,
             gconstpointer  data)
{
  g_autofree char *id = NULL;

  show_sidebar (fixture);
  id = g_strdup (get_line (fixture, get_n (fixture) - 1)->id);
  list_fixture_set_fact (fixture, id, STEWARD_FACT_NOTE, "最后改的");
  gtk_check_button_set_active (find_check (fixture, "Last changed first"), TRUE);
  settle (fixture);
  g_assert_cmpstr (get_line (fixture, 0)->id, ==, id);
  gtk_check_button_set_active (find_check (fixture, "By name"), TRUE);
  settle (fixture);
  for (guint i = 1; i < get_n (fixture); i++)
    {
      g_autofree char *before = steward_pinyin_initials (get_line (fixture, i - 1)->name);
      g_autofree char *after = steward_pinyin_initials (get_line (fixture, i)->name);

      g_assert_cmpstr (before, <=, after);
    }
}

static GtkSelectionModel *
get_selection (ListFixture *fixture)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (get_view (fixture)));
}

static void
assert_only_selected (ListFixture *fixture,
                      const char  *id)
{
  for (guint i = 0; i < get_n (fixture); i++)
    g_assert_cmpint (gtk_selection_model_is_selected (get_selection (fixture), i), ==,
                     g_strcmp0 (get_line (fixture, i)->id, id) == 0);
}

static gboolean
has_grown (gpointer data)
{
  return get_n (data) > GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (((ListFixture *) data)->window), "n"));
}

static void
note_length (ListFixture *fixture)
{
  g_object_set_data (G_OBJECT (fixture->window), "n", GUINT_TO_POINTER (get_n (fixture)));
}

/* The project that is shown stays marked, wherever it moves. */
static void
test_the_shown_one_is_marked (ListFixture   *fixture,
                              gconstpointer  data)
{
  g_autofree char *shown = NULL;
  g_autofree char *id = NULL;

  show_sidebar (fixture);
  shown = g_strdup (get_line (fixture, 5)->id);
  assert_only_selected (fixture, NULL);
  steward_project_sidebar_set_selected (get_sidebar (fixture), shown);
  settle (fixture);
  assert_only_selected (fixture, shown);
  /* Neither pointing nor walking past selects. */
  g_assert_false (gtk_selection_model_select_item (get_selection (fixture), 2, TRUE));
  g_assert_false (gtk_selection_model_unselect_all (get_selection (fixture)));
  assert_only_selected (fixture, shown);

  note_length (fixture);
  id = list_fixture_add_late (fixture, "虚构插在中间的工程");
  ui_test_wait (has_grown, fixture);
  settle (fixture);
  assert_only_selected (fixture, shown);

  steward_project_sidebar_set_selected (get_sidebar (fixture), "no-such-project");
  settle (fixture);
  assert_only_selected (fixture, NULL);
  steward_project_sidebar_set_selected (get_sidebar (fixture), NULL);
  settle (fixture);
  assert_only_selected (fixture, NULL);
}

static gboolean
is_renamed (gpointer data)
{
  return find_label (get_view (data), "虚构改了名的工程") != NULL;
}

static void
test_follows_other_programs (ListFixture   *fixture,
                             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *nameless = NULL;

  show_sidebar (fixture);
  first = g_strdup (get_line (fixture, 0)->id);
  list_fixture_set_fact (fixture, first, STEWARD_FACT_NAME, "虚构改了名的工程");
  ui_test_wait (is_renamed, fixture);

  note_length (fixture);
  nameless = list_fixture_add_late (fixture, "");
  ui_test_wait (has_grown, fixture);
  settle (fixture);
  g_assert_nonnull (find_label (get_view (fixture), "Project without a name"));
}

/* Nothing is computed anew and nothing is loaded: the lights are those of the
 * day that is asked for. */
static void
test_lights_follow_the_day (ListFixture   *fixture,
                            gconstpointer  data)
{
  StewardDay later = list_fixture_today () + 30;
  g_autofree char *id = list_fixture_add_late (fixture, "虚构三十天后的工程");
  guint changed = 0;

  show_sidebar (fixture);
  for (int step = 0; step <= 30; step += 10)
    {
      StewardDay today = list_fixture_today () + step;

      steward_project_sidebar_set_today (get_sidebar (fixture), today);
      settle (fixture);
      for (guint i = 0; i < get_n (fixture); i++)
        {
          const StewardProjectLine *line = get_line (fixture, i);
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) fresh = steward_database_read_lines (fixture->other, &line->number, 1, today, &error);

          g_assert_no_error (error);
          g_assert_cmpint (line->light, ==, ((StewardProjectLine *) fresh->pdata[0])->light);
          changed += line->light == STEWARD_LIGHT_RED;
        }
    }
  g_assert_cmpuint (changed, >, 0);

  type (fixture, "三十天后");
  g_assert_nonnull (find_label (get_view (fixture), steward_ui_light_glyph (STEWARD_LIGHT_RED)));
  g_assert_cmpint (get_line (fixture, 0)->next_due, <, later);
}

/* However many there are, only what is near the eye is made. */
static void
test_many_projects (ListFixture   *fixture,
                    gconstpointer  data)
{
  list_fixture_add_many_late (fixture, 450);
  show_sidebar (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 450);
  g_assert_cmpuint (ui_test_count (get_view (fixture), STEWARD_TYPE_PROJECT_ROW), <, 300);
  gtk_widget_activate_action (get_view (fixture), "list.scroll-to-item", "u", 449);
  settle (fixture);
  g_assert_cmpuint (ui_test_count (get_view (fixture), STEWARD_TYPE_PROJECT_ROW), <, 300);
  g_assert_nonnull (get_line (fixture, 449));
  g_assert_nonnull (find_label (get_view (fixture), get_line (fixture, 449)->name));

  /* Rows that were let go of while scrolling are not asked to show anything. */
  type (fixture, "第44");
  g_assert_cmpuint (get_n (fixture), ==, 10);
  type (fixture, "");
  g_assert_cmpuint (get_n (fixture), ==, 450);
}

/* What cannot be read leaves what is shown, and the window alive. */
static void
test_a_store_that_fails (ListFixture   *fixture,
                         gconstpointer  data)
{
  guint all;

  show_sidebar (fixture);
  all = get_n (fixture);
  steward_store_close (fixture->store);
  type (fixture, "虚构");
  type (fixture, "没有这样的工程");
  g_assert_cmpuint (get_n (fixture), ==, all);
  g_assert_cmpstr (get_state (fixture), ==, "list");
  steward_project_sidebar_set_selected (get_sidebar (fixture), "no-such-project");
  settle (fixture);

  /* Taken away while a question is on its way. */
  steward_project_sidebar_set_store (get_sidebar (fixture), NULL);
  g_assert_null (get_list (fixture));
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  gtk_editable_set_text (get_search (fixture), "虚构");
  g_signal_emit_by_name (get_search (fixture), "activate");
  ui_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  list_fixture_make_projects ();
  list_add ("/list/shows-every-project-next-due-first", test_shows_every_project);
  list_add_empty ("/list/says-that-there-is-none", test_empty);
  list_add ("/list/finds-by-name-unit-code-place-and-initials", test_search);
  list_add ("/list/what-was-found-is-marked-and-seen", test_hits_are_marked);
  list_add ("/list/enter-opens-the-first-hit", test_enter_opens_the_first_hit);
  list_add ("/list/filters-show-what-they-count", test_filters_show_what_they_count);
  list_add ("/list/mine-are-those-of-the-name", test_mine);
  list_add ("/list/filters-go-together", test_filters_together);
  list_add ("/list/orders", test_orders);
  list_add ("/list/the-shown-one-is-marked-and-nothing-else", test_the_shown_one_is_marked);
  list_add ("/list/follows-other-programs", test_follows_other_programs);
  list_add ("/list/lights-follow-the-day", test_lights_follow_the_day);
  list_add_empty ("/list/makes-only-what-is-near", test_many_projects);
  list_add ("/list/a-store-that-fails", test_a_store_that_fails);
  status = g_test_run ();
  list_fixture_drop_projects ();
  return status;
}
