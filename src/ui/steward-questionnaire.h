/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardQuestionnaire:
 *
 * The few questions about a project whose answers suggest ticks.
 */
#define STEWARD_TYPE_QUESTIONNAIRE (steward_questionnaire_get_type ())

G_DECLARE_FINAL_TYPE (StewardQuestionnaire, steward_questionnaire, STEWARD, QUESTIONNAIRE, GtkWidget)

/* @session may be NULL: then it is empty. */
void steward_questionnaire_set_session (StewardQuestionnaire *self,
                                        StewardSession       *session);

G_END_DECLS
