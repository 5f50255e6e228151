/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include <math.h>

/* How one box arranges its own lines: name (at most two lines), bureau, and
 * marks with the status, sharing lines where the width allows. Layout and
 * painter both ask here. */

#define MOST_BUREAU_LINES 3
#define MOST_BELOW        5.75   /* width that the line of the status may ask for */
#define BUREAU_LINE (STEWARD_INK_LINE * FLOW_SMALL)

static double
inner_width (double width,
             double unit)
{
  return width - (FLOW_STRIP + 2 * FLOW_PAD) * unit;
}

static double
status_em (const StewardFlowBox *box)
{
  double text = box->limit_em * FLOW_STATUS;

  return FLOW_GLYPH + (text > 0 ? FLOW_MARK_GAP + text : 0);
}

static double
marks_em (const StewardFlowBox *box)
{
  return box->n_marks > 0 ? box->n_marks * (FLOW_MARK + FLOW_MARK_GAP) : 0;
}

/* The corner mark needs a little of the first line. */
static double
name_width (double width,
            double unit)
{
  return inner_width (width, unit) - 0.25 * unit;
}

static gboolean
fits_merged (const StewardFlowBox *box,
             double                inner,
             double                unit)
{
  double bureau = box->bureau_em > 0 ? box->bureau_em * FLOW_SMALL + 0.5 : 0;

  return (bureau + marks_em (box) + (bureau > 0 ? 0.5 : 0.3) + status_em (box)) * unit <= inner;
}

static gboolean
fits_marks_below (const StewardFlowBox *box,
                  double                inner,
                  double                unit)
{
  return (marks_em (box) + 0.3 + status_em (box)) * unit <= inner;
}

/* Lines of the bureau when it does not share the status's and nothing of it is
 * cut. Each line but the last may waste a character: none begins with a comma. */
static int
count_bureau_lines (const StewardFlowBox *box,
                    double                inner,
                    double                unit)
{
  double width = fits_marks_below (box, inner, unit) ? inner : inner - marks_em (box) * unit;
  double text = box->bureau_em * FLOW_SMALL * unit, waste = FLOW_SMALL * unit;

  if (text <= width || width <= 2 * waste)
    return 1;
  return MIN (MOST_BUREAU_LINES, (int) ceil ((text - waste) / (width - waste)));
}

static int
count_name_lines (const StewardFlowBox *box,
                  double                width,
                  double                unit)
{
  return box->name_em * unit <= name_width (width, unit) ? 1 : 2;
}

double
steward_flowchart_box_need (const StewardFlowBox *box,
                            double                width,
                            double                unit,
                            gboolean              whole)
{
  double inner = inner_width (width, unit);
  double lines = count_name_lines (box, width, unit) * STEWARD_INK_LINE;

  lines += 1.45;
  if (!fits_merged (box, inner, unit))
    lines += 1.25 + (whole ? (count_bureau_lines (box, inner, unit) - 1) * BUREAU_LINE : 0);
  return (lines + 2 * 0.48) * unit;
}

void
steward_flowchart_box_widths (const StewardFlowBox *box,
                         double                unit,
                         double               *narrow,
                         double               *wide)
{
  double edges = FLOW_STRIP + 2 * FLOW_PAD;
  double name = box->name_em;
  /* Breaking a line of Chinese wastes up to one character. */
  double half = MIN (name, MAX (4.0, ceil (name / 2) + 0.3));
  double bureau = MAX (MIN (box->bureau_em, 5.0), box->bureau_em / MOST_BUREAU_LINES + 1) * FLOW_SMALL;

  *narrow = MIN (MAX (MAX (MIN (half, 9.5) + 0.25, status_em (box)), bureau), 10.0);
  /* Marks go beside the status, so that the bureau has its lines alone, unless
   * that is asked too much. */
  if (box->n_marks > 0 && marks_em (box) + 0.3 + status_em (box) <= MOST_BELOW)
    *narrow = MAX (*narrow, marks_em (box) + 0.32 + status_em (box));
  *narrow = MAX (*narrow, marks_em (box) + 2.4) + edges;
  *wide = MAX (name + 0.35, box->bureau_em * FLOW_SMALL + 1.1 + marks_em (box) + status_em (box)) + edges;
  *wide = MAX (MIN (*wide, 20 + edges), *narrow);
  *narrow *= unit;
  *wide *= unit;
}

void
steward_flowchart_box_widths_of (GPtrArray *groups,
                                 double     unit,
                                 double    *narrow,
                                 double    *wide)
{
  *narrow = *wide = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      const StewardFlowGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->boxes->len; j++)
        {
          double a, b;

          steward_flowchart_box_widths (g_ptr_array_index (group->boxes, j), unit, &a, &b);
          *narrow = MAX (*narrow, a);
          *wide = MAX (*wide, b);
        }
    }
}

double
steward_flowchart_box_line (const StewardFlowBox *box,
                            double                unit)
{
  double name = MIN (box->name_em, 20) + 0.35, below = marks_em (box) + 0.35 + status_em (box);

  return (MAX (name, below) + FLOW_STRIP + 2 * FLOW_PAD) * unit;
}

