/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "list-fixture.h"
#include "steward-calendar-dialog.h"
#include "steward-calendar-year.h"
#include "steward-moved-dialog.h"
#include "steward-moved.h"
#include "steward-official-news.h"
#include "steward-preferences.h"
#include "steward-project-sidebar.h"
#include "steward-today-page.h"
#include "steward-ui-text.h"

/* Years that are added to the calendar, and what is shown then. */

/* Adds the year 2026 with the @off days given, as another program would. */
static void
add_year (ListFixture      *fixture,
          const StewardDay *off,
          gsize             n_off)
{
  g_autoptr (StewardCalendarYear) year = steward_calendar_year_new (2026, "虚构〔2026〕1号", off[0]);
  g_autofree char *years = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n_off; i++)
    steward_calendar_year_take_off (year, "虚构节", off[i], off[i]);
  years = steward_calendar_year_to_file (year, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (steward_database_set_years (fixture->other, NULL, years, "科", &error));
  g_assert_no_error (error);
}

static StewardSession *
open_session (ListFixture *fixture,
              const char  *id)
{
  g_autoptr (GError) error = NULL;
  gint64 version = 0;
  g_autoptr (StewardProject) project = steward_database_load_project (fixture->other, id, &version, &error);

  g_assert_no_error (error);
  return steward_session_new (fixture->store, project, version);
}

static StewardDay
get_due (StewardSession *session)
{
  const StewardSchedule *schedule = steward_session_get_schedule (session);

  g_assert_nonnull (schedule);
  return ((const StewardScheduleRow *) schedule->rows->pdata[0])->answer.due;
}

typedef struct
{
  StewardSession *session;
  StewardDay      due;
} DueWait;

static gboolean
has_due (gpointer data)
{
  const DueWait *wait = data;

  return get_due (wait->session) == wait->due;
}

static void
count_cb (StewardSession *session,
          guint          *count)
{
  (*count)++;
}

/* Accepted on Monday 2026-08-03 with three working days. */
static void
test_an_open_session (ListFixture   *fixture,
                      gconstpointer  data)
{
  const StewardDay off[] = { steward_day_from_ymd (2026, 8, 5) };
  g_autofree char *id = list_fixture_add_late (fixture, "虚构甲工程");
  g_autoptr (StewardSession) session = open_session (fixture, id);
  DueWait wait = { session, steward_day_from_ymd (2026, 8, 7) };
  guint generation, count = 0;

  list_fixture_drain (fixture);
  ui_test_settle ();
  g_assert_cmpint (get_due (session), ==, steward_day_from_ymd (2026, 8, 6));
  generation = steward_session_get_generation (session);
  g_signal_connect (session, "schedule-changed", G_CALLBACK (count_cb), &count);

  add_year (fixture, off, G_N_ELEMENTS (off));
  ui_test_wait (has_due, &wait);
  ui_test_settle ();
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (steward_session_get_generation (session), >, generation);
  g_assert_true (steward_session_get_calendar (session) == steward_store_get_calendar (fixture->store));
}

static gboolean
says (GtkWidget  *widget,
      const char *part)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, part))
      return TRUE;
  return FALSE;
}

typedef struct
{
  GtkWidget  *widget;
  const char *part;
} TextWait;

static gboolean
has_text (gpointer data)
{
  const TextWait *wait = data;

  return says (wait->widget, wait->part);
}

