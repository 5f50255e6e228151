/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which projects a new one may be like. */
#include "database-fixture.h"
#include "steward-similar.h"

static char *
add_project (StewardDatabase *database,
             const char      *name,
             const char      *type,
             const char      *land)
{
  g_autoptr (StewardPack) pack = steward_pack_library_load ("jincheng-2022", NULL);
  g_autoptr (StewardProject) project = steward_project_new (pack);
  g_autoptr (StewardChangeSet) set = NULL;
  g_autofree char *id = g_uuid_string_random ();

  steward_project_set_id (project, id);
  steward_project_set_fact (project, STEWARD_FACT_NAME, name);
  steward_project_set_fact (project, STEWARD_FACT_TYPE, type);
  if (land != NULL)
    steward_project_set_answer (project, "jc.q.land", land);
  set = steward_change_set_create (project, "王", "");
  database_apply (database, set);
  return g_steal_pointer (&id);
}

/* "name n" in their order. */
static char *
find (StewardDatabase *database,
      const char      *like,
      const char      *text,
      guint            max,
      guint            n_expected)
{
  StewardListQuery query = { .text = text, .today = steward_day_from_ymd (2026, 8, 12) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GString *found = g_string_new (NULL);
  guint n_compared;

  all = steward_database_find_similar (database, like, &query, max, &n_compared, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_compared, ==, n_expected);
  for (guint i = 0; i < all->len; i++)
    {
      const StewardSimilar *similar = all->pdata[i];

      g_string_append_printf (found, "%s%s %u", i > 0 ? ", " : "", similar->line->name, similar->n_same);
    }
  return g_string_free (found, FALSE);
}

static void
assert_found (StewardDatabase *database,
              const char      *like,
              const char      *text,
              guint            max,
              guint            n_compared,
              const char      *expected)
{
  g_autofree char *found = find (database, like, text, max, n_compared);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_the_most_similar_comes_first (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autofree char *first = add_project (database, "甲", "标准厂房", "transfer");
  g_autofree char *second = add_project (database, "乙", "学校", "transfer");
  g_autofree char *third = add_project (database, "丙", "标准厂房", NULL);
  g_autofree char *fourth = add_project (database, "丁", "标准厂房", "transfer");

  assert_found (database, NULL, NULL, 10, 0, "丁 0, 丙 0, 乙 0, 甲 0");
  assert_found (database, first, NULL, 10, 2, "丁 2, 甲 2, 丙 1, 乙 1");
  assert_found (database, second, NULL, 10, 2, "乙 2, 丁 1, 甲 1, 丙 0");
  assert_found (database, third, NULL, 2, 1, "丁 1, 丙 1");
  /* One that is not kept is like none. */
  assert_found (database, "no-such-project", NULL, 1, 0, "丁 0");
}

static void
test_kinds_are_found_by_their_words (StoreFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (StewardDatabase) database = database_create (fixture);
  g_autofree char *first = add_project (database, "甲", "标准厂房", "transfer");
  g_autofree char *second = add_project (database, "学校东侧仓库", "仓库", "transfer");
  g_autofree char *third = add_project (database, "丙", "学校", NULL);

  assert_found (database, NULL, "厂房", 10, 0, "甲 0");
  assert_found (database, first, "学校", 10, 2, "学校东侧仓库 1, 丙 0");
  assert_found (database, first, "标准 厂房", 10, 2, "甲 2");
  assert_found (database, first, "医院", 10, 2, "");
}

static void
add (const char *name,
     void      (*test) (StoreFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/similar/", name, NULL);

  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("the-most-similar-comes-first", test_the_most_similar_comes_first);
  add ("kinds-are-found-by-their-words", test_kinds_are_found_by_their_words);
  return g_test_run ();
}
