/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-frozen-plan.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-edition.h"
#include "steward-error.h"

static void
difference_free (StewardPlanDifference *difference)
{
  g_free (difference->id);
  g_free (difference->name);
  g_free (difference->stage);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/* Kind and id of a thing, to look it up by. (transfer full) */
static char *
make_key (StewardFrozenKind  kind,
          const char        *id)
{
  return g_strdup_printf ("%u %s", (guint) kind, id);
}

/* (element-type utf8 StewardFrozenThing) */
static GHashTable *
index_things (const StewardFrozenPlan *plan)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < plan->things->len; i++)
    {
      StewardFrozenThing *thing = plan->things->pdata[i];

      g_hash_table_insert (index, make_key (thing->kind, thing->id), thing);
    }
  return index;
}

static const StewardFrozenThing *
look_up (GHashTable               *index,
         const StewardFrozenThing *thing)
{
  g_autofree char *key = make_key (thing->kind, thing->id);

  return g_hash_table_lookup (index, key);
}

const StewardFrozenThing *
steward_frozen_plan_find (const StewardFrozenPlan *self,
                          StewardFrozenKind        kind,
                          const char              *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->things->len; i++)
    {
      const StewardFrozenThing *thing = self->things->pdata[i];

      if (thing->kind == kind && strcmp (thing->id, id) == 0)
        return thing;
    }
  return NULL;
}

/* @thing: as it is in the newer plan, else in the older. */
static void
add (GPtrArray                *differences,
     const StewardFrozenThing *thing,
     StewardFrozenField        field,
     const char               *before,
     const char               *after)
{
  StewardPlanDifference *difference = g_new0 (StewardPlanDifference, 1);

  difference->kind = thing->kind;
  difference->id = g_strdup (thing->id);
  difference->name = g_strdup (thing->fields[STEWARD_FROZEN_NAME]);
  difference->stage = g_strdup (thing->kind == STEWARD_FROZEN_STAGE ? thing->id : thing->fields[STEWARD_FROZEN_OF]);
  difference->field = field;
  difference->before = g_strdup (before);
  difference->after = g_strdup (after);
  g_ptr_array_add (differences, difference);
}

static void
compare_fields (GPtrArray                *differences,
                gboolean                  dated,
                const StewardFrozenThing *before,
                const StewardFrozenThing *after)
{
  for (guint i = 0; i < STEWARD_N_FROZEN_FIELDS; i++)
    {
      if ((dated || i != STEWARD_FROZEN_DATES) && g_strcmp0 (before->fields[i], after->fields[i]) != 0)
        add (differences, after, i, before->fields[i], after->fields[i]);
    }
}

GPtrArray *
steward_frozen_plan_compare (const StewardFrozenPlan *older,
                             const StewardFrozenPlan *newer)
{
  g_autoptr (GHashTable) old = NULL, new = NULL;
  GPtrArray *differences;
  gboolean dated;

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);

  /* What only one of them can say is no difference. */
  dated = older->dated && newer->dated;
  old = index_things (older);
  new = index_things (newer);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  for (guint i = 0; i < newer->things->len; i++)
    {
      const StewardFrozenThing *after = newer->things->pdata[i], *before = look_up (old, after);

      if (!dated && after->kind == STEWARD_FROZEN_ACTIVITY)
        continue;
      if (before)
        compare_fields (differences, dated, before, after);
      else
        add (differences, after, STEWARD_FROZEN_NAME, NULL, after->fields[STEWARD_FROZEN_NAME]);
    }
  for (guint i = 0; i < older->things->len; i++)
    {
      const StewardFrozenThing *before = older->things->pdata[i];

      if (look_up (new, before) == NULL && (dated || before->kind != STEWARD_FROZEN_ACTIVITY))
        add (differences, before, STEWARD_FROZEN_NAME, before->fields[STEWARD_FROZEN_NAME], NULL);
    }
  return differences;
}

static StewardFrozenPlan *
read_edition (StewardProject  *project,
              guint            number,
              GError         **error)
{
  const StewardEdition *edition = steward_project_get_edition (project, number);

  if (edition)
    return steward_frozen_plan_parse (edition->content, error);
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("There is no edition %u of the plan."), number);
  return NULL;
}

GPtrArray *
steward_project_compare_editions (StewardProject  *project,
                                  guint            older,
                                  guint            newer,
                                  GError         **error)
{
  g_autoptr (StewardFrozenPlan) before = NULL, after = NULL;
  g_autoptr (StewardPlan) plan = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  before = read_edition (project, older, error);
  if (before == NULL)
    return NULL;
  plan = newer == 0 ? steward_plan_new (project) : NULL;
  after = plan ? steward_frozen_plan_new (plan) : read_edition (project, newer, error);
  return after ? steward_frozen_plan_compare (before, after) : NULL;
}
