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

static void
check_stale (StewardCheckRun          *run,
             const StewardScheduleRow *row)
{
  g_autofree char *day = steward_day_format (row->stale_since);
  int silent;

  if (row->stale_since == STEWARD_DAY_NONE)
    return;
  silent = steward_calendar_count (run->schedule->calendar, row->stale_since, run->schedule->as_of);
  steward_check_add_row (run, STEWARD_CHECK_STATUS_STALE, row, row->stale_since,
                         ngettext ("Nothing was recorded since %s, for %d working day.",
                                   "Nothing was recorded since %s, for %d working days.", silent),
                         day, silent);
}

static void
check_delivery (StewardCheckRun          *run,
                const StewardScheduleRow *row)
{
  g_autofree char *due = steward_day_format (row->deliver_by);
  g_autofree char *day = steward_day_format (row->delivered);

  if (row->deliver_by == STEWARD_DAY_NONE)
    return;
  if (row->delivered > row->deliver_by)
    steward_check_add_row (run, STEWARD_CHECK_DELIVERY_LATE, row, row->delivered,
                           _("The result was delivered on %s; it was due on %s."), day, due);
  else if (row->delivered == STEWARD_DAY_NONE && row->deliver_by < run->schedule->as_of)
    steward_check_add_row (run, STEWARD_CHECK_DELIVERY_LATE, row, row->deliver_by,
                           _("The result was to be delivered by %s, and no delivery is on record."), due);
}

void
steward_check_limits (StewardCheckRun *run)
{
  const StewardSchedule *schedule = run->schedule;

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      check_limit (run, row);
      check_stale (run, row);
      check_delivery (run, row);
    }
  for (guint i = 0; i < schedule->stages->len; i++)
    check_budget (run, schedule->stages->pdata[i]);
}
