/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-day-watch.h"
#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardApplication:
 *
 * The program: one instance, which owns the store and the windows. The property
 * "store" notifies when the database was opened, and when it could not be.
 */
#define STEWARD_TYPE_APPLICATION (steward_application_get_type ())

G_DECLARE_FINAL_TYPE (StewardApplication, steward_application, STEWARD, APPLICATION, AdwApplication)

/* The one instance of the program. */
StewardApplication *steward_application_new          (void);
/* The settings of the program, or NULL when its schema is not installed:
 * then the window forgets its size, and nothing else is lost. */
GSettings          *steward_application_get_settings (StewardApplication *self);
/* Another database than the user's; before the program is started. */
void                steward_application_set_database    (StewardApplication *self,
                                                         GFile              *file);
GFile              *steward_application_get_database    (StewardApplication *self);
/* NULL until the database is open. */
StewardStore       *steward_application_get_store       (StewardApplication *self);
/* Why it could not be opened, or NULL. */
const GError       *steward_application_get_store_error (StewardApplication *self);
/* Opens the database; when @backup is not NULL, after putting that in its
 * place. The file that was there stays beside it under another name. */
void                steward_application_open_store      (StewardApplication *self,
                                                         GFile              *backup);
/* Who sits here: the name of the preferences, else that of the user's account. */
char               *steward_application_dup_person      (StewardApplication *self);
/* The same with the settings of a desk, NULL for none. (transfer full) */
char               *steward_application_find_person     (GSettings          *settings);
/* What day it is; from the start of the program on. */
StewardDayWatch    *steward_application_get_day_watch   (StewardApplication *self);
/* The library is static, so its resource is registered by hand. */
void                steward_ui_register              (void);

G_END_DECLS
