/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-piece.h"
#include "steward-schedule.h"

G_BEGIN_DECLS

/* The official calendar, one for all. */
StewardCalendar *fixture_get_calendar (void);
/* A new project on a bundled pack. (transfer full) */
StewardProject  *fixture_new_project  (const char     *pack);
StewardDay       fixture_day          (const char     *text);
/* Fails unless @actual is the date @expected, "" for none. */
void             fixture_assert_day   (StewardDay      actual,
                                       const char     *expected);
/* Ticks the box of an item as a section would, or those of all items. */
void             fixture_tick_item    (StewardProject *project,
                                       const char     *item);
void             fixture_tick_all     (StewardProject *project);
/* Puts a case of @item with events as "status day". */
void             fixture_put_case     (StewardProject *project,
                                       const char     *item,
                                       ...) G_GNUC_NULL_TERMINATED;
/* (transfer full) */
/* A further case of @item for @segment, with events as `status day`. */
void             fixture_put_segment  (StewardProject *project,
                                       const char     *id,
                                       const char     *item,
                                       const char     *segment,
                                       const char     *accepted,
                                       const char     *decided);
StewardSchedule *fixture_schedule     (StewardProject *project,
                                       const char     *as_of);

G_END_DECLS