/* The due day stays, 2026-08-06; of the days since then one is off. */
static void
test_lists_count_anew (ListFixture   *fixture,
                       gconstpointer  data)
{
  const StewardDay off[] = { steward_day_from_ymd (2026, 8, 10) };
  g_autofree char *id = list_fixture_add_late (fixture, "虚构甲工程");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *today = g_object_new (STEWARD_TYPE_TODAY_PAGE, "vexpand", TRUE, NULL);
  GtkWidget *sidebar = g_object_new (STEWARD_TYPE_PROJECT_SIDEBAR, "vexpand", TRUE, NULL);
  TextWait waits[] = { { today, "4 working days late" }, { sidebar, "4 working days late" } };

  gtk_box_append (GTK_BOX (box), today);
  gtk_box_append (GTK_BOX (box), sidebar);
  gtk_window_set_child (fixture->window, box);
  gtk_window_present (fixture->window);
  steward_today_page_set_today (STEWARD_TODAY_PAGE (today), list_fixture_today ());
  steward_today_page_set_store (STEWARD_TODAY_PAGE (today), fixture->store);
  steward_project_sidebar_set_today (STEWARD_PROJECT_SIDEBAR (sidebar), list_fixture_today ());
  steward_project_sidebar_set_store (STEWARD_PROJECT_SIDEBAR (sidebar), fixture->store);
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    ui_test_wait (has_text, &waits[i]);

  add_year (fixture, off, G_N_ELEMENTS (off));
  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      waits[i].part = "3 working days late";
      ui_test_wait (has_text, &waits[i]);
    }
  g_assert_false (says (box, "4 working days late"));
}

/* A project whose only item is to be decided soon after the new year. */
static void
add_winter_project (ListFixture *fixture)
{
  g_autoptr (StewardSession) session = ui_test_session ("datong-2025");
  StewardProject *project = steward_session_get_project (session);
  g_autoptr (GError) error = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NAME, "虚构冬季工程");
  steward_project_set_fact (project, STEWARD_FACT_START, "2027-01-04");
  steward_project_set_tick (project, ui_test_item_box (session)->id, TRUE, "综合窗口", "2026-08-01T09:30:00+08:00");
  g_assert_cmpint (steward_database_import (fixture->other, project, FALSE, "王", NULL, &error), >, 0);
  g_assert_no_error (error);
}

/* Does what a click does, where somebody could click. */
static void
click (GtkWidget  *widget,
       const char *label)
{
  GtkWidget *button = ui_test_find_button (widget, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The nth entry row of the form. */
static GtkEditable *
get_row (GtkWidget *widget,
         guint     *n)
{
  if (ADW_IS_ENTRY_ROW (widget) && (*n)-- == 0)
    return GTK_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = get_row (child, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkEditable *
get_entry (GtkWidget *dialog,
           guint      n)
{
  return get_row (dialog, &n);
}

enum { YEAR, NOTICE, DATE };

static GtkTextBuffer *
get_buffer (GtkWidget *dialog)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find (dialog, GTK_TYPE_TEXT_VIEW)));
}

static char *
get_lines (GtkWidget *dialog)
{
  char *lines;

  g_object_get (get_buffer (dialog), "text", &lines, NULL);
  return lines;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (STEWARD_IS_CALENDAR_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

/* The page of the dialog that is shown. */
static const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_test_find (dialog, GTK_TYPE_STACK)));
}

static gboolean
is_preview (gpointer dialog)
{
  return g_str_equal (get_page (dialog), "preview");
}

typedef struct
{
  GtkWidget *preferences;
  GtkWidget *dialog;
} Windows;

static Windows
open_windows (ListFixture *fixture)
{
  g_autoptr (GSettings) settings = g_settings_new (STEWARD_APPLICATION_ID);
  Windows windows = { GTK_WIDGET (steward_preferences_new (NULL, settings, fixture->store)), NULL };

  gtk_window_present (GTK_WINDOW (windows.preferences));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (windows.preferences), "calendar");
  ui_test_settle ();
  click (windows.preferences, "_Add Year…");
  ui_test_settle ();
  windows.dialog = find_dialog ();
  g_assert_nonnull (windows.dialog);
  return windows;
}

static void
close_windows (Windows *windows)
{
  gtk_window_destroy (GTK_WINDOW (windows->preferences));
  ui_test_settle ();
  g_assert_null (find_dialog ());
}

#define LINES "2027-01-01..2027-01-08 元旦\n2027-02-20 班"

