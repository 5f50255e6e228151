/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <string.h>

char *
steward_project_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

char *
steward_project_time_or_now (const char *at)
{
  return at ? steward_project_clip (at, STEWARD_TIME_MAX_CHARS) : steward_project_now ();
}

void
steward_tick_free (StewardTick *tick)
{
  g_free (tick->by);
  g_free (tick->at);
  g_free (tick);
}

gboolean
steward_project_store_tick (GHashTable *table,
                            const char *key,
                            gboolean    on,
                            const char *by,
                            const char *at)
{
  const StewardTick *old = g_hash_table_lookup (table, key);
  StewardTick *tick = g_new0 (StewardTick, 1);

  tick->on = !!on;
  tick->by = steward_project_clip (by, STEWARD_NAME_MAX_CHARS);
  /* The same decision of the same person is not a new one: its time stays. */
  if (old && at == NULL && old->on == tick->on && strcmp (old->by, tick->by) == 0)
    tick->at = g_strdup (old->at);
  else
    tick->at = steward_project_time_or_now (at);
  if (old && old->on == tick->on && strcmp (old->by, tick->by) == 0 && strcmp (old->at, tick->at) == 0)
    {
      steward_tick_free (tick);
      return FALSE;
    }
  g_hash_table_insert (table, g_strdup (key), tick);
  return TRUE;
}

static gboolean
has_rows (StewardProject *self,
          const char     *box)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (strcmp (((StewardRow *) self->rows->pdata[i])->box, box) == 0)
        return TRUE;
    }
  return FALSE;
}

const StewardTick *
steward_project_get_tick (StewardProject *self,
                          const char     *box)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (box != NULL, NULL);

  return g_hash_table_lookup (self->ticks, box);
}

gboolean
steward_project_is_ticked (StewardProject *self,
                           const char     *box)
{
  const StewardTick *tick = steward_project_get_tick (self, box);

  return tick ? tick->on : has_rows (self, box);
}

void
steward_project_set_tick (StewardProject *self,
                          const char     *box,
                          gboolean        on,
                          const char     *by,
                          const char     *at)
{
  const StewardBox *known;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (box != NULL);
  known = steward_pack_find_box (self->pack, box);
  g_return_if_fail (known != NULL && known->kind != STEWARD_BOX_BLANK);

  if (!steward_project_store_tick (self->ticks, box, on, by, at))
    return;
  steward_project_emit_piece (self, STEWARD_PIECE_TICK, box);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}

void
steward_project_clear_tick (StewardProject *self,
                            const char     *box)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (box != NULL);

  if (!g_hash_table_remove (self->ticks, box))
    return;
  steward_project_emit_piece (self, STEWARD_PIECE_TICK, box);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}
