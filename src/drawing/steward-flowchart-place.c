/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-segment-private.h"

#include <math.h>

/*
 * Where everything stands. The unit (the size of a name) is searched from
 * large to small until the drawing fits the size asked for; below the
 * legible size the drawing grows instead. Blocks take one column of boxes
 * when that fits, and several inside a frame only when it does not.
 */

#define MOST_COLUMNS 12
#define COLUMN_PRICE 0.06    /* of each further column, as a part of the width */
#define WORTH        0.88    /* letters that much smaller are better than cut texts */

typedef struct
{
  double   unit;
  double   width;
  double   height;
  int      columns;      /* at most, per segment */
  gboolean whole;      /* no bureau is cut */
  double   need_width;
  double   need_height;
} Trial;

/* On a projector the smallest letters decide, not the names. */
static double
smallest_unit (const StewardFlowchart *self)
{
  double letters = self->options.letters;

  if (self->options.screen > 0)
    return (letters > 0 ? letters : self->options.height * STEWARD_PROJECTOR_TEXT) / FLOW_DATES;
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

/* The narrowest way to fit into @room, with one column unless several save a
 * good part of the width; FALSE when there is none. */
static gboolean
fit_segment (StewardFlowSegment *segment,
             const Trial        *trial,
             double              room)
{
  double narrow, wide, best = G_MAXDOUBLE, best_width = 0;
  int best_columns = 1;

  steward_flowchart_box_widths_of (segment->groups, trial->unit, &narrow, &wide);
  for (int columns = 1; columns <= trial->columns && columns <= MAX (1, segment->n_boxes); columns++)
    {
      segment->columns = columns;
      for (int i = 0; i <= FLOW_WIDTHS; i++)
        {
          double width;

          segment->box_width = narrow + (wide - narrow) * i / FLOW_WIDTHS;
          width = steward_flow_segment_width (segment, trial->unit) * (1 + (columns - 1) * COLUMN_PRICE);
          if (width >= best)
            break;
          if (steward_flow_segment_need (segment, segment->box_width, trial->unit, trial->whole) > room)
            continue;
          best = width;
          best_columns = columns;
          best_width = segment->box_width;
        }
    }
  segment->columns = best_columns;
  segment->box_width = best < G_MAXDOUBLE ? best_width : narrow;
  return best < G_MAXDOUBLE;
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
      sure = self->stages->len == 1 ? trial->width - trial->need_width : steward_flow_stage_width (stage, unit);
      tray = steward_flowchart_tray (stage, 0, 0, sure - 2 * FLOW_STAGE_PAD * unit, unit, FALSE);
      tray += tray > 0 ? FLOW_GROUP_GAP * unit : 0;
      /* Even without boxes the main line must pass above the tray. */
      tallest = MAX (tallest, tray + (FLOW_LINE_ROOM + 2 * FLOW_STAGE_PAD) * unit);
      fits &= tallest <= body;
      for (guint j = 0; j < stage->segments->len; j++)
        {
          StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          segment->room = body - tray - 2 * FLOW_STAGE_PAD * unit;
          fits &= fit_segment (segment, trial, segment->room);
          tallest = MAX (tallest, steward_flow_segment_need (segment, segment->box_width, unit, trial->whole)
                                  + tray + 2 * FLOW_STAGE_PAD * unit);
        }
      trial->need_width += steward_flow_stage_width (stage, unit) + gap_after (self, i, unit);
    }
  trial->need_height = trial->height + MAX (0, tallest - body);
  return fits && trial->need_width <= trial->width;
}

/* Largest unit that fits, 0 when none does. */
static double
search_unit (StewardFlowchart *self,
             int               columns,
             gboolean          whole,
             double            smallest,
             double            largest)
{
  Trial trial = { .width = self->options.width, .height = self->options.height, .columns = columns, .whole = whole };

  for (trial.unit = largest; trial.unit >= smallest; trial.unit -= FLOW_STEP)
    {
      if (try_unit (self, &trial))
        return trial.unit;
    }
  return 0;
}

/* Letters may be a little smaller if then nothing is cut. */
static Trial
search (StewardFlowchart *self,
        int               columns,
        double            smallest,
        double            largest)
{
  Trial trial = { .width = self->options.width, .height = self->options.height, .columns = columns };
  double whole;

  trial.unit = search_unit (self, columns, FALSE, smallest, largest);
  whole = trial.unit > 0 ? search_unit (self, columns, TRUE, MAX (smallest, trial.unit * WORTH), trial.unit) : 0;
  trial.whole = whole > 0;
  trial.unit = trial.whole ? whole : trial.unit;
  return trial;
}

