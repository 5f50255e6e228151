/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-paper-follow.h"

#include "steward-paper.h"
#include "steward-pdf-sign.h"
#include "steward-piece.h"

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

static char *
or_nothing (char *text)
{
  return text != NULL ? text : (char *) "";
}

gboolean
steward_entrustment_take (StewardProject                *project,
                          const StewardEntrustmentStep  *step,
                          GError                       **error)
{
  StewardEntrustmentStep mine;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (step != NULL && step->number == 0, FALSE);

  mine = *step;
  mine.by = or_nothing (step->by);
  mine.ground = or_nothing (step->ground);
  mine.note = or_nothing (step->note);
  mine.document = or_nothing (step->document);
  if (!steward_entrustment_judge_step (project, &mine, STEWARD_DAY_NONE, error)
      || steward_project_put_step (project, &mine, error) == 0)
    return FALSE;
  follow (project, &mine);
  if (mine.kind == STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED)
    close_stage (project, &mine);
  return TRUE;
}

/* On paper, or electronically by the unit. */
static gboolean
is_signed (const StewardDocument *document)
{
  if (document->state == STEWARD_DOCUMENT_SCANNED)
    return TRUE;
  for (guint i = 0; document->state == STEWARD_DOCUMENT_SIGNED && i < document->signatures->len; i++)
    if (g_str_equal (((const StewardDocumentSignature *) document->signatures->pdata[i])->field, STEWARD_FIELD_UNIT))
      return TRUE;
  return FALSE;
}

/* An entrustment is effective on the day on which the unit signs. */
void
steward_paper_follow (StewardProject        *project,
                      const StewardDocument *document)
{
  StewardEntrustmentStep step = { 0 };

  g_return_if_fail (STEWARD_IS_PROJECT (project));
  g_return_if_fail (document != NULL);

  step = (StewardEntrustmentStep) { .day = document->day, .by = document->by, .document = document->id };
  if (g_str_equal (document->form, steward_paper_get_form (STEWARD_PAPER_ENTRUSTMENT)))
    {
      step.kind = is_signed (document) ? STEWARD_ENTRUSTMENT_STEP_SIGNED : STEWARD_ENTRUSTMENT_STEP_DRAFTED;
      if (is_signed (document) || document->state <= STEWARD_DOCUMENT_PRINTED)
        steward_entrustment_take (project, &step, NULL);
      step.kind = STEWARD_ENTRUSTMENT_STEP_PRINTED;
      if (document->state == STEWARD_DOCUMENT_PRINTED)
        steward_entrustment_take (project, &step, NULL);
    }
  else if (g_str_equal (document->form, steward_paper_get_form (STEWARD_PAPER_CLOSING)) && is_signed (document))
    {
      step.kind = STEWARD_ENTRUSTMENT_STEP_STAGE_CLOSED;
      step.ground = document->subject;
      steward_entrustment_take (project, &step, NULL);
    }
}
