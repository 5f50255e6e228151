/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include <math.h>

#include "steward-label-private.h"
#include "steward-words-private.h"

/* The head: months and days, what kind of day each is and why, the flag of
 * today; and the shade that the days throw over the rows. */

static const char * const weekdays[] = W_WEEKDAYS;

/* Vertical middles of the lines of the head, in units above its bottom. */
#define FLAG    6.2
#define MAJOR   4.75
#define HOLIDAY 3.35
#define MINOR   2.15
#define NUMBER  0.85

static StewardDay
day_at (const StewardTimeline *self,
        double                 x)
{
  return CLAMP (steward_timeline_x_to_day (self, x), self->first, self->last);
}

/* Days of one kind as one path. */
static void
shade_kind (const StewardTimeline *self,
            StewardInk            *ink,
            StewardDayKind         kind,
            StewardDay             first,
            StewardDay             last,
            double                 top,
            double                 height)
{
  for (StewardDay day = first; day <= last;)
    {
      StewardDay next = day + 1;

      if (steward_timeline_is_folded (self, day))
        next = self->fold_to + 1;
      else if (steward_calendar_describe (self->calendar, day, NULL, NULL) == kind)
        {
          double x = steward_timeline_day_to_x (self, day);

          while (next <= last && !steward_timeline_is_folded (self, next)
                 && steward_calendar_describe (self->calendar, next, NULL, NULL) == kind)
            next++;
          cairo_rectangle (steward_ink_get_cairo (ink), x, top, (next - day) * self->day_width, height);
        }
      day = next;
    }
  cairo_fill (steward_ink_get_cairo (ink));
}

void
steward_timeline_paint_made_up (StewardInk *ink,
                                double      x,
                                double      top,
                                double      bottom,
                                double      unit)
{
  const double dots[] = { 0, 0.45 * unit };
  cairo_t *cr = steward_ink_get_cairo (ink);

  cairo_save (cr);
  steward_ink_color (ink, &steward_ink_get_style (ink)->dim);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 0.18 * unit);
  /* They stay where they are when another part of the rows is painted. */
  cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), top);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
mark_made_up_days (const StewardTimeline *self,
                   StewardInk            *ink,
                   StewardDay             first,
                   StewardDay             last,
                   double                 top,
                   double                 bottom)
{
  for (StewardDay day = first; day <= last; day++)
    {
      if (steward_timeline_is_folded (self, day))
        day = self->fold_to;
      else if (steward_calendar_describe (self->calendar, day, NULL, NULL) == STEWARD_DAY_MAKE_UP)
        steward_timeline_paint_made_up (ink, steward_timeline_day_to_x (self, day) + self->day_width / 2, top, bottom,
                                        self->unit);
    }
}

void
steward_timeline_paint_shade (const StewardTimeline *self,
                              StewardInk            *ink,
                              double                 left,
                              double                 right,
                              double                 top,
                              double                 bottom)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  const struct { StewardDayKind kind; const StewardColor *color; } shades[] = {
    { STEWARD_DAY_REST, &style->rest },
    { STEWARD_DAY_HOLIDAY, &style->holiday },
    { STEWARD_DAY_MAKE_UP, &style->make_up },
  };

  /* Weekends of a hair's width would only grey everything; holidays are longer. */
  if (self->day_width < 1.2)
    return;
  for (guint i = self->day_width < TIMELINE_SHADED * self->unit ? 1 : 0; i < G_N_ELEMENTS (shades); i++)
    {
      steward_ink_color (ink, shades[i].color);
      shade_kind (self, ink, shades[i].kind, day_at (self, left), day_at (self, right), top, bottom - top);
    }
  mark_made_up_days (self, ink, day_at (self, left), day_at (self, right), top, bottom);
}

