/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-flowchart-private.h"

#include "steward-label-private.h"
#include "steward-words-private.h"

/* The model: which boxes there are, what they say, and which of them begin
 * together. Nothing here knows a position. */

static void
box_free (gpointer data)
{
  StewardFlowBox *self = data;

  g_free (self->box.id);
  g_free (self->box.name);
  g_free (self->box.bureau);
  g_free (self->box.level);
  g_free (self->box.limit);
  g_free (self->box.description);
  g_free (self->why);
  g_free (self->below);
  g_free (self->name_text);
  g_free (self->below_text);
  g_free (self->dates);
  g_free (self->until);
  g_free (self);
}

static void
group_free (gpointer data)
{
  StewardFlowGroup *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

static void
segment_free (gpointer data)
{
  StewardFlowSegment *self = data;

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
lane_free (gpointer data)
{
  StewardFlowLane *self = data;

  g_free (self->title);
  g_free (self);
}

static void
stage_free (gpointer data)
{
  StewardFlowStage *self = data;

  g_free (self->title);
  g_free (self->budget);
  g_free (self->used);
  g_free (self->tray_title);
  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->pills);
  g_free (self);
}

void
steward_flowchart_free (StewardFlowchart *self)
{
  if (self == NULL)
    return;
  steward_lettering_free (self->lettering);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->total);
  g_free (self->region);
  g_free (self->summary);
  g_free (self->begin);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->boxes);
  g_array_unref (self->edges);
  g_array_unref (self->links);
  g_ptr_array_unref (self->own);
  g_array_unref (self->bars);
  g_array_unref (self->keys);
  g_free (self);
}

/* How long an activity takes stands below it, in two lines: it is narrow. */
static char *
activity_length (const StewardScheduleRow *row)
{
  char *length = steward_label_length (row->start, row->finish);
  char *space = strrchr (length, ' ');

  if (space != NULL)
    *space = '\n';
  return length;
}

static StewardFlowBox *
add_box (StewardFlowchart         *self,
         const StewardScheduleRow *row,
         int                       stage,
         StewardFlowKind           kind)
{
  StewardFlowBox *box = g_new0 (StewardFlowBox, 1);
  const StewardPlanItem *item = row->item;

  box->kind = kind;
  box->step = box->lane = -1;
  box->index = self->boxes->len;
  box->row = row;
  box->box.id = g_strdup (row->id);
  box->box.stage = stage;
  box->box.name = g_strdup (steward_label_row_name (row));
  box->box.bureau = steward_label_bureau (item != NULL ? item->bureau : NULL);
  box->box.level = g_strdup (item != NULL ? steward_label_level (item->level) : "");
  box->box.limit = item != NULL ? steward_label_limit (row, FALSE) : g_strdup ("");
  box->box.lane = item != NULL ? item->lane : STEWARD_LANE_MAIN;
  box->box.mode = item != NULL ? item->mode : STEWARD_MODE_NORMAL;
  box->box.light = row->answer.light;
  box->box.critical = row->critical;
  box->box.supplement = item != NULL && item->supplement;
  box->box.faded = steward_label_row_faded (row);
  box->box.description = steward_label_describe (row);
  box->main = box->box.lane == STEWARD_LANE_MAIN;
  box->why = g_strdup (row->why);
  box->below = steward_label_local_bureau (box->box.bureau, self->region);
  box->dates = kind == STEWARD_FLOW_ACTIVITY ? activity_length (row) : steward_label_dates (row);
  box->until = g_strconcat ("→ ", strstr (box->dates, "→ ") != NULL ? strstr (box->dates, "→ ") + strlen ("→ ") : box->dates, NULL);
  box->n_marks = (*box->box.level != '\0') + (box->box.mode != STEWARD_MODE_NORMAL) + box->box.supplement;
  g_ptr_array_add (self->boxes, box);
  return box;
}

/* Something of a stage that may come after something else in it. */
typedef struct
{
  const char  *id;
  char       **after;
  int          depth;
} Step;

static void
add_step (GArray      *steps,
          const char  *id,
          char       **after)
{
  Step step = { id, after, 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      if (g_strcmp0 (g_array_index (steps, Step, i).id, id) == 0)
        return;
    }
  g_array_append_val (steps, step);
}

