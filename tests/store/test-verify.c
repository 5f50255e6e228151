/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "steward-database-parts-private.h"

/* Checked for errors of memory, each round takes several times as long. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 60
#else
#define ROUNDS 200
#endif

/* What is never to be changed by anybody else. */
static const char *const tables[] = {
  "log", "log", "log", "log", "projects", "facts", "answers", "ticks", "rows", "texts", "cases", "events",
  "activities", "entrustments", "closings", "ledger", "suggestions", "undone",
};

typedef struct
{
  sqlite3 *handle;
  GRand   *random;
  char    *said;      /* what was done, for the report */
  gint64   row;       /* of the table */
} Forger;

static void
run (Forger     *forger,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (forger->handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static sqlite3_stmt *
prepare (Forger     *forger,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (forger->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (forger->handle));
  return statement;
}

/* The row that the forger lays hands on, 0 when the table has none. */
static gint64
choose_row (Forger     *forger,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM \"%s\" ORDER BY rowid", table);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = prepare (forger, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  sqlite3_finalize (statement);
  return rows->len ? g_array_index (rows, gint64, g_rand_int_range (forger->random, 0, rows->len)) : 0;
}

/* One byte of @text is another one, or one comes behind it. */
static GBytes *
change_byte (Forger     *forger,
             const char *text)
{
  gsize length = strlen (text);
  gsize at = g_rand_int_range (forger->random, 0, length + 1);
  GString *changed = g_string_new (text);

  if (at == length)
    g_string_append_c (changed, "x \n"[g_rand_int_range (forger->random, 0, 3)]);
  else if (g_rand_int_range (forger->random, 0, 6) == 0)
    g_string_erase (changed, at, 1);
  else
    {
      guchar byte = g_rand_int_range (forger->random, 1, 256);

      changed->str[at] = byte == (guchar) text[at] ? (byte == 'x' ? 'y' : 'x') : byte;
    }
  return g_string_free_to_bytes (changed);
}

static void
change_value (Forger       *forger,
              const char   *table,
              const char   *column,
              sqlite3_stmt *statement,
              int           index)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE OR IGNORE \"%s\" SET \"%s\" = ?1 WHERE rowid = ?2", table, column);
  sqlite3_stmt *update = prepare (forger, sql);
  g_autoptr(GBytes) bytes = NULL;
  gsize size;
  const char *data;

  if (sqlite3_column_type (statement, index) == SQLITE_TEXT)
    {
      bytes = change_byte (forger, (const char *) sqlite3_column_text (statement, index));
      data = g_bytes_get_data (bytes, &size);
      sqlite3_bind_text (update, 1, data, size, SQLITE_STATIC);
    }
  else if (sqlite3_column_type (statement, index) == SQLITE_NULL)
    {
      sqlite3_bind_int64 (update, 1, g_rand_int_range (forger->random, 0, 2));
    }
  else
    {
      sqlite3_bind_int64 (update, 1, sqlite3_column_int64 (statement, index) +
                          (g_rand_boolean (forger->random) ? 1 : g_rand_int_range (forger->random, 100, 200)));
    }
  sqlite3_bind_int64 (update, 2, forger->row);
  if (sqlite3_step (update) != SQLITE_DONE)
    g_error ("%s: %s", sql, sqlite3_errmsg (forger->handle));
  sqlite3_finalize (update);
}

static void
edit_row (Forger     *forger,
          const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" WHERE rowid = %" G_GINT64_FORMAT, table, forger->row);
  sqlite3_stmt *statement = prepare (forger, sql);
  int column;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  column = g_rand_int_range (forger->random, 0, sqlite3_column_count (statement));
  forger->said = g_strdup_printf ("edit %s.%s of row %" G_GINT64_FORMAT, table,
                                  sqlite3_column_name (statement, column), forger->row);
  change_value (forger, table, sqlite3_column_name (statement, column), statement, column);
  sqlite3_finalize (statement);
}

static void
remove_row (Forger     *forger,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid = %" G_GINT64_FORMAT, table, forger->row);

  forger->said = g_strdup_printf ("remove row %" G_GINT64_FORMAT " of %s", forger->row, table);
  run (forger, sql);
}

/* Lays hands on one row; FALSE when there was nothing to do. */
static gboolean
forge (Forger     *forger,
       const char *table)
{
  int before = sqlite3_total_changes (forger->handle);

  forger->row = choose_row (forger, table);
  if (forger->row == 0)
    return FALSE;
  if (g_rand_int_range (forger->random, 0, 4) == 0)
    remove_row (forger, table);
  else
    edit_row (forger, table);
  return sqlite3_total_changes (forger->handle) > before;
}