/* What the table shows is what the database lists. */
static void
check_table (ListFixture *fixture,
             GtkWidget   *dialog)
{
  g_autoptr (StewardCalendarYear) year = steward_calendar_year_new (2027, "虚构", 0);
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr (StewardCalendar) after = NULL;
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GtkColumnView *table = GTK_COLUMN_VIEW (ui_test_find (dialog, GTK_TYPE_COLUMN_VIEW));
  char *file;

  g_assert_true (steward_calendar_year_read_lines (year, LINES, &error));
  file = steward_calendar_year_to_file (year, NULL, &error);
  bytes = g_bytes_new_take (file, strlen (file));
  after = steward_calendar_extend (official, bytes, "", &error);
  moved = steward_database_list_moved (fixture->other, NULL, after, list_fixture_today (), NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moved->len, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), ==, moved->len);
  for (guint i = 0; i < moved->len; i++)
    {
      const StewardMoved *one = moved->pdata[i];
      g_autofree char *before = steward_ui_date (one->before, one->before_provisional);
      g_autofree char *later = steward_ui_date (one->after, one->after_provisional);

      g_assert_true (says (dialog, one->project_name) && says (dialog, one->name));
      g_assert_true (says (dialog, before) && says (dialog, later));
    }
}

static void
test_added_by_hand (ListFixture   *fixture,
                    gconstpointer  data)
{
  Windows windows;
  TextWait wait;

  add_winter_project (fixture);
  windows = open_windows (fixture);
  g_assert_true (says (windows.preferences, "Year 2026"));
  g_assert_false (says (windows.preferences, "Year 2027"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, YEAR)), ==, "2027");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, DATE)), ==, "2026-08-12");
  gtk_editable_set_text (get_entry (windows.dialog, NOTICE), "虚构〔2026〕1号");
  gtk_text_buffer_set_text (get_buffer (windows.dialog), LINES, -1);
  click (windows.dialog, "_Next");
  ui_test_wait (is_preview, windows.dialog);
  ui_test_settle ();
  g_assert_true (says (windows.dialog, "2027: 256 working days · 8 days off · 1 worked weekend day"));
  check_table (fixture, windows.dialog);

  /* Nothing is written before it is wanted. */
  {
    g_autofree char *years = steward_database_get_years (fixture->other, NULL);

    g_assert_cmpstr (years, ==, "");
  }
  click (windows.dialog, "_Add");
  ui_test_wait (has_no_dialog, NULL);
  wait = (TextWait) { windows.preferences, "Year 2027" };
  ui_test_wait (has_text, &wait);
  g_assert_true (says (windows.preferences, "256 working days · 虚构〔2026〕1号"));
  g_assert_true (says (windows.preferences, "The year 2027 was added"));
  close_windows (&windows);
}

static GtkWidget *
find_moved_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (STEWARD_IS_MOVED_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_no_moved_dialog (gpointer data)
{
  return find_moved_dialog () == NULL;
}

/* The button in the row of @year. */
static GtkWidget *
find_removal (GtkWidget  *widget,
              const char *year)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (g_strcmp0 (icon, "user-trash-symbolic") == 0
      && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW))),
                 year) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_removal (child, year);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_removal (gpointer preferences)
{
  return find_removal (preferences, "2027") != NULL;
}

static void
add_winter_year (ListFixture *fixture)
{
  g_autoptr (StewardCalendarYear) year = steward_calendar_year_new (2027, "虚构〔2026〕1号", 0);
  g_autofree char *years = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (steward_calendar_year_read_lines (year, LINES, &error));
  years = steward_calendar_year_to_file (year, NULL, &error);
  g_assert_true (steward_database_set_years (fixture->other, NULL, years, "张", &error));
  g_assert_no_error (error);
}

