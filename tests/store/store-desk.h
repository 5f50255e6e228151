/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "database-fixture.h"
#include "steward-store.h"

/**
 * Desk:
 * @news: every entry that ::changed told, in order
 * @n_news: how often it was emitted; @n_everything: how often with NULL
 *
 * An open store with a stored sample, and what it tells.
 */
typedef struct
{
  StewardStore   *store;
  StewardProject *project;
  gint64          version;
  GArray         *news;
  guint           n_news;
  guint           n_everything;
} Desk;

/* Answers to changes that were asked for at once. */
typedef struct
{
  GArray *versions;
  guint   n_left;
} Applied;

Desk             *desk_new             (StoreFixture  *fixture);
void              desk_free            (Desk          *desk);
StewardStore     *desk_open_store      (GFile         *file,
                                        GError       **error);
/* Runs the main loop until @done is not zero. */
void              desk_wait_for        (guint        (*done) (gpointer data),
                                        gpointer       data);
/* A callback that keeps the result in a GAsyncResult *, and what waits for it. */
void              desk_take_result     (GObject       *source,
                                        GAsyncResult  *result,
                                        gpointer       user_data);
guint             desk_has_result      (gpointer       data);
/* To wait for, with a Desk. */
guint             desk_has_news        (gpointer       data);
guint             desk_has_everything  (gpointer       data);
/* To wait for, with an Applied. */
guint             desk_has_applied     (gpointer       data);

const char       *desk_get_note        (Desk          *desk);
/* A set that changes the note of the project of @desk. (transfer full) */
StewardChangeSet *desk_new_note        (Desk          *desk,
                                        const char    *before,
                                        const char    *after,
                                        gint64         base);
/* Asks for @n changes of the note at once. */
void              desk_apply_many      (Desk          *desk,
                                        Applied       *applied,
                                        guint          n);
void              desk_assert_in_order (GArray        *numbers,
                                        guint          n,
                                        gint64         first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)
