/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-words-private.h"

/* A drawing over many pages. What stands on every page is recorded once for
 * each column of pages: a PDF then holds it once and the pages refer to it. */

#define MARGIN       28.0     /* marks stand in it, where printers still print */
#define FOOTER       18.0
#define FOOTER_SIZE   8.0
#define MARK_GAP      2.0     /* between the drawing and a mark */
#define MARK         12.0
#define OVERLAP      17.0     /* at least, to glue pages together: 6 mm */
#define VEIL          0.5     /* over what is repeated */
#define MAP_CELL      5.0
#define MOST_ON_MAP  20
#define MOST_PAGES 5000
#define STEPS        20       /* between the least scale and the full one */

/* How full pages are at least that end early for the looks; best first. */
static const double fillings[] = { 0.5, 0.7, 0.85, 1 };

struct _StewardTiles
{
  const StewardPicture *source;
  StewardInk           *ink;      /* scaled like the drawing; made for the first page */
  StewardInk           *foot;     /* in points */
  double                page_width, page_height;
  double                scale;
  double                room_x, room_y;
  double                signs;    /* their height */
  GArray               *columns;  /* StewardTileSpan */
  GArray               *rows;
  GPtrArray            *frames;   /* head and signs of each column */
  GPtrArray            *grounds;  /* what lies below its rows; none in a flowchart */
};

static const StewardTileSpan *
get_span (const GArray *spans,
          guint         index)
{
  return &g_array_index (spans, StewardTileSpan, index);
}

/* Paints a part of the drawing on @cr, which has its scale. */
static void
paint_part (const StewardTiles      *tiles,
            cairo_t                 *cr,
            const cairo_rectangle_t *part,
            double                   to_x,
            double                   to_y,
            StewardTimelineParts     parts)
{
  if (part->width <= 0 || part->height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, to_x - part->x, to_y - part->y);
  steward_ink_set_cairo (tiles->ink, cr);
  steward_picture_paint (tiles->source, tiles->ink, part, parts);
  cairo_restore (cr);
}

static void
scale_page (const StewardTiles *tiles,
            cairo_t            *cr)
{
  cairo_translate (cr, MARGIN, MARGIN);
  cairo_scale (cr, tiles->scale, tiles->scale);
}

static cairo_t *
begin_record (const StewardTiles *tiles,
              GPtrArray          *records)
{
  cairo_rectangle_t page = { 0, 0, tiles->page_width, tiles->page_height };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &page);

  g_ptr_array_add (records, surface);
  return cairo_create (surface);
}

/* Names the stage in which the page begins: its own head is cut off. */
static void
paint_continued (const StewardTiles *tiles,
                 double              x)
{
  const StewardFlowchart *chart = tiles->source->flowchart;
  const StewardStyle *style = tiles->source->style;
  double u = chart->unit, left = tiles->source->frozen_width;

  for (guint i = 0; i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);
      double rest = stage->x + stage->width - x;
      g_autofree char *title = g_strdup_printf (W_CONTINUED_F, stage->title);
      double width = MIN (rest, (steward_lettering_estimate (title) * 1.12 + 1.2) * u);

      if (stage->x >= x - 1 || rest <= 1)
        continue;
      steward_ink_fill_rect (tiles->ink, &style->band, left, chart->heads_y + 0.1 * u, width, chart->head_height - 0.4 * u);
      steward_ink_text (tiles->ink,
                        &(StewardTextSpec) { .x = left + 0.6 * u, .y = chart->heads_y + 1.22 * u, .width = width - 0.6 * u,
                                             .size = 1.12 * u, .weight = STEWARD_WEIGHT_BOLD, .color = &style->dim },
                        title);
    }
}

/* Below the title, which is that of the page. */
static double
find_top (const StewardTiles *tiles)
{
  const StewardPicture *source = tiles->source;

  return source->flowchart != NULL && steward_picture_has_frame (source) ? source->flowchart->heads_y : 0;
}

/* Over the whole width of the page, on each of them. */
static void
paint_title (const StewardTiles *tiles,
             cairo_t            *cr)
{
  const StewardPicture *source = tiles->source;

  if (find_top (tiles) <= 0)
    return;
  steward_ink_set_cairo (tiles->ink, cr);
  steward_flowchart_paint_title (source->flowchart, tiles->ink, source->frozen_width + tiles->room_x);
}