void
steward_flowchart_box_place (StewardFlowBox *box,
                        double          unit,
                        gboolean        dates)
{
  double width = box->box.width;
  double inner = inner_width (width, unit);
  double lines, y, spare, more;

  box->name_lines = count_name_lines (box, width, unit);
  box->merged = fits_merged (box, inner, unit);
  box->marks_below = !box->merged && fits_marks_below (box, inner, unit);
  lines = box->name_lines * STEWARD_INK_LINE + 1.45 + (box->merged ? 0 : 1.25) + (dates ? 1.1 : 0);
  spare = MAX (0, box->box.height / unit - lines - 2 * 0.48);
  /* A long bureau takes more lines where there is room for them. */
  box->bureau_lines = box->merged ? 1 : count_bureau_lines (box, inner, unit);
  box->bureau_lines = MIN (box->bureau_lines, 1 + (int) (spare / BUREAU_LINE + 0.01));
  more = (box->bureau_lines - 1) * BUREAU_LINE;
  spare -= more;
  lines += more;
  /* Spare height goes between the lines first, then around them. */
  spare = MIN (MAX (0, spare) / (2 + box->merged + dates), 0.55);
  lines += spare * (1 + !box->merged + dates);
  y = box->box.y + (box->box.height - lines * unit) / 2;
  box->name_y = y + box->name_lines * STEWARD_INK_LINE / 2 * unit;
  y += (box->name_lines * STEWARD_INK_LINE + spare) * unit;
  box->bureau_y = 0;
  if (!box->merged)
    {
      box->bureau_y = y + (1.25 + more) / 2 * unit;
      y += (1.25 + more + spare) * unit;
    }
  box->dates_y = 0;
  if (dates)
    {
      box->dates_y = y + 1.1 / 2 * unit;
      y += (1.1 + spare) * unit;
    }
  box->status_y = y + 1.45 / 2 * unit;
  if (box->merged)
    box->bureau_y = box->status_y;
}

double
steward_flowchart_box_below_width (const StewardFlowBox *box,
                                   double                unit)
{
  double inner = inner_width (box->box.width, unit);

  if (box->merged)
    return (box->bureau_em * FLOW_SMALL + 0.05) * unit;
  return box->marks_below ? inner : inner - marks_em (box) * unit;
}

void
steward_flowchart_box_break (StewardFlowBox *box,
                             double          unit)
{
  double name = inner_width (box->box.width, unit) - 0.2 * unit;

  g_free (box->name_text);
  g_free (box->below_text);
  box->name_text = steward_flowchart_break (box->box.name, name / unit, box->name_lines);
  box->below_text = steward_flowchart_break (box->below, steward_flowchart_box_below_width (box, unit) / (FLOW_SMALL * unit),
                                             box->bureau_lines);
}

double
steward_flowchart_pill_width (const StewardFlowBox *box,
                         double                unit)
{
  double em = FLOW_GLYPH * 0.9 + 0.35 + MIN (box->name_em, 14) * FLOW_STATUS + 1.3;

  if (box->limit_em > 0 && box->box.lane != STEWARD_LANE_UTILITY)
    em += 0.4 + box->limit_em * FLOW_SMALL;
  if (box->box.supplement)
    em += FLOW_MARK + FLOW_MARK_GAP;
  return em * unit;
}

double
steward_flowchart_tray (StewardFlowStage *stage,
                   double            x,
                   double            y,
                   double            width,
                   double            unit,
                   gboolean          place)
{
  double left = 0, top = FLOW_TITLE * unit;
  double gap = FLOW_PILL_GAP * unit;
  double height = FLOW_PILL_HEIGHT * unit;

  if (stage->pills->len == 0)
    return 0;
  for (guint i = 0; i < stage->pills->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (stage->pills, i);
      double pill = MIN (steward_flowchart_pill_width (box, unit), width);

      if (left > 0 && left + pill > width)
        {
          left = 0;
          top += height + gap;
        }
      if (place)
        {
          box->box.x = x + left;
          box->box.y = y + top;
          box->box.width = pill;
          box->box.height = height;
        }
      left += pill + gap;
    }
  return top + height;
}

static double
get_radius (const StewardFlowBox *box,
            double                unit)
{
  return box->kind == STEWARD_FLOW_PILL ? box->box.height / 2 : FLOW_RADIUS * unit;
}

void
steward_flowchart_box_trace (const StewardFlowBox *box,
                             StewardInk           *ink,
                             double                unit)
{
  steward_ink_round_rect (ink, box->box.x, box->box.y, box->box.width, box->box.height, get_radius (box, unit));
}

gboolean
steward_flowchart_box_contains (const StewardFlowBox *box,
                                double                unit,
                                double                x,
                                double                y)
{
  const StewardFlowchartBox *b = &box->box;
  double radius = MIN (get_radius (box, unit), MIN (b->width, b->height) / 2);
  /* From the middle of the corner that is nearest, inwards it is negative. */
  double across = MAX (b->x + radius - x, x - (b->x + b->width - radius));
  double down = MAX (b->y + radius - y, y - (b->y + b->height - radius));

  if (x < b->x || x >= b->x + b->width || y < b->y || y >= b->y + b->height)
    return FALSE;
  return across <= 0 || down <= 0 || hypot (across, down) <= radius;
}
