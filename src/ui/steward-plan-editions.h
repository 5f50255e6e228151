/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardPlanEditions:
 *
 * The issued editions of the plan, the newest first, with their papers and the
 * day the unit was told; below, what differs between any two of them or the
 * plan as it is now.
 */
#define STEWARD_TYPE_PLAN_EDITIONS (steward_plan_editions_get_type ())

G_DECLARE_FINAL_TYPE (StewardPlanEditions, steward_plan_editions, STEWARD, PLAN_EDITIONS, AdwBin)

/* Shows the editions of @session as they are now; NULL: nothing. */
void  steward_plan_editions_show    (StewardPlanEditions *self,
                                     StewardSession      *session);
/* Chooses what is compared; @newer 0 is the plan as it is now. */
void  steward_plan_editions_compare (StewardPlanEditions *self,
                                     guint                older,
                                     guint                newer);
/* Moves the keyboard to the first edition, else to what is offered. */
void  steward_plan_editions_focus   (StewardPlanEditions *self);

G_END_DECLS
