/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include <math.h>

/*
 * Where everything stands. The unit (the size of a name) is searched from
 * large to small until the drawing fits the size asked for; below the
 * legible size the drawing grows instead. Blocks take one column of boxes
 * when that fits, and several inside a frame only when it does not.
 */

#define MOST_COLUMNS 12

typedef struct
{
  double unit;
  double width;
  double height;
  int    columns;      /* at most, per segment */
  double need_width;
  double need_height;
} Trial;

/* On a projector the smallest letters decide, not the names. */
static double
smallest_unit (const StewardFlowchart *self)
{
  if (self->options.screen > 0)
    return self->options.height * STEWARD_PROJECTOR_TEXT / FLOW_DATES;
  return FLOW_SMALLEST * self->options.text_scale;
}

/* Title and signs; a projector has neither. */
static double
head_lines (const StewardFlowchart *self)
{
  return self->options.screen > 0 ? 0 : FLOW_HEAD;
}

static double
margin_units (const StewardFlowchart *self)
{
  return self->options.screen > 0 ? 0.5 : FLOW_MARGIN;
}

double
steward_flowchart_chrome (const StewardFlowchart *self,
                          double                  unit)
{
  double smallest = FLOW_SMALLEST * self->options.text_scale;

  return MIN (unit, MAX (smallest, MIN (self->options.width / 60, self->options.height / 42)));
}

static double
body_height (const StewardFlowchart *self,
             const Trial            *trial)
{
  double v = steward_flowchart_chrome (self, trial->unit);
  double margin = margin_units (self) * v, legend = 0;

  if (self->options.screen == 0)
    legend = steward_legend_place (self->keys, v, 0, 0, trial->width - 2 * margin) * STEWARD_LEGEND_ROW + 0.4;
  return trial->height - 2 * margin - head_lines (self) * v - FLOW_STAGE_HEAD * trial->unit - legend * v;
}

static void
segment_widths (const StewardFlowSegment *segment,
                double                    unit,
                double                   *narrow,
                double                   *wide)
{
  *narrow = *wide = 0;
  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      for (guint j = 0; j < group->boxes->len; j++)
        {
          double a, b;

          steward_flowchart_box_widths (g_ptr_array_index (group->boxes, j), unit, &a, &b);
          *narrow = MAX (*narrow, a);
          *wide = MAX (*wide, b);
        }
    }
}

static gboolean
is_framed (const StewardFlowSegment *segment,
           const StewardFlowGroup   *group)
{
  return group->framed || segment->columns > 1;
}

static double
box_need (const StewardFlowSegment *segment,
          double                    width,
          double                    unit)
{
  double need = 0;

  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      for (guint j = 0; j < group->boxes->len; j++)
        need = MAX (need, steward_flowchart_box_need (g_ptr_array_index (group->boxes, j), width, unit));
    }
  return need;
}

static int
group_rows (const StewardFlowSegment *segment,
            const StewardFlowGroup   *group)
{
  return (group->boxes->len + segment->columns - 1) / segment->columns;
}

/* Everything in a segment's height that is not box or gap between boxes;
 * @n_rows counts the rows of boxes, @n_gaps the gaps between them. */
static double
segment_fixed (const StewardFlowSegment *segment,
               double                    unit,
               int                      *n_rows,
               int                      *n_gaps)
{
  double fixed = 0;

  *n_rows = *n_gaps = 0;
  for (guint i = 0; i < segment->groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);
      int rows = group_rows (segment, group);

      *n_rows += rows;
      *n_gaps += rows - 1;
      fixed += i > 0 ? FLOW_GROUP_GAP * unit : 0;
      fixed += group->title != NULL ? FLOW_TITLE * unit : 0;
      fixed += is_framed (segment, group) ? 2 * FLOW_FRAME_PAD * unit : 0;
    }
  return fixed;
}

static double
segment_need (const StewardFlowSegment *segment,
              double                    width,
              double                    unit)
{
  int n_rows, n_gaps;
  double fixed = segment_fixed (segment, unit, &n_rows, &n_gaps);

  return fixed + n_rows * box_need (segment, width, unit) + n_gaps * FLOW_BOX_GAP * unit;
}

/* What stands beside the boxes of a segment. */
static double
segment_sides (const StewardFlowSegment *segment,
               double                    unit)
{
  gboolean framed = segment->columns > 1;

  for (guint i = 0; i < segment->groups->len; i++)
    framed |= is_framed (segment, g_ptr_array_index (segment->groups, i));
  return (segment->barred ? 2 * (FLOW_BAR + FLOW_BAR_GAP) * unit : 0)
         + (framed ? 2 * FLOW_FRAME_PAD * unit : 0)
         + (segment->columns - 1) * FLOW_BOX_GAP * unit;
}

