/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-shown-selection.h"

struct _StewardShownSelection
{
  GObject             parent_instance;

  StewardProjectList *list;
  gint64              number;
  guint               position;    /* GTK_INVALID_LIST_POSITION when it is not in the list */
};

static void list_model_init      (GListModelInterface       *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StewardShownSelection, steward_shown_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static GType
get_item_type (GListModel *model)
{
  return STEWARD_TYPE_PROJECT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  StewardShownSelection *self = STEWARD_SHOWN_SELECTION (model);

  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  StewardShownSelection *self = STEWARD_SHOWN_SELECTION (model);

  return self->list != NULL ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;
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
  return STEWARD_SHOWN_SELECTION (model)->position == position;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  StewardShownSelection *self = STEWARD_SHOWN_SELECTION (model);
  GtkBitset *selected = gtk_bitset_new_empty ();

  if (self->position != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selected, self->position);
  return selected;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
}

static guint
find_position (StewardShownSelection *self)
{
  if (self->list == NULL || self->number <= 0)
    return GTK_INVALID_LIST_POSITION;

  return steward_project_list_find (self->list, self->number);
}

static void
items_changed_cb (StewardShownSelection *self,
                  guint                  position,
                  guint                  removed,
                  guint                  added)
{
  /* Who shows the list asks again about what was added, and moves the rest. */
  self->position = find_position (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

void
steward_shown_selection_set_list (StewardShownSelection *self,
                                  StewardProjectList    *list)
{
  guint before;

  g_return_if_fail (STEWARD_IS_SHOWN_SELECTION (self));
  g_return_if_fail (list == NULL || STEWARD_IS_PROJECT_LIST (list));

  before = get_n_items (G_LIST_MODEL (self));
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  self->position = find_position (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, get_n_items (G_LIST_MODEL (self)));
}

void
steward_shown_selection_set_number (StewardShownSelection *self,
                                    gint64                 number)
{
  guint before, first, last;

  g_return_if_fail (STEWARD_IS_SHOWN_SELECTION (self));

  if (self->number == number)
    return;
  before = self->position;
  self->number = number;
  self->position = find_position (self);
  if (self->position == before)
    return;

  first = MIN (before, self->position);
  last = MAX (before, self->position);
  if (last == GTK_INVALID_LIST_POSITION)
    last = first;
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
}

static void
steward_shown_selection_dispose (GObject *object)
{
  g_clear_object (&STEWARD_SHOWN_SELECTION (object)->list);

  G_OBJECT_CLASS (steward_shown_selection_parent_class)->dispose (object);
}

static void
steward_shown_selection_class_init (StewardShownSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_shown_selection_dispose;
}

static void
steward_shown_selection_init (StewardShownSelection *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

StewardShownSelection *
steward_shown_selection_new (void)
{
  return g_object_new (STEWARD_TYPE_SHOWN_SELECTION, NULL);
}