/* The drawing grows, both ways alike, so that shrinking it onto a page or a
 * screen costs the least. */
static Trial
grow (StewardFlowchart *self,
      double            smallest)
{
  Trial cut = { 0 };
  double most = FLOW_MOST_GROWTH;

  for (double factor = 1; factor < most; factor *= 1.02)
    for (int whole = TRUE; whole >= FALSE; whole--)
      {
        Trial trial = { .unit = smallest, .width = self->options.width * factor, .height = self->options.height * factor,
                        .columns = MOST_COLUMNS, .whole = whole };

        if ((!whole && cut.unit > 0) || !try_unit (self, &trial))
          continue;
        if (whole)
          return trial;
        cut = trial;
        most = MIN (most, factor > 1 && self->options.screen == 0 ? factor / WORTH : factor);
      }
  if (cut.unit == 0)
    cut = (Trial) { .unit = smallest, .width = self->options.width * most, .height = self->options.height * most,
                    .columns = MOST_COLUMNS };
  try_unit (self, &cut);
  return cut;
}

/* One column per block reads best. Several are used when nothing else is
 * legible or whole, and for a stage alone on a screen, where size is what
 * counts. */
static Trial
choose_unit (StewardFlowchart *self)
{
  double smallest = smallest_unit (self);
  double largest = MAX (smallest, MIN (self->options.width / 26, self->options.height / 17) * self->options.text_scale);
  Trial trial = search (self, 1, smallest * 1.08, largest);

  if (trial.unit == 0 || !trial.whole || self->options.stage != 0)
    {
      Trial several = search (self, MOST_COLUMNS, smallest, largest);
      gboolean mends = several.whole && !trial.whole;

      if (several.unit > trial.unit * (mends ? WORTH : 1.15))
        trial = several;
    }
  if (trial.unit == 0)
    return grow (self, smallest);
  try_unit (self, &trial);
  return trial;
}

gboolean
steward_flowchart_fits (StewardFlowchart *self,
                        gboolean          whole)
{
  return search_unit (self, MOST_COLUMNS, whole, smallest_unit (self), smallest_unit (self)) > 0;
}

static void
place_stage_columns (StewardFlowchart *self,
                     double            unit)
{
  double total = 0, extra, x = self->margin;

  for (guint i = 0; i < self->stages->len; i++)
    total += steward_flow_stage_width (g_ptr_array_index (self->stages, i), unit) + gap_after (self, i, unit);
  extra = MAX (0, self->width - 2 * self->margin - total) / MAX (1, self->stages->len);
  for (guint i = 0; i < self->stages->len; i++)
    {
      StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      double content = steward_flow_stage_width (stage, unit);
      double at;

      stage->x = x;
      stage->width = content + extra;
      at = x + FLOW_STAGE_PAD * unit + stage->lead + extra / 2;
      for (guint j = 0; j < stage->segments->len; j++)
        {
          StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);

          segment->x = at;
          segment->width = steward_flow_segment_width (segment, unit);
          at += segment->width + stage->gap;
        }
      x += stage->width + gap_after (self, i, unit);
    }
}

/* The boxes of a group fill its width: the last row may be short, but not all
 * of them. */
static void
place_boxes_of_group (const StewardFlowchart   *self,
                      const StewardFlowSegment *segment,
                      const StewardFlowGroup   *group,
                      const cairo_rectangle_t  *place,
                      double                    gap)
{
  int rows = steward_flow_group_rows (segment, group), columns = (group->boxes->len + rows - 1) / rows;
  double across = FLOW_BOX_GAP * self->unit, width = (place->width - (columns - 1) * across) / columns;

  for (guint i = 0; i < group->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (group->boxes, i);

      box->box.x = place->x + (i % columns) * (width + across);
      box->box.y = place->y + (i / columns) * (group->box_height + gap);
      box->box.width = width;
      box->box.height = group->box_height;
      steward_flowchart_box_place (box, self->unit, group->dates);
    }
}

/* Least heights of the boxes: one for all groups when there is room for that,
 * else for each its own, and only then with something cut. */
