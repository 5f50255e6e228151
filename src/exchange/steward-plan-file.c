/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-plan-file.h"

#include "steward-printer-private.h"
#include "steward-route.h"

#define PLAN_FILE_FORMAT  "steward-plan"
#define PLAN_FILE_VERSION 1

static void
print_project (StewardPrinter    *out,
               const StewardPlan *plan)
{
  steward_printer_open (out, "pack", '{');
  steward_printer_string (out, "id", steward_pack_get_id (plan->pack));
  steward_printer_string (out, "version", steward_pack_get_version (plan->pack));
  steward_printer_string (out, "sha256", steward_pack_get_sha256 (plan->pack));
  steward_printer_string (out, "title", steward_pack_get_title (plan->pack));
  steward_printer_close (out, '}');
  steward_printer_open (out, "project", '{');
  for (guint i = 0; i < STEWARD_N_FACTS; i++)
    steward_printer_optional (out, steward_fact_get_key (i), steward_project_get_fact (plan->project, i));
  steward_printer_close (out, '}');
}

/* A limit, or null when nobody gave one: never a number that was made up. */
static void
print_limit (StewardPrinter *out,
             const char     *key,
             int             limit)
{
  if (limit >= 0)
    steward_printer_integer (out, key, limit);
  else
    steward_printer_string (out, key, NULL);
}

static void
print_dates (StewardPrinter           *out,
             const StewardScheduleRow *row)
{
  steward_printer_day (out, "start", row->start);
  steward_printer_day (out, "finish", row->finish);
  steward_printer_day (out, "planned_start", row->planned_start);
  steward_printer_day (out, "planned_finish", row->planned_finish);
  steward_printer_day (out, "accepted", row->accepted);
  steward_printer_day (out, "decided", row->decided);
  steward_printer_day (out, "due", row->answer.due);
  steward_printer_integer (out, "used", row->answer.used);
  if (row->limit >= 0)
    steward_printer_integer (out, "remaining", row->answer.remaining);
  else
    steward_printer_string (out, "remaining", NULL);
  steward_printer_string (out, "light", steward_light_to_word (row->answer.light));
  steward_printer_boolean (out, "provisional", row->provisional);
  steward_printer_boolean (out, "critical", row->critical);
  steward_printer_integer (out, "total_float", row->total_float);
  steward_printer_integer (out, "free_float", row->free_float);
  steward_printer_string (out, "binding", row->why);
  steward_printer_string (out, "why", row->why_text);
}

static void
print_source (StewardPrinter      *out,
              const StewardSource *source)
{
  if (source == NULL)
    return;
  steward_printer_open (out, "source", '{');
  steward_printer_optional (out, "document", source->basis ? source->basis->document : NULL);
  steward_printer_optional (out, "clause", source->clause);
  steward_printer_optional (out, "quote", source->quote);
  steward_printer_close (out, '}');
}

static void
print_named (StewardPrinter *out,
             const char     *key,
             GPtrArray      *list)
{
  steward_printer_open (out, key, '[');
  for (guint i = 0; i < list->len; i++)
    {
      const StewardNamed *named = list->pdata[i];

      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "id", named->id);
      steward_printer_string (out, "name", named->name);
      steward_printer_optional (out, "note", named->note);
      print_source (out, named->source);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

/* The way to who decides it. */
static void
print_route (StewardPrinter        *out,
             const StewardPlan     *plan,
             const StewardPlanItem *item)
{
  g_autoptr(StewardRoute) route = steward_route_new (plan, item);

  steward_printer_open (out, "route", '{');
  steward_printer_string (out, "level",
                          route->level != STEWARD_LEVEL_UNKNOWN ? steward_level_to_word (route->level) : NULL);
  steward_printer_boolean (out, "pushed", route->pushed);
  if (route->timer != NULL)
    print_limit (out, "push_days", route->timer->days);
  print_named (out, "rules", route->rules);
  print_named (out, "bureaus", route->bureaus);
  print_named (out, "partners", route->partners);
  steward_printer_close (out, '}');
}

static void
print_item (StewardPrinter           *out,
            const StewardPlan        *plan,
            const StewardScheduleRow *row)
{
  const StewardPlanItem *item = row->item;

  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "id", item->id);
  if (item->part > 0)
    steward_printer_string (out, "item", item->base);
  steward_printer_string (out, "name", item->name);
  steward_printer_optional (out, "segment", item->segment);
  steward_printer_string (out, "level", item->level != STEWARD_LEVEL_UNKNOWN ? steward_level_to_word (item->level)
                                                                             : NULL);
  steward_printer_string (out, "lane", steward_lane_to_word (item->lane));
  steward_printer_string (out, "mode", steward_mode_to_word (item->mode));
  steward_printer_string (out, "bureau", item->bureau);
  steward_printer_string (out, "block", item->block ? item->block->id : NULL);
  print_limit (out, "limit", item->limit);
  steward_printer_boolean (out, "block_limit", item->block_limit);
  if (item->item && item->item->statutory_limit >= 0)
    steward_printer_integer (out, "statutory_limit", item->item->statutory_limit);
  steward_printer_boolean (out, "typed", item->row != NULL);
  steward_printer_boolean (out, "supplement", item->supplement);
  steward_printer_optional (out, "case_number", item->case_ ? item->case_->number : NULL);
  print_dates (out, row);
  print_source (out, item->item ? item->item->source : NULL);
  print_route (out, plan, item);
  steward_printer_close (out, '}');
}

