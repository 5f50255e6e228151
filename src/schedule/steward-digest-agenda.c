/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-digest-private.h"
#include "steward-promise-private.h"
#include "steward-schedule-private.h"

static void
entry_free (StewardAgendaEntry *entry)
{
  g_free (entry->row);
  g_free (entry->name);
  g_free (entry);
}

GPtrArray *
steward_digest_new_agenda (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

static void
add_entry (GPtrArray                *agenda,
           const StewardSchedule    *schedule,
           const StewardScheduleRow *row,
           StewardAgendaKind         kind,
           StewardDay                due,
           StewardTurns              turns)
{
  StewardAgendaEntry *entry = g_new0 (StewardAgendaEntry, 1);

  entry->kind = kind;
  entry->row = g_strdup (row->id);
  entry->name = g_strdup (row->name);
  entry->due = due;
  entry->yellow_from = turns.yellow;
  entry->red_from = turns.red;
  entry->paused = kind == STEWARD_AGENDA_CASE &&
                  (row->answer.light == STEWARD_LIGHT_PAUSED || steward_schedule_row_has_open_pause (row));
  entry->provisional = due != STEWARD_DAY_NONE && steward_calendar_is_provisional (schedule->calendar, due);
  g_ptr_array_add (agenda, entry);
}

/* A limit of @days from @from that nothing pauses; -1: nobody gave one. */
static void
add_limit (GPtrArray                *agenda,
           const StewardSchedule    *schedule,
           const StewardScheduleRow *row,
           StewardAgendaKind         kind,
           StewardDay                from,
           int                       days)
{
  StewardClockQuestion question = {
    .from = from,
    .days = days,
    .finished = STEWARD_DAY_NONE,
    .as_of = schedule->as_of,
    .thresholds = steward_pack_get_thresholds (schedule->plan->pack),
  };
  StewardClockAnswer answer;

  if (days < 0)
    {
      add_entry (agenda, schedule, row, kind, STEWARD_DAY_NONE, STEWARD_TURNS_NONE);
      return;
    }
  answer = steward_clock_ask (schedule->calendar, &question);
  add_entry (agenda, schedule, row, kind, answer.due, steward_turns_of_answer (schedule, &answer));
}

/* One day more than a status may stay unseen. */
static void
add_look (GPtrArray                *agenda,
          const StewardSchedule    *schedule,
          const StewardScheduleRow *row)
{
  int days = steward_pack_get_setting (schedule->plan->pack, "stale-days", 0) + 1;
  StewardTurns turns = STEWARD_TURNS_NONE;

  turns.red = steward_calendar_add (schedule->calendar, row->looked_at, days);
  add_entry (agenda, schedule, row, STEWARD_AGENDA_STALE, row->looked_at, turns);
}

static void
add_item (GPtrArray                *agenda,
          const StewardSchedule    *schedule,
          const StewardScheduleRow *row)
{
  const StewardPack *pack = schedule->plan->pack;
  StewardDay owed = row->item->case_ ? steward_promise_find (schedule, row) : STEWARD_DAY_NONE;

  if (row->accepted != STEWARD_DAY_NONE && row->decided == STEWARD_DAY_NONE)
    add_entry (agenda, schedule, row, STEWARD_AGENDA_CASE, row->answer.due,
               steward_turns_of_answer (schedule, &row->answer));
  if (owed != STEWARD_DAY_NONE)
    add_limit (agenda, schedule, row, STEWARD_AGENDA_PROMISE, owed, steward_promise_get_days (pack));
  if (row->silent_until != STEWARD_DAY_NONE)
    add_limit (agenda, schedule, row, STEWARD_AGENDA_SILENT, row->received,
               steward_pack_get_notice_days (pack));
  if (row->deliver_by != STEWARD_DAY_NONE && row->delivered == STEWARD_DAY_NONE)
    add_limit (agenda, schedule, row, STEWARD_AGENDA_DELIVERY, steward_schedule_find_grant (schedule, row),
               steward_pack_get_delivery_days (pack));
  if (row->looked_at != STEWARD_DAY_NONE)
    add_look (agenda, schedule, row);
  if (row->ready_since != STEWARD_DAY_NONE && row->ready_since <= schedule->as_of)
    add_entry (agenda, schedule, row, STEWARD_AGENDA_READY, row->ready_since, STEWARD_TURNS_NONE);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const StewardAgendaEntry *first = *(StewardAgendaEntry *const *) a;
  const StewardAgendaEntry *second = *(StewardAgendaEntry *const *) b;

  if (first->due == STEWARD_DAY_NONE || second->due == STEWARD_DAY_NONE)
    return (first->due == STEWARD_DAY_NONE) - (second->due == STEWARD_DAY_NONE);
  return (first->due > second->due) - (first->due < second->due);
}

GPtrArray *
steward_digest_make_agenda (const StewardSchedule *schedule)
{
  GPtrArray *agenda = steward_digest_new_agenda ();

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM)
        add_item (agenda, schedule, row);
      else if (row->kind == STEWARD_ROW_NODE && row->accepted != STEWARD_DAY_NONE && row->decided == STEWARD_DAY_NONE)
        add_entry (agenda, schedule, row, STEWARD_AGENDA_TIMER, row->answer.due,
                   steward_turns_of_answer (schedule, &row->answer));
    }
  g_ptr_array_sort (agenda, compare_entries);
  return agenda;
}
