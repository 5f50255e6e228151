/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flow-private.h"

#define FRAME 1.0
#define RULE 0.5
/* A row is not begun at the foot of a page with less than this of it. */
#define MIN_PIECE 48.0
/* The tallest row that is not parted when that can be avoided. */
#define TALLEST_WHOLE 180.0
/* Paragraphs up to this many lines are not parted: labels, short sentences. */
#define WHOLE_LINES 4

/* Lines @first to @last (excluded) of one cell. */
typedef struct
{
  guint first;
  guint last;
} Range;

/* The part of a row that stands on the current page. */
typedef struct
{
  guint     row;
  double    top;
  double    bottom;
  gboolean  continued;          /* the row began on an earlier page */
  GArray   *ranges;             /* of Range, one for each cell of the row */
} Piece;

typedef struct
{
  StewardFlow  *flow;
  StewardPages *pages;
  StewardTable *table;
  double        left;
  GPtrArray    *row_heads;      /* of StewardCell: those over several rows */
  GArray       *pieces;         /* of Piece: those on the current page */
} Layout;

static void
clear_piece (gpointer data)
{
  g_array_unref (((Piece *) data)->ranges);
}

/* Heads of one or more rows are not broken but repeated. */
static gboolean
is_repeated (const StewardCell *cell)
{
  return cell->head || cell->n_rows > 1;
}

static StewardTableRow *
get_row (const Layout *self,
         guint         row)
{
  return g_ptr_array_index (self->table->rows, row);
}

/* Height of lines @first to @last; the space above the first line of a piece
 * is dropped. */
static double
get_lines_height (const StewardCell *cell,
                  guint              first,
                  guint              last)
{
  double height = 0;

  for (guint i = first; i < last; i++)
    {
      const StewardCellLine *line = &g_array_index (cell->lines, StewardCellLine, i);

      height += line->pitch + (i > first ? line->before : 0);
    }
  return height;
}

static const StewardCellLine *
get_line (const StewardCell *cell,
          guint              index)
{
  return &g_array_index (cell->lines, StewardCellLine, index);
}

/* Where the lines before @last may be parted from the rest: not within a
 * short paragraph and not behind a heading, as long as anything is left. */
static guint
find_break (const StewardCell *cell,
            guint              first,
            guint              last)
{
  guint cut = last;

  if (last >= cell->lines->len)
    return last;
  if (steward_paragraph_get_n_lines (get_line (cell, cut)->paragraph) <= WHOLE_LINES)
    while (cut > first && get_line (cell, cut)->index > 0)
      cut--;
  while (cut > first && steward_paragraph_get_style (get_line (cell, cut - 1)->paragraph)->keep_with_next)
    cut--;
  return cut > first ? cut : last;
}

static guint
count_lines_that_fit (const StewardCell *cell,
                      guint              first,
                      double             room)
{
  double height = 0;

  for (guint i = first; i < cell->lines->len; i++)
    {
      const StewardCellLine *line = &g_array_index (cell->lines, StewardCellLine, i);

      height += line->pitch + (i > first ? line->before : 0);
      if (height > room)
        return find_break (cell, first, i);
    }
  return cell->lines->len;
}

static void
emit_lines (Layout            *self,
            const StewardCell *cell,
            Range              range,
            double             top,
            double             bottom)
{
  double x = self->left + steward_table_get_left (self->table, cell->column) + self->table->padding_x;
  double y = top + self->table->padding_y;
  const char *tag = cell->head ? "TH" : "TD";
  StewardParagraph *open = NULL;

  if (cell->middle && range.first == 0 && range.last == cell->lines->len)
    y = (top + bottom - get_lines_height (cell, 0, range.last)) / 2;
  steward_pages_begin (self->pages, tag);
  for (guint i = range.first; i < range.last; i++)
    {
      const StewardCellLine *line = &g_array_index (cell->lines, StewardCellLine, i);

      if (line->paragraph != open)
        {
          if (open != NULL)
            steward_pages_end (self->pages, "P");
          steward_pages_begin (self->pages, "P");
          open = line->paragraph;
        }
      if (i > range.first)
        y += line->before;
      steward_pages_add_line (self->pages, line->paragraph, line->index, x, y);
      y += line->pitch;
    }
  if (open != NULL)
    steward_pages_end (self->pages, "P");
  steward_pages_end (self->pages, tag);
}

/* Bottom of the rows of a row head on this page, from piece @from on. */
static double
get_head_bottom (const Layout      *self,
                 const StewardCell *cell,
                 guint              from)
{
  double bottom = g_array_index (self->pieces, Piece, from).bottom;

  for (guint i = from; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (piece->row >= cell->row + cell->n_rows)
        break;
      bottom = piece->bottom;
    }
  return bottom;
}

static void
emit_box (Layout            *self,
          const StewardCell *cell,
          double             top,
          double             bottom)
{
  double x0 = self->left + steward_table_get_left (self->table, cell->column);
  double x1 = x0 + steward_table_get_span (self->table, cell->column, cell->n_columns);

  steward_pages_add_rule (self->pages, x0, top, x1, top, RULE);
  steward_pages_add_rule (self->pages, x0, bottom, x1, bottom, RULE);
  if (!cell->open_start)
    steward_pages_add_rule (self->pages, x0, top, x0, bottom, RULE);
}

