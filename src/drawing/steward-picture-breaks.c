/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-picture-private.h"

#include <math.h>

/* Where the pages of a tiled drawing end. Each ends where it cuts least; what
 * it cuts all the same is painted to its end beyond the cut, so that a box is
 * whole on the page on which it begins. */

#define MOST_LABELS 2000       /* among more lines nobody looks at single ones */

/* What a cut costs, in pages left empty for it. */
#define COST_STAGE     0.5
#define COST_BLOCK     0.2
#define COST_BOX       1.0
#define COST_LABEL     0.02
#define COST_MAJOR     0.1     /* a month without its name at the begin of a page */
#define COST_MINOR     0.03

typedef struct
{
  const StewardPicture *source;
  gboolean              across;
  double                start;
  double                limit;    /* end of the room on the page */
  double                overlap;
  double                filling;
} Search;

static void
get_extent (const StewardFlowBox *box,
            gboolean              across,
            double               *from,
            double               *to)
{
  *from = across ? box->box.x : box->box.y;
  *to = *from + (across ? box->box.width : box->box.height);
}

/* The last place at which every box that begins before it has room on the
 * page, but for those that have it on none. */
static double
find_last_place (const Search *search)
{
  GPtrArray *boxes = search->source->flowchart->boxes;
  double last = search->limit - search->overlap;

  for (guint i = 0; i < boxes->len; i++)
    {
      double from, to;

      get_extent (g_ptr_array_index (boxes, i), search->across, &from, &to);
      if (to > search->limit && from > search->start + 1 && to - from < search->limit - search->start)
        last = MIN (last, from - 1);
    }
  return last;
}

static gboolean
lies_inside (double at,
             double from,
             double to)
{
  return at > from + 0.5 && at < to - 0.5;
}

static double
rate_cut (const Search *search,
          double        at)
{
  const StewardFlowchart *chart = search->source->flowchart;
  double cost = (search->limit - at) / (search->limit - search->start);

  for (guint i = 0; i < chart->boxes->len; i++)
    {
      double from, to;

      get_extent (g_ptr_array_index (chart->boxes, i), search->across, &from, &to);
      if (lies_inside (at, from, to))
        cost += COST_BOX;
    }
  for (guint i = 0; search->across && i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);

      if (lies_inside (at, stage->x, stage->x + stage->width))
        cost += COST_STAGE;
      for (guint k = 0; k < stage->segments->len; k++)
        {
          const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, k);

          if (lies_inside (at, segment->x, segment->x + segment->width))
            cost += COST_BLOCK;
        }
    }
  for (guint i = 0; !search->across && i < chart->lanes->len; i++)
    {
      const StewardFlowLane *lane = g_ptr_array_index (chart->lanes, i);

      if (lies_inside (at, lane->y, lane->y + lane->height))
        cost += COST_BLOCK;
    }
  return cost;
}

static void
try_cut (const Search *search,
         double        at,
         double        last,
         double       *best,
         double       *best_cost)
{
  double cost;

  if (at > last || at < search->start + search->filling * (search->limit - search->start))
    return;
  cost = rate_cut (search, at);
  if (cost < *best_cost)
    {
      *best_cost = cost;
      *best = at;
    }
}

static double
find_cut_of_boxes (const Search *search)
{
  const StewardFlowchart *chart = search->source->flowchart;
  double last = find_last_place (search), best = last, best_cost;

  if (last <= search->start + 1)
    return search->limit - search->overlap;
  best_cost = rate_cut (search, last);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      double from, to;

      get_extent (g_ptr_array_index (chart->boxes, i), search->across, &from, &to);
      try_cut (search, from - 1, last, &best, &best_cost);
      try_cut (search, to + 1, last, &best, &best_cost);
    }
  for (guint i = 0; search->across && i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (chart->stages, i);

      try_cut (search, stage->x - 1, last, &best, &best_cost);
    }
  for (guint i = 0; !search->across && i < chart->lanes->len; i++)
    try_cut (search, ((StewardFlowLane *) g_ptr_array_index (chart->lanes, i))->y, last, &best, &best_cost);
  return best;
}

/* Begin of the line that lies at the limit; a head does not stand alone at the
 * foot of a page. */
