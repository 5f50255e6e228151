/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project-private.h"

#include <stdlib.h>
#include <string.h>

static char *
now_text (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

static char *
time_or_now (const char *at)
{
  return at ? steward_project_clip (at, STEWARD_TIME_MAX_CHARS) : now_text ();
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
  const StewardTick *old;
  StewardTick *tick;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (box != NULL);
  known = steward_pack_find_box (self->pack, box);
  g_return_if_fail (known != NULL && known->kind != STEWARD_BOX_BLANK);

  tick = g_new0 (StewardTick, 1);
  tick->on = !!on;
  tick->by = steward_project_clip (by, STEWARD_NAME_MAX_CHARS);
  old = g_hash_table_lookup (self->ticks, box);
  /* The same decision of the same person is not a new one: its time stays. */
  if (old && at == NULL && old->on == tick->on && strcmp (old->by, tick->by) == 0)
    tick->at = g_strdup (old->at);
  else
    tick->at = time_or_now (at);
  if (old && old->on == tick->on && strcmp (old->by, tick->by) == 0 && strcmp (old->at, tick->at) == 0)
    {
      g_free (tick->by);
      g_free (tick->at);
      g_free (tick);
      return;
    }
  g_hash_table_insert (self->ticks, g_strdup (box), tick);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}

void
steward_project_clear_tick (StewardProject *self,
                            const char     *box)
{
  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (box != NULL);

  if (g_hash_table_remove (self->ticks, box))
    steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}

GPtrArray *
steward_project_get_rows (StewardProject *self)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);

  return self->rows;
}

static StewardRow *
lookup_row (StewardProject *self,
            const char     *id)
{
  return g_hash_table_lookup (self->row_index, id);
}

const StewardRow *
steward_project_find_row (StewardProject *self,
                          const char     *id)
{
  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return lookup_row (self, id);
}

/* One more than the highest number in use, so that an id never comes to mean
 * another row while any later one stands. */
static guint
next_number (StewardProject *self,
             const char     *box)
{
  guint last = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardRow *row = self->rows->pdata[i];

      if (strcmp (row->box, box) == 0)
        last = MAX (last, (guint) strtoul (strrchr (row->id, '#') + 1, NULL, 10));
    }
  return last + 1;
}

static StewardRow *
append_row (StewardProject *self,
            char           *id,
            const char     *box)
{
  StewardRow *row = g_new0 (StewardRow, 1);

  row->id = id;
  row->box = g_strdup (box);
  row->limit = -1;
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->row_index, row->id, row);
  return row;
}

/* At every kind of line break that comes with pasted text. */
static char **
split_lines (const char *text)
{
  GString *lines = g_string_new (text);
  char **split;

  g_string_replace (lines, "\xe2\x80\xa8", "\n", 0);
  g_string_replace (lines, "\xe2\x80\xa9", "\n", 0);
  g_strdelimit (lines->str, "\r", '\n');
  split = g_strsplit (lines->str, "\n", -1);
  g_string_free (lines, TRUE);
  return split;
}

const char *
steward_project_add_rows (StewardProject *self,
                          const char     *box,
                          const char     *text,
                          const char     *by)
{
  const StewardBox *known;
  g_autofree char *valid = NULL, *at = NULL;
  g_auto (GStrv) lines = NULL;
  const char *first = NULL;
  guint number;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (box != NULL, NULL);
  known = steward_pack_find_box (self->pack, box);
  g_return_val_if_fail (known != NULL && known->kind == STEWARD_BOX_BLANK, NULL);

  valid = g_utf8_make_valid (text ? text : "", -1);
  lines = split_lines (valid);
  at = now_text ();
  number = next_number (self, box);
  for (guint i = 0; lines[i] && self->rows->len < STEWARD_PROJECT_MAX_ROWS; i++)
    {
      g_autofree char *line = steward_project_clean_text (lines[i]);
      StewardRow *row;

      if (*line == '\0')
        continue;
      row = append_row (self, g_strdup_printf ("%s#%u", box, number++), box);
      row->text = g_steal_pointer (&line);
      row->by = steward_project_clip (by, STEWARD_NAME_MAX_CHARS);
      row->at = g_strdup (at);
      first = first ? first : row->id;
    }
  if (first)
    steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
  return first;
}

gboolean
steward_row_id_fits (const char *id,
                     const char *box)
{
  gsize length;
  const char *number;

  g_return_val_if_fail (id != NULL && box != NULL, FALSE);

  length = strlen (box);
  if (strncmp (id, box, length) != 0 || id[length] != '#')
    return FALSE;
  number = id + length + 1;
  return *number >= '1' && *number <= '9' && strlen (number) <= 6 &&
         strspn (number, "0123456789") == strlen (number);
}

void
steward_project_put_row (StewardProject   *self,
                         const StewardRow *row)
{
  const StewardBox *known;
  StewardRow *mine;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (row != NULL && row->id != NULL && row->box != NULL && steward_row_id_fits (row->id, row->box));
  g_return_if_fail (row->text != NULL && *row->text != '\0');
  known = steward_pack_find_box (self->pack, row->box);
  g_return_if_fail (known != NULL && known->kind == STEWARD_BOX_BLANK);

  mine = lookup_row (self, row->id);
  if (mine == NULL)
    mine = append_row (self, g_strdup (row->id), row->box);
  g_free (mine->text);
  g_free (mine->by);
  g_free (mine->at);
  mine->text = steward_project_clip (row->text, STEWARD_TEXT_MAX_CHARS);
  mine->by = steward_project_clip (row->by, STEWARD_NAME_MAX_CHARS);
  mine->at = steward_project_clip (row->at, STEWARD_TIME_MAX_CHARS);
  mine->limit = CLAMP (row->limit, -1, STEWARD_MAX_DAYS);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}

/* Unless the row has to stay for the sake of its case. */
static void
remove_row (StewardProject *self,
            StewardRow     *row)
{
  const StewardCase *handled = steward_project_find_case (self, row->id);

  while (handled)
    {
      if (handled->events->len > 0)
        return;
      steward_project_remove_case (self, handled->id);
      handled = steward_project_find_case (self, row->id);
    }
  steward_project_drop_entrusted (self, row->id);
  g_hash_table_remove (self->row_index, row->id);
  g_ptr_array_remove (self->rows, row);
}

void
steward_project_set_row_text (StewardProject *self,
                              const char     *id,
                              const char     *text)
{
  g_autofree char *clean = NULL;
  StewardRow *row;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (id != NULL);
  row = lookup_row (self, id);
  g_return_if_fail (row != NULL);

  clean = steward_project_clean_text (text);
  if (strcmp (clean, row->text) == 0)
    return;
  if (*clean == '\0')
    {
      /* A row that has to stay is told too: whoever shows it has to show its
       * text again. */
      remove_row (self, row);
    }
  else
    {
      g_free (row->text);
      row->text = g_steal_pointer (&clean);
    }
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}

void
steward_project_set_row_limit (StewardProject *self,
                               const char     *id,
                               int             limit)
{
  StewardRow *row;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (id != NULL);
  row = lookup_row (self, id);
  g_return_if_fail (row != NULL);

  limit = CLAMP (limit, -1, STEWARD_MAX_DAYS);
  if (row->limit == limit)
    return;
  row->limit = limit;
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}
