/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "database-fixture.h"
#include "steward-error.h"
#include "steward-listing.h"
#include "steward-moved.h"
#include "steward-official-news.h"

/* Official years that a release of the program brings, years that users add,
 * and what is told and logged of both. */

#define SETTING "official-calendar"

static StewardCalendar *
read_calendar (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  StewardCalendar *calendar = steward_calendar_new_from_bytes (bytes, "years", &error);

  g_assert_no_error (error);
  return calendar;
}

static JsonNode *
load_official (void)
{
  g_autoptr (GBytes) bytes = steward_calendar_load_official ();
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return json_from_string (text, NULL);
}

static int
get_last_year (void)
{
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  int first, last;

  steward_calendar_get_years (official, &first, &last);
  return last;
}

/* The official years of an earlier release, which did not know the last one,
 * and of one that had another day of it, and of one that knew a year more. */
static char *
make_release (int years)
{
  g_autoptr (JsonNode) root = load_official ();
  JsonArray *list = json_object_get_array_member (json_node_get_object (root), "years");
  guint n = json_array_get_length (list);

  if (years < 0)
    json_array_remove_element (list, n - 1);
  if (years == 0)
    json_object_remove_member (json_array_get_object_element (list, n - 1), "working_days");
  if (years == 0)
    json_object_set_array_member (json_array_get_object_element (list, n - 1), "work", json_array_new ());
  if (years > 0)
    {
      g_autofree char *text = g_strdup_printf ("{\"year\": %d, \"notice\": \"n\", \"date\": \"2026-11-01\", "
                                               "\"holidays\": [], \"work\": []}", get_last_year () + 1);

      json_array_add_element (list, json_from_string (text, NULL));
    }
  return json_to_string (root, FALSE);
}

static StewardOfficialNews *
find_news (StewardDatabase *database)
{
  g_autoptr (GError) error = NULL;
  StewardOfficialNews *news = steward_database_find_official_news (database, &error);

  g_assert_no_error (error);
  return news;
}

static void
assert_log_ends_with (StewardDatabase *database,
                      const char      *actor,
                      const char      *part)
{
  g_autoptr (GPtrArray) entries = steward_database_read_log (database, STEWARD_LOG_NO_PROJECT, 0, -1, NULL);
  const StewardLogEntry *entry;

  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->actor, ==, actor);
  g_assert_cmpstr (entry->changes, ==, "[]");
  if (strstr (entry->label, part) == NULL)
    g_error ("“%s” is not in “%s”", part, entry->label);
}

static void
test_nothing_is_told_at_first (StoreFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autofree char *kept = NULL;

  g_assert_null (find_news (database));
  kept = steward_database_get_setting (database, SETTING, NULL);
  g_assert_cmpstr (kept, !=, "");
  g_assert_null (find_news (database));
  g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, 0);
}

static void
test_a_release_brings_a_year (StoreFixture  *fixture,
                              gconstpointer  data)
{
  static const struct { int years; StewardYearChangeKind kind; } cases[] = {
    { -1, STEWARD_YEAR_ADDED }, { 0, STEWARD_YEAR_CHANGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StewardDatabase) database = i == 0 ? database_create (fixture) : database_open (fixture);
      g_autofree char *former = make_release (cases[i].years);
      g_autofree char *year = g_strdup_printf ("%d", get_last_year ());
      g_autoptr (StewardOfficialNews) news = NULL;
      g_autoptr (GError) error = NULL;
      const StewardYearChange *change;

      g_assert_true (steward_database_set_setting (database, SETTING, former, NULL));
      news = find_news (database);
      g_assert_nonnull (news);
      g_assert_cmpuint (news->changes->len, ==, 1);
      change = &g_array_index (news->changes, StewardYearChange, 0);
      g_assert_cmpint (change->year, ==, get_last_year ());
      g_assert_cmpint (change->kind, ==, cases[i].kind);
      g_assert_false (change->covered);
      g_assert_false (steward_year_is_equal (news->before, news->after, change->year));
      /* Asking is not telling. */
      g_clear_pointer (&news, steward_official_news_free);
      news = find_news (database);
      g_assert_nonnull (news);
      g_assert_true (steward_database_accept_official (database, "科", &error));
      g_assert_no_error (error);
      g_assert_null (find_news (database));
      assert_log_ends_with (database, "科", year);
      g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, i + 1);
      g_assert_true (steward_database_accept_official (database, "科", NULL));
      g_assert_cmpint (steward_database_get_sequence (database, NULL), ==, i + 1);
      database_assert_sound (database);
    }
}

/* An older program beside a newer one, and what nobody can read. */
static void
test_what_is_not_told (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autofree char *newer = make_release (1), *kept = NULL, *own = NULL;

  g_assert_true (steward_database_set_setting (database, SETTING, newer, NULL));
  g_assert_null (find_news (database));
  kept = steward_database_get_setting (database, SETTING, NULL);
  g_assert_cmpstr (kept, ==, newer);
  g_assert_true (steward_database_set_setting (database, SETTING, "{ what", NULL));
  g_assert_null (find_news (database));
  own = steward_database_get_setting (database, SETTING, NULL);
  g_assert_cmpstr (own, !=, "{ what");
}

