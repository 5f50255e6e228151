/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-flowchart-view.h"
#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardFlowchartPage:
 *
 * The approval flowchart, all stages or one.
 */
#define STEWARD_TYPE_FLOWCHART_PAGE (steward_flowchart_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardFlowchartPage, steward_flowchart_page, STEWARD, FLOWCHART_PAGE, StewardPage)

StewardFlowchartView *steward_flowchart_page_get_view (StewardFlowchartPage *self);

G_END_DECLS