static void
record_frame (const StewardTiles    *tiles,
              const StewardTileSpan *span)
{
  const StewardPicture *source = tiles->source;
  double frozen_x = source->frozen_width, frozen_y = source->frozen_height;
  double top = find_top (tiles);
  const cairo_rectangle_t head = { span->from, top, span->end - span->from, frozen_y - top };
  const cairo_rectangle_t corner = { 0, top, frozen_x, frozen_y - top };
  StewardTimelineParts all = STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT;
  cairo_t *cr = begin_record (tiles, tiles->frames);

  steward_picture_paint_ground (source, cr);
  scale_page (tiles, cr);
  paint_title (tiles, cr);
  paint_part (tiles, cr, &head, frozen_x, top, all);
  paint_part (tiles, cr, &corner, 0, top, all);
  steward_ink_set_cairo (tiles->ink, cr);
  if (source->flowchart != NULL)
    paint_continued (tiles, span->from);
  steward_picture_paint_signs (source, tiles->ink, frozen_y + tiles->room_y, frozen_x + tiles->room_x);
  cairo_destroy (cr);
}

static void
record_ground (const StewardTiles    *tiles,
               const StewardTileSpan *span)
{
  const StewardPicture *source = tiles->source;
  const cairo_rectangle_t part = { span->from, source->frozen_height, span->end - span->from, tiles->room_y };
  cairo_t *cr = begin_record (tiles, tiles->grounds);

  scale_page (tiles, cr);
  paint_part (tiles, cr, &part, source->frozen_width, source->frozen_height, STEWARD_TIMELINE_GROUND);
  cairo_destroy (cr);
}

/* The letters are set for the surface of the first page; all pages have its
 * scale. */
static void
begin (StewardTiles *tiles,
       cairo_t      *cr)
{
  if (tiles->ink != NULL)
    return;
  cairo_save (cr);
  scale_page (tiles, cr);
  tiles->ink = steward_ink_new (cr, tiles->source->style);
  cairo_restore (cr);
  tiles->foot = steward_ink_new (cr, tiles->source->style);
  for (guint i = 0; i < tiles->columns->len; i++)
    {
      record_frame (tiles, get_span (tiles->columns, i));
      if (tiles->source->timeline != NULL)
        record_ground (tiles, get_span (tiles->columns, i));
    }
}

static void
paint_record (cairo_t   *cr,
              GPtrArray *records,
              guint      column)
{
  cairo_set_source_surface (cr, g_ptr_array_index (records, column), 0, 0);
  cairo_paint (cr);
}

/* The ground was recorded for the highest page; a lower one cuts it off. */
static void
paint_ground (const StewardTiles *tiles,
              cairo_t            *cr,
              guint               column,
              double              width,
              double              height)
{
  const StewardPicture *source = tiles->source;

  if (tiles->grounds->len == 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, MARGIN + source->frozen_width * tiles->scale, MARGIN + source->frozen_height * tiles->scale,
                   width * tiles->scale, height * tiles->scale);
  cairo_clip (cr);
  paint_record (cr, tiles->grounds, column);
  cairo_restore (cr);
}

/* Pages with whole lines are read one after the other, not glued. */
static gboolean
are_glued (const StewardTiles *tiles)
{
  return tiles->source->timeline == NULL || tiles->columns->len > 1;
}

/* Where among the others the page is. */
static void
paint_map (const StewardTiles *tiles,
           cairo_t            *cr,
           double              right,
           double              middle,
           guint               page)
{
  const StewardStyle *style = tiles->source->style;
  guint n_columns = tiles->columns->len, n_rows = tiles->rows->len;
  double height = MIN (MAP_CELL, FOOTER / n_rows), left = right - n_columns * MAP_CELL;

  for (guint i = 0; i < n_columns * n_rows; i++)
    {
      double x = left + i % n_columns * MAP_CELL, y = middle + (i / n_columns - n_rows / 2.0) * height;

      steward_ink_fill_rect (tiles->foot, i == page ? &style->text : &style->line, x, y, MAP_CELL - 1, height - 1);
    }
}

