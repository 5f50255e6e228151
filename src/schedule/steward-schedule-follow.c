/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-schedule-private.h"

StewardDay
steward_schedule_find_grant (const StewardSchedule    *self,
                             const StewardScheduleRow *row)
{
  const StewardCase *handled = row->item->case_;
  StewardDay granted = STEWARD_DAY_NONE;

  for (guint i = 0; handled && i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      if (event->day > self->as_of)
        break;
      if (event->status == STEWARD_CASE_GRANTED || event->status == STEWARD_CASE_GRANTED_DEFERRED)
        granted = event->day;
      else if (event->status == STEWARD_CASE_REVOKED || event->status == STEWARD_CASE_RECEIVED)
        granted = STEWARD_DAY_NONE;
    }
  return granted;
}

/* What is granted has to reach the unit. A day before the grant is that of an
 * earlier one. */
static void
follow_delivery (const StewardSchedule *self,
                 StewardScheduleRow    *row)
{
  const StewardCase *handled = row->item->case_;
  StewardDay granted = steward_schedule_find_grant (self, row);
  StewardClockQuestion question = {
    .from = granted,
    .days = steward_pack_get_delivery_days (self->plan->pack),
    .finished = STEWARD_DAY_NONE,
    .as_of = self->as_of,
    .thresholds = steward_pack_get_thresholds (self->plan->pack),
  };
  StewardClockAnswer answer;

  if (granted == STEWARD_DAY_NONE)
    return;
  if (handled->delivered >= granted && handled->delivered <= self->as_of)
    row->delivered = question.finished = handled->delivered;
  answer = steward_clock_ask (self->calendar, &question);
  row->deliver_by = answer.due;
  row->delivery = answer.light;
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

/* When somebody last wrote down what had happened, or that nothing had. */
static StewardDay
find_last_look (const StewardSchedule *self,
                const StewardCase     *handled)
{
  StewardDay last = handled->verified <= self->as_of ? handled->verified : STEWARD_DAY_NONE;

  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      if (event->day <= self->as_of)
        last = MAX (last, event->day);
    }
  return last;
}

void
steward_schedule_follow_up (const StewardSchedule *self,
                            StewardScheduleRow    *row)
{
  int stale_days = steward_pack_get_setting (self->plan->pack, "stale-days", 0);

  follow_delivery (self, row);
  if (stale_days <= 0 || !is_under_way (row))
    return;
  row->looked_at = find_last_look (self, row->item->case_);
  if (row->looked_at != STEWARD_DAY_NONE &&
      steward_calendar_count (self->calendar, row->looked_at, self->as_of) > stale_days)
    row->stale_since = row->looked_at;
}
