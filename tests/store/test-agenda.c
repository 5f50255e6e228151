/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "database-fixture.h"
#include "steward-error.h"
#include "steward-listing.h"
#include "steward-moved.h"
#include "story.h"

#define N_PROJECTS 60

static StewardDay
get_today (void)
{
  return steward_day_from_ymd (2026, 8, 12);
}

/* Rows of every kind, with and without a day. */
static void
scramble_agenda (StewardDatabase *database,
                 GRand           *random)
{
  StewardDriver *driver = steward_database_get_driver (database);
  static const char *const days[] = { "", "2026-07-01", "2026-08-11", "2026-08-12", "2026-08-19", "2026-12-01" };

  /* One write to the disk, not one for each row. */
  store_execute (driver, "BEGIN");
  store_execute (driver, "DELETE FROM \"agenda\"");
  for (int i = 0; i < N_PROJECTS * 4; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO \"agenda\" VALUES (%d, %d, %d, '%s', 'row%d', '虚构', '%s', '%s', '%s', %d, %d)",
        i / 4 + 1, i % 4, g_rand_int_range (random, 0, STEWARD_N_AGENDA_KINDS), story_steward (g_rand_int_range (random, 0, 3)), i,
        days[g_rand_int_range (random, 0, 6)], days[g_rand_int_range (random, 0, 6)],
        days[g_rand_int_range (random, 0, 6)], g_rand_boolean (random), g_rand_boolean (random));

      store_execute (driver, sql);
    }
  store_execute (driver, "COMMIT");
}

/* The naive agenda: all rows, those that are wanted, sorted. */

typedef struct
{
  gint64             position;
  StewardAgendaKind  kind;
  char              *steward;
  char              *row;
  StewardDay         due;
  StewardLight       light;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->steward);
  g_free (row->row);
  g_free (row);
}

static StewardDay
get_day (StewardStatement *statement,
         int               column)
{
  StewardDay day;

  return steward_day_parse (steward_statement_get_text (statement, column), &day) ? day : STEWARD_DAY_NONE;
}

static StewardLight
get_light (StewardStatement  *statement,
           StewardAgendaKind  kind)
{
  StewardDay yellow = get_day (statement, 5), red = get_day (statement, 6);

  if (red != STEWARD_DAY_NONE && red <= get_today ())
    return STEWARD_LIGHT_RED;
  if (yellow != STEWARD_DAY_NONE && yellow <= get_today ())
    return STEWARD_LIGHT_YELLOW;
  if (steward_statement_get_integer (statement, 7) != 0)
    return STEWARD_LIGHT_PAUSED;
  return kind == STEWARD_AGENDA_READY ? STEWARD_LIGHT_NOT_STARTED : STEWARD_LIGHT_GREEN;
}

static gboolean
is_wanted (const Row  *row,
           const char *steward,
           StewardDay  until)
{
  gboolean waits = row->kind == STEWARD_AGENDA_TIMER || row->kind == STEWARD_AGENDA_READY
                   || row->kind == STEWARD_AGENDA_SILENT || row->kind == STEWARD_AGENDA_DELIVERY;

  if (steward != NULL && !g_str_equal (steward, row->steward))
    return FALSE;
  /* A mark on others is no line. */
  if (row->kind == STEWARD_AGENDA_STALE)
    return FALSE;
  return waits || (row->due == STEWARD_DAY_NONE ? row->kind == STEWARD_AGENDA_PROMISE : row->due <= until);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = *(Row *const *) a, *second = *(Row *const *) b;

  if (first->due != second->due)
    {
      if (first->due == STEWARD_DAY_NONE || second->due == STEWARD_DAY_NONE)
        return first->due == STEWARD_DAY_NONE ? 1 : -1;
      return first->due < second->due ? -1 : 1;
    }
  return first->position < second->position ? -1 : 1;
}

