/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardCalendarDialog:
 *
 * Adds a year to the calendar of the database: typed by hand or taken from a
 * file, then a look at the dates that it moves, then one step. Emits
 * #StewardCalendarDialog::added with the year. @person goes into the log.
 */
#define STEWARD_TYPE_CALENDAR_DIALOG (steward_calendar_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardCalendarDialog, steward_calendar_dialog, STEWARD, CALENDAR_DIALOG, AdwWindow)

StewardCalendarDialog *steward_calendar_dialog_new       (GtkWindow             *parent,
                                                          StewardStore          *store,
                                                          const char            *person);
/* Fills the form with what @file says, an .ics or calendar file. */
void                   steward_calendar_dialog_take_file (StewardCalendarDialog *self,
                                                          GFile                 *file);

G_END_DECLS
