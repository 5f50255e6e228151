/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-link-edit.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-schedule-link.h"
#include "steward-ui-text.h"

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

static gboolean
is_named (char             **after,
          const StewardPlanItem *item)
{
  const char * const *names = (const char * const *) after;

  return names != NULL && item != NULL
         && ((item->item != NULL && g_strv_contains (names, item->item->id))
             || (item->block != NULL && g_strv_contains (names, item->block->id))
             || (item->stage != NULL && g_strv_contains (names, item->stage->id)));
}

/* Where it is written that the one comes after the other: at its item, at its
 * block, or at its stage, which waits for all before it. */
static const StewardSource *
find_source (const StewardScheduleRow *from,
             const StewardScheduleRow *to)
{
  const StewardPlanItem *item = to->item;

  if (item != NULL && item->item != NULL && is_named (item->item->after, from->item))
    return item->item->source;
  if (item != NULL && item->block != NULL && (is_named (item->block->after, from->item) || from->stage == to->stage))
    return item->block->source;

  return to->stage != NULL ? to->stage->source : NULL;
}

/* The number of the document and the clause, "" when the pack names none. */
static char *
name_source (const StewardSchedule *schedule,
             const char            *from,
             const char            *to)
{
  const StewardScheduleRow *first = steward_schedule_find_row (schedule, from);
  const StewardScheduleRow *second = steward_schedule_find_row (schedule, to);
  const StewardSource *source = first != NULL && second != NULL ? find_source (first, second) : NULL;

  if (source == NULL || source->basis == NULL)
    return g_strdup ("");

  return steward_ui_join (source->basis->document != NULL ? source->basis->document : source->basis->id,
                          source->clause != NULL ? source->clause : "", NULL);
}

static const StewardScheduleLink *
find_own (const StewardSchedule *schedule,
          const char            *from,
          const char            *to)
{
  for (guint i = 0; i < schedule->own_links->len; i++)
    {
      const StewardScheduleLink *link = g_ptr_array_index (schedule->own_links, i);

      if (!link->rests && g_str_equal (link->from, from) && g_str_equal (link->to, to))
        return link;
    }

  return NULL;
}

char *
steward_link_edit_describe (StewardSession *session,
                            const char     *from,
                            const char     *to)
{
  const StewardSchedule *schedule;
  const StewardScheduleLink *own;
  g_autofree char *words = NULL, *source = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  schedule = steward_session_get_schedule (session);
  if (schedule == NULL)
    return g_strdup ("");

  words = g_strdup_printf (_("“%s” waits for “%s”"), name_of (schedule, to), name_of (schedule, from));
  own = find_own (schedule, from, to);
  if (own != NULL)
    return steward_ui_join (words, own->text, NULL);

  source = name_source (schedule, from, to);

  return steward_ui_join (words, _("by the rules"), source, NULL);
}

gboolean
steward_link_edit_remove (StewardSession  *session,
                          const char      *from,
                          const char      *to,
                          char           **text)
{
  const StewardSchedule *schedule;
  g_autoptr (GError) error = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  schedule = steward_session_get_schedule (session);
  if (schedule == NULL)
    return FALSE;
  if (steward_schedule_find_removable (schedule, from, to, &error) != NULL)
    return steward_link_edit_apply (session, from, to);
  if (text == NULL)
    return FALSE;

  source = name_source (schedule, from, to);
  if (g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_INVALID))
    *text = steward_ui_join (error->message, source, NULL);
  else
    *text = g_strdup_printf (_("“%s” is drawn after “%s” because of the order of the plan. There is no link that could "
                               "be removed."), name_of (schedule, to), name_of (schedule, from));

  return FALSE;
}
