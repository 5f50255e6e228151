/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-error.h"
#include "steward-lever-effects-private.h"

/* What every question here is asked about. */
typedef struct
{
  StewardProject  *project;
  StewardCalendar *calendar;
  StewardDay       as_of;
  StewardScenario *scenario;    /* owned */
  StewardSchedule *schedule;    /* of the scenario, owned */
} Question;

static void
question_clear (Question *self)
{
  g_clear_pointer (&self->scenario, steward_scenario_free);
  g_clear_pointer (&self->schedule, steward_schedule_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
question_init (Question               *self,
               StewardProject         *project,
               StewardCalendar        *calendar,
               StewardDay              as_of,
               const StewardScenario  *scenario,
               GError                **error)
{
  self->project = project;
  self->calendar = calendar;
  self->scenario = scenario ? steward_scenario_copy (scenario) : steward_scenario_new_from_project (project);
  self->schedule = steward_schedule_new_with (project, calendar, as_of, self->scenario, error);
  self->as_of = self->schedule ? self->schedule->as_of : as_of;
  return self->schedule != NULL;
}

void
steward_lever_offer_free (StewardLeverOffer *self)
{
  if (self == NULL)
    return;
  g_free (self->item);
  g_free (self->name);
  g_strfreev (self->reasons);
  g_strfreev (self->bureaus);
  g_free (self);
}

const StewardEffect *
steward_levers_find_effect (const StewardPlan        *plan,
                            const StewardLever       *lever,
                            const StewardScheduleRow *row)
{
  const StewardEffect *first = NULL;

  for (guint i = 0; row->kind == STEWARD_ROW_ITEM && i < lever->effects->len; i++)
    {
      const StewardEffect *effect = lever->effects->pdata[i];

      if (!steward_effect_covers (effect, plan, row->item))
        continue;
      if (steward_conditions_allow (effect->when, plan->project))
        return effect;
      first = first ? first : effect;
    }
  return first;
}

/* The gate of its own, else that of the deferral rules, which commitments
 * share. */
static const char * const *
find_gate (StewardPack        *pack,
           const StewardLever *lever)
{
  const StewardDeferral *deferral = steward_pack_get_deferral (pack);

  if (lever->gate[0] == NULL && deferral &&
      (lever->kind == STEWARD_LEVER_DEFERRAL || lever->kind == STEWARD_LEVER_COMMITMENT))
    return (const char * const *) deferral->gate;
  return (const char * const *) lever->gate;
}

static char **
list_bureaus (const StewardSchedule *schedule,
              const StewardLever    *lever,
              const char            *item)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];

      if (steward_levers_find_effect (schedule->plan, lever, row) == NULL || (item && strcmp (row->item->base, item) != 0) ||
          *row->item->bureau == '\0' || g_ptr_array_find_with_equal_func (names, row->item->bureau, g_str_equal, NULL))
        continue;
      g_ptr_array_add (names, g_strdup (row->item->bureau));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* The schedule with the lever on or off, for all items or for one. */
static StewardSchedule *
schedule_with (const Question      *question,
               const StewardLever  *lever,
               const char          *item,
               gboolean             on,
               GError             **error)
{
  g_autoptr (StewardScenario) scenario = steward_scenario_copy (question->scenario);

  if (item)
    {
      steward_scenario_set (scenario, lever->id, item, on);
    }
  else
    {
      steward_scenario_set_all (scenario, lever->id, on);
      /* What is decided item by item is tried for all of them. */
      for (guint i = 0; lever->each && i < question->schedule->plan->items->len; i++)
        steward_scenario_set (scenario, lever->id, ((StewardPlanItem *) question->schedule->plan->items->pdata[i])->base, on);
    }
  return steward_schedule_new_with (question->project, question->calendar, question->as_of, scenario, error);
}

static gboolean
measure (const Question     *question,
         StewardLeverOffer  *offer,
         GError            **error)
{
  g_autoptr (StewardSchedule) with = schedule_with (question, offer->lever, offer->item, TRUE, error);
  g_autoptr (StewardSchedule) without = with ? schedule_with (question, offer->lever, offer->item, FALSE, error) : NULL;

  if (without == NULL)
    return FALSE;
  offer->finish_with = with->finish;
  offer->finish_without = without->finish;
  offer->saved = steward_calendar_count (question->calendar, with->finish, without->finish);
  offer->saved_approval = without->approval_days - with->approval_days;
  offer->provisional = steward_calendar_is_provisional (question->calendar, with->finish) ||
                       steward_calendar_is_provisional (question->calendar, without->finish);
  return TRUE;
}

static StewardLeverOffer *
make_offer (const Question            *question,
            const StewardLever        *lever,
            const StewardScheduleRow  *row,
            GError                   **error)
{
  g_autoptr (StewardLeverOffer) self = g_new0 (StewardLeverOffer, 1);
  const char *item = row ? row->item->base : NULL;
  gboolean on;

  self->lever = lever;
  self->item = g_strdup (item);
  self->name = row ? steward_plan_name_item (question->schedule->plan, row->item) : g_strdup (lever->name);
  self->on = steward_scenario_is_on (question->scenario, lever, item);
  self->decided = steward_scenario_get (question->scenario, lever->id, item, &on);
  self->eligibility = steward_levers_judge (question->schedule, lever, item, &self->n_items, &self->reasons);
  self->gate = find_gate (steward_project_get_pack (question->project), lever);
  self->agree = (const char * const *) lever->agree;
  self->bureaus = list_bureaus (question->schedule, lever, item);
  return measure (question, self, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
steward_levers_list (StewardProject         *project,
                     StewardCalendar        *calendar,
                     StewardDay              as_of,
                     const StewardScenario  *scenario,
                     GError                **error)
{
  g_autoptr (GPtrArray) offers = NULL;
  g_auto (Question) question = { 0 };
  GPtrArray *levers;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  if (!question_init (&question, project, calendar, as_of, scenario, error))
    return NULL;
  offers = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_lever_offer_free);
  levers = steward_pack_get_levers (steward_project_get_pack (project));
  for (guint i = 0; i < levers->len; i++)
    {
      StewardLeverOffer *offer = make_offer (&question, levers->pdata[i], NULL, error);

      if (offer == NULL)
        return NULL;
      g_ptr_array_add (offers, offer);
    }
  return g_steal_pointer (&offers);
}

GPtrArray *
steward_levers_list_items (StewardProject         *project,
                           StewardCalendar        *calendar,
                           StewardDay              as_of,
                           const StewardScenario  *scenario,
                           const char             *id,
                           GError                **error)
{
  g_autoptr (GPtrArray) offers = NULL;
  g_auto (Question) question = { 0 };
  const StewardLever *lever;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL && id != NULL, NULL);

  lever = steward_pack_find_lever (steward_project_get_pack (project), id);
  if (lever == NULL)
    {
      g_set_error (error, STEWARD_ERROR, STEWARD_ERROR_UNKNOWN, _("The pack has no lever “%s”."), id);
      return NULL;
    }
  if (!question_init (&question, project, calendar, as_of, scenario, error))
    return NULL;
  offers = g_ptr_array_new_with_free_func ((GDestroyNotify) steward_lever_offer_free);
  for (guint i = 0; i < question.schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = question.schedule->rows->pdata[i];
      StewardLeverOffer *offer;

      /* Decided for an item with all its segments. */
      if (steward_levers_find_effect (question.schedule->plan, lever, row) == NULL || row->item->part > 0)
        continue;
      offer = make_offer (&question, lever, row, error);
      if (offer == NULL)
        return NULL;
      g_ptr_array_add (offers, offer);
    }
  return g_steal_pointer (&offers);
}

/* Names of the items for which @lever is used. */
static char *
join_items (const Question     *question,
            const StewardLever *lever)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < question->schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = question->schedule->rows->pdata[i];
      const StewardEffect *effect = steward_levers_find_effect (question->schedule->plan, lever, row);

      if (effect && row->item->part == 0 && steward_conditions_allow (effect->when, question->project) &&
          steward_scenario_is_on (question->scenario, lever, row->item->base))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                                row->item->base_short_name);
    }
  return g_string_free (names, FALSE);
}

