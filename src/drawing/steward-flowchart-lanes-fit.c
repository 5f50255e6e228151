/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include <math.h>

/* How wide the columns of a drawing with rows of bureaus are. A wide column
 * makes its rows low: starting with all of them narrow, that column is widened
 * which saves the most height for its width, until everything fits. */

#define WIDTHS        4      /* tried between the narrowest box and the widest */
#define MOST_COLUMNS  3      /* of boxes of one bureau in one block */
#define MOST_OPTIONS  (MOST_COLUMNS * (WIDTHS + 1))
#define COLUMN_PRICE  0.04   /* of each further column, as a part of the width */
#define HIDDEN_GAIN   0.1    /* worth of lowering a cell beside a higher one */

/* One way to set a segment. */
typedef struct
{
  int     columns;
  double  box_width;
  double  width;
  double *heights;     /* by row */
} Option;

typedef struct
{
  StewardFlowSegment *segment;
  Option              options[MOST_OPTIONS];
  int                 n;
  int                 chosen;
} Column;

typedef struct
{
  Column  *columns;
  guint    n;
  guint    n_rows;
  double  *least;      /* height of the rows without boxes */
  double  *highest;    /* of all cells of a row, and the one after it */
  double  *second;
  guint   *holder;     /* the column with the highest */
} Table;

static guint
find_most (const StewardFlowSegment *segment)
{
  guint most = 1;

  for (guint i = 0; i < segment->cells->len; i++)
    most = MAX (most, ((StewardFlowGroup *) g_ptr_array_index (segment->cells, i))->boxes->len);
  return most;
}

static void
add_option (Column *column,
            guint   n_rows,
            int     columns,
            double  box_width,
            double  unit)
{
  StewardFlowSegment *segment = column->segment;
  Option *option = &column->options[column->n++];

  segment->columns = columns;
  segment->box_width = box_width;
  *option = (Option) { columns, box_width, steward_flowchart_column_width (segment, unit), g_new0 (double, MAX (1, n_rows)) };
  for (guint i = 0; i < segment->cells->len; i++)
    {
      const StewardFlowGroup *cell = g_ptr_array_index (segment->cells, i);

      option->heights[cell->row] = steward_flowchart_cell_need (segment, cell, unit) + 2 * FLOW_LANE_PAD * unit;
    }
}

static void
add_options (Column *column,
             guint   n_rows,
             double  unit)
{
  double narrow, wide;

  steward_flowchart_box_widths_of (column->segment->cells, unit, &narrow, &wide);
  for (int columns = 1; columns <= MIN (MOST_COLUMNS, (int) find_most (column->segment)); columns++)
    for (int i = 0; i <= WIDTHS; i++)
      add_option (column, n_rows, columns, narrow + (wide - narrow) * i / WIDTHS, unit);
  for (int i = 1; i < column->n; i++)
    {
      if (column->options[i].width < column->options[column->chosen].width)
        column->chosen = i;
    }
}

static void
table_free (Table *self)
{
  for (guint i = 0; i < self->n; i++)
    for (int j = 0; j < self->columns[i].n; j++)
      g_free (self->columns[i].options[j].heights);
  g_free (self->columns);
  g_free (self->least);
  g_free (self->highest);
  g_free (self->second);
  g_free (self->holder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static Table *
table_new (const StewardFlowchart *chart,
           double                  unit)
{
  Table *self = g_new0 (Table, 1);
  guint n = 0;

  for (guint i = 0; i < chart->stages->len; i++)
    n += ((StewardFlowStage *) g_ptr_array_index (chart->stages, i))->segments->len;
  self->columns = g_new0 (Column, MAX (1, n));
  self->n_rows = chart->lanes->len;
  self->least = g_new0 (double, MAX (1, self->n_rows));
  self->highest = g_new0 (double, MAX (1, self->n_rows));
  self->second = g_new0 (double, MAX (1, self->n_rows));
  self->holder = g_new0 (guint, MAX (1, self->n_rows));
  for (guint i = 0; i < self->n_rows; i++)
    self->least[i] = steward_flowchart_lane_least (chart, g_ptr_array_index (chart->lanes, i), unit);
  for (guint i = 0; i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        {
          Column *column = &self->columns[self->n++];

          column->segment = g_ptr_array_index (stage->segments, j);
          add_options (column, self->n_rows, unit);
        }
    }
  return self;
}

/* Sets what is chosen; returns the height of all rows. */
static double
measure (Table *self)
{
  double sum = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      self->highest[row] = self->least[row];
      self->second[row] = self->least[row];
      self->holder[row] = G_MAXUINT;
      for (guint i = 0; i < self->n; i++)
        {
          double height = self->columns[i].options[self->columns[i].chosen].heights[row];

          if (height > self->highest[row])
            {
              self->second[row] = self->highest[row];
              self->highest[row] = height;
              self->holder[row] = i;
            }
          else
            self->second[row] = MAX (self->second[row], height);
        }
      sum += self->highest[row];
    }
  return sum;
}

/* Height that the rows lose when column @i takes @option; to lower a cell that
 * is not the highest of its row is worth a little, as it may be next. */
static double
find_gain (const Table  *self,
           guint         i,
           const Option *option)
{
  const Option *now = &self->columns[i].options[self->columns[i].chosen];
  double gain = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      double others = self->holder[row] == i ? self->second[row] : self->highest[row];

      gain += self->highest[row] - MAX (others, option->heights[row]);
      gain += HIDDEN_GAIN * (now->heights[row] - option->heights[row]);
    }
  return gain;
}

/* Takes the best step; FALSE when none helps. */
static gboolean
widen (Table  *self,
       double  spare)
{
  double best = 0;
  guint column = 0;
  int option = -1;

  for (guint i = 0; i < self->n; i++)
    for (int j = 0; j < self->columns[i].n; j++)
      {
        const Option *now = &self->columns[i].options[self->columns[i].chosen], *other = &self->columns[i].options[j];
        double price = other->width * (1 + (other->columns - 1) * COLUMN_PRICE)
                       - now->width * (1 + (now->columns - 1) * COLUMN_PRICE);
        double gain;

        if (other->width <= now->width || other->width - now->width > spare)
          continue;
        gain = find_gain (self, i, other) / MAX (1, price);
        if (gain <= best + 1e-6)
          continue;
        best = gain;
        column = i;
        option = j;
      }
  if (option >= 0)
    self->columns[column].chosen = option;
  return option >= 0;
}

static double
apply (Table            *self,
       StewardFlowchart *chart,
       double            unit)
{
  for (guint i = 0; i < self->n; i++)
    {
      Column *column = &self->columns[i];
      const Option *option = &column->options[column->chosen];

      column->segment->columns = option->columns;
      column->segment->box_width = option->box_width;
      column->segment->width = option->width;
    }
  return steward_flowchart_lanes_width (chart, unit);
}

gboolean
steward_flowchart_fit_lanes (StewardFlowchart *self,
                             double            unit,
                             double            width,
                             double            rows,
                             double           *need_width,
                             double           *need_rows)
{
  g_autoptr (Table) table = table_new (self, unit);

  for (;;)
    {
      *need_rows = measure (table);
      *need_width = apply (table, self, unit);
      if (*need_width > width || *need_rows <= rows)
        break;
      if (!widen (table, width - *need_width))
        break;
    }
  return *need_width <= width && *need_rows <= rows;
}
