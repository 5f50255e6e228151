/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steward-check-code.h"

#include <string.h>

static const struct
{
  const char      *word;
  StewardSeverity  severity;
} codes[] = {
  [STEWARD_CHECK_STAGE_MISMATCH] = { "stage-mismatch", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR] = { "decided-before-predecessor", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR] = { "accepted-before-predecessor", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_MAIN_IN_PARALLEL] = { "main-in-parallel", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_INSTANT_DECISION] = { "instant-decision", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_OVER_LIMIT] = { "over-limit", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_STAGE_OVER_BUDGET] = { "stage-over-budget", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_OUTSIDE_LIST] = { "outside-list", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_LEVEL_MISMATCH] = { "level-mismatch", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_MATERIAL_TWICE] = { "material-twice", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE] = { "commitment-not-eligible", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE] = { "deferral-not-eligible", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_PROMISE_OVERDUE] = { "promise-overdue", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_APPROVAL_LAPSED] = { "approval-lapsed", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_NOTICE_LATE] = { "notice-late", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_NOTICE_NOT_WRITTEN] = { "notice-not-written", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_EXTENSION_NOT_APPROVED] = { "extension-not-approved", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_EVENT_ORDER] = { "event-order", STEWARD_SEVERITY_ERROR },
  [STEWARD_CHECK_EVENT_UNUSUAL] = { "event-unusual", STEWARD_SEVERITY_WARNING },
  [STEWARD_CHECK_EVENT_DAY] = { "event-day", STEWARD_SEVERITY_NOTE },
  [STEWARD_CHECK_STATUS_STALE] = { "status-stale", STEWARD_SEVERITY_NOTE },
  [STEWARD_CHECK_OFF_SYSTEM] = { "off-system", STEWARD_SEVERITY_NOTE },
  [STEWARD_CHECK_DATA_STANDARD] = { "data-standard", STEWARD_SEVERITY_NOTE },
  [STEWARD_CHECK_DELIVERY_LATE] = { "delivery-late", STEWARD_SEVERITY_WARNING },
};

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == STEWARD_N_CHECKS);

const char *
steward_severity_to_word (StewardSeverity severity)
{
  static const char * const words[] = { "off", "note", "warning", "error" };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (words), NULL);

  return words[severity];
}

const char *
steward_check_code_to_word (StewardCheckCode code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (codes), NULL);

  return codes[code].word;
}

gboolean
steward_check_code_from_word (const char       *word,
                              StewardCheckCode *code)
{
  g_return_val_if_fail (word != NULL && code != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].word, word) == 0)
      {
        *code = i;
        return TRUE;
      }
  return FALSE;
}

StewardSeverity
steward_check_code_get_severity (StewardCheckCode code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (codes), STEWARD_SEVERITY_OFF);

  return codes[code].severity;
}
