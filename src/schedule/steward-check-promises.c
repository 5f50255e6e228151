/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <glib/gi18n-lib.h>

#include "steward-promise-private.h"
#include "steward-standing.h"

/* A pack without any listed item has no list, and says nothing of what is not
 * on it. */
static gboolean
has_list (const StewardPack *pack)
{
  GPtrArray *items = steward_pack_get_items (pack);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardItem *item = items->pdata[i];

      if (item->commitment && item->commitment->listed)
        return TRUE;
    }
  return FALSE;
}

static void
check_commitment (StewardCheckRun          *run,
                  const StewardScheduleRow *row)
{
  const StewardCommitment *commitment = row->item->item ? row->item->item->commitment : NULL;
  StewardFinding *finding;

  if (row->item->mode != STEWARD_MODE_COMMITMENT || (commitment && commitment->listed))
    return;
  finding = steward_check_add_row (run, STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE, row, row->accepted,
                                   _("Handled on commitment, but not on the published list."));
  if (finding && commitment && commitment->source)
    finding->source = commitment->source;
}

static gboolean
has_deferrable (const StewardItem *item)
{
  for (guint i = 0; i < item->materials->len; i++)
    {
      const StewardMaterial *material = item->materials->pdata[i];

      if (material->deferrable && !material->main)
        return TRUE;
    }
  return FALSE;
}

/* An item of which the pack names no materials may have some to defer. */
static void
check_deferral (StewardCheckRun          *run,
                const StewardScheduleRow *row)
{
  const StewardItem *item = row->item->item;
  const StewardDeferral *deferral = steward_pack_get_deferral (run->pack);
  StewardFinding *finding;

  if (row->item->mode != STEWARD_MODE_DEFERRAL || deferral == NULL || item == NULL || item->materials->len == 0 ||
      has_deferrable (item))
    return;
  finding = steward_check_add_row (run, STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE, row, row->accepted,
                                   _("Accepted with deferred material, but none of its materials may be deferred."));
  if (finding && deferral->source)
    finding->source = deferral->source;
}

/* Where a record comes from that is not of this project, in brackets. */
static char *
name_origin (const StewardSharedCredit *from)
{
  /* Translators: name of another project of the same enterprise. */
  return from ? g_strdup_printf (_(" (recorded in “%s”)"), from->name) : g_strdup ("");
}

/* A breach counts from its day, if that is known, until it is repaired, and for
 * every project of the enterprise. */
static void
check_credit (StewardCheckRun          *run,
              const StewardScheduleRow *row)
{
  const StewardSharedCredit *from;
  StewardDay since;
  StewardStanding standing = steward_project_find_standing (run->project, &since, &from);
  StewardCheckCode code = row->item->mode == STEWARD_MODE_COMMITMENT ? STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE
                                                                     : STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE;
  g_autofree char *origin = NULL, *day = NULL;

  if (row->item->mode == STEWARD_MODE_NORMAL || standing != STEWARD_STANDING_BREACH)
    return;
  origin = name_origin (from);
  if (since == STEWARD_DAY_NONE)
    {
      steward_check_add_row (run, code, row, row->accepted,
                             _("The enterprise has a breach on its credit record%s that is not repaired."), origin);
      return;
    }
  if (row->accepted != STEWARD_DAY_NONE && row->accepted < since)
    return;
  day = steward_day_format (since);
  steward_check_add_row (run, code, row, row->accepted,
                         _("The enterprise has a breach of %s on its credit record%s that is not repaired."), day, origin);
}

static void
check_promise (StewardCheckRun          *run,
               const StewardScheduleRow *row)
{
  int days = steward_promise_get_days (run->pack);
  StewardDay owed = row->item->case_ ? steward_promise_find (run->schedule, row) : STEWARD_DAY_NONE;
  StewardDay due = owed != STEWARD_DAY_NONE && days >= 0 ? steward_calendar_add (run->schedule->calendar, owed, days)
                                                         : STEWARD_DAY_NONE;
  g_autofree char *from = NULL, *until = NULL;

  if (due == STEWARD_DAY_NONE || due >= run->schedule->as_of)
    return;
  from = steward_day_format (owed);
  until = steward_day_format (due);
  steward_check_add_row (run, STEWARD_CHECK_PROMISE_OVERDUE, row, due,
                         _("Promised on %s and due on %s, but no supply is on record."), from, until);
}

void
steward_check_promises (StewardCheckRun *run)
{
  const GPtrArray *rows = run->schedule->rows;
  gboolean list = has_list (run->pack);

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      if (list)
        check_commitment (run, row);
      check_deferral (run, row);
      check_credit (run, row);
      check_promise (run, row);
    }
}
