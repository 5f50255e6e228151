/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-move-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-project-private.h"

/* The first blank slot of @kind in the new stage @stage. (nullable) */
static const StewardBox *
find_slot (const StewardMove *self,
           StewardGroupKind   kind,
           const char        *stage)
{
  GPtrArray *parts = steward_pack_get_parts (steward_move_get_new (self));

  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; strcmp (part->stage->id, stage) == 0 && j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; group->kind == kind && k < group->boxes->len; k++)
            {
              const StewardBox *box = group->boxes->pdata[k];

              if (box->kind == STEWARD_BOX_BLANK)
                return box;
            }
        }
    }
  return NULL;
}

static guint
find_last_position (StewardProject *project)
{
  GPtrArray *rows = steward_project_get_rows (project);
  guint last = 0;

  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, ((const StewardRow *) rows->pdata[i])->position);
  return last;
}

/* An id that neither the project nor what became of it so far uses. */
static char *
make_row_id (const StewardMove *self,
             const StewardBox  *slot)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s#%u", slot->id, i);

      if (steward_project_find_row (self->project, id) == NULL && steward_project_find_row (self->moved, id) == NULL)
        return g_steal_pointer (&id);
    }
}

static GVariant *
new_row (const StewardMove *self,
         const StewardBox  *slot,
         const char        *text,
         const char        *by,
         const char        *at,
         int                limit)
{
  guint position = MAX (find_last_position (self->project), find_last_position (self->moved)) + 1;

  return g_variant_new ("(ussssi)", position, slot->id, text, by, at,
                        slot->group->kind == STEWARD_GROUP_ITEMS ? limit : -1);
}

static void
note_blocked (StewardMove        *self,
              const StewardPiece *piece,
              const char         *name)
{
  steward_move_note (self, STEWARD_MOVE_BLOCKED, piece->kind, piece->key,
                     g_strdup_printf (_("“%s” is not in the new rules, and its stage has no blank slot for it."), name));
}

gboolean
steward_move_has_slot (const StewardMove *self,
                       StewardGroupKind   group_kind,
                       const char        *stage)
{
  const char *now = steward_move_map_stage (self, stage);

  return now != NULL && find_slot (self, group_kind, now) != NULL;
}

gboolean
steward_move_keep (StewardMove        *self,
                   const StewardPiece *piece,
                   StewardGroupKind    group_kind,
                   const char         *stage,
                   const char         *id,
                   const char         *name,
                   const char         *by,
                   const char         *at,
                   int                 limit)
{
  const char *now = steward_move_map_stage (self, stage);
  const StewardBox *slot = now != NULL ? find_slot (self, group_kind, now) : NULL;
  g_autofree char *row = slot != NULL ? make_row_id (self, slot) : NULL;

  if (slot == NULL || !steward_move_put (self, STEWARD_PIECE_ROW, row, new_row (self, slot, name, by, at, limit)))
    {
      note_blocked (self, piece, name);
      return FALSE;
    }
  if (id != NULL)
    g_hash_table_replace (group_kind == STEWARD_GROUP_ITEMS ? self->ids : self->materials, g_strdup (id), g_strdup (row));
  steward_move_note (self, STEWARD_MOVE_KEPT, piece->kind, piece->key,
                     g_strdup_printf (_("“%s” is not in the new rules; it is kept as a typed row."), name));
  return TRUE;
}

/* The same item, the same material, or the same fee of the same stage. */
static gboolean
stands_for_the_same (const StewardMove *self,
                     const StewardBox  *old,
                     const StewardBox  *box)
{
  if (old->kind != box->kind)
    return FALSE;
  switch (old->kind)
    {
    case STEWARD_BOX_ITEM:
      return strcmp (old->item->id, box->item->id) == 0;
    case STEWARD_BOX_MATERIAL:
      return strcmp (old->material->id, box->material->id) == 0;
    case STEWARD_BOX_FEE:
      return strcmp (old->label, box->label) == 0 &&
             g_strcmp0 (steward_move_map_stage (self, old->group->stage->id), box->group->stage->id) == 0;
    case STEWARD_BOX_BLANK:
    default:
      return FALSE;
    }
}

