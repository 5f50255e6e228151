/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-plan.h"

G_BEGIN_DECLS

/* A new project on a bundled pack. (transfer full) */
StewardProject *fixture_new_project (const char     *pack);
StewardDay      fixture_day         (const char     *text);
/* Fails unless @actual is the date @expected, "" for none. */
void            fixture_assert_day  (StewardDay      actual,
                                     const char     *expected);
/* Ticks a box as a section would. */
void            fixture_tick        (StewardProject *project,
                                     const char     *box);

G_END_DECLS