static void
paint_footer (const StewardTiles *tiles,
              cairo_t            *cr,
              guint               page)
{
  guint n_columns = tiles->columns->len, n_rows = tiles->rows->len;
  gboolean grid = n_columns > 1 && n_rows > 1;
  g_autofree char *number = g_strdup_printf (W_PAGE_F, (int) page + 1, (int) steward_tiles_get_n_pages (tiles));
  g_autofree char *place = g_strdup_printf (W_PLACE_F, (int) (page / n_columns) + 1, (int) (page % n_columns) + 1);
  g_autofree char *both = g_strconcat (number, grid ? W_SEPARATOR : NULL, place, NULL);
  g_autofree char *title = g_strconcat (tiles->source->title, are_glued (tiles) ? W_SEPARATOR W_OVERLAP : NULL, NULL);
  StewardTextSpec spec = { .x = MARGIN, .y = tiles->page_height - MARGIN - FOOTER / 2 + 4,
                           .width = tiles->page_width - 2 * MARGIN, .size = FOOTER_SIZE, .align = STEWARD_ALIGN_RIGHT,
                           .color = &tiles->source->style->dim };

  steward_ink_set_cairo (tiles->foot, cr);
  steward_ink_text (tiles->foot, &spec, both);
  if (grid && n_columns <= MOST_ON_MAP && n_rows * 2 <= FOOTER)
    paint_map (tiles, cr, tiles->page_width - MARGIN - (steward_ink_measure (tiles->foot, STEWARD_WEIGHT_NORMAL, both) + 1) * FOOTER_SIZE,
               spec.y, page);
  spec.align = STEWARD_ALIGN_LEFT;
  spec.width *= 0.7;
  steward_ink_text (tiles->foot, &spec, title);
}

/* Two lines that meet where the corner of the drawing on this page is: where
 * to cut, and what to lay on the page beside it. */
static void
paint_corner_mark (const StewardTiles *tiles,
                   cairo_t            *cr,
                   double              x,
                   double              y,
                   int                 to_x,
                   int                 to_y)
{
  const StewardColor *color = &tiles->source->style->dim;

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, x + to_x * MARK_GAP, y);
  cairo_rel_line_to (cr, to_x * MARK, 0);
  cairo_move_to (cr, x, y + to_y * MARK_GAP);
  cairo_rel_line_to (cr, 0, to_y * MARK);
  cairo_stroke (cr);
}

/* Number of the page that goes on there, beside an arrow that points at it. */
static void
paint_neighbour (const StewardTiles *tiles,
                 cairo_t            *cr,
                 double              x,
                 double              y,
                 int                 to_x,
                 int                 to_y,
                 guint               page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  const StewardColor *color = &tiles->source->style->dim;

  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_move_to (cr, x + to_x * 9, y + to_y * 9);
  cairo_line_to (cr, x + to_x * 4 + to_y * 3, y + to_y * 4 + to_x * 3);
  cairo_line_to (cr, x + to_x * 4 - to_y * 3, y + to_y * 4 - to_x * 3);
  cairo_close_path (cr);
  cairo_fill (cr);
  steward_ink_set_cairo (tiles->foot, cr);
  steward_ink_text (tiles->foot,
                    &(StewardTextSpec) { .x = x - 10 + (to_x == 0 ? 14 : to_x * 5), .y = y + (to_x == 0 ? to_y * 6 : 11),
                                         .width = 20, .size = FOOTER_SIZE, .align = STEWARD_ALIGN_CENTER, .color = color },
                    number);
}

