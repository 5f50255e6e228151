/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ink-private.h"

#include <math.h>

struct _StewardInk
{
  cairo_t            *cr;
  const StewardStyle *style;
  StewardLettering   *lettering;
  gboolean            borrowed;     /* the lettering */
  gboolean            tagged;
};

StewardInk *
steward_ink_new (cairo_t            *cr,
                 const StewardStyle *style)
{
  StewardInk *self = g_new0 (StewardInk, 1);

  g_assert (style != NULL);

  self->cr = cr;
  self->style = style;
  self->lettering = steward_lettering_new (cr, style->font);
  return self;
}

StewardInk *
steward_ink_new_with (cairo_t            *cr,
                      const StewardStyle *style,
                      StewardLettering   *lettering)
{
  StewardInk *self = g_new0 (StewardInk, 1);

  g_assert (style != NULL && lettering != NULL);

  self->cr = cr;
  self->style = style;
  self->lettering = lettering;
  self->borrowed = TRUE;
  return self;
}

void
steward_ink_free (StewardInk *self)
{
  if (!self->borrowed)
    steward_lettering_free (self->lettering);
  g_free (self);
}

cairo_t *
steward_ink_get_cairo (StewardInk *self)
{
  return self->cr;
}

void
steward_ink_set_cairo (StewardInk *self,
                       cairo_t    *cr)
{
  self->cr = cr;
}

const StewardStyle *
steward_ink_get_style (StewardInk *self)
{
  return self->style;
}

void
steward_ink_set_tagged (StewardInk *self,
                        gboolean    tagged)
{
  self->tagged = tagged;
}

void
steward_ink_set_outlines (StewardInk *self,
                          gboolean    outlines)
{
  steward_lettering_set_outlines (self->lettering, outlines);
}

void
steward_ink_begin_tag (StewardInk *self,
                       const char *tag)
{
  if (self->tagged)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
steward_ink_end_tag (StewardInk *self,
                     const char *tag)
{
  if (self->tagged)
    cairo_tag_end (self->cr, tag);
}

double
steward_ink_measure (StewardInk    *self,
                     StewardWeight  weight,
                     const char    *text)
{
  return steward_lettering_measure (self->lettering, weight, text);
}

void
steward_ink_text (StewardInk            *self,
                  const StewardTextSpec *spec,
                  const char            *text)
{
  steward_ink_color (self, spec->color);
  steward_lettering_draw (self->lettering, self->cr, spec, text);
}

StewardColor
steward_color_mix (const StewardColor *a,
                   const StewardColor *b,
                   double              share_of_b)
{
  double s = share_of_b;

  return (StewardColor) { a->red * (1 - s) + b->red * s, a->green * (1 - s) + b->green * s,
                          a->blue * (1 - s) + b->blue * s, a->alpha * (1 - s) + b->alpha * s };
}

void
steward_ink_color (StewardInk         *self,
                   const StewardColor *color)
{
  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue, color->alpha);
}

/* Drawings are scaled alike in both directions, so a stroke looks the same in
 * the units of the page; in any other units a PDF has to change its matrix
 * forth and back for every single stroke. */
void
steward_ink_stroke (StewardInk *self,
                    double      thickness)
{
  cairo_matrix_t drawing, page;

  cairo_get_matrix (self->cr, &drawing);
  cairo_matrix_init_translate (&page, drawing.x0, drawing.y0);
  cairo_set_matrix (self->cr, &page);
  cairo_set_line_width (self->cr, thickness * drawing.xx);
  cairo_stroke (self->cr);
  cairo_set_matrix (self->cr, &drawing);
}

