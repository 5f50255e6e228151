/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-pack-reader.h"

#include <glib/gi18n-lib.h>

/* Checks that need the whole pack: dangling ids, circles of precedence, and
 * stages whose blocks do not add up to their limit. */

/* One arrow of the graph, with the id in the file that asks for it; NULL when
 * it follows from what contains what. */
typedef struct
{
  guint                  to;
  const StewardJsonNode *node;
} StewardPackEdge;

typedef enum { UNSEEN, OPEN, CLOSED } StewardPackMark;

/* So many circles are looked at. A file made to have millions of them is
 * refused for the first few as well. */
#define MAX_CIRCLES 1000

/**
 * StewardPackGraph:
 * @edges: of StewardPackEdge, by vertex
 *
 * @reported: ids of a circle that was complained about
 * @n_circles: how many were closed so far
 *
 * Two vertices per step: 2 × index is its start, 2 × index + 1 its finish.
 * What a stage or block contains lies between its start and its finish.
 */
typedef struct
{
  guint        n;
  GArray     **edges;
  guchar      *marks;
  const char **names;
  GHashTable  *reported;
  guint        n_circles;
} StewardPackGraph;

#define START(step) (2 * (step)->index)
#define FINISH(step) (2 * (step)->index + 1)

static const char *
step_kind_to_noun (StewardPackStepKind kind)
{
  switch (kind)
    {
    case STEWARD_STEP_STAGE:    return _("stage");
    case STEWARD_STEP_BLOCK:    return _("block");
    case STEWARD_STEP_ITEM:     return _("item");
    case STEWARD_STEP_EVENT:    return _("event");
    case STEWARD_STEP_ACTIVITY: return _("activity");
    default:                    g_return_val_if_reached ("");
    }
}

static StewardPackStep *
find_link_target (StewardPackReader     *reader,
                  const StewardPackLink *link)
{
  const char *id = steward_json_node_get_string (link->node);
  StewardPackStep *target = g_hash_table_lookup (reader->steps, id);

  if (target == NULL)
    {
      steward_json_node_complain (link->node, reader->problems,
                                  _("There is nothing with the id “%s” in this pack."), id);
      return NULL;
    }
  if ((target->kind & link->accepts) == 0)
    {
      steward_json_node_complain (link->node, reader->problems,
                                  _("“%s” is the id of a different kind of thing (%s), which cannot stand here."), id,
                                  step_kind_to_noun (target->kind));
      return NULL;
    }
  return target;
}

static void
add_edge (StewardPackGraph      *graph,
          guint                  from,
          guint                  to,
          const StewardJsonNode *node)
{
  StewardPackEdge edge = { to, node };

  if (graph->edges[from] == NULL)
    graph->edges[from] = g_array_new (FALSE, FALSE, sizeof (StewardPackEdge));
  g_array_append_val (graph->edges[from], edge);
}

static StewardPackStep *
find_step (StewardPackReader *reader,
           const char        *id)
{
  return id != NULL ? g_hash_table_lookup (reader->steps, id) : NULL;
}

static void
contain (StewardPackGraph      *graph,
         const StewardPackStep *outer,
         const StewardPackStep *inner)
{
  if (outer == NULL || outer == inner)
    return;
  add_edge (graph, START (outer), START (inner), NULL);
  add_edge (graph, FINISH (inner), FINISH (outer), NULL);
}

/* What contains a step, and stages in the order of their numbers. */
static void
add_containment (StewardPackReader *reader,
                 StewardPackGraph  *graph)
{
  StewardPackStep *previous = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, reader->steps);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      StewardPackStep *step = value;

      graph->names[step->index] = key;
      add_edge (graph, START (step), FINISH (step), NULL);
      if (step->kind == STEWARD_STEP_BLOCK)
        {
          const StewardBlock *block = step->value;

          contain (graph, block->stage != NULL ? find_step (reader, block->stage->id) : NULL, step);
        }
      else if (step->kind == STEWARD_STEP_ITEM)
        {
          const StewardItem *item = step->value;

          contain (graph, item->stage != NULL ? find_step (reader, item->stage->id) : NULL, step);
          contain (graph, item->block != NULL ? find_step (reader, item->block->id) : NULL, step);
        }
      else if (step->kind == STEWARD_STEP_STAGE)
        {
          const StewardStage *stage = step->value;

          /* Another name of the stage, given by a supplement. */
          contain (graph, find_step (reader, stage->id), step);
        }
    }

  for (guint i = 0; i < reader->pack->stages->len; i++)
    {
      const StewardStage *stage = g_ptr_array_index (reader->pack->stages, i);
      StewardPackStep *step = find_step (reader, stage->id);

      if (step == NULL || step->value != stage)
        continue;
      if (previous != NULL)
        add_edge (graph, FINISH (previous), START (step), NULL);
      previous = step;
    }
}

