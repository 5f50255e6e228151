/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "steward-session.h"

G_BEGIN_DECLS

/**
 * StewardMoveDialog:
 *
 * Offers a project another version of its rules: what differs, what that does
 * to the project, and which limits and dates change. Moving is one change that
 * can be undone. #StewardMoveDialog::passed-over is emitted when the user
 * leaves the project where it is.
 */
#define STEWARD_TYPE_MOVE_DIALOG (steward_move_dialog_get_type ())

G_DECLARE_FINAL_TYPE (StewardMoveDialog, steward_move_dialog, STEWARD, MOVE_DIALOG, AdwWindow)

/* @session has a keeper. (transfer none) */
StewardMoveDialog *steward_move_dialog_new (GtkWindow      *parent,
                                            StewardSession *session,
                                            StewardPack    *pack);

G_END_DECLS
