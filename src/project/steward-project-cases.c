/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

/* What a case may handle: an item of the pack, or a row of an item group. */
static gboolean
can_be_handled (StewardProject *self,
                const char     *item)
{
  const StewardRow *row;
  const StewardBox *box;

  if (steward_pack_find_item (self->pack, item))
    return TRUE;
  row = steward_project_find_row (self, item);
  box = row ? steward_pack_find_box (self->pack, row->box) : NULL;
  return box && box->group->kind == STEWARD_GROUP_ITEMS;
}

/* Points the index at the first case of @item that is left. */
static void
index_item (StewardProject *self,
            const char     *item)
{
  g_autofree char *key = g_strdup (item);

  g_hash_table_remove (self->case_index, key);
  for (guint i = 0; i < self->cases->len; i++)
    {
      StewardCase *other = self->cases->pdata[i];

      if (strcmp (other->item, key) == 0)
        {
          g_hash_table_insert (self->case_index, other->item, other);
          return;
        }
    }
}

GPtrArray *
steward_project_get_cases (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->cases;
}

const StewardCase *
steward_project_find_case (StewardProject *self,
                           const char     *item)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  return g_hash_table_lookup (self->case_index, item);
}

static void
replace_case (StewardProject *self,
              StewardCase    *old,
              StewardCase    *copy)
{
  g_autofree char *old_item = g_strdup (old->item);
  guint at = 0;

  g_ptr_array_find (self->cases, old, &at);
  g_hash_table_remove (self->case_ids, old->id);
  g_hash_table_remove (self->case_index, old->item);
  self->cases->pdata[at] = copy;
  steward_case_free (old);
  g_hash_table_insert (self->case_ids, copy->id, copy);
  index_item (self, old_item);
  index_item (self, copy->item);
}

void
steward_project_put_case (StewardProject    *self,
                          const StewardCase *template_case)
{
  StewardCase *old, *copy;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (template_case != NULL && template_case->id != NULL && *template_case->id != '\0');
  g_return_if_fail (can_be_handled (self, template_case->item));

  old = g_hash_table_lookup (self->case_ids, template_case->id);
  g_return_if_fail (old != NULL || self->cases->len < STEWARD_PROJECT_MAX_CASES);
  copy = steward_case_copy (template_case);
  if (old)
    {
      replace_case (self, old, copy);
    }
  else
    {
      g_ptr_array_add (self->cases, copy);
      g_hash_table_insert (self->case_ids, copy->id, copy);
      if (!g_hash_table_contains (self->case_index, copy->item))
        g_hash_table_insert (self->case_index, copy->item, copy);
    }
  steward_project_emit_changed (self, STEWARD_CHANGE_CASES);
}

void
steward_project_remove_case (StewardProject *self,
                             const char     *id)
{
  g_autofree char *item = NULL;
  StewardCase *old;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (id != NULL);

  old = g_hash_table_lookup (self->case_ids, id);
  if (old == NULL)
    return;
  item = g_strdup (old->item);
  g_hash_table_remove (self->case_ids, old->id);
  g_hash_table_remove (self->case_index, old->item);
  g_ptr_array_remove (self->cases, old);
  index_item (self, item);
  steward_project_emit_changed (self, STEWARD_CHANGE_CASES);
}
