/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-store-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Changes of other processes come as many events of the file system; the log
 * is read once for those that come together. */
#define BURST_MS           40
/* More new entries at once than this are told as "everything". */
#define MAX_TOLD           500
/* Refreshing goes in slices that keep a user's write waiting no longer than
 * this, and tells of its progress now and then. */
#define SLICE_MS           40
#define SLICE_MAX          500
#define REFRESH_TELL_MS    3000

struct _StewardStore
{
  GObject             parent_instance;

  GFile              *file;
  GMainContext       *context;
  GFileMonitor       *monitor;
  GSource            *burst;
  StewardStoreWorker *writer;
  StewardStoreWorker *reader;
  GWeakRef            self;
  StewardCalendar    *calendar;     /* of the main thread */
  char               *calendar_problem;

  /* Of the reader: the last entry of the log, and the calendar, that were
   * told of. */
  gint64              seen;
  char               *seen_hash;
  StewardCalendar    *seen_calendar;
  gboolean            look_again;

  /* Of the writer. */
  int                 slice;
  gint64              told_at;
  gboolean            refreshed;

  /* Set by the main thread, read by the writer. */
  gint                today;
  gint                rounds;
  gint                rounds_over;  /* of the main thread alone */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardStore, steward_store, G_TYPE_OBJECT)

/* What a worker tells the main thread: new entries, or (NULL) that everything
 * may be different, because of another calendar unless that is NULL; or only
 * that so many rounds of refreshing are over. */
typedef struct
{
  StewardStore    *store;
  GPtrArray       *entries;
  StewardCalendar *calendar;
  gboolean         changed;
  int              rounds_over;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_object (&news->store);
  g_clear_pointer (&news->entries, g_ptr_array_unref);
  g_clear_pointer (&news->calendar, steward_calendar_unref);
  g_free (news);
}

static void
take_calendar (StewardStore    *self,
               StewardCalendar *calendar)
{
  StewardDay today = g_atomic_int_get (&self->today);

  steward_calendar_unref (self->calendar);
  self->calendar = steward_calendar_ref (calendar);
  /* Every digest is made by the days of before. */
  if (today != STEWARD_DAY_NONE)
    steward_store_set_today (self, today);
}

static gboolean
news_cb (gpointer user_data)
{
  News *news = user_data;

  if (news->rounds_over > 0)
    news->store->rounds_over = news->rounds_over;
  if (news->calendar != NULL)
    take_calendar (news->store, news->calendar);
  if (news->changed && news->store->reader != NULL)
    g_signal_emit (news->store, signals[CHANGED], 0, news->entries);

  return G_SOURCE_REMOVE;
}

/* Sends @what, without its store, and takes what it holds over. On a worker. */
static void
send_news (StewardStore *self,
           const News   *what)
{
  News *news = g_memdup2 (what, sizeof *what);

  news->store = g_weak_ref_get (&self->self);
  if (news->store == NULL)
    news_free (news);
  else
    steward_store_hand_over (self->context, news_cb, news, news_free);
}

/* Takes @entries over. On a worker. */
static void
tell (StewardStore *self,
      GPtrArray    *entries,
      gboolean      changed,
      int           rounds_over)
{
  send_news (self, &(News) { .entries = entries, .changed = changed, .rounds_over = rounds_over });
}

/* Remembers the last of @entries as the last that was told of. */
static void
remember (StewardStore *self,
          GPtrArray    *entries)
{
  const StewardLogEntry *entry = NULL;

  if (entries->len > 0)
    entry = g_ptr_array_index (entries, entries->len - 1);

  self->seen = entry != NULL ? entry->sequence : 0;
  g_free (self->seen_hash);
  self->seen_hash = g_strdup (entry != NULL ? entry->hash : "");
}

/* The newest entry, alone or in an empty array. */
static GPtrArray *
read_last (StewardDatabase  *database,
           GError          **error)
{
  return steward_database_read_log (database, NULL, 0, -1, error);
}

