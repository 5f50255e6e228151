/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-label-private.h"
#include "steward-words-private.h"

/* Which bureau has which row, and in which order the rows stand: the one in
 * which bars and the main line are short. */

static int
find_lane (StewardFlowchart *self,
           const char       *title,
           gboolean          tray)
{
  StewardFlowLane *lane;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      lane = g_ptr_array_index (self->lanes, i);
      if (lane->tray == tray && strcmp (lane->title, title) == 0)
        return i;
    }
  lane = g_new0 (StewardFlowLane, 1);
  lane->title = g_strdup (title);
  lane->tray = tray;
  g_ptr_array_add (self->lanes, lane);
  return self->lanes->len - 1;
}

static void
add_card (StewardFlowchart *self,
          StewardFlowBox   *box)
{
  g_autofree char *bureau = steward_label_first_bureau (box->row->item->bureau);
  g_autofree char *local = steward_label_local_bureau (bureau, self->region);
  gboolean alone = strcmp (bureau, box->box.bureau) == 0;

  box->lane = find_lane (self, *local != '\0' ? local : W_NO_BUREAU, FALSE);
  ((StewardFlowLane *) g_ptr_array_index (self->lanes, box->lane))->n_boxes++;
  /* The row says whose it is, the place no longer in which block. */
  if (alone)
    {
      g_free (box->below);
      box->below = g_strdup (steward_label_lane (box->box.lane));
    }
}

/* What a move of the rows makes longer or shorter, in rows: the bars of each
 * step, and the way from one step to the next. */
static int
count_length (const StewardFlowchart *self,
              const int              *places,
              int                     n_steps)
{
  g_autofree int *least = g_new (int, n_steps), *most = g_new (int, n_steps);
  int length = 0, before = -1;

  for (int i = 0; i < n_steps; i++)
    {
      least[i] = G_MAXINT;
      most[i] = -1;
    }
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      if (box->lane < 0 || box->step < 0)
        continue;
      least[box->step] = MIN (least[box->step], places[box->lane]);
      most[box->step] = MAX (most[box->step], places[box->lane]);
    }
  for (int i = 0; i < n_steps; i++)
    {
      if (most[i] < 0)
        continue;
      length += most[i] - least[i];
      if (before >= 0)
        length += MAX (0, MAX (least[i] - most[before], least[before] - most[i]));
      before = i;
    }
  return length;
}

/* Takes the row at @from out and puts it in at @to. */
static void
shift (int  *places,
       guint n,
       int   from,
       int   to)
{
  for (guint i = 0; i < n; i++)
    {
      if (places[i] == from)
        places[i] = to;
      else if (from < to && places[i] > from && places[i] <= to)
        places[i]--;
      else if (from > to && places[i] >= to && places[i] < from)
        places[i]++;
    }
}

static void
turn (int  *places,
      guint n,
      int   from,
      int   to)
{
  for (guint i = 0; i < n; i++)
    {
      if (places[i] >= from && places[i] <= to)
        places[i] = from + to - places[i];
    }
}

/* Moves single rows, and turns several around, as long as that helps. Bureaus
 * are few; ten rounds are more than it ever takes, and keep a plan with many
 * of them quick. */
static void
order_lanes (StewardFlowchart *self,
             int              *places,
             int               n_steps)
{
  int n = self->lanes->len, best = count_length (self, places, n_steps);
  gboolean better = n <= 60;

  for (int round = 0; better && round < 10; round++)
    {
      better = FALSE;
      for (int from = 0; from < n; from++)
        for (int to = 0; to < n; to++)
          {
            int length;

            if (from == to)
              continue;
            shift (places, n, from, to);
            length = count_length (self, places, n_steps);
            if (length < best)
              {
                best = length;
                better = TRUE;
                continue;
              }
            shift (places, n, to, from);
            turn (places, n, from, to);
            length = count_length (self, places, n_steps);
            if (length < best)
              {
                best = length;
                better = TRUE;
              }
            else
              turn (places, n, from, to);
          }
    }
}

static void
apply_order (StewardFlowchart *self,
             const int        *places)
{
  g_autofree gpointer *sorted = g_new0 (gpointer, MAX (1, self->lanes->len));

  for (guint i = 0; i < self->lanes->len; i++)
    sorted[places[i]] = g_ptr_array_index (self->lanes, i);
  for (guint i = 0; i < self->lanes->len; i++)
    self->lanes->pdata[i] = sorted[i];
  for (guint i = 0; i < self->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      if (box->lane >= 0)
        box->lane = places[box->lane];
    }
}

static StewardFlowGroup *
find_cell (StewardFlowSegment *segment,
           StewardFlowBox     *box)
{
  StewardFlowGroup *cell;

  for (guint i = 0; i < segment->cells->len; i++)
    {
      cell = g_ptr_array_index (segment->cells, i);
      if (cell->row == box->lane)
        return cell;
    }
  cell = g_new0 (StewardFlowGroup, 1);
  cell->row = box->lane;
  cell->lane = box->box.lane;
  cell->boxes = g_ptr_array_new ();
  g_ptr_array_add (segment->cells, cell);
  return cell;
}

/* Work of several at a time is parallel here, whatever the block is called:
 * there is no frame that could hold boxes of several rows. */
static void
make_cells (StewardFlowStage *stage)
{
  for (guint i = 0; i < stage->segments->len; i++)
    {
      StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

      segment->barred = segment->n_boxes > 1;
      for (guint j = 0; j < segment->groups->len; j++)
        {
          const StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            {
              StewardFlowBox *box = g_ptr_array_index (group->boxes, k);
              StewardFlowGroup *cell = find_cell (segment, box);

              /* A frame is that of the main flow when all in it is. */
              if (cell->lane != box->box.lane)
                cell->lane = STEWARD_LANE_PARALLEL;
              g_ptr_array_add (cell->boxes, box);
            }
        }
    }
}

/* Utilities and the like stand in one row at the foot. */
static void
add_trays (StewardFlowchart *self)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);

      for (guint j = 0; j < stage->pills->len; j++)
        {
          StewardFlowBox *box = g_ptr_array_index (stage->pills, j);

          box->lane = find_lane (self, W_WITHIN_STAGE, TRUE);
          ((StewardFlowLane *) g_ptr_array_index (self->lanes, box->lane))->n_boxes++;
        }
    }
}

void
steward_flowchart_make_lanes (StewardFlowchart *self)
{
  g_autofree int *places = NULL;
  int n_steps = 1;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      n_steps = MAX (n_steps, box->step + 1);
      if (box->kind == STEWARD_FLOW_CARD)
        add_card (self, box);
    }
  places = g_new (int, MAX (1, self->lanes->len));
  for (guint i = 0; i < self->lanes->len; i++)
    places[i] = i;
  order_lanes (self, places, n_steps);
  apply_order (self, places);
  add_trays (self);
  for (guint i = 0; i < self->stages->len; i++)
    make_cells (g_ptr_array_index (self->stages, i));
}
