/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-section-merge.h"
#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardAnswerWindow:
 *
 * The answer of a section beside the project as it is: each decision with who
 * made it and when, and what becomes of it. Where both decided, ours stays
 * unless a person chooses otherwise. Merging is one change of the store. Emits
 * #StewardAnswerWindow::merged with the id of the project.
 */
#define STEWARD_TYPE_ANSWER_WINDOW (steward_answer_window_get_type ())

G_DECLARE_FINAL_TYPE (StewardAnswerWindow, steward_answer_window, STEWARD, ANSWER_WINDOW, AdwWindow)

/* Takes @answer over, and @project at @version, as the store has it. NULL with
 * an error when the answer does not belong to it. */
GtkWindow                 *steward_answer_window_new       (GtkWindow            *parent,
                                                            StewardStore         *store,
                                                            const char           *actor,
                                                            StewardSectionForm   *answer,
                                                            StewardProject       *project,
                                                            gint64                version,
                                                            GError              **error);
/* Its lines may be chosen in. */
const StewardSectionMerge *steward_answer_window_get_merge (StewardAnswerWindow  *self);
/* The check button of @choice for the line of the piece @key, or NULL. */
GtkCheckButton            *steward_answer_window_find      (StewardAnswerWindow  *self,
                                                            const char           *key,
                                                            StewardSectionChoice  choice);

G_END_DECLS
