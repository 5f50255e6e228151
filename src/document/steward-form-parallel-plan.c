/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan of parallel approval (并联审批方案): what runs beside what, and when. */
#include "steward-letter-private.h"

#include "steward-levers.h"

static const char *
get_lane (const StewardForm     *self,
          const StewardPlanItem *item)
{
  g_autofree char *key = g_strconcat ("lane_", steward_lane_to_word (item->lane), NULL);

  return steward_form_get_wording (self, key);
}

/* Lane, and the mode below it where it is not the ordinary one. */
static char *
describe_way (const StewardForm     *self,
              const StewardPlanItem *item)
{
  const char *lane = get_lane (self, item);
  g_autofree char *key = NULL;

  if (item->mode == STEWARD_MODE_NORMAL)
    return g_strdup (lane);
  key = g_strconcat ("mode_", steward_mode_to_word (item->mode), NULL);
  return g_strdup_printf ("%s\n%s", lane, steward_form_get_wording (self, key));
}

/* The year is said once. */
static char *
format_end (StewardDay start,
            StewardDay finish)
{
  int year, end_year, month, mday;

  steward_day_to_ymd (start, &year, &month, &mday);
  steward_day_to_ymd (finish, &end_year, &month, &mday);
  return year == end_year ? g_strdup_printf ("%d月%d日", month, mday) : steward_letter_format_day (finish);
}

static char *
describe_period (StewardForm           *self,
                 const StewardPlanItem *item)
{
  const StewardScheduleRow *row = steward_schedule_find_row (self->schedule, item->id);
  g_autofree char *from = NULL, *to = NULL;

  if (row == NULL || row->limit_unknown)
    return g_strdup (steward_form_get_wording (self, "unknown"));
  from = steward_letter_format_day (row->start);
  to = format_end (row->start, row->finish);
  steward_form_set_blank (self, "from", from);
  steward_form_set_blank (self, "to", to);
  return steward_form_expand (self, steward_form_get_wording (self, "period"));
}

static void
add_stage (StewardForm            *self,
           StewardTable           *table,
           const StewardPlanStage *stage)
{
  g_autofree char *days = g_strdup_printf ("%d", stage->limit);
  g_autofree char *band = NULL;

  steward_form_set_blank (self, "stage", stage->stage->plan_name);
  steward_form_set_blank (self, "days", days);
  band = steward_form_expand (self, steward_form_get_wording (self, stage->limit < 0 ? "stage_line" : "stage_limit_line"));
  steward_letter_table_add_band (table, band);
  for (guint i = 0; i < stage->items->len; i++)
    {
      const StewardPlanItem *item = g_ptr_array_index (stage->items, i);
      g_autofree char *way = describe_way (self, item);
      g_autofree char *limit = steward_letter_get_limit (self, item);
      g_autofree char *period = describe_period (self, item);

      steward_letter_table_add (table, (const char *[]) { item->name, way, item->bureau, limit, period },
                                1 << 1 | 1 << 3 | 1 << 4);
    }
}

static void
add_items (StewardForm *self)
{
  static const double shares[] = { 4.3, 2.1, 2.9, 2.5, 3.4 };
  g_autoptr (StewardTable) table = NULL;

  steward_letter_add_heading (self, "items_heading");
  if (self->plan->items->len == 0)
    {
      steward_letter_add_all (self, "none");
      return;
    }
  table = steward_letter_table_new (self, "columns", shares, G_N_ELEMENTS (shares));
  for (guint i = 0; i < self->plan->stages->len; i++)
    {
      const StewardPlanStage *stage = g_ptr_array_index (self->plan->stages, i);

      if (stage->items->len > 0)
        add_stage (self, table, stage);
    }
  steward_letter_place_table (self, table);
  steward_letter_add_block_note (self, self->plan->items);
}

/* What each lever in use brings, in the words of the pack. */
static void
add_measures (StewardForm *self)
{
  g_autofree char *days = g_strdup_printf ("%d", self->schedule->approval_days);
  g_autofree char *measures = steward_levers_to_text (self->project, self->schedule->calendar, self->schedule->as_of,
                                                      self->schedule->scenario, NULL);

  steward_letter_add_heading (self, "measures_heading");
  if (measures == NULL || *measures == '\0')
    steward_letter_add_all (self, "no_measures");
  else
    steward_letter_add_typed (self, measures);
  steward_form_set_blank (self, "days", days);
  if (self->schedule->approval_days > 0)
    steward_letter_add_all (self, "total_line");
}

void
steward_form_write_parallel_plan (StewardForm *self)
{
  steward_form_set_date (self, self->schedule->as_of);
  steward_letter_begin (self);
  steward_letter_add_all (self, "lead");
  steward_letter_add_heading (self, "facts_heading");
  steward_letter_add_all (self, "facts");
  add_items (self);
  add_measures (self);
  steward_letter_add_heading (self, "demands_heading");
  steward_letter_add_close (self, "demands");
  steward_letter_end (self);
}
