/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-matrix-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Measures of the table at normal text size, in points. */
#define NAMES_MIN    190.0
#define NAMES_MAX    360.0
#define COLUMN_MIN  22.0
#define COLUMN_WANT 28.0
#define COLUMN_MAX  40.0
#define ROW         27.0
#define BAND        24.0
#define TEXT        13.0
#define SMALL       11.5
#define HEAD_LINE   16.5
#define HEAD_PAD    8.0
#define PAD         10.0
/* Characters of a head below each other, the last of them a sign for more. */
#define HEAD_CHARS  9

static void
row_free (StewardMatrixRow *row)
{
  g_free (row->id);
  g_free (row->name);
  g_free (row->used);
  g_free (row);
}

static void
column_free (StewardMatrixColumn *column)
{
  g_free (column->id);
  g_free (column->name);
  g_free (column->head);
  g_free (column);
}

void
steward_matrix_free (StewardMatrix *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    row_free (self->rows->pdata[i]);
  for (guint i = 0; i < self->columns->len; i++)
    column_free (self->columns->pdata[i]);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->stages);
  g_free (self->cells);
  g_free (self);
}

static int
count_head_lines (const StewardMatrix *self)
{
  int most = 2;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const StewardMatrixColumn *column = self->columns->pdata[i];

      most = MAX (most, (int) g_utf8_strlen (column->head, -1));
    }

  return MIN (most, HEAD_CHARS);
}

void
steward_matrix_lay_out (StewardMatrix *self,
                        double         width,
                        double         text_scale)
{
  double n = MAX (self->columns->len, 1);
  double least = COLUMN_MIN * text_scale;

  self->scale = text_scale;
  /* On a narrow window the names give way before anything has to be scrolled. */
  self->name_width = CLAMP (width - n * COLUMN_WANT * text_scale, NAMES_MIN * text_scale, NAMES_MAX * text_scale);
  self->column_width = floor (CLAMP ((width - self->name_width) / n, least, COLUMN_MAX * text_scale));
  self->row_height = round (ROW * text_scale);
  self->band_height = round (BAND * text_scale);
  self->head_height = self->band_height
                      + round ((count_head_lines (self) * HEAD_LINE + 2 * HEAD_PAD) * text_scale);
  self->width = MAX (width, self->name_width + self->column_width * self->columns->len);
}

StewardMaterialUse
steward_matrix_get_use (const StewardMatrix *self,
                        int                  row,
                        int                  column)
{
  if (row < 0 || column < 0)
    return STEWARD_USE_NONE;

  return self->cells[row * self->columns->len + column];
}

void
steward_matrix_get_cell (const StewardMatrix *self,
                         int                  row,
                         int                  column,
                         cairo_rectangle_t   *place)
{
  place->x = column < 0 ? 0 : self->name_width + column * self->column_width;
  place->y = self->head_height + row * self->row_height;
  place->width = column < 0 ? self->name_width : self->column_width;
  place->height = self->row_height;
}

gboolean
steward_matrix_find (const StewardMatrix *self,
                     double               x,
                     double               y,
                     int                 *row,
                     int                 *column)
{
  int at = (int) floor ((y - self->head_height) / self->row_height);
  int over = x < self->name_width ? -1 : (int) floor ((x - self->name_width) / self->column_width);

  if (y < self->head_height || at >= (int) self->rows->len || over >= (int) self->columns->len)
    return FALSE;
  if (((const StewardMatrixRow *) self->rows->pdata[at])->id == NULL)
    return FALSE;

  *row = at;
  *column = over;

  return TRUE;
}

/* What a pass over the table needs at hand. */
typedef struct
{
  const StewardMatrix *matrix;
  const StewardStyle  *style;
  cairo_t             *cr;
  PangoLayout         *layout;
} Brush;

