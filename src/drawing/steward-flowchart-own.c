/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include <math.h>
#include <string.h>

/* Links of the steward's own lie across an arrangement that knows nothing of
 * them. Each is led through the gaps between boxes: a grid of lines beside
 * all boxes, and the shortest way over it with few corners. */

/* How far from a box a line passes, and the least that has to be free. */
#define AWAY  0.31
#define CLEAR 0.08

/* What a corner, a piece through words or bars and a way in from above cost. */
#define CORNER 2.0
#define WORDS  4.0
#define FRAMES 2.5
#define BARS   8.0
#define ABOVE  1.0

typedef struct
{
  const StewardFlowchart *chart;
  GArray                 *xs;      /* double, sorted */
  GArray                 *ys;
  double                 *across;  /* what the piece to the right of each crossing costs; inf: a box is there */
  double                 *down;    /* the piece below it */
} Grid;

/* The state of a search: a crossing, and whether it was reached level. */
typedef struct
{
  double cost;
  guint  at;
} Open;

static double
get_x (const Grid *self,
       guint       i)
{
  return g_array_index (self->xs, double, i);
}

static double
get_y (const Grid *self,
       guint       i)
{
  return g_array_index (self->ys, double, i);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
sort_lines (GArray *lines,
            double  least,
            double  most)
{
  guint n = 0;

  g_array_sort (lines, compare_numbers);
  for (guint i = 0; i < lines->len; i++)
    {
      double value = g_array_index (lines, double, i);

      if (value < least || value > most || (n > 0 && value - g_array_index (lines, double, n - 1) < 0.01))
        continue;
      g_array_index (lines, double, n++) = value;
    }
  g_array_set_size (lines, n);
}

static void
add_line (GArray *lines,
          double  value)
{
  g_array_append_val (lines, value);
}

/* Where a line may leave or reach a box: in the middle above and below, and at
 * the side apart from the line of the drawing itself. */
static void
add_box_lines (Grid                      *self,
               const StewardFlowchartBox *box)
{
  double away = AWAY * self->chart->unit;

  add_line (self->xs, box->x - away);
  add_line (self->xs, box->x + box->width + away);
  add_line (self->xs, box->x + box->width / 2);
  add_line (self->ys, box->y - away);
  add_line (self->ys, box->y + box->height + away);
  add_line (self->ys, box->y + box->height * 0.25);
  add_line (self->ys, box->y + box->height * 0.75);
}

static guint
find_line (const GArray *lines,
           double        value)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (lines, double, middle) < value - 0.005)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Makes all pieces that touch the inside of a rectangle cost @cost times. */
static void
charge (Grid   *self,
        double  x,
        double  y,
        double  width,
        double  height,
        double  cost)
{
  guint n = self->xs->len;

  for (guint j = MAX (1, find_line (self->ys, y)) - 1; j < self->ys->len && get_y (self, j) < y + height; j++)
    {
      for (guint i = MAX (1, find_line (self->xs, x)) - 1; i < n && get_x (self, i) < x + width; i++)
        {
          gboolean inside_x = get_x (self, i) > x, inside_y = get_y (self, j) > y;
          gboolean enters_x = i + 1 < n && get_x (self, i + 1) > x;
          gboolean enters_y = j + 1 < self->ys->len && get_y (self, j + 1) > y;

          if (inside_y && enters_x)
            self->across[j * n + i] *= cost;
          if (inside_x && enters_y)
            self->down[j * n + i] *= cost;
        }
    }
}

/* Titles, and the frames of blocks: a line that goes through one looks as if it
 * led to what is in it. */
static void
charge_groups (Grid            *self,
               const GPtrArray *groups,
               gboolean         titled)
{
  double u = self->chart->unit;

  for (guint i = 0; i < groups->len; i++)
    {
      const StewardFlowGroup *group = groups->pdata[i];

      if (group->framed)
        charge (self, group->frame_x, group->frame_y, group->frame_width, group->frame_height, FRAMES);
      if (group->title != NULL && titled)
        charge (self, group->frame_x, group->title_y - 0.75 * u, group->frame_width, 1.5 * u, WORDS);
    }
}

/* What had better be left alone, but may be crossed. */
static void
charge_rest (Grid *self)
{
  const StewardFlowchart *chart = self->chart;
  double u = chart->unit;

  for (guint i = 0; i < chart->stages->len; i++)
    {
      const StewardFlowStage *stage = chart->stages->pdata[i];

      if (stage->tray_title != NULL)
        charge (self, stage->x, stage->tray_y, stage->width, FLOW_TITLE * u, WORDS);
      if (stage->activity != NULL)
        charge (self, stage->activity->box.x, stage->activity->box.y + stage->activity->box.height,
                stage->activity->box.width, FLOW_LENGTH * u, WORDS);
      for (guint j = 0; j < stage->segments->len; j++)
        {
          const StewardFlowSegment *segment = stage->segments->pdata[j];

          charge_groups (self, segment->cells, FALSE);
          if (chart->lanes->len == 0)
            charge_groups (self, segment->groups, TRUE);
        }
    }
  for (guint i = 0; i < chart->edges->len; i++)
    {
      const StewardFlowEdge *edge = &g_array_index (chart->edges, StewardFlowEdge, i);

      /* A line along another one would hide it. */
      charge (self, MIN (edge->x0, edge->x1) - 0.1 * u, MIN (edge->y0, edge->y1) - 0.1 * u,
              fabs (edge->x1 - edge->x0) + 0.2 * u, fabs (edge->y1 - edge->y0) + 0.2 * u, 1.5);
    }
  for (guint i = 0; i < chart->bars->len; i++)
    {
      const StewardFlowBar *bar = &g_array_index (chart->bars, StewardFlowBar, i);

      charge (self, bar->x, bar->y, bar->width, bar->height, BARS);
    }
}

