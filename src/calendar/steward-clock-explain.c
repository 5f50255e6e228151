/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clock-private.h"

#include <glib/gi18n-lib.h>

/* Ten years: nobody reads further, and a wrong date must not fill memory. */
#define MAX_DAYS 3653

static void
clock_day_clear (gpointer data)
{
  StewardClockDay *line = data;

  g_clear_pointer (&line->reason, g_free);
}

static char *
describe_day (const StewardCalendar *calendar,
              StewardClockDay       *line)
{
  const char *name, *source, *word;

  line->day_kind = steward_calendar_describe (calendar, line->day, &name, &source);
  line->provisional = steward_calendar_is_provisional (calendar, line->day);
  switch (line->day_kind)
    {
    case STEWARD_DAY_MAKE_UP:
      word = _("make-up working day");
      break;
    case STEWARD_DAY_REST:
      word = _("weekend");
      break;
    case STEWARD_DAY_HOLIDAY:
      word = _("day off");
      break;
    case STEWARD_DAY_WORKING:
    default:
      word = _("working day");
      break;
    }
  if (name != NULL)
    word = name;
  return source != NULL ? g_strdup_printf ("%s (%s)", word, source) : g_strdup (word);
}

/* The word of the first pause that holds @day; @day is in a united one. */
static char *
describe_pause (const StewardClockQuestion *question,
                StewardDay                  day)
{
  for (gsize i = 0; i < question->n_pauses; i++)
    {
      const StewardPause *pause = &question->pauses[i];

      if (pause->kind != NULL && pause->start != STEWARD_DAY_NONE && day > pause->start &&
          (pause->end == STEWARD_DAY_NONE || day <= pause->end))
        return g_strdup (pause->kind);
    }
  return g_strdup (_("special procedure"));
}

static gboolean
is_in_span (const StewardClockSpans *spans,
            gsize                   *next,
            StewardDay               day)
{
  while (*next < spans->n && spans->spans[*next].end < day)
    (*next)++;
  return *next < spans->n && day > spans->spans[*next].start;
}

static void
append_days (GArray                     *lines,
             const StewardCalendar      *calendar,
             const StewardClockQuestion *question,
             const StewardClockSpans    *spans,
             StewardDay                  last)
{
  int number = 0;
  gsize next = 0;

  for (StewardDay day = question->from; day <= last; day++)
    {
      StewardClockDay line = { .day = day };

      line.reason = describe_day (calendar, &line);
      if (day <= spans->base)
        {
          g_free (line.reason);
          line.reason = g_strdup (_("acceptance, day 0"));
          line.kind = STEWARD_CLOCK_START;
        }
      else if (!steward_calendar_is_working (calendar, day))
        line.kind = STEWARD_CLOCK_SKIPPED;
      else if (is_in_span (spans, &next, day))
        {
          g_free (line.reason);
          line.reason = describe_pause (question, day);
          line.kind = STEWARD_CLOCK_PAUSED;
        }
      else
        {
          line.kind = STEWARD_CLOCK_COUNTED;
          number++;
        }
      line.number = number;
      g_array_append_val (lines, line);
    }
}

GArray *
steward_clock_explain (const StewardCalendar      *calendar,
                       const StewardClockQuestion *question)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (StewardClockDay));
  StewardClockAnswer answer;
  StewardClockSpans spans;
  StewardDay last;

  g_array_set_clear_func (lines, clock_day_clear);
  g_return_val_if_fail (calendar != NULL, lines);
  g_return_val_if_fail (question != NULL, lines);

  if (question->from == STEWARD_DAY_NONE)
    return lines;

  answer = steward_clock_ask (calendar, question);
  steward_clock_spans_init (&spans, question);
  last = MAX (MAX (answer.due, spans.stop), question->from);
  last = MIN (last, question->from + MAX_DAYS - 1);
  append_days (lines, calendar, question, &spans, last);
  steward_clock_spans_clear (&spans);
  return lines;
}