/* Along the cut, over what is repeated. */
static void
paint_cut (const StewardTiles *tiles,
           cairo_t            *cr,
           double              x0,
           double              y0,
           double              x1,
           double              y1)
{
  const StewardColor *color = &tiles->source->style->dim;
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
  cairo_set_line_width (cr, 0.4);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What the next page has as well is pale. */
static void
paint_overlaps (const StewardTiles      *tiles,
                cairo_t                 *cr,
                const cairo_rectangle_t *part,
                const cairo_rectangle_t *shown)
{
  double left = MARGIN + tiles->source->frozen_width * tiles->scale, right = left + part->width * tiles->scale;
  double top = MARGIN + tiles->source->frozen_height * tiles->scale, bottom = top + part->height * tiles->scale;
  double end_x = left + shown->width * tiles->scale, end_y = top + shown->height * tiles->scale;
  double head = MARGIN + find_top (tiles) * tiles->scale;
  StewardColor veil = tiles->source->style->paper;

  veil.alpha = VEIL;
  steward_ink_set_cairo (tiles->foot, cr);
  if (end_x > right)
    {
      steward_ink_fill_rect (tiles->foot, &veil, right, head, end_x - right + 1, bottom - head);
      paint_cut (tiles, cr, right, head, right, end_y);
    }
  if (end_y > bottom)
    {
      steward_ink_fill_rect (tiles->foot, &veil, MARGIN, bottom, end_x - MARGIN + 1, end_y - bottom + 1);
      paint_cut (tiles, cr, MARGIN, bottom, end_x, bottom);
    }
}

/* How the pages are put together: where the part ends that is on no other, and
 * which page goes on there. */
static void
paint_marks (const StewardTiles      *tiles,
             cairo_t                 *cr,
             guint                    page,
             const cairo_rectangle_t *part)
{
  guint n_columns = tiles->columns->len, n_rows = tiles->rows->len;
  guint column = page % n_columns, row = page / n_columns;
  double left = MARGIN + tiles->source->frozen_width * tiles->scale, right = left + part->width * tiles->scale;
  double top = MARGIN + tiles->source->frozen_height * tiles->scale, bottom = top + part->height * tiles->scale;
  double room = tiles->page_height - MARGIN;

  if (!are_glued (tiles))
    return;
  if (n_columns > 1)
    {
      paint_corner_mark (tiles, cr, left, MARGIN, 0, -1);
      paint_corner_mark (tiles, cr, right, MARGIN, 0, -1);
    }
  if (n_rows > 1)
    {
      double end = right + (get_span (tiles->columns, column)->end - get_span (tiles->columns, column)->to) * tiles->scale;

      paint_corner_mark (tiles, cr, MARGIN, top, -1, 0);
      paint_corner_mark (tiles, cr, MARGIN, bottom, -1, 0);
      paint_corner_mark (tiles, cr, end, top, 1, 0);
      paint_corner_mark (tiles, cr, end, bottom, 1, 0);
    }
  if (column > 0)
    paint_neighbour (tiles, cr, MARGIN - 2, (top + bottom) / 2, -1, 0, page - 1);
  if (column + 1 < n_columns)
    paint_neighbour (tiles, cr, tiles->page_width - MARGIN + 2, (top + bottom) / 2, 1, 0, page + 1);
  if (row > 0)
    paint_neighbour (tiles, cr, tiles->page_width / 2, MARGIN - 2, 0, -1, page - n_columns);
  if (row + 1 < n_rows)
    paint_neighbour (tiles, cr, tiles->page_width / 2, room - 2, 0, 1, page + n_columns);
}

static void
paint_tile (const StewardTiles *tiles,
            cairo_t            *cr,
            guint               column,
            cairo_rectangle_t   shown)
{
  double frozen_x = tiles->source->frozen_width, frozen_y = tiles->source->frozen_height;
  StewardTimelineParts content = STEWARD_TIMELINE_CONTENT;

  paint_record (cr, tiles->frames, column);
  paint_ground (tiles, cr, column, shown.width, shown.height);
  cairo_save (cr);
  scale_page (tiles, cr);
  if (shown.x == frozen_x)
    {
      cairo_rectangle_t whole = { 0, shown.y, frozen_x + shown.width, shown.height };

      paint_part (tiles, cr, &whole, 0, frozen_y, content);
    }
  else
    {
      cairo_rectangle_t names = { 0, shown.y, frozen_x, shown.height };

      paint_part (tiles, cr, &shown, frozen_x, frozen_y, content);
      paint_part (tiles, cr, &names, 0, frozen_y, content);
    }
  cairo_restore (cr);
}

/* FALSE when the page has no room for anything. */
static gboolean
cut (StewardTiles *self,
     double        scale,
     double        filling)
{
  const StewardPicture *source = self->source;
  double width = (self->page_width - 2 * MARGIN) / scale, overlap = OVERLAP / scale;

  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  self->scale = scale;
  self->signs = steward_picture_paint_signs (source, NULL, 0, width);
  self->room_x = width - source->frozen_width;
  self->room_y = (self->page_height - 2 * MARGIN - FOOTER) / scale - source->frozen_height - self->signs;
  if (self->room_x < 40 + overlap || self->room_y < 40 + overlap)
    return FALSE;
  self->columns = steward_picture_find_spans (source, TRUE, self->room_x, overlap, filling, MOST_PAGES);
  self->rows = steward_picture_find_spans (source, FALSE, self->room_y, are_glued (self) ? overlap : 0, filling,
                                           MOST_PAGES);
  return TRUE;
}

/* On no more pages than at @least, when they are full: with the best cuts that
 * these allow, and then as large as it can be. */
static gboolean
place_tiles (StewardTiles *self,
             double        least,
             GError      **error)
{
  guint n_pages;

  if (!cut (self, least, 1))
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The page is too small for the drawing."));
      return FALSE;
    }
  n_pages = steward_tiles_get_n_pages (self);
  if (n_pages > MOST_PAGES)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER,
                   _("The drawing would take %u pages; at most %d are made."), n_pages, MOST_PAGES);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fillings); i++)
    for (int step = 0; step <= STEPS; step++)
      {
        if (cut (self, 1 - step * (1 - least) / STEPS, fillings[i]) && steward_tiles_get_n_pages (self) <= n_pages)
          return TRUE;
      }
  return cut (self, least, 1);
}