/* The last official year alone, as somebody typed it before it was shipped. */
static char *
make_typed (gboolean same)
{
  g_autoptr (JsonNode) root = load_official ();
  JsonArray *list = json_object_get_array_member (json_node_get_object (root), "years");

  while (json_array_get_length (list) > 1)
    json_array_remove_element (list, 0);
  if (!same)
    {
      json_object_remove_member (json_array_get_object_element (list, 0), "working_days");
      json_object_set_array_member (json_array_get_object_element (list, 0), "work", json_array_new ());
    }
  return json_to_string (root, FALSE);
}

static void
test_a_year_typed_before_it_was_shipped (StoreFixture  *fixture,
                                         gconstpointer  data)
{
  for (int same = 1; same >= 0; same--)
    {
      g_autoptr (StewardDatabase) database = same ? database_create (fixture) : database_open (fixture);
      g_autofree char *former = make_release (-1), *typed = make_typed (same);
      g_autoptr (StewardOfficialNews) news = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (steward_database_set_years (database, NULL, typed, "科", &error));
      g_assert_no_error (error);
      g_assert_true (steward_database_set_setting (database, SETTING, former, NULL));
      news = find_news (database);
      if (same)
        {
          g_assert_null (news);
          continue;
        }
      g_assert_cmpuint (news->changes->len, ==, 1);
      g_assert_true (g_array_index (news->changes, StewardYearChange, 0).covered);
      g_assert_true (steward_year_is_equal (news->before, news->after, get_last_year ()));
    }
}

/* The dates that move are those between the two releases. */
static void
test_the_dates_that_a_release_moves (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autoptr (StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autofree char *former = make_release (-1);
  g_autoptr (StewardOfficialNews) news = NULL;
  g_autoptr (GPtrArray) moved = NULL, none = NULL;
  StewardDay today = steward_day_from_ymd (2026, 8, 12);

  g_assert_true (steward_database_set_setting (database, SETTING, former, NULL));
  news = find_news (database);
  moved = steward_database_list_moved (database, news->before, news->after, today, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (moved->len, >, 0);
  for (guint i = 0; i < moved->len; i++)
    {
      const StewardMoved *one = moved->pdata[i];

      g_assert_cmpint (one->before, !=, one->after);
      g_assert_true (one->before_provisional);
    }
  none = steward_database_list_moved (database, NULL, news->after, today, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_added_years_are_logged (StoreFixture  *fixture,
                             gconstpointer  data)
{
  static const char text[] =
    "{\"format\": \"steward-calendar\", \"format_version\": 1, \"years\": [{\"year\": 2031, "
    "\"notice\": \"虚构〔2030〕1号\", \"date\": \"2030-11-01\", \"holidays\": [{\"name\": \"元旦\", \"off\": [\"2031-01-01\"]}], \"work\": [%s]}]}";
  g_autofree char *first = g_strdup_printf (text, ""), *second = g_strdup_printf (text, "\"2031-01-04\"");
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autoptr (StewardProject) project = database_add_sample (database, "jincheng-school");
  g_autoptr (StewardLogEntry) entry = NULL;
  const struct { const char *years; const char *part; } steps[] = {
    { first, "is in the calendar now (虚构〔2030〕1号)" },
    { second, "is another one now" },
    { "", "is no longer in the calendar" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (steward_database_set_years (database, NULL, steps[i].years, "张", &error));
      g_assert_no_error (error);
      assert_log_ends_with (database, "张", steps[i].part);
    }
  /* Nothing that undo of a project would take back. */
  entry = steward_database_peek_undo (database, NULL, FALSE, NULL);
  g_assert_cmpstr (entry->project, ==, steward_project_get_id (project));
  database_assert_sound (database);
}

static void
test_years_are_compared (void)
{
  g_autoptr (StewardCalendar) official = steward_calendar_new_official ();
  g_autofree char *text = make_release (-1), *typed = make_typed (FALSE), *told = NULL;
  g_autoptr (StewardCalendar) former = read_calendar (text), other = read_calendar (typed);
  g_autoptr (GArray) none = steward_year_changes_compare (official, official);
  g_autoptr (GArray) added = steward_year_changes_compare (former, official);
  g_autoptr (GArray) removed = steward_year_changes_compare (official, former);
  int last = get_last_year ();

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpint (g_array_index (added, StewardYearChange, 0).kind, ==, STEWARD_YEAR_ADDED);
  g_assert_cmpuint (removed->len, ==, 1);
  g_assert_cmpint (g_array_index (removed, StewardYearChange, 0).kind, ==, STEWARD_YEAR_REMOVED);
  g_assert_true (steward_year_is_equal (official, official, last));
  g_assert_false (steward_year_is_equal (official, other, last));
  g_assert_false (steward_year_is_equal (official, official, last + 1));
  told = steward_year_change_describe (&g_array_index (added, StewardYearChange, 0), official);
  g_assert_nonnull (strstr (told, "国办"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/years/compared", test_years_are_compared);
  store_add ("/years/nothing-is-told-at-first", test_nothing_is_told_at_first);
  store_add ("/years/a-release-brings-a-year", test_a_release_brings_a_year);
  store_add ("/years/what-is-not-told", test_what_is_not_told);
  store_add ("/years/typed-before-it-was-shipped", test_a_year_typed_before_it_was_shipped);
  store_add ("/years/dates-that-a-release-moves", test_the_dates_that_a_release_moves);
  store_add ("/years/added-years-are-logged", test_added_years_are_logged);
  return g_test_run ();
}
