/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-store.h"

G_BEGIN_DECLS

/**
 * StewardMovedDialog:
 *
 * Shows which dates another calendar moves, and asks for the one step that
 * goes with it: to take out a year that was added, or to have seen what a new
 * release of the program brought. Emits #StewardMovedDialog::done with the
 * year, 0 for a release, when that step is on the disk.
 */
#define STEWARD_TYPE_MOVED_DIALOG (steward_moved_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardMovedDialog, steward_moved_dialog, STEWARD, MOVED_DIALOG, AdwWindow)

/* About taking out @year, which users added. @person goes into the log. */
StewardMovedDialog *steward_moved_dialog_new_removal (GtkWindow    *parent,
                                                      StewardStore *store,
                                                      int           year,
                                                      const char   *person);
/* About what the official years of this program change. */
StewardMovedDialog *steward_moved_dialog_new_release (GtkWindow    *parent,
                                                      StewardStore *store,
                                                      const char   *person);

G_END_DECLS