static void
set_up_history (StewardDatabase *database,
                GRand           *random)
{
  g_autoptr(StewardProject) first = database_add_sample (database, "jincheng-factory");
  g_autoptr(StewardProject) second = database_add_sample (database, "datong-complex");
  g_autoptr(StewardProject) gone = database_add_sample (database, "jincheng-school");
  StewardProject *projects[] = { first, second };

  database_undo (database, steward_project_get_id (gone), FALSE);
  for (guint p = 0; p < G_N_ELEMENTS (projects); p++)
    {
      const char *id = steward_project_get_id (projects[p]);
      g_autoptr(StewardRecorder) recorder = steward_recorder_new (projects[p], p + 1);

      for (int i = 0; i < 40; i++)
        {
          g_autoptr(StewardChangeSet) set = NULL;

          random_change (projects[p], random);
          set = steward_recorder_take (recorder, "王", NULL);
          if (set)
            steward_recorder_set_version (recorder, database_apply (database, set));
        }
      for (int i = 0; i < 6; i++)
        database_undo (database, id, FALSE);
      for (int i = 0; i < 3; i++)
        database_undo (database, id, TRUE);
    }
}

static void
copy (GFile *from,
      GFile *to)
{
  g_autoptr(GError) error = NULL;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The first finding that names a log entry has to name the one that was
 * changed. */
static void
assert_found (GPtrArray    *findings,
              const Forger *forger,
              const char   *table)
{
  g_autofree char *name = g_strdup_printf ("Log entry %" G_GINT64_FORMAT " ", forger->row);

  if (findings->len == 0)
    g_error ("not found: %s", forger->said);
  if (strcmp (table, "log") != 0)
    return;
  for (guint i = 0; i < findings->len; i++)
    if (g_str_has_prefix (findings->pdata[i], "Log entry "))
      {
        if (!g_str_has_prefix (findings->pdata[i], name))
          g_error ("%s: %s", forger->said, (char *) findings->pdata[i]);
        return;
      }
  g_error ("no entry named: %s, only “%s”", forger->said, (char *) findings->pdata[0]);
}

static gboolean
try_to_forge (GFile *good,
              GFile *bad,
              GRand *random)
{
  const char *table = tables[g_rand_int_range (random, 0, G_N_ELEMENTS (tables))];
  g_autofree char *path = g_file_get_path (bad);
  g_autoptr(StewardDatabase) database = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  g_autoptr(GError) error = NULL;
  Forger forger = { .random = random };
  gboolean forged;

  copy (good, bad);
  g_assert_cmpint (sqlite3_open (path, &forger.handle), ==, SQLITE_OK);
  forged = forge (&forger, table);
  g_assert_cmpint (sqlite3_close (forger.handle), ==, SQLITE_OK);
  database = steward_database_open (bad, STEWARD_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  findings = database_verify (database);
  if (forged)
    assert_found (findings, &forger, table);
  else
    g_assert_cmpuint (findings->len, ==, 0);
  g_free (forger.said);
  return forged;
}

static void
test_every_forgery_is_found (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(GFile) good = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GFile) bad = store_fixture_get_file (fixture, "forged.db");
  g_autoptr(GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr(StewardDatabase) database = database_create (fixture);

  set_up_history (database, random);
  database_assert_sound (database);
  g_clear_object (&database);
  for (int i = 0; i < ROUNDS;)
    i += try_to_forge (good, bad, random);
}

/* Moving a character from one field to the next one, which a plain
 * concatenation would not notice. */
static void
test_fields_are_kept_apart (StoreFixture  *fixture,
                            gconstpointer  data)
{
  StewardLogEntry a = { 7, (char *) "2026", (char *) "ab", (char *) "c", (char *) "d", 0, (char *) "[]", NULL };
  StewardLogEntry b = { 7, (char *) "2026", (char *) "a", (char *) "bc", (char *) "d", 0, (char *) "[]", NULL };
  StewardLogEntry c = { 7, (char *) "2026", (char *) "ab", (char *) "c", (char *) "d", 1, (char *) "[]", NULL };
  g_autofree char *of_a = steward_log_entry_compute_hash (&a, STEWARD_LOG_FIRST_HASH);
  g_autofree char *of_b = steward_log_entry_compute_hash (&b, STEWARD_LOG_FIRST_HASH);
  g_autofree char *of_c = steward_log_entry_compute_hash (&c, STEWARD_LOG_FIRST_HASH);
  g_autofree char *later = steward_log_entry_compute_hash (&a, of_a);

  g_assert_cmpuint (strlen (of_a), ==, 64);
  g_assert_cmpstr (of_a, !=, of_b);
  g_assert_cmpstr (of_a, !=, of_c);
  g_assert_cmpstr (of_a, !=, later);
}

static void
assert_says (StewardDatabase *database,
             const char      *sentence)
{
  g_autoptr(GPtrArray) findings = database_verify (database);

  for (guint i = 0; i < findings->len; i++)
    if (strstr (findings->pdata[i], sentence))
      return;
  g_error ("nobody says “%s”", sentence);
}

static void
test_the_reason_is_said (StoreFixture  *fixture,
                         gconstpointer  data)
{
  static const struct { const char *sql, *sentence; } forgeries[] = {
    { "UPDATE log SET label = 'x' WHERE sequence = 2", "Log entry 2 is not as it was written" },
    { "DELETE FROM log WHERE sequence = 3", "Log entry 3 is missing" },
    { "DELETE FROM log WHERE sequence >= 40", "Log entry 40 is missing" },
    { "UPDATE facts SET value = 'x' WHERE project = 1 AND key = 'name'", "fact “name” is not what the log last wrote" },
    { "DELETE FROM facts WHERE project = 1 AND key = 'name'", "fact “name” is not stored any more" },
    { "INSERT INTO facts VALUES (1, 'forged', 'x')", "fact “forged” is stored, but the log does not know it" },
    { "UPDATE ticks SET \"on\" = 2", "The table “ticks” holds a value" },
    { "UPDATE entrustments SET stages = '[ ]'", "The table “entrustments” holds a value" },
    { "DELETE FROM undone", "it is not recorded any more what was taken back" },
  };
  g_autoptr(GFile) good = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GFile) bad = store_fixture_get_file (fixture, "forged.db");
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(StewardDatabase) database = database_create (fixture);

  set_up_history (database, random);
  g_clear_object (&database);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autoptr(StewardDatabase) forged = NULL;

      copy (good, bad);
      store_run_as_stranger (bad, forgeries[i].sql);
      forged = steward_database_open (bad, STEWARD_OPEN_EXISTING, NULL);
      g_assert_nonnull (forged);
      assert_says (forged, forgeries[i].sentence);
    }
}

