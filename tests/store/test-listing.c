/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "database-fixture.h"
#include "steward-backup.h"
#include "steward-listing.h"
#include "steward-pinyin.h"
#include "story.h"

#define N_PROJECTS 160
#define N_QUERIES  500

static StewardDay
get_today (void)
{
  return steward_day_from_ymd (2026, 8, 12);
}

/* Digests of every kind, many with the same day, so that orders have ties. */
static void
scramble_digests (StewardDatabase *database,
                  GRand           *random)
{
  StewardDriver *driver = steward_database_get_driver (database);
  static const char *const days[] = { "", "2026-08-01", "2026-08-11", "2026-08-12", "2026-08-13", "2026-09-30" };

  for (int i = 1; i <= N_PROJECTS; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "UPDATE \"digests\" SET \"next_due\" = '%s', \"yellow_from\" = '%s', \"red_from\" = '%s', "
        "\"base_light\" = %d, \"stage\" = 'stage%d' WHERE \"project\" = %d",
        days[g_rand_int_range (random, 0, 6)], days[g_rand_int_range (random, 0, 6)],
        days[g_rand_int_range (random, 0, 6)], g_rand_int_range (random, 0, 5),
        g_rand_int_range (random, 0, 4), i);

      store_execute (driver, sql);
    }
  store_execute (driver, "INSERT INTO \"settings\" (\"key\", \"value\") VALUES ('refreshed', 'scrambled')");
}

static GPtrArray *
read_all_lines (StewardDatabase *database,
                gint64           n,
                StewardDay       today)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  GPtrArray *lines;

  for (gint64 i = 1; i <= n; i++)
    g_array_append_val (numbers, i);
  lines = steward_database_read_lines (database, (gint64 *) (gpointer) numbers->data, numbers->len, today, &error);
  g_assert_no_error (error);
  return lines;
}

/* The naive list: filters and sorts over all lines. */

enum { STEWARD = 1, LIGHT = 2, STAGE = 4, PACK = 8, STATE = 16, TEXT = 32 };

static gboolean
line_has_word (const StewardProjectLine *line,
               const char               *word)
{
  const char *texts[] = { line->name, line->unit, line->code, line->place };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint start, length;

      if (steward_search_find (texts[i], word, &start, &length))
        return TRUE;
    }
  return FALSE;
}

static guint
misses (const StewardProjectLine *line,
        const StewardListQuery   *query)
{
  g_auto(GStrv) words = g_strsplit (query->text != NULL ? query->text : "", " ", -1);
  guint result = 0;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && !line_has_word (line, *word))
      result |= TEXT;
  if (query->steward != NULL && !g_str_equal (query->steward, line->steward))
    result |= STEWARD;
  if (query->lights != 0 && (query->lights & (1u << line->light)) == 0)
    result |= LIGHT;
  if (query->stage != NULL && !g_str_equal (query->stage, line->stage))
    result |= STAGE;
  if (query->pack != NULL && !g_str_equal (query->pack, line->pack))
    result |= PACK;
  if (query->states != 0 ? (query->states & (1u << line->state)) == 0 : line->state == STEWARD_STATE_REMOVED)
    result |= STATE;
  return result;
}

static int
compare_names (const StewardProjectLine *a,
               const StewardProjectLine *b)
{
  g_autofree char *first = steward_pinyin_initials (a->name);
  g_autofree char *second = steward_pinyin_initials (b->name);
  int order = strcmp (first, second);

  return order != 0 ? order : a->number < b->number ? -1 : 1;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const StewardProjectLine *first = *(const StewardProjectLine *const *) a;
  const StewardProjectLine *second = *(const StewardProjectLine *const *) b;
  StewardListSort sort = GPOINTER_TO_INT (data);

  if (sort == STEWARD_SORT_RECENT)
    return first->version > second->version ? -1 : 1;
  if (sort == STEWARD_SORT_DUE && first->next_due != second->next_due)
    {
      if (first->next_due == STEWARD_DAY_NONE || second->next_due == STEWARD_DAY_NONE)
        return first->next_due == STEWARD_DAY_NONE ? 1 : -1;
      return first->next_due < second->next_due ? -1 : 1;
    }
  return compare_names (first, second);
}

