/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include <math.h>

/* Where everything stands in rows of bureaus. Each block is a column, each
 * bureau a row; boxes of one bureau in one block stand below one another, or
 * like bricks in two columns, when they are many: the line of a brick then runs
 * through the gap between two of the other column. Between blocks there is
 * nothing but lines, so that a line can go up and down there and meets no box. */

#define TITLE_LINE  1.25   /* of the titles of blocks */
#define LINE_GAP    0.8    /* between boxes; a line may run there */
#define WIDTHS      5      /* tried between the narrowest box and the widest */
#define BRICKS      3      /* boxes of one bureau in one block stand like them from here on */

typedef struct
{
  double unit;
  gboolean bricks;     /* they may */
  double share;        /* 0: boxes as narrow as they can be, 1: nothing wraps */
  double width, height;
  double need_width, need_height;
} Trial;

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
  return (lines * TITLE_LINE + 0.5) * unit;
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

static double
segment_width (const StewardFlowSegment *segment,
               double                    unit)
{
  return segment_sides (segment, unit) + segment->columns * segment->box_width
         + (segment->columns - 1) * FLOW_BOX_GAP * unit;
}

/* How many boxes of @segment each row has. */
static void
count_boxes (const StewardFlowchart   *self,
             const StewardFlowSegment *segment,
             int                      *counts)
{
  memset (counts, 0, sizeof (int) * self->lanes->len);
  for (guint j = 0; j < segment->groups->len; j++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);

      for (guint k = 0; k < group->boxes->len; k++)
        counts[((StewardFlowBox *) g_ptr_array_index (group->boxes, k))->lane]++;
    }
}

static int
find_most (const StewardFlowchart   *self,
           const StewardFlowSegment *segment)
{
  g_autofree int *counts = g_new (int, MAX (1, self->lanes->len));
  int most = 0;

  count_boxes (self, segment, counts);
  for (guint i = 0; i < self->lanes->len; i++)
    most = MAX (most, counts[i]);
  return most;
}

/* Height of so many boxes, in boxes with their gap. */
static double
stack_height (int n,
              int columns)
{
  return columns > 1 && n > 1 ? (n + 1) / 2.0 : n;
}

/* Widths of the boxes, and the height that all of them need at that width. */
static void
size_segment (const StewardFlowchart *self,
              StewardFlowSegment     *segment,
              const Trial            *trial)
{
  double narrow = 0, wide = 0;

  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      for (guint j = 0; j < group->boxes->len; j++)
        {
          double a, b;

          steward_flowchart_box_widths (g_ptr_array_index (group->boxes, j), trial->unit, &a, &b);
          narrow = MAX (narrow, a);
          wide = MAX (wide, b);
        }
    }
  segment->box_width = narrow + (wide - narrow) * trial->share;
  segment->columns = trial->bricks && find_most (self, segment) >= BRICKS ? 2 : 1;
  segment->width = segment_width (segment, trial->unit);
}

static double
stage_width (const StewardFlowStage *stage,
             double                  unit)
{
  double width = 2 * FLOW_STAGE_PAD * unit + stage->lead;

  for (guint i = 0; i < stage->segments->len; i++)
    width += ((StewardFlowSegment *) g_ptr_array_index (stage->segments, i))->width + (i > 0 ? stage->gap : 0);
  return MAX (width, (stage->segments->len > 0 ? FLOW_LEAST_STAGE : FLOW_EMPTY_STAGE) * unit);
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

/* The highest stack of each row, in boxes. */
static void
count_stacks (const StewardFlowchart *self,
              double                 *stacks)
{
  g_autofree int *here = g_new (int, MAX (1, self->lanes->len));

  for (guint i = 0; i < self->lanes->len; i++)
    stacks[i] = 0;
  for (guint s = 0; s < self->stages->len; s++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, s);

      for (guint i = 0; i < stage->segments->len; i++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

          count_boxes (self, segment, here);
          for (guint lane = 0; lane < self->lanes->len; lane++)
            stacks[lane] = MAX (stacks[lane], stack_height (here[lane], segment->columns));
        }
    }
}

