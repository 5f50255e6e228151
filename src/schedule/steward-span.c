/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-span-private.h"

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const StewardSpan *x = a, *y = b;

  return (x->after > y->after) - (x->after < y->after);
}

GArray *
steward_span_new_list (void)
{
  return g_array_new (FALSE, FALSE, sizeof (StewardSpan));
}

void
steward_span_add (GArray     *spans,
                  StewardDay  after,
                  StewardDay  upto)
{
  StewardSpan span = { after, upto };

  if (after < upto)
    g_array_append_val (spans, span);
}

void
steward_span_unite (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      StewardSpan span = g_array_index (spans, StewardSpan, i);
      StewardSpan *last = kept > 0 ? &g_array_index (spans, StewardSpan, kept - 1) : NULL;

      if (last && span.after <= last->upto)
        last->upto = MAX (last->upto, span.upto);
      else
        g_array_index (spans, StewardSpan, kept++) = span;
    }
  g_array_set_size (spans, kept);
}

void
steward_span_subtract (GArray       *spans,
                       const GArray *taken)
{
  g_autoptr (GArray) kept = steward_span_new_list ();

  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);
      StewardDay at = span->after;

      for (guint j = 0; j < taken->len && at < span->upto; j++)
        {
          const StewardSpan *other = &g_array_index (taken, StewardSpan, j);

          steward_span_add (kept, at, MIN (other->after, span->upto));
          at = MAX (at, other->upto);
        }
      steward_span_add (kept, at, span->upto);
    }
  g_array_set_size (spans, 0);
  if (kept->len > 0)
    g_array_append_vals (spans, kept->data, kept->len);
}

int
steward_span_count (const StewardCalendar *calendar,
                    const GArray          *spans)
{
  int days = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);

      days += steward_calendar_count (calendar, span->after, span->upto);
    }
  return days;
}

int
steward_span_count_common (const StewardCalendar *calendar,
                           const GArray          *a,
                           const GArray          *b)
{
  int days = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      const StewardSpan *x = &g_array_index (a, StewardSpan, i);
      const StewardSpan *y = &g_array_index (b, StewardSpan, j);
      StewardDay after = MAX (x->after, y->after), upto = MIN (x->upto, y->upto);

      if (after < upto)
        days += steward_calendar_count (calendar, after, upto);
      if (x->upto < y->upto)
        i++;
      else
        j++;
    }
  return days;
}
