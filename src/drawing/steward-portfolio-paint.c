/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio.h"

#include "steward-label-private.h"
#include "steward-timeline-private.h"
#include "steward-words-private.h"

/* Height of the bar of a stage, and room of a week's number, in units. */
#define STAGE_BAR 1.5
#define NUMBER    1.5

static double
day_x (const StewardTimeline *self,
       StewardDay             day)
{
  return steward_timeline_day_to_x (self, day);
}

/* Sign, number and days, as much of it as has room. */
static void
paint_stage_text (const StewardTimeline       *self,
                  StewardInk                  *ink,
                  const StewardPortfolioStage *stage,
                  double                       x,
                  double                       width,
                  double                       middle)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, size = TIMELINE_SMALL * u, left = x + 0.35 * u, right = x + width - 0.2 * u;
  g_autofree char *days = stage->budget > 0 ? g_strdup_printf (W_DAYS_OF_F, stage->used, stage->budget)
                                            : g_strdup_printf ("%d", stage->used);
  g_autofree char *number = steward_label_numeral (stage->number);
  g_autofree char *both = g_strconcat (number, " ", days, NULL);

  if (right - left < 0.8 * u)
    return;
  steward_ink_light (ink, stage->light, left + 0.4 * u, middle, 0.78 * u);
  left += 1.05 * u;
  if (steward_lettering_estimate (both) * size <= right - left)
    steward_ink_text (ink, &(StewardTextSpec) { .x = left, .y = middle, .size = size, .color = &style->text }, both);
  else if (steward_lettering_estimate (number) * size <= right - left)
    steward_ink_text (ink, &(StewardTextSpec) { .x = left, .y = middle, .size = size, .color = &style->text }, number);
}

static void
paint_stage (const StewardTimeline       *self,
             StewardInk                  *ink,
             const StewardPortfolioStage *stage,
             double                       middle)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  double u = self->unit, top = middle - STAGE_BAR / 2 * u, height = STAGE_BAR * u;
  double x = day_x (self, stage->start), width = MAX (day_x (self, stage->finish + 1) - x, 2);
  double share = stage->budget > 0 ? CLAMP (stage->used / (double) stage->budget, 0, 1) : 0;
  const StewardColor *color = &style->lights[stage->light];
  StewardColor fill = steward_color_mix (&style->card, color, stage->light == STEWARD_LIGHT_NOT_STARTED ? 0 : 0.16);

  cairo_save (cr);
  steward_ink_round_rect (ink, x, top, width, height, MIN (0.3 * u, width / 2));
  steward_ink_color (ink, &fill);
  cairo_fill_preserve (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  steward_ink_fill_rect (ink, color, x, top + height - 0.26 * u, width * share, 0.26 * u);
  cairo_restore (cr);
  steward_ink_round_rect (ink, x, top, width, height, MIN (0.3 * u, width / 2));
  steward_ink_color (ink, color);
  steward_ink_stroke (ink, 0.09 * u);
  paint_stage_text (self, ink, stage, x, width, middle - 0.05 * u);
}

static void
paint_project (const StewardTimeline     *self,
               StewardInk                *ink,
               const StewardTimelineLine *line)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, middle = line->y + line->height / 2;
  double left = day_x (self, line->project->start), right = day_x (self, line->project->finish + 1);

  /* Between the stages lies construction. */
  steward_ink_line (ink, &style->dim, 0.1 * u, left, middle, right, middle);
  for (guint i = 0; i < line->project->stages->len; i++)
    paint_stage (self, ink, g_ptr_array_index (line->project->stages, i), middle);
  steward_timeline_paint_label_ground (self, ink, line->label, right + 0.55 * u, middle);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = right + 0.55 * u, .y = middle, .size = TIMELINE_SMALL * u,
                                         .color = &style->dim },
                    line->label);
}

void
steward_timeline_paint_label_ground (const StewardTimeline *self,
                                     StewardInk            *ink,
                                     const char            *text,
                                     double                 x,
                                     double                 middle)
{
  double u = self->unit, today = day_x (self, self->as_of) + self->day_width / 2;
  double width = steward_lettering_estimate (text) * TIMELINE_SMALL * u;

  if (today > x - 0.2 * u && today < x + width)
    steward_ink_fill_rect (ink, &steward_ink_get_style (ink)->paper, x - 0.2 * u, middle - 0.7 * u, width + 0.4 * u, 1.4 * u);
}

static void
paint_week (const StewardTimeline     *self,
            StewardInk                *ink,
            const StewardTimelineLine *line,
            const StewardWeekLoad     *load)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, x = day_x (self, load->week), width = day_x (self, load->week + 7) - x;
  gboolean past = load->week + 6 < self->as_of;
  double room = line->height - (width >= NUMBER * u ? 1.15 : 0.3) * u;
  double height = MAX (room * load->days / MAX (1, self->most_load), 0.1 * u);
  double bottom = line->y + line->height;
  double inset = MIN (0.12 * u, width * 0.12);
  StewardColor plain = steward_color_mix (&style->accent, &style->paper, 0.3);
  StewardColor faint = steward_color_mix (&style->dim, &style->paper, 0.25);

  steward_ink_fill_rect (ink, past ? &faint : load->days == self->most_load ? &style->accent : &plain,
                         x + inset, bottom - height, MAX (width - 2 * inset, 0.4), height);
  if (width >= NUMBER * u)
    {
      g_autofree char *number = g_strdup_printf ("%d", load->days);

      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = x - u, .y = bottom - height - 0.5 * u, .width = width + 2 * u,
                                             .size = 0.78 * u, .align = STEWARD_ALIGN_CENTER,
                                             .color = past ? &style->dim : &style->text },
                        number);
    }
}

void
steward_timeline_paint_portfolio (const StewardTimeline     *self,
                                  StewardInk                *ink,
                                  const StewardTimelineLine *line,
                                  double                     left,
                                  double                     right)
{
  if (line->project != NULL)
    {
      paint_project (self, ink, line);
      return;
    }
  for (guint i = 0; line->loads != NULL && i < line->loads->len; i++)
    {
      const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, i);

      if (day_x (self, load->week + 7) >= left && day_x (self, load->week) <= right)
        paint_week (self, ink, line, load);
    }
}