/* Resolves every link; those that order something become edges. A link to a
 * supplement's name of a stage means the stage. */
static void
add_links (StewardPackReader *reader,
           StewardPackGraph  *graph)
{
  for (guint i = 0; i < reader->links->len; i++)
    {
      const StewardPackLink *link = &g_array_index (reader->links, StewardPackLink, i);
      const StewardPackStep *target = find_link_target (reader, link);

      if (target != NULL && target->kind == STEWARD_STEP_STAGE)
        target = find_step (reader, ((const StewardStage *) target->value)->id);
      if (target == NULL || link->owner == NULL)
        continue;
      if (link->kind == STEWARD_LINK_AFTER)
        add_edge (graph, FINISH (target), START (link->owner), link->node);
      else if (link->kind == STEWARD_LINK_BEFORE)
        add_edge (graph, FINISH (link->owner), START (target), link->node);
    }
}

/* The arrow the open walk took from its @index-th vertex. */
static const StewardPackEdge *
get_taken (StewardPackGraph *graph,
           GArray           *path,
           GArray           *next,
           guint             index)
{
  GArray *edges = graph->edges[g_array_index (path, guint, index)];

  return &g_array_index (edges, StewardPackEdge, g_array_index (next, guint, index) - 1);
}

/* The walk has come back to its vertex number @entry. One mistake can close
 * many circles; only the first is worth telling. */
static void
complain_circle (StewardPackReader *reader,
                 StewardPackGraph  *graph,
                 GArray            *path,
                 GArray            *next,
                 guint              entry)
{
  g_autoptr(GString) circle = g_string_new (NULL);
  const StewardJsonNode *place = NULL;
  const char *last = NULL;
  gboolean known = FALSE;

  for (guint i = entry; i < path->len; i++)
    {
      const StewardPackEdge *edge = get_taken (graph, path, next, i);
      const char *name = graph->names[g_array_index (path, guint, i) / 2];

      if (name != last)
        g_string_append_printf (circle, "%s → ", name);
      last = name;
      if (edge->node == NULL)
        continue;
      place = edge->node;
      known = !g_hash_table_add (graph->reported, (gpointer) edge->node) || known;
    }
  g_string_append (circle, graph->names[g_array_index (path, guint, entry) / 2]);
  if (!known && place != NULL)
    steward_json_node_complain (place, reader->problems, _("The order runs in a circle: %s."), circle->str);
}

static guint
find_vertex (GArray *path,
             guint   vertex)
{
  guint i = path->len;

  while (i > 0 && g_array_index (path, guint, i - 1) != vertex)
    i--;
  return i > 0 ? i - 1 : 0;
}

/* Depth-first without recursion: a chain may be thousands of steps long. */
static void
walk (StewardPackReader *reader,
      StewardPackGraph  *graph,
      guint              start)
{
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  guint zero = 0;

  g_array_append_val (path, start);
  g_array_append_val (next, zero);
  graph->marks[start] = OPEN;

  while (path->len > 0)
    {
      guint vertex = g_array_index (path, guint, path->len - 1);
      guint *position = &g_array_index (next, guint, next->len - 1);
      GArray *edges = graph->edges[vertex];
      const StewardPackEdge *edge;

      if (edges == NULL || *position >= edges->len)
        {
          graph->marks[vertex] = CLOSED;
          g_array_set_size (path, path->len - 1);
          g_array_set_size (next, next->len - 1);
          continue;
        }
      edge = &g_array_index (edges, StewardPackEdge, (*position)++);
      if (graph->marks[edge->to] == OPEN && graph->n_circles++ < MAX_CIRCLES)
        complain_circle (reader, graph, path, next, find_vertex (path, edge->to));
      if (graph->marks[edge->to] != UNSEEN)
        continue;
      graph->marks[edge->to] = OPEN;
      g_array_append_val (path, edge->to);
      g_array_append_val (next, zero);
    }
}

