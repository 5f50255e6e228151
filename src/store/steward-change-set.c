/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-changes-private.h"

/* A set is handed out as its first member: the index is nobody else's. */
typedef struct
{
  StewardChangeSet  set;
  GHashTable       *index;   /* StewardPieceChange by address, borrowed */
} IndexedSet;

guint
steward_piece_change_hash (gconstpointer data)
{
  const StewardPieceChange *change = data;

  return g_str_hash (change->key) * STEWARD_N_PIECES + change->kind;
}

gboolean
steward_piece_change_is_same_piece (gconstpointer a,
                                    gconstpointer b)
{
  const StewardPieceChange *first = a, *second = b;

  return first->kind == second->kind && g_str_equal (first->key, second->key);
}

StewardPieceChange *
steward_piece_change_new (StewardPieceKind  kind,
                          const char       *key,
                          GVariant         *before,
                          GVariant         *after)
{
  StewardPieceChange *change = g_new0 (StewardPieceChange, 1);

  change->kind = kind;
  change->key = g_strdup (key);
  change->before = before ? g_variant_ref_sink (before) : NULL;
  change->after = after ? g_variant_ref_sink (after) : NULL;
  return change;
}

void
steward_piece_change_free (StewardPieceChange *change)
{
  if (change == NULL)
    return;

  g_clear_pointer (&change->before, g_variant_unref);
  g_clear_pointer (&change->after, g_variant_unref);
  g_free (change->key);
  g_free (change);
}

gboolean
steward_piece_values_equal (GVariant *a,
                            GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_variant_equal (a, b);
}

StewardChangeSet *
steward_change_set_new (const char *project,
                        const char *actor,
                        const char *label,
                        gint64      base)
{
  IndexedSet *self;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_new0 (IndexedSet, 1);
  self->set.project = g_strdup (project);
  self->set.actor = g_utf8_make_valid (actor ? actor : "", -1);
  self->set.label = g_utf8_make_valid (label ? label : "", -1);
  self->set.base = base;
  self->set.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_piece_change_free);
  self->index = g_hash_table_new (steward_piece_change_hash, steward_piece_change_is_same_piece);
  return &self->set;
}

void
steward_change_set_free (StewardChangeSet *self)
{
  IndexedSet *whole = (IndexedSet *) self;

  if (self == NULL)
    return;

  g_hash_table_unref (whole->index);
  g_ptr_array_unref (self->changes);
  g_free (self->project);
  g_free (self->actor);
  g_free (self->label);
  g_free (whole);
}

/* The value from before the first change and that after the last one are what
 * counts; a piece that came back to what it was is no change. */
static void
fold (IndexedSet         *self,
      StewardPieceChange *earlier,
      GVariant           *after)
{
  g_clear_pointer (&earlier->after, g_variant_unref);
  earlier->after = after ? g_variant_ref (after) : NULL;
  if (!steward_piece_values_equal (earlier->before, earlier->after))
    return;
  g_hash_table_remove (self->index, earlier);
  g_ptr_array_remove (self->set.changes, earlier);
}

void
steward_change_set_add (StewardChangeSet *self,
                        StewardPieceKind  kind,
                        const char       *key,
                        GVariant         *before,
                        GVariant         *after)
{
  IndexedSet *whole = (IndexedSet *) self;
  StewardPieceChange *change, *earlier;

  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) kind < STEWARD_N_PIECES);
  g_return_if_fail (key != NULL);

  change = steward_piece_change_new (kind, key, before, after);
  earlier = g_hash_table_lookup (whole->index, change);
  if (earlier)
    fold (whole, earlier, change->after);
  else if (!steward_piece_values_equal (change->before, change->after))
    {
      g_hash_table_add (whole->index, change);
      g_ptr_array_add (self->changes, g_steal_pointer (&change));
    }
  g_clear_pointer (&change, steward_piece_change_free);
}

StewardChangeSet *
steward_change_set_create (StewardProject *project,
                           const char     *actor,
                           const char     *label)
{
  g_autoptr(GPtrArray) pieces = NULL;
  StewardChangeSet *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  self = steward_change_set_new (steward_project_get_id (project), actor, label, 0);
  pieces = steward_project_list_pieces (project);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      steward_change_set_add (self, piece->kind, piece->key, NULL, piece->value);
    }
  return self;
}

StewardChangeSet *
steward_change_set_compare (StewardProject *before,
                            StewardProject *after,
                            const char     *actor,
                            const char     *label,
                            gint64          base)
{
  g_autoptr(GPtrArray) old = NULL, new = NULL;
  StewardChangeSet *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (before), NULL);
  g_return_val_if_fail (STEWARD_IS_PROJECT (after), NULL);

  self = steward_change_set_new (steward_project_get_id (before), actor, label, base);
  old = steward_project_list_pieces (before);
  new = steward_project_list_pieces (after);
  for (guint i = 0; i < old->len; i++)
    {
      const StewardPiece *piece = old->pdata[i];
      g_autoptr(GVariant) value = steward_project_get_piece (after, piece->kind, piece->key);

      steward_change_set_add (self, piece->kind, piece->key, piece->value, value);
    }
  for (guint i = 0; i < new->len; i++)
    {
      const StewardPiece *piece = new->pdata[i];
      g_autoptr(GVariant) value = steward_project_get_piece (before, piece->kind, piece->key);

      if (value == NULL)
        steward_change_set_add (self, piece->kind, piece->key, NULL, piece->value);
    }
  return self;
}