static GPtrArray *
read_rows (StewardDatabase *database,
           const char      *steward,
           StewardDay       until)
{
  StewardStatement *statement = steward_driver_prepare (
    steward_database_get_driver (database),
    "SELECT \"project\" * 10 + \"position\", \"kind\", \"steward\", \"row\", \"due\", \"yellow_from\", \"red_from\", "
    "\"paused\" FROM \"agenda\"", NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  while (steward_statement_step (statement, NULL) == STEWARD_STEP_ROW)
    {
      Row *row = g_new0 (Row, 1);

      row->position = steward_statement_get_integer (statement, 0);
      row->kind = steward_statement_get_integer (statement, 1);
      row->steward = g_strdup (steward_statement_get_text (statement, 2));
      row->row = g_strdup (steward_statement_get_text (statement, 3));
      row->due = get_day (statement, 4);
      row->light = get_light (statement, row->kind);
      if (is_wanted (row, steward, until))
        g_ptr_array_add (rows, row);
      else
        row_free (row);
    }
  steward_statement_reset (statement);
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static void
check_agenda (StewardDatabase *database,
              const char      *steward,
              StewardDay       until,
              guint            limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = read_rows (database, steward, until);
  g_autoptr(GPtrArray) lines = steward_database_read_agenda (database, steward, get_today (), until, limit, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, MIN (rows->len, limit));
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardAgendaLine *line = lines->pdata[i];
      const Row *row = rows->pdata[i];

      g_assert_cmpstr (line->row, ==, row->row);
      g_assert_cmpstr (line->steward, ==, row->steward);
      g_assert_cmpint (line->kind, ==, row->kind);
      g_assert_cmpint (line->due, ==, row->due);
      g_assert_cmpint (line->light, ==, row->light);
      g_assert_true (g_uuid_string_is_valid (line->project));
      g_assert_cmpstr (line->project_name, !=, "");
    }
}

static void
test_agenda_equals_a_naive_one (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  story_add_projects (database, random, N_PROJECTS, get_today ());
  for (int round = 0; round < 20; round++)
    {
      scramble_agenda (database, random);
      for (int i = -30; i < 40; i += 7)
        {
          check_agenda (database, NULL, get_today () + i, 1000);
          check_agenda (database, story_steward (i + 30), get_today () + i, 1000);
          check_agenda (database, story_steward (0), get_today () + i, g_rand_int_range (random, 0, 60));
        }
    }
}

/* Sections: every wanted row stands in exactly one. */
static StewardAgendaSection
get_section (const Row *row)
{
  gboolean ready = row->kind == STEWARD_AGENDA_READY;

  if (!ready && row->due != STEWARD_DAY_NONE && row->due < get_today ())
    return STEWARD_SECTION_LATE;
  if (!ready && row->due == get_today ())
    return STEWARD_SECTION_DUE;
  if (row->kind == STEWARD_AGENDA_CASE)
    return STEWARD_SECTION_SOON;
  return row->kind == STEWARD_AGENDA_PROMISE ? STEWARD_SECTION_PROMISED : STEWARD_SECTION_WAITING;
}

static void
check_sections (StewardDatabase *database,
                const char      *steward,
                StewardDay       until,
                guint            limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = read_rows (database, steward, until);
  guint counts[STEWARD_N_SECTIONS];

  g_assert_true (steward_database_count_sections (database, steward, get_today (), until, counts, &error));
  g_assert_no_error (error);
  for (guint section = 0; section < STEWARD_N_SECTIONS; section++)
    {
      g_autoptr(GPtrArray) lines = steward_database_read_section (database, steward, section, get_today (), until,
                                                                  limit, &error);
      guint n = 0;

      g_assert_no_error (error);
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = rows->pdata[i];

          if (get_section (row) != section)
            continue;
          if (n < limit)
            {
              const StewardAgendaLine *line = lines->pdata[n];

              g_assert_cmpstr (line->row, ==, row->row);
              g_assert_cmpint (line->light, ==, row->light);
            }
          n++;
        }
      g_assert_cmpuint (counts[section], ==, n);
      g_assert_cmpuint (lines->len, ==, MIN (n, limit));
    }
}

static void
check_red (StewardDatabase *database,
           const char      *steward,
           guint            limit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = read_rows (database, steward, get_today () + 400);
  g_autoptr(GPtrArray) lines = steward_database_read_red (database, steward, get_today (), limit, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      n += row->light == STEWARD_LIGHT_RED && row->due != STEWARD_DAY_NONE && row->due <= get_today ();
    }
  g_assert_cmpuint (lines->len, ==, MIN (n, limit));
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardAgendaLine *line = lines->pdata[i];

      g_assert_cmpint (line->light, ==, STEWARD_LIGHT_RED);
      g_assert_cmpint (line->due, <=, get_today ());
      if (i > 0)
        g_assert_cmpint (line->due, <=, ((StewardAgendaLine *) lines->pdata[i - 1])->due);
    }
}

