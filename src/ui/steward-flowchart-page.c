/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-page.h"

#include <glib/gi18n-lib.h>

#include "steward-flowchart-items.h"
#include "steward-item-picker.h"
#include "steward-row-details.h"
#include "steward-trial-bar.h"
#include "steward-ui-text.h"
#include "steward-window.h"

/* Lines for what follows from a link. */
#define TOLD_LINES 2

struct _StewardFlowchartPage
{
  StewardPage           parent_instance;

  GtkStack             *stack;
  StewardTrialBar      *trial;
  GtkBox               *stages;
  StewardFlowchartView *view;
  StewardRowDetails    *details;
  GtkToggleButton      *edit;
  GtkRevealer          *edit_bar;
  GtkMenuButton        *add;
};

G_DEFINE_FINAL_TYPE (StewardFlowchartPage, steward_flowchart_page, STEWARD_TYPE_PAGE)

/* There always is one: the drawing must not change its size under a pointer that
 * holds a box or clicks it. */
static void
show_hint (StewardFlowchartPage *self,
           gboolean              editing)
{
  steward_row_details_set_hint (self->details, editing ? _("Choose a box.")
                                                       : _("Choose a box to see its dates and why they are so."));
}

static void
show_details (StewardFlowchartPage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  const StewardSchedule *schedule = session != NULL ? steward_session_get_drawn (session) : NULL;
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
  steward_row_details_tell (self->details, NULL);
  show_details (self);
}

/* What follows from a link that is being led, or what a line stands for. */
static void
told_cb (StewardFlowchartPage *self,
         const char           *text)
{
  steward_row_details_tell (self->details, text);
}

static void
toast (StewardFlowchartPage *self,
       const char           *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (STEWARD_IS_WINDOW (root))
    steward_window_toast (STEWARD_WINDOW (root), text);
}

/* Why the drawing cannot be worked on, or NULL. */
static const char *
get_refusal (StewardFlowchartPage *self)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));

  if (session == NULL || steward_session_get_keeper (session) == NULL)
    return _("This project is kept nowhere, so that nothing can be changed in it");
  if (steward_session_has_trial (session))
    return _("The drawing shows levers that are only tried. End the trial to change links and items");

  return NULL;
}

static void
edit_cb (StewardFlowchartPage *self)
{
  gboolean editing = gtk_toggle_button_get_active (self->edit);
  const char *refusal = editing ? get_refusal (self) : NULL;

  if (refusal != NULL)
    {
      gtk_toggle_button_set_active (self->edit, FALSE);
      toast (self, refusal);
      return;
    }

  steward_flowchart_view_set_editing (self->view, editing);
  gtk_revealer_set_reveal_child (self->edit_bar, editing);
  show_hint (self, editing);
  steward_row_details_set_room (self->details, editing ? TOLD_LINES : 0);
  steward_flowchart_view_tell (self->view, NULL);
  show_details (self);
  steward_ui_set_label (GTK_WIDGET (self->view), editing ? _("Flowchart, to be edited") : _("Flowchart"));
}

static void
remove_cb (StewardFlowchartPage *self,
           const char           *id)
{
  g_autofree char *text = NULL;

  if (!steward_flowchart_items_remove (GTK_WIDGET (self), steward_page_get_session (STEWARD_PAGE (self)), id, &text))
    steward_flowchart_view_tell (self->view, text);
}

static void
remove_clicked_cb (StewardFlowchartPage *self)
{
  if (!steward_flowchart_view_remove (self->view))
    steward_flowchart_view_tell (self->view, _("Choose a line or a box first."));
}

/* So that what is added can be seen. */
static void
show_stage (StewardFlowchartPage *self,
            int                   stage)
{
  if (steward_flowchart_view_get_stage (self->view) == 0)
    return;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->stages)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "stage")) == stage)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
chosen_cb (StewardFlowchartPage *self,
           const char           *id)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  g_autofree char *text = NULL;

  if (session == NULL)
    return;
  /* The keyboard leaves the list first, or it would be brought back to the button
   * some time after it was given to the new box. */
  steward_flowchart_view_enter (self->view);
  gtk_menu_button_popdown (self->add);
  if (!steward_flowchart_items_add (GTK_WIDGET (self), session, id, &text))
    {
      steward_flowchart_view_tell (self->view, text);
      return;
    }
  steward_flowchart_view_want (self->view, id);
  show_stage (self, steward_pack_find_item (steward_project_get_pack (steward_session_get_project (session)),
                                            id)->stage->number);
}

