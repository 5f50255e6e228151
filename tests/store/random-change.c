/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database-fixture.h"
#include "steward-decisions.h"
#include "steward-lever.h"
#include "../project/random-project.h"

/* Texts that are long, empty, awkward to quote, or of rare characters. */
static const char *const texts[] = {
  "", "虚构", "大同市平城区", "a\"b\\c'd", "一\n二\t三", "𠮷野家", "；，。", "{\"kind\":null}", "%s %n", "\xc2\xa0", "0",
  "2026.3.5", "这是一段很长很长很长很长很长很长很长很长很长很长很长很长的文字",
};

static const char *
any_text (GRand *random)
{
  return texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
}

static gpointer
any (GRand     *random,
     GPtrArray *list)
{
  return list->len ? list->pdata[g_rand_int_range (random, 0, list->len)] : NULL;
}

static StewardDay
any_day (GRand *random)
{
  return g_rand_int_range (random, 0, 8) == 0 ? STEWARD_DAY_NONE
                                              : steward_day_from_ymd (2026, 1, 1) + g_rand_int_range (random, 0, 700);
}

static StewardDay
some_day (GRand *random)
{
  return steward_day_from_ymd (2026, 1, 1) + g_rand_int_range (random, 0, 700);
}

static const StewardGroup *
any_group (StewardProject *project,
           GRand          *random)
{
  const StewardPart *part = any (random, steward_pack_get_parts (steward_project_get_pack (project)));

  return part ? any (random, part->groups) : NULL;
}

static const StewardBox *
any_box (StewardProject *project,
         GRand          *random,
         gboolean        blank)
{
  for (int i = 0; i < 50; i++)
    {
      const StewardGroup *group = any_group (project, random);
      const StewardBox *box = group ? any (random, group->boxes) : NULL;

      if (box && (box->kind == STEWARD_BOX_BLANK) == blank)
        return box;
    }
  return NULL;
}

static void
change_fact (StewardProject *project,
             GRand          *random)
{
  steward_project_set_fact (project, g_rand_int_range (random, 0, STEWARD_N_FACTS), any_text (random));
}

static void
change_answer (StewardProject *project,
               GRand          *random)
{
  const StewardQuestion *question = any (random, steward_pack_get_questions (steward_project_get_pack (project)));

  if (question)
    steward_project_set_answer (project, question->id, any_text (random));
}

static void
change_tick (StewardProject *project,
             GRand          *random)
{
  const StewardBox *box = any_box (project, random, FALSE);

  if (box && g_rand_int_range (random, 0, 5) == 0)
    steward_project_clear_tick (project, box->id);
  else if (box)
    steward_project_set_tick (project, box->id, g_rand_boolean (random), any_text (random),
                              "2026-08-12T10:00:00+08:00");
}

static void
add_rows (StewardProject *project,
          GRand          *random)
{
  const StewardBox *box = any_box (project, random, TRUE);

  if (box)
    steward_project_add_rows (project, box->id, any_text (random), "李");
}

static void
change_row (StewardProject *project,
            GRand          *random)
{
  const StewardRow *row = any (random, steward_project_get_rows (project));
  const StewardBox *box = row ? steward_pack_find_box (steward_project_get_pack (project), row->box) : NULL;

  if (row && box->group->kind == STEWARD_GROUP_ITEMS && g_rand_boolean (random))
    steward_project_set_row_limit (project, row->id, g_rand_int_range (random, -1, 30));
  else if (row)
    steward_project_set_row_text (project, row->id, g_rand_boolean (random) ? "" : any_text (random));
}

static void
change_text (StewardProject *project,
             GRand          *random)
{
  for (int i = 0; i < 50; i++)
    {
      const StewardGroup *group = any_group (project, random);

      if (group && group->text)
        {
          steward_project_set_text (project, group->id, any_text (random));
          return;
        }
    }
}

static void
add_case (StewardProject *project,
          GRand          *random)
{
  const StewardItem *item = any (random, steward_pack_get_items (steward_project_get_pack (project)));
  const StewardRow *row = any (random, steward_project_get_rows (project));
  const StewardBox *box = row ? steward_pack_find_box (steward_project_get_pack (project), row->box) : NULL;
  gboolean of_row = box && box->group->kind == STEWARD_GROUP_ITEMS && g_rand_boolean (random);
  g_autofree char *id = g_strdup_printf ("c%d", g_rand_int_range (random, 0, 1000000));
  g_autoptr(StewardCase) handled = NULL;

  if (!of_row && item == NULL)
    return;
  handled = steward_case_new (id, of_row ? row->id : item->id);
  handled->mode = g_rand_int_range (random, 0, 3);
  handled->limit = g_rand_int_range (random, -1, 40);
  handled->planned_start = any_day (random);
  steward_project_put_case (project, handled);
}

