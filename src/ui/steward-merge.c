/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-merge.h"

static gboolean
same_value (GVariant *one,
            GVariant *other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return g_variant_equal (one, other);
}

static const StewardPieceChange *
find_change (GPtrArray        *changes,
             StewardPieceKind  kind,
             const char       *key)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (changes, i);

      if (change->kind == kind && g_str_equal (change->key, key))
        return change;
    }

  return NULL;
}

void
steward_conflict_free (gpointer data)
{
  StewardConflict *conflict = data;

  g_free (conflict->key);
  g_clear_pointer (&conflict->mine, g_variant_unref);
  g_clear_pointer (&conflict->theirs, g_variant_unref);
  g_free (conflict);
}

void
steward_merge_add (StewardChangeSet *set,
                   GPtrArray        *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (changes, i);

      steward_change_set_add (set, change->kind, change->key, change->before, change->after);
    }
}

StewardChangeSet *
steward_merge_copy (const StewardChangeSet *set)
{
  StewardChangeSet *copy = steward_change_set_new (set->project, set->actor, set->label, set->base);

  steward_merge_add (copy, set->changes);

  return copy;
}

gboolean
steward_merge_collides (const StewardChangeSet *mine,
                        GPtrArray              *changes)
{
  for (guint i = 0; mine != NULL && i < changes->len; i++)
    {
      const StewardPieceChange *theirs = g_ptr_array_index (changes, i);

      if (find_change (mine->changes, theirs->kind, theirs->key) != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
steward_merge_takes_away (GPtrArray *changes)
{
  /* Without its record a project is not there. */
  const StewardPieceChange *record = find_change (changes, STEWARD_PIECE_RECORD, "");

  return record != NULL && record->after == NULL;
}

static StewardConflict *
conflict_new (const StewardPieceChange *change,
              GVariant                 *theirs)
{
  StewardConflict *conflict = g_new0 (StewardConflict, 1);

  conflict->kind = change->kind;
  conflict->key = g_strdup (change->key);
  conflict->mine = change->after != NULL ? g_variant_ref (change->after) : NULL;
  conflict->theirs = theirs != NULL ? g_variant_ref (theirs) : NULL;

  return conflict;
}

void
steward_merge_sort (StewardChangeSet **mine,
                    StewardProject    *stored,
                    gint64             version,
                    GPtrArray         *conflicts)
{
  g_autoptr (StewardChangeSet) old = g_steal_pointer (mine);
  g_autoptr (StewardChangeSet) keep = NULL;

  if (old == NULL)
    return;

  keep = steward_change_set_new (old->project, old->actor, old->label, version);
  for (guint i = 0; i < old->changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (old->changes, i);
      g_autoptr (GVariant) theirs = steward_project_get_piece (stored, change->kind, change->key);

      if (same_value (theirs, change->after))
        continue;
      if (same_value (theirs, change->before))
        steward_change_set_add (keep, change->kind, change->key, change->before, change->after);
      else
        g_ptr_array_add (conflicts, conflict_new (change, theirs));
    }
  if (keep->changes->len > 0)
    *mine = g_steal_pointer (&keep);
}

GPtrArray *
steward_merge_follow (StewardProject         *project,
                      StewardProject         *stored,
                      const StewardChangeSet *mine)
{
  g_autoptr (StewardChangeSet) way = steward_change_set_compare (project, stored, "", "", 0);
  g_autoptr (StewardChangeSet) rest = steward_change_set_new (way->project, "", "", 0);

  for (guint i = 0; i < way->changes->len; i++)
    {
      const StewardPieceChange *change = g_ptr_array_index (way->changes, i);

      if (mine == NULL || find_change (mine->changes, change->kind, change->key) == NULL)
        steward_change_set_add (rest, change->kind, change->key, change->before, change->after);
    }

  return g_ptr_array_ref (rest->changes);
}

GPtrArray *
steward_merge_give_way (StewardChangeSet **mine,
                        StewardProject    *project,
                        GPtrArray         *conflicts)
{
  g_autoptr (StewardChangeSet) old = NULL, keep = NULL, back = NULL;
  const StewardPieceChange *change;
  StewardPieceKind kind;
  const char *key, *row;

  if (*mine == NULL || steward_project_check_references (project, &kind, &key, &row))
    return NULL;
  change = find_change ((*mine)->changes, kind, key);
  if (change == NULL)
    change = find_change ((*mine)->changes, STEWARD_PIECE_ROW, row);
  if (change == NULL)
    return NULL;

  old = g_steal_pointer (mine);
  keep = steward_change_set_new (old->project, old->actor, old->label, old->base);
  for (guint i = 0; i < old->changes->len; i++)
    {
      const StewardPieceChange *other = g_ptr_array_index (old->changes, i);

      if (other != change)
        steward_change_set_add (keep, other->kind, other->key, other->before, other->after);
    }
  if (keep->changes->len > 0)
    *mine = g_steal_pointer (&keep);
  g_ptr_array_add (conflicts, conflict_new (change, change->before));
  back = steward_change_set_new (old->project, "", "", old->base);
  steward_change_set_add (back, change->kind, change->key, change->after, change->before);

  return g_ptr_array_ref (back->changes);
}
