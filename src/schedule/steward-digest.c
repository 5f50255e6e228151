/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-digest-private.h"
#include "steward-schedule-private.h"

/* The first stage with an item inside the gate that is not decided. While no
 * item is ticked at all, the first stage is where the project stands. */
static const char *
find_stage (const StewardSchedule *schedule)
{
  gboolean any = FALSE;

  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = schedule->stages->pdata[i];

      for (guint j = 0; j < stage->rows->len; j++)
        {
          const StewardScheduleRow *row = stage->rows->pdata[j];

          if (!steward_schedule_row_is_gating (row))
            continue;
          if (row->decided == STEWARD_DAY_NONE)
            return stage->stage->id;
          any = TRUE;
        }
    }
  return any || schedule->stages->len == 0 ? "" : ((StewardScheduleStage *) schedule->stages->pdata[0])->stage->id;
}

/* What runs and is due first; the agenda is in that order already. */
static const StewardAgendaEntry *
find_next (GPtrArray *agenda)
{
  for (guint i = 0; i < agenda->len; i++)
    {
      const StewardAgendaEntry *entry = agenda->pdata[i];

      if (entry->kind == STEWARD_AGENDA_CASE || entry->kind == STEWARD_AGENDA_TIMER)
        return entry;
    }
  return NULL;
}

static void
duration_free (StewardDuration *self)
{
  g_free (self->item);
  g_free (self->name);
  g_free (self->bureau);
  g_free (self);
}

/* Applications that were withdrawn or turned away teach nothing about how long
 * a decision takes. */
static gboolean
is_decided (const StewardScheduleRow *row)
{
  return row->decided != STEWARD_DAY_NONE &&
         (row->status == STEWARD_CASE_GRANTED || row->status == STEWARD_CASE_GRANTED_DEFERRED ||
          row->status == STEWARD_CASE_NOT_GRANTED);
}

static void
take_durations (StewardDigest         *self,
                const StewardSchedule *schedule)
{
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      StewardDuration *duration;

      if (row->item == NULL || row->item->item == NULL || !is_decided (row))
        continue;
      duration = g_new0 (StewardDuration, 1);
      duration->item = g_strdup (row->item->id);
      duration->name = g_strdup (row->item->short_name);
      duration->bureau = g_strdup (row->item->bureau);
      duration->limit = row->limit_unknown ? -1 : row->limit;
      duration->used = row->answer.used;
      g_ptr_array_add (self->durations, duration);
    }
}

static void
take_schedule (StewardDigest         *self,
               const StewardSchedule *schedule)
{
  const StewardAgendaEntry *next;
  StewardTurns turns = steward_turns_of_schedule (schedule);

  self->stage = g_strdup (find_stage (schedule));
  self->agenda = steward_digest_make_agenda (schedule);
  next = find_next (self->agenda);
  self->next_row = g_strdup (next ? next->row : "");
  self->next_name = g_strdup (next ? next->name : "");
  self->next_due = next ? next->due : STEWARD_DAY_NONE;
  self->provisional = next && next->provisional;
  /* Something runs when a light is on already; before it, it was green. */
  self->base_light = schedule->light < STEWARD_LIGHT_YELLOW ? schedule->light : STEWARD_LIGHT_GREEN;
  self->yellow_from = turns.yellow;
  self->red_from = turns.red;
  self->valid_until = steward_digest_find_end (schedule);
  take_durations (self, schedule);
}

StewardDigest *
steward_digest_new (StewardProject  *project,
                    StewardCalendar *calendar,
                    StewardDay       as_of)
{
  g_autoptr (StewardSchedule) schedule = NULL;
  StewardDigest *self;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  schedule = steward_schedule_new (project, calendar, as_of, NULL);
  self = g_new0 (StewardDigest, 1);
  self->durations = g_ptr_array_new_with_free_func ((GDestroyNotify) duration_free);
  if (schedule)
    {
      take_schedule (self, schedule);
      return self;
    }
  self->stage = g_strdup ("");
  self->next_row = g_strdup ("");
  self->next_name = g_strdup ("");
  self->agenda = steward_digest_new_agenda ();
  self->base_light = STEWARD_LIGHT_NOT_STARTED;
  self->next_due = self->yellow_from = self->red_from = self->valid_until = STEWARD_DAY_NONE;
  return self;
}

void
steward_digest_free (StewardDigest *self)
{
  if (self == NULL)
    return;
  g_free (self->stage);
  g_free (self->next_row);
  g_free (self->next_name);
  g_ptr_array_unref (self->agenda);
  g_ptr_array_unref (self->durations);
  g_free (self);
}

StewardLight
steward_digest_get_light (const StewardDigest *self,
                          StewardDay           day)
{
  g_return_val_if_fail (self != NULL, STEWARD_LIGHT_NOT_STARTED);
  g_return_val_if_fail (day != STEWARD_DAY_NONE, STEWARD_LIGHT_NOT_STARTED);

  if (self->red_from != STEWARD_DAY_NONE && day >= self->red_from)
    return STEWARD_LIGHT_RED;
  if (self->yellow_from != STEWARD_DAY_NONE && day >= self->yellow_from)
    return STEWARD_LIGHT_YELLOW;
  return self->base_light;
}