static void
grid_init (Grid                   *self,
           const StewardFlowchart *chart)
{
  double clear = CLEAR * chart->unit;
  guint n;

  *self = (Grid) { .chart = chart };
  self->xs = g_array_new (FALSE, FALSE, sizeof (double));
  self->ys = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < chart->boxes->len; i++)
    add_box_lines (self, &((const StewardFlowBox *) chart->boxes->pdata[i])->box);
  sort_lines (self->xs, 0.1 * chart->unit, chart->width - 0.1 * chart->unit);
  sort_lines (self->ys, chart->body_y + 0.1 * chart->unit, chart->body_bottom - 0.1 * chart->unit);
  n = self->xs->len * self->ys->len;
  self->across = g_new (double, n);
  self->down = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      guint x = i % self->xs->len, y = i / self->xs->len;

      self->across[i] = x + 1 < self->xs->len ? get_x (self, x + 1) - get_x (self, x) : INFINITY;
      self->down[i] = y + 1 < self->ys->len ? get_y (self, y + 1) - get_y (self, y) : INFINITY;
    }
  charge_rest (self);
  for (guint i = 0; i < chart->boxes->len; i++)
    {
      const StewardFlowchartBox *box = chart->boxes->pdata[i];

      charge (self, box->x - clear, box->y - clear, box->width + 2 * clear, box->height + 2 * clear, INFINITY);
    }
}

static void
grid_clear (Grid *self)
{
  g_clear_pointer (&self->xs, g_array_unref);
  g_clear_pointer (&self->ys, g_array_unref);
  g_free (self->across);
  g_free (self->down);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static int
compare_open (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Open *x = a, *y = b;

  return x->cost != y->cost ? (x->cost < y->cost ? -1 : 1) : (x->at > y->at) - (x->at < y->at);
}

typedef struct
{
  const Grid *grid;
  double     *costs;    /* by state: twice the crossing, and 1 when level */
  int        *parents;
  GSequence  *open;
} Search;

static void
reach (Search *self,
       int     parent,
       guint   at,
       double  cost)
{
  Open *open;

  if (!(cost < self->costs[at]))
    return;
  self->costs[at] = cost;
  self->parents[at] = parent;
  open = g_new (Open, 1);
  *open = (Open) { cost, at };
  g_sequence_insert_sorted (self->open, open, compare_open, NULL);
}

/* The ways on from a state. */
static void
spread (Search *self,
        guint   at)
{
  const Grid *grid = self->grid;
  guint n = grid->xs->len, place = at / 2;
  gboolean level = at % 2 == 1;
  double corner = CORNER * grid->chart->unit, cost = self->costs[at];

  if (place % n + 1 < n)
    reach (self, at, 2 * (place + 1) + 1, cost + grid->across[place] + (level ? 0 : corner));
  if (place % n > 0)
    reach (self, at, 2 * (place - 1) + 1, cost + grid->across[place - 1] + (level ? 0 : corner));
  if (place / n + 1 < grid->ys->len)
    reach (self, at, 2 * (place + n), cost + grid->down[place] + (level ? corner : 0));
  if (place / n > 0)
    reach (self, at, 2 * (place - n), cost + grid->down[place - n] + (level ? corner : 0));
}

/* The four ways out of (or into) a box: the crossing beside it, whether the
 * line is level there, and where it touches the box. */
typedef struct
{
  guint        state;
  StewardPoint touch;
  double       cost;
} Port;

static guint
list_ports (const Grid                *self,
            const StewardFlowchartBox *box,
            gboolean                   out,
            Port                       ports[3])
{
  double away = AWAY * self->chart->unit, middle = box->x + box->width / 2, above = ABOVE * self->chart->unit;
  double side = box->y + box->height * (out ? 0.75 : 0.25), edge = out ? box->x + box->width : box->x;
  const struct { double x, y; gboolean level; StewardPoint touch; double cost; } all[] = {
    { out ? edge + away : edge - away, side, TRUE, { edge, side }, 0 },
    { middle, box->y + box->height + away, FALSE, { middle, box->y + box->height }, above },
    { middle, box->y - away, FALSE, { middle, box->y }, above },
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      guint x = find_line (self->xs, all[i].x), y = find_line (self->ys, all[i].y);

      if (x < self->xs->len && y < self->ys->len && fabs (get_x (self, x) - all[i].x) < 0.02 &&
          fabs (get_y (self, y) - all[i].y) < 0.02)
        ports[n++] = (Port) { 2 * (y * self->xs->len + x) + all[i].level, all[i].touch, all[i].cost };
    }
  return n;
}

static const Port *
find_port (const Port *ports,
           guint       n,
           guint       state)
{
  for (guint i = 0; i < n; i++)
    {
      if (ports[i].state == state)
        return &ports[i];
    }
  return NULL;
}

/* From the state that reached the box back to where the line began. */
static void
take_way (StewardOwnLine *line,
          const Search   *search,
          int             end,
          const Port     *into,
          const Port     *outs,
          guint           n_outs)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (int));
  guint n = search->grid->xs->len;

  for (int at = end; at >= 0; at = search->parents[at])
    g_array_append_val (way, at);
  for (guint i = way->len; i-- > 0;)
    {
      int at = g_array_index (way, int, i);
      const Port *out = i + 1 == way->len ? find_port (outs, n_outs, at) : NULL;

      if (out)
        steward_own_line_add (line, out->touch.x, out->touch.y);
      steward_own_line_add (line, get_x (search->grid, at / 2 % n), get_y (search->grid, at / 2 / n));
    }
  steward_own_line_add (line, into->touch.x, into->touch.y);
}