static char *
unit_text (StewardUnit unit,
           StewardDay  day,
           gboolean    major)
{
  int year, month, mday;

  steward_day_to_ymd (day, &year, &month, &mday);
  switch (unit)
    {
    case STEWARD_UNIT_YEAR:
      return g_strdup_printf (W_YEAR_F, year);
    case STEWARD_UNIT_QUARTER:
      return g_strdup_printf (W_QUARTER_F, (month - 1) / 3 + 1);
    case STEWARD_UNIT_MONTH:
      return major ? g_strdup_printf (W_YEAR_MONTH_F, year, month) : g_strdup_printf (W_MONTH_F, month);
    case STEWARD_UNIT_WEEK:
    case STEWARD_UNIT_DAY:
    default:
      return g_strdup_printf ("%d", mday);
    }
}

static double
today_x (const StewardTimeline *self)
{
  return steward_timeline_day_to_x (self, self->as_of) + self->day_width / 2;
}

/* Paper below a text of the head that the line of today would strike out. */
static void
paint_text_ground (const StewardTimeline *self,
                   StewardInk            *ink,
                   double                 x,
                   double                 width,
                   double                 y,
                   double                 size)
{
  double today = today_x (self), gap = 0.15 * self->unit;

  if (today > x - gap && today < x + width + gap)
    steward_ink_fill_rect (ink, &steward_ink_get_style (ink)->paper, x - gap, y - 0.62 * size, width + 2 * gap, 1.24 * size);
}

/* Where years are narrower than their labels, only every second, fifth … has one. */
static int
get_stride (const StewardTimeline *self)
{
  static const int strides[] = { 1, 2, 5, 10, 20, 50, 100 };
  double need = (steward_lettering_estimate (W_LONGEST_YEAR) + 0.7) * self->unit;

  for (guint i = 0; self->level->major == STEWARD_UNIT_YEAR && i < G_N_ELEMENTS (strides); i++)
    if (strides[i] * 365 * self->day_width >= need)
      return strides[i];
  return 1;
}

static gboolean
is_between_strides (StewardDay day,
                    int        stride)
{
  int year, month, mday;

  steward_day_to_ymd (day, &year, &month, &mday);
  return year % stride != 0;
}

/* The label of a unit that began left of what is seen moves in with it. */
static void
paint_major (const StewardTimeline *self,
             StewardInk            *ink,
             double                 left,
             double                 right)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit;
  double y = self->head_height - MAJOR * u;
  StewardDay end = day_at (self, right);
  int stride = get_stride (self);

  for (StewardDay day = steward_unit_begin (self->level->major, day_at (self, left)); day <= end;
       day = steward_unit_next (self->level->major, day))
    {
      StewardDay next = steward_unit_next (self->level->major, day);
      StewardDay shown = steward_timeline_is_folded (self, day) ? self->fold_to + 1 : day;
      double begin = steward_timeline_day_to_x (self, shown);
      double x = MAX (begin, left);
      double room = MIN (steward_timeline_day_to_x (self, steward_timeline_is_folded (self, next) ? self->fold_from : next),
                         self->width) - x;
      gboolean provisional = steward_calendar_is_provisional (self->calendar, day);
      g_autofree char *name = unit_text (self->level->major, day, TRUE);
      g_autofree char *marked = g_strconcat (name, provisional ? W_PROVISIONAL : "", NULL);
      double need = steward_lettering_estimate (marked) * u;

      if (shown >= next || (stride > 1 && is_between_strides (day, stride)))
        continue;
      if (stride > 1)
        room = MIN (stride * 365 * self->day_width, self->width - x);
      if (begin >= left)
        steward_ink_line (ink, &style->line, 0.07 * u, x, y - 0.75 * u, x, self->head_height);
      if (need > room && provisional)
        {
          g_free (marked);
          marked = g_strconcat (name, W_PROVISIONAL_MARK, NULL);
          need = steward_lettering_estimate (marked) * u;
        }
      if (need * 0.9 > room)
        continue;
      paint_text_ground (self, ink, x + 0.35 * u, steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, marked) * u, y, u);
      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = x + 0.35 * u, .y = y, .size = u, .weight = STEWARD_WEIGHT_BOLD,
                                             .color = provisional ? &style->dim : &style->text },
                        marked);
    }
}

