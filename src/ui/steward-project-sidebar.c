/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-sidebar.h"

#include <glib/gi18n-lib.h>

#include "steward-gradual-selection.h"
#include "steward-project-filter.h"
#include "steward-project-row.h"
#include "steward-shown-selection.h"
#include "steward-ui-text.h"

struct _StewardProjectSidebar
{
  GtkWidget              parent_instance;

  GtkSearchEntry        *search;
  GtkMenuButton         *filter_button;
  GtkWidget             *summary;
  GtkLabel              *summary_label;
  GtkStack              *states;
  GtkListView           *view;

  StewardProjectFilter  *filter;
  StewardStore          *store;
  StewardProjectList    *list;
  StewardShownSelection *selection;
  StewardCalendar       *calendar;     /* that the rows count by; NULL before there is a list */
  GPtrArray             *rows;         /* StewardProjectRow, borrowed: those the view has made */
  GCancellable          *cancellable;
  guint                  counting;     /* source that hands the first counts to the filter, or 0 */
  gboolean               counted;
  char                  *selected;
  char                  *steward;
  StewardDay             today;
  char                  *to_open;      /* what stood there when Enter was pressed, until its answer is there */
  gboolean               to_top;       /* something else was asked for: its first is looked at first */
};

enum
{
  ACTIVATE_PROJECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StewardProjectSidebar, steward_project_sidebar, GTK_TYPE_WIDGET)

/* What is searched for. One letter would find almost everything. */
static const char *
get_needle (StewardProjectSidebar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return g_utf8_strlen (text, -1) >= 2 ? text : NULL;
}

static gboolean
is_narrowed (StewardProjectSidebar *self)
{
  return get_needle (self) != NULL || steward_project_filter_is_active (self->filter);
}

static gboolean
is_loading (StewardProjectSidebar *self)
{
  gboolean loading;

  g_object_get (self->list, "loading", &loading, NULL);
  return loading;
}

/* While an answer is on its way what is shown stays: a word that is typed
 * letter by letter must not make the list flicker. */
static void
update_state (StewardProjectSidebar *self)
{
  const char *name = "list";

  if (self->list == NULL)
    name = "nothing";
  else if (is_loading (self))
    return;
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    name = is_narrowed (self) ? "not-found" : "empty";
  gtk_stack_set_visible_child_name (self->states, name);
}

static void
update_summary (StewardProjectSidebar *self)
{
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  g_autofree char *what = steward_project_filter_describe (self->filter);
  g_autofree char *number = g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
  g_autofree char *text = steward_ui_join (number, what, NULL);

  gtk_label_set_text (self->summary_label, text);
  gtk_widget_set_visible (self->summary, is_narrowed (self));
}

static gpointer
read_number (StewardDatabase  *database,
             gpointer          data,
             GCancellable     *cancellable,
             GError          **error)
{
  gint64 number = steward_database_get_number (database, data, error);

  return number < 0 ? NULL : g_memdup2 (&number, sizeof number);
}

static void
number_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (StewardProjectSidebar) self = user_data;
  g_autofree gint64 *number = steward_store_run_finish (STEWARD_STORE (object), result, NULL);

  /* Another project may be shown by now. */
  if (number == NULL || STEWARD_STORE (object) != self->store)
    return;
  steward_shown_selection_set_number (self->selection, *number);
}

/* The list knows its projects by number. */
static void
ask_number (StewardProjectSidebar *self)
{
  steward_shown_selection_set_number (self->selection, 0);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL || self->selected == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  steward_store_run_async (self->store, STEWARD_STORE_READ, read_number, g_strdup (self->selected), g_free, g_free,
                           self->cancellable, number_cb, g_object_ref (self));
}

