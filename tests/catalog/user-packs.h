/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack-version.h"

/* An empty home for the user's data, for the whole program. */
void user_packs_set_up    (void);
/* Takes away all files of the user's packs. */
void user_packs_clear     (void);
/* Takes the home away. */
void user_packs_tear_down (void);
/* Writes @text as the file @name among the user's packs. */
void user_packs_put       (const char *name,
                           const char *text);
/* A small pack. (transfer full) */
char *user_packs_make     (const char *id,
                           const char *version,
                           const char *members);
