/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-moved-view.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

typedef enum { COLUMN_PROJECT, COLUMN_NAME, COLUMN_BEFORE, COLUMN_AFTER, N_COLUMNS } Column;

/* One line of the table. */
#define STEWARD_TYPE_MOVED_ITEM (steward_moved_item_get_type ())

G_DECLARE_FINAL_TYPE (StewardMovedItem, steward_moved_item, STEWARD, MOVED_ITEM, GObject)

struct _StewardMovedItem
{
  GObject             parent_instance;

  GPtrArray          *all;     /* that @moved is one of */
  const StewardMoved *moved;
};

G_DEFINE_FINAL_TYPE (StewardMovedItem, steward_moved_item, G_TYPE_OBJECT)

static void
steward_moved_item_finalize (GObject *object)
{
  g_ptr_array_unref (STEWARD_MOVED_ITEM (object)->all);

  G_OBJECT_CLASS (steward_moved_item_parent_class)->finalize (object);
}

static void
steward_moved_item_class_init (StewardMovedItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steward_moved_item_finalize;
}

static void
steward_moved_item_init (StewardMovedItem *self)
{
}

static char *
get_text (const StewardMoved *moved,
          Column              column)
{
  switch (column)
    {
    case COLUMN_PROJECT:
      return g_strdup (moved->project_name);
    case COLUMN_NAME:
      return g_strdup (moved->name);
    case COLUMN_BEFORE:
      return steward_ui_date (moved->before, moved->before_provisional);
    case COLUMN_AFTER:
    case N_COLUMNS:
    default:
      return steward_ui_date (moved->after, moved->after_provisional);
    }
}

static Column
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (get_column (factory) >= COLUMN_BEFORE)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  Column column = get_column (factory);
  StewardMovedItem *line = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *text = get_text (line->moved, column);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (column < COLUMN_BEFORE)
    steward_ui_set_tooltip (label, text);

  /* GTK 4.8 names cells and rows after their classes otherwise. */
  if (cell != NULL)
    steward_ui_set_label (cell, text);
  if (row != NULL && column == COLUMN_NAME)
    {
      g_autofree char *before = get_text (line->moved, COLUMN_BEFORE);
      g_autofree char *after = get_text (line->moved, COLUMN_AFTER);
      g_autofree char *dates = g_strdup_printf ("%s → %s", before, after);
      g_autofree char *all = steward_ui_join (line->moved->project_name, text, dates, NULL);

      steward_ui_set_label (row, all);
    }
}

static void
add_column (GtkColumnView *view,
            Column         column,
            const char    *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, column < COLUMN_BEFORE);
  gtk_column_view_append_column (view, added);
}

static GListModel *
make_model (GPtrArray *moved)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *model = g_list_store_new (STEWARD_TYPE_MOVED_ITEM);

  for (guint i = 0; i < moved->len; i++)
    {
      StewardMovedItem *item = g_object_new (STEWARD_TYPE_MOVED_ITEM, NULL);

      item->all = g_ptr_array_ref (moved);
      item->moved = moved->pdata[i];
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (model, 0, 0, items->pdata, items->len);
  return G_LIST_MODEL (model);
}

static char *
describe_dates (GPtrArray *moved)
{
  const char *last = NULL;
  guint n_projects = 0;
  g_autofree char *dates = NULL;
  g_autofree char *projects = NULL;

  if (moved->len == 0)
    return g_strdup (_("No date of an open project moves."));
  for (guint i = 0; i < moved->len; i++)
    {
      const StewardMoved *one = moved->pdata[i];

      n_projects += g_strcmp0 (last, one->project) != 0;
      last = one->project;
    }
  dates = g_strdup_printf (ngettext ("%u date moves", "%u dates move", moved->len), moved->len);
  projects = g_strdup_printf (ngettext ("in %u project", "in %u projects", n_projects), n_projects);
  return steward_ui_join (dates, projects, NULL);
}

/* NULL when every project could be read. */
static char *
describe_skipped (GPtrArray *skipped)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (skipped->len == 0)
    return NULL;
  g_ptr_array_extend (names, skipped, NULL, NULL);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv ("\n", (char **) names->pdata);
  return g_strdup_printf (ngettext ("%u project could not be read and was passed over: %s",
                                    "%u projects could not be read and were passed over: %s", skipped->len),
                          skipped->len, joined);
}

char *
steward_moved_describe (GPtrArray *moved,
                        GPtrArray *skipped)
{
  g_autofree char *dates = NULL, *others = NULL;

  g_return_val_if_fail (moved != NULL && skipped != NULL, NULL);

  dates = describe_dates (moved);
  others = describe_skipped (skipped);
  return g_strjoin ("\n", dates, others, NULL);
}

GtkWidget *
steward_moved_view_new (GPtrArray *moved)
{
  g_autoptr (GPtrArray) taken = moved;
  GtkSelectionModel *model;
  GtkWidget *view;

  g_return_val_if_fail (moved != NULL, NULL);

  model = GTK_SELECTION_MODEL (gtk_single_selection_new (make_model (taken)));
  view = gtk_column_view_new (model);
  add_column (GTK_COLUMN_VIEW (view), COLUMN_PROJECT, _("Project"));
  add_column (GTK_COLUMN_VIEW (view), COLUMN_NAME, _("What Is Due"));
  add_column (GTK_COLUMN_VIEW (view), COLUMN_BEFORE, _("Before"));
  add_column (GTK_COLUMN_VIEW (view), COLUMN_AFTER, _("After"));
  steward_ui_set_label (view, _("Dates that move"));
  return view;
}