/* Only years that were added have a button; what moves is shown before. */
static void
test_taken_out (ListFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (STEWARD_APPLICATION_ID);
  GtkWidget *preferences, *dialog;
  TextWait wait;

  add_winter_project (fixture);
  add_winter_year (fixture);
  preferences = GTK_WIDGET (steward_preferences_new (NULL, settings, fixture->store));
  gtk_window_present (GTK_WINDOW (preferences));
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "calendar");
  ui_test_wait (has_removal, preferences);
  ui_test_settle ();
  g_assert_true (says (preferences, "The year 2027 is in the calendar now (虚构〔2026〕1号)"));
  g_assert_null (find_removal (preferences, "2026"));
  g_signal_emit_by_name (find_removal (preferences, "2027"), "clicked");
  dialog = find_moved_dialog ();
  g_assert_nonnull (dialog);
  wait = (TextWait) { dialog, "The year 2027 is no longer in the calendar" };
  ui_test_wait (has_text, &wait);
  g_assert_true (says (dialog, "虚构冬季工程"));
  click (dialog, "_Take Out");
  ui_test_wait (has_no_moved_dialog, NULL);
  wait = (TextWait) { preferences, "The year 2027 is no longer in the calendar" };
  ui_test_wait (has_text, &wait);
  g_assert_false (says (preferences, "Year 2027"));
  {
    g_autofree char *years = steward_database_get_years (fixture->other, NULL);

    g_assert_cmpstr (years, ==, "");
  }
  gtk_window_destroy (GTK_WINDOW (preferences));
  ui_test_settle ();
}

/* The database was used last by a program that did not know the year 2026. */
static void
forget_last_year (ListFixture *fixture)
{
  g_autoptr (GBytes) bytes = steward_calendar_load_official ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonArray *list = json_object_get_array_member (json_node_get_object (root), "years");
  g_autofree char *former = NULL;

  json_array_remove_element (list, json_array_get_length (list) - 1);
  former = json_to_string (root, FALSE);
  g_assert_true (steward_database_set_setting (fixture->other, "official-calendar", former, NULL));
}

static void
test_a_release (ListFixture   *fixture,
                gconstpointer  data)
{
  StewardMovedDialog *dialog;
  TextWait wait;

  forget_last_year (fixture);
  dialog = steward_moved_dialog_new_release (NULL, fixture->store, "张");
  gtk_window_present (GTK_WINDOW (dialog));
  wait = (TextWait) { GTK_WIDGET (dialog), "The year 2026 is in the calendar now" };
  ui_test_wait (has_text, &wait);
  click (GTK_WIDGET (dialog), "_Seen");
  ui_test_wait (has_no_moved_dialog, NULL);
  {
    g_autoptr (StewardOfficialNews) news = steward_database_find_official_news (fixture->other, NULL);

    g_assert_null (news);
  }
}

static void
test_complaints (ListFixture   *fixture,
                 gconstpointer  data)
{
  static const struct { const char *texts[3]; const char *lines; const char *complaint; } table[] = {
    { { "next", "虚构", "2026-11-01" }, LINES, "The year has to be a number from 1950 to 2199." },
    { { "2200", "虚构", "2026-11-01" }, LINES, "The year has to be a number from 1950 to 2199." },
    { { "2027", " ", "2026-11-01" }, LINES, "The number of the notice is missing." },
    { { "2027", "虚构", "11月" }, LINES, "“11月” is not a date." },
    { { "2027", "虚构", "2026-11-01" }, "", "No day off is named." },
    { { "2027", "虚构", "2026-11-01" }, "2027-01-01 元旦\n2027-01-04 班", "Line 2: 2027-01-04 is no weekend day" },
  };
  Windows windows = open_windows (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      for (guint n = 0; n < G_N_ELEMENTS (table[i].texts); n++)
        gtk_editable_set_text (get_entry (windows.dialog, n), table[i].texts[n]);
      gtk_text_buffer_set_text (get_buffer (windows.dialog), table[i].lines, -1);
      click (windows.dialog, "_Next");
      ui_test_settle ();
      g_assert_cmpstr (get_page (windows.dialog), ==, "form");
      g_assert_true (says (windows.dialog, table[i].complaint));
    }

  /* Put right, and looked at; back again everything stands as it was. */
  gtk_text_buffer_set_text (get_buffer (windows.dialog), LINES, -1);
  click (windows.dialog, "_Next");
  ui_test_wait (is_preview, windows.dialog);
  ui_test_settle ();
  g_assert_true (says (windows.dialog, "No date of an open project moves."));
  click (windows.dialog, "_Back");
  ui_test_settle ();
  g_assert_cmpstr (get_page (windows.dialog), ==, "form");
  g_assert_false (says (windows.dialog, "Line 2"));
  {
    g_autofree char *lines = get_lines (windows.dialog);

    g_assert_cmpstr (lines, ==, LINES);
  }
  click (windows.dialog, "_Cancel");
  ui_test_wait (has_no_dialog, NULL);
  close_windows (&windows);
}

