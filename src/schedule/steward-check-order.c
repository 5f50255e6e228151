/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <glib/gi18n-lib.h>

#include "steward-network-private.h"
#include "steward-schedule-private.h"

/* Not a day: something is not decided. */
#define OPEN G_MAXINT32

/* From when on something may begin, and the row that says so; NULL for
 * nothing at all. */
typedef struct
{
  StewardDay                day;
  const StewardScheduleRow *row;
} Release;

static void
keep_later (Release       *release,
            const Release *other)
{
  if (other->row && (release->row == NULL || other->day > release->day))
    *release = *other;
}

/* Of what stands before @task, without the row @own. What is outside the gate
 * holds back only its like. */
static Release
find_release (const StewardNetwork     *network,
              const Release            *finished,
              int                       task,
              const StewardScheduleRow *own)
{
  Release release = { STEWARD_DAY_NONE, NULL };

  for (int link = network->before_at[task]; link < network->before_at[task + 1]; link++)
    {
      int before = network->before[link];

      if (steward_link_counts (network, before, task) && (own == NULL || finished[before].row != own))
        keep_later (&release, &finished[before]);
    }
  return release;
}

/* Of an activity nobody has written anything about, nobody knows: then what
 * goes before it counts. What was withdrawn is not decided. */
static Release
find_finish (const StewardScheduleRow *row,
             const Release            *release)
{
  Release finish = { steward_check_is_decided (row) ? row->decided : OPEN, row };

  if (row->kind == STEWARD_ROW_ACTIVITY && row->accepted == STEWARD_DAY_NONE && row->decided == STEWARD_DAY_NONE)
    return *release;
  return finish;
}

static void
complain (StewardCheckRun          *run,
          StewardCheckCode          code,
          const StewardScheduleRow *row,
          StewardDay                day,
          const Release            *release)
{
  g_autofree char *date = steward_day_format (day);
  g_autofree char *before = steward_day_format (release->day != OPEN ? release->day : STEWARD_DAY_NONE);
  gboolean decided = code == STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR;

  if (release->day == OPEN)
    steward_check_add_row (run, code, row, day,
                           decided ? _("Decided on %s, while “%s”, which goes before it, is not finished.")
                                   : _("Accepted on %s, while “%s”, which goes before it, is not finished."),
                           date, release->row->name);
  else
    steward_check_add_row (run, code, row, day,
                           decided ? _("Decided on %s, before “%s”, which goes before it, on %s.")
                                   : _("Accepted on %s, before “%s”, which goes before it, was finished on %s."),
                           date, release->row->name, before);
}

static gboolean
check_decision (StewardCheckRun          *run,
                const StewardScheduleRow *row,
                const Release            *release)
{
  if (release->row == NULL || !steward_check_is_decided (row) || release->day <= row->decided)
    return FALSE;
  complain (run, STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR, row, row->decided, release);
  return TRUE;
}

static void
check_acceptance (StewardCheckRun          *run,
                  const StewardScheduleRow *row,
                  const Release            *release)
{
  if (release->row != NULL && row->accepted != STEWARD_DAY_NONE && release->day > row->accepted &&
      row->item->mode != STEWARD_MODE_DEFERRAL)
    complain (run, STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR, row, row->accepted, release);
}

/* The rows by their tasks, and by the tasks of their decisions where a lever
 * lets them overlap with what they wait for. */
typedef struct
{
  const StewardScheduleRow **begun;
  const StewardScheduleRow **decided;
} Tasks;

static void
find_tasks (const StewardCheckRun *run,
            const StewardNetwork  *network,
            Tasks                 *tasks)
{
  guint n = steward_network_get_length (network);
  const GPtrArray *rows = run->schedule->rows;

  tasks->begun = g_new0 (const StewardScheduleRow *, n);
  tasks->decided = g_new0 (const StewardScheduleRow *, n);
  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];

      /* Timers are no tasks. */
      if (row->kind == STEWARD_ROW_NODE)
        continue;
      tasks->begun[steward_network_find (network, row->id)] = row;
      tasks->decided[steward_schedule_find_end (network, row->id)] = row;
    }
}

