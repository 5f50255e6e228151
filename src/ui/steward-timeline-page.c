/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-page.h"

#include <glib/gi18n-lib.h>

#include "steward-baseline.h"
#include "steward-row-details.h"
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
  GtkDropDown         *baseline;
  GtkStringList       *baselines;
  GtkPaned            *paned;
  StewardTimelineColumns *columns;

  guint                listed;    /* how many editions there were when they were listed */
  GArray              *editions;  /* guint, of the choices of a baseline but the first, which is none */
  gboolean             listing;
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

/* Into the case of what is selected; its details show it already. */
static void
activated_cb (StewardTimelinePage *self)
{
  steward_row_details_open (self->details);
}

static void
selected_cb (StewardTimelinePage *self)
{
  steward_row_details_tell (self->details, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self->columns));
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

static void
baseline_cb (StewardTimelinePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->baseline);

  if (self->listing || selected > self->editions->len)
    return;

  steward_timeline_view_set_baseline (self->view,
                                      selected > 0 ? g_array_index (self->editions, guint, selected - 1) : 0);
}

/* The editions that have dates, the newest first; offered when there are any. */
static void
list_baselines (StewardTimelinePage *self,
                StewardProject      *project)
{
  g_autoptr (GPtrArray) editions = steward_project_list_editions (project);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint chosen = steward_timeline_view_get_baseline (self->view), selected = 0;

  if (self->listed == editions->len)
    return;

  self->listed = editions->len;
  g_array_set_size (self->editions, 0);
  g_ptr_array_add (names, g_strdup (_("No Baseline")));
  for (guint i = editions->len; i-- > 0;)
    {
      const StewardEdition *edition = g_ptr_array_index (editions, i);

      if (!steward_baseline_is_possible (edition))
        continue;
      g_array_append_val (self->editions, edition->number);
      /* Translators: a baseline of the timeline. */
      g_ptr_array_add (names, g_strdup_printf (_("Baseline: Edition %u"), edition->number));
      if (edition->number == chosen)
        selected = self->editions->len;
    }
  g_ptr_array_add (names, NULL);
  self->listing = TRUE;
  gtk_string_list_splice (self->baselines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->baselines)),
                          (const char * const *) names->pdata);
  gtk_drop_down_set_selected (self->baseline, selected);
  self->listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->baseline), self->editions->len > 0);
}

/* What follows from a bar that is being moved, or why it stays; screen readers
 * hear it as the description of the drawing. */
static void
told_cb (StewardTimelinePage *self,
         const char          *text)
{
  steward_row_details_tell (self->details, text);
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

/* Before the split between table and drawing, which has the same key for its
 * handle, takes it. */
static void
add_late_key (StewardTimelinePage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F8, 0),
                                                          gtk_callback_action_new (late_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
table_toggled_cb (StewardTimelinePage *self,
                  GtkToggleButton     *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  steward_timeline_view_set_labels (self->view, !active);
  /* The drawing keeps the larger half, and no column is cut. */
  if (active)
    gtk_paned_set_position (self->paned,
                            steward_timeline_columns_fit (self->columns,
                                                          gtk_widget_get_width (GTK_WIDGET (self->paned)) / 2));
}

static void
today_cb (StewardTimelinePage *self)
{
  steward_timeline_view_show_day (self->view, steward_day_today ());
}

static void
steward_timeline_page_bind (StewardPage    *page,
                            StewardSession *session)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);

  steward_timeline_view_set_session (self->view, session);
  self->listed = G_MAXUINT;
  steward_row_details_show (self->details, NULL);
}

static void
steward_timeline_page_refresh (StewardPage *page)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);
  const StewardSchedule *schedule = steward_session_get_drawn (steward_page_get_session (page));
  gboolean empty = schedule == NULL || schedule->plan->items->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "drawing");
  list_baselines (self, steward_session_get_project (steward_page_get_session (page)));
  steward_trial_bar_show (self->trial, steward_page_get_session (page));
  show_details (self);
}

static void
steward_timeline_page_zoom (StewardPage *page,
                            int          direction)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);

  gtk_drop_down_set_selected (self->scale,
                              steward_timeline_step_zoom (steward_timeline_view_get_timeline (self->view),
                                                          steward_timeline_view_get_scale (self->view), direction));
}

static StewardDrawing *
steward_timeline_page_draw (StewardPage *page)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (page);

  return steward_drawing_new_timeline (steward_page_get_session (page), steward_timeline_view_get_scale (self->view),
                                       gtk_drop_down_get_selected (self->group),
                                       steward_timeline_view_get_baseline (self->view));
}

static void
steward_timeline_page_enter (StewardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STEWARD_TIMELINE_PAGE (page)->view));
}

static void
steward_timeline_page_dispose (GObject *object)
{
  StewardTimelinePage *self = STEWARD_TIMELINE_PAGE (object);

  if (self->columns != NULL)
    steward_timeline_columns_set_view (self->columns, NULL);
  steward_page_dispose_template (STEWARD_PAGE (self), STEWARD_TYPE_TIMELINE_PAGE);
  g_clear_pointer (&self->editions, g_array_unref);

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
  page_class->enter = steward_timeline_page_enter;

  g_type_ensure (STEWARD_TYPE_TIMELINE_VIEW);
  g_type_ensure (STEWARD_TYPE_ROW_DETAILS);
  g_type_ensure (STEWARD_TYPE_TIMELINE_COLUMNS);
  g_type_ensure (STEWARD_TYPE_TRIAL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, trial);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, view);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, details);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, scale);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, group);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, baseline);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, baselines);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, paned);
  gtk_widget_class_bind_template_child (widget_class, StewardTimelinePage, columns);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_details);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_cb);
  gtk_widget_class_bind_template_callback (widget_class, baseline_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_late_cb);
}

static void
steward_timeline_page_init (StewardTimelinePage *self)
{
  self->editions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->listed = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  steward_timeline_columns_set_view (self->columns, self->view);
  steward_row_details_set_hint (self->details, _("Choose a row to see its dates and why they are so."));
  add_late_key (self);
  gtk_drop_down_set_selected (self->scale, STEWARD_ZOOM_FIT);
}

GtkWidget *
steward_timeline_page_get_baseline (StewardTimelinePage *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_PAGE (self), NULL);

  return GTK_WIDGET (self->baseline);
}

void
steward_timeline_page_select (StewardTimelinePage *self,
                              const char          *row)
{
  g_return_if_fail (STEWARD_IS_TIMELINE_PAGE (self));
  g_return_if_fail (row != NULL);

  steward_canvas_set_selected (STEWARD_CANVAS (self->view), row);
  gtk_widget_queue_allocate (GTK_WIDGET (self->columns));
  show_details (self);
}

StewardTimelineView *
steward_timeline_page_get_view (StewardTimelinePage *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_PAGE (self), NULL);

  return self->view;
}

StewardTimelineColumns *
steward_timeline_page_get_columns (StewardTimelinePage *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMELINE_PAGE (self), NULL);

  return self->columns;
}
