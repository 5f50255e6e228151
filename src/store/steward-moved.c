/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-moved.h"

#include "steward-error.h"
#include "steward-listing.h"

#define LINES_AT_ONCE 200

typedef struct
{
  StewardDatabase *database;
  StewardCalendar *before;
  StewardCalendar *after;
  StewardDay       today;
  GPtrArray       *moved;
  GPtrArray       *skipped;
} Comparison;

void
steward_moved_free (StewardMoved *self)
{
  if (self == NULL)
    return;
  g_free (self->project);
  g_free (self->project_name);
  g_free (self->row);
  g_free (self->name);
  g_free (self);
}

static StewardDay
find_date (const StewardScheduleRow *row)
{
  return row->answer.due != STEWARD_DAY_NONE ? row->answer.due : row->finish;
}

static gboolean
is_provisional (const StewardScheduleRow *row,
                const StewardCalendar    *calendar)
{
  return row->answer.due != STEWARD_DAY_NONE ? row->answer.provisional
                                             : steward_calendar_is_provisional (calendar, row->finish);
}

static void
compare_rows (Comparison               *self,
              const char               *id,
              StewardProject           *project,
              const StewardScheduleRow *before,
              const StewardScheduleRow *after)
{
  StewardMoved *moved;

  if (after == NULL || before->decided != STEWARD_DAY_NONE || find_date (before) == find_date (after))
    return;
  moved = g_new0 (StewardMoved, 1);
  moved->project = g_strdup (id);
  moved->project_name = g_strdup (steward_project_get_fact (project, STEWARD_FACT_NAME));
  moved->row = g_strdup (before->id);
  moved->name = g_strdup (before->name);
  moved->before = find_date (before);
  moved->after = find_date (after);
  moved->before_provisional = is_provisional (before, self->before);
  moved->after_provisional = is_provisional (after, self->after);
  g_ptr_array_add (self->moved, moved);
}

/* What is wrong with one project alone: it is damaged, makes no sense, or its
 * pack is gone. */
static gboolean
concerns_project (const GError *error)
{
  return g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN) ||
         g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_INVALID) ||
         g_error_matches (error, STEWARD_ERROR, STEWARD_ERROR_CORRUPT);
}

/* One project that cannot be read has no dates that could move, and must not
 * hold up the others: it is named. */
static gboolean
compare_project (Comparison                *self,
                 const StewardProjectLine  *line,
                 GError                   **error)
{
  g_autoptr(StewardSchedule) before = NULL;
  g_autoptr(StewardSchedule) after = NULL;
  g_autoptr(StewardProject) project = NULL;
  g_autoptr(GError) wrong = NULL;

  project = steward_database_load_project (self->database, line->id, NULL, &wrong);
  if (wrong && !concerns_project (wrong))
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return FALSE;
    }
  if (wrong && self->skipped)
    g_ptr_array_add (self->skipped, g_strdup_printf ("%s: %s", *line->name ? line->name : line->id, wrong->message));
  if (project)
    {
      before = steward_schedule_new (project, self->before, self->today, NULL);
      after = steward_schedule_new (project, self->after, self->today, NULL);
    }
  for (guint i = 0; before && after && i < before->rows->len; i++)
    {
      const StewardScheduleRow *row = before->rows->pdata[i];

      compare_rows (self, line->id, project, row, steward_schedule_find_row (after, row->id));
    }
  return TRUE;
}

static gboolean
compare_slice (Comparison  *self,
               GArray      *numbers,
               guint        start,
               GError     **error)
{
  guint n = MIN (numbers->len - start, LINES_AT_ONCE);
  g_autoptr(GPtrArray) lines = steward_database_read_lines (self->database, &g_array_index (numbers, gint64, start), n,
                                                            self->today, error);

  for (guint i = 0; lines && i < lines->len; i++)
    {
      const StewardProjectLine *line = lines->pdata[i];

      if (line && !compare_project (self, line, error))
        return FALSE;
    }
  return lines != NULL;
}

GPtrArray *
steward_database_list_moved (StewardDatabase  *self,
                             StewardCalendar  *before,
                             StewardCalendar  *after,
                             StewardDay        today,
                             GPtrArray        *skipped,
                             StewardProgress   progress,
                             gpointer          user_data,
                             GCancellable     *cancellable,
                             GError          **error)
{
  StewardListQuery query = { .today = today, .states = 1u << STEWARD_STATE_OPEN };
  g_autoptr(GPtrArray) moved = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_moved_free);
  g_autoptr(StewardCalendar) own = NULL;
  g_autoptr(GArray) numbers = NULL;

  g_return_val_if_fail (STEWARD_IS_DATABASE (self), NULL);
  g_return_val_if_fail (after != NULL, NULL);

  own = before ? steward_calendar_ref (before) : steward_database_load_calendar (self, error);
  numbers = own ? steward_database_find (self, &query, error) : NULL;
  if (numbers == NULL)
    return NULL;
  for (guint start = 0; start < numbers->len; start += LINES_AT_ONCE)
    {
      Comparison comparison = { self, own, after, today, moved, skipped };

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !compare_slice (&comparison, numbers, start, error))
        return NULL;
      if (progress)
        progress ((double) start / numbers->len, user_data);
    }
  return g_steal_pointer (&moved);
}
