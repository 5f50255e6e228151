/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardShift:
 * @id: of the row afterwards, of one that is gone as it was
 * @limit_before, @limit_after: working days, -1 for none
 * @finish_before, @finish_after: NONE where the row is not there
 *
 * An item whose limit or end is another one in a second schedule.
 */
typedef struct
{
  char       *id;
  char       *name;
  int         limit_before;
  int         limit_after;
  StewardDay  finish_before;
  StewardDay  finish_after;
} StewardShift;

/* The items of both that differ in limit or end, in the order of @after, then
 * those only in @before. @ids maps ids before to ids after, or is NULL.
 * (transfer full) (element-type StewardShift) */
GPtrArray *steward_shifts_new (const StewardSchedule *before,
                               const StewardSchedule *after,
                               GHashTable            *ids);

G_END_DECLS
