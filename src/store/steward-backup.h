/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"

G_BEGIN_DECLS

/**
 * StewardBackup:
 * @file: in the folder of backups; @at: when it was made, local ISO time
 * @size: in bytes
 */
typedef struct
{
  GFile   *file;
  char    *at;
  goffset  size;
} StewardBackup;

void        steward_backup_free         (StewardBackup    *self);
/* `backups` beside the database. (transfer full) */
GFile      *steward_backup_get_folder   (StewardDatabase  *database);
/* Newest first. A folder that does not exist has none. (element-type StewardBackup) */
GPtrArray  *steward_backup_list         (GFile            *folder,
                                         GError          **error);
/* Copies the whole database to @target (a new name in the folder of backups
 * when NULL), opens the copy and verifies it, and only then gives it its
 * name. The file made. (transfer full) */
GFile      *steward_backup_make         (StewardDatabase  *database,
                                         GFile            *target,
                                         StewardProgress   progress,
                                         gpointer          user_data,
                                         GCancellable     *cancellable,
                                         GError          **error);
/* Makes one when the newest is older than a day (of @now, Unix seconds), then
 * removes what is too much: the last 7, and the last of each of the 12 months
 * before are kept. TRUE in @made when one was made. */
gboolean    steward_backup_make_due     (StewardDatabase  *database,
                                         gint64            now,
                                         gboolean         *made,
                                         GCancellable     *cancellable,
                                         GError          **error);
/* Puts the whole content of @source, verified before, into the open database,
 * after a backup of what is in it now; other processes see it as a change. A
 * backup of an older version of the program is brought up to date. */
gboolean    steward_backup_restore      (StewardDatabase  *database,
                                         GFile            *source,
                                         StewardProgress   progress,
                                         gpointer          user_data,
                                         GCancellable     *cancellable,
                                         GError          **error);
/* For a database that cannot be opened any more: puts a copy of @source,
 * verified before, in the place of @file. What was there is kept beside it
 * under a new name. No process may have it open. The file that was kept, or
 * NULL with an error. (transfer full) */
GFile      *steward_backup_recover      (GFile            *file,
                                         GFile            *source,
                                         StewardProgress   progress,
                                         gpointer          user_data,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardBackup, steward_backup_free)

G_END_DECLS
