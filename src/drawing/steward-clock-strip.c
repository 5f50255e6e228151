/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clock-strip-private.h"

#include <math.h>

#include "steward-dump-private.h"
#include "steward-label-private.h"
#include "steward-words-private.h"

/* Widths in units. */
#define LABEL_WIDTH     4.0
#define LEAST_CELL      3.0
#define SIDE_CELL       4.6   /* narrower, and the notes go below */
#define MOST_CELL       7.2
#define NOTES_GAP       1.4
#define LEAST_NOTES     15.0
#define MOST_NOTES      46.0
#define MOST_NOTE_LINES 3

static const char * const kind_words[] = { "start", "counted", "skipped", "paused" };

static void
day_clear (gpointer data)
{
  StewardClockStripDay *day = data;

  g_free (day->head);
  g_free (day->mark);
  g_free (day->count);
  g_free (day->word);
  g_free (day->reason);
}

static void
note_clear (gpointer data)
{
  g_free (((StewardStripNote *) data)->text);
}

/* A drawing is in Chinese whatever the language of the interface: where no
 * kind is known, the clock's own word is in the latter. */
static StewardPause *
name_pauses (const StewardClockQuestion *question)
{
  StewardPause *pauses = g_new0 (StewardPause, question->n_pauses + 1);

  for (gsize i = 0; i < question->n_pauses; i++)
    {
      pauses[i] = question->pauses[i];
      if (pauses[i].kind == NULL || *pauses[i].kind == '\0')
        pauses[i].kind = W_SPECIAL;
    }

  return pauses;
}

static char *
name_head (StewardDay day,
           gboolean   first)
{
  int year, month, mday;

  steward_day_to_ymd (day, &year, &month, &mday);

  return first || mday == 1 ? g_strdup_printf ("%d-%d", month, mday) : g_strdup_printf ("%d", mday);
}

static char *
name_word (const StewardClockStripDay *day,
           const char                 *holiday,
           int                         limit)
{
  if (day->finished)
    return g_strdup (W_DECIDED);
  if (day->due)
    return g_strdup (day->today ? W_DUE_TODAY : W_DUE_SHORT);
  if (day->kind == STEWARD_CLOCK_PAUSED)
    return g_strdup (day->reason);
  if (day->today)
    return g_strdup (W_TODAY);
  if (day->late)
    return g_strdup_printf (W_OVER_F, day->number - limit);
  if (day->day_kind == STEWARD_DAY_HOLIDAY && holiday != NULL)
    return g_strdup (holiday);

  return g_strdup ("");
}

static void
add_days (StewardClockStrip          *self,
          const StewardCalendar      *calendar,
          const StewardClockQuestion *question,
          gboolean                    limitless)
{
  g_autoptr (GArray) lines = steward_clock_explain (calendar, question);
  int limit = question->days + question->extension;

  for (guint i = 0; i < lines->len; i++)
    {
      const StewardClockDay *line = &g_array_index (lines, StewardClockDay, i);
      StewardClockStripDay day = { .day = line->day, .kind = line->kind, .day_kind = line->day_kind,
                                   .number = line->number, .provisional = line->provisional };
      const char *holiday;

      steward_calendar_describe (calendar, line->day, &holiday, NULL);
      day.due = !limitless && day.day == self->answer.due;
      day.today = day.day == question->as_of;
      day.finished = day.day == question->finished && question->finished <= question->as_of;
      day.late = !limitless && day.kind == STEWARD_CLOCK_COUNTED && day.number > limit;
      day.head = name_head (day.day, i == 0);
      day.mark = g_strdup (day.day_kind == STEWARD_DAY_HOLIDAY ? W_REST
                           : day.day_kind == STEWARD_DAY_MAKE_UP ? W_MAKE_UP : "");
      day.count = day.kind == STEWARD_CLOCK_START ? g_strdup (W_ACCEPTED)
                  : day.kind == STEWARD_CLOCK_COUNTED ? g_strdup_printf ("%d", day.number) : g_strdup ("");
      day.reason = g_strdup (line->reason);
      day.word = name_word (&day, holiday, limit);
      g_array_append_val (self->days, day);
    }
}

static void
append_part (GString    *text,
             const char *part)
{
  if (text->len > 0)
    g_string_append (text, W_SEPARATOR);
  g_string_append (text, part);
}

