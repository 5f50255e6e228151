/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers-window.h"

#include <glib/gi18n-lib.h>

#include "steward-ui-text.h"

struct _StewardLeversWindow
{
  AdwWindow             parent_instance;

  GtkStack             *state;
  GtkWidget            *switcher;
  AdwStatusPage        *none;
  StewardLeversFigures *figures;
  GtkListBox           *levers;
  GtkWidget            *texts;
  AdwComboRow          *stage;
  GtkLabel             *preview;
  StewardTimelineView  *timeline;
  GtkListBox           *dates;
  GtkWidget            *adopt;
  GtkToggleButton      *drawings;

  StewardLeversTrial   *trial;
  GPtrArray            *groups;     /* ids, in the order of the stages */
};

G_DEFINE_FINAL_TYPE (StewardLeversWindow, steward_levers_window, ADW_TYPE_WINDOW)

/* The group that the text goes to, NULL when it goes nowhere. */
static const char *
get_group (StewardLeversWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->stage);

  if (selected == 0 || selected > self->groups->len)
    return NULL;

  return g_ptr_array_index (self->groups, selected - 1);
}

static void
update_preview (StewardLeversWindow *self)
{
  const StewardTrialAnswer *answer = steward_levers_trial_get_answer (self->trial);
  const char *group = get_group (self);
  g_autofree char *news = group != NULL ? steward_levers_trial_get_news (self->trial, group) : NULL;
  const char *text = news;

  if (answer == NULL)
    return;

  if (*answer->text == '\0')
    text = _("Nothing that is used saves anything, so there is nothing to write.");
  else if (group == NULL)
    text = answer->text;
  else if (*news == '\0')
    text = _("All of it stands there already.");
  else if (!steward_levers_trial_has_room (self->trial, group))
    text = _("There is not enough room left in that text; nothing is written.");
  gtk_label_set_text (self->preview, text);
  if (group == NULL || *answer->text == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "dim-label");
}

/* Nothing is adopted of which the figures are not seen. */
static void
update_adopt (StewardLeversWindow *self)
{
  const char * const labels[] = { _("A_dopt Scenario A"), _("A_dopt Scenario B") };
  StewardTrial chosen = steward_levers_trial_get_chosen (self->trial);

  gtk_button_set_label (GTK_BUTTON (self->adopt), labels[chosen == STEWARD_TRIAL_B]);
  gtk_widget_set_sensitive (self->adopt, steward_levers_trial_is_changed (self->trial)
                                         && !steward_levers_trial_is_busy (self->trial)
                                         && steward_levers_trial_get_error (self->trial) == NULL
                                         && steward_levers_trial_get_answer (self->trial) != NULL);
}

static void
switched_cb (StewardLeversWindow *self,
             const char          *lever,
             const char          *item,
             gboolean             on)
{
  steward_levers_trial_switch (self->trial, lever, item, on);
  update_adopt (self);
}

static void
wanted_cb (StewardLeversWindow *self,
           const char          *lever,
           gboolean             wanted)
{
  steward_levers_trial_want_items (self->trial, lever, wanted);
}

static void
update_levers (StewardLeversWindow      *self,
               const StewardTrialAnswer *answer)
{
  for (guint i = 0; i < answer->offers->len; i++)
    {
      const StewardLeverOffer *offer = g_ptr_array_index (answer->offers, i);
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->levers, i));

      if (row == NULL)
        {
          row = steward_levers_row_new (offer);
          g_signal_connect_object (row, "switched", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
          gtk_list_box_append (self->levers, row);
        }
      steward_levers_row_update (STEWARD_LEVERS_ROW (row), offer,
                                 g_hash_table_lookup (answer->items, offer->lever->id));
    }
}

static char *
span_text (const StewardCalendar *calendar,
           StewardDay             start,
           StewardDay             finish)
{
  g_autofree char *first = steward_ui_date (start, steward_calendar_is_provisional (calendar, start));
  g_autofree char *last = steward_ui_date (finish, steward_calendar_is_provisional (calendar, finish));

  if (start == finish)
    return g_steal_pointer (&last);

  /* Translators: first and last day. */
  return g_strdup_printf (_("%s to %s"), first, last);
}

