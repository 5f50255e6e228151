/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "steward-error.h"

#define SUFFIX ".db"
#define STAMP "%Y-%m-%d-%H%M%S"
#define STAMP_LENGTH 17
#define PARTIAL_PREFIX ".steward-"
#define PARTIAL_MARK ".partial"
#define DAY (24 * 60 * 60)
#define MOST_RECENT 7
#define MOST_MONTHS 12

void
steward_backup_free (StewardBackup *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->file);
  g_free (self->at);
  g_free (self);
}

/* "steward" of "steward.db": what the names of its backups begin with. */
static char *
get_stem (GFile *database)
{
  char *name = g_file_get_basename (database);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/* The ISO time in a name like "steward-2026-08-12-143005.db", with "-2" after
 * the time when it was the second in a second; NULL in any other. @stem
 * receives the length of what comes before. */
static char *
parse_name (const char *name,
            gsize      *stem)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *text = NULL;
  const char *stamp = NULL;

  if (!g_str_has_suffix (name, SUFFIX))
    return NULL;
  for (const char *c = strchr (name, '-'); c != NULL && strlen (c) > STAMP_LENGTH; c = strchr (c + 1, '-'))
    {
      const char *rest = c + 1 + STAMP_LENGTH;

      if (c[5] == '-' && c[8] == '-' && c[11] == '-' &&
          (g_str_equal (rest, SUFFIX) ||
           (rest[0] == '-' && strspn (rest + 1, "0123456789") == strlen (rest + 1) - strlen (SUFFIX))))
        stamp = c + 1;
    }
  if (stamp == NULL)
    return NULL;

  *stem = stamp - 1 - name;
  text = g_strdup_printf ("%.10sT%.2s:%.2s:%.2s", stamp, stamp + 11, stamp + 13, stamp + 15);
  date = g_date_time_new_from_iso8601 (text, zone);
  return date != NULL ? g_steal_pointer (&text) : NULL;
}

gint64
steward_backup_get_time (const StewardBackup *self)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) date = g_date_time_new_from_iso8601 (self->at, zone);

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

/* Newest first; in one second the last that was made has the longer name or
 * the larger number. */
static int
compare_backups (gconstpointer a,
                 gconstpointer b)
{
  const StewardBackup *first = *(const StewardBackup *const *) a;
  const StewardBackup *second = *(const StewardBackup *const *) b;
  g_autofree char *first_name = g_file_get_basename (first->file);
  g_autofree char *second_name = g_file_get_basename (second->file);
  int order = strcmp (second->at, first->at);

  if (order == 0)
    order = (int) strlen (second_name) - (int) strlen (first_name);
  return order != 0 ? order : strcmp (second_name, first_name);
}

static gboolean
fail_to_read (GFile   *folder,
              int      number,
              GError **error)
{
  g_autofree char *name = g_file_get_parse_name (folder);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ,
               _("“%s” could not be read: %s"), name, g_strerror (number));
  return FALSE;
}

static GPtrArray *
list_folder (GFile       *folder,
             const char  *stem,
             GError     **error)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_backup_free);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&backups);
  dir = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  if (dir == NULL)
    {
      fail_to_read (folder, path != NULL ? errno : ENOTSUP, error);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GFile) file = g_file_get_child (folder, name);
      g_autofree char *file_path = g_file_get_path (file);
      gsize length = 0;
      g_autofree char *at = parse_name (name, &length);
      struct stat info;

      if (at == NULL || (stem != NULL && (strlen (stem) != length || strncmp (stem, name, length) != 0)))
        continue;
      if (g_lstat (file_path, &info) == 0 && S_ISREG (info.st_mode))
        {
          StewardBackup *backup = g_new0 (StewardBackup, 1);

          backup->file = g_steal_pointer (&file);
          backup->at = g_steal_pointer (&at);
          backup->size = info.st_size;
          g_ptr_array_add (backups, backup);
        }
    }
  g_ptr_array_sort (backups, compare_backups);
  return g_steal_pointer (&backups);
}

GPtrArray *
steward_backup_list (GFile   *folder,
                     GError **error)
{
  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  return list_folder (folder, NULL, error);
}

GPtrArray *
steward_backup_list_of (GFile   *folder,
                        GFile   *database,
                        GError **error)
{
  g_autofree char *stem = get_stem (database);

  return list_folder (folder, stem, error);
}

GFile *
steward_backup_choose_file (GFile  *folder,
                            GFile  *database,
                            gint64  now)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_local (now);
  g_autofree char *stamp = g_date_time_format (date, STAMP);
  g_autofree char *stem = get_stem (database);
  g_autofree char *name = g_strconcat (stem, "-", stamp, SUFFIX, NULL);
  GFile *file = g_file_get_child (folder, name);

  for (guint i = 2; g_file_query_exists (file, NULL); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%s-%u%s", stem, stamp, i, SUFFIX);
      g_object_unref (file);
      file = g_file_get_child (folder, name);
    }
  return file;
}

GFile *
steward_backup_choose_partial (GFile *folder)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat (PARTIAL_PREFIX, id, PARTIAL_MARK, NULL);

  return g_file_get_child (folder, name);
}

/* Months since the year 0, so that they can be subtracted. */
static int
get_month (const char *at)
{
  return atoi (at) * 12 + atoi (at + 5) - 1;
}

/* Those made after @now come from a time when the clock was wrong: they are
 * neither counted nor removed. */
static gboolean
remove_old (GPtrArray  *backups,
            gint64      now,
            GError    **error)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_local (now);
  int this_month = g_date_time_get_year (date) * 12 + g_date_time_get_month (date) - 1;
  int last_month = G_MAXINT;
  guint n_recent = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const StewardBackup *backup = backups->pdata[i];
      int month = get_month (backup->at);
      gboolean is_last_of_month = month != last_month;

      if (steward_backup_get_time (backup) > now)
        continue;
      last_month = month;
      if (n_recent++ < MOST_RECENT || (is_last_of_month && this_month - month <= MOST_MONTHS))
        continue;
      if (!g_file_delete (backup->file, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* A copy of somebody who is still at it is younger than a day. */
static void
remove_partial (const char *folder,
                gint64      now)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;

      if (g_str_has_prefix (name, PARTIAL_PREFIX) && strstr (name, PARTIAL_MARK) != NULL &&
          g_lstat (path, &info) == 0 && info.st_mtime < now - DAY)
        g_unlink (path);
    }
}

gboolean
steward_backup_rotate (GFile   *folder,
                       GFile   *database,
                       gint64   now,
                       GError **error)
{
  g_autoptr(GPtrArray) backups = steward_backup_list_of (folder, database, error);
  g_autoptr(GError) local_error = NULL;
  g_autofree char *path = g_file_get_path (folder);

  if (backups == NULL)
    return FALSE;
  remove_partial (path, now);
  if (!remove_old (backups, now, &local_error))
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_WRITE, local_error->message);
      return FALSE;
    }
  return TRUE;
}
