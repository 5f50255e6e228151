/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-ctl-private.h"
#include "steward-listing.h"

G_BEGIN_DECLS

/**
 * StewardCtlStore:
 * @file: the database to use, NULL for the user's own
 * @actor: name written into the log
 * @format: how data comes out
 *
 * What all commands of the family `store` share on the command line.
 */
typedef struct
{
  char             *file;
  char             *actor;
  char             *format_word;
  StewardCtlFormat  format;
} StewardCtlStore;

void             steward_ctl_store_clear   (StewardCtlStore          *self);
/* Parses @entries and the shared options; the rest as steward_ctl_parse().
 * @csv: whether CSV is one of the formats. FALSE after a complaint. */
gboolean         steward_ctl_store_parse   (StewardCtlStore          *self,
                                            const StewardCtlCommand  *command,
                                            const GOptionEntry       *entries,
                                            gboolean                  csv,
                                            int                      *argc,
                                            char                   ***argv,
                                            int                       min,
                                            int                       max);
/* Opens the database; with @create one that is not there yet is made. NULL
 * after a complaint. */
StewardDatabase *steward_ctl_store_open    (const StewardCtlStore    *self,
                                            gboolean                  create);
/* UUID of the project that @word names: its UUID, or a project code that only
 * it has. NULL after a complaint. (transfer full) */
char            *steward_ctl_store_resolve (StewardDatabase          *database,
                                            const char               *word);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StewardCtlStore, steward_ctl_store_clear)

G_END_DECLS
