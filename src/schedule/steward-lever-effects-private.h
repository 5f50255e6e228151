/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule-private.h"

G_BEGIN_DECLS

/**
 * StewardRowEffect:
 * @waits: #StewardWait flags: what it need not wait for the end of
 * @days: most working days it takes, or -1
 * @merge: the effect that reviews it together with others, or NULL
 *
 * What the levers that are on do to one row.
 */
typedef struct
{
  guint                waits;
  int                  days;
  const StewardEffect *merge;
} StewardRowEffect;

/**
 * StewardLeverEffects:
 * @rows: row id (borrowed) → StewardRowEffect
 * @beside: ids (borrowed) of rows that would run beside each other
 * @apart: those of them that are handled by themselves
 * @groups: block or stage → GPtrArray of the ids of its rows in @beside
 *
 * What the levers do to a network.
 */
typedef struct
{
  GHashTable *rows;
  GHashTable *beside;
  GHashTable *apart;
  GHashTable *groups;
} StewardLeverEffects;

/* Of the scenario of @schedule. What was accepted is left as it is in the
 * forecast: no lever changes what has happened. */
StewardLeverEffects    *steward_lever_effects_new    (const StewardSchedule     *schedule,
                                                      StewardPass                pass);
void                    steward_lever_effects_free   (StewardLeverEffects       *self);
/* NULL for a row that no lever changes. */
const StewardRowEffect *steward_lever_effects_find   (const StewardLeverEffects *self,
                                                      const char                *id);

/* Of no lever at all: what people may not do otherwise stands one after the
 * other, all else beside each other. */
StewardLeverEffects    *steward_lever_effects_new_none (void);

/* Links what is handled by itself one after the other, in the order of the
 * list as far as @untouched allows, which is the same network without any
 * lever. As no lever changes that order, and each of them only takes links
 * away, moves them to a decision or shortens a task, none makes anything
 * later. To be called when all other links are there. */
gboolean                steward_lever_effects_link_apart (const StewardLeverEffects  *self,
                                                          StewardNetwork             *network,
                                                          StewardNetwork             *untouched,
                                                          GError                    **error);

/* Whether @item is one that @effect is about. */
gboolean                steward_effect_covers        (const StewardEffect       *effect,
                                                      const StewardPlan         *plan,
                                                      const StewardPlanItem     *item);
/* FALSE when an answer contradicts one of the conditions. */
gboolean                steward_conditions_allow     (const GPtrArray           *when,
                                                      StewardProject            *project);
/* Items without a case are marked as deferred or promised, where a lever says
 * so. */
void                    steward_schedule_mark_modes  (StewardSchedule           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardLeverEffects, steward_lever_effects_free)

G_END_DECLS
