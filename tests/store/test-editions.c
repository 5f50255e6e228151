/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been issued stays, whoever writes and however. */
#include <string.h>

#include "database-fixture.h"
#include "steward-edition.h"
#include "steward-error.h"
#include "steward-piece.h"

#define HASH "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static StewardDay
some_day (void)
{
  return steward_day_from_ymd (2026, 8, 12);
}

static void
add_edition (StewardProject *project,
             const char     *content)
{
  StewardEdition edition = { .day = some_day (), .reason = (char *) "增项", .content = (char *) content,
                             .at = (char *) "2026-08-12T10:00:00+08:00", .notified = STEWARD_DAY_NONE };

  g_assert_cmpuint (steward_project_add_edition (project, &edition, NULL), >, 0);
}

/* Issues it in the store, as a desk does. */
static void
issue (StewardDatabase *database,
       const char      *id,
       const char      *content)
{
  gint64 version;
  g_autoptr(StewardProject) project = database_load (database, id, &version);
  g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
  g_autoptr(StewardChangeSet) set = NULL;

  add_edition (project, content);
  set = steward_recorder_take (recorder, "王", NULL);
  database_apply (database, set);
}

static void
assert_undo_is_refused (StewardDatabase *database,
                        const char      *id)
{
  g_autofree char *before = database_get_text (database, id);
  g_autoptr(GError) error = NULL;

  g_assert_null (steward_database_undo (database, id, FALSE, "王", &error));
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Edition 1"));
  database_assert_text (database, id, before);
}

static void
test_issuing_is_not_undone (StoreFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "jincheng-school");
  const char *id = steward_project_get_id (sample);
  g_autoptr(StewardLogEntry) entry = NULL;
  g_autoptr(StewardProject) later = NULL;
  g_autoptr(StewardRecorder) recorder = NULL;
  g_autoptr(StewardChangeSet) set = NULL;
  gint64 version;

  issue (database, id, "{\"a\":1}");
  entry = steward_database_peek_undo (database, id, FALSE, NULL);
  g_assert_cmpstr (entry->label, ==, "Issue edition 1 of the plan");
  assert_undo_is_refused (database, id);

  /* What comes after it is undone and redone as ever. */
  later = database_load (database, id, &version);
  recorder = steward_recorder_new (later, version);
  steward_project_set_suggestion (later, "好");
  set = steward_recorder_take (recorder, "王", NULL);
  database_apply (database, set);
  database_undo (database, id, FALSE);
  database_undo (database, id, TRUE);
  database_undo (database, id, FALSE);
  assert_undo_is_refused (database, id);
  database_assert_sound (database);
}

static void
test_the_beginning_with_an_edition_is_not_undone (StoreFixture  *fixture,
                                                  gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_load_sample ("jincheng-school");

  add_edition (sample, "{\"a\":1}");
  g_assert_cmpint (steward_database_import (database, sample, TRUE, "王", NULL, NULL), >, 0);
  assert_undo_is_refused (database, steward_project_get_id (sample));
}

/* No change of one, but its paper and the notice may come, once. */
static void
test_an_edition_is_filled_in_once (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  static const struct
  {
    const char *paper;
    const char *content;
    gboolean    good;
  } changes[] = {
    { "", "{\"a\":2}", FALSE },
    { HASH, "{\"a\":1}", TRUE },
    { "", "{\"a\":1}", FALSE },
    { NULL, NULL, FALSE },
  };
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) sample = database_add_sample (database, "jincheng-school");
  const char *id = steward_project_get_id (sample);

  issue (database, id, "{\"a\":1}");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      gint64 version;
      g_autoptr(StewardProject) project = database_load (database, id, &version);
      g_autoptr(StewardRecorder) recorder = steward_recorder_new (project, version);
      g_autoptr(StewardChangeSet) set = NULL;
      g_autoptr(GError) error = NULL;
      GVariant *value = changes[i].content ? g_variant_new ("(sssssss)", "2026-08-12", "", "2026-08-12T10:00:00+08:00",
                                                            "增项", changes[i].content, changes[i].paper, "") : NULL;

      g_assert_true (steward_project_set_piece (project, STEWARD_PIECE_EDITION, "1", value, NULL));
      set = steward_recorder_take (recorder, "王", NULL);
      g_assert_true ((steward_database_apply (database, set, &error) > 0) == changes[i].good);
      if (!changes[i].good)
        g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
    }
  assert_undo_is_refused (database, id);
  database_assert_sound (database);
}

static void
test_import_keeps_what_was_issued (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(StewardDatabase) database = database_create (fixture);
  g_autoptr(StewardProject) older = database_add_sample (database, "jincheng-school"), other = NULL, kept = NULL;
  const char *id = steward_project_get_id (older);
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  /* The file is from before the issue. */
  issue (database, id, "{\"a\":1}");
  steward_project_set_suggestion (older, "旧文件");
  g_assert_cmpint (steward_database_import (database, older, FALSE, "王", NULL, &error), >, 0);
  g_assert_no_error (error);
  kept = database_load (database, id, NULL);
  g_assert_cmpstr (steward_project_get_edition (kept, 1)->content, ==, "{\"a\":1}");
  g_assert_cmpstr (steward_project_get_suggestion (kept), ==, "旧文件");

  /* The file knows the paper, and one edition more. */
  g_assert_true (steward_project_complete_edition (kept, 1, HASH, some_day (), NULL));
  add_edition (kept, "{\"b\":2}");
  g_assert_cmpint (steward_database_import (database, kept, FALSE, "王", NULL, &error), >, 0);
  g_assert_no_error (error);
  g_clear_object (&kept);
  kept = database_load (database, id, NULL);
  g_assert_cmpstr (steward_project_get_edition (kept, 1)->paper, ==, HASH);
  g_assert_cmpstr (steward_project_get_edition (kept, 2)->content, ==, "{\"b\":2}");

  /* The file holds another one under the same number. */
  before = database_get_text (database, id);
  other = database_load_sample ("jincheng-school");
  g_assert_true (steward_project_set_id (other, id));
  add_edition (other, "{\"c\":3}");
  g_assert_cmpint (steward_database_import (database, other, FALSE, "王", NULL, &error), ==, 0);
  g_assert_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "edition 1"));
  database_assert_text (database, id, before);
  g_clear_error (&error);
  g_assert_cmpint (steward_database_import (database, other, TRUE, "王", NULL, &error), >, 0);
  g_assert_no_error (error);
  database_assert_sound (database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_add ("/editions/issuing-is-not-undone", test_issuing_is_not_undone);
  store_add ("/editions/the-beginning-with-one-is-not-undone", test_the_beginning_with_an_edition_is_not_undone);
  store_add ("/editions/an-edition-is-filled-in-once", test_an_edition_is_filled_in_once);
  store_add ("/editions/import-keeps-what-was-issued", test_import_keeps_what_was_issued);
  return g_test_run ();
}
