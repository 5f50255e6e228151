/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-clock-strip-private.h"

#include <math.h>

#include "steward-words-private.h"

static StewardColor
fill_of (const StewardStyle  *style,
         StewardClockDayKind  kind,
         StewardDayKind       day_kind,
         gboolean             late)
{
  if (kind == STEWARD_CLOCK_SKIPPED)
    return day_kind == STEWARD_DAY_HOLIDAY ? style->holiday : style->rest;
  if (kind == STEWARD_CLOCK_START)
    return steward_color_mix (&style->card, &style->accent, 0.14);
  if (late)
    return steward_color_mix (&style->card, &style->due, 0.16);
  if (day_kind == STEWARD_DAY_MAKE_UP)
    return style->make_up;

  return style->card;
}

/* Fine lines, so that what is written over them stays readable. */
static void
hatch (StewardInk *ink,
       double      x,
       double      y,
       double      width,
       double      height,
       double      u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  cairo_t *cr = steward_ink_get_cairo (ink);
  StewardColor color = steward_color_mix (&style->card, &style->lights[STEWARD_LIGHT_PAUSED], 0.38);
  double step = 0.62 * u;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double at = floor ((x + y) / step) * step; at < x + y + width + height; at += step)
    {
      cairo_move_to (cr, at - y, y);
      cairo_line_to (cr, at - y - height, y + height);
    }
  steward_ink_color (ink, &color);
  steward_ink_stroke (ink, 0.09 * u);
  cairo_restore (cr);
}

static void
frame (StewardInk         *ink,
       const StewardColor *color,
       double              x,
       double              y,
       double              width,
       double              height,
       double              thickness,
       gboolean            dashed)
{
  cairo_t *cr = steward_ink_get_cairo (ink);
  const double dash[] = { 3 * thickness, 2.2 * thickness };
  double inset = thickness / 2;

  cairo_save (cr);
  if (dashed)
    cairo_set_dash (cr, dash, 2, 0);
  cairo_rectangle (cr, x + inset, y + inset, width - 2 * inset, height - 2 * inset);
  steward_ink_color (ink, color);
  cairo_set_line_width (cr, thickness);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
write_text (StewardInk         *ink,
            const char         *text,
            double              x,
            double              y,
            double              width,
            double              size,
            StewardWeight       weight,
            StewardAlign        align,
            const StewardColor *color)
{
  if (*text == '\0')
    return;

  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = x, .y = y, .width = width, .size = size, .weight = weight,
                                         .align = align, .color = color },
                    text);
}

static const StewardColor *
word_color (const StewardStyle         *style,
            const StewardClockStripDay *day)
{
  if (day->due || day->late)
    return &style->due;
  if (day->today)
    return &style->today;

  return day->finished ? &style->accent : &style->dim;
}

static void
paint_texts (StewardInk                 *ink,
             const StewardClockStripDay *day,
             double                      u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double left = day->x + STRIP_INSET * u;
  double inner = day->width - 2 * STRIP_INSET * u;
  gboolean counted = day->kind == STEWARD_CLOCK_COUNTED || day->kind == STEWARD_CLOCK_START;
  gboolean event = day->due || day->today || day->finished || day->late;
  g_autofree char *head = g_strconcat (day->head, day->provisional ? W_PROVISIONAL_MARK : "", NULL);

  write_text (ink, head, left, day->y + 0.72 * u, inner, STRIP_SMALL * u, STEWARD_WEIGHT_NORMAL,
              STEWARD_ALIGN_LEFT, counted ? &style->text : &style->dim);
  write_text (ink, day->mark, left, day->y + 0.72 * u, inner, STRIP_SMALL * u, STEWARD_WEIGHT_BOLD,
              STEWARD_ALIGN_RIGHT, &style->text);
  write_text (ink, day->count, left, day->y + 1.98 * u, inner, STRIP_COUNT * u, STEWARD_WEIGHT_BOLD,
              STEWARD_ALIGN_CENTER, day->late ? &style->due : &style->text);
  if (day->kind == STEWARD_CLOCK_PAUSED)
    steward_ink_light (ink, STEWARD_LIGHT_PAUSED, day->x + day->width / 2, day->y + 1.98 * u, 0.95 * u);
  write_text (ink, day->word, left, day->y + 3.2 * u, inner, STRIP_SMALL * u,
              event ? STEWARD_WEIGHT_BOLD : STEWARD_WEIGHT_NORMAL, STEWARD_ALIGN_CENTER, word_color (style, day));
}

