/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-page.h"

#include <glib/gi18n-lib.h>

#include "steward-row-details.h"
#include "steward-schedule-entry.h"
#include "steward-trial-bar.h"
#include "steward-ui-text.h"

struct _StewardTimelinePage
{
  StewardPage          parent_instance;

  GtkStack            *stack;
  StewardTrialBar     *trial;
  StewardTimelineView *view;
  StewardRowDetails   *details;
  GtkDropDown         *scale;
  GtkDropDown         *group;
  GtkLabel            *told;
  GtkPaned            *paned;
  GtkColumnView       *table;
  GtkSingleSelection  *selection;

  GListStore          *entries;
  gboolean             syncing;   /* one of drawing and table follows the other */
};

G_DEFINE_FINAL_TYPE (StewardTimelinePage, steward_timeline_page, STEWARD_TYPE_PAGE)

static void
show_details (StewardTimelinePage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  const StewardSchedule *schedule = session != NULL ? steward_session_get_drawn (session) : NULL;
  const char *id = steward_canvas_get_selected (STEWARD_CANVAS (self->view));

  steward_row_details_show (self->details,
                            schedule != NULL && id != NULL ? steward_schedule_find_row (schedule, id) : NULL);
}

static guint
find_entry (StewardTimelinePage *self,
            const char          *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (StewardScheduleEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);

      if (g_str_equal (steward_schedule_entry_get_id (entry), id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
select_in_table (StewardTimelinePage *self)
{
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     find_entry (self, steward_canvas_get_selected (STEWARD_CANVAS (self->view))));
  self->syncing = FALSE;
}

/* Into the case of what is selected; its details show it already. */
static void
activated_cb (StewardTimelinePage *self)
{
  steward_row_details_open (self->details);
}

static void
selected_cb (StewardTimelinePage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->told), FALSE);
  select_in_table (self);
  show_details (self);
}

static void
table_selected_cb (StewardTimelinePage *self)
{
  StewardScheduleEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (self->syncing || entry == NULL)
    return;

  steward_canvas_set_selected (STEWARD_CANVAS (self->view), steward_schedule_entry_get_id (entry));
  show_details (self);
}

static void
scale_cb (StewardTimelinePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->scale);

  if (selected <= STEWARD_ZOOM_FIT)
    steward_timeline_view_set_scale (self->view, selected);
}

static void
group_cb (StewardTimelinePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  if (selected <= STEWARD_GROUP_LIGHT)
    steward_timeline_view_set_group (self->view, selected);
}

/* What follows from a bar that is being moved, or why it stays; screen readers
 * hear it as the description of the drawing. */
static void
told_cb (StewardTimelinePage *self,
         const char          *text)
{
  gtk_label_set_text (self->told, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), text != NULL);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
next_late_cb (StewardTimelinePage *self)
{
  if (!steward_timeline_view_next_late (self->view))
    told_cb (self, _("Nothing is late."));
}

static gboolean
late_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  next_late_cb (STEWARD_TIMELINE_PAGE (widget));

  return TRUE;
}

static void
table_toggled_cb (StewardTimelinePage *self,
                  GtkToggleButton     *button)
{
  /* The drawing keeps the larger half. */
  if (gtk_toggle_button_get_active (button))
    gtk_paned_set_position (self->paned, gtk_widget_get_height (GTK_WIDGET (self->paned)) * 6 / 10);
}

static void
today_cb (StewardTimelinePage *self)
{
  steward_timeline_view_show_day (self->view, steward_day_today ());
}

