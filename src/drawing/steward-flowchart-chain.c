/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

/* What comes before a box and what after it. The links are those of the
 * policy pack between items and blocks, the gates between stages, and what the
 * schedule says holds a row; they are collected while the rows are at hand,
 * and then only indices of boxes are needed. */

StewardFlowBox *
steward_flowchart_find (const StewardFlowchart *self,
                        const char             *id)
{
  for (guint i = 0; id != NULL && i < self->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      if (strcmp (box->box.id, id) == 0)
        return box;
    }
  return NULL;
}

/* Lines lead to the right: what the drawing has in the other order (something
 * that follows its stage, and that the stage waits for) is no link. */
static void
add_link (StewardFlowchart     *self,
          const StewardFlowBox *from,
          const StewardFlowBox *to)
{
  StewardFlowLink link = { from->index, to->index };

  if (from != to && (to->step < 0 || from->step <= to->step))
    g_array_append_val (self->links, link);
}

/* Whatever the drawing makes of it. */
void
steward_flowchart_add_own_link (StewardFlowchart     *self,
                                const StewardFlowBox *from,
                                const StewardFlowBox *to)
{
  StewardFlowLink link = { from->index, to->index };

  g_array_append_val (self->links, link);
}

static gboolean
is_named (const StewardFlowBox *box,
          const char           *id)
{
  const StewardPlanItem *item = box->row->item;

  if (item == NULL)
    return FALSE;
  return (item->block != NULL && g_strcmp0 (item->block->id, id) == 0)
         || (item->item != NULL && g_strcmp0 (item->item->id, id) == 0);
}

/* Links from all boxes that @after names to @box; whether one of them stands
 * in the same stage. */
static gboolean
link_after (StewardFlowchart     *self,
            char                **after,
            const StewardFlowBox *box)
{
  gboolean inside = FALSE;

  for (; after != NULL && *after != NULL; after++)
    {
      for (guint i = 0; i < self->boxes->len; i++)
        {
          const StewardFlowBox *before = g_ptr_array_index (self->boxes, i);

          if (before->kind != STEWARD_FLOW_CARD || before == box || !is_named (before, *after))
            continue;
          add_link (self, before, box);
          inside |= before->box.stage == box->box.stage;
        }
    }
  return inside;
}

static void
link_all (StewardFlowchart     *self,
          GPtrArray            *from,
          const StewardFlowBox *to)
{
  for (guint i = 0; i < from->len; i++)
    add_link (self, g_ptr_array_index (from, i), to);
}

static GPtrArray *
collect_cards (const StewardFlowStage *stage)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < stage->segments->len; i++)
    {
      const StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

      for (guint j = 0; j < segment->groups->len; j++)
        {
          const StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);

          g_ptr_array_extend (cards, group->boxes, NULL, NULL);
        }
    }
  return cards;
}

static gboolean
is_followed (const StewardFlowchart *self,
             const StewardFlowBox   *box)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const StewardFlowLink *link = &g_array_index (self->links, StewardFlowLink, i);
      const StewardFlowBox *to = g_ptr_array_index (self->boxes, link->to);

      if (link->from == box->index && to->box.stage == box->box.stage)
        return TRUE;
    }
  return FALSE;
}

/* The boxes that let the stage end, when the links inside it are known. */
static GPtrArray *
collect_ends (const StewardFlowchart *self,
              GPtrArray              *cards)
{
  GPtrArray *ends = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (cards, i);

      if (box->box.lane != STEWARD_LANE_AFTER && !is_followed (self, box))
        g_ptr_array_add (ends, box);
    }
  return ends;
}

/* @gate holds what the stage waits for; returns what the next one waits for. */
static GPtrArray *
link_stage (StewardFlowchart       *self,
            const StewardFlowStage *stage,
            GPtrArray              *gate)
{
  g_autoptr (GPtrArray) cards = collect_cards (stage);
  g_autoptr (GPtrArray) ends = NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (cards, i);
      const StewardPlanItem *item = box->row->item;
      gboolean inside = FALSE;

      if (item->block != NULL)
        inside |= link_after (self, item->block->after, box);
      if (item->item != NULL)
        inside |= link_after (self, item->item->after, box);
      if (!inside && box->box.lane != STEWARD_LANE_AFTER)
        link_all (self, gate, box);
    }
  for (guint i = 0; i < stage->pills->len; i++)
    link_all (self, gate, g_ptr_array_index (stage->pills, i));
  ends = collect_ends (self, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (cards, i);

      if (box->box.lane == STEWARD_LANE_AFTER)
        link_all (self, ends, box);
    }
  return ends->len > 0 ? g_steal_pointer (&ends) : g_ptr_array_ref (gate);
}

