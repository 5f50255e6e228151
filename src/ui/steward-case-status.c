/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-status.h"

#include <glib/gi18n-lib.h>

#include "steward-case-text.h"
#include "steward-ui-text.h"

static void
add_figure (GtkFlowBox *figures,
            GtkWidget  *value,
            const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = steward_ui_label_new (caption, "caption");
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_add_css_class (label, "dim-label");
  /* Narrow by itself, so that all four stand in one row as long as they can. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "case-figure");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_insert (figures, child, -1);
}

static GtkWidget *
value_new (const char *text)
{
  GtkWidget *label = steward_ui_label_new (text, "case-value");

  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
light_new (StewardLight light)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *glyph = gtk_label_new (NULL);

  steward_ui_set_light (GTK_LABEL (glyph), light);
  gtk_box_append (GTK_BOX (box), glyph);
  gtk_box_append (GTK_BOX (box), value_new (steward_ui_light_name (light)));

  return box;
}

static const StewardEvent *
find_last (const StewardSchedule    *schedule,
           const StewardScheduleRow *row,
           StewardCaseStatus         status)
{
  const StewardCase *handled = row->item->case_;

  for (guint i = handled != NULL ? handled->events->len : 0; i > 0; i--)
    {
      const StewardEvent *event = g_ptr_array_index (handled->events, i - 1);

      if (event->day <= schedule->as_of && (status == 0 || event->status == status))
        return event;
    }

  return NULL;
}

static void
add_state (GtkFlowBox               *figures,
           const StewardSchedule    *schedule,
           const StewardScheduleRow *row)
{
  const StewardEvent *last = find_last (schedule, row, 0);
  g_autofree char *date = last != NULL ? steward_day_format (last->day) : NULL;
  g_autofree char *caption = NULL;

  if (last != NULL)
    /* Translators: number and name of the status, and its day. */
    caption = g_strdup_printf (_("%d %s, %s"), last->status, steward_case_status_name (last->status), date);
  add_figure (figures, light_new (row->answer.light), caption != NULL ? caption : _("nothing handed in yet"));
}

static gboolean
is_decision (StewardCaseStatus status)
{
  return status == STEWARD_CASE_GRANTED || status == STEWARD_CASE_GRANTED_DEFERRED
         || status == STEWARD_CASE_NOT_GRANTED;
}

static void
add_due (GtkFlowBox               *figures,
         const StewardScheduleRow *row)
{
  g_autofree char *due = NULL;

  if (row->decided != STEWARD_DAY_NONE)
    {
      due = steward_ui_date (row->decided, FALSE);
      add_figure (figures, value_new (due), is_decision (row->status) ? _("decided") : _("ended without a decision"));
    }
  else if (row->answer.due != STEWARD_DAY_NONE)
    {
      due = steward_ui_date (row->answer.due, FALSE);
      add_figure (figures, value_new (due), row->answer.provisional ? _("due, provisional") : _("due"));
    }
  else
    {
      due = steward_ui_date (row->finish, FALSE);
      if (row->answer.light == STEWARD_LIGHT_PAUSED)
        add_figure (figures, value_new ("–"), _("due day open while the clock is stopped"));
      else
        add_figure (figures, value_new (due), row->provisional ? _("planned end, provisional") : _("planned end"));
    }
}

static void
add_used (GtkFlowBox               *figures,
          const StewardScheduleRow *row)
{
  int extension = row->item->case_ != NULL ? row->item->case_->extension : 0;
  g_autofree char *text = NULL;

  if (row->limit < 0)
    text = g_strdup_printf ("%d", row->answer.used);
  else
    text = g_strdup_printf ("%d / %d", row->answer.used, row->limit + extension);
  add_figure (figures, value_new (text), row->limit < 0 ? _("working days used, no limit stated")
                                         : extension > 0 ? _("working days used, limit extended")
                                                         : _("working days used of the limit"));
}

static void
add_left (GtkFlowBox               *figures,
          const StewardScheduleRow *row)
{
  int left = row->answer.remaining;
  g_autofree char *text = NULL;

  if (row->limit < 0 || row->accepted == STEWARD_DAY_NONE)
    {
      add_figure (figures, value_new ("–"), _("working days left"));
      return;
    }

  text = g_strdup_printf ("%d", ABS (left));
  add_figure (figures, value_new (text), left < 0 ? _("working days late") : _("working days left"));
}

