/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-finding-edit.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-decisions.h"
#include "steward-overview-page.h"
#include "steward-timeline-page.h"
#include "steward-ui-text.h"

/* A warning while its reason is asked for: the findings may be computed anew
 * meanwhile. */
typedef struct
{
  StewardWindow    *window;
  StewardSession   *session;
  StewardCheckCode  code;
  char             *row;
  GtkEditable      *reason;
  GtkWindow        *dialog;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_signal_handlers_disconnect_by_data (question->reason, question);
  g_object_unref (question->window);
  g_object_unref (question->session);
  g_object_unref (question->reason);
  g_free (question->row);
  g_free (question);
}

gboolean
steward_finding_is_open (const StewardFinding *finding)
{
  g_return_val_if_fail (finding != NULL, FALSE);

  return finding->severity == STEWARD_SEVERITY_WARNING && finding->reason == NULL;
}

static void
flush (StewardSession *session)
{
  StewardKeeper *keeper = steward_session_get_keeper (session);

  if (keeper != NULL)
    steward_keeper_flush (keeper);
}

/* An acknowledgement covers what had happened by its time, and so it is the
 * time of the day for which the findings were computed. */
static char *
format_now (StewardSession *session)
{
  const StewardSchedule *schedule = steward_session_get_schedule (session);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = steward_day_format (schedule != NULL ? schedule->as_of : steward_day_today ());
  g_autofree char *time = g_date_time_format (now, "%H:%M:%S%:z");

  return g_strconcat (day, "T", time, NULL);
}

/* Who sits here answers for it, not who filled the form. */
static const char *
get_person (StewardSession *session)
{
  StewardKeeper *keeper = steward_session_get_keeper (session);

  return keeper != NULL ? steward_keeper_get_actor (keeper) : steward_session_get_actor (session);
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  const Question *question = user_data;
  g_autofree char *at = NULL;

  if (!g_str_equal (response, "acknowledge"))
    return;

  at = format_now (question->session);
  /* What was typed elsewhere before is a change of its own. */
  flush (question->session);
  if (!steward_project_acknowledge (steward_session_get_project (question->session),
                                    steward_check_code_to_word (question->code), question->row,
                                    gtk_editable_get_text (question->reason), get_person (question->session), at))
    return;
  flush (question->session);
  steward_window_toast (question->window, _("Acknowledged; Undo brings the warning back"));
}

/* Spaces are no reason, not even the wide ones of Chinese typing. */
static void
reason_changed_cb (Question *question)
{
  const char *text = gtk_editable_get_text (question->reason);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  steward_compat_allow (question->dialog, "acknowledge", *text != '\0');
}

void
steward_finding_acknowledge (StewardWindow        *window,
                             StewardSession       *session,
                             const StewardFinding *finding)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Cancel") },
    { "acknowledge", _("_Acknowledge") },
    { NULL }
  };
  GtkWidget *entry = gtk_entry_new ();
  Question *question;
  g_autofree char *body = NULL;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (finding != NULL && steward_finding_is_open (finding));

  /* Translators: what the warning is about, and what is wrong. */
  body = g_strdup_printf (_("%s: %s\n\nThe warning stays listed with the reason, your name and the day. What happens "
                            "later is not covered by it."), finding->name, finding->text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why it may stay as it is"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  steward_ui_set_label (entry, _("Reason"));

  question = g_new0 (Question, 1);
  question->window = g_object_ref (window);
  question->session = g_object_ref (session);
  question->code = finding->code;
  question->row = g_strdup (finding->row);
  question->reason = g_object_ref_sink (GTK_EDITABLE (entry));
  question->dialog = steward_compat_ask (GTK_WINDOW (window), _("Acknowledge This Warning?"), body, entry, responses,
                                         answered_cb, question, question_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (reason_changed_cb), question);
  reason_changed_cb (question);
  gtk_widget_grab_focus (entry);
}

void
steward_finding_take_back (StewardWindow        *window,
                           StewardSession       *session,
                           const StewardFinding *finding)
{
  g_autofree char *row = NULL;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (finding != NULL);

  row = g_strdup (finding->row);
  flush (session);
  steward_project_withdraw_acknowledgement (steward_session_get_project (session),
                                            steward_check_code_to_word (finding->code), row);
  flush (session);
  steward_window_toast (window, _("The warning stands again"));
}

void
steward_finding_go (StewardWindow        *window,
                    StewardSession       *session,
                    const StewardFinding *finding)
{
  const StewardSchedule *schedule;
  const StewardScheduleRow *row;
  StewardFact fact;

  g_return_if_fail (STEWARD_IS_WINDOW (window));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (finding != NULL);

  schedule = steward_session_get_schedule (session);
  row = schedule != NULL ? steward_schedule_find_row (schedule, finding->row) : NULL;
  if (row != NULL && row->kind == STEWARD_ROW_ITEM)
    steward_window_show_case (window, finding->row);
  else if (row != NULL)
    {
      steward_window_show_page (window, "timeline");
      steward_timeline_page_select (STEWARD_TIMELINE_PAGE (steward_window_get_page (window, "timeline")),
                                    finding->row);
    }
  else if (steward_fact_from_key (finding->row, &fact))
    {
      steward_window_show_page (window, "overview");
      steward_overview_page_edit (STEWARD_OVERVIEW_PAGE (steward_window_get_page (window, "overview")), fact);
    }
  else
    /* A case that is not on the list has to be ticked; a stage or a paper
     * stands in the plan. */
    steward_window_show_page (window, *finding->case_id != '\0' ? "assessment" : "plan");
}
