/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardNotifier:
 *
 * Tells the desktop once a day what is late and due today, and at once when
 * something turns red while the program runs. Clicking the one activates
 * `app.today`, the other `app.show-case` with project and row. Silent while the setting `notifications` is off.
 */
#define STEWARD_TYPE_NOTIFIER (steward_notifier_get_type ())

G_DECLARE_FINAL_TYPE (StewardNotifier, steward_notifier, STEWARD, NOTIFIER, GObject)

StewardNotifier *steward_notifier_new       (GApplication    *application,
                                             GSettings       *settings);
/* Watches @store from now on; NULL for none. */
void             steward_notifier_set_store (StewardNotifier *self,
                                             StewardStore    *store);
/* Looks now, for @today: at start and when the day has changed. */
void             steward_notifier_check     (StewardNotifier *self,
                                             StewardDay       today);

G_END_DECLS
