/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-page.h"

#include <glib/gi18n-lib.h>

#include "steward-issue.h"
#include "steward-plan-editions.h"
#include "steward-plan-matrix.h"
#include "steward-plan-missing.h"
#include "steward-plan-stages.h"
#include "steward-receipt.h"
#include "steward-ui-text.h"

struct _StewardPlanPage
{
  StewardPage          parent_instance;

  GtkStack            *stack;
  GtkStack            *views;
  StewardPlanStages   *stages;
  StewardPlanMatrix   *matrix;
  StewardPlanMissing  *missing;
  StewardPlanEditions *editions;
  GtkLabel            *cell;
  GSimpleActionGroup  *actions;
};

G_DEFINE_FINAL_TYPE (StewardPlanPage, steward_plan_page, STEWARD_TYPE_PAGE)

static void
moved_cb (StewardPlanPage *self)
{
  gtk_label_set_text (self->cell, steward_plan_matrix_describe (self->matrix));
}

static void
show_matrix (StewardPlanPage       *self,
             const StewardSchedule *schedule)
{
  steward_plan_matrix_show (self->matrix, schedule);
  if (schedule != NULL && schedule->plan->materials->len == 0)
    gtk_label_set_text (self->cell, _("No materials are ticked on the assessment form yet."));
}

/* Only the view that is looked at is made. */
static void
show_view (StewardPlanPage *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));

  if (g_str_equal (view, "matrix"))
    show_matrix (self, session != NULL ? steward_session_get_schedule (session) : NULL);
  else if (g_str_equal (view, "missing"))
    steward_plan_missing_show (self->missing, session);
  else if (g_str_equal (view, "editions"))
    steward_plan_editions_show (self->editions, session);
  else
    steward_plan_stages_show (self->stages, session);
}

static void
steward_plan_page_refresh (StewardPage *page)
{
  StewardPlanPage *self = STEWARD_PLAN_PAGE (page);
  const StewardSchedule *schedule = steward_session_get_schedule (steward_page_get_session (page));
  gboolean empty = schedule == NULL
                   || (schedule->plan->items->len == 0 && schedule->plan->materials->len == 0);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "plan");
  show_view (self);
}

static void
steward_plan_page_bind (StewardPage    *page,
                        StewardSession *session)
{
  StewardPlanPage *self = STEWARD_PLAN_PAGE (page);

  steward_plan_stages_show (self->stages, NULL);
  steward_plan_matrix_show (self->matrix, NULL);
  steward_plan_missing_show (self->missing, NULL);
  steward_plan_editions_show (self->editions, NULL);
}

static void
steward_plan_page_commit (StewardPage *page)
{
  steward_plan_stages_commit (STEWARD_PLAN_PAGE (page)->stages);
}

static void
focus_view (StewardPlanPage *self)
{
  const char *view = gtk_stack_get_visible_child_name (self->views);

  if (g_str_equal (view, "matrix"))
    steward_plan_matrix_focus (self->matrix);
  else if (g_str_equal (view, "missing"))
    steward_plan_missing_focus (self->missing);
  else if (g_str_equal (view, "editions"))
    steward_plan_editions_focus (self->editions);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stages), GTK_DIR_TAB_FORWARD);
}

static void
steward_plan_page_enter (StewardPage *page)
{
  StewardPlanPage *self = STEWARD_PLAN_PAGE (page);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else
    focus_view (self);
}

static void
steward_plan_page_zoom (StewardPage *page,
                        int          direction)
{
  StewardCanvas *canvas = STEWARD_CANVAS (STEWARD_PLAN_PAGE (page)->matrix);

  if (direction == 0)
    steward_canvas_set_zoom (canvas, 1);
  else
    steward_canvas_set_zoom (canvas, steward_canvas_get_zoom (canvas) * (direction > 0 ? 1.2 : 1 / 1.2));
}

static void
view_changed_cb (StewardPlanPage *self)
{
  if (steward_page_get_session (STEWARD_PAGE (self)) != NULL)
    show_view (self);
}

/* A cell opens the case of its item; a name asks when the paper came. */
static void
activated_cb (StewardPlanPage *self)
{
  const char *item = steward_plan_matrix_get_item (self->matrix);
  const char *material = steward_plan_matrix_get_material (self->matrix);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.case", "s", item);
  else if (material != NULL)
    steward_receipt_ask (GTK_WIDGET (self->cell), steward_page_get_session (STEWARD_PAGE (self)), material);
}

/* Whatever cell of a paper is current, its keys are those of the paper. */
static gboolean
matrix_key_cb (StewardPlanPage *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  const char *material = steward_plan_matrix_get_material (self->matrix);

  if (session == NULL || material == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  return steward_receipt_handle_key (session, material, keyval);
}

/* A view that was chosen by hand is where the keyboard is wanted next. */
static void
view_action (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  StewardPlanPage *self = user_data;

  g_simple_action_set_state (action, state);
  gtk_stack_set_visible_child_name (self->views, g_variant_get_string (state, NULL));
  focus_view (self);
}

/* What is still being typed belongs to what is issued. */
static void
issue_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  StewardPlanPage *self = user_data;
  StewardSession *session = steward_page_get_session (STEWARD_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  steward_plan_stages_commit (self->stages);
  if (session != NULL && STEWARD_IS_WINDOW (root))
    steward_issue_ask (STEWARD_WINDOW (root), session);
}

static void
steward_plan_page_dispose (GObject *object)
{
  StewardPlanPage *self = STEWARD_PLAN_PAGE (object);

  g_clear_object (&self->actions);
  steward_page_dispose_template (STEWARD_PAGE (object), STEWARD_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (steward_plan_page_parent_class)->dispose (object);
}

static void
steward_plan_page_class_init (StewardPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_plan_page_dispose;
  STEWARD_PAGE_CLASS (klass)->refresh = steward_plan_page_refresh;
  STEWARD_PAGE_CLASS (klass)->bind = steward_plan_page_bind;
  STEWARD_PAGE_CLASS (klass)->commit = steward_plan_page_commit;
  STEWARD_PAGE_CLASS (klass)->enter = steward_plan_page_enter;
  STEWARD_PAGE_CLASS (klass)->zoom = steward_plan_page_zoom;

  g_type_ensure (STEWARD_TYPE_PLAN_STAGES);
  g_type_ensure (STEWARD_TYPE_PLAN_MATRIX);
  g_type_ensure (STEWARD_TYPE_PLAN_MISSING);
  g_type_ensure (STEWARD_TYPE_PLAN_EDITIONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, views);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, stages);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, missing);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, editions);
  gtk_widget_class_bind_template_child (widget_class, StewardPlanPage, cell);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
steward_plan_page_init (StewardPlanPage *self)
{
  const GActionEntry entries[] = {
    { .name = "view", .parameter_type = "s", .state = "'stages'", .change_state = view_action },
    { .name = "issue", .activate = issue_action },
  };

  GtkEventController *keys = gtk_event_controller_key_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "plan", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (matrix_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->matrix), keys);
}