static double
segment_width (const StewardFlowSegment *segment,
               double                    unit)
{
  return segment->columns * segment->box_width + segment_sides (segment, unit);
}

/* Fewest columns and narrowest boxes that fit @room; FALSE when none does. */
static gboolean
fit_segment (StewardFlowSegment *segment,
             const Trial        *trial,
             double              room)
{
  double narrow, wide;

  segment_widths (segment, trial->unit, &narrow, &wide);
  for (int columns = 1; columns <= trial->columns && columns <= MAX (1, segment->n_boxes); columns++)
    {
      segment->columns = columns;
      for (int i = 0; i <= 6; i++)
        {
          segment->box_width = narrow + (wide - narrow) * i / 6;
          if (segment_need (segment, segment->box_width, trial->unit) <= room)
            return TRUE;
        }
    }
  segment->box_width = narrow;
  return FALSE;
}

static double
stage_width (const StewardFlowStage *stage,
             double                  unit)
{
  double width = 2 * FLOW_STAGE_PAD * unit + stage->lead;

  if (stage->segments->len == 0)
    return MAX (width + FLOW_EMPTY_STAGE * unit, FLOW_LEAST_STAGE * unit);
  for (guint i = 0; i < stage->segments->len; i++)
    width += segment_width (g_ptr_array_index (stage->segments, i), unit) + (i > 0 ? stage->gap : 0);
  return MAX (width, FLOW_LEAST_STAGE * unit);
}

static double
gap_after (const StewardFlowchart *self,
           guint                   i,
           double                  unit)
{
  const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

  if (i + 1 == self->stages->len)
    return 0;
  return stage->activity != NULL ? (FLOW_ACTIVITY + 2 * FLOW_SEGMENT_GAP) * unit : FLOW_STAGE_GAP * unit;
}

static gboolean
try_unit (StewardFlowchart *self,
          Trial            *trial)
{
  double unit = trial->unit;
  double body = body_height (self, trial);
  double tallest = 0;
  gboolean fits = TRUE;

  trial->need_width = 2 * margin_units (self) * steward_flowchart_chrome (self, unit);
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double tray, sure;

      stage->gap = FLOW_SEGMENT_GAP * unit;
      stage->lead = i == 0 && self->begin != NULL ? FLOW_LEAD * unit : 0;
      for (guint j = 0; j < stage->segments->len; j++)
        ((StewardFlowSegment *) g_ptr_array_index (stage->segments, j))->columns = 1;
      /* The tray is as wide as its stage, which is not known before the
       * boxes are (but for a stage alone); its height with the narrowest
       * boxes is an upper bound. */
      for (guint j = 0; j < stage->segments->len; j++)
        fit_segment (g_ptr_array_index (stage->segments, j), &(Trial) { .unit = unit, .columns = 1 }, G_MAXDOUBLE);
      sure = self->stages->len == 1 ? trial->width - trial->need_width : stage_width (stage, unit);
      tray = steward_flowchart_tray (stage, 0, 0, sure - 2 * FLOW_STAGE_PAD * unit, unit, FALSE);
      tray += tray > 0 ? FLOW_GROUP_GAP * unit : 0;
      /* Even without boxes the main line must pass above the tray. */
      tallest = MAX (tallest, tray + (FLOW_LINE_ROOM + 2 * FLOW_STAGE_PAD) * unit);
      fits &= tallest <= body;
      for (guint j = 0; j < stage->segments->len; j++)
        {
          StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          fits &= fit_segment (segment, trial, body - tray - 2 * FLOW_STAGE_PAD * unit);
          tallest = MAX (tallest, segment_need (segment, segment->box_width, unit) + tray + 2 * FLOW_STAGE_PAD * unit);
        }
      trial->need_width += stage_width (stage, unit) + gap_after (self, i, unit);
    }
  trial->need_height = trial->height + MAX (0, tallest - body);
  return fits && trial->need_width <= trial->width;
}

/* Largest unit that fits with at most @columns per block, 0 when none does. */
static double
search_unit (StewardFlowchart *self,
             int               columns,
             double            smallest,
             double            largest)
{
  Trial trial = { 0, self->options.width, self->options.height, columns, 0, 0 };

  for (trial.unit = largest; trial.unit >= smallest; trial.unit -= FLOW_STEP)
    {
      if (try_unit (self, &trial))
        return trial.unit;
    }
  return 0;
}

/* One column per block reads best. Several are used when nothing else is
 * legible, and for a stage alone on a screen, where size is what counts. */
