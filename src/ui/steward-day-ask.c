/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-day-ask.h"

#include <glib/gi18n-lib.h>

#include "steward-anchor.h"
#include "steward-day-entry.h"
#include "steward-error.h"
#include "steward-ui-text.h"

/* What is asked, as long as its entry is there. */
typedef struct
{
  StewardCalendar *calendar;
  GtkLabel        *message;
  StewardDayTaken  take;
  gpointer         data;
  GDestroyNotify   destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  steward_calendar_unref (question->calendar);
  g_free (question);
}

gboolean
steward_day_ask_read (const char       *text,
                      StewardCalendar  *calendar,
                      StewardDay       *day,
                      GError          **error)
{
  StewardDay today = steward_day_today ();

  g_return_val_if_fail (text != NULL && calendar != NULL && day != NULL, FALSE);

  *day = today;
  if (*text != '\0' && !steward_day_parse_entry (text, calendar, today, day))
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("“%s” is no day."), text);
      return FALSE;
    }
  if (*day > today)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("That day has not come yet."));
      return FALSE;
    }

  return TRUE;
}

static void
entered_cb (GtkEntry *entry,
            Question *question)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  g_autoptr (GError) error = NULL;
  StewardDay day;

  if (steward_day_ask_read (gtk_editable_get_text (GTK_EDITABLE (entry)), question->calendar, &day, &error)
      && question->take (day, question->data, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      return;
    }

  gtk_label_set_text (question->message, error->message);
  gtk_widget_set_visible (GTK_WIDGET (question->message), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error->message, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

void
steward_day_ask (GtkWidget       *widget,
                 const char      *heading,
                 StewardCalendar *calendar,
                 StewardDayTaken  take,
                 gpointer         user_data,
                 GDestroyNotify   destroy)
{
  GtkWidget *box, *entry;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (heading != NULL && calendar != NULL && take != NULL);

  question = g_new0 (Question, 1);
  question->calendar = steward_calendar_ref (calendar);
  question->message = GTK_LABEL (steward_ui_label_new ("", "error-text"));
  question->take = take;
  question->data = user_data;
  question->destroy = destroy;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Today: . or Enter"));
  steward_ui_set_label (entry, heading);
  g_object_set_data_full (G_OBJECT (entry), "question", question, question_free);
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), question);
  gtk_widget_set_visible (GTK_WIDGET (question->message), FALSE);
  gtk_box_append (GTK_BOX (box), steward_ui_label_new (heading, "heading"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->message));
  steward_anchor_popover (widget, box);
  gtk_widget_grab_focus (entry);
}
