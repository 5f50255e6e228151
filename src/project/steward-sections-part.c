/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-sections-private.h"

#include <string.h>

/* Which sections a box belongs to. Sets of sections are arrays of booleans in
 * the order of the directory. */
typedef struct
{
  const StewardSections *sections;
  gboolean              *has;
  gboolean               any;
} Owners;

static void
add_owner (Owners     *owners,
           const char *section)
{
  GPtrArray *list = owners->sections->list;

  for (guint i = 0; section != NULL && i < list->len; i++)
    {
      if (strcmp (((const StewardSection *) list->pdata[i])->id, section) != 0)
        continue;
      owners->has[i] = TRUE;
      owners->any = TRUE;
    }
}

/* What the pack says: with the item, or with the section. */
static void
add_owners_of_item (Owners            *owners,
                    const StewardItem *item)
{
  GPtrArray *named = steward_pack_get_sections (owners->sections->pack);

  add_owner (owners, item->section);
  for (guint i = 0; i < named->len; i++)
    {
      const StewardNamed *section = named->pdata[i];

      if (g_strv_contains ((const char * const *) section->items, item->id))
        add_owner (owners, section->id);
    }
}

/* What somebody assigned: the box itself, else its group. */
static gboolean
add_assigned (Owners             *owners,
              const char         *id,
              const StewardGroup *group)
{
  const char *section = g_hash_table_lookup (owners->sections->assigned, id);

  if (section == NULL)
    section = g_hash_table_lookup (owners->sections->assigned, group->id);
  add_owner (owners, section);
  return section != NULL;
}

static void
add_owners_of_item_box (Owners            *owners,
                        const StewardItem *item)
{
  const StewardBox *box = steward_pack_find_item_box (owners->sections->pack, item->id);

  if (box == NULL || !add_assigned (owners, box->id, box->group))
    add_owners_of_item (owners, item);
}

static gboolean
asks_for (const StewardItem     *item,
          const StewardMaterial *material)
{
  for (guint i = 0; i < item->materials->len; i++)
    {
      const StewardMaterial *other = item->materials->pdata[i];

      if (other == material)
        return TRUE;
    }
  return FALSE;
}

static void
add_owners_of_material (Owners                *owners,
                        const StewardMaterial *material)
{
  GPtrArray *items = steward_pack_get_items (owners->sections->pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = items->pdata[i];

      if (asks_for (item, material))
        add_owners_of_item_box (owners, item);
    }
}

/* Those with an item in the stage. */
static void
add_owners_of_stage (Owners             *owners,
                     const StewardStage *stage)
{
  GPtrArray *items = steward_pack_get_items (owners->sections->pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = items->pdata[i];

      if (item->stage == stage)
        add_owners_of_item_box (owners, item);
    }
}

static void
add_owners_of_labelled (Owners           *owners,
                        const StewardBox *box)
{
  if (add_assigned (owners, box->id, box->group))
    return;
  if (box->item != NULL)
    add_owners_of_item (owners, box->item);
  else if (box->material != NULL)
    add_owners_of_material (owners, box->material);
}

static void
add_owners_of_box (Owners           *owners,
                   const StewardBox *box)
{
  if (box->kind == STEWARD_BOX_ITEM || box->kind == STEWARD_BOX_MATERIAL)
    {
      add_owners_of_labelled (owners, box);
      return;
    }
  if (add_assigned (owners, box->id, box->group))
    return;
  for (guint i = 0; box->kind == STEWARD_BOX_BLANK && i < box->group->boxes->len; i++)
    {
      const StewardBox *other = box->group->boxes->pdata[i];

      if (other->kind != STEWARD_BOX_BLANK)
        add_owners_of_labelled (owners, other);
    }
  if (box->kind == STEWARD_BOX_FEE)
    add_owners_of_stage (owners, box->group->stage);
}

static void
owners_init (Owners                *owners,
             const StewardSections *sections)
{
  owners->sections = sections;
  owners->has = g_new0 (gboolean, sections->list->len + 1);
  owners->any = FALSE;
}

/* Ends with the section that takes the rest. (transfer container) */
static GPtrArray *
owners_finish (Owners *owners)
{
  GPtrArray *list = owners->sections->list;
  GPtrArray *ids = g_ptr_array_new ();

  if (!owners->any)
    add_owner (owners, owners->sections->rest);
  for (guint i = 0; i < list->len; i++)
    if (owners->has[i])
      g_ptr_array_add (ids, ((StewardSection *) list->pdata[i])->id);
  g_free (owners->has);
  return ids;
}

GPtrArray *
steward_sections_of_box (const StewardSections *self,
                         const StewardBox      *box)
{
  Owners owners;

  g_return_val_if_fail (self != NULL && box != NULL, NULL);

  owners_init (&owners, self);
  add_owners_of_box (&owners, box);
  return owners_finish (&owners);
}

GPtrArray *
steward_sections_of_text (const StewardSections *self,
                          const StewardGroup    *group)
{
  Owners owners;

  g_return_val_if_fail (self != NULL && group != NULL, NULL);

  owners_init (&owners, self);
  if (!add_assigned (&owners, group->id, group))
    add_owners_of_stage (&owners, group->stage);
  return owners_finish (&owners);
}

static gboolean
belongs (GPtrArray  *ids,
         const char *section)
{
  if (section == NULL)
    return ids->len == 0;
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (ids->pdata[i], section) == 0)
      return TRUE;
  return FALSE;
}

static void
add_group (StewardSectionPart    *part,
           const StewardSections *sections,
           StewardGroup          *group,
           const char            *section)
{
  for (guint i = 0; i < group->boxes->len; i++)
    {
      g_autoptr (GPtrArray) ids = steward_sections_of_box (sections, group->boxes->pdata[i]);

      if (belongs (ids, section))
        g_ptr_array_add (part->boxes, group->boxes->pdata[i]);
    }
  if (group->text)
    {
      g_autoptr (GPtrArray) ids = steward_sections_of_text (sections, group);

      if (belongs (ids, section))
        g_ptr_array_add (part->groups, group);
    }
}

StewardSectionPart *
steward_sections_get_part (const StewardSections *self,
                           const char            *section)
{
  StewardSectionPart *part;
  GPtrArray *parts;

  g_return_val_if_fail (self != NULL, NULL);

  part = g_new0 (StewardSectionPart, 1);
  part->boxes = g_ptr_array_new ();
  part->groups = g_ptr_array_new ();
  parts = steward_pack_get_parts (self->pack);
  for (guint p = 0; p < parts->len; p++)
    {
      GPtrArray *groups = ((StewardPart *) parts->pdata[p])->groups;

      for (guint g = 0; g < groups->len; g++)
        add_group (part, self, groups->pdata[g], section);
    }
  return part;
}

void
steward_section_part_free (StewardSectionPart *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->boxes);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

gboolean
steward_section_part_has (const StewardSectionPart *self,
                          const char               *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  for (guint i = 0; i < self->boxes->len; i++)
    if (strcmp (((const StewardBox *) self->boxes->pdata[i])->id, id) == 0)
      return TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    if (strcmp (((const StewardGroup *) self->groups->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}
