/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-page.h"

G_BEGIN_DECLS

/**
 * StewardPlanPage:
 *
 * The service plan: items and materials stage by stage.
 */
#define STEWARD_TYPE_PLAN_PAGE (steward_plan_page_get_type ())

G_DECLARE_FINAL_TYPE (StewardPlanPage, steward_plan_page, STEWARD, PLAN_PAGE, StewardPage)

G_END_DECLS
