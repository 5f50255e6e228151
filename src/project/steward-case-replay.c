/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-project.h"

#include <string.h>

/* What the events say before the law is asked about the acceptance. */
typedef struct
{
  StewardDay received;
  StewardDay notice;      /* first notice of a correction or refusal */
  StewardDay accepted;
  StewardDay decided;     /* granted or not granted */
  StewardDay finished;
  StewardCaseStatus status;
} Summary;

static gboolean
is_decision (StewardCaseStatus status)
{
  return status == STEWARD_CASE_GRANTED || status == STEWARD_CASE_GRANTED_DEFERRED ||
         status == STEWARD_CASE_NOT_GRANTED;
}

/* States after which only a new receipt goes on. */
static gboolean
is_end (StewardCaseStatus status)
{
  return is_decision (status) || status == STEWARD_CASE_WITHDRAWN || status == STEWARD_CASE_NOT_ACCEPTED ||
         status == STEWARD_CASE_REFUSED || status == STEWARD_CASE_REVOKED_APPLICATION ||
         status == STEWARD_CASE_REVOKED;
}

static void
keep_first (StewardDay *day,
            StewardDay  candidate)
{
  if (*day == STEWARD_DAY_NONE)
    *day = candidate;
}

static void
reset (Summary *summary)
{
  *summary = (Summary) { STEWARD_DAY_NONE, STEWARD_DAY_NONE, STEWARD_DAY_NONE, STEWARD_DAY_NONE,
                         STEWARD_DAY_NONE, 0 };
}

static void
take_event (Summary            *summary,
            const StewardEvent *event)
{
  switch (event->status)
    {
    case STEWARD_CASE_RECEIVED:
      keep_first (&summary->received, event->day);
      break;
    case STEWARD_CASE_ACCEPTED:
      keep_first (&summary->accepted, event->day);
      break;
    case STEWARD_CASE_CORRECTION_STARTS:
    case STEWARD_CASE_NOT_ACCEPTED:
    case STEWARD_CASE_REFUSED:
      if (summary->accepted == STEWARD_DAY_NONE)
        keep_first (&summary->notice, event->day);
      break;
    default:
      break;
    }
  if (is_decision (event->status))
    keep_first (&summary->decided, event->day);
  if (is_end (event->status))
    keep_first (&summary->finished, event->day);
  summary->status = event->status;
}

/* Reads the events of the last application: one that was withdrawn, refused
 * or decided and is received again starts from nothing. Returns the index of
 * its first event. */
static guint
summarise (const StewardCase *self,
           StewardDay         as_of,
           Summary           *summary)
{
  guint first = 0;

  reset (summary);
  for (guint i = 0; i < self->events->len; i++)
    {
      const StewardEvent *event = self->events->pdata[i];

      if (event->day > as_of)
        break;
      if (event->status == STEWARD_CASE_RECEIVED && summary->finished != STEWARD_DAY_NONE)
        {
          reset (summary);
          first = i;
        }
      take_event (summary, event);
    }
  return first;
}

/* Ends the open pause of the same kind, else the oldest of its sort. */
static void
close_pause (GArray             *pauses,
             GArray             *sorts,
             StewardCaseStatus   sort,
             const StewardEvent *event)
{
  StewardPause *found = NULL;

  for (guint i = 0; i < pauses->len; i++)
    {
      StewardPause *pause = &g_array_index (pauses, StewardPause, i);

      if (pause->end != STEWARD_DAY_NONE || g_array_index (sorts, StewardCaseStatus, i) != sort)
        continue;
      if (g_strcmp0 (pause->kind, event->kind) == 0)
        {
          found = pause;
          break;
        }
      if (found == NULL)
        found = pause;
    }
  if (found)
    found->end = event->day;
}

/* Special procedures pause the clock whenever they are; corrections only
 * after the acceptance, since before it no clock runs. */
