/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio.h"

#include <math.h>

#include "steward-label-private.h"
#include "steward-timeline-private.h"
#include "steward-words-private.h"

/* Height of the bar of a stage, and width of a week that has room for its
 * number, in units. */
#define STAGE_BAR 1.5
#define NUMBER    1.5

/* Its number, above the load. */
#define NUMBER_SIZE  0.78
#define NUMBER_ABOVE 0.5

/* What is seen of the drawing, from left to right. */
typedef struct
{
  double left, right;
} Sight;

static double
day_x (const StewardTimeline *self,
       StewardDay             day)
{
  return steward_timeline_day_to_x (self, day);
}

/* Sign, number and days, as much of it as has room in the part of the bar that
 * is seen. */
static void
paint_stage_text (const StewardTimeline       *self,
                  StewardInk                  *ink,
                  const StewardPortfolioStage *stage,
                  const Sight                 *bar,
                  double                       middle)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, size = TIMELINE_SMALL * u, left = bar->left + 0.35 * u, right = bar->right - 0.2 * u;
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
             const Sight                 *sight,
             double                       middle)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  double u = self->unit, top = middle - STAGE_BAR / 2 * u, height = STAGE_BAR * u;
  double x = day_x (self, stage->start), width = MAX (day_x (self, stage->finish + 1) - x, 0.3 * u);
  double share = stage->budget > 0 ? CLAMP (stage->used / (double) stage->budget, 0, 1) : 0;
  const StewardColor *color = &style->lights[stage->light];
  StewardColor fill = steward_color_mix (&style->card, color, stage->light == STEWARD_LIGHT_NOT_STARTED ? 0 : 0.16);
  Sight bar = { MAX (x, sight->left), MIN (x + width, sight->right) };

  if (bar.right <= bar.left)
    return;
  cairo_save (cr);
  steward_ink_round_rect (ink, x, top, width, height, MIN (0.3 * u, width / 2));
  /* Too narrow for its sign, it is as strong as the sign. */
  steward_ink_color (ink, width < 1.3 * u && stage->light != STEWARD_LIGHT_NOT_STARTED ? color : &fill);
  cairo_fill_preserve (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  steward_ink_fill_rect (ink, color, x, top + height - 0.26 * u, width * share, 0.26 * u);
  cairo_restore (cr);
  steward_ink_round_rect (ink, x, top, width, height, MIN (0.3 * u, width / 2));
  steward_ink_color (ink, color);
  steward_ink_stroke (ink, 0.09 * u);
  paint_stage_text (self, ink, stage, &bar, middle - 0.05 * u);
}

static void
paint_project (const StewardTimeline     *self,
               StewardInk                *ink,
               const StewardTimelineLine *line,
               const Sight               *sight)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, middle = line->y + line->height / 2;
  double left = day_x (self, line->project->start), right = day_x (self, line->project->finish + 1);
  double label = steward_timeline_label_x (self, line);

  /* Between the stages lies construction. */
  steward_ink_line (ink, &style->dim, 0.1 * u, left, middle, right, middle);
  for (guint i = 0; i < line->project->stages->len; i++)
    paint_stage (self, ink, g_ptr_array_index (line->project->stages, i), sight, middle);
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = label, .y = middle, .size = TIMELINE_SMALL * u, .color = &style->dim,
                                         .width = MAX (self->width - label - 0.2 * u, u) },
                    line->label);
}

static int
find_most (const StewardTimelineLine *line)
{
  int most = 1;

  for (guint i = 0; i < line->loads->len; i++)
    most = MAX (most, g_array_index (line->loads, StewardWeekLoad, i).days);
  return most;
}

/* How high a week stands is told by the bureau's own fullest week, how strong
 * its colour is by the fullest of all bureaus: a small bureau shows its weeks
 * as well as a large one, and still does not look as busy. */
static StewardColor
get_heat (const StewardTimeline *self,
          const StewardStyle    *style,
          const StewardWeekLoad *load)
{
  double heat = sqrt (load->days / (double) MAX (1, self->most_load));

  return steward_color_mix (load->week + 6 < self->as_of ? &style->dim : &style->accent, &style->paper,
                            0.72 * (1 - heat));
}

