/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clock-private.h"

#include <stdlib.h>

#include "steward-calendar-private.h"

#define OPEN_END G_MAXINT32
/* Far beyond all valid dates, far from the end of an int. */
#define LIMIT_MAX 1000000

static int
compare_spans (const void *a,
               const void *b)
{
  const StewardClockSpan *first = a;
  const StewardClockSpan *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* A million questions ask for few pauses each, and qsort() costs more than
 * those need. */
static void
sort_spans (StewardClockSpan *spans,
            gsize             n)
{
  if (n > STEWARD_CLOCK_FEW)
    {
      qsort (spans, n, sizeof *spans, compare_spans);
      return;
    }
  for (gsize i = 1; i < n; i++)
    {
      StewardClockSpan span = spans[i];
      gsize place = i;

      for (; place > 0 && spans[place - 1].start > span.start; place--)
        spans[place] = spans[place - 1];
      spans[place] = span;
    }
}

void
steward_clock_spans_init (StewardClockSpans          *spans,
                          const StewardClockQuestion *question)
{
  StewardDay as_of = question->as_of != STEWARD_DAY_NONE ? question->as_of
                                                         : steward_day_today ();
  gsize n = 0;

  spans->limit = CLAMP ((gint64) question->days + question->extension, -LIMIT_MAX, LIMIT_MAX);
  /* With no days to count, the acceptance day is in time however it counts. */
  spans->base = question->from_counts && spans->limit > 0 ? question->from - 1
                                                          : question->from;
  spans->finished = question->finished != STEWARD_DAY_NONE && question->finished <= as_of;
  spans->stop = spans->finished ? question->finished : as_of;
  spans->spans = question->n_pauses > STEWARD_CLOCK_FEW
                   ? g_new (StewardClockSpan, question->n_pauses)
                   : spans->few;

  for (gsize i = 0; i < question->n_pauses; i++)
    {
      const StewardPause *pause = &question->pauses[i];
      StewardClockSpan span = { MAX (pause->start, spans->base), pause->end };

      /* The decision ends what nobody has ended. */
      if (span.end == STEWARD_DAY_NONE)
        span.end = spans->finished ? spans->stop : OPEN_END;
      if (pause->start != STEWARD_DAY_NONE && span.end > span.start)
        spans->spans[n++] = span;
    }

  sort_spans (spans->spans, n);
  spans->n = 0;
  for (gsize i = 0; i < n; i++)
    {
      StewardClockSpan *last = spans->n > 0 ? &spans->spans[spans->n - 1] : NULL;

      if (last != NULL && spans->spans[i].start <= last->end)
        last->end = MAX (last->end, spans->spans[i].end);
      else
        spans->spans[spans->n++] = spans->spans[i];
    }
}

void
steward_clock_spans_clear (StewardClockSpans *spans)
{
  if (spans->spans != spans->few)
    g_free (spans->spans);
  spans->spans = NULL;
}

static int
count_used (const StewardCalendar   *calendar,
            const StewardClockSpans *spans)
{
  int used;

  if (spans->stop <= spans->base)
    return 0;
  used = steward_calendar_count (calendar, spans->base, spans->stop);
  for (gsize i = 0; i < spans->n && spans->spans[i].start < spans->stop; i++)
    used -= steward_calendar_count (calendar, spans->spans[i].start,
                                    MIN (spans->spans[i].end, spans->stop));
  return used;
}

static StewardDay
find_due (const StewardCalendar   *calendar,
          const StewardClockSpans *spans,
          StewardDay               from)
{
  StewardDay at = spans->base;
  int left = spans->limit;

  if (left <= 0)
    return from;
  for (gsize i = 0; i < spans->n; i++)
    {
      int counted = steward_calendar_count (calendar, at, spans->spans[i].start);

      if (counted >= left)
        break;
      if (spans->spans[i].end == OPEN_END)
        return STEWARD_DAY_NONE;
      left -= counted;
      at = spans->spans[i].end;
    }
  return steward_calendar_add (calendar, at, left);
}

/* The day a procedure begins still counts, but is one of its days. */
static gboolean
is_paused (const StewardClockSpans *spans)
{
  for (gsize i = 0; i < spans->n && spans->spans[i].start <= spans->stop; i++)
    if (spans->stop <= spans->spans[i].end)
      return TRUE;
  return FALSE;
}

/* Late is what comes after the due day, on whatever kind of day; the days that
 * remain are working days and do not tell a rest day from the due day. */
static StewardLight
choose_light (const StewardClockSpans  *spans,
              StewardDay                from,
              const StewardClockAnswer *answer,
              StewardThresholds         thresholds)
{
  gboolean late = answer->due != STEWARD_DAY_NONE && spans->stop > answer->due;

  if (spans->finished)
    return late ? STEWARD_LIGHT_DONE_LATE : STEWARD_LIGHT_DONE;
  if (spans->stop < from)
    return STEWARD_LIGHT_NOT_STARTED;
  if (late)
    return STEWARD_LIGHT_RED;
  if (is_paused (spans))
    return STEWARD_LIGHT_PAUSED;
  return steward_light_for (spans->limit, answer->remaining, thresholds);
}

StewardClockAnswer
steward_clock_ask (const StewardCalendar      *calendar,
                   const StewardClockQuestion *question)
{
  StewardClockAnswer answer = { STEWARD_DAY_NONE, FALSE, 0, 0, STEWARD_LIGHT_NOT_STARTED };
  StewardClockSpans spans;
  StewardDay first, last;

  g_return_val_if_fail (calendar != NULL, answer);
  g_return_val_if_fail (question != NULL, answer);
  g_return_val_if_fail (question->pauses != NULL || question->n_pauses == 0, answer);

  if (question->from == STEWARD_DAY_NONE)
    {
      answer.remaining = question->days + question->extension;
      return answer;
    }

  steward_clock_spans_init (&spans, question);
  answer.due = find_due (calendar, &spans, question->from);
  answer.used = count_used (calendar, &spans);
  answer.remaining = spans.limit - answer.used;
  answer.light = choose_light (&spans, question->from, &answer, question->thresholds);

  last = MAX (answer.due, spans.stop);
  first = MIN (spans.base + 1, last);
  if (answer.due != STEWARD_DAY_NONE)
    first = MIN (first, answer.due);      /* with a limit of 0, the acceptance day */
  answer.provisional = steward_calendar_spans_provisional (calendar, first, last);
  steward_clock_spans_clear (&spans);
  return answer;
}

StewardLight
steward_light_for (int               total,
                   int               remaining,
                   StewardThresholds thresholds)
{
  gint64 share = ((gint64) MAX (total, 0) * thresholds.yellow_percent + 99) / 100;

  if (remaining < 0)
    return STEWARD_LIGHT_RED;
  return remaining > MAX (thresholds.yellow_days, share) ? STEWARD_LIGHT_GREEN
                                                         : STEWARD_LIGHT_YELLOW;
}

StewardLight
steward_light_worse (StewardLight a,
                     StewardLight b)
{
  return MAX (a, b);
}

const char *
steward_light_to_word (StewardLight light)
{
  static const char * const words[] = {
    "not-started", "done", "done-late", "green", "paused", "yellow", "red"
  };

  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (words), words[0]);

  return words[light];
}