static void
paint_day (StewardInk                 *ink,
           const StewardClockStripDay *day,
           double                      u,
           gboolean                    focused)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  StewardColor fill = fill_of (style, day->kind, day->day_kind, day->late);

  steward_ink_fill_rect (ink, &fill, day->x, day->y, day->width, day->height);
  if (day->kind == STEWARD_CLOCK_PAUSED)
    hatch (ink, day->x, day->y, day->width, day->height, u);
  frame (ink, &style->line, day->x, day->y, day->width, day->height, 0.07 * u, day->provisional);
  if (day->due)
    steward_ink_fill_rect (ink, &style->due, day->x, day->y + day->height - 0.26 * u, day->width, 0.26 * u);
  if (day->today)
    frame (ink, &style->today, day->x + 0.08 * u, day->y + 0.08 * u, day->width - 0.16 * u, day->height - 0.16 * u,
           0.15 * u, FALSE);
  paint_texts (ink, day, u);
  if (focused)
    frame (ink, &style->accent, day->x, day->y, day->width, day->height, 0.22 * u, FALSE);
}

static void
paint_head (const StewardClockStrip *self,
            StewardInk              *ink)
{
  static const char * const weekdays[] = W_WEEKDAYS;
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit;
  double y = self->margin * 0.6 + 0.95 * u;
  double x = self->margin;

  if (*self->title != '\0')
    {
      steward_ink_light (ink, self->answer.light, x + 0.5 * u, y, u);
      write_text (ink, self->title, x + 1.5 * u, y, self->width - x - 1.5 * u - self->margin, STRIP_TITLE * u,
                  STEWARD_WEIGHT_BOLD, STEWARD_ALIGN_LEFT, &style->text);
      y += 1.9 * u;
    }
  steward_ink_text (ink,
                    &(StewardTextSpec) { .x = x, .y = y + (self->summary_lines - 1) * 0.58 * u - 0.1 * u,
                                         .width = self->width - 2 * self->margin, .size = STRIP_TEXT * u,
                                         .lines = self->summary_lines, .color = &style->text },
                    self->summary);
  for (int i = 0; i < 7 && self->days->len > 0; i++)
    write_text (ink, weekdays[i + 1], self->grid_x + i * self->cell_width, self->grid_y - 0.75 * u, self->cell_width,
                STRIP_SMALL * u, STEWARD_WEIGHT_NORMAL, STEWARD_ALIGN_CENTER, &style->dim);
}

/* Beside the week in which a month begins: its name. */
static void
paint_month (const StewardClockStrip    *self,
             StewardInk                 *ink,
             const StewardClockStripDay *day,
             gboolean                    first)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit;
  int year, month, mday;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;

  steward_day_to_ymd (day->day, &year, &month, &mday);
  if (!first && mday != 1)
    return;

  name = g_strdup_printf (W_MONTH_F, month);
  write_text (ink, name, self->margin, day->y + 0.85 * u, self->grid_x - self->margin - 0.5 * u, u,
              STEWARD_WEIGHT_BOLD, STEWARD_ALIGN_LEFT, &style->text);
  if (!first && month != 1)
    return;
  number = g_strdup_printf (W_YEAR_F, year);
  write_text (ink, number, self->margin, day->y + 2.15 * u, self->grid_x - self->margin - 0.4 * u, STRIP_SMALL * u,
              STEWARD_WEIGHT_NORMAL, STEWARD_ALIGN_LEFT, &style->dim);
}

static void
paint_notes (const StewardClockStrip *self,
             StewardInk              *ink,
             double                   top,
             double                   bottom)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double size = STRIP_TEXT * self->unit;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const StewardStripNote *note = &g_array_index (self->notes, StewardStripNote, i);
      double height = note->lines * STRIP_NOTE_LINE * size;

      if (note->y > bottom || note->y + height < top)
        continue;
      steward_ink_text (ink,
                        &(StewardTextSpec) { .x = self->notes_x, .y = note->y + height / 2, .lines = note->lines,
                                             .width = self->notes_width, .size = size, .color = &style->text },
                        note->text);
    }
}

