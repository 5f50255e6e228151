/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-private.h"

#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-words-private.h"

/* A drawing over many pages. What stands on every page is recorded once for
 * each column of pages: a PDF then holds it once and the pages refer to it. */

#define MARGIN       24.0
#define FOOTER       18.0
#define FOOTER_SIZE   8.0
#define MARK_GAP      2.0     /* between the drawing and a mark */
#define MARK         12.0
#define MOST_PAGES 5000

struct _StewardTiles
{
  const StewardPicture *source;
  StewardInk           *ink;      /* scaled like the drawing; made for the first page */
  StewardInk           *foot;     /* in points */
  double                page_width, page_height;
  double                scale;
  double                room_x, room_y;
  double                legend;   /* its height */
  GArray               *columns;  /* where they begin, and the end */
  GArray               *rows;
  GPtrArray            *frames;   /* head and legend of each column */
  GPtrArray            *grounds;  /* what lies below its rows; none in a flowchart */
};

/* Begin of a box that @at cuts, or @at. */
static double
find_cut_box (const StewardFlowchart *flowchart,
              gboolean                across,
              double                  at)
{
  GPtrArray *boxes = steward_flowchart_get_boxes (flowchart);

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      double from = across ? box->x : box->y;
      double to = from + (across ? box->width : box->height);

      if (from < at && to > at)
        return from;
    }
  return at;
}

/* The place moves left (or up) until it cuts no box, and keeps off its
 * outline where there is room. */
static double
clear_of_boxes (const StewardFlowchart *flowchart,
                gboolean                across,
                double                  at)
{
  for (double before = G_MAXDOUBLE; at < before;)
    {
      before = at;
      at = find_cut_box (flowchart, across, at);
    }
  return find_cut_box (flowchart, across, at - 1) == at - 1 ? at - 1 : at;
}

/* Begin of the row or day that lies at @limit. */
static double
clear_of_cells (const StewardTimeline *timeline,
                gboolean               across,
                double                 limit)
{
  cairo_rectangle_t clip = { 0, limit - 0.5, timeline->width, 0.5 };
  guint first, end;

  if (across)
    return steward_timeline_day_to_x (timeline, steward_timeline_x_to_day (timeline, limit));
  steward_timeline_visible (timeline, &clip, &first, &end);
  if (first < end)
    return g_array_index (timeline->lines, StewardTimelineLine, first).y;
  return MIN (limit, timeline->rows_bottom);
}

/* Largest place up to @limit where a page may end without cutting a row, a
 * day or a box; @limit itself when everything there would be cut. */
static double
find_break (const StewardPicture *source,
            gboolean              across,
            double                start,
            double                limit)
{
  double at = source->timeline != NULL ? clear_of_cells (source->timeline, across, limit)
              : clear_of_boxes (source->flowchart, across, limit);

  return at > start + 1 ? at : limit;
}