static void G_GNUC_PRINTF (2, 3)
append_format (GString    *text,
               const char *format,
               ...)
{
  g_autofree char *part = NULL;
  va_list arguments;

  va_start (arguments, format);
  part = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  append_part (text, part);
}

static char *
sum_up (const StewardClockStrip    *self,
        const StewardClockQuestion *question,
        gboolean                    limitless)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *from = steward_day_format (question->from);
  g_autofree char *due = steward_day_format (self->answer.due);

  if (question->from == STEWARD_DAY_NONE)
    return g_strdup (W_NOT_ACCEPTED_YET);

  append_format (text, W_ACCEPTED_ON_F, from);
  if (limitless)
    append_part (text, W_LIMIT_MISSING);
  else
    append_format (text, W_LIMIT_SENTENCE_F, question->days);
  if (question->extension > 0)
    append_format (text, W_EXTENDED_F, question->extension);
  if (!limitless && self->answer.due != STEWARD_DAY_NONE)
    append_format (text, W_DUE_ON_F, due, self->answer.provisional ? W_PROVISIONAL : "");
  append_format (text, W_USED_F, self->answer.used);
  if (!limitless)
    append_format (text, self->answer.remaining >= 0 ? W_LEFT_SHORT_F : W_OVER_SHORT_F, ABS (self->answer.remaining));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
add_up (const StewardClockStrip *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int counted = 0, paused = 0, holidays = 0, rest = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      const StewardClockStripDay *day = &g_array_index (self->days, StewardClockStripDay, i);

      counted += day->kind == STEWARD_CLOCK_COUNTED;
      paused += day->kind == STEWARD_CLOCK_PAUSED;
      holidays += day->kind == STEWARD_CLOCK_SKIPPED && day->day_kind == STEWARD_DAY_HOLIDAY;
      rest += day->kind == STEWARD_CLOCK_SKIPPED && day->day_kind != STEWARD_DAY_HOLIDAY;
    }
  append_format (text, W_SUM_COUNTED_F, counted);
  if (paused > 0)
    append_format (text, W_SUM_PAUSED_F, paused);
  if (rest > 0)
    append_format (text, W_SUM_REST_F, rest);
  if (holidays > 0)
    append_format (text, W_SUM_HOLIDAYS_F, holidays);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_keys (StewardClockStrip *self)
{
  static const char * const words[STEWARD_N_STRIP_KEYS] = {
    W_START_DAY, W_COUNTED, W_NOT_COUNTED, W_REST_DAYS, W_HOLIDAY, W_MADE_UP, W_DUE, W_TODAY, W_PROVISIONAL_LONG,
  };
  gboolean found[STEWARD_N_STRIP_KEYS] = { FALSE };

  for (guint i = 0; i < self->days->len; i++)
    {
      const StewardClockStripDay *day = &g_array_index (self->days, StewardClockStripDay, i);
      gboolean skipped = day->kind == STEWARD_CLOCK_SKIPPED;

      found[STEWARD_STRIP_KEY_START] |= day->kind == STEWARD_CLOCK_START;
      found[STEWARD_STRIP_KEY_COUNTED] |= day->kind == STEWARD_CLOCK_COUNTED;
      found[STEWARD_STRIP_KEY_PAUSED] |= day->kind == STEWARD_CLOCK_PAUSED;
      found[STEWARD_STRIP_KEY_HOLIDAY] |= day->day_kind == STEWARD_DAY_HOLIDAY;
      found[STEWARD_STRIP_KEY_REST] |= skipped && day->day_kind == STEWARD_DAY_REST;
      found[STEWARD_STRIP_KEY_MAKE_UP] |= day->day_kind == STEWARD_DAY_MAKE_UP;
      found[STEWARD_STRIP_KEY_DUE] |= day->due;
      found[STEWARD_STRIP_KEY_TODAY] |= day->today;
      found[STEWARD_STRIP_KEY_PROVISIONAL] |= day->provisional;
    }
  for (int i = 0; i < STEWARD_N_STRIP_KEYS; i++)
    {
      if (found[i])
        steward_legend_add (self->keys, i, words[i]);
    }
}