static GArray *
collect_pauses (const StewardCase *self,
                guint              first,
                StewardDay         as_of,
                StewardDay         accepted,
                gboolean           deemed)
{
  GArray *pauses = g_array_new (FALSE, FALSE, sizeof (StewardPause));
  g_autoptr (GArray) sorts = g_array_new (FALSE, FALSE, sizeof (StewardCaseStatus));
  gboolean running = deemed;

  for (guint i = first; i < self->events->len; i++)
    {
      const StewardEvent *event = self->events->pdata[i];
      StewardPause pause = { event->day, STEWARD_DAY_NONE, *event->kind ? event->kind : NULL };

      if (event->day > as_of)
        break;
      running = running || event->status == STEWARD_CASE_ACCEPTED ||
                (accepted != STEWARD_DAY_NONE && event->day > accepted);
      if (event->status == STEWARD_CASE_PROCEDURE_STARTS ||
          (event->status == STEWARD_CASE_CORRECTION_STARTS && running))
        {
          g_array_append_val (pauses, pause);
          g_array_append_val (sorts, event->status);
        }
      else if (event->status == STEWARD_CASE_PROCEDURE_ENDS)
        {
          close_pause (pauses, sorts, STEWARD_CASE_PROCEDURE_STARTS, event);
        }
      else if (event->status == STEWARD_CASE_CORRECTION_ENDS)
        {
          close_pause (pauses, sorts, STEWARD_CASE_CORRECTION_STARTS, event);
        }
    }
  return pauses;
}

/* A decision ends whatever procedure nobody wrote the end of. */
static void
end_open_pauses (GArray     *pauses,
                 StewardDay  finished)
{
  for (guint i = 0; i < pauses->len; i++)
    {
      StewardPause *pause = &g_array_index (pauses, StewardPause, i);

      if (pause->end == STEWARD_DAY_NONE)
        pause->end = finished;
    }
}

/* @acceptance is the law's answer on the day asked about. */
static StewardDay
find_silence (const StewardCalendar   *calendar,
              int                      notice_days,
              const Summary           *summary,
              const StewardAcceptance *acceptance)
{
  StewardAcceptance later;

  if (summary->received == STEWARD_DAY_NONE || summary->finished != STEWARD_DAY_NONE ||
      acceptance->day != STEWARD_DAY_NONE || acceptance->silent_until == STEWARD_DAY_NONE)
    return STEWARD_DAY_NONE;
  later = steward_clock_accept (calendar, summary->received, summary->notice, STEWARD_DAY_NONE, notice_days,
                                acceptance->silent_until + 1);
  return later.deemed ? acceptance->silent_until : STEWARD_DAY_NONE;
}

void
steward_case_clock_clear (StewardCaseClock *clock)
{
  g_return_if_fail (clock != NULL);

  g_clear_pointer (&clock->pauses, g_free);
  clock->n_pauses = 0;
}

void
steward_case_replay (const StewardCase     *self,
                     const StewardCalendar *calendar,
                     int                    notice_days,
                     StewardDay             as_of,
                     StewardCaseClock      *clock)
{
  Summary summary;
  StewardAcceptance acceptance;
  StewardDay silent_as_of;
  GArray *pauses;
  guint first;

  g_return_if_fail (self != NULL && calendar != NULL && clock != NULL);
  g_return_if_fail (as_of != STEWARD_DAY_NONE);

  first = summarise (self, as_of, &summary);
  /* Silence after the end of an application means nothing. */
  silent_as_of = summary.finished != STEWARD_DAY_NONE ? summary.finished : as_of;
  acceptance = steward_clock_accept (calendar, summary.received, summary.notice, summary.accepted,
                                     notice_days, silent_as_of);
  /* A decision without a recorded acceptance was made on what was received. */
  if (acceptance.day == STEWARD_DAY_NONE && summary.decided != STEWARD_DAY_NONE)
    acceptance.day = summary.received != STEWARD_DAY_NONE ? summary.received : summary.decided;
  pauses = collect_pauses (self, first, as_of, acceptance.day, acceptance.deemed);
  if (summary.finished != STEWARD_DAY_NONE)
    end_open_pauses (pauses, summary.finished);
  *clock = (StewardCaseClock) {
    .received = summary.received,
    .accepted = acceptance.day,
    .deemed = acceptance.deemed,
    .finished = summary.finished,
    .status = summary.status,
    .n_pauses = pauses->len,
    .silent_until = find_silence (calendar, notice_days, &summary, &acceptance),
  };
  clock->pauses = (StewardPause *) g_array_free (pauses, FALSE);
}
