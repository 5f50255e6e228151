/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-store-private.h"

/**
 * Job:
 * @stop: cancelled with the cancellable of the task, or when the store closes
 * @chained: the connection of @stop to the cancellable of the task
 */
typedef struct
{
  GTask            *task;
  StewardStoreFunc  func;
  GDestroyNotify    free_result;
  GCancellable     *stop;
  gulong            chained;
  gpointer          result;
  GError           *error;
} Job;

struct _StewardStoreWorker
{
  StewardDatabase  *database;
  StewardStoreDuty  duty;
  GThread          *thread;

  GMutex            mutex;     /* of all below */
  GCond             cond;
  GQueue            jobs;
  Job              *running;
  gboolean          woken;
  gboolean          ending;
};

void
steward_store_hand_over (GMainContext   *context,
                         GSourceFunc     func,
                         gpointer        data,
                         GDestroyNotify  free_data)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  /* One priority for everything: results arrive in the order they were made. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, free_data);
  g_source_set_static_name (source, "steward-store");
  g_source_attach (source, context);
}

static void
job_free (Job *job)
{
  g_cancellable_disconnect (g_task_get_cancellable (job->task), job->chained);
  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->stop);
  g_clear_object (&job->task);
  g_free (job);
}

static gboolean
complete_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);

  return G_SOURCE_REMOVE;
}

static void
hand_over (Job *job)
{
  steward_store_hand_over (g_task_get_context (job->task), complete_cb, job, (GDestroyNotify) job_free);
}

static void
run (StewardStoreWorker *self,
     Job                *job)
{
  StewardDriver *driver = steward_database_get_driver (self->database);

  if (g_cancellable_set_error_if_cancelled (job->stop, &job->error))
    return;

  steward_driver_set_cancellable (driver, job->stop);
  job->result = job->func (self->database, g_task_get_task_data (job->task), job->stop, &job->error);
  steward_driver_set_cancellable (driver, NULL);

  if (job->error != NULL && job->result != NULL && job->free_result != NULL)
    job->free_result (g_steal_pointer (&job->result));
}

/* What is to do next; with the mutex held. NULL for the spare work, or for the
 * end, which @spare tells apart. */
static Job *
wait_for_work (StewardStoreWorker *self,
               gboolean           *spare)
{
  while (g_queue_is_empty (&self->jobs) && !self->woken && !self->ending)
    g_cond_wait (&self->cond, &self->mutex);

  *spare = self->woken && !self->ending
           && (self->duty.spare_first || g_queue_is_empty (&self->jobs));

  return *spare ? NULL : g_queue_pop_head (&self->jobs);
}

static gpointer
worker_thread (gpointer user_data)
{
  StewardStoreWorker *self = user_data;
  gboolean spare;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      Job *job = wait_for_work (self, &spare);
      gboolean again = FALSE;

      if (job == NULL && !spare)
        break;

      self->running = job;
      if (spare)
        self->woken = FALSE;
      g_mutex_unlock (&self->mutex);

      if (spare)
        again = self->duty.spare (self->database, self->duty.user_data);
      else
        run (self, job);

      g_mutex_lock (&self->mutex);
      self->running = NULL;
      self->woken |= again;
      g_mutex_unlock (&self->mutex);

      if (job != NULL)
        {
          hand_over (job);
          if (self->duty.done != NULL)
            self->duty.done (self->duty.user_data);
        }
      g_mutex_lock (&self->mutex);
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

StewardStoreWorker *
steward_store_worker_new (const char             *name,
                          StewardDatabase        *database,
                          const StewardStoreDuty *duty)
{
  StewardStoreWorker *self = g_new0 (StewardStoreWorker, 1);

  self->database = database;
  self->duty = *duty;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->jobs);
  self->thread = g_thread_new (name, worker_thread, self);

  return self;
}

static void
stop_cb (GCancellable *cancellable,
         gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

void
steward_store_worker_push (StewardStoreWorker *self,
                           GTask              *task,
                           StewardStoreFunc    func,
                           GDestroyNotify      free_result)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->free_result = free_result;
  job->stop = g_cancellable_new ();
  if (cancellable != NULL)
    job->chained = g_cancellable_connect (cancellable, G_CALLBACK (stop_cb),
                                          g_object_ref (job->stop), g_object_unref);

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->jobs, job);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

void
steward_store_worker_wake (StewardStoreWorker *self)
{
  g_mutex_lock (&self->mutex);
  self->woken = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
give_up_job (gpointer data,
             gpointer user_data)
{
  Job *job = data;

  g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
  hand_over (job);
}

void
steward_store_worker_free (StewardStoreWorker *self,
                           gboolean            hurry)
{
  GQueue left = G_QUEUE_INIT;

  g_mutex_lock (&self->mutex);
  self->ending = TRUE;
  if (hurry)
    {
      left = self->jobs;
      g_queue_init (&self->jobs);
      if (self->running != NULL)
        g_cancellable_cancel (self->running->stop);
    }
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  g_queue_foreach (&left, give_up_job, NULL);
  g_queue_clear (&left);
  g_thread_join (self->thread);

  g_object_unref (self->database);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}