/* Today is not struck out by its own line, which ends above it. */
static void
paint_today_chip (const StewardTimeline *self,
                  StewardInk            *ink,
                  double                 x)
{
  double u = self->unit, width = MIN (self->day_width, 2 * u), top = self->head_height - (NUMBER + 0.66) * u;

  steward_ink_round_rect (ink, x + (self->day_width - width) / 2, top, width, self->head_height - top, 0.35 * u);
  steward_ink_color (ink, &steward_ink_get_style (ink)->today);
  cairo_fill (steward_ink_get_cairo (ink));
}

static void
paint_day (const StewardTimeline *self,
           StewardInk            *ink,
           StewardDay             day)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, x = steward_timeline_day_to_x (self, day);
  StewardDayKind kind = steward_calendar_describe (self->calendar, day, NULL, NULL);
  gboolean named = kind == STEWARD_DAY_HOLIDAY || kind == STEWARD_DAY_MAKE_UP;
  const char *word = kind == STEWARD_DAY_HOLIDAY ? W_REST : kind == STEWARD_DAY_MAKE_UP ? W_MAKE_UP
                     : weekdays[steward_day_get_weekday (day)];
  g_autofree char *number = unit_text (STEWARD_UNIT_DAY, day, FALSE);
  StewardTextSpec spec = { .x = x, .y = self->head_height - MINOR * u, .width = self->day_width, .size = 0.8 * u,
                           .align = STEWARD_ALIGN_CENTER, .weight = named ? STEWARD_WEIGHT_BOLD : STEWARD_WEIGHT_NORMAL,
                           .color = kind == STEWARD_DAY_HOLIDAY ? &style->due
                                    : kind == STEWARD_DAY_MAKE_UP ? &style->lights[STEWARD_LIGHT_GREEN] : &style->dim };

  steward_ink_text (ink, &spec, word);
  if (day == self->as_of)
    paint_today_chip (self, ink, x);
  spec.y = self->head_height - NUMBER * u;
  spec.size = 0.86 * u;
  spec.weight = day == self->as_of ? STEWARD_WEIGHT_BOLD : STEWARD_WEIGHT_NORMAL;
  spec.color = day == self->as_of ? &style->paper
               : kind == STEWARD_DAY_WORKING || kind == STEWARD_DAY_MAKE_UP ? &style->text : &style->dim;
  steward_ink_text (ink, &spec, number);
}

/* Its name stands over the days from @day, when there is room for it. */
static void
paint_holiday (const StewardTimeline *self,
               StewardInk            *ink,
               const char            *name,
               StewardDay             day,
               double                 width)
{
  double size = 0.74 * self->unit, y = self->head_height - HOLIDAY * self->unit;
  double letters = steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, name) * size;
  double x = steward_timeline_day_to_x (self, day) + (width - letters) / 2;

  if (steward_timeline_is_folded (self, day) || letters > width + 2 * self->day_width)
    return;
  paint_text_ground (self, ink, x, letters, y, size);
  steward_ink_text (ink, &(StewardTextSpec) { .x = x, .y = y, .size = size, .color = &steward_ink_get_style (ink)->due },
                    name);
}

static void
paint_holidays (const StewardTimeline *self,
                StewardInk            *ink,
                double                 left,
                double                 right)
{
  StewardDay end = MIN (day_at (self, right) + 10, self->last);

  for (StewardDay day = MAX (day_at (self, left) - 10, self->first); day <= end;)
    {
      const char *name = NULL;
      StewardDayKind kind = steward_calendar_describe (self->calendar, day, &name, NULL);
      StewardDay next = day + 1;

      while (next <= end && steward_calendar_describe (self->calendar, next, NULL, NULL) == kind)
        next++;
      if (kind == STEWARD_DAY_HOLIDAY && name != NULL)
        paint_holiday (self, ink, name, day, (next - day) * self->day_width);
      day = next;
    }
}

