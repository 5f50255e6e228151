/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-levers.h"
#include "steward-session.h"

G_BEGIN_DECLS

/* What a trial compares: what the project has decided, and two scenarios. */
typedef enum
{
  STEWARD_TRIAL_NOW,
  STEWARD_TRIAL_A,
  STEWARD_TRIAL_B,
  STEWARD_N_TRIALS
} StewardTrial;

/**
 * StewardTrialFigures:
 * @schedule: the project with these levers
 * @construction: first day of the first activity between stages, or NONE
 * @saved: working days by which the plan ends earlier than now
 * @saved_approval: by how much its approval days are fewer than now
 */
typedef struct
{
  StewardSchedule *schedule;
  StewardDay       construction;
  int              saved;
  int              saved_approval;
} StewardTrialFigures;

/**
 * StewardTrialAnswer:
 * @figures: by #StewardTrial
 * @offers: (element-type StewardLeverOffer): every lever, as it would be in the
 *   scenario that is being edited
 * @items: lever id → (element-type StewardLeverOffer), of the levers whose
 *   items are wanted
 * @comparison: of the scenario that is being edited with now
 * @text: sentences about that scenario for the optimisation of the plan
 *
 * All that is shown of a trial. It is about a copy of the project, which stays
 * as it was, so that it may be looked at while the project changes.
 */
typedef struct
{
  StewardProject      *project;
  StewardTrialFigures  figures[STEWARD_N_TRIALS];
  GPtrArray           *offers;
  GHashTable          *items;
  StewardComparison   *comparison;
  char                *text;
} StewardTrialAnswer;

/**
 * StewardLeversTrial:
 *
 * Two scenarios of one project to try levers with. Nothing of it is in the
 * project before steward_levers_trial_adopt(). Dozens of schedules are
 * computed for one answer, in a thread; #StewardLeversTrial::answered says that
 * there is another one, and the one before is freed after that.
 */
#define STEWARD_TYPE_LEVERS_TRIAL (steward_levers_trial_get_type ())

G_DECLARE_FINAL_TYPE (StewardLeversTrial, steward_levers_trial, STEWARD, LEVERS_TRIAL, GObject)

StewardLeversTrial       *steward_levers_trial_new        (StewardSession     *session);
StewardSession           *steward_levers_trial_get_session(StewardLeversTrial *self);
/* The last answer, NULL before the first. What it says is about @error when
 * the project cannot be scheduled. */
const StewardTrialAnswer *steward_levers_trial_get_answer (StewardLeversTrial *self);
const GError             *steward_levers_trial_get_error  (StewardLeversTrial *self);
/* TRUE while the last answer is not about the scenarios as they are. */
gboolean                  steward_levers_trial_is_busy    (StewardLeversTrial *self);
/* Which scenario is being edited: %STEWARD_TRIAL_A or %STEWARD_TRIAL_B. */
StewardTrial              steward_levers_trial_get_chosen (StewardLeversTrial *self);
void                      steward_levers_trial_choose     (StewardLeversTrial *self,
                                                           StewardTrial        trial);
/* @item NULL: for the whole plan. Back to what the project says, it is as if
 * nobody had touched it. */
void                      steward_levers_trial_switch     (StewardLeversTrial *self,
                                                           const char         *lever,
                                                           const char         *item,
                                                           gboolean            on);
/* Whether the items of @lever are asked for one by one. */
void                      steward_levers_trial_want_items (StewardLeversTrial *self,
                                                           const char         *lever,
                                                           gboolean            wanted);
/* TRUE when the scenario that is being edited is not what the project says. */
gboolean                  steward_levers_trial_is_changed (StewardLeversTrial *self);
/* What of the text is new to the text of @group: lines that stand there
 * already are left out; "" when all do. (transfer full) */
char                     *steward_levers_trial_get_news   (StewardLeversTrial *self,
                                                           const char         *group);
/* FALSE when the text of @group has not enough room for them. */
gboolean                  steward_levers_trial_has_room   (StewardLeversTrial *self,
                                                           const char         *group);
/* Puts the scenario that is being edited into the project, and its text below
 * what stands in @group (NULL: nowhere), as one change. */
void                      steward_levers_trial_adopt      (StewardLeversTrial *self,
                                                           const char         *group);

G_END_DECLS
