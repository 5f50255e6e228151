/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "bench.h"
#include "steward-database.h"
#include "steward-project-file.h"

/* One tick, put into the store durably, against a bare SQLite that inserts one
 * row as long as the log entry of it under the same pragmas; loading a project
 * against reading its file; undo and redo against two bare inserts. */

#define ROUNDS 60

typedef struct
{
  sqlite3         *bare;
  sqlite3_stmt    *insert;
  StewardDatabase *database;
  StewardProject  *project;
  StewardRecorder *recorder;
  GBytes          *file;
  gboolean         on;
  int              n_rows;
} Bench;

static void
run (sqlite3    *handle,
     const char *sql)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

static gint64
insert_row (gpointer data)
{
  Bench *bench = data;

  run (bench->bare, "BEGIN IMMEDIATE");
  sqlite3_bind_int (bench->insert, 1, ++bench->n_rows);
  if (sqlite3_step (bench->insert) != SQLITE_DONE)
    g_error ("insert: %s", sqlite3_errmsg (bench->bare));
  sqlite3_reset (bench->insert);
  run (bench->bare, "COMMIT");
  return bench->n_rows;
}

static gint64
apply_change (gpointer data)
{
  Bench *bench = data;
  g_autoptr(StewardChangeSet) set = NULL;
  g_autoptr(GError) error = NULL;
  gint64 version;

  bench->on = !bench->on;
  steward_project_set_tick (bench->project, "jc.s1.box.item.filing", bench->on, "王", "2026-08-12T10:00:00+08:00");
  set = steward_recorder_take (bench->recorder, "王", NULL);
  version = steward_database_apply (bench->database, set, &error);
  g_assert_no_error (error);
  steward_recorder_set_version (bench->recorder, version);
  return version;
}

static gint64
undo_and_redo (gpointer data)
{
  Bench *bench = data;
  const char *id = steward_project_get_id (bench->project);
  g_autoptr(StewardLogEntry) undo = steward_database_undo (bench->database, id, FALSE, "王", NULL);
  g_autoptr(StewardLogEntry) redo = steward_database_undo (bench->database, id, TRUE, "王", NULL);

  g_assert_nonnull (redo);
  return undo->sequence + redo->sequence;
}

static gint64
insert_two_rows (gpointer data)
{
  return insert_row (data) + insert_row (data);
}

static gint64
load (gpointer data)
{
  Bench *bench = data;
  gint64 version;
  g_autoptr(StewardProject) project = steward_database_load_project (bench->database,
                                                                     steward_project_get_id (bench->project),
                                                                     &version, NULL);

  return version + steward_project_get_cases (project)->len;
}

static gint64
read_file (gpointer data)
{
  Bench *bench = data;
  g_autoptr(StewardProblems) problems = steward_problems_new ();
  gboolean pack_changed;
  g_autoptr(StewardProject) project = steward_project_file_read (bench->file, "bench", &pack_changed, problems);

  return steward_project_get_cases (project)->len;
}

static void
open_bare (Bench      *bench,
           const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *text = g_strnfill (300, 'x');

  g_assert_cmpint (sqlite3_open (path, &bench->bare), ==, SQLITE_OK);
  run (bench->bare, "PRAGMA journal_mode = WAL");
  run (bench->bare, "PRAGMA synchronous = FULL");
  run (bench->bare, "PRAGMA foreign_keys = ON");
  run (bench->bare, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT");
  g_assert_cmpint (sqlite3_prepare_v2 (bench->bare, "INSERT INTO t VALUES (?1, ?2)", -1, &bench->insert, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (bench->insert, 2, text, -1, SQLITE_TRANSIENT);
}

static void
open_store (Bench      *bench,
            const char *folder)
{
  g_autoptr(GFile) file = g_file_new_build_filename (folder, "steward.db", NULL);
  g_autoptr(GError) error = NULL;
  gint64 version;

  bench->database = steward_database_open (file, STEWARD_OPEN_CREATE, &error);
  g_assert_no_error (error);
  bench->project = steward_sample_load ("jincheng-factory", &error);
  g_assert_no_error (error);
  version = steward_database_import (bench->database, bench->project, FALSE, "王", NULL, &error);
  g_assert_no_error (error);
  bench->recorder = steward_recorder_new (bench->project, version);
  bench->file = steward_project_file_write (bench->project);
}

static void
bench_clear (Bench *bench)
{
  sqlite3_finalize (bench->insert);
  sqlite3_close (bench->bare);
  g_clear_object (&bench->recorder);
  g_clear_object (&bench->project);
  g_clear_object (&bench->database);
  g_bytes_unref (bench->file);
}

static void
remove_folder (const char *folder)
{
  static const char *const names[] = { "bare.db", "bare.db-wal", "bare.db-shm", "steward.db", "steward.db-wal",
                                       "steward.db-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("steward-bench-XXXXXX", NULL);
  Bench bench = { 0 };
  double insert, two;
  gboolean good = TRUE;

  open_bare (&bench, folder);
  open_store (&bench, folder);
  insert = bench_measure (insert_row, &bench, ROUNDS);
  bench_report ("bare insert", insert, insert, 1);
  good &= bench_report ("one change", bench_measure (apply_change, &bench, ROUNDS), insert, 20);
  two = bench_measure (insert_two_rows, &bench, ROUNDS);
  good &= bench_report ("undo and redo", bench_measure (undo_and_redo, &bench, ROUNDS), two, 20);
  good &= bench_report ("load of a project, against its file", bench_measure (load, &bench, ROUNDS),
                        bench_measure (read_file, &bench, ROUNDS), 3);
  bench_clear (&bench);
  remove_folder (folder);
  return good ? 0 : 1;
}