static void
change_case (StewardProject *project,
             GRand          *random)
{
  const StewardCase *old = any (random, steward_project_get_cases (project));
  g_autoptr(StewardCase) handled = old ? steward_case_copy (old) : NULL;
  StewardEvent event;

  if (handled == NULL)
    return;
  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      steward_project_remove_case (project, handled->id);
      return;
    case 1:
      if (handled->events->len > 0)
        g_ptr_array_remove_index (handled->events, g_rand_int_range (random, 0, handled->events->len));
      break;
    case 2:
      handled->extension = g_rand_int_range (random, 0, 20);
      g_free (handled->extension_by);
      handled->extension_by = g_strdup (any_text (random));
      break;
    case 3:
      g_free (handled->number);
      handled->number = g_strdup (any_text (random));
      break;
    default:
      event = (StewardEvent) { g_rand_int_range (random, STEWARD_CASE_RECEIVED, STEWARD_CASE_REVOKED + 1),
                               some_day (random), (char *) "王", (char *) any_text (random),
                               (char *) any_text (random), any_day (random), (char *) any_text (random) };
      steward_case_put_event (handled, &event);
      break;
    }
  steward_project_put_case (project, handled);
}

static void
change_activity (StewardProject *project,
                 GRand          *random)
{
  const StewardActivity *activity = any (random, steward_pack_get_activities (steward_project_get_pack (project)));

  if (activity)
    steward_project_set_activity (project, activity->id, any_day (random), any_day (random),
                                  g_rand_int_range (random, -1, 400));
}

static void
change_entrustment (StewardProject *project,
                    GRand          *random)
{
  const StewardStage *stage = any (random, steward_pack_get_stages (steward_project_get_pack (project)));
  const StewardItem *item = any (random, steward_pack_get_items (steward_project_get_pack (project)));
  char *stages[] = { g_rand_boolean (random) ? stage->id : NULL, NULL };
  char *items[] = { g_rand_boolean (random) ? item->id : NULL, NULL };
  const StewardEntrustment value = { stages, items, any_day (random) };

  steward_project_set_entrustment (project, &value);
}

static void
change_closing (StewardProject *project,
                GRand          *random)
{
  const StewardStage *stage = any (random, steward_pack_get_stages (steward_project_get_pack (project)));
  char *papers[] = { (char *) any_text (random), NULL };
  const StewardClosing value = { .stage = stage->id, .finished_on = any_day (random), .handed_over = papers };

  steward_project_put_closing (project, &value);
}

static void
add_to_ledger (StewardProject *project,
               GRand          *random)
{
  const StewardLedgerEntry entry = {
    .day = some_day (random),
    .kind = (char *) any_text (random),
    .text = (char *) any_text (random),
    .result = (char *) any_text (random),
  };

  steward_project_add_ledger_entry (project, &entry);
}

static void
change_suggestion (StewardProject *project,
                   GRand          *random)
{
  steward_project_set_suggestion (project, any_text (random));
}

static void
change_state (StewardProject *project,
              GRand          *random)
{
  steward_project_set_state (project, g_rand_int_range (random, 0, STEWARD_N_STATES));
}

static void
change_decisions (StewardProject *project,
                  GRand          *random)
{
  const StewardItem *item = any (random, steward_pack_get_items (steward_project_get_pack (project)));
  const StewardLever *lever = any (random, steward_pack_get_levers (steward_project_get_pack (project)));
  const StewardCredit credit = { g_rand_int_range (random, 0, STEWARD_N_STANDINGS), any_day (random),
                                 (char *) any_text (random), NULL };

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      steward_project_acknowledge (project, "over-limit", item ? item->id : "", any_text (random), "李", "2026-08-12T10:00:00+08:00");
      break;
    case 1:
      steward_project_withdraw_acknowledgement (project, "over-limit", item ? item->id : "");
      break;
    case 2:
      if (lever && item)
        steward_project_set_lever (project, lever->id, lever->each || g_rand_boolean (random) ? item->id : NULL,
                                   g_rand_boolean (random), any_text (random), "2026-08-12T10:00:00+08:00");
      break;
    default:
      steward_project_set_credit (project, &credit);
      break;
    }
}

void
random_change (StewardProject *project,
               GRand          *random)
{
  static void (*const changes[]) (StewardProject *, GRand *) = {
    change_fact, change_answer, change_tick, add_rows, change_row, change_text, add_case, change_case,
    change_activity, change_entrustment, change_closing, add_to_ledger, change_suggestion, change_state,
    change_decisions, change_decisions, random_record_change, random_record_change, random_record_change,
  };

  changes[g_rand_int_range (random, 0, G_N_ELEMENTS (changes))] (project, random);
}
