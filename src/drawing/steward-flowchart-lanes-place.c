/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include <math.h>

/* Where everything stands in rows of bureaus. Each block is a column, each
 * bureau a row; boxes of one bureau in one block, a cell, stand below one
 * another, or in several columns within a frame. Between blocks there is
 * nothing but lines, so that a line can go up and down there and meets no box. */

#define TITLE_LINE  1.25   /* of the titles of blocks */
#define LINE_GAP    0.7    /* between boxes that have lines of their own */
#define BAR_END     1.2    /* from the corners of a frame */

static double
title_height (const StewardFlowchart *self,
              double                  unit)
{
  guint lines = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        lines = MAX (lines, ((StewardFlowSegment *) g_ptr_array_index (stage->segments, j))->groups->len);
    }
  return (MIN (lines, FLOW_LANE_TITLES) * TITLE_LINE + 0.5) * unit;
}

static double
label_width (const StewardFlowchart *self,
             double                  unit)
{
  double em = 4;

  for (guint i = 0; i < self->lanes->len; i++)
    em = MAX (em, steward_lettering_estimate (((StewardFlowLane *) g_ptr_array_index (self->lanes, i))->title));
  return (MIN (em, FLOW_LANE_LABEL) + 1.4) * unit;
}

/* What stands beside the boxes of a segment. */
static double
segment_sides (const StewardFlowSegment *segment,
               double                    unit)
{
  return segment->barred ? 2 * (FLOW_BAR + FLOW_BAR_GAP) * unit : 0;
}

/* Of a cell: all cells of a segment have one width. */
static double
cell_width (const StewardFlowSegment *segment,
            double                    unit)
{
  double frame = segment->columns > 1 ? 2 * FLOW_FRAME_PAD * unit : 0;

  return segment->columns * segment->box_width + (segment->columns - 1) * FLOW_BOX_GAP * unit + frame;
}

double
steward_flowchart_column_width (const StewardFlowSegment *segment,
                                double                    unit)
{
  return segment_sides (segment, unit) + cell_width (segment, unit);
}

/* How the boxes of a cell stand. */
typedef struct
{
  int      rows, columns;
  double   pad;          /* of the frame */
  double   gap;          /* between rows */
  double   width;        /* of a box */
  double   need;         /* height of a box */
} Cell;

static Cell
arrange (const StewardFlowSegment *segment,
         const StewardFlowGroup   *cell,
         double                    unit)
{
  gboolean framed = segment->columns > 1 && cell->boxes->len > 1;
  int n = cell->boxes->len, across = framed ? segment->columns : 1, rows = (n + across - 1) / across;
  Cell self = { .rows = rows, .columns = (n + rows - 1) / rows, .pad = framed ? FLOW_FRAME_PAD * unit : 0,
                .gap = (framed ? FLOW_BOX_GAP : LINE_GAP) * unit };

  self.width = (cell_width (segment, unit) - 2 * self.pad - (self.columns - 1) * FLOW_BOX_GAP * unit) / self.columns;
  for (guint i = 0; i < cell->boxes->len; i++)
    self.need = MAX (self.need, steward_flowchart_box_need (g_ptr_array_index (cell->boxes, i), self.width, unit, TRUE));
  return self;
}

double
steward_flowchart_cell_need (const StewardFlowSegment *segment,
                             const StewardFlowGroup   *cell,
                             double                    unit)
{
  Cell how = arrange (segment, cell, unit);

  return how.rows * how.need + (how.rows - 1) * how.gap + 2 * how.pad;
}

static double
stage_width (const StewardFlowStage *stage,
             double                  unit)
{
  double width = 2 * FLOW_STAGE_PAD * unit + stage->lead;

  if (stage->segments->len == 0)
    width += FLOW_EMPTY_STAGE * unit;
  for (guint i = 0; i < stage->segments->len; i++)
    width += ((StewardFlowSegment *) g_ptr_array_index (stage->segments, i))->width + (i > 0 ? stage->gap : 0);
  return MAX (width, stage->least * unit);
}

static double
gap_after (const StewardFlowchart *self,
           guint                   i,
           double                  unit)
{
  const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

  if (i + 1 == self->stages->len)
    return 0;
  return stage->activity != NULL ? (FLOW_ACTIVITY + 2 * FLOW_LANE_COLUMN_GAP) * unit : FLOW_STAGE_GAP * unit;
}

double
steward_flowchart_lanes_width (StewardFlowchart *self,
                               double            unit)
{
  double width = 2 * FLOW_MARGIN * steward_flowchart_chrome (self, unit) + label_width (self, unit);

  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      stage->gap = FLOW_LANE_COLUMN_GAP * unit;
      stage->lead = i == 0 && self->begin != NULL ? FLOW_LEAD * unit : 0;
      width += stage_width (stage, unit) + gap_after (self, i, unit);
    }
  return width;
}

/* A stage is at least as wide as its head; more is not known before its boxes
 * are set, but makes the tray lower only. */