static int
find_depth (GArray     *steps,
            const char *id)
{
  for (guint i = 0; i < steps->len; i++)
    {
      if (g_strcmp0 (g_array_index (steps, Step, i).id, id) == 0)
        return g_array_index (steps, Step, i).depth;
    }
  return -1;
}

/* Steps of equal depth begin together. As many rounds as steps are enough;
 * that also ends a circle, which the pack reader does not let through. */
static void
find_depths (GArray *steps)
{
  gboolean changed = TRUE;

  for (guint round = 0; changed && round < steps->len; round++)
    {
      changed = FALSE;
      for (guint i = 0; i < steps->len; i++)
        {
          Step *step = &g_array_index (steps, Step, i);

          for (char **after = step->after; after != NULL && *after != NULL; after++)
            {
              int depth = find_depth (steps, *after) + 1;

              changed |= depth > step->depth;
              step->depth = MAX (step->depth, depth);
            }
        }
    }
}

/* The blocks of a stage; of a stage without blocks the items themselves. */
static GArray *
collect_steps (const StewardScheduleStage *stage,
               gboolean                   *has_blocks)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  *has_blocks = FALSE;
  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      if (row->kind == STEWARD_ROW_ITEM && row->item->block != NULL)
        {
          add_step (steps, row->item->block->id, row->item->block->after);
          *has_blocks = TRUE;
        }
    }
  for (guint i = 0; i < stage->rows->len && !*has_blocks; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->rows, i);

      if (row->kind == STEWARD_ROW_ITEM && row->item->item != NULL && row->item->lane != STEWARD_LANE_UTILITY)
        add_step (steps, row->item->item->id, row->item->item->after);
    }
  find_depths (steps);
  return steps;
}

static StewardFlowSegment *
find_segment (StewardFlowStage *stage,
              int               depth)
{
  StewardFlowSegment *segment;
  guint at = 0;

  for (; at < stage->segments->len; at++)
    {
      segment = g_ptr_array_index (stage->segments, at);
      if (segment->depth == depth)
        return segment;
      if (segment->depth > depth)
        break;
    }
  segment = g_new0 (StewardFlowSegment, 1);
  segment->depth = depth;
  segment->columns = 1;
  segment->groups = g_ptr_array_new_with_free_func (group_free);
  segment->cells = g_ptr_array_new_with_free_func (group_free);
  g_ptr_array_insert (stage->segments, at, segment);
  return segment;
}

static char *
group_title (StewardLane lane,
             int         limit)
{
  g_autofree char *days = NULL;

  if (limit < 0)
    return g_strdup (steward_label_lane (lane));
  days = g_strdup_printf (lane == STEWARD_LANE_PARALLEL ? W_TOGETHER_F : W_DAYS_F, limit);
  return g_strconcat (steward_label_lane (lane), W_SEPARATOR, days, NULL);
}

static StewardFlowGroup *
find_group (StewardFlowSegment *segment,
            StewardLane         lane,
            int                 limit)
{
  StewardFlowGroup *group;

  for (guint i = 0; i < segment->groups->len; i++)
    {
      group = g_ptr_array_index (segment->groups, i);
      if (group->lane == lane)
        return group;
    }
  group = g_new0 (StewardFlowGroup, 1);
  group->lane = lane;
  group->boxes = g_ptr_array_new ();
  group->title = group_title (lane, limit);
  g_ptr_array_add (segment->groups, group);
  return group;
}

/* Utilities, and items of a stage with blocks that belong to none of them,
 * run inside the stage: they stand in a tray at its foot. */
static gboolean
belongs_in_tray (const StewardPlanItem *item,
                 gboolean               stage_has_blocks)
{
  if (item->lane == STEWARD_LANE_UTILITY || (item->block != NULL && item->block->within_stage))
    return TRUE;
  return stage_has_blocks && item->block == NULL && item->lane != STEWARD_LANE_AFTER;
}

static int
item_depth (const StewardPlanItem *item,
            GArray                *steps)
{
  const char *id = item->block != NULL ? item->block->id : item->item != NULL ? item->item->id : NULL;

  if (item->lane == STEWARD_LANE_AFTER)
    return G_MAXINT;
  return MAX (0, find_depth (steps, id));
}

