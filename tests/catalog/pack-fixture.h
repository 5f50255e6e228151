/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-pack.h"

/* The text of good.json, a pack without a mistake that uses every key. */
char        *fixture_good_text (void);
/* @text with the first @find replaced; fails the test when it is not there. */
char        *fixture_replace   (const char          *text,
                                const char          *find,
                                const char          *replacement);
/* Reads @text as the file `test.json`. */
StewardPack *fixture_read      (const char          *text,
                                StewardPackResolver  resolve,
                                gpointer             user_data,
                                StewardProblems     *problems);
/* The pack, which must have no problem. */
StewardPack *fixture_read_good (const char          *text,
                                StewardPackResolver  resolve,
                                gpointer             user_data);
