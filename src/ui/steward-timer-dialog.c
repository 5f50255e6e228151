/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timer-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "steward-adjustments.h"
#include "steward-compat.h"
#include "steward-day-entry.h"
#include "steward-ui-text.h"

/* The question while it is asked. */
typedef struct
{
  StewardSession *session;
  StewardPack    *pack;
  GtkWindow      *dialog;
  GtkDropDown    *timer;
  GtkDropDown    *subject;
  GPtrArray      *subjects;    /* ids, as they stand in the choice */
  GtkEditable    *from;
  GtkEditable    *due;
  GtkEditable    *note;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_signal_handlers_disconnect_by_data (question->timer, question);
  g_signal_handlers_disconnect_by_data (question->from, question);
  g_signal_handlers_disconnect_by_data (question->due, question);
  g_object_unref (question->timer);
  g_object_unref (question->subject);
  g_object_unref (question->from);
  g_object_unref (question->due);
  g_object_unref (question->note);
  g_object_unref (question->session);
  g_ptr_array_unref (question->subjects);
  steward_pack_unref (question->pack);
  g_free (question);
}

static void
flush (StewardSession *session)
{
  StewardKeeper *keeper = steward_session_get_keeper (session);

  if (keeper != NULL)
    steward_keeper_flush (keeper);
}

static guint
put (StewardSession            *session,
     const StewardStartedTimer *value)
{
  g_autoptr (GError) error = NULL;
  guint number;

  flush (session);
  number = steward_project_put_timer (steward_session_get_project (session), value, &error);
  if (error != NULL)
    g_message ("The timer cannot be kept: %s", error->message);
  flush (session);

  return number;
}

guint
steward_timer_start (StewardSession *session,
                     const char     *timer,
                     const char     *subject,
                     StewardDay      from,
                     StewardDay      due,
                     const char     *note)
{
  StewardStartedTimer value = {
    .timer = (char *) timer, .subject = (char *) subject, .from = from, .due = due, .done = STEWARD_DAY_NONE,
    .note = (char *) note,
  };

  g_return_val_if_fail (STEWARD_IS_SESSION (session), 0);
  g_return_val_if_fail (timer != NULL && subject != NULL && note != NULL, 0);

  return put (session, &value);
}

void
steward_timer_finish (StewardSession *session,
                      guint           number)
{
  const StewardSchedule *schedule;
  const StewardStartedTimer *known;
  StewardStartedTimer value;

  g_return_if_fail (STEWARD_IS_SESSION (session));

  schedule = steward_session_get_schedule (session);
  known = steward_project_get_timer (steward_session_get_project (session), number);
  if (schedule == NULL || known == NULL)
    return;

  /* Copies, for putting it frees what is known. */
  value = *known;
  {
    g_autofree char *timer = g_strdup (known->timer), *subject = g_strdup (known->subject);
    g_autofree char *note = g_strdup (known->note);

    value.timer = timer;
    value.subject = subject;
    value.note = note;
    value.done = schedule->as_of;
    put (session, &value);
  }
}

static const StewardTimer *
get_timer (Question *question)
{
  GPtrArray *timers = steward_pack_get_timers (question->pack);
  guint selected = gtk_drop_down_get_selected (question->timer);

  return selected < timers->len ? g_ptr_array_index (timers, selected) : NULL;
}

static gboolean
read_day (Question    *question,
          GtkEditable *entry,
          StewardDay  *day)
{
  const StewardSchedule *schedule = steward_session_get_schedule (question->session);

  return schedule != NULL
         && steward_day_parse_entry (gtk_editable_get_text (entry), schedule->calendar, schedule->as_of, day);
}

/* Whether all that is needed is there: where the notice says “in time”, a
 * person names the day. */
