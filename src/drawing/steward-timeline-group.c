/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-timeline-private.h"

#include "steward-label-private.h"
#include "steward-words-private.h"

/* The rows below their bureaus or their lights instead of their stages. */

typedef struct
{
  char         *name;      /* NULL: what belongs to no bureau */
  StewardLight  light;     /* worst of its rows */
  guint         n_items;
  GPtrArray    *rows;      /* StewardScheduleRow, borrowed */
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The one that is asked first, when several have a say. */
static char *
get_bureau (const StewardScheduleRow *row)
{
  g_autofree char *first = NULL;

  if (row->item == NULL)
    return NULL;
  first = steward_label_first_bureau (row->item->bureau);
  return *first != '\0' ? g_steal_pointer (&first) : NULL;
}

static Group *
find_group (GPtrArray            *groups,
            StewardTimelineGroup  by,
            const char           *name,
            StewardLight          light)
{
  Group *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (by == STEWARD_GROUP_LIGHT ? group->light == light : g_strcmp0 (group->name, name) == 0)
        return group;
    }
  group = g_new0 (Group, 1);
  group->name = g_strdup (name);
  group->light = light;
  group->rows = g_ptr_array_new ();
  g_ptr_array_add (groups, group);
  return group;
}

static void
collect (GPtrArray                *groups,
         StewardTimelineGroup      by,
         const StewardScheduleRow *row)
{
  g_autofree char *bureau = by == STEWARD_GROUP_BUREAU ? get_bureau (row) : NULL;
  Group *group = find_group (groups, by, bureau, row->answer.light);

  g_ptr_array_add (group->rows, (gpointer) row);
  group->light = steward_light_worse (group->light, row->answer.light);
  group->n_items += row->kind == STEWARD_ROW_ITEM;
}

/* How soon somebody has to look at it. */
static int
get_urgency (StewardLight light)
{
  static const int order[] = {
    [STEWARD_LIGHT_RED] = 0, [STEWARD_LIGHT_YELLOW] = 1, [STEWARD_LIGHT_GREEN] = 2, [STEWARD_LIGHT_PAUSED] = 3,
    [STEWARD_LIGHT_NOT_STARTED] = 4, [STEWARD_LIGHT_DONE_LATE] = 5, [STEWARD_LIGHT_DONE] = 6,
  };

  return order[light];
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  const Group *left = *(Group * const *) a, *right = *(Group * const *) b;

  return get_urgency (left->light) - get_urgency (right->light);
}

/* Bureaus keep the order in which the plan comes to them; rows of none, such
 * as construction, come last. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Group *left = *(Group * const *) a, *right = *(Group * const *) b;

  return (left->name == NULL) - (right->name == NULL);
}

/* Below the name of its bureau a row says its stage: the name once more would
 * tell nothing. */
static void
tell_stage (StewardTimeline          *self,
            const StewardSchedule    *schedule,
            const StewardScheduleRow *row)
{
  StewardTimelineLine *line = &g_array_index (self->lines, StewardTimelineLine, self->lines->len - 1);

  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (schedule->stages, i);

      if (stage->stage != row->stage)
        continue;
      g_free (line->bureau);
      g_free (line->detail);
      line->bureau = steward_label_stage (stage);
      line->detail = g_strconcat (line->bureau, *line->level != '\0' ? W_SEPARATOR : "", line->level, NULL);
    }
}

static void
add_group (StewardTimeline             *self,
           const StewardTimelineSource *source,
           const Group                 *group,
           StewardTimelineGroup         by)
{
  StewardTimelineLine *line = steward_timeline_add_line (self, STEWARD_LINE_GROUP, TIMELINE_STAGE);

  line->schedule = source->schedule;
  line->light = group->light;
  line->name = g_strdup (by == STEWARD_GROUP_LIGHT ? steward_label_light (group->light)
                         : group->name != NULL ? group->name : W_NO_BUREAU);
  line->detail = group->n_items > 0 ? g_strdup_printf (W_ITEMS_F, group->n_items) : g_strdup ("");
  for (guint i = 0; i < group->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (group->rows, i);

      steward_timeline_add_row (self, source, row);
      if (by == STEWARD_GROUP_BUREAU && group->name != NULL
          && g_strcmp0 (g_array_index (self->lines, StewardTimelineLine, self->lines->len - 1).bureau, group->name) == 0)
        tell_stage (self, source->schedule, row);
    }
}

void
steward_timeline_add_groups (StewardTimeline             *self,
                             const StewardTimelineSource *source,
                             StewardTimelineGroup         group,
                             int                          only)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);
  const StewardSchedule *schedule = source->schedule;

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);

      if (only == 0 || (row->stage != NULL && row->stage->number == only))
        collect (groups, group, row);
    }
  g_ptr_array_sort (groups, group == STEWARD_GROUP_LIGHT ? compare_urgency : compare_names);
  for (guint i = 0; i < groups->len; i++)
    add_group (self, source, g_ptr_array_index (groups, i), group);
}
