/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-levers-trial.h"

G_BEGIN_DECLS

/**
 * StewardLeversFigures:
 *
 * The project now and in two scenarios side by side: when construction starts,
 * when all is finished, approval days, and what is saved. The heads of the
 * scenarios choose which of them the switches are about: the property "chosen"
 * (#StewardTrial).
 */
#define STEWARD_TYPE_LEVERS_FIGURES (steward_levers_figures_get_type ())

G_DECLARE_FINAL_TYPE (StewardLeversFigures, steward_levers_figures, STEWARD, LEVERS_FIGURES, AdwBin)

void            steward_levers_figures_update     (StewardLeversFigures     *self,
                                                   const StewardTrialAnswer *answer);
StewardTrial    steward_levers_figures_get_chosen (StewardLeversFigures     *self);
void            steward_levers_figures_choose     (StewardLeversFigures     *self,
                                                   StewardTrial              trial);
/* What stands in the column of @trial, as one sentence. (transfer full) */
char           *steward_levers_figures_describe   (const StewardTrialAnswer *answer,
                                                   StewardTrial              trial);

G_END_DECLS
