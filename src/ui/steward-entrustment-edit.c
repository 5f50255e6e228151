/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-entrustment-edit.h"

static void
set_signed (StewardProject *project,
            StewardDay      day)
{
  const StewardEntrustment *now = steward_project_get_entrustment (project);
  g_auto (GStrv) stages = g_strdupv (now->stages);
  g_auto (GStrv) items = g_strdupv (now->items);
  const StewardEntrustment value = { stages, items, day };

  steward_project_set_entrustment (project, &value);
}

static void
follow (StewardProject               *project,
        const StewardEntrustmentStep *step)
{
  switch (step->kind)
    {
    case STEWARD_ENTRUSTMENT_STEP_SIGNED:
      set_signed (project, step->day);
      steward_project_set_state (project, STEWARD_STATE_OPEN);
      break;
    case STEWARD_ENTRUSTMENT_STEP_SUSPENDED:
      steward_project_set_state (project, STEWARD_STATE_SUSPENDED);
      break;
    case STEWARD_ENTRUSTMENT_STEP_RESUMED:
      steward_project_set_state (project, STEWARD_STATE_OPEN);
      break;
    case STEWARD_ENTRUSTMENT_STEP_CLOSED:
      steward_project_set_state (project, STEWARD_STATE_CLOSED);
      break;
    default:
      break;
    }
}

/* The closing form of a stage says on which day it was finished. */
static void
close_stage (StewardProject               *project,
             const StewardEntrustmentStep *step)
{
  GPtrArray *closings = steward_project_get_closings (project);
  char *nothing[] = { NULL };
  const StewardClosing closing = { step->ground, step->day, nothing, 0 };

  for (guint i = 0; i < closings->len; i++)
    if (g_str_equal (((const StewardClosing *) closings->pdata[i])->stage, step->ground))
      return;
  steward_project_put_closing (project, &closing);
}

static gboolean
take (StewardSession                *session,
      const StewardEntrustmentStep  *step,
      GError                       **error)
{
  StewardProject *project = steward_session_get_project (session);
  StewardEntrustmentStep mine = *step;

  mine.by = (char *) steward_session_get_actor (session);
  mine.ground = step->ground != NULL ? step->ground : (char *) "";
  mine.note = step->note != NULL ? step->note : (char *) "";
  mine.document = step->document != NULL ? step->document : (char *) "";
  if (!steward_entrustment_judge_step (project, &mine, STEWARD_DAY_NONE, error)
      || steward_project_put_step (project, &mine, error) == 0)
    return FALSE;
  follow (project, &mine);
  if (mine.kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED)
    close_stage (project, &mine);
  return TRUE;
}

gboolean
steward_entrustment_edit_take (StewardSession                *session,
                               const StewardEntrustmentStep  *step,
                               GError                       **error)
{
  StewardKeeper *keeper;
  gboolean taken;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (step != NULL && step->number == 0, FALSE);

  keeper = steward_session_get_keeper (session);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  taken = take (session, step, error);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  return taken;
}

void
steward_entrustment_edit_follow (StewardSession               *session,
                                 const StewardEntrustmentStep *step)
{
  g_return_if_fail (STEWARD_IS_SESSION (session));
  g_return_if_fail (step != NULL && step->number == 0);

  take (session, step, NULL);
}
