/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <glib/gi18n-lib.h>

#include "steward-edition.h"

/* An item of the pack that goes by the name of @text: of @stage, if there is
 * one there. */
static const StewardItem *
find_namesake (const StewardCheckRun *run,
               const char            *text,
               const StewardStage    *stage)
{
  g_autofree char *folded = steward_check_fold_name (text);
  const GPtrArray *items = g_hash_table_lookup (run->items, folded);
  const StewardItem *elsewhere = NULL;

  for (guint i = 0; items && i < items->len; i++)
    {
      const StewardItem *item = items->pdata[i];

      if (item->stage->number == stage->number)
        return item;
      elsewhere = item;
    }
  return elsewhere;
}

/* What is typed into a blank slot is a parallel item of that stage. */
static void
check_typed (StewardCheckRun          *run,
             const StewardScheduleRow *row)
{
  const StewardItem *item = find_namesake (run, row->item->row->text, row->stage);

  if (item == NULL)
    return;
  if (item->stage->number != row->stage->number)
    steward_check_add_row (run, STEWARD_CHECK_STAGE_MISMATCH, row, STEWARD_DAY_NONE,
                           _("Typed in at “%s”, but it is an item of “%s”."), row->stage->name, item->stage->name);
  else if (item->lane == STEWARD_LANE_MAIN)
    steward_check_add_row (run, STEWARD_CHECK_MAIN_IN_PARALLEL, row, STEWARD_DAY_NONE,
                           _("Typed in as one of several, but “%s” is an item of the main flow."), item->name);
}

static void
check_lane (StewardCheckRun          *run,
            const StewardScheduleRow *row)
{
  const StewardPlanItem *item = row->item;

  if (item->block && item->lane == STEWARD_LANE_MAIN && item->block->lane == STEWARD_LANE_PARALLEL)
    steward_check_add_row (run, STEWARD_CHECK_MAIN_IN_PARALLEL, row, STEWARD_DAY_NONE,
                           _("An item of the main flow stands in the parallel block “%s”."), item->block->name);
}

static void
check_closing (StewardCheckRun          *run,
               const StewardScheduleRow *row)
{
  GPtrArray *closings = steward_project_get_closings (run->project);

  for (guint i = 0; i < closings->len; i++)
    {
      const StewardClosing *closing = closings->pdata[i];
      g_autofree char *accepted = NULL, *closed = NULL;

      if (g_strcmp0 (closing->stage, row->stage->id) != 0 || closing->finished_on == STEWARD_DAY_NONE ||
          row->accepted == STEWARD_DAY_NONE || row->accepted <= closing->finished_on)
        continue;
      accepted = steward_day_format (row->accepted);
      closed = steward_day_format (closing->finished_on);
      steward_check_add_row (run, STEWARD_CHECK_STAGE_MISMATCH, row, row->accepted,
                             _("Accepted on %s, after the stage was closed on %s."), accepted, closed);
    }
}

/* The level that the form gives, without what the case says. */
static StewardLevel
find_level (const StewardCheckRun *run,
            const StewardPlanItem *item)
{
  const StewardBox *box = item->row ? steward_pack_find_box (run->pack, item->row->box)
                                    : steward_pack_find_item_box (run->pack, item->base);

  if (item->item && item->item->level != STEWARD_LEVEL_UNKNOWN)
    return item->item->level;
  return box ? box->group->level : STEWARD_LEVEL_UNKNOWN;
}

/* The zone may act for a bureau it is paired with. */
static gboolean
has_zone (const StewardCheckRun *run,
          const StewardPlanItem *item)
{
  GPtrArray *bureaus = steward_pack_get_bureaus (run->pack);

  for (guint i = 0; item->item && item->item->bureau_ids && i < bureaus->len; i++)
    {
      const StewardNamed *bureau = bureaus->pdata[i];

      if (steward_named_get (bureau, "zone") != NULL &&
          g_strv_contains ((const char * const *) item->item->bureau_ids, bureau->id))
        return TRUE;
    }
  return FALSE;
}

/* As the pack words it on the plan. */
static const char *
name_level (const StewardCheckRun *run,
            StewardLevel           level)
{
  g_autofree char *key = g_strconcat ("level_", steward_level_to_word (level), NULL);
  const char *name = steward_pack_get_wording (run->pack, "service_plan", key);

  return name ? name : steward_level_to_word (level);
}

static void
check_level (StewardCheckRun          *run,
             const StewardScheduleRow *row)
{
  const StewardCase *handled = row->item->case_;
  StewardLevel own = find_level (run, row->item);

  if (handled == NULL || handled->level == STEWARD_LEVEL_UNKNOWN || own == STEWARD_LEVEL_UNKNOWN ||
      handled->level == own || (handled->level == STEWARD_LEVEL_ZONE && has_zone (run, row->item)))
    return;
  steward_check_add_row (run, STEWARD_CHECK_LEVEL_MISMATCH, row, STEWARD_DAY_NONE,
                         _("The case is handled at the level “%s”, the list says “%s”."), name_level (run, handled->level),
                         name_level (run, own));
}

/* Since when a case is handled on the day of the schedule; NONE when it is not,
 * or its application was withdrawn or turned away. */
static StewardDay
find_first_event (const StewardCheckRun *run,
                  const StewardCase     *handled)
{
  StewardDay first = STEWARD_DAY_NONE;

  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];

      if (event->day > run->schedule->as_of)
        break;
      if (event->status == STEWARD_CASE_WITHDRAWN || event->status == STEWARD_CASE_NOT_ACCEPTED ||
          event->status == STEWARD_CASE_REFUSED || event->status == STEWARD_CASE_REVOKED_APPLICATION)
        first = STEWARD_DAY_NONE;
      else if (first == STEWARD_DAY_NONE)
        first = event->day;
    }
  return first;
}

