/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-findings-box.h"
#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardFindingsPage:
 *
 * Everything an inspector would find in the project, with the rule, the remedy
 * and the way to it.
 */
#define STEWARD_TYPE_FINDINGS_PAGE (steward_findings_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardFindingsPage, steward_findings_page, STEWARD, FINDINGS_PAGE, StewardPage)

StewardFindingsBox *steward_findings_page_get_box (StewardFindingsPage *self);

G_END_DECLS