/* What was decided too early was accepted too early as well: one finding. */
static void
check_task (StewardCheckRun      *run,
            const StewardNetwork *network,
            const Tasks          *tasks,
            Release              *finished,
            int                   task)
{
  const StewardScheduleRow *begun = tasks->begun[task], *decided = tasks->decided[task];
  Release release = find_release (network, finished, task, decided);

  finished[task] = decided ? find_finish (decided, &release) : begun ? (Release) { OPEN, begun } : release;
  if (decided && decided->kind == STEWARD_ROW_ITEM && check_decision (run, decided, &release))
    return;
  if (begun && begun->kind == STEWARD_ROW_ITEM)
    check_acceptance (run, begun, &release);
}

/* The same network as the plan is made with, so that what is planned one after
 * the other is what is checked. */
void
steward_check_order (StewardCheckRun *run)
{
  g_autoptr (StewardNetwork) network = NULL;
  g_autofree Release *finished = NULL;
  Tasks tasks;

  if (!steward_check_is_wanted (run, STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR) &&
      !steward_check_is_wanted (run, STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR))
    return;
  network = steward_schedule_build_network (run->schedule, STEWARD_PASS_ORDER, run->schedule->start, NULL);
  if (network == NULL)
    return;
  finished = g_new (Release, steward_network_get_length (network));
  find_tasks (run, network, &tasks);
  for (guint i = 0; i < steward_network_get_length (network); i++)
    check_task (run, network, &tasks, finished, network->order[i]);
  g_free (tasks.begun);
  g_free (tasks.decided);
}

/* @months after @day, or the last day of that month. */
static StewardDay
add_months (StewardDay day,
            int        months)
{
  int year, month, mday;
  StewardDay end;

  steward_day_to_ymd (day, &year, &month, &mday);
  months += year * 12 + month - 1;
  do
    end = steward_day_from_ymd (months / 12, months % 12 + 1, mday--);
  while (end == STEWARD_DAY_NONE && mday > 27);
  return end;
}

/* Whether @row is what @id names, or stands in it. */
static gboolean
is_named (const StewardScheduleRow *row,
          const char               *id)
{
  return g_strcmp0 (row->item ? row->item->base : row->id, id) == 0 || (row->stage && g_strcmp0 (row->stage->id, id) == 0) ||
         (row->item && row->item->block && g_strcmp0 (row->item->block->id, id) == 0);
}

static gboolean
relies_on (const StewardScheduleRow *row,
           const StewardValidity    *validity)
{
  if (validity->until == NULL || validity->until[0] == NULL)
    return row->kind == STEWARD_ROW_ACTIVITY;
  for (guint i = 0; row->kind != STEWARD_ROW_NODE && validity->until[i]; i++)
    {
      if (is_named (row, validity->until[i]))
        return TRUE;
    }
  return FALSE;
}

/* What relies on @approval and begins last. */
static const StewardScheduleRow *
find_user (const StewardSchedule    *schedule,
           const StewardScheduleRow *approval,
           const StewardValidity    *validity)
{
  const StewardScheduleRow *last = NULL;

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row != approval && relies_on (row, validity) && (last == NULL || row->start > last->start))
        last = row;
    }
  return last;
}

static void
check_validity (StewardCheckRun          *run,
                const StewardScheduleRow *row,
                const StewardValidity    *validity)
{
  StewardDay granted = steward_schedule_find_grant (run->schedule, row);
  const StewardScheduleRow *user;
  g_autofree char *from = NULL, *until = NULL, *begin = NULL;
  StewardFinding *finding;
  StewardDay end;

  if (granted == STEWARD_DAY_NONE)
    return;
  end = add_months (granted, validity->months);
  user = find_user (run->schedule, row, validity);
  if (end == STEWARD_DAY_NONE || user == NULL || user->start <= end)
    return;
  from = steward_day_format (granted);
  until = steward_day_format (end);
  begin = steward_day_format (user->start);
  finding = steward_check_add_row (run, STEWARD_CHECK_APPROVAL_LAPSED, row, granted,
                                   user->accepted != STEWARD_DAY_NONE
                                     ? _("Granted on %s and good until %s, but “%s” began only on %s.")
                                     : _("Granted on %s and good until %s, but “%s” will not begin before %s."),
                                   from, until, user->name, begin);
  if (finding && validity->source)
    finding->source = validity->source;
}

void
steward_check_validity (StewardCheckRun *run)
{
  const GPtrArray *rows = run->schedule->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];
      const StewardItem *item = row->kind == STEWARD_ROW_ITEM ? row->item->item : NULL;

      if (item && item->validity)
        check_validity (run, row, item->validity);
    }
}
