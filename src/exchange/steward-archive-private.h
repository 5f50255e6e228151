/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-archive.h"

G_BEGIN_DECLS

#define STEWARD_ARCHIVE_FORMAT     "steward-archive"
#define STEWARD_ARCHIVE_VERSION    1
#define STEWARD_ARCHIVE_INDEX      "index.json"
/* In bytes of UTF-8. */
#define STEWARD_ARCHIVE_NAME_MAX   200
#define STEWARD_ARCHIVE_MAX_INDEX_BYTES (4 * 1024 * 1024)

/**
 * StewardArchiveEntry:
 * @seen: was found already
 *
 * What the index says of a file.
 */
typedef struct
{
  gint64    size;
  char     *sha256;
  gboolean  seen;
} StewardArchiveEntry;

/* The next bytes of a file: 0 at its end, -1 with @error set. */
typedef gssize (*StewardArchiveRead) (gpointer   source,
                                      void      *buffer,
                                      gsize      size,
                                      GError   **error);

/**
 * StewardArchiveCheck:
 * @entries: name → StewardArchiveEntry
 *
 * An archive while it is verified.
 */
typedef struct
{
  GHashTable           *entries;
  StewardArchiveReport *report;
} StewardArchiveCheck;

/* A plain name without folders that no system takes for something else. */
gboolean    steward_archive_name_is_safe (const char           *name);
/* Reads the index in @bytes. */
gboolean    steward_archive_check_index  (StewardArchiveCheck  *self,
                                          GBytes               *bytes,
                                          GError              **error);
/* A file called @name was found; @plain: it is a regular, readable file. */
void        steward_archive_check_file   (StewardArchiveCheck  *self,
                                          const char           *name,
                                          gboolean              plain,
                                          StewardArchiveRead    read,
                                          gpointer              source);
/* Walks through a zip. */
gboolean    steward_archive_check_zip    (StewardArchiveCheck  *self,
                                          const char           *path,
                                          GError              **error);

G_END_DECLS
