/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-anchor.h"

#include "steward-page.h"

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* After what is still being done in it. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

GtkWidget *
steward_anchor_popover (GtkWidget *widget,
                        GtkWidget *child)
{
  GtkWidget *popover, *page;
  graphene_rect_t bounds;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  page = gtk_widget_get_ancestor (widget, STEWARD_TYPE_PAGE);
  g_return_val_if_fail (page != NULL, NULL);

  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_widget_set_parent (popover, page);
  if (gtk_widget_compute_bounds (widget, page, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (page, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));

  return popover;
}
