/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-digest.h"

G_BEGIN_DECLS

/* The day on which a running limit turns yellow and red when nothing happens;
 * NONE for never. A light that is on already has turned on the day of
 * @schedule or before. */
typedef struct
{
  StewardDay yellow;
  StewardDay red;
} StewardTurns;

#define STEWARD_TURNS_NONE ((StewardTurns) { STEWARD_DAY_NONE, STEWARD_DAY_NONE })

/* Of a limit that @answer is about and that has not ended. */
StewardTurns  steward_turns_of_answer     (const StewardSchedule    *schedule,
                                           const StewardClockAnswer *answer);
/* Of the light of the whole project. */
StewardTurns  steward_turns_of_schedule   (const StewardSchedule    *schedule);
/* The last day for which nothing in @schedule changes but days left and
 * lights, NONE for ever. */
StewardDay    steward_digest_find_end     (const StewardSchedule    *schedule);
/* (transfer full) (element-type StewardAgendaEntry) */
GPtrArray    *steward_digest_make_agenda  (const StewardSchedule    *schedule);
GPtrArray    *steward_digest_new_agenda   (void);

G_END_DECLS
