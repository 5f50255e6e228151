/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-decisions.h"
#include "steward-lever.h"

G_BEGIN_DECLS

/**
 * StewardScenario:
 *
 * Which levers are used, for the plan and for items: what a project has
 * decided, or what somebody tries out. Nothing is on that nobody switched on,
 * except what the notice has in force.
 */
typedef struct _StewardScenario StewardScenario;

/* Nothing is decided. */
StewardScenario *steward_scenario_new              (void);
/* What @project has decided. */
StewardScenario *steward_scenario_new_from_project (StewardProject        *project);
StewardScenario *steward_scenario_copy             (const StewardScenario *self);
void             steward_scenario_free             (StewardScenario       *self);

/* @item NULL: the whole plan. */
void             steward_scenario_set              (StewardScenario       *self,
                                                    const char            *lever,
                                                    const char            *item,
                                                    gboolean               on);
void             steward_scenario_unset            (StewardScenario       *self,
                                                    const char            *lever,
                                                    const char            *item);
/* @on for the plan, and no item is decided for itself any more. */
void             steward_scenario_set_all          (StewardScenario       *self,
                                                    const char            *lever,
                                                    gboolean               on);
/* FALSE when nobody decided about exactly this. */
gboolean         steward_scenario_get              (const StewardScenario *self,
                                                    const char            *lever,
                                                    const char            *item,
                                                    gboolean              *on);
/* What holds for @item: its own decision, else that of the plan, else whether
 * the notice has it in force. */
gboolean         steward_scenario_is_on            (const StewardScenario *self,
                                                    const StewardLever    *lever,
                                                    const char            *item);
/* TRUE when nothing was decided about @lever. */
gboolean         steward_scenario_is_untouched     (const StewardScenario *self,
                                                    const char            *lever);
gboolean         steward_scenario_equal            (const StewardScenario *a,
                                                    const StewardScenario *b);
/* Records all of @self in @project, as one change: what it does not decide is
 * taken out. FALSE when the project says all that already. */
gboolean         steward_scenario_adopt            (const StewardScenario *self,
                                                    StewardProject        *project,
                                                    const char            *by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardScenario, steward_scenario_free)

G_END_DECLS