static void
test_sections_equal_naive_ones (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  story_add_projects (database, random, N_PROJECTS, get_today ());
  for (int round = 0; round < 10; round++)
    {
      const char *steward = round % 2 != 0 ? story_steward (round % 3) : NULL;

      scramble_agenda (database, random);
      for (int ahead = 0; ahead < 21; ahead += 7)
        {
          check_sections (database, steward, get_today () + ahead, 1000);
          check_sections (database, steward, get_today () + ahead, g_rand_int_range (random, 0, 20));
        }
      check_red (database, steward, 1000);
      check_red (database, steward, 7);
    }
}

static void
test_sections_of_a_damaged_table (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GError) error = NULL;
  guint counts[STEWARD_N_SECTIONS];

  store_execute (steward_database_get_driver (database), "DROP TABLE \"agenda\"");
  g_assert_false (steward_database_count_sections (database, NULL, get_today (), get_today (), counts, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (steward_database_read_section (database, NULL, STEWARD_SECTION_LATE, get_today (), get_today (), 9,
                                                &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (steward_database_read_red (database, "甲", get_today (), 9, &error));
  g_assert_nonnull (error);
}

/* Days that pass. */

static void
refresh_until_done (StewardDatabase *database,
                    StewardDay       today,
                    int              max)
{
  g_autoptr(GError) error = NULL;
  int n;

  do
    {
      n = steward_database_refresh (database, today, max, &error);
      g_assert_no_error (error);
      g_assert_cmpint (n, >=, 0);
    }
  while (n > 0);
}

/* Every line and every agenda line is what computing from the project gives. */
static void
check_day (StewardDatabase *database,
           StewardCalendar *calendar,
           StewardDay       today)
{
  g_autoptr(GArray) numbers = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  StewardListQuery query = { .today = today, .states = (1u << STEWARD_N_STATES) - 1 };

  numbers = steward_database_find (database, &query, &error);
  g_assert_no_error (error);
  lines = steward_database_read_lines (database, (gint64 *) (gpointer) numbers->data, numbers->len, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, N_PROJECTS);
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardProjectLine *line = lines->pdata[i];
      g_autoptr(StewardProject) project = database_load (database, line->id, NULL);
      g_autoptr(StewardDigest) digest = steward_digest_new (project, calendar, today);

      g_assert_cmpint (line->light, ==, steward_digest_get_light (digest, today));
      g_assert_cmpint (line->next_due, ==, digest->next_due);
      g_assert_cmpstr (line->next_row, ==, digest->next_row);
      g_assert_cmpstr (line->stage, ==, digest->stage);
      g_assert_cmpint (line->provisional, ==, digest->provisional);
    }
}

static void
test_lights_stay_right_as_days_pass (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardCalendar) calendar = steward_calendar_new_official ();
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  story_add_projects (database, random, N_PROJECTS, get_today ());
  for (StewardDay day = get_today (); day < get_today () + 40; day += g_rand_int_range (random, 1, 4))
    {
      refresh_until_done (database, day, g_rand_int_range (random, 1, 50));
      check_day (database, calendar, day);
    }
}

/* The status of one row, or with NULL of that which was not verified for
 * longest. */
static StewardDay
find_stale (const StewardSchedule *schedule,
            const char            *id)
{
  StewardDay since = STEWARD_DAY_NONE;

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->stale_since != STEWARD_DAY_NONE && (id == NULL || g_str_equal (row->id, id)))
        since = since == STEWARD_DAY_NONE ? row->stale_since : MIN (since, row->stale_since);
    }
  return since;
}

