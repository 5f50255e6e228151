/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

/* A stage on a projector: in letters that are read from the back of the room,
 * on as few screens as that takes. Screens end between groups when that costs no
 * further screen. */

static void
drop_boxes (GPtrArray             *boxes,
            const StewardFlowPart *part,
            guint                 *position)
{
  guint before = *position;

  *position += boxes->len;
  for (guint i = boxes->len; i > 0; i--)
    {
      guint at = before + i - 1;

      if (at < part->from || at >= part->end)
        g_ptr_array_remove_index (boxes, i - 1);
    }
}

static void
drop_from_segment (StewardFlowSegment    *segment,
                   const StewardFlowPart *part,
                   guint                 *position)
{
  segment->n_boxes = 0;
  for (guint i = 0; i < segment->groups->len; i++)
    {
      StewardFlowGroup *group = g_ptr_array_index (segment->groups, i);

      drop_boxes (group->boxes, part, position);
      segment->n_boxes += group->boxes->len;
    }
  for (guint i = segment->groups->len; i > 0; i--)
    {
      if (((StewardFlowGroup *) g_ptr_array_index (segment->groups, i - 1))->boxes->len == 0)
        g_ptr_array_remove_index (segment->groups, i - 1);
    }
}

static gboolean
is_kept (const StewardFlowStage *stage,
         const StewardFlowBox   *box)
{
  if (g_ptr_array_find (stage->pills, box, NULL))
    return TRUE;
  for (guint i = 0; i < stage->segments->len; i++)
    {
      const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

      for (guint j = 0; j < segment->groups->len; j++)
        {
          if (g_ptr_array_find (((StewardFlowGroup *) g_ptr_array_index (segment->groups, j))->boxes, box, NULL))
            return TRUE;
        }
    }
  return FALSE;
}

void
steward_flowchart_keep (StewardFlowchart      *self,
                        const StewardFlowPart *part)
{
  StewardFlowStage *stage;
  guint position = 0;

  if (self->stages->len == 0)
    return;
  stage = g_ptr_array_index (self->stages, 0);
  for (guint i = 0; i < stage->segments->len; i++)
    drop_from_segment (g_ptr_array_index (stage->segments, i), part, &position);
  for (guint i = stage->segments->len; i > 0; i--)
    {
      if (((StewardFlowSegment *) g_ptr_array_index (stage->segments, i - 1))->n_boxes == 0)
        g_ptr_array_remove_index (stage->segments, i - 1);
    }
  drop_boxes (stage->pills, part, &position);
  if (stage->pills->len == 0)
    g_clear_pointer (&stage->tray_title, g_free);
  for (guint i = self->boxes->len; i > 0; i--)
    {
      if (!is_kept (stage, g_ptr_array_index (self->boxes, i - 1)))
        g_ptr_array_remove_index (self->boxes, i - 1);
    }
  for (guint i = 0; i < self->boxes->len; i++)
    ((StewardFlowBox *) g_ptr_array_index (self->boxes, i))->index = i;
}

typedef struct
{
  const StewardSchedule         *schedule;
  const StewardFlowchartOptions *options;
  gboolean                       uncut;
} Task;

static gboolean
fits (const Task *task,
      guint       from,
      guint       end)
{
  StewardFlowPart part = { from, end };
  g_autoptr (StewardFlowchart) chart = steward_flowchart_model (task->schedule, task->options, &part);

  return steward_flowchart_fits (chart, task->uncut);
}

/* Adds @from to @end in as few equal parts as fit, at the worst box by box. */
static void
add_parts (const Task *task,
           guint       from,
           guint       end,
           GArray     *parts)
{
  guint n = end - from;

  for (guint k = 1; k <= n; k++)
    {
      gboolean all = TRUE;

      for (guint i = 0; i < k && all; i++)
        all = fits (task, from + i * n / k, from + (i + 1) * n / k);
      if (!all && k < n)
        continue;
      for (guint i = 0; i < k; i++)
        {
          StewardFlowPart part = { from + i * n / k, from + (i + 1) * n / k };

          g_array_append_val (parts, part);
        }
      return;
    }
}

/* Where groups of boxes begin, and the end. */
static GArray *
find_seams (const StewardFlowStage *stage)
{
  GArray *seams = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at = 0;

  for (guint i = 0; i < stage->segments->len; i++)
    {
      const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

      for (guint j = 0; j < segment->groups->len; j++)
        {
          g_array_append_val (seams, at);
          at += ((StewardFlowGroup *) g_ptr_array_index (segment->groups, j))->boxes->len;
        }
    }
  g_array_append_val (seams, at);
  if (stage->pills->len > 0)
    {
      at += stage->pills->len;
      g_array_append_val (seams, at);
    }
  return seams;
}

/* As many whole groups on a screen as fit. */
static void
add_blocks (const Task   *task,
            const GArray *seams,
            GArray       *parts)
{
  guint at = 0;

  while (at + 1 < seams->len)
    {
      guint from = g_array_index (seams, guint, at), next = at + 1;

      while (next + 1 < seams->len && fits (task, from, g_array_index (seams, guint, next + 1)))
        next++;
      add_parts (task, from, g_array_index (seams, guint, next), parts);
      at = next;
    }
}

static GArray *
split_at (const Task   *task,
          const GArray *seams)
{
  g_autoptr (GArray) equal = g_array_new (FALSE, FALSE, sizeof (StewardFlowPart));
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (StewardFlowPart));

  add_blocks (task, seams, blocks);
  add_parts (task, 0, g_array_index (seams, guint, seams->len - 1), equal);
  return blocks->len <= equal->len ? g_steal_pointer (&blocks) : g_steal_pointer (&equal);
}

/* Nothing is cut where that costs no further screen. */
GArray *
steward_flowchart_split (const StewardSchedule         *schedule,
                         const StewardFlowchartOptions *options)
{
  g_autoptr (StewardFlowchart) chart = steward_flowchart_model (schedule, options, NULL);
  g_autoptr (GArray) seams = NULL, cut = NULL, uncut = NULL;
  StewardFlowPart all = { 0, G_MAXUINT };

  if (chart->stages->len == 0 || steward_flowchart_fits (chart, FALSE))
    {
      cut = g_array_new (FALSE, FALSE, sizeof (StewardFlowPart));
      g_array_append_val (cut, all);
      return g_steal_pointer (&cut);
    }
  seams = find_seams (g_ptr_array_index (chart->stages, 0));
  cut = split_at (&(Task) { schedule, options, FALSE }, seams);
  uncut = split_at (&(Task) { schedule, options, TRUE }, seams);
  return uncut->len <= cut->len ? g_steal_pointer (&uncut) : g_steal_pointer (&cut);
}