/* By how much the scenario is faster than without any use of @lever. */
static gboolean
append_line (const Question      *question,
             const StewardLever  *lever,
             GString             *text,
             GError             **error)
{
  g_autofree char *items = join_items (question, lever);
  g_autoptr (StewardSchedule) without = NULL;
  g_autoptr (GString) line = NULL;
  g_autofree char *days = NULL;
  int saved;

  if (*items == '\0' || lever->line == NULL)
    return TRUE;
  without = schedule_with (question, lever, NULL, FALSE, error);
  if (without == NULL)
    return FALSE;
  saved = steward_calendar_count (question->calendar, question->schedule->finish, without->finish);
  if (saved <= 0)
    return TRUE;
  days = g_strdup_printf ("%d", saved);
  line = g_string_new (lever->line);
  g_string_replace (line, "{items}", items, 0);
  g_string_replace (line, "{days}", days, 0);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->str);
  return TRUE;
}

char *
steward_levers_to_text (StewardProject         *project,
                        StewardCalendar        *calendar,
                        StewardDay              as_of,
                        const StewardScenario  *scenario,
                        GError                **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Question) question = { 0 };
  GPtrArray *levers;

  g_return_val_if_fail (STEWARD_IS_PROJECT (project), NULL);
  g_return_val_if_fail (calendar != NULL, NULL);

  if (!question_init (&question, project, calendar, as_of, scenario, error))
    return NULL;
  levers = steward_pack_get_levers (steward_project_get_pack (project));
  for (guint i = 0; i < levers->len; i++)
    {
      if (!append_line (&question, levers->pdata[i], text, error))
        return NULL;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