/* The entry told of last is still there: otherwise another database was put
 * in the place of ours. */
static gboolean
continues (StewardStore *self,
           GPtrArray    *entries)
{
  const StewardLogEntry *first;

  if (self->seen == 0)
    return TRUE;
  if (entries->len == 0)
    return FALSE;

  first = g_ptr_array_index (entries, 0);

  return first->sequence == self->seen && g_str_equal (first->hash, self->seen_hash);
}

static gboolean
look (StewardStore     *self,
      StewardDatabase  *database,
      GError          **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  gint64 after = MAX (self->seen - 1, 0);

  entries = steward_database_read_log (database, NULL, after, MAX_TOLD + 2, error);
  if (entries == NULL)
    return FALSE;

  if (!continues (self, entries) || entries->len > MAX_TOLD + 1)
    {
      g_autoptr (GPtrArray) last = read_last (database, error);

      if (last == NULL)
        return FALSE;
      remember (self, last);
      tell (self, NULL, TRUE, 0);
      return TRUE;
    }

  if (self->seen > 0)
    g_ptr_array_remove_index (entries, 0);
  if (entries->len > 0)
    {
      remember (self, entries);
      tell (self, g_steal_pointer (&entries), TRUE, 0);
    }

  return TRUE;
}

/* The log tells of years that were added, but does not hold them. */
static gboolean
look_at_calendar (StewardStore     *self,
                  StewardDatabase  *database,
                  GError          **error)
{
  g_autoptr (StewardCalendar) calendar = steward_database_load_calendar (database, error);

  if (calendar == NULL)
    return FALSE;
  if (calendar == self->seen_calendar)
    return TRUE;

  steward_calendar_unref (self->seen_calendar);
  self->seen_calendar = g_steal_pointer (&calendar);
  send_news (self, &(News) { .calendar = steward_calendar_ref (self->seen_calendar), .changed = TRUE });

  return TRUE;
}

/* The spare work of the reader: find out whether the log has grown, or the
 * calendar is another. */
static gboolean
look_spare (StewardDatabase *database,
            gpointer         user_data)
{
  StewardStore *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!steward_driver_has_changed (steward_database_get_driver (database)) && !self->look_again)
    return FALSE;

  /* The calendar first: what the entries change is computed by it. */
  self->look_again = !look_at_calendar (self, database, &error) || !look (self, database, &error);
  if (self->look_again)
    g_info ("The changes were not read, which is tried again with the next one: %s", error->message);

  return FALSE;
}

static void
written_cb (gpointer user_data)
{
  StewardStore *self = user_data;

  /* Our own commits are told of the same way as those of others. */
  if (self->reader != NULL)
    steward_store_worker_wake (self->reader);
}

/* Makes slices as large as fit into their time. */
static void
adapt_slice (StewardStore *self,
             gint64        took)
{
  if (took < SLICE_MS * 1000 / 2)
    self->slice = MIN (self->slice * 2, SLICE_MAX);
  else if (took > SLICE_MS * 1000)
    self->slice = MAX (self->slice / 2, 1);
}

/* The spare work of the writer: one slice of refreshing. */
static gboolean
refresh_spare (StewardDatabase *database,
               gpointer         user_data)
{
  StewardStore *self = user_data;
  int rounds = g_atomic_int_get (&self->rounds);
  StewardDay today = g_atomic_int_get (&self->today);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  int n = steward_database_refresh (database, today, self->slice, &error);
  gint64 now = g_get_monotonic_time ();

  if (n < 0)
    g_info ("Refreshing stopped until the next day is told: %s", error->message);

  if (n > 0)
    {
      self->refreshed = TRUE;
      adapt_slice (self, now - start);
      if (now - self->told_at > REFRESH_TELL_MS * 1000)
        {
          self->told_at = now;
          tell (self, NULL, TRUE, 0);
        }
      return TRUE;
    }

  tell (self, NULL, self->refreshed, rounds);
  self->refreshed = FALSE;

  return FALSE;
}

