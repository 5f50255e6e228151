/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardPaperKind:
 *
 * The six papers with an official layout.
 */
typedef enum
{
  STEWARD_PAPER_ASSESSMENT,
  STEWARD_PAPER_SERVICE_PLAN,
  STEWARD_PAPER_ENTRUSTMENT,
  STEWARD_PAPER_CLOSING,
  STEWARD_PAPER_LEDGER,
  STEWARD_PAPER_SUGGESTION,
  STEWARD_N_PAPERS
} StewardPaperKind;

/* File stem in English: "assessment", "service-plan", "entrustment" … */
const char *steward_paper_get_stem   (StewardPaperKind        kind);
/* Official Chinese title from the pack. (transfer none) */
const char *steward_paper_get_title  (StewardPaperKind        kind,
                                      StewardPack            *pack);

/* Draws a paper as a tagged PDF, filled from the plan of @schedule: language,
 * identifiers and the empty signature fields of all its signers are set, so
 * that signing only appends. The same facts give the same bytes. @stage_id:
 * for the closing form, NULL for the last closing recorded, or the last
 * finished stage. @notes: (nullable) (out): one line per substituted font or
 * character without a glyph, NULL when there is none. May be called in any
 * thread. (transfer full), STEWARD_ERROR_RENDER */
GBytes     *steward_paper_render     (StewardPaperKind        kind,
                                      const StewardSchedule  *schedule,
                                      const char             *stage_id,
                                      char                  **notes,
                                      GError                **error);

G_END_DECLS
