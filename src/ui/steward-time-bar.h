/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "steward-schedule-time.h"

G_BEGIN_DECLS

/**
 * StewardTimeBar:
 *
 * Whose time a stage was: a bar of up to four parts, each with a pattern of
 * its own, and below it their names and working days behind the same patterns.
 */
#define STEWARD_TYPE_TIME_BAR (steward_time_bar_get_type ())

G_DECLARE_FINAL_TYPE (StewardTimeBar, steward_time_bar, STEWARD, TIME_BAR, GtkWidget)

/* NULL when no working day has passed yet: there is nothing to share. */
GtkWidget *steward_time_bar_new      (const StewardStageTime *time);
/* What it shows, for who cannot see it; "" when there is nothing.
 * (transfer full) */
char      *steward_time_bar_describe (const StewardStageTime *time);

G_END_DECLS
