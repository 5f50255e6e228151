/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"
#include "steward-sections.h"

G_BEGIN_DECLS

/**
 * StewardPaperKind:
 *
 * The papers of a project: first the six with an official layout, then the
 * letters and lists that notices name without one (README of the packs, Forms).
 */
typedef enum
{
  STEWARD_PAPER_ASSESSMENT,
  STEWARD_PAPER_SERVICE_PLAN,
  STEWARD_PAPER_ENTRUSTMENT,
  STEWARD_PAPER_CLOSING,
  STEWARD_PAPER_LEDGER,
  STEWARD_PAPER_SUGGESTION,
  STEWARD_N_OFFICIAL_PAPERS,
  STEWARD_PAPER_NOTICE = STEWARD_N_OFFICIAL_PAPERS,
  STEWARD_PAPER_MATERIALS,
  STEWARD_PAPER_CHANGE,
  STEWARD_PAPER_PARALLEL_PLAN,
  STEWARD_PAPER_DEFERRAL,
  STEWARD_PAPER_COMMITMENT,
  STEWARD_PAPER_OPINION,
  STEWARD_PAPER_MINUTES,
  STEWARD_PAPER_CORRECTION,
  STEWARD_PAPER_SUSPENSION,
  STEWARD_PAPER_RESUMPTION,
  STEWARD_PAPER_POLICY,
  STEWARD_PAPER_HAND_OVER,
  STEWARD_PAPER_PUSH,
  STEWARD_N_PAPERS
} StewardPaperKind;

/**
 * StewardPaperSubject:
 * @STEWARD_SUBJECT_PROJECT: the whole project; its subject has no id
 * @STEWARD_SUBJECT_STAGE: id of a stage of the pack
 * @STEWARD_SUBJECT_CASE: id of a case of the project
 * @STEWARD_SUBJECT_MEETING: number of a consultation
 * @STEWARD_SUBJECT_EDITION: number of an issued version of the plan; "1-3" is
 *   the third one beside the first instead of the one before it
 * @STEWARD_SUBJECT_STEP: number of a step of the entrustment
 *
 * What a kind of paper is about, and so what its subject is the id of.
 */
typedef enum
{
  STEWARD_SUBJECT_PROJECT,
  STEWARD_SUBJECT_STAGE,
  STEWARD_SUBJECT_CASE,
  STEWARD_SUBJECT_EDITION,
  STEWARD_SUBJECT_MEETING,
  STEWARD_SUBJECT_STEP,
  STEWARD_N_SUBJECTS
} StewardPaperSubject;

/* File stem in English: "assessment", "service-plan", "entrustment" … */
const char *steward_paper_get_stem   (StewardPaperKind        kind);
/* "project", "stage", "case" … */
const char *steward_paper_subject_to_word (StewardPaperSubject subject);
gboolean    steward_paper_from_stem  (const char             *stem,
                                      StewardPaperKind       *kind);
/* The form of the pack that words it: "assessment", "service_plan" … This is
 * also the form of a recorded paper. */
const char *steward_paper_get_form   (StewardPaperKind        kind);
StewardPaperSubject
            steward_paper_get_subject (StewardPaperKind       kind);
/* Official Chinese title from the pack. (transfer none) */
const char *steward_paper_get_title  (StewardPaperKind        kind,
                                      StewardPack            *pack);

/* Draws a paper as a tagged PDF, filled from the plan of @schedule: language,
 * identifiers and the empty signature fields of all its signers are set, so
 * that signing only appends. The same facts give the same bytes. @subject: id
 * of what it is about (steward_paper_get_subject()); NULL or "": of the whole
 * project where that makes sense (the list of materials), the last closing
 * recorded or the last finished stage for the closing form, the first stage
 * that has items for other papers of a stage, and a blank form for the rest.
 * @notes:
 * (nullable) (out): one line per substituted font or character without a
 * glyph, NULL when there is none. May be called in any thread. (transfer full),
 * STEWARD_ERROR_RENDER */
GBytes     *steward_paper_render     (StewardPaperKind        kind,
                                      const StewardSchedule  *schedule,
                                      const char             *subject,
                                      char                  **notes,
                                      GError                **error);

/* The assessment form with nothing but the part of one section in it, and its
 * name; as above otherwise. STEWARD_ERROR_RENDER also for an unknown section,
 * and one without a part. */
GBytes     *steward_paper_render_section (const StewardSchedule  *schedule,
                                      const StewardSections  *sections,
                                      const char             *section,
                                      char                  **notes,
                                      GError                **error);

/**
 * StewardPaperEntry:
 * @subject: what to render it with; "" for the whole project
 * @about: name of the subject as on paper, such as a stage; "" for the project
 * @reason: why the paper exists at this time, in the user's language
 * @due: the state of the project asks for it now
 * @recorded: it is on record already: signed, handed over, written
 *
 * One paper that can be made of a project now. It is missing when it is @due
 * and not @recorded.
 */
typedef struct
{
  StewardPaperKind  kind;
  char             *subject;
  char             *about;
  char             *reason;
  gboolean          due;
  gboolean          recorded;
} StewardPaperEntry;

/* Every paper that can be made of the project as @schedule has it, by kind,
 * then in the order of what they are about. The six official forms and those
 * that are written by hand are always there; others are only where there is
 * something for them to be about. (transfer full) (element-type
 * StewardPaperEntry) */
GPtrArray  *steward_paper_list       (const StewardSchedule  *schedule);

G_END_DECLS
