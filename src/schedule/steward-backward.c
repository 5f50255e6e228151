/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-backward.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-network-private.h"
#include "steward-schedule-private.h"

/* The network of the forecast with the latest offset of every task. */
typedef struct
{
  const StewardSchedule *schedule;
  StewardNetwork        *network;
  int                   *deadlines;
  int                   *late_starts;
  int                   *late_finishes;
} Pass;

static void
pass_clear (Pass *pass)
{
  g_clear_pointer (&pass->network, steward_network_free);
  g_clear_pointer (&pass->deadlines, g_free);
  g_clear_pointer (&pass->late_starts, g_free);
  g_clear_pointer (&pass->late_finishes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

static void
row_free (StewardBackwardRow *row)
{
  g_free (row->why_text);
  g_free (row);
}

static const StewardActivity *
find_activity (const StewardSchedule *schedule,
               const char            *id)
{
  GPtrArray *activities = steward_pack_get_activities (schedule->plan->pack);

  for (guint i = 0; i < activities->len; i++)
    {
      const StewardActivity *activity = activities->pdata[i];

      if (strcmp (activity->id, id) == 0)
        return activity;
    }
  return NULL;
}

static void
demand (Pass *pass,
        int   task,
        int   deadline,
        int  *reached)
{
  pass->deadlines[task] = deadline;
  *reached = MAX (*reached, steward_network_get_result (pass->network, task)->early_finish);
}

/* Sets the deadlines that @wanted means; the offset at which they are all
 * reached in the forecast. */
static int
set_deadlines (Pass                  *pass,
               const StewardActivity *activity,
               StewardDay             wanted)
{
  int deadline = steward_calendar_count (pass->schedule->calendar, pass->schedule->origin, wanted);
  const StewardTask *tasks = (const StewardTask *) (gpointer) pass->network->tasks->data;
  guint n = steward_network_get_length (pass->network);
  int reached = 0;

  for (guint i = 0; i < n; i++)
    pass->deadlines[i] = G_MAXINT;
  for (guint i = 0; activity == NULL && i < n; i++)
    {
      if (!tasks[i].hammock)
        demand (pass, i, deadline, &reached);
    }
  for (guint i = 0; activity && activity->after && activity->after[i]; i++)
    {
      const GPtrArray *parts = steward_plan_get_parts (pass->schedule->plan, activity->after[i]);
      guint n_parts = parts ? parts->len : 1;

      for (guint j = 0; j < n_parts; j++)
        {
          int task = steward_network_find (pass->network, parts ? ((StewardPlanItem *) parts->pdata[j])->id
                                                                : activity->after[i]);

          if (task >= 0)
            demand (pass, task, deadline, &reached);
        }
    }
  return reached;
}

/* TRUE for an activity that has begun: nothing can hold it back any more. */
static gboolean
has_begun (const StewardSchedule *schedule,
           const StewardActivity *activity,
           StewardDay            *begun)
{
  const StewardScheduleRow *row = activity ? steward_schedule_find_row (schedule, activity->id) : NULL;

  *begun = row ? row->accepted : STEWARD_DAY_NONE;
  return *begun != STEWARD_DAY_NONE;
}

static StewardDay
to_day (const Pass *pass,
        int         offset)
{
  return offset == G_MAXINT ? STEWARD_DAY_NONE : steward_network_offset_to_day (pass->network, offset);
}

static void
place_inside (const Pass         *pass,
              StewardBackwardRow *back)
{
  const StewardScheduleRow *row = back->row;
  int task = steward_network_find (pass->network, row->id);
  const StewardTaskResult *result = steward_network_get_result (pass->network, task);

  back->bound = pass->late_finishes[task] != G_MAXINT && row->decided == STEWARD_DAY_NONE;
  if (!back->bound)
    return;
  back->latest_finish = to_day (pass, pass->late_finishes[task]);
  if (row->accepted == STEWARD_DAY_NONE)
    back->latest_start = to_day (pass, pass->late_starts[task]);
  back->slack = pass->late_finishes[task] - result->early_finish;
}

/* What runs inside its stage has to be over with it. */
static void
place_outside (const Pass         *pass,
               StewardBackwardRow *back)
{
  const StewardScheduleRow *row = back->row;
  int stage = steward_network_find (pass->network, row->stage->id);
  int late = pass->late_finishes[stage];

  back->outside = TRUE;
  back->bound = late != G_MAXINT && row->decided == STEWARD_DAY_NONE && row->item->lane != STEWARD_LANE_AFTER;
  if (!back->bound)
    return;
  back->latest_finish = to_day (pass, late);
  if (row->accepted == STEWARD_DAY_NONE)
    back->latest_start = to_day (pass, late - MAX (row->limit, 0));
  back->slack = row->limit < 0 ? 0 : steward_calendar_count (pass->schedule->calendar, row->finish, back->latest_finish);
}

/* What the steward lets something wait for is bound by that, utility or not. */
static gboolean
is_outside (const Pass               *pass,
            const StewardScheduleRow *row)
{
  int task = steward_network_find (pass->network, row->id);

  return row->kind == STEWARD_ROW_ITEM && steward_plan_item_is_outside (row->item) &&
         (pass->late_finishes[task] == G_MAXINT || !steward_network_gates (pass->network, task));
}

static char *
explain (const Pass               *pass,
         const StewardBackwardRow *back)
{
  const StewardScheduleRow *row = back->row, *before = NULL;
  g_autofree char *latest = NULL, *day = NULL;
  StewardDay today = pass->schedule->as_of;
  int days;

  if (row->accepted != STEWARD_DAY_NONE)
    {
      latest = steward_day_format (back->latest_finish);
      day = steward_day_format (row->finish);
      return g_strdup_printf (_("“%s” must be finished by %s, but is expected on %s."), row->name, latest, day);
    }
  latest = steward_day_format (back->latest_start);
  days = steward_calendar_count (pass->schedule->calendar, back->latest_start, today);
  if (days > 0)
    return g_strdup_printf (ngettext ("“%s” had to begin by %s, %d working day ago.",
                                      "“%s” had to begin by %s, %d working days ago.", days),
                            row->name, latest, days);
  before = row->why ? steward_schedule_find_row (pass->schedule, row->why) : NULL;
  if (before)
    {
      day = steward_day_format (before->finish);
      return g_strdup_printf (_("“%s” must begin by %s, but “%s” is finished on %s only."), row->name, latest,
                              before->name, day);
    }
  day = steward_day_format (row->start);
  return g_strdup_printf (_("“%s” must begin by %s, but is planned for %s."), row->name, latest, day);
}

static void
add_rows (const Pass      *pass,
          StewardBackward *self)
{
  for (guint i = 0; i < pass->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = pass->schedule->rows->pdata[i];
      StewardBackwardRow *back;

      if (row->kind == STEWARD_ROW_NODE)
        continue;
      back = g_new0 (StewardBackwardRow, 1);
      back->row = row;
      back->latest_start = back->latest_finish = STEWARD_DAY_NONE;
      g_ptr_array_add (self->rows, back);
      if (is_outside (pass, row))
        place_outside (pass, back);
      else
        place_inside (pass, back);
      if (back->bound && back->slack < 0)
        back->why_text = explain (pass, back);
      if (back->latest_start != STEWARD_DAY_NONE && !back->outside)
        self->start = self->start == STEWARD_DAY_NONE ? back->latest_start : MIN (self->start, back->latest_start);
      self->provisional |= back->bound &&
                           steward_calendar_is_provisional (pass->schedule->calendar, back->latest_finish);
    }
}

/* The row that may wait least, the first of them where several are. */
static const StewardBackwardRow *
find_tightest (const StewardBackward *self)
{
  const StewardBackwardRow *tightest = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardBackwardRow *row = self->rows->pdata[i];

      if (row->bound && !row->outside && (tightest == NULL || row->slack < tightest->slack))
        tightest = row;
    }
  return tightest;
}

static void
sum_up (const Pass      *pass,
        StewardBackward *self)
{
  const StewardBackwardRow *tightest = find_tightest (self);
  g_autofree char *day = steward_day_format (self->forecast);
  g_autofree char *sum = NULL;
  int days;

  self->slack = steward_calendar_count (pass->schedule->calendar, self->forecast, self->wanted);
  self->possible = self->forecast <= self->wanted;
  self->provisional |= steward_calendar_is_provisional (pass->schedule->calendar, self->wanted) ||
                       steward_calendar_is_provisional (pass->schedule->calendar, self->forecast);
  if (self->possible)
    return;
  days = MAX (-self->slack, 0);
  sum = g_strdup_printf (ngettext ("As things stand it is reached on %s, %d working day too late.",
                                   "As things stand it is reached on %s, %d working days too late.", days),
                         day, days);
  self->why_text = tightest && tightest->why_text ? g_strconcat (sum, " ", tightest->why_text, NULL)
                                                  : g_steal_pointer (&sum);
}

static const StewardBackwardRow *
find_earlier (const StewardBackward    *self,
              const StewardBackwardRow *row,
              const char               *id)
{
  const StewardBackwardRow *other = steward_backward_find_row (self, id);

  if (other == NULL || other->latest_start == STEWARD_DAY_NONE)
    return row;
  return row == NULL || other->latest_start < row->latest_start ? other : row;
}

/* The first row that needs @material: of the items that the pack names, else
 * of the first stage that asks for it. */
static const StewardBackwardRow *
find_first_use (const StewardBackward     *self,
                const StewardSchedule     *schedule,
                const StewardPlanMaterial *material)
{
  const StewardBackwardRow *first = NULL;

  for (guint i = 0; i < material->used_in->len; i++)
    first = find_earlier (self, first, ((const StewardPlanItem *) material->used_in->pdata[i])->id);
  if (material->used_in->len > 0)
    return first;
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM && row->stage == material->first_stage)
        first = find_earlier (self, first, row->id);
    }
  return first;
}

