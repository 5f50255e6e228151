/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "list-fixture.h"
#include "steward-today-page.h"
#include "steward-today-row.h"
#include "steward-ui-text.h"

/* The page of what is due, driven by its own widgets. */

static StewardTodayPage *
get_page (ListFixture *fixture)
{
  return STEWARD_TODAY_PAGE (gtk_window_get_child (fixture->window));
}

static GtkWidget *
get_view (ListFixture *fixture)
{
  return ui_test_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_LIST_VIEW);
}

static GListModel *
get_model (ListFixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_view (fixture))));
}

static const char *
get_state (ListFixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (ui_test_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_STACK)));
}

static void
settle (ListFixture *fixture)
{
  list_fixture_drain (fixture);
  ui_test_settle ();
}

static void
show_page (ListFixture *fixture)
{
  GtkWidget *page = g_object_new (STEWARD_TYPE_TODAY_PAGE, NULL);

  gtk_window_set_child (fixture->window, page);
  gtk_window_present (fixture->window);
  steward_today_page_set_steward (STEWARD_TODAY_PAGE (page), "甲示例");
  steward_today_page_set_today (STEWARD_TODAY_PAGE (page), list_fixture_today ());
  steward_today_page_set_store (STEWARD_TODAY_PAGE (page), fixture->store);
  settle (fixture);
}

static void
set_mine (ListFixture *fixture,
          gboolean     mine)
{
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ui_test_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_CHECK_BUTTON)), mine);
  settle (fixture);
}

/* The agenda as one list, put into sections by hand. */
static StewardAgendaSection
get_section (const StewardAgendaLine *line,
             StewardDay               today)
{
  if (line->kind != STEWARD_AGENDA_READY && line->due != STEWARD_DAY_NONE && line->due < today)
    return STEWARD_SECTION_LATE;
  if (line->kind != STEWARD_AGENDA_READY && line->due == today)
    return STEWARD_SECTION_DUE;
  if (line->kind == STEWARD_AGENDA_CASE)
    return STEWARD_SECTION_SOON;
  return line->kind == STEWARD_AGENDA_PROMISE ? STEWARD_SECTION_PROMISED : STEWARD_SECTION_WAITING;
}

/* Fails unless the page shows what the store has on @today; how many lines. */
static guint
check_page (ListFixture *fixture,
            const char  *steward,
            StewardDay   today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = steward_database_read_agenda (fixture->other, steward, today, today + 7, 5000, &error);
  guint position = 0;

  g_assert_no_error (error);
  for (guint section = 0; section < STEWARD_N_SECTIONS; section++)
    {
      g_autoptr (StewardTodayItem) heading = g_list_model_get_item (get_model (fixture), position);
      guint n = 0;

      for (guint i = 0; i < lines->len; i++)
        {
          const StewardAgendaLine *line = lines->pdata[i];
          g_autoptr (StewardTodayItem) item = NULL;

          if (get_section (line, today) != section || n++ >= 50)
            continue;
          item = g_list_model_get_item (get_model (fixture), position + n);
          g_assert_nonnull (steward_today_item_get_line (item));
          g_assert_cmpstr (steward_today_item_get_line (item)->row, ==, line->row);
          g_assert_cmpstr (steward_today_item_get_line (item)->project, ==, line->project);
          g_assert_cmpint (steward_today_item_get_line (item)->light, ==, line->light);
        }
      g_assert_cmpuint (steward_today_page_count (get_page (fixture), section), ==, n);
      if (n == 0)
        continue;
      g_assert_cmpint (steward_today_item_get_kind (heading), ==, STEWARD_TODAY_HEADING);
      g_assert_cmpint (steward_today_item_get_section (heading), ==, section);
      g_assert_cmpuint (steward_today_item_get_n_lines (heading), ==, n);
      position += 1 + MIN (n, 50) + (n > 50);
    }
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, position);
  g_assert_cmpstr (get_state (fixture), ==, position > 0 ? "list" : "nothing");

  return lines->len;
}

static void
test_shows_what_is_due (ListFixture   *fixture,
                        gconstpointer  data)
{
  show_page (fixture);
  g_assert_cmpuint (check_page (fixture, NULL, list_fixture_today ()), >, 20);
  g_assert_cmpuint (steward_today_page_count (get_page (fixture), STEWARD_SECTION_LATE), >, 0);
  g_assert_cmpuint (steward_today_page_count (get_page (fixture), STEWARD_SECTION_WAITING), >, 0);
}

static void
test_day_after_day (ListFixture   *fixture,
                    gconstpointer  data)
{
  guint late;

  show_page (fixture);
  late = steward_today_page_count (get_page (fixture), STEWARD_SECTION_LATE);
  for (int i = 1; i <= 12; i += 3)
    {
      steward_today_page_set_today (get_page (fixture), list_fixture_today () + i);
      settle (fixture);
      check_page (fixture, NULL, list_fixture_today () + i);
    }
  g_assert_cmpuint (steward_today_page_count (get_page (fixture), STEWARD_SECTION_LATE), >, late);
}

