/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-presentation.h"

G_BEGIN_DECLS

/**
 * StewardVoicesList:
 *
 * Who is at the meeting and what each says. In a row 1, 2 and 3 are agreed, with
 * conditions and not agreed, 0 is no opinion, P changes whether it is present,
 * Enter goes into its words.
 */
#define STEWARD_TYPE_VOICES_LIST (steward_voices_list_get_type ())

G_DECLARE_FINAL_TYPE (StewardVoicesList, steward_voices_list, STEWARD, VOICES_LIST, AdwBin)

GtkWidget *steward_voices_list_new (StewardPresentation *presentation);

G_END_DECLS
