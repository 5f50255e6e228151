/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-changes-private.h"

struct _StewardRecorder
{
  GObject         parent_instance;
  StewardProject *project;
  gint64          version;
  GHashTable     *known;       /* StewardPieceChange, whose `after` is the value last taken or received */
  GHashTable     *touched;     /* StewardPieceChange without values: what may have changed since */
  gboolean        receiving;
};

G_DEFINE_FINAL_TYPE (StewardRecorder, steward_recorder, G_TYPE_OBJECT)

static void
steward_recorder_dispose (GObject *object)
{
  StewardRecorder *self = STEWARD_RECORDER (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);

  G_OBJECT_CLASS (steward_recorder_parent_class)->dispose (object);
}

static void
steward_recorder_class_init (StewardRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_recorder_dispose;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (steward_piece_change_hash, steward_piece_change_is_same_piece,
                                (GDestroyNotify) steward_piece_change_free, NULL);
}

static void
steward_recorder_init (StewardRecorder *self)
{
  self->known = new_table ();
  self->touched = new_table ();
}

static GVariant *
get_known (StewardRecorder          *self,
           const StewardPieceChange *piece)
{
  const StewardPieceChange *known = g_hash_table_lookup (self->known, piece);

  return known ? known->after : NULL;
}

static void
set_known (StewardRecorder  *self,
           StewardPieceKind  kind,
           const char       *key,
           GVariant         *value)
{
  StewardPieceChange *piece = steward_piece_change_new (kind, key, NULL, value);

  if (value)
    {
      g_hash_table_replace (self->known, piece, piece);
      return;
    }
  g_hash_table_remove (self->known, piece);
  steward_piece_change_free (piece);
}

static void
piece_changed_cb (StewardRecorder *self,
                  guint            kind,
                  const char      *key)
{
  if (!self->receiving)
    g_hash_table_add (self->touched, steward_piece_change_new (kind, key, NULL, NULL));
}

StewardRecorder *
steward_recorder_new (StewardProject *project,
                      gint64          version)
{
  g_autoptr(GPtrArray) pieces = NULL;
  StewardRecorder *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);

  self = g_object_new (STEWARD_TYPE_RECORDER, NULL);
  self->project = g_object_ref (project);
  self->version = version;
  pieces = steward_project_list_pieces (project);
  for (guint i = 0; i < pieces->len; i++)
    {
      const StewardPiece *piece = pieces->pdata[i];

      set_known (self, piece->kind, piece->key, piece->value);
    }
  g_signal_connect_object (project, "piece-changed", G_CALLBACK (piece_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static gboolean
is_own (StewardRecorder          *self,
        const StewardPieceChange *piece)
{
  g_autoptr(GVariant) now = NULL;

  if (!g_hash_table_contains (self->touched, piece))
    return FALSE;
  now = steward_project_get_piece (self->project, piece->kind, piece->key);
  return !steward_piece_values_equal (get_known (self, piece), now);
}

gboolean
steward_recorder_has_changes (StewardRecorder *self)
{
  GHashTableIter iter;
  gpointer piece;

  g_return_val_if_fail (STEWARD_IS_RECORDER (self), FALSE);

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &piece, NULL))
    if (is_own (self, piece))
      return TRUE;
  return FALSE;
}

StewardChangeSet *
steward_recorder_take (StewardRecorder *self,
                       const char      *actor,
                       const char      *label)
{
  g_autoptr(StewardChangeSet) set = NULL;
  GHashTableIter iter;
  gpointer data;

  g_return_val_if_fail (STEWARD_IS_RECORDER (self), NULL);

  set = steward_change_set_new (steward_project_get_id (self->project), actor, label, self->version);
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      const StewardPieceChange *piece = data;
      g_autoptr(GVariant) now = steward_project_get_piece (self->project, piece->kind, piece->key);

      steward_change_set_add (set, piece->kind, piece->key, get_known (self, piece), now);
      set_known (self, piece->kind, piece->key, now);
    }
  g_hash_table_remove_all (self->touched);
  if (set->changes->len == 0)
    return NULL;
  if (label == NULL)
    {
      g_free (set->label);
      set->label = steward_changes_describe (set->changes, self->project);
    }
  return g_steal_pointer (&set);
}

void
steward_recorder_set_version (StewardRecorder *self,
                              gint64           version)
{
  g_return_if_fail (STEWARD_IS_RECORDER (self));

  self->version = version;
}

gint64
steward_recorder_get_version (StewardRecorder *self)
{
  g_return_val_if_fail (STEWARD_IS_RECORDER (self), 0);

  return self->version;
}

/* A piece with an own change keeps the value it was known by, so that its
 * change meets the other one as a conflict in the store. */
gboolean
steward_recorder_receive (StewardRecorder *self,
                          GPtrArray       *changes,
                          gint64           version)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  gboolean whole;

  g_return_val_if_fail (STEWARD_IS_RECORDER (self), FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  for (guint i = 0; i < changes->len; i++)
    if (!is_own (self, changes->pdata[i]))
      g_ptr_array_add (others, changes->pdata[i]);
  self->receiving = TRUE;
  whole = steward_changes_apply (others, FALSE, self->project, &error);
  self->receiving = FALSE;
  if (!whole)
    g_debug ("A change from the store does not fit: %s", error->message);
  for (guint i = 0; i < others->len; i++)
    {
      const StewardPieceChange *change = others->pdata[i];
      g_autoptr(GVariant) now = steward_project_get_piece (self->project, change->kind, change->key);

      set_known (self, change->kind, change->key, now);
      g_hash_table_remove (self->touched, change);
    }
  self->version = version;
  return whole && others->len == changes->len;
}