static void
check_order (StewardDatabase        *database,
             GPtrArray              *lines,
             const StewardListQuery *query)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = steward_database_find (database, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    if (misses (lines->pdata[i], query) == 0)
      g_ptr_array_add (wanted, lines->pdata[i]);
  g_ptr_array_sort_with_data (wanted, compare_lines, GINT_TO_POINTER (query->sort));
  g_assert_cmpuint (numbers->len, ==, wanted->len);
  for (guint i = 0; i < numbers->len; i++)
    g_assert_cmpint (g_array_index (numbers, gint64, i), ==, ((StewardProjectLine *) wanted->pdata[i])->number);
}

static guint
look_up (GHashTable *table,
         const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, word));
}

static void
check_counts (StewardDatabase        *database,
              GPtrArray              *lines,
              const StewardListQuery *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardListCounts) counts = steward_database_count (database, query, &error);
  guint total = 0, mine = 0, lights[STEWARD_LIGHT_RED + 1] = { 0 }, states[STEWARD_N_STATES] = { 0 };
  guint all_stages = 0, all_packs = 0, stage = 0, pack = 0;
  const StewardProjectLine *probe = lines->pdata[0];
  GHashTableIter iter;
  gpointer value;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardProjectLine *line = lines->pdata[i];
      guint missed = misses (line, query);

      total += (missed & ~STEWARD) == 0;
      mine += (missed & ~STEWARD) == 0 && g_str_equal (line->steward, query->me);
      lights[line->light] += (missed & ~LIGHT) == 0;
      states[line->state] += (missed & ~STATE) == 0;
      all_stages += (missed & ~STAGE) == 0;
      all_packs += (missed & ~PACK) == 0;
      stage += (missed & ~STAGE) == 0 && g_str_equal (line->stage, probe->stage);
      pack += (missed & ~PACK) == 0 && g_str_equal (line->pack, probe->pack);
    }
  g_assert_cmpuint (counts->total, ==, total);
  g_assert_cmpuint (counts->mine, ==, mine);
  g_assert_cmpmem (counts->lights, sizeof counts->lights, lights, sizeof lights);
  g_assert_cmpmem (counts->states, sizeof counts->states, states, sizeof states);
  g_assert_cmpuint (look_up (counts->stages, probe->stage), ==, stage);
  g_assert_cmpuint (look_up (counts->packs, probe->pack), ==, pack);
  g_hash_table_iter_init (&iter, counts->stages);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    all_stages -= GPOINTER_TO_UINT (value);
  g_hash_table_iter_init (&iter, counts->packs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    all_packs -= GPOINTER_TO_UINT (value);
  g_assert_cmpuint (all_stages, ==, 0);
  g_assert_cmpuint (all_packs, ==, 0);
}

/* Some part of a random text of a random project, or of its initials. */
static char *
make_word (GPtrArray *lines,
           GRand     *random)
{
  const StewardProjectLine *line = lines->pdata[g_rand_int_range (random, 0, lines->len)];
  const char *texts[] = { line->name, line->unit, line->code, line->place };
  const char *text = texts[g_rand_int_range (random, 0, 4)];
  g_autofree char *source = g_rand_boolean (random) ? g_strdup (text) : steward_pinyin_initials (text);
  glong length = g_utf8_strlen (source, -1);
  glong n = MIN (length, g_rand_int_range (random, 1, 6));

  glong from = g_rand_int_range (random, 0, length - n + 1);
  return g_utf8_substring (source, from, from + n);
}

