/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StewardApplication:
 *
 * The program: one instance, which opens project files and owns the windows.
 */
#define STEWARD_TYPE_APPLICATION (steward_application_get_type ())

G_DECLARE_FINAL_TYPE (StewardApplication, steward_application, STEWARD, APPLICATION, AdwApplication)

/* The one instance of the program. */
StewardApplication *steward_application_new          (void);
/* The settings of the program, or NULL when its schema is not installed:
 * then the window forgets its size, and nothing else is lost. */
GSettings          *steward_application_get_settings (StewardApplication *self);
/* The library is static, so its resource is registered by hand. */
void                steward_ui_register              (void);

G_END_DECLS
