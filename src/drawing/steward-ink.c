/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-ink-private.h"

#include <math.h>

#define SLOTS 12
#define MEASURE_SIZE 64.0

/* Half of the height of a Chinese character above its baseline: the middle
 * of a line as the eye sees it. */
#define MIDDLE 0.375

typedef struct
{
  double        size;
  StewardWeight weight;
  PangoLayout  *layout;
} Slot;

struct _StewardInk
{
  cairo_t            *cr;
  const StewardStyle *style;
  PangoContext       *context;
  Slot                slots[SLOTS];
  guint               n_slots;
};

static const StewardColor white = { 1, 1, 1, 1 };

StewardInk *
steward_ink_new (cairo_t            *cr,
                 const StewardStyle *style)
{
  StewardInk *self = g_new0 (StewardInk, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_assert (style != NULL);

  self->cr = cr;
  self->style = style;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  if (cr != NULL)
    pango_cairo_update_context (cr, self->context);
  return self;
}

void
steward_ink_free (StewardInk *self)
{
  for (guint i = 0; i < self->n_slots; i++)
    g_object_unref (self->slots[i].layout);
  g_object_unref (self->context);
  g_free (self);
}

cairo_t *
steward_ink_get_cairo (StewardInk *self)
{
  return self->cr;
}

const StewardStyle *
steward_ink_get_style (StewardInk *self)
{
  return self->style;
}

static PangoLayout *
make_layout (StewardInk    *self,
             double         size,
             StewardWeight  weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, self->style->font);
  pango_font_description_set_weight (font, weight == STEWARD_WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* A drawing uses a handful of sizes: one PangoLayout for each spares Pango
 * from looking the font up again for every word. */
static PangoLayout *
get_layout (StewardInk    *self,
            double         size,
            StewardWeight  weight)
{
  Slot *slot;

  for (guint i = 0; i < self->n_slots; i++)
    {
      if (self->slots[i].size == size && self->slots[i].weight == weight)
        return self->slots[i].layout;
    }
  if (self->n_slots == SLOTS)
    {
      slot = &self->slots[SLOTS - 1];
      g_object_unref (slot->layout);
    }
  else
    slot = &self->slots[self->n_slots++];
  slot->size = size;
  slot->weight = weight;
  slot->layout = make_layout (self, size, weight);
  return slot->layout;
}

double
steward_ink_measure (StewardInk    *self,
                     StewardWeight  weight,
                     const char    *text)
{
  PangoLayout *layout;
  PangoRectangle rectangle;

  if (text == NULL || *text == '\0')
    return 0;
  layout = get_layout (self, MEASURE_SIZE, weight);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &rectangle);
  return rectangle.width / (double) PANGO_SCALE / MEASURE_SIZE;
}

double
steward_ink_estimate (const char *text)
{
  double width = 0;

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    width += g_unichar_iswide (g_utf8_get_char (c)) || g_utf8_get_char (c) >= 0x2000 ? 1.0 : 0.62;
  return width;
}

void
steward_ink_text (StewardInk            *self,
                  const StewardTextSpec *spec,
                  const char            *text)
{
  PangoLayout *layout;
  gboolean fits;
  int n_lines;

  if (text == NULL || *text == '\0')
    return;
  layout = get_layout (self, spec->size, spec->weight);
  /* Pango pays for every width it has to keep to. */
  fits = spec->width <= 0 || steward_ink_estimate (text) * spec->size <= spec->width;
  pango_layout_set_width (layout, fits ? -1 : (int) ceil (spec->width * PANGO_SCALE));
  pango_layout_set_height (layout, -MAX (1, spec->lines));
  pango_layout_set_text (layout, text, -1);
  n_lines = MIN (pango_layout_get_line_count (layout), MAX (1, spec->lines));
  steward_ink_color (self, spec->color);
  for (int i = 0; i < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      double x = spec->x;

      if (spec->align != STEWARD_ALIGN_LEFT)
        {
          PangoRectangle rectangle;
          double spare;

          pango_layout_line_get_extents (line, NULL, &rectangle);
          spare = spec->width - rectangle.width / (double) PANGO_SCALE;
          x += spec->align == STEWARD_ALIGN_CENTER ? spare / 2 : spare;
        }
      cairo_move_to (self->cr, x,
                     spec->y + (i - (n_lines - 1) / 2.0) * STEWARD_INK_LINE * spec->size + MIDDLE * spec->size);
      pango_cairo_show_layout_line (self->cr, line);
    }
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
  cairo_set_line_width (self->cr, size * 0.17);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (self->cr, x - 0.38 * size, y + 0.05 * size);
  cairo_line_to (self->cr, x - 0.12 * size, y + 0.34 * size);
  cairo_line_to (self->cr, x + 0.40 * size, y - 0.34 * size);
  cairo_stroke (self->cr);
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
      cairo_set_line_width (cr, size * 0.11);
      cairo_arc (cr, x, y, size * 0.40, 0, 2 * G_PI);
      cairo_stroke (cr);
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
                                         .color = fill != NULL ? &white : &self->style->dim },
                    text);
}

void
steward_ink_corner (StewardInk *self,
                    double      x,
                    double      y,
                    double      size,
                    double      radius)
{
  cairo_t *cr = self->cr;
  double r = MIN (radius, size);

  steward_ink_color (self, &self->style->critical);
  cairo_move_to (cr, x - size, y);
  cairo_line_to (cr, x - r, y);
  cairo_arc (cr, x - r, y + r, r, -G_PI_2, 0);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
  cairo_fill (cr);
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
  cairo_set_line_width (cr, height * 0.13);
  /* The lines hang on a fixed grid, so that two pieces of one pause meet. */
  for (double at = floor ((x - height) / step) * step; at < x + width; at += step)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
