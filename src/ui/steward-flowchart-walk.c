/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-walk.h"

#include <glib/gi18n-lib.h>

#include "steward-flowchart-edit.h"
#include "steward-ui-text.h"

static const StewardFlowchartBox *
find_box (GPtrArray  *boxes,
          const char *id)
{
  for (guint i = 0; id != NULL && i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);

      if (g_str_equal (box->id, id))
        return box;
    }

  return NULL;
}

static double
middle_of (const StewardFlowchartBox *box)
{
  return box->y + box->height / 2;
}

/* How far @other begins behind @box, going @direction; negative when it does not. */
static double
find_distance (const StewardFlowchartBox *box,
               const StewardFlowchartBox *other,
               int                        direction)
{
  return direction > 0 ? other->x - box->x - box->width : box->x - other->x - other->width;
}

/* Of the boxes of the next column that which lies nearest in height. */
static const StewardFlowchartBox *
step_aside (GPtrArray                 *boxes,
            const StewardFlowchartBox *from,
            int                        direction)
{
  const StewardFlowchartBox *best = NULL;
  double column = G_MAXDOUBLE;

  for (guint i = 0; i < boxes->len; i++)
    {
      double distance = find_distance (from, g_ptr_array_index (boxes, i), direction);

      if (distance >= 0)
        column = MIN (column, distance);
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      double distance = find_distance (from, box, direction);

      /* Boxes of a column need not be equally wide. */
      if (distance < 0 || distance > column + from->width / 3)
        continue;
      if (best == NULL || ABS (middle_of (box) - middle_of (from)) < ABS (middle_of (best) - middle_of (from)))
        best = box;
    }

  return best;
}

/* The next one above or below that stands in the same column. */
static const StewardFlowchartBox *
step_along (GPtrArray                 *boxes,
            const StewardFlowchartBox *from,
            int                        direction)
{
  const StewardFlowchartBox *best = NULL;

  for (guint i = 0; i < boxes->len; i++)
    {
      const StewardFlowchartBox *box = g_ptr_array_index (boxes, i);
      double distance = (middle_of (box) - middle_of (from)) * direction;

      if (box == from || distance <= 0 || box->x >= from->x + from->width || box->x + box->width <= from->x)
        continue;
      if (best == NULL || distance < (middle_of (best) - middle_of (from)) * direction)
        best = box;
    }

  return best;
}

const char *
steward_flowchart_walk (const StewardFlowchart *flowchart,
                        const char             *id,
                        StewardWalk             walk)
{
  const StewardFlowchartBox *from, *to = NULL;
  GPtrArray *boxes;

  g_return_val_if_fail (flowchart != NULL, NULL);

  boxes = steward_flowchart_get_boxes (flowchart);
  from = find_box (boxes, id);
  if (boxes->len == 0)
    return NULL;

  if (walk == STEWARD_WALK_LAST || (from == NULL && (walk == STEWARD_WALK_LEFT || walk == STEWARD_WALK_UP)))
    to = g_ptr_array_index (boxes, boxes->len - 1);
  else if (walk == STEWARD_WALK_FIRST || from == NULL)
    to = g_ptr_array_index (boxes, 0);
  else if (walk == STEWARD_WALK_RIGHT || walk == STEWARD_WALK_LEFT)
    to = step_aside (boxes, from, walk == STEWARD_WALK_RIGHT ? 1 : -1);
  else
    to = step_along (boxes, from, walk == STEWARD_WALK_DOWN ? 1 : -1);

  return to != NULL ? to->id : NULL;
}

static void
add_name (GString    *text,
          GPtrArray  *boxes,
          const char *id)
{
  const StewardFlowchartBox *box = find_box (boxes, id);

  if (box == NULL)
    return;
  if (text->len > 0)
    /* Translators: between the names of a list. */
    g_string_append (text, C_("list", ", "));
  g_string_append (text, box->name);
}

char *
steward_flowchart_describe_neighbours (const StewardFlowchart *flowchart,
                                       const char             *id)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *first = NULL, *second = NULL;
  GPtrArray *boxes;

  g_return_val_if_fail (flowchart != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  boxes = steward_flowchart_get_boxes (flowchart);
  lines = steward_flowchart_list_lines (flowchart, id);
  for (guint i = 0; i < lines->len; i++)
    {
      const StewardFlowchartLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->to, id))
        add_name (before, boxes, line->from);
      else
        add_name (after, boxes, line->to);
    }
  if (before->len > 0)
    /* Translators: names of items. */
    first = g_strdup_printf (_("follows %s"), before->str);
  if (after->len > 0)
    /* Translators: names of items. */
    second = g_strdup_printf (_("is followed by %s"), after->str);

  return steward_ui_join (first != NULL ? first : "", second != NULL ? second : "", NULL);
}
