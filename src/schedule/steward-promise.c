/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-promise-private.h"

/* What an event does to the promise of a case accepted on @accepted: it begins,
 * is kept, or the end of the application ends it. */
static void
follow_promise (const StewardCase  *handled,
                const StewardEvent *event,
                StewardDay          accepted,
                StewardDay         *owed,
                gboolean           *kept)
{
  switch (event->status)
    {
    case STEWARD_CASE_ACCEPTED:
      if (handled->mode != STEWARD_MODE_NORMAL && *owed == STEWARD_DAY_NONE)
        *owed = event->day;
      break;
    case STEWARD_CASE_GRANTED_DEFERRED:
      *owed = event->day;
      *kept = FALSE;
      break;
    case STEWARD_CASE_CORRECTION_ENDS:
      *kept = *kept || *owed != STEWARD_DAY_NONE || (accepted != STEWARD_DAY_NONE && event->day > accepted);
      break;
    case STEWARD_CASE_RECEIVED:
    case STEWARD_CASE_WITHDRAWN:
    case STEWARD_CASE_NOT_ACCEPTED:
    case STEWARD_CASE_REFUSED:
    case STEWARD_CASE_GRANTED:
    case STEWARD_CASE_NOT_GRANTED:
    case STEWARD_CASE_REVOKED_APPLICATION:
    case STEWARD_CASE_REVOKED:
      *owed = STEWARD_DAY_NONE;
      *kept = FALSE;
      break;
    default:
      break;
    }
}

StewardDay
steward_promise_find (const StewardSchedule    *schedule,
                      const StewardScheduleRow *row)
{
  const StewardCase *handled = row->item->case_;
  StewardDay owed = STEWARD_DAY_NONE;
  gboolean kept = FALSE;

  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      if (event->day > schedule->as_of)
        break;
      follow_promise (handled, event, row->accepted, &owed, &kept);
    }
  /* Accepted by silence: there is no event to begin with. */
  if (owed == STEWARD_DAY_NONE && handled->mode != STEWARD_MODE_NORMAL && row->decided == STEWARD_DAY_NONE)
    owed = row->accepted;
  return kept ? STEWARD_DAY_NONE : owed;
}

int
steward_promise_get_days (const StewardPack *pack)
{
  const StewardDeferral *deferral = steward_pack_get_deferral (pack);

  if (deferral && deferral->supplement_days >= 0)
    return deferral->supplement_days;
  return steward_pack_get_setting (pack, "deferral-days", -1);
}
