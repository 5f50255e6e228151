/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StewardSeverity:
 *
 * How much a finding weighs. Warnings can be acknowledged with a reason,
 * errors cannot; a check that is off finds nothing.
 */
typedef enum
{
  STEWARD_SEVERITY_OFF,
  STEWARD_SEVERITY_NOTE,
  STEWARD_SEVERITY_WARNING,
  STEWARD_SEVERITY_ERROR
} StewardSeverity;

/**
 * StewardCheckCode:
 *
 * What the program can check; the word in packs, files and reports is the
 * name in lower case with hyphens (`stage-mismatch`). Words never change.
 */
typedef enum
{
  STEWARD_CHECK_STAGE_MISMATCH,
  STEWARD_CHECK_DECIDED_BEFORE_PREDECESSOR,
  STEWARD_CHECK_ACCEPTED_BEFORE_PREDECESSOR,
  STEWARD_CHECK_MAIN_IN_PARALLEL,
  STEWARD_CHECK_INSTANT_DECISION,
  STEWARD_CHECK_OVER_LIMIT,
  STEWARD_CHECK_STAGE_OVER_BUDGET,
  STEWARD_CHECK_OUTSIDE_LIST,
  STEWARD_CHECK_LEVEL_MISMATCH,
  STEWARD_CHECK_MATERIAL_TWICE,
  STEWARD_CHECK_COMMITMENT_NOT_ELIGIBLE,
  STEWARD_CHECK_DEFERRAL_NOT_ELIGIBLE,
  STEWARD_CHECK_PROMISE_OVERDUE,
  STEWARD_CHECK_APPROVAL_LAPSED,
  STEWARD_CHECK_NOTICE_LATE,
  STEWARD_CHECK_NOTICE_NOT_WRITTEN,
  STEWARD_CHECK_EXTENSION_NOT_APPROVED,
  STEWARD_CHECK_EVENT_ORDER,
  STEWARD_CHECK_EVENT_UNUSUAL,
  STEWARD_CHECK_EVENT_DAY,
  STEWARD_CHECK_STATUS_STALE,
  STEWARD_CHECK_OFF_SYSTEM,
  STEWARD_CHECK_DATA_STANDARD,
  STEWARD_CHECK_DELIVERY_LATE,
  STEWARD_N_CHECKS
} StewardCheckCode;

/* "off", "note", "warning", "error". */
const char      *steward_severity_to_word        (StewardSeverity   severity);
const char      *steward_check_code_to_word      (StewardCheckCode  code);
gboolean         steward_check_code_from_word    (const char       *word,
                                                  StewardCheckCode *code);
/* Of a check about which a pack says nothing. */
StewardSeverity  steward_check_code_get_severity (StewardCheckCode  code);

G_END_DECLS