static void
paint_minor (const StewardTimeline *self,
             StewardInk            *ink,
             double                 left,
             double                 right)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit;
  StewardUnit unit = self->level->minor;
  StewardDay end = day_at (self, right);

  for (StewardDay day = steward_unit_begin (unit, day_at (self, left)); day <= end; day = steward_unit_next (unit, day))
    {
      StewardDay next = steward_unit_next (unit, day);
      double x = steward_timeline_day_to_x (self, day), width = (next - day) * self->day_width;
      g_autofree char *text = NULL;

      if (day < self->first || steward_timeline_is_folded (self, day))
        continue;
      if (unit == STEWARD_UNIT_DAY)
        {
          paint_day (self, ink, day);
          continue;
        }
      steward_ink_line (ink, &style->line, 0.05 * u, x, self->head_height - 1.7 * u, x, self->head_height);
      text = unit_text (unit, day, FALSE);
      if (steward_lettering_estimate (text) * 0.86 * u * 0.9 > width)
        continue;
      paint_text_ground (self, ink, x + 0.2 * u, steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, text) * 0.86 * u,
                         self->head_height - NUMBER * u, 0.86 * u);
      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = x + 0.2 * u, .y = self->head_height - NUMBER * u, .size = 0.86 * u,
                                             .color = &style->dim },
                        text);
    }
}

static void
paint_flag (const StewardTimeline *self,
            StewardInk            *ink)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, x = today_x (self);
  double y = self->head_height - FLAG * u;
  double end = self->head_height - (self->level->minor == STEWARD_UNIT_DAY ? MINOR + 0.6 : 0) * u;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  double width;

  if (self->as_of < self->first || self->as_of > self->last)
    return;
  day = steward_label_day (self->as_of);
  text = g_strconcat (self->as_of_is_today ? W_TODAY : W_AS_OF, " ", day, NULL);
  width = (steward_lettering_estimate (text) * 0.84 + 0.9) * u;
  steward_ink_line (ink, &style->today, TIMELINE_TODAY * u, x, y, x, end);
  steward_ink_color (ink, &style->today);
  x = CLAMP (x - width / 2, self->label_width + 0.2 * u, self->width - width - 0.2 * u);
  steward_ink_round_rect (ink, x, y - 0.72 * u, width, 1.44 * u, 0.72 * u);
  cairo_fill (steward_ink_get_cairo (ink));
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = x, .y = y, .width = width, .size = 0.84 * u, .weight = STEWARD_WEIGHT_BOLD,
                                         .align = STEWARD_ALIGN_CENTER, .color = &style->paper },
                    text);
}

/* A torn strip where time is folded away, over everything it cuts. */
void
steward_timeline_paint_fold (const StewardTimeline *self,
                             StewardInk            *ink,
                             double                 top,
                             double                 bottom)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  double u = self->unit, half = 0.5 * u, wave = 0.35 * u, step = 1.3 * u;
  double x;

  if (self->fold_from == STEWARD_DAY_NONE)
    return;
  x = steward_timeline_day_to_x (self, self->fold_from) + TIMELINE_FOLD / 2 * u;
  top = floor (top / (2 * step)) * 2 * step;
  bottom = ceil (bottom / (2 * step)) * 2 * step;
  for (int pass = 0; pass < 2; pass++)
    {
      gboolean odd = FALSE;

      cairo_move_to (cr, x - half - wave, top);
      for (double y = top; y < bottom; y += step, odd = !odd)
        cairo_line_to (cr, x - half + (odd ? -wave : wave), y + step);
      if (pass == 0)
        cairo_line_to (cr, x + half + (odd ? wave : -wave), bottom);
      else
        cairo_move_to (cr, x + half + (odd ? wave : -wave), bottom);
      for (double y = bottom; y > top; y -= step, odd = !odd)
        cairo_line_to (cr, x + half + (odd ? -wave : wave), y - step);
      steward_ink_color (ink, pass == 0 ? &style->paper : &style->dim);
      if (pass == 0)
        cairo_fill (cr);
      else
        steward_ink_stroke (ink, 0.07 * u);
    }
}