/* Where a head does not fit, its place stays empty: it stood whole before. */
static void
emit_head (Layout            *self,
           const StewardCell *cell,
           guint              from)
{
  double top = g_array_index (self->pieces, Piece, from).top;
  double bottom = get_head_bottom (self, cell, from);
  Range all = { 0, cell->lines->len };
  Range none = { 0, 0 };

  emit_lines (self, cell, cell->height <= bottom - top ? all : none, top, bottom);
}

static gboolean
covers_row (const StewardCell *cell,
            guint              row)
{
  return cell->row <= row && cell->row + cell->n_rows > row;
}

/* Row heads whose first row stands on an earlier page come first. */
static void
emit_continued_heads (Layout *self,
                      guint   from)
{
  guint row = g_array_index (self->pieces, Piece, from).row;

  for (guint i = 0; i < self->row_heads->len; i++)
    {
      const StewardCell *cell = g_ptr_array_index (self->row_heads, i);

      if (cell->row < row && covers_row (cell, row))
        emit_head (self, cell, from);
    }
}

static void
emit_piece (Layout   *self,
            guint     index,
            gboolean  first_body)
{
  const Piece *piece = &g_array_index (self->pieces, Piece, index);
  const StewardTableRow *row = get_row (self, piece->row);

  steward_pages_begin (self->pages, "TR");
  if (first_body)
    emit_continued_heads (self, index);
  for (guint j = 0; j < row->cells->len; j++)
    {
      const StewardCell *cell = g_ptr_array_index (row->cells, j);
      Range range = g_array_index (piece->ranges, Range, j);

      if (cell->outline != NULL && !piece->continued)
        steward_pages_add_outline (self->pages, cell->outline_level, cell->outline, piece->top);
      if (is_repeated (cell))
        emit_head (self, cell, index);
      else
        emit_lines (self, cell, range, piece->top, piece->bottom);
    }
  steward_pages_end (self->pages, "TR");
}

/* First piece of this page that @cell stands beside, or -1. */
static int
find_first_piece (const Layout      *self,
                  const StewardCell *cell)
{
  for (guint i = 0; i < self->pieces->len; i++)
    if (covers_row (cell, g_array_index (self->pieces, Piece, i).row))
      return (int) i;
  return -1;
}

static void
emit_rules (Layout *self)
{
  double top = g_array_index (self->pieces, Piece, 0).top;
  double bottom = g_array_index (self->pieces, Piece, self->pieces->len - 1).bottom;
  double right = self->left + steward_table_get_left (self->table, self->table->columns->len);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      const StewardTableRow *row = get_row (self, piece->row);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const StewardCell *cell = g_ptr_array_index (row->cells, j);

          if (cell->n_rows == 1)
            emit_box (self, cell, piece->top, piece->bottom);
        }
    }
  for (guint i = 0; i < self->row_heads->len; i++)
    {
      const StewardCell *cell = g_ptr_array_index (self->row_heads, i);
      int from = find_first_piece (self, cell);

      if (from >= 0)
        emit_box (self, cell, g_array_index (self->pieces, Piece, from).top,
                  get_head_bottom (self, cell, (guint) from));
    }
  steward_pages_add_rule (self->pages, self->left, top, right, top, FRAME);
  steward_pages_add_rule (self->pages, self->left, bottom, right, bottom, FRAME);
  steward_pages_add_rule (self->pages, self->left, top, self->left, bottom, FRAME);
  steward_pages_add_rule (self->pages, right, top, right, bottom, FRAME);
}

/* Writes out what stands on this page: only now is it known how far each row
 * head reaches. */
static void
finish_page (Layout *self)
{
  gboolean seen_body = FALSE;

  if (self->pieces->len == 0)
    return;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      gboolean body = !get_row (self, g_array_index (self->pieces, Piece, i).row)->head;

      emit_piece (self, i, body && !seen_body);
      seen_body = seen_body || body;
    }
  emit_rules (self);
  g_array_set_size (self->pieces, 0);
}

static void
add_piece (Layout       *self,
           guint         row,
           const GArray *ranges,
           gboolean      continued,
           double        height)
{
  Piece piece = { .row = row, .continued = continued, .top = steward_flow_get_y (self->flow) };

  piece.bottom = piece.top + height;
  piece.ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_array_append_vals (piece.ranges, ranges->data, ranges->len);
  g_array_append_val (self->pieces, piece);
  steward_flow_advance (self->flow, height);
}

static void
place_whole (Layout   *self,
             guint     row,
             gboolean  repeated)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint j = 0; j < get_row (self, row)->cells->len; j++)
    {
      const StewardCell *cell = g_ptr_array_index (get_row (self, row)->cells, j);
      Range range = { 0, cell->lines->len };

      g_array_append_val (ranges, range);
    }
  add_piece (self, row, ranges, repeated, get_row (self, row)->height);
}

