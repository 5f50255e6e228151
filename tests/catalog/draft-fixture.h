/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack-draft.h"

/* A draft of good.json. */
StewardPackDraft *draft_fixture_new         (void);
/* Asserts what a field says. */
void              draft_fixture_assert      (StewardPackDraft *draft,
                                             const char       *list,
                                             const char       *id,
                                             const char       *field,
                                             const char       *expected);
/* Sets a field, which has to work. */
void              draft_fixture_set         (StewardPackDraft *draft,
                                             const char       *list,
                                             const char       *id,
                                             const char       *field,
                                             const char       *text);
/* The file as it would be now. (transfer full) */
char             *draft_fixture_to_text     (StewardPackDraft *draft);
/* Whether a complaint with @message stands at @field, inside or around it. */
gboolean          draft_fixture_has_problem (StewardPackDraft *draft,
                                             const char       *list,
                                             const char       *id,
                                             const char       *field,
                                             const char       *message);
