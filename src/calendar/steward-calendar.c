/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-calendar-private.h"

#include <string.h>

#define N_YEARS (STEWARD_CALENDAR_LAST_YEAR - STEWARD_CALENDAR_FIRST_YEAR + 1)

typedef struct
{
  char *name;
  char *source;
} Label;

/* One byte, one label and one running sum per day of two and a half
 * centuries: less than a megabyte, and no question needs more than a look. */
struct _StewardCalendar
{
  gatomicrefcount  references;
  StewardDay       first;
  StewardDay       last;
  guint8          *kinds;       /* StewardDayKind of each day */
  guint16         *labels;      /* 0: none */
  int             *sums;        /* working days from first up to and including the day */
  StewardDay      *worked;      /* the working days in order */
  int              n_worked;
  gboolean         assumed;     /* the user asked for it: never provisional */
  gboolean         official[N_YEARS];
  int              years[N_YEARS + 1];  /* official years before each year */
  GArray          *names;       /* Label */
};

static void
label_clear (gpointer data)
{
  Label *label = data;

  g_free (label->name);
  g_free (label->source);
}

static gsize
get_length (const StewardCalendar *self)
{
  return self->last - self->first + 1;
}

static gboolean
is_in_range (const StewardCalendar *self,
             StewardDay             day)
{
  return day >= self->first && day <= self->last;
}

static gboolean
is_weekend (StewardDay day)
{
  return steward_day_get_weekday (day) >= 6;
}

static gboolean
is_worked (guint8 kind)
{
  return kind == STEWARD_DAY_WORKING || kind == STEWARD_DAY_MAKE_UP;
}

/* Working days from the first day up to and including @day. */
static int
sum_until (const StewardCalendar *self,
           StewardDay             day)
{
  if (day < self->first)
    return 0;
  return self->sums[MIN (day, self->last) - self->first];
}

StewardCalendar *
steward_calendar_new_blank (gboolean every_day)
{
  StewardCalendar *self = g_new0 (StewardCalendar, 1);

  g_atomic_ref_count_init (&self->references);
  self->first = steward_day_from_ymd (STEWARD_CALENDAR_FIRST_YEAR, 10, 1);
  self->last = steward_day_from_ymd (STEWARD_CALENDAR_LAST_YEAR, 12, 31);
  self->kinds = g_new (guint8, get_length (self));
  self->labels = g_new0 (guint16, get_length (self));
  self->sums = g_new (int, get_length (self));
  self->names = g_array_new (FALSE, TRUE, sizeof (Label));
  g_array_set_clear_func (self->names, label_clear);
  g_array_set_size (self->names, 1);

  for (StewardDay day = self->first; day <= self->last; day++)
    self->kinds[day - self->first] = !every_day && is_weekend (day) ? STEWARD_DAY_REST
                                                                    : STEWARD_DAY_WORKING;
  return self;
}

void
steward_calendar_set_official (StewardCalendar *self,
                               int              year)
{
  g_assert (year >= STEWARD_CALENDAR_FIRST_YEAR && year <= STEWARD_CALENDAR_LAST_YEAR);

  self->official[year - STEWARD_CALENDAR_FIRST_YEAR] = TRUE;
}

guint
steward_calendar_add_label (StewardCalendar *self,
                            const char      *name,
                            const char      *source)
{
  Label label;

  /* A day without a word beside it is better than a wrong word. */
  if (self->names->len == G_MAXUINT16)
    return 0;
  label = (Label) { g_strdup (name), g_strdup (source) };
  g_array_append_val (self->names, label);
  return self->names->len - 1;
}

void
steward_calendar_set_day (StewardCalendar *self,
                          StewardDay       day,
                          gboolean         working,
                          guint            label)
{
  StewardDayKind kind;

  if (!is_in_range (self, day))
    return;

  if (!working)
    kind = STEWARD_DAY_HOLIDAY;
  else if (is_weekend (day) && self->kinds[day - self->first] != STEWARD_DAY_WORKING)
    kind = STEWARD_DAY_MAKE_UP;
  else
    kind = STEWARD_DAY_WORKING;
  self->kinds[day - self->first] = kind;
  self->labels[day - self->first] = label;
}

void
steward_calendar_clear_year (StewardCalendar *self,
                             int              year)
{
  StewardDay last = MIN (steward_day_from_ymd (year, 12, 31), self->last);

  for (StewardDay day = MAX (steward_day_from_ymd (year, 1, 1), self->first); day <= last; day++)
    {
      self->kinds[day - self->first] = is_weekend (day) ? STEWARD_DAY_REST : STEWARD_DAY_WORKING;
      self->labels[day - self->first] = 0;
    }
}

void
steward_calendar_seal (StewardCalendar *self)
{
  gsize length = get_length (self);
  int sum = 0;

  g_free (self->worked);
  self->worked = g_new (StewardDay, length);
  for (gsize i = 0; i < length; i++)
    {
      if (is_worked (self->kinds[i]))
        self->worked[sum++] = self->first + (StewardDay) i;
      self->sums[i] = sum;
    }
  self->n_worked = sum;
  for (int i = 0; i < N_YEARS; i++)
    self->years[i + 1] = self->years[i] + (self->official[i] ? 1 : 0);
}

static StewardCalendar *
new_assumed (gboolean every_day)
{
  StewardCalendar *self = steward_calendar_new_blank (every_day);

  self->assumed = TRUE;
  steward_calendar_seal (self);
  return self;
}

StewardCalendar *
steward_calendar_new_weekdays (void)
{
  return new_assumed (FALSE);
}

StewardCalendar *
steward_calendar_new_every_day (void)
{
  return new_assumed (TRUE);
}

