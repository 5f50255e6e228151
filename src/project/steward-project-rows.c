/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-record-private.h"

#include <stdlib.h>
#include <string.h>

/* The numbers of steward_row_id_fits(). */
#define ROW_NUMBER_MAX 999999

void
steward_row_free (StewardRow *row)
{
  g_free (row->id);
  g_free (row->box);
  g_free (row->text);
  g_free (row->by);
  g_free (row->at);
  g_free (row);
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

static guint
next_position (StewardProject *self)
{
  if (self->rows->len == 0)
    return 1;
  return MIN (((StewardRow *) self->rows->pdata[self->rows->len - 1])->position + 1, STEWARD_POSITION_MAX);
}

void
steward_project_drop_row (StewardProject *self,
                          const char     *id)
{
  StewardRow *row = lookup_row (self, id);

  if (row == NULL)
    return;
  g_hash_table_remove (self->row_index, id);
  steward_ordered_remove (self->rows, row, steward_row_compare);
}

void
steward_project_take_row (StewardProject *self,
                          StewardRow     *row)
{
  steward_project_drop_row (self, row->id);
  steward_ordered_add (self->rows, row, steward_row_compare);
  g_hash_table_insert (self->row_index, row->id, row);
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

static StewardRow *
make_row (StewardProject *self,
          const char     *box,
          guint           number)
{
  StewardRow *row = g_new0 (StewardRow, 1);

  row->id = g_strdup_printf ("%s#%u", box, number);
  row->box = g_strdup (box);
  row->limit = -1;
  row->position = next_position (self);
  return row;
}

/* Adds the rows and their ids to @ids. */
static void
add_lines (StewardProject  *self,
           const char      *box,
           char           **lines,
           const char      *by,
           GPtrArray       *ids)
{
  g_autofree char *at = steward_project_now ();
  guint number = next_number (self, box);

  for (guint i = 0; lines[i] && self->rows->len < STEWARD_PROJECT_MAX_ROWS && number <= ROW_NUMBER_MAX; i++)
    {
      g_autofree char *line = steward_project_clean_text (lines[i]);
      StewardRow *row;

      if (*line == '\0')
        continue;
      row = make_row (self, box, number++);
      row->text = g_steal_pointer (&line);
      row->by = steward_project_clip (by, STEWARD_NAME_MAX_CHARS);
      row->at = g_strdup (at);
      g_ptr_array_add (ids, g_strdup (row->id));
      steward_project_take_row (self, row);
    }
}

const char *
steward_project_add_rows (StewardProject *self,
                          const char     *box,
                          const char     *text,
                          const char     *by)
{
  const StewardBox *known;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  const StewardRow *first;

  g_return_val_if_fail (STEWARD_IS_PROJECT (self), NULL);
  g_return_val_if_fail (box != NULL, NULL);
  known = steward_pack_find_box (self->pack, box);
  g_return_val_if_fail (known != NULL && known->kind == STEWARD_BOX_BLANK, NULL);

  valid = g_utf8_make_valid (text ? text : "", -1);
  lines = split_lines (valid);
  ids = g_ptr_array_new_with_free_func (g_free);
  add_lines (self, box, lines, by, ids);
  if (ids->len == 0)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    steward_project_emit_piece (self, STEWARD_PIECE_ROW, ids->pdata[i]);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
  first = lookup_row (self, ids->pdata[0]);
  return first ? first->id : NULL;
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
  const StewardRow *old;
  StewardRow *mine;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (row != NULL && row->id != NULL && row->box != NULL && steward_row_id_fits (row->id, row->box));
  g_return_if_fail (row->text != NULL && *row->text != '\0');
  known = steward_pack_find_box (self->pack, row->box);
  g_return_if_fail (known != NULL && known->kind == STEWARD_BOX_BLANK);

  old = lookup_row (self, row->id);
  mine = g_new0 (StewardRow, 1);
  mine->id = g_strdup (row->id);
  mine->box = g_strdup (row->box);
  mine->text = steward_project_clip (row->text, STEWARD_TEXT_MAX_CHARS);
  mine->by = steward_project_clip (row->by, STEWARD_NAME_MAX_CHARS);
  mine->at = steward_project_clip (row->at, STEWARD_TIME_MAX_CHARS);
  mine->limit = CLAMP (row->limit, -1, STEWARD_MAX_DAYS);
  mine->position = old ? old->position : next_position (self);
  steward_project_take_row (self, mine);
  steward_project_emit_piece (self, STEWARD_PIECE_ROW, mine->id);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}

/* Whether one of its cases has events. */
static gboolean
has_history (StewardProject *self,
             const char     *id)
{
  const GPtrArray *cases = steward_project_list_cases (self, id);

  for (guint i = 0; cases && i < cases->len; i++)
    {
      if (((StewardCase *) cases->pdata[i])->events->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* Unless the row has to stay for the sake of its cases. Emits what it changes
 * along with it; the row itself goes last. */
static void
remove_row (StewardProject *self,
            const char     *id)
{
  StewardChange change = STEWARD_CHANGE_TICKS;
  const GPtrArray *cases;

  /* A row that has to stay is told too: whoever shows it has to show its
   * text again. */
  if (has_history (self, id))
    {
      steward_project_emit_changed (self, change);
      return;
    }
  while ((cases = steward_project_list_cases (self, id)) != NULL)
    steward_project_remove_case (self, ((StewardCase *) cases->pdata[0])->id);
  steward_project_drop_row (self, id);
  if (steward_project_drop_entrusted (self, id))
    {
      change |= STEWARD_CHANGE_PAPERS;
      steward_project_emit_piece (self, STEWARD_PIECE_ENTRUSTMENT, "");
    }
  change |= steward_record_drop_row (self, id);
  steward_project_emit_piece (self, STEWARD_PIECE_ROW, id);
  steward_project_emit_changed (self, change);
}

void
steward_project_set_row_text (StewardProject *self,
                              const char     *id,
                              const char     *text)
{
  g_autofree char *clean = NULL, *key = NULL;
  StewardRow *row;

  g_return_if_fail (STEWARD_IS_PROJECT (self));
  g_return_if_fail (id != NULL);
  row = lookup_row (self, id);
  g_return_if_fail (row != NULL);

  clean = steward_project_clean_text (text);
  if (strcmp (clean, row->text) == 0)
    return;
  /* The id may be that of the row itself. */
  key = g_strdup (id);
  if (*clean == '\0')
    {
      remove_row (self, key);
      return;
    }
  g_free (row->text);
  row->text = g_steal_pointer (&clean);
  steward_project_emit_piece (self, STEWARD_PIECE_ROW, key);
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
  steward_project_emit_piece (self, STEWARD_PIECE_ROW, id);
  steward_project_emit_changed (self, STEWARD_CHANGE_TICKS);
}