static void
next_page (Layout *self)
{
  finish_page (self);
  steward_flow_break (self->flow);
  for (guint i = 0; i < self->table->rows->len && get_row (self, i)->head; i++)
    place_whole (self, i, TRUE);
}

static gboolean
page_has_body (const Layout *self)
{
  return self->pieces->len > 0
         && !get_row (self, g_array_index (self->pieces, Piece, self->pieces->len - 1).row)->head;
}

/* Places as much of @ranges (each from its first line) as fits; moves them on
 * and says whether anything is left. */
static gboolean
place_part (Layout   *self,
            guint     row_index,
            gboolean  continued,
            GArray   *ranges)
{
  const StewardTableRow *row = get_row (self, row_index);
  double padding = 2 * self->table->padding_y;
  double room = steward_flow_get_room (self->flow) - padding;
  double height = 0;
  gboolean left = FALSE;
  gboolean placed = FALSE;

  for (guint j = 0; j < row->cells->len; j++)
    {
      const StewardCell *cell = g_ptr_array_index (row->cells, j);
      Range *range = &g_array_index (ranges, Range, j);

      if (is_repeated (cell))
        {
          /* Even a short rest of a row says what it is the rest of. */
          if (cell->n_rows == 1)
            height = MAX (height, MIN (cell->height, room));
          continue;
        }
      range->last = count_lines_that_fit (cell, range->first, room);
      height = MAX (height, get_lines_height (cell, range->first, range->last));
      placed = placed || range->last > range->first;
      left = left || range->last < cell->lines->len;
    }
  /* A page too small for one line must not hold the table up for ever. */
  if (!placed && left)
    for (guint j = 0; j < row->cells->len; j++)
      {
        const StewardCell *cell = g_ptr_array_index (row->cells, j);
        Range *range = &g_array_index (ranges, Range, j);

        if (!is_repeated (cell) && range->first < cell->lines->len)
          range->last = range->first + 1;
      }
  add_piece (self, row_index, ranges, continued,
             left ? MAX (height + padding, room + padding) : height + padding);
  for (guint j = 0; j < ranges->len; j++)
    g_array_index (ranges, Range, j).first = g_array_index (ranges, Range, j).last;
  return left;
}

static void
place_split (Layout *self,
             guint   row)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, TRUE, sizeof (Range));

  g_array_set_size (ranges, get_row (self, row)->cells->len);
  for (gboolean continued = FALSE; place_part (self, row, continued, ranges); continued = TRUE)
    next_page (self);
}

/* Smallest height with which @row may begin at the foot of a page. */
static double
get_least_height (const Layout *self,
                  guint         row)
{
  double height = get_row (self, row)->height;
  double least = get_row (self, row)->whole && height <= TALLEST_WHOLE ? height : MIN (height, MIN_PIECE);

  for (guint j = 0; j < get_row (self, row)->cells->len; j++)
    {
      const StewardCell *cell = g_ptr_array_index (get_row (self, row)->cells, j);

      /* A head has to stand whole where it stands first. */
      if (is_repeated (cell))
        least = MAX (least, cell->height + 2 * self->table->padding_y);
    }
  if (get_row (self, row)->keep_with_next && row + 1 < self->table->rows->len)
    least = MAX (least, height + get_least_height (self, row + 1));
  return least;
}

static void
place_row (Layout *self,
           guint   row)
{
  double height = get_row (self, row)->height;
  double room = steward_flow_get_room (self->flow) + 0.01;
  gboolean begun = page_has_body (self) || (self->pieces->len == 0 && !steward_flow_is_at_top (self->flow));

  if (begun && get_least_height (self, row) > room)
    {
      if (self->pieces->len == 0)
        steward_flow_break (self->flow);
      else
        next_page (self);
      room = steward_flow_get_room (self->flow) + 0.01;
    }
  if (height <= room)
    place_whole (self, row, FALSE);
  else
    place_split (self, row);
}

static void
collect_row_heads (Layout *self)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    for (guint j = 0; j < get_row (self, i)->cells->len; j++)
      {
        StewardCell *cell = g_ptr_array_index (get_row (self, i)->cells, j);

        if (cell->n_rows > 1)
          g_ptr_array_add (self->row_heads, cell);
      }
}

void
steward_flow_add_table (StewardFlow  *flow,
                        StewardTable *table)
{
  Layout self = { .flow = flow, .table = table };

  g_return_if_fail (flow != NULL && table != NULL);

  self.pages = steward_flow_get_pages (flow);
  self.left = steward_flow_get_left (flow);
  self.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self.pieces, clear_piece);
  self.row_heads = g_ptr_array_new ();
  collect_row_heads (&self);
  steward_table_measure (table, steward_flow_get_fonts (flow));
  steward_pages_begin (self.pages, "Table");
  for (guint row = 0; row < table->rows->len; row++)
    place_row (&self, row);
  finish_page (&self);
  steward_pages_end (self.pages, "Table");
  g_array_unref (self.pieces);
  g_ptr_array_unref (self.row_heads);
}
