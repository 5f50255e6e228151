/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardHistory:
 *
 * What undo and redo would do now, in one project or (when no project is
 * open) anywhere. Follows the store, so it also knows what was done before the
 * program was started, and in other windows. The properties "undo-label" and
 * "redo-label" are NULL when there is nothing.
 */
#define STEWARD_TYPE_HISTORY (steward_history_get_type ())

G_DECLARE_FINAL_TYPE (StewardHistory, steward_history, STEWARD, HISTORY, GObject)

StewardHistory *steward_history_new         (StewardStore   *store);
/* @id: UUID, or NULL for all projects. */
void            steward_history_set_project (StewardHistory *self,
                                             const char     *id);
const char     *steward_history_get_label   (StewardHistory *self,
                                             gboolean        redo);

G_END_DECLS
