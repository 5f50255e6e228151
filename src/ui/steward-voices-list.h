/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardVoicesParts:
 * @STEWARD_VOICES_ATTENDANCE: whether each party came
 * @STEWARD_VOICES_PERSONS: who came for it; not for the room
 * @STEWARD_VOICES_OPINIONS: what it says of the project, and of its items
 *
 * What a list of parties asks.
 */
typedef enum
{
  STEWARD_VOICES_ATTENDANCE = 1 << 0,
  STEWARD_VOICES_PERSONS    = 1 << 1,
  STEWARD_VOICES_OPINIONS   = 1 << 2
} StewardVoicesParts;

/**
 * StewardVoicesList:
 *
 * The parties of a meeting, a row each, the one whose turn it is marked and in
 * sight.
 */
#define STEWARD_TYPE_VOICES_LIST (steward_voices_list_get_type ())

G_DECLARE_FINAL_TYPE (StewardVoicesList, steward_voices_list, STEWARD, VOICES_LIST, AdwBin)

GtkWidget *steward_voices_list_new         (StewardPresentation *presentation,
                                            StewardVoicesParts   parts);
/* Takes the keyboard for the words of the party whose turn it is. */
void       steward_voices_list_enter_words (StewardVoicesList   *self);

G_END_DECLS
