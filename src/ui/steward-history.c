/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-history.h"

struct _StewardHistory
{
  GObject       parent_instance;

  StewardStore *store;
  GCancellable *cancellable;
  char         *project;
  char         *undo_label;
  char         *redo_label;
};

enum { PROP_0, PROP_UNDO_LABEL, PROP_REDO_LABEL, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StewardHistory, steward_history, G_TYPE_OBJECT)

/* The labels of both entries, NULL for none. */
typedef struct
{
  char *labels[2];
} Labels;

static void
labels_free (gpointer data)
{
  Labels *labels = data;

  g_free (labels->labels[FALSE]);
  g_free (labels->labels[TRUE]);
  g_free (labels);
}

static gpointer
peek_func (StewardDatabase  *database,
           gpointer          data,
           GCancellable     *cancellable,
           GError          **error)
{
  Labels *labels = g_new0 (Labels, 1);

  for (int redo = FALSE; redo <= TRUE; redo++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (StewardLogEntry) entry = steward_database_peek_undo (database, data, redo, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          labels_free (labels);
          return NULL;
        }
      if (entry != NULL)
        labels->labels[redo] = g_strdup (entry->label);
    }

  return labels;
}

static void
set_label (StewardHistory  *self,
           char           **label,
           const char      *value,
           guint            property)
{
  if (g_strcmp0 (*label, value) == 0)
    return;

  g_free (*label);
  *label = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
peeked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  Labels *labels = steward_store_run_finish (STEWARD_STORE (source), result, &error);
  StewardHistory *self = user_data;

  /* Cancelled by a newer question, or by the end of @self. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED)
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    {
      g_clear_pointer (&labels, labels_free);
      return;
    }

  if (labels == NULL)
    g_info ("What can be undone is not known: %s", error->message);
  set_label (self, &self->undo_label, labels != NULL ? labels->labels[FALSE] : NULL, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, labels != NULL ? labels->labels[TRUE] : NULL, PROP_REDO_LABEL);
  g_clear_pointer (&labels, labels_free);
}

static void
ask (StewardHistory *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  steward_store_run_async (self->store, STEWARD_STORE_READ, peek_func, g_strdup (self->project), g_free,
                           labels_free, self->cancellable, peeked_cb, self);
}

static void
changed_cb (StewardHistory *self,
            GPtrArray      *entries)
{
  gboolean ours = entries == NULL || self->project == NULL;

  for (guint i = 0; !ours && i < entries->len; i++)
    {
      const StewardLogEntry *entry = g_ptr_array_index (entries, i);

      ours = g_str_equal (entry->project, self->project);
    }
  if (ours)
    ask (self);
}

static void
steward_history_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  StewardHistory *self = STEWARD_HISTORY (object);

  switch (prop_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steward_history_dispose (GObject *object)
{
  StewardHistory *self = STEWARD_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->project, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);

  G_OBJECT_CLASS (steward_history_parent_class)->dispose (object);
}

static void
steward_history_class_init (StewardHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = steward_history_dispose;
  object_class->get_property = steward_history_get_property;

  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steward_history_init (StewardHistory *self)
{
}

StewardHistory *
steward_history_new (StewardStore *store)
{
  StewardHistory *self;

  g_return_val_if_fail (STEWARD_IS_STORE (store), NULL);

  self = g_object_new (STEWARD_TYPE_HISTORY, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

void
steward_history_set_project (StewardHistory *self,
                             const char     *id)
{
  g_return_if_fail (STEWARD_IS_HISTORY (self));

  if (g_strcmp0 (self->project, id) == 0)
    return;

  g_free (self->project);
  self->project = g_strdup (id);
  ask (self);
}

const char *
steward_history_get_label (StewardHistory *self,
                           gboolean        redo)
{
  g_return_val_if_fail (STEWARD_IS_HISTORY (self), NULL);

  return redo ? self->redo_label : self->undo_label;
}
