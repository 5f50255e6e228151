/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-store.h"
#include "ui-test.h"

G_BEGIN_DECLS

/**
 * ListFixture:
 *
 * A store with fictional projects, a second connection to its file such as
 * another program has, and a window.
 */
typedef struct
{
  char            *folder;
  GFile           *file;
  StewardDatabase *other;
  StewardStore    *store;
  GtkWindow       *window;
} ListFixture;

#define LIST_FIXTURE_PROJECTS 40

/* The day of these tests. */
StewardDay  list_fixture_today         (void);
/* Before the first test: makes the projects that each test begins with. */
void        list_fixture_make_projects (void);
void        list_fixture_drop_projects (void);
/* With the projects where @data is NULL, else empty. */
void        list_fixture_set_up        (ListFixture   *fixture,
                                        gconstpointer  data);
void        list_fixture_tear_down     (ListFixture   *fixture,
                                        gconstpointer  data);
/* Adds, as another program would, a project whose first case was accepted so
 * long ago that it is late. Its id. (transfer full) */
char       *list_fixture_add_late      (ListFixture   *fixture,
                                        const char    *name);
/* Adds @n of them at once. */
void        list_fixture_add_many_late (ListFixture   *fixture,
                                        guint          n);
/* Changes one fact, as another program would. */
void        list_fixture_set_fact      (ListFixture   *fixture,
                                        const char    *id,
                                        StewardFact    fact,
                                        const char    *value);
/* Waits until all that was asked of the store is answered. */
void        list_fixture_drain         (ListFixture   *fixture);

#define list_add(path, test) \
  g_test_add (path, ListFixture, NULL, list_fixture_set_up, test, list_fixture_tear_down)
#define list_add_empty(path, test) \
  g_test_add (path, ListFixture, "empty", list_fixture_set_up, test, list_fixture_tear_down)

G_END_DECLS
