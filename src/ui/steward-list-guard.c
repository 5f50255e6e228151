/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-list-guard.h"

#include <glib/gi18n-lib.h>

#include "steward-compat.h"
#include "steward-decisions.h"
#include "steward-edition.h"
#include "steward-item-choice.h"
#include "steward-ui-text.h"

/* Names that are told; of more it is enough to know that there are more. */
#define MAX_NAMES 8

/* What is asked, until it is answered. */
typedef struct
{
  StewardSession *session;
  char          **bases;
  GtkWindow      *dialog;
  GtkEditable    *reason;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->session);
  g_object_unref (question->reason);
  g_strfreev (question->bases);
  g_free (question);
}

gboolean
steward_list_guard_wants (StewardSession *session,
                          const char     *base)
{
  g_autoptr (StewardFrozenPlan) list = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (base != NULL, FALSE);

  list = steward_item_choice_read_list (steward_session_get_project (session));

  return steward_item_choice_wants_reason (steward_session_get_project (session), list, base);
}

static void
take_out (StewardSession *session,
          const char     *base)
{
  StewardProject *project = steward_session_get_project (session);
  const StewardBox *box = steward_pack_find_item_box (steward_project_get_pack (project), base);

  if (steward_project_find_row (project, base) != NULL)
    steward_project_set_row_text (project, base, "");
  else if (box != NULL)
    steward_project_set_tick (project, box->id, FALSE, steward_session_get_actor (session), NULL);
}

static char *
get_reason (const Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->reason)));
}

static void
answered_cb (const char *response,
             gpointer    user_data)
{
  const Question *question = user_data;
  g_autofree char *reason = get_reason (question);

  for (char **base = question->bases; *base != NULL; base++)
    if (g_str_equal (response, "add"))
      steward_project_acknowledge (steward_session_get_project (question->session),
                                   steward_check_code_to_word (STEWARD_CHECK_OUTSIDE_LIST), *base, reason,
                                   steward_session_get_person (question->session), NULL);
    else
      take_out (question->session, *base);
  steward_session_flush (question->session);
}

static void
changed_cb (Question *question)
{
  g_autofree char *reason = get_reason (question);

  steward_compat_allow (question->dialog, "add", *reason != '\0');
}

static const char *
get_name (StewardSession *session,
          const char     *base)
{
  StewardProject *project = steward_session_get_project (session);
  const StewardRow *row = steward_project_find_row (project, base);
  const StewardItem *item = steward_pack_find_item (steward_project_get_pack (project), base);

  return row != NULL ? row->text : item != NULL ? item->name : base;
}

/* Those of @bases that want a reason; NULL when none does. @names: of them. */
static char **
collect (StewardSession      *session,
         const char * const  *bases,
         GString             *names)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  StewardProject *project = steward_session_get_project (session);
  g_autoptr (StewardFrozenPlan) list = steward_item_choice_read_list (project);

  for (guint i = 0; bases[i] != NULL; i++)
    {
      if (!steward_item_choice_wants_reason (project, list, bases[i]))
        continue;
      if (wanted->len < MAX_NAMES)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", get_name (session, bases[i]));
      else if (wanted->len == MAX_NAMES)
        g_string_append (names, "…");
      g_ptr_array_add (wanted, g_strdup (bases[i]));
    }
  if (wanted->len == 0)
    return NULL;
  g_ptr_array_add (wanted, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&wanted), FALSE);
}

void
steward_list_guard_ask (GtkWidget          *widget,
                        StewardSession     *session,
                        const char * const *bases)
{
  const StewardResponse responses[] = {
    { "cancel", _("_Take It Out Again") },
    { "add", _("_Add to the List") },
    { NULL }
  };
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *body = NULL;
  char **wanted;
  Question *question;
  GtkWidget *entry;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (bases != NULL);

  root = gtk_widget_get_root (widget);
  wanted = GTK_IS_WINDOW (root) ? collect (session, bases, names) : NULL;
  if (wanted == NULL)
    return;

  body = g_strdup_printf (_("“%s” is not in edition %u of the plan, which the unit was given. Nothing is approved "
                            "outside the list: say why it has to be added. The reason is recorded with your name, "
                            "and the next edition shows it as a change."), names->str,
                          steward_project_get_newest_edition (steward_session_get_project (session))->number);
  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Why it has to be added"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  steward_ui_set_label (entry, _("Reason"));
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->bases = wanted;
  question->reason = g_object_ref_sink (GTK_EDITABLE (entry));
  question->dialog = steward_compat_ask (GTK_WINDOW (root), _("Add an Item Outside the List?"), body, entry, responses,
                                         answered_cb, question, question_free);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), question);
  changed_cb (question);
  gtk_widget_grab_focus (entry);
}

void
steward_list_guard_check (GtkWidget      *widget,
                          StewardSession *session)
{
  const StewardSchedule *schedule;
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (STEWARD_IS_SESSION (session));

  schedule = steward_session_get_schedule (session);
  for (guint i = 0; schedule != NULL && i < schedule->plan->items->len; i++)
    {
      const StewardPlanItem *item = schedule->plan->items->pdata[i];

      if (!g_ptr_array_find_with_equal_func (bases, item->base, g_str_equal, NULL))
        g_ptr_array_add (bases, (gpointer) item->base);
    }
  g_ptr_array_add (bases, NULL);
  steward_list_guard_ask (widget, session, (const char * const *) bases->pdata);
}
