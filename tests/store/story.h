/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-database.h"

/* Fictional projects, the same ones for the same seed. */

/* A project of @pack that came some way: boxes ticked, cases received,
 * corrected, paused, granted in time or late, refused, up to @today.
 * (transfer full) */
StewardProject   *story_project_new (StewardPack      *pack,
                                     GRand            *random,
                                     StewardDay        today);
/* Name, unit, code, place, steward and more of a project nobody builds. */
void              story_tell_facts  (StewardProject   *project,
                                     GRand            *random);
/* A version 4 UUID out of @random. (transfer full) */
char             *story_uuid        (GRand            *random);
/* The change set that creates a project like the one @plot creates, under a
 * new id and with facts of its own. (transfer full) */
StewardChangeSet *story_retell      (const StewardChangeSet *plot,
                                     StewardPack      *pack,
                                     GRand            *random);
/* Adds @n projects of all packs in turn, without fail. */
void              story_add_projects (StewardDatabase *database,
                                    GRand            *random,
                                    guint             n,
                                    StewardDay        today);
/* The steward number @i of STORY_N_STEWARDS. */
#define STORY_N_STEWARDS 40
const char       *story_steward     (guint             i);