/* The last one issued up to the day of the schedule, or NULL. */
static const StewardEdition *
find_edition (const StewardCheckRun *run)
{
  g_autoptr (GPtrArray) editions = steward_project_list_editions (run->project);

  for (guint i = editions->len; i > 0; i--)
    {
      const StewardEdition *edition = editions->pdata[i - 1];

      if (edition->day <= run->schedule->as_of)
        return edition;
    }
  return NULL;
}

/* There is no approval outside the list that the unit was given: a tick alone
 * does not put an item on it, the next edition does. @issued is that list, or
 * NULL before the first. */
static void
check_listed (StewardCheckRun         *run,
              const StewardCase       *handled,
              const StewardEdition    *edition,
              const StewardFrozenPlan *issued)
{
  StewardDay first = find_first_event (run, handled);
  g_autofree char *date = NULL;

  if (first == STEWARD_DAY_NONE)
    return;
  date = steward_day_format (first);
  if (!g_hash_table_contains (run->rows, handled->item))
    steward_check_add_case (run, STEWARD_CHECK_OUTSIDE_LIST, handled, first,
                            _("Handled since %s, but nobody has ticked it: it is not on the list."), date);
  else if (issued && steward_frozen_plan_find (issued, STEWARD_FROZEN_ITEM, handled->item) == NULL)
    steward_check_add_case (run, STEWARD_CHECK_OUTSIDE_LIST, handled, first,
                            _("Handled since %s, but edition %u of the plan does not list it: it needs another edition "
                              "with the reason."), date, edition->number);
}

static gboolean
is_handled (const StewardCheckRun *run,
            const char            *item)
{
  GPtrArray *cases = steward_project_get_cases (run->project);

  for (guint i = 0; i < cases->len; i++)
    {
      const StewardCase *handled = cases->pdata[i];

      if (strcmp (handled->item, item) == 0 && find_first_event (run, handled) != STEWARD_DAY_NONE)
        return TRUE;
    }
  return FALSE;
}

/* However it came into the plan, by a tick, an answer, a file or other rules:
 * what was added since wants a reason. What is handled already was told of. */
static void
check_planned (StewardCheckRun         *run,
               const StewardEdition    *edition,
               const StewardFrozenPlan *issued)
{
  const GPtrArray *items = run->schedule->plan->items;
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      const StewardPlanItem *item = items->pdata[i];
      const StewardScheduleRow *row = g_hash_table_lookup (run->rows, item->base);

      if (row == NULL || steward_frozen_plan_find (issued, STEWARD_FROZEN_ITEM, item->base) != NULL
          || !g_hash_table_add (told, (gpointer) item->base) || is_handled (run, item->base))
        continue;
      steward_check_add_row (run, STEWARD_CHECK_OUTSIDE_LIST, row, STEWARD_DAY_NONE,
                             _("It came into the plan after edition %u, which the unit was given: say why it has to be "
                               "added, or take it out."), edition->number);
    }
}

static void
check_cases (StewardCheckRun *run)
{
  const StewardEdition *edition = find_edition (run);
  g_autoptr (StewardFrozenPlan) issued = edition ? steward_frozen_plan_parse (edition->content, NULL) : NULL;
  GPtrArray *cases = steward_project_get_cases (run->project);

  for (guint i = 0; i < cases->len; i++)
    check_listed (run, cases->pdata[i], edition, issued);
  if (issued)
    check_planned (run, edition, issued);
}

/* Two papers of the plan that go by one name. The pack says which of its own
 * materials are one paper; names are only compared with what was typed. */
static void
check_materials (StewardCheckRun *run)
{
  const GPtrArray *materials = run->schedule->plan->materials;
  g_autoptr (GHashTable) papers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!steward_check_is_wanted (run, STEWARD_CHECK_MATERIAL_TWICE))
    return;
  for (guint i = 0; i < materials->len; i++)
    {
      const StewardPlanMaterial *paper = materials->pdata[i];

      if (paper->material == NULL)
        continue;
      g_hash_table_insert (papers, steward_check_fold_name (paper->material->name), (gpointer) paper);
      g_hash_table_insert (papers, steward_check_fold_name (paper->material->short_name), (gpointer) paper);
    }
  for (guint i = 0; i < materials->len; i++)
    {
      const StewardPlanMaterial *paper = materials->pdata[i];
      char *folded = paper->material ? NULL : steward_check_fold_name (paper->name);
      /* A name of nothing but brackets is no name. */
      const StewardPlanMaterial *other = folded && *folded ? g_hash_table_lookup (papers, folded) : NULL;

      if (other)
        steward_check_add (run, STEWARD_CHECK_MATERIAL_TWICE, paper->id, paper->name, paper->first_stage,
                           STEWARD_DAY_NONE, _("“%s” is asked for already, in “%s”."), other->name,
                           other->first_stage->name);
      if (folded && *folded && other == NULL)
        g_hash_table_insert (papers, g_steal_pointer (&folded), (gpointer) paper);
      g_free (folded);
    }
}

void
steward_check_list (StewardCheckRun *run)
{
  const GPtrArray *rows = run->schedule->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const StewardScheduleRow *row = rows->pdata[i];

      if (row->kind != STEWARD_ROW_ITEM)
        continue;
      if (row->item->row)
        check_typed (run, row);
      check_lane (run, row);
      check_closing (run, row);
      check_level (run, row);
    }
  check_cases (run);
  check_materials (run);
}