static void
paint_sign (StewardInk       *ink,
            const StewardKey *key,
            double            u)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  static const struct { StewardClockDayKind kind; StewardDayKind day_kind; } looks[STEWARD_N_STRIP_KEYS] = {
    [STEWARD_STRIP_KEY_START] = { STEWARD_CLOCK_START, STEWARD_DAY_WORKING },
    [STEWARD_STRIP_KEY_COUNTED] = { STEWARD_CLOCK_COUNTED, STEWARD_DAY_WORKING },
    [STEWARD_STRIP_KEY_PAUSED] = { STEWARD_CLOCK_PAUSED, STEWARD_DAY_WORKING },
    [STEWARD_STRIP_KEY_REST] = { STEWARD_CLOCK_SKIPPED, STEWARD_DAY_REST },
    [STEWARD_STRIP_KEY_HOLIDAY] = { STEWARD_CLOCK_SKIPPED, STEWARD_DAY_HOLIDAY },
    [STEWARD_STRIP_KEY_MAKE_UP] = { STEWARD_CLOCK_COUNTED, STEWARD_DAY_MAKE_UP },
    [STEWARD_STRIP_KEY_DUE] = { STEWARD_CLOCK_COUNTED, STEWARD_DAY_WORKING },
    [STEWARD_STRIP_KEY_TODAY] = { STEWARD_CLOCK_COUNTED, STEWARD_DAY_WORKING },
    [STEWARD_STRIP_KEY_PROVISIONAL] = { STEWARD_CLOCK_COUNTED, STEWARD_DAY_WORKING },
  };
  static const char * const signs[STEWARD_N_STRIP_KEYS] = {
    "", "1", "", "", W_REST, W_MAKE_UP, "", "", W_PROVISIONAL_MARK,
  };
  double x = key->x, y = key->y - 0.55 * u, width = 1.25 * u, height = 1.1 * u;
  StewardColor fill = fill_of (style, looks[key->kind].kind, looks[key->kind].day_kind, FALSE);

  steward_ink_fill_rect (ink, &fill, x, y, width, height);
  if (key->kind == STEWARD_STRIP_KEY_PAUSED)
    hatch (ink, x, y, width, height, 0.7 * u);
  frame (ink, &style->line, x, y, width, height, 0.07 * u, key->kind == STEWARD_STRIP_KEY_PROVISIONAL);
  if (key->kind == STEWARD_STRIP_KEY_DUE)
    steward_ink_fill_rect (ink, &style->due, x, y + height - 0.26 * u, width, 0.26 * u);
  if (key->kind == STEWARD_STRIP_KEY_TODAY)
    frame (ink, &style->today, x, y, width, height, 0.15 * u, FALSE);
  write_text (ink, signs[key->kind], x, key->y, width, 0.75 * u, STEWARD_WEIGHT_BOLD, STEWARD_ALIGN_CENTER,
              &style->text);
}

static void
paint_foot (const StewardClockStrip *self,
            StewardInk              *ink)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  double u = self->unit;

  if (self->days->len == 0)
    return;

  write_text (ink, self->totals, self->margin, self->totals_y, self->width - 2 * self->margin, STRIP_TEXT * u,
              STEWARD_WEIGHT_BOLD, STEWARD_ALIGN_LEFT, &style->text);
  for (guint i = 0; i < self->keys->len; i++)
    paint_sign (ink, &g_array_index (self->keys, StewardKey, i), u);
  steward_legend_paint (ink, self->keys, u, self->margin,
                        self->legend_y + (self->legend_rows - 0.5) * STEWARD_LEGEND_ROW * u,
                        self->width - 2 * self->margin);
}

void
steward_clock_strip_paint (const StewardClockStrip *self,
                           cairo_t                 *cr,
                           const StewardStyle      *style,
                           const cairo_rectangle_t *clip,
                           StewardDay               focus)
{
  g_autoptr (StewardInk) ink = NULL;
  double top = clip != NULL ? clip->y : 0;
  double bottom = clip != NULL ? clip->y + clip->height : self->height;

  g_return_if_fail (self != NULL && cr != NULL && style != NULL);

  ink = steward_ink_new (cr, style);
  if (top < self->grid_y)
    paint_head (self, ink);
  for (guint i = 0; i < self->days->len; i++)
    {
      const StewardClockStripDay *day = &g_array_index (self->days, StewardClockStripDay, i);

      if (day->y + day->height < top)
        continue;
      if (day->y > bottom)
        break;
      paint_month (self, ink, day, i == 0);
      paint_day (ink, day, self->unit, day->day == focus);
    }
  paint_notes (self, ink, top, bottom);
  if (bottom > self->totals_y - self->unit)
    paint_foot (self, ink);
}