void
steward_ink_round_rect (StewardInk *self,
                        double      x,
                        double      y,
                        double      width,
                        double      height,
                        double      radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (self->cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (self->cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (self->cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (self->cr);
}

void
steward_ink_fill_rect (StewardInk         *self,
                       const StewardColor *color,
                       double              x,
                       double              y,
                       double              width,
                       double              height)
{
  steward_ink_color (self, color);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
steward_ink_add_line (StewardInk *self,
                      double      thickness,
                      double      x0,
                      double      y0,
                      double      x1,
                      double      y1)
{
  if (y0 == y1)
    cairo_rectangle (self->cr, MIN (x0, x1), y0 - thickness / 2, ABS (x1 - x0), thickness);
  else
    cairo_rectangle (self->cr, x0 - thickness / 2, MIN (y0, y1), thickness, ABS (y1 - y0));
}

void
steward_ink_line (StewardInk         *self,
                  const StewardColor *color,
                  double              thickness,
                  double              x0,
                  double              y0,
                  double              x1,
                  double              y1)
{
  steward_ink_color (self, color);
  steward_ink_add_line (self, thickness, x0, y0, x1, y1);
  cairo_fill (self->cr);
}

static void
draw_check (StewardInk *self,
            double      x,
            double      y,
            double      size)
{
  cairo_save (self->cr);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (self->cr, x - 0.38 * size, y + 0.05 * size);
  cairo_line_to (self->cr, x - 0.12 * size, y + 0.34 * size);
  cairo_line_to (self->cr, x + 0.40 * size, y - 0.34 * size);
  steward_ink_stroke (self, size * 0.17);
  cairo_restore (self->cr);
}

static void
draw_triangle (StewardInk *self,
               double      x,
               double      y,
               double      size)
{
  cairo_move_to (self->cr, x, y - 0.46 * size);
  cairo_line_to (self->cr, x + 0.52 * size, y + 0.42 * size);
  cairo_line_to (self->cr, x - 0.52 * size, y + 0.42 * size);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

void
steward_ink_light (StewardInk   *self,
                   StewardLight  light,
                   double        x,
                   double        y,
                   double        size)
{
  cairo_t *cr = self->cr;

  steward_ink_color (self, &self->style->lights[light]);
  cairo_new_path (cr);
  switch (light)
    {
    case STEWARD_LIGHT_NOT_STARTED:
      cairo_arc (cr, x, y, size * 0.40, 0, 2 * G_PI);
      steward_ink_stroke (self, size * 0.11);
      break;
    case STEWARD_LIGHT_DONE:
      draw_check (self, x, y, size);
      break;
    case STEWARD_LIGHT_DONE_LATE:
      /* The check of done with the square of late. */
      draw_check (self, x - 0.12 * size, y - 0.06 * size, size * 0.9);
      cairo_rectangle (cr, x + 0.16 * size, y + 0.08 * size, size * 0.36, size * 0.36);
      cairo_fill (cr);
      break;
    case STEWARD_LIGHT_GREEN:
      cairo_arc (cr, x, y, size * 0.43, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case STEWARD_LIGHT_PAUSED:
      cairo_rectangle (cr, x - 0.34 * size, y - 0.42 * size, size * 0.23, size * 0.84);
      cairo_rectangle (cr, x + 0.11 * size, y - 0.42 * size, size * 0.23, size * 0.84);
      cairo_fill (cr);
      break;
    case STEWARD_LIGHT_YELLOW:
      draw_triangle (self, x, y, size);
      break;
    case STEWARD_LIGHT_RED:
    default:
      cairo_rectangle (cr, x - 0.40 * size, y - 0.40 * size, size * 0.80, size * 0.80);
      cairo_fill (cr);
      break;
    }
}

void
steward_ink_chip (StewardInk         *self,
                  const char         *text,
                  const StewardColor *fill,
                  gboolean            dashed,
                  double              x,
                  double              y,
                  double              size)
{
  const double dash[] = { size * 0.14, size * 0.11 };
  double half = size / 2;

  if (fill != NULL)
    {
      steward_ink_color (self, fill);
      steward_ink_round_rect (self, x - half, y - half, size, size, size * 0.22);
      cairo_fill (self->cr);
    }
  else
    {
      double inset = size * 0.035;

      cairo_save (self->cr);
      if (dashed)
        cairo_set_dash (self->cr, dash, 2, 0);
      steward_ink_color (self, &self->style->dim);
      cairo_set_line_width (self->cr, size * 0.07);
      steward_ink_round_rect (self, x - half + inset, y - half + inset, size - 2 * inset, size - 2 * inset, size * 0.22);
      cairo_stroke (self->cr);
      cairo_restore (self->cr);
    }
  steward_ink_text (self,
                    &(StewardTextSpec) { .x = x - half, .y = y, .width = size, .size = size * 0.70,
                                         .weight = fill != NULL ? STEWARD_WEIGHT_BOLD : STEWARD_WEIGHT_NORMAL,
                                         .align = STEWARD_ALIGN_CENTER,
                                         .color = fill != NULL ? &self->style->paper : &self->style->dim },
                    text);
}

void
steward_ink_add_corner (StewardInk *self,
                        double      x,
                        double      y,
                        double      size,
                        double      radius)
{
  cairo_t *cr = self->cr;
  double r = MIN (radius, size);

  cairo_move_to (cr, x - size, y);
  cairo_line_to (cr, x - r, y);
  cairo_arc (cr, x - r, y + r, r, -G_PI_2, 0);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
}

void
steward_ink_corner (StewardInk *self,
                    double      x,
                    double      y,
                    double      size,
                    double      radius)
{
  steward_ink_add_corner (self, x, y, size, radius);
  steward_ink_color (self, &self->style->critical);
  cairo_fill (self->cr);
}

void
steward_ink_diamond (StewardInk         *self,
                     const StewardColor *color,
                     double              x,
                     double              y,
                     double              size)
{
  double half = size / 2;

  steward_ink_color (self, color);
  cairo_move_to (self->cr, x, y - half);
  cairo_line_to (self->cr, x + half, y);
  cairo_line_to (self->cr, x, y + half);
  cairo_line_to (self->cr, x - half, y);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

void
steward_ink_hatch (StewardInk         *self,
                   const StewardColor *color,
                   double              x,
                   double              y,
                   double              width,
                   double              height)
{
  cairo_t *cr = self->cr;
  double step = height * 0.42;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  steward_ink_color (self, color);
  /* The lines hang on a fixed grid, so that two pieces of one pause meet. */
  for (double at = floor ((x - height) / step) * step; at < x + width; at += step)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  steward_ink_stroke (self, height * 0.13);
  cairo_restore (cr);
}