static void
check_order (StewardPackReader *reader)
{
  guint n = g_hash_table_size (reader->steps);
  StewardPackGraph graph = { 2 * n };

  graph.edges = g_new0 (GArray *, graph.n + 1);
  graph.marks = g_new0 (guchar, graph.n + 1);
  graph.names = g_new0 (const char *, n + 1);
  graph.reported = g_hash_table_new (NULL, NULL);
  add_containment (reader, &graph);
  add_links (reader, &graph);

  for (guint i = 0; i < graph.n; i++)
    if (graph.marks[i] == UNSEEN)
      walk (reader, &graph, i);

  for (guint i = 0; i < graph.n; i++)
    g_clear_pointer (&graph.edges[i], g_array_unref);
  g_free (graph.edges);
  g_free (graph.marks);
  g_free (graph.names);
  g_hash_table_unref (graph.reported);
}

/* Days from the start of the stage to the finish of @block along the longest
 * chain. @done holds what is known already. */
static int
chain_length (StewardPackReader  *reader,
              const StewardBlock *block,
              GHashTable         *done)
{
  gpointer known;
  int longest = 0;

  if (g_hash_table_lookup_extended (done, block, NULL, &known))
    return GPOINTER_TO_INT (known);

  for (guint i = 0; block->after[i] != NULL; i++)
    {
      const StewardBlock *before = steward_pack_find_block (reader->pack, block->after[i]);

      if (before != NULL && before->stage == block->stage && !before->within_stage)
        longest = MAX (longest, chain_length (reader, before, done));
    }
  g_hash_table_insert (done, (gpointer) block, GINT_TO_POINTER (longest + block->limit));
  return longest + block->limit;
}

static void
check_stage_sum (StewardPackReader  *reader,
                 const StewardStage *stage)
{
  const StewardJsonNode *node = g_hash_table_lookup (reader->nodes, stage);
  g_autoptr(GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autoptr(GString) sum = g_string_new (NULL);
  gboolean any = FALSE;
  int longest = 0;

  if (stage->limit < 0)
    return;
  for (guint i = 0; i < reader->pack->blocks->len; i++)
    {
      const StewardBlock *block = g_ptr_array_index (reader->pack->blocks, i);

      if (block->stage != stage || block->within_stage)
        continue;
      if (block->limit < 0)
        return;
      any = TRUE;
      longest = MAX (longest, chain_length (reader, block, done));
      g_string_append_printf (sum, "%s%s %d", sum->len > 0 ? ", " : "", block->id, block->limit);
    }
  if (any && longest != stage->limit)
    steward_json_node_complain (steward_json_node_get_member (node, "limit"), reader->problems,
                                _("The stage has a limit of %d working days, but the longest chain of its blocks takes %d (%s)."),
                                stage->limit, longest, sum->str);
}

/* A paper that nobody asks for shows nothing. What is no list of texts was
 * complained of when it was read. */
static void
check_gate (StewardPackReader *reader,
            StewardPackList    list)
{
  GPtrArray *all = steward_pack_get_list (reader->pack, list);

  for (guint i = 0; i < all->len; i++)
    {
      const StewardJsonNode *node = g_hash_table_lookup (reader->nodes, all->pdata[i]);
      const StewardJsonNode *array = steward_json_node_get_member (node, "materials");
      gboolean is_list = array != NULL && steward_json_node_get_kind (array) == STEWARD_JSON_ARRAY;

      for (guint m = 0; is_list && m < steward_json_node_get_length (array); m++)
        {
          const StewardJsonNode *id = steward_json_node_get_element (array, m);

          if (steward_json_node_get_kind (id) == STEWARD_JSON_STRING
              && steward_pack_find_material (reader->pack, steward_json_node_get_string (id)) == NULL)
            steward_json_node_complain (id, reader->problems, _("There is no material “%s”."),
                                        steward_json_node_get_string (id));
        }
    }
}

void
steward_pack_check (StewardPackReader *reader)
{
  guint before = steward_problems_get_count (reader->problems);

  check_gate (reader, STEWARD_LIST_START_GATE);
  check_gate (reader, STEWARD_LIST_ENTRUSTMENT_GATE);
  check_order (reader);

  /* Sums of blocks that run in a circle mean nothing (and never end). */
  if (steward_problems_get_count (reader->problems) > before)
    return;
  for (guint i = 0; i < reader->pack->stages->len; i++)
    check_stage_sum (reader, g_ptr_array_index (reader->pack->stages, i));
}
