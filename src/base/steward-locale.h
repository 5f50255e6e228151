/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Speaks the user's language from here on: sets the locale and binds the
 * translations. Call once, first thing in main(). The variable
 * STEWARD_LOCALE_DIR names another folder of translations, so that the
 * program can be used from its build folder. */
void steward_locale_init (void);

G_END_DECLS