static StewardScheduleColumn
factory_column (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  StewardScheduleColumn column = factory_column (factory);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column != STEWARD_COLUMN_NAME && column != STEWARD_COLUMN_BUREAU)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  StewardScheduleColumn column = factory_column (factory);
  StewardScheduleEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  const char *text = steward_schedule_entry_get_text (entry, column);
  g_autofree char *shown = NULL;

  if (column == STEWARD_COLUMN_STATE)
    shown = g_strdup_printf ("%s %s", steward_ui_light_glyph (steward_schedule_entry_get_light (entry)), text);
  gtk_label_set_text (GTK_LABEL (label), shown != NULL ? shown : text);

  /* GTK 4.8 names cells and rows after their classes otherwise. */
  if (cell != NULL)
    steward_ui_set_label (cell, text);
  if (row != NULL && column == STEWARD_COLUMN_NAME)
    steward_ui_set_label (row, text);
}

static void
add_columns (StewardTimelinePage *self)
{
  for (guint i = 0; i < STEWARD_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      column = gtk_column_view_column_new (steward_schedule_column_title (i), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == STEWARD_COLUMN_NAME);
      gtk_column_view_append_column (self->table, column);
    }
}

static void
fill_table (StewardTimelinePage   *self,
            const StewardSchedule *schedule)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; schedule != NULL && i < schedule->rows->len; i++)
    g_ptr_array_add (entries, steward_schedule_entry_new (g_ptr_array_index (schedule->rows, i)));

  self->syncing = TRUE;
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       entries->pdata, entries->len);
  self->syncing = FALSE;
  select_in_table (self);
}

static void
steward_timeline_page_bind (StewardPage    *page,
                            StewardSession *session)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);

  steward_timeline_view_set_session (self->view, session);
  g_list_store_remove_all (self->entries);
  steward_row_details_show (self->details, NULL);
}

static void
steward_timeline_page_refresh (StewardPage *page)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);
  const StewardSchedule *schedule = steward_session_get_drawn (steward_page_get_session (page));
  gboolean empty = schedule == NULL || schedule->plan->items->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "drawing");
  steward_trial_bar_show (self->trial, steward_page_get_session (page));
  fill_table (self, schedule);
  show_details (self);
}

static void
steward_timeline_page_zoom (StewardPage *page,
                            int          direction)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);

  gtk_drop_down_set_selected (self->scale,
                              steward_page_step_scale (steward_timeline_view_get_scale (self->view), direction));
}

static StewardDrawing *
steward_timeline_page_draw (StewardPage *page)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);

  return steward_drawing_new_timeline (steward_page_get_session (page), steward_timeline_view_get_scale (self->view),
                                       gtk_drop_down_get_selected (self->group));
}

static void
steward_timeline_page_dispose (GObject *object)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (object);

  steward_page_dispose_template (STEWARD_PAGE (self), STEWARD_TYPE_TIMELINE_PAGE);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (steward_timeline_page_parent_class)->dispose (object);
}

static void
steward_timeline_page_class_init (StewardTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_timeline_page_dispose;
  page_class->bind = steward_timeline_page_bind;
  page_class->refresh = steward_timeline_page_refresh;
  page_class->zoom = steward_timeline_page_zoom;
  page_class->draw = steward_timeline_page_draw;

  g_type_ensure (STEWARD_TYPE_TIMELINE_VIEW);
  g_type_ensure (STEWARD_TYPE_ROW_DETAILS);
  g_type_ensure (STEWARD_TYPE_TRIAL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, trial);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, view);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, details);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, scale);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, group);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, told);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, paned);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, table);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, selection);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_late_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F8, 0, late_key_cb, NULL);
}

static void
steward_timeline_page_init (StewardTimelinePage *self)
{
  self->entries = g_list_store_new (STEWARD_TYPE_SCHEDULE_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->entries));
  gtk_drop_down_set_selected (self->scale, STEWARD_ZOOM_FIT);
}

GListModel *
steward_timeline_page_get_entries (StewardTimelinePage *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_PAGE (self), NULL);

  return G_LIST_MODEL (self->entries);
}

void
steward_timeline_page_select (StewardTimelinePage *self,
                              const char          *row)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_PAGE (self));
  g_return_if_fail (row != NULL);

  steward_canvas_set_selected (STEWARD_CANVAS (self->view), row);
  select_in_table (self);
  show_details (self);
}
