/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "steward-flowchart-private.h"

/* What holds for every flowchart, whatever the plan and the arrangement. */

#define SLACK 0.01

static inline const StewardFlowchartBox *
get_box (const StewardFlowchart *chart,
         guint                   i)
{
  return g_ptr_array_index (steward_flowchart_get_boxes (chart), i);
}

static inline gboolean
overlap (const StewardFlowchartBox *a,
         double                     x,
         double                     y,
         double                     width,
         double                     height)
{
  return a->x < x + width - SLACK && x < a->x + a->width - SLACK
         && a->y < y + height - SLACK && y < a->y + a->height - SLACK;
}

static inline void
check_boxes (const StewardFlowchart *chart)
{
  guint n = steward_flowchart_get_boxes (chart)->len;
  double width, height;

  steward_flowchart_get_size (chart, &width, &height);
  for (guint i = 0; i < n; i++)
    {
      const StewardFlowchartBox *box = get_box (chart, i);

      g_assert_true (isfinite (box->x) && isfinite (box->y));
      g_assert_cmpfloat (box->x, >=, 0);
      g_assert_cmpfloat (box->y, >=, chart->body_y - SLACK);
      g_assert_cmpfloat (box->x + box->width, <=, width + SLACK);
      g_assert_cmpfloat (box->y + box->height, <=, chart->body_bottom + SLACK);
      g_assert_cmpfloat (chart->body_bottom, <, height);
      for (guint j = 0; j < i; j++)
        {
          const StewardFlowchartBox *other = get_box (chart, j);

          g_assert_false (overlap (box, other->x, other->y, other->width, other->height));
        }
    }
}

/* No line meets a box, none meets another but at its ends, and where the
 * drawing has one main line all its pieces lie on it. */
static inline void
check_edges (const StewardFlowchart *chart)
{
  guint n = steward_flowchart_get_boxes (chart)->len;

  for (guint i = 0; i < chart->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (chart->edges, StewardFlowEdge, i);
      double left = MIN (edge->x0, edge->x1), top = MIN (edge->y0, edge->y1);
      double width = fabs (edge->x1 - edge->x0), height = fabs (edge->y1 - edge->y0);

      g_assert_true (edge->x0 == edge->x1 || edge->y0 == edge->y1);
      g_assert_cmpfloat (left, >=, 0);
      g_assert_cmpfloat (left + width, <=, chart->width);
      g_assert_cmpfloat (top, >=, chart->body_y);
      g_assert_cmpfloat (top + height, <=, chart->body_bottom);
      if (edge->arrow)
        g_assert_cmpfloat (edge->x0, <, edge->x1);
      if (edge->arrow && chart->lanes->len == 0)
        g_assert_cmpfloat (edge->y0, ==, chart->line_y);
      for (guint j = 0; j < n; j++)
        g_assert_false (overlap (get_box (chart, j), left + 2 * SLACK, top + 2 * SLACK, MAX (0.1, width - 4 * SLACK),
                                 MAX (0.1, height - 4 * SLACK)));
    }
  g_assert_cmpuint (steward_flowchart_count_crossings (chart), ==, 0);
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const StewardFlowBar *bar = &g_array_index (chart->bars, StewardFlowBar, i);

      if (chart->lanes->len == 0)
        {
          g_assert_cmpfloat (bar->y, <=, chart->line_y);
          g_assert_cmpfloat (bar->y + bar->height, >=, chart->line_y);
        }
      for (guint j = 0; j < n; j++)
        g_assert_false (overlap (get_box (chart, j), bar->x, bar->y, bar->width, bar->height));
    }
}

/* Lines that were ended by the layout have room, and are not too many: what is
 * painted is then whole. A text without such ends is set by Pango, which puts
 * an ellipsis where it has to cut. */
