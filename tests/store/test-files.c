/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of documents in the database. */
#include <string.h>

#include "database-fixture.h"
#include "steward-backup.h"
#include "steward-error.h"

static char *
put (StewardDatabase *database,
     GBytes          *bytes)
{
  g_autoptr(GError) error = NULL;
  char *sha256 = steward_database_put_file (database, bytes, &error);

  g_assert_no_error (error);
  return sha256;
}

static void
assert_holds (StewardDatabase *database,
              const char      *sha256,
              GBytes          *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) found = steward_database_read_file (database, sha256, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));
}

static void
test_bytes_come_back_as_they_were (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  static const gsize sizes[] = { 0, 1, 4095, 4096, 100000 };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint8 *raw = g_malloc (sizes[i] + 1);
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *sha256 = NULL, *expected = NULL, *again = NULL;

      for (gsize j = 0; j < sizes[i]; j++)
        raw[j] = g_rand_int_range (random, 0, 256);
      bytes = g_bytes_new_take (raw, sizes[i]);
      sha256 = put (database, bytes);
      expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_assert_cmpstr (sha256, ==, expected);
      again = put (database, bytes);
      g_assert_cmpstr (again, ==, sha256);
      assert_holds (database, sha256, bytes);
    }
  g_assert_cmpint (store_query (steward_database_get_driver (database), "SELECT count(*) FROM \"files\""), ==,
                   G_N_ELEMENTS (sizes));
  database_assert_sound (database);
}

static void
test_what_is_not_there_is_told (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GBytes) none = NULL;
  g_autoptr(GError) error = NULL;

  none = steward_database_read_file (database, "abc", &error);
  g_assert_null (none);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN);
}

static void
test_too_large_a_file_is_refused (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(GBytes) most = g_bytes_new_take (g_malloc0 (STEWARD_FILE_MAX_BYTES), STEWARD_FILE_MAX_BYTES);
  g_autoptr(GBytes) more = g_bytes_new_take (g_malloc0 (STEWARD_FILE_MAX_BYTES + 1), STEWARD_FILE_MAX_BYTES + 1);
  g_autofree char *sha256 = put (database, most);
  g_autoptr(GError) error = NULL;

  assert_holds (database, sha256, most);
  g_assert_null (steward_database_put_file (database, more, &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT);
}

static void
test_other_bytes_are_an_error_and_a_finding (StoreFixture  *fixture,
                                             gconstpointer  data)
{
  static const char *const damages[] = {
    "UPDATE \"files\" SET \"bytes\" = x'616263'",
    "UPDATE \"files\" SET \"size\" = 2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", i);
      g_autoptr(GFile) file = store_fixture_get_file (fixture, name);
      g_autoptr(StewardDatabase) database = steward_database_open (file, STEWARD_OPEN_CREATE, NULL);
      g_autoptr(GBytes) bytes = g_bytes_new_static ("paper", 5), none = NULL;
      g_autofree char *sha256 = put (database, bytes);
      g_autoptr(GPtrArray) findings = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (steward_driver_execute (steward_database_get_driver (database), damages[i], NULL));
      none = steward_database_read_file (database, sha256, &error);
      g_assert_null (none);
      g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT);
      findings = database_verify (database);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_nonnull (strstr (findings->pdata[0], sha256));
    }
}

/* Bytes where the layout has text come from a stranger. */
static void
test_bytes_elsewhere_are_refused (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  StewardDriver *driver = steward_database_get_driver (database);
  StewardStatement *statement = steward_driver_prepare (driver, "SELECT CAST ('a' AS BLOB)", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (steward_statement_step (statement, &error), ==, STEWARD_STEP_FAILED);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT);
}

static void
test_backups_hold_the_files (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture), copy = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("paper", 5);
  g_autofree char *sha256 = put (database, bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) backup = steward_backup_make (database, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  copy = steward_database_open (backup, STEWARD_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_holds (copy, sha256, bytes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/files/bytes-come-back-as-they-were", test_bytes_come_back_as_they_were);
  store_add ("/files/what-is-not-there-is-told", test_what_is_not_there_is_told);
  store_add ("/files/too-large-a-file-is-refused", test_too_large_a_file_is_refused);
  store_add ("/files/other-bytes-are-an-error-and-a-finding", test_other_bytes_are_an_error_and_a_finding);
  store_add ("/files/bytes-elsewhere-are-refused", test_bytes_elsewhere_are_refused);
  store_add ("/files/backups-hold-the-files", test_backups_hold_the_files);
  return g_test_run ();
}
