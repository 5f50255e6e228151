/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-items.h"

#include <glib/gi18n-lib.h>

#include "steward-item-choice.h"
#include "steward-list-guard.h"
#include "steward-window.h"

static void
toast (GtkWidget  *widget,
       const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (STEWARD_IS_WINDOW (root))
    steward_window_toast_action (STEWARD_WINDOW (root), text, _("_Undo"), "win.undo", NULL);
}

static gboolean
refuse (char         **text,
        const GError  *error)
{
  *text = g_strdup (error->message);

  return FALSE;
}

gboolean
steward_flowchart_items_add (GtkWidget       *widget,
                             StewardSession  *session,
                             const char      *id,
                             char           **text)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (id != NULL && text != NULL, FALSE);

  /* What was typed elsewhere before is a step of its own. */
  steward_session_flush (session);
  if (!steward_item_choice_add (steward_session_get_project (session), id, steward_session_get_actor (session), &error))
    return refuse (text, error);

  steward_session_flush (session);
  steward_list_guard_ask (widget, session, (const char * const []) { id, NULL });

  return TRUE;
}

/* Out, and that something calls for it all the same. */
static char *
tell_removed (StewardSession *session,
              const char     *name,
              const char     *item)
{
  g_autofree char *reasons = item != NULL ? steward_item_choice_find_reasons (steward_session_get_project (session), item)
                                          : NULL;

  if (reasons == NULL || *reasons == '\0')
    return g_strdup_printf (_("“%s” is out of the plan"), name);
  g_strdelimit (reasons, "\n", ' ');

  return g_strdup_printf (_("“%s” is out of the plan, although it is suggested: %s"), name, reasons);
}

gboolean
steward_flowchart_items_remove (GtkWidget       *widget,
                                StewardSession  *session,
                                const char      *id,
                                char           **text)
{
  const StewardSchedule *schedule;
  const StewardScheduleRow *row;
  g_autofree char *name = NULL, *item = NULL, *told = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (id != NULL && text != NULL, FALSE);

  /* What was typed elsewhere before is a step of its own. */
  steward_session_flush (session);
  schedule = steward_session_get_schedule (session);
  row = schedule != NULL ? steward_schedule_find_row (schedule, id) : NULL;
  if (row == NULL || row->item == NULL)
    {
      *text = g_strdup_printf (_("“%s” is no item of the list: it follows from the rules and cannot be taken out."),
                               row != NULL ? row->name : id);
      return FALSE;
    }

  name = g_strdup (row->item->short_name);
  item = row->item->n_parts == 1 && row->item->item != NULL ? g_strdup (row->item->item->id) : NULL;
  if (!steward_item_choice_remove (steward_session_get_project (session), row->item, steward_session_get_actor (session),
                                   &error))
    return refuse (text, error);

  steward_session_flush (session);
  told = tell_removed (session, name, item);
  toast (widget, told);

  return TRUE;
}
