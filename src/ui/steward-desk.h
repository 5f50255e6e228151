/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-backup.h"
#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardShare:
 *
 * How much of a long piece of work is done, told by its thread and read by
 * the window. Reference counted.
 */
typedef struct _StewardShare StewardShare;

StewardShare *steward_share_new            (void);
StewardShare *steward_share_ref            (StewardShare        *self);
void          steward_share_unref          (StewardShare        *self);
/* 0.0 to 1.0. */
double        steward_share_get            (StewardShare        *self);
/* A #StewardProgress whose data is the share. */
void          steward_share_set            (double               done,
                                            gpointer             self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardShare, steward_share_unref)

/* What is done with the whole database, on a thread and a connection of its
 * own, so that neither reading nor writing waits for it. */

/* Makes the backup of the day if it is due and there is anything to keep;
 * nobody waits for it. */
void          steward_desk_back_up_due     (GFile               *database);
/* Makes a backup now. */
void          steward_desk_back_up_async   (GFile               *database,
                                            StewardShare        *share,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* The file made. (transfer full) */
GFile        *steward_desk_back_up_finish  (GAsyncResult        *result,
                                            GError             **error);
/* The backups of @database, newest first. */
void          steward_desk_list_async      (GFile               *database,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* (transfer full) (element-type StewardBackup) */
GPtrArray    *steward_desk_list_finish     (GAsyncResult        *result,
                                            GError             **error);
/* Puts the content of @backup into the open database, in its turn among the
 * writes. */
void          steward_desk_restore_async   (StewardStore        *store,
                                            GFile               *backup,
                                            StewardShare        *share,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean      steward_desk_restore_finish  (StewardStore        *store,
                                            GAsyncResult        *result,
                                            GError             **error);
/* Puts a copy of @backup in the place of a database that cannot be opened. The
 * file that was there stays beside it, with `.aside` and the time in its name. */
void          steward_desk_replace_async   (GFile               *database,
                                            GFile               *backup,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean      steward_desk_replace_finish  (GAsyncResult        *result,
                                            GError             **error);

G_END_DECLS