/* Prefers the box of the same id, since a material may have several. */
static const StewardBox *
find_same (const StewardMove *self,
           const StewardBox  *old)
{
  GPtrArray *parts = steward_pack_get_parts (steward_move_get_new (self));
  const StewardBox *same = steward_pack_find_box (steward_move_get_new (self), old->id);

  if (same != NULL && stands_for_the_same (self, old, same))
    return same;
  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = parts->pdata[i];

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = part->groups->pdata[j];

          for (guint k = 0; k < group->boxes->len; k++)
            if (stands_for_the_same (self, old, group->boxes->pdata[k]))
              return group->boxes->pdata[k];
        }
    }
  return NULL;
}

static StewardGroupKind
get_group_kind (const StewardBox *box)
{
  if (box->kind == STEWARD_BOX_ITEM)
    return STEWARD_GROUP_ITEMS;
  return box->kind == STEWARD_BOX_MATERIAL ? STEWARD_GROUP_MATERIALS : STEWARD_GROUP_FEES;
}

void
steward_move_tick (StewardMove        *self,
                   const StewardPiece *piece)
{
  const StewardBox *old = steward_pack_find_box (steward_move_get_old (self), piece->key);
  const StewardBox *same = find_same (self, old);
  const char *by, *at;
  gboolean on;

  /* A tick of the same box that is there already goes before. */
  if (same != NULL && strcmp (same->id, old->id) != 0 &&
      (steward_project_get_tick (self->project, same->id) || steward_project_get_tick (self->moved, same->id)))
    return;
  if (same != NULL && steward_move_put (self, STEWARD_PIECE_TICK, same->id, piece->value))
    return;
  g_variant_get (piece->value, "(b&s&s)", &on, &by, &at);
  if (!on)
    steward_move_note (self, STEWARD_MOVE_DROPPED, piece->kind, piece->key,
                       g_strdup_printf (_("“%s” is not in the new rules; it was decided against."), old->label));
  else
    steward_move_keep (self, piece, get_group_kind (old), old->group->stage->id,
                       old->item != NULL ? old->item->id : old->material != NULL ? old->material->id : NULL, old->label, by, at,
                       old->item != NULL ? old->item->limit : -1);
}

void
steward_move_row (StewardMove        *self,
                  const StewardPiece *piece)
{
  const char *box, *text, *by, *at;
  const StewardBox *old, *slot;
  const char *stage;
  g_autofree char *id = NULL;
  guint position;
  int limit;

  g_variant_get (piece->value, "(u&s&s&s&si)", &position, &box, &text, &by, &at, &limit);
  old = steward_pack_find_box (steward_move_get_old (self), box);
  slot = steward_pack_find_box (steward_move_get_new (self), box);
  if (slot != NULL && slot->kind == STEWARD_BOX_BLANK && slot->group->kind == old->group->kind &&
      steward_move_put (self, piece->kind, piece->key, piece->value))
    return;
  stage = steward_move_map_stage (self, old->group->stage->id);
  slot = stage != NULL ? find_slot (self, old->group->kind, stage) : NULL;
  id = slot != NULL ? make_row_id (self, slot) : NULL;
  if (slot == NULL || !steward_move_put (self, piece->kind, id, g_variant_new ("(ussssi)", position, slot->id, text, by,
                                                                              at, limit)))
    {
      note_blocked (self, piece, text);
      return;
    }
  g_hash_table_replace (self->ids, g_strdup (piece->key), g_steal_pointer (&id));
  steward_move_note (self, STEWARD_MOVE_MOVED, piece->kind, piece->key,
                     g_strdup_printf (_("“%s” moves to another blank slot of its stage."), text));
}