/* The stage that is shown alone, or that of the box that is selected. */
static int
get_stage (StewardFlowchartPage *self)
{
  const StewardSchedule *schedule = steward_session_get_schedule (steward_page_get_session (STEWARD_PAGE (self)));
  const char *id = steward_canvas_get_selected (STEWARD_CANVAS (self->view));
  int stage = steward_flowchart_view_get_stage (self->view);
  const StewardScheduleRow *row = NULL;

  if (schedule != NULL && id != NULL && stage == 0)
    row = steward_schedule_find_row (schedule, id);

  return row != NULL && row->stage != NULL ? row->stage->number : stage;
}

static gboolean
enter_cb (gpointer user_data)
{
  StewardFlowchartPage *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)) && steward_flowchart_view_get_editing (self->view))
    steward_flowchart_view_enter (self->view);

  return G_SOURCE_REMOVE;
}

/* Whoever chose nothing goes on where they were, not at the button; a newer GTK
 * brings the keyboard there after this. */
static void
picker_closed_cb (StewardFlowchartPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, enter_cb, g_object_ref (self), g_object_unref);
}

static void
create_picker_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  StewardFlowchartPage *self = user_data;
  GtkWidget *picker = GTK_WIDGET (gtk_menu_button_get_popover (button));

  if (picker == NULL)
    {
      picker = steward_item_picker_new ();
      g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (picker, "closed", G_CALLBACK (picker_closed_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, picker);
    }
  steward_item_picker_fill (STEWARD_ITEM_PICKER (picker), steward_page_get_session (STEWARD_PAGE (self)),
                            get_stage (self));
}

static gboolean
add_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  StewardFlowchartPage *self = STEWARD_FLOWCHART_PAGE (widget);

  if (!steward_flowchart_view_get_editing (self->view))
    return FALSE;
  gtk_menu_button_popup (self->add);

  return TRUE;
}

static gboolean
edit_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  StewardFlowchartPage *self = STEWARD_FLOWCHART_PAGE (widget);

  gtk_toggle_button_set_active (self->edit, !gtk_toggle_button_get_active (self->edit));
  /* Keys mean boxes and lines now. */
  if (gtk_toggle_button_get_active (self->edit))
    steward_flowchart_view_enter (self->view);

  return TRUE;
}

/* What made it possible may have gone. */
static void
check_editing (StewardFlowchartPage *self)
{
  const char *refusal = gtk_toggle_button_get_active (self->edit) ? get_refusal (self) : NULL;

  if (refusal == NULL)
    return;
  gtk_toggle_button_set_active (self->edit, FALSE);
  toast (self, refusal);
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

  gtk_toggle_button_set_active (self->edit, FALSE);
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
  check_editing (self);
  steward_flowchart_view_refresh (self->view);
  show_details (self);
}

static void
steward_flowchart_page_zoom (StewardPage *page,
                             int          direction)
{
  StewardCanvas *canvas = STEWARD_CANVAS (STEWARD_FLOWCHART_PAGE (page)->view);

  if (direction == 0)
    steward_canvas_set_zoom (canvas, 0);
  else
    steward_canvas_magnify (canvas, direction > 0 ? STEWARD_CANVAS_STEP : 1 / STEWARD_CANVAS_STEP);
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
steward_flowchart_page_enter (StewardPage *page)
{
  StewardFlowchartPage *self = STEWARD_FLOWCHART_PAGE (page);
  const char *selected = steward_canvas_get_selected (STEWARD_CANVAS (self->view));

  if (selected == NULL || !steward_flowchart_view_focus (self->view, selected))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
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
  static const guint add_keys[] = { GDK_KEY_Insert, GDK_KEY_KP_Insert, GDK_KEY_plus, GDK_KEY_KP_Add };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  StewardPageClass *page_class = STEWARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_flowchart_page_dispose;
  page_class->bind = steward_flowchart_page_bind;
  page_class->refresh = steward_flowchart_page_refresh;
  page_class->zoom = steward_flowchart_page_zoom;
  page_class->draw = steward_flowchart_page_draw;
  page_class->enter = steward_flowchart_page_enter;

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
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, edit);
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, edit_bar);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_bind_template_child (widget_class, StewardFlowchartPage, add);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, lanes_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, edit_key_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (add_keys); i++)
    gtk_widget_class_add_binding (widget_class, add_keys[i], 0, add_key_cb, NULL);
}

static void
steward_flowchart_page_init (StewardFlowchartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add, create_picker_cb, self, NULL);
  show_hint (self, FALSE);
}

StewardFlowchartView *
steward_flowchart_page_get_view (StewardFlowchartPage *self)
{
  g_return_val_if_fail (STEWARD_IS_FLOWCHART_PAGE (self), NULL);

  return self->view;
}