StewardCalendar *
steward_calendar_copy (const StewardCalendar *self)
{
  StewardCalendar *other = g_memdup2 (self, sizeof *self);
  gsize length = get_length (self);

  g_atomic_ref_count_init (&other->references);
  other->kinds = g_memdup2 (self->kinds, length * sizeof *self->kinds);
  other->labels = g_memdup2 (self->labels, length * sizeof *self->labels);
  other->sums = g_new (int, length);
  other->worked = NULL;
  other->names = g_array_new (FALSE, TRUE, sizeof (Label));
  g_array_set_clear_func (other->names, label_clear);
  for (guint i = 0; i < self->names->len; i++)
    {
      const Label *label = &g_array_index (self->names, Label, i);

      steward_calendar_add_label (other, label->name, label->source);
    }
  return other;
}

StewardCalendar *
steward_calendar_derive (const StewardCalendar *self,
                         const StewardDay      *off,
                         gsize                  n_off,
                         const StewardDay      *work,
                         gsize                  n_work,
                         const char            *name,
                         const char            *source)
{
  StewardCalendar *derived;
  guint label;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (off != NULL || n_off == 0, NULL);
  g_return_val_if_fail (work != NULL || n_work == 0, NULL);

  derived = steward_calendar_copy (self);
  label = steward_calendar_add_label (derived, name, source);
  for (gsize i = 0; i < n_off; i++)
    steward_calendar_set_day (derived, off[i], FALSE, label);
  for (gsize i = 0; i < n_work; i++)
    steward_calendar_set_day (derived, work[i], TRUE, label);
  steward_calendar_seal (derived);
  return derived;
}

StewardCalendar *
steward_calendar_ref (StewardCalendar *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
steward_calendar_unref (StewardCalendar *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->kinds);
  g_free (self->labels);
  g_free (self->sums);
  g_free (self->worked);
  g_array_unref (self->names);
  g_free (self);
}

gboolean
steward_calendar_is_working (const StewardCalendar *self,
                             StewardDay             day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_in_range (self, day) && is_worked (self->kinds[day - self->first]);
}

StewardDayKind
steward_calendar_describe (const StewardCalendar  *self,
                           StewardDay              day,
                           const char            **name,
                           const char            **source)
{
  const Label *label;
  gboolean known;

  g_return_val_if_fail (self != NULL, STEWARD_DAY_REST);

  known = is_in_range (self, day);
  label = &g_array_index (self->names, Label, known ? self->labels[day - self->first] : 0);
  if (name != NULL)
    *name = label->name;
  if (source != NULL)
    *source = label->source;
  return known ? self->kinds[day - self->first] : STEWARD_DAY_REST;
}

gboolean
steward_calendar_spans_provisional (const StewardCalendar *self,
                                    StewardDay             first,
                                    StewardDay             last)
{
  int from, to;

  if (self->assumed)
    return FALSE;
  if (!is_in_range (self, first) || !is_in_range (self, last))
    return TRUE;
  steward_day_to_ymd (first, &from, NULL, NULL);
  steward_day_to_ymd (last, &to, NULL, NULL);
  from -= STEWARD_CALENDAR_FIRST_YEAR;
  to -= STEWARD_CALENDAR_FIRST_YEAR;
  return self->years[to + 1] - self->years[from] != to + 1 - from;
}

gboolean
steward_calendar_is_provisional (const StewardCalendar *self,
                                 StewardDay             day)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return steward_calendar_spans_provisional (self, day, day);
}

void
steward_calendar_get_years (const StewardCalendar *self,
                            int                   *first,
                            int                   *last)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (first != NULL);
  g_return_if_fail (last != NULL);

  *first = *last = 0;
  for (int i = 0; i < N_YEARS; i++)
    if (self->official[i])
      {
        *last = STEWARD_CALENDAR_FIRST_YEAR + i;
        if (*first == 0)
          *first = *last;
      }
}

int
steward_calendar_count (const StewardCalendar *self,
                        StewardDay             from,
                        StewardDay             to)
{
  g_return_val_if_fail (self != NULL, 0);

  return sum_until (self, to) - sum_until (self, from);
}

StewardDay
steward_calendar_add (const StewardCalendar *self,
                      StewardDay             from,
                      int                    days)
{
  gint64 place;

  g_return_val_if_fail (self != NULL, STEWARD_DAY_NONE);
  g_return_val_if_fail (from != STEWARD_DAY_NONE, STEWARD_DAY_NONE);

  if (days == 0)
    return from;
  if (days > 0)
    place = (gint64) sum_until (self, from) + days - 1;
  else
    place = (gint64) sum_until (self, from - 1) + days;
  if (place < 0 || place >= self->n_worked)
    return STEWARD_DAY_NONE;
  return self->worked[place];
}

StewardDay
steward_calendar_next_working (const StewardCalendar *self,
                               StewardDay             day)
{
  g_return_val_if_fail (self != NULL, STEWARD_DAY_NONE);
  g_return_val_if_fail (day != STEWARD_DAY_NONE, STEWARD_DAY_NONE);

  return steward_calendar_add (self, day - 1, 1);
}

char *
steward_calendar_get_fingerprint (const StewardCalendar *self)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar flag;

  g_return_val_if_fail (self != NULL, NULL);

  g_checksum_update (sum, self->kinds, get_length (self));
  for (int i = 0; i < N_YEARS; i++)
    {
      flag = self->official[i];
      g_checksum_update (sum, &flag, 1);
    }
  flag = self->assumed;
  g_checksum_update (sum, &flag, 1);
  return g_strdup (g_checksum_get_string (sum));
}
