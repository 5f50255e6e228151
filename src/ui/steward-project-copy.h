/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardProjectCopy:
 *
 * A project as it is now, for work on another thread: the one on the main
 * thread changes while papers and drawings are being made of it.
 */
typedef struct _StewardProjectCopy StewardProjectCopy;

StewardProjectCopy *steward_project_copy_new  (StewardSession      *session);
void                steward_project_copy_free (StewardProjectCopy  *self);
/* On any thread. (transfer full) */
StewardSchedule    *steward_project_copy_read (StewardProjectCopy  *self,
                                               GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardProjectCopy, steward_project_copy_free)

G_END_DECLS
