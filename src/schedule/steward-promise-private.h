/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/* Since when the unit owes what it promised in the case of @row, which has one:
 * deferred material, or what a commitment was made for. NONE when it owes
 * nothing. */
StewardDay  steward_promise_find     (const StewardSchedule    *schedule,
                                      const StewardScheduleRow *row);
/* Working days to keep a promise: those of the notice, else those that the
 * pack proposes; -1 when neither says any. */
int         steward_promise_get_days (const StewardPack        *pack);

G_END_DECLS