/* Somebody who knows how to compute hashes cannot set the clock back, nor
 * write what cannot be read. */
static void
test_time_and_shape_are_checked (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  static const struct { const char *at, *changes, *sentence; } forgeries[] = {
    { "2020-01-01T00:00:00.000000Z", "[]", "Log entry 2 is earlier than the one before it" },
    { "2099-01-01T00:00:00.000000Z", "[1]", "Log entry 2 holds changes that cannot be read" },
  };
  g_autoptr(GFile) good = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GFile) bad = store_fixture_get_file (fixture, "forged.db");
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "jincheng-school");
  g_autoptr(GPtrArray) entries = steward_database_read_log (database, NULL, 0, 1, NULL);
  const StewardLogEntry *first = entries->pdata[0];

  g_clear_object (&database);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      const StewardLogEntry entry = {
        2, (char *) forgeries[i].at, first->project, (char *) "x", (char *) "y", 0, (char *) forgeries[i].changes, NULL
      };
      g_autofree char *hash = steward_log_entry_compute_hash (&entry, first->hash);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO log VALUES (2, '%s', '%s', 'x', 'y', NULL, '%s', '%s')",
                                              entry.at, entry.project, entry.changes, hash);
      g_autoptr(StewardDatabase) forged = NULL;

      copy (good, bad);
      store_run_as_stranger (bad, sql);
      forged = steward_database_open (bad, STEWARD_OPEN_EXISTING, NULL);
      assert_says (forged, forgeries[i].sentence);
    }
}

static void
progress_cb (double   share,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (share, >=, *last);
  g_assert_cmpfloat (share, <=, 1.0);
  *last = share;
}

static void
cancel_cb (double   share,
           gpointer user_data)
{
  if (share > 0.2)
    g_cancellable_cancel (user_data);
}

static void
test_progress_and_cancel (StoreFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(GError) error = NULL;
  double last = 0.0;

  set_up_history (database, random);
  g_assert_true (steward_database_verify (database, findings, progress_cb, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
  g_assert_false (steward_database_verify (database, findings, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  database_assert_sound (database);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_add ("/verify/every-forgery-is-found", test_every_forgery_is_found);
  store_add ("/verify/fields-are-kept-apart", test_fields_are_kept_apart);
  store_add ("/verify/the-reason-is-said", test_the_reason_is_said);
  store_add ("/verify/time-and-shape-are-checked", test_time_and_shape_are_checked);
  store_add ("/verify/progress-and-cancel", test_progress_and_cancel);

  return g_test_run ();
}