static GtkWidget *
date_row (const StewardCalendar    *calendar,
          const StewardComparedRow *moved)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *now = span_text (calendar, moved->start_a, moved->finish_a);
  g_autofree char *then = span_text (calendar, moved->start_b, moved->finish_b);
  /* Translators: the days as decided, and those with the levers. */
  g_autofree char *text = g_strdup_printf (_("%s, instead of %s"), then, now);
  g_autofree char *name = steward_ui_join (moved->name, text, NULL);
  GtkWidget *label = steward_ui_label_new (text, "numeric");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (moved->name, NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "plan-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  steward_ui_set_label (row, name);

  return row;
}

static void
update_dates (StewardLeversWindow      *self,
              const StewardTrialAnswer *answer)
{
  const StewardCalendar *calendar = answer->figures[STEWARD_TRIAL_NOW].schedule->calendar;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->dates, 0)) != NULL)
    gtk_list_box_remove (self->dates, GTK_WIDGET (row));
  for (guint i = 0; i < answer->comparison->rows->len; i++)
    gtk_list_box_append (self->dates, date_row (calendar, g_ptr_array_index (answer->comparison->rows, i)));
}

/* The scenario that is being edited, on the drawings of the window behind;
 * to be looked at, that one has to be within reach. */
static void
update_drawings (StewardLeversWindow *self)
{
  const StewardTrialAnswer *answer = steward_levers_trial_get_answer (self->trial);
  StewardSession *session = steward_levers_trial_get_session (self->trial);
  gboolean shown = gtk_toggle_button_get_active (self->drawings);
  const StewardSchedule *schedule;

  gtk_window_set_modal (GTK_WINDOW (self), !shown);
  if (!shown)
    {
      steward_session_set_trial (session, NULL);
      return;
    }
  schedule = answer != NULL ? answer->figures[steward_levers_trial_get_chosen (self->trial)].schedule : NULL;
  if (schedule != NULL)
    steward_session_set_trial (session, schedule->scenario);
}

static void
drawings_cb (StewardLeversWindow *self)
{
  if (self->trial != NULL)
    update_drawings (self);
}

static void
show_failure (StewardLeversWindow *self)
{
  const GError *error = steward_levers_trial_get_error (self->trial);

  adw_status_page_set_description (self->none, error->message);
  gtk_stack_set_visible_child_name (self->state, "none");
}

static void
answered_cb (StewardLeversWindow *self)
{
  const StewardTrialAnswer *answer = steward_levers_trial_get_answer (self->trial);

  update_adopt (self);
  if (steward_levers_trial_get_error (self->trial) != NULL)
    {
      show_failure (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->state, answer->offers->len > 0 ? "levers" : "none");
  gtk_widget_set_visible (self->switcher, answer->offers->len > 0);
  steward_levers_figures_update (self->figures, answer);
  update_levers (self, answer);
  update_dates (self, answer);
  steward_timeline_view_set_schedules (self->timeline,
                                       answer->figures[steward_levers_trial_get_chosen (self->trial)].schedule,
                                       answer->figures[STEWARD_TRIAL_NOW].schedule);
  update_preview (self);
  if (gtk_toggle_button_get_active (self->drawings))
    update_drawings (self);
}

static void
chosen_cb (StewardLeversWindow *self)
{
  if (self->trial == NULL)
    return;

  steward_levers_trial_choose (self->trial, steward_levers_figures_get_chosen (self->figures));
  update_adopt (self);
}

static void
stage_cb (StewardLeversWindow *self)
{
  if (self->trial != NULL)
    update_preview (self);
}

static void
adopt_cb (StewardLeversWindow *self)
{
  steward_levers_trial_adopt (self->trial, get_group (self));
  gtk_window_close (GTK_WINDOW (self));
}

/* Somewhere in the stage something is still to be done. */
static gboolean
is_open (StewardSession     *session,
         const StewardStage *stage)
{
  const StewardSchedule *schedule = steward_session_get_schedule (session);

  for (guint i = 0; schedule != NULL && i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_ITEM && row->accepted == STEWARD_DAY_NONE
          && row->stage->number == stage->number)
        return TRUE;
    }

  return FALSE;
}

