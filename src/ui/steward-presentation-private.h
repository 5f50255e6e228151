/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-presentation.h"

G_BEGIN_DECLS

/* NULL when there is no such party. */
StewardVoice *steward_presentation_find_voice   (StewardPresentation *self,
                                                 const char          *party);
/* Whoever says something is present. */
void          steward_voice_speak               (StewardVoice        *voice);
/* Of single items, see steward-item-opinions.h. */
GPtrArray    *steward_presentation_get_opinions (StewardPresentation *self);
/* Number of the meeting in the trial; 0 before anything was said. */
guint         steward_presentation_get_meeting  (StewardPresentation *self);
/* Writes what was said into the trial, where it is a piece like any other. */
void          steward_presentation_write_meeting (StewardPresentation *self);

/* Turns of the whole meeting, slide by slide. */
GPtrArray    *steward_turns_new                 (void);
void          steward_turns_add                 (GPtrArray           *turns,
                                                 const StewardPlan   *plan,
                                                 const GPtrArray     *parties,
                                                 GPtrArray           *voices);
GPtrArray    *steward_presentation_get_turns    (StewardPresentation *self);
/* The first on the slide that is open, else the first; NULL: there is none. */
StewardTurn  *steward_turns_find_open           (StewardPresentation *self);
/* @turn: of the list of turns. */
void          steward_presentation_set_turn     (StewardPresentation *self,
                                                 StewardTurn         *turn);

G_END_DECLS
