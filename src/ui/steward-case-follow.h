/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardCaseFollow:
 *
 * What is left to do about a case between and after its events: its status has
 * to be compared with the official system, and a granted result to reach the
 * unit. Each is one key.
 */
#define STEWARD_TYPE_CASE_FOLLOW (steward_case_follow_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseFollow, steward_case_follow, STEWARD, CASE_FOLLOW, GtkBox)

/* @row: the row of an item that is shown, or NULL for none; then @session may
 * be NULL too. */
void        steward_case_follow_show     (StewardCaseFollow        *self,
                                          StewardSession           *session,
                                          const StewardScheduleRow *row);
/* Records today as the day of the delivery; FALSE when nothing is to be
 * delivered. */
gboolean    steward_case_follow_deliver  (StewardCaseFollow        *self);
/* Records that the status was compared today; FALSE when nothing is under way. */
gboolean    steward_case_follow_verify   (StewardCaseFollow        *self);
/* What is said, "" for nothing. */
const char *steward_case_follow_get_text (StewardCaseFollow        *self);

G_END_DECLS