static double
find_cut_of_lines (const Search *search)
{
  const StewardTimeline *timeline = search->source->timeline;
  double limit = search->limit - search->overlap;
  cairo_rectangle_t clip = { 0, limit - 0.5, timeline->width, 0.5 };
  guint first, end;

  steward_timeline_visible (timeline, &clip, &first, &end);
  if (first >= end)
    return MIN (limit, timeline->rows_bottom);
  while (first > 0)
    {
      const StewardTimelineLine *before = &g_array_index (timeline->lines, StewardTimelineLine, first - 1);

      if (before->kind > STEWARD_LINE_HEAD || before->y <= search->start + 1)
        break;
      first--;
    }
  return g_array_index (timeline->lines, StewardTimelineLine, first).y;
}

/* How many labels run on behind what is repeated beyond a cut at each of the
 * days from @first on. */
static void
count_cut_labels (const Search *search,
                  StewardDay    first,
                  int           n_days,
                  int          *cuts)
{
  const StewardTimeline *timeline = search->source->timeline;

  for (guint i = 0; i < timeline->lines->len && timeline->lines->len <= MOST_LABELS; i++)
    {
      const StewardTimelineLine *line = &g_array_index (timeline->lines, StewardTimelineLine, i);
      double from, to;

      if (line->row == NULL || line->label == NULL || *line->label == '\0')
        continue;
      from = steward_timeline_label_x (timeline, line);
      to = from + steward_timeline_label_width (timeline, line);
      for (int day = 0; day < n_days; day++)
        {
          double at = steward_timeline_day_to_x (timeline, first + day);

          cuts[day] += from < at && to > at + search->overlap;
        }
    }
}

/* Begin of a day, of a month or a week if one is near, where few labels are
 * cut. */
static double
find_cut_of_days (const Search *search)
{
  const StewardTimeline *timeline = search->source->timeline;
  double limit = search->limit - search->overlap, room = search->limit - search->start;
  StewardDay last = steward_timeline_x_to_day (timeline, limit);
  StewardDay first = steward_timeline_x_to_day (timeline, limit - MIN (0.25, 1 - search->filling) * room);
  double best = steward_timeline_day_to_x (timeline, last), best_cost = G_MAXDOUBLE;
  int n_days = last - first + 1;
  g_autofree int *cuts = g_new0 (int, n_days);

  count_cut_labels (search, first, n_days, cuts);
  for (int i = n_days - 1; i >= 0; i--)
    {
      StewardDay day = first + i;
      double at = steward_timeline_day_to_x (timeline, day);
      double cost = (limit - at) / room + COST_LABEL * cuts[i];

      if (steward_timeline_is_folded (timeline, day) || at <= search->start + 1)
        continue;
      if (steward_unit_begin (timeline->level->major, day) != day)
        cost += COST_MAJOR;
      if (steward_unit_begin (timeline->level->minor, day) != day)
        cost += COST_MINOR;
      if (cost < best_cost)
        {
          best_cost = cost;
          best = at;
        }
    }
  return best;
}

static double
find_cut (const Search *search)
{
  double limit = search->limit - search->overlap;
  double at = search->source->flowchart != NULL ? find_cut_of_boxes (search)
              : search->across ? find_cut_of_days (search) : find_cut_of_lines (search);

  return at > search->start + 1 ? MIN (at, limit) : limit;
}

/* What is cut there is painted to its end. */
static double
find_end (const Search *search,
          double        at)
{
  const StewardFlowchart *chart = search->source->flowchart;
  double end = at + search->overlap;

  for (guint i = 0; chart != NULL && i < chart->boxes->len; i++)
    {
      double from, to;

      get_extent (g_ptr_array_index (chart->boxes, i), search->across, &from, &to);
      if (from < at && to > at)
        end = MAX (end, to + 1);
    }
  return MIN (end, search->limit);
}

static double
find_bottom (const StewardPicture *source)
{
  if (source->timeline != NULL)
    return source->timeline->rows_bottom;
  /* Every page has the signs of its own below. */
  return steward_picture_has_frame (source) ? source->flowchart->legend_y : source->height;
}

GArray *
steward_picture_find_spans (const StewardPicture *source,
                            gboolean              across,
                            double                room,
                            double                overlap,
                            double                filling,
                            guint                 most)
{
  double end = across ? source->width : find_bottom (source);
  Search search = { source, across, across ? source->frozen_width : source->frozen_height, 0, overlap, filling };
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StewardTileSpan));
  StewardTileSpan span;

  while (search.start + room < end - 0.5 && spans->len < most)
    {
      search.limit = search.start + room;
      span.from = search.start;
      span.to = find_cut (&search);
      span.end = find_end (&search, span.to);
      g_array_append_val (spans, span);
      search.start = span.to;
    }
  span = (StewardTileSpan) { search.start, end, end };
  g_array_append_val (spans, span);
  return spans;
}