const char *
steward_light_to_glyph (StewardLight light)
{
  static const char * const glyphs[] = { "○", "✓", "✓", "●", "‖", "▲", "■" };

  g_return_val_if_fail ((guint) light < G_N_ELEMENTS (glyphs), glyphs[0]);

  return glyphs[light];
}

StewardAcceptance
steward_clock_accept (const StewardCalendar *calendar,
                      StewardDay             received,
                      StewardDay             notice,
                      StewardDay             accepted,
                      int                    notice_days,
                      StewardDay             as_of)
{
  StewardAcceptance acceptance = { accepted, FALSE, STEWARD_DAY_NONE };
  gboolean noticed;

  g_return_val_if_fail (calendar != NULL, acceptance);
  g_return_val_if_fail (notice_days >= 0, acceptance);

  if (received == STEWARD_DAY_NONE)
    return acceptance;

  if (as_of == STEWARD_DAY_NONE)
    as_of = steward_day_today ();
  acceptance.silent_until = steward_calendar_add (calendar, received, notice_days);
  /* A notice from before the receipt answers something else. */
  noticed = notice != STEWARD_DAY_NONE && notice >= received &&
            notice <= acceptance.silent_until;
  if (!noticed && (accepted != STEWARD_DAY_NONE ? accepted : as_of) > acceptance.silent_until)
    {
      acceptance.day = received;
      acceptance.deemed = TRUE;
    }
  return acceptance;
}