static void
test_filters_sorts_and_counts (StoreFixture  *fixture,
                               gconstpointer  data)
{
  static const char *const absent[] = { "不会有的字", "zzzzzzz", "stage9" };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GPtrArray) lines = NULL;

  story_add_projects (database, random, N_PROJECTS, get_today ());
  scramble_digests (database, random);
  lines = read_all_lines (database, N_PROJECTS, get_today ());
  for (int i = 0; i < N_QUERIES; i++)
    {
      const StewardProjectLine *line = lines->pdata[g_rand_int_range (random, 0, lines->len)];
      g_autofree char *first = make_word (lines, random), *second = make_word (lines, random);
      g_autofree char *both = g_strconcat (first, "  ", second, " ", NULL);
      const char *texts[] = { NULL, "", first, both, absent[i % 3] };
      StewardListQuery query = {
        .text = texts[g_rand_int_range (random, 0, 5)],
        .steward = g_rand_double (random) < 0.2 ? line->steward : NULL,
        .me = line->steward,
        .lights = g_rand_boolean (random) ? g_rand_int_range (random, 0, 128) : 0,
        .stage = g_rand_double (random) < 0.2 ? line->stage : NULL,
        .pack = g_rand_double (random) < 0.2 ? line->pack : NULL,
        .states = g_rand_boolean (random) ? g_rand_int_range (random, 0, 16) : 0,
        .sort = g_rand_int_range (random, 0, 3),
        .today = get_today ()
      };

      check_order (database, lines, &query);
      check_counts (database, lines, &query);
    }
}

/* A list that was brought up to date is the one that is read anew. */
static void
check_against_new_connection (StoreFixture           *fixture,
                              StewardDatabase        *database,
                              const StewardListQuery *query)
{
  g_autoptr(StewardDatabase) other = database_open (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = steward_database_find (database, query, &error);
  g_autoptr(GArray) wanted = steward_database_find (other, query, &error);
  g_autoptr(StewardListCounts) counts = steward_database_count (database, query, &error);
  g_autoptr(StewardListCounts) right = steward_database_count (other, query, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (numbers->data, numbers->len * sizeof (gint64), wanted->data, wanted->len * sizeof (gint64));
  g_assert_cmpmem (counts->lights, sizeof counts->lights, right->lights, sizeof right->lights);
  g_assert_cmpmem (counts->states, sizeof counts->states, right->states, sizeof right->states);
  g_assert_cmpuint (counts->mine, ==, right->mine);
}

/* A case more, another start, name, steward or state, or an undo of any. */
static void
change_at_random (StewardDatabase *database,
                  GPtrArray       *lines,
                  GRand           *random)
{
  const StewardProjectLine *line = lines->pdata[g_rand_int_range (random, 0, lines->len)];
  gint64 version;
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(StewardRecorder) recorder = NULL;
  g_autoptr(StewardChangeSet) set = NULL;

  if (g_rand_double (random) < 0.2)
    {
      g_autoptr(StewardLogEntry) entry = steward_database_undo (database, NULL, g_rand_boolean (random), "李", NULL);

      if (entry != NULL)
        return;
    }
  if (steward_database_get_version (database, line->id, NULL) == 0)
    return;                     /* its beginning was taken back */
  project = database_load (database, line->id, &version);
  recorder = steward_recorder_new (project, version);
  if (g_rand_boolean (random))
    story_tell_facts (project, random);
  else
    steward_project_set_state (project, g_rand_int_range (random, 0, STEWARD_N_STATES));
  random_change (project, random);
  set = steward_recorder_take (recorder, "王", NULL);
  if (set != NULL)
    database_apply (database, set);
}

static void
test_list_follows_changes (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardDatabase) writer = database_open (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(GPtrArray) lines = NULL;

  story_add_projects (writer, random, N_PROJECTS, get_today ());
  lines = read_all_lines (writer, N_PROJECTS, get_today ());
  for (int round = 0; round < 60; round++)
    {
      StewardListQuery query = {
        .states = 0xf, .me = story_steward (round), .sort = round % 3, .today = get_today ()
      };

      for (int i = g_rand_int_range (random, 0, round % 10 == 9 ? 90 : 6); i >= 0; i--)
        change_at_random (writer, lines, random);
      check_against_new_connection (fixture, database, &query);
      if (g_rand_double (random) < 0.1)
        steward_database_refresh (writer, get_today () + round, 1000, NULL);
    }
}

/* Changes the project of @lines at @place to be closed, or open again. */
static void
turn_state (StewardDatabase *database,
            GPtrArray       *lines,
            guint            place)
{
  const StewardProjectLine *line = lines->pdata[place];
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, line->id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
  g_autoptr(StewardChangeSet) set = NULL;

  steward_project_set_state (project, steward_project_get_state (project) == STEWARD_STATE_OPEN
                                      ? STEWARD_STATE_CLOSED : STEWARD_STATE_OPEN);
  set = steward_recorder_take (recorder, "王", NULL);
  database_apply (database, set);
}

/* After a restore the same sequences are given to other changes: fewer than
 * were listed, as many, or more. */
static void
test_list_follows_restore (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardDatabase) writer = database_open (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GFile) backup = NULL;
  StewardListQuery query = { .states = 1u << STEWARD_STATE_OPEN, .today = get_today () };
  static const guint n_after[] = { 0, 1, 3 };

  story_add_projects (writer, random, 6, get_today ());
  lines = read_all_lines (writer, 6, get_today ());
  backup = steward_backup_make (writer, NULL, NULL, NULL, NULL, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (n_after); n++)
    {
      g_autoptr(GError) error = NULL;

      turn_state (writer, lines, 0);
      check_against_new_connection (fixture, database, &query);
      steward_backup_restore (n == 2 ? database : writer, backup, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < n_after[n]; i++)
        turn_state (writer, lines, 1 + i);
      check_against_new_connection (fixture, database, &query);
    }
}

/* Search. */

static char *
add_named (StewardDatabase *database,
           const char      *name,
           const char      *unit,
           const char      *code,
           const char      *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardPack) pack = steward_pack_library_load ("jincheng-2022", &error);
  g_autoptr(StewardProject) project = steward_project_new (pack);

  steward_project_set_fact (project, STEWARD_FACT_NAME, name);
  steward_project_set_fact (project, STEWARD_FACT_UNIT, unit);
  steward_project_set_fact (project, STEWARD_FACT_CODE, code);
  steward_project_set_fact (project, STEWARD_FACT_PLACE, place);
  g_assert_cmpint (steward_database_import (database, project, FALSE, "王", NULL, &error), >, 0);
  g_assert_no_error (error);
  return g_strdup (steward_project_get_id (project));
}