void
steward_case_status_fill_figures (GtkFlowBox               *figures,
                                  const StewardSchedule    *schedule,
                                  const StewardScheduleRow *row)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (GTK_IS_FLOW_BOX (figures));
  g_return_if_fail (schedule != NULL && row != NULL && row->item != NULL);

  while ((child = gtk_flow_box_get_child_at_index (figures, 0)) != NULL)
    gtk_flow_box_remove (figures, GTK_WIDGET (child));
  add_state (figures, schedule, row);
  add_due (figures, row);
  add_used (figures, row);
  add_left (figures, row);
}

/* Takes @text over. */
static void
add_message (GtkBox   *messages,
             char     *text,
             gboolean  warning)
{
  GtkWidget *label = steward_ui_label_new (text, "case-message");

  if (warning)
    gtk_widget_add_css_class (label, "warned");
  gtk_box_append (messages, label);
  g_free (text);
}

static char *
describe_last (const StewardSchedule *schedule,
               StewardDay             day)
{
  if (day != STEWARD_DAY_NONE && steward_calendar_is_provisional (schedule->calendar, day))
    return steward_ui_date (day, TRUE);

  return steward_case_day (day);
}

static void
tell_bureau (GtkBox                   *messages,
             const StewardScheduleRow *row)
{
  if (row->item->bureau_open && row->decided == STEWARD_DAY_NONE)
    add_message (messages, g_strdup_printf (_("%s is competent, and nobody has chosen yet: choose the bureau of the "
                                              "case once it is known."), row->item->bureau), FALSE);
}

static void
tell_silence (GtkBox                   *messages,
              const StewardSchedule    *schedule,
              const StewardScheduleRow *row)
{
  g_autofree char *until = describe_last (schedule, row->silent_until);
  g_autofree char *received = steward_case_day (row->received);
  int days = steward_calendar_count (schedule->calendar, schedule->as_of, row->silent_until);

  if (row->silent_until == STEWARD_DAY_NONE)
    return;

  add_message (messages,
               g_strdup_printf (ngettext ("The bureau has %d working day left, until %s, to accept the case or to say "
                                          "what is missing. Then it counts as accepted from %s.",
                                          "The bureau has %d working days left, until %s, to accept the case or to "
                                          "say what is missing. Then it counts as accepted from %s.", days),
                                days, until, received), FALSE);
}

static void
tell_deemed (GtkBox                   *messages,
             const StewardSchedule    *schedule,
             const StewardScheduleRow *row)
{
  int days = steward_pack_get_notice_days (schedule->plan->pack);
  g_autofree char *accepted = steward_case_day (row->accepted);
  StewardCaseClock clock;

  if (row->item->case_ == NULL)
    return;

  steward_case_replay (row->item->case_, schedule->calendar, days, schedule->as_of, &clock);
  if (clock.deemed)
    add_message (messages,
                 g_strdup_printf (ngettext ("The bureau said nothing within %d working day of the receipt: the case "
                                            "counts as accepted from %s.",
                                            "The bureau said nothing within %d working days of the receipt: the case "
                                            "counts as accepted from %s.", days), days, accepted), FALSE);
  steward_case_clock_clear (&clock);
}

static void
tell_pauses (GtkBox                   *messages,
             const StewardSchedule    *schedule,
             const StewardScheduleRow *row)
{
  for (gsize i = 0; i < row->n_pauses && row->decided == STEWARD_DAY_NONE; i++)
    {
      const StewardPause *pause = &row->pauses[i];
      g_autofree char *start = steward_case_day (pause->start);
      int days = steward_calendar_count (schedule->calendar, pause->start, schedule->as_of);

      if (pause->end != STEWARD_DAY_NONE)
        continue;
      add_message (messages,
                   g_strdup_printf (ngettext ("The clock is stopped since %s (%s): %d working day so far.",
                                              "The clock is stopped since %s (%s): %d working days so far.", days),
                                    start, pause->kind != NULL ? pause->kind : _("special procedure"), days), FALSE);
    }
}

void
steward_case_status_fill_messages (GtkBox                   *messages,
                                   const StewardSchedule    *schedule,
                                   const StewardScheduleRow *row)
{
  g_return_if_fail (GTK_IS_BOX (messages));
  g_return_if_fail (schedule != NULL && row != NULL && row->item != NULL);

  steward_ui_clear (GTK_WIDGET (messages));
  tell_bureau (messages, row);
  tell_silence (messages, schedule, row);
  tell_deemed (messages, schedule, row);
  tell_pauses (messages, schedule, row);
  if (row->answer.provisional && row->decided == STEWARD_DAY_NONE)
    add_message (messages, g_strdup (_("The days off of a year on the way are not announced yet: the due day is "
                                       "provisional.")), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (messages), gtk_widget_get_first_child (GTK_WIDGET (messages)) != NULL);
}
