/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "schedule-fixture.h"
#include "steward-shift.h"

/* A pack of two items, one after the other, with these limits; the second is
 * called @second. */
static StewardPack *
make_pack (int         limit,
           const char *second)
{
  g_autofree char *text = g_strdup_printf (
    "{ \"format\": \"steward-pack\", \"format_version\": 1, \"id\": \"x\", \"version\": \"1\", \"title\": \"t\","
    " \"stages\": [ { \"id\": \"s1\", \"number\": 1, \"name\": \"一\" } ],"
    " \"items\": [ { \"id\": \"a\", \"name\": \"甲\", \"stage\": \"s1\", \"limit\": %d },"
    " { \"id\": \"%s\", \"name\": \"乙\", \"stage\": \"s1\", \"limit\": 3, \"after\": [\"a\"] } ],"
    " \"assessment\": { \"parts\": [ { \"stage\": \"s1\", \"title\": \"一\", \"groups\": ["
    " { \"id\": \"g\", \"kind\": \"items\", \"title\": \"事项\", \"boxes\": ["
    " { \"id\": \"b.a\", \"item\": \"a\" }, { \"id\": \"b.b\", \"item\": \"%s\" } ] } ] } ] } }",
    limit, second, second);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(StewardProblems) problems = steward_problems_new ();

  return steward_pack_read (bytes, "x", NULL, NULL, problems);
}

static StewardSchedule *
make_schedule (int         limit,
               const char *second,
               gboolean    both)
{
  g_autoptr(StewardPack) pack = make_pack (limit, second);
  g_autoptr(StewardProject) project = steward_project_new (pack);

  steward_project_set_tick (project, "b.a", TRUE, "", "");
  steward_project_set_tick (project, "b.b", both, "", "");
  return fixture_schedule (project, "2026-08-03");
}

/* `id before>after end-moves`, one per shift. */
static void
assert_shifts (const StewardSchedule *before,
               const StewardSchedule *after,
               GHashTable            *ids,
               const char            *expected)
{
  g_autoptr(GPtrArray) shifts = steward_shifts_new (before, after, ids);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < shifts->len; i++)
    {
      const StewardShift *shift = shifts->pdata[i];
      g_autofree char *from = steward_day_format (shift->finish_before);
      g_autofree char *to = steward_day_format (shift->finish_after);

      g_string_append_printf (text, "%s%s %s %d>%d %s>%s", i > 0 ? "; " : "", shift->id, shift->name,
                              shift->limit_before, shift->limit_after, from, to);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_nothing_moves (void)
{
  g_autoptr(StewardSchedule) before = make_schedule (5, "b", TRUE);
  g_autoptr(StewardSchedule) after = make_schedule (5, "b", TRUE);

  assert_shifts (before, after, NULL, "");
}

static void
test_a_limit_moves_what_follows (void)
{
  g_autoptr(StewardSchedule) before = make_schedule (5, "b", TRUE);
  g_autoptr(StewardSchedule) after = make_schedule (2, "b", TRUE);

  assert_shifts (before, after, NULL, "a 甲 5>2 2026-08-10>2026-08-05; b 乙 3>3 2026-08-13>2026-08-10");
}

static void
test_what_comes_and_goes (void)
{
  g_autoptr(StewardSchedule) one = make_schedule (5, "b", FALSE);
  g_autoptr(StewardSchedule) two = make_schedule (5, "b", TRUE);

  assert_shifts (one, two, NULL, "b 乙 -1>3 >2026-08-13");
  assert_shifts (two, one, NULL, "b 乙 3>-1 2026-08-13>");
}

static void
test_another_id (void)
{
  g_autoptr(StewardSchedule) before = make_schedule (5, "b", TRUE);
  g_autoptr(StewardSchedule) after = make_schedule (2, "c", TRUE);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (ids, (char *) "b", (char *) "c");
  assert_shifts (before, after, ids, "a 甲 5>2 2026-08-10>2026-08-05; c 乙 3>3 2026-08-13>2026-08-10");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift/equal-schedules-have-none", test_nothing_moves);
  g_test_add_func ("/shift/a-limit-moves-what-follows", test_a_limit_moves_what_follows);
  g_test_add_func ("/shift/what-comes-and-goes", test_what_comes_and_goes);
  g_test_add_func ("/shift/rows-are-found-by-their-new-id", test_another_id);
  return g_test_run ();
}
