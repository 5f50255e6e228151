/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

static const char *const state_words[STEWARD_N_STATES] = { "open", "suspended", "closed", "removed" };

const char *
steward_state_to_word (StewardState state)
{
  g_return_val_if_fail ((guint) state < STEWARD_N_STATES, NULL);

  return state_words[state];
}

gboolean
steward_state_from_word (const char   *word,
                         StewardState *state)
{
  g_return_val_if_fail (state != NULL, FALSE);

  for (guint i = 0; i < STEWARD_N_STATES; i++)
    {
      if (g_strcmp0 (state_words[i], word) == 0)
        {
          *state = i;
          return TRUE;
        }
    }
  return FALSE;
}

StewardState
steward_project_get_state (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), STEWARD_STATE_OPEN);

  return self->state;
}

void
steward_project_set_state (StewardProject *self,
                           StewardState    state)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail ((guint) state < STEWARD_N_STATES);

  if (self->state == state)
    return;
  self->state = state;
  steward_project_emit_piece (self, STEWARD_PIECE_RECORD, "");
  steward_project_emit_changed (self, STEWARD_CHANGE_RECORD);
}

const char *
steward_project_get_id (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->id;
}

gboolean
steward_project_set_id (StewardProject *self,
                        const char     *id)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), FALSE);

  if (id == NULL || !g_uuid_string_is_valid (id))
    return FALSE;
  lower = g_ascii_strdown (id, -1);
  if (strcmp (lower, self->id) == 0)
    return TRUE;
  g_free (self->id);
  self->id = g_steal_pointer (&lower);
  steward_project_emit_changed (self, STEWARD_CHANGE_RECORD);
  return TRUE;
}
