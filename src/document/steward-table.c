/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-table-private.h"

#define PADDING_X 4.5
#define PADDING_Y 3.5

static void
clear_line (gpointer data)
{
  steward_paragraph_unref (((StewardCellLine *) data)->paragraph);
}

static void
free_cell (gpointer data)
{
  StewardCell *cell = data;

  g_free (cell->outline);
  g_ptr_array_unref (cell->texts);
  g_array_unref (cell->lines);
  g_free (cell);
}

static void
free_row (gpointer data)
{
  StewardTableRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

StewardTable *
steward_table_new (const double *widths,
                   guint         n_columns)
{
  StewardTable *self = g_new0 (StewardTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_vals (self->columns, widths, n_columns);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->padding_x = PADDING_X;
  self->padding_y = PADDING_Y;
  return self;
}

void
steward_table_free (StewardTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

StewardTableRow *
steward_table_add_row (StewardTable *self,
                       double        min_height)
{
  StewardTableRow *row;

  g_return_val_if_fail (self != NULL, NULL);

  row = g_new0 (StewardTableRow, 1);
  row->min_height = min_height;
  row->cells = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (self->rows, row);
  return row;
}

StewardCell *
steward_table_add_cell (StewardTable *self,
                        guint         column,
                        guint         n_columns,
                        guint         n_rows)
{
  StewardTableRow *row;
  StewardCell *cell;

  g_return_val_if_fail (self != NULL && self->rows->len > 0, NULL);
  g_return_val_if_fail (column + n_columns <= self->columns->len && n_rows > 0, NULL);

  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  cell = g_new0 (StewardCell, 1);
  cell->row = self->rows->len - 1;
  cell->column = column;
  cell->n_columns = n_columns;
  cell->n_rows = n_rows;
  cell->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_text_free);
  cell->lines = g_array_new (FALSE, FALSE, sizeof (StewardCellLine));
  g_array_set_clear_func (cell->lines, clear_line);
  g_ptr_array_add (row->cells, cell);
  return cell;
}

StewardText *
steward_cell_add (StewardCell            *cell,
                  const StewardTextStyle *style)
{
  StewardText *text;

  g_return_val_if_fail (cell != NULL, NULL);

  text = steward_text_new (style);
  g_ptr_array_add (cell->texts, text);
  return text;
}

StewardText *
steward_cell_add_plain (StewardCell            *cell,
                        const StewardTextStyle *style,
                        const char             *content)
{
  StewardText *text = steward_cell_add (cell, style);

  steward_text_add (text, content);
  return text;
}

double
steward_table_get_span (const StewardTable *self,
                        guint               column,
                        guint               n_columns)
{
  double width = 0;

  for (guint i = column; i < column + n_columns && i < self->columns->len; i++)
    width += g_array_index (self->columns, double, i);
  return width;
}

double
steward_table_get_left (const StewardTable *self,
                        guint               column)
{
  return steward_table_get_span (self, 0, column);
}

static void
measure_cell (const StewardTable *self,
              StewardCell        *cell,
              StewardFonts       *fonts)
{
  double width = steward_table_get_span (self, cell->column, cell->n_columns) - 2 * self->padding_x;

  g_array_set_size (cell->lines, 0);
  cell->height = 0;
  for (guint i = 0; i < cell->texts->len; i++)
    {
      const StewardText *text = g_ptr_array_index (cell->texts, i);
      const StewardTextStyle *style = steward_text_get_style (text);
      g_autoptr (StewardParagraph) paragraph = NULL;

      if (steward_text_is_empty (text))
        continue;
      paragraph = steward_paragraph_new (text, fonts, width);
      for (guint j = 0; j < steward_paragraph_get_n_lines (paragraph); j++)
        {
          StewardCellLine line = { steward_paragraph_ref (paragraph), j,
                                   j == 0 ? style->before : 0,
                                   steward_paragraph_get_pitch (paragraph) };

          if (cell->lines->len > 0)
            cell->height += line.before;
          cell->height += line.pitch;
          g_array_append_val (cell->lines, line);
        }
    }
}

static double
get_rows_height (const StewardTable *self,
                 guint               first,
                 guint               n_rows)
{
  double height = 0;

  for (guint i = first; i < MIN (first + n_rows, self->rows->len); i++)
    height += ((StewardTableRow *) g_ptr_array_index (self->rows, i))->height;
  return height;
}

/* Rows are first as high as their own cells need; where a row head needs
 * more than its rows give, the last of them grows. */
static void
fit_row_heads (StewardTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardTableRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          StewardCell *cell = g_ptr_array_index (row->cells, j);
          guint last = MIN (i + cell->n_rows, self->rows->len) - 1;
          double missing = cell->height + 2 * self->padding_y
                           - get_rows_height (self, i, cell->n_rows);

          if (cell->n_rows > 1 && missing > 0)
            ((StewardTableRow *) g_ptr_array_index (self->rows, last))->height += missing;
        }
    }
}

void
steward_table_measure (StewardTable *self,
                       StewardFonts *fonts)
{
  g_return_if_fail (self != NULL && fonts != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StewardTableRow *row = g_ptr_array_index (self->rows, i);

      row->height = row->min_height;
      for (guint j = 0; j < row->cells->len; j++)
        {
          StewardCell *cell = g_ptr_array_index (row->cells, j);

          measure_cell (self, cell, fonts);
          if (cell->n_rows == 1)
            row->height = MAX (row->height, cell->height + 2 * self->padding_y);
        }
    }
  fit_row_heads (self);
}