static inline void
check_lines (const char *text,
             const char *whole,
             double      width,
             int         lines)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("", parts);
  guint n = g_strv_length (parts);

  g_assert_cmpstr (joined, ==, whole);
  g_assert_cmpuint (n, <=, MAX (1, lines));
  for (guint i = 0; i < n && n > 1; i++)
    g_assert_cmpfloat (steward_lettering_estimate (parts[i]), <=, width + SLACK);
}

/* What a box says lies inside it: its lines in order, the status above the
 * lower edge. Longer text is ellipsised by the painter. */
static inline void
check_texts (const StewardFlowchart *chart)
{
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);
      double half = chart->unit * 0.45;

      /* What is cut is said in full when it is pointed at. */
      g_assert_nonnull (strstr (box->box.description, box->box.name));
      if (box->kind != STEWARD_FLOW_CARD)
        continue;
      g_assert_cmpfloat (box->box.height, >=, steward_flowchart_box_need (box, box->box.width, chart->unit, FALSE) - SLACK);
      g_assert_cmpint (box->name_lines, <=, 2);
      g_assert_cmpfloat (box->name_y - box->name_lines * half, >=, box->box.y);
      g_assert_cmpfloat (box->bureau_y, >, box->name_y);
      g_assert_cmpfloat (box->status_y, >=, box->bureau_y);
      g_assert_cmpfloat (box->status_y + half, <=, box->box.y + box->box.height);
      check_lines (box->name_text, box->box.name,
                   box->box.width / chart->unit - FLOW_STRIP - 2 * FLOW_PAD - 0.2, box->name_lines);
      check_lines (box->below_text, box->below,
                   steward_flowchart_box_below_width (box, chart->unit) / (FLOW_SMALL * chart->unit), box->bureau_lines);
      g_assert_cmpfloat (box->bureau_y + box->bureau_lines * FLOW_SMALL * half, <=, box->box.y + box->box.height);
    }
}

/* A frame holds its own boxes, and meets no other one. */
static inline void
check_frame (const StewardFlowchart *chart,
             const StewardFlowGroup *group)
{
  if (!group->framed)
    return;
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (chart->boxes, i);
      const StewardFlowchartBox *b = &box->box;

      if (g_ptr_array_find (group->boxes, box, NULL))
        g_assert_true (b->x > group->frame_x && b->y > group->frame_y
                       && b->x + b->width < group->frame_x + group->frame_width
                       && b->y + b->height < group->frame_y + group->frame_height);
      else
        g_assert_false (overlap (b, group->frame_x, group->frame_y, group->frame_width, group->frame_height));
    }
}

static inline void
check_frames (const StewardFlowchart *chart)
{
  for (guint i = 0; i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);

      for (guint j = 0; j < stage->segments->len; j++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, j);
          const GPtrArray *groups = chart->lanes->len > 0 ? segment->cells : segment->groups;

          g_assert_cmpfloat (segment->x, >=, stage->x);
          g_assert_cmpfloat (segment->x + segment->width, <=, stage->x + stage->width + SLACK);
          for (guint k = 0; k < groups->len; k++)
            check_frame (chart, g_ptr_array_index (groups, k));
        }
    }
}

/* Stages stand side by side, and their heads have room for their names unless
 * these are very long. */
static inline void
check_heads (const StewardFlowchart *chart)
{
  double x = 0;

  for (guint i = 0; i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);
      double name = steward_lettering_estimate (stage->title);

      g_assert_cmpfloat (stage->x, >=, x);
      x = stage->x + stage->width;
      g_assert_cmpfloat (x, <=, chart->width);
      g_assert_cmpfloat (chart->title_size, >=, 0.9);
      if (name <= 16 && chart->title_size <= 0.93)
        g_assert_cmpfloat (name * chart->title_size * chart->unit, <=, stage->width);
    }
}

static inline void
check_all (const StewardFlowchart *chart)
{
  check_frames (chart);
  check_heads (chart);
  check_boxes (chart);
  check_edges (chart);
  check_texts (chart);
}
