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

/* Among the cases of its item. */
static void
index_case (StewardProject *self,
            StewardCase    *handled)
{
  GPtrArray *cases = g_hash_table_lookup (self->case_index, handled->item);

  if (cases == NULL)
    {
      cases = g_ptr_array_new ();
      g_hash_table_insert (self->case_index, g_strdup (handled->item), cases);
    }
  steward_ordered_add (cases, handled, steward_case_compare);
}

static void
forget_case (StewardProject *self,
             StewardCase    *handled)
{
  GPtrArray *cases = g_hash_table_lookup (self->case_index, handled->item);

  steward_ordered_remove (cases, handled, steward_case_compare);
  if (cases->len == 0)
    g_hash_table_remove (self->case_index, handled->item);
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
  const GPtrArray *cases;
  const StewardCase *handled;
  const char *slash;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  cases = g_hash_table_lookup (self->case_index, item);
  if (cases)
    return cases->pdata[0];
  slash = strchr (item, '/');
  handled = slash ? steward_project_lookup_case (self, slash + 1) : NULL;
  if (handled == NULL || strlen (handled->item) != (gsize) (slash - item) ||
      strncmp (handled->item, item, slash - item) != 0)
    return NULL;
  return handled;
}

const GPtrArray *
steward_project_list_cases (StewardProject *self,
                            const char     *item)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  return g_hash_table_lookup (self->case_index, item);
}

char *
steward_case_make_row_id (const StewardCase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (self->item, "/", self->id, NULL);
}

const StewardCase *
steward_project_lookup_case (StewardProject *self,
                             const char     *id)
{
  return g_hash_table_lookup (self->case_ids, id);
}

void
steward_project_drop_case (StewardProject *self,
                           const char     *id)
{
  StewardCase *old = g_hash_table_lookup (self->case_ids, id);

  if (old == NULL)
    return;
  g_hash_table_remove (self->case_ids, id);
  forget_case (self, old);
  steward_ordered_remove (self->cases, old, steward_case_compare);
}

void
steward_project_take_case (StewardProject *self,
                           StewardCase    *handled)
{
  steward_project_drop_case (self, handled->id);
  steward_ordered_add (self->cases, handled, steward_case_compare);
  g_hash_table_insert (self->case_ids, handled->id, handled);
  index_case (self, handled);
}

static guint
next_position (StewardProject *self)
{
  const GPtrArray *cases = self->cases;

  if (cases->len == 0)
    return 1;
  return MIN (((StewardCase *) cases->pdata[cases->len - 1])->position + 1, STEWARD_POSITION_MAX);
}

void
steward_project_put_case (StewardProject    *self,
                          const StewardCase *template_case)
{
  const StewardCase *old;
  StewardCase *copy;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (template_case != NULL && template_case->id != NULL && *template_case->id != '\0');
  g_return_if_fail (can_be_handled (self, template_case->item));

  old = steward_project_lookup_case (self, template_case->id);
  g_return_if_fail (old != NULL || self->cases->len < STEWARD_PROJECT_MAX_CASES);
  copy = steward_case_copy (template_case);
  copy->position = old ? old->position : next_position (self);
  steward_project_take_case (self, copy);
  steward_project_emit_piece (self, STEWARD_PIECE_CASE, copy->id);
  steward_project_emit_changed (self, STEWARD_CHANGE_CASES);
}

void
steward_project_remove_case (StewardProject *self,
                             const char     *id)
{
  g_autofree char *key = NULL;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (id != NULL);

  if (steward_project_lookup_case (self, id) == NULL)
    return;
  /* The id may be that of the case itself. */
  key = g_strdup (id);
  steward_project_drop_case (self, key);
  steward_project_emit_piece (self, STEWARD_PIECE_CASE, key);
  steward_project_emit_changed (self, STEWARD_CHANGE_CASES);
}