void
steward_timeline_paint_head (const StewardTimeline *self,
                             StewardInk            *ink,
                             double                 left,
                             double                 right)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, bottom = self->head_height;

  steward_ink_fill_rect (ink, &style->paper, self->label_width, 0, self->width - self->label_width, bottom);
  if (self->level->minor == STEWARD_UNIT_DAY)
    steward_timeline_paint_shade (self, ink, left, right, bottom - 2.9 * u, bottom);
  paint_flag (self, ink);
  paint_major (self, ink, left, right);
  if (self->level->minor <= STEWARD_UNIT_WEEK)
    paint_holidays (self, ink, left, right);
  paint_minor (self, ink, left, right);
  steward_ink_line (ink, &style->line, 0.08 * u, self->label_width, bottom, self->width, bottom);
}

/* Two lines part at the last separator, if the first has room for the rest: a
 * date should not stand apart from what it says. */
static char *
break_text (const StewardTimeline *self,
            StewardInk            *ink,
            const char            *text,
            int                    lines,
            double                 width)
{
  char *last = g_strrstr (text, W_SEPARATOR);
  g_autofree char *head = NULL;

  if (lines < 2 || last == NULL)
    return g_strdup (text);
  head = g_strndup (text, last - text);
  if (steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, head) * TIMELINE_SMALL * self->unit > width)
    return g_strdup (text);
  return g_strconcat (head, "\n", last + strlen (W_SEPARATOR), NULL);
}

void
steward_timeline_paint_corner (const StewardTimeline *self,
                               StewardInk            *ink)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit, x = 1.2 * u, width = self->label_width - 1.8 * u, y = 0.6 * u;
  StewardTextSpec spec = { .x = x, .width = width, .size = 1.3 * u, .weight = STEWARD_WEIGHT_BOLD,
                           .lines = self->title_lines, .color = &style->text };
  g_autofree char *subtitle = break_text (self, ink, self->subtitle, self->subtitle_lines, width);
  g_autofree char *summary = break_text (self, ink, self->summary, self->summary_lines, width);

  steward_ink_fill_rect (ink, &style->paper, 0, 0, self->label_width, self->head_height);
  spec.y = y + self->title_lines * 1.65 / 2 * u;
  steward_ink_text (ink, &spec, self->title);
  y += self->title_lines * 1.65 * u;
  spec = (StewardTextSpec) { .x = x, .y = y + self->subtitle_lines * 1.15 / 2 * u, .width = width,
                             .size = TIMELINE_SMALL * u, .lines = self->subtitle_lines, .color = &style->dim };
  steward_ink_text (ink, &spec, subtitle);
  y = self->head_height - 0.4 * u;
  if (self->summary_lines > 0)
    {
      spec.lines = self->summary_lines;
      spec.y = y - (0.6 + 0.55 * (self->summary_lines - 1)) * u;
      steward_ink_text (ink, &spec, summary);
      y -= (0.1 + 1.15 * self->summary_lines) * u;
    }
  spec = (StewardTextSpec) { .x = x, .y = y - 0.7 * u, .width = width, .size = 1.15 * u,
                             .weight = STEWARD_WEIGHT_BOLD, .color = &style->text };
  steward_ink_text (ink, &spec, self->total);
  steward_ink_line (ink, &style->line, 0.08 * u, 0, self->head_height, self->label_width, self->head_height);
}