static void
add_rows (StewardFlowchart *self,
          StewardFlowStage *stage)
{
  gboolean has_blocks;
  g_autoptr (GArray) steps = collect_steps (stage->stage, &has_blocks);

  for (guint i = 0; i < stage->stage->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (stage->stage->rows, i);
      StewardFlowSegment *segment;
      StewardFlowGroup *group;

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      if (belongs_in_tray (row->item, has_blocks))
        {
          g_ptr_array_add (stage->pills, add_box (self, row, stage->index, STEWARD_FLOW_PILL));
          continue;
        }
      segment = find_segment (stage, item_depth (row->item, steps));
      group = find_group (segment, row->item->lane, row->item->block != NULL ? row->item->block->limit : -1);
      g_ptr_array_add (group->boxes, add_box (self, row, stage->index, STEWARD_FLOW_CARD));
      segment->n_boxes++;
    }
}

/* A group of one needs no title, but then its box says the limit that the
 * title would have said. */
static void
finish_groups (StewardFlowStage *stage)
{
  for (guint i = 0; i < stage->segments->len; i++)
    {
      StewardFlowSegment *segment = g_ptr_array_index (stage->segments, i);

      for (guint j = 0; j < segment->groups->len; j++)
        {
          StewardFlowGroup *group = g_ptr_array_index (segment->groups, j);
          StewardFlowBox *box = g_ptr_array_index (group->boxes, 0);

          if (group->boxes->len == 1)
            {
              g_free (box->box.limit);
              box->box.limit = steward_label_limit (box->row, TRUE);
              if (segment->groups->len == 1)
                g_clear_pointer (&group->title, g_free);
            }
          group->framed = group->lane == STEWARD_LANE_MAIN && group->boxes->len > 1;
          segment->barred |= group->lane != STEWARD_LANE_MAIN && segment->n_boxes > 1;
        }
    }
}

static char *
tray_title (const StewardFlowStage *stage)
{
  gboolean utilities = TRUE;

  if (stage->pills->len == 0)
    return NULL;
  for (guint i = 0; i < stage->pills->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (stage->pills, i);

      utilities &= box->box.lane == STEWARD_LANE_UTILITY;
    }
  return g_strconcat (utilities ? W_UTILITY : W_OTHER, W_SEPARATOR, W_WITHIN_STAGE, NULL);
}

static void
add_stage (StewardFlowchart           *self,
           const StewardScheduleStage *from)
{
  StewardFlowStage *stage = g_new0 (StewardFlowStage, 1);

  stage->stage = from;
  stage->stage_light = from->light;
  stage->index = self->stages->len;
  stage->title = steward_label_stage (from);
  stage->has_budget = from->budget >= 0;
  stage->budget = steward_label_budget (from);
  stage->used = steward_label_used (from);
  stage->least = steward_flowchart_head_need (stage);
  stage->share = from->budget > 0 ? CLAMP (from->used / (double) from->budget, 0, 1) : 0;
  stage->segments = g_ptr_array_new_with_free_func (segment_free);
  stage->pills = g_ptr_array_new ();
  g_ptr_array_add (self->stages, stage);
  add_rows (self, stage);
  finish_groups (stage);
  stage->tray_title = tray_title (stage);
}

/* An activity stands behind the last stage that is over when it begins. */
static void
add_activities (StewardFlowchart      *self,
                const StewardSchedule *schedule)
{
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = g_ptr_array_index (schedule->rows, i);
      StewardFlowStage *before = NULL;

      if (row->kind != STEWARD_ROW_ACTIVITY)
        continue;
      for (guint j = 0; j + 1 < self->stages->len; j++)
        {
          StewardFlowStage *stage = g_ptr_array_index (self->stages, j);

          if (stage->stage->start <= row->start && (before == NULL || stage->segments->len > 0))
            before = stage;
        }
      if (before != NULL && before->activity == NULL)
        before->activity = add_box (self, row, before->index, STEWARD_FLOW_ACTIVITY);
    }
}

