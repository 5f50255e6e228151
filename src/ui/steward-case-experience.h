/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardCaseExperience:
 *
 * How long an item really took at its bureau, learnt from the decided cases
 * of this desk, in one sentence; nothing while there is none.
 */
#define STEWARD_TYPE_CASE_EXPERIENCE (steward_case_experience_get_type ())

G_DECLARE_FINAL_TYPE (StewardCaseExperience, steward_case_experience, STEWARD, CASE_EXPERIENCE, GtkWidget)

GtkWidget  *steward_case_experience_new      (void);
/* Asks @session's store about the item of @row; NULL for none. */
void        steward_case_experience_show     (StewardCaseExperience    *self,
                                              StewardSession           *session,
                                              const StewardScheduleRow *row);
/* What is shown, "" for nothing. */
const char *steward_case_experience_get_text (StewardCaseExperience    *self);

G_END_DECLS
