/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-backward-window.h"

#include <glib/gi18n-lib.h>

#include "steward-backward-line.h"
#include "steward-backward-text.h"
#include "steward-case-text.h"
#include "steward-day-entry.h"
#include "steward-ui-text.h"

struct _StewardBackwardWindow
{
  AdwWindow         parent_instance;

  GtkDropDown      *goal;
  GtkEntry         *day;
  GtkLabel         *day_text;
  GtkLabel         *answer_text;
  GtkLabel         *provisional;
  GtkStack         *state;
  GtkColumnView    *items_view;
  GtkColumnView    *papers_view;
  GtkStack         *papers;
  GtkWidget        *copy;
  AdwToastOverlay  *toasts;

  StewardSession   *session;
  GPtrArray        *activities;     /* StewardActivity, behind the goals */
  GListStore       *item_lines;
  GListStore       *paper_lines;
  StewardBackward  *answer;
  char             *text;           /* of the answer, to be copied */
  char             *proposed;       /* the day put in by itself */
};

G_DEFINE_FINAL_TYPE (StewardBackwardWindow, steward_backward_window, ADW_TYPE_WINDOW)

/* The activity that shall begin; NULL for the whole plan, the last goal. */
static const char *
get_activity (StewardBackwardWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->goal);

  if (selected >= self->activities->len)
    return NULL;

  return ((const StewardActivity *) g_ptr_array_index (self->activities, selected))->id;
}

static gboolean
read_day (StewardBackwardWindow *self,
          StewardDay            *day)
{
  return steward_day_parse_entry (gtk_editable_get_text (GTK_EDITABLE (self->day)),
                                  steward_session_get_calendar (self->session), steward_day_today (), day);
}

static void
show_day (StewardBackwardWindow *self,
          gboolean               known,
          StewardDay             day)
{
  g_autofree char *text = NULL;

  if (known)
    text = steward_case_describe_day (day, steward_session_get_calendar (self->session), steward_day_today ());
  gtk_label_set_text (self->day_text, known ? text : _("not a day"));
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");
}

static void
fill_lines (GListStore *store,
            GPtrArray  *lines)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), lines->pdata, lines->len);
}

static void
show_tables (StewardBackwardWindow *self,
             const StewardCalendar *calendar)
{
  g_autoptr (GPtrArray) ranked = steward_backward_rank_rows (self->answer);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (items, steward_backward_line_new_row (g_ptr_array_index (ranked, i), calendar));
  for (guint i = 0; i < self->answer->materials->len; i++)
    g_ptr_array_add (papers, steward_backward_line_new_paper (g_ptr_array_index (self->answer->materials, i),
                                                              calendar));
  fill_lines (self->item_lines, items);
  fill_lines (self->paper_lines, papers);
  gtk_stack_set_visible_child_name (self->papers, papers->len > 0 ? "papers" : "none");
  gtk_stack_set_visible_child_name (self->state, items->len > 0 ? "tables" : "over");
}

static void
show_answer (StewardBackwardWindow *self)
{
  g_autofree char *sentence = steward_backward_get_answer (self->answer);
  g_autofree char *text = g_strdup_printf ("%s %s", self->answer->possible ? "✓" : "✗", sentence);

  gtk_label_set_text (self->answer_text, text);
  steward_ui_set_label (GTK_WIDGET (self->answer_text), sentence);
  if (self->answer->possible)
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer_text), "error-text");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->answer_text), "error-text");
  gtk_widget_set_visible (GTK_WIDGET (self->provisional), self->answer->provisional);
}

static void
say_nothing (StewardBackwardWindow *self,
             const char            *why)
{
  gtk_label_set_text (self->answer_text, why);
  steward_ui_set_label (GTK_WIDGET (self->answer_text), why);
  gtk_widget_remove_css_class (GTK_WIDGET (self->answer_text), "error-text");
  gtk_widget_set_visible (GTK_WIDGET (self->provisional), FALSE);
  gtk_stack_set_visible_child_name (self->state, "nothing");
}

