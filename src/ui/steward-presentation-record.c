/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-presentation-private.h"

#include <glib/gi18n-lib.h>

#include "steward-change-set.h"
#include "steward-error.h"
#include "steward-papers.h"

/* What a meeting decided, as a difference between its copy and the project as
 * it was at the start, and how that becomes part of the project. */

static StewardProject *
get_decided (StewardPresentation *self)
{
  return steward_session_get_project (steward_presentation_get_trial (self));
}

static StewardProject *
get_project (StewardPresentation *self)
{
  return steward_session_get_project (steward_presentation_get_session (self));
}

/* (transfer full) */
static StewardChangeSet *
compare (StewardPresentation *self)
{
  return steward_change_set_compare (steward_presentation_get_start (self), get_decided (self),
                                     steward_session_get_actor (steward_presentation_get_session (self)), "", 0);
}

static gboolean
is_rival (StewardPresentation      *self,
          const StewardPieceChange *change)
{
  g_autoptr (GVariant) now = steward_project_get_piece (get_project (self),
                                                        change->kind, change->key);

  /* A meeting that somebody else recorded meanwhile only took the number. */
  if (change->kind == STEWARD_PIECE_MEETING)
    return FALSE;
  if (now == NULL || change->before == NULL)
    return now != change->before;

  return !g_variant_equal (now, change->before);
}

/* Of what was said there are better words than that a meeting was held. */
static GPtrArray *
describe (StewardPresentation *self,
          gboolean             rivals)
{
  g_autoptr (StewardChangeSet) decided = compare (self);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < decided->changes->len; i++)
    {
      StewardPieceChange *change = g_ptr_array_index (decided->changes, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      if (change->kind == STEWARD_PIECE_MEETING || (rivals && !is_rival (self, change)))
        continue;
      g_ptr_array_add (one, change);
      g_ptr_array_add (lines, steward_changes_describe (one, get_decided (self)));
    }

  return lines;
}

gboolean
steward_presentation_has_decisions (StewardPresentation *self)
{
  g_autoptr (StewardChangeSet) decided = NULL;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);

  decided = compare (self);

  return decided->changes->len > 0;
}

GPtrArray *
steward_presentation_list_decisions (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return describe (self, FALSE);
}

GPtrArray *
steward_presentation_list_rivals (StewardPresentation *self)
{
  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);

  return describe (self, TRUE);
}

/* Under a number of its own: the one of the trial may have been taken. 0 with an
 * error. */
static guint
put_meeting (StewardPresentation  *self,
             StewardProject       *project,
             GError              **error)
{
  const StewardMeeting *held = steward_project_get_meeting (get_decided (self), steward_presentation_get_meeting (self));
  StewardMeeting meeting;

  if (held == NULL)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_INVALID, _("The meeting cannot be written down."));
      return 0;
    }
  meeting = *held;
  meeting.number = 0;

  return steward_project_put_meeting (project, &meeting, error);
}

/* The number of the meeting in @project, 0 with an error. */
static guint
put_decisions (StewardPresentation  *self,
               GPtrArray            *changes,
               gboolean              over,
               StewardProject       *project,
               GError              **error)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      StewardPieceChange *change = g_ptr_array_index (changes, i);

      if (change->kind != STEWARD_PIECE_MEETING && (over || !is_rival (self, change)))
        g_ptr_array_add (wanted, change);
    }

  return steward_changes_apply (wanted, FALSE, project, error) ? put_meeting (self, project, error) : 0;
}

/* What was decided without a word was decided by a meeting all the same. */
static StewardChangeSet *
close_meeting (StewardPresentation *self)
{
  if (steward_presentation_get_meeting (self) == 0)
    steward_presentation_write_meeting (self);

  return compare (self);
}

StewardSession *
steward_presentation_rehearse (StewardPresentation  *self,
                               gboolean              over,
                               guint                *meeting,
                               GError              **error)
{
  g_autoptr (StewardSession) rehearsal = NULL;
  g_autoptr (StewardChangeSet) decided = NULL;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (meeting != NULL, NULL);

  decided = close_meeting (self);
  rehearsal = steward_session_new_trial (steward_presentation_get_session (self));
  *meeting = put_decisions (self, decided->changes, over, steward_session_get_project (rehearsal), error);

  return *meeting > 0 ? g_steal_pointer (&rehearsal) : NULL;
}

/* The documents name the meeting by the number that it had when they were
 * drawn. */
static gboolean
put_documents (GPtrArray       *documents,
               StewardProject  *project,
               GError         **error)
{
  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      if (!steward_project_put_document (project, g_ptr_array_index (documents, i), error))
        return FALSE;
    }

  return TRUE;
}

gboolean
steward_presentation_record (StewardPresentation  *self,
                             gboolean              over,
                             GPtrArray            *documents,
                             GError              **error)
{
  g_autoptr (StewardChangeSet) decided = NULL;
  g_autoptr (StewardProject) rehearsal = NULL;
  StewardKeeper *keeper;
  gboolean done;

  g_return_val_if_fail (STEWARD_IS_PRESENTATION (self), FALSE);

  decided = close_meeting (self);
  /* All or nothing: what does not go with what others did shows on a copy. */
  rehearsal = steward_project_duplicate (get_project (self));
  if (put_decisions (self, decided->changes, over, rehearsal, error) == 0 || !put_documents (documents, rehearsal, error))
    return FALSE;

  keeper = steward_session_get_keeper (steward_presentation_get_session (self));
  /* What was typed before is a change of its own, and so is this. */
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  done = put_decisions (self, decided->changes, over, get_project (self), error) > 0 &&
         put_documents (documents, get_project (self), error);
  if (keeper != NULL)
    steward_keeper_flush (keeper);

  return done;
}
