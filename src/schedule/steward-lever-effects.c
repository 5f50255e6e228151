/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-lever-effects-private.h"

#include <string.h>

static gboolean
names_stage (char * const       *ids,
             const StewardPlan  *plan,
             const StewardStage *stage)
{
  for (guint i = 0; ids[i]; i++)
    {
      if (steward_pack_find_stage (plan->pack, ids[i]) == stage)
        return TRUE;
    }
  return FALSE;
}

gboolean
steward_effect_covers (const StewardEffect   *effect,
                       const StewardPlan     *plan,
                       const StewardPlanItem *item)
{
  if (g_strv_contains ((const char * const *) effect->items, item->base))
    return TRUE;
  if (item->block)
    return g_strv_contains ((const char * const *) effect->blocks, item->block->id);
  if (effect->kind == STEWARD_EFFECT_TOGETHER && item->lane != STEWARD_LANE_PARALLEL)
    return FALSE;
  return names_stage (effect->stages, plan, item->stage);
}

gboolean
steward_conditions_allow (const GPtrArray *when,
                          StewardProject  *project)
{
  for (guint i = 0; i < when->len; i++)
    {
      gboolean answered;

      if (!steward_project_fulfils (project, when->pdata[i], &answered) && answered)
        return FALSE;
    }
  return TRUE;
}

static StewardRowEffect *
get_effect (StewardLeverEffects *self,
            const char          *id)
{
  StewardRowEffect *effect = g_hash_table_lookup (self->rows, id);

  if (effect == NULL)
    {
      effect = g_new0 (StewardRowEffect, 1);
      effect->days = -1;
      g_hash_table_insert (self->rows, (gpointer) id, effect);
    }
  return effect;
}

/* Rows of the same block, else of the same stage, stand beside each other. */
static void
group_row (StewardLeverEffects      *self,
           const StewardScheduleRow *row,
           gboolean                  apart)
{
  gconstpointer frame = row->item->block ? (gconstpointer) row->item->block : (gconstpointer) row->item->stage;
  GPtrArray *group = g_hash_table_lookup (self->groups, frame);

  if (apart)
    g_hash_table_add (self->apart, row->id);
  if (!g_hash_table_add (self->beside, row->id))
    return;
  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (self->groups, (gpointer) frame, group);
    }
  g_ptr_array_add (group, row->id);
}

static void
apply (StewardLeverEffects      *self,
       const StewardEffect      *effect,
       const StewardScheduleRow *row)
{
  StewardRowEffect *mine = get_effect (self, row->id);

  switch (effect->kind)
    {
    case STEWARD_EFFECT_OVERLAP:
      mine->waits |= effect->waits;
      break;
    case STEWARD_EFFECT_LIMIT:
      mine->days = mine->days < 0 ? effect->days : MIN (mine->days, effect->days);
      break;
    case STEWARD_EFFECT_MERGE:
      mine->merge = effect;
      break;
    case STEWARD_EFFECT_TOGETHER:
    default:
      break;
    }
}

static void
add_effect (StewardLeverEffects   *self,
            const StewardSchedule *schedule,
            StewardPass            pass,
            const StewardLever    *lever,
            const StewardEffect   *effect)
{
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      gboolean on;

      if (row->kind != STEWARD_ROW_ITEM || !steward_effect_covers (effect, schedule->plan, row->item) ||
          (pass == STEWARD_PASS_FORECAST && row->accepted != STEWARD_DAY_NONE))
        continue;
      on = steward_scenario_is_on (schedule->scenario, lever, row->item->base);
      if (effect->kind == STEWARD_EFFECT_TOGETHER)
        group_row (self, row, !on);
      else if (on)
        apply (self, effect, row);
    }
}

StewardLeverEffects *
steward_lever_effects_new_none (void)
{
  StewardLeverEffects *self = g_new0 (StewardLeverEffects, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->beside = g_hash_table_new (g_str_hash, g_str_equal);
  self->apart = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

StewardLeverEffects *
steward_lever_effects_new (const StewardSchedule *schedule,
                           StewardPass            pass)
{
  GPtrArray *levers = steward_pack_get_levers (schedule->plan->pack);
  StewardLeverEffects *self = steward_lever_effects_new_none ();

  for (guint i = 0; i < levers->len; i++)
    {
      const StewardLever *lever = levers->pdata[i];
      gboolean untouched = steward_scenario_is_untouched (schedule->scenario, lever->id);

      if (!steward_conditions_allow (lever->when, schedule->plan->project))
        continue;
      for (guint j = 0; j < lever->effects->len; j++)
        {
          const StewardEffect *effect = lever->effects->pdata[j];
          /* Running beside each other is how a network is anyway; the other
           * effects are none while the lever is off. */
          gboolean idle = untouched && (effect->kind == STEWARD_EFFECT_TOGETHER) == lever->in_force;

          if (!idle && steward_conditions_allow (effect->when, schedule->plan->project))
            add_effect (self, schedule, pass, lever, effect);
        }
    }
  return self;
}

void
steward_lever_effects_free (StewardLeverEffects *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->beside);
  g_hash_table_unref (self->apart);
  g_hash_table_unref (self->groups);
  g_free (self);
}

const StewardRowEffect *
steward_lever_effects_find (const StewardLeverEffects *self,
                            const char                *id)
{
  return g_hash_table_lookup (self->rows, id);
}

static void
mark_items (StewardSchedule     *self,
            const StewardLever  *lever,
            const StewardEffect *effect,
            StewardMode          mode)
{
  for (guint i = 0; i < self->plan->items->len; i++)
    {
      StewardPlanItem *item = self->plan->items->pdata[i];

      if (item->case_ == NULL && steward_effect_covers (effect, self->plan, item) &&
          steward_scenario_is_on (self->scenario, lever, item->base))
        item->mode = mode;
    }
}

void
steward_schedule_mark_modes (StewardSchedule *self)
{
  GPtrArray *levers = steward_pack_get_levers (self->plan->pack);

  for (guint i = 0; i < levers->len; i++)
    {
      const StewardLever *lever = levers->pdata[i];

      if ((lever->kind != STEWARD_LEVER_DEFERRAL && lever->kind != STEWARD_LEVER_COMMITMENT) ||
          (steward_scenario_is_untouched (self->scenario, lever->id) && !lever->in_force) ||
          !steward_conditions_allow (lever->when, self->plan->project))
        continue;
      for (guint j = 0; j < lever->effects->len; j++)
        {
          const StewardEffect *effect = lever->effects->pdata[j];

          if (steward_conditions_allow (effect->when, self->plan->project))
            mark_items (self, lever, effect,
                        lever->kind == STEWARD_LEVER_DEFERRAL ? STEWARD_MODE_DEFERRAL : STEWARD_MODE_COMMITMENT);
        }
    }
}
