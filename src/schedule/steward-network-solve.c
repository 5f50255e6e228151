/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-network-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"

static void
start_early (const StewardNetwork *self,
             const StewardTask    *tasks,
             int                   i)
{
  const StewardTask *task = &tasks[i];
  StewardTaskResult *result = &self->results[i];

  result->early_start = 0;
  result->bound = STEWARD_BOUND_START;
  result->binding = -1;
  for (int link = self->before_at[i]; link < self->before_at[i + 1]; link++)
    {
      int before = self->before[link];
      int finish = self->results[before].early_finish;

      if (!steward_link_holds (self, before, i))
        continue;
      if (result->binding < 0 || finish > result->early_start)
        {
          result->early_start = finish;
          result->bound = STEWARD_BOUND_PREDECESSOR;
          result->binding = before;
        }
    }
  if (task->not_before > result->early_start)
    {
      result->early_start = task->not_before;
      result->bound = STEWARD_BOUND_NOT_BEFORE;
      result->binding = -1;
    }
}

static void
go_forward (const StewardNetwork *self,
            const StewardTask    *tasks,
            int                   i)
{
  const StewardTask *task = &tasks[i];
  StewardTaskResult *result = &self->results[i];

  start_early (self, tasks, i);
  if (task->actual_start >= 0 ||
      (task->actual_finish >= 0 && task->actual_finish < result->early_start))
    {
      result->early_start = task->actual_start >= 0 ? task->actual_start : task->actual_finish;
      result->bound = STEWARD_BOUND_ACTUAL;
      result->binding = -1;
    }
  if (task->actual_finish >= 0)
    result->early_finish = MAX (task->actual_finish, result->early_start);
  else
    result->early_finish = result->early_start + task->days;
}

/* Whether a firm link ties the hammock @i to what is none, perhaps over further
 * hammocks; known for all that comes after it. */
static gboolean
is_pulled (const StewardNetwork *self,
           int                   i)
{
  for (int link = self->after_at[i]; link < self->after_at[i + 1]; link++)
    {
      int after = self->after[link];

      if (steward_link_holds (self, i, after) && steward_network_gates (self, after))
        return TRUE;
    }
  return FALSE;
}

static void
go_backward (const StewardNetwork *self,
             const StewardTask    *tasks,
             int                   i)
{
  const StewardTask *task = &tasks[i];
  StewardTaskResult *result = &self->results[i];
  int end = task->hammock ? MAX (self->total, result->early_finish) : self->total;
  int late = end;
  int next = end;

  if (self->pulled)
    self->pulled[i] = task->hammock && is_pulled (self, i);
  for (int link = self->after_at[i]; link < self->after_at[i + 1]; link++)
    {
      int after = self->after[link];

      if (!steward_link_presses (self, i, after))
        continue;
      late = MIN (late, self->results[after].late_start);
      next = MIN (next, self->results[after].early_start);
    }
  late = MIN (late, task->deadline);

  result->late_finish = late;
  result->late_start = late - (result->early_finish - result->early_start);
  result->total_float = late - result->early_finish;
  result->free_float = MAX (next - result->early_finish, 0);
  result->critical = result->total_float <= 0 && steward_network_gates (self, i);
}

/* The last day of the plan, hammocks included, must be a date. */
static gboolean
check_end (const StewardNetwork  *self,
           int                    end,
           GError                **error)
{
  if (steward_calendar_add (self->calendar, self->start, end) != STEWARD_DAY_NONE)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
               _("The plan takes %d working days and ends after 2199, beyond the calendar."), end);
  return FALSE;
}

gboolean
steward_network_solve (StewardNetwork  *self,
                       GError         **error)
{
  const StewardTask *tasks;
  int n, end = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  self->solved = FALSE;
  if (self->n_refused > 0)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_LIMIT,
                   _("More than %d links between tasks; this is the most that is computed."),
                   STEWARD_NETWORK_MAX_LINKS);
      return FALSE;
    }
  if (!steward_network_sort (self, error))
    return FALSE;

  n = self->tasks->len;
  tasks = (const StewardTask *) (gpointer) self->tasks->data;
  self->results = g_renew (StewardTaskResult, self->results, n);
  g_clear_pointer (&self->pulled, g_free);
  if (self->firm)
    self->pulled = g_new0 (gboolean, n);
  self->total = 0;
  for (int i = 0; i < n; i++)
    {
      int task = self->order[i];

      go_forward (self, tasks, task);
      end = MAX (end, self->results[task].early_finish);
      if (!tasks[task].hammock)
        self->total = MAX (self->total, self->results[task].early_finish);
    }
  if (!check_end (self, end, error))
    return FALSE;
  for (int i = n - 1; i >= 0; i--)
    go_backward (self, tasks, self->order[i]);
  self->solved = TRUE;
  return TRUE;
}

void
steward_network_find_latest (const StewardNetwork *self,
                             const int            *deadlines,
                             int                  *late_starts,
                             int                  *late_finishes)
{
  const StewardTask *tasks;

  g_return_if_fail (self != NULL && self->solved);
  g_return_if_fail (deadlines != NULL && late_starts != NULL && late_finishes != NULL);

  tasks = (const StewardTask *) (gpointer) self->tasks->data;
  for (int i = (int) self->tasks->len - 1; i >= 0; i--)
    {
      int task = self->order[i];
      int late = MIN (deadlines[task], tasks[task].deadline);

      for (int link = self->after_at[task]; link < self->after_at[task + 1]; link++)
        {
          int after = self->after[link];

          if (steward_link_presses (self, task, after))
            late = MIN (late, late_starts[after]);
        }
      late_finishes[task] = late;
      late_starts[task] = late == G_MAXINT ? late
                                           : late - (self->results[task].early_finish - self->results[task].early_start);
    }
}

const StewardTaskResult *
steward_network_get_result (const StewardNetwork *self,
                            int                   task)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->solved, NULL);
  g_return_val_if_fail (task >= 0 && task < (int) self->tasks->len, NULL);

  return &self->results[task];
}

int
steward_network_get_total (const StewardNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (self->solved, 0);

  return self->total;
}