static double
tray_height (const StewardFlowchart *self,
             double                  unit)
{
  double height = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double inner = MAX (stage->width, stage->least * unit) - 2 * FLOW_STAGE_PAD * unit;

      if (stage->pills->len > 0)
        height = MAX (height, steward_flowchart_tray (stage, 0, 0, inner, unit, FALSE) - FLOW_TITLE * unit);
    }
  return height;
}

double
steward_flowchart_lane_least (const StewardFlowchart *self,
                              const StewardFlowLane  *lane,
                              double                  unit)
{
  double title = ceil (steward_lettering_estimate (lane->title) / (FLOW_LANE_LABEL - 0.3)) * STEWARD_INK_LINE;

  return MAX ((title + 1.8) * unit, lane->tray ? tray_height (self, unit) + 2 * FLOW_LANE_PAD * unit : 0);
}

static double
fixed_height (const StewardFlowchart *self,
              double                  unit,
              double                  width)
{
  double v = steward_flowchart_chrome (self, unit), margin = FLOW_MARGIN * v;
  double legend = steward_legend_place (self->keys, v, 0, 0, width - 2 * margin) * STEWARD_LEGEND_ROW + 0.4;

  return 2 * margin + FLOW_HEAD * v + FLOW_STAGE_HEAD * unit + title_height (self, unit) + legend * v;
}

static gboolean
try_size (StewardFlowchart *self,
          double            unit,
          double            factor)
{
  double width = self->options.width * factor, height = self->options.height * factor;
  double need_width, need_rows, fixed;
  gboolean fits;

  for (guint i = 0; i < self->stages->len; i++)
    ((StewardFlowStage *) g_ptr_array_index (self->stages, i))->width = 0;
  fixed = fixed_height (self, unit, width);
  fits = steward_flowchart_fit_lanes (self, unit, width, height - fixed, &need_width, &need_rows);
  self->unit = unit;
  self->width = MAX (width, need_width);
  self->height = MAX (height, need_rows + fixed);
  return fits;
}

/* The largest letters that fit; when none do, the drawing grows both ways
 * alike. */
static void
choose (StewardFlowchart *self)
{
  double smallest = FLOW_SMALLEST * self->options.text_scale, low = 1, high = FLOW_MOST_GROWTH;
  double largest = MAX (smallest, MIN (self->options.width / 34, self->options.height / 20) * self->options.text_scale);
  int least = 0, most = (largest - smallest) / FLOW_STEP;

  if (try_size (self, smallest, 1))
    {
      while (least < most)
        {
          int middle = (least + most + 1) / 2;

          if (try_size (self, smallest + middle * FLOW_STEP, 1))
            least = middle;
          else
            most = middle - 1;
        }
      try_size (self, smallest + least * FLOW_STEP, 1);
      return;
    }
  while (high - low > 0.01)
    {
      double middle = (low + high) / 2;

      if (try_size (self, smallest, middle))
        high = middle;
      else
        low = middle;
    }
  try_size (self, smallest, high);
}

/* Boxes become wider first; what is left then lies around them. */
static void
place_columns (StewardFlowchart *self,
               double            spare)
{
  double unit = self->unit, x = self->margin + self->lane_width;
  guint n_columns = 0;

  for (guint i = 0; i < self->stages->len; i++)
    n_columns += MAX (1, ((StewardFlowStage *) g_ptr_array_index (self->stages, i))->segments->len);
  spare = MAX (0, spare) / MAX (1, n_columns);
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double at;

      stage->x = x;
      stage->width = stage_width (stage, unit) + spare * MAX (1, stage->segments->len);
      for (guint j = 0; j < stage->segments->len; j++)
        {
          StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          segment->box_width += MIN (spare, segment->box_width * 0.5) / segment->columns;
          segment->width = steward_flowchart_column_width (segment, unit);
        }
      at = x + FLOW_STAGE_PAD * unit + stage->lead + MAX (0, stage->width - stage_width (stage, unit)) / 2;
      for (guint j = 0; j < stage->segments->len; j++)
        {
          StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          segment->x = at;
          at += segment->width + stage->gap;
        }
      x += stage->width + gap_after (self, i, unit);
    }
}

/* What the cells of a row need, and the most rows of boxes among them; of
 * those with one row only the height of a box. */
static void
look_at_lane (const StewardFlowchart *self,
              int                     row,
              double                 *need,
              int                    *rows,
              double                 *single)
{
  *need = *single = 0;
  *rows = 1;
  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          for (guint k = 0; k < segment->cells->len; k++)
            {
              const StewardFlowGroup *cell = g_ptr_array_index (segment->cells, k);
              Cell how;

              if (cell->row != row)
                continue;
              how = arrange (segment, cell, self->unit);
              *need = MAX (*need, how.rows * how.need + (how.rows - 1) * how.gap + 2 * how.pad);
              *rows = MAX (*rows, how.rows);
              if (how.rows == 1)
                *single = MAX (*single, how.need);
            }
        }
    }
}

