/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-errand.h"

#define PATIENCE_MS 250

struct _StewardErrand
{
  GCancellable      *cancellable;
  StewardShare      *share;
  StewardErrandFunc  func;
  gpointer           user_data;
  guint              tick_id;
};

static gboolean
tick_cb (gpointer user_data)
{
  StewardErrand *self = user_data;

  self->func (steward_share_get (self->share), self->user_data);

  return G_SOURCE_CONTINUE;
}

StewardErrand *
steward_errand_new (StewardErrandFunc func,
                    gpointer          user_data)
{
  StewardErrand *self = g_new0 (StewardErrand, 1);

  self->cancellable = g_cancellable_new ();
  self->share = steward_share_new ();
  self->func = func;
  self->user_data = user_data;
  self->tick_id = g_timeout_add (PATIENCE_MS, tick_cb, self);

  return self;
}

void
steward_errand_free (StewardErrand *self)
{
  if (self == NULL)
    return;

  g_source_remove (self->tick_id);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  steward_share_unref (self->share);
  g_free (self);
}

GCancellable *
steward_errand_get_cancellable (StewardErrand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

StewardShare *
steward_errand_get_share (StewardErrand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->share;
}
