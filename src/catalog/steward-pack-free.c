/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-private.h"

/* The values of a pack are plain structs: each owns its strings, and points
 * freely at others that live as long as the pack. */

void
steward_source_free (StewardSource *self)
{
  if (self == NULL)
    return;

  g_free (self->clause);
  g_free (self->quote);
  g_free (self);
}

void
steward_basis_free (StewardBasis *self)
{
  g_free (self->id);
  g_free (self->document);
  g_free (self->title);
  g_free (self->issuer);
  g_free (self->date);
  g_free (self->verified);
  g_free (self);
}

void
steward_named_free (StewardNamed *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->note);
  g_strfreev (self->items);
  g_clear_pointer (&self->extras, g_hash_table_unref);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_stage_free (StewardStage *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->form_name);
  g_free (self->plan_name);
  g_free (self->materials_name);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_block_free (StewardBlock *self)
{
  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->after);
  steward_source_free (self->source);
  g_free (self);
}

static void
steward_commitment_free (StewardCommitment *self)
{
  if (self == NULL)
    return;

  g_free (self->condition);
  g_free (self->list_name);
  steward_source_free (self->source);
  g_free (self);
}

static void
steward_validity_free (StewardValidity *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->until);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_item_free (StewardItem *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->limit_note);
  g_free (self->section);
  g_free (self->applies_when);
  g_free (self->note);
  g_strfreev (self->bureau_ids);
  g_strfreev (self->after);
  g_strfreev (self->aliases);
  g_strfreev (self->special_steps);
  g_strfreev (self->fees);
  g_clear_pointer (&self->materials, g_ptr_array_unref);
  steward_commitment_free (self->commitment);
  steward_validity_free (self->validity);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_material_free (StewardMaterial *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->deferrable);
  g_free (self->same_as);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_box_free (StewardBox *self)
{
  g_free (self->id);
  g_free (self->label);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_group_free (StewardGroup *self)
{
  g_free (self->id);
  g_free (self->heading_number);
  g_free (self->heading);
  g_free (self->number);
  g_free (self->title);
  g_free (self->note);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_part_free (StewardPart *self)
{
  g_free (self->title);
  g_free (self->banner);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

void
steward_choice_free (StewardChoice *self)
{
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

void
steward_question_free (StewardQuestion *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->unit);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_condition_free (StewardCondition *self)
{
  g_free (self->question);
  g_free (self->value);
  g_free (self);
}

void
steward_suggestion_free (StewardSuggestion *self)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_strfreev (self->boxes);
  g_free (self->reason);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_timer_free (StewardTimer *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->from);
  g_free (self->to);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_activity_free (StewardActivity *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->owner);
  g_strfreev (self->after);
  g_strfreev (self->before);
  g_free (self);
}

void
steward_effect_free (StewardEffect *self)
{
  g_strfreev (self->items);
  g_strfreev (self->blocks);
  g_strfreev (self->stages);
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_free (self);
}

void
steward_lever_free (StewardLever *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->effects, g_ptr_array_unref);
  g_clear_pointer (&self->when, g_ptr_array_unref);
  g_strfreev (self->gate);
  g_strfreev (self->agree);
  g_free (self->line);
  g_free (self->note);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_check_free (StewardCheck *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->remedy);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_indicator_free (StewardIndicator *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->op);
  g_free (self->unit);
  g_free (self->applies);
  g_free (self->formula);
  steward_source_free (self->source);
  g_free (self);
}

void
steward_deferral_free (StewardDeferral *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->classes);
  g_strfreev (self->gate);
  g_strfreev (self->broken);
  g_free (self->withdraw);
  g_free (self->overdue);
  g_free (self->note);
  steward_source_free (self->source);
  g_free (self);
}