static void
set_color (const Brush        *brush,
           const StewardColor *color,
           double              alpha)
{
  cairo_set_source_rgba (brush->cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
fill (const Brush        *brush,
      const StewardColor *color,
      double              alpha,
      double              x,
      double              y,
      double              width,
      double              height)
{
  set_color (brush, color, alpha);
  cairo_rectangle (brush->cr, x, y, width, height);
  cairo_fill (brush->cr);
}

static void
set_font (const Brush *brush,
          double       size,
          gboolean     bold)
{
  PangoFontDescription *font = pango_font_description_from_string (brush->style->font);

  pango_font_description_set_absolute_size (font, size * brush->matrix->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (brush->layout, font);
  pango_font_description_free (font);
}

/* One line in the middle of @height, cut at @width. */
static void
write_line (const Brush        *brush,
            const char         *text,
            const StewardColor *color,
            double              x,
            double              y,
            double              width,
            double              height)
{
  int text_height;

  pango_layout_set_text (brush->layout, text, -1);
  pango_layout_set_width (brush->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (brush->layout, -1);
  pango_layout_set_ellipsize (brush->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (brush->layout, PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (brush->layout, NULL, &text_height);
  set_color (brush, color, 1);
  cairo_move_to (brush->cr, x, y + (height - text_height) / 2);
  pango_cairo_show_layout (brush->cr, brush->layout);
}

/* The sign that a bracket has in a text that runs downwards. */
static gunichar
turn (gunichar sign)
{
  switch (sign)
    {
    case 0xff08:
    case '(':
      return 0xfe35;
    case 0xff09:
    case ')':
      return 0xfe36;
    default:
      return sign;
    }
}

/* Chinese is as well read from top to bottom, and 27 names then need no more
 * room than 27 characters. */
static void
write_down (const Brush         *brush,
            const char          *text,
            const StewardColor  *color,
            double               x,
            double               bottom,
            double               width)
{
  int most = HEAD_CHARS;
  gboolean cut = g_utf8_strlen (text, -1) > most;
  double line = HEAD_LINE * brush->matrix->scale;
  int n = (int) MIN (g_utf8_strlen (text, -1), most);

  set_color (brush, color, 1);
  pango_layout_set_ellipsize (brush->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (brush->layout, -1);
  for (int i = 0; i < n; i++, text = g_utf8_next_char (text))
    {
      char sign[7] = { 0 };
      int sign_width, sign_height;

      g_unichar_to_utf8 (cut && i == n - 1 ? 0xfe19 : turn (g_utf8_get_char (text)), sign);
      pango_layout_set_text (brush->layout, sign, -1);
      pango_layout_get_pixel_size (brush->layout, &sign_width, &sign_height);
      cairo_move_to (brush->cr, x + (width - sign_width) / 2, bottom - (n - i) * line + (line - sign_height) / 2);
      pango_cairo_show_layout (brush->cr, brush->layout);
    }
}

static void
paint_use (const Brush        *brush,
           StewardMaterialUse  use,
           double              x,
           double              y,
           double              scale)
{
  if (use == STEWARD_USE_NONE)
    return;

  set_color (brush, use == STEWARD_USE_STAGE ? &brush->style->dim : &brush->style->accent, 1);
  cairo_new_path (brush->cr);
  if (use == STEWARD_USE_STAGE)
    {
      cairo_rectangle (brush->cr, x - 4 * scale, y - 0.75 * scale, 8 * scale, 1.5 * scale);
      cairo_fill (brush->cr);
      return;
    }

  cairo_arc (brush->cr, x, y, (use == STEWARD_USE_FIRST ? 5.2 : 4.6) * scale, 0, 2 * G_PI);
  if (use == STEWARD_USE_FIRST)
    {
      cairo_fill (brush->cr);
      return;
    }
  cairo_set_line_width (brush->cr, 1.4 * scale);
  cairo_stroke (brush->cr);
}

static void
paint_row (const Brush            *brush,
           int                     index,
           gboolean                crossed,
           const cairo_rectangle_t *clip)
{
  const StewardMatrix *self = brush->matrix;
  const StewardMatrixRow *row = self->rows->pdata[index];
  double y = self->head_height + index * self->row_height;
  double pad = PAD * self->scale;

  if (row->id == NULL)
    fill (brush, &brush->style->band, 1, 0, y, self->width, self->row_height);
  if (crossed)
    fill (brush, &brush->style->accent, 0.10, 0, y, self->width, self->row_height);
  if (clip->x < self->name_width)
    {
      double check = row->handed_in ? 18 * self->scale : 0;

      set_font (brush, TEXT, row->id == NULL);
      if (row->handed_in)
        write_line (brush, "✓", &brush->style->lights[STEWARD_LIGHT_DONE], pad, y, check, self->row_height);
      write_line (brush, row->name, row->handed_in ? &brush->style->dim : &brush->style->text, pad + check, y,
                  self->name_width - 2 * pad - check, self->row_height);
    }
  for (guint i = 0; i < self->columns->len && row->id != NULL; i++)
    {
      double x = self->name_width + i * self->column_width;

      if (x + self->column_width < clip->x || x > clip->x + clip->width)
        continue;
      paint_use (brush, steward_matrix_get_use (self, index, i), x + self->column_width / 2,
                 y + self->row_height / 2, self->scale);
    }
  fill (brush, &brush->style->line, 0.45, 0, y + self->row_height - 1, self->width, 1);
}

/* The stages above their columns. */
static void
paint_bands (const Brush *brush)
{
  const StewardMatrix *self = brush->matrix;
  guint from = 0;

  set_font (brush, SMALL, TRUE);
  fill (brush, &brush->style->band, 1, self->name_width, 0, self->width - self->name_width, self->band_height);
  while (from < self->columns->len)
    {
      int stage = ((const StewardMatrixColumn *) self->columns->pdata[from])->stage;
      double x = self->name_width + from * self->column_width;
      guint to = from;

      while (to < self->columns->len && ((const StewardMatrixColumn *) self->columns->pdata[to])->stage == stage)
        to++;
      write_line (brush, self->stages->pdata[stage], &brush->style->text, x + 4 * self->scale, 0,
                  (to - from) * self->column_width - 6 * self->scale, self->band_height);
      fill (brush, &brush->style->line, 1, x, 0, 1, self->head_height);
      from = to;
    }
}

static void
paint_head (const Brush *brush,
            int          crossed)
{
  const StewardMatrix *self = brush->matrix;

  fill (brush, &brush->style->paper, 1, 0, 0, self->width, self->head_height);
  paint_bands (brush);
  set_font (brush, TEXT, FALSE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const StewardMatrixColumn *column = self->columns->pdata[i];
      double x = self->name_width + i * self->column_width;

      if ((int) i == crossed)
        fill (brush, &brush->style->accent, 0.10, x, self->band_height, self->column_width,
              self->head_height - self->band_height);
      write_down (brush, column->head, &brush->style->text, x, self->head_height - HEAD_PAD * self->scale,
                  self->column_width);
    }
  fill (brush, &brush->style->line, 1, 0, self->head_height - 1, self->width, 1);
}

void
steward_matrix_paint (const StewardMatrix     *self,
                      cairo_t                 *cr,
                      const StewardStyle      *style,
                      const cairo_rectangle_t *clip,
                      int                      row,
                      int                      column)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  Brush brush = { self, style, cr, layout };
  int first = (int) floor ((clip->y - self->head_height) / self->row_height);
  int last = (int) ceil ((clip->y + clip->height - self->head_height) / self->row_height);

  if (column >= 0)
    fill (&brush, &style->accent, 0.10, self->name_width + column * self->column_width, self->head_height,
          self->column_width, self->rows->len * self->row_height);
  for (int i = MAX (first, 0); i < MIN (last, (int) self->rows->len); i++)
    paint_row (&brush, i, i == row, clip);
  if (clip->y < self->head_height)
    paint_head (&brush, column);
  fill (&brush, &style->line, 1, self->name_width - 1, 0, 1, self->head_height + self->rows->len * self->row_height);
  if (row >= 0)
    {
      cairo_rectangle_t place;

      steward_matrix_get_cell (self, row, column, &place);
      set_color (&brush, &style->accent, 1);
      cairo_set_line_width (cr, 2);
      cairo_rectangle (cr, place.x + 1, place.y + 1, place.width - 2, place.height - 2);
      cairo_stroke (cr);
    }
}