/* What stands side by side in the drawing is handled side by side. */
static void
link_reasons (StewardFlowchart *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (self->boxes, i);
      const StewardFlowBox *why = steward_flowchart_find (self, box->why);

      if (why != NULL && why->step >= 0 && why->step < box->step)
        add_link (self, why, box);
    }
}

static void
number_stage (const StewardFlowStage *stage,
              int                    *step)
{
  for (guint i = 0; i < stage->segments->len; i++)
    {
      StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

      segment->step = *step;
      for (guint j = 0; j < segment->groups->len; j++)
        {
          const StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);

          for (guint k = 0; k < group->boxes->len; k++)
            ((StewardFlowBox *) g_ptr_array_index (group->boxes, k))->step = *step;
        }
      *step += 1;
    }
  if (stage->activity != NULL)
    stage->activity->step = (*step)++;
}

void
steward_flowchart_link (StewardFlowchart *self)
{
  g_autoptr (GPtrArray) gate = g_ptr_array_new ();
  int step = 0;

  for (guint i = 0; i < self->stages->len; i++)
    number_stage (g_ptr_array_index (self->stages, i), &step);
  for (guint i = 0; i < self->stages->len; i++)
    {
      const StewardFlowStage *stage = g_ptr_array_index (self->stages, i);
      GPtrArray *ends = link_stage (self, stage, gate);

      g_ptr_array_unref (gate);
      gate = ends;
      if (stage->activity == NULL)
        continue;
      link_all (self, gate, stage->activity);
      /* What comes next waits for the activity, and so for all before it. */
      gate = g_ptr_array_new ();
      g_ptr_array_add (gate, stage->activity);
      g_ptr_array_unref (ends);
    }
  link_reasons (self);
}

static void
spread (const StewardFlowchart   *self,
        guint8                   *relations,
        guint                     from,
        StewardFlowchartRelation  relation)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (open, from);
  while (open->len > 0)
    {
      guint at = g_array_index (open, guint, open->len - 1);

      g_array_set_size (open, open->len - 1);
      for (guint i = 0; i < self->links->len; i++)
        {
          const StewardFlowLink *link = &g_array_index (self->links, StewardFlowLink, i);
          guint here = relation == STEWARD_RELATION_BEFORE ? link->to : link->from;
          guint next = relation == STEWARD_RELATION_BEFORE ? link->from : link->to;

          if (here != at || relations[next] != STEWARD_RELATION_NONE)
            continue;
          relations[next] = relation;
          g_array_append_val (open, next);
        }
    }
}

guint8 *
steward_flowchart_relations (const StewardFlowchart *self,
                             const StewardFlowBox   *box)
{
  guint8 *relations = g_new0 (guint8, self->boxes->len);

  relations[box->index] = STEWARD_RELATION_SAME;
  spread (self, relations, box->index, STEWARD_RELATION_BEFORE);
  spread (self, relations, box->index, STEWARD_RELATION_AFTER);
  return relations;
}

StewardFlowchartRelation
steward_flowchart_relate (const StewardFlowchart *self,
                          const char             *id,
                          const char             *other)
{
  const StewardFlowBox *box, *to;
  g_autofree guint8 *relations = NULL;

  g_return_val_if_fail (self != NULL, STEWARD_RELATION_NONE);

  box = steward_flowchart_find (self, id);
  to = steward_flowchart_find (self, other);
  if (box == NULL || to == NULL)
    return STEWARD_RELATION_NONE;
  relations = steward_flowchart_relations (self, box);
  return relations[to->index];
}

GPtrArray *
steward_flowchart_find_related (const StewardFlowchart   *self,
                                const char               *id,
                                StewardFlowchartRelation  relation)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const StewardFlowBox *box;
  g_autofree guint8 *relations = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  box = steward_flowchart_find (self, id);
  if (box == NULL)
    return g_steal_pointer (&found);
  relations = steward_flowchart_relations (self, box);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      if (relations[i] == relation)
        g_ptr_array_add (found, g_ptr_array_index (self->boxes, i));
    }
  return g_steal_pointer (&found);
}
