/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-private.h"

#include <glib/gi18n-lib.h>

#include "steward-event-rule.h"

static StewardCheckCode
get_code (StewardEventReason reason)
{
  switch (reason)
    {
    case STEWARD_EVENT_SEQUENCE:
      return STEWARD_CHECK_EVENT_UNUSUAL;
    case STEWARD_EVENT_LATE_NOTICE:
      return STEWARD_CHECK_NOTICE_LATE;
    case STEWARD_EVENT_INSTANT:
      return STEWARD_CHECK_INSTANT_DECISION;
    case STEWARD_EVENT_REST_DAY:
    case STEWARD_EVENT_FUTURE:
      return STEWARD_CHECK_EVENT_DAY;
    case STEWARD_EVENT_ORDER:
    default:
      return STEWARD_CHECK_EVENT_ORDER;
    }
}

/* The days the case has: of its row if it is on the list, else its own. */
static int
find_limit (const StewardCheckRun *run,
            const StewardCase     *handled)
{
  const StewardScheduleRow *row = g_hash_table_lookup (run->cases, handled->id);

  return handled->limit < 0 && row ? row->limit : handled->limit;
}

/* Events are not found wrong because they lie after the day of the schedule,
 * but those that do are named. */
static void
check_events (StewardCheckRun   *run,
              const StewardCase *handled)
{
  g_autoptr (GPtrArray) remarks = NULL;
  StewardEventRule rule;
  gboolean late = FALSE;

  steward_event_rule_init (&rule, run->pack, run->schedule->calendar, find_limit (run, handled), run->schedule->as_of);
  remarks = steward_event_rule_judge (&rule, handled);
  for (guint i = 0; i < remarks->len; i++)
    {
      const StewardEventRemark *remark = remarks->pdata[i];
      const StewardEvent *event = handled->events->pdata[remark->index];
      g_autofree char *date = NULL;

      /* The silence of the bureau is one mistake, whatever followed it. */
      if (remark->reason == STEWARD_EVENT_LATE_NOTICE && late)
        continue;
      late = late || remark->reason == STEWARD_EVENT_LATE_NOTICE;
      date = steward_day_format (event->day);
      /* Translators: a date, what happened on it, and what is wrong with it */
      steward_check_add_case (run, get_code (remark->reason), handled, event->day, _("%s, “%s”: %s"), date,
                              steward_case_status_get_name (event->status), remark->why);
    }
}

/* Both have to be told in writing; the clause of the check is that of special
 * procedures, corrections have that of their notice. */
static void
check_notices (StewardCheckRun   *run,
               const StewardCase *handled)
{
  for (guint i = 0; i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];
      const StewardCheck *notice = run->checks[STEWARD_CHECK_NOTICE_LATE];
      g_autofree char *date = NULL;
      StewardFinding *finding;

      if ((event->status != STEWARD_CASE_CORRECTION_STARTS && event->status != STEWARD_CASE_PROCEDURE_STARTS) ||
          event->written != STEWARD_DAY_NONE || event->day > run->schedule->as_of)
        continue;
      date = steward_day_format (event->day);
      finding = steward_check_add_case (run, STEWARD_CHECK_NOTICE_NOT_WRITTEN, handled, event->day,
                                        event->status == STEWARD_CASE_PROCEDURE_STARTS
                                          ? _("The special procedure of %s has no written notice on record.")
                                          : _("The correction of %s has no written notice on record."),
                                        date);
      if (finding && event->status == STEWARD_CASE_CORRECTION_STARTS && notice && notice->source)
        finding->source = notice->source;
    }
}

/* Deferral and commitment are promised in writing. */
static void
check_promises (StewardCheckRun   *run,
                const StewardCase *handled)
{
  const StewardDeferral *deferral = steward_pack_get_deferral (run->pack);

  for (guint i = 0; handled->mode != STEWARD_MODE_NORMAL && i < handled->events->len; i++)
    {
      const StewardEvent *event = handled->events->pdata[i];
      g_autofree char *date = NULL;
      StewardFinding *finding;

      if (event->status != STEWARD_CASE_ACCEPTED || event->written != STEWARD_DAY_NONE || *event->proof ||
          event->day > run->schedule->as_of)
        continue;
      date = steward_day_format (event->day);
      finding = steward_check_add_case (run, STEWARD_CHECK_NOTICE_NOT_WRITTEN, handled, event->day,
                                        _("The promise with which it was accepted on %s has no paper on record."), date);
      if (finding == NULL)
        continue;
      finding->source = deferral ? deferral->source : NULL;
      g_free (finding->remedy);
      finding->remedy = g_strdup (_("Attach the written promise to the acceptance."));
    }
}

static void
check_extension (StewardCheckRun   *run,
                 const StewardCase *handled)
{
  const char *missing;

  if (handled->extension <= 0 || (*handled->extension_by && *handled->extension_reason))
    return;
  missing = *handled->extension_by ? _("a reason") : *handled->extension_reason ? _("an approver")
                                                                                : _("an approver and a reason");
  steward_check_add_case (run, STEWARD_CHECK_EXTENSION_NOT_APPROVED, handled, STEWARD_DAY_NONE,
                          /* Translators: the last is what is missing, as in
                           * Extended by 5 working days without an approver. */
                          ngettext ("Extended by %d working day without %s.",
                                    "Extended by %d working days without %s.", handled->extension),
                          handled->extension, missing);
}

static void
check_number (StewardCheckRun   *run,
              const StewardCase *handled)
{
  const StewardEvent *first = handled->events->len > 0 ? handled->events->pdata[0] : NULL;

  if (*handled->number || first == NULL || first->day > run->schedule->as_of)
    return;
  steward_check_add_case (run, STEWARD_CHECK_OFF_SYSTEM, handled, first->day,
                          _("The case has no number of the official system."));
}

static void
check_facts (StewardCheckRun *run)
{
  for (StewardFact fact = 0; fact < STEWARD_N_FACTS; fact++)
    {
      const char *value = steward_project_get_fact (run->project, fact);
      g_autofree char *warning = NULL, *normal = NULL;

      if (*value == '\0')
        continue;
      normal = steward_fact_normalise (fact, value, &warning);
      if (warning)
        steward_check_add (run, STEWARD_CHECK_DATA_STANDARD, steward_fact_get_key (fact), steward_fact_get_label (fact),
                           NULL, STEWARD_DAY_NONE, "%s", warning);
    }
}

void
steward_check_cases (StewardCheckRun *run)
{
  GPtrArray *cases = steward_project_get_cases (run->project);

  for (guint i = 0; i < cases->len; i++)
    {
      const StewardCase *handled = cases->pdata[i];

      check_events (run, handled);
      check_notices (run, handled);
      check_promises (run, handled);
      check_extension (run, handled);
      check_number (run, handled);
    }
  check_facts (run);
}
