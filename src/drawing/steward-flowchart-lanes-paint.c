/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-words-private.h"

static void
paint_lane (const StewardFlowchart *self,
            StewardInk             *ink,
            const StewardFlowLane  *lane,
            gboolean                odd)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, left = self->margin, width = self->lane_width - 1.4 * u, text = lane->y + lane->height / 2;
  StewardColor tint = steward_color_mix (&style->card, &style->band, odd ? 0.75 : 0);
  int lines = steward_lettering_estimate (lane->title) * u > width ? 2 : 1;
  g_autofree char *count = g_strdup_printf (W_ITEMS_F, lane->n_boxes);
  g_autofree char *title = steward_flowchart_break (lane->title, width / u, lines);

  steward_ink_fill_rect (ink, &tint, left, lane->y, self->width - 2 * self->margin, lane->height);
  steward_ink_line (ink, &style->line, 0.05 * u, left, lane->y, self->width - self->margin, lane->y);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = left + 0.6 * u, .y = text - 0.7 * u, .width = width + 0.3 * u, .size = u,
                                         .lines = lines, .weight = STEWARD_WEIGHT_BOLD, .color = &style->text },
                    title);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = left + 0.6 * u, .y = text + (lines * STEWARD_INK_LINE / 2 + 0.15) * u,
                                         .width = width, .size = FLOW_SMALL * u, .color = &style->dim },
                    count);
}

/* What the bars and columns below are: 并联 · 同时办 7 天. Many titles share a
 * line. */
static void
paint_titles (const StewardFlowchart   *self,
              StewardInk               *ink,
              const StewardFlowSegment *segment,
              double                    top)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  guint n = segment->groups->len, n_lines = MIN (n, FLOW_LANE_TITLES), at = 0;
  double u = self->unit, line = (self->body_y - top) / MAX (1, n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gboolean main = TRUE;

      for (; at < (i + 1) * n / n_lines; at++)
        {
          const StewardFlowGroup *group = g_ptr_array_index (segment->groups, at);

          main &= group->lane == STEWARD_LANE_MAIN;
          if (group->title != NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? W_BUREAU_AND : "", group->title);
        }
      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = segment->x - 0.6 * u, .y = top + (i + 0.5) * line,
                                             .width = segment->width + 1.2 * u, .size = FLOW_SMALL * u,
                                             .align = STEWARD_ALIGN_CENTER, .color = main ? &style->accent : &style->dim },
                        text->str);
    }
}

void
steward_flowchart_paint_lanes (const StewardFlowchart *self,
                               StewardInk             *ink)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double bottom = self->body_y;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double top = self->heads_y + self->head_height;

      steward_ink_fill_rect (ink, &style->card, stage->x, top, stage->width, self->body_y - top);
      for (guint j = 0; j < stage->segments->len; j++)
        paint_titles (self, ink, g_ptr_array_index (stage->segments, j), top);
    }
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const StewardFlowLane *lane = g_ptr_array_index (self->lanes, i);

      paint_lane (self, ink, lane, i % 2 == 1);
      bottom = lane->y + lane->height;
    }
  steward_ink_line (ink, &style->line, 0.05 * self->unit, self->margin, bottom, self->width - self->margin, bottom);
}
