/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StewardPreferences:
 *
 * The few settings of this desk: whose projects are "mine", notifications,
 * daily backups, and whose certificates are trusted.
 */
#define STEWARD_TYPE_PREFERENCES (steward_preferences_get_type ())

G_DECLARE_FINAL_TYPE (StewardPreferences, steward_preferences, STEWARD, PREFERENCES, AdwPreferencesWindow)

GtkWindow *steward_preferences_new (GtkWindow *parent,
                                    GSettings *settings);

G_END_DECLS
