/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-edit.h"

#include <string.h>

StewardCase *
steward_case_edit_begin (StewardSession *session,
                         const char     *item)
{
  const StewardCase *handled;
  g_autofree char *id = NULL;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  handled = steward_project_find_case (steward_session_get_project (session), item);
  if (handled != NULL)
    return steward_case_copy (handled);

  /* A segment that another desk has taken out meanwhile. */
  if (strchr (item, '/') != NULL)
    {
      id = g_strndup (item, strchr (item, '/') - item);
      return steward_case_new (strchr (item, '/') + 1, id);
    }

  /* One name for all desks: two that begin the same case meet in it, and
   * neither gets lost beside the other. */
  id = g_strconcat ("case-", item, NULL);

  return steward_case_new (id, item);
}

void
steward_case_edit_end (StewardSession    *session,
                       const StewardCase *handled)
{
  StewardKeeper *keeper;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (handled != NULL);

  keeper = steward_session_get_keeper (session);
  /* What was typed elsewhere before is a change of its own. */
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  steward_project_put_case (steward_session_get_project (session), handled);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
}

/* Named by the segment, so that two desks that add the same one meet in it and
 * different ones stand beside each other. A name that was given up before may
 * still be in the id of a case. */
static char *
make_segment_id (StewardProject *project,
                 const char     *item,
                 const char     *name)
{
  for (guint n = 0; ; n++)
    {
      g_autofree char *seed = n == 0 ? g_strdup (name) : g_strdup_printf ("%s %u", name, n);
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
      g_autofree char *id = g_strdup_printf ("case-%s-%.6s", item, hash);
      g_autofree char *row = g_strconcat (item, "/", id, NULL);
      const StewardCase *first = steward_project_find_case (project, item);

      if (steward_project_find_case (project, row) == NULL && (first == NULL || !g_str_equal (first->id, id)))
        return g_steal_pointer (&id);
    }
}

char *
steward_case_edit_add_segment (StewardSession *session,
                               const char     *item,
                               const char     *name)
{
  StewardProject *project;
  g_autoptr (StewardCase) handled = NULL;
  g_autofree char *id = NULL;
  gboolean first;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), NULL);
  g_return_val_if_fail (item != NULL && name != NULL && *name != '\0', NULL);

  project = steward_session_get_project (session);
  first = steward_project_list_cases (project, item) == NULL;
  if (first)
    {
      handled = steward_case_edit_begin (session, item);
    }
  else
    {
      id = make_segment_id (project, item, name);
      handled = steward_case_new (id, item);
    }
  g_free (handled->segment);
  handled->segment = g_strdup (name);
  steward_case_edit_end (session, handled);

  return first ? g_strdup (item) : steward_case_make_row_id (handled);
}

void
steward_case_edit_remove (StewardSession *session,
                          const char     *id)
{
  StewardKeeper *keeper;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  keeper = steward_session_get_keeper (session);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  steward_project_remove_case (steward_session_get_project (session), id);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
}

void
steward_case_edit_deliver (StewardSession *session,
                           const char     *item,
                           StewardDay      day)
{
  g_autoptr (StewardCase) handled = NULL;

  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (item != NULL);

  handled = steward_case_edit_begin (session, item);
  handled->delivered = day;
  steward_case_edit_end (session, handled);
}

/* Rows whose case is under way and was not compared on @day. */
static GPtrArray *
list_unverified (StewardSession *session,
                 const char     *item,
                 StewardDay      day)
{
  const StewardSchedule *schedule = steward_session_get_schedule (session);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; schedule != NULL && i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (row->item != NULL && row->item->case_ != NULL && row->status != 0 && row->decided == STEWARD_DAY_NONE
          && row->item->case_->verified != day && (item == NULL || g_str_equal (item, row->id)))
        g_ptr_array_add (ids, g_strdup (row->id));
    }

  return ids;
}

guint
steward_case_edit_verify (StewardSession *session,
                          const char     *item,
                          StewardDay      day)
{
  g_autoptr (GPtrArray) ids = NULL;
  StewardKeeper *keeper;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), 0);

  ids = list_unverified (session, item, day);
  keeper = steward_session_get_keeper (session);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (StewardCase) handled = steward_case_edit_begin (session, g_ptr_array_index (ids, i));

      handled->verified = day;
      steward_project_put_case (steward_session_get_project (session), handled);
    }
  if (keeper != NULL)
    steward_keeper_flush (keeper);

  return ids->len;
}
