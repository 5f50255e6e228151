/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-event-rule.h"

G_BEGIN_DECLS

/**
 * StewardCaseEvents:
 *
 * The events of a case in their order, with what is odd about them.
 * #StewardCaseEvents::edit and #StewardCaseEvents::remove are emitted with the
 * index of the event that the user wants to change or to take out.
 */
#define STEWARD_TYPE_CASE_EVENTS (steward_case_events_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseEvents, steward_case_events, STEWARD, CASE_EVENTS, AdwBin)

/* @handled may be NULL: there are none. */
void  steward_case_events_fill  (StewardCaseEvents      *self,
                                 const StewardCase      *handled,
                                 const StewardEventRule *rule);

G_END_DECLS
