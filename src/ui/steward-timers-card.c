/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timers-card.h"

#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-case-edit.h"
#include "steward-due-text.h"
#include "steward-timer-dialog.h"
#include "steward-ui-text.h"
#include "steward-window.h"

struct _StewardTimersCard
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *start;
  GPtrArray           *rows;      /* borrowed widgets */

  StewardSession      *session;
};

G_DEFINE_FINAL_TYPE (StewardTimersCard, steward_timers_card, ADW_TYPE_BIN)

static void
toast (StewardTimersCard *self,
       const char        *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (STEWARD_IS_WINDOW (root))
    steward_window_toast (STEWARD_WINDOW (root), text);
}

/* The number of a timer that somebody started; 0 for one that runs by itself. */
static guint
get_number (const char *id)
{
  return g_str_has_prefix (id, "/timer/") ? (guint) g_ascii_strtoull (id + strlen ("/timer/"), NULL, 10) : 0;
}

static void
done_cb (StewardTimersCard *self,
         GtkWidget         *button)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));

  if (self->session == NULL)
    return;
  steward_timer_finish (self->session, number);
  toast (self, _("Done; Undo lets it run again"));
}

static void
verify_cb (StewardTimersCard *self)
{
  const StewardSchedule *schedule = self->session != NULL ? steward_session_get_schedule (self->session) : NULL;
  g_autofree char *text = NULL;
  guint n;

  if (schedule == NULL)
    return;
  n = steward_case_edit_verify (self->session, NULL, schedule->as_of);
  text = n > 0 ? g_strdup_printf (ngettext ("%u case marked as verified today", "%u cases marked as verified today", n), n)
               : g_strdup (_("Every case under way is marked as verified today"));
  toast (self, text);
}

static void
start_cb (StewardTimersCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->session != NULL)
    steward_timer_dialog_ask (GTK_WINDOW (root), self->session);
}

static GtkWidget *
row_new (StewardTimersCard        *self,
         const StewardSchedule    *schedule,
         const StewardScheduleRow *timer)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *light = gtk_label_new (NULL);
  guint number = get_number (timer->id);
  g_autofree char *due = timer->answer.due != STEWARD_DAY_NONE
                         ? steward_due_describe (schedule->calendar, schedule->as_of, timer->answer.due)
                         : g_strdup (_("in time"));
  g_autofree char *date = steward_ui_date (timer->answer.due, timer->provisional);
  g_autofree char *text = steward_ui_join (steward_ui_light_name (timer->answer.light), due,
                                           timer->answer.due != STEWARD_DAY_NONE ? date : "",
                                           timer->why_text != NULL ? timer->why_text : "", NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), timer->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  steward_ui_set_light (GTK_LABEL (light), timer->answer.light);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), light);
  if (number > 0)
    {
      GtkWidget *done = gtk_button_new_with_label (_("Done Today"));

      gtk_widget_set_valign (done, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (done), "number", GUINT_TO_POINTER (number));
      g_signal_connect_object (done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), done);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), done);
    }

  return row;
}

void
steward_timers_card_show (StewardTimersCard *self,
                          StewardSession    *session)
{
  const StewardSchedule *schedule;

  g_return_if_fail (STEWARD_IS_TIMERS_CARD (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_set_object (&self->session, session);
  schedule = session != NULL ? steward_session_get_schedule (session) : NULL;
  if (schedule == NULL)
    return;

  gtk_widget_set_sensitive (self->start, steward_pack_get_timers (schedule->plan->pack)->len > 0);
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
      GtkWidget *widget;

      if (row->kind != STEWARD_ROW_NODE || row->accepted == STEWARD_DAY_NONE || row->decided != STEWARD_DAY_NONE)
        continue;
      widget = row_new (self, schedule, row);
      adw_preferences_group_add (self->group, widget);
      g_ptr_array_add (self->rows, widget);
    }
}

guint
steward_timers_card_get_n_shown (StewardTimersCard *self)
{
  g_return_val_if_fail (STEWARD_IS_TIMERS_CARD (self), 0);

  return self->rows->len;
}

static void
steward_timers_card_dispose (GObject *object)
{
  StewardTimersCard *self = STEWARD_TIMERS_CARD (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (steward_timers_card_parent_class)->dispose (object);
}

static void
steward_timers_card_class_init (StewardTimersCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_timers_card_dispose;
}

static void
steward_timers_card_init (StewardTimersCard *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *verify = gtk_button_new_with_label (_("All Cases Checked Today"));

  self->rows = g_ptr_array_new ();
  self->start = gtk_button_new_with_mnemonic (_("Start a _Timer…"));
  steward_ui_set_tooltip (verify, _("The status of every case under way was compared with the official system today"));
  gtk_widget_add_css_class (verify, "flat");
  gtk_widget_add_css_class (self->start, "flat");
  gtk_box_append (GTK_BOX (buttons), verify);
  gtk_box_append (GTK_BOX (buttons), self->start);
  g_signal_connect_object (verify, "clicked", G_CALLBACK (verify_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "clicked", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("To Do in Time"));
  adw_preferences_group_set_header_suffix (self->group, buttons);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