static double
get_load_height (const StewardTimeline     *self,
                 const StewardTimelineLine *line,
                 const StewardWeekLoad     *load,
                 int                        most)
{
  return MAX ((line->height - 1.15 * self->unit) * load->days / most, 0.1 * self->unit);
}

/* Where weeks are too narrow for numbers, the fullest has one, the first of
 * several, and this week if it does not stand close by. */
static gboolean
has_number (const StewardTimeline     *self,
            const StewardTimelineLine *line,
            const StewardWeekLoad     *load,
            int                        most)
{
  StewardDay fullest = STEWARD_DAY_NONE;

  if (7 * self->day_width >= NUMBER * self->unit)
    return TRUE;
  for (guint i = line->loads->len; i-- > 0;)
    if (g_array_index (line->loads, StewardWeekLoad, i).days == most)
      fullest = g_array_index (line->loads, StewardWeekLoad, i).week;
  if (load->week != steward_unit_begin (STEWARD_UNIT_WEEK, self->as_of))
    return load->week == fullest;
  return load->week == fullest || ABS (load->week - fullest) * self->day_width > 4 * self->unit;
}

static void
paint_week (const StewardTimeline     *self,
            StewardInk                *ink,
            const StewardTimelineLine *line,
            const StewardWeekLoad     *load,
            int                        most)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, x = day_x (self, load->week), width = day_x (self, load->week + 7) - x;
  double height = get_load_height (self, line, load, most), bottom = line->y + line->height;
  double inset = MIN (0.12 * u, width * 0.12);
  StewardColor color = get_heat (self, style, load);

  steward_ink_fill_rect (ink, &color, x + inset, bottom - height, MAX (width - 2 * inset, 0.4), height);
  if (has_number (self, line, load, most))
    {
      g_autofree char *number = g_strdup_printf ("%d", load->days);

      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = x - u, .y = bottom - height - NUMBER_ABOVE * u, .width = width + 2 * u,
                                             .size = NUMBER_SIZE * u, .align = STEWARD_ALIGN_CENTER,
                                             .color = load->week + 6 < self->as_of ? &style->dim : &style->text },
                        number);
    }
}

gboolean
steward_timeline_find_week_number (const StewardTimeline     *self,
                                   const StewardTimelineLine *line,
                                   double                    *x,
                                   double                    *width,
                                   double                    *middle)
{
  StewardDay now = steward_unit_begin (STEWARD_UNIT_WEEK, self->as_of);
  int most = find_most (line);

  for (guint i = 0; i < line->loads->len; i++)
    {
      const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, i);
      g_autofree char *number = g_strdup_printf ("%d", load->days);

      if (load->week != now || !has_number (self, line, load, most))
        continue;
      *width = steward_lettering_estimate (number) * NUMBER_SIZE * self->unit;
      *x = (day_x (self, now) + day_x (self, now + 7) - *width) / 2;
      *middle = line->y + line->height - get_load_height (self, line, load, most) - NUMBER_ABOVE * self->unit;
      return TRUE;
    }
  return FALSE;
}

static void
paint_loads (const StewardTimeline     *self,
             StewardInk                *ink,
             const StewardTimelineLine *line,
             const Sight               *sight)
{
  int most = find_most (line);

  for (guint i = 0; i < line->loads->len; i++)
    {
      const StewardWeekLoad *load = &g_array_index (line->loads, StewardWeekLoad, i);

      if (day_x (self, load->week + 7) >= sight->left && day_x (self, load->week) <= sight->right)
        paint_week (self, ink, line, load, most);
    }
}

void
steward_timeline_paint_portfolio (const StewardTimeline     *self,
                                  StewardInk                *ink,
                                  const StewardTimelineLine *line,
                                  double                     left,
                                  double                     right)
{
  const Sight sight = { MAX (left, self->label_width), right };

  if (line->project != NULL)
    paint_project (self, ink, line, &sight);
  else
    paint_loads (self, ink, line, &sight);
}