static void
lead_line (const Grid     *grid,
           StewardOwnLine *line)
{
  const StewardFlowBox *from = grid->chart->boxes->pdata[line->from], *to = grid->chart->boxes->pdata[line->to];
  guint n_states = 2 * grid->xs->len * grid->ys->len;
  g_autofree double *costs = g_new (double, n_states);
  g_autofree int *parents = g_new (int, n_states);
  g_autoptr (GSequence) open = g_sequence_new (g_free);
  Search search = { grid, costs, parents, open };
  Port outs[3], ins[3];
  guint n_outs = list_ports (grid, &from->box, TRUE, outs), n_ins = list_ports (grid, &to->box, FALSE, ins);

  for (guint i = 0; i < n_states; i++)
    costs[i] = INFINITY;
  for (guint i = 0; i < n_outs; i++)
    reach (&search, -1, outs[i].state, outs[i].cost);
  while (!g_sequence_is_empty (open))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (open);
      Open next = *(const Open *) g_sequence_get (first);
      const Port *into = find_port (ins, n_ins, next.at);

      g_sequence_remove (first);
      if (into)
        {
          take_way (line, &search, next.at, into, outs, n_outs);
          return;
        }
      if (next.cost == costs[next.at])
        spread (&search, next.at);
    }
}

void
steward_flowchart_add_own (StewardFlowchart      *self,
                           const StewardSchedule *schedule)
{
  for (guint i = 0; schedule->own_links != NULL && i < schedule->own_links->len; i++)
    {
      const StewardScheduleLink *link = schedule->own_links->pdata[i];
      const StewardFlowBox *from = link->rests ? NULL : steward_flowchart_find (self, link->from);
      const StewardFlowBox *to = from ? steward_flowchart_find (self, link->to) : NULL;

      if (to == NULL)
        continue;
      steward_flowchart_add_own_link (self, from, to);
      g_ptr_array_add (self->own, steward_own_line_new (link, from->index, from->box.name, to->index, to->box.name));
    }
}

void
steward_flowchart_lead_own (StewardFlowchart *self)
{
  g_auto (Grid) grid = { NULL };

  for (guint i = 0; i < self->own->len; i++)
    steward_own_line_clear (self->own->pdata[i]);
  if (self->own->len == 0)
    return;
  grid_init (&grid, self);
  for (guint i = 0; i < self->own->len; i++)
    lead_line (&grid, self->own->pdata[i]);
}

void
steward_flowchart_paint_own (const StewardFlowchart  *self,
                             StewardInk              *ink,
                             const cairo_rectangle_t *clip,
                             const StewardFlowLit    *lit)
{
  const StewardStyle *style = steward_ink_get_style (ink);
  StewardColor faint = steward_color_mix (&style->commitment, &style->card, 0.7);

  for (guint i = 0; i < self->own->len; i++)
    {
      const StewardOwnLine *line = self->own->pdata[i];
      gboolean bright = lit == NULL || (lit->relations[line->from] != STEWARD_RELATION_NONE &&
                                        lit->relations[line->to] != STEWARD_RELATION_NONE);

      steward_own_line_paint (line, ink, self->unit, bright ? &style->commitment : &faint, clip);
    }
}

const char *
steward_flowchart_find_link (const StewardFlowchart *self,
                             double                  x,
                             double                  y)
{
  const StewardOwnLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = steward_own_line_hit (self->own, x, y, 0.4 * self->unit);
  return line ? line->key : NULL;
}

const char *
steward_flowchart_describe_link (const StewardFlowchart *self,
                                 const char             *key)
{
  const StewardOwnLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = steward_own_line_find (self->own, key);
  return line ? line->text : NULL;
}