/* The numbers found, "1 3". */
static char *
search (StewardDatabase *database,
        const char      *text)
{
  StewardListQuery query = { .text = text, .sort = STEWARD_SORT_DUE, .today = get_today () };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) numbers = steward_database_find (database, &query, &error);
  gboolean found[10] = { FALSE };
  GString *result = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < numbers->len; i++)
    found[g_array_index (numbers, gint64, i)] = TRUE;
  for (int i = 0; i < 10; i++)
    if (found[i])
      g_string_append_printf (result, "%s%d", result->len > 0 ? " " : "", i);
  return g_string_free (result, FALSE);
}

static void
assert_found (StewardDatabase *database,
              const char      *text,
              const char      *numbers)
{
  g_autofree char *found = search (database, text);

  if (!g_str_equal (found, numbers))
    g_error ("“%s” finds “%s” instead of “%s”", text, found, numbers);
}

static void
test_search_by_part_and_initials (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  static const struct { const char *text, *numbers; } cases[] = {
    { "云岭", "1" }, { "厂房", "1 3" }, { "虚构", "1 2 3" }, { "xg", "1 2 3" }, { "ylbz", "1" }, { "YLBZ", "1" },
    { "2601-990100", "1" }, { "990100", "1 2" }, { "滨河 虚构", "2" }, { "滨河 厂房", "" }, { "厂房 gjs", "3" },
    { "ＹＬ", "1" }, { "厂", "1 3" }, { "gjsl", "3" }, { "ABC", "3" }, { "abc厂", "3" }, { "岭标准", "1" },
    { "标 准", "1" }, { "准标", "" }, { "\t", "1 2 3" }, { "   ", "1 2 3" }, { "甲公司2601", "" }, { "公司\t2601", "1 3" }, { "甲公司\t2601", "1" },
    { "1", "1 2 3" }, { "3", "1" }, { "7", "" }, { "\n1", "1 2 3" }, { "'; DROP TABLE", "" }, { "%", "" }, { "_", "" },
  };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autofree char *a = add_named (database, "虚构云岭标准厂房", "虚构甲公司", "2601-990100-34-01-000001", "虚构城东路");
  g_autofree char *b = add_named (database, "虚构滨河学校", "虚构乙中学", "2602-990100-45-01-000002", "虚构城西路");
  g_autofree char *c = add_named (database, "虚构 ABC厂房", "虚构丙公司", "2601-990200-54-01-000002", "虚构高家山路");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (database, cases[i].text, cases[i].numbers);
}

