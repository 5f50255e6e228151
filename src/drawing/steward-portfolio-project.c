/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-portfolio.h"

#include "steward-label-private.h"
#include "steward-timeline-private.h"
#include "steward-words-private.h"

/* What a portfolio needs of a schedule: few numbers, so that a thousand
 * projects can be shown without holding their schedules. */

static void
stage_free (gpointer data)
{
  StewardPortfolioStage *self = data;

  g_free (self->name);
  g_free (self);
}

static void
load_free (gpointer data)
{
  StewardPortfolioLoad *self = data;

  g_free (self->bureau);
  g_free (self);
}

static void
project_clear (gpointer data)
{
  StewardPortfolioProject *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->total);
  g_free (self->summary);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->loads);
}

StewardPortfolioProject *
steward_portfolio_project_ref (StewardPortfolioProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
steward_portfolio_project_unref (StewardPortfolioProject *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, project_clear);
}

static void
add_load (StewardPortfolioProject *self,
          const char              *bureau,
          StewardDay               week,
          int                      days)
{
  StewardPortfolioLoad *load;

  for (guint i = 0; i < self->loads->len; i++)
    {
      load = g_ptr_array_index (self->loads, i);
      if (load->week == week && strcmp (load->bureau, bureau) == 0)
        {
          load->days += days;
          return;
        }
    }
  load = g_new (StewardPortfolioLoad, 1);
  *load = (StewardPortfolioLoad) { g_strdup (bureau), week, days };
  g_ptr_array_add (self->loads, load);
}

/* The days that its clock counts or will count; utilities that fill their
 * stage ask for no days of their own. */
static void
add_loads_of_row (StewardPortfolioProject  *self,
                  const StewardSchedule    *schedule,
                  const StewardScheduleRow *row)
{
  g_autofree char *bureau = NULL;
  g_autoptr (GArray) spans = NULL;

  if (row->kind != STEWARD_ROW_ITEM || (row->limit < 0 && row->decided == STEWARD_DAY_NONE))
    return;
  bureau = steward_label_first_bureau (row->item->bureau);
  spans = steward_timeline_spans (row, schedule->calendar, schedule->as_of, G_MININT32, G_MAXINT32);
  for (guint i = 0; i < spans->len; i++)
    {
      const StewardSpan *span = &g_array_index (spans, StewardSpan, i);

      if (span->kind != STEWARD_SPAN_COUNTED && span->kind != STEWARD_SPAN_PLANNED)
        continue;
      for (StewardDay day = span->from; day <= span->to; day++)
        add_load (self, *bureau != '\0' ? bureau : W_NO_BUREAU, steward_unit_begin (STEWARD_UNIT_WEEK, day), 1);
    }
}

static void
add_stage (StewardPortfolioProject    *self,
           const StewardScheduleStage *from)
{
  StewardPortfolioStage *stage;

  if (from->rows->len == 0)
    return;
  stage = g_new0 (StewardPortfolioStage, 1);
  stage->name = steward_label_stage (from);
  stage->number = from->stage->number;
  stage->start = from->start;
  stage->finish = MAX (from->start, from->finish);
  stage->budget = from->budget;
  stage->used = from->used;
  stage->light = from->light;
  g_ptr_array_add (self->stages, stage);
}

StewardPortfolioProject *
steward_portfolio_project_new (const StewardSchedule *schedule,
                               const char            *id)
{
  StewardPortfolioProject *self;

  g_return_val_if_fail (schedule != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  self = g_atomic_rc_box_new0 (StewardPortfolioProject);
  self->id = g_strdup (id);
  self->name = g_strdup (steward_label_project (schedule));
  self->total = steward_label_total (schedule);
  self->summary = steward_label_summary (schedule);
  self->start = schedule->start;
  self->finish = MAX (schedule->start, schedule->finish);
  self->light = schedule->light;
  self->provisional = schedule->provisional;
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->loads = g_ptr_array_new_with_free_func (load_free);
  for (guint i = 0; i < schedule->stages->len; i++)
    add_stage (self, g_ptr_array_index (schedule->stages, i));
  for (guint i = 0; i < schedule->rows->len; i++)
    add_loads_of_row (self, schedule, g_ptr_array_index (schedule->rows, i));
  return self;
}
