/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardMeetingDraft:
 *
 * Keeps what a meeting decides on the disk while it goes on: two project files
 * in a folder of the user's state, the project as it was and as it is decided.
 * A meeting that a power cut ended can be gone on with.
 */
#define STEWARD_TYPE_MEETING_DRAFT (steward_meeting_draft_get_type ())

G_DECLARE_FINAL_TYPE (StewardMeetingDraft, steward_meeting_draft, STEWARD, MEETING_DRAFT, GObject)

/* Writes a moment after each change of @presentation, as long as it lives. */
StewardMeetingDraft *steward_meeting_draft_new     (StewardPresentation  *presentation);
/* Whether there is one of a meeting about @project. */
gboolean             steward_meeting_draft_exists  (StewardProject       *project);
/* Goes on with it. Nothing is changed when FALSE. */
gboolean             steward_meeting_draft_resume  (StewardPresentation  *presentation,
                                                    GError              **error);
/* The meeting is over: nothing is kept any more, and nothing written. */
void                 steward_meeting_draft_drop    (StewardMeetingDraft  *self);
/* Takes away what is left of a meeting about @project. */
void                 steward_meeting_draft_remove  (StewardProject       *project);

G_END_DECLS