/* The event that lets the first stage begin, when the pack names one. */
static char *
find_begin (const StewardSchedule *schedule)
{
  GPtrArray *blocks, *events;

  if (schedule->plan == NULL || schedule->plan->pack == NULL)
    return g_strdup (W_BEGIN);
  blocks = steward_pack_get_blocks (schedule->plan->pack);
  events = steward_pack_get_events (schedule->plan->pack);
  for (guint i = 0; i < blocks->len; i++)
    {
      const StewardBlock *block = g_ptr_array_index (blocks, i);

      for (char **after = block->after; after != NULL && *after != NULL; after++)
        {
          for (guint j = 0; j < events->len; j++)
            {
              const StewardNamed *event = g_ptr_array_index (events, j);

              if (g_strcmp0 (event->id, *after) == 0)
                return g_strdup (event->name);
            }
        }
    }
  return g_strdup (W_BEGIN);
}

/* What holds a box where it is belongs to what is said of it. (The sentence
 * of the schedule is in the language of the interface, a drawing is not.) */
static void
add_reasons (StewardFlowchart *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      g_hash_table_insert (names, box->box.id, box->box.name);
    }
  for (guint i = 0; i < self->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (self->boxes, i);
      const char *why = box->why != NULL ? g_hash_table_lookup (names, box->why) : NULL;

      if (why != NULL)
        {
          g_autofree char *reason = g_strdup_printf (W_AFTER_F, why);
          g_autofree char *before = g_steal_pointer (&box->box.description);

          box->box.description = g_strconcat (before, reason, W_STOP, NULL);
        }
    }
}

static void
measure (StewardFlowchart *self)
{
  g_autoptr (StewardInk) ink = steward_ink_new (NULL, steward_style_get (STEWARD_STYLE_LIGHT));

  for (guint i = 0; i < self->boxes->len; i++)
    {
      StewardFlowBox *box = g_ptr_array_index (self->boxes, i);

      box->name_em = steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, box->box.name);
      box->bureau_em = steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, box->below);
      box->dates_em = steward_ink_measure (ink, STEWARD_WEIGHT_NORMAL, box->dates);
      box->limit_em = steward_ink_measure (ink, STEWARD_WEIGHT_BOLD, box->box.limit);
    }
}

StewardFlowchart *
steward_flowchart_model (const StewardSchedule         *schedule,
                         const StewardFlowchartOptions *options,
                         const StewardFlowPart         *part)
{
  StewardFlowchart *self = g_new0 (StewardFlowchart, 1);

  self->options = *options;
  self->lettering = steward_lettering_new (NULL, steward_style_get (STEWARD_STYLE_LIGHT)->font);
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->boxes = g_ptr_array_new_with_free_func (box_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (StewardFlowEdge));
  self->links = g_array_new (FALSE, FALSE, sizeof (StewardFlowLink));
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_own_line_free);
  self->bars = g_array_new (FALSE, FALSE, sizeof (StewardFlowBar));
  self->keys = g_array_new (FALSE, FALSE, sizeof (StewardKey));
  self->title = g_strdup (steward_label_project (schedule));
  self->subtitle = steward_label_subtitle (schedule, W_FLOWCHART);
  self->total = steward_label_total (schedule);
  if (schedule->plan != NULL && schedule->plan->pack != NULL)
    self->region = g_strdup (steward_pack_get_region (schedule->plan->pack));
  self->summary = steward_label_summary (schedule);
  for (guint i = 0; i < schedule->stages->len; i++)
    {
      const StewardScheduleStage *stage = g_ptr_array_index (schedule->stages, i);

      if (options->stage == 0 || stage->stage->number == options->stage)
        add_stage (self, stage);
    }
  if (options->stage == 0)
    add_activities (self, schedule);
  if (options->stage <= 1 && options->screen == 0 && self->stages->len > 0)
    self->begin = find_begin (schedule);
  if (part != NULL)
    steward_flowchart_keep (self, part);
  steward_flowchart_link (self);
  steward_flowchart_add_own (self, schedule);
  add_reasons (self);
  if (options->arrangement == STEWARD_ARRANGE_LANES)
    steward_flowchart_make_lanes (self);
  measure (self);
  return self;
}
