/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steward-desk.h"

G_BEGIN_DECLS

/**
 * StewardErrand:
 *
 * Work on another thread that a window waits for: what it needs to be shown
 * how far the work is, and to be given up. Work that is over at once shows
 * nothing. Belongs to the main thread.
 */
typedef struct _StewardErrand StewardErrand;

/* How much is done, 0.0 to 1.0; for the first time after a moment, and then
 * until the errand is freed. */
typedef void (*StewardErrandFunc) (double   done,
                                   gpointer user_data);

StewardErrand *steward_errand_new             (StewardErrandFunc  func,
                                               gpointer           user_data);
/* Gives up the work that is not over. NULL-safe. */
void           steward_errand_free            (StewardErrand     *self);
/* For the work. (transfer none) */
GCancellable  *steward_errand_get_cancellable (StewardErrand     *self);
StewardShare  *steward_errand_get_share       (StewardErrand     *self);

G_END_DECLS
