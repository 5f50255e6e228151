/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-desk.h"

#include "steward-error.h"

struct _StewardShare
{
  gatomicrefcount ref_count;
  gint            thousandths;
};

StewardShare *
steward_share_new (void)
{
  StewardShare *self = g_new0 (StewardShare, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

StewardShare *
steward_share_ref (StewardShare *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
steward_share_unref (StewardShare *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

double
steward_share_get (StewardShare *self)
{
  return g_atomic_int_get (&self->thousandths) / 1000.0;
}

void
steward_share_set (double   done,
                   gpointer self)
{
  g_atomic_int_set (&((StewardShare *) self)->thousandths, (int) (done * 1000));
}

/* What a thread of this file works on. */
typedef struct
{
  GFile        *database;
  GFile        *backup;
  StewardShare *share;
} Work;

static Work *
work_new (GFile        *database,
          GFile        *backup,
          StewardShare *share)
{
  Work *work = g_new0 (Work, 1);

  g_set_object (&work->database, database);
  g_set_object (&work->backup, backup);
  work->share = share != NULL ? steward_share_ref (share) : steward_share_new ();

  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->database);
  g_clear_object (&work->backup);
  steward_share_unref (work->share);
  g_free (work);
}

static void
start (Work                *work,
       GTaskThreadFunc      thread,
       gpointer             tag,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, thread);
}

static void
due_thread (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  const Work *work = task_data;
  g_autoptr (StewardDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  gboolean made = FALSE;

  database = steward_database_open (work->database, STEWARD_OPEN_EXISTING, &error);
  /* The first backup is not one of nothing, which would stand in the way of
   * the next for a day. */
  if (database != NULL && steward_database_get_sequence (database, NULL) == 0)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  /* Tomorrow is another day; today the user has other worries if even this
   * fails. */
  if (database == NULL
      || !steward_backup_make_due (database, g_get_real_time () / G_USEC_PER_SEC, &made, cancellable, &error))
    g_message ("No backup was made today: %s", error->message);

  g_task_return_boolean (task, made);
}

void
steward_desk_back_up_due (GFile *database)
{
  g_return_if_fail (G_IS_FILE (database));

  start (work_new (database, NULL, NULL), due_thread, steward_desk_back_up_due, NULL, NULL, NULL);
}

static void
back_up_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Work *work = task_data;
  g_autoptr (StewardDatabase) database = NULL;
  GFile *made = NULL;
  GError *error = NULL;

  database = steward_database_open (work->database, STEWARD_OPEN_EXISTING, &error);
  if (database != NULL)
    made = steward_backup_make (database, NULL, steward_share_set, work->share, cancellable, &error);

  if (made != NULL)
    g_task_return_pointer (task, made, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
steward_desk_back_up_async (GFile               *database,
                            StewardShare        *share,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (database));

  start (work_new (database, NULL, share), back_up_thread, steward_desk_back_up_async,
         cancellable, callback, user_data);
}

GFile *
steward_desk_back_up_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Work *work = task_data;
  g_autoptr (GFile) parent = g_file_get_parent (work->database);
  g_autoptr (GFile) folder = g_file_get_child (parent, "backups");
  GError *error = NULL;
  GPtrArray *backups = steward_backup_list (folder, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
steward_desk_list_async (GFile               *database,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (database));

  start (work_new (database, NULL, NULL), list_thread, steward_desk_list_async, NULL, callback, user_data);
}

GPtrArray *
steward_desk_list_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
restore_func (StewardDatabase  *database,
              gpointer          data,
              GCancellable     *cancellable,
              GError          **error)
{
  const Work *work = data;

  if (!steward_backup_restore (database, work->backup, steward_share_set, work->share, cancellable, error))
    return NULL;

  return GINT_TO_POINTER (TRUE);
}

void
steward_desk_restore_async (StewardStore        *store,
                            GFile               *backup,
                            StewardShare        *share,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (STEWARD_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (backup));

  steward_store_run_async (store, STEWARD_STORE_WRITE, restore_func, work_new (NULL, backup, share), work_free,
                           NULL, cancellable, callback, user_data);
}

gboolean
steward_desk_restore_finish (StewardStore  *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  return steward_store_run_finish (store, result, error) != NULL;
}

/* Moves what SQLite keeps of one database to names that do not stand in the
 * way: the file itself and its journals belong together. */
static gboolean
put_aside (GFile   *database,
           GError **error)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, ".aside-%Y%m%d-%H%M%S");
  g_autofree char *uri = g_file_get_uri (database);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from_uri = g_strconcat (uri, suffixes[i], NULL);
      g_autofree char *to_uri = g_strconcat (uri, time, suffixes[i], NULL);
      g_autoptr (GFile) from = g_file_new_for_uri (from_uri);
      g_autoptr (GFile) to = g_file_new_for_uri (to_uri);

      if (g_file_query_exists (from, NULL)
          && !g_file_move (from, to, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The backup is opened and looked through before anything is moved. */
static gboolean
check_backup (GFile   *backup,
              GError **error)
{
  g_autoptr (StewardDatabase) database = steward_database_open (backup, STEWARD_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (database == NULL || !steward_database_verify (database, findings, NULL, NULL, NULL, error))
    return FALSE;
  if (findings->len > 0)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT, g_ptr_array_index (findings, 0));
      return FALSE;
    }

  return TRUE;
}

static void
replace_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Work *work = task_data;
  GError *error = NULL;

  if (check_backup (work->backup, &error)
      && put_aside (work->database, &error)
      && g_file_copy (work->backup, work->database, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
steward_desk_replace_async (GFile               *database,
                            GFile               *backup,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (G_IS_FILE (database));
  g_return_if_fail (G_IS_FILE (backup));

  start (work_new (database, backup, NULL), replace_thread, steward_desk_replace_async, NULL, callback, user_data);
}

gboolean
steward_desk_replace_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