/* The mark of what nobody verified, as days pass and nothing is computed. */
static void
test_stale_marks (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardCalendar) calendar = steward_database_load_calendar (database, NULL);
  g_autoptr(StewardProject) project = database_add_sample (database, "datong-complex");
  guint n_marked = 0, n_plain = 0;

  for (StewardDay day = get_today (); day < get_today () + 20; day += 3)
    {
      g_autoptr(StewardSchedule) schedule = steward_schedule_new (project, calendar, day, NULL);
      g_autoptr(GPtrArray) agenda = NULL, lines = NULL;
      gint64 number = 1;

      refresh_until_done (database, day, 100);
      agenda = steward_database_read_agenda (database, NULL, day, day + 400, 1000, NULL);
      lines = steward_database_read_lines (database, &number, 1, day, NULL);
      g_assert_cmpint (((StewardProjectLine *) lines->pdata[0])->stale_since, ==, find_stale (schedule, NULL));
      g_assert_cmpuint (agenda->len, >, 0);
      for (guint i = 0; i < agenda->len; i++)
        {
          const StewardAgendaLine *line = agenda->pdata[i];

          g_assert_cmpint (line->kind, !=, STEWARD_AGENDA_STALE);
          g_assert_cmpint (line->stale_since, ==, find_stale (schedule, line->row));
          n_marked += line->stale_since != STEWARD_DAY_NONE;
          n_plain += line->stale_since == STEWARD_DAY_NONE;
        }
    }
  g_assert_cmpuint (n_marked, >, 0);
  g_assert_cmpuint (n_plain, >, 0);
}

/* A year without any day off. */
#define WORKED_2026 \
  "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2026, " \
  "\"notice\": \"n\", \"date\": \"2026-01-01\", \"holidays\": [], \"work\": []}]}"

static void
test_another_calendar (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardDatabase) other = database_open (fixture);
  g_autoptr(StewardCalendar) calendar = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GError) error = NULL;

  story_add_projects (database, random, N_PROJECTS, get_today ());
  refresh_until_done (database, get_today (), 100);
  g_assert_false (steward_database_set_years (other, NULL, "{}", "科", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_cmpint (steward_database_refresh (database, get_today (), 10, NULL), ==, 0);
  g_assert_true (steward_database_set_years (other, "", WORKED_2026, "科", NULL));
  calendar = steward_database_load_calendar (database, NULL);
  g_assert_true (steward_calendar_is_working (calendar, steward_day_from_ymd (2026, 10, 1)));
  g_assert_cmpint (steward_database_refresh (database, get_today (), 10, NULL), ==, 10);
  refresh_until_done (database, get_today (), 25);
  check_day (database, calendar, get_today ());
}

/* Whoever read the years before somebody else wrote them writes nothing. */
static void
test_years_of_two_writers (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardDatabase) other = database_open (fixture);
  g_autofree char *seen = steward_database_get_years (database, NULL);
  g_autofree char *stored = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (steward_database_set_years (other, "", WORKED_2026, "科", NULL));
  g_assert_false (steward_database_set_years (database, seen, "", "科", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CONFLICT);
  stored = steward_database_get_years (database, NULL);
  g_assert_cmpstr (stored, ==, WORKED_2026);
  g_assert_true (steward_database_set_years (database, stored, "", "科", NULL));
}

/* Says what it was given, and makes what it is told to. */
typedef struct { char *stored; const char *years; } Made;

static char *
make_years (const char  *stored,
            gpointer     data,
            GError     **error)
{
  Made *made = data;

  g_free (made->stored);
  made->stored = g_strdup (stored);
  if (made->years == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, "no such year");
  return g_strdup (made->years);
}

/* They are made of what is stored by then, not of what somebody once read. */
static void
test_years_are_made_of_those_there (StoreFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardDatabase) other = database_open (fixture);
  g_autofree char *stored = NULL;
  g_autoptr(GError) error = NULL;
  Made made = { NULL, WORKED_2026 };

  g_assert_true (steward_database_change_years (other, make_years, &made, "科", NULL));
  g_assert_cmpstr (made.stored, ==, "");
  made.years = NULL;
  g_assert_false (steward_database_change_years (database, make_years, &made, "科", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
  g_assert_cmpstr (made.stored, ==, WORKED_2026);
  stored = steward_database_get_years (database, NULL);
  g_assert_cmpstr (stored, ==, WORKED_2026);
  made.years = "";
  g_assert_true (steward_database_change_years (database, make_years, &made, "科", NULL));
  g_assert_cmpstr (made.stored, ==, WORKED_2026);
  g_free (made.stored);
}

/* Years that make no sense keep nobody from the projects. */
static void
test_unreadable_years_are_told (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardCalendar) official = steward_calendar_new_official (), calendar = NULL;
  g_autofree char *expected = steward_calendar_get_fingerprint (official), *found = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_database_get_calendar_problem (database));
  g_assert_true (steward_database_set_setting (database, "calendar", "{ \"years\": ", NULL));
  calendar = steward_database_load_calendar (database, &error);
  g_assert_no_error (error);
  found = steward_calendar_get_fingerprint (calendar);
  g_assert_cmpstr (found, ==, expected);
  g_assert_nonnull (steward_database_get_calendar_problem (database));
  findings = database_verify (database);
  g_assert_cmpuint (findings->len, ==, 1);
  g_object_unref (database_add_sample (database, "jincheng-school"));

  /* Whoever puts the years in again puts it right. */
  g_assert_true (steward_database_set_years (database, NULL, "", "科", &error));
  g_assert_no_error (error);
  g_assert_null (steward_database_get_calendar_problem (database));
  database_assert_sound (database);
}

