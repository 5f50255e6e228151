/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-follow.h"

#include <glib/gi18n-lib.h>

#include "steward-case-edit.h"
#include "steward-ui-text.h"

struct _StewardCaseFollow
{
  GtkBox          parent_instance;

  GtkLabel       *text;
  GtkWidget      *verify;
  GtkWidget      *deliver;

  StewardSession *session;
  char           *row;
  StewardDay      today;
};

G_DEFINE_FINAL_TYPE (StewardCaseFollow, steward_case_follow, GTK_TYPE_BOX)

gboolean
steward_case_follow_deliver (StewardCaseFollow *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_FOLLOW (self), FALSE);

  if (self->session == NULL || !gtk_widget_get_visible (self->deliver))
    return FALSE;
  steward_case_edit_deliver (self->session, self->row, self->today);

  return TRUE;
}

gboolean
steward_case_follow_verify (StewardCaseFollow *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_FOLLOW (self), FALSE);

  if (self->session == NULL || !gtk_widget_get_visible (self->verify))
    return FALSE;
  steward_case_edit_verify (self->session, self->row, self->today);

  return TRUE;
}

static char *
describe_delivery (const StewardSchedule    *schedule,
                   const StewardScheduleRow *row)
{
  gboolean provisional = row->deliver_by != STEWARD_DAY_NONE
                         && steward_calendar_is_provisional (schedule->calendar, row->deliver_by);
  g_autofree char *due = steward_ui_date (row->deliver_by, provisional);
  g_autofree char *day = steward_ui_date (row->delivered, FALSE);

  if (row->deliver_by == STEWARD_DAY_NONE)
    return g_strdup ("");
  if (row->delivered != STEWARD_DAY_NONE)
    /* Translators: glyph of the light, the day. */
    return g_strdup_printf (_("%s The result was delivered on %s."), steward_ui_light_glyph (row->delivery), day);

  /* Translators: glyph of the light, the day, the light in words. */
  return g_strdup_printf (_("%s The result has to be delivered by %s: %s."), steward_ui_light_glyph (row->delivery), due,
                          steward_ui_light_name (row->delivery));
}

static char *
describe_status (const StewardSchedule    *schedule,
                 const StewardScheduleRow *row)
{
  g_autofree char *day = steward_ui_date (row->stale_since, FALSE);
  int days;

  if (row->stale_since == STEWARD_DAY_NONE)
    return g_strdup ("");
  days = steward_calendar_count (schedule->calendar, row->stale_since, schedule->as_of);

  return g_strdup_printf (ngettext ("%s The status was last verified on %s, %d working day ago.",
                                    "%s The status was last verified on %s, %d working days ago.", days),
                          steward_ui_stale_glyph (), day, days);
}

void
steward_case_follow_show (StewardCaseFollow        *self,
                          StewardSession           *session,
                          const StewardScheduleRow *row)
{
  const StewardSchedule *schedule;
  g_autofree char *delivery = NULL, *status = NULL, *text = NULL;
  gboolean under_way;

  g_return_if_fail (STEWARD_IS_CASE_FOLLOW (self));
  g_return_if_fail (row == NULL || (session != NULL && row->item != NULL));

  session = row != NULL ? session : NULL;
  g_set_object (&self->session, session);
  g_free (self->row);
  self->row = g_strdup (row != NULL ? row->id : NULL);
  if (row == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  schedule = steward_session_get_schedule (session);
  self->today = schedule->as_of;
  delivery = describe_delivery (schedule, row);
  status = describe_status (schedule, row);
  text = g_strconcat (status, *status != '\0' && *delivery != '\0' ? "\n" : "", delivery, NULL);
  under_way = row->status != 0 && row->decided == STEWARD_DAY_NONE;
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (self->verify, under_way && row->item->case_->verified != self->today);
  gtk_widget_set_visible (self->deliver, row->deliver_by != STEWARD_DAY_NONE && row->delivered == STEWARD_DAY_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0' || gtk_widget_get_visible (self->verify));
}

const char *
steward_case_follow_get_text (StewardCaseFollow *self)
{
  g_return_val_if_fail (STEWARD_IS_CASE_FOLLOW (self), "");

  return gtk_label_get_text (self->text);
}

static void
steward_case_follow_dispose (GObject *object)
{
  StewardCaseFollow *self = STEWARD_CASE_FOLLOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->row, g_free);

  G_OBJECT_CLASS (steward_case_follow_parent_class)->dispose (object);
}

static void
steward_case_follow_class_init (StewardCaseFollowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steward_case_follow_dispose;
}

static GtkWidget *
button_new (StewardCaseFollow *self,
            const char        *label,
            const char        *tooltip,
            GCallback          callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  steward_ui_set_tooltip (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static void
steward_case_follow_init (StewardCaseFollow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->text = GTK_LABEL (steward_ui_label_new ("", NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->text));
  self->verify = button_new (self, _("Status _Checked Today"), _("Compared with the official system today (Ctrl+K)"),
                             G_CALLBACK (steward_case_follow_verify));
  self->deliver = button_new (self, _("_Delivered Today"), _("The unit got the result today (Ctrl+D)"),
                              G_CALLBACK (steward_case_follow_deliver));
}
