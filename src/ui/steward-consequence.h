/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-schedule.h"

G_BEGIN_DECLS

/* What a change would do to the dates, seen in the schedule that a trial of it
 * has: told and drawn while something is still held. */

/**
 * StewardShiftedRow:
 * @id: of a row
 * @start, @finish: where it would lie
 *
 * A row that would lie elsewhere.
 */
typedef struct
{
  char       *id;
  StewardDay  start;
  StewardDay  finish;
} StewardShiftedRow;

/* Frees what is in a list of them; a list does it by itself. */
void       steward_shifted_row_free         (StewardShiftedRow     *self);
/* The rows of @now that lie elsewhere in @then, all but @except, which may be
 * NULL. (transfer full) (element-type StewardShiftedRow) */
GPtrArray *steward_consequence_list         (const StewardSchedule *now,
                                             const StewardSchedule *then,
                                             const char            *except);
/* In words: how many other rows move, and when everything ends then.
 * (transfer full) */
char      *steward_consequence_describe     (const StewardSchedule *now,
                                             const StewardSchedule *then,
                                             guint                  n_shifted);
/* In words: from when on the row @id runs then, and how much later that is; ""
 * when it stays. (transfer full) */
char      *steward_consequence_describe_row (const StewardSchedule *now,
                                             const StewardSchedule *then,
                                             const char            *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StewardShiftedRow, steward_shifted_row_free)

G_END_DECLS
