/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-page.h"

#include <glib/gi18n-lib.h>

#include "steward-row-details.h"
#include "steward-trial-bar.h"
#include "steward-ui-text.h"

struct _StewardFlowchartPage
{
  StewardPage           parent_instance;

  GtkStack             *stack;
  StewardTrialBar      *trial;
  GtkBox               *stages;
  StewardFlowchartView *view;
  StewardRowDetails    *details;
};

G_DEFINE_FINAL_TYPE (StewardFlowchartPage, steward_flowchart_page, STEWARD_TYPE_PAGE)

static void
show_details (StewardFlowchartPage *self)
{
  const StewardSchedule *schedule = steward_session_get_drawn (steward_page_get_session (STEWARD_PAGE (self)));
  const char *id = steward_canvas_get_selected (STEWARD_CANVAS (self->view));

  steward_row_details_show (self->details,
                            schedule != NULL && id != NULL ? steward_schedule_find_row (schedule, id) : NULL);
}

/* Into the case of what is selected; its details show it already. */
static void
activated_cb (StewardFlowchartPage *self)
{
  steward_row_details_open (self->details);
}

static void
selected_cb (StewardFlowchartPage *self)
{
  show_details (self);
}

static void
stage_cb (StewardFlowchartPage *self,
          GtkToggleButton      *button)
{
  if (gtk_toggle_button_get_active (button))
    steward_flowchart_view_set_stage (self->view,
                                      GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "stage")));
}

static void
lanes_cb (StewardFlowchartPage *self,
          GtkToggleButton      *button)
{
  steward_flowchart_view_set_arrangement (self->view, gtk_toggle_button_get_active (button)
                                                      ? STEWARD_ARRANGE_LANES : STEWARD_ARRANGE_STAGES);
}

static GtkToggleButton *
add_stage_button (StewardFlowchartPage *self,
                  GtkToggleButton      *group,
                  int                   stage,
                  GtkWidget            *label,
                  const char           *name)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  g_object_set_data (G_OBJECT (button), "stage", GINT_TO_POINTER (stage));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), stage == 0);
  steward_ui_set_tooltip (button, name);
  steward_ui_set_label (button, name);
  g_signal_connect_object (button, "toggled", G_CALLBACK (stage_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->stages, button);

  return GTK_TOGGLE_BUTTON (button);
}

static void
build_stages (StewardFlowchartPage *self,
              StewardSession       *session)
{
  GPtrArray *stages = steward_pack_get_stages (steward_project_get_pack (steward_session_get_project (session)));
  GtkToggleButton *all = add_stage_button (self, NULL, 0, gtk_label_new (_("All")), _("All stages"));

  for (guint i = 0; i < stages->len; i++)
    {
      const StewardStage *stage = g_ptr_array_index (stages, i);

      add_stage_button (self, all, stage->number, steward_ui_stage_label_new (stage), stage->plan_name);
    }
}

static void
steward_flowchart_page_bind (StewardPage    *page,
                             StewardSession *session)
{
  StewardFlowchartPage *self = STEWARD_FLOWCHART_PAGE (page);

  steward_ui_clear (GTK_WIDGET (self->stages));
  steward_flowchart_view_set_stage (self->view, 0);
  steward_flowchart_view_set_session (self->view, session);
  steward_row_details_show (self->details, NULL);
  if (session != NULL)
    build_stages (self, session);
}

static void
steward_flowchart_page_refresh (StewardPage *page)
{
  StewardFlowchartPage *self = STEWARD_FLOWCHART_PAGE (page);
  const StewardSchedule *schedule = steward_session_get_drawn (steward_page_get_session (page));
  gboolean empty = schedule == NULL || schedule->plan->items->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "drawing");
  steward_trial_bar_show (self->trial, steward_page_get_session (page));
  steward_flowchart_view_refresh (self->view);
  show_details (self);
}

static void
steward_flowchart_page_zoom (StewardPage *page,
                             int          direction)
{
  StewardCanvas *canvas = STEWARD_CANVAS (STEWARD_FLOWCHART_PAGE (page)->view);
  double factor = direction > 0 ? 1.2 : 1 / 1.2;

  steward_canvas_set_zoom (canvas, direction == 0 ? 0 : steward_canvas_get_zoom (canvas) * factor);
}

static StewardDrawing *
steward_flowchart_page_draw (StewardPage *page)
{
  StewardFlowchartPage *self = STEWARD_FLOWCHART_PAGE (page);

  return steward_drawing_new_flowchart (steward_page_get_session (page),
                                        steward_flowchart_view_get_stage (self->view),
                                        steward_flowchart_view_get_arrangement (self->view));
}

static void
steward_flowchart_page_dispose (GObject *object)
{
  steward_page_dispose_template (STEWARD_PAGE (object), STEWARD_TYPE_FLOWCHART_PAGE);

  G_OBJECT_CLASS (steward_flowchart_page_parent_class)->dispose (object);
}

static void
steward_flowchart_page_class_init (StewardFlowchartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_flowchart_page_dispose;
  page_class->bind = steward_flowchart_page_bind;
  page_class->refresh = steward_flowchart_page_refresh;
  page_class->zoom = steward_flowchart_page_zoom;
  page_class->draw = steward_flowchart_page_draw;

  g_type_ensure (STEWARD_TYPE_FLOWCHART_VIEW);
  g_type_ensure (STEWARD_TYPE_ROW_DETAILS);
  g_type_ensure (STEWARD_TYPE_TRIAL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-flowchart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, trial);
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, stages);
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, view);
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, details);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_cb);
}

static void
steward_flowchart_page_init (StewardFlowchartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StewardFlowchartView *
steward_flowchart_page_get_view (StewardFlowchartPage *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_PAGE (self), NULL);

  return self->view;
}
