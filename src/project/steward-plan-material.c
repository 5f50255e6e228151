/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-private.h"

#include <string.h>

/* Papers met so far, by the key they share and by their name: what somebody
 * typed under the name of a ticked paper is that paper. */
typedef struct
{
  StewardPlan *plan;
  GHashTable  *by_key;
  GHashTable  *by_name;
} Papers;

void
steward_plan_material_free (StewardPlanMaterial *material)
{
  g_ptr_array_unref (material->stages);
  g_ptr_array_unref (material->used_in);
  g_free (material);
}

static const char *
key_of (const StewardMaterial *material)
{
  return material->same_as ? material->same_as : material->id;
}

/* The sealed original serves where a copy would do, not the other way. */
static StewardMaterialForm
stricter (StewardMaterialForm a,
          StewardMaterialForm b)
{
  if (a == STEWARD_FORM_NOT_STATED || b == STEWARD_FORM_NOT_STATED)
    return MAX (a, b);
  return MIN (a, b);
}

/* The items are few and a paper is used by a handful: a scan per paper. */
static void
collect_users (const StewardPlan   *plan,
               StewardPlanMaterial *paper)
{
  const char *key = key_of (paper->material);

  for (guint i = 0; i < plan->items->len; i++)
    {
      StewardPlanItem *item = plan->items->pdata[i];

      for (guint j = 0; item->item && j < item->item->materials->len; j++)
        {
          if (strcmp (key_of (item->item->materials->pdata[j]), key) == 0)
            {
              g_ptr_array_add (paper->used_in, item);
              break;
            }
        }
    }
}

static StewardPlanMaterial *
add_paper (Papers                *papers,
           const StewardGroup    *group,
           const char            *id,
           const char            *name)
{
  StewardPlanMaterial *paper = g_new0 (StewardPlanMaterial, 1);
  StewardPlanStage *stage = steward_plan_find_stage (papers->plan, group->stage);

  g_assert (stage != NULL);

  paper->id = id;
  paper->name = name;
  paper->group = group;
  paper->first_stage = stage->stage;
  paper->stages = g_ptr_array_new ();
  paper->used_in = g_ptr_array_new ();
  g_ptr_array_add (papers->plan->materials, paper);
  g_ptr_array_add (stage->materials, paper);
  g_hash_table_insert (papers->by_name, (gpointer) name, paper);
  return paper;
}

static void
use_paper (Papers              *papers,
           StewardPlanMaterial *paper,
           const StewardGroup  *group,
           StewardMaterialForm  form)
{
  StewardPlanStage *stage = steward_plan_find_stage (papers->plan, group->stage);

  g_assert (stage != NULL);

  if (!g_ptr_array_find (paper->stages, (gpointer) stage->stage, NULL))
    g_ptr_array_add (paper->stages, (gpointer) stage->stage);
  paper->form = stricter (paper->form, form);
}

static void
add_ticked (Papers           *papers,
            const StewardBox *box,
            gboolean          supplement)
{
  const StewardMaterial *material = box->material;
  StewardPlanMaterial *paper = g_hash_table_lookup (papers->by_key, key_of (material));

  if (paper == NULL)
    {
      paper = g_hash_table_lookup (papers->by_name, material->name);
      if (paper && paper->material)
        paper = NULL;
      if (paper == NULL)
        paper = add_paper (papers, box->group, material->id, material->name);
      paper->material = material;
      paper->row = NULL;
      paper->id = material->id;
      paper->supplement = supplement || material->supplement;
      collect_users (papers->plan, paper);
      g_hash_table_insert (papers->by_key, (gpointer) key_of (material), paper);
    }
  use_paper (papers, paper, box->group,
             material->form != STEWARD_FORM_NOT_STATED ? material->form : box->group->form);
}

static void
add_typed (Papers             *papers,
           const StewardGroup *group,
           const StewardRow   *row,
           gboolean            supplement)
{
  StewardPlanMaterial *paper = g_hash_table_lookup (papers->by_name, row->text);

  if (paper == NULL)
    {
      paper = add_paper (papers, group, row->id, row->text);
      paper->row = row;
      paper->supplement = supplement;
    }
  use_paper (papers, paper, group, group->form);
}

static void
collect_group (Papers             *papers,
               const StewardGroup *group,
               gboolean            supplement)
{
  StewardProject *project = papers->plan->project;
  GPtrArray *rows = steward_project_get_rows (project);

  for (guint i = 0; i < group->boxes->len; i++)
    {
      const StewardBox *box = group->boxes->pdata[i];

      if (box->kind == STEWARD_BOX_MATERIAL && steward_project_is_ticked (project, box->id))
        add_ticked (papers, box, supplement);
      for (guint j = 0; box->kind == STEWARD_BOX_BLANK && j < rows->len; j++)
        {
          const StewardRow *row = rows->pdata[j];

          if (strcmp (row->box, box->id) == 0)
            add_typed (papers, group, row, supplement);
        }
    }
}

/* Stage by stage, so that a paper stands in the first stage that asks. */
static void
collect_stage (Papers             *papers,
               const StewardStage *stage)
{
  GPtrArray *parts = steward_pack_get_parts (papers->plan->pack);

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      if (part->stage->number != stage->number)
        continue;
      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          if (group->kind == STEWARD_GROUP_MATERIALS)
            collect_group (papers, group, part->supplement);
        }
    }
}

void
steward_plan_collect_materials (StewardPlan *self)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  Papers papers = { self, by_key, by_name };

  for (guint i = 0; i < self->stages->len; i++)
    collect_stage (&papers, ((StewardPlanStage *) self->stages->pdata[i])->stage);
}