/* Where pages begin, and the end of the drawing as the last element. */
static GArray *
find_breaks (const StewardPicture *source,
             gboolean              across,
             double                room)
{
  double end = across ? source->width : source->timeline != NULL ? source->timeline->rows_bottom : source->height;
  double at = across ? source->frozen_width : source->frozen_height;
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_val (breaks, at);
  while (at + room < end - 0.5 && breaks->len < MOST_PAGES)
    {
      at = find_break (source, across, at, at + room);
      g_array_append_val (breaks, at);
    }
  g_array_append_val (breaks, end);
  return breaks;
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

static void
record_frame (const StewardTiles *tiles,
              double              x,
              double              width)
{
  const StewardPicture *source = tiles->source;
  double frozen_x = source->frozen_width, frozen_y = source->frozen_height, corner_y = 0;
  StewardTimelineParts all = STEWARD_TIMELINE_GROUND | STEWARD_TIMELINE_CONTENT;
  cairo_t *cr = begin_record (tiles, tiles->frames);

  steward_picture_paint_ground (source, cr);
  scale_page (tiles, cr);
  paint_part (tiles, cr, &(cairo_rectangle_t) { x, 0, width, frozen_y }, frozen_x, 0, all);
  /* Beside the heads of the stages; the title stands on the first pages. */
  if (source->flowchart != NULL && x > frozen_x)
    corner_y = source->flowchart->heads_y;
  paint_part (tiles, cr, &(cairo_rectangle_t) { 0, corner_y, frozen_x, frozen_y - corner_y }, 0, corner_y, all);
  /* On a tiled drawing every page explains its signs. */
  if (tiles->legend > 0)
    {
      steward_ink_set_cairo (tiles->ink, cr);
      steward_timeline_paint_legend (source->timeline, tiles->ink, 0, frozen_y + tiles->room_y, frozen_x + tiles->room_x);
    }
  cairo_destroy (cr);
}

static void
record_ground (const StewardTiles *tiles,
               double              x,
               double              width)
{
  const StewardPicture *source = tiles->source;
  const cairo_rectangle_t part = { x, source->frozen_height, width, tiles->room_y };
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
  for (guint i = 0; i + 1 < tiles->columns->len; i++)
    {
      double x = g_array_index (tiles->columns, double, i);
      double width = g_array_index (tiles->columns, double, i + 1) - x;

      record_frame (tiles, x, width);
      if (tiles->source->timeline != NULL)
        record_ground (tiles, x, width);
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

static void
paint_footer (const StewardTiles *tiles,
              cairo_t            *cr,
              guint               page)
{
  g_autofree char *number = g_strdup_printf (W_PAGE_F, (int) page + 1, (int) steward_tiles_get_n_pages (tiles));
  StewardTextSpec spec = { .x = MARGIN, .y = tiles->page_height - MARGIN - FOOTER / 2 + 4,
                           .width = tiles->page_width - 2 * MARGIN, .size = FOOTER_SIZE, .align = STEWARD_ALIGN_RIGHT,
                           .color = &tiles->source->style->dim };

  steward_ink_set_cairo (tiles->foot, cr);
  steward_ink_text (tiles->foot, &spec, number);
  spec.align = STEWARD_ALIGN_LEFT;
  spec.width *= 0.7;
  steward_ink_text (tiles->foot, &spec, tiles->source->title);
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

/* How the pages are put together. They do not overlap: all that stands on
 * one is on no other. */
static void
paint_marks (const StewardTiles      *tiles,
             cairo_t                 *cr,
             guint                    page,
             const cairo_rectangle_t *part)
{
  guint n_columns = tiles->columns->len - 1, n_rows = tiles->rows->len - 1;
  guint column = page % n_columns, row = page / n_columns;
  double left = MARGIN + tiles->source->frozen_width * tiles->scale, right = left + part->width * tiles->scale;
  double top = MARGIN + tiles->source->frozen_height * tiles->scale, bottom = top + part->height * tiles->scale;
  double room = tiles->page_height - MARGIN;

  if (n_columns > 1)
    {
      paint_corner_mark (tiles, cr, left, MARGIN, 0, -1);
      paint_corner_mark (tiles, cr, right, MARGIN, 0, -1);
    }
  if (n_rows > 1)
    {
      paint_corner_mark (tiles, cr, MARGIN, top, -1, 0);
      paint_corner_mark (tiles, cr, MARGIN, bottom, -1, 0);
      paint_corner_mark (tiles, cr, right, top, 1, 0);
      paint_corner_mark (tiles, cr, right, bottom, 1, 0);
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
            cairo_rectangle_t   part)
{
  double frozen_x = tiles->source->frozen_width, frozen_y = tiles->source->frozen_height;
  StewardTimelineParts content = STEWARD_TIMELINE_CONTENT;

  paint_record (cr, tiles->frames, column);
  paint_ground (tiles, cr, column, part.width, part.height);
  cairo_save (cr);
  scale_page (tiles, cr);
  if (part.x == frozen_x)
    {
      cairo_rectangle_t whole = { 0, part.y, frozen_x + part.width, part.height };

      paint_part (tiles, cr, &whole, 0, frozen_y, content);
    }
  else
    {
      cairo_rectangle_t names = { 0, part.y, frozen_x, part.height };

      paint_part (tiles, cr, &part, frozen_x, frozen_y, content);
      paint_part (tiles, cr, &names, 0, frozen_y, content);
    }
  cairo_restore (cr);
}

static gboolean
place_tiles (StewardTiles *tiles,
             GError      **error)
{
  guint n_pages;

  if (tiles->room_x < 40 || tiles->room_y < 40)
    {
      g_set_error_literal (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The page is too small for the drawing."));
      return FALSE;
    }
  tiles->columns = find_breaks (tiles->source, TRUE, tiles->room_x);
  tiles->rows = find_breaks (tiles->source, FALSE, tiles->room_y);
  n_pages = steward_tiles_get_n_pages (tiles);
  if (n_pages <= MOST_PAGES)
    return TRUE;
  g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_RENDER, _("The drawing would take %u pages; at most %d are made."),
               n_pages, MOST_PAGES);
  return FALSE;
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
  self->scale = CLAMP (width / source->width, least_scale, 1);
  if (source->timeline != NULL)
    self->legend = steward_timeline_paint_legend (source->timeline, NULL, 0, 0, width / self->scale);
  self->room_x = width / self->scale - source->frozen_width;
  self->room_y = (page_height - 2 * MARGIN - FOOTER) / self->scale - source->frozen_height - self->legend;
  self->frames = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  self->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  if (!place_tiles (self, error))
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
  return (self->columns->len - 1) * (self->rows->len - 1);
}

cairo_rectangle_t
steward_tiles_get_part (const StewardTiles *self,
                        guint               page)
{
  guint row = page / (self->columns->len - 1), column = page % (self->columns->len - 1);
  double x = g_array_index (self->columns, double, column);
  double y = g_array_index (self->rows, double, row);

  return (cairo_rectangle_t) { x, y, g_array_index (self->columns, double, column + 1) - x,
                               g_array_index (self->rows, double, row + 1) - y };
}

void
steward_tiles_paint (StewardTiles *self,
                     cairo_t      *cr,
                     guint         page,
                     gboolean      tagged)
{
  cairo_rectangle_t part = steward_tiles_get_part (self, page);

  begin (self, cr);
  steward_ink_set_tagged (self->ink, tagged);
  paint_tile (self, cr, page % (self->columns->len - 1), part);
  steward_ink_set_tagged (self->ink, FALSE);
  paint_marks (self, cr, page, &part);
  paint_footer (self, cr, page);
}

/* Which of the places @breaks begin holds @at. */
static guint
find_place (const GArray *breaks,
            double        at)
{
  guint i = 0;

  while (i + 2 < breaks->len && g_array_index (breaks, double, i + 1) <= at)
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
  double offset = MAX (0, y - g_array_index (self->rows, double, row));

  *page_y = MARGIN + (self->source->frozen_height + offset) * self->scale;
  return row * (self->columns->len - 1) + column;
}
