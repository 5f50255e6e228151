/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database-parts-private.h"

G_BEGIN_DECLS

/**
 * StewardVerification:
 * @last: the last log entry there has to be
 * @n_read: log entries of projects read so far
 *
 * A check of a database under way.
 */
typedef struct
{
  StewardDatabase *database;
  GPtrArray       *findings;
  guint            n_findings;
  gint64           last;
  gint64           n_read;
  StewardProgress  progress;
  gpointer         user_data;
  GCancellable    *cancellable;
} StewardVerification;

void      steward_verification_add           (StewardVerification  *self,
                                              const char           *format,
                                              ...) G_GNUC_PRINTF (2, 3);
/* Turns an error that says that the database is damaged into a finding. */
gboolean  steward_verification_is_finding    (StewardVerification  *self,
                                              GError              **error);
/* Tells the progress; FALSE when it was cancelled. */
gboolean  steward_verification_go_on         (StewardVerification  *self,
                                              double                share,
                                              GError              **error);
/* Compares what the tables hold of a project with the last value that the log
 * wrote of each of its pieces. */
gboolean  steward_verification_check_project (StewardVerification  *self,
                                              const char           *id,
                                              GError              **error);

/* Whether every file still has the hash that it is named by. */
gboolean  steward_verification_check_files   (StewardVerification  *self,
                                              GError              **error);

G_END_DECLS
