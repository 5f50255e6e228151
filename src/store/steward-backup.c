/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "steward-database-private.h"
#include "steward-error.h"
#include "steward-sqlite-private.h"

#define DAY (24 * 60 * 60)

/**
 * Task:
 * @from, @to: shares of the whole between which the current part is
 */
typedef struct
{
  StewardProgress  progress;
  gpointer         user_data;
  GCancellable    *cancellable;
  double           from;
  double           to;
} Task;

static void
report (double   share,
        gpointer data)
{
  const Task *task = data;

  if (task->progress != NULL)
    task->progress (task->from + share * (task->to - task->from), task->user_data);
}

static void
begin_part (Task   *task,
            double  to)
{
  task->from = task->to;
  task->to = to;
}

static gboolean
fail_as_damaged (GFile       *file,
                 const char  *finding,
                 GError     **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT, _("“%s” is not whole: %s"), name, finding);
  return FALSE;
}

GFile *
steward_backup_get_folder (StewardDatabase *database)
{
  g_autoptr(GFile) folder = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (database), NULL);

  folder = g_file_get_parent (steward_database_get_file (database));
  return g_file_get_child (folder, "backups");
}

static void
remove_copy (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  steward_sqlite_remove (path);
}

static gboolean
move_file (GFile   *from,
           GFile   *to,
           GError **error)
{
  g_autofree char *from_path = g_file_get_path (from);
  g_autofree char *to_path = g_file_get_path (to);
  g_autofree char *folder = g_path_get_dirname (to_path);
  g_autofree char *name = g_file_get_parse_name (to);

  if (g_rename (from_path, to_path) != 0)
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, errno, error);
  steward_sqlite_flush (folder, name, NULL);
  return TRUE;
}

/* Opening checks the layout; the rest of the file is read to its end. */
static gboolean
check_copy (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(StewardDriver) driver = steward_database_open_source (file, error);

  if (driver == NULL)
    return FALSE;
  steward_driver_set_cancellable (driver, cancellable);
  if (!steward_driver_check (driver, findings, error))
    return FALSE;
  return findings->len == 0 || fail_as_damaged (file, findings->pdata[0], error);
}

/* A copy of what is in the database, complete before it has its name. What
 * is copied for safety is kept even when it is damaged. */
static gboolean
copy_to (StewardDatabase  *database,
         GFile            *target,
         gboolean          check,
         Task             *task,
         GError          **error)
{
  g_autoptr(GFile) folder = g_file_get_parent (target);
  g_autoptr(GFile) partial = steward_backup_choose_partial (folder);
  gboolean good;

  good = steward_driver_copy_to (steward_database_get_driver (database), partial,
                                 report, task, task->cancellable, error) &&
         (!check || check_copy (partial, task->cancellable, error)) &&
         move_file (partial, target, error);
  if (!good)
    remove_copy (partial);
  return good;
}

/* Renaming a copy over the database would part it from its log and from
 * everybody who has it open. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  g_autofree char *path_a = g_file_get_path (a);
  g_autofree char *path_b = g_file_get_path (b);
  struct stat info_a, info_b;

  return path_a != NULL && path_b != NULL &&
         g_stat (path_a, &info_a) == 0 && g_stat (path_b, &info_b) == 0 &&
         info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

static gboolean
fail_as_itself (GFile   *file,
                GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("“%s” is the database itself, not a backup of it."), name);
  return FALSE;
}

static GFile *
choose_target (StewardDatabase *database,
               gint64           now)
{
  g_autoptr(GFile) folder = steward_backup_get_folder (database);

  return steward_backup_choose_file (folder, steward_database_get_file (database), now);
}

GFile *
steward_backup_make (StewardDatabase  *database,
                     GFile            *target,
                     StewardProgress   progress,
                     gpointer          user_data,
                     GCancellable     *cancellable,
                     GError          **error)
{
  Task task = { progress, user_data, cancellable, 0.0, 1.0 };
  g_autoptr(GFile) file = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (database), NULL);
  g_return_val_if_fail (target == NULL || G_IS_FILE (target), NULL);

  file = target != NULL ? g_object_ref (target) : choose_target (database, g_get_real_time () / G_USEC_PER_SEC);
  if (is_same_file (file, steward_database_get_file (database)))
    {
      fail_as_itself (file, error);
      return NULL;
    }
  return copy_to (database, file, TRUE, &task, error) ? g_steal_pointer (&file) : NULL;
}

/* One from a time when the clock was wrong says nothing about today. */
static gboolean
is_due (GPtrArray *backups,
        gint64     now)
{
  for (guint i = 0; i < backups->len; i++)
    {
      gint64 age = now - steward_backup_get_time (backups->pdata[i]);

      if (age >= 0 && age <= DAY)
        return FALSE;
    }
  return TRUE;
}

