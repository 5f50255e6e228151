/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ledger.h"

#include "steward-record-private.h"

const StewardLedgerWording *
steward_project_get_wording (StewardProject *self,
                             const char     *source)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  return steward_record_lookup (self, STEWARD_PIECE_WORDING, source);
}

GPtrArray *
steward_project_list_wordings (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return steward_record_list (self, STEWARD_PIECE_WORDING);
}

gboolean
steward_project_put_wording (StewardProject               *self,
                             const StewardLedgerWording  *value,
                             GError                     **error)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (value != NULL && value->id != NULL, FALSE);

  return steward_record_store (self, STEWARD_PIECE_WORDING, value->id, value, error);
}

void
steward_project_remove_wording (StewardProject *self,
                                const char     *source)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (source != NULL);

  steward_record_remove (self, STEWARD_PIECE_WORDING, source);
}