static Trial
choose_unit (StewardFlowchart *self)
{
  double smallest = smallest_unit (self);
  double largest = MAX (smallest, MIN (self->options.width / 26, self->options.height / 17) * self->options.text_scale);
  Trial trial = { 0, self->options.width, self->options.height, 1, 0, 0 };

  trial.unit = search_unit (self, 1, smallest * 1.08, largest);
  if (trial.unit == 0 || self->options.stage != 0)
    {
      double several = search_unit (self, MOST_COLUMNS, smallest, largest);

      if (several > trial.unit * 1.15)
        {
          trial.unit = several;
          trial.columns = MOST_COLUMNS;
        }
    }
  if (trial.unit > 0)
    {
      try_unit (self, &trial);
      return trial;
    }
  /* Nothing fits: the drawing grows, both ways alike, so that shrinking it
   * onto a page or a screen costs the least. */
  trial.unit = smallest;
  trial.columns = MOST_COLUMNS;
  for (double factor = 1; factor < FLOW_MOST_GROWTH; factor *= 1.04)
    {
      trial.width = self->options.width * factor;
      trial.height = self->options.height * factor;
      if (try_unit (self, &trial))
        return trial;
    }
  return trial;
}

gboolean
steward_flowchart_fits (StewardFlowchart *self)
{
  return search_unit (self, MOST_COLUMNS, smallest_unit (self), smallest_unit (self)) > 0;
}

/* Gives what is left of the width to boxes that still wrap, then to all
 * boxes alike, then to the gaps. */
static void
share_width (StewardFlowchart *self,
             double            unit,
             double            spare)
{
  for (int round = 0; round < 3 && spare > 1; round++)
    {
      double wanted = 0, factor;

      for (int apply = 0; apply < 2; apply++)
        {
          factor = apply && wanted > 0 ? MIN (1, spare / wanted) : 0;
          for (guint i = 0; i < self->stages->len; i++)
            {
              StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

              for (guint j = 0; j < stage->segments->len; j++)
                {
                  StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);
                  double narrow, wide, room;

                  segment_widths (segment, unit, &narrow, &wide);
                  wide *= round == 0 ? 1 : round == 1 ? 1.3 : 1.6;
                  room = MAX (0, wide - segment->box_width);
                  segment->box_width += room * factor;
                  wanted += apply ? 0 : room * segment->columns;
                }
            }
        }
      spare -= wanted * factor;
    }
  for (guint i = 0; i < self->stages->len && spare > 1; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      int gaps = stage->segments->len > 0 ? stage->segments->len - 1 : 0;
      double more = gaps > 0 ? MIN (2.5 * unit, spare / self->stages->len / gaps) : 0;

      stage->gap += more;
    }
}

static void
place_stage_columns (StewardFlowchart *self,
                     double            unit)
{
  double total = 0, extra, x = self->margin;

  for (guint i = 0; i < self->stages->len; i++)
    total += stage_width (g_ptr_array_index (self->stages, i), unit) + gap_after (self, i, unit);
  extra = MAX (0, self->width - 2 * self->margin - total) / MAX (1, self->stages->len);
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double content = stage_width (stage, unit);
      double at;

      stage->x = x;
      stage->width = content + extra;
      at = x + FLOW_STAGE_PAD * unit + stage->lead + extra / 2;
      for (guint j = 0; j < stage->segments->len; j++)
        {
          StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          segment->x = at;
          segment->width = segment_width (segment, unit);
          at += segment->width + stage->gap;
        }
      x += stage->width + gap_after (self, i, unit);
    }
}

static void
place_boxes_of_group (const StewardFlowchart *self,
                      StewardFlowSegment     *segment,
                      StewardFlowGroup       *group,
                      double                  x,
                      double                  y,
                      double                  gap,
                      gboolean                dates)
{
  for (guint i = 0; i < group->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (group->boxes, i);

      box->box.x = x + (i % segment->columns) * (segment->box_width + FLOW_BOX_GAP * self->unit);
      box->box.y = y + (i / segment->columns) * (segment->box_height + gap);
      box->box.width = segment->box_width;
      box->box.height = segment->box_height;
      steward_flowchart_box_place (box, self->unit, dates);
    }
}

