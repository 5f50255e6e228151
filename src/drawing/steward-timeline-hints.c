/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-label-private.h"

/* A row whose bar is out of sight looks as if nothing were planned. */

static void
paint_hint (StewardInk *ink,
            double      u,
            double      edge,
            double      middle,
            StewardDay  day,
            gboolean    is_left)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  g_autofree char *text = steward_label_day (day);
  double tip = edge + (is_left ? 0.35 : -0.35) * u, back = tip + (is_left ? 0.55 : -0.55) * u;
  double width = steward_lettering_estimate (text) * TIMELINE_SMALL * u;

  cairo_move_to (cr, tip, middle);
  cairo_line_to (cr, back, middle - 0.36 * u);
  cairo_line_to (cr, back, middle + 0.36 * u);
  cairo_close_path (cr);
  steward_ink_color (ink, &style->dim);
  cairo_fill (cr);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = is_left ? back + 0.3 * u : back - 0.3 * u - width, .y = middle,
                                         .size = TIMELINE_SMALL * u, .color = &style->dim },
                    text);
}

gboolean
steward_timeline_is_behind (const StewardTimeline     *self,
                            const StewardTimelineLine *line,
                            double                     left)
{
  return steward_timeline_day_to_x (self, line->row->finish + 1) < left && steward_timeline_label_x (self, line) < left;
}

void
steward_timeline_paint_hints (const StewardTimeline   *self,
                              cairo_t                 *cr,
                              const StewardStyle      *style,
                              const cairo_rectangle_t *clip)
{
  g_autoptr (StewardInk) ink = NULL;
  double left, right;
  guint first, end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL && style != NULL && clip != NULL);

  left = MAX (clip->x, self->label_width);
  right = clip->x + clip->width;
  if (right - left < 12 * self->unit)
    return;
  ink = steward_ink_new_with (cr, style, self->lettering);
  steward_timeline_visible (self, clip, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, i);
      double middle = line->y + TIMELINE_MIDDLE * self->unit;

      if (line->row == NULL || line->y >= clip->y + clip->height)
        continue;
      if (steward_timeline_is_behind (self, line, left))
        paint_hint (ink, self->unit, left, middle, line->row->finish, TRUE);
      else if (steward_timeline_day_to_x (self, line->row->start) > right)
        paint_hint (ink, self->unit, right, middle, line->row->start, FALSE);
    }
}
