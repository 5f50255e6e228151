/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-session.h"
#include "steward-window.h"

G_BEGIN_DECLS

/* What can be done about a finding. */

/* Only a warning can be acknowledged, once. */
gboolean steward_finding_is_open     (const StewardFinding *finding);
/* Asks for the reason, without which there is no acknowledgement, and then
 * keeps it as one change that can be undone. */
void     steward_finding_acknowledge (StewardWindow        *window,
                                      StewardSession       *session,
                                      const StewardFinding *finding);
/* It is a warning again: one change as well. */
void     steward_finding_take_back   (StewardWindow        *window,
                                      StewardSession       *session,
                                      const StewardFinding *finding);
/* Shows what the finding is about, where it can be put right. */
void     steward_finding_go          (StewardWindow        *window,
                                      StewardSession       *session,
                                      const StewardFinding *finding);

G_END_DECLS