gboolean
steward_backup_make_due (StewardDatabase  *database,
                         gint64            now,
                         gboolean         *made,
                         GCancellable     *cancellable,
                         GError          **error)
{
  Task task = { NULL, NULL, cancellable, 0.0, 1.0 };
  GFile *file;
  g_autoptr(GFile) folder = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  gboolean due;

  g_return_val_if_fail (STEWARD_IS_DATABASE (database), FALSE);

  file = steward_database_get_file (database);
  folder = steward_backup_get_folder (database);
  if (made != NULL)
    *made = FALSE;
  backups = steward_backup_list_of (folder, file, error);
  if (backups == NULL)
    return FALSE;
  due = is_due (backups, now);
  if (due)
    {
      g_autoptr(GFile) target = steward_backup_choose_file (folder, file, now);

      if (!copy_to (database, target, TRUE, &task, error))
        return FALSE;
    }
  if (made != NULL)
    *made = due;
  return steward_backup_rotate (folder, file, now, error);
}

/* A copy of @source in @folder that is up to date and verified, and that
 * nobody else can change. (transfer full) */
static GFile *
prepare_copy (GFile   *source,
              GFile   *folder,
              Task    *task,
              GError **error)
{
  g_autoptr(StewardDriver) driver = steward_database_open_source (source, error);
  g_autoptr(GFile) copy = steward_backup_choose_partial (folder);
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(StewardDatabase) database = NULL;
  gboolean good;

  if (driver == NULL)
    return NULL;
  begin_part (task, 0.3);
  good = steward_driver_copy_to (driver, copy, report, task, task->cancellable, error);
  begin_part (task, 0.7);
  if (good)
    database = steward_database_open (copy, STEWARD_OPEN_EXISTING, error);
  good = database != NULL &&
         steward_database_verify (database, findings, report, task, task->cancellable, error) &&
         (findings->len == 0 || fail_as_damaged (source, findings->pdata[0], error));
  g_clear_object (&database);
  if (good)
    return g_steal_pointer (&copy);
  remove_copy (copy);
  return NULL;
}

gboolean
steward_backup_restore (StewardDatabase  *database,
                        GFile            *source,
                        StewardProgress   progress,
                        gpointer          user_data,
                        GCancellable     *cancellable,
                        GError          **error)
{
  Task task = { progress, user_data, cancellable, 0.0, 0.0 };
  g_autoptr(GFile) folder = NULL;
  g_autoptr(GFile) copy = NULL;
  g_autoptr(GFile) safety = NULL;
  gboolean good;

  g_return_val_if_fail (STEWARD_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (G_IS_FILE (source), FALSE);

  if (is_same_file (source, steward_database_get_file (database)))
    return fail_as_itself (source, error);
  folder = steward_backup_get_folder (database);
  copy = prepare_copy (source, folder, &task, error);
  if (copy == NULL)
    return FALSE;

  safety = choose_target (database, g_get_real_time () / G_USEC_PER_SEC);
  begin_part (&task, 0.8);
  good = copy_to (database, safety, FALSE, &task, error);
  begin_part (&task, 1.0);
  good = good && steward_driver_copy_from (steward_database_get_driver (database), copy,
                                           report, &task, cancellable, error);
  remove_copy (copy);
  return good;
}

/* The log goes with the file that it belongs to, or neither goes. */
static gboolean
move_database (GFile   *from,
               GFile   *to,
               GError **error)
{
  g_autofree char *from_path = g_file_get_path (from);
  g_autofree char *to_path = g_file_get_path (to);
  g_autofree char *from_wal = g_strconcat (from_path, "-wal", NULL);
  g_autofree char *to_wal = g_strconcat (to_path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (from_path, "-shm", NULL);
  g_autofree char *name = g_file_get_parse_name (from);

  if (g_rename (from_path, to_path) != 0)
    return steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, errno, error);
  if (g_rename (from_wal, to_wal) != 0 && errno != ENOENT)
    {
      steward_sqlite_fail_by_errno (name, STEWARD_ERROR_WRITE, errno, error);
      g_rename (to_path, from_path);
      return FALSE;
    }
  g_unlink (shm);
  return TRUE;
}

GFile *
steward_backup_recover (GFile            *file,
                        GFile            *source,
                        StewardProgress   progress,
                        gpointer          user_data,
                        GCancellable     *cancellable,
                        GError          **error)
{
  Task task = { progress, user_data, cancellable, 0.0, 0.0 };
  g_autoptr(GFile) folder = NULL;
  g_autoptr(GFile) copy = NULL;
  g_autoptr(GFile) kept = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (G_IS_FILE (source), NULL);

  if (is_same_file (source, file))
    {
      fail_as_itself (source, error);
      return NULL;
    }
  folder = g_file_get_parent (file);
  copy = prepare_copy (source, folder, &task, error);
  if (copy == NULL)
    return NULL;
  kept = steward_backup_choose_file (folder, file, g_get_real_time () / G_USEC_PER_SEC);
  if (move_database (file, kept, error))
    {
      if (move_file (copy, file, error))
        return g_steal_pointer (&kept);
      move_database (kept, file, NULL);
    }
  remove_copy (copy);
  return NULL;
}