static void
print_material (StewardPrinter            *out,
                const StewardPlanMaterial *material)
{
  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "id", material->id);
  steward_printer_string (out, "name", material->name);
  steward_printer_string (out, "form", steward_material_form_to_word (material->form));
  steward_printer_open (out, "stages", '[');
  for (guint i = 0; i < material->stages->len; i++)
    steward_printer_string (out, NULL, ((StewardStage *) material->stages->pdata[i])->id);
  steward_printer_close (out, ']');
  steward_printer_open (out, "used_in", '[');
  for (guint i = 0; i < material->used_in->len; i++)
    {
      const StewardPlanItem *item = material->used_in->pdata[i];

      if (item->part == 0)
        steward_printer_string (out, NULL, item->id);
    }
  steward_printer_close (out, ']');
  steward_printer_boolean (out, "typed", material->row != NULL);
  steward_printer_boolean (out, "supplement", material->supplement);
  steward_printer_close (out, '}');
}

static void
print_stage (StewardPrinter             *out,
             const StewardPlan          *plan,
             const StewardPlanStage     *planned,
             const StewardScheduleStage *stage)
{
  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "id", stage->stage->id);
  steward_printer_integer (out, "number", stage->stage->number);
  steward_printer_string (out, "name", stage->stage->plan_name);
  print_limit (out, "limit", stage->budget);
  steward_printer_integer (out, "used", stage->used);
  steward_printer_day (out, "start", stage->start);
  steward_printer_day (out, "finish", stage->finish);
  steward_printer_boolean (out, "provisional", stage->provisional);
  steward_printer_string (out, "light", steward_light_to_word (stage->light));
  steward_printer_open (out, "items", '[');
  for (guint i = 0; i < stage->rows->len; i++)
    {
      const StewardScheduleRow *row = stage->rows->pdata[i];

      if (row->kind == STEWARD_ROW_ITEM)
        print_item (out, plan, row);
    }
  steward_printer_close (out, ']');
  steward_printer_open (out, "materials", '[');
  for (guint i = 0; i < planned->materials->len; i++)
    print_material (out, planned->materials->pdata[i]);
  steward_printer_close (out, ']');
  steward_printer_string (out, "special_steps", planned->special_steps);
  steward_printer_string (out, "fees", planned->fees);
  steward_printer_string (out, "key_points", planned->key_points);
  steward_printer_string (out, "optimisation", planned->optimisation);
  steward_printer_close (out, '}');
}

/* Activities or nodes: rows that are no items of the list. */
static void
print_rows (StewardPrinter         *out,
            const StewardSchedule  *schedule,
            const char             *key,
            StewardScheduleRowKind  kind)
{
  steward_printer_open (out, key, '[');
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (row->kind != kind)
        continue;
      steward_printer_open (out, NULL, '{');
      steward_printer_string (out, "id", row->id);
      steward_printer_string (out, "name", row->name);
      steward_printer_string (out, "stage", row->stage ? row->stage->id : NULL);
      print_limit (out, "limit", row->limit);
      print_dates (out, row);
      steward_printer_close (out, '}');
    }
  steward_printer_close (out, ']');
}

char *
steward_plan_file_to_json (const StewardSchedule *schedule)
{
  StewardPrinter printer = { .pretty = TRUE };
  StewardPrinter *out = &printer;

  g_return_val_if_fail (schedule != NULL, NULL);

  printer.text = g_string_new (NULL);
  steward_printer_open (out, NULL, '{');
  steward_printer_string (out, "format", PLAN_FILE_FORMAT);
  steward_printer_integer (out, "format_version", PLAN_FILE_VERSION);
  steward_printer_day (out, "as_of", schedule->as_of);
  print_project (out, schedule->plan);
  print_limit (out, "total_limit", schedule->plan->total_limit);
  steward_printer_integer (out, "approval_days", schedule->approval_days);
  steward_printer_integer (out, "used", schedule->used);
  steward_printer_day (out, "start", schedule->start);
  steward_printer_day (out, "finish", schedule->finish);
  steward_printer_boolean (out, "provisional", schedule->provisional);
  steward_printer_string (out, "light", steward_light_to_word (schedule->light));
  steward_printer_open (out, "stages", '[');
  for (guint i = 0; i < schedule->stages->len; i++)
    print_stage (out, schedule->plan, schedule->plan->stages->pdata[i], schedule->stages->pdata[i]);
  steward_printer_close (out, ']');
  print_rows (out, schedule, "activities", STEWARD_ROW_ACTIVITY);
  print_rows (out, schedule, "nodes", STEWARD_ROW_NODE);
  steward_printer_close (out, '}');
  g_string_append_c (printer.text, '\n');
  return g_string_free (printer.text, FALSE);
}