static void
update (StewardBackwardWindow *self)
{
  const StewardSchedule *schedule;
  g_autoptr (GError) error = NULL;
  StewardDay day = STEWARD_DAY_NONE;
  gboolean known;

  /* The fields still change while they are taken down. */
  if (self->session == NULL)
    return;

  schedule = steward_session_get_schedule (self->session);
  known = read_day (self, &day);
  g_clear_pointer (&self->answer, steward_backward_free);
  g_clear_pointer (&self->text, g_free);
  show_day (self, known, day);
  if (known && schedule != NULL && schedule->plan->items->len > 0)
    self->answer = steward_schedule_plan_backward (schedule, get_activity (self), day, &error);

  gtk_widget_set_sensitive (self->copy, self->answer != NULL);
  if (self->answer != NULL)
    {
      self->text = steward_backward_to_text (self->answer, schedule->calendar);
      show_answer (self);
      show_tables (self, schedule->calendar);
    }
  else if (error != NULL)
    say_nothing (self, error->message);
  else if (!known)
    say_nothing (self, _("Type the day on which it has to be reached, such as 2026-09-01 or +60."));
  else
    say_nothing (self, _("Nothing is planned yet: tick items on the assessment form first."));
}

/* The day on which it comes as things stand: the earliest that can be met. */
static void
propose_day (StewardBackwardWindow *self)
{
  const StewardSchedule *schedule = steward_session_get_schedule (self->session);
  g_autoptr (StewardBackward) answer = NULL;
  if (schedule != NULL && schedule->plan->items->len > 0)
    answer = steward_schedule_plan_backward (schedule, get_activity (self), schedule->finish, NULL);
  if (answer == NULL)
    return;

  g_free (self->proposed);
  self->proposed = steward_day_format (answer->forecast);
  gtk_editable_set_text (GTK_EDITABLE (self->day), self->proposed);
}

/* Another goal has another forecast; a day that somebody typed stays. */
static void
goal_cb (StewardBackwardWindow *self)
{
  if (self->session == NULL)
    return;

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->day)), self->proposed) == 0)
    propose_day (self);
  update (self);
}

static void
list_goals (StewardBackwardWindow *self)
{
  StewardProject *project = steward_session_get_project (self->session);
  GPtrArray *activities = steward_pack_get_activities (steward_project_get_pack (project));
  g_autoptr (GtkStringList) goals = gtk_string_list_new (NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      StewardActivity *activity = g_ptr_array_index (activities, i);

      g_ptr_array_add (self->activities, activity);
      /* Translators: an activity such as construction. */
      gtk_string_list_take (goals, g_strdup_printf (_("“%s” begins"), activity->name));
    }
  gtk_string_list_append (goals, _("Everything is finished"));
  gtk_drop_down_set_model (self->goal, G_LIST_MODEL (goals));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  StewardBackwardWindow *self = STEWARD_BACKWARD_WINDOW (widget);

  if (self->text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The backward plan is copied as text")));
}

static void
steward_backward_window_dispose (GObject *object)
{
  StewardBackwardWindow *self = STEWARD_BACKWARD_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->answer, steward_backward_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->proposed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_BACKWARD_WINDOW);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_object (&self->item_lines);
  g_clear_object (&self->paper_lines);

  G_OBJECT_CLASS (steward_backward_window_parent_class)->dispose (object);
}

static void
steward_backward_window_class_init (StewardBackwardWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_backward_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-backward-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, goal);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, day);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, day_text);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, answer_text);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, provisional);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, state);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, items_view);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, papers_view);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, papers);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, StewardBackwardWindow, toasts);
  gtk_widget_class_install_action (widget_class, "backward.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "backward.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_backward_window_init (StewardBackwardWindow *self)
{
  const char *items[] = { _("Item"), _("Latest start"), _("Latest end"), _("Slack"), NULL };
  const char *papers[] = { _("Paper"), _("Hand in by"), _("Used for"), NULL };

  self->activities = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_lines = steward_backward_line_fill_view (self->items_view, items, STEWARD_BACKWARD_NAME);
  self->paper_lines = steward_backward_line_fill_view (self->papers_view, papers, STEWARD_BACKWARD_USES);
}

GtkWidget *
steward_backward_window_new (GtkWindow      *parent,
                             StewardSession *session)
{
  StewardBackwardWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_BACKWARD_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  list_goals (self);
  propose_day (self);
  update (self);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->goal, "notify::selected", G_CALLBACK (goal_cb), self);
  g_signal_connect_object (session, "schedule-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));

  return GTK_WIDGET (self);
}

const StewardBackward *
steward_backward_window_get_answer (StewardBackwardWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_BACKWARD_WINDOW (self), NULL);

  return self->answer;
}