static void
add_group (StewardLeversWindow *self,
           GtkStringList       *names,
           const StewardGroup  *group)
{
  if (group->role != STEWARD_ROLE_OPTIMISATION)
    return;

  g_ptr_array_add (self->groups, group->id);
  gtk_string_list_append (names, group->stage->plan_name);
}

/* The texts that the pack has for it, the first stage that is not over yet
 * chosen. */
static void
list_groups (StewardLeversWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  StewardSession *session = steward_levers_trial_get_session (self->trial);
  StewardPack *pack = steward_project_get_pack (steward_session_get_project (session));
  GPtrArray *parts = steward_pack_get_parts (pack);
  guint selected = 0;

  gtk_string_list_append (names, _("Nowhere"));
  for (guint i = 0; i < parts->len; i++)
    {
      const StewardPart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; j < part->groups->len; j++)
        {
          const StewardGroup *group = g_ptr_array_index (part->groups, j);

          add_group (self, names, group);
          if (selected == 0 && group->role == STEWARD_ROLE_OPTIMISATION && is_open (session, group->stage))
            selected = self->groups->len;
        }
    }
  adw_combo_row_set_model (self->stage, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage, selected);
  gtk_widget_set_visible (self->texts, self->groups->len > 0);
}

static void
steward_levers_window_dispose (GObject *object)
{
  StewardLeversWindow *self = STEWARD_LEVERS_WINDOW (object);

  /* What was tried is over, adopted or not. */
  if (self->trial != NULL)
    steward_session_set_trial (steward_levers_trial_get_session (self->trial), NULL);
  /* The drawing points into the answer of the trial. */
  if (self->timeline != NULL)
    steward_timeline_view_set_schedules (self->timeline, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEWARD_TYPE_LEVERS_WINDOW);
  g_clear_object (&self->trial);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (steward_levers_window_parent_class)->dispose (object);
}

static void
steward_levers_window_class_init (StewardLeversWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steward_levers_window_dispose;

  g_type_ensure (STEWARD_TYPE_LEVERS_FIGURES);
  g_type_ensure (STEWARD_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/xiangmuzhang/Steward/steward-levers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, state);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, none);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, levers);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, texts);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, dates);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, adopt);
  gtk_widget_class_bind_template_child (widget_class, StewardLeversWindow, drawings);
  gtk_widget_class_bind_template_callback (widget_class, adopt_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawings_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
steward_levers_window_init (StewardLeversWindow *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
steward_levers_window_new (GtkWindow      *parent,
                           StewardSession *session)
{
  StewardLeversWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);

  self = g_object_new (STEWARD_TYPE_LEVERS_WINDOW, "transient-for", parent, NULL);
  self->trial = steward_levers_trial_new (session);
  g_signal_connect_object (self->trial, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  list_groups (self);
  update_adopt (self);

  return GTK_WIDGET (self);
}

StewardLeversTrial *
steward_levers_window_get_trial (StewardLeversWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_WINDOW (self), NULL);

  return self->trial;
}

StewardLeversFigures *
steward_levers_window_get_figures (StewardLeversWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_WINDOW (self), NULL);

  return self->figures;
}

StewardTimelineView *
steward_levers_window_get_timeline (StewardLeversWindow *self)
{
  g_return_val_if_fail (STEWARD_IS_LEVERS_WINDOW (self), NULL);

  return self->timeline;
}

StewardLeversRow *
steward_levers_window_find_row (StewardLeversWindow *self,
                                const char          *lever)
{
  const StewardTrialAnswer *answer;

  g_return_val_if_fail (STEWARD_IS_LEVERS_WINDOW (self), NULL);
  g_return_val_if_fail (lever != NULL, NULL);

  answer = steward_levers_trial_get_answer (self->trial);
  for (guint i = 0; answer != NULL && i < answer->offers->len; i++)
    {
      const StewardLeverOffer *offer = g_ptr_array_index (answer->offers, i);

      if (g_str_equal (offer->lever->id, lever))
        return STEWARD_LEVERS_ROW (gtk_list_box_get_row_at_index (self->levers, i));
    }

  return NULL;
}