static gboolean
burst_cb (gpointer user_data)
{
  StewardStore *self = user_data;

  g_clear_pointer (&self->burst, g_source_unref);
  if (self->reader != NULL)
    steward_store_worker_wake (self->reader);

  return G_SOURCE_REMOVE;
}

static void
folder_changed_cb (StewardStore      *self,
                   GFile             *file,
                   GFile             *other,
                   GFileMonitorEvent  event)
{
  g_autofree char *own = g_file_get_basename (self->file);
  g_autofree char *name = g_file_get_basename (file);

  /* The database and what SQLite keeps beside it. */
  if (!g_str_has_prefix (name, own) || self->burst != NULL)
    return;

  self->burst = g_timeout_source_new (BURST_MS);
  g_source_set_callback (self->burst, burst_cb, self, NULL);
  g_source_set_static_name (self->burst, "steward-store-burst");
  g_source_attach (self->burst, self->context);
}

static void
start_monitor (StewardStore *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GError) error = NULL;

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor == NULL)
    {
      g_info ("Changes of other programs are seen with our own next one: %s", error->message);
      return;
    }

  g_file_monitor_set_rate_limit (self->monitor, BURST_MS);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self);
}

static void
steward_store_dispose (GObject *object)
{
  steward_store_close (STEWARD_STORE (object));

  G_OBJECT_CLASS (steward_store_parent_class)->dispose (object);
}

static void
steward_store_finalize (GObject *object)
{
  StewardStore *self = STEWARD_STORE (object);

  g_weak_ref_clear (&self->self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_free (self->calendar_problem);
  g_clear_pointer (&self->seen_calendar, steward_calendar_unref);
  g_free (self->seen_hash);

  G_OBJECT_CLASS (steward_store_parent_class)->finalize (object);
}

static void
steward_store_class_init (StewardStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_store_dispose;
  object_class->finalize = steward_store_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
steward_store_init (StewardStore *self)
{
  g_weak_ref_init (&self->self, self);
  self->context = g_main_context_ref_thread_default ();
  self->today = STEWARD_DAY_NONE;
  self->slice = 8;
  self->look_again = TRUE;
}

/* What a store that is being opened gets: its two connections, the newest entry
 * of the log, and the calendar. */
typedef struct
{
  StewardDatabase *write;
  StewardDatabase *read;
  GPtrArray       *last;
  StewardCalendar *calendar;
  char            *problem;      /* with the calendar, NULL when there is none */
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_clear_pointer (&pair->last, g_ptr_array_unref);
  g_clear_pointer (&pair->calendar, steward_calendar_unref);
  g_clear_object (&pair->read);
  g_clear_object (&pair->write);
  g_free (pair->problem);
  g_free (pair);
}

static StewardDatabase *
open_or_create (GFile   *file,
                GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_file_query_exists (file, NULL))
    return steward_database_open (file, STEWARD_OPEN_EXISTING, error);

  /* The name is in the error of the opening that follows when this fails. */
  g_file_make_directory_with_parents (folder, NULL, NULL);

  return steward_database_open (file, STEWARD_OPEN_CREATE, error);
}

static void
open_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Pair *pair = g_new0 (Pair, 1);
  GError *error = NULL;

  /* First the one that may create or migrate. */
  pair->write = open_or_create (task_data, &error);
  if (pair->write != NULL)
    pair->read = steward_database_open (task_data, STEWARD_OPEN_READ_ONLY, &error);
  if (pair->read != NULL)
    pair->last = read_last (pair->read, &error);
  if (pair->last != NULL)
    pair->calendar = steward_database_load_calendar (pair->read, &error);
  if (pair->calendar != NULL)
    pair->problem = g_strdup (steward_database_get_calendar_problem (pair->read));

  if (pair->calendar != NULL)
    {
      g_task_return_pointer (task, pair, pair_free);
    }
  else
    {
      pair_free (pair);
      g_task_return_error (task, error);
    }
}

