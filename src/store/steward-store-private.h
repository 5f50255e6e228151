/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-store.h"

G_BEGIN_DECLS

/* The threads behind a store. A worker owns one connection and works its queue
 * off in order; everything it hands back is handed over in the main context of
 * whoever asked, so that nothing a caller sees is ever freed elsewhere. */

typedef struct _StewardStoreWorker StewardStoreWorker;

/* Work between the jobs of a worker: TRUE to be called again. */
typedef gboolean (*StewardStoreSpare) (StewardDatabase *database,
                                       gpointer         user_data);
/* Called on the worker when the result of a job was handed over. */
typedef void     (*StewardStoreDone)  (gpointer         user_data);

/**
 * StewardStoreDuty:
 * @spare: what is done when the worker was woken: before the jobs in its queue
 *   with @spare_first, else only while there are none
 * @done: after each job, or NULL
 *
 * What a worker does beside its jobs.
 */
typedef struct
{
  StewardStoreSpare spare;
  gboolean          spare_first;
  StewardStoreDone  done;
  gpointer          user_data;
} StewardStoreDuty;

/* Takes @database over. */
StewardStoreWorker *steward_store_worker_new  (const char             *name,
                                               StewardDatabase        *database,
                                               const StewardStoreDuty *duty);
/* Takes @task over, whose task data is what @func is given. */
void                steward_store_worker_push (StewardStoreWorker     *self,
                                               GTask                  *task,
                                               StewardStoreFunc        func,
                                               GDestroyNotify          free_result);
/* Asks for the spare work, from any thread. */
void                steward_store_worker_wake (StewardStoreWorker     *self);
/* Ends the thread and closes the database: after the jobs in its queue, or
 * with @hurry without them: then they fail with G_IO_ERROR_CLOSED and the
 * running one is cancelled. */
void                steward_store_worker_free (StewardStoreWorker     *self,
                                               gboolean                hurry);

/* Runs @func once with @data in @context, and frees it there with @free_data. */
void                steward_store_hand_over   (GMainContext           *context,
                                               GSourceFunc             func,
                                               gpointer                data,
                                               GDestroyNotify          free_data);

G_END_DECLS
