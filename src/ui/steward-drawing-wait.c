/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-drawing-wait.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-ui-text.h"

#define TICK   100    /* milliseconds */
#define MOMENT   6    /* ticks until the window comes */

struct _StewardDrawingWait
{
  GtkWindow    *parent;
  char         *heading;
  GCancellable *cancellable;
  GtkWindow    *dialog;     /* NULL: not yet, or closed */
  GtkWidget    *bar;
  guint         timer;
  guint         n_ticks;
  gint          done;       /* atomic, as is the next */
  gint          all;
};

static void
answered_cb (const char *response,
             gpointer    cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
open_dialog (StewardDrawingWait *self)
{
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { NULL } };

  self->bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->bar), TRUE);
  steward_ui_set_label (self->bar, self->heading);
  g_set_weak_pointer (&self->dialog,
                      steward_compat_ask (self->parent, self->heading, NULL, self->bar, responses, answered_cb,
                                          g_object_ref (self->cancellable), g_object_unref));
}

static gboolean
tick_cb (gpointer user_data)
{
  StewardDrawingWait *self = user_data;
  int done = g_atomic_int_get (&self->done), all = g_atomic_int_get (&self->all);

  if (++self->n_ticks == MOMENT)
    open_dialog (self);
  if (self->dialog == NULL)
    return G_SOURCE_CONTINUE;
  if (all > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Page %d of %d"), done, all);

      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), (double) done / all);
      gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), text);
    }
  else
    {
      gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->bar), "");
      gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
    }

  return G_SOURCE_CONTINUE;
}

StewardDrawingWait *
steward_drawing_wait_new (GtkWindow    *parent,
                          const char   *heading,
                          GCancellable *cancellable)
{
  StewardDrawingWait *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_CANCELLABLE (cancellable), NULL);

  self = g_new0 (StewardDrawingWait, 1);
  self->parent = g_object_ref (parent);
  self->heading = g_strdup (heading);
  self->cancellable = g_object_ref (cancellable);
  self->timer = g_timeout_add (TICK, tick_cb, self);

  return self;
}

void
steward_drawing_wait_free (StewardDrawingWait *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (self->dialog);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->parent);
  g_clear_object (&self->cancellable);
  g_free (self->heading);
  g_free (self);
}

void
steward_drawing_wait_tell (StewardDrawingWait *self,
                           guint               done,
                           guint               all)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->done, (int) done);
  g_atomic_int_set (&self->all, (int) all);
}
