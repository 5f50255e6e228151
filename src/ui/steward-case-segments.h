/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardCaseSegments:
 *
 * The segments in which an item is handled: switches from one to the other,
 * adds one and takes an untouched one out again. Emits “choose” with the id of
 * the row that is wanted.
 */
#define STEWARD_TYPE_CASE_SEGMENTS (steward_case_segments_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseSegments, steward_case_segments, STEWARD, CASE_SEGMENTS, GtkBox)

/* @row: the row of an item that is shown, or NULL for none; then @session may
 * be NULL too. */
void     steward_case_segments_show      (StewardCaseSegments      *self,
                                          StewardSession           *session,
                                          const StewardScheduleRow *row);
/* Adds a case for the segment @name and shows it; FALSE when @name is blank or
 * there is a segment of that name. */
gboolean steward_case_segments_add       (StewardCaseSegments      *self,
                                          const char               *name);
/* Which segments can be switched to, in order. */
guint    steward_case_segments_get_count (StewardCaseSegments      *self);

G_END_DECLS
