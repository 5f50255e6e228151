/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

/* Links of the steward's own: from the last day of one bar to the first of the
 * other, level only between two rows, where no bar and no label is. */

static const StewardTimelineLine *
get_line (const StewardTimeline *self,
          guint                  i)
{
  return &g_array_index (self->lines, StewardTimelineLine, i);
}

void
steward_timeline_add_own (StewardTimeline       *self,
                          const StewardSchedule *schedule)
{
  g_autoptr (GHashTable) places = NULL;

  if (schedule->own_links == NULL || schedule->own_links->len == 0)
    return;
  places = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (get_line (self, i)->row != NULL)
        g_hash_table_insert (places, get_line (self, i)->row->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < schedule->own_links->len; i++)
    {
      const StewardScheduleLink *link = schedule->own_links->pdata[i];
      guint from = link->rests ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (places, link->from));
      guint to = link->rests ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (places, link->to));

      if (from > 0 && to > 0)
        g_ptr_array_add (self->own, steward_own_line_new (link, from - 1, get_line (self, from - 1)->row->name,
                                                          to - 1, get_line (self, to - 1)->row->name));
    }
}

static void
lead_line (const StewardTimeline *self,
           StewardOwnLine        *own)
{
  const StewardTimelineLine *from = get_line (self, own->from), *to = get_line (self, own->to);
  gboolean down = from->y < to->y;
  double half = TIMELINE_BAR / 2 * self->unit, middle = TIMELINE_MIDDLE * self->unit;
  double day = MIN (self->day_width / 2, 0.5 * self->unit);
  double x0 = steward_timeline_day_to_x (self, from->row->finish + 1) - day;
  double x1 = steward_timeline_day_to_x (self, to->row->start) + day;
  double level = down ? to->y : to->y + to->height;

  steward_own_line_add (own, x0, from->y + middle + (down ? half : -half));
  steward_own_line_add (own, x0, level);
  steward_own_line_add (own, x1, level);
  steward_own_line_add (own, x1, to->y + middle + (down ? -half : half));
}

void
steward_timeline_lead_own (StewardTimeline *self)
{
  for (guint i = 0; i < self->own->len; i++)
    {
      steward_own_line_clear (self->own->pdata[i]);
      lead_line (self, self->own->pdata[i]);
    }
}

void
steward_timeline_paint_own (const StewardTimeline   *self,
                            StewardInk              *ink,
                            const cairo_rectangle_t *clip)
{
  for (guint i = 0; i < self->own->len; i++)
    steward_own_line_paint (self->own->pdata[i], ink, self->unit, &steward_ink_get_style (ink)->commitment, clip);
}

const char *
steward_timeline_find_link (const StewardTimeline *self,
                            double                 x,
                            double                 y)
{
  const StewardOwnLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = x >= self->label_width ? steward_own_line_hit (self->own, x, y, 0.35 * self->unit) : NULL;
  return line ? line->key : NULL;
}

const char *
steward_timeline_describe_link (const StewardTimeline *self,
                                const char            *key)
{
  const StewardOwnLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = steward_own_line_find (self->own, key);
  return line ? line->text : NULL;
}
