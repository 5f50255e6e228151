/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "steward-schedule.h"

G_BEGIN_DECLS

/**
 * StewardScheduleColumn:
 *
 * Columns of the table of dates.
 */
typedef enum
{
  STEWARD_COLUMN_STATE,
  STEWARD_COLUMN_NAME,
  STEWARD_COLUMN_START,
  STEWARD_COLUMN_FINISH,
  STEWARD_COLUMN_DUE,
  STEWARD_COLUMN_USED,
  STEWARD_COLUMN_REMAINING,
  STEWARD_COLUMN_BUREAU,
  STEWARD_N_COLUMNS
} StewardScheduleColumn;

/**
 * StewardScheduleEntry:
 *
 * One row of the schedule as texts: it outlives the schedule it was made of.
 */
#define STEWARD_TYPE_SCHEDULE_ENTRY (steward_schedule_entry_get_type ())

G_DECLARE_FINAL_TYPE (StewardScheduleEntry, steward_schedule_entry, STEWARD, SCHEDULE_ENTRY, GObject)

StewardScheduleEntry *steward_schedule_entry_new       (const StewardScheduleRow *row);
const char           *steward_schedule_entry_get_id    (StewardScheduleEntry     *self);
const char           *steward_schedule_entry_get_text  (StewardScheduleEntry     *self,
                                                        StewardScheduleColumn     column);
StewardLight          steward_schedule_entry_get_light (StewardScheduleEntry     *self);
/* Heading of a column. */
const char           *steward_schedule_column_title    (StewardScheduleColumn     column);

G_END_DECLS
