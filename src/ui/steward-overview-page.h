/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardOverviewPage:
 *
 * Where a project stands, stage by stage, and its facts.
 */
#define STEWARD_TYPE_OVERVIEW_PAGE (steward_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardOverviewPage, steward_overview_page, STEWARD, OVERVIEW_PAGE, StewardPage)

/* Puts the keyboard into the field of a fact. */
void steward_overview_page_edit (StewardOverviewPage *self,
                                 StewardFact          fact);

G_END_DECLS
