/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"

StewardDatabase *
database_create (StoreFixture *fixture)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GError) error = NULL;
  StewardDatabase *database = steward_database_open (file, STEWARD_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return database;
}

StewardDatabase *
database_open (StoreFixture *fixture)
{
  g_autoptr(GFile) file = store_fixture_get_file (fixture, "steward.db");
  g_autoptr(GError) error = NULL;
  StewardDatabase *database = steward_database_open (file, STEWARD_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  return database;
}

StewardProject *
database_load_sample (const char *id)
{
  g_autoptr(GError) error = NULL;
  StewardProject *project = steward_sample_load (id, &error);

  g_assert_no_error (error);
  return project;
}

StewardProject *
database_add_sample (StewardDatabase *database,
                     const char      *id)
{
  StewardProject *project = database_load_sample (id);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (steward_database_import (database, project, FALSE, "王", NULL, &error), >, 0);
  g_assert_no_error (error);
  return project;
}

StewardProject *
database_load (StewardDatabase *database,
               const char      *id,
               gint64          *version)
{
  g_autoptr(GError) error = NULL;
  StewardProject *project = steward_database_load_project (database, id, version, &error);

  g_assert_no_error (error);
  return project;
}

char *
database_to_text (StewardProject *project)
{
  g_autoptr(GBytes) bytes = steward_project_file_write (project);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

char *
database_get_text (StewardDatabase *database,
                   const char      *id)
{
  g_autoptr(StewardProject) project = NULL;
  gint64 version = steward_database_get_version (database, id, NULL);

  g_assert_cmpint (version, >=, 0);
  if (version == 0)
    return g_strdup ("");
  project = database_load (database, id, NULL);
  return database_to_text (project);
}

void
database_assert_text (StewardDatabase *database,
                      const char      *id,
                      const char      *text)
{
  g_autofree char *stored = database_get_text (database, id);

  g_assert_cmpstr (stored, ==, text);
}

GPtrArray *
database_verify (StewardDatabase *database)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_assert_true (steward_database_verify (database, findings, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return findings;
}

void
database_assert_sound (StewardDatabase *database)
{
  g_autoptr(GPtrArray) findings = database_verify (database);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

gint64
database_apply (StewardDatabase        *database,
                const StewardChangeSet *set)
{
  g_autoptr(GError) error = NULL;
  gint64 version = steward_database_apply (database, set, &error);

  g_assert_no_error (error);
  g_assert_cmpint (version, >, 0);
  return version;
}

void
database_undo (StewardDatabase *database,
               const char      *id,
               gboolean         redo)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(StewardLogEntry) entry = steward_database_undo (database, id, redo, "王", &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
}
