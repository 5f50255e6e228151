/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-calendar.h"
#include "steward-today-item.h"

G_BEGIN_DECLS

/**
 * StewardTodayRow:
 *
 * One item of Today: a heading, or a case with its light, its project and
 * when it is due.
 */
#define STEWARD_TYPE_TODAY_ROW (steward_today_row_get_type ())

G_DECLARE_FINAL_TYPE (StewardTodayRow, steward_today_row, STEWARD, TODAY_ROW, GtkWidget)

GtkWidget        *steward_today_row_new      (void);
/* @today is the day that distances are told from. */
void              steward_today_row_show     (StewardTodayRow       *self,
                                              StewardTodayItem      *item,
                                              const StewardCalendar *calendar,
                                              StewardDay             today);
/* What it shows, NULL before the first. (transfer none) */
StewardTodayItem *steward_today_row_get_item (StewardTodayRow       *self);

G_END_DECLS