static int
compare_materials (gconstpointer a,
                   gconstpointer b)
{
  const StewardBackwardMaterial *x = *(gpointer *) a, *y = *(gpointer *) b;

  return (x->latest > y->latest) - (x->latest < y->latest);
}

static void
add_materials (const StewardSchedule *schedule,
               StewardBackward       *self)
{
  for (guint i = 0; i < schedule->plan->materials->len; i++)
    {
      const StewardPlanMaterial *material = schedule->plan->materials->pdata[i];
      const StewardBackwardRow *first = find_first_use (self, schedule, material);
      StewardBackwardMaterial *back;

      if (first == NULL)
        continue;
      back = g_new0 (StewardBackwardMaterial, 1);
      back->material = material;
      back->row = first->row;
      back->latest = first->latest_start;
      back->late = back->latest < schedule->as_of;
      g_ptr_array_add (self->materials, back);
    }
  g_ptr_array_sort (self->materials, compare_materials);
}

StewardBackward *
steward_schedule_plan_backward (const StewardSchedule  *schedule,
                                const char             *activity,
                                StewardDay              wanted,
                                GError                **error)
{
  g_autoptr (StewardBackward) self = NULL;
  const StewardActivity *known;
  g_auto (Pass) pass = { schedule, NULL, NULL, NULL, NULL };
  StewardDay begun;
  guint n;

  g_return_val_if_fail (schedule != NULL && wanted != STEWARD_DAY_NONE, NULL);

  known = activity ? find_activity (schedule, activity) : NULL;
  if (activity && known == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no activity “%s”."), activity);
      return NULL;
    }
  pass.network = steward_schedule_build_network (schedule, STEWARD_PASS_FORECAST, schedule->origin, error);
  if (pass.network == NULL)
    return NULL;
  n = steward_network_get_length (pass.network);
  pass.deadlines = g_new (int, n);
  pass.late_starts = g_new (int, n);
  pass.late_finishes = g_new (int, n);

  self = g_new0 (StewardBackward, 1);
  self->activity = known;
  self->wanted = wanted;
  self->start = STEWARD_DAY_NONE;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->materials = g_ptr_array_new_with_free_func (g_free);
  self->forecast = steward_network_offset_to_day (pass.network, set_deadlines (&pass, known, wanted));
  if (has_begun (schedule, known, &begun))
    {
      self->forecast = begun;
      for (guint i = 0; i < n; i++)
        pass.deadlines[i] = G_MAXINT;
    }
  steward_network_find_latest (pass.network, pass.deadlines, pass.late_starts, pass.late_finishes);
  add_rows (&pass, self);
  add_materials (schedule, self);
  sum_up (&pass, self);
  return g_steal_pointer (&self);
}

void
steward_backward_free (StewardBackward *self)
{
  if (self == NULL)
    return;
  g_free (self->why_text);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->materials);
  g_free (self);
}

const StewardBackwardRow *
steward_backward_find_row (const StewardBackward *self,
                           const char            *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const StewardBackwardRow *row = self->rows->pdata[i];

      if (strcmp (row->row->id, id) == 0)
        return row;
    }
  return NULL;
}
