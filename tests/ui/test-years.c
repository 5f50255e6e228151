/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "list-fixture.h"
#include "steward-calendar-year.h"
#include "steward-project-sidebar.h"
#include "steward-today-page.h"

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
  g_assert_true (steward_database_set_years (fixture->other, years, &error));
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

int
main (int    argc,
      char **argv)
{
  int status;

  ui_test_init (&argc, &argv);
  list_fixture_make_projects ();
  list_add_empty ("/years/an-open-session-follows", test_an_open_session);
  list_add_empty ("/years/lists-count-anew", test_lists_count_anew);
  status = g_test_run ();
  list_fixture_drop_projects ();
  return status;
}
