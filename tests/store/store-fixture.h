/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-driver.h"

/**
 * StoreFixture:
 *
 * A folder that is empty before a test and gone after it.
 */
typedef struct
{
  char *folder;
} StoreFixture;

void            store_fixture_set_up     (StoreFixture     *fixture,
                                          gconstpointer     data);
void            store_fixture_tear_down  (StoreFixture     *fixture,
                                          gconstpointer     data);
GFile          *store_fixture_get_file   (StoreFixture     *fixture,
                                          const char       *name);
char           *store_fixture_get_path   (StoreFixture     *fixture,
                                          const char       *name);
/* Removes a folder with all that is in it. */
void            store_remove_folder      (const char       *folder);
/* An opened database; fails the test when it does not open. */
StewardDriver  *store_open               (GFile            *file,
                                          StewardOpenMode   mode);
gint64          store_query              (StewardDriver    *driver,
                                          const char       *sql);
void            store_execute            (StewardDriver    *driver,
                                          const char       *sql);
/* Runs @sql on the file with bare SQLite, as a stranger would. */
void            store_run_as_stranger    (GFile            *file,
                                          const char       *sql);
/* Whether the file has @name beside it, such as "-wal". */
gboolean        store_has_side_file      (GFile            *file,
                                          const char       *suffix);
/* Files and folders in @folder; 0 when there is none. */
guint           store_count_files        (const char       *folder);
char           *store_hash_file          (GFile            *file);

#define store_add(path, test) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
