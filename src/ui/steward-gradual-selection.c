/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-gradual-selection.h"

/* More than most windows show of a list at once, then as many more with each
 * frame as it has time for, until they are as many as the view makes in
 * advance. */
#define FIRST 24
#define STEP  4
#define MANY  200

struct _StewardGradualSelection
{
  GObject            parent_instance;

  GtkSelectionModel *model;
  GtkListView       *view;      /* borrowed: it owns this */
  guint              limit;     /* G_MAXUINT when all is shown */
  guint              tick;
};

static void list_model_init      (GListModelInterface        *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StewardGradualSelection, steward_gradual_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static guint
get_total (StewardGradualSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (STEWARD_GRADUAL_SELECTION (model)->model));
}

static guint
get_n_items (GListModel *model)
{
  StewardGradualSelection *self = STEWARD_GRADUAL_SELECTION (model);

  return MIN (self->limit, get_total (self));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  StewardGradualSelection *self = STEWARD_GRADUAL_SELECTION (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  return gtk_selection_model_is_selected (STEWARD_GRADUAL_SELECTION (model)->model, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  return gtk_selection_model_get_selection_in_range (STEWARD_GRADUAL_SELECTION (model)->model, position, n_items);
}

static gboolean
select_item (GtkSelectionModel *model,
             guint              position,
             gboolean           unselect_rest)
{
  return gtk_selection_model_select_item (STEWARD_GRADUAL_SELECTION (model)->model, position, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model,
               guint              position)
{
  return gtk_selection_model_unselect_item (STEWARD_GRADUAL_SELECTION (model)->model, position);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
}

static gboolean
grow_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  StewardGradualSelection *self = user_data;
  guint before = get_n_items (G_LIST_MODEL (self));

  self->limit = self->limit + STEP < MANY ? self->limit + STEP : G_MAXUINT;
  if (get_n_items (G_LIST_MODEL (self)) > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, get_n_items (G_LIST_MODEL (self)) - before);
  if (self->limit != G_MAXUINT)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Whoever has scrolled sees other rows than the first. */
static gboolean
is_at_top (StewardGradualSelection *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  return adjustment == NULL || gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);
}

static void
begin (StewardGradualSelection *self)
{
  self->limit = FIRST;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), grow_cb, self, NULL);
}

static void
items_changed_cb (StewardGradualSelection *self,
                  guint                    position,
                  guint                    removed,
                  guint                    added)
{
  guint total_before = get_total (self) + removed - added;
  guint before = MIN (self->limit, total_before);
  guint after;

  if (position == 0 && removed >= before && added > 0 && self->view != NULL && is_at_top (self))
    begin (self);
  after = get_n_items (G_LIST_MODEL (self));
  if (after == total_before + added - removed && before == total_before)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  else if (position < MIN (before, after))
    g_list_model_items_changed (G_LIST_MODEL (self), position, before - position, after - position);
  else if (before != after)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, after), before - MIN (before, after),
                                after - MIN (before, after));
}

static void
selection_changed_cb (StewardGradualSelection *self,
                      guint                    position,
                      guint                    n_items)
{
  guint n = get_n_items (G_LIST_MODEL (self));

  if (position < n)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, MIN (n_items, n - position));
}

static void
view_gone_cb (gpointer  data,
              GObject  *view)
{
  STEWARD_GRADUAL_SELECTION (data)->view = NULL;
}

static void
steward_gradual_selection_dispose (GObject *object)
{
  StewardGradualSelection *self = STEWARD_GRADUAL_SELECTION (object);

  if (self->view != NULL)
    {
      if (self->tick != 0)
        gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
      g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
    }
  self->tick = 0;
  self->view = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (steward_gradual_selection_parent_class)->dispose (object);
}

static void
steward_gradual_selection_class_init (StewardGradualSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_gradual_selection_dispose;
}

static void
steward_gradual_selection_init (StewardGradualSelection *self)
{
}

void
steward_gradual_selection_show (GtkSelectionModel *model,
                                GtkListView       *view)
{
  g_autoptr (StewardGradualSelection) self = NULL;

  g_return_if_fail (GTK_IS_SELECTION_MODEL (model));
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  self = g_object_new (STEWARD_TYPE_GRADUAL_SELECTION, NULL);
  self->model = g_object_ref (model);
  self->view = view;
  g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  begin (self);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (self));
}
