/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check.h"

#include <string.h>

#include "steward-piece.h"

/* What the rule of events says before an event is recorded. */
static gboolean
is_told_by_rule (StewardCheckCode code)
{
  return code == STEWARD_CHECK_EVENT_ORDER || code == STEWARD_CHECK_EVENT_UNUSUAL || code == STEWARD_CHECK_EVENT_DAY ||
         code == STEWARD_CHECK_NOTICE_LATE || code == STEWARD_CHECK_INSTANT_DECISION;
}

static gboolean
is_known (const GPtrArray      *findings,
          const StewardFinding *finding)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const StewardFinding *known = findings->pdata[i];

      if (known->code == finding->code && strcmp (known->row, finding->row) == 0 &&
          strcmp (known->text, finding->text) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
steward_check_foresee (const StewardSchedule  *schedule,
                       const GPtrArray        *findings,
                       const StewardCase      *changed,
                       GError                **error)
{
  g_autoptr (StewardProject) copy = NULL;
  g_autoptr (StewardSchedule) then = NULL;
  GPtrArray *found;

  g_return_val_if_fail (schedule != NULL && findings != NULL && changed != NULL, NULL);

  copy = steward_project_duplicate (schedule->plan->project);
  steward_project_put_case (copy, changed);
  then = steward_schedule_new_with (copy, schedule->calendar, schedule->as_of, schedule->scenario, error);
  if (then == NULL)
    return NULL;
  found = steward_check_schedule (then);
  for (guint i = found->len; i > 0; i--)
    {
      const StewardFinding *finding = found->pdata[i - 1];

      if (finding->severity == STEWARD_SEVERITY_NOTE || is_told_by_rule (finding->code) || is_known (findings, finding))
        g_ptr_array_remove_index (found, i - 1);
    }
  return found;
}