static GtkLabel *
find_label (GtkWidget  *widget,
            const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_mine (ListFixture   *fixture,
           gconstpointer  data)
{
  guint all, mine;

  show_page (fixture);
  all = check_page (fixture, NULL, list_fixture_today ());
  set_mine (fixture, TRUE);
  mine = check_page (fixture, "甲示例", list_fixture_today ());
  g_assert_cmpuint (mine, <, all);

  /* Whoever has no project is told by which name they were looked for. */
  steward_today_page_set_steward (get_page (fixture), "没有<此>人");
  settle (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_nonnull (find_label (GTK_WIDGET (get_page (fixture)), "没有<此>人"));
  set_mine (fixture, FALSE);
  g_assert_cmpuint (check_page (fixture, NULL, list_fixture_today ()), ==, all);
}

typedef struct
{
  guint  n;
  char  *project;
  char  *row;
} Opened;

static void
opened_cb (StewardTodayPage *page,
           const char       *project,
           const char       *row,
           Opened           *opened)
{
  opened->n++;
  g_free (opened->project);
  g_free (opened->row);
  opened->project = g_strdup (project);
  opened->row = g_strdup (row);
}

static void
activate (ListFixture *fixture,
          guint        position)
{
  gtk_widget_activate_action (get_view (fixture), "list.activate-item", "u", position);
}

static void
test_a_line_leads_to_its_case (ListFixture   *fixture,
                               gconstpointer  data)
{
  g_autofree char *id = list_fixture_add_late (fixture, "虚构 <晟> & 工程");
  Opened opened = { 0 };
  GtkWidget *focus;

  show_page (fixture);
  g_signal_connect (get_page (fixture), "activate-project", G_CALLBACK (opened_cb), &opened);

  /* The cursor is on the first line, not on the heading over it. */
  g_assert_true (steward_today_page_focus (get_page (fixture)));
  focus = gtk_window_get_focus (fixture->window);
  focus = ui_test_find (focus, STEWARD_TYPE_TODAY_ROW);
  g_assert_cmpint (steward_today_item_get_kind (steward_today_row_get_item (STEWARD_TODAY_ROW (focus))), ==,
                   STEWARD_TODAY_LINE);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (gtk_widget_get_parent (focus)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_nonnull (find_label (focus, "虚构 <晟> & 工程"));
  g_assert_nonnull (find_label (focus, steward_ui_light_glyph (STEWARD_LIGHT_RED)));
  g_assert_nonnull (find_label (focus, "4 working days late"));
  g_assert_nonnull (find_label (focus, "08-06"));

  activate (fixture, 0);        /* a heading */
  g_assert_cmpuint (opened.n, ==, 0);
  activate (fixture, 1);
  g_assert_cmpuint (opened.n, ==, 1);
  g_assert_cmpstr (opened.project, ==, id);
  g_assert_cmpstr (opened.row, !=, "");
  activate (fixture, 99);
  g_assert_cmpuint (opened.n, ==, 1);
  g_free (opened.project);
  g_free (opened.row);
}

/* What is late must not bury the rest; the rest of it is one key away. */
static void
test_long_sections (ListFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (StewardTodayItem) last = NULL;

  list_fixture_add_many_late (fixture, 63);
  show_page (fixture);
  g_assert_cmpuint (steward_today_page_count (get_page (fixture), STEWARD_SECTION_LATE), ==, 63);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 1 + 50 + 1);
  check_page (fixture, NULL, list_fixture_today ());
  last = g_list_model_get_item (get_model (fixture), 51);
  g_assert_cmpint (steward_today_item_get_kind (last), ==, STEWARD_TODAY_MORE);
  g_assert_cmpuint (steward_today_item_get_n_lines (last), ==, 13);
  /* The cursor goes on from there to the first that was not seen before. */
  gtk_widget_activate_action (get_view (fixture), "list.scroll-to-item", "u", 51);
  ui_test_settle ();
  gtk_widget_grab_focus (gtk_widget_get_parent (
    gtk_widget_get_ancestor (GTK_WIDGET (find_label (get_view (fixture), "Show 13 more")), STEWARD_TYPE_TODAY_ROW)));
  activate (fixture, 51);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 1 + 63);
  g_clear_object (&last);
  last = g_list_model_get_item (get_model (fixture), 51);
  g_assert_true (steward_today_row_get_item (STEWARD_TODAY_ROW (
                   ui_test_find (gtk_window_get_focus (fixture->window), STEWARD_TYPE_TODAY_ROW))) == last);
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Changed;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            Changed    *changed)
{
  changed->position = position;
  changed->removed += removed;
  changed->added += added;
}

static gboolean
has_three (gpointer data)
{
  return steward_today_page_count (get_page (data), STEWARD_SECTION_LATE) == 3;
}

static gboolean
has_renamed (gpointer data)
{
  return find_label (get_view (data), "虚构改了名") != NULL;
}

/* Only what another program changed is replaced. */
static void
test_follows_other_programs (ListFixture   *fixture,
                             gconstpointer  data)
{
  g_autofree char *first = list_fixture_add_late (fixture, "虚构甲");
  g_autofree char *second = list_fixture_add_late (fixture, "虚构乙");
  g_autofree char *third = NULL;
  Changed changed = { 0 };

  show_page (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, 3);
  g_signal_connect (get_model (fixture), "items-changed", G_CALLBACK (changed_cb), &changed);
  list_fixture_set_fact (fixture, second, STEWARD_FACT_NAME, "虚构改了名");
  ui_test_wait (has_renamed, fixture);
  g_assert_cmpuint (changed.position, ==, 2);
  g_assert_cmpuint (changed.removed, ==, 1);
  g_assert_cmpuint (changed.added, ==, 1);

  third = list_fixture_add_late (fixture, "虚构丙");
  ui_test_wait (has_three, fixture);
  check_page (fixture, NULL, list_fixture_today ());
  /* One line came, and the heading counts anew. */
  g_assert_cmpuint (changed.removed, ==, 1 + 1);
  g_assert_cmpuint (changed.added, ==, 1 + 2);
}

/* While a project is worked on nobody looks, and nothing is asked. */
static void
test_asks_when_it_is_seen (ListFixture   *fixture,
                           gconstpointer  data)
{
  g_autofree char *id = NULL;

  show_page (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  gtk_widget_set_visible (GTK_WIDGET (get_page (fixture)), FALSE);
  id = list_fixture_add_late (fixture, "虚构甲");
  for (int i = 0; i < 5; i++)
    settle (fixture);
  g_assert_cmpuint (steward_today_page_count (get_page (fixture), STEWARD_SECTION_LATE), ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (get_page (fixture)), TRUE);
  settle (fixture);
  g_assert_cmpuint (steward_today_page_count (get_page (fixture), STEWARD_SECTION_LATE), ==, 1);
}

static gboolean
has_cursor_in_list (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (((ListFixture *) data)->window);

  return focus != NULL && ui_test_find (focus, STEWARD_TYPE_TODAY_ROW) != NULL;
}

/* Asked for before it is known what is due, the cursor goes there then. */
static void
test_cursor_waits_for_the_lines (ListFixture   *fixture,
                                 gconstpointer  data)
{
  g_autofree char *id = list_fixture_add_late (fixture, "虚构甲");

  show_page (fixture);
  gtk_widget_set_visible (GTK_WIDGET (get_page (fixture)), FALSE);
  steward_today_page_set_store (get_page (fixture), NULL);
  steward_today_page_set_store (get_page (fixture), fixture->store);
  gtk_widget_set_visible (GTK_WIDGET (get_page (fixture)), TRUE);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_true (steward_today_page_focus (get_page (fixture)));
  ui_test_wait (has_cursor_in_list, fixture);
}

/* Where nothing is due the cursor still has a place. */
static void
test_nothing_due (ListFixture   *fixture,
                  gconstpointer  data)
{
  show_page (fixture);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
  g_assert_true (steward_today_page_focus (get_page (fixture)));
}

static void
test_a_store_that_fails (ListFixture   *fixture,
                         gconstpointer  data)
{
  guint n;

  show_page (fixture);
  n = g_list_model_get_n_items (get_model (fixture));
  steward_store_close (fixture->store);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ui_test_find (GTK_WIDGET (get_page (fixture)), GTK_TYPE_CHECK_BUTTON)), TRUE);
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_model (fixture)), ==, n);
  steward_today_page_set_store (get_page (fixture), NULL);
  g_assert_cmpstr (get_state (fixture), ==, "nothing");
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  list_fixture_make_projects ();
  list_add ("/today/shows-what-is-due-in-sections", test_shows_what_is_due);
  list_add ("/today/day-after-day", test_day_after_day);
  list_add ("/today/mine-are-those-of-the-name", test_mine);
  list_add_empty ("/today/a-line-leads-to-its-case", test_a_line_leads_to_its_case);
  list_add_empty ("/today/a-long-section-shows-its-beginning", test_long_sections);
  list_add_empty ("/today/follows-other-programs", test_follows_other_programs);
  list_add_empty ("/today/asks-when-it-is-seen", test_asks_when_it_is_seen);
  list_add_empty ("/today/cursor-waits-for-the-lines", test_cursor_waits_for_the_lines);
  list_add_empty ("/today/nothing-due", test_nothing_due);
  list_add ("/today/a-store-that-fails", test_a_store_that_fails);
  status = g_test_run ();
  list_fixture_drop_projects ();
  return status;
}