static void
take_file (ListFixture *fixture,
           GtkWidget   *dialog,
           const char  *name,
           const char  *text,
           const char  *expected)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TextWait wait = { dialog, expected };
  g_autoptr (GError) error = NULL;

  g_assert_true (text == NULL || g_file_set_contents (path, text, -1, &error));
  g_assert_no_error (error);
  steward_calendar_dialog_take_file (STEWARD_CALENDAR_DIALOG (dialog), file);
  if (expected != NULL)
    ui_test_wait (has_text, &wait);
}

static gboolean
has_lines (gpointer dialog)
{
  g_autofree char *lines = get_lines (dialog);

  return *lines != '\0';
}

#define ICS \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//虚构//CN\r\nBEGIN:VEVENT\r\nUID:1\r\n" \
  "DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270104\r\nSUMMARY:元旦 假期\r\nEND:VEVENT\r\n" \
  "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20270220\r\nSUMMARY:春节（班）\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
#define FILE_OF_2028 \
  "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2028, \"notice\": \"虚构二号\", " \
  "\"date\": \"2027-11-01\", \"holidays\": [{\"name\": \"元旦\", \"off\": [\"2028-01-03\"]}], \"work\": []}]}"

/* What a file says stands in the form, where it can be changed. */
static void
test_files (ListFixture   *fixture,
            gconstpointer  data)
{
  Windows windows = open_windows (fixture);
  g_autofree char *lines = NULL;
  g_autofree char *others = NULL;

  take_file (fixture, windows.dialog, "missing.ics", NULL, "missing.ics");
  take_file (fixture, windows.dialog, "empty.ics", "", "empty.ics: no iCalendar file.");
  take_file (fixture, windows.dialog, "wrong.json", "{\"format\": 1}", "wrong.json");
  take_file (fixture, windows.dialog, "2027.ICS", ICS, NULL);
  ui_test_wait (has_lines, windows.dialog);
  lines = get_lines (windows.dialog);
  g_assert_cmpstr (lines, ==, "2027-01-01..2027-01-03 元旦\n2027-02-20 班\n");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, YEAR)), ==, "2027");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, NOTICE)), ==, "");

  gtk_text_buffer_set_text (get_buffer (windows.dialog), "", -1);
  take_file (fixture, windows.dialog, "2028.json", FILE_OF_2028, NULL);
  ui_test_wait (has_lines, windows.dialog);
  others = get_lines (windows.dialog);
  g_assert_cmpstr (others, ==, "2028-01-03 元旦\n");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, YEAR)), ==, "2028");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, NOTICE)), ==, "虚构二号");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (windows.dialog, DATE)), ==, "2027-11-01");

  /* Closed while it reads. */
  take_file (fixture, windows.dialog, "2028.json", FILE_OF_2028, NULL);
  click (windows.dialog, "_Next");
  gtk_window_close (GTK_WINDOW (windows.dialog));
  list_fixture_drain (fixture);
  ui_test_settle ();
  close_windows (&windows);
}

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  list_fixture_make_projects ();
  list_add_empty ("/years/an-open-session-follows", test_an_open_session);
  list_add_empty ("/years/lists-count-anew", test_lists_count_anew);
  list_add_empty ("/years/added-by-hand", test_added_by_hand);
  list_add_empty ("/years/taken-out", test_taken_out);
  list_add_empty ("/years/a-release", test_a_release);
  list_add_empty ("/years/the-form-says-what-is-wrong", test_complaints);
  list_add_empty ("/years/files-fill-the-form", test_files);
  status = g_test_run ();
  list_fixture_drop_projects ();
  return status;
}
