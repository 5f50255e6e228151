/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/* Most things of a frozen plan that are read, of each kind. */
#define STEWARD_FROZEN_MAX_THINGS 20000

/**
 * StewardFrozenKind:
 * @STEWARD_FROZEN_ACTIVITY: only in a plan that has dates
 *
 * What a plan is made of.
 */
typedef enum
{
  STEWARD_FROZEN_STAGE,
  STEWARD_FROZEN_ITEM,
  STEWARD_FROZEN_MATERIAL,
  STEWARD_FROZEN_ACTIVITY,
  STEWARD_N_FROZEN_KINDS
} StewardFrozenKind;

/**
 * StewardFrozenField:
 * @STEWARD_FROZEN_LIMIT: working days, "" when nobody gave any
 * @STEWARD_FROZEN_OF: id of the stage: where an item is done, where a
 *   material is handed in first
 * @STEWARD_FROZEN_LEVEL: a word of the pack format, like LANE, MODE and FORM
 * @STEWARD_FROZEN_DATES: first and last day on which it lay, with a slash
 *   between; "" in a plan without dates
 *
 * What is said of it, as text. Each kind has some of them.
 */
typedef enum
{
  STEWARD_FROZEN_NAME,
  STEWARD_FROZEN_LIMIT,
  STEWARD_FROZEN_SPECIAL_STEPS,
  STEWARD_FROZEN_FEES,
  STEWARD_FROZEN_KEY_POINTS,
  STEWARD_FROZEN_OPTIMISATION,
  STEWARD_FROZEN_OF,
  STEWARD_FROZEN_NOTE,
  STEWARD_FROZEN_BUREAU,
  STEWARD_FROZEN_LEVEL,
  STEWARD_FROZEN_LANE,
  STEWARD_FROZEN_MODE,
  STEWARD_FROZEN_FORM,
  STEWARD_FROZEN_DATES,
  STEWARD_N_FROZEN_FIELDS
} StewardFrozenField;

/* "stage", "item", "material", "activity". */
const char *steward_frozen_kind_to_word    (StewardFrozenKind   kind);
/* "name", "limit", "special_steps" …, as in the text of an edition. */
const char *steward_frozen_field_to_word   (StewardFrozenField  field);
/* In the user's language. */
const char *steward_frozen_field_get_name  (StewardFrozenField  field);

/**
 * StewardFrozenThing:
 * @id: of the stage, row or material
 * @fields: NULL for those that @kind does not have
 */
typedef struct
{
  StewardFrozenKind  kind;
  char              *id;
  char              *fields[STEWARD_N_FROZEN_FIELDS];
} StewardFrozenThing;

/**
 * StewardFrozenPlan:
 * @dated: it says when everything was to be done; plans that older versions
 *   of this program froze do not
 * @things: (element-type StewardFrozenThing): stages, then items, materials and
 *   activities, each in the order of the plan
 *
 * A plan as it was when it was issued, on its own: what the project and its
 * pack say later changes nothing of it.
 */
typedef struct
{
  char      *pack;
  char      *pack_version;
  gboolean   dated;
  GPtrArray *things;
} StewardFrozenPlan;

/* Of the plan as it is now, without dates: those are of the schedule, see
 * steward_schedule_freeze(). (transfer full) */
StewardFrozenPlan *steward_frozen_plan_new     (const StewardPlan        *plan);
void               steward_frozen_plan_free    (StewardFrozenPlan        *self);
/* Canonical JSON text: the same plan gives the same bytes. (transfer full) */
char              *steward_frozen_plan_to_text (const StewardFrozenPlan  *self);
/* Strict: STEWARD_ERROR_INVALID for anything that to_text() would not write.
 * (transfer full) */
StewardFrozenPlan *steward_frozen_plan_parse   (const char               *text,
                                                GError                  **error);
/* The content of an edition without dates. (transfer full) */
char              *steward_plan_freeze         (const StewardPlan        *plan);
/* From now on @self has dates, and @thing of it (an item) these. */
void               steward_frozen_plan_set_dates (StewardFrozenPlan      *self,
                                                StewardFrozenThing       *thing,
                                                StewardDay                start,
                                                StewardDay                finish);
/* Time between the items, which only a plan with dates has. */
void               steward_frozen_plan_add_activity (StewardFrozenPlan   *self,
                                                const char               *id,
                                                const char               *name,
                                                StewardDay                start,
                                                StewardDay                finish);
/* FALSE, and both NONE, when it has none. */
gboolean           steward_frozen_thing_get_dates (const StewardFrozenThing *self,
                                                StewardDay               *start,
                                                StewardDay               *finish);
/* NULL when there is no such thing. */
const StewardFrozenThing *steward_frozen_plan_find (const StewardFrozenPlan *self,
                                                StewardFrozenKind         kind,
                                                const char               *id);

/**
 * StewardPlanDifference:
 * @kind, @id: of the thing; @name: as it is called in the newer plan, else in
 *   the older; @stage: id of its stage, its own id for a stage
 * @field: that changed; NAME when the thing was added or dropped
 * @before, @after: of the field; NULL when the thing was not there
 */
typedef struct
{
  StewardFrozenKind   kind;
  char               *id;
  char               *name;
  char               *stage;
  StewardFrozenField  field;
  char               *before;
  char               *after;
} StewardPlanDifference;

/* What @newer has that @older has not, and the other way round: dates and
 * activities where both plans have them; what was added and changed in the order of @newer, then what was dropped. Comparing the
 * other way round gives the same with before and after exchanged.
 * (transfer full) (element-type StewardPlanDifference) */
GPtrArray         *steward_frozen_plan_compare (const StewardFrozenPlan  *older,
                                                const StewardFrozenPlan  *newer);
/* Between two editions of @project; @newer 0 is the plan as it is now.
 * STEWARD_ERROR_UNKNOWN when there is no such edition. (transfer full)
 * (element-type StewardPlanDifference) */
GPtrArray         *steward_project_compare_editions (StewardProject      *project,
                                                guint                     older,
                                                guint                     newer,
                                                GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardFrozenPlan, steward_frozen_plan_free)

G_END_DECLS