/* A week is a row, Monday first. */
static void
place_days (StewardClockStrip *self)
{
  int lead = 0;

  if (self->days->len > 0)
    lead = steward_day_get_weekday (g_array_index (self->days, StewardClockStripDay, 0).day) - 1;
  for (guint i = 0; i < self->days->len; i++)
    {
      StewardClockStripDay *day = &g_array_index (self->days, StewardClockStripDay, i);
      int place = lead + (int) i;

      day->x = self->grid_x + place % 7 * self->cell_width;
      day->y = self->grid_y + place / 7 * self->cell_height;
      day->width = self->cell_width;
      day->height = self->cell_height;
    }
  self->rows = (lead + (int) self->days->len + 6) / 7;
}

/* Beside the week they are about, or below all weeks; never over one
 * another. Returns where they end. */
static double
place_notes (StewardClockStrip *self,
             gboolean           beside,
             double             top)
{
  double size = STRIP_TEXT * self->unit;

  for (guint i = 0; i < self->notes->len; i++)
    {
      StewardStripNote *note = &g_array_index (self->notes, StewardStripNote, i);
      double need = steward_lettering_estimate (note->text) * size;
      const StewardClockStripDay *day = steward_clock_strip_find (self, note->first);

      /* Breaking lines wastes a little of each. */
      note->lines = CLAMP ((int) ceil (need / (self->notes_width - size)), 1, MOST_NOTE_LINES);
      if (beside)
        top = MAX (top, day->y + STRIP_INSET * self->unit);
      note->y = top;
      top += note->lines * STRIP_NOTE_LINE * size + 0.35 * self->unit;
    }

  return top;
}

static void
place (StewardClockStrip *self,
       double             width)
{
  double u = self->unit;
  double side = LABEL_WIDTH + 7 * SIDE_CELL + NOTES_GAP + LEAST_NOTES;
  gboolean beside = self->notes->len > 0 && width >= (side + 2) * u;
  double room = width - 2 * u - LABEL_WIDTH * u - (beside ? (NOTES_GAP + LEAST_NOTES) * u : 0);
  double bottom;

  self->margin = u;
  self->cell_width = floor (CLAMP (room / 7, LEAST_CELL * u, MOST_CELL * u));
  self->cell_height = floor (STRIP_CELL_HEIGHT * u);
  self->grid_x = self->margin + LABEL_WIDTH * u;
  self->summary_lines = steward_lettering_estimate (self->summary) * STRIP_TEXT * u > width - 2 * u ? 2 : 1;
  self->grid_y = floor (self->margin * 0.6 + (*self->title != '\0' ? 1.9 * u : 0) + 0.45 * u
                        + self->summary_lines * STRIP_NOTE_LINE * u
                        + (self->days->len > 0 ? 1.5 * u : 0));
  place_days (self);

  self->width = MAX (width, self->grid_x + 7 * self->cell_width + self->margin);
  bottom = self->grid_y + self->rows * self->cell_height;
  self->notes_x = beside ? self->grid_x + 7 * self->cell_width + NOTES_GAP * u : self->margin;
  self->notes_width = MIN (self->width - self->margin - self->notes_x, MOST_NOTES * u);
  if (beside)
    bottom = MAX (bottom, place_notes (self, TRUE, self->grid_y));
  else if (self->notes->len > 0)
    bottom = place_notes (self, FALSE, bottom + 0.8 * u);

  self->totals_y = self->legend_y = bottom + 1.1 * u;
  if (self->days->len > 0)
    {
      self->legend_y = self->totals_y + u;
      self->legend_rows = steward_legend_place (self->keys, u, self->margin, self->legend_y,
                                                self->width - 2 * self->margin);
    }
  self->height = ceil (self->legend_y + self->legend_rows * STEWARD_LEGEND_ROW * u + 0.6 * self->margin);
}

StewardClockStrip *
steward_clock_strip_layout (const StewardCalendar          *calendar,
                            const StewardClockQuestion     *question,
                            const StewardClockStripOptions *options)
{
  StewardClockStrip *self;
  StewardClockQuestion asked;
  g_autofree StewardPause *pauses = NULL;

  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  asked = *question;
  asked.pauses = pauses = name_pauses (question);
  self = g_new0 (StewardClockStrip, 1);
  self->days = g_array_new (FALSE, TRUE, sizeof (StewardClockStripDay));
  g_array_set_clear_func (self->days, day_clear);
  self->notes = g_array_new (FALSE, TRUE, sizeof (StewardStripNote));
  g_array_set_clear_func (self->notes, note_clear);
  self->keys = g_array_new (FALSE, TRUE, sizeof (StewardKey));
  self->unit = STRIP_UNIT * (options->text_scale > 0 ? CLAMP (options->text_scale, 0.5, 4) : 1);
  self->title = g_strdup (options->title != NULL ? options->title : "");
  self->answer = steward_clock_ask (calendar, &asked);

  add_days (self, calendar, &asked, options->limitless);
  steward_clock_strip_add_notes (self, calendar);
  self->summary = sum_up (self, &asked, options->limitless);
  self->totals = self->days->len > 0 ? add_up (self) : g_strdup ("");
  add_keys (self);
  place (self, CLAMP (options->width, 200, 20000));

  return self;
}