static void
rename_project (StewardDatabase *database,
                const char      *id,
                const char      *name,
                StewardState     state)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
  g_autoptr(StewardChangeSet) set = NULL;

  steward_project_set_fact (project, STEWARD_FACT_NAME, name);
  steward_project_set_state (project, state);
  set = steward_recorder_take (recorder, "王", NULL);
  database_apply (database, set);
}

static void
test_search_follows_changes (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardDatabase) other = database_open (fixture);
  g_autofree char *a = add_named (database, "虚构旧名项目", "", "", "");
  g_autofree char *b = add_named (database, "虚构别的项目", "", "", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardLogEntry) undone = NULL;

  assert_found (database, "旧名", "1");
  rename_project (other, a, "虚构新名项目", STEWARD_STATE_OPEN);
  assert_found (database, "旧名", "");
  assert_found (database, "新名", "1");
  assert_found (database, "xmxm", "1");
  undone = steward_database_undo (database, a, FALSE, "王", &error);
  g_assert_no_error (error);
  assert_found (database, "旧名", "1");
  assert_found (other, "新名", "");
  rename_project (database, b, "虚构别的项目", STEWARD_STATE_REMOVED);
  assert_found (database, "虚构", "1");
  assert_found (other, "虚构", "1");
}

static void
test_lines_that_are_gone (StoreFixture  *fixture,
                          gconstpointer  data)
{
  const gint64 numbers[] = { 2, 99, 1, G_MAXINT64, -1, 2 };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autofree char *a = add_named (database, "虚构一号", "虚构单位", "", "");
  g_autofree char *b = add_named (database, "虚构二号", "", "", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = steward_database_read_lines (database, numbers, G_N_ELEMENTS (numbers),
                                                            get_today (), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (numbers));
  g_assert_cmpstr (((StewardProjectLine *) lines->pdata[0])->name, ==, "虚构二号");
  g_assert_null (lines->pdata[1]);
  g_assert_cmpstr (((StewardProjectLine *) lines->pdata[2])->unit, ==, "虚构单位");
  g_assert_cmpstr (((StewardProjectLine *) lines->pdata[2])->id, ==, a);
  g_assert_null (lines->pdata[3]);
  g_assert_null (lines->pdata[4]);
  g_assert_cmpint (((StewardProjectLine *) lines->pdata[5])->number, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/listing/filters-sorts-and-counts-equal-a-naive-list", test_filters_sorts_and_counts);
  store_add ("/listing/a-list-that-follows-changes-equals-a-new-one", test_list_follows_changes);
  store_add ("/listing/a-list-that-follows-a-restore-equals-a-new-one", test_list_follows_restore);
  store_add ("/listing/search-finds-parts-and-initials", test_search_by_part_and_initials);
  store_add ("/listing/search-follows-changes-undo-and-removal", test_search_follows_changes);
  store_add ("/listing/a-line-that-is-gone-is-null", test_lines_that_are_gone);
  return g_test_run ();
}
