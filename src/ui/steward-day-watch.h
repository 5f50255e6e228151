/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "steward-day.h"

G_BEGIN_DECLS

/**
 * StewardDayWatch:
 *
 * Knows what day it is, and emits #StewardDayWatch::day-changed when another
 * one has begun, also when the computer slept through midnight.
 */
#define STEWARD_TYPE_DAY_WATCH (steward_day_watch_get_type ())

G_DECLARE_FINAL_TYPE (StewardDayWatch, steward_day_watch, STEWARD, DAY_WATCH, GObject)

StewardDayWatch *steward_day_watch_new       (void);
StewardDay       steward_day_watch_get_today (StewardDayWatch *self);
/* Looks at the clock now: when the window gets the focus. */
void             steward_day_watch_check     (StewardDayWatch *self);

G_END_DECLS