static double
find_heights (StewardFlowSegment *segment,
              double              room,
              int                 n_rows,
              double              gaps,
              double              unit)
{
  double highest = 0, sum = 0;

  for (int whole = TRUE; whole >= FALSE; whole--)
    {
      highest = sum = 0;
      for (guint i = 0; i < segment->groups->len; i++)
        {
          StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

          group->box_height = steward_flow_group_need (segment, group, segment->box_width, unit, whole);
          highest = MAX (highest, group->box_height);
          sum += steward_flow_group_rows (segment, group) * group->box_height;
        }
      if (sum + gaps <= room)
        break;
    }
  if (n_rows * highest + gaps > room)
    return sum;
  for (guint i = 0; i < segment->groups->len; i++)
    ((StewardFlowGroup *) g_ptr_array_index (segment->groups, i))->box_height = highest;
  return n_rows * highest;
}

/* Boxes get a share of the spare height, the gaps between them the rest.
 * Returns the height of all boxes with the gaps. */
static double
size_boxes (StewardFlowSegment *segment,
            double              room,
            int                 n_rows,
            int                 n_gaps,
            double              unit,
            double             *gap)
{
  double least = FLOW_BOX_GAP * unit;
  double need = find_heights (segment, room, n_rows, n_gaps * least, unit);
  double more = MAX (0, room - need - n_gaps * least) * 0.72 / n_rows, sum = 0, lowest = G_MAXDOUBLE;

  for (guint i = 0; i < segment->groups->len; i++)
    {
      StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);
      double added = MIN (more, MIN (group->box_height * 0.75, 3.6 * unit));

      group->dates = added >= 1.15 * unit;
      group->box_height += added;
      sum += steward_flow_group_rows (segment, group) * group->box_height;
      lowest = MIN (lowest, group->box_height);
    }
  *gap = n_gaps > 0 ? CLAMP ((room - sum) / n_gaps, least, MAX (least, lowest * 0.4)) : 0;
  return sum + n_gaps * *gap;
}

static void
place_group (StewardFlowchart   *self,
             StewardFlowSegment *segment,
             StewardFlowGroup   *group,
             double              y,
             double              gap)
{
  double unit = self->unit, pad = steward_flow_group_is_framed (segment, group) ? FLOW_FRAME_PAD * unit : 0;
  double sides = segment->barred ? (FLOW_BAR + FLOW_BAR_GAP) * unit : 0;
  int rows = steward_flow_group_rows (segment, group);
  cairo_rectangle_t place;

  group->frame_x = segment->x + sides;
  group->frame_y = y;
  group->frame_width = segment->width - 2 * sides;
  group->frame_height = rows * group->box_height + (rows - 1) * gap + 2 * pad;
  group->framed = pad > 0;
  place = (cairo_rectangle_t) { group->frame_x + pad, y + pad, group->frame_width - 2 * pad, group->frame_height - 2 * pad };
  place_boxes_of_group (self, segment, group, &place, gap);
}

static void
place_segment (StewardFlowchart   *self,
               StewardFlowSegment *segment,
               double              top,
               double              bottom)
{
  double unit = self->unit;
  int n_rows, n_gaps;
  double fixed = steward_flow_segment_fixed (segment, unit, &n_rows, &n_gaps);
  double gap, y, lead;

  fixed += size_boxes (segment, bottom - top - fixed, n_rows, n_gaps, unit, &gap);
  lead = ((StewardFlowGroup *) g_ptr_array_index (segment->groups, 0))->title != NULL ? FLOW_TITLE * unit : 0;
  /* The boxes, not their title, lie around the centre line. */
  y = CLAMP (self->line_y - (fixed - lead) / 2 - lead, top, MAX (top, bottom - fixed));
  segment->top = y + lead;
  for (guint i = 0; i < segment->groups->len; i++)
    {
      StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      y += i > 0 ? FLOW_GROUP_GAP * unit : 0;
      group->title_y = y + FLOW_TITLE / 2 * unit;
      y += group->title != NULL ? FLOW_TITLE * unit : 0;
      place_group (self, segment, group, y, gap);
      y += group->frame_height;
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
      /* On a screen of its own it is what the room looks at. */
      stage->tray_y = self->options.screen > 0 && stage->segments->len == 0 ? (top + bottom - tray) / 2 : bottom - tray;
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
  steward_flowchart_share_width (self, unit, self->width - trial.need_width);
  place_stage_columns (self, unit);
  steward_flowchart_fit_heads (self);
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