static gboolean
read_all (Question   *question,
          StewardDay *from,
          StewardDay *due)
{
  const StewardTimer *timer = get_timer (question);
  gboolean empty = *gtk_editable_get_text (question->due) == '\0';

  *due = STEWARD_DAY_NONE;
  if (timer == NULL || !read_day (question, question->from, from))
    return FALSE;
  if (empty)
    return timer->days >= 0;

  return read_day (question, question->due, due) && *due >= *from;
}

static void
changed_cb (Question *question)
{
  const StewardTimer *timer = get_timer (question);
  StewardDay from, due;
  g_autofree char *days = timer != NULL && timer->days >= 0 ? steward_ui_days (timer->days) : NULL;
  g_autofree char *hint = days != NULL ? g_strdup_printf (_("Due day, empty: %s"), days) : g_strdup (_("Due day, as 8-20"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (question->due), hint);
  steward_compat_allow (question->dialog, "start", read_all (question, &from, &due));
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  Question *question = user_data;
  StewardDay from, due;
  guint subject = gtk_drop_down_get_selected (question->subject);

  if (!g_str_equal (response, "start") || !read_all (question, &from, &due))
    return;
  steward_timer_start (question->session, get_timer (question)->id,
                       subject < question->subjects->len ? g_ptr_array_index (question->subjects, subject) : "", from, due,
                       gtk_editable_get_text (question->note));
}

static GtkEditable *
entry_new (GtkWidget  *box,
           const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  steward_ui_set_label (entry, label);
  gtk_box_append (GTK_BOX (box), entry);

  return g_object_ref (GTK_EDITABLE (entry));
}

static GtkDropDown *
choice_new (GtkWidget     *box,
            GtkStringList *names,
            const char    *label)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  steward_ui_set_label (choice, label);
  gtk_box_append (GTK_BOX (box), choice);

  return g_object_ref (GTK_DROP_DOWN (choice));
}

static void
add_timers (Question  *question,
            GtkWidget *box)
{
  GPtrArray *timers = steward_pack_get_timers (question->pack);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < timers->len; i++)
    gtk_string_list_append (names, ((const StewardTimer *) g_ptr_array_index (timers, i))->name);
  question->timer = choice_new (box, names, _("Timer"));
}

static void
add_subjects (Question              *question,
              const StewardSchedule *schedule,
              GtkWidget             *box)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("The whole project"));
  g_ptr_array_add (question->subjects, g_strdup (""));
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->kind == STEWARD_ROW_NODE)
        continue;
      gtk_string_list_append (names, row->name);
      g_ptr_array_add (question->subjects, g_strdup (row->id));
    }
  question->subject = choice_new (box, names, _("What it is about"));
}

void
steward_timer_dialog_ask (GtkWindow      *parent,
                          StewardSession *session)
{
  const StewardResponse responses[] = { { "cancel", _("_Cancel") }, { "start", _("_Start") }, { NULL } };
  const StewardSchedule *schedule;
  GtkWidget *box;
  Question *question;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  schedule = steward_session_get_schedule (session);
  if (schedule == NULL || steward_pack_get_timers (schedule->plan->pack)->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->pack = steward_pack_ref (schedule->plan->pack);
  question->subjects = g_ptr_array_new_with_free_func (g_free);
  add_timers (question, box);
  add_subjects (question, schedule, box);
  question->from = entry_new (box, _("From, . is today"));
  question->due = entry_new (box, _("Due day"));
  question->note = entry_new (box, _("Note, as the question that was asked"));
  gtk_editable_set_text (question->from, ".");
  question->dialog = steward_compat_ask (parent, _("Start a Timer"),
                                         _("It stands in Today and on the project until it is done."), box, responses,
                                         answered_cb, question, question_free);
  g_signal_connect_swapped (question->timer, "notify::selected", G_CALLBACK (changed_cb), question);
  g_signal_connect_swapped (question->from, "changed", G_CALLBACK (changed_cb), question);
  g_signal_connect_swapped (question->due, "changed", G_CALLBACK (changed_cb), question);
  changed_cb (question);
  gtk_widget_grab_focus (GTK_WIDGET (question->timer));
}