void
steward_store_open_async (GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_store_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

static void
start_workers (StewardStore *self,
               Pair         *pair)
{
  const StewardStoreDuty reading = { look_spare, TRUE, NULL, self };
  const StewardStoreDuty writing = { refresh_spare, FALSE, written_cb, self };

  self->reader = steward_store_worker_new ("steward-reader", g_steal_pointer (&pair->read), &reading);
  self->writer = steward_store_worker_new ("steward-writer", g_steal_pointer (&pair->write), &writing);
}

StewardStore *
steward_store_open_finish (GAsyncResult  *result,
                           GError       **error)
{
  StewardStore *self;
  Pair *pair;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  pair = g_task_propagate_pointer (G_TASK (result), error);
  if (pair == NULL)
    return NULL;

  self = g_object_new (STEWARD_TYPE_STORE, NULL);
  self->file = g_object_ref (g_task_get_task_data (G_TASK (result)));
  remember (self, pair->last);
  self->calendar = steward_calendar_ref (pair->calendar);
  self->seen_calendar = steward_calendar_ref (pair->calendar);
  self->calendar_problem = g_steal_pointer (&pair->problem);
  start_workers (self, pair);
  start_monitor (self);
  pair_free (pair);

  return self;
}

GFile *
steward_store_get_file (StewardStore *self)
{
  g_return_val_if_fail (STEWARD_IS_STORE (self), NULL);

  return self->file;
}

const char *
steward_store_get_calendar_problem (StewardStore *self)
{
  g_return_val_if_fail (STEWARD_IS_STORE (self), NULL);

  return self->calendar_problem;
}

StewardCalendar *
steward_store_get_calendar (StewardStore *self)
{
  g_return_val_if_fail (STEWARD_IS_STORE (self), NULL);

  return self->calendar;
}

void
steward_store_close (StewardStore *self)
{
  StewardStoreWorker *writer;
  StewardStoreWorker *reader;

  g_return_if_fail (STEWARD_IS_STORE (self));

  if (self->writer == NULL)
    return;

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  if (self->burst != NULL)
    g_source_destroy (self->burst);
  g_clear_pointer (&self->burst, g_source_unref);

  /* The writer wakes the reader after each of its jobs. */
  writer = g_steal_pointer (&self->writer);
  steward_store_worker_free (writer, FALSE);
  reader = g_steal_pointer (&self->reader);
  steward_store_worker_free (reader, TRUE);
}

void
steward_store_run_async (StewardStore        *self,
                         StewardStoreMode     mode,
                         StewardStoreFunc     func,
                         gpointer             data,
                         GDestroyNotify       free_data,
                         GDestroyNotify       free_result,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (STEWARD_IS_STORE (self));
  g_return_if_fail (func != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, steward_store_run_async);
  g_task_set_task_data (task, data, free_data);
  /* What is on the disk is there, even when somebody no longer wanted it; what
   * was only read is nobody's any more. */
  g_task_set_check_cancellable (task, mode == STEWARD_STORE_READ);

  if (self->writer == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s", _("The database is closed"));
  else
    steward_store_worker_push (mode == STEWARD_STORE_WRITE ? self->writer : self->reader,
                               g_steal_pointer (&task), func, free_result);
}

gpointer
steward_store_run_finish (StewardStore  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (STEWARD_IS_STORE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
steward_store_is_refreshing (StewardStore *self)
{
  g_return_val_if_fail (STEWARD_IS_STORE (self), FALSE);

  return self->rounds_over != g_atomic_int_get (&self->rounds);
}

void
steward_store_set_today (StewardStore *self,
                         StewardDay    today)
{
  g_return_if_fail (STEWARD_IS_STORE (self));

  if (self->writer == NULL)
    return;

  g_atomic_int_set (&self->today, today);
  g_atomic_int_inc (&self->rounds);
  steward_store_worker_wake (self->writer);
  /* Where there is no file monitor this is when others are heard of. */
  steward_store_worker_wake (self->reader);
}
