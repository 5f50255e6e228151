/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <glib/gi18n-lib.h>

/* The clause that gave the limit; NULL for one that somebody typed. */
static const StewardSource *
find_source (const StewardPlanItem *item)
{
  if (item->case_ && item->case_->limit >= 0)
    return NULL;
  if (item->block_limit)
    return item->block->source;
  return item->item ? item->item->source : NULL;
}

static void
check_limit (StewardCheckRun          *run,
             const StewardScheduleRow *row)
{
  g_autofree char *due = steward_day_format (row->answer.due);
  g_autofree char *decided = steward_day_format (row->decided);
  StewardFinding *finding;
  int late = MAX (-row->answer.remaining, 0);

  if (row->answer.light == STEWARD_LIGHT_DONE_LATE)
    finding = steward_check_add_row (run, STEWARD_CHECK_OVER_LIMIT, row, row->decided,
                                     steward_check_is_decided (row) ? _("Decided on %s; it was due on %s.")
                                                                    : _("Ended on %s; it was due on %s."),
                                     decided, due);
  else if (row->answer.light == STEWARD_LIGHT_RED && row->answer.due != STEWARD_DAY_NONE)
    finding = steward_check_add_row (run, STEWARD_CHECK_OVER_LIMIT, row, row->answer.due,
                                     ngettext ("It was due on %s and is not decided, %d working day later.",
                                               "It was due on %s and is not decided, %d working days later.", late),
                                     due, late);
  else
    return;
  if (finding && find_source (row->item))
    finding->source = find_source (row->item);
}

static void
check_budget (StewardCheckRun            *run,
              const StewardScheduleStage *stage)
{
  StewardFinding *finding;

  if (stage->budget < 0 || stage->used <= stage->budget)
    return;
  finding = steward_check_add (run, STEWARD_CHECK_STAGE_OVER_BUDGET, stage->stage->id, stage->stage->name, stage->stage,
                               STEWARD_DAY_NONE,
                               ngettext ("%d approval working day used, of %d.", "%d approval working days used, of %d.",
                                         stage->used),
                               stage->used, stage->budget);
  if (finding && stage->stage->source)
    finding->source = stage->stage->source;
}

static StewardDay
find_last_event (const StewardSchedule    *schedule,
                 const StewardScheduleRow *row)
{
  const StewardCase *handled = row->item->case_;
  StewardDay last = STEWARD_DAY_NONE;

  for (guint i = 0; handled && i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      if (event->day <= schedule->as_of)
        last = event->day;
    }
  return last;
}

/* Received or accepted, and not over. */
static gboolean
is_under_way (const StewardScheduleRow *row)
{
  if (row->accepted != STEWARD_DAY_NONE)
    return row->decided == STEWARD_DAY_NONE;
  return row->status == STEWARD_CASE_RECEIVED || row->status == STEWARD_CASE_CORRECTION_STARTS ||
         row->status == STEWARD_CASE_CORRECTION_ENDS || row->status == STEWARD_CASE_BUREAU_STARTS ||
         row->status == STEWARD_CASE_PROCEDURE_STARTS || row->status == STEWARD_CASE_PROCEDURE_ENDS;
}

static void
check_stale (StewardCheckRun          *run,
             const StewardScheduleRow *row,
             int                       stale_days)
{
  StewardDay last = is_under_way (row) ? find_last_event (run->schedule, row) : STEWARD_DAY_NONE;
  g_autofree char *day = NULL;
  int silent;

  if (last == STEWARD_DAY_NONE)
    return;
  silent = steward_calendar_count (run->schedule->calendar, last, run->schedule->as_of);
  if (silent <= stale_days)
    return;
  day = steward_day_format (last);
  steward_check_add_row (run, STEWARD_CHECK_STATUS_STALE, row, last,
                         ngettext ("Nothing was recorded since %s, for %d working day.",
                                   "Nothing was recorded since %s, for %d working days.", silent),
                         day, silent);
}

void
steward_check_limits (StewardCheckRun *run)
{
  const StewardSchedule *schedule = run->schedule;
  int stale_days = steward_pack_get_setting (run->pack, "stale-days", 0);

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      check_limit (run, row);
      if (stale_days > 0)
        check_stale (run, row, stale_days);
    }
  for (guint i = 0; i < schedule->stages->len; i++)
    check_budget (run, schedule->stages->pdata[i]);
}
