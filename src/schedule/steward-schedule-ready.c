/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

#include "steward-network-private.h"

/* Not a day: something before the task is not finished. */
#define WAITING G_MAXINT32

/* The first day on record of the project; NONE when there is none, for then
 * nobody can say since when anything could have been handed in. */
static StewardDay
find_beginning (const StewardSchedule *self)
{
  StewardDay beginning = STEWARD_DAY_NONE;

  if (steward_day_parse (steward_project_get_fact (self->plan->project, STEWARD_FACT_START), &beginning))
    return beginning;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardScheduleRow *row = self->rows->pdata[i];
      StewardDay day = row->received != STEWARD_DAY_NONE ? row->received : row->accepted;

      if (day != STEWARD_DAY_NONE)
        beginning = beginning == STEWARD_DAY_NONE ? day : MIN (beginning, day);
    }
  return beginning;
}

/* When everything before @task was finished: @beginning when nothing is, or
 * WAITING. */
static StewardDay
find_release (const StewardNetwork *network,
              const StewardDay     *finished,
              int                   task,
              StewardDay            beginning)
{
  StewardDay release = beginning;

  for (int link = network->before_at[task]; link < network->before_at[task + 1]; link++)
    {
      int before = network->before[link];

      /* What is outside the gate holds back only its like. */
      if (steward_link_counts (network, before, task))
        release = MAX (release, finished[before]);
    }
  return release;
}

/* Never handed in, or handed in and turned away. */
static gboolean
is_to_be_handed_in (const StewardScheduleRow *row)
{
  if (row->kind != STEWARD_ROW_ITEM || row->accepted != STEWARD_DAY_NONE)
    return FALSE;
  if (row->status == 0)
    return TRUE;
  switch (row->status)
    {
    case STEWARD_CASE_WITHDRAWN:
    case STEWARD_CASE_NOT_ACCEPTED:
    case STEWARD_CASE_REFUSED:
    case STEWARD_CASE_REVOKED_APPLICATION:
    case STEWARD_CASE_REVOKED:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
take_release (StewardScheduleRow *row,
              StewardDay          release)
{
  const StewardCase *handled = row->item ? row->item->case_ : NULL;

  if (release == WAITING || release == STEWARD_DAY_NONE || !is_to_be_handed_in (row))
    return;
  row->ready_since = handled ? MAX (release, handled->planned_start) : release;
}

void
steward_schedule_find_ready (StewardSchedule      *self,
                             const StewardNetwork *network)
{
  guint n = steward_network_get_length (network);
  g_autofree StewardDay *finished = g_new (StewardDay, n);
  g_autofree StewardScheduleRow **rows = g_new0 (StewardScheduleRow *, n);
  StewardDay beginning = find_beginning (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardScheduleRow *row = self->rows->pdata[i];

      rows[steward_network_find (network, row->id)] = row;
    }
  for (guint i = 0; i < n; i++)
    {
      int task = network->order[i];
      StewardDay release = find_release (network, finished, task, beginning);

      /* A milestone of a stage or block is over when what it stands for is. */
      finished[task] = release;
      if (rows[task])
        {
          take_release (rows[task], release);
          finished[task] = rows[task]->decided != STEWARD_DAY_NONE ? rows[task]->decided : WAITING;
        }
    }
}
