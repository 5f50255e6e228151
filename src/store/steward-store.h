/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardStore:
 *
 * The database for a program with a main loop: one worker writes, one reads,
 * and results come back to the thread that asked. Writes are done in the order
 * they were asked for.
 *
 * #StewardStore::changed is emitted with a #GPtrArray of #StewardLogEntry for
 * every commit, our own and those of other processes (noticed by a file
 * monitor, not by polling), and with NULL when everything may be different
 * (restored, lights of a new day, another calendar).
 */
#define STEWARD_TYPE_STORE (steward_store_get_type ())

G_DECLARE_FINAL_TYPE (StewardStore, steward_store, STEWARD, STORE, GObject)

/* Work on the database, run on a worker. The result, freed by the free
 * function given beside it when nobody takes it. */
typedef gpointer (*StewardStoreFunc) (StewardDatabase  *database,
                                      gpointer          data,
                                      GCancellable     *cancellable,
                                      GError          **error);

/* Which worker: writes are done in the order they were asked for. */
typedef enum { STEWARD_STORE_READ, STEWARD_STORE_WRITE } StewardStoreMode;

/* Opens @file, or creates it with its folder when there is none. */
void              steward_store_open_async   (GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
StewardStore     *steward_store_open_finish  (GAsyncResult         *result,
                                              GError              **error);
GFile            *steward_store_get_file     (StewardStore         *self);
/* What steward_database_load_calendar() gives: another one, before ::changed is
 * emitted with NULL, when anybody adds a year. (transfer none) */
StewardCalendar  *steward_store_get_calendar (StewardStore         *self);
/* What steward_database_get_calendar_problem() said when it was opened. */
const char       *steward_store_get_calendar_problem (StewardStore    *self);
/* Waits for what was asked to be written, then closes. After it every call
 * fails with G_IO_ERROR_CLOSED. */
void              steward_store_close        (StewardStore         *self);

/* @data is freed by @free_data on the calling thread when the work is over.
 * Reading that was cancelled fails with G_IO_ERROR_CANCELLED whenever the
 * answer comes; a write tells what became of it. */
void              steward_store_run_async    (StewardStore         *self,
                                              StewardStoreMode      mode,
                                              StewardStoreFunc      func,
                                              gpointer              data,
                                              GDestroyNotify        free_data,
                                              GDestroyNotify        free_result,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* The result of the work. (transfer full) */
gpointer          steward_store_run_finish   (StewardStore         *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* Takes @set over. */
void              steward_store_apply_async  (StewardStore         *self,
                                              StewardChangeSet     *set,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* The new version of the project, or 0. */
gint64            steward_store_apply_finish (StewardStore         *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void              steward_store_load_async   (StewardStore         *self,
                                              const char           *project,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* (transfer full) */
StewardProject   *steward_store_load_finish  (StewardStore         *self,
                                              GAsyncResult         *result,
                                              gint64               *version,
                                              GError              **error);
void              steward_store_undo_async   (StewardStore         *self,
                                              const char           *project,
                                              gboolean              redo,
                                              const char           *actor,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
/* (transfer full) */
StewardLogEntry  *steward_store_undo_finish  (StewardStore         *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* TRUE while digests are being computed again on the worker. */
gboolean          steward_store_is_refreshing (StewardStore        *self);
/* Tells that the day has changed: digests that no longer hold are computed
 * again on the worker, in slices, and ::changed is emitted. */
void              steward_store_set_today    (StewardStore         *self,
                                              StewardDay            today);

/**
 * StewardProjectList:
 *
 * A #GListModel of #StewardProjectItem over a query: knows all numbers, holds
 * only the lines that were looked at lately, follows the store. Items whose
 * line has not come yet are empty and say so when it comes.
 */
#define STEWARD_TYPE_PROJECT_LIST (steward_project_list_get_type ())

G_DECLARE_FINAL_TYPE (StewardProjectList, steward_project_list, STEWARD, PROJECT_LIST, GObject)

#define STEWARD_TYPE_PROJECT_ITEM (steward_project_item_get_type ())

G_DECLARE_FINAL_TYPE (StewardProjectItem, steward_project_item, STEWARD, PROJECT_ITEM, GObject)

/* Empty until it is given a query. */
StewardProjectList       *steward_project_list_new        (StewardStore           *store);
/* Copies @query and asks anew. An unanswered older question is cancelled. The
 * property "loading" is TRUE until the answer is there. */
void                      steward_project_list_set_query  (StewardProjectList     *self,
                                                           const StewardListQuery *query);
/* Of the last answer; NULL before the first. */
const StewardListCounts  *steward_project_list_get_counts (StewardProjectList     *self);
/* Position of a project, or %GTK_INVALID_LIST_POSITION's value, G_MAXUINT. */
guint                     steward_project_list_find       (StewardProjectList     *self,
                                                           gint64                  number);
/* The numbers of the first @most projects. (transfer full) (element-type gint64) */
GArray                   *steward_project_list_get_numbers (StewardProjectList    *self,
                                                           guint                   most);
gint64                    steward_project_item_get_number (StewardProjectItem     *self);
/* NULL until it is loaded; the property "line" notifies. (transfer none) */
StewardProjectLine       *steward_project_item_get_line   (StewardProjectItem     *self);

/* The files of documents, see steward_database_put_file(). The first gives a
 * SHA-256, the second bytes. (transfer full) */
void             steward_store_put_file_async  (StewardStore         *self,
                                                GBytes               *bytes,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
char            *steward_store_put_file_finish (StewardStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void             steward_store_get_file_async  (StewardStore         *self,
                                                const char           *sha256,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GBytes          *steward_store_get_file_finish (StewardStore         *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
