/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardPreferences:
 *
 * The few settings of this desk: whose projects are "mine", notifications,
 * daily backups, and whose certificates are trusted; and the years of the
 * calendar, which belong to the database.
 */
#define STEWARD_TYPE_PREFERENCES (steward_preferences_get_type ())

G_DECLARE_FINAL_TYPE (StewardPreferences, steward_preferences, STEWARD, PREFERENCES, AdwPreferencesWindow)

/* @store may be NULL: then no year can be added. */
GtkWindow *steward_preferences_new (GtkWindow    *parent,
                                    GSettings    *settings,
                                    StewardStore *store);

G_END_DECLS
