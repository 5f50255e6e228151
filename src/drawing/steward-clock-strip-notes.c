/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clock-strip-private.h"

#include "steward-label-private.h"
#include "steward-words-private.h"

static StewardClockStripDay *
day_at (const StewardClockStrip *self,
        guint                    index)
{
  return &g_array_index (self->days, StewardClockStripDay, index);
}

static char *
name_span (StewardDay first,
           StewardDay last)
{
  g_autofree char *from = steward_label_day (first);
  g_autofree char *to = steward_label_day (last);

  return first == last ? g_strdup (from) : g_strdup_printf (W_FROM_TO_F, from, to);
}

/* Takes @said over. */
static void
add_note (StewardClockStrip *self,
          StewardDay         first,
          StewardDay         last,
          char              *said,
          const char        *source)
{
  g_autofree char *span = name_span (first, last);
  StewardStripNote note = { .first = first, .last = last };

  note.text = source != NULL ? g_strdup_printf ("%s  %s" W_SOURCE_F, span, said, source)
                             : g_strdup_printf ("%s  %s", span, said);
  g_array_append_val (self->notes, note);
  g_free (said);
}

/* Days off and made-up days that follow one another under one name. */
static guint
add_official (StewardClockStrip     *self,
              const StewardCalendar *calendar,
              guint                  index)
{
  const StewardClockStripDay *first = day_at (self, index);
  const char *name, *source;
  guint last = index;

  steward_calendar_describe (calendar, first->day, &name, &source);
  while (last + 1 < self->days->len)
    {
      const StewardClockStripDay *next = day_at (self, last + 1);
      const char *next_name, *next_source;

      steward_calendar_describe (calendar, next->day, &next_name, &next_source);
      if (next->day_kind != first->day_kind || g_strcmp0 (next_name, name) != 0
          || g_strcmp0 (next_source, source) != 0)
        break;
      last++;
    }

  if (first->day_kind == STEWARD_DAY_HOLIDAY)
    add_note (self, first->day, day_at (self, last)->day,
              g_strdup_printf (W_HOLIDAY_NOTE_F, name != NULL ? name : W_HOLIDAY), source);
  else
    add_note (self, first->day, day_at (self, last)->day,
              g_strdup_printf (W_MAKE_UP_NOTE_F, name != NULL ? name : ""), source);

  return last;
}

/* One procedure, across the rest days inside it. */
static guint
add_pause (StewardClockStrip *self,
           guint              index)
{
  const StewardClockStripDay *first = day_at (self, index);
  guint last = index;
  int days = 1;

  for (guint i = index + 1; i < self->days->len; i++)
    {
      const StewardClockStripDay *day = day_at (self, i);

      if (day->kind == STEWARD_CLOCK_SKIPPED)
        continue;
      if (day->kind != STEWARD_CLOCK_PAUSED || !g_str_equal (day->reason, first->reason))
        break;
      last = i;
      days++;
    }
  add_note (self, first->day, day_at (self, last)->day, g_strdup_printf (W_PAUSE_NOTE_F, first->reason, days), NULL);

  return last;
}

static void
add_provisional (StewardClockStrip *self)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const StewardClockStripDay *day = day_at (self, i);

      if (!day->provisional)
        continue;
      add_note (self, day->day, day_at (self, self->days->len - 1)->day, g_strdup (W_PROVISIONAL_NOTE), NULL);
      return;
    }
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const StewardStripNote *one = a, *other = b;

  return one->first < other->first ? -1 : one->first > other->first;
}

void
steward_clock_strip_add_notes (StewardClockStrip     *self,
                               const StewardCalendar *calendar)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      StewardDayKind kind = day_at (self, i)->day_kind;

      if (kind == STEWARD_DAY_HOLIDAY || kind == STEWARD_DAY_MAKE_UP)
        i = add_official (self, calendar, i);
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      if (day_at (self, i)->kind == STEWARD_CLOCK_PAUSED)
        i = add_pause (self, i);
    }
  add_provisional (self);
  g_array_sort (self->notes, compare_notes);
}
