/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sqlite-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"

/* Extended results stand for themselves, the others for their group. */
static const struct { int result; StewardError code; } meanings[] = {
  { SQLITE_BUSY,            STEWARD_ERROR_BUSY },
  { SQLITE_LOCKED,          STEWARD_ERROR_BUSY },
  { SQLITE_PROTOCOL,        STEWARD_ERROR_BUSY },
  { SQLITE_FULL,            STEWARD_ERROR_FULL },
  { SQLITE_CORRUPT,         STEWARD_ERROR_CORRUPT },
  { SQLITE_NOTADB,          STEWARD_ERROR_INVALID },
  { SQLITE_READONLY,        STEWARD_ERROR_WRITE },
  { SQLITE_PERM,            STEWARD_ERROR_WRITE },
  { SQLITE_AUTH,            STEWARD_ERROR_WRITE },
  { SQLITE_CANTOPEN,        STEWARD_ERROR_READ },
  { SQLITE_IOERR,           STEWARD_ERROR_READ },
  { SQLITE_IOERR_WRITE,     STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_FSYNC,     STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_DIR_FSYNC, STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_TRUNCATE,  STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_DELETE,    STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_SHMOPEN,   STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_SHMSIZE,   STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_SHMMAP,    STEWARD_ERROR_WRITE },
  { SQLITE_IOERR_DATA,      STEWARD_ERROR_CORRUPT },
  { SQLITE_IOERR_CORRUPTFS, STEWARD_ERROR_CORRUPT },
  { SQLITE_NOLFS,           STEWARD_ERROR_FULL },
  { SQLITE_TOOBIG,          STEWARD_ERROR_LIMIT },
  { SQLITE_NOMEM,           STEWARD_ERROR_LIMIT },
  { SQLITE_CONSTRAINT,      STEWARD_ERROR_INVALID },
  { SQLITE_MISMATCH,        STEWARD_ERROR_INVALID },
  { SQLITE_ERROR,           STEWARD_ERROR_INVALID },
  { SQLITE_RANGE,           STEWARD_ERROR_INVALID },
};

static StewardError
find_meaning (int result)
{
  for (guint pass = 0; pass < 2; pass++, result &= 0xff)
    for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
      if (meanings[i].result == result)
        return meanings[i].code;
  return STEWARD_ERROR_INVALID;
}

/* What the system calls it when there is no room, whatever the database
 * makes of it. */
static gboolean
is_full (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static int
get_file_errno (sqlite3 *handle,
                int      which)
{
  sqlite3_file *file = NULL;
  int number = 0;

  if (sqlite3_file_control (handle, "main", which, &file) == SQLITE_OK && file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);
  return number;
}

/* Why the system refused. When that was during a commit, only the file itself
 * or its log remembers. */
static int
find_errno (sqlite3 *handle)
{
  int numbers[] = {
    sqlite3_system_errno (handle),
    get_file_errno (handle, SQLITE_FCNTL_JOURNAL_POINTER),
    get_file_errno (handle, SQLITE_FCNTL_FILE_POINTER),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (is_full (numbers[i]))
      return numbers[i];
  return numbers[0] != 0 ? numbers[0] : numbers[1] != 0 ? numbers[1] : numbers[2];
}

static void
set_error (const char    *name,
           StewardError   code,
           const char    *detail,
           GError       **error)
{
  switch ((int) code)
    {
    case STEWARD_ERROR_BUSY:
      g_set_error (error, STEWARD_ERROR, code,
                   _("Another program is using “%s”. Please try again in a moment."), name);
      break;
    case STEWARD_ERROR_FULL:
      g_set_error (error, STEWARD_ERROR, code,
                   _("There is no room left on the disk for “%s”. Nothing was changed."), name);
      break;
    case STEWARD_ERROR_CORRUPT:
      g_set_error (error, STEWARD_ERROR, code,
                   _("“%s” is damaged (%s). Please restore a backup."), name, detail);
      break;
    case STEWARD_ERROR_WRITE:
      g_set_error (error, STEWARD_ERROR, code, _("“%s” could not be written: %s"), name, detail);
      break;
    case STEWARD_ERROR_READ:
      g_set_error (error, STEWARD_ERROR, code, _("“%s” could not be read: %s"), name, detail);
      break;
    case STEWARD_ERROR_LIMIT:
      g_set_error (error, STEWARD_ERROR, code,
                   _("A value of “%s” is larger than what is kept in one."), name);
      break;
    default:
      g_set_error (error, STEWARD_ERROR, code, _("“%s” did not accept this: %s"), name, detail);
    }
}

gboolean
steward_sqlite_fail_by_errno (const char  *name,
                              int          code,
                              int          number,
                              GError     **error)
{
  set_error (name, is_full (number) ? STEWARD_ERROR_FULL : code, g_strerror (number), error);
  return FALSE;
}

gboolean
steward_sqlite_fail_as_foreign (const char  *name,
                                GError     **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
               _("“%s” is not a database of this program."), name);
  return FALSE;
}

gboolean
steward_sqlite_fail_as_newer (const char  *name,
                              GError     **error)
{
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_NEWER,
               _("“%s” was made by a newer version of this program."), name);
  return FALSE;
}

gboolean
steward_sqlite_fail (sqlite3     *handle,
                     const char  *name,
                     int          result,
                     GError     **error)
{
  StewardError code = find_meaning (result);
  int number = 0;

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled."));
      return FALSE;
    }
  if ((result & 0xff) == SQLITE_NOTADB)
    return steward_sqlite_fail_as_foreign (name, error);
  if ((result & 0xff) == SQLITE_IOERR || (result & 0xff) == SQLITE_CANTOPEN)
    number = find_errno (handle);
  if (number != 0 && (is_full (number) || code == STEWARD_ERROR_READ || code == STEWARD_ERROR_WRITE))
    return steward_sqlite_fail_by_errno (name, code, number, error);

  set_error (name, code, sqlite3_errmsg (handle), error);
  return FALSE;
}
