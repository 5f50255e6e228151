/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-schedule.h"

G_BEGIN_DECLS

/* Fills @grid with the days of @row side by side: by the notice, promised,
 * planned and actual, with what each saves. */
void steward_case_dates_fill (GtkGrid                  *grid,
                              const StewardSchedule    *schedule,
                              const StewardScheduleRow *row);

G_END_DECLS
