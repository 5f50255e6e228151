/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-archive-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "steward-error.h"

#define BLOCK 65536

typedef struct archive Archive;

static gboolean
fail (Archive  *zip,
      int       code,
      GError  **error)
{
  const char *text = archive_error_string (zip);

  g_set_error (error, STEWARD_ERROR, code, _("The zip failed: %s"), text != NULL ? text : "?");
  return FALSE;
}

static la_ssize_t
collect (Archive    *zip,
         void       *bytes,
         const void *buffer,
         size_t      length)
{
  g_byte_array_append (bytes, buffer, length);
  return length;
}

/* No time is set: it would be written in the time zone of this machine. */
static gboolean
write_file (Archive                  *zip,
            const StewardArchiveFile *file)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (file->bytes, &size);
  gboolean good;

  archive_entry_set_pathname_utf8 (entry, file->name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  good = archive_write_header (zip, entry) == ARCHIVE_OK &&
         archive_write_data (zip, data, size) == (la_ssize_t) size;
  archive_entry_free (entry);
  return good;
}

GBytes *
steward_archive_to_zip (GPtrArray  *files,
                        GError    **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  Archive *zip;
  gboolean good;

  g_return_val_if_fail (files != NULL, NULL);

  bytes = g_byte_array_new ();
  zip = archive_write_new ();
  good = archive_write_set_format_zip (zip) == ARCHIVE_OK &&
         archive_write_set_options (zip, "zip:hdrcharset=UTF-8") == ARCHIVE_OK &&
         archive_write_set_bytes_in_last_block (zip, 1) == ARCHIVE_OK &&
         archive_write_open (zip, bytes, NULL, collect, NULL) == ARCHIVE_OK;
  for (guint i = 0; good && i < files->len; i++)
    good = write_file (zip, g_ptr_array_index (files, i));
  good = good && archive_write_close (zip) == ARCHIVE_OK;
  if (!good)
    fail (zip, STEWARD_ERROR_WRITE, error);
  archive_write_free (zip);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* Only the zip format, without anything packed around it. */
static Archive *
open_zip (const char  *path,
          GError     **error)
{
  Archive *zip = archive_read_new ();

  archive_read_support_format_zip_seekable (zip);
  archive_read_set_options (zip, "zip:hdrcharset=UTF-8");
  if (archive_read_open_filename (zip, path, BLOCK) == ARCHIVE_OK)
    return zip;
  fail (zip, STEWARD_ERROR_SYNTAX, error);
  archive_read_free (zip);
  return NULL;
}

static gssize
read_entry (gpointer   source,
            void      *buffer,
            gsize      size,
            GError   **error)
{
  la_ssize_t length = archive_read_data (source, buffer, size);

  if (length >= 0)
    return length;
  fail (source, STEWARD_ERROR_SYNTAX, error);
  return -1;
}

static GBytes *
read_index (Archive  *zip,
            GError  **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[4096];
  gssize length;

  while ((length = read_entry (zip, block, sizeof block, error)) > 0)
    {
      g_byte_array_append (bytes, block, length);
      if (bytes->len > STEWARD_ARCHIVE_MAX_INDEX_BYTES)
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("“%s” is too large."), STEWARD_ARCHIVE_INDEX);
          return NULL;
        }
    }
  return length < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Goes to the next file; *@more is FALSE behind the last one. */
static gboolean
next (Archive               *zip,
      struct archive_entry **entry,
      gboolean              *more,
      GError               **error)
{
  int result = archive_read_next_header (zip, entry);

  *more = result != ARCHIVE_EOF;
  return result == ARCHIVE_EOF || result == ARCHIVE_OK || result == ARCHIVE_WARN ||
         fail (zip, STEWARD_ERROR_SYNTAX, error);
}

/* Looks for the index alone; what lies between is skipped, not unpacked. */
static GBytes *
find_index (const char  *path,
            GError     **error)
{
  Archive *zip = open_zip (path, error);
  struct archive_entry *entry;
  GBytes *index = NULL;
  guint n_files = 0;
  gboolean more = zip != NULL;

  while (more && next (zip, &entry, &more, error) && more && index == NULL)
    {
      const char *name = archive_entry_pathname_utf8 (entry);

      if (++n_files > STEWARD_ARCHIVE_MAX_FILES)
        {
          g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("The zip has more than %d files."),
                       STEWARD_ARCHIVE_MAX_FILES);
          break;
        }
      if (g_strcmp0 (name, STEWARD_ARCHIVE_INDEX) != 0)
        continue;
      index = read_index (zip, error);
      break;
    }
  if (index == NULL && error != NULL && *error == NULL)
    g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_SYNTAX, _("There is no “%s” in it, so it is no archive."),
                 STEWARD_ARCHIVE_INDEX);
  if (zip != NULL)
    archive_read_free (zip);
  return index;
}

static gboolean
check_zip (StewardArchiveCheck  *self,
           const char           *path,
           GError              **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) index = find_index (path, &cause);
  struct archive_entry *entry;
  Archive *zip = NULL;
  guint n_files = 0;
  gboolean more = TRUE;

  if (index != NULL && steward_archive_check_index (self, index, &cause))
    zip = open_zip (path, &cause);
  while (zip != NULL && next (zip, &entry, &more, &cause) && more)
    {
      const char *name = archive_entry_pathname_utf8 (entry);
      gboolean plain = archive_entry_filetype (entry) == AE_IFREG && !archive_entry_is_encrypted (entry);

      if (++n_files > STEWARD_ARCHIVE_MAX_FILES)
        {
          g_set_error (&cause, STEWARD_ERROR, STEWARD_ERROR_LIMIT, _("The zip has more than %d files."),
                       STEWARD_ARCHIVE_MAX_FILES);
          break;
        }
      steward_archive_check_file (self, name != NULL ? name : "", plain, read_entry, zip);
    }
  if (zip != NULL)
    archive_read_free (zip);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* The library takes names through the locale of the thread, where one that is
 * not UTF-8 would lose Chinese names. */
gboolean
steward_archive_check_zip (StewardArchiveCheck  *self,
                           const char           *path,
                           GError              **error)
{
  locale_t utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
  locale_t before = utf8 != (locale_t) 0 ? uselocale (utf8) : (locale_t) 0;
  gboolean good = check_zip (self, path, error);

  if (utf8 != (locale_t) 0)
    {
      uselocale (before);
      freelocale (utf8);
    }
  return good;
}
