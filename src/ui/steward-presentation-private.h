/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-presentation.h"

G_BEGIN_DECLS

/* NULL when there is no such party. */
StewardVoice *steward_presentation_find_voice (StewardPresentation *self,
                                               const char          *party);
/* Who decides @item, see steward_presentation_find_party(). */
StewardVoice *steward_presentation_find_decider (StewardPresentation *self,
                                               const char          *item);
/* Whoever says something is present. */
void          steward_voice_speak              (StewardVoice        *voice);
/* Of single items, see steward-item-opinions.h. */
GPtrArray    *steward_presentation_get_opinions (StewardPresentation *self);
/* Number of the meeting in the trial; 0 before anything was said. */
guint steward_presentation_get_meeting   (StewardPresentation *self);
/* Writes what was said into the trial, where it is a piece like any other. */
void  steward_presentation_write_meeting (StewardPresentation *self);

G_END_DECLS