/* A project without a pack, or one that is damaged, has no dates; it is named,
 * and the others are asked as ever. */
static void
test_moved_dates_of_what_is_damaged (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardCalendar) official = steward_calendar_new_official ();
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  StewardDriver *driver = steward_database_get_driver (database);
  g_autoptr(GPtrArray) moved = NULL, skipped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  story_add_projects (database, random, N_PROJECTS, get_today ());
  store_execute (driver, "UPDATE \"projects\" SET \"state\" = 'open', \"pack\" = 'no-such-pack'");
  moved = steward_database_list_moved (database, NULL, official, get_today (), skipped, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (moved->len, ==, 0);
  /* But for the few that are kept in memory. */
  g_assert_cmpuint (skipped->len, >, N_PROJECTS / 2);
  store_execute (driver, "PRAGMA ignore_check_constraints = 1");
  store_execute (driver, "UPDATE \"projects\" SET \"id\" = 'x' || \"number\", \"pack\" = 'jincheng-2022'");
  g_clear_pointer (&moved, g_ptr_array_unref);
  g_ptr_array_set_size (skipped, 0);
  moved = steward_database_list_moved (database, NULL, official, get_today (), skipped, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (skipped->len, >, N_PROJECTS / 2);
}

/* One project that cannot be read must not hold up the others, nor be asked
 * for again and again. */
static void
test_refresh_passes_over_what_is_damaged (StoreFixture  *fixture,
                                          gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  StewardDriver *driver = steward_database_get_driver (database);

  story_add_projects (database, random, 5, get_today ());
  store_execute (driver, "UPDATE \"projects\" SET \"pack\" = 'no-such-pack' WHERE \"number\" = 3");
  store_execute (driver, "UPDATE \"digests\" SET \"calendar\" = 'other'");
  refresh_until_done (database, get_today (), 100);
  g_assert_cmpint (store_query (driver, "SELECT count(*) FROM \"digests\" WHERE \"calendar\" = 'other'"), ==, 0);
  g_assert_cmpint (store_query (driver, "SELECT count(*) FROM \"digests\""), ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/agenda/equals-a-naive-one", test_agenda_equals_a_naive_one);
  store_add ("/agenda/sections-equal-naive-ones", test_sections_equal_naive_ones);
  store_add ("/agenda/a-damaged-table-is-told-of", test_sections_of_a_damaged_table);
  store_add ("/agenda/lights-stay-right-as-days-pass", test_lights_stay_right_as_days_pass);
  store_add ("/agenda/stale-marks", test_stale_marks);
  store_add ("/agenda/another-calendar-computes-everything-anew", test_another_calendar);
  store_add ("/agenda/years-of-two-writers", test_years_of_two_writers);
  store_add ("/agenda/years-are-made-of-those-there", test_years_are_made_of_those_there);
  store_add ("/agenda/unreadable-years-are-told", test_unreadable_years_are_told);
  store_add ("/agenda/moved-dates-of-what-is-damaged", test_moved_dates_of_what_is_damaged);
  store_add ("/agenda/refreshing-passes-over-a-damaged-project", test_refresh_passes_over_what_is_damaged);
  return g_test_run ();
}
