/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-link-edit.h"

#include <glib/gi18n-lib.h>

#include "steward-schedule-link.h"

static const char *
name_of (const StewardSchedule *schedule,
         const char            *id)
{
  const StewardScheduleRow *row = steward_schedule_find_row (schedule, id);

  return row != NULL ? row->name : id;
}

StewardLinkOutcome
steward_link_edit_try (StewardSession  *session,
                       const char      *from,
                       const char      *to,
                       char           **text)
{
  const StewardSchedule *schedule;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  StewardLinkOutcome outcome = STEWARD_LINK_REFUSED;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), STEWARD_LINK_REFUSED);
  g_return_val_if_fail (from != NULL && to != NULL, STEWARD_LINK_REFUSED);

  schedule = steward_session_get_schedule (session);
  if (schedule == NULL)
    return STEWARD_LINK_REFUSED;

  if (steward_schedule_find_removable (schedule, from, to, NULL) != NULL)
    {
      outcome = STEWARD_LINK_REMOVES;
      words = g_strdup_printf (_("“%s” no longer waits for “%s”"), name_of (schedule, to), name_of (schedule, from));
    }
  else if (steward_schedule_check_link (schedule, from, to, &error))
    {
      outcome = STEWARD_LINK_ADDS;
      words = g_strdup_printf (_("“%s” waits for “%s”"), name_of (schedule, to), name_of (schedule, from));
    }
  else
    {
      words = g_strdup (error->message);
    }
  if (text != NULL)
    *text = g_steal_pointer (&words);

  return outcome;
}

gboolean
steward_link_edit_apply (StewardSession *session,
                         const char     *from,
                         const char     *to)
{
  StewardProject *project;
  StewardKeeper *keeper;
  const StewardOwnLink *link;
  g_autofree char *first = NULL, *second = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);

  project = steward_session_get_project (session);
  keeper = steward_session_get_keeper (session);
  /* What was typed elsewhere before is a step of its own. */
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  switch (steward_link_edit_try (session, from, to, NULL))
    {
    case STEWARD_LINK_ADDS:
      if (!steward_project_put_own_link (project, from, to, "", steward_session_get_person (session), NULL, NULL))
        return FALSE;
      break;
    case STEWARD_LINK_REMOVES:
      link = steward_schedule_find_removable (steward_session_get_schedule (session), from, to, NULL);
      if (!steward_own_link_split (link->id, &first, &second))
        return FALSE;
      steward_project_remove_own_link (project, first, second);
      break;
    case STEWARD_LINK_REFUSED:
    default:
      return FALSE;
    }
  if (keeper != NULL)
    steward_keeper_flush (keeper);

  return TRUE;
}
