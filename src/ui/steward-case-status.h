/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-schedule.h"

G_BEGIN_DECLS

/* Four figures that say where the case of @row stands: light and status, due
 * day, days used, days left. */
void steward_case_status_fill_figures  (GtkFlowBox               *figures,
                                        const StewardSchedule    *schedule,
                                        const StewardScheduleRow *row);
/* What has to be known about it beyond the figures, one box each: silence
 * that means acceptance, an open pause, delivery, provisional dates. */
void steward_case_status_fill_messages (GtkBox                   *messages,
                                        const StewardSchedule    *schedule,
                                        const StewardScheduleRow *row);

G_END_DECLS