StewardTiles *
steward_tiles_new (const StewardPicture  *source,
                   double                 page_width,
                   double                 page_height,
                   double                 least_scale,
                   GError               **error)
{
  StewardTiles *self = g_new0 (StewardTiles, 1);
  double width = page_width - 2 * MARGIN;

  self->source = source;
  self->page_width = page_width;
  self->page_height = page_height;
  self->frames = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  if (!place_tiles (self, CLAMP (width / source->width, least_scale, 1), error))
    g_clear_pointer (&self, steward_tiles_free);
  return self;
}

void
steward_tiles_free (StewardTiles *self)
{
  g_clear_pointer (&self->ink, steward_ink_free);
  g_clear_pointer (&self->foot, steward_ink_free);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_ptr_array_unref (self->frames);
  g_ptr_array_unref (self->grounds);
  g_free (self);
}

guint
steward_tiles_get_n_pages (const StewardTiles *self)
{
  return self->columns->len * self->rows->len;
}

double
steward_tiles_get_scale (const StewardTiles *self)
{
  return self->scale;
}

cairo_rectangle_t
steward_tiles_get_part (const StewardTiles *self,
                        guint               page)
{
  const StewardTileSpan *row = get_span (self->rows, page / self->columns->len);
  const StewardTileSpan *column = get_span (self->columns, page % self->columns->len);

  return (cairo_rectangle_t) { column->from, row->from, column->to - column->from, row->to - row->from };
}

cairo_rectangle_t
steward_tiles_get_shown (const StewardTiles *self,
                         guint               page)
{
  const StewardTileSpan *row = get_span (self->rows, page / self->columns->len);
  const StewardTileSpan *column = get_span (self->columns, page % self->columns->len);

  return (cairo_rectangle_t) { column->from, row->from, column->end - column->from, row->end - row->from };
}

void
steward_tiles_paint (StewardTiles *self,
                     cairo_t      *cr,
                     guint         page,
                     gboolean      tagged)
{
  cairo_rectangle_t part = steward_tiles_get_part (self, page), shown = steward_tiles_get_shown (self, page);

  begin (self, cr);
  steward_ink_set_tagged (self->ink, tagged);
  paint_tile (self, cr, page % self->columns->len, shown);
  steward_ink_set_tagged (self->ink, FALSE);
  paint_overlaps (self, cr, &part, &shown);
  paint_marks (self, cr, page, &part);
  paint_footer (self, cr, page);
}

/* Which of the spans has @at. */
static guint
find_place (const GArray *spans,
            double        at)
{
  guint i = 0;

  while (i + 1 < spans->len && get_span (spans, i)->to <= at)
    i++;
  return i;
}

guint
steward_tiles_find (const StewardTiles *self,
                    double              x,
                    double              y,
                    double             *page_y)
{
  guint column = find_place (self->columns, x), row = find_place (self->rows, y);
  double offset = MAX (0, y - get_span (self->rows, row)->from);

  *page_y = MARGIN + (self->source->frozen_height + offset) * self->scale;
  return row * self->columns->len + column;
}