static double
box_need (const StewardFlowchart *self,
          double                  unit)
{
  double need = 0;

  for (guint s = 0; s < self->stages->len; s++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, s);

      for (guint i = 0; i < stage->segments->len; i++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

          for (guint j = 0; j < segment->groups->len; j++)
            {
              const StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);

              for (guint k = 0; k < group->boxes->len; k++)
                need = MAX (need, steward_flowchart_box_need (g_ptr_array_index (group->boxes, k), segment->box_width, unit));
            }
        }
    }
  return need;
}

static double
tray_height (const StewardFlowchart *self,
             double                  unit)
{
  double height = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double inner = MAX (stage->width, stage_width (stage, unit)) - 2 * FLOW_STAGE_PAD * unit;

      if (stage->pills->len > 0)
        height = MAX (height, steward_flowchart_tray (stage, 0, 0, inner, unit, FALSE) - FLOW_TITLE * unit);
    }
  return height;
}

/* Height of a row, without what is to spare. */
static double
lane_need (const StewardFlowchart *self,
           const StewardFlowLane  *lane,
           double                  stack,
           double                  need,
           double                  unit)
{
  double title = ceil (steward_lettering_estimate (lane->title) / (FLOW_LANE_LABEL - 0.3)) * STEWARD_INK_LINE;
  double boxes = lane->tray ? tray_height (self, unit) : stack * need + MAX (0, stack - 1) * LINE_GAP * unit;

  return MAX (boxes + 2 * FLOW_LANE_PAD * unit, (title + 1.6) * unit);
}

static double
fixed_height (const StewardFlowchart *self,
              const Trial            *trial)
{
  double v = steward_flowchart_chrome (self, trial->unit), margin = FLOW_MARGIN * v;
  double legend = steward_legend_place (self->keys, v, 0, 0, trial->width - 2 * margin) * STEWARD_LEGEND_ROW + 0.4;

  return 2 * margin + FLOW_HEAD * v + FLOW_STAGE_HEAD * trial->unit + title_height (self, trial->unit) + legend * v;
}

static gboolean
try_trial (StewardFlowchart *self,
           Trial            *trial)
{
  g_autofree double *stacks = g_new (double, MAX (1, self->lanes->len));
  double unit = trial->unit, need;

  trial->need_width = 2 * FLOW_MARGIN * steward_flowchart_chrome (self, unit) + label_width (self, unit);
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      stage->width = 0;
      stage->gap = FLOW_LANE_COLUMN_GAP * unit;
      stage->lead = i == 0 && self->begin != NULL ? FLOW_LEAD * unit : 0;
      for (guint j = 0; j < stage->segments->len; j++)
        size_segment (self, g_ptr_array_index (stage->segments, j), trial);
      trial->need_width += stage_width (stage, unit) + gap_after (self, i, unit);
    }
  count_stacks (self, stacks);
  need = box_need (self, unit);
  trial->need_height = fixed_height (self, trial);
  for (guint i = 0; i < self->lanes->len; i++)
    trial->need_height += lane_need (self, g_ptr_array_index (self->lanes, i), stacks[i], need, unit);
  return trial->need_width <= trial->width && trial->need_height <= trial->height;
}

/* The widest boxes that fit, and bricks only when nothing else does. */
static gboolean
try_shapes (StewardFlowchart *self,
            Trial            *trial)
{
  for (trial->bricks = FALSE; trial->bricks <= TRUE; trial->bricks++)
    for (int i = WIDTHS; i >= 0; i--)
      {
        trial->share = i / (double) WIDTHS;
        if (try_trial (self, trial))
          return TRUE;
      }
  return FALSE;
}

/* The largest letters that fit; when none do, the drawing grows both ways
 * alike. */