void
steward_clock_strip_free (StewardClockStrip *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->days);
  g_array_unref (self->notes);
  g_array_unref (self->keys);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->totals);
  g_free (self);
}

void
steward_clock_strip_get_size (const StewardClockStrip *self,
                              double                  *width,
                              double                  *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

double
steward_clock_strip_get_head (const StewardClockStrip *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->grid_y;
}

guint
steward_clock_strip_get_n_days (const StewardClockStrip *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->days->len;
}

const StewardClockStripDay *
steward_clock_strip_get_day (const StewardClockStrip *self,
                             guint                    index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->days->len, NULL);

  return &g_array_index (self->days, StewardClockStripDay, index);
}

const StewardClockStripDay *
steward_clock_strip_find (const StewardClockStrip *self,
                          StewardDay               day)
{
  StewardDay first;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->days->len == 0)
    return NULL;
  first = g_array_index (self->days, StewardClockStripDay, 0).day;
  if (day < first || day - first >= (int) self->days->len)
    return NULL;

  return &g_array_index (self->days, StewardClockStripDay, day - first);
}

const StewardClockStripDay *
steward_clock_strip_hit (const StewardClockStrip *self,
                         double                   x,
                         double                   y)
{
  int column, row, lead, index;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->days->len == 0 || x < self->grid_x || y < self->grid_y)
    return NULL;
  column = (int) ((x - self->grid_x) / self->cell_width);
  row = (int) ((y - self->grid_y) / self->cell_height);
  lead = steward_day_get_weekday (g_array_index (self->days, StewardClockStripDay, 0).day) - 1;
  index = row * 7 + column - lead;
  if (column >= 7 || row >= self->rows || index < 0 || index >= (int) self->days->len)
    return NULL;

  return &g_array_index (self->days, StewardClockStripDay, index);
}

static void
dump_day (GString                    *text,
          const StewardClockStripDay *day)
{
  g_autofree char *date = steward_day_format (day->day);

  steward_dump_open (text, '{');
  steward_dump_text (text, "day", date);
  steward_dump_text (text, "kind", kind_words[day->kind]);
  steward_dump_number (text, "x", day->x);
  steward_dump_number (text, "y", day->y);
  steward_dump_text (text, "head", day->head);
  steward_dump_text (text, "mark", day->mark);
  steward_dump_text (text, "count", day->count);
  steward_dump_text (text, "word", day->word);
  steward_dump_number (text, "provisional", day->provisional);
  steward_dump_close (text, '}');
}

char *
steward_clock_strip_dump (const StewardClockStrip *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  steward_dump_open (text, '{');
  steward_dump_number (text, "width", self->width);
  steward_dump_number (text, "height", self->height);
  steward_dump_number (text, "cell_width", self->cell_width);
  steward_dump_number (text, "cell_height", self->cell_height);
  steward_dump_text (text, "title", self->title);
  steward_dump_text (text, "summary", self->summary);
  steward_dump_text (text, "totals", self->totals);
  steward_dump_key (text, "days");
  steward_dump_open (text, '[');
  for (guint i = 0; i < self->days->len; i++)
    dump_day (text, &g_array_index (self->days, StewardClockStripDay, i));
  steward_dump_close (text, ']');
  steward_dump_key (text, "notes");
  steward_dump_open (text, '[');
  for (guint i = 0; i < self->notes->len; i++)
    {
      const StewardStripNote *note = &g_array_index (self->notes, StewardStripNote, i);

      steward_dump_open (text, '{');
      steward_dump_number (text, "y", note->y);
      steward_dump_number (text, "lines", note->lines);
      steward_dump_text (text, "text", note->text);
      steward_dump_close (text, '}');
    }
  steward_dump_close (text, ']');
  steward_dump_close (text, '}');

  return g_string_free (g_steal_pointer (&text), FALSE);
}
