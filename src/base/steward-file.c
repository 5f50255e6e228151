/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "steward-error.h"

#define BLOCK_SIZE (256 * 1024)

static gboolean
fail_to_read (GFile       *file,
              const char  *reason,
              GError     **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_READ,
               _("“%s” could not be read: %s"), name, reason);
  return FALSE;
}

static gboolean
fail_to_write (GFile       *file,
               const char  *reason,
               GError     **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_WRITE,
               _("“%s” could not be written: %s"), name, reason);
  return FALSE;
}

static gboolean
fail_by_size (GFile   *file,
              gsize    max_bytes,
              GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
               _("“%s” is larger than %s, the most that is read."), name, limit);
  return FALSE;
}

/* Opening a pipe or a device would block or never end, so the kind is asked
 * for before the file is opened. */
static gboolean
check_regular (GFile         *file,
               gsize          max_bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GFileInfo) info =
    g_file_query_info (file,
                       G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, &local_error);

  if (info == NULL)
    return fail_to_read (file, local_error->message, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return fail_to_read (file, _("it is not a regular file."), error);
  if ((guint64) g_file_info_get_size (info) > max_bytes)
    return fail_by_size (file, max_bytes, error);
  return TRUE;
}

GBytes *
steward_file_read (GFile         *file,
                   gsize          max_bytes,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GByteArray) bytes = NULL;
  g_autofree guint8 *block = NULL;
  gssize n;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!check_regular (file, max_bytes, cancellable, error))
    return NULL;

  stream = g_file_read (file, cancellable, &local_error);
  if (stream == NULL)
    {
      fail_to_read (file, local_error->message, error);
      return NULL;
    }

  /* The size asked for above may be stale: what counts is what is read. */
  bytes = g_byte_array_new ();
  block = g_malloc (BLOCK_SIZE);
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK_SIZE,
                                   cancellable, &local_error)) > 0)
    {
      if ((gsize) n > max_bytes - bytes->len)
        {
          fail_by_size (file, max_bytes, error);
          return NULL;
        }
      g_byte_array_append (bytes, block, n);
    }
  if (n < 0)
    {
      fail_to_read (file, local_error->message, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
fail_by_errno (GError **error)
{
  int code = errno;

  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int            fd,
           GBytes        *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize done = 0;

  while (done < size)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = write (fd, data + done, MIN (size - done, BLOCK_SIZE));
      if (n < 0 && errno != EINTR)
        return fail_by_errno (error);
      if (n > 0)
        done += n;
    }
  return fsync (fd) == 0 || fail_by_errno (error);
}

/* The name of a file is on the disk only when its folder is. Folders that
 * cannot be opened or flushed (some network mounts) are no reason to fail. */
static void
flush_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* A link stays a link: what it points at is replaced. */
static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *followed = g_strdup (real != NULL ? real : path);

  free (real);
  return followed;
}

/* A rename asks neither whether the old file may be written nor what it is;
 * a device or a pipe must not become a file. */
static gboolean
check_target (const char  *path,
              mode_t      *mode,
              GError     **error)
{
  struct stat old;

  *mode = 0;
  if (g_stat (path, &old) != 0)
    return errno == ENOENT || fail_by_errno (error);
  if (!S_ISREG (old.st_mode))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                           _("it is not a regular file."));
      return FALSE;
    }
  *mode = old.st_mode & 07777;
  return g_access (path, W_OK) == 0 || fail_by_errno (error);
}

static gboolean
replace_path (const char    *path,
              GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".steward-XXXXXX", NULL);
  gboolean good;
  mode_t mode;
  int fd;

  if (!check_target (path, &mode, error))
    return FALSE;

  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail_by_errno (error);

  if (mode != 0)
    (void) fchmod (fd, mode);
  good = write_all (fd, bytes, cancellable, error);
  close (fd);
  if (good && g_rename (temporary, path) != 0)
    good = fail_by_errno (error);
  if (good)
    flush_folder (folder);
  else
    g_unlink (temporary);
  return good;
}

gboolean
steward_file_write (GFile         *file,
                    GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *path = NULL;
  gboolean good;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  path = g_file_get_path (file);
  if (path != NULL)
    {
      g_autofree char *target = follow_links (path);

      good = replace_path (target, bytes, cancellable, &local_error);
    }
  else
    {
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      good = g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE,
                                      NULL, cancellable, &local_error);
    }
  return good || fail_to_write (file, local_error->message, error);
}
