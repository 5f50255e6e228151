/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-standing.h"

#include <string.h>

#include "steward-project-private.h"

StewardSharedCredit *
steward_shared_credit_copy (const StewardSharedCredit *self)
{
  StewardSharedCredit *copy;

  if (self == NULL)
    return NULL;
  copy = g_new (StewardSharedCredit, 1);
  *copy = *self;
  copy->project = g_strdup (self->project);
  copy->name = g_strdup (self->name);
  return copy;
}

void
steward_shared_credit_free (StewardSharedCredit *self)
{
  if (self == NULL)
    return;
  g_free (self->project);
  g_free (self->name);
  g_free (self);
}

static gboolean
is_equal (const StewardSharedCredit *a,
          const StewardSharedCredit *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->standing == b->standing && a->day == b->day && g_strcmp0 (a->project, b->project) == 0 &&
         g_strcmp0 (a->name, b->name) == 0;
}

void
steward_project_set_shared_credit (StewardProject            *self,
                                   const StewardSharedCredit *value)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));

  if (is_equal (self->shared_credit, value))
    return;
  steward_shared_credit_free (self->shared_credit);
  self->shared_credit = steward_shared_credit_copy (value);
  steward_project_emit_changed (self, STEWARD_CHANGE_DECISIONS);
}

const StewardSharedCredit *
steward_project_get_shared_credit (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->shared_credit;
}

StewardStanding
steward_project_find_standing (StewardProject             *self,
                               StewardDay                 *day,
                               const StewardSharedCredit **from)
{
  const StewardCredit *own;
  const StewardSharedCredit *other;
  gboolean counts;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), STEWARD_STANDING_UNKNOWN);
  g_return_val_if_fail (day != NULL && from != NULL, STEWARD_STANDING_UNKNOWN);

  own = steward_project_get_credit (self);
  other = self->shared_credit;
  counts = other && (own->standing == STEWARD_STANDING_UNKNOWN ||
                     (own->day != STEWARD_DAY_NONE && other->day != STEWARD_DAY_NONE && own->day != other->day
                        ? other->day > own->day : other->standing == STEWARD_STANDING_BREACH));
  *from = counts ? other : NULL;
  *day = counts ? other->day : own->day;
  return counts ? other->standing : own->standing;
}
