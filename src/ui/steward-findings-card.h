/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardFindingsCard:
 *
 * How many findings there are, and the first of them. A click opens them all.
 */
#define STEWARD_TYPE_FINDINGS_CARD (steward_findings_card_get_type ())

G_DECLARE_FINAL_TYPE (StewardFindingsCard, steward_findings_card, STEWARD, FINDINGS_CARD, AdwBin)

void steward_findings_card_show (StewardFindingsCard *self,
                                 StewardSession      *session);

G_END_DECLS
