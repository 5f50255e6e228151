/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-backup.h"

G_BEGIN_DECLS

/* A name in @folder that is still free, for a backup of @database made at
 * @now (Unix seconds). (transfer full) */
GFile      *steward_backup_choose_file   (GFile            *folder,
                                          GFile            *database,
                                          gint64            now);
/* When the backup was made, in Unix seconds; 0 when it has no such time. */
gint64      steward_backup_get_time      (const StewardBackup *self);
/* The backups in @folder that are of @database. (transfer full)
 * (element-type StewardBackup) */
GPtrArray  *steward_backup_list_of       (GFile            *folder,
                                          GFile            *database,
                                          GError          **error);
/* Removes from @folder what is too much of @database at @now, and what copies
 * that were broken off have left. */
gboolean    steward_backup_rotate        (GFile            *folder,
                                          GFile            *database,
                                          gint64            now,
                                          GError          **error);
/* A name in @folder for a copy that is not whole yet. (transfer full) */
GFile      *steward_backup_choose_partial (GFile           *folder);

G_END_DECLS
