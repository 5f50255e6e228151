/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-baseline.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-words-private.h"

gboolean
steward_baseline_is_possible (const StewardEdition *edition)
{
  g_autoptr (StewardFrozenPlan) plan = NULL;

  g_return_val_if_fail (edition != NULL, FALSE);

  plan = steward_frozen_plan_parse (edition->content, NULL);
  return plan != NULL && plan->dated;
}

StewardBaseline *
steward_baseline_new (StewardProject  *project,
                      guint            number,
                      GError         **error)
{
  g_autoptr (StewardBaseline) self = NULL;
  const StewardEdition *edition;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  edition = steward_project_get_edition (project, number);
  if (edition == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no edition %u of the plan."), number);
      return NULL;
    }
  self = g_new0 (StewardBaseline, 1);
  self->number = number;
  self->name = g_strdup_printf (W_EDITION_F, number);
  self->plan = steward_frozen_plan_parse (edition->content, error);
  if (self->plan == NULL)
    return NULL;
  if (!self->plan->dated)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID,
                   _("Edition %u of the plan was issued without dates; there is nothing to compare with."), number);
      return NULL;
    }
  self->rows = g_new0 (StewardBaselineRow, self->plan->things->len);
  for (guint i = 0; i < self->plan->things->len; i++)
    {
      const StewardFrozenThing *thing = g_ptr_array_index (self->plan->things, i);
      StewardBaselineRow *row = &self->rows[self->n_rows];

      if (steward_frozen_thing_get_dates (thing, &row->start, &row->finish))
        {
          row->id = thing->id;
          self->n_rows++;
        }
    }
  return g_steal_pointer (&self);
}

void
steward_baseline_free (StewardBaseline *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->rows);
  g_clear_pointer (&self->plan, steward_frozen_plan_free);
  g_free (self);
}

void
steward_baseline_apply (const StewardBaseline  *self,
                        StewardTimelineOptions *options)
{
  g_return_if_fail (options != NULL);

  options->issued = self != NULL ? self->rows : NULL;
  options->n_issued = self != NULL ? self->n_rows : 0;
  options->issued_name = self != NULL ? self->name : NULL;
}
