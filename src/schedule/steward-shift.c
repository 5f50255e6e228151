/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-shift.h"

#include <string.h>

static void
shift_free (gpointer data)
{
  StewardShift *shift = data;

  g_free (shift->id);
  g_free (shift->name);
  g_free (shift);
}

static void
add (GPtrArray                *shifts,
     const StewardScheduleRow *before,
     const StewardScheduleRow *after)
{
  const StewardScheduleRow *row = after != NULL ? after : before;
  StewardShift *shift;

  if (before != NULL && after != NULL && before->limit == after->limit && before->finish == after->finish)
    return;
  shift = g_new0 (StewardShift, 1);
  shift->id = g_strdup (row->id);
  shift->name = g_strdup (row->name);
  shift->limit_before = before != NULL ? before->limit : -1;
  shift->limit_after = after != NULL ? after->limit : -1;
  shift->finish_before = before != NULL ? before->finish : STEWARD_DAY_NONE;
  shift->finish_after = after != NULL ? after->finish : STEWARD_DAY_NONE;
  g_ptr_array_add (shifts, shift);
}

/* The id that the row has afterwards; a segment is `<item>/<case>`.
 * (transfer full) */
static char *
map_id (GHashTable *ids,
        const char *id)
{
  const char *slash = strchr (id, '/');
  g_autofree char *item = slash != NULL ? g_strndup (id, slash - id) : g_strdup (id);
  const char *now = ids != NULL ? g_hash_table_lookup (ids, item) : NULL;

  return now != NULL ? g_strconcat (now, slash, NULL) : g_strdup (id);
}

static GHashTable *
index_rows (const StewardSchedule *schedule,
            GHashTable            *ids)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM)
        g_hash_table_insert (index, map_id (ids, row->id), row);
    }
  return index;
}

GPtrArray *
steward_shifts_new (const StewardSchedule *before,
                    const StewardSchedule *after,
                    GHashTable            *ids)
{
  GPtrArray *shifts = g_ptr_array_new_with_free_func (shift_free);
  g_autoptr(GHashTable) old = NULL;

  g_return_val_if_fail (before != NULL, shifts);
  g_return_val_if_fail (after != NULL, shifts);

  old = index_rows (before, ids);
  for (guint i = 0; i < after->rows->len; i++)
    {
      const StewardScheduleRow *row = after->rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      add (shifts, g_hash_table_lookup (old, row->id), row);
      g_hash_table_remove (old, row->id);
    }
  for (guint i = 0; i < before->rows->len; i++)
    {
      StewardScheduleRow *row = before->rows->pdata[i];
      g_autofree char *now = map_id (ids, row->id);

      if (row->kind == STEWARD_ROW_ITEM && g_hash_table_lookup (old, now) == row)
        add (shifts, row, NULL);
    }
  return shifts;
}
