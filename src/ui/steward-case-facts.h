/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardCaseFacts:
 *
 * What a case is besides its events: number in the official system, mode,
 * level, bureau, promised days, extension. Each change goes into the project
 * when it is entered or the field is left.
 */
#define STEWARD_TYPE_CASE_FACTS (steward_case_facts_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseFacts, steward_case_facts, STEWARD, CASE_FACTS, AdwBin)

/* @row: of the schedule of @session, of an item. Both may be NULL. */
void  steward_case_facts_show    (StewardCaseFacts         *self,
                                  StewardSession           *session,
                                  const StewardScheduleRow *row);
/* Takes over what is typed and not entered yet. */
void  steward_case_facts_commit  (StewardCaseFacts         *self);

G_END_DECLS
