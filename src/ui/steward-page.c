/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-page.h"

typedef struct
{
  StewardSession *session;
  GSignalGroup   *signals;
  gboolean        stale;
  gboolean        entered;
} StewardPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StewardPage, steward_page, ADW_TYPE_BIN)

static void
refresh_if_shown (StewardPage *self)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (self);

  if (!priv->stale || priv->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (steward_session_get_project (priv->session) == NULL)
    return;

  priv->stale = FALSE;
  STEWARD_PAGE_GET_CLASS (self)->refresh (self);
}

static void
steward_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (steward_page_parent_class)->map (widget);

  refresh_if_shown (STEWARD_PAGE (widget));
}

static void
steward_page_dispose (GObject *object)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (STEWARD_PAGE (object));

  g_clear_object (&priv->session);
  g_clear_object (&priv->signals);

  G_OBJECT_CLASS (steward_page_parent_class)->dispose (object);
}

static void
steward_page_class_init (StewardPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = steward_page_map;
}

static void
steward_page_init (StewardPage *self)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (self);

  priv->signals = g_signal_group_new (STEWARD_TYPE_SESSION);
  g_signal_group_connect_swapped (priv->signals, "schedule-changed",
                                  G_CALLBACK (steward_page_queue), self);
}

StewardSession *
steward_page_get_session (StewardPage *self)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (self);

  g_return_val_if_fail (STEWARD_IS_PAGE (self), NULL);

  return priv->session;
}

void
steward_page_set_session (StewardPage    *self,
                          StewardSession *session)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (self);

  g_return_if_fail (STEWARD_IS_PAGE (self));
  g_return_if_fail (session == NULL || STEWARD_IS_SESSION (session));

  if (session == priv->session)
    return;

  if (priv->session != NULL)
    steward_page_commit (self);
  g_set_object (&priv->session, session);
  priv->entered = FALSE;

  g_signal_group_set_target (priv->signals, session);
  if (STEWARD_PAGE_GET_CLASS (self)->bind != NULL)
    STEWARD_PAGE_GET_CLASS (self)->bind (self, session);
  steward_page_queue (self);
}

void
steward_page_dispose_template (StewardPage *self,
                               GType        type)
{
  g_return_if_fail (STEWARD_IS_PAGE (self));

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), type);
}

void
steward_page_queue (StewardPage *self)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (self);

  g_return_if_fail (STEWARD_IS_PAGE (self));

  priv->stale = TRUE;
  refresh_if_shown (self);
}

void
steward_page_zoom (StewardPage *self,
                   int          direction)
{
  g_return_if_fail (STEWARD_IS_PAGE (self));

  if (STEWARD_PAGE_GET_CLASS (self)->zoom != NULL)
    STEWARD_PAGE_GET_CLASS (self)->zoom (self, direction);
}

void
steward_page_find (StewardPage *self)
{
  g_return_if_fail (STEWARD_IS_PAGE (self));

  if (STEWARD_PAGE_GET_CLASS (self)->find != NULL)
    STEWARD_PAGE_GET_CLASS (self)->find (self);
}

void
steward_page_print (StewardPage *self)
{
  g_return_if_fail (STEWARD_IS_PAGE (self));

  if (STEWARD_PAGE_GET_CLASS (self)->print != NULL)
    STEWARD_PAGE_GET_CLASS (self)->print (self);
}

StewardDrawing *
steward_page_draw (StewardPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PAGE (self), NULL);
  g_return_val_if_fail (steward_page_can_draw (self), NULL);

  return STEWARD_PAGE_GET_CLASS (self)->draw (self);
}

void
steward_page_commit (StewardPage *self)
{
  g_return_if_fail (STEWARD_IS_PAGE (self));

  if (STEWARD_PAGE_GET_CLASS (self)->commit != NULL)
    STEWARD_PAGE_GET_CLASS (self)->commit (self);
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scroller (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
steward_page_enter (StewardPage *self)
{
  StewardPagePrivate *priv = steward_page_get_instance_private (self);
  GtkWidget *scroller;
  GtkWidget *child;

  g_return_if_fail (STEWARD_IS_PAGE (self));

  /* Later the stack itself gives the focus back to where it was. */
  if (priv->entered && (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return;

  priv->entered = TRUE;
  if (STEWARD_PAGE_GET_CLASS (self)->enter != NULL)
    {
      STEWARD_PAGE_GET_CLASS (self)->enter (self);
      return;
    }

  scroller = find_scroller (GTK_WIDGET (self));
  child = scroller != NULL ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)) : NULL;
  if (child == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else if (gtk_widget_get_focusable (child))
    gtk_widget_grab_focus (child);
  else
    gtk_widget_grab_focus (scroller);
}

gboolean
steward_page_can_zoom (StewardPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PAGE (self), FALSE);

  return STEWARD_PAGE_GET_CLASS (self)->zoom != NULL;
}

gboolean
steward_page_can_find (StewardPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PAGE (self), FALSE);

  return STEWARD_PAGE_GET_CLASS (self)->find != NULL;
}

gboolean
steward_page_can_print (StewardPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PAGE (self), FALSE);

  return STEWARD_PAGE_GET_CLASS (self)->print != NULL;
}

gboolean
steward_page_can_draw (StewardPage *self)
{
  g_return_val_if_fail (STEWARD_IS_PAGE (self), FALSE);

  return STEWARD_PAGE_GET_CLASS (self)->draw != NULL;
}