static void
place_lanes (StewardFlowchart *self)
{
  g_autofree int *rows = g_new0 (int, MAX (1, self->lanes->len));
  double y = self->body_y, used = 0, spare;
  int n_rows = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      StewardFlowLane *lane = g_ptr_array_index (self->lanes, i);
      double need;

      look_at_lane (self, i, &need, &rows[i], &lane->box_height);
      lane->height = MAX (need + 2 * FLOW_LANE_PAD * self->unit, steward_flowchart_lane_least (self, lane, self->unit));
      used += lane->height;
      n_rows += rows[i];
    }
  spare = MAX (0, self->body_bottom - self->body_y - used);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      StewardFlowLane *lane = g_ptr_array_index (self->lanes, i);

      lane->y = y;
      lane->height += spare * rows[i] / n_rows;
      y += lane->height;
    }
}

/* In the middle of its row. Boxes that stand alone in it are equally high. */
static void
place_cell (StewardFlowchart         *self,
            const StewardFlowSegment *segment,
            StewardFlowGroup         *cell,
            const StewardFlowLane    *lane)
{
  double unit = self->unit, room = lane->height - 2 * FLOW_LANE_PAD * unit, need, height;
  Cell how = arrange (segment, cell, unit);

  need = how.rows == 1 ? MAX (how.need, MIN (lane->box_height, room - 2 * how.pad)) : how.need;
  height = CLAMP ((room - (how.rows - 1) * how.gap - 2 * how.pad) / how.rows, need, MIN (need * 1.5, need + 3 * unit));
  cell->framed = how.pad > 0;
  cell->frame_width = cell_width (segment, unit);
  cell->frame_height = how.rows * height + (how.rows - 1) * how.gap + 2 * how.pad;
  cell->frame_x = segment->x + segment_sides (segment, unit) / 2;
  cell->frame_y = lane->y + (lane->height - cell->frame_height) / 2;
  for (guint i = 0; i < cell->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (cell->boxes, i);

      box->box.x = cell->frame_x + how.pad + i % how.columns * (how.width + FLOW_BOX_GAP * unit);
      box->box.y = cell->frame_y + how.pad + i / how.columns * (height + how.gap);
      box->box.width = how.width;
      box->box.height = height;
      steward_flowchart_box_place (box, unit, height >= how.need + 1.15 * unit);
    }
}

/* Bars reach from the first line to the last, and along all of a frame. */
static void
place_segment (StewardFlowchart   *self,
               StewardFlowSegment *segment)
{
  segment->top = G_MAXDOUBLE;
  segment->bottom = 0;
  for (guint i = 0; i < segment->cells->len; i++)
    {
      StewardFlowGroup *cell = g_ptr_array_index (segment->cells, i);
      const StewardFlowchartBox *first = g_ptr_array_index (cell->boxes, 0);
      const StewardFlowchartBox *last = g_ptr_array_index (cell->boxes, cell->boxes->len - 1);
      double from, to;

      place_cell (self, segment, cell, g_ptr_array_index (self->lanes, cell->row));
      from = cell->framed ? cell->frame_y + BAR_END * self->unit : first->y + first->height / 2;
      to = cell->framed ? cell->frame_y + cell->frame_height - BAR_END * self->unit : last->y + last->height / 2;
      segment->top = MIN (segment->top, from);
      segment->bottom = MAX (segment->bottom, to);
    }
}

static void
place_tray (StewardFlowchart *self,
            StewardFlowStage *stage)
{
  const StewardFlowLane *lane;
  double unit = self->unit, inner = stage->width - 2 * FLOW_STAGE_PAD * unit, height;

  if (stage->pills->len == 0)
    return;
  lane = g_ptr_array_index (self->lanes, self->lanes->len - 1);
  height = steward_flowchart_tray (stage, 0, 0, inner, unit, FALSE) - FLOW_TITLE * unit;
  steward_flowchart_tray (stage, stage->x + FLOW_STAGE_PAD * unit,
                          lane->y + (lane->height - height) / 2 - FLOW_TITLE * unit, inner, unit, TRUE);
}

void
steward_flowchart_place_lanes (StewardFlowchart *self)
{
  double unit;

  choose (self);
  unit = self->unit;
  self->chrome = steward_flowchart_chrome (self, unit);
  self->margin = FLOW_MARGIN * self->chrome;
  self->lane_width = label_width (self, unit);
  self->head_height = FLOW_STAGE_HEAD * unit;
  self->heads_y = self->margin + FLOW_HEAD * self->chrome;
  self->body_y = self->heads_y + self->head_height + title_height (self, unit);
  self->body_bottom = self->height - (fixed_height (self, unit, self->width) - self->body_y);
  self->legend_y = self->body_bottom + 0.4 * self->chrome;
  steward_legend_place (self->keys, self->chrome, self->margin, self->legend_y, self->width - 2 * self->margin);
  place_columns (self, self->width - steward_flowchart_lanes_width (self, unit));
  steward_flowchart_fit_heads (self);
  place_lanes (self);
  self->line_y = (self->body_y + self->body_bottom) / 2;
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        place_segment (self, g_ptr_array_index (stage->segments, j));
      place_tray (self, stage);
    }
}
