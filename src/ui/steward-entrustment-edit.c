/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-entrustment-edit.h"

#include "steward-paper-follow.h"

gboolean
steward_entrustment_edit_take (StewardSession                *session,
                               const StewardEntrustmentStep  *step,
                               GError                       **error)
{
  StewardKeeper *keeper;
  StewardEntrustmentStep mine;
  gboolean taken;

  g_return_val_if_fail (STEWARD_IS_SESSION (session), FALSE);
  g_return_val_if_fail (step != NULL && step->number == 0, FALSE);

  keeper = steward_session_get_keeper (session);
  mine = *step;
  mine.by = (char *) steward_session_get_actor (session);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  taken = steward_entrustment_take (steward_session_get_project (session), &mine, error);
  if (keeper != NULL)
    steward_keeper_flush (keeper);
  return taken;
}
