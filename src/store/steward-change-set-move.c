/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-change-set.h"

#include <glib/gi18n-lib.h>

StewardChangeSet *
steward_change_set_new_move (const StewardMove *move,
                             const char        *actor,
                             gint64             base)
{
  g_autofree char *label = NULL;
  StewardChangeSet *set;

  g_return_val_if_fail (move != NULL, NULL);
  g_return_val_if_fail (steward_move_is_possible (move), NULL);

  /* Translators: stands in "Undo %s". */
  label = g_strdup_printf (_("Move to version %s of the rules"),
                           steward_pack_get_version (steward_project_get_pack (move->moved)));
  set = steward_change_set_new (steward_project_get_id (move->project), actor, label, base);
  for (guint i = 0; i < move->changes->len; i++)
    {
      const StewardMoveChange *change = move->changes->pdata[i];

      steward_change_set_add (set, change->kind, change->key, change->before, change->after);
    }
  return set;
}