static Trial
choose (StewardFlowchart *self)
{
  double smallest = FLOW_SMALLEST * self->options.text_scale;
  double largest = MAX (smallest, MIN (self->options.width / 34, self->options.height / 20) * self->options.text_scale);
  Trial trial = { .width = self->options.width, .height = self->options.height };

  for (trial.unit = largest; trial.unit >= smallest; trial.unit -= FLOW_STEP)
    {
      if (try_shapes (self, &trial))
        return trial;
    }
  trial.unit = smallest;
  for (double factor = 1; factor < FLOW_MOST_GROWTH; factor *= 1.04)
    {
      trial.width = self->options.width * factor;
      trial.height = self->options.height * factor;
      if (try_shapes (self, &trial))
        return trial;
    }
  return trial;
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
          segment->width = segment_width (segment, unit);
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

static void
place_lanes (StewardFlowchart *self,
             double            need)
{
  g_autofree double *stacks = g_new (double, MAX (1, self->lanes->len));
  double y = self->body_y, used = 0, spare;
  double rows = 0;

  count_stacks (self, stacks);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      StewardFlowLane *lane = g_ptr_array_index (self->lanes, i);

      lane->height = lane_need (self, lane, stacks[i], need, self->unit);
      used += lane->height;
      rows += MAX (1, stacks[i]);
    }
  spare = MAX (0, self->body_bottom - self->body_y - used);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      StewardFlowLane *lane = g_ptr_array_index (self->lanes, i);

      lane->y = y;
      lane->height += spare * MAX (1, stacks[i]) / rows;
      y += lane->height;
    }
}

/* The boxes of one bureau in one block, around the middle of its row. */
static void
place_stack (StewardFlowchart         *self,
             const StewardFlowSegment *segment,
             GPtrArray                *boxes,
             const StewardFlowLane    *lane,
             double                    need)
{
  double unit = self->unit, gap = LINE_GAP * unit;
  double stack = stack_height (boxes->len, segment->columns), room = lane->height - 2 * FLOW_LANE_PAD * unit;
  double height = CLAMP ((room - (stack - 1) * gap) / stack, need, MIN (need * 1.5, need + 3 * unit));
  double top = lane->y + (lane->height - stack * height - (stack - 1) * gap) / 2;
  int columns = boxes->len > 1 ? segment->columns : 1;
  double left = segment->x + (segment->width - columns * segment->box_width - (columns - 1) * FLOW_BOX_GAP * unit) / 2;

  for (guint i = 0; i < boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (boxes, i);

      box->box.x = left + i % columns * (segment->box_width + FLOW_BOX_GAP * unit);
      box->box.y = top + i / (double) columns * (height + gap);
      box->box.width = segment->box_width;
      box->box.height = height;
      steward_flowchart_box_place (box, unit, height >= need + 1.15 * unit);
    }
}

static void
place_segment (StewardFlowchart   *self,
               StewardFlowSegment *segment,
               double              need)
{
  segment->top = G_MAXDOUBLE;
  segment->bottom = 0;
  for (guint lane = 0; lane < self->lanes->len; lane++)
    {
      g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

      for (guint j = 0; j < segment->groups->len; j++)
        {
          const StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            {
              StewardFlowBox *box = g_ptr_array_index (group->boxes, k);

              if (box->lane == (int) lane)
                g_ptr_array_add (boxes, box);
            }
        }
      if (boxes->len == 0)
        continue;
      place_stack (self, segment, boxes, g_ptr_array_index (self->lanes, lane), need);
      for (guint i = 0; i < boxes->len; i++)
        {
          const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);

          segment->top = MIN (segment->top, box->y + box->height / 2);
          segment->bottom = MAX (segment->bottom, box->y + box->height / 2);
        }
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
  Trial trial = choose (self);
  double need;

  self->unit = trial.unit;
  self->width = MAX (trial.width, trial.need_width);
  self->height = MAX (trial.height, trial.need_height);
  self->chrome = steward_flowchart_chrome (self, self->unit);
  self->margin = FLOW_MARGIN * self->chrome;
  self->lane_width = label_width (self, self->unit);
  self->head_height = FLOW_STAGE_HEAD * self->unit;
  self->heads_y = self->margin + FLOW_HEAD * self->chrome;
  self->body_y = self->heads_y + self->head_height + title_height (self, self->unit);
  trial.width = self->width;
  self->body_bottom = self->height - (fixed_height (self, &trial) - self->body_y);
  self->legend_y = self->body_bottom + 0.4 * self->chrome;
  steward_legend_place (self->keys, self->chrome, self->margin, self->legend_y, self->width - 2 * self->margin);
  place_columns (self, self->width - trial.need_width);
  need = box_need (self, self->unit);
  place_lanes (self, need);
  self->line_y = (self->body_y + self->body_bottom) / 2;
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        place_segment (self, g_ptr_array_index (stage->segments, j), need);
      place_tray (self, stage);
    }
}
