/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-levers-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "steward-standing.h"

const char *
steward_eligibility_to_word (StewardEligibility eligibility)
{
  static const char *const words[] = { "yes", "open", "no" };

  g_return_val_if_fail ((guint) eligibility < G_N_ELEMENTS (words), NULL);

  return words[eligibility];
}

static void
doubt (StewardEligibility *eligibility,
       GPtrArray          *reasons,
       StewardEligibility  worse,
       char               *reason)
{
  *eligibility = MAX (*eligibility, worse);
  if (g_ptr_array_find_with_equal_func (reasons, reason, g_str_equal, NULL))
    g_free (reason);
  else
    g_ptr_array_add (reasons, reason);
}

static void
judge_credit (StewardProject     *project,
              StewardEligibility *eligibility,
              GPtrArray          *reasons)
{
  const StewardSharedCredit *from;
  StewardDay since;
  StewardStanding standing = steward_project_find_standing (project, &since, &from);
  g_autofree char *day = steward_day_format (since);
  /* Translators: name of another project of the same enterprise. */
  g_autofree char *origin = from ? g_strdup_printf (_(" (recorded in “%s”)"), from->name) : g_strdup ("");

  if (standing == STEWARD_STANDING_BREACH)
    doubt (eligibility, reasons, STEWARD_NOT_ELIGIBLE,
           *day ? g_strdup_printf (_("The credit record of the enterprise has a breach of %s%s that is not repaired."),
                                   day, origin)
                : g_strdup_printf (_("The credit record of the enterprise has a breach%s that is not repaired."), origin));
  else if (standing == STEWARD_STANDING_UNKNOWN)
    doubt (eligibility, reasons, STEWARD_ELIGIBLE_OPEN,
           g_strdup (_("Nobody has looked up the credit record of the enterprise yet.")));
}

/* The answer as the questionnaire words it. */
static const char *
name_answer (const StewardQuestion *question,
             const char            *value)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const StewardChoice *choice = question->choices->pdata[i];

      if (strcmp (choice->value, value) == 0)
        return choice->label;
    }
  if (question->kind == STEWARD_QUESTION_YES_NO)
    return strcmp (value, "yes") == 0 ? _("yes") : _("no");
  return value;
}

static void
judge_conditions (StewardProject     *project,
                  const GPtrArray    *when,
                  StewardEligibility *eligibility,
                  GPtrArray          *reasons)
{
  for (guint i = 0; i < when->len; i++)
    {
      const StewardCondition *condition = when->pdata[i];
      const StewardQuestion *question = steward_pack_find_question (steward_project_get_pack (project), condition->question);
      gboolean answered;

      if (steward_project_fulfils (project, condition, &answered))
        continue;
      if (answered)
        doubt (eligibility, reasons, STEWARD_NOT_ELIGIBLE,
               /* Translators: a question of the questionnaire and its answer */
               g_strdup_printf (_("The answer to “%s” is “%s”."), question->text,
                                name_answer (question, steward_project_get_answer (project, condition->question))));
      else
        doubt (eligibility, reasons, STEWARD_ELIGIBLE_OPEN,
               g_strdup_printf (_("“%s” has not been answered yet."), question->text));
    }
}

static void
judge_item (const StewardSchedule    *schedule,
            const StewardScheduleRow *row,
            const StewardLever       *lever,
            const StewardEffect      *effect,
            StewardEligibility       *eligibility,
            GPtrArray                *reasons)
{
  const StewardCommitment *commitment = row->item->item ? row->item->item->commitment : NULL;

  if (row->accepted != STEWARD_DAY_NONE)
    doubt (eligibility, reasons, STEWARD_NOT_ELIGIBLE,
           g_strdup_printf (_("“%s” has been accepted already."), row->name));
  judge_conditions (schedule->plan->project, effect->when, eligibility, reasons);
  if (lever->kind == STEWARD_LEVER_COMMITMENT && commitment && commitment->condition && effect->when->len == 0)
    doubt (eligibility, reasons, STEWARD_ELIGIBLE_OPEN,
           g_strdup_printf (_("“%s” is open to it under a condition: %s"), row->name, commitment->condition));
}

/* Judges every item that the lever is about, and keeps the best: a lever may
 * be used for the plan when it may be used for one of its items; the doubts
 * about the others do not matter then. */
static void
judge_items (const StewardSchedule *schedule,
             const StewardLever    *lever,
             const char            *item,
             StewardEligibility    *eligibility,
             GPtrArray             *reasons,
             guint                 *n_items)
{
  GPtrArray *doubts[STEWARD_NOT_ELIGIBLE + 1];
  StewardEligibility best = STEWARD_NOT_ELIGIBLE;
  gboolean any = FALSE;

  *n_items = 0;
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    doubts[i] = g_ptr_array_new ();
  for (guint i = 0; i < schedule->rows->len; i++)
    {
      const StewardScheduleRow *row = schedule->rows->pdata[i];
      const StewardEffect *effect = steward_levers_find_effect (schedule->plan, lever, row);
      StewardEligibility mine = STEWARD_ELIGIBLE;
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      if (effect == NULL || (item && strcmp (row->item->base, item) != 0))
        continue;
      any = TRUE;
      judge_item (schedule, row, lever, effect, &mine, found);
      g_ptr_array_extend (doubts[mine], found, NULL, NULL);
      *n_items += mine != STEWARD_NOT_ELIGIBLE;
      best = MIN (best, mine);
    }
  if (!any)
    doubt (eligibility, reasons, STEWARD_NOT_ELIGIBLE, g_strdup (_("Nothing in the plan is open to it.")));
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      for (guint j = 0; j < doubts[i]->len; j++)
        {
          if (any && i == best)
            doubt (eligibility, reasons, best, doubts[i]->pdata[j]);
          else
            g_free (doubts[i]->pdata[j]);
        }
      g_ptr_array_unref (doubts[i]);
    }
}

StewardEligibility
steward_levers_judge (const StewardSchedule *schedule,
                      const StewardLever    *lever,
                      const char            *item,
                      guint                 *n_items,
                      char                ***reasons)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  StewardEligibility eligibility = STEWARD_ELIGIBLE;

  if (lever->credit)
    judge_credit (schedule->plan->project, &eligibility, found);
  judge_conditions (schedule->plan->project, lever->when, &eligibility, found);
  judge_items (schedule, lever, item, &eligibility, found, n_items);
  if (lever->each && item == NULL)
    doubt (&eligibility, found, STEWARD_ELIGIBLE_OPEN, g_strdup (_("It is decided for each item by itself.")));
  g_ptr_array_add (found, NULL);
  *reasons = (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
  return eligibility;
}