static void
open_at (StewardProjectSidebar *self,
         guint                  position)
{
  g_autoptr (StewardProjectItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const StewardProjectLine *line = item ? steward_project_item_get_line (item) : NULL;

  if (line != NULL)
    g_signal_emit (self, signals[ACTIVATE_PROJECT], 0, line->id, NULL);
}

static gboolean
first_counts_cb (gpointer user_data)
{
  StewardProjectSidebar *self = user_data;

  self->counting = 0;
  self->counted = TRUE;
  if (self->list != NULL)
    steward_project_filter_set_counts (self->filter, steward_project_list_get_counts (self->list));
  return G_SOURCE_REMOVE;
}

/* The first time the names of packs and stages are read from packs: after the
 * list is drawn. */
static void
update_counts (StewardProjectSidebar *self)
{
  if (self->counted)
    steward_project_filter_set_counts (self->filter, steward_project_list_get_counts (self->list));
  else if (self->counting == 0)
    self->counting = g_idle_add_full (G_PRIORITY_LOW, first_counts_cb, self, NULL);
}

static void
loading_cb (StewardProjectSidebar *self)
{
  if (is_loading (self))
    return;
  update_counts (self);
  update_summary (self);
  update_state (self);
  if (self->to_top && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  self->to_top = FALSE;
  if (self->to_open != NULL)
    {
      g_clear_pointer (&self->to_open, g_free);
      open_at (self, 0);
    }
}

static void
ask (StewardProjectSidebar *self)
{
  StewardListQuery query = { .text = get_needle (self), .me = self->steward, .today = self->today };

  if (self->list == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    steward_project_row_set_view (self->rows->pdata[i], self->today, self->calendar, query.text);
  steward_project_filter_fill (self->filter, self->steward, &query);
  steward_project_list_set_query (self->list, &query);
}

static void
sync_calendar (StewardProjectSidebar *self)
{
  StewardCalendar *calendar = steward_store_get_calendar (self->store);

  if (calendar == self->calendar)
    return;
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  self->calendar = steward_calendar_ref (calendar);
  for (guint i = 0; i < self->rows->len; i++)
    steward_project_row_set_view (self->rows->pdata[i], self->today, calendar, get_needle (self));
}

static void
search_changed_cb (StewardProjectSidebar *self)
{
  /* The entry tells of the last letters a moment after Enter, too. */
  if (g_strcmp0 (self->to_open, get_needle (self)) != 0)
    g_clear_pointer (&self->to_open, g_free);
  self->to_top = TRUE;
  ask (self);
}

static void
filter_changed_cb (StewardProjectSidebar *self)
{
  self->to_top = TRUE;
  ask (self);
}

static void
activate_cb (StewardProjectSidebar *self,
             guint                  position)
{
  open_at (self, position);
}

/* Enter in the search opens the first that is found for what stands there now;
 * what is shown may still be the answer to fewer letters. */
static void
search_activate_cb (StewardProjectSidebar *self)
{
  if (self->list == NULL || get_needle (self) == NULL)
    return;
  g_free (self->to_open);
  self->to_open = g_strdup (get_needle (self));
  self->to_top = TRUE;
  ask (self);
}

static gboolean
search_key_cb (StewardProjectSidebar *self,
               guint                  keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_cb (StewardProjectSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  steward_project_filter_clear (self->filter);
}

static void
row_gone_cb (StewardProjectSidebar *self,
             GtkWidget             *row)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, row);
}

static void
setup_cb (StewardProjectSidebar *self,
          GtkListItem           *item)
{
  GtkWidget *row = steward_project_row_new ();

  /* The list item has let go of its child already when it is torn down. */
  g_signal_connect_object (row, "destroy", G_CALLBACK (row_gone_cb), self, G_CONNECT_SWAPPED);
  steward_project_row_set_view (STEWARD_PROJECT_ROW (row), self->today, self->calendar, get_needle (self));
  g_ptr_array_add (self->rows, row);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (StewardProjectSidebar *self,
         GtkListItem           *item)
{
  steward_project_row_bind (STEWARD_PROJECT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (StewardProjectSidebar *self,
           GtkListItem           *item)
{
  steward_project_row_bind (STEWARD_PROJECT_ROW (gtk_list_item_get_child (item)), NULL);
}

void
steward_project_sidebar_set_store (StewardProjectSidebar *self,
                                   StewardStore          *store)
{
  g_return_if_fail (STEWARD_IS_PROJECT_SIDEBAR (self));
  g_return_if_fail (store == NULL || STEWARD_IS_STORE (store));

  if (store == self->store)
    return;
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  steward_shown_selection_set_list (self->selection, NULL);
  g_clear_object (&self->list);
  g_clear_pointer (&self->to_open, g_free);
  if (store != NULL)
    {
      g_signal_connect_object (store, "changed", G_CALLBACK (sync_calendar), self, G_CONNECT_SWAPPED);
      sync_calendar (self);
      self->list = steward_project_list_new (store);
      g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self, G_CONNECT_SWAPPED);
      steward_shown_selection_set_list (self->selection, self->list);
      ask (self);
    }
  ask_number (self);
  update_state (self);
}

void
steward_project_sidebar_set_selected (StewardProjectSidebar *self,
                                      const char            *id)
{
  g_return_if_fail (STEWARD_IS_PROJECT_SIDEBAR (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  ask_number (self);
}

void
steward_project_sidebar_set_steward (StewardProjectSidebar *self,
                                     const char            *steward)
{
  g_return_if_fail (STEWARD_IS_PROJECT_SIDEBAR (self));

  if (g_strcmp0 (self->steward, steward) == 0)
    return;
  g_free (self->steward);
  self->steward = g_strdup (steward);
  ask (self);
}

void
steward_project_sidebar_set_today (StewardProjectSidebar *self,
                                   StewardDay             today)
{
  g_return_if_fail (STEWARD_IS_PROJECT_SIDEBAR (self));

  if (self->today == today)
    return;
  self->today = today;
  ask (self);
}

void
steward_project_sidebar_find (StewardProjectSidebar *self)
{
  g_return_if_fail (STEWARD_IS_PROJECT_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

StewardProjectList *
steward_project_sidebar_get_list (StewardProjectSidebar *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT_SIDEBAR (self), NULL);

  return self->list;
}

static void
steward_project_sidebar_dispose (GObject *object)
{
  StewardProjectSidebar *self = STEWARD_PROJECT_SIDEBAR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->counting, g_source_remove);
  if (self->selection != NULL)
    steward_shown_selection_set_list (self->selection, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), STEWARD_TYPE_PROJECT_SIDEBAR);
  steward_ui_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  g_clear_pointer (&self->calendar, steward_calendar_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->steward, g_free);
  g_clear_pointer (&self->to_open, g_free);

  G_OBJECT_CLASS (steward_project_sidebar_parent_class)->dispose (object);
}

static void
steward_project_sidebar_class_init (StewardProjectSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_project_sidebar_dispose;
  signals[ACTIVATE_PROJECT] = g_signal_new ("activate-project", STEWARD_TYPE_PROJECT_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-project-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardProjectSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectSidebar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectSidebar, summary);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectSidebar, summary_label);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectSidebar, states);
  gtk_widget_class_bind_template_child (widget_class, StewardProjectSidebar, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
steward_project_sidebar_init (StewardProjectSidebar *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->today = steward_day_today ();
  self->rows = g_ptr_array_new ();

  self->filter = steward_project_filter_new ();
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->filter_button, GTK_WIDGET (self->filter));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  g_object_unref (factory);

  self->selection = steward_shown_selection_new ();
  steward_gradual_selection_show (GTK_SELECTION_MODEL (self->selection), self->view);
  update_state (self);
}
