/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-case-edit.h"

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