/* Boxes get a share of the spare height, the gaps between them the rest. */
static void
place_segment (StewardFlowchart   *self,
               StewardFlowSegment *segment,
               double              top,
               double              bottom)
{
  double unit = self->unit;
  int n_rows, n_gaps;
  double fixed = segment_fixed (segment, unit, &n_rows, &n_gaps);
  double need = box_need (segment, segment->box_width, unit);
  double room = bottom - top - fixed;
  double tall = MIN (need * 1.75, need + 3.6 * unit);
  double inner = segment->x + (segment_sides (segment, unit) - (segment->columns - 1) * FLOW_BOX_GAP * unit) / 2;
  double gap, y, lead;
  gboolean dates;

  segment->box_height = CLAMP (need + (room - n_rows * need - n_gaps * FLOW_BOX_GAP * unit) * 0.72 / n_rows, need, tall);
  gap = n_gaps > 0 ? CLAMP ((room - n_rows * segment->box_height) / n_gaps, FLOW_BOX_GAP * unit, segment->box_height * 0.55) : 0;
  dates = segment->box_height >= need + 1.15 * unit;
  fixed += n_rows * segment->box_height + n_gaps * gap;
  lead = ((StewardFlowGroup *) g_ptr_array_index (segment->groups, 0))->title != NULL ? FLOW_TITLE * unit : 0;
  /* The boxes, not their title, lie around the centre line. */
  y = CLAMP (self->line_y - (fixed - lead) / 2 - lead, top, MAX (top, bottom - fixed));
  segment->top = y + lead;
  for (guint i = 0; i < segment->groups->len; i++)
    {
      StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);
      double pad = is_framed (segment, group) ? FLOW_FRAME_PAD * unit : 0;
      int rows = group_rows (segment, group);
      double height = rows * segment->box_height + (rows - 1) * gap;

      y += i > 0 ? FLOW_GROUP_GAP * unit : 0;
      group->title_y = y + FLOW_TITLE / 2 * unit;
      y += group->title != NULL ? FLOW_TITLE * unit : 0;
      place_boxes_of_group (self, segment, group, inner, y + pad, gap, dates);
      group->framed = pad > 0;
      group->frame_x = inner - FLOW_FRAME_PAD * unit;
      group->frame_y = y;
      group->frame_width = segment->columns * segment->box_width + ((segment->columns - 1) * FLOW_BOX_GAP + 2 * FLOW_FRAME_PAD) * unit;
      group->frame_height = height + 2 * pad;
      y += height + 2 * pad;
    }
  segment->bottom = y;
}

/* A main block is centred on the line, so it may only use the smaller half
 * twice; others only have to reach across the line. */
static void
place_stage_rows (StewardFlowchart *self,
                  StewardFlowStage *stage)
{
  double unit = self->unit;
  double top = self->body_y + FLOW_STAGE_PAD * unit;
  double bottom = self->body_bottom - FLOW_STAGE_PAD * unit;
  double inner = stage->width - 2 * FLOW_STAGE_PAD * unit;
  double tray = steward_flowchart_tray (stage, 0, 0, inner, unit, FALSE);

  if (tray > 0)
    {
      stage->tray_y = bottom - tray;
      steward_flowchart_tray (stage, stage->x + FLOW_STAGE_PAD * unit, stage->tray_y, inner, unit, TRUE);
      bottom -= tray + FLOW_GROUP_GAP * unit;
    }
  for (guint i = 0; i < stage->segments->len; i++)
    place_segment (self, g_ptr_array_index (stage->segments, i), top, bottom);
}

static void
place_activity (StewardFlowchart       *self,
                const StewardFlowStage *stage)
{
  double unit = self->unit;
  StewardFlowchartBox *box = &stage->activity->box;
  double letters = MIN (g_utf8_strlen (box->name, -1), 10);

  box->width = FLOW_ACTIVITY * unit;
  box->height = MIN ((letters * 1.35 + 1.4) * unit, self->body_bottom - self->body_y);
  box->x = stage->x + stage->width + FLOW_SEGMENT_GAP * unit;
  box->y = CLAMP (self->line_y - box->height / 2, self->body_y, self->body_bottom - box->height);
}

void
steward_flowchart_place (StewardFlowchart *self)
{
  Trial trial = choose_unit (self);
  double unit = trial.unit;
  double tray = 0;

  self->unit = unit;
  self->width = MAX (trial.width, trial.need_width);
  self->height = MAX (trial.height, trial.need_height);
  trial.width = self->width;
  trial.height = self->height;
  self->chrome = steward_flowchart_chrome (self, unit);
  self->margin = margin_units (self) * self->chrome;
  self->head_height = FLOW_STAGE_HEAD * unit;
  self->heads_y = self->margin + head_lines (self) * self->chrome;
  self->body_y = self->heads_y + self->head_height;
  self->body_bottom = self->body_y + body_height (self, &trial);
  self->legend_y = self->body_bottom + 0.4 * self->chrome;
  steward_legend_place (self->keys, self->chrome, self->margin, self->legend_y, self->width - 2 * self->margin);
  share_width (self, unit, self->width - trial.need_width);
  place_stage_columns (self, unit);
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      tray = MAX (tray, steward_flowchart_tray (stage, 0, 0, stage->width - 2 * FLOW_STAGE_PAD * unit, unit, FALSE));
    }
  /* The line moves up by half of the largest tray, the same in all stages. */
  self->line_y = (self->body_y + self->body_bottom - tray) / 2;
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      place_stage_rows (self, stage);
      if (stage->activity != NULL)
        place_activity (self, stage);
    }
}
