/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-view-private.h"

/* The flowchart of one stage on the screens of a projector. */

StewardFlowchartOptions
steward_flowchart_view_get_options (StewardFlowchartView *self,
                                    double                width,
                                    double                height,
                                    double                text_scale)
{
  return (StewardFlowchartOptions) { .width = width, .height = height, .stage = self->stage,
                                     .text_scale = text_scale, .screen = self->screen, .letters = self->letters,
                                     .arrangement = self->arrangement };
}

static gboolean
has_nodes (StewardFlowchartView *self)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (self->flowchart);

  for (guint i = 0; i < boxes->len; i++)
    if (!g_hash_table_contains (self->nodes, ((const StewardFlowchartBox *) g_ptr_array_index (boxes, i))->id))
      return FALSE;

  return g_hash_table_size (self->nodes) == boxes->len;
}

static gboolean
sync_cb (gpointer user_data)
{
  StewardFlowchartView *self = user_data;
  int n = steward_flowchart_view_count_screens (self);
  g_autofree char *wanted = g_strdup (self->wanted);

  self->syncing = 0;
  self->screen = CLAMP (self->screen, 1, n);
  steward_flowchart_view_refresh (self);
  if (wanted != NULL)
    steward_flowchart_view_turn_to (self, wanted);

  return G_SOURCE_REMOVE;
}

void
steward_flowchart_view_sync (StewardFlowchartView *self)
{
  /* Children must not come and go while the canvas is being given its size. */
  if (self->flowchart != NULL && self->screen > 0 && self->syncing == 0 && !has_nodes (self))
    self->syncing = g_idle_add (sync_cb, self);
}

void
steward_flowchart_view_paint_over (StewardFlowchartView *self,
                                   cairo_t              *cr,
                                   const StewardStyle   *style)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (self->flowchart);

  for (guint i = 0; self->painter != NULL && i < boxes->len; i++)
    self->painter (self, cr, style, g_ptr_array_index (boxes, i), self->letters, self->painter_data);
}

void
steward_flowchart_view_set_screen (StewardFlowchartView *self,
                                   int                   screen)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  g_clear_pointer (&self->wanted, g_free);
  if (screen == self->screen)
    return;

  self->screen = screen;
  steward_canvas_set_zoom (STEWARD_CANVAS (self), screen > 0 ? 1 : 0);
  steward_flowchart_view_refresh (self);
}

int
steward_flowchart_view_get_screen (StewardFlowchartView *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), 0);

  return self->screen;
}

int
steward_flowchart_view_count_screens (StewardFlowchartView *self)
{
  const StewardSchedule *schedule;
  StewardFlowchartOptions options;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), 1);

  schedule = self->session != NULL ? steward_session_get_drawn (self->session) : NULL;
  options = steward_flowchart_view_get_options (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                                gtk_widget_get_height (GTK_WIDGET (self)), 1.0);

  return schedule != NULL && options.width > 0 ? steward_flowchart_count_screens (schedule, &options) : 1;
}

void
steward_flowchart_view_set_letters (StewardFlowchartView *self,
                                    double                letters)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  if (letters == self->letters)
    return;

  self->letters = letters;
  steward_flowchart_view_refresh (self);
}

void
steward_flowchart_view_set_painter (StewardFlowchartView      *self,
                                    StewardFlowchartPaintFunc  func,
                                    gpointer                   user_data)
{
  g_return_if_fail (STEWARD_IS_FLOWCHART_VIEW (self));

  self->painter = func;
  self->painter_data = user_data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
steward_flowchart_view_shows (StewardFlowchartView *self,
                              const char           *id)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_hash_table_contains (self->nodes, id);
}

gboolean
steward_flowchart_view_turn_to (StewardFlowchartView *self,
                                const char           *id)
{
  int n, screen;

  g_return_val_if_fail (STEWARD_IS_FLOWCHART_VIEW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  screen = self->screen;
  n = screen > 0 && !steward_flowchart_view_shows (self, id) ? steward_flowchart_view_count_screens (self) : 0;
  for (int i = 1; i <= n && !steward_flowchart_view_shows (self, id); i++)
    steward_flowchart_view_set_screen (self, i);
  if (!steward_flowchart_view_shows (self, id))
    {
      steward_flowchart_view_set_screen (self, screen);
      return FALSE;
    }

  g_free (self->wanted);
  self->wanted = g_strdup (id);

  return TRUE;
}
